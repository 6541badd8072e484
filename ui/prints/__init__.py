"""Paper looked at before it is printed or saved."""
