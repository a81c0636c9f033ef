"""`RecordingBar`: stands on top while a guide is recorded, and never takes the keyboard itself.

The mouse works it without taking the focus from the program below. The hotkey of the search
gives it the keyboard: then each button has a letter, and Esc goes back to the program.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from jitdesk.ui.stylesheets import field_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.speech import announce

_WIDTH: Final = 640
_DOT: Final = 12


class BarState(Enum):
    """What the bar says that is going on."""

    RECORDING = auto()
    PAUSED = auto()
    STOPPED = auto()
    """The steps wait for the draft to be opened."""


class RecordingBar(QDialog):
    """How many steps, the last of them, and what can be done."""

    pause_wanted = Signal()
    undo_wanted = Signal()
    stop_wanted = Signal()
    """Stop, or open the draft once it is stopped."""
    discard_wanted = Signal()
    noting = Signal(bool)
    """A sentence is going to be typed, or was: the bar needs the keyboard, or not any more."""
    noted = Signal(str)
    left = Signal()
    """Esc: back to the program."""

    def __init__(self, theme: Theme) -> None:
        """Build it hidden."""
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        unfocused = Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, Qt.WindowType.Tool | flags | unfocused)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._theme = theme
        self._state, self._count, self._hint = BarState.RECORDING, 0, ""
        self._last = ""
        self._grip: QPoint | None = None
        self._rest_at: int | None = None
        self._head, self._line = QLabel(), QLabel()
        self.note = QLineEdit()
        self._buttons = QHBoxLayout()
        self._named: dict[str, QPushButton] = {}
        self.setWindowTitle(self.tr("Recording"))
        self.setAccessibleName(self.tr("Recording"))
        self._lay_out()
        self.restyle()

    # -- what the controller calls -------------------------------------------------------

    def wanted_size(self) -> QSize:
        """Return the size that it needs now."""
        layout = self.layout()
        width = max(self._theme.px(_WIDTH), layout.minimumSize().width() if layout else 0)
        return QSize(width, self.sizeHint().height())

    def open_at(self, place: QRect) -> None:
        """Show it without the focus."""
        self.setGeometry(place)
        self.show()

    def button(self, name: str) -> QPushButton:
        """Return a button: "note", "undo", "pause", "discard" or "stop"."""
        return self._named[name]

    def show_state(self, state: BarState, hint: str) -> None:
        """Say what is going on; `hint` stands where the first step will be."""
        self._state, self._hint = state, hint
        self.restyle()
        announce(self, self._head.text())

    def show_steps(self, count: int, last: str) -> None:
        """Say how many steps there are, and the last one."""
        self._count, self._last = count, last
        self._fill()

    def take_keyboard(self, take: bool) -> None:
        """Let the window have the focus, or not any more."""
        window = self.windowHandle()
        if window is not None:
            window.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not take)
        if take:
            self.activateWindow()

    def ask_note(self) -> None:
        """Show the field for a sentence."""
        self.note.clear()
        self.note.show()
        self._fit()
        self.noting.emit(True)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the person does ------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Each button has a letter; Esc leaves the field, then the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self._end_note() if self.note.isVisible() else self.left.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.note.hasFocus():
            return  # the field has taken it
        letter = event.text().upper()
        for button in self._named.values():
            if letter and button.accessibleDescription() == letter and button.isVisible():
                button.click()
                return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is stopping; nothing recorded is lost by it."""
        event.ignore()
        self.stop_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the bar out of the way."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._grip is not None:
            self._rest_at = None
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the line as there is room for now."""
        super().resizeEvent(event)
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """As above: only now is it laid out."""
        super().showEvent(event)
        self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the edge and the mark: red while something is recorded."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live = self._state is BarState.RECORDING
        if self.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground):
            painter.setBrush(self._theme.color("ground"))
            painter.setPen(QPen(self._theme.color("danger" if live else "line"), 1.5))
            box = self.rect().toRectF().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, 1.5 * RADIUS, 1.5 * RADIUS)
        else:
            painter.fillRect(event.rect(), self._theme.color("ground"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("danger" if live else "line"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        self._paint_dot(painter, live)

    def _paint_dot(self, painter: QPainter, live: bool) -> None:
        size = self._theme.px(_DOT)
        tone = "danger" if live else "muted"
        painter.setPen(QPen(self._theme.color(tone), 2))
        painter.setBrush(self._theme.color(tone) if live else Qt.BrushStyle.NoBrush)
        top = self._head.geometry().center().y() - size // 2
        painter.drawEllipse(2 * SPACE, top, size, size)

    # -- building ------------------------------------------------------------------------

    def set_round(self, composited: bool) -> None:
        """Round the corners where the desktop composites."""
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, composited)

    def restyle(self) -> None:
        """Take colours, fonts and texts anew."""
        theme = self._theme
        self.setPalette(theme.palette())
        self._head.setFont(theme.font(13, bold=True))
        self._line.setFont(theme.font(12))
        self._line.setStyleSheet(f"color: {theme.tokens.muted};")
        self.note.setFont(theme.font(13))
        self.note.setStyleSheet(field_style(theme))
        self._outer.setContentsMargins(3 * SPACE + theme.px(_DOT), SPACE + 4, SPACE + 4, SPACE + 4)
        self._fill_buttons()
        self._fill()
        self.update()

    def _fill(self) -> None:
        tr = self.tr
        state = {
            BarState.RECORDING: tr("Recording"),
            BarState.PAUSED: tr("Paused"),
            BarState.STOPPED: tr("Stopped"),
        }[self._state]
        steps = tr("1 step") if self._count == 1 else tr("{0} steps").format(self._count)
        self._head.setText(f"{state} · {steps}" if self._count else state)
        text = self._last or self._hint
        cut = Qt.TextElideMode.ElideRight
        shown = self._line.fontMetrics().elidedText(text, cut, self._line.width())
        self._line.setText(shown)
        self._line.setToolTip(text if shown != text else "")
        self._line.setAccessibleName(text)
        self.button("undo").setEnabled(self._count > 0)

    def _fill_buttons(self) -> None:
        for old in self._named.values():
            self._buttons.removeWidget(old)
            old.hide()
            old.deleteLater()
        tr, stopped = self.tr, self._state is BarState.STOPPED
        pause = tr("Go on") if self._state is BarState.PAUSED else tr("Pause")
        stop = tr("Open the draft") if stopped else tr("Stop")
        rows = (
            ("note", tr("Note"), tr("N"), self.ask_note),
            ("undo", tr("Undo"), tr("Z"), self.undo_wanted.emit),
            ("pause", pause, tr("P"), self.pause_wanted.emit),
            ("discard", tr("Throw away"), tr("W"), self.discard_wanted.emit),
            ("stop", stop, tr("S"), self.stop_wanted.emit),
        )
        shown = {"undo", "discard", "stop"} if stopped else {"note", "undo", "pause", "stop"}
        self._named = {}
        for name, text, key, slot in rows:
            button = action_button(self._theme, text, key, main=name == "stop")
            button.clicked.connect(slot)
            self._buttons.addWidget(button)
            button.setVisible(name in shown)  # with a parent: else it would be a window
            self._named[name] = button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._line)
        self._line.setMinimumWidth(1)
        for label in (self._head, self._line):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addLayout(words, 1)
        self._buttons.setSpacing(SPACE - 2)
        row.addLayout(self._buttons)
        self.note.setPlaceholderText(self.tr("What to do here, then Enter; Esc leaves it"))
        self.note.setAccessibleName(self.tr("A step without a click"))
        self.note.returnPressed.connect(self._note_taken)
        self.note.hide()
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(SPACE)
        self._outer.addLayout(row)
        self._outer.addWidget(self.note)

    def _note_taken(self) -> None:
        text = self.note.text()
        self._end_note()
        if text.strip():
            self.noted.emit(text)

    def _end_note(self) -> None:
        self.note.hide()
        self._fit()
        self.noting.emit(False)

    def _fit(self) -> None:
        """Be as high as what is shown, and grow upwards at the foot of the screen."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        height = self.sizeHint().height()
        room = self.screen().availableGeometry()
        top = self.y() if self._rest_at is None else self._rest_at
        self._rest_at = top if self.note.isVisible() else None
        self.setGeometry(self.x(), min(top, room.bottom() - height), self.width(), height)
