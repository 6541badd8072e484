"""Invented people, and the main road without a screen."""
