"""Finding among 100,000 people (P2), beside the bare range query on a table of the same keys."""

from itertools import islice

from models import search
from models.register import BY_TABLE
from tests.benchmarks.measure import bare_database, compare
from tests.benchmarks.stations import encrypted_station, fill, invented_people

PEOPLE = 100_000


def rows():
    with encrypted_station() as store:
        fill(store, PEOPLE)
        some = [answers for _, answers in islice(invented_people(PEOPLE), 0, None, 997)]
        store.checkpoint()
        floor = _bare(store.folder / "bare.db")
        for work, (mark, texts) in _queries(some).items():
            yield compare(
                f"search, {work}",
                lambda i, texts=texts: search.find_ids(texts[i % len(texts)]),
                lambda i, texts=texts, mark=mark: _floor(floor, texts[i % len(texts)], mark),
                "3",
            )
        floor.close()


def _queries(some):
    names = [answers["name"] for answers in some]
    numbers = [answers["id_number"] for answers in some]
    phones = [answers["phone"] for answers in some]
    spelt = [search.pinyin.spellings(name) for name in names]
    return {
        "first character": ("^", [name[0] for name in names]),
        "last character": ("", [name[-1] for name in names]),
        "two characters": ("", [name[-2:] for name in names]),
        "pinyin": ("^", [spellings[0] for spellings in spelt]),
        "initials": ("^", [spellings[-1] for spellings in spelt]),
        "end of papers' number": ("", [number[-4:] for number in numbers]),
        "end of telephone": ("", [phone[-4:] for phone in phones]),
        "whole telephone": ("", phones),
        "nothing there": ("", ["龘", "qqq", "龘靐", "zzyx"]),
    }


def _bare(path):
    connection = bare_database(path)
    connection.execute("CREATE TABLE key(k TEXT, id BLOB, PRIMARY KEY(k, id)) WITHOUT ROWID")
    connection.execute("BEGIN")
    for row, answers in invented_people(PEOPLE):
        keys = search.keys_of(BY_TABLE["person"], answers)
        connection.executemany("INSERT INTO key VALUES (?, ?)", [(key, row.bytes) for key in keys])
    connection.execute("COMMIT")
    return connection


def _floor(connection, text, mark):
    """The one range that holds what is looked for, known beforehand."""
    begin = "#" + text[::-1] if text[0].isdigit() else mark + text
    sql = "SELECT id FROM key WHERE k >= ? AND k < ? LIMIT 12"
    return connection.execute(sql, (begin, begin + "\U0010ffff")).fetchall()
