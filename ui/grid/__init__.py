"""Many visits or shifts typed line by line."""
