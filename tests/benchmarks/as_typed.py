"""Searching as one types in the window (P2): from a key to the list painted, 95 of 100 times; among 100,000 people."""

import os
import time
from itertools import islice

from models import pinyin
from tests.benchmarks.measure import Row
from tests.benchmarks.search import PEOPLE
from tests.benchmarks.stations import encrypted_station, fill, invented_people


def rows():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # in this part's own process

    app = QApplication([])
    with encrypted_station() as store:
        fill(store, PEOPLE)
        store.checkpoint()
        box = _box(app, store)
        for work, texts in _texts().items():
            spent = sorted(milliseconds for text in texts for milliseconds in _typed(app, box, text))
            yield Row(f"a key typed, {work}, of 16 ms", spent[len(spent) * 95 // 100], 16, "1")


def _box(app, store):
    from ui.app import Program

    app.program = Program(app, store.folder.parent)  # lives as long as the process
    app.program.window.show()
    app.program._opened(store)
    box = app.program.desk.window.header.search
    box.setFocus()
    return box


def _texts():
    some = [answers for _, answers in islice(invented_people(PEOPLE), 0, None, 1_500)]
    spelt = [pinyin.spellings(answers["name"]) for answers in some]
    return {
        "a name": [answers["name"] for answers in some],
        "pinyin": [spellings[0] for spellings in spelt],
        "initials": [spellings[-1] for spellings in spelt],
        "end of a number": [answers["id_number"][-4:] for answers in some],
    }


def _typed(app, box, text):
    """Milliseconds from each key of `text` to the list painted."""
    box.clear()
    for letter in text:
        begin = time.perf_counter()
        box.insert(letter)
        box.textEdited.emit(box.text())
        app.processEvents()
        box.list.repaint()
        yield (time.perf_counter() - begin) * 1e3
