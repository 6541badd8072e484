"""The file of a family gone through and brought up to date (家庭档案动态更新)."""

from datetime import timedelta

from models.database import current
from models.due import Due
from models.fields import Choice, Choices, Day, Link, Notes, Text
from models.people.household import Household
from models.records import Record
from models.team.staff import Staff
from resources.language import N_

_YEAR = timedelta(365)


class FileUpdate(Record):
    """One look through a family's file: what has changed and what was put right; counted by household (figure 6)."""

    title, plural, letters = N_("File update"), N_("File updates"), "DGX"
    shelf, part_of = "households", ("household",)
    signers = (N_("Household:"), N_("Social worker:"), N_("Date:"))

    household = Link(Household, N_("Household"), heading=N_("Update"), required=True, listed=True, index=True)
    day = Day(
        N_("Updated on"), required=True, listed=True, suggest=lambda one: current().today(),
        synonyms=("更新日期", "更新时间", "档案更新日期"),
    )  # fmt: skip
    way = Choice(N_("How it was verified"), "update_way", required=True, listed=True, synonyms=("更新方式", "核实方式"))
    parts = Choices(
        N_("What changed"), "file_part", required=True, listed=True, synonyms=("更新内容", "变动项目", "变化情况")
    )
    what = Notes(N_("The change in words"), synonyms=("变动说明", "更新说明"))
    proof = Text(N_("Proof seen"), limit=200, synonyms=("佐证材料", "查验材料"))
    worker = Link(
        Staff, N_("Updated by"), required=True, listed=True, suggest=lambda one: current().user,
        synonyms=("更新人", "经办人"),
    )  # fmt: skip
    next_day = Day(
        N_("Next update by"), may_be_future=True, suggest=lambda one: current().today() + _YEAR,
        synonyms=("下次更新日期",),
    )  # fmt: skip
    village = Text(N_("Village or community"), derived=True, upward=True)

    def derive(self):
        household = self.linked("household")
        self.village = household.village if household else None

    def conflicts(self):
        if "none" in (self.parts or ()) and len(self.parts) > 1:
            yield "parts", N_("“No change” does not go with something that changed."), {}
        if self.parts and "none" not in self.parts and not self.what:
            yield "what", N_("Write what changed, so that the file can be read years later."), {}
        if self.day and self.next_day and self.next_day <= self.day:
            yield "next_day", N_("The next look at the file comes after this one."), {}

    def caption(self):
        household = self.linked("household")
        return household.caption() if household else ""


def updates_due(store, until) -> list[Due]:
    """Families on file whose last update names a day by `until` for the next one (due.Due)."""
    sql = (
        "SELECT u.id, u.household, max(u.day), u.next_day FROM file_update u WHERE u.station = ? AND u.deleted = 0"
        " AND EXISTS (SELECT 1 FROM person p WHERE p.household = u.household AND p.deleted = 0 AND p.state = 'active')"
        " GROUP BY u.household HAVING u.next_day <= ? ORDER BY u.next_day"
    )
    rows = store.db.execute_sql(sql, (store.unit.bytes, until.isoformat())).fetchall()
    due = [FileUpdate.get_by_id(row) for row, *_rest in rows]
    return [Due("file_update", one.id, one.caption(), one.village, None, one.next_day) for one in due]
