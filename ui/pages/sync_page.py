"""Bundles: what is sent, what is fetched, how far each has come. Proof before a tick: written is not arrived."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from exports.bundle import key_file, sending
from exports.papers import receipt
from hub import receipts, receive
from models import carried, exchange
from models.errors import UserError
from ui.pages.bundle_table import BundleTable
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.labels import Label, Notice
from ui.widgets.messages import tell
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext, spoken


class SyncPage(Page):
    def __init__(self, desk):
        super().__init__()
        self.store, self.desk, self.title = desk.store, desk, _("Bundles")
        self.is_county = desk.level in ("county", "city")
        self.notice = Notice()
        self.out_words, self.in_words = Label("", role="secondary"), Label("", role="secondary")
        self.write_button = KeyButton(
            _("Write to a stick or folder…"), "Ctrl+U", icon="upload", primary=not self.is_county
        )
        self.read_button = KeyButton(
            _("Read from a stick or folder…"), "Ctrl+R", icon="download", primary=self.is_county
        )
        self.files_button = LinkButton(_("Choose single files…"))
        self.receipts_button = KeyButton(_("Write the receipts…"), "", icon="mail-check")
        self.key_button = LinkButton(_("Save our key file…"))
        self.trust_button = LinkButton(_("Accept a key file…"))
        self.bundles = BundleTable(
            _("No bundle has been read yet.") if self.is_county else _("No bundle has been written yet.")
        )
        self._lay_out()
        self._connect()

    # --- building ---

    def _lay_out(self):
        cards = QHBoxLayout()
        cards.setSpacing(px(12))
        if not self.is_county or exchange.parent(self.store):
            cards.addWidget(self._card(_("Send"), self.out_words, [self.write_button]))
        cards.addWidget(self._card(_("Fetch"), self.in_words, [self.read_button, self.files_button]))
        if self.is_county:
            self.receipt_words = Label("", role="secondary")
            cards.addWidget(self._card(_("Receipts"), self.receipt_words, [self.receipts_button]))
        keys = QHBoxLayout()
        keys.addWidget(Label(_("Key files let two computers know each other; they hold no records."), role="hint"))
        keys.addStretch(1)
        keys.addWidget(self.key_button)
        keys.addWidget(self.trust_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(self.notice)
        column.addLayout(cards)
        column.addWidget(self.bundles, 1)
        column.addLayout(keys)

    @staticmethod
    def _card(title, words, buttons):
        card = QFrame(objectName="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.addWidget(Label(title, role="pane"))
        words.setWordWrap(True)
        column.addWidget(words, 1)
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _connect(self):
        self.write_button.clicked.connect(self.write)
        self.read_button.clicked.connect(self.read_folder)
        self.files_button.clicked.connect(self.read_files)
        self.receipts_button.clicked.connect(self.write_receipts)
        self.key_button.clicked.connect(self.save_key)
        self.trust_button.clicked.connect(self.accept_key)
        for key, slot in (("Ctrl+U", self.write), ("Ctrl+R", self.read_folder), ("F5", self.shown)):
            Shortcut(key, self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # --- reading ---

    def shown(self):
        if not self.is_county:
            self._show_waiting()
        self.in_words.setText(
            _("Bundles of the stations, all those on a stick at once.") if self.is_county
            else _("Receipts of the county come back by the same stick.")
        )  # fmt: skip
        if self.is_county:
            waiting = receipts.waiting(self.store)
            self.receipts_button.setEnabled(bool(waiting))
            names = _(", ").join(peer.name for peer in waiting)
            self.receipt_words.setText(_("To write: {names}", names=names) if waiting else _("None waits."))
            self.bundles.show_taken(carried.intakes(self.store))
        else:
            self.bundles.show_sent(sending.sent_bundles(self.store))

    def _show_waiting(self):
        try:
            found = sending.waiting(self.store)
        except UserError as error:
            self.out_words.setText(error.say(spoken()))
            self.write_button.setEnabled(False)
            self.write_button.setToolTip(_("Accept the county's key file first."))
            return
        self.write_button.setEnabled(True)
        n = found.commits
        self.out_words.setText(
            ngettext("{n} entry not yet acknowledged by {name}.", "{n} entries not yet acknowledged by {name}.", n,
                     name=found.peer.name)
        )  # fmt: skip

    def focus_first(self):
        (self.read_button if self.is_county or not self.write_button.isEnabled() else self.write_button).setFocus()

    # --- doing ---

    def write(self):
        if not self.write_button.isEnabled():
            return
        folder = QFileDialog.getExistingDirectory(self, _("Write the bundle to"))
        if folder:
            self.desk.start(lambda tick: sending.send(self.store, folder, tick), self._written)

    def _written(self, files):
        names = _(", ").join(Path(file).name for file in files)
        self.notice.say(_("Written and read back: {names}. The stick can be taken out.", names=names), state="ok")
        self.shown()

    def read_folder(self):
        folder = QFileDialog.getExistingDirectory(self, _("Read bundles from"))
        if not folder:
            return
        try:
            files = receive.bundles_on(folder)
        except UserError as error:
            tell(self, error)
            return
        self._read(files)

    def read_files(self):
        files, _kind = QFileDialog.getOpenFileNames(self, _("Choose bundles"), "", "*.tzb")
        self._read(files)

    def _read(self, files):
        if not files:
            self.notice.say(_("No bundle (.tzb) lies there."), state="warn")
            return
        self.desk.start(lambda tick: receive.take_in(self.store, files, tick), self._taken)

    def _taken(self, verdicts):
        noted = [one for one in verdicts if one.code]
        bad = [one for one in noted if one.verdict not in ("taken", "known")]
        new = sum(one.new for one in verdicts)
        said = _("{files} files read, {new} new entries.", files=len(verdicts), new=spoken().number(new))
        reasons = [_("{file}: {reason}", file=Path(one.file).name, reason=one.say(spoken())) for one in noted]
        self.notice.say("\n".join([said, *reasons]), state="warn" if bad else "ok")
        self.shown()
        self.changed_state.emit()

    def write_receipts(self):
        folder = QFileDialog.getExistingDirectory(self, _("Write the receipts to"))
        if not folder:
            return

        self.desk.start(lambda tick: self._receipts_into(Path(folder), tick), self._written)

    def _receipts_into(self, folder, tick):
        """For each station that waits the receipt and, beside it, its slip on paper."""
        files, waiting = [], receipts.waiting(self.store)
        for done, peer in enumerate(waiting):
            tick(done, len(waiting))
            slip = receipts.slip(self.store, peer)
            files.append(receipts.write_receipt(self.store, peer, folder))
            receipt.write(
                files[-1].with_suffix(".pdf"), slip.lines, station=peer.name, county=self.desk.station.name,
                code=slip.code, language=spoken(), made=self.store.now(),
            )  # fmt: skip
        return files

    def save_key(self):
        path, _kind = QFileDialog.getSaveFileName(self, _("Where to"), f"{self.desk.station.name}.tzkey", "*.tzkey")
        if path:
            self._try(
                lambda: key_file.write_key(self.store, path), _("The key file is written. Give it to the other side.")
            )

    def accept_key(self):
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose the key file"), "", "*.tzkey")
        if path:
            self._try(lambda: key_file.trust(self.store, path), _("The key file is accepted."))
            if carried.parked(self.store):
                self.desk.start(lambda tick: receive.take_parked(self.store, tick), self._taken)

    def _try(self, work, done):
        try:
            work()
        except UserError as error:
            self.notice.say(error.say(spoken()), state="danger")
        else:
            self.notice.say(done, state="ok")
            self.shown()
