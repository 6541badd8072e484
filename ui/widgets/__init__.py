"""Buttons, labels, tables, sheets: what is seen and knows no record."""
