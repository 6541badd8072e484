"""What can be said about a row of a ledger: codes, sentences, and what each means for the row.

`docs/commands.md` lists the codes; they never change their meaning. L-11 … L-18 are the ones that the records' own
rules use for the same finding.
"""

from dataclasses import dataclass, field

from resources.language import N_

NOTE = "note"  # worth knowing; nothing is missing
DOUBT = "doubt"  # taken, with a value left out or to be looked at
HELD = "held"  # not taken now; can be taken once it is mended
REFUSED = "refused"  # nothing to take
LEFT_OUT = "left_out"  # a row that is no entry: blank, sub-total, total, heading, foot


@dataclass(frozen=True)
class Kind:
    """A kind of finding."""

    code: str
    weight: str
    sentence: str


@dataclass(frozen=True)
class Doubt:
    """One finding about one row, its values filled in."""

    kind: Kind
    values: dict = field(default_factory=dict)

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def weight(self) -> str:
        return self.kind.weight

    def say(self, language) -> str:
        return language.text(self.kind.sentence, **_said(self.values, language))


def _said(values, language):
    """Values that are sentences of our own are translated as well."""
    return {name: value.say(language) if hasattr(value, "say") else value for name, value in values.items()}


_KINDS: dict[str, Kind] = {}


def _kind(code, weight, sentence) -> Kind:
    return _KINDS.setdefault(code, Kind(code, weight, sentence))


def all_kinds() -> list[Kind]:
    return [_KINDS[code] for code in sorted(_KINDS)]


