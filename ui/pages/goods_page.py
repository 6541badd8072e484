"""Goods handed out: the list, and the grid in which the signed list of a day is entered."""

from models.services.hand_out import HandOut
from ui.forms.batch_page import BatchPage
from ui.forms.record_page import RecordPage
from ui.grid.grid_page import GridPage
from ui.words import _

_COLUMNS = ("person", "name", "goods", "quantity", "unit", "value", "sign", "proxy")
_COMMON = ("day", "activity", "goods", "quantity", "unit", "value", "worker")


class GoodsPage(BatchPage):
    """Starts with the list; the second button opens the grid, where all lines share the goods."""

    def __init__(self, desk):
        self.batch = _("Enter a list of goods")
        records = RecordPage(HandOut, desk)
        grid = GridPage(HandOut, _COLUMNS, _COMMON, desk.choosing, desk.store.now, self.batch, self._heard)
        super().__init__(desk.store, desk, records, grid)
        grid.wants_person.connect(desk.register_person)

    def begin_with(self):
        return super().begin_with() | {"quantity": 1, "worker": self.store.user}

    def _heard(self, row):
        """What the one of a line was given before."""
        if row.person is None:
            return ""
        before = HandOut.alive().where(HandOut.person == row.person, HandOut.id != row.id)
        given = [f"{one.day:%Y-%m-%d} {one.goods}" for one in before.order_by(HandOut.day.desc()).limit(5)]
        return _("Given before: {what}", what=_(", ").join(given)) if given else _("Nothing was given before.")
