"""`ReaderView`: what the guide window shows of a guide; one kind for each way of using it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jitdesk.guides.page import Block, Callout, Code, Heading, Item, Prose, Step
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.theme import SPACE, Theme


class ReaderView(QWidget):
    """A column of widgets in the window's scroll area; tells which links were followed."""

    link_clicked = Signal(str)
    row_clicked = Signal(int)

    def __init__(self, maker: BlockMaker, theme: Theme) -> None:
        """Take the maker of blocks and the theme."""
        super().__init__()
        self._make, self._theme = maker, theme
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(SPACE, SPACE, SPACE, 2 * SPACE)
        self.lines.setSpacing(SPACE // 2)
        maker.link_clicked.connect(self.link_clicked)

    def minimumSizeHint(self) -> QSize:
        """Return nothing: the height follows from the width, not from the narrowest wrap."""
        return QSize(0, 0)

    def clear(self) -> None:
        """Take every widget away; the keyboard stays in the view."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        while (taken := self.lines.takeAt(0)) is not None:
            if widget := taken.widget():
                widget.hide()
                widget.deleteLater()

    def add(self, widget: QWidget) -> QWidget:
        """Add a widget at the end and show it.

        The layout would show it only in the next turn of the event loop, and until then it
        has no place that could be scrolled to.
        """
        self.lines.addWidget(widget)
        widget.show()
        return widget

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Add blocks to read; steps and items stand as text."""
        for block in blocks:
            if isinstance(block, Heading):
                self.add(self._make.heading(block, is_stop=False))
            elif isinstance(block, Code):
                self.add(self._make.code(block.text))
            elif isinstance(block, Callout):
                self.add(self._make.callout(block))
            elif isinstance(block, Prose):
                self.add(self._make.prose(block.html))
            elif isinstance(block, Step | Item):
                self.add(self._make.prose(f"• {block.html}"))
