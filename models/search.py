"""Search keys (to come)."""


def project(store, cls, row, stored):
    """Write the search keys of a row."""
