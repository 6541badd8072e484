"""Looks, users, back-ups, self-check."""
