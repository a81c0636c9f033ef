"""`OutlineHighlighter`: the signs of the body grammar step back, what people read comes forward."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from jitdesk.ui.theme import Theme

_FENCE: Final = re.compile(r"^\s*(?:```|~~~)")
_RULES: Final = (
    (re.compile(r"^#{1,6}\s.*$"), "text", True),
    (re.compile(r"^#{1,6}(?=\s)"), "muted", False),
    (re.compile(r"^\d+\.(?=\s|$)"), "accent", True),
    (re.compile(r"^\s*- \[[ xX]\]"), "accent", True),
    (re.compile(r"^\s+- [^:]{2,20}:(?=\s|$)"), "accent", False),
    (re.compile(r"\*\*.+?\*\*"), "text", True),
    (re.compile(r"\{#[^}\s]*\}"), "muted", False),
    (re.compile(r"\{killer\}"), "danger", True),
    (re.compile(r"\{\{[^{}]*\}\}|\{site:[^}]*\}"), "warn", False),
    (re.compile(r"->|→"), "muted", True),
    (re.compile(r"^(?:---|[a-z_]+:)(?=\s|$)"), "accent", False),
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)"), "accent", False),
)
_CODE, _PLAIN = 1, 0


class OutlineHighlighter(QSyntaxHighlighter):
    """Colours Markdown line by line; code stays as it is."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        """Take the document and the theme; `restyle` takes its colours anew."""
        super().__init__(document)
        self._theme = theme
        self._formats: list[tuple[re.Pattern[str], QTextCharFormat]] = []
        self._code = QTextCharFormat()
        self.restyle()

    def restyle(self) -> None:
        """Take the colours from the theme and draw anew."""
        self._formats = [(rule, self._format(tone, bold=bold)) for rule, tone, bold in _RULES]
        self._code = self._format("muted", bold=False)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        fence = _FENCE.match(text) is not None
        inside = self.previousBlockState() == _CODE
        self.setCurrentBlockState(_CODE if inside != fence else _PLAIN)
        if inside or fence:
            self.setFormat(0, len(text), self._code)
            return
        for rule, style in self._formats:
            for match in rule.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), style)

    def _format(self, tone: str, *, bold: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setForeground(self._theme.color(tone))
        if bold:
            style.setFontWeight(QFont.Weight.Bold)
        return style
