"""`QueryEdit`: the search field. It knows when an input method is composing.

While letters are being composed (Japanese, Chinese, dead keys) nothing is searched and no
key is taken away from the input method; Enter then belongs to the composition.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}
_ANSWERS = frozenset({Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5})
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueryEdit(QLineEdit):
    """A line edit that hands the keys of the list to the popup."""

    moved = Signal(int)
    """The selection should move by so many rows."""
    entered = Signal()
    numbered = Signal(int)
    """Ctrl with a digit: the row (from 0) to open at once."""
    control_held = Signal(bool)
    preview_wanted = Signal()
    unwanted = Signal()
    """Delete in the empty field: the row does not belong here."""
    copied_wanted = Signal()
    """Ctrl+Shift+V: search for what was copied."""
    menu_wanted = Signal()
    """F10, the key that opens menus on every desktop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._composing = False
        self.setMaxLength(10_000)

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are not in the text yet."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether a composition is going on."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus with it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not self._composing
        ):
            self.preview_wanted.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the keys of the list into signals; the rest edits the text."""
        if self._composing or not self._is_list_key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hide the row numbers when Ctrl is let go."""
        if event.key() == Qt.Key.Key_Control:
            self.control_held.emit(False)
        super().keyReleaseEvent(event)

    def _is_list_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in _MOVES and not control:
            self.moved.emit(_MOVES[Qt.Key(key)])
        elif key in _ENTER:
            self.entered.emit()
        elif control and Qt.Key.Key_1 <= key <= Qt.Key.Key_8:
            self.numbered.emit(key - Qt.Key.Key_1)
        elif modifiers == Qt.KeyboardModifier.AltModifier and key in _ANSWERS:
            pass  # the key of a question at the foot that is not there yet, or no more: no letter
        elif key == Qt.Key.Key_Control:
            self.control_held.emit(True)
        elif key == Qt.Key.Key_V and modifiers == _CONTROL_SHIFT:
            self.copied_wanted.emit()
        elif key == Qt.Key.Key_F10:
            self.menu_wanted.emit()
        elif key == Qt.Key.Key_Delete and not self.text():
            self.unwanted.emit()
        else:
            return False
        return True
