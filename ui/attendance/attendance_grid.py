"""Who came to what: people down the side, sessions across, ticked by one key each and saved together."""

from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from models import codes
from models.people.person import Person
from models.records import save_all
from models.services.activity import Attendance
from ui.attendance.attendance_sums import CAME, STATES, Attendee, Sums, in_order
from ui.words import _, spoken


class AttendanceRows(QAbstractTableModel):
    """`link` is the question of Attendance that names the event: session or activity."""

    ticked = Signal()

    def __init__(self, link, today):
        super().__init__()
        self.link, self.today = link, today
        self.events, self.people, self.marks, self.kept, self.reasons = [], [], {}, {}, {}
        self.told = {}  # person → what is to be said beside the name, first of all

    # --- reading ---

    def show_events(self, events, members):
        """Show these events; `members` are the people expected, and whoever stands on a sheet is added."""
        self.beginResetModel()
        self.events, self.marks, self.kept, self.reasons = list(events), {}, {}, {}
        self.people = [self._attendee(person) for person in members]
        rows = []
        if self.events:
            column = Attendance.questions()[self.link]
            rows = Attendance.alive().where(column.in_([event.id for event in self.events])).order_by(Attendance.id)
        for row in rows:
            self._take_in(row)
        self.endResetModel()

    def _take_in(self, row):
        key = row.person or row.name
        place = (getattr(row, self.link), key)
        self.kept[place], self.marks[place], self.reasons[place] = row, row.state, row.reason or row.proxy
        if all(one.key != key for one in self.people):
            person = row.linked("person")
            self.people.append(self._attendee(person) if person else Attendee(None, row.name or _("not here yet")))

    def _attendee(self, person):
        age = person.age(self.today())
        sex = person.questions()["sex"].show(person.sex, spoken())
        years = str(age) if age is not None else ""
        return Attendee(
            person.id, person.name, " ".join(filter(None, (self.told.get(person.id), sex, years, person.village)))
        )

    # --- ticking ---

    def is_ahead(self, column):
        """Whether the event lies ahead: attendance is ticked afterwards."""
        return self.events[column].day is not None and self.events[column].day > self.today()

    def state_of(self, row, column):
        return self.marks.get((self.events[column].id, self.people[row].key))

    def mark(self, row, column, state):
        """Tick a cell; None takes the tick back. Nothing happens where the event lies ahead."""
        if not (0 <= row < len(self.people) and 0 <= column < len(self.events)) or self.is_ahead(column):
            return
        place = (self.events[column].id, self.people[row].key)
        if (self.marks.get(place) in CAME) != (state in CAME):
            self.reasons.pop(place, None)
        if state is None:
            self.marks.pop(place, None)
        else:
            self.marks[place] = state
        self._tell()

    def cycle(self, row, column):
        """Nothing, present, late, absent, nothing."""
        order = (None, *STATES)
        self.mark(row, column, order[(order.index(self.state_of(row, column)) + 1) % len(order)])

    def all_present(self, column):
        """Everybody not yet ticked was present."""
        for row in range(len(self.people)):
            if self.state_of(row, column) is None:
                self.mark(row, column, "present")

    def say_reason(self, row, column, reason):
        """Why one was absent; of one who came, who signed on behalf."""
        self.reasons[self.events[column].id, self.people[row].key] = reason or None
        self.ticked.emit()

    def reason_of(self, row, column):
        return self.reasons.get((self.events[column].id, self.people[row].key)) or ""

    def add(self, attendee, column=None) -> int:
        """Add a line, ticked as present at an event if one is given; the row where that person stands."""
        row = next((row for row, one in enumerate(self.people) if one.key == attendee.key), len(self.people))
        if row == len(self.people):
            self.beginInsertRows(QModelIndex(), row, row)
            self.people.append(attendee)
            self.endInsertRows()
        if column is not None:
            self.mark(row, column, "present")
        return row

    def add_person(self, identity, column=None):
        return self.add(self._attendee(Person.get_by_id(identity)), column)

    # --- sums and saving ---

    def sums(self, column) -> Sums:
        event = self.events[column].id
        states = [self.marks.get((event, one.key)) for one in self.people]
        count = [states.count(state) for state in STATES]
        return Sums(len(self.people), *count, self.events[column].unnamed or 0)

    def changed(self) -> list:
        """The records to save: rows new, changed or taken back, and events whose head-count was changed."""
        found = [event for event in self.events if event.dirty]
        for place in (*self.marks, *(place for place in self.kept if place not in self.marks)):
            record, state = self.kept.get(place), self.marks.get(place)
            if state is None:
                record.deleted = True
                found.append(record)
            elif record is None:
                found.append(self._fresh(*place, state))
            elif (record.state, record.reason, record.proxy) != (state, *self._said(place, state)):
                record.state, (record.reason, record.proxy) = state, self._said(place, state)
                found.append(record)
        in_order([record for record in found if record.is_new])
        return found

    def _said(self, place, state):
        """(reason of an absence, who signed on behalf): one line is written for both."""
        said = self.reasons.get(place)
        return (None, said) if state in CAME else (said, None)

    def _fresh(self, event, key, state):
        who = {"person": key} if isinstance(key, UUID) else {"name": key}
        reason, proxy = self._said((event, key), state)
        return Attendance.new(**{self.link: event}, **who, state=state, reason=reason, proxy=proxy)

    def save(self) -> int:
        """Write what was changed, all or nothing; raises InvalidRecord or what the store says."""
        records = self.changed()
        if records:
            save_all(records)
        for record in records:
            if isinstance(record, Attendance):
                place = (getattr(record, self.link), record.person or record.name)
                if record.deleted:
                    self.kept.pop(place, None)
                else:
                    self.kept[place] = record
        return len(records)

    # --- drafts ---

    def unsaved(self) -> list:
        """The ticks as they stand and what was said of them, to be kept as a draft."""
        kept = []
        for (event, key), state in self.marks.items():
            who = (key.hex, "") if isinstance(key, UUID) else ("", key)
            kept.append([event.hex, *who, state, self.reasons.get((event, key)) or ""])
        return kept

    def counted(self) -> dict:
        """How many came without a name, where that was changed, to be kept as a draft."""
        return {event.id.hex: event.unnamed for event in self.events if event.dirty}

    def put_back(self, ticks, counts):
        """Show ticks and counts kept in a draft."""
        known = {event.id for event in self.events}
        for event in self.events:
            if event.id.hex in counts:
                event.unnamed = counts[event.id.hex]
        for event, person, name, state, *said in ticks:  # drafts of older programs say no more than the state
            if UUID(event) not in known:
                continue
            if person:
                self.add_person(UUID(person))
            else:
                self.add(Attendee(None, name))
            place = UUID(event), UUID(person) if person else name
            self.marks[place], self.reasons[place] = state, "".join(said) or None
        self._tell()

    def _tell(self):
        if self.people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.people) - 1, self.columnCount() - 1))
        self.ticked.emit()

    # --- Qt asks ---

    def rowCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent=QModelIndex()):
        return 0 if parent.isValid() else len(self.events) + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            who = self.people[section]
            detail = who.detail if who.person else _("name only")
            return f"{who.name}　{detail}"
        if section == len(self.events):
            return _("Came to")
        event = self.events[section]
        number = getattr(event, "number", None)
        day = spoken().day(event.day, self.today().year) if event.day else ""
        return f"{number} · {day}" if self.link == "session" else day

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        who, column = self.people[index.row()], index.column()
        if column == len(self.events):
            came = sum(self.state_of(index.row(), place) in CAME for place in range(len(self.events)))
            return f"{came} / {len(self.events)}"
        state = self.state_of(index.row(), column)
        said = codes.label("attendance", state, spoken()) if state else ""
        return (
            _("{heading}: {answer}", heading=who.name, answer=said or _("not ticked"))
            if role == (Qt.ItemDataRole.AccessibleTextRole)
            else said
        )
