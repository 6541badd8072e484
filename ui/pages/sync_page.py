"""Bundles: what is sent, what is fetched, how far each has come. Proof before a tick: written is not arrived."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout

from exports.bundle import key_file, sending
from exports.papers import receipt
from hub import receipts, receive
from models import carried, exchange
from models.clock import from_milliseconds
from models.errors import UserError
from resources.language import N_
from ui.theme import px
from ui.widgets.buttons import KeyButton, LinkButton
from ui.widgets.cell_delegate import CHIP
from ui.widgets.empty_page import EmptyPage
from ui.widgets.fitted_table import Column, FittedTable
from ui.widgets.labels import Label, Notice
from ui.widgets.messages import tell
from ui.widgets.page import Page
from ui.widgets.shortcut import Shortcut
from ui.words import _, ngettext, spoken

_COLUMNS = (Column(3.5, rank=0), Column(9.5), Column(14, 2, 0), Column(6, rank=3), Column(14, 1, 0))
_SENT = {
    "written": (N_("Written, read back; not yet heard of"), "sync", "arrow-up-from-line"),
    "taken": (N_("Taken in by the county"), "info", "mail-check"),
    "acknowledged": (N_("Receipt is here"), "ok", "circle-check"),
    "refused": (N_("Sent back"), "danger", "circle-alert"),
    "parked": (N_("Waiting there"), "warn", "pause"),
}
_VERDICT = {
    "taken": (N_("Received and checked"), "ok", "circle-check"),
    "known": (N_("Known already"), "info", "check"),
    "parked": (N_("Put aside, unread"), "warn", "pause"),
    "refused": (N_("Refused"), "danger", "circle-alert"),
}


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
        self.table = QStandardItemModel()
        self.view, self.empty = self._make_view(), EmptyPage()
        self.empty.say(_("No bundle has been read yet.") if self.is_county else _("No bundle has been written yet."))
        self._lay_out()
        self._connect()

    # --- building ---

    def _make_view(self):
        view = FittedTable(_COLUMNS)
        view.setModel(self.table)
        view.setAccessibleName(_("Bundles"))
        return view

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
        table = QFrame(objectName="card")
        inside = QVBoxLayout(table)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        inside.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.setSpacing(px(12))
        column.addWidget(self.notice)
        column.addLayout(cards)
        column.addWidget(table, 1)
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
            self._show_taken()
        else:
            self._show_sent()

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

    def _show_sent(self):
        rows = [
            (str(sent.no), from_milliseconds(sent.at), sent.file, sent.commits, _SENT[state])
            for sent, state in sending.sent_bundles(self.store)
        ]
        self._show(rows, (_("No."), _("Written"), _("File name"), _("Entries"), _("How far")))

    def _show_taken(self):
        rows = [
            (str(one.no or ""), from_milliseconds(one.at), one.file, one.new, _VERDICT[one.verdict])
            for one in carried.intakes(self.store)
        ]
        self._show(rows, (_("No."), _("Read"), _("File name"), _("New entries"), _("Result")))

    def _show(self, rows, heads):
        self.table.setRowCount(0)  # not clear(), which forgets the widths
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.setHorizontalHeaderLabels(heads)
        for number, when, file, count, (word, state, icon) in rows:
            items = [QStandardItem(text) for text in (number, _moment(when), file, spoken().number(count))]
            chip = QStandardItem(_(word))
            chip.setData((_(word), state, icon), CHIP)
            self.table.appendRow([*items, chip])

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


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M}"
