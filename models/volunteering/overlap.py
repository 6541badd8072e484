"""Nobody serves twice at once: shifts of one volunteer held against each other, across activities and units."""

from models import lookup
from models.errors import Problem
from models.volunteering.volunteer import Volunteer
from resources.language import N_

NO_NUMBER = (None, "", "无")


def with_those_on_file(shift, papers=None):
    """Yield the problem where the volunteer, or whoever has the same papers, served at that time already.

    `papers` is the ID document number of a volunteer who is not on file yet.
    """
    form = type(shift)
    other = (
        form.alive()
        .where(form.day == shift.day, form.volunteer.in_(_same_one(shift.volunteer, papers)))
        .where(form.start < shift.end, form.end > shift.start)
        .where(form.id != shift.id, form.state != "void")
        .first()
    )
    if other:
        yield _served_already(other)


def among(shifts, beside=()):
    """Yield a problem for each of the shifts that begins before another of the same volunteer or papers has ended.

    `beside` are the records saved along with them: among these may be volunteers who are not on file yet.
    """
    fresh = {one.id: one.id_number for one in beside if isinstance(one, Volunteer) and one.id_number not in NO_NUMBER}
    latest, who = {}, {one: fresh.get(one) or _papers_of(one) for one in {shift.volunteer for shift in shifts}}
    counted = (shift for shift in shifts if shift.state != "void")
    for shift in sorted(counted, key=lambda one: (one.day, one.start)):
        if shift.volunteer in fresh:
            yield from with_those_on_file(shift, fresh[shift.volunteer])
        key = who[shift.volunteer], shift.day
        before = latest.get(key)
        if before and before.end > shift.start:
            yield _served_already(before)
        if not before or shift.end > before.end:
            latest[key] = shift


def _same_one(volunteer, papers=None):
    """The volunteer, and whoever is on file with the same ID document number."""
    papers = papers or _papers_of(volunteer)
    if papers == volunteer:
        return [volunteer]
    rows = Volunteer.alive(Volunteer.id).where(Volunteer.id_number == papers)
    return [volunteer, *(row for (row,) in rows.tuples())]


def _papers_of(volunteer):
    """The ID document number of a volunteer; the volunteer's own id where none is on file."""
    (papers,) = lookup.answers(Volunteer, volunteer, "id_number") or (None,)
    return volunteer if papers in NO_NUMBER else papers


def _served_already(shift) -> Problem:
    values = {"start": f"{shift.start:%H:%M}", "end": f"{shift.end:%H:%M}"}
    return Problem("start", N_("This volunteer served from {start} to {end} already."), values)
