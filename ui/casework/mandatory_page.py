"""Mandatory reports: the list for those who may read it, and the file of each with its clock."""

from PySide6.QtCore import QTimer

from models.linking.mandatory_report import MandatoryReport
from ui.casework.alarms import clock_of
from ui.forms.facts_file import FactsFile
from ui.forms.file_page import FilePage

_MINUTE = 60_000


class ReportFile(FactsFile):
    """Above the forms the time since the finding; it goes on by itself until the report is made."""

    def __init__(self, desk):
        super().__init__(MandatoryReport, desk, clock_of)
        self.clock = QTimer(self, interval=_MINUTE)
        self.clock.timeout.connect(lambda: self.record and self.show_facts(()))
        self.clock.start()


class ReportPage(FilePage):
    def __init__(self, desk):
        super().__init__(MandatoryReport, desk, ReportFile(desk))
