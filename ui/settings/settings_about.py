"""What this program is, who may use it how, and what it does not protect against."""

from models.station import Station
from resources import VERSION
from ui.settings.settings_part import SettingsPart
from ui.words import _


def version() -> str:
    """The version of the program."""
    return VERSION


class AboutPart(SettingsPart):
    def __init__(self, store):
        super().__init__(_("About"))
        station = Station.mine()
        self.say(
            _("Taizhang {version}, a record book for social-work stations that needs no network.", version=version()),
            "",
        )
        self.say(_("Station number {number}", number=station.short or "—"))
        self.say(
            _(
                "Free software under the Apache License 2.0. The type is under the SIL Open Font License, "
                "the icons under ISC."
            )
        )
        self.say(_("What it protects, and what it does not"), "section")
        for sentence in (
            _(
                "The file is encrypted: a stolen computer or disk tells nothing without a password "
                "or the recovery code."
            ),
            _("Roles are kept by the program. Whoever holds a password and other tools can read the whole file."),
            _("While the book is open, programs on this computer could read along. Lock it with Ctrl+L."),
            _("Back-ups and bundles on sticks are encrypted; what they held stays in them when it is removed here."),
            _("Printed sheets, exported workbooks and screenshots are not protected by the program at all."),
            _(
                "Without any password and without the recovery code, nobody can open the book again. "
                "Not even its makers."
            ),
        ):
            self.say("· " + sentence)
        self.column.addStretch(1)
