"""The self-check: file, journal, keys, back-ups; what it found can be copied, without personal data."""

import platform
import shutil

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from models import check
from ui.settings.settings_about import version
from ui.settings.settings_part import SettingsPart
from ui.theme import fonts_are_there
from ui.widgets.buttons import KeyButton
from ui.words import _, spoken


class CheckPart(SettingsPart):
    def __init__(self, store, desk):
        super().__init__(
            _("Self-check"),
            _(
                "Every commit of the journal is checked against its signature, and the tables "
                "against the journal. With many "
                "records this takes a minute; you can go on working."
            ),
        )
        self.store, self.desk, self.found = store, desk, None
        self.run = KeyButton(_("Check now"), icon="shield-check", primary=True)
        self.copy = KeyButton(_("Copy for technicians"), icon="copy")
        self.run.clicked.connect(self.begin)
        self.copy.clicked.connect(self._copy)
        self.line(self.run, self.copy)
        self.lines = self.say("", "")
        self.say(_("What is copied names versions, counts and checksums, never people."), "hint")
        self.column.addStretch(1)
        self._show()

    def begin(self):
        self.run.setEnabled(False)
        self.desk.start(lambda tick: check.whole_station(self.store, tick), self._checked, self._failed)

    def _checked(self, found):
        self.found = found
        self.run.setEnabled(True)
        self._show()
        if found["problems"]:
            self.notice.say(
                _("Something does not hold. Copy this for a technician, and keep the back-ups."), state="danger"
            )
        else:
            self.notice.say(_("Everything holds."), state="ok")

    def _failed(self, error):
        from ui.widgets.messages import tell  # says errors in a sheet

        self.run.setEnabled(True)
        tell(self, error)

    def _show(self):
        self.lines.setText("\n".join(self._said()))

    def _said(self):
        free = shutil.disk_usage(self.store.folder).free / 1_000_000_000
        yield (
            _("✓ Room on the disk: {free} GB", free=f"{free:,.1f}")
            if free > 1
            else _("! Only {free} GB are left on the disk; make room.", free=f"{free:,.1f}")
        )
        yield _("✓ The type for Chinese is there") if fonts_are_there() else _("⊘ The type for Chinese is missing")
        yield (
            _("✓ The file is encrypted")
            if self.store.encrypted
            else _("! A training station: the file is not encrypted")
        )
        if self.found is None:
            yield _("○ File, journal, tables, keys and back-ups: not checked since the program was started")
        elif self.found["problems"]:
            yield _("⊘ {count} problems in file, journal, tables, keys or back-ups", count=len(self.found["problems"]))
        else:
            yield _(
                "✓ Journal and tables agree: {commits} commits, {rows} records",
                commits=spoken().number(self.found["commits"]),
                rows=spoken().number(self.found["rows"]),
            )

    def details(self) -> str:
        """What a technician needs: versions, counts, checksums; nothing that people typed."""
        found = self.found or {}
        lines = [
            f"taizhang {version()}",
            f"python {platform.python_version()}",
            f"qt {qVersion()}",
            f"system {platform.system()} {platform.release()}",
            f"encrypted {self.store.encrypted}",
            f"commits {found.get('commits')}",
            f"rows {found.get('rows')}",
            f"digest {found.get('digest')}",
        ]
        return "\n".join(lines + [f"problem {problem}" for problem in found.get("problems", ())])

    def _copy(self):
        QGuiApplication.clipboard().setText(self.details())
        self.notice.say(_("Copied."), state="ok")

    def focus_first(self):
        self.run.setFocus()
