"""`LoopMenu`: the button in a guide's header for what its author should hear."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from jitdesk.ui.theme import Theme


class LoopMenu(QToolButton):
    """Stuck, suggest, question: each with the key that does the same."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Build the menu."""
        super().__init__()
        self._theme = theme
        self._menu = QMenu(self)
        self.setAccessibleName(self.tr("More"))
        self.setToolTip(self.tr("More"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self._menu)
        for purpose, label, key in (
            ("stuck", self.tr("I'm stuck here"), "?"),
            ("suggest", self.tr("Suggest something better"), "+"),
            ("challenge", self.tr("Question a rule"), "!"),
            ("story", self.tr("You may ask me what changed"), "&&"),
            ("plan", self.tr("Plan when to use it"), "*"),
            ("link", self.tr("Copy a link to this step"), "#"),
            ("card", self.tr("Copy a card for a ticket"), "@"),
        ):
            action = self._menu.addAction(f"{label}\t{key}")
            action.triggered.connect(lambda _=False, purpose=purpose: self.wanted.emit(purpose))

    def restyle(self) -> None:
        """Take colours and fonts from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setIcon(theme.icon("ellipsis", "muted"))
        self.setStyleSheet(
            "QToolButton { border: none; border-radius: 6px; padding: 4px; }"
            "QToolButton::menu-indicator { image: none; }"
            f"QToolButton:hover, QToolButton:focus {{ background: {tokens.selected}; }}"
        )
        self._menu.setFont(theme.font(13))
        self._menu.setStyleSheet(
            f"QMenu {{ background: {tokens.ground}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; padding: 6px; }}"
            "QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }"
            f"QMenu::item:selected {{ background: {tokens.selected}; }}"
        )
