"""Pictures of a record: small ones in a row, added from files, by dropping or pasting, opened large with Enter."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QVBoxLayout

from models.errors import UserError
from ui import icons
from ui.editors.editor import Editor, scrolled_in
from ui.theme import px
from ui.widgets.box_grid import BoxGrid
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.labels import Label
from ui.widgets.sheet import Sheet
from ui.widgets.shortcut import Shortcut
from ui.words import _, spoken

_SIDE = 84


class PicturesEditor(Editor):
    """The value is a tuple of numbers; what they show is asked of `choosing`."""

    wide = True

    def __init__(self, question, choosing):
        super().__init__(question, choosing)
        self.setMinimumHeight(0)  # that of the pictures holds
        self.numbers, self.thumbs, self.fixed = [], {}, False
        self.strip = BoxGrid()
        self.add_button = KeyButton(_("Add a picture…"), icon="camera")
        self.remove_button = LinkButton(_("Remove the picture"), "Del")
        self.doubt = Label("", role="danger")
        self.doubt.setWordWrap(True)
        self.doubt.hide()
        self._lay_out()
        self.setFocusProxy(self.add_button)
        self.add_button.setAccessibleName(_("{label}: add a picture", label=_(question.label)))
        self.add_button.clicked.connect(self.choose_files)
        self.remove_button.clicked.connect(self._remove_last_in_hand)
        self.setAcceptDrops(True)
        Shortcut("Ctrl+V", self, self.paste, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self):
        column = QVBoxLayout()
        column.setSpacing(px(4))
        column.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        self.hint = Label(_("or drop a picture here, or paste one with Ctrl+V"), role="hint")
        self.hint.setWordWrap(True)
        row.addWidget(self.hint, 1)
        column.addLayout(row)
        column.addWidget(self.doubt)
        self.row.addLayout(column, 1)

    # --- the value ---

    def value(self):
        return tuple(sorted(self.numbers))

    def set_value(self, value):
        self.numbers = list(value or ())
        self._say("")
        self._show()

    def set_read_only(self, on):
        self.fixed = on
        self._show()

    def _show(self):
        for number in [one for one in self.thumbs if one not in self.numbers]:
            self.strip.remove(self.thumbs.pop(number))
        for place, number in enumerate(self.numbers, 1):
            if number not in self.thumbs:
                self.thumbs[number] = self._thumb(number)
            self.thumbs[number].setAccessibleName(_("Picture {number}", number=place))
        self.strip.setVisible(bool(self.numbers))
        self.strip.updateGeometry()
        room = len(self.numbers) < self.question.most
        self.add_button.setVisible(room and not self.fixed)
        self.hint.setVisible(room and not self.fixed)
        self.remove_button.setVisible(bool(self.numbers) and not self.fixed)

    def _thumb(self, number):
        thumb = Thumb(self._pixmap(number))
        thumb.clicked.connect(lambda: self.open_large(number))
        thumb.wants_away.connect(lambda: self.remove(number))
        self.strip.add(thumb)
        return thumb

    def _pixmap(self, number):
        """What it shows, or a sign for a picture that is not here."""
        try:
            image = QImage.fromData(self.choosing.picture(number))
        except UserError as error:
            self._say(error.say(spoken()))
            image = QImage()
        return QPixmap.fromImage(image) if not image.isNull() else icons.pixmap("file-warning", "warn", 40)

    # --- adding ---

    def choose_files(self):
        kinds = _("Pictures") + " (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff *.heic)"
        files, _kind = QFileDialog.getOpenFileNames(self, _("Add pictures"), str(Path.home()), kinds)
        self.add(files)

    def add(self, sources):
        """Take in files by their names, or pictures by their bytes; each refusal is said and the others are taken."""
        refused = []
        for source in sources:
            if len(self.numbers) >= self.question.most:
                refused.append(_("At most {most} pictures.", most=self.question.most))
                break
            try:
                number = self.choosing.keep_picture(source)
            except UserError as error:
                refused.append(error.say(spoken()))
                continue
            if number not in self.numbers:
                self.numbers.append(number)
        self._say("\n".join(refused))
        self._show()
        self.changed.emit()
        QTimer.singleShot(0, self, self._bring_into_sight)

    def _bring_into_sight(self):
        """The form scrolls to what came below the pictures: the way to add more, and what was refused."""
        if area := scrolled_in(self):
            area.widget().layout().activate()
            area.ensureWidgetVisible(self.remove_button if self.doubt.isHidden() else self.doubt, 0, px(24))

    def paste(self):
        self._take_in(QGuiApplication.clipboard().mimeData())

    def _take_in(self, data):
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files and not self.fixed:
            self.add(files)
        elif data.hasImage() and not self.fixed:
            self.add([_bytes_of(QImage(data.imageData()))])

    def dragEnterEvent(self, event):
        if not self.fixed and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            _as_copy(event)

    def dropEvent(self, event):
        self._take_in(event.mimeData())
        _as_copy(event)

    # --- removing, looking ---

    def remove(self, number):
        """Take a picture out of the record; its file goes when nothing names it any more."""
        if not self.fixed and number in self.numbers:
            self.numbers.remove(number)
            self._show()
            self.add_button.setFocus()
            self.changed.emit()

    def _remove_last_in_hand(self):
        """The one chosen last by Tab or click, else the last one."""
        if self.numbers:
            in_hand = next((number for number, thumb in self.thumbs.items() if thumb.last_in_hand), self.numbers[-1])
            self.remove(in_hand)

    def open_large(self, number):
        """The picture as large as the screen holds."""
        for other, thumb in self.thumbs.items():
            thumb.last_in_hand = other == number
        room = self.screen().availableGeometry().size() * 0.75
        shown = Label()
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = self._pixmap(number)
        if whole.width() > room.width() or whole.height() > room.height():
            whole = whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        shown.setPixmap(whole)
        sheet = Sheet(
            self, _("Picture {number}", number=self.numbers.index(number) + 1), "", [], shown, back=_("Close")
        )
        sheet.setMaximumWidth(room.width() + px(80))
        sheet.ask()

    def _say(self, sentence):
        self.doubt.setText(sentence)
        self.doubt.setVisible(bool(sentence))


class Thumb(QToolButton):
    """One small picture; Enter or a click opens it, Del takes it out."""

    wants_away = Signal()

    def __init__(self, pixmap):
        super().__init__()
        self.last_in_hand = False
        self.setObjectName("thumb")
        self.setIcon(QIcon(pixmap))
        self.setIconSize(QSize(px(_SIDE - 8), px(_SIDE - 8)))
        self.setFixedSize(px(_SIDE), px(_SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event):
        super().focusInEvent(event)
        for other in self.parent().boxes:
            other.last_in_hand = other is self

    def keyPressEvent(self, event):
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.wants_away.emit()
        else:
            super().keyPressEvent(event)


def _as_copy(event):
    """Never as a move: whoever dropped a photograph would see it vanish from its folder."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def _bytes_of(image):
    """A pasted picture as a PNG file would hold it."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())
