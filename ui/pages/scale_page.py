"""Filled scales: the list, the form, a blank sheet of the scale in hand, and filling it in again."""

from models.scales.result import ScaleResult
from ui.forms.record_page import RecordPage
from ui.prints import printing
from ui.words import _


class ScalePage(RecordPage):
    def __init__(self, desk):
        actions = ((_("Fill in again"), "", self.again), (_("Print a blank sheet"), "", self.print_blank))
        names = ("person", "scale", "day", "phase", "total", "band", "alerts", "repeat_on", "worker")
        super().__init__(ScaleResult, desk, actions=actions, names=names)

    def again(self, result):
        """A fresh form of the same scale for the same person, as the later measure."""
        phase = "after" if result.phase in ("before", "during") else "follow"
        self.new(person=result.person, case=result.case, member=result.member, scale=result.scale, phase=phase)

    def print_blank(self, result):
        """The sheet of the scale in hand; all sheets together are the blank print of the form."""
        scale = result.definition()
        if scale is None or scale.only_total:
            printing.preview_record(self.desk, ScaleResult)
        else:
            printing.preview_scale(self.desk, scale)
