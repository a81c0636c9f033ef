"""`GuideWindow`: the small window that stays on top and never takes the keyboard.

It shows one page of a guide with the current row marked. It is not activated when it
opens: the keyboard stays with the program below, which is moved through by the global step
keys. A click or the tray may give it the focus; then it is complete by keyboard as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QSizeGrip,
    QVBoxLayout,
    QWidget,
)

from jitdesk.ui.reader.about_panel import AboutPanel
from jitdesk.ui.reader.header import ReaderHeader, together
from jitdesk.ui.reader.outcome_row import OutcomeRow
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.speech import announce

_SIZE: Final = QSize(408, 600)
_SIDE: Final = 340
_SMALLEST: Final = QSize(300, 240)


class GuideWindow(QDialog):
    """Header, rows, and a line that names the keys."""

    next_wanted = Signal()
    back_wanted = Signal()
    tick_wanted = Signal()
    close_wanted = Signal()
    line_wanted = Signal(str)
    """Stuck, suggest or challenge, chosen in the menu of the header."""
    focus_changed = Signal(bool)
    """Whether the window has the keyboard now."""
    zoomed = Signal(int)
    """The person wants the text larger (+1), smaller (-1) or as set (0)."""

    def __init__(self, theme: Theme) -> None:
        """Build the frame; `show_page` fills it."""
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Tool | flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._header = ReaderHeader(theme)
        self._place, self._keys, self._rule = QLabel(), QLabel(), QFrame()
        self._hint, self._said = QLabel(), QLabel()
        self.about = AboutPanel(theme)
        self._page: ReaderView | None = None
        self._side: QWidget | None = None
        self._middle = QHBoxLayout()
        self._progress, self._scroll = QProgressBar(), QScrollArea()
        self.outcome = OutcomeRow(theme)
        self.takes_key: Callable[[Qt.Key, str, bool], bool] = _takes_none
        self._lay_out()
        self.restyle()

    # -- what the controller calls -------------------------------------------------------

    def wanted_size(self) -> QSize:
        """Return the size it would like to have; wider with something at the side."""
        width = _SIZE.width() + (_SIDE if self._side is not None else 0)
        return QSize(self._theme.px(width), self._theme.px(_SIZE.height()))

    def content_width(self) -> int:
        """Return the width that pictures may take, logical pixels."""
        return self._theme.px(_SIZE.width()) - 8 * SPACE

    def show_header(self, icon: str, title: str, facts: str) -> None:
        """Set the window's title and the line of facts below it."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._header.show_guide(icon, title, facts)

    def add_fact(self, text: str) -> None:
        """Add a line of facts below the title."""
        self._header.add_fact(text)

    def show_page(self, page: ReaderView, side: QWidget | None = None) -> None:
        """Replace the page, and what stands beside it."""
        self._page = page
        self._scroll.setWidget(page)
        if self._side is not None and self._side is not side:
            self._middle.removeWidget(self._side)
            self._side.hide()
            self._side.deleteLater()
        if side is not None and side is not self._side:
            self._middle.addWidget(side, 4)
        self._side = side

    def mark(self, text: str, done: int, total: int) -> None:
        """Say where the person is."""
        self._place.setText(text)
        self._said.clear()
        self._said.hide()
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._progress.setAccessibleName(text)

    def reveal(self, row: QWidget) -> None:
        """Bring the current row into view, with some of what follows."""
        self._settle()
        if row.y() + row.height() < self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(0)  # what stands above it is seen as well
        self._scroll.ensureWidgetVisible(row, 0, 6 * SPACE)
        # The window has no focus: without this a screen reader would not know of the step.
        announce(self, row.accessibleName())

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a widget of the page to the top; what is near the top stays with what leads in."""
        self._settle()
        near = widget.y() < self._scroll.viewport().height() // 2
        self._scroll.verticalScrollBar().setValue(0 if near else max(0, widget.y() - SPACE))

    def scroll_to_top(self) -> None:
        """Show the page from its beginning."""
        self._settle()
        self._scroll.verticalScrollBar().setValue(0)

    def _settle(self) -> None:
        """Lay the page out now: rows that were just built have no place yet."""
        page = self._page
        if page is None:
            return
        page.lines.activate()
        width = self._scroll.viewport().width()
        page.resize(width, max(page.lines.heightForWidth(width), self._scroll.viewport().height()))

    def show_keys(self, text: str, hint: str) -> None:
        """Name the global keys, and the keys that work while the window has the focus."""
        for label, words in ((self._keys, text), (self._hint, hint)):
            label.setText(together(words))
            label.setVisible(bool(words))

    def say(self, text: str) -> None:
        """Say one sentence at the foot until the person goes on."""
        self._said.setText(text)
        self._said.show()
        announce(self, text)

    def open_at(self, place: QRect) -> None:
        """Show at `place` without taking the focus."""
        self.setGeometry(place)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show()
        self.raise_()

    def focus_page(self, row: QWidget | None) -> None:
        """Put the keyboard into the page: where one writes, else where keys are taken."""
        self.activateWindow()
        target = row if isinstance(row, QLineEdit | QPlainTextEdit) else self._scroll
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what Qt calls -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tell when the keyboard comes and goes."""
        if event.type() in {QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate}:
            self.focus_changed.emit(event.type() == QEvent.Type.WindowActivate)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows before the scroll area eats them, where there are rows to be on."""
        arrow = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _ARROWS
        if arrow and event.type() == QEvent.Type.KeyPress and self._progress.maximum() > 1:
            self.keyPressEvent(event)  # type: ignore[arg-type]
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work by keyboard when it has the focus."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        writing = isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)
        key = Qt.Key(event.key())
        if writing and not control and key != Qt.Key.Key_Escape:
            return
        if self.about.isVisible() and key == Qt.Key.Key_Escape:
            self._show_about()
            return
        if self.takes_key(key, event.text(), control):
            return
        if key == Qt.Key.Key_I:
            self._show_about()
            return
        action = (_ZOOM if control else _KEYS).get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        elif isinstance(action, int):
            self.zoomed.emit(action)
        else:
            getattr(self, action).emit()

    def _show_about(self) -> None:
        self.about.toggle(self.height())
        if not self.about.isVisible():
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._header.restyle()
        for label in (self._place, self._keys, self._hint):
            label.setFont(theme.font(12))
            label.setStyleSheet(f"color: {tokens.muted};")
        self._said.setFont(theme.font(12, bold=True))
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self._progress.setStyleSheet(
            f"QProgressBar {{ border: none; background: {tokens.line}; }}"
            f"QProgressBar::chunk {{ background: {tokens.accent}; }}"
        )
        self._rule.setStyleSheet(f"background: {tokens.line};")
        self.outcome.restyle()
        self._scroll.setStyleSheet(
            "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"
            + scrollbar_style(theme)
        )
        self.setMinimumSize(_SMALLEST)
        self.update()

    def _lay_out(self) -> None:
        for label in (self._keys, self._hint, self._said):
            label.setWordWrap(True)
            label.hide()
        self._header.about_wanted.connect(self._show_about)
        self._header.close_wanted.connect(self.close_wanted)
        self._header.line_wanted.connect(self.line_wanted)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(3)
        self._rule.setFixedHeight(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.installEventFilter(self)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Guide"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(self._header)
        outer.addWidget(self._progress)
        outer.addWidget(self.about)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._scroll, 5)
        outer.addLayout(self._middle, 1)
        outer.addWidget(self._rule)
        outer.addWidget(self.outcome)
        outer.addLayout(self._footer())

    def _footer(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._said, self._place, self._hint, self._keys):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setContentsMargins(2 * SPACE, 0, 2, 2)
        row.addLayout(words, 1)
        row.addWidget(QSizeGrip(self), 0, Qt.AlignmentFlag.AlignBottom)
        return row


def _takes_none(_key: Qt.Key, _text: str, _control: bool) -> bool:
    return False


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
_ARROWS: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left})
_ZOOM: Final[dict[Qt.Key, int]] = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
