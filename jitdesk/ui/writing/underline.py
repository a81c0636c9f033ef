"""Waves below the lines in which something is to be mended."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from jitdesk.errors import Problem
from jitdesk.ui.theme import Theme
from jitdesk.ui.writing.findings import MARKS


def underline(
    editor: QPlainTextEdit, problems: Iterable[Problem], above: int, theme: Theme
) -> None:
    """Underline the lines of the findings; `above` lines of the file are not in the editor."""
    marks = []
    for problem in problems:
        block = editor.document().findBlockByNumber(problem.line - 1 - above)
        if problem.line > above and block.isValid() and block.text().strip():
            cursor = QTextCursor(block)
            end = QTextCursor.MoveOperation.EndOfBlock
            cursor.movePosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, _wave(problem, theme)
            marks.append(mark)
    editor.setExtraSelections(marks)


def _wave(problem: Problem, theme: Theme) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    style.setUnderlineColor(theme.color(MARKS[problem.level]))
    style.setToolTip(problem.message)
    return style
