"""`AboutPanel`: what stands behind the open guide, below its title, on demand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.rich_label import RichLabel

_SHARE = 0.5
"""Of the window's height, so that the page stays in sight."""


class AboutPanel(QScrollArea):
    """Owner, review, version, changes, assumptions; hidden until it is asked for."""

    link_clicked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Build empty and hidden."""
        super().__init__()
        self._theme = theme
        self._text = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("About this page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def show_text(self, text: str) -> None:
        """Take the HTML of another guide; closes what was open."""
        self._text = text
        self.hide()

    def toggle(self, room: int) -> None:
        """Open or close it; `room` is the height of the window, logical pixels."""
        if self.isVisible() or not self._text:
            self.hide()
            return
        self.setWidget(self._filled())
        width = self.window().width() - 5 * SPACE
        page = self.widget()
        wanted = page.heightForWidth(width) if page is not None else 0
        self.setFixedHeight(min(wanted + SPACE, int(room * _SHARE)))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filled(self) -> QWidget:
        tokens = self._theme.tokens
        self.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {tokens.raised}; }}"
            + scrollbar_style(self._theme)
        )
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        label = RichLabel(self._text.replace("<a ", f'<a style="color:{tokens.accent}" '))
        label.setFont(self._theme.font(13))
        label.setPalette(self._theme.palette())
        label.linkActivated.connect(self.link_clicked)
        lines.addWidget(label)
        return page
