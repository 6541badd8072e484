"""What is remembered between starts, in plain text: looks only."""

import json
import logging
from pathlib import Path

from ui import theme


class Settings:
    """Looks only, in plain text: nothing personal. Whatever is odd in the file falls back to what is usual."""

    _USUAL = {"theme": "light", "size": 100, "language": "zh_CN", "user": ""}

    def __init__(self, file: Path):
        self.file, self.values = file, dict(self._USUAL)
        try:
            read = json.loads(file.read_text(encoding="utf-8")) if file.stat().st_size < 65536 else {}
        except (OSError, ValueError):
            read = {}
        if isinstance(read, dict):
            self.values |= {name: value for name, value in read.items() if type(self._USUAL.get(name)) is type(value)}
        if self.values["size"] not in theme.SIZES or self.values["theme"] not in theme.THEMES:
            self.values |= {"size": 100, "theme": "light"}

    def keep(self, **values):
        self.values |= values
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps(self.values), encoding="utf-8")
        except OSError:
            logging.getLogger("taizhang").warning("settings could not be kept")
