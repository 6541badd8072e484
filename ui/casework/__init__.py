"""The file of a case, and the bar of what cannot wait."""
