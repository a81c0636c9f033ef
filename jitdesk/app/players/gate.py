"""`StaleGate`: a page with high stakes that nobody has reviewed for long asks for one key first.

The steps are not on the screen until then: who is in a hurry must not follow what may be
wrong without having read that it may be (measurement model C5).
"""

from __future__ import annotations

import html

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jitdesk.app.players.player import Place, Player, Tools
from jitdesk.guides.page import Callout, Html, Page
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.page_view import PageView


class StaleGate(Player):
    """Says since when, whom to ask, and which key opens it all the same."""

    confirmed = Signal()

    def __init__(self, opened: Opened, tools: Tools) -> None:
        """Draw the sentence."""
        super().__init__(opened, tools)
        self.hint = self.tr("Enter open it all the same   Esc leave")
        guide = opened.guide
        on = guide.reviewed_on.isoformat() if guide.reviewed_on else "–"
        said = self.tr("Nobody has reviewed this page since {0}, and a mistake here is costly.")
        ask = self.tr("If you can, ask {0} first.").format(guide.owner.replace("-", " "))
        lines = [f"<b>{html.escape(said.format(on), quote=False)}</b>"]
        if guide.owner:
            lines.append(html.escape(ask, quote=False))
        key = self.tr("Press the tick key, or Enter here, to open it all the same.")
        lines.append(html.escape(key, quote=False))
        text = "".join(f"<p>{line}</p>" for line in lines)
        page = Page((Callout("warning", Html(text)),))
        self.view: PageView = PageView(page, self.make, self.theme)
        self.view.setAccessibleName(f"{said.format(on)} {key}")

    def act(self) -> None:
        """Open the page."""
        self.confirmed.emit()

    def place(self) -> Place:
        """Return that nothing has begun."""
        return Place(self.tr("Not reviewed for long"), 0, 1)

    def current(self) -> QWidget | None:
        """Return what is read aloud."""
        return self.view.show_row(0) or self.view
