"""Those who work at the station."""

from models.fields import Choice, Day, Name, Notes, Phone
from models.records import Record
from resources.language import N_


class Staff(Record):
    """One social worker or other member of the station; also who signs commits (settled 8)."""

    title, plural, letters = N_("Staff member"), N_("Staff"), "RY"
    searched = ("name",)

    name = Name(N_("Name"), heading=N_("Identity"), required=True, listed=True, synonyms=("社工姓名", "工作人员"))
    sex = Choice(N_("Sex"), "sex", listed=True)
    phone = Phone(N_("Telephone"), listed=True, synonyms=("联系电话", "手机"))
    post = Choice(N_("Post"), "staff_post", heading=N_("Work"), listed=True, synonyms=("岗位", "职务"))
    level = Choice(N_("Certificate"), "certificate_level", listed=True, synonyms=("持证情况", "证书级别"))
    role = Choice(N_("Role in the program"), "role", required=True, suggest="worker")
    hired = Day(N_("Joined on"), listed=True, synonyms=("入职日期",))
    left = Day(N_("Left on"), may_be_future=True, synonyms=("离职日期",))
    note = Notes(N_("Remarks"), synonyms=("备注",))

    def conflicts(self):
        if self.hired and self.left and self.left < self.hired:
            yield "left", N_("The day of leaving is before the day of joining."), {}

    def caption(self):
        return self.name or ""
