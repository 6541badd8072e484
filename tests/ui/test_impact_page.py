"""The line above the impact assessments."""

from ui.pages.impact_page import ImpactPage


def test_the_handling_of_personal_data_is_taken_along_as_a_workbook(desk, qtbot, tmp_path):
    page = ImpactPage(desk)
    qtbot.addWidget(page)
    page.bar.write(str(tmp_path / "handling.xlsx"))
    assert (tmp_path / "handling.xlsx").stat().st_size > 1000
