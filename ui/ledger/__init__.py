"""A foreign workbook looked at row by row, then taken in."""
