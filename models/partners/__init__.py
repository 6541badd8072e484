"""Agencies, organisations and purchased projects around the station."""
