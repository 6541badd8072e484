"""What the filter above a list means: conditions for the database, so that nothing is filtered in Python."""

from models import fields, search

_MOST = 500


def villages(cls) -> list[str]:
    """The villages that stand in a list, to narrow it by."""
    column = cls.questions()["village"]
    rows = cls.alive(column).where(column.is_null(False)).distinct().order_by(column).limit(60).tuples()
    return [village for (village,) in rows]


def matches(cls, names, text):
    """The condition for typed text: found by search where the form is searched, else anywhere in the words shown."""
    if cls.searched:
        found = search.find_ids(text, _MOST, (cls._meta.table_name,))
        return cls.id.in_([one.id for one in found])
    condition = None
    linked = search.find_ids(text, _MOST, ("person", "household", "volunteer"))
    for name in names:
        question = cls.questions()[name]
        if isinstance(question, fields.Text):
            part = question.contains(text)
        elif isinstance(question, fields.Link):
            part = question.in_([one.id for one in linked])
        else:
            continue
        condition = part if condition is None else condition | part
    return condition if condition is not None else cls.id.is_null()
