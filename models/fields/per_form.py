"""What is made of the questions of a form: once, and anew only when its questions have changed."""

from functools import wraps


def per_form(make):
    """Keep what `make(form)` gives for each form; forms get new questions in tests and when an older file is read."""
    known = {}

    @wraps(make)
    def of(form):
        questions = form.questions()
        found = known.get(form)
        if found is None or found[0] is not questions:
            found = known[form] = questions, make(form)
        return found[1]

    return of
