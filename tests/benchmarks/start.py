"""Starting (P1): to the unlock card painted, beside a bare window with one table; then the desk of a ten-year station.

Each start is a process of its own, without a screen. What opening the desk and its lists costs is processor time of our
own, without the guess of the password that is made to be slow.

    TAIZHANG_YEARS=FOLDER     a station made by tests.benchmarks.ten_years, instead of a smaller one made here
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.measure import Row
from tests.benchmarks.ten_years import PASSWORD, make

TIMES, SCALE = 7, 0.05
_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableWidget(20, 5))
window.resize(1366, 728)
window.show()
window.grab()
print(time.time() - float(sys.argv[1]))
"""
_OURS = """
import sys, time
import main
program = main.started()
program.window.grab()
print(time.time() - float(sys.argv[1]))
"""
_UNLOCK = """
import json, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from models import register, station
from models.keys import KeySlots
from ui.app import Program
app = QApplication([])
home = Path(sys.argv[2])
program = Program(app, home)
program.window.show()
slots = KeySlots(home / "station" / station.SLOTS)
guess = time.process_time()
slots.unlock(None, sys.argv[3])
guess = time.process_time() - guess
begin = time.process_time()
store = station.open_station(home / "station", password=sys.argv[3], tables=register.BY_TABLE)
program._opened(store)
program.window.grab()
app.processEvents()
today = time.process_time() - begin - guess
spent = {"today": today}
for page in ("visits", "persons", "households", "cases"):
    begin = time.process_time()
    program.desk.window.go(page)
    program.window.grab()
    app.processEvents()
    spent[page] = time.process_time() - begin
print(json.dumps(spent))
program.close_store()
"""


def rows():
    with TemporaryDirectory() as folder:
        home = Path(os.environ.get("TAIZHANG_YEARS") or folder)
        if not (home / "station").exists():
            make(home / "station", SCALE)
        compiled = {"PYTHONPYCACHEPREFIX": folder + "/compiled"}
        bare, ours = [], []
        for _ in range(TIMES + 1):  # by turns: what slows the machine down slows both
            bare.append(float(_run(_BARE, **compiled)))
            ours.append(float(_run(_OURS, TAIZHANG_HOME=str(home), **compiled)))
        # the first of each compiles its modules, as the first start after installing does
        times = (statistics.median(found[1:]) * 1000 for found in (ours, bare))
        yield Row("start to the unlock card", *times, "1.5")
        _run(_UNLOCK, home, PASSWORD, **compiled)
        for page, seconds in json.loads(_run(_UNLOCK, home, PASSWORD, **compiled)).items():
            yield Row(f"processor time to “{page}”, of 1,500 ms", seconds * 1000, 1500, "1")


def _run(code, *arguments, **environment):
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])}
    environment |= {"PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-c", code, str(time.time()), *map(str, arguments)]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]
