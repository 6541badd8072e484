"""Stations of many invented people."""

import random
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from models import id_number, projection, station
from models.merge import MADE, RowState
from models.register import BY_TABLE
from models.row_id import uuid7

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单仇"
_GIVEN = "秀英丽强明芳伟娜敏静军洋勇艳杰娟涛超霞平刚桂香志华玉梅建国文丹红波雪阳兰凤珍海燕林辉鹏慧玲𠮷宝春"


@contextmanager
def encrypted_station():
    """A fresh encrypted station, in force."""
    with TemporaryDirectory() as folder:
        users = [station.NewUser("韦敏", "a long enough word", "lead")]
        store, _ = station.set_up(folder + "/station", tables=BY_TABLE, name="云岭镇社工站", short="0417", users=users)
        with store:
            yield store
        store.close()


def invented_people(count: int, seed: int = 1):
    """So many (id, answers) of persons, always the same ones."""
    chance = random.Random(seed)
    for _ in range(count):
        name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2, 2))))
        year, month, day = chance.randint(1930, 2020), chance.randint(1, 12), chance.randint(1, 28)
        first_17 = f"510411{year}{month:02}{day:02}{chance.randint(0, 999):03}"
        yield (
            uuid7(),
            {
                "name": name,
                "id_number": first_17 + id_number.check_character(first_17),
                "phone": f"1{chance.randint(3, 9)}{chance.randint(0, 10**9 - 1):09}",
                "birth": f"{year}-{month:02}-{day:02}",
                "village": f"第{chance.randint(1, 12)}村",
                "state": "active",
                "since": "2026-01-05",
            },
        )


def fill(store, count: int) -> None:
    """Put so many people into the tables and the search keys, as a rebuild would."""
    with store.writing():
        for row, answers in invented_people(count):
            heads = {MADE: [1]} | {name: [1] for name in answers}
            projection.write_row(store, BY_TABLE["person"], row, store.unit, RowState(answers, heads, False, 1))
