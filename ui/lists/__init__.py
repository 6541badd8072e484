"""Many records: their table, filters, columns, and what can be done with a whole list."""