LOST_DIGITS = _kind(
    "L-01",
    DOUBT,
    N_("The identity number was kept as a calculated number and has lost its last digits ({found}). It is left out."),
)
ENTERED_TWICE = _kind(
    "L-02", HELD, N_("The person with this identity number stands in row {other} already; not registered twice.")
)
NUMBER_SHARED = _kind(
    "L-03", DOUBT, N_("Row {other} has another name with the same identity number. It is left out of both ({found}).")
)
MAYBE_TWICE = _kind(
    "L-04", DOUBT, N_("Name, birth and village are those of row {other}; perhaps one person. Both are registered.")
)
ON_FILE = _kind("L-05", HELD, N_("The person with this identity number is on file already; not registered twice."))
MAYBE_ON_FILE = _kind(
    "L-06",
    HELD,
    N_(
        "Somebody of this name, village and birth is on file already. If this is another person, register them by hand."
    ),
)
NUMBER_ON_FILE = _kind(
    "L-07", DOUBT, N_("This identity number belongs to another name on file. It is left out ({found}).")
)
NO_NAME = _kind("L-08", REFUSED, N_("There is no name in this row."))
NAME_UNUSABLE = _kind("L-09", REFUSED, N_("The name cannot be kept: {reason}"))
NUMBER_SHAPE = _kind(
    "L-11", DOUBT, N_("The identity number does not have 18 or 15 characters. It is left out ({found}).")
)
NUMBER_REGION = _kind(
    "L-12", DOUBT, N_("No region begins with the first digits of the identity number. It is left out ({found}).")
)
NUMBER_BIRTH = _kind("L-13", DOUBT, N_("The birthday in the identity number does not exist. It is left out ({found})."))
NUMBER_CHECK = _kind(
    "L-14", DOUBT, N_("The last character of the identity number is not right. It is left out ({found}).")
)
BIRTH_NOT_NUMBER = _kind(
    "L-15", DOUBT, N_("The birth ({found}) is not the one in the identity number. It is left out; look at the card.")
)
SEX_NOT_NUMBER = _kind(
    "L-16", DOUBT, N_("The sex ({found}) is not the one in the identity number. It is left out; look at the card.")
)
# The records' own sentences, which name the age: nothing to mark here.
CATEGORY_AGE = _kind("L-17", NOTE, "{reason}")
CATEGORY_SEX = _kind("L-18", NOTE, "{reason}")
BIRTH_UNREADABLE = _kind("L-21", DOUBT, N_("The birth cannot be read as a date. It is left out ({found})."))
BIRTH_OPEN = _kind(
    "L-22",
    DOUBT,
    N_("The birth can be read in more than one way: {readings}. What is not certain is left out ({found})."),
)
UNKNOWN_WORD = _kind("L-23", DOUBT, N_("“{found}” under “{heading}” is not in the list. It is left out."))
PHONE_SHAPE = _kind("L-24", DOUBT, N_("The telephone number does not look like one. It is left out ({found})."))
PHONES_MORE = _kind("L-25", DOUBT, N_("More than two telephone numbers; the others are left out ({found})."))
VALUE_UNREADABLE = _kind("L-26", DOUBT, N_("“{found}” under “{heading}” cannot be taken: {reason} It is left out."))
NOTHING_ABOVE = _kind("L-27", DOUBT, N_("“Same as above” under “{heading}”, but nothing stands above."))
NOT_A_DAY = _kind("L-28", DOUBT, N_("“{found}” under “{heading}” is not a whole date. It is left out."))
NOT_SAVED = _kind("L-29", HELD, N_("The record does not allow it: {reason}"))
END_UNKNOWN = _kind(
    "L-30", DOUBT, N_("“{found}” says that the file has ended, but not on which day; registered as on file.")
)
DAY_MISSING = _kind("L-31", HELD, N_("There is no date. Write the day and take the file in again."))
DAY_OPEN = _kind(
    "L-32", HELD, N_("The date does not say the day ({found}). Write the whole date and take the file in again.")
)
DAY_UNREADABLE = _kind(
    "L-33", HELD, N_("The date cannot be read ({found}). Write it as 2026-09-05 and take the file in again.")
)
NOBODY = _kind("L-34", HELD, N_("Nobody on file is called {name}. Register the person first."))
SEVERAL = _kind(
    "L-35", HELD, N_("{count} people on file are called {name}. Enter the visit by hand, or add the identity number.")
)
SEVERAL_VOLUNTEERS = _kind("L-36", HELD, N_("{count} volunteers are called {name}. Add the identity number."))
NO_HOUSEHOLD = _kind("L-37", HELD, N_("{name} is not in a household on file."))
NO_VISITOR = _kind("L-38", HELD, N_("There is no visitor in this row."))
VISIT_TWICE = _kind("L-39", HELD, N_("The same visit stands in row {other} or is on file already; not entered twice."))
NOT_LINKED = _kind(
    "L-40", DOUBT, N_("“{found}” under “{heading}” is not on file, or more than one bears the name. It is left out.")
)
TIMES_MISSING = _kind("L-41", HELD, N_("Start and end of the shift are not both there, or cannot be read ({found})."))
HOURS_DIFFER = _kind(
    "L-42", DOUBT, N_("The length ({found}) is not the time from start to end. Start and end are taken.")
)
SHIFT_OVERLAPS = _kind("L-43", HELD, N_("The volunteer has another shift at this time, in row {other} or on file."))
STANDS_ALREADY = _kind(
    "L-44", HELD, N_("The same entry stands in row {other} or is on file already; not entered twice.")
)
NOTHING_READ = _kind("L-45", REFUSED, N_("Nothing in this row can be taken."))
BLANK = _kind("L-51", LEFT_OUT, N_("Blank row."))
SUBTOTAL = _kind("L-52", LEFT_OUT, N_("Sub-total or total."))
HEADING_AGAIN = _kind("L-53", LEFT_OUT, N_("The heading again, or a part of it."))
FOOT = _kind("L-54", LEFT_OUT, N_("A line about the table, not an entry."))
NO_LEDGER = _kind("L-55", LEFT_OUT, N_("A sheet without a ledger's heading."))
NUMBER_BLANKS = _kind("L-61", NOTE, N_("Blanks in the identity number were taken out."))
NUMBER_SMALL_X = _kind("L-62", NOTE, N_("The small x of the identity number was made a capital one."))
NUMBER_15 = _kind("L-63", NOTE, N_("An old identity number of 15 digits; kept as it is."))
NUMBER_NONE = _kind("L-64", NOTE, N_("No identity number."))
BIRTH_FROM_NUMBER = _kind("L-65", NOTE, N_("The full birthday is taken from the identity number."))
SEX_FROM_NUMBER = _kind("L-66", NOTE, N_("The sex is taken from the identity number."))
NAME_BLANKS = _kind("L-67", NOTE, N_("Blanks inside the name were taken out."))
FROM_ABOVE = _kind("L-68", NOTE, N_("“{heading}” is taken from the row above."))
SAID_TO_BE_GONE = _kind(
    "L-69", NOTE, N_("The remarks say “{found}”; the person is registered as on file. Please look.")
)
NEW_VOLUNTEER = _kind("L-70", NOTE, N_("{name} is registered as a volunteer."))
NEW_STAFF = _kind("L-71", NOTE, N_("{name} is registered as a member of staff without a password."))
NOBODY_ON_STAFF = _kind("L-74", NOTE, N_("No one member of staff is called {name}; no worker is entered."))
MET_OPEN = _kind("L-73", NOTE, N_("Whether the person was met is not said; not counted as seen."))
ACTIVITY_NOT_MADE = _kind("L-72", NOTE, N_("The activity “{name}” is not on file; its name is kept with the hours."))
