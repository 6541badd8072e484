"""Every form at a glance: python -m tests.exports.contact_sheet

Prints each form blank and filled in with invented answers, and sets the pages small on a few pictures,
docs/pictures/forms-*.png, each form under its Chinese name; writes the table of docs/forms.md.
"""

import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from exports import prints
from models import register, station
from models.clock import SHANGHAI
from resources import FOLDER
from resources.language import Language
from tests.exports import samples

ROOT = FOLDER.parent
PICTURES, TABLE = ROOT / "docs" / "pictures", ROOT / "docs" / "forms.md"
ZH = Language("zh_CN")
NOON = datetime(2026, 9, 15, 12, 0, tzinfo=SHANGHAI)
_SCALE, _ACROSS, _DOWN, _GAP, _NAME = 0.62, 6, 4, 18, 30
_CELL = int(595 * _SCALE), int(842 * _SCALE)
_SHELVES = {
    "visits": "走访", "cases": "个案", "groups": "小组", "activities": "活动", "volunteers": "志愿服务",
    "persons": "服务对象", "households": "家庭", "needs": "需求与资源", "referrals": "转介", "affairs": "事务协助",
    "consents": "同意与权利", "team": "队伍督导", "partners": "机构与组织", "projects": "项目经费", "office": "站务",
}  # fmt: skip


def printed_forms():
    """The forms people fill in: all records but the months, which are figures."""
    return [cls for cls in register.RECORDS if cls._meta.table_name != "month"]


def rows() -> list[str]:
    """The lines of the table in docs/forms.md, one for each form."""
    return [_row(number, cls) for number, cls in enumerate(printed_forms(), 1)]


def _owner(cls, name):
    return register.BY_TABLE[cls.questions()[name].table]


def _row(number, cls):
    owners = "、".join(dict.fromkeys(ZH.text(_owner(cls, name).title) for name in cls.part_of))
    where = "；".join(part for part in (_SHELVES.get(cls.shelf, cls.shelf), owners and f"在“{owners}”的卷宗里") if part)
    signers = " · ".join(ZH.text(label).rstrip("：:") for label in cls.signers)
    return f"| {number} | {ZH.text(cls.title)} | {cls.letters} | {where} | {signers} |"


def make(folder: Path) -> None:
    """Write the pictures and bring the table up to date; `folder` takes each print as a PDF."""
    with tempfile.TemporaryDirectory() as place:
        store, _code = station.set_up(
            Path(place) / "station", tables=register.BY_TABLE, name="云岭镇社工站", short="0417", training=True,
            users=[station.NewUser("韦敏", "", "lead")], clock=lambda: NOON,
        )  # fmt: skip
        with store:
            made = samples.fill_all(store)
            made["station"] = store.tables["station"].get_by_id(store.unit)
            pages = [page for cls in printed_forms() for page in _pages(cls, made[cls._meta.table_name], folder)]
        store.close()
    for old in PICTURES.glob("forms-*.png"):
        old.unlink()
    sheets = [pages[at : at + _ACROSS * _DOWN] for at in range(0, len(pages), _ACROSS * _DOWN)]
    for number, sheet in enumerate(sheets, 1):
        _picture(sheet).save(PICTURES / f"forms-{number:02}.png", optimize=True)
    _write_table(len(sheets))


def _pages(cls, record, folder):
    """(name, picture of the first page) of the blank form and of the one filled in."""
    for what, name in ((cls, ZH.text(cls.title)), (record, f"{ZH.text(cls.title)}（填写样例）")):
        data = prints.record_pdf(what, language=ZH, station="云岭镇社工站", made=NOON)
        (folder / f"{cls._meta.table_name}-{'blank' if what is cls else 'filled'}.pdf").write_bytes(data)
        document = pypdfium2.PdfDocument(data)
        yield f"{name} {len(document)} 页" if len(document) > 1 else name, document[0].render(scale=1).to_pil()


def _picture(pages):
    wide, high = _CELL[0] + _GAP, _CELL[1] + _GAP + _NAME
    down = -(-len(pages) // _ACROSS)
    sheet = Image.new("L", (wide * _ACROSS + _GAP, high * down + _GAP), 214)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(str(FOLDER / "fonts" / "NotoSansSC-Medium.ttf"), 19)
    for number, (name, page) in enumerate(pages):
        left, top = _GAP + number % _ACROSS * wide, _GAP + number // _ACROSS * high
        page.thumbnail(_CELL, Image.Resampling.LANCZOS)
        draw.text((left, top), name[:20], 20, font)
        sheet.paste(page.convert("L"), (left, top + _NAME))
    return sheet.quantize(32)


def _write_table(count):
    pictures = [f"![第 {number} 张](pictures/forms-{number:02}.png)" for number in range(1, count + 1)]
    TABLE.write_text("\n".join([*_HEAD, *rows(), "", "# 样张", "", *pictures, ""]), encoding="utf-8")


_HEAD = (
    "# 表格总览",
    "",
    "每一种表都可以打印空白表，带到现场手写，也可以打印填好的表签字存档。字头用在纸面编号里，如 GA-0417-2026-A0031。",
    "“所在”先写列表所在的栏目，再写它归入哪种卷宗。本页由 `make contact-sheet` 生成。",
    "",
    "| 序号 | 名称 | 字头 | 所在 | 签字 |",
    "|---|---|---|---|---|",
)

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    target.mkdir(parents=True, exist_ok=True)
    make(target)
