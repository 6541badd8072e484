"""The kinds of answer: what people type, what is stored, what travels."""

import unicodedata
from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from models import fields, id_number, register
from models.commits import canon
from models.errors import Wrong
from models.fields import unwanted_character
from resources.language import Language

TODAY = date(2026, 9, 15)
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), min_size=1, max_size=40)
VALUES = {
    fields.Text: WORDS,
    fields.Name: WORDS,
    fields.Notes: WORDS,
    fields.Count: st.integers(0, 10**9),
    fields.Money: st.integers(0, 10**12),
    fields.Day: st.dates(date(1900, 1, 1), TODAY),
    fields.PartialDay: st.sampled_from(("1953", "1953-05", "1953-05-06", "2026-09-15")),
    fields.Time: st.times().map(lambda t: time(t.hour, t.minute)),
    fields.Duration: st.integers(0, 600),
    fields.YesNo: st.sampled_from(("yes", "no", "unknown")),
    fields.Choice: st.sampled_from(("0", "1", "2", "3")),
    fields.Choices: st.lists(st.sampled_from(("0", "1", "2", "3")), unique=True).map(lambda v: tuple(sorted(v))),
    fields.Link: st.uuids(),
    fields.Links: st.lists(st.uuids(), unique=True).map(lambda v: tuple(sorted(v, key=lambda u: u.hex))),
    fields.IdNumber: st.sampled_from(("11010519491231002X", "无", "110105491231002")),
    fields.Phone: st.sampled_from(("13800138000", "0871-65123456", "12345")),
    fields.Division: st.sampled_from(("530102", "530102001", "530102001001")),
    fields.Data: WORDS,
    fields.Answers: st.sampled_from((0, 1, 2, 3)).map(lambda key: fields.Answers("A").read(f"phq2 {key} 1", TODAY)),
    fields.Pictures: st.lists(st.binary(min_size=32, max_size=32).map(bytes.hex), unique=True, max_size=9).map(
        lambda v: tuple(sorted(v))
    ),
    fields.Lines: st.lists(
        st.fixed_dictionaries({"what": WORDS}, optional={"cost": st.integers(0, 10**9)}).map(fields.Line), max_size=8
    ).map(tuple),
}
_EXTRA = {fields.Choice: ["risk_level"], fields.Choices: ["risk_level"], fields.Link: [], fields.Links: []}


def question(kind):
    """One question of a kind, named as in a form."""
    if kind is fields.Lines:
        made = kind("Label", columns={"what": fields.Text("What", required=True), "cost": fields.Money("Cost")})
        made.name = "answer"
        return made
    if kind in (fields.Link, fields.Links):
        made = kind("Person", "Label")
    else:
        made = kind("Label", *_EXTRA.get(kind, []))
    made.name = "answer"
    return made


def read(kind, text):
    return question(kind).read(text, TODAY)


def test_every_kind_is_covered_here():
    assert set(VALUES) == set(fields.KINDS)


