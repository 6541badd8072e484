"""Papers of their own shape."""
