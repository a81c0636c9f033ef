"""`PageView`: a guide's page as widgets: rows one can be on, and what stands between them.

One part of the page is built at a time (see `parts`); moving to a row of another part
builds that one. Rows tell what the person did; what is ticked and current is told to them.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from jitdesk.guides.page import Block, Callout, Code, Divider, Heading, Item, Page, Prose, Step
from jitdesk.guides.sections import Role, role_of
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.parts import cut
from jitdesk.ui.reader.rows import ItemRow, StopRow
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.theme import Theme


class PageView(ReaderView):
    """The part of a page that the current row is in."""

    item_toggled = Signal(str, bool)
    """An item's key, and whether the person wants it ticked."""

    def __init__(self, page: Page, maker: BlockMaker, theme: Theme) -> None:
        """Take the page; `show_row` builds the first part."""
        super().__init__(maker, theme)
        self._page = page
        self._parts = cut(page.blocks)
        self._part = -1
        self._ticked: frozenset[str] = frozenset()
        self._rows: dict[int, StopRow] = {}
        self._anchors: dict[str, QWidget] = {}
        self._stops = page.stops
        self.stops = tuple(key for key, _ in self._stops)
        self.items = page.items
        self.reasons = False
        self._why = _reasons_of(page)
        self._behind: list[QWidget] = []

    def show_row(self, row: int) -> StopRow | None:
        """Build the part of a row if needed, mark the row, and return its widget."""
        if not 0 <= row < len(self._stops):
            self._build(0)
            return None
        self._build(self._part_of(self._stops[row][1]))
        for number, widget in self._rows.items():
            widget.set_current(number == row)
        return self._rows.get(row)

    def show_anchor(self, anchor: str) -> QWidget | None:
        """Build the part with a heading, and return the heading."""
        block = self._block_of(anchor)
        if block is None:
            return None
        self._build(self._part_of(block))
        return self._anchors.get(anchor)

    def row_of(self, anchor: str) -> int:
        """Return the first row at or below the heading `anchor`; a number is that of a row."""
        block = self._block_of(anchor)
        if block is None and anchor.isdecimal() and len(anchor) < 5:
            return max(0, min(int(anchor), len(self._stops)) - 1)
        if block is None:
            return 0
        below = (row for row, (_, number) in enumerate(self._stops) if number >= block)
        return next(below, max(0, len(self._stops) - 1))

    def code_of(self, row: int) -> str:
        """Return the code of a step, "" if it has none."""
        if not 0 <= row < len(self._stops):
            return ""
        block = self._page.blocks[self._stops[row][1]]
        return block.code if isinstance(block, Step) else ""

    def anchor_of(self, row: int) -> str:
        """Return the author's anchor of a row, "" if it has none."""
        if not 0 <= row < len(self._stops):
            return ""
        block = self._page.blocks[self._stops[row][1]]
        return block.anchor if isinstance(block, Heading | Step) else ""

    def show_ticked(self, ticked: frozenset[str]) -> None:
        """Show which items are ticked."""
        self._ticked = ticked
        for row, widget in self._rows.items():
            if isinstance(widget, ItemRow):
                widget.set_ticked(self.stops[row] in ticked)

    def show_reasons(self, shown: bool) -> None:
        """Show or hide the reasons of the current step."""
        self.reasons = shown
        for row in self._rows.values():
            row.show_reasons(shown)
        for widget in self._behind:
            widget.setVisible(shown)

    def reason_at(self, row: int) -> QWidget | None:
        """Return the section of reasons, if the row has none of its own and they are shown."""
        own = row in self._rows and self._rows[row].has_reasons
        return self._behind[0] if self.reasons and self._behind and not own else None

    # -- building ------------------------------------------------------------------------

    def _block_of(self, anchor: str) -> int | None:
        for number, block in enumerate(self._page.blocks):
            if isinstance(block, Heading | Step) and block.anchor == anchor:
                return number
        return None

    def _part_of(self, block: int) -> int:
        return next((n for n, part in enumerate(self._parts) if block in part), 0)

    def _build(self, part: int) -> None:
        if part == self._part:
            return
        self._part = part
        self._clear()
        row_of_block = {number: row for row, (_, number) in enumerate(self._stops)}
        if part > 0:
            self.lines.addWidget(self._jump(self.tr("Earlier part"), self._parts[part - 1]))
        for number in self._parts[part]:
            widget = self._add(self._page.blocks[number], row_of_block.get(number))
            if number in self._why:
                self._behind.append(widget)
                widget.setVisible(self.reasons)
        if part + 1 < len(self._parts):
            self.lines.addWidget(self._jump(self.tr("Next part"), self._parts[part + 1]))
        self.lines.addStretch(1)
        self.show_ticked(self._ticked)

    def _clear(self) -> None:
        self._rows.clear()
        self._anchors.clear()
        self._behind.clear()
        self.clear()

    def _add(self, block: Block, row: int | None) -> QWidget:
        widget = self._widget(block, is_stop=row is not None)
        if isinstance(widget, StopRow) and row is not None:
            self._rows[row] = widget
            widget.show_reasons(self.reasons)
            widget.clicked.connect(lambda: self.row_clicked.emit(row))
        if isinstance(widget, ItemRow) and isinstance(block, Item):
            widget.toggled.connect(lambda on: self.item_toggled.emit(block.key, on))
        if isinstance(block, Heading | Step) and block.anchor:
            self._anchors.setdefault(block.anchor, widget)
        return self.add(widget)

    def _widget(  # noqa: PLR0911  (one return a kind of block)
        self, block: Block, *, is_stop: bool
    ) -> QWidget:
        make = self._make
        match block:
            case Heading():
                return make.heading(block, is_stop=is_stop)
            case Step():
                return make.step(block)
            case Item():
                return make.item(block)
            case Code():
                return make.code(block.text)
            case Callout():
                return make.callout(block)
            case Prose():
                return make.prose(block.html)
            case Divider():
                return self._rule()

    def _rule(self) -> QWidget:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {self._theme.tokens.line};")
        return line

    def _jump(self, label: str, part: range) -> QWidget:
        button = QPushButton(f"{label}: {self._title(part)}" if self._title(part) else label)
        button.setFont(self._theme.font(12))
        button.setFlat(True)
        button.setStyleSheet(
            f"QPushButton {{ color: {self._theme.tokens.accent}; border: none; padding: 8px; }}"
            f"QPushButton:focus {{ background: {self._theme.tokens.selected}; }}"
        )
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        first = next((row for row, (_, n) in enumerate(self._stops) if n in part), None)
        if first is None:
            button.clicked.connect(lambda: self._build(self._part_of(part.start)))
        else:
            button.clicked.connect(lambda: self.row_clicked.emit(first))
        return button

    def _title(self, part: range) -> str:
        for number in part:
            block = self._page.blocks[number]
            if isinstance(block, Heading):
                return self._make.plain(block.html)
        return ""


def _reasons_of(page: Page) -> frozenset[int]:
    """Return the blocks of the section with the reasons: shown on demand beside steps."""
    if not any(isinstance(block, Step) for block in page.blocks):
        return frozenset()
    found, inside = set(), False
    for number, block in enumerate(page.blocks):
        if isinstance(block, Heading) and block.level <= 2:
            inside = role_of(block.title)[0] is Role.WHY
        if inside:
            found.add(number)
    return frozenset(found)
