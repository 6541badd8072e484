"""Ledgers in: a foreign workbook becomes records, every row of it accounted for."""
