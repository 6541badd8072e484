"""Volunteers, their teams, posts, hours and certificates (民政部令第67号)."""
