"""Names pasted from sheets and chats: read one by one, matched within the village, never guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.people.person import Person
from models.services.name_list import look_up, read_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("龙秀英\n石有田\n", ["龙秀英", "石有田"]),
        ("龙秀英、石有田，卢满仓;陶桂香", ["龙秀英", "石有田", "卢满仓", "陶桂香"]),
        (
            "#接龙\n重阳节报名\n\n1. 龙秀英\n2. 石有田 13912345678\n3、卢满仓（带孙子）",
            ["重阳节报名", "龙秀英", "石有田", "卢满仓"],
        ),
        ("序号\t姓名\t性别\n1\t龙秀英\t女\n2\t石有田\t男", ["龙秀英", "石有田"]),
        ("①龙秀英 ②石有田", ["龙秀英", "石有田"]),
        ("1.龙秀英 2.石有田 3、卢满仓", ["龙秀英", "石有田", "卢满仓"]),
        ("龙秀英 石有田　卢满仓", ["龙秀英", "石有田", "卢满仓"]),
        ("薛  秀云\n刘　阳\n张 三 李 四", ["薛秀云", "刘阳", "张三"]),
        ("龙秀英 女 河口村 低保", ["龙秀英"]),
        ("石有田 河口村 低保", ["石有田"]),
        ("次仁·卓玛措姆、阿卜杜•热合曼", ["次仁·卓玛措姆", "阿卜杜•热合曼"]),
        ("王𠮷明", ["王𠮷明"]),
        ("Maria Lopez\nJohn", ["Maria Lopez", "John"]),
        ("龙秀英、龙秀英", ["龙秀英"]),
        ("13912345678\n2026-09-01\n", []),
        ("1龙秀英\n12 石有田", ["龙秀英", "石有田"]),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_read_from_what_people_paste(text, names):
    assert read_names(text) == names


_hanzi = st.text(alphabet="王李张刘陈杨黄龙秀英有田满仓桂香明华𠮷", min_size=2, max_size=4)


@settings(max_examples=60, deadline=None)
@given(names=st.lists(_hanzi, unique=True, max_size=12), apart=st.sampled_from(["\n", "、", "，", "\r\n", ";"]))
def test_whatever_parts_them_the_names_come_back(names, apart):
    assert read_names(apart.join(names)) == names
    assert read_names("\n".join(f"{n}. {name}" for n, name in enumerate(names, 1))) == names
    assert read_names("\n".join(f"{n}\t{name}\t女\t70" for n, name in enumerate(names, 1))) == names


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200))
def test_no_text_breaks_the_reading(text):
    names = read_names(text)
    assert len(names) == len(set(names))
    assert all(name.strip() and len(name) <= 50 and "\n" not in name for name in names)


@pytest.fixture
def people(store):
    """Two of one name in two villages, one of another name."""
    found = {}
    for name, village in (("龙秀英", "河口村"), ("龙秀英", "桃坞村"), ("石有田", "桃坞村"), ("次仁・卓玛", "河口村")):
        person = Person.new(name=name, village=village)
        person.save()
        found[name, village] = person.id
    return found


def test_a_name_is_meant_within_the_village(store, people):
    found = look_up(store, ["龙秀英"], "河口村")
    assert (found.people, found.doubtful, found.new) == ([people["龙秀英", "河口村"]], [], [])


def test_two_of_a_name_and_one_of_another_village_are_doubtful(store, people):
    found = look_up(store, ["龙秀英"])
    assert [doubt.name for doubt in found.doubtful] == ["龙秀英"] and len(found.doubtful[0].candidates) == 2
    found = look_up(store, ["石有田"], "河口村")
    assert found.people == [] and found.doubtful[0].candidates == (people["石有田", "桃坞村"],)
    assert look_up(store, ["石有田"]).people == [people["石有田", "桃坞村"]]


def test_the_members_of_a_group_come_first(store, people):
    member = people["龙秀英", "桃坞村"]
    assert look_up(store, ["龙秀英"], "河口村", [member]).people == [member]


def test_who_is_not_on_file_is_a_newcomer_by_name(store, people):
    assert look_up(store, ["路过的人"]).new == ["路过的人"]


def test_dots_of_a_name_are_one_dot(store, people):
    assert look_up(store, ["次仁·卓玛"]).people == [people["次仁・卓玛", "河口村"]]


def test_who_is_gone_is_nobody_on_file(store, people):
    gone = Person.get_by_id(people["石有田", "桃坞村"])
    gone.state, gone.ended = "moved", gone.since
    gone.save()
    assert look_up(store, ["石有田"]).new == ["石有田"]
