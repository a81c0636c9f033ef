"""`GuideWindow`: the small window that stays on top and never takes the keyboard.

It shows one page of a guide with the current row marked. It is not activated when it
opens: the keyboard stays with the program below, which is moved through by the global step
keys. A click or the tray may give it the focus; then it is complete by keyboard as well.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizeGrip,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jitdesk.ui.reader.page_view import PageView
from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.speech import announce

_SIZE: Final = QSize(408, 600)
_SMALLEST: Final = QSize(300, 240)


class GuideWindow(QDialog):
    """Header, rows, and a line that names the keys."""

    next_wanted = Signal()
    back_wanted = Signal()
    tick_wanted = Signal()
    close_wanted = Signal()
    zoomed = Signal(int)
    """The person wants the text larger (+1), smaller (-1) or as set (0)."""
    row_clicked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        """Build the frame; `show_page` fills it."""
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Tool | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._title, self._facts, self._place, self._keys = QLabel(), QLabel(), QLabel(), QLabel()
        self._icon, self._close, self._rule = QLabel(), QToolButton(), QFrame()
        self._page: PageView | None = None
        self._progress, self._scroll = QProgressBar(), QScrollArea()
        self._lay_out()
        self.restyle()

    # -- what the controller calls -------------------------------------------------------

    def wanted_size(self) -> QSize:
        """Return the size it would like to have."""
        return QSize(self._theme.px(_SIZE.width()), self._theme.px(_SIZE.height()))

    def content_width(self) -> int:
        """Return the width that pictures may take, logical pixels."""
        return self.wanted_size().width() - 8 * SPACE

    def show_header(self, icon: str, title: str, facts: str) -> None:
        """Set the window's title and the line of facts below it."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._title.setToolTip(title)
        self._facts.setText(facts)
        self._icon.setPixmap(self._theme.pixmap(icon, "accent", self._theme.px(20)))

    def show_page(self, page: PageView) -> None:
        """Replace the page."""
        self._page = page
        self._scroll.setWidget(page)
        page.row_clicked.connect(self.row_clicked)

    def mark(self, text: str, done: int, total: int) -> None:
        """Say where the person is."""
        self._place.setText(text)
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._progress.setAccessibleName(text)

    def reveal(self, row: QWidget) -> None:
        """Bring the current row into view, with some of what follows."""
        self._settle()
        self._scroll.ensureWidgetVisible(row, 0, 6 * SPACE)
        # The window has no focus: without this a screen reader would not know of the step.
        announce(self, row.accessibleName())

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a widget of the page to the top."""
        self._settle()
        self._scroll.verticalScrollBar().setValue(max(0, widget.y() - SPACE))

    def _settle(self) -> None:
        """Lay the page out now: rows that were just built have no place yet."""
        page = self._page
        if page is None:
            return
        page.lines.activate()
        width = self._scroll.viewport().width()
        page.resize(width, max(page.lines.heightForWidth(width), self._scroll.viewport().height()))

    def show_keys(self, text: str) -> None:
        """Name the global keys in the last line."""
        self._keys.setText(text)

    def open_at(self, place: QRect) -> None:
        """Show at `place` without taking the focus."""
        self.setGeometry(place)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show()
        self.raise_()

    # -- what Qt calls -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work by keyboard when it has the focus."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        action = (_ZOOM if control else _KEYS).get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        elif isinstance(action, int):
            self.zoomed.emit(action)
        else:
            getattr(self, action).emit()

    def reject(self) -> None:
        """Treat every way of closing a dialog as Esc."""
        self.close_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the window by its header; the window manager does the moving."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.windowHandle().startSystemMove()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and border."""
        painter = QPainter(self)
        painter.setBrush(self._theme.color("ground"))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # -- building ------------------------------------------------------------------------

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self._title.setFont(theme.font(16, bold=True))
        for label in (self._facts, self._place, self._keys):
            label.setFont(theme.font(12))
            label.setStyleSheet(f"color: {tokens.muted};")
        self._close.setIcon(theme.icon("x", "muted"))
        self._close.setStyleSheet(
            "QToolButton { border: none; border-radius: 6px; padding: 4px; }"
            f"QToolButton:hover, QToolButton:focus {{ background: {tokens.selected}; }}"
        )
        self._progress.setStyleSheet(
            f"QProgressBar {{ border: none; background: {tokens.line}; }}"
            f"QProgressBar::chunk {{ background: {tokens.accent}; }}"
        )
        self._rule.setStyleSheet(f"background: {tokens.line};")
        self._scroll.setStyleSheet(
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
            + scrollbar_style(theme)
        )
        self.setMinimumSize(_SMALLEST)
        self.update()

    def _lay_out(self) -> None:
        self._title.setWordWrap(True)
        self._facts.setWordWrap(True)
        self._keys.setWordWrap(True)
        self._close.setAccessibleName(self.tr("Close the guide"))
        self._close.setToolTip(self.tr("Close the guide"))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.close_wanted)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._rule.setFixedHeight(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Guide"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(self._header())
        outer.addWidget(self._progress)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._rule)
        outer.addLayout(self._footer())

    def _header(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._facts):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(2 * SPACE, SPACE + 4, SPACE, SPACE + 2)
        row.setSpacing(SPACE + 2)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, top)
        return row

    def _footer(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._place)
        words.addWidget(self._keys)
        row = QHBoxLayout()
        row.setContentsMargins(2 * SPACE, SPACE, 2, 2)
        row.addLayout(words, 1)
        row.addWidget(QSizeGrip(self), 0, Qt.AlignmentFlag.AlignBottom)
        return row


_KEYS: Final[dict[Qt.Key, str]] = {
    Qt.Key.Key_Down: "next_wanted",
    Qt.Key.Key_Right: "next_wanted",
    Qt.Key.Key_PageDown: "next_wanted",
    Qt.Key.Key_Up: "back_wanted",
    Qt.Key.Key_Left: "back_wanted",
    Qt.Key.Key_PageUp: "back_wanted",
    Qt.Key.Key_Space: "tick_wanted",
    Qt.Key.Key_Return: "tick_wanted",
    Qt.Key.Key_Enter: "tick_wanted",
    Qt.Key.Key_Escape: "close_wanted",
}
_ZOOM: Final[dict[Qt.Key, int]] = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
