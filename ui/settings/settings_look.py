"""The look: theme, text size, language. Each change acts at once."""

from ui.settings.settings_part import SettingsPart
from ui.theme import SIZES, size, theme
from ui.widgets.choice_combo import ChoiceCombo
from ui.words import _, spoken


class LookPart(SettingsPart):
    def __init__(self, desk):
        super().__init__(_("Look and text size"), _("Changes act at once and are kept on this computer."))
        self.desk = desk
        self.combos = {}
        self._add(
            "theme", _("Theme"), (("light", _("Light")), ("dark", _("Dark")), ("contrast", _("High contrast"))), theme()
        )
        self._add("size", _("Text size"), [(one, _("{size} %", size=one)) for one in SIZES], size())
        self._add("language", _("Language"), (("zh_CN", "中文"), ("en", "English")), spoken().name)
        self.say(_("Ctrl and + or − change the text size on any page; Ctrl+0 is 100 %."), "hint")
        self.column.addStretch(1)

    def _add(self, name, text, offers, value):
        combo = ChoiceCombo(offers)
        combo.removeItem(0)
        combo.show_code(value)
        combo.activated.connect(lambda _place: self.desk.program.change_look(**{name: combo.currentData()}))
        self.combos[name] = combo
        self.asked(text, combo)

    def focus_first(self):
        self.combos["theme"].setFocus()
