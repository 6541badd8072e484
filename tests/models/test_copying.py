from datetime import time, timedelta

import pytest

from models import codes, copying, fields
from models.errors import UserError
from models.services.activity import Activity

KIND = codes.choices("activity_kind")[0].code


def activity(store, **answers):
    usual = {"name": "义诊", "kind": KIND, "day": store.today() - timedelta(3), "start": time(9), "place": "村委会"}
    made = Activity.new(**usual | answers)
    made.save()
    return made


def test_the_last_record_of_who_is_at_work_says_what_is_usually_the_same(store):
    activity(store, place="旧址")
    last = activity(store)
    told = copying.as_last_time(store, Activity)
    assert (told["place"], told["start"], told["kind"]) == ("村委会", time(9), last.kind)


def test_days_numbers_states_and_names_are_never_taken_over(store):
    last = activity(store)
    told = copying.as_last_time(store, Activity)
    assert last.number and not {"day", "number", "name", "state"} & set(told)


def test_where_nothing_was_entered_nothing_is_taken_over(store):
    assert copying.as_last_time(store, Activity) == {}


def test_a_template_keeps_what_is_not_of_one_day(store):
    copying.keep_template(store, " 义诊系列 ", activity(store))
    (name,), (answers,) = zip(*copying.templates(store, Activity).items(), strict=True)
    assert name == "义诊系列"
    assert (answers["name"], answers["place"], answers["start"]) == ("义诊", "村委会", time(9))
    assert "day" not in answers and "number" not in answers


def test_a_record_made_from_a_template_can_be_saved(store):
    copying.keep_template(store, "义诊", activity(store))
    fresh = Activity.new(**copying.templates(store, Activity)["义诊"], day=store.today())
    fresh.save()
    assert Activity.alive().count() == 2


def test_a_template_is_forgotten_by_its_name(store):
    copying.keep_template(store, "义诊", activity(store))
    copying.remove_template(store, Activity, "义诊")
    assert copying.templates(store, Activity) == {}


@pytest.mark.parametrize("name", ["", "  ", "长" * 61, "a\u202eb"])
def test_a_template_needs_a_name_people_can_read(store, name):
    with pytest.raises(UserError):
        copying.keep_template(store, name, activity(store))


def test_what_is_about_one_person_has_no_templates(store):
    assert copying.has_templates(Activity)
    assert not copying.has_templates(store.tables["person"])
    assert not copying.has_templates(store.tables["case"])


def test_no_form_keeps_what_is_sensitive_or_of_a_person(store):
    for cls in store.tables.values():
        for name, question in cls.questions().items():
            if copying._may_be_kept(cls, name, question):
                assert not question.sensitive and getattr(question, "table", "staff") == "staff", (cls, name)


def test_what_was_counted_or_happened_once_stands_in_no_template(store):
    once = {
        "unnamed": 36, "volunteers": 4, "materials": 120, "incidents": "有人晕倒", "press": "镇公众号",
        "expenses": (fields.Line({"item": "茶叶", "amount": 3000}),),
    }  # fmt: skip
    made = activity(store, **once)
    copying.keep_template(store, "茶话会", made)
    assert not set(once) & set(copying.templates(store, Activity)["茶话会"])
