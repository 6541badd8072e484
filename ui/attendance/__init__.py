"""Who came: the sheet of a group or an activity."""
