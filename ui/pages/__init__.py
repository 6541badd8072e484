"""Pages of their own kind, beside the lists and files that every form has."""
