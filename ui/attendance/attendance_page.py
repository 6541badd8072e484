"""Groups and activities: the list, and the sheet of the one in hand."""

from PySide6.QtCore import Qt

from models.errors import UserError
from models.people.person import Person
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupSession
from models.services.group_member import GroupMember, not_agreed, still_in
from models.services.group_plan import latest_plan, planned
from models.services.hand_out import HandOut
from ui.attendance import attendance_print
from ui.attendance.attendance_file import AttendanceFile
from ui.attendance.attendance_goods import ask_and_hand_out
from ui.forms.file_page import FilePage
from ui.forms.record_editor import RecordEditor
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.finder import Finder
from ui.widgets.sheet import Sheet
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext, spoken


class GroupPage(FilePage):
    sheet_parts = ("group_session",)

    def __init__(self, desk):
        super().__init__(Group, desk, GroupFile(desk))

    def owner_of(self, record):
        if isinstance(record, Attendance):
            record = record.linked("session")
        return super().owner_of(record) if record is not None else None


class ActivityPage(FilePage):
    def __init__(self, desk):
        super().__init__(Activity, desk, ActivityFile(desk))

    def owner_of(self, record):
        return record.linked("activity") if isinstance(record, Attendance) else super().owner_of(record)


class ActivityFile(AttendanceFile):
    """One activity: one column of ticks, and the goods handed out to those who came."""

    cls, link = Activity, "activity"

    def __init__(self, desk):
        super().__init__(desk)
        self.goods = KeyButton(_("Goods for all who came…"), icon="package")
        self.goods.clicked.connect(lambda: ask_and_hand_out(self))
        self.side.extra.addSpacing(px(8))
        self.side.extra.addWidget(self.goods)

    def papers(self):
        *sheets, file = super().papers()
        return [*sheets, (_("List of goods"), self.print_goods), file]

    def print_goods(self):
        """The list as it was written down; blank while nothing was."""
        filled = HandOut.alive().where(HandOut.activity == self.record.id).exists()
        data = attendance_print.goods_data(self, filled)
        attendance_print.preview(self, _("List of goods handed out"), data, self.record)

    def event_said(self, activity):
        return _("Activity on {day}", day=spoken().day(activity.day, self.store.today().year) if activity.day else "")


class GroupFile(AttendanceFile):
    """One group: its members down the side, its sessions across; the session in hand has its own form."""

    cls, link = Group, "session"
    saves_first = False

    def __init__(self, desk):
        self.session_form = RecordEditor(GroupSession, desk.choosing, without=("group",), inside=True)
        super().__init__(desk)
        self._add_members_line()
        self.view.left_row.connect(self.let_go)

    def _add_members_line(self):
        self.member = Finder(lambda text: self.choosing.find("person", text), empty=_("“{text}” is not on file"))
        self.member.chosen.connect(self._member_found)
        self.side.ask(_("New member of the group"), self.member, _("Name or pinyin initials"), into=self.side.extra)
        own = LinkButton(_("The group itself"), "Ctrl+E")
        own.clicked.connect(self.edit_group)
        self.side.extra.addWidget(own)
        for before, after in ((self.side.reason, self.member), (self.member, own)):
            self.setTabOrder(before, after)
        Shortcut("Ctrl+E", self.sheet, self.edit_group, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def primary(self):
        """The next session; while a form is open its Save stands in its place."""
        return (_("New session"), "Ctrl+N", self.new_session) if self.editor is self else None

    def forms(self):
        return [self.own_form, self.session_form]

    def form_word(self):
        return _("Record of this session")

    def events(self):
        return list(
            GroupSession.alive()
            .where(GroupSession.group == self.record.id)
            .order_by(GroupSession.number, GroupSession.day)
        )

    def members(self):
        """Those still in the group; beside the name stands who has not agreed to it."""
        today = self.store.today()
        ids = [member.person for member in still_in(self.record.id, today)]
        self.rows.told = {member.person: self._consent_said(member) for member in not_agreed(self.record.id, today)}
        people = {person.id: person for person in Person.select().where(Person.id.in_(ids))}
        return [people[one] for one in ids if one in people]

    @staticmethod
    def _consent_said(member):
        answer = member.questions()["consent"].show(member.consent or "waiting", spoken())
        return _("consent: {answer}", answer=answer)

    def remark(self):
        """How many members have not agreed yet, or no longer."""
        n = len(not_agreed(self.record.id, self.store.today()))
        return ngettext("{n} without consent", "{n} without consent", n) if n else ""

    def state_line(self):
        """The number, the state of the plan, what is to be said of the members."""
        return " · ".join(filter(None, (self.record.number, self._plan_said(), self.remark())))

    def _plan_said(self):
        plan = latest_plan(self.record.id)
        state = plan and plan.questions()["state"].show(plan.state, spoken())
        return _("plan: {state}", state=state) if state else ""

    def event_said(self, session):
        day = spoken().day(session.day, self.store.today().year) if session.day else ""
        said = _("Session {number} · {day}", number=session.number, day=day)
        return f"{said} · {session.topic}" if session.topic else said

    def empty_sentence(self):
        if not self.rows.events:
            return _("No session yet. Ctrl+N enters the first one; members are added at the right.")
        return super().empty_sentence()

    # --- sessions ---

    def new_session(self):
        """A fresh session with the next number, at the time of the last one."""
        last = self.rows.events[-1] if self.rows.events else None
        answers = {name: getattr(last, name) for name in ("start", "minutes", "worker") if last and getattr(last, name)}
        answers.setdefault("worker", self.store.user or self.record.worker)
        number = (last.number or 0) + 1 if last else 1
        fresh = GroupSession.new(
            group=self.record.id, number=number, day=self.store.today(), **answers, **planned(self.record.id, number)
        )
        self._show_form(self.session_form, fresh, draft_of=self.record.id)

    def edit_form(self):
        if self.rows.events:
            event = GroupSession.get_by_id(self.rows.events[self.view.event_column()].id)
            self._show_form(self.session_form, event)

    def edit_group(self):
        self._show_form(self.own_form, self.record)

    # --- members ---

    def _member_found(self):
        identity = self.member.chosen_id
        self.member.show_chosen(None, "")
        if not identity:
            return
        try:
            GroupMember.new(group=self.record.id, person=identity, joined=self.store.today()).save()
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
            return
        self.rows.add_person(identity)
        self._show_emptiness()
        self._show_event()

    def let_go(self, row):
        """A member leaves the group: asked, because the line goes from the next sheets."""
        who = self.rows.people[row]
        member = GroupMember.get_or_none(
            (GroupMember.group == self.record.id) & (GroupMember.person == who.person) & (GroupMember.deleted == False)  # noqa: E712 (an SQL expression)
        )
        if member is None:
            return
        title = _("Does {name} leave the group?", name=who.name)
        if (
            Sheet(
                self,
                title,
                _("What was ticked stays. From tomorrow the name is no longer on the sheet."),
                [_("Leaves the group")],
            ).ask()
            == 0
        ):
            member.left = self.store.today()
            member.save()
            self._show_event()
