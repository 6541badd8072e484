"""Beside a case: whom it is about, how much was done, what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models import access, codes
from models.casework import road
from models.casework.coming import coming_of
from models.casework.work import days_open, work_done
from models.people.consent import Consent
from ui.theme import px
from ui.widgets.labels import Chip, Label
from ui.words import _, spoken

_RISK = {"1": ("ok", "circle-check"), "2": ("warn", "triangle-alert"), "3": ("danger", "octagon-alert")}
_NEXT, _BEEN = 4, 6


class CaseFacts(QFrame):
    """Read anew for each case; nothing here can be changed."""

    def __init__(self, store, choosing):
        super().__init__(objectName="card")
        self.store, self.choosing = store, choosing
        self.setFixedWidth(px(244))
        self.area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame, objectName="reading")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("Facts of the case"))  # a stop for Tab, so that arrows can scroll it
        column = QVBoxLayout(self)
        column.setContentsMargins(1, px(6), 1, px(6))
        column.addWidget(self.area)

    def show_case(self, case):
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(px(13), px(6), px(13), px(6))
        column.setSpacing(px(8))
        person = case.linked("person")
        self._add_person(column, case, person)
        column.addWidget(Label(_("Work done"), role="pane"))
        column.addLayout(self._figures(case))
        self._add_next(column, case)
        self._add_been(column, case)
        column.addStretch(1)
        if access.is_protected(self.store, case):
            note = Label(_("A protected file: that you opened it is written into the log of reading."), role="hint")
            note.setWordWrap(True)
            column.addWidget(note)
        self.area.setWidget(fresh)

    def _add_person(self, column, case, person):
        name = Label(person.name if person else _("not here yet"), role="person")
        name.setWordWrap(True)
        column.addWidget(name)
        chips = QHBoxLayout()
        chips.setSpacing(px(6))
        if case.risk in _RISK:
            chips.addWidget(Chip(codes.label("risk_level", case.risk, spoken()), *_RISK[case.risk]))
        age = person.age(self.store.today()) if person else None
        if age is not None and age < access.FULL_AGE:
            chips.addWidget(Chip(_("minor"), "lock", "shield"))
        chips.addStretch(1)
        column.addLayout(chips)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        for line, (label, text, role) in enumerate(self._facts(case, person, age)):
            grid.addWidget(Label(label, role="hint"), line, 0, Qt.AlignmentFlag.AlignTop)
            value = Label(text, role=role)
            value.setWordWrap(True)
            grid.addWidget(value, line, 1)
        column.addLayout(grid)

    def _facts(self, case, person, age):
        if person:
            sex = person.questions()["sex"].show(person.sex, spoken())
            years = _("{age} years", age=age) if age is not None else ""
            yield _("Person"), " ".join(filter(None, (sex, years, person.village))), ""
            if person.categories:
                yield _("Categories"), person.questions()["categories"].show(person.categories, spoken()), ""
            if person.guardian:
                yield _("Guardian"), person.guardian, ""
        yield _("Worker"), self.choosing.name("staff", case.worker) if case.worker else "", ""
        given = self._consent(case)
        yield (
            _("Consent"),
            _("signed {day}", day=spoken().day(given.day, self.store.today().year)) if given else _("not yet on file"),
            "ok" if given else "warn",
        )

    @staticmethod
    def _consent(case):
        rows = Consent.alive().where(
            Consent.person == case.person, Consent.state == "agreed", Consent.withdrawn.is_null()
        )
        return rows.order_by(Consent.day.desc()).first()

    def _figures(self, case):
        end = case.closed or self.store.today()
        done = work_done(case.id, self.store.today())
        row = QHBoxLayout()
        for figure, unit in (
            (str(done.sessions), _("sessions")),
            (spoken().hours(done.minutes), _("hours")),
            (str(days_open(case, end) or "") if case.opened else "", _("days open")),
        ):
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(Label(figure, role="figure"))
            pair.addWidget(Label(unit, role="hint"))
            row.addLayout(pair)
        return row

    def _add_next(self, column, case):
        column.addWidget(Label(_("Next"), role="pane"))
        coming = coming_of(case)
        if not coming:
            column.addWidget(Label(_("nothing agreed on"), role="hint"))
        today = self.store.today()
        for day, sentence, what in coming[:_NEXT]:
            text = Label(_(sentence, day=spoken().day(day, today.year), what=what or ""))
            text.setWordWrap(True)
            column.addWidget(text)
            if (late := (today - day).days) > 0:
                column.addWidget(Label(_("{days} days over", days=late), role="danger"))

    def _add_been(self, column, case):
        """The states it came into, with who brought it there and why."""
        column.addWidget(Label(_("State of the case"), role="pane"))
        today = self.store.today()
        for been in road.been(case)[:_BEEN]:
            state = codes.label("case_state", been.state, spoken()) if been.state else ""
            who = self.choosing.name("staff", been.user) if been.user else ""
            told = " · ".join(filter(None, (spoken().day(been.day, today.year), state, who)))
            line = Label(told)
            line.setWordWrap(True)
            column.addWidget(line)
            if been.why:
                why = Label(been.why, role="hint")
                why.setWordWrap(True)
                column.addWidget(why)
