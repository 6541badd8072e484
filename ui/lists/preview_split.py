"""A list and the preview beside it: the edge between them stays where it was dragged to."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter

from ui.lists.list_columns import LEAST, MOST
from ui.theme import px

_USUAL = 22
_REST = 200


class PreviewSplit(QSplitter):
    """What the window gives or takes is the list's; `look` keeps the width of the preview, once the edge rests."""

    def __init__(self, card, preview, look):
        super().__init__(Qt.Orientation.Horizontal)
        self.look = look
        self.setChildrenCollapsible(False)
        self.setHandleWidth(px(12))
        self.addWidget(card)
        self.addWidget(preview)
        self.setStretchFactor(0, 1)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._keep)
        self.splitterMoved.connect(lambda _place, _edge: self._rest.start())
        self.show_look()

    def show_look(self):
        self.setSizes([px(800), px(15 * (self.look.side or _USUAL))])

    def _keep(self):
        ems = self.sizes()[1] / px(15)
        if ems:  # 0 while the preview is closed
            self.look.keep(side=min(max(round(ems, 1), LEAST), MOST))
