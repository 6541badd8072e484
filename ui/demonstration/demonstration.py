"""The main road once, without a screen: a ledger, a signed month, a bundle, and a county that reads it."""

import secrets
import shutil
from pathlib import Path

from exports import intake, sign
from exports.bundle import key_file, sending
from exports.month import county, month_files
from exports.papers import receipt
from hub import consolidate, receipts, receive
from models import check, figures, register, station
from models.check_code import code_of
from models.errors import UserError
from models.files import said_in_words
from models.team.staff import Staff
from resources import FOLDER
from resources.language import N_
from ui.demonstration import demonstration_papers
from ui.demonstration.demonstration_month import last_month
from ui.terminal import language, say

LEDGER = FOLDER / "demo" / "服务对象台账.xlsx"
_USERS = (("次仁·卓玛措姆", "lead"), ("王𠮷明", "worker"))
_STATION, _COUNTY = "云岭镇社工站", "青河县社工总站"
_OWN = ("station", "county", "stick", "password.txt")
_KINDS = (".pdf", ".xlsx")


class NotOurs(UserError):
    code = "D-110"
    sentence = N_("“{folder}” holds something else ({name}). The demonstration needs an empty folder of its own.")


class DoesNotHold(UserError):
    code = "D-111"
    sentence = N_("The check of the demonstration found problems: {count}.")


def build(folder: Path, *, ledger=None, month_wanted=None) -> int:
    """Build everything in `folder` anew, a line a step. Raises UserError; 0 when both checks hold."""
    roster = Path(ledger) if ledger else LEDGER
    intake.read_sheets(roster)
    _prepare(folder)
    password = f"示范用的一句话 {secrets.token_hex(4)}"
    (folder / "password.txt").write_text(password + "\n", encoding="utf-8")
    own = _set_up(folder / "station", _STATION, "station", password)
    upper = _set_up(folder / "county", _COUNTY, "county", password)
    try:
        _introduce(own, upper)
        with own:
            _fill(own, roster, month_wanted)
            wanted = month_wanted or last_month()
            _report(own, folder, wanted)
            bundles = _send(own, folder)
        with upper:
            _take_in(upper, folder, bundles, wanted)
        _receipt_home(own, folder)
        _check(own, upper)
    finally:
        own.close()
        upper.close()
    return 0


def _prepare(folder):
    """An empty folder; what an earlier demonstration made is taken away, anything else is refused."""
    with said_in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        there = list(folder.iterdir())
    ours = any(path.name == "password.txt" for path in there)
    for path in there:
        if not ours or not (path.name in _OWN or path.suffix in _KINDS):
            raise NotOurs(folder=str(folder), name=path.name)
    for path in there:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (folder / "stick").mkdir()


def _set_up(folder, name, level, password):
    users = [station.NewUser(name, password, role) for name, role in _USERS]
    store, _code = station.set_up(
        folder,
        tables=register.BY_TABLE,
        name=name,
        level=level,
        short="0417" if level == "station" else "04",
        users=users,
    )
    with store:
        sign.station_certificate(store)
    say(N_("Set up “{name}”, encrypted."), name=name)
    return store


def _introduce(own, upper):
    """The two exchange their key files, as they would by stick."""
    for store in (own, upper):
        key_file.write_key(store, store.folder / "own.tzkey")
    key_file.trust(own, upper.folder / "own.tzkey")
    key_file.trust(upper, own.folder / "own.tzkey")
    say(N_("Station and county have each other's key file."))


def _fill(store, roster, wanted):
    _take(store, roster)
    for path in intake.siblings(roster).values():
        _take(store, path)
    demonstration_papers.add(store, wanted or last_month(), _worker())
    say(N_("Wrote the papers of a case, a group, an activity, a project and the office, worker and lead by turns."))


def _worker():
    return Staff.get(Staff.name == _USERS[1][0]).id


def _take(store, path):
    read = intake.plan(intake.read_sheets(path), today=store.today())
    report = intake.apply(read, store, hours_state="confirmed")
    report.save(store.folder / f"导入结果-{path.stem}.xlsx", language())
    say(
        N_("{file}: {rows} rows, {taken} taken, {doubtful} doubtful, {refused} refused."), file=path.name,
        rows=report.rows, taken=report.taken, doubtful=len(report.doubtful), refused=len(report.refused),
    )  # fmt: skip


def _report(store, folder, wanted):
    signed = figures.snapshot(store, wanted)
    table = figures.month_table(store.unit, wanted)
    lead, store.user = store.user, _worker()
    month_files.write(
        store,
        wanted,
        pdf=folder / f"月报-{wanted}.pdf",
        xlsx=folder / f"月报-{wanted}.xlsx",
        language=language(),
    )
    store.user = lead
    counted = sum(line.state == "number" for line in table.lines)
    say(
        N_("Signed the month {month}: {count} figures, check code {code}; PDF and workbook written."),
        month=wanted, count=counted, code=code_of(bytes.fromhex(signed.digest)),
    )  # fmt: skip


def _send(store, folder):
    bundles = sending.send(store, folder / "stick")
    for path in bundles:
        say(N_("Wrote the bundle {file}, {size} bytes, and read it back."), file=path.name, size=path.stat().st_size)
    return bundles


def _take_in(store, folder, bundles, wanted):
    for verdict in receive.take_in(store, bundles):
        said = verdict.as_json(language())
        say(
            N_("The county took in {file}: {verdict}, {new} new, {known} known. {reason}"),
            **(said | {"file": Path(said["file"]).name, "verdict": _word(verdict)}),
        )
    for peer in receipts.waiting(store):
        slip = receipts.slip(store, peer)
        receipts.write_receipt(store, peer, folder / "stick")
        receipt.write(
            folder / f"回执-{peer.name}.pdf", slip.lines, station=peer.name, county=_COUNTY, code=slip.code,
            language=language(), made=store.now(),
        )  # fmt: skip
        say(N_("Wrote the receipt for “{name}”, code {code}."), name=peer.name, code=slip.code)
    table = consolidate.county_table(store, wanted)
    county.write(folder / f"县汇总-{wanted}.pdf", table, county=_COUNTY, language=language())
    say(N_("County table {month}: {reported} of {expected} stations reported."),
                 month=wanted, reported=table.reported, expected=table.expected)  # fmt: skip


def _word(verdict):
    return language().text(receipt.VERDICTS[verdict.verdict])


def _receipt_home(store, folder):
    files = [path for path in receive.bundles_on(folder / "stick") if "回执" in path.name]
    for verdict in receive.take_in(store, files):
        say(N_("The station read the receipt: {verdict}."), verdict=_word(verdict))


def _check(*stores):
    for store in stores:
        found = check.whole_station(store)
        for problem in found["problems"]:
            say("{problem}", problem=problem)
        if found["problems"]:
            raise DoesNotHold(count=len(found["problems"]))
        say(N_("Check of {folder} holds: {commits} entries, {rows} records."), folder=store.folder.name, **{
            name: found[name] for name in ("commits", "rows")
        })  # fmt: skip
