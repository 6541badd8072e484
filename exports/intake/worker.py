"""Reads one foreign workbook from standard input and writes its cells as JSON to standard output.

Run by its path in an interpreter of its own (`python -I worker.py`): it imports nothing of this program, so it holds
no key and no database, and memory and time are capped before the first byte is read. A number stays a number: whether
an identity number has lost its digits is for the reader of the cells to say.
"""

import csv
import io
import json
import sys
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

MEMORY = 512 * 2**20
SECONDS = 60
FILE = 20 * 2**20
ENTRIES = 1_000
ENTRY = 100 * 2**20
ENTRIES_SUM = 200 * 2**20
RATIO, RATIO_FROM = 100, 4 * 2**20  # Apache POI's rule, but below 4 MiB a sheet of repeated cells is just that
SHEETS = 20
ROWS = 50_000
COLUMNS = 200
ROWS_WITH_BLANK, COLUMNS_WITH_BLANK = 200_000, 2_000  # before cells of nothing but blanks are dropped
FIELD = 64 * 2**10
MERGED = 20_000
OUTPUT = 64 * 2**20

NOT_A_WORKBOOK, ENCRYPTED, TOO_LARGE, BOMB, EMPTY, DAMAGED, TOO_SLOW, OTHER_FORMAT, MACROS = (
    "L-101",
    "L-102",
    "L-103",
    "L-104",
    "L-105",
    "L-106",
    "L-107",
    "L-108",
    "L-109",
)


class Refused(Exception):
    """The file may not be read; the code says why."""


def cap():
    """Memory and processor time end here, whatever the file asks for. Windows has no such call."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data):
    """The sheets of the workbook in `data`, told by its content, not by its name."""
    if len(data) > FILE:
        raise Refused(TOO_LARGE)
    if not data.strip(b"\0 \r\n\t"):
        raise Refused(EMPTY)
    if data.startswith(b"PK"):
        inspect_zip(data)
        return read_workbook(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if is_encrypted_compound(data):
            raise Refused(ENCRYPTED)
        return read_workbook(data)
    if data.startswith(b"%PDF"):
        raise Refused(NOT_A_WORKBOOK)  # much of one can pass for text
    return read_text(data)


def is_encrypted_compound(data):
    """An OOXML package under a password (MS-OFFCRYPTO), or an xls whose first record is followed by FILEPASS."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return True
    begin = data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")  # BOF of BIFF8, workbook globals: 20 bytes
    return begin >= 0 and data[begin + 20 : begin + 22] == b"\x2f\x00"


def inspect_zip(data):
    """Refuse a package that is a bomb, is not a workbook, or is one of a kind not read here."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        raise Refused(DAMAGED) from None
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > ENTRIES_SUM:
        raise Refused(BOMB)
    for entry in entries:
        inspect_entry(data, entry)
    refuse_other_formats({entry.filename for entry in entries})


def inspect_entry(data, entry):
    if entry.flag_bits & 1:
        raise Refused(ENCRYPTED)
    if entry.file_size > ENTRY:
        raise Refused(BOMB)
    if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(entry.compress_size, 1):
        raise Refused(BOMB)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(OTHER_FORMAT)
    content = unpacked(data, entry)
    if len(content) > entry.file_size:
        raise Refused(BOMB)
    if entry.filename == "META-INF/manifest.xml" and b"encryption-data" in content:
        raise Refused(ENCRYPTED)


def unpacked(data, entry):
    """The content of an entry, up to one byte more than it claims to have."""
    head = entry.header_offset
    name, extra = (int.from_bytes(data[head + at : head + at + 2], "little") for at in (26, 28))
    start = head + 30 + name + extra
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        return packed
    try:
        return zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
    except zlib.error:
        raise Refused(DAMAGED) from None


def refuse_other_formats(names):
    if "xl/vbaProject.bin" in names:
        raise Refused(MACROS)
    if "xl/workbook.bin" in names or any(name.endswith(".iwa") for name in names):
        raise Refused(OTHER_FORMAT)
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        raise Refused(NOT_A_WORKBOOK)


def read_workbook(data):
    import python_calamine as calamine  # under the cap, like all that is foreign

    try:
        workbook = calamine.load_workbook(io.BytesIO(data))
        if len(workbook.sheet_names) > SHEETS:
            raise Refused(TOO_LARGE)
        return [
            read_sheet(workbook.get_sheet_by_index(index), sheet)
            for index, sheet in enumerate(workbook.sheets_metadata)
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
    except calamine.PasswordError:
        raise Refused(ENCRYPTED) from None
    except (calamine.CalamineError, ValueError, OverflowError):
        raise Refused(NOT_A_WORKBOOK if data.startswith(b"\xd0\xcf") else DAMAGED) from None


def read_sheet(sheet, metadata):
    last_row, last_column = sheet.end or (0, 0)
    if last_row >= ROWS_WITH_BLANK or last_column >= COLUMNS_WITH_BLANK:
        raise Refused(TOO_LARGE)
    rows = [plain_row(row) for row in sheet.to_python(skip_empty_area=False)]
    rows = without_tail(rows)
    if len(rows) > ROWS:
        raise Refused(TOO_LARGE)
    return {
        "name": metadata.name,
        "rows": rows,
        "merged": [[*first, *last] for first, last in (sheet.merged_cell_ranges or [])[:MERGED]],
    }


def read_text(data):
    """A CSV file: UTF-8 or GB18030, as Excel and WPS write it, or UTF-16 with its mark ("Unicode text")."""
    text = decoded(data)
    if text.lstrip().startswith("<") or "\0" in text:
        raise Refused(NOT_A_WORKBOOK)
    csv.field_size_limit(FIELD)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
        rows = [plain_row(row) for row in reader]
    except csv.Error:
        raise Refused(DAMAGED) from None
    if len(rows) > ROWS:
        raise Refused(TOO_LARGE)
    return [{"name": "", "rows": without_tail(rows), "merged": []}]


def decoded(data):
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(NOT_A_WORKBOOK)


def delimiter(text):
    head = text[:4_000]
    return max(",\t;，", key=head.count)


def plain_row(row):
    """The cells of a row as JSON has them, blank ones at the end dropped."""
    cells = [plain(cell) for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > COLUMNS:
        raise Refused(TOO_LARGE)
    return cells


def plain(cell):
    """Text, a number or a truth value as it is; a date or time as {"d": ISO text} or {"t": seconds}."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, (datetime, date)):
        return {"d": cell.isoformat()}
    if isinstance(cell, time):
        return {"t": cell.hour * 3600 + cell.minute * 60 + cell.second}
    if isinstance(cell, timedelta):
        return {"t": int(cell.total_seconds())}
    if isinstance(cell, float) and not -1e300 < cell < 1e300:
        return str(cell)
    return cell


def without_tail(rows):
    while rows and not rows[-1]:
        rows.pop()
    return rows


def main():
    cap()
    try:
        answer = {"sheets": read(sys.stdin.buffer.read(FILE + 1))}
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": TOO_LARGE}
    text = json.dumps(answer, ensure_ascii=True, separators=(",", ":"))
    if len(text) > OUTPUT:
        text = json.dumps({"refused": TOO_LARGE})
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
