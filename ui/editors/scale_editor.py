"""Entering the answers of a scale: the sheet, what they come to so far, and how it was before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.fields.answers import filled, sheet
from models.scales import advice, definition, scoring
from models.scales.over_time import course
from ui.editors.editor import Editor
from ui.editors.scale_chart import ScaleChart
from ui.editors.scale_sheet import ScaleSheet
from ui.theme import px
from ui.widgets.labels import Label, Notice
from ui.words import _, spoken


class AnswersEditor(Editor):
    """Follows the scale that the form names; answers to another scale are kept until the form is left."""

    wide = True

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.sheet, self.about, self.sum = ScaleSheet(), Label("", role="hint"), Label("", role="secondary")
        self.alarm, self.chart, self.keys = Notice(), ScaleChart(), Label("", role="hint")
        self._name, self._version, self._kept, self._record, self._before = None, None, {}, None, None
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self.about, self.sheet, self.keys, self.sum, self.alarm, self.chart):
            column.addWidget(part)
        for label in (self.about, self.sum, self.keys):
            label.setWordWrap(True)
        self.keys.setText(_("Digits answer · Enter or arrows move · Delete takes back · X declined"))
        self._take(box)
        self.setFocusProxy(self.sheet)
        self.sheet.setAccessibleName(_(question.label))
        self.sheet.changed.connect(self._answered)
        self._show()

    # --- the value ---

    def value(self):
        scale = self._scale()
        return filled(scale, self.sheet.answers) if scale else self._kept.get(self._name)

    def set_value(self, value):
        name, version, answers = sheet(value)
        self._name, self._version = name or self._name, version
        self._kept = {name: value} if name else {}
        self._record, self.sheet.at = None, 0
        self._show(answers)

    def _scale(self):
        """The scale in the version answered; what a newer program made is kept as it is."""
        return definition.scale(self._name, self._version)

    def follow(self, record):
        """The form says which scale it is and whose: another scale has another sheet."""
        record_is_new = self._record is None or self._record.person != record.person
        self._record, earlier = record, (self._name, self.sheet.goals)
        if record.scale != self._name:
            self._kept[self._name] = self.value()
            self._name, (_n, self._version, answers) = record.scale, sheet(self._kept.get(record.scale))
            self.sheet.at = 0
            self._show(answers)
        elif record_is_new or earlier[1] != self._goals():
            self._show(self.sheet.answers)
        self._sum_up()

    def _whose(self):
        return self._record.whose() if self._record is not None else scoring.NOBODY

    def _goals(self):
        return tuple(line.get("goal") for line in self._record.goals or ()) if self._record is not None else ()

    # --- showing ---

    def _show(self, answers=None):
        scale = self._scale()
        self.sheet.show_scale(scale, answers or {}, self._whose().sex, self._goals())
        self.about.setText(scale.about.say(spoken()) if scale else _("Choose the scale first."))
        self.keys.setVisible(bool(scale and scale.items))
        self._before = None
        self._sum_up()

    def _answered(self):
        self._sum_up()
        self.changed.emit()

    def _sum_up(self):
        scale = self._scale()
        found = self._score(scale)
        self.sum.setVisible(found is not None)
        if found is None:
            self.alarm.clear()
            self.chart.hide()
            return
        self.sum.setText(said(scale, found, spoken()))
        alarms = [_(advice.ALERTS[alert]) for alert in found.alerts]
        self.alarm.say("\n".join(alarms), state="danger") if alarms else self.alarm.clear()
        self._draw(scale, found)

    def _score(self, scale):
        if scale is None or scale.only_total:
            return None
        record = self._record
        weights = tuple(line.get("weight") for line in record.goals or ()) if record is not None else ()
        return scoring.score(scale, self.sheet.answers, self._whose(), weights if scale.total == "gas" else ())

    def _draw(self, scale, found):
        """The totals of earlier days with this one behind them."""
        if self._before is None and self._record is not None:
            self._before = [one for one in course(self._record) if one.id != self._record.id]
        points = [(one.day, one.total) for one in self._before or () if one.day]
        if found.total is not None and self._record is not None and self._record.day:
            points.append((self._record.day, found.total))
        self.chart.setVisible(len(points) > 1)
        self.chart.show_points(sorted(points), scale, self._whose())

    def set_read_only(self, on):
        self.sheet.setEnabled(not on)

    def mark(self, state):
        """Nothing here has a border; the sentence below says it."""


def said(scale, found, language) -> str:
    """What the answers come to: how many are answered, the total, the range, and that it is no diagnosis."""
    band = codes.label("scale_band", found.band.code, language) if found.band else language.text("–")
    values = {"answered": found.answered, "asked": found.asked, "high": scale.high}
    if found.total is None:
        return _("Answered {answered} of {asked}", **values)
    sentence = _(
        "Answered {answered} of {asked} · total {total} of {high} · {band}", total=found.total, band=band, **values
    )
    advised = [_(advice.ADVICE[found.band.advice])] if found.band and found.band.advice else []
    return "　".join([sentence, *advised, _(advice.SCREENING)])
