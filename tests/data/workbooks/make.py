"""Makes the small workbooks of this folder, and the demonstration's own ledgers (resources/demo). Invented people.

    python tests/data/workbooks/make.py

The three ledgers named in Chinese are samples as stations keep them and are not made here.
"""

import random
import struct
import sys
import zipfile
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT))

from models.id_number import check_character  # noqa: E402

HEADS = ("序号", "姓名", "性别", "出生年月", "身份证号码", "人员类别", "村（社区）", "联系电话", "备注")


def number(day, order, region="510411"):
    first = f"{region}{day:%Y%m%d}{order:03}"
    return first + check_character(first)


ROWS = [
    (1, "王𠮷明", "男", "1953.5.6", number(date(1953, 5, 6), 1), "低保、残疾人", "平地村", "13800000001", "=1+1"),
    (2, "李  梅", "女", "1960年7月", number(date(1960, 7, 1), 2), "独居老人", "同上", "13800000002/0812-3451234",
     "<b>注</b>"),
    (3, "次仁·卓玛措姆", "女", "10.7", number(date(2010, 7, 4), 4), "留守儿童", "", "", ""),
    ("", "小计", "", "", "", "", "", "", "3人"),
]  # fmt: skip


def write_csv(name, encoding):
    lines = [",".join(f'"{cell}"' for cell in row) for row in (HEADS, *ROWS)]
    (HERE / name).write_bytes("\r\n".join(lines).encode(encoding))


def book(path):
    made = xlsxwriter.Workbook(str(path))
    made.set_properties({"created": date(2026, 9, 30)})
    return made


def write_rows(sheet, first, rows):
    for r, row in enumerate(rows, first):
        for c, cell in enumerate(row):
            if isinstance(cell, str):
                if cell:
                    sheet.write_string(r, c, cell)
            else:
                sheet.write(r, c, cell)


def write_two_rows():
    with book(HERE / "two-row-heading.xlsx") as made:
        sheet = made.add_worksheet("花名册")
        sheet.merge_range(0, 0, 0, 8, "云岭镇社工站花名册")
        for column, head in enumerate(HEADS):
            if column == 6:
                sheet.merge_range(1, 6, 1, 7, "住址和电话")
                write_rows(sheet, 2, [[""] * 6 + list(HEADS[6:8])])
            elif column != 7:
                sheet.merge_range(1, column, 2, column, head)
        write_rows(sheet, 3, ROWS)


def write_merged():
    """The village merged down over its people, as many stations keep it."""
    with book(HERE / "merged-cells.xlsx") as made:
        sheet = made.add_worksheet()
        write_rows(sheet, 0, [("村（社区）", "姓名", "身份证号", "备注")])
        middle = made.add_format({"valign": "vcenter"})
        sheet.merge_range(1, 0, 2, 0, "平地村", middle)
        sheet.merge_range(3, 0, 4, 0, "波西村", middle)
        sheet.merge_range(1, 3, 2, 3, "同住", middle)
        for row, name in enumerate(("甲一", "乙二", "丙三", "丁四"), 1):
            sheet.write_string(row, 1, name)
            sheet.write_string(row, 2, number(date(1950, 1, row), row))


