"""`SharingWindow`: the exact records before anything is shared, and one button for yes or no."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from jitdesk.ui.learning.side_window import SideWindow
from jitdesk.ui.stylesheets import field_style, scrollbar_style
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button
from jitdesk.ui.widgets.framed import fitting

_SIZE: Final = QSize(760, 600)


class SharingWindow(SideWindow):
    """What would be sent, to where, and whether it is."""

    start_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the window."""
        super().__init__(theme)
        self._head, self._what = QLabel(), QLabel()
        self.records = QPlainTextEdit()
        self.start = action_button(theme, self.tr("Share from now on"), main=True)
        self.stop = action_button(theme, self.tr("Stop sharing"))
        self.setWindowTitle(self.tr("Sharing"))
        self._lay_out()
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_nothing(self) -> None:
        """Say that there is nobody to share with."""
        self._head.setText(self.tr("Your organisation has set up no learning record store."))
        self._what.setText(self.tr("Nothing is ever sent."))
        self.records.hide()
        self.start.hide()
        self.stop.hide()

    def show_preview(self, endpoint: str, records: str, *, agreed: bool, waiting: int) -> None:
        """Show the records word for word."""
        tr = self.tr
        if agreed:
            head = tr("Your history is shared with {0}.").format(endpoint)
            what = tr("These records are sent next ({0} wait):").format(waiting)
        else:
            head = tr("Your organisation asks for your history, at {0}.").format(endpoint)
            what = tr(
                "Nothing is sent unless you agree, and nothing of what was before. Records would "
                "look like these, word for word: no name, no computer, no words that you typed."
            )
        self._head.setText(head)
        self._what.setText(what)
        self.records.setPlainText(records or tr("There is nothing to show yet."))
        self.records.show()
        self.start.setVisible(not agreed)
        self.stop.setVisible(agreed)

    @property
    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.records

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(13))
        self._head.setFont(theme.font(15, bold=True))
        self._what.setStyleSheet(f"color: {tokens.muted};")
        self._said.setStyleSheet(f"color: {tokens.accent};")
        self.records.setFont(theme.font(12, mono=True))
        self.setStyleSheet(
            f"QDialog {{ background: {tokens.ground}; }}"
            + field_style(theme)
            + scrollbar_style(theme)
        )
        self.resize(fitting(theme, _SIZE))

    def _lay_out(self) -> None:
        for label in (self._head, self._what, self._said):
            label.setWordWrap(True)
        self.records.setReadOnly(True)
        self.records.setAccessibleName(self.tr("The records, word for word"))
        self.start.clicked.connect(self.start_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.start)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        outer.setSpacing(SPACE)
        for widget in (self._head, self._what):
            outer.addWidget(widget)
        outer.addWidget(self.records, 1)
        outer.addLayout(foot)
