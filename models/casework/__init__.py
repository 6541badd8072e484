"""Casework (个案): one case from the first request to the last follow-up, a module for each form."""
