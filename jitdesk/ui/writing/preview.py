"""`PreviewPane`: the page as its users will see it, in a frame like the guide window's."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jitdesk.ui.reader.header import ReaderHeader
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.theme import RADIUS, SPACE, Theme

_SIDE: Final = 190
_NARROWEST: Final = 220


class PreviewPane(QFrame):
    """Header and page; it can be tried with the mouse and the Tab key."""

    def __init__(self, theme: Theme) -> None:
        """Build empty."""
        super().__init__()
        self._theme = theme
        self._header, self._line = ReaderHeader(theme, buttons=False), QFrame()
        self._scroll = QScrollArea()
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("As users see it"))
        self._line.setFixedHeight(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("As users see it"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.setSpacing(0)
        for widget in (self._header, self._line):
            lines.addWidget(widget)
        lines.addWidget(self._scroll, 1)
        self.restyle()

    def show_page(
        self, view: ReaderView, side: QWidget | None, icon: str, title: str, facts: str
    ) -> None:
        """Show a page where the last one was scrolled to."""
        self._header.show_guide(icon, title, facts)
        place = self._scroll.verticalScrollBar().value()
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        if side is not None:
            # Beside the form there is no room for it here; above it, it follows every key.
            side.setFixedHeight(self._theme.px(_SIDE))
            rows.addWidget(side)
        rows.addWidget(view, 1)
        self._scroll.setWidget(holder)
        self._scroll.verticalScrollBar().setValue(place)

    def content_width(self) -> int:
        """Return the width that pictures may take now, logical pixels."""
        return max(self._theme.px(_NARROWEST), self._scroll.viewport().width() - 9 * SPACE)

    def restyle(self) -> None:
        """Take colours and fonts from the theme."""
        tokens = self._theme.tokens
        self._header.restyle()
        self._line.setStyleSheet(f"background: {tokens.line};")
        self.setStyleSheet(
            f"#preview {{ background: {tokens.ground}; border: 1px solid {tokens.line};"
            f" border-radius: {RADIUS}px; }}"
        )
