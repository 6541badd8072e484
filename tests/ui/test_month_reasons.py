"""A month is signed when every check that is no mistake has its reason; Enter alone signs nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.month.month_signing import asked
from ui.widgets.sheet import Sheet


def test_enter_leads_to_the_next_reason_and_signs_nothing_before_all_are_given(desk, monkeypatch, qtbot):
    seen = []

    def ask(sheet):
        lines = sheet.findChildren(QLineEdit)
        sheet.show()
        seen.append(sheet.verbs[0].isEnabled())
        for line in lines:
            qtbot.keyClick(line, Qt.Key.Key_Return)
            seen.append(sheet.verbs[0].isEnabled() or sheet.choice is not None)
            line.setText("人手不够")
        seen.append(sheet.verbs[0].isEnabled())
        return 0

    monkeypatch.setattr(Sheet, "ask", ask)
    desk.window.go("report")
    checks = [check for check in desk.window.page.checks if not check.blocks]
    assert checks and set(asked(desk.window, "2026-09", checks)) == {check.code for check in checks}
    assert seen == [False] * (len(checks) + 1) + [True]
