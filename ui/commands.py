"""The program without its window: commands for IT staff, scripts and tests (docs/commands.md). No Qt here."""

import argparse
import getpass
import json
import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from exports import intake, sign
from exports.bundle import key_file, sending
from exports.month import month_files
from exports.papers import receipt
from hub import receive
from models import backups, figures, register, restoring, station
from models import check as checks
from models.clock import from_milliseconds
from models.errors import UserError, outline
from models.files import said_in_words
from models.keys import KeySlots
from resources.language import N_
from ui.terminal import language, say


class NoPassword(UserError):
    code = "K-120"
    sentence = N_("The password is missing. Set TAIZHANG_PASSWORD, or start the command in a terminal.")


class NoSuchUser(UserError):
    code = "K-121"
    sentence = N_("No user of this station is called “{name}”.")


def password(prompt=None) -> str:
    """From the environment or the keyboard, never from an argument."""
    if given := os.environ.get("TAIZHANG_PASSWORD"):
        return os.fsencode(given).decode("utf-8", "replace")  # whatever the terminal's own encoding is
    if not sys.stdin.isatty():
        raise NoPassword()
    return getpass.getpass(prompt or language().text(N_("Password: ")))


@contextmanager
def opened(folder):
    """The station in `folder` in force, opened for TAIZHANG_USER or the first user; closed afterwards."""
    store = _open(folder)
    try:
        with store:
            yield store
    finally:
        store.close()


def _open(folder) -> station.Store:
    if station.is_plain(folder):
        return station.open_station(folder, tables=register.BY_TABLE)
    users = KeySlots(Path(folder) / station.SLOTS).users()
    name = os.environ.get("TAIZHANG_USER")
    user = next((user for user in users if name in (None, user.label)), None)
    if user is None:
        raise NoSuchUser(name=name or "")
    return station.open_station(folder, tables=register.BY_TABLE, user=UUID(user.user), password=password())


def _write_json(path, value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode() + b"\n")  # UTF-8 whatever the terminal's encoding is
    elif path:
        with said_in_words(path):
            Path(path).write_text(text + "\n", encoding="utf-8")


def init(args):
    """Set up a station or county; the recovery code is printed once, to be written down."""
    first = station.NewUser(args.user, password(), "lead")
    store, code = station.set_up(
        args.dir, tables=register.BY_TABLE, name=args.name, level=args.level, short=args.short, users=[first]
    )
    with store:
        sign.station_certificate(store)
    store.close()
    say(N_("“{name}” is set up in {folder}."), name=args.name, folder=args.dir)
    say(N_("Recovery code, to be kept on paper in the safe: {code}"), code=code)


def key(args):
    """Write this station's public key file."""
    with opened(args.dir) as store:
        key_file.write_key(store, args.out)
    say(N_("The key file was written to {file}."), file=args.out)


def trust(args):
    """Trust another's key file, and read what was kept of theirs until then."""
    with opened(args.dir) as store:
        peer = key_file.trust(store, args.keyfile)
        waited = receive.take_parked(store)
    say(N_("“{name}” is trusted from now on."), name=peer.name)
    for verdict in waited:
        _say_verdict(verdict)


def ledger(args):
    """Say what a ledger holds, row by row; with --apply take it in."""
    with opened(args.dir) as store:
        read = intake.plan(intake.read_sheets(args.file))
        if args.apply:
            backups.back_up_if_changed(store)
        report = intake.apply(read, store) if args.apply else intake.dry_run(read, store)
        kept = report.save_beside(args.file, language(), args.dir) if args.apply else None
        _write_json(args.json, report.as_json(language()))
    if kept:
        say(N_("The report of every row is in {file}."), file=kept)
    say(
        N_("{rows} rows: {taken} taken, {doubtful} doubtful, {refused} refused."),
        rows=report.rows, taken=report.taken, doubtful=len(report.doubtful), refused=len(report.refused),
    )  # fmt: skip


def figures_of(args):
    """Count a month as its records stand now."""
    with opened(args.dir) as store:
        table = figures.month_table(store.unit, args.month, store.today())
        found = figures.as_json(table, figures.annexes(store.unit, args.month, store.today()), language())
    _write_json(args.json or "-", found)


def report(args):
    """Write the monthly summary, to print and to calculate with."""
    with opened(args.dir) as store:
        month_files.write(store, args.month, pdf=args.pdf, xlsx=args.xlsx, language=language())
    say(N_("The monthly summary of {month} was written."), month=language().month(args.month))


