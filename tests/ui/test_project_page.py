"""What stands above the file of a purchased project."""

from datetime import date

from models.partners.indicator import Indicator
from models.partners.project import Project
from models.partners.spending import Spending
from models.services.activity import Activity


def _project():
    project = Project.new(
        name="云岭镇社工站项目", stage="need", begin=date(2026, 1, 1), end=date(2026, 12, 31), amount=10_000_00
    )
    project.save()
    return project


def test_the_file_says_how_far_the_contract_is_fulfilled_and_what_staff_costs(desk, store):
    project = _project()
    Activity.new(name="重阳节", kind="festival", day=date(2026, 9, 1)).save()
    Indicator.new(project=project.id, name="社区活动", unit="场", year_target=4, weight=100, figure="33").save()
    Spending.new(
        project=project.id, day=date(2026, 9, 1), amount=7_500_00, item="staff", payee="甲", purpose="工资"
    ).save()
    desk.open_row("project", project.id)
    said = desk.window.page.file.facts.text()
    assert "社区活动 1/4 场（25.0 %）" in said and "25.0 %" in said and "75.0 %" in said


def test_a_fresh_project_says_nothing_yet(desk, store):
    desk.open_row("project", _project().id)
    assert desk.window.page.file.facts.isHidden()


def test_who_works_without_a_registered_certificate_is_named_above_the_file(desk, store):
    project = _project()
    project.staff = (store.user,)
    project.save()
    desk.open_row("project", project.id)
    assert "韦敏" in desk.window.page.file.facts.text()
