"""`ClipboardLoan`: the clipboard with a text of ours, given back with all its formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

_MOST: Final = 64_000_000  # bytes that are kept of what the person had copied
_OURS: Final = "application/x-qt-"  # made by Qt of other formats; it makes them again


class _Lent(QMimeData):
    """A text that tells when somebody reads it."""

    def __init__(self, text: str, owner: ClipboardLoan) -> None:
        super().__init__()
        self._owner = owner
        self.setText(text)

    def retrieveData(self, kind: str, wanted: object) -> object:  # noqa: N802  (Qt's name)
        self._owner.read.emit()
        return super().retrieveData(kind, wanted)  # type: ignore[arg-type]


class ClipboardLoan(QObject):
    """One loan at a time; lives in the GUI thread."""

    read = Signal()
    """Another program has asked for the text."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[QClipboard.Mode, Mapping[str, bytes] | None] = {}

    def take(self, text: str, *, selection: bool) -> bool:
        """Keep what is there and put `text` in its place; `selection`: the marked text as well.

        Returns:
            False, and nothing has changed, where it is too much to keep.
        """
        board = QGuiApplication.clipboard()
        modes = [QClipboard.Mode.Clipboard]
        if selection and board.supportsSelection():
            modes.append(QClipboard.Mode.Selection)
        kept = {mode: _formats(board.mimeData(mode)) for mode in modes}
        if any(formats is None for formats in kept.values()):
            return False
        self._kept = kept
        for mode in modes:
            board.setMimeData(_Lent(text, self), mode)
        return True

    def give_back(self) -> None:
        """Put back what was there."""
        board = QGuiApplication.clipboard()
        for mode, formats in self._kept.items():
            if not isinstance(board.mimeData(mode), _Lent):
                continue  # the person has copied something else meanwhile
            data = QMimeData()
            for kind, value in (formats or {}).items():
                data.setData(kind, value)
            board.setMimeData(data, mode) if formats else board.clear(mode)
        self._kept = {}

    def keep_lent(self) -> None:
        """Leave the text there: the person will paste it."""
        self._kept = {}


def _formats(data: QMimeData | None) -> Mapping[str, bytes] | None:
    """Return every format that was copied; None = too much."""
    found: dict[str, bytes] = {}
    size = 0
    for kind in data.formats() if data is not None else ():
        if not kind.startswith(_OURS):
            found[kind] = bytes(data.data(kind).data()) if data is not None else b""
            size += len(found[kind])
            if size > _MOST:
                return None
    return found
