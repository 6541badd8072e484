"""The window, its rail, and the desk that ties the pages together."""
