"""Every form filled in from its declaration: invented people, long names, an answer to every question."""

import io
import random
from datetime import date, time, timedelta

from PIL import Image, ImageDraw

from models import codes, fields, journal, pictures
from models.fields import Line
from models.people.person import Person
from models.register import RECORDS
from models.row_id import uuid7
from models.team.staff import Staff

NAMES = ("次仁·卓玛措姆", "王𠮷明", "欧阳春华", "李秀英", "阿卜杜热合曼·买买提依明", "赵小满", "孙桂兰")
_PLACES = ("云岭镇上村三组 18 号", "千佛山社区文化活动中心二楼", "镇社工站个案工作室")
_WORDS = ("协助联系镇卫生院", "上门陪同办理", "购买防滑垫并安装扶手", "与村委会协商照料安排", "每周电话问候一次")
_SENTENCES = (
    "入户时老人独自在家，屋内整洁，用电线路老化，厨房地面湿滑。",
    "老人表示近两个月睡眠不好，常常想念在外务工的儿子，饭量比以前少。",
    "已与村委会、儿子和镇卫生院分别沟通，约定每周上门一次，先解决用药提醒和防滑改造。",
    "老人愿意参加周三下午的手工小组，希望有人接送。",
)
_DAY = date(2026, 9, 1)


class Filler:
    """Makes answers, the same ones each time; `ids` are the rows to point to, by table."""

    def __init__(self, seed=0, picture=None):
        self.random, self.ids, self.picture = random.Random(seed), {}, picture

    def text(self, question):
        if question.derived and question.name == "digest":
            return "5e" * 32
        if isinstance(question, fields.Name):
            return self.random.choice(NAMES)[: question.limit]
        if isinstance(question, fields.Notes):
            return "".join(self.random.sample(_SENTENCES, 3))
        if question.limit <= 40:
            return f"2026-{self.random.randrange(1000):04}"[: question.limit]
        words = _PLACES if question.limit <= 200 else _SENTENCES
        return self.random.choice(words + _WORDS)[: question.limit]

    def answer(self, question):
        """One answer of the kind of a question; None where there is nothing to point to."""
        maker = next((_MAKERS[kind] for kind in type(question).__mro__ if kind in _MAKERS), None)
        return maker(self, question) if maker else self.text(question)

    def _code(self, question):
        return self.random.choice(codes.choices(question.codes)).code

    def _codes(self, question):
        offered = [entry.code for entry in codes.choices(question.codes)]
        return tuple(sorted(self.random.sample(offered, min(3, len(offered)))))

    def _link(self, question):
        rows = self.ids.get(question.table)
        return self.random.choice(rows) if rows else None

    def _lines(self, question):
        made = ({name: self.answer(column) for name, column in question.columns.items()} for _ in range(3))
        return tuple(question.line(Line(line)) for line in made)

    def _pictures(self, question):
        return (self.picture,) * bool(self.picture)

    def _birth(self, question):
        return (date(1938, 3, 1) + timedelta(self.random.randrange(25_000))).isoformat()


_MAKERS = {
    fields.Count: lambda f, q: f.random.randrange(1, min(q.most, 40) + 1),
    fields.Money: lambda f, q: f.random.randrange(10, 900_000) * 10,
    fields.Duration: lambda f, q: f.random.choice((30, 45, 60, 90, 120)),
    fields.Day: lambda f, q: _DAY - timedelta(f.random.randrange(200)),
    fields.PartialDay: Filler._birth,
    fields.Time: lambda f, q: time(f.random.randrange(8, 18), 30),
    fields.Choice: Filler._code,
    fields.Choices: Filler._codes,
    fields.IdNumber: lambda f, q: "370102195305063513",
    fields.Phone: lambda f, q: "13912346620",
    fields.Division: lambda f, q: "510411103",
    fields.Link: Filler._link,
    fields.Links: lambda f, q: tuple(filter(None, [f._link(q)])),
    fields.Lines: Filler._lines,
    fields.Pictures: Filler._pictures,
    fields.Data: lambda f, q: None,
    fields.Answers: lambda f, q: q.read("phq2 1 2", _DAY),
}


def filled(cls, filler) -> object:
    """A record of a form with all its questions answered, not saved; rules between answers are not kept."""
    record = cls(id=uuid7(), **{name: filler.answer(question) for name, question in cls.questions().items()})
    if isinstance(cls.questions().get("number"), fields.Text):
        record.number = f"{cls.letters}-0417-2026-A0031"
    return record


def fill_all(store, kind=Filler) -> dict:
    """One record of every form but the station, written as commits from elsewhere would be: table → record.

    `kind` is the class of the filler.
    """
    filler, made = kind(picture=pictures.keep(store, drawing())), {}
    filler.ids = {"station": [store.unit], "staff": [row.id for row in Staff.select()]}
    for cls in RECORDS:
        if cls._meta.table_name == "station":
            continue
        record = filled(cls, filler)
        if isinstance(record, (Person, Staff)):
            record.name = NAMES[0]
        journal.commit(store, [record])
        made[cls._meta.table_name] = cls.get_by_id(record.id)
        filler.ids.setdefault(cls._meta.table_name, []).append(record.id)
    return made


def drawing() -> bytes:
    """A picture as a station would take it, in JPEG."""
    image = Image.new("RGB", (1200, 800), (224, 232, 226))
    draw = ImageDraw.Draw(image)
    draw.rectangle((200, 350, 700, 750), fill=(186, 160, 120))
    draw.polygon(((150, 350), (450, 150), (750, 350)), fill=(150, 80, 60))
    draw.ellipse((900, 80, 1050, 230), fill=(240, 200, 90))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()
