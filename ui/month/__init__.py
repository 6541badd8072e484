"""The monthly table, opened down to its records."""
