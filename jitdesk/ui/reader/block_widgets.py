"""`BlockMaker`: one widget for one block of a page."""

from __future__ import annotations

import html
import re
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from jitdesk.guides.page import Callout, Detail, Heading, Item, Step
from jitdesk.ui.reader.pictures import Pictures
from jitdesk.ui.reader.rows import HeadingRow, ItemRow, StepRow, StopRow
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.rich_label import RichLabel

_TAGS: Final = re.compile(r"<[^>]*>")
_BEFORE_STOPS: Final = re.compile(r" ([:;,.!?)])")
_BREAKS: Final = re.compile(r"([/\\_.,;:=|&?@-])")
_HEAD_CELL: Final = re.compile(r"<th(?!ead)([ >])")
_CELL: Final = re.compile(r"<td(?! bgcolor)([ >])")
_HEADINGS: Final = {1: 17, 2: 16, 3: 15}
_CALLOUTS: Final = {
    "note": ("info", "accent", "accent_soft"),
    "tip": ("lightbulb", "accent", "accent_soft"),
    "warning": ("triangle-alert", "warn", "warn_soft"),
    "danger": ("circle-alert", "danger", "danger_soft"),
}


class BlockMaker(QObject):
    """Makes widgets in the theme; emits the links of all of them."""

    link_clicked = Signal(str)
    copied = Signal()

    def __init__(self, theme: Theme, pictures: Pictures, width: int) -> None:
        """Take what the texts need, and the width that pictures may take."""
        super().__init__()
        self._theme, self._pictures, self._width = theme, pictures, width

    @staticmethod
    def plain(text: str) -> str:
        """Return rich text as a screen reader should say it."""
        words = " ".join(html.unescape(_TAGS.sub(" ", text)).split())
        return _BEFORE_STOPS.sub(r"\1", words)

    def prose(self, text: str, size: float = 14) -> RichLabel:
        """Paragraphs, lists, tables, pictures."""
        label = RichLabel(self._pictures.embed(self._styled(text), self._width))
        label.setFont(self._theme.font(size))
        label.setContentsMargins(SPACE, 0, SPACE, 0)
        label.linkActivated.connect(self.link_clicked)
        label.setPalette(self._theme.palette())
        return label

    def heading(self, block: Heading, *, is_stop: bool) -> QWidget:
        """A heading; a row to be on where the page has no steps."""
        label = self.prose(block.html)
        label.setFont(self._theme.font(_HEADINGS.get(block.level, 14), bold=True))
        if is_stop:
            label.setContentsMargins(0, 0, 0, 0)
            return HeadingRow(self._theme, label, self.plain(block.html))
        label.setContentsMargins(SPACE, SPACE + 2, SPACE, 0)
        return label

    def step(self, block: Step) -> StopRow:
        """A numbered step with its details and the command to copy."""
        row = StepRow(
            self._theme, block.number or "•", self._bare(block.html), self.plain(block.html)
        )
        if block.code:
            row.lines.addWidget(self.code(block.code))
        for detail in block.details:
            add = row.add_reason if detail.label == "Why" else row.add_detail
            add(self._detail(detail))
        return row

    def item(self, block: Item) -> ItemRow:
        """A checklist item with the state that is expected."""
        text = str(block.html)
        if block.state:
            text += f'<br><span style="color:{self._theme.tokens.muted}">{block.state}</span>'
        name = self.plain(f"{block.html}: {block.state}" if block.state else block.html)
        if block.killer:
            name = f"{name} ({self.tr('must not be skipped')})"
            text += f' <b style="color:{self._theme.tokens.danger}">!</b>'
        return ItemRow(self._theme, self._bare(text), name, block.depth)

    def code(self, text: str) -> QWidget:
        """Code to be copied exactly; long lines wrap."""
        box = self._box("code")
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE + 2, SPACE // 2, SPACE // 2, SPACE // 2)
        lines = [_BREAKS.sub("\\1\u200b", html.escape(line)) for line in text.split("\n")]
        shown = "<br>".join(line.replace("  ", "&nbsp; ") for line in lines)
        label = RichLabel(shown)
        label.setFont(self._theme.font(13, mono=True))
        label.setAccessibleName(text)
        label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row.addWidget(label, 1)
        row.addWidget(self._copy_button(text), 0, Qt.AlignmentFlag.AlignTop)
        return box

    def callout(self, block: Callout) -> QWidget:
        """A boxed remark."""
        icon, tone, ground = _CALLOUTS.get(block.kind, _CALLOUTS["note"])
        box = self._box(ground)
        box.setAccessibleName(block.kind)
        row = QHBoxLayout(box)
        row.setContentsMargins(SPACE + 2, SPACE, SPACE, SPACE)
        sign = QLabel()
        sign.setPixmap(self._theme.pixmap(icon, tone, self._theme.px(18)))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        label = self.prose(block.html)
        label.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label, 1)
        return box

    def _bare(self, text: str) -> RichLabel:
        label = self.prose(text)
        label.setContentsMargins(0, 0, 0, 0)
        return label

    def _detail(self, detail: Detail) -> QWidget:
        label = f'<b style="color:{self._theme.tokens.accent}">{html.escape(detail.shown)}</b>'
        line = self.prose(f"{label}&nbsp; {detail.html}", 13)
        line.setContentsMargins(0, 0, 0, 0)
        return line

    def _copy_button(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon("copy", "muted", 16))
        button.setAccessibleName(self.tr("Copy"))
        button.setToolTip(self.tr("Copy"))
        button.setStyleSheet("QToolButton { border: none; padding: 3px; }")
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        button.clicked.connect(lambda: button.setIcon(self._theme.icon("check", "good", 16)))
        return button

    def _box(self, ground: str) -> QFrame:
        box = QFrame()
        box.setObjectName("box")
        colour = getattr(self._theme.tokens, ground)
        box.setStyleSheet(f"#box {{ background: {colour}; border-radius: {RADIUS}px; }}")
        return box

    def _styled(self, text: str) -> str:
        tokens = self._theme.tokens
        text = text.replace("<code>", f'<code style="background-color:{tokens.code}">')
        text = text.replace("<a ", f'<a style="color:{tokens.accent}" ')
        if "<table" not in text:
            return text
        # Qt draws no thin borders; a ground that shows through one-pixel gaps is a grid.
        text = text.replace(
            "<table>",
            f'<table bgcolor="{tokens.line}" cellspacing="1" cellpadding="6" width="100%">',
        )
        text = _HEAD_CELL.sub(rf'<th bgcolor="{tokens.raised}"\1', text)
        return _CELL.sub(rf'<td bgcolor="{tokens.ground}"\1', text)
