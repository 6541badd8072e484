"""The station of tests/models, and staff that are made in one line."""

import pytest

from models.team.staff import Staff


@pytest.fixture
def worker(store):
    """A way to make a member of the staff."""

    def make(name="潘晓燕", **answers):
        member = Staff.new(name=name, **answers)
        member.save()
        return member

    return make
