"""What rows 68-70 count: training attended and given, supervision received."""

from datetime import date

from models import figures
from models.team.staff import Staff
from models.team.supervision import Supervision
from models.team.training import StaffTraining
from models.team.training_given import TrainingGiven

MONTH = "2026-09"


def value(store, number):
    return figures.month_table(store.unit, MONTH).by_number[number].value


def workers(*names):
    for name in names:
        Staff.new(name=name).save()
    return tuple(one.id for one in Staff.alive().where(Staff.name.in_(names)))


def test_training_counts_once_and_its_hours_for_each_who_attended(store):
    two = workers("潘晓燕", "吴丽")
    StaffTraining.new(name="个案", day=date(2026, 9, 2), people=two, hours=8).save()
    StaffTraining.new(name="小组", day=date(2026, 9, 9), people=two[:1], hours=6).save()
    StaffTraining.new(name="上月", day=date(2026, 8, 30), people=two, hours=50).save()
    assert [value(store, number) for number in ("68.1", "68.2", "68.3")] == [2, 3, 22]


def test_supervision_counts_its_own_length_however_many_were_there(store):
    three = workers("潘晓燕", "吴丽", "梁志强")
    Supervision.new(
        day=date(2026, 9, 4),
        minutes=150,
        supervisor_name="陈老师",
        people=three,
        topic="结案",
        functions=("education",),
    ).save()
    assert (value(store, "69.1"), value(store, "69.2")) == (1, 150)


def test_each_batch_given_counts_and_those_who_came(store):
    for batch, persons in (("第一期", 30), ("第二期", 30)):
        TrainingGiven.new(name="实操工作坊", batch=batch, day=date(2026, 9, 5), persons=persons).save()
    assert (value(store, "70.1"), value(store, "70.2")) == (2, 60)
