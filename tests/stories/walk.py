"""Roads through the real program at one computer: pages by their name, questions by Tab, lists by number."""

from PySide6.QtWidgets import QApplication, QFileDialog

from ui.widgets.parts_menu import PartsMenu


class Walk:
    """What a worker sees and does at one computer; each road is a generator for `Hand.walk`."""

    def __init__(self, hand, program):
        self.hand, self.program = hand, program
        self.press, self.type = hand.press, hand.type

    @property
    def window(self):
        return self.program.desk.window

    @property
    def page(self):
        return self.window.page

    def asks_for_file(self):
        return isinstance(QApplication.activeModalWidget(), QFileDialog)

    def no_dialog(self):
        return QApplication.activeModalWidget() is None and not self.window.running.job

    def give(self, path):
        """Type a path into the file dialog that was opened."""
        yield self.asks_for_file
        self.press("Ctrl+A")
        self.type(str(path))
        self.press("Return")
        yield lambda: not self.asks_for_file()

    def go(self, word, name):
        """To a page by its name in the search."""
        self.press("Ctrl+K")
        self.type(word)
        self.press("Return")
        yield lambda: self.window.name == name and not self.window.header.search.hasFocus()

    def reach(self, widget, most=40):
        """Tab until the focus is there."""
        for _step in range(most):
            if QApplication.focusWidget() is widget():
                return
            self.press("Tab")
            yield lambda: True
        raise AssertionError(f"Tab does not reach it, but {QApplication.focusWidget()}")

    def choose(self, word):
        """A line of the list that has opened, by the number before it."""
        yield lambda: isinstance(QApplication.activePopupWidget(), PartsMenu)
        labels = QApplication.activePopupWidget().labels
        number = labels.index(word) + 1
        self.type(str(number))
        if number * 10 <= len(labels):  # it might be the beginning of a longer number
            self.press("Return")
        yield lambda: QApplication.activePopupWidget() is None

    def answer(self, name, text="", *keys):
        """Tab to a question of the form in hand; type there, or press keys."""
        yield lambda: name in self.page.editor.form.rows and self.page.editor.isVisible()
        yield from self.reach(lambda: self.page.editor.form.rows[name].editor.focusProxy(), most=80)
        if text:
            self.type(text)
        self.press(*keys)
        yield lambda: True
