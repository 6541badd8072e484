"""What the program finds around it on a computer: the place of its data, the input method, the file of its log."""

import logging
import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QStandardPaths


def home() -> Path:
    """Where this computer keeps its station: TAIZHANG_HOME, or the usual place for a program's data."""
    if place := os.environ.get("TAIZHANG_HOME"):
        return Path(place).absolute()
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)) / "taizhang"


def choose_input_method():
    """The wheels carry no fcitx plugin: fcitx 5 answers for ibus, so that Chinese can be typed."""
    wanted = os.environ.get("QT_IM_MODULE") or os.environ.get("XMODIFIERS", "")
    if "fcitx" not in wanted:
        return
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    if not any("fcitx" in file.name for file in folder.glob("*")):
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ.setdefault("IBUS_USE_PORTAL", "1")


def start_log(folder):
    """A log of ids and counts beside the station; where it cannot be written the program goes on without."""
    log = logging.getLogger("taizhang")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "log.txt", encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
