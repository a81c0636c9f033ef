"""`OutlineEdit`: Markdown with keys for steps; pasted pages become steps, pictures files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jitdesk.authoring.importing.office import html_text
from jitdesk.authoring.outline import after_enter, after_tab, is_empty_row
from jitdesk.authoring.paste import pasted

_STEPPED = ("<li", "<ol", "<ul", "<p", "<h1", "<h2", "<td")


class OutlineEdit(QPlainTextEdit):
    """Enter begins the next step, Tab a line below it; paste splits into steps."""

    picture_pasted = Signal(bytes)
    """A picture as PNG; the window names it and inserts it."""
    pasted = Signal(str)
    """One sentence on what became of a paste."""
    title_pasted = Signal(str)
    """The title that stood above a pasted page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Wrap at the edge of the field."""
        super().__init__(parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Tab while steps are written."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ShiftModifier,
        }
        key = event.key()
        if plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._enter():
            return
        if plain and key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if not self._tab(back=key == Qt.Key.Key_Backtab):
                # Its own would keep Tab inside: an editor takes it for text.
                self.window().focusNextPrevChild(key == Qt.Key.Key_Tab)
            return
        super().keyPressEvent(event)

    def insert_line(self, text: str) -> None:
        """Insert a line of its own at the cursor."""
        cursor = self.textCursor()
        if is_empty_row(cursor.block().text()) and cursor.blockNumber():
            # A picture shows the step that was just written, not the one to come.
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.insertText(f"{text}\n")
            return
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText(f"\n{text}")
        self.setTextCursor(cursor)

    def go_to(self, line: int) -> None:
        """Put the cursor into a line, 1-based."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.centerCursor()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take pictures besides text."""
        return source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste pages as steps, pictures as files, text as it is."""
        if source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.picture_pasted.emit(_png(image))
            return
        page = source.html()
        if source.hasHtml() and any(tag in page.lower() for tag in _STEPPED):
            text, _, notes = html_text(page)
            self._insert_steps(text, notes)
            return
        text = source.text()
        if text.strip().count("\n") and is_empty_row(self.textCursor().block().text()):
            self._insert_steps(text, ())
            return
        super().insertFromMimeData(source)

    def _insert_steps(self, text: str, notes: Sequence[str]) -> None:
        """Insert a page as steps; an empty step that the cursor is on makes room for it."""
        found = pasted(text, self._number() + 1)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if is_empty_row(cursor.block().text()):
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        cursor.insertText(found.text.rstrip("\n"))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        if found.title:
            self.title_pasted.emit(found.title)
        said = self.tr("Pasted as steps; Ctrl+Z takes it back.")
        self.pasted.emit(" ".join([said, *notes]))

    # -- inside --------------------------------------------------------------------------

    def _enter(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            return False
        line = cursor.block().text()
        added = after_enter(line, self._above())
        if added is not None:
            cursor.insertText(added)
            self.setTextCursor(cursor)
            return True
        if is_empty_row(line):
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
            return True
        return False

    def _tab(self, *, back: bool) -> bool:
        cursor = self.textCursor()
        text = after_tab(cursor.block().text(), self._number(), back=back)
        if text is None:
            return False
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        end = QTextCursor.MoveOperation.EndOfBlock
        cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        return True

    def _above(self) -> list[str]:
        number = self.textCursor().blockNumber()
        return self.toPlainText().split("\n")[:number]

    def _number(self) -> int:
        """Return the number of the step above the cursor, 0 if there is none."""
        for row in reversed(self._above()):
            head = row.split(".", 1)[0]
            if head.isdigit():
                return int(head)
            if row.startswith("#"):
                return 0
        return 0


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())
