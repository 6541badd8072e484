from uuid import uuid4

from models.carried import Intake, SentFile
from ui.pages.bundle_table import BundleTable

NOON = 1_789_444_800_000


def shown(table):
    model = table.table
    return [[model.item(row, column).text() for column in range(5)] for row in range(model.rowCount())]


def test_a_table_without_bundles_says_so(qtbot):
    table = BundleTable("还没有写过数据包。")
    qtbot.addWidget(table)
    table.show_sent([])
    assert table.view.isHidden() and not table.empty.isHidden()


def test_each_bundle_written_says_how_far_it_has_come(qtbot):
    table = BundleTable("")
    qtbot.addWidget(table)
    sent = SentFile("b", 1, 1, 3, uuid4(), uuid4(), 10, 260, 5000, "县-站-3.tzb", NOON)
    table.show_sent([(sent, "written"), (sent, "acknowledged")])
    assert [row[:1] + row[2:4] for row in shown(table)] == [["3", "县-站-3.tzb", "250"]] * 2
    assert [row[4] for row in shown(table)] == ["已写入并读回核对，还没有回音", "已回执"]
    assert table.empty.isHidden()


def test_a_file_that_could_not_be_believed_stands_without_a_number(qtbot):
    table = BundleTable("")
    qtbot.addWidget(table)
    table.show_taken([Intake("d", None, None, None, None, None, None, "坏.tzb", "refused", "S-103", 0, 0, NOON)])
    (row,) = shown(table)
    assert (row[0], row[2], row[3]) == ("", "坏.tzb", "0")


def test_the_page_of_bundles_opens_without_any(desk):
    desk.window.go("sync")
    assert not desk.window.page.bundles.empty.isHidden()
