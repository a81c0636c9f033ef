"""`HandOverController`: a link to the step, or a card for a ticket, on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from jitdesk.app.hand_over import hand_over_card, step_link
from jitdesk.app.reading_controller import ReadingController
from jitdesk.models.reading import Opened, Origin
from jitdesk.ui.reader.window import GuideWindow

LINK, CARD = "link", "card"


class HandOverController(QObject):
    """Guide window -> clipboard; nothing is sent anywhere."""

    def __init__(self, window: GuideWindow, steps: ReadingController) -> None:
        """Take what it connects."""
        super().__init__()
        self._window, self._steps = window, steps
        self._opened: Opened | None = None
        steps.shown.connect(self._shown)
        steps.line_wanted.connect(self._copy)

    def _shown(self, opened: Opened, _origin: Origin) -> None:
        self._opened = opened

    def _copy(self, purpose: str) -> None:
        opened, player = self._opened, self._steps.player
        if opened is None or player is None or purpose not in {LINK, CARD}:
            return
        if purpose == CARD:
            row = player.current()
            words = row.accessibleName() if row is not None else ""
            text = hand_over_card(opened.guide, player.anchor, player.place().text, words)
            said = self.tr("Copied for a ticket or a colleague: where you are stuck")
        else:
            text = step_link(opened.guide, player.anchor)
            said = self.tr("Copied the link to this step")
        QGuiApplication.clipboard().setText(text)
        self._window.say(said)
