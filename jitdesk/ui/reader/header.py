"""`ReaderHeader`: title and line of facts above an open guide, and above an author's preview."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from jitdesk.ui.reader.loop_menu import LoopMenu
from jitdesk.ui.theme import SPACE, Theme


class ReaderHeader(QWidget):
    """Icon, title, facts; buttons for what stands behind the page and for closing it."""

    about_wanted = Signal()
    line_wanted = Signal(str)
    """Stuck, suggest or challenge, chosen in the menu."""
    close_wanted = Signal()

    def __init__(self, theme: Theme, *, buttons: bool = True) -> None:
        """Build empty; without buttons it is a picture of the header."""
        super().__init__()
        self._theme = theme
        self._title, self._facts, self._icon = QLabel(), QLabel(), QLabel()
        self._about, self._close = QToolButton(), QToolButton()
        self._more = LoopMenu(theme)
        self._lay_out(buttons=buttons)
        self.restyle()

    def show_guide(self, icon: str, title: str, facts: str) -> None:
        """Set title and facts; the facts wrap between each other only."""
        self._title.setText(title)
        self._title.setToolTip(title)
        self._facts.setText(together(facts, " · "))
        self._icon.setPixmap(self._theme.pixmap(icon, "accent", self._theme.px(20)))

    def add_fact(self, text: str) -> None:
        """Add a line of facts."""
        self._facts.setText(f"{self._facts.text()}\n{text}")

    def restyle(self) -> None:
        """Take colours and fonts from the theme."""
        self._more.restyle()
        tokens = self._theme.tokens
        self._title.setFont(self._theme.font(16, bold=True))
        self._facts.setFont(self._theme.font(12))
        self._facts.setStyleSheet(f"color: {tokens.muted};")
        for button, icon in ((self._about, "info"), (self._close, "x")):
            button.setIcon(self._theme.icon(icon, "muted"))
            button.setStyleSheet(
                "QToolButton { border: none; border-radius: 6px; padding: 4px; }"
                f"QToolButton:hover, QToolButton:focus {{ background: {tokens.selected}; }}"
            )

    def _lay_out(self, *, buttons: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE + 4, SPACE, SPACE + 2)
        row.setSpacing(SPACE // 2)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, top)
        row.addSpacing(SPACE // 2)
        row.addLayout(words, 1)
        self._more.wanted.connect(self.line_wanted)
        self._more.setVisible(buttons)
        row.addWidget(self._more, 0, top)
        told = self.tr("About this page: owner, version, what it takes for granted (I)")
        for button, name, signal in (
            (self._about, told, self.about_wanted),
            (self._close, self.tr("Close the guide"), self.close_wanted),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
            button.setVisible(buttons)
            row.addWidget(button, 0, top)


def together(text: str, between: str = "   ") -> str:
    """Return a line that wraps between its parts only, never within one."""
    glued = between.replace(" ", "\u00a0", 1) if between.strip() else between
    return glued.join(part.replace(" ", "\u00a0") for part in text.split(between))