@pytest.mark.parametrize("kind", fields.KINDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_value_survives_journal_and_table(kind, data):
    asked, value = question(kind), data.draw(VALUES[kind])
    packed = asked.pack(value)
    canon(packed)
    assert asked.unpack(packed) == value
    assert (asked.python_value(asked.db_value(value)) or None) == (value or None)
    assert asked.stored(packed) == asked.db_value(value)
    assert list(asked.check(value, None, TODAY)) == []
    if kind not in (fields.Link, fields.Links):
        assert isinstance(asked.show(value, Language("zh_CN")), str)


@pytest.mark.parametrize("kind", fields.KINDS, ids=lambda kind: kind.__name__)
def test_nothing_typed_is_no_answer(kind):
    if kind not in (fields.Data, fields.Link, fields.Links):
        assert not read(kind, "")


@pytest.mark.parametrize("kind", fields.KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("packed", [1.5, {"a": 1}, [1], [["x"]], True, "\x00", 2**60, "zz", -1], ids=repr)
def test_what_is_not_of_the_kind_is_refused_or_checked_not_a_crash(kind, packed):
    asked = question(kind)
    try:
        value = asked.unpack(packed)
    except Wrong:
        return
    if value is not None:
        list(asked.check(value, None, TODAY))


def test_a_year_is_written_without_a_comma():
    language = Language("zh_CN")
    assert fields.Count("", year=True).show(2026, language) == "2026"
    assert fields.Count("").show(2026, language) == "2,026"
    for form in register.RECORDS:
        for question in form.questions().values():
            columns = question.columns.values() if isinstance(question, fields.Lines) else ()
            for one in (question, *columns):
                if isinstance(one, fields.Count) and one.most == 2200:
                    assert one.year, one.label


def test_a_day_has_one_spelling_in_the_journal():
    with pytest.raises(Wrong):
        fields.Day("").unpack("2026-W01-1")
    with pytest.raises(Wrong):
        fields.Day("").unpack("20260305")


@pytest.mark.parametrize(
    "typed, day",
    [
        ("3.5", date(2026, 3, 5)),
        ("0305", date(2026, 3, 5)),
        ("20260305", date(2026, 3, 5)),
        ("2026-3-5", date(2026, 3, 5)),
        ("2026年3月5日", date(2026, 3, 5)),
        ("２０２６．３．５", date(2026, 3, 5)),
        ("3月5日", date(2026, 3, 5)),
        ("7", date(2026, 9, 7)),
        ("0", TODAY),
        ("-1", date(2026, 9, 14)),
        ("昨天", date(2026, 9, 14)),
    ],
)
def test_a_day_is_read_as_typists_write_it(typed, day):
    assert read(fields.Day, typed) == day


@pytest.mark.parametrize("typed", ["31.2", "2026-02-30", "abc", "99999999", "13.1", "1.2.3.4"])
def test_a_day_that_is_not_in_the_calendar_is_said_so(typed):
    with pytest.raises(Wrong):
        read(fields.Day, typed)


def test_a_day_in_2099_is_refused_with_a_sentence():
    for asked in (fields.Day("x"), fields.Day("x", may_be_future=True)):
        asked.name = "day"
        assert [problem.blocks for problem in asked.check(date(2099, 1, 1), None, TODAY)] == [True]


def test_a_next_visit_may_lie_ahead():
    asked = fields.Day("x", may_be_future=True)
    assert list(asked.check(date(2026, 12, 1), None, TODAY)) == []


@pytest.mark.parametrize(
    "typed, value", [("1953", "1953"), ("1953.5", "1953-05"), ("195305", "1953-05"), ("19530506", "1953-05-06")]
)
def test_a_birth_may_be_known_in_part(typed, value):
    assert read(fields.PartialDay, typed) == value


@pytest.mark.parametrize("typed, fen", [("120", 12000), ("1,234.5", 123450), ("¥0.07", 7), ("１２元", 1200)])
def test_money_is_whole_fen(typed, fen):
    assert read(fields.Money, typed) == fen


@pytest.mark.parametrize("typed, minutes", [("90", 90), ("1:30", 90), ("1.5小时", 90), ("45分钟", 45)])
def test_a_duration_is_minutes(typed, minutes):
    assert read(fields.Duration, typed) == minutes


def test_a_name_is_kept_as_typed_up_to_fifty_code_points():
    asked = fields.Name("x")
    asked.name = "name"
    for name in ("王𠮷明", "次仁·卓玛措姆", "古丽米热・阿卜杜热合曼", "𬱖" * 50):
        assert asked.read(name, TODAY) == name
        assert list(asked.check(name, None, TODAY)) == []
    assert list(asked.check("王" * 51, None, TODAY))
    assert list(asked.check("王" * 20_000, None, TODAY))


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "a\x1bb", "a\ud800b", "\u2066a"])
def test_characters_that_cannot_be_seen_are_refused(text):
    for kind in (fields.Text, fields.Name, fields.Notes):
        assert any(problem.blocks for problem in question(kind).check(text, None, TODAY))


@pytest.mark.parametrize(
    "kind, text, meant",
    [
        (fields.Phone, "\u202d139 1234 5678\u202c", "13912345678"), (fields.Count, "\ufeff12", 12),
        (fields.IdNumber, "\u200e510411198312164707\u200b", "510411198312164707"),
        (fields.Day, "\u200e2026-03-05", date(2026, 3, 5)), (fields.Money, "\u202d12.50\u202c", 1250),
    ],
)  # fmt: skip
def test_the_unseen_marks_telephones_put_around_a_copied_number_are_dropped(kind, text, meant):
    assert read(kind, text) == meant


@pytest.mark.parametrize("text", ["<b>王五", "=1+1", "'; DROP TABLE person; --", "a\nb\tc"])
def test_notes_keep_markup_formulas_and_sql_as_text(text):
    assert read(fields.Notes, text) == text
    assert list(question(fields.Notes).check(text, None, TODAY)) == []


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.integers(0, 999))
def test_the_check_character_agrees_with_python_stdnum(birth, order):
    first = f"110105{birth:%Y%m%d}{order:03}"
    number = first + id_number.check_character(first)
    assert ric.calc_check_digit(number) == number[17]
    assert (id_number.birth_of(number), id_number.sex_of(number)) == (birth, "1" if order % 2 else "2")
    assert list(id_number.problems(number, TODAY)) == []


