"""Prints looked at before they are printed: the pages, then Print or Save. Nothing is written until asked for."""

import pypdfium2
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.errors import UserError
from models.files import whole_file
from ui.theme import px
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.messages import tell
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext

_SCREEN, _PAPER = 96 / 72, 300 / 72
_WIDE = 980


class PrintPreview(QDialog):
    """`data` is a PDF; `name` the file name offered when it is saved."""

    def __init__(self, parent, title, data: bytes, name: str):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.data, self.name = data, name
        self.document = pypdfium2.PdfDocument(data)
        self.resize(px(_WIDE), px(700))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(10))
        column.addWidget(self._pages(), 1)
        column.addWidget(self._bar())
        Shortcut("Ctrl+P", self, self.print)
        Shortcut("Ctrl+S", self, self.save)

    def _pages(self):
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(px(16))
        column.setContentsMargins(px(16), px(16), px(16), px(16))
        for number in range(len(self.document)):
            page = Label()
            shown = QPixmap.fromImage(self.image(number, self._scale(number) * 2))
            shown.setDevicePixelRatio(2)
            page.setPixmap(shown)
            page.setFrameShape(QFrame.Shape.Box)
            page.setAccessibleName(_("Page {number}", number=number + 1))
            column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
        area = QScrollArea()
        area.setWidget(body)
        area.setWidgetResizable(True)
        return area

    def _scale(self, number):
        """As large as on paper where that has room; a page on its side is made to fit."""
        return min(_SCREEN, px(_WIDE - 76) / self.document[number].get_size()[0])

    def _bar(self):
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(16), 0, px(16), 0)
        n = len(self.document)
        row.addWidget(Label(ngettext("{n} page", "{n} pages", n), role="hint"))
        row.addStretch(1)
        for text, key, slot, primary in (
            (_("Print…"), "Ctrl+P", self.print, True),
            (_("Save as PDF…"), "Ctrl+S", self.save, False),
            (_("Close"), "Esc", self.reject, False),
        ):
            button = KeyButton(text, key, primary=primary)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        return bar

    def image(self, number, scale) -> QImage:
        """One page as a picture of `scale` pixels a point."""
        page = self.document[number]
        bitmap = page.render(scale=scale, rev_byteorder=True)
        picture = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride,
            QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBA8888,
        )  # fmt: skip
        return picture.copy()

    def print(self):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QDialog.DialogCode.Accepted:
            return
        painter = QPainter()
        for number in range(len(self.document)):
            width, height = self.document[number].get_size()
            printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
            painter.begin(printer) if number == 0 else printer.newPage()
            target = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            target.moveTo(-printer.pageRect(QPrinter.Unit.DevicePixel).topLeft())
            painter.drawImage(target, self.image(number, _PAPER))
        painter.end()
        self.accept()

    def save(self):
        path, _kind = QFileDialog.getSaveFileName(self, _("Where to"), self.name, "*.pdf")
        if not path:
            return
        try:
            with whole_file(path) as file:
                file.write(self.data)
        except UserError as error:
            tell(self, error)
        else:
            self.accept()
