"""A filled scale on file: what is worked out, what stops a save, what is done at once, what is due again."""

from datetime import date

import pytest

from models.casework.case import Case
from models.errors import InvalidRecord, Wrong
from models.fields import Answers
from models.fields.answers import filled, sheet
from models.scales import advice, definition
from models.scales.over_time import course, repeats_due
from models.scales.result import ScaleResult
from models.scales.scoring import DECLINED
from resources.language import Language


@pytest.fixture
def person(store):
    made = store.tables["person"].new(name="龙秀英", sex="2", birth="1950-03-21", village="河口村")
    made.save()
    return made


def answers(name, *keys):
    scale = definition.scale(name)
    return filled(scale, {item.code: key for item, key in zip(scale.items, keys, strict=False)})


def result(person, name="phq9", keys=(1,) * 8 + (0,), **more):
    made = ScaleResult.new(person=person.id, scale=name, answers=answers(name, *keys), **more)
    made.save()
    return made


def test_total_band_and_version_follow_from_the_answers(store, person):
    made = ScaleResult.get_by_id(result(person).id)
    assert (made.total, made.band, made.alerts, made.version) == (8, "mild", (), "2026-1")
    assert made.caption() == "PHQ-9 2026-09-15"
    assert made.repeat_on == date(2026, 10, 15)


def test_an_alarming_answer_is_not_saved_before_something_was_done(store, person):
    made = ScaleResult.new(person=person.id, scale="phq9", answers=answers("phq9", *[0] * 8, 1))
    told = [problem for problem in made.problems() if problem.question == "done"]
    assert told and told[0].blocks
    with pytest.raises(InvalidRecord):
        made.save()
    made.done = ("stayed", "lead")
    warnings = [problem for problem in made.problems() if problem.code == "A-140"]
    assert [problem.sentence for problem in warnings] == [advice.ALERTS["suicide"]] and not warnings[0].blocks
    made.save()
    assert ScaleResult.get_by_id(made.id).alerts == ("suicide",)


def test_a_scale_of_which_only_the_total_is_recorded(store, person):
    made = ScaleResult.new(person=person.id, scale="barthel", typed_total=62)
    with pytest.raises(InvalidRecord):  # steps of five
        made.save()
    made.typed_total = 60
    made.save()
    assert (made.total, made.band) == (60, "moderate")


def test_refusing_is_an_answer(store, person):
    made = result(person, refused="yes")
    assert (made.answers, made.total, made.band) == (None, None, None)


def test_nobody_is_asked_for_where_the_scale_is_anonymous(store):
    ScaleResult.new(scale="satisfaction5", answers=answers("satisfaction5", *[5] * 6)).save()
    with pytest.raises(InvalidRecord):
        ScaleResult.new(scale="phq2", answers=answers("phq2", 1, 1)).save()


def test_the_person_of_a_case_is_the_one_who_answered(store, person):
    case = Case.new(person=person.id, problem="情绪", opened=date(2026, 9, 1), worker=store.user, source="01")
    case.save()
    made = ScaleResult.new(case=case.id, scale="phq2", answers=answers("phq2", 1, 1))
    made.save()
    assert made.person == person.id


def test_too_few_answers_are_kept_without_a_total(store, person):
    made = result(person, keys=(1, 1, 1))
    assert (made.total, made.band) == (None, None)
    assert any("no total" in problem.sentence for problem in made.problems())


def test_the_course_of_a_person_is_by_day_and_scale(store, person):
    later, first = result(person, day=date(2026, 9, 1)), result(person, day=date(2026, 3, 1), keys=(2,) * 8 + (0,))
    result(person, "gad2", (1, 1), day=date(2026, 6, 1))
    assert [one.id for one in course(later)] == [first.id, later.id]


def test_a_scale_is_due_again_until_it_was_repeated(store, person):
    result(person, day=date(2026, 7, 1))
    assert [(due.caption, due.day) for due in repeats_due(store, store.today())] == [("龙秀英", date(2026, 7, 31))]
    result(person, day=date(2026, 8, 1), repeat_on=date(2026, 12, 1))
    assert repeats_due(store, store.today()) == []


def test_answers_are_typed_as_digits():
    question = Answers("Answers")
    value = question.read("phq2 2，x", None)
    assert sheet(value) == ("phq2", "2026-1", {"1": 2, "2": DECLINED})
    assert sheet(question.read("PHQ2 - 1", None))[2] == {"2": 1}
    assert question.read("phq2", None) is question.read("", None) is None
    for typed in ("nothing 1 2", "phq2 1 2 3", "phq2 a"):
        with pytest.raises(Wrong):
            question.read(typed, None)


def test_answers_are_said_with_their_questions():
    said = Answers("Answers").show(answers("phq2", 2, DECLINED), Language("en"))
    assert said.splitlines()[0] == "1. Little interest or pleasure in doing things: More than half the days"
    assert said.splitlines()[1].endswith("declined")


def test_answers_are_said_in_the_order_of_the_scale():
    said = Answers("Answers").show(answers("gds15", *[0] * 15), Language("en"))
    assert [line.partition(".")[0] for line in said.splitlines()] == [str(n) for n in range(1, 16)]


def test_answers_of_a_newer_program_stay_as_they_are(store, person):
    value = '{"answers":{"q1":4},"scale":"made_later","version":"2031-1"}'
    assert Answers("Answers").show(value, Language("en")) == "q1. q1: 4"
    assert Answers("Answers").unpack(value) == value


@pytest.mark.parametrize(
    "packed",
    ["", "{", "[]", "[" * 9000, '{"scale":"phq2"}', '{"answers":{"1":"x"},"scale":"phq2","version":"1"}',
     '{"answers":{"1":true},"scale":"phq2","version":"1"}', '{"answers":[],"scale":"phq2","version":"1"}',
     '{"answers":{},"scale":1,"version":"1"}', '{"answers":{"\\u0000":1},"scale":"phq2","version":"1"}'],
)  # fmt: skip
def test_what_are_no_answers_is_refused(packed):
    with pytest.raises(Wrong):
        Answers("Answers").unpack(packed)


def test_an_answer_that_the_item_does_not_have_is_said(store, person):
    made = ScaleResult.new(person=person.id, scale="phq2", answers=filled(definition.scale("phq2"), {"1": 7, "2": 0}))
    with pytest.raises(InvalidRecord):
        made.save()


def test_a_version_that_is_not_here_keeps_what_was_worked_out(store, person):
    made = result(person)
    made.answers = made.answers.replace("2026-1", "2031-1")
    made.save()
    again = ScaleResult.get_by_id(made.id)
    assert again.definition() is None
    assert (again.total, again.band, again.version) == (8, "mild", "2026-1")


def test_a_range_by_schooling_asks_for_it_where_it_is_not_known(store, person):
    result = store.tables["scale_result"].new(person=person.id, scale="mmse", typed_total=19)
    result.save()
    assert result.band is None and [(one.question, one.blocks) for one in result.problems()] == [("person", False)]
    person.education = "80"
    person.save()
    result.save()
    assert result.band == "positive" and not result.problems()


@pytest.mark.parametrize(("last", "is_asked"), [(0, False), (DECLINED, True), (None, True)])
def test_a_question_about_safety_without_an_answer_is_said(store, person, last, is_asked):
    keys = {str(number): 0 for number in range(1, 9)} | ({"9": last} if last is not None else {})
    one = ScaleResult.new(person=person.id, scale="phq9", answers=filled(definition.scale("phq9"), keys))
    said = [problem.values for problem in one.problems() if "numbers" in problem.values]
    assert said == ([{"numbers": "9"}] if is_asked else [])