@pytest.mark.parametrize(
    "number, code",
    [("11010519491231002A", "L-11"), ("110105194912310021", "L-14"), ("110105194913310026", "L-13"), ("123", "L-11"),
     ("990105194912310021", "L-14"), ("000105194912310021", "L-12")],
)  # fmt: skip
def test_an_odd_identity_number_is_a_warning_never_a_wall(number, code):
    problems = list(question(fields.IdNumber).check(number, None, TODAY))
    assert code in {problem.code for problem in problems}
    assert not any(problem.blocks for problem in problems)


@pytest.mark.parametrize(
    "number", ["810000199408230021", "830000199201300022", "无", "USA110105491231", "110105491231002"]
)
def test_numbers_of_residents_foreigners_and_of_old_are_known(number):
    assert not {"L-11", "L-12", "L-13"} & {problem.code for problem in id_number.problems(number, TODAY)}


def test_an_identity_number_is_tidied_while_read():
    assert read(fields.IdNumber, " 110105 19491231 002x ") == "11010519491231002X"
    assert read(fields.IdNumber, "１１０１０５１９４９１２３１００２Ｘ") == "11010519491231002X"


def test_a_choice_is_found_by_its_word_or_code():
    asked = fields.Choice("x", "risk_level")
    asked.name = "risk"
    code = asked.read("3", TODAY)
    assert asked.read(asked.show(code, Language("zh_CN")), TODAY) == code
    with pytest.raises(Wrong):
        asked.read("没有这一项", TODAY)


def test_links_are_ids():
    one = UUID(int=7 << 64)
    assert question(fields.Link).unpack(question(fields.Link).pack(one)) == one


STEPS = question(fields.Lines)


def test_lines_keep_their_place_when_one_between_goes():
    lines = STEPS.unpack(STEPS.pack(tuple(fields.Line(what=word) for word in "甲乙丙")))
    packed = STEPS.pack(lines)
    assert set(STEPS.pack((lines[0], lines[2]))) < set(packed)
    assert STEPS.pack((*lines, fields.Line(what="丁")))[:3] == packed


def test_empty_lines_are_no_lines_and_sums_are_exact():
    value = (fields.Line(what="甲", cost=1), fields.Line(), fields.Line(what="乙", cost=2))
    assert len(STEPS.pack(value)) == 2
    assert STEPS.total(value, "cost") == 3


def test_a_wrong_cell_is_said_with_its_line_and_column():
    (problem,) = STEPS.check((fields.Line(what="甲"), fields.Line(cost=5)), None, TODAY)
    assert problem.say(Language("en")) == "Line 2, What: This has to be answered."


def test_lines_are_pasted_from_a_sheet():
    assert STEPS.read("甲\t12.50\n\n乙\n", TODAY) == (fields.Line(what="甲", cost=1250), fields.Line(what="乙"))
    with pytest.raises(Wrong):
        STEPS.read("甲\t1\t2", TODAY)


@pytest.mark.parametrize(
    "element",
    [
        '[1,{"what":"\\u202e"}]',
        '[1, {"what":"甲"}]',
        '[0,{"what":"甲"}]',
        '[1,{"what":1}]',
        "[1,2]",
        "[",
        "[1,{}]x",
        '[1,{"cost":1.5}]',
    ],
)
def test_a_line_spelled_otherwise_is_refused(element):
    with pytest.raises(Wrong):
        STEPS.unpack([element])


def test_a_column_of_a_newer_program_is_not_lost():
    (line,) = STEPS.unpack(['[1,{"newer":"x","what":"甲"}]'])
    assert STEPS.pack((line,)) == ['[1,{"newer":"x","what":"甲"}]']


def test_lines_written_at_one_place_on_two_computers_both_stay_and_keep_it():
    packed = ['[1,{"what":"乙"}]', '[1,{"what":"甲"}]', '[2,{"what":"丙"}]']
    assert STEPS.pack(STEPS.unpack(packed)) == sorted(packed)


def test_what_is_never_stored_is_controls_surrogates_and_marks_of_direction():
    marks = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    for character in map(chr, range(0x110000)):
        control = unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"
        assert unwanted_character(character) == (control or character in marks), f"U+{ord(character):04X}"
