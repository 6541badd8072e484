"""The program with its window: languages, look, opening and locking of the station, what happens at the end."""

import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QThreadPool, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from models.errors import UserError
from models.station_folder import SLOTS, is_plain
from ui import icons, look, surroundings, theme
from ui.idle import Idle
from ui.remembered import Settings
from ui.unlock import UnlockCard
from ui.widgets import messages
from ui.widgets.empty_page import EmptyPage
from ui.words import _, speak, spoken

_IDLE = 5 * 60 * 1000


def start() -> "Program":
    """The program with its window shown; `app.exec()` of it runs it to its end."""
    surroundings.choose_input_method()
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])  # app.setStyle() gives a QStyle: 6 ms of enumerations
    place = surroundings.home()
    os.chdir(Path.home())  # file dialogs begin with the person's own files, not with the program's
    program = Program(app, place)
    program.window.show()
    return program


class Program(QObject):
    """One window whose middle is the wizard, the unlock card or the desk of the open station."""

    def __init__(self, app, folder: Path):
        super().__init__()
        self.app, self.folder, self.store, self.desk, self.left = app, folder, None, None, None
        self.settings = Settings(folder / "look.json")
        if not self.settings.file.exists() and app.styleHints().colorScheme() == Qt.ColorScheme.Dark:
            self.settings.values["theme"] = "dark"
        surroundings.start_log(folder)
        theme.load_first_fonts()
        self._speak(self.settings.values["language"])
        self.window = QMainWindow()
        messages.catch_all(lambda: self.window)
        self._apply_look()
        self.window.setWindowIcon(QIcon(icons.emblem(36)))
        self.window.resize(1366, 728)
        self._idle = Idle(app, _IDLE)
        self._idle.passed.connect(self.lock)
        app.aboutToQuit.connect(self.close_store)
        self.begin()

    # --- looks ---

    def _speak(self, name):
        speak(name)
        QLocale.setDefault(QLocale(name))
        self._translator = QTranslator()
        if self._translator.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.app.installTranslator(self._translator)

    def _apply_look(self):
        look.apply(self.app, self.settings.values["theme"], self.settings.values["size"])

    def change_look(self, **values):
        """Another theme, size or language: the desk is built again where it stood."""
        self.settings.keep(**values)
        if self.desk:
            self.desk.keep_drafts()
            self.left = _rest().in_hand(self.desk.window)
        self._put(QWidget(), self.window.windowTitle())  # what goes need not be restyled first
        self._speak(self.settings.values["language"])
        self._apply_look()
        self._show_desk() if self.desk else self.begin()

    def change_size(self, step):
        sizes = theme.SIZES
        place = sizes.index(theme.size())
        self.change_look(size=100 if step == 0 else sizes[min(max(place + step, 0), len(sizes) - 1)])

    # --- opening ---

    def begin(self):
        """The wizard on an empty computer, else the card that opens the station."""
        folder = self.folder / "station"
        try:
            plain = is_plain(folder)
        except UserError:
            self._show_wizard()
            return
        if not plain:
            self.show_unlock()
            return
        try:
            self._opened(_rest().training(folder))
        except UserError as error:
            self._show_damage(error)

    def _show_damage(self, error):
        """The training station does not open: why, and the way out."""
        page = EmptyPage()
        page.say(error.say(spoken()), _("Restore from a back-up"))
        page.pressed.connect(self._show_wizard)
        self._put(page, _("Taizhang"))

    def _show_wizard(self):
        theme.load_fonts()
        wizard = _rest().wizard(self.folder)
        wizard.done.connect(lambda answers: self._found(wizard, answers))
        self._put(wizard, _("Taizhang"))
        wizard.focus_first()

    def _found(self, wizard, answers):
        try:
            store = _rest().founded(self.folder / "station", answers)
        except UserError as error:
            wizard.failed(error)
            return
        self.begin() if store is None else self._opened(store)

    def show_unlock(self, notice=""):
        card = UnlockCard("", self._users, self._unlock, self._recover, notice)
        card.opened.connect(self._opened)
        card.painted.connect(threading.Thread(target=_rest, daemon=True).start)  # while the password is typed
        self._put(card, _("Taizhang"))
        card.focus_first()

    def _users(self):
        """Who may open the station, as (id, label), and the one who did last. Raises what KeySlots raises."""
        from models.keys import KeySlots  # with the libraries of ciphers, for which the first window does not wait

        theme.load_fonts()
        slots = KeySlots(self.folder / "station" / SLOTS).users()
        return [(slot.user, slot.label) for slot in slots], self.settings.values["user"]

    def _unlock(self, user, password):
        store = _rest().by_password(self.folder / "station", user, password)
        self.settings.keep(user=user)
        return store

    def _recover(self, code):
        return _rest().by_code(self.folder / "station", code)

    def _opened(self, store):
        self.store = store
        store.__enter__()
        self._show_desk()
        if store.encrypted:
            self._idle.watch()

    def _show_desk(self):
        """A new desk, opened where the last one was left: page, record, what was typed."""
        theme.load_fonts()
        self.desk = _rest().desk(self.store, self)
        self._put(self.desk.window, self.desk.title())
        if self.left is not None and self.left.page in self.desk.window.entries:
            self.desk.window.go(self.left.page)
            if self.left.place is not None:
                self.desk.window.page.come_back(self.left.place)
            elif self.left.row is not None:
                self.desk.open_row(self.left.table, self.left.row)
            elif self.left.table:
                self.desk.window.page.new()
        self.left = None
        self.desk.window.page.focus_first()

    def _put(self, widget, title):
        self.window.setCentralWidget(widget)
        self.window.setWindowTitle(title)

    # --- closing ---

    def lock(self):
        """Drop everything that was shown, and the key with it; what is typed is kept as a draft."""
        if self.store is None:
            return
        if not self.store.encrypted:
            self.desk.window.toast(_("The training station has no password, so it is not locked."))
            return
        self.left = _rest().in_hand(self.desk.window)
        self.app.clipboard().clear()
        self.close_store()
        self.show_unlock(_("Locked. What you were writing is kept."))

    def close_store(self):
        """Back up if something changed, then close the file."""
        if self.store is None:
            return
        if self.desk:
            self.desk.window.running.cancel()
            QThreadPool.globalInstance().waitForDone()  # nobody reads from a file that is closed
            self._quiet()
        store, self.store, self.desk = self.store, None, None
        self._idle.rest()
        try:
            _rest().back_up(store)
        except UserError as error:
            messages.tell(self.window, error)
        store.__exit__()
        store.close()

    def _quiet(self):
        """Nothing on the desk may ask the file any more: a question is looked at when left, drafts have timers."""
        self.app.inputMethod().commit()
        if focused := self.app.focusWidget():
            focused.clearFocus()
        self.desk.keep_drafts()
        for timer in self.desk.window.findChildren(QTimer):
            timer.stop()


def _rest():
    """All forms and pages, loaded when they are first needed: the unlock card is there a second earlier."""
    from ui import opened

    return opened
