"""`OutlineEdit`: Markdown with keys for steps; pasted pages become steps, pictures files."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jitdesk.authoring.importing.office import html_text
from jitdesk.authoring.outline import after_enter, after_tab, is_empty_row
from jitdesk.authoring.paste import as_steps

_STEPPED = ("<li", "<ol", "<ul", "<p", "<h1", "<h2", "<td")


class OutlineEdit(QPlainTextEdit):
    """Enter begins the next step, Tab a line below it; paste splits into steps."""

    picture_pasted = Signal(bytes)
    """A picture as PNG; the window names it and inserts it."""
    pasted = Signal(str)
    """One sentence on what became of a paste."""

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
                self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return
        super().keyPressEvent(event)

    def insert_line(self, text: str) -> None:
        """Insert a line of its own at the cursor."""
        cursor = self.textCursor()
        lead = "" if cursor.atBlockStart() else "\n"
        cursor.insertText(f"{lead}{text}\n")

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
            self.textCursor().insertText(as_steps(text, self._number() + 1))
            said = self.tr("Pasted as steps; Ctrl+Z takes it back.")
            self.pasted.emit(" ".join([said, *notes]))
            return
        super().insertFromMimeData(source)

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
