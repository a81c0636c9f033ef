"""`chord_text`: a chord with its keys named as they are printed in the person's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def chord_text(chord: str) -> str:
    """Return `chord`, as it is stored ("Ctrl+Alt+PgDown"), as a person reads it; "" stays ""."""
    tr = QCoreApplication.translate
    names = {
        "Ctrl": tr("ChordText", "Ctrl"),
        "Shift": tr("ChordText", "Shift"),
        "Space": tr("ChordText", "Space"),
        "Return": tr("ChordText", "Return"),
        "Backspace": tr("ChordText", "Backspace"),
        "Delete": tr("ChordText", "Delete"),
        "Insert": tr("ChordText", "Insert"),
        "Home": tr("ChordText", "Home"),
        "End": tr("ChordText", "End"),
        "PgUp": tr("ChordText", "PgUp"),
        "PgDown": tr("ChordText", "PgDown"),
        "Left": tr("ChordText", "Left"),
        "Right": tr("ChordText", "Right"),
        "Up": tr("ChordText", "Up"),
        "Down": tr("ChordText", "Down"),
        "Print": tr("ChordText", "Print"),
        "Menu": tr("ChordText", "Menu"),
    }
    return "+".join(names.get(part, part) for part in chord.split("+"))
