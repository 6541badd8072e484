"""Papers of groups and activities with what stands beside their form: roster, who came, who agreed to no pictures."""

from reportlab.lib.units import mm

from exports.layout.document import BODY, CELL, LABEL, heading
from exports.layout.forms import record_pdf
from exports.layout.grids import grid, whole_words
from exports.layout.masks import masked
from exports.layout.prose import Prose
from models.database import current
from models.services.likeness import without_consent
from resources.language import N_

_CENTRE = CELL.but(align="centre")
_ROSTER = (
    (N_("No."), 9.5, _CENTRE), (N_("Name"), 24, CELL), (N_("Sex"), 9.5, _CENTRE), (N_("Age"), 9.5, _CENTRE),
    (N_("Category"), 24, CELL), (N_("Telephone"), 26, CELL), (N_("Guardian"), 26, CELL),
    (N_("Emergency contact"), 26, CELL), (N_("Health to mind"), 22.5, CELL), (N_("Consent to join"), 21, CELL),
)  # fmt: skip
_SHEET = ((N_("Name"), 40, CELL), (N_("Attendance"), 30, _CENTRE), (N_("Remarks"), 54, CELL))
_BLANK_ROWS, _ROW, _GAP = 12, 8.4 * mm, "　" * 5


def group_pdf(group, *, language, **said) -> bytes:
    """A group with its roster (组员名单); with the class Group both blank."""
    return record_pdf(group, language=language, more=_roster(group, language, said.get("whole", False)), **said)


def session_pdf(session, *, language, **said) -> bytes:
    """The record of a session with who came; with the class GroupSession the blank record."""
    more = _nobody_yet(language) if isinstance(session, type) else _came(session, language)
    after = {} if isinstance(session, type) else _named(session, language)
    name = N_("Record of a group session")
    return record_pdf(session, language=language, name=name, more=more, after=after, **said)


def activity_pdf(activity, *, language, **said) -> bytes:
    """The record of an activity with how many came and what was handed out; with the class the blank record."""
    blank = isinstance(activity, type)
    after = {} if blank else _named(activity, language)
    after |= {"unnamed": _counted(activity, blank, language), "recurring": _handed_out(activity, blank, language)}
    return record_pdf(activity, language=language, name=N_("Record of the activity"), after=after, **said)


def _roster(group, language, whole):
    rows = [] if isinstance(group, type) else [_member(one, language, whole) for one in _members(group)]
    blank = [[str(number + 1)] + [""] * (len(_ROSTER) - 1) for number in range(_BLANK_ROWS)]
    numbered = [[str(number), *row] for number, row in enumerate(rows, 1)] or blank
    return [*heading(language.text(N_("Roster of the group"))), _table(numbered, _ROSTER, language)]


def _members(group):
    member = current().tables["group_member"]
    return [one for one in member.alive().where(member.group == group.id).order_by(member.id) if one.linked("person")]


def _member(one, language, whole):
    person, asked = one.linked("person"), one.linked("person").questions()
    age = person.age(one.joined or current().today())
    shown = lambda number: (number or "") if whole else masked(number)  # noqa: E731 (said three times in this row)
    return [
        person.name or "", asked["sex"].show(person.sex, language), "" if age is None else str(age),
        asked["categories"].show(person.categories, language), shown(person.phone),
        "\n".join(filter(None, (one.guardian, shown(one.guardian_phone)))),
        "\n".join(filter(None, (one.contact, shown(one.contact_phone)))),
        one.health or "", one.questions()["consent"].show(one.consent, language),
    ]  # fmt: skip


def _came(session, language):
    """应到, 实到, 缺席, 新加入 and the names."""
    rows = current().tables["attendance"].of(session)
    came = [row for row in rows if row.state != "absent"]
    new = sum(not row.person or _is_new(row, session) for row in came)
    sentence = language.text(
        N_("On the sheet {listed}, came {came}, absent {absent}, new {new}; others, not named {unnamed}."),
        listed=len(rows), came=len(came), absent=len(rows) - len(came), new=new, unnamed=session.unnamed or 0,
    )  # fmt: skip
    said = [[row.caption(), row.questions()["state"].show(row.state, language), _remark(row, language)] for row in rows]
    half = -(-len(said) // 2)
    pairs = [said[n] + (said[n + half] if n + half < len(said) else [""] * 3) for n in range(half)]
    table = [_table(pairs, _SHEET * 2, language, least=0)] if said else []
    return [*heading(language.text(N_("Attendance"))), Prose(sentence, BODY, after=1.5 * mm), *table]


def _nobody_yet(language):
    """The sheet to tick by hand."""
    rows = [[""] * 6 for _ in range(_BLANK_ROWS // 2)]
    return [*heading(language.text(N_("Attendance"))), _table(rows, _SHEET * 2, language)]


def _is_new(row, session):
    """Whether somebody on file came to this group for the first time."""
    statement = """
    SELECT 1 FROM attendance a JOIN group_session s ON s.id = a.session
    WHERE a.person = ? AND a.deleted = 0 AND a.state <> 'absent' AND s."group" = ? AND s.deleted = 0 AND s.number < ?
    LIMIT 1
    """
    values = (row.person.bytes, session.group.bytes, session.number or 0)
    return current().db.execute_sql(statement, values).fetchone() is None


def _remark(row, language):
    return row.reason or (language.text(N_("on behalf: {name}"), name=row.proxy) if row.proxy else "")


def _counted(activity, blank, language):
    named = 0 if blank else sum(row.state != "absent" for row in current().tables["attendance"].of(activity))
    unnamed = 0 if blank else activity.unnamed or 0
    counts = {"named": named, "unnamed": unnamed, "all": named + unnamed}
    sentence = N_("Came and named {named}, others, not named {unnamed}, in all {all}.")
    return _row(N_("Number who came"), sentence, dict.fromkeys(counts, _GAP) if blank else counts, language)


def _handed_out(activity, blank, language):
    rows = (
        []
        if blank
        else current().tables["hand_out"].alive().where(current().tables["hand_out"].activity == activity.id)
    )
    values = [row.value or 0 for row in rows]
    counts = {"times": len(values), "money": language.money(sum(values))}
    sentence = N_("Handed out {times} times, worth {money} yuan in all.")
    return _row(N_("Goods handed out"), sentence, dict.fromkeys(counts, _GAP) if blank else counts, language)


def _row(label, sentence, said, language):
    """One more row of the form, of what is worked out rather than asked."""
    said = [language.text(label), language.text(sentence, **said)]
    return grid([said], [27 * mm, 149 * mm], heads=0, kinds=[LABEL, BODY], least=_ROW, padding=(2.2, 4))


def _named(event, language):
    """Below the pictures: those who were there and agreed to none."""
    names = without_consent(event) if event.pictures else []
    if not names:
        return {}
    sentence = N_("{names}. Do not show them to others where they can be recognised.")
    said = {"names": language.text(N_(", ")).join(names)}
    return {"pictures": _row(N_("Without consent to pictures"), sentence, said, language)}


def _table(rows, columns, language, least=_ROW):
    width = 176 * mm
    scale = width / sum(wide * mm for _, wide, _ in columns)
    heads = [language.text(word) for word, _, _ in columns]
    kinds = [kind for _, _, kind in columns]
    widths = whole_words(rows, [wide * mm * scale for _, wide, _ in columns], kinds)
    return grid([heads, *rows], widths, kinds=kinds, least=least)
