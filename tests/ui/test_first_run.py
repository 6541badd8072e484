import pytest
from PySide6.QtCore import Qt

from models import recovery_code
from ui.start.answers import COUNTY, NEW, RESTORE, TRAINING
from ui.start.first_run import FirstRun

PASSWORD = "河边的桂花开在十月里"


@pytest.fixture
def wizard(qtbot):
    made = FirstRun([("✓", "磁盘"), ("!", "输入法")], None, lambda backup: [("ab" * 16, "韦敏")])
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def handed(wizard):
    answers = []
    wizard.done.connect(answers.append)
    return answers


def choose(wizard, kind):
    place = [NEW, COUNTY, RESTORE, TRAINING].index(kind)
    wizard.steps[0].group.buttons()[place].setChecked(True)


def fill_station(wizard, name="云岭镇社工站"):
    wizard.go_on()
    wizard.steps[1].station.setText(name)
    wizard.steps[1].short.setText("0417")
    wizard.go_on()


def fill_user(wizard, password=PASSWORD, again=PASSWORD):
    step = wizard.steps[2]
    step.user.setText("韦敏")
    step.first.setText(password)
    step.again.setText(again)
    wizard.go_on()


def type_back(wizard, wrong=None):
    step = wizard.steps[3]
    groups = recovery_code.groups(wizard.answers.recovery)
    for place, line in step.typed.items():
        line.setText("0000" if place == wrong else groups[place].lower())


def test_the_whole_way_hands_over_the_answers_once(wizard, handed):
    fill_station(wizard)
    fill_user(wizard)
    type_back(wizard)
    wizard.steps[3].locked_away.setChecked(True)
    wizard.go_on()
    wizard.go_on()
    [answers] = handed
    assert (answers.kind, answers.name, answers.short, answers.user) == (NEW, "云岭镇社工站", "0417", "韦敏")
    assert answers.password == PASSWORD and len(recovery_code.groups(answers.recovery)) == 9


def test_recovery_cannot_be_passed_by_leaving_it_empty(wizard, handed):
    fill_station(wizard)
    fill_user(wizard)
    for _try in range(5):
        wizard.go_on()
    assert wizard.place == 3 and handed == [] and not wizard.problem.isHidden()


def test_recovery_cannot_be_passed_with_one_wrong_group(wizard):
    fill_station(wizard)
    fill_user(wizard)
    wizard.steps[3].locked_away.setChecked(True)
    for wrong in wizard.steps[3].typed:
        type_back(wizard, wrong)
        wizard.go_on()
        assert wizard.place == 3


def test_recovery_asks_whether_the_sheet_is_in_the_safe(wizard):
    fill_station(wizard)
    fill_user(wizard)
    type_back(wizard)
    wizard.go_on()
    assert wizard.place == 3
    wizard.steps[3].locked_away.setChecked(True)
    wizard.go_on()
    assert wizard.place == 4


def test_three_groups_are_asked_for(wizard):
    assert len(wizard.steps[3].typed) == 3


def test_a_station_needs_a_name(wizard):
    fill_station(wizard, name="  ")
    assert wizard.place == 1 and wizard.steps[1].station.hasFocus() is not None


def test_a_short_number_is_made_of_digits(wizard):
    wizard.go_on()
    wizard.steps[1].station.setText("云岭镇社工站")
    wizard.steps[1].short.setText("<b>")
    wizard.go_on()
    assert wizard.place == 1


@pytest.mark.parametrize(
    "password, again", [("short", "short"), ("1234567890", "1234567890"), (PASSWORD, PASSWORD + "x")]
)
def test_a_weak_or_mistyped_password_is_refused(wizard, password, again):
    fill_station(wizard)
    fill_user(wizard, password, again)
    assert wizard.place == 2


def test_a_town_is_found_by_its_initials_and_names_the_station(wizard, qtbot):
    wizard.go_on()
    step = wizard.steps[1]
    qtbot.keyClicks(step.place, "dhmjd")
    assert "东华门街道" in [offer.title for offer in step.place.offers]
    qtbot.keyClick(step.place, Qt.Key.Key_Return)
    assert step.station.text() == "东华门街道社工站"
    wizard.go_on()
    assert wizard.answers.division == "110101001"


def test_a_hub_is_found_among_counties(wizard, qtbot):
    choose(wizard, COUNTY)
    wizard.go_on()
    qtbot.keyClicks(wizard.steps[1].place, "xichengqu")
    qtbot.keyClick(wizard.steps[1].place, Qt.Key.Key_Return)
    wizard.go_on()
    assert wizard.answers.division == "110102"


def test_one_can_always_go_back(wizard):
    fill_station(wizard)
    fill_user(wizard)
    for place in (2, 1, 0):
        wizard.go_back()
        assert wizard.place == place
    assert wizard.steps[1].station.text() == "云岭镇社工站"


def test_looking_around_takes_one_step(wizard, handed):
    choose(wizard, TRAINING)
    wizard.go_on()
    assert [answers.kind for answers in handed] == [TRAINING]


def test_restoring_asks_for_the_file_and_what_opens_it(wizard, handed):
    choose(wizard, RESTORE)
    wizard.go_on()
    wizard.go_on()
    assert wizard.place == 5 and handed == []
    wizard.steps[5].line.setText("/stick/2026-11-20.tzbak")
    assert wizard.steps[5].user.currentText() == "韦敏"
    wizard.go_on()
    assert handed == []
    wizard.steps[5].word.setText(PASSWORD)
    wizard.go_on()
    [answers] = handed
    assert (answers.kind, answers.backup, answers.password) == (RESTORE, "/stick/2026-11-20.tzbak", PASSWORD)


def test_a_failure_is_said_and_can_be_mended(wizard):
    from models.files import DiskFull

    fill_station(wizard)
    wizard.failed(DiskFull())
    assert "U-101" in wizard.problem.sentence.text() and wizard.next.isEnabled()


def test_passwords_are_typed_without_an_input_method(wizard):
    assert not wizard.steps[2].first.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_whole_way_can_be_walked_with_the_keyboard(wizard, handed, qtbot):
    def enter():
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)

    def type_line(text):
        qtbot.keyClicks(wizard.focusWidget(), text)
        enter()

    wizard.activateWindow()
    wizard.focus_first()
    enter()
    for text in ("dhmjd", "", "0417", "57780000"):
        type_line(text)
    for text in ("weimin", "osmanthus by the river", "osmanthus by the river"):
        type_line(text)
    groups = recovery_code.groups(wizard.answers.recovery)
    for place in wizard.steps[3].typed:
        type_line(groups[place])
    assert wizard.steps[3].locked_away.hasFocus()
    qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
    enter()
    enter()
    assert [(answers.name, answers.user) for answers in handed] == [("东华门街道社工站", "weimin")]
