"""Stations and counties that exchange bundles."""

from tests.hub.conftest import pair  # noqa: F401 (a fixture)
from tests.models.conftest import noon, store  # noqa: F401 (fixtures)
