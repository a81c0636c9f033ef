"""`HotkeyEdit`: records a chord by pressing it."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from jitdesk.desktop.chord import parse_chord
from jitdesk.errors import DesktopError
from jitdesk.ui.widgets.chord_text import chord_text

_MODIFIER_KEYS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_QT_NAMES = {"Meta": "Super", "Ins": "Insert", "Del": "Delete", "Esc": "Escape", "Enter": "Return"}


class HotkeyEdit(QPushButton):
    """Shows a chord; a click (or Enter) waits for the next one."""

    recording = Signal(bool)
    """While True the app must not act on its own hotkeys."""
    chosen = Signal(object)
    """The new `Chord`."""
    refused = Signal(str)
    """Why what was pressed cannot be a hotkey."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._chord = ""
        self._recording = False
        self.clicked.connect(self._begin)

    def show_chord(self, chord: str) -> None:
        """Show the chord in force."""
        self._chord = chord
        self._end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chord; Esc alone leaves everything as it was."""
        if not self._recording:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._end()
        elif event.key() not in _MODIFIER_KEYS:
            self._take(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop waiting when the person goes elsewhere."""
        if self._recording:
            self._end()
        super().focusOutEvent(event)

    def _begin(self) -> None:
        self._recording = True
        self.setText(self.tr("Press the keys…"))
        self.recording.emit(True)

    def _end(self) -> None:
        if self._recording:
            self._recording = False
            self.recording.emit(False)
        self.setText(chord_text(self._chord) or self.tr("None"))

    def _take(self, event: QKeyEvent) -> None:
        combination = QKeyCombination(event.modifiers(), Qt.Key(event.key()))
        text = QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)
        for name, ours in _QT_NAMES.items():
            text = text.replace(name, ours)
        self._end()
        try:
            chord = parse_chord(text)
        except DesktopError as error:
            self.refused.emit(str(error))
            return
        if chord.is_safe:
            self.chosen.emit(chord)
        else:
            self.refused.emit(
                self.tr("{0} alone would be missing in every program; add Ctrl or Alt.").format(
                    chord_text(str(chord))
                )
            )
