"""The sealed file that goes to the county, and key files."""
