"""The program at work, to be killed or starved: one activity over and over in a station, each deed said once done.

    python -m tests.campaigns.at_work ACTIVITY FOLDER [STICK]      the recovery code comes from stdin

Writes a line of JSON to stdout for each deed, after it returned; {"ready"} before the first; {"refused": code} at the
end if a deed was refused with a sentence for people.
"""

import itertools
import json
import os
import sys
from pathlib import Path
from uuid import uuid4

from models import register, station
from models.errors import UserError
from models.people.household import Household
from models.records import save_all

BATCH = 20


def say(**deed):
    os.write(1, json.dumps(deed).encode() + b"\n")


def household(number):
    return Household.new(head=f"欧𠮷{number}", village="弄拉村", note="石漠化山区" * 40)


def save(store, stick):
    """Fresh records, changes of them, and drafts, as a busy morning has them."""
    from models import drafts

    for number in itertools.count():
        record = household(number)
        say(commits=[identity.hex() for identity in record.save()])
        record.note = f"{number} 改"
        say(commits=[identity.hex() for identity in record.save()])
        row, text = uuid4(), f"打了一半 {number}"
        drafts.keep(store, "visit", row, {"found": text})
        say(draft=[row.hex, text])


def save_batch(store, stick):
    """Imports: each of many records, all or none."""
    for _ in itertools.count():
        batch = uuid4()
        save_all([household(number) for number in range(BATCH)], batch=batch, kind="import")
        say(batch=batch.hex)


def send(store, stick):
    """A record, then the bundle."""
    from exports.bundle import sending

    for number in itertools.count():
        say(commits=[identity.hex() for identity in household(number).save()])
        say(bundles=[path.name for path in sending.send(store, stick)])


def back_up(store, stick):
    from models import backups

    for number in itertools.count():
        say(commits=[identity.hex() for identity in household(number).save()])
        say(backup=backups.back_up(store).name)


def take_in(store, stick):
    """The county reads the stick, again and again."""
    from hub import receive

    while True:
        for verdict in receive.take_in(store, receive.bundles_on(stick)):
            say(file=verdict.file, verdict=verdict.verdict)


def restore(folder, code):
    """Put the newest back-up in place, open, save, close; the lock is taken anew each time."""
    from models import backups, restoring

    say(ready=True)
    while True:
        restoring.restore(backups.listed(folder)[0][0], folder, recovery=code)
        say(restored=True)
        store = station.open_station(folder, tables=register.BY_TABLE, recovery=code)
        with store:
            household(1).save()
        store.close()


ACTIVITIES = {one.__name__: one for one in (save, save_batch, send, back_up, take_in)}


def main(activity, folder, stick=None):
    code = sys.stdin.readline().strip()
    try:
        if activity == "restore":
            restore(folder, code)
        store = station.open_station(folder, tables=register.BY_TABLE, recovery=code)
        with store:
            say(ready=True)
            ACTIVITIES[activity](store, stick and Path(stick))
    except UserError as error:
        say(refused=error.code)


if __name__ == "__main__":
    main(*sys.argv[1:])
