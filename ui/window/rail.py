"""The rail at the left: pages in groups; one stop of the Tab key, arrows inside; a badge means work that waits."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import colour, font, px
from ui.widgets.labels import ElidedLabel, Label
from ui.words import _, ngettext

WIDE, NARROW, ICONS = 168, 135, 52


class RailItem(QToolButton):
    """One page; `badge` counts what waits for the person."""

    def __init__(self, label, icon):
        super().__init__()
        self.badge, self.icon_name, self.bare = 0, icon, False
        self.setText(label)
        self.setShortcut(QKeySequence())
        self.setCheckable(True)
        self.setFixedHeight(px(30))
        self.setMinimumWidth(px(36))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(label)

    def sizeHint(self):
        return QSize(px(WIDE - 16), px(30))

    def set_badge(self, count):
        self.badge = count
        self.setAccessibleName(_("{page}, {count} waiting", page=self.text(), count=count) if count else self.text())
        self.update()

    def set_bare(self, bare):
        """Show the icon only, with the label as tooltip."""
        self.bare = bare
        self.setToolTip(self.text() if bare else "")
        self.update()

    def paintEvent(self, event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        token = "primary" if self.isChecked() else "text2"
        left = (self.width() - px(18)) // 2 if self.bare else px(10)
        painter.drawPixmap(left, (self.height() - px(18)) // 2, icons.pixmap(self.icon_name, token, 18))
        right = self.width() - px(6)
        if self.badge:
            right = self._paint_badge(painter)
        if self.bare:
            return
        painter.setFont(font(15, QFont.Weight.Medium if self.isChecked() else QFont.Weight.Normal))
        painter.setPen(QColor(colour("text")))
        room = QRect(px(38), 0, right - px(38), self.height())
        shown = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ground(self, painter):
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(QColor(colour("line")), 1))
            painter.setBrush(QColor(colour("surface" if theme.theme() == "light" else "primary_soft")))
            painter.drawRoundedRect(box, px(4), px(4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("primary")))
            painter.drawRoundedRect(QRectF(0, (self.height() - px(20)) / 2, px(3), px(20)), px(1), px(1))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("primary_soft")))
            painter.drawRoundedRect(box, px(4), px(4))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colour("focus")), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4))

    def _paint_badge(self, painter):
        """The count in its pill, or a dot where there is only the icon; returns where the label has to end."""
        if self.bare:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour("warn")))
            painter.drawEllipse(QRectF(self.width() - px(13), px(3), px(9), px(9)))
            return 0
        painter.setFont(font(12.5, QFont.Weight.Medium))
        text = str(self.badge) if self.badge < 100 else "99+"
        width = max(QFontMetrics(painter.font()).horizontalAdvance(text) + px(12), px(20))
        box = QRectF(self.width() - width - px(8), (self.height() - px(19)) / 2, width, px(19))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour("warn_soft")))
        painter.drawRoundedRect(box, px(9), px(9))
        painter.setPen(QColor(colour("warn")))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return int(box.left()) - px(4)


class Rail(QFrame):
    """`entries` are (name, group, label, icon); the group "" stands at the foot.

    `fit()` gives it its width; in a low window the group names go first, then the last pages fold into one item.
    """

    chosen = Signal(str)

    def __init__(self, entries, title, sub):
        super().__init__(objectName="rail")
        self.items: dict[str, RailItem] = {}
        self.headings: list[Label] = []
        self.foot: set[str] = set()
        self.width_now = WIDE
        self.group = QButtonGroup(self)
        self.more = RailItem("", "chevron-down")
        self.more.setCheckable(False)
        self.more.clicked.connect(self._show_folded)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, px(8))
        outer.setSpacing(0)
        outer.addWidget(self._make_head(title, sub))
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(px(8), 0, px(8), 0)
        self.column.setSpacing(0)
        outer.addWidget(self.body, 1)
        self._fill(entries, outer)
        self.body.installEventFilter(self)
        self.fit(WIDE)

    def _make_head(self, title, sub):
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), px(10), px(8), px(4))
        row.setSpacing(px(11))
        mark = Label()
        mark.setPixmap(icons.emblem(30))
        self.words = QWidget()
        column = QVBoxLayout(self.words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.sub = ElidedLabel(sub, role="group")
        column.addWidget(ElidedLabel(title, role="person"))
        column.addWidget(self.sub)
        row.addWidget(mark)
        row.addWidget(self.words, 1)
        return head

    def _fill(self, entries, outer):
        last = None
        for name, group, label, icon in entries:
            item = self.items[name] = RailItem(label, icon)
            item.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self.group.addButton(item)
            if not group:
                self.foot.add(name)
                foot = QHBoxLayout()
                foot.setContentsMargins(px(8), px(4), px(8), 0)
                foot.addWidget(item)
                outer.addLayout(foot)
                continue
            if group != last:
                heading = Label(group, role="group")
                heading.setContentsMargins(px(10), px(7), 0, px(1))
                self.headings.append(heading)
                self.column.addWidget(heading)
                last = group
            self.column.addWidget(item)
        self.column.addWidget(self.more)
        self.column.addStretch(1)

    def fit(self, width):
        """Take the width WIDE, NARROW or ICONS (design pixels)."""
        self.width_now = width
        self.setFixedWidth(px(width))
        self.words.setVisible(width != ICONS)
        self.sub.setVisible(width == WIDE)
        for item in (*self.items.values(), self.more):
            item.set_bare(width == ICONS)
        self._fold()

    def eventFilter(self, watched, event):
        """The room of the pages comes to rest after the rail's own: the words above it find their height later."""
        if event.type() == QEvent.Type.Resize:
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self):
        """Where room is short the lines become lower, then group names go, then the pages at the end fold."""
        listed = [name for name in self.items if name not in self.foot]
        heads = sum(heading.sizeHint().height() for heading in self.headings)
        with_heads = self.width_now == WIDE and heads + len(listed) * px(28) <= self.body.height()
        fits = (heads if with_heads else 0) + len(listed) * px(30) <= self.body.height()
        for item in (*self.items.values(), self.more):
            item.setFixedHeight(px(30 if fits else 28))
        room = self.body.height() // px(28)
        for heading in self.headings:
            heading.setVisible(with_heads)
        kept = len(listed) if with_heads or len(listed) <= room else max(room - 1, 1)
        for place, name in enumerate(listed):
            self.items[name].setVisible(place < kept)
        hidden = len(listed) - kept
        self.more.setVisible(hidden > 0)
        self.more.setText(ngettext("{n} more", "{n} more", hidden))
        self.more.set_bare(self.width_now == ICONS)

    def _show_folded(self):
        menu = QMenu(self)
        for name, item in self.items.items():
            if item.isHidden():
                menu.addAction(icons.icon(item.icon_name), item.text(), lambda name=name: self.chosen.emit(name))
        menu.exec(self.more.mapToGlobal(QPoint(self.more.width(), 0)))

    def show_page(self, name):
        if name in self.items:
            self.items[name].setChecked(True)
            for other, item in self.items.items():
                item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus)

    def set_badges(self, counts: dict):
        for name, count in counts.items():
            if name in self.items:
                self.items[name].set_badge(count)

    def keyPressEvent(self, event):
        shown = [item for item in (*self.items.values(), self.more) if not item.isHidden()]
        here = next((place for place, item in enumerate(shown) if item.hasFocus()), None)
        if here is not None and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            shown[(here + step) % len(shown)].setFocus()
        elif here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shown[here].click()
        else:
            super().keyPressEvent(event)