def send(args):
    """Write the bundle for the level above into a folder."""
    with opened(args.dir) as store:
        paths = sending.send(store, args.folder)
    for path in paths:
        say(N_("The bundle was written to {file} and read back."), file=path)


def take_in(args):
    """Take in bundles and receipts, each whole or not at all."""
    with opened(args.dir) as store:
        verdicts = receive.take_in(store, args.files)
    _write_json(args.json, [verdict.as_json(language()) for verdict in verdicts])
    return 1 if [one for one in verdicts if not _say_verdict(one)] else 0


def _say_verdict(verdict) -> bool:
    """Whether the file is in; a line says so, on standard error where it is not."""
    is_in = verdict.verdict in ("taken", "known")
    said = {"file": verdict.file, "verdict": language().text(receipt.VERDICTS[verdict.verdict])}
    line = language().text(N_("{file}: {verdict}. {reason}"), reason=verdict.say(language()), **said)
    print(line.rstrip(), file=None if is_in else sys.stderr)
    return is_in


def check(args):
    """Look whether everything is whole."""
    with opened(args.dir) as store:
        found = checks.whole_station(store)
    _write_json(args.json, found)
    for problem in found["problems"]:
        print(problem, file=sys.stderr)
    if not found["problems"]:
        say(N_("All holds: {commits} entries, {rows} records."), commits=found["commits"], rows=found["rows"])
    return 1 if found["problems"] else 0


def restore(args):
    """Put a back-up in place; what stands there is set aside. It is opened with the passwords it was made under."""
    header = restoring.restore(args.file, args.dir)
    made = from_milliseconds(header.created)
    say(N_("The station is as it was on {day} at {time}."), day=language().day(made.date()), time=f"{made:%H:%M}")
    return check(args)


def demo(args):
    """Build a station and a county with invented people, and walk the whole road."""
    from ui.demonstration import demonstration  # builds two stations; no other command needs it

    return demonstration.build(Path(args.dir), ledger=args.ledger, month_wanted=args.month)


def a_month(text):
    if not re.fullmatch(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError("a month is written 2026-09")
    return text


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(prog="main.py", description="Taizhang 台账: without a command the window opens.")
    add = whole.add_subparsers(dest="command", metavar="COMMAND").add_parser
    for name, run, arguments, options in _COMMANDS:
        one = add(name, help=run.__doc__ and run.__doc__.splitlines()[0])
        one.set_defaults(run=run)
        for argument, settings in (*arguments, *options):
            one.add_argument(argument, **settings)
    return whole


_DIR = ("dir", {"metavar": "DIR"})
_MONTH = ("month", {"metavar": "MONTH", "type": a_month})
_JSON = ("--json", {"metavar": "OUT"})
_COMMANDS = (
    ("demo", demo, [_DIR], [("--ledger", {"metavar": "FILE"}), ("--month", {"type": a_month})]),
    ("init", init, [_DIR], [
        ("--level", {"choices": ("village", "station", "county", "city"), "required": True}),
        ("--name", {"required": True}),
        ("--short", {"default": "0001"}),
        ("--user", {"default": "站长"}),
    ]),
    ("key", key, [_DIR, ("out", {"metavar": "OUT"})], []),
    ("trust", trust, [_DIR, ("keyfile", {"metavar": "KEYFILE"})], []),
    ("ledger", ledger, [_DIR, ("file", {"metavar": "FILE"})], [("--apply", {"action": "store_true"}), _JSON]),
    ("figures", figures_of, [_DIR, _MONTH], [_JSON]),
    ("report", report, [_DIR, _MONTH], [("--pdf", {"required": True}), ("--xlsx", {"required": True})]),
    ("send", send, [_DIR, ("folder", {"metavar": "TARGET_FOLDER"})], []),
    ("take-in", take_in, [_DIR, ("files", {"metavar": "FILE", "nargs": "+"})], [_JSON]),
    ("check", check, [_DIR], [_JSON]),
    ("restore", restore, [_DIR, ("file", {"metavar": "BACKUP"})], [_JSON]),
)  # fmt: skip


def run(args) -> int:
    """Run one command: 0 done, 1 a person's problem said on stderr."""
    try:
        return args.run(args) or 0
    except UserError as error:
        print(error.say(language()), file=sys.stderr)
    except Exception as error:  # noqa: BLE001 (a bug: said without what people typed, which its message may hold)
        print(language().text(N_("Something went wrong. What you saved is safe.")), file=sys.stderr)
        print(outline(error), file=sys.stderr)
    return 1
