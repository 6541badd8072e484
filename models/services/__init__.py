"""Visits, groups and activities: what a station does with more than one case."""