def write_bomb():
    with zipfile.ZipFile(HERE / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
            package.writestr(zipfile.ZipInfo(name), b" " * (8 * 2**20), zipfile.ZIP_DEFLATED)


def write_encrypted():
    """A compound file with the two streams of an encrypted workbook (MS-OFFCRYPTO 2.3.2), their contents noise."""
    streams = [("EncryptionInfo", bytes(range(256)) * 16), ("EncryptedPackage", bytes(reversed(range(256))) * 20)]
    sectors, entries, fat = [], [], [0xFFFFFFFD]
    for name, data in streams:
        start = 2 + len(sectors)
        pieces = [data[at : at + 512] for at in range(0, len(data), 512)]
        fat += [0] * (start - len(fat) + len(pieces))
        fat[1] = 0xFFFFFFFE
        for at in range(len(pieces)):
            fat[start + at] = start + at + 1 if at + 1 < len(pieces) else 0xFFFFFFFE
        sectors += pieces
        entries.append(_entry(name, 2, start, len(data)))
    root = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    directory = root + _linked(entries) + bytes(128)
    fat += [0xFFFFFFFF] * (128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (108 * 4)
    body = struct.pack("<128I", *fat) + directory + b"".join(piece.ljust(512, b"\0") for piece in sectors)
    (HERE / "encrypted.xlsx").write_bytes(head + body)


def _entry(name, kind, start, size, child=0xFFFFFFFF, right=0xFFFFFFFF):
    text = name.encode("utf-16-le") + b"\0\0"
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, 0xFFFFFFFF, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def _linked(entries):
    first, second = entries
    return first[:72] + struct.pack("<I", 2) + first[76:] + second


FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = (
    "秀英", "桂兰", "建国", "淑珍", "志强", "玉梅", "小红", "国华", "春梅", "文", "静", "丽华", "明", "桂芳", "海燕",
    "勇", "凤英", "红霞", "永福", "金花",
)  # fmt: skip
RARE = ("王𠮷明", "次仁·卓玛措姆", "李䶮", "马㛃")
VILLAGES = ("平地村", "迤沙拉村", "波西村", "中坝村")
ADULTS = ("低保", "特困", "残疾人", "独居老人", "留守老人", "空巢老人", "失能老人", "低边", "退役军人")
CHILDREN = ("留守儿童", "困境儿童", "孤儿", "事实无人抚养儿童")


def people(count=60):
    chance = random.Random(20260930)
    names = list(RARE)
    while len(names) < count:
        name = chance.choice(FAMILY) + chance.choice(GIVEN)
        if name not in names:
            names.append(name)
    chance.shuffle(names)
    for at, name in enumerate(names):
        child = chance.random() < 0.2
        day = date(chance.randint(2012, 2020) if child else chance.randint(1934, 1962), 1, 1)
        day += timedelta(chance.randrange(365))
        order = chance.randrange(1, 999)
        yield name, day, order, child, VILLAGES[at * len(VILLAGES) // count], chance


def spelled(day, chance):
    return chance.choice((
        f"{day.year}.{day.month}.{day.day}", f"{day.year}年{day.month}月", f"{day:%Y%m%d}", day, f"{day:%Y-%m-%d}",
        f"{day.year % 100:02}.{day.month}",
    ))  # fmt: skip


def mess(at, number):
    """Every twelfth number with one of the usual faults."""
    faults = {
        7: lambda: float(number[:17] + "0"), 19: lambda: number[:17] + ("1" if number[17] != "1" else "2"),
        23: lambda: f"{number[:6]} {number[6:14]} {number[14:]}", 31: lambda: number[:6] + number[8:17],
        37: lambda: "无", 43: lambda: number.lower(), 47: lambda: "",
    }  # fmt: skip
    return faults.get(at, lambda: number)()


def write_demo_roster(folder):
    made, rows, at, above = book(folder / "服务对象台账.xlsx"), [], 0, None
    for name, day, order, child, village, chance in people():
        at += 1
        same, above = village == above, village
        head = chance.choice(FAMILY) + chance.choice(GIVEN) if child else "本人"
        relation = ("孙子" if order % 2 else "孙女") if child else "户主"
        rows.append([
            at, name[0] + "  " + name[1:] if at in (5, 50) else name, "男" if order % 2 else "女", spelled(day, chance),
            mess(at, number(day, order)),
            chance.choice("、，/ ").join(chance.sample(CHILDREN if child else ADULTS, chance.choice((1, 1, 2)))),
            head, relation, chance.randint(1, 6), chance.choice(("同上", "")) if same else village,
            f"{chance.randint(1, 9)}组{chance.randint(1, 90)}号", f"138{chance.randrange(10**8):08}",
            "", chance.choice(("", "", "外出务工", "<b>需重点关注</b>", "=1+1")),
        ])  # fmt: skip
        if at % 30 == 0:
            rows.append(["", "小计"] + [""] * 11 + [f"{at}人"])
    rows.append([at + 1, *rows[2][1:13], "重复登记"])
    rows[-1][9] = VILLAGES[0]
    rows.append([""] * 14)
    rows.append(["合计", f"{at}人"] + [""] * 11 + ["制表：  审核："])
    _write_roster_sheet(made, rows)
    made.close()
    return [row for row in rows if isinstance(row[0], int)][:at]


def _write_roster_sheet(made, rows):
    sheet = made.add_worksheet("服务对象")
    heads = (
        "序号", "姓名", "性别", "出生年月", "身份证号码", "人员类别", "户主\n姓名", "与户主\n关系", "家庭\n人口",
        "住址", "", "联系电话", "监护人/联系人", "备注",
    )  # fmt: skip
    centre = made.add_format({"align": "center", "valign": "vcenter", "text_wrap": True, "bold": True})
    day = made.add_format({"num_format": "yyyy-mm-dd"})
    sheet.merge_range(0, 0, 0, 13, "云岭镇社会工作服务站服务对象台账（2026年）", centre)
    sheet.write_string(1, 0, "填报单位：云岭镇社工站（盖章）")
    sheet.write_string(1, 6, "填报时间：2026年9月30日")
    for column, head in enumerate(heads):
        if column == 9:
            sheet.merge_range(2, 9, 2, 10, head, centre)
        elif column != 10:
            sheet.merge_range(2, column, 3, column, head, centre)
    sheet.write_string(3, 9, "村（社区）", centre)
    sheet.write_string(3, 10, "组/门牌", centre)
    sheet.set_column(1, 1, 12)
    sheet.set_column(3, 5, 20)
    for r, row in enumerate(rows, 4):
        for c, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(r, c, cell, day)
            elif isinstance(cell, str):
                if cell:
                    sheet.write_string(r, c, cell)
            else:
                sheet.write_number(r, c, cell)


def _village_of(roster):
    village = ""
    for row in roster:
        village = row[9] if row[9] not in ("同上", "") else village
        yield row[1].replace(" ", ""), village, row[4]


def write_demo_visits(folder, roster):
    chance, people_at = random.Random(7), list(_village_of(roster))
    found = ("了解身体及用药情况", "陪同聊天，精神慰藉", "查看用火用电用气安全", "核实低保动态管理信息", "询问就学情况")
    with book(folder / "走访记录.xlsx") as made:
        sheet, day_format = made.add_worksheet("7–9月"), made.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_string(0, 0, "云岭镇社工站入户走访记录表")
        heads = (
            "走访日期",
            "走访人员",
            "走访对象",
            "村（社区）",
            "走访方式",
            "走访内容",
            "发现问题",
            "处理情况",
            "见到本人",
        )
        write_rows(sheet, 2, [heads])
        days = sorted(date(2026, 7, 1) + timedelta(chance.randrange(92)) for _ in range(80))
        for r, day in enumerate(days, 3):
            name, village, _ = chance.choice(people_at)
            problem = chance.choice(("", "", "房屋漏雨", "药品短缺", "燃气胶管老化"))
            by, way = chance.choice(("韦敏、陈光", "韦敏", "陈光")), chance.choice(("入户", "上门", "电话", "视频"))
            done, met = "持续跟进" if problem else "", chance.choice(("是", "√", "否", ""))
            write_rows(sheet, r, [["", by, name, village, way, chance.choice(found), problem, done, met]])
            if r % 9 == 0:
                sheet.write_string(r, 0, f"{day.year}.{day.month}.{day.day}")
            elif r == 40:
                sheet.write_string(r, 0, f"{day.year}年{day.month}月")
            else:
                sheet.write_datetime(r, 0, day, day_format)


def write_demo_hours(folder, roster):
    chance, people_at = random.Random(8), [p for p in _village_of(roster) if isinstance(p[2], str) and len(p[2]) == 18]
    with book(folder / "志愿服务时长.xlsx") as made:
        sheet, day_format = made.add_worksheet("志愿服务"), made.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_string(0, 0, "志愿者服务时长登记表")
        write_rows(
            sheet, 1, [("活动名称", "日期", "地点", "志愿者姓名", "身份证号", "开始", "结束", "时长", "服务内容")]
        )
        r = 2
        for at in range(6):
            day = date(2026, 7, 5) + timedelta(at * 15)
            givers = chance.sample(people_at[:12], 5)
            for name, village, papers in givers:
                length = chance.choice(("3小时", 3, 180, "3h"))
                row = [f"敬老爱老第{at + 1}场", "", village, name, papers, "9:00", "12:00", length, "志愿服务"]
                write_rows(sheet, r, [row])
                sheet.write_datetime(r, 1, day, day_format)
                r += 1


def main():
    write_csv("utf8-bom.csv", "utf-8-sig")
    write_csv("gb18030.csv", "gb18030")
    write_two_rows()
    write_merged()
    write_bomb()
    write_encrypted()
    (HERE / "not-a-workbook.xlsx").write_bytes(
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" + bytes(range(256))
    )
    folder = ROOT / "resources" / "demo"
    folder.mkdir(exist_ok=True)
    roster = write_demo_roster(folder)
    write_demo_visits(folder, roster)
    write_demo_hours(folder, roster)


if __name__ == "__main__":
    main()
