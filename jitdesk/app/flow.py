"""`Flow`: what goes between guides and the program that the person works in.

Marked text and plans into the search, links and offers into the guide window, text and links
out of it. Part of the second stage of the composition root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor

from jitdesk.app.foot import Foot
from jitdesk.app.hand_over_controller import HandOverController
from jitdesk.app.insert_controller import InsertController
from jitdesk.app.plan_controller import PlanController
from jitdesk.app.reading_controller import ReadingController
from jitdesk.app.screens import current_screens
from jitdesk.app.selection_controller import SelectionController
from jitdesk.desktop.session import links_plug, paste_plug, selection_plug
from jitdesk.guides.deep_link import DeepLink
from jitdesk.models.reading import Origin
from jitdesk.services.links import LinksService
from jitdesk.services.selection import SelectionService
from jitdesk.settings import Settings
from jitdesk.ui.popup.placement import beside_rect, screen_of
from jitdesk.ui.reader.window import GuideWindow

if TYPE_CHECKING:
    from jitdesk.app.application import Application
    from jitdesk.ui.reader.offer_window import OfferWindow


class Flow(QObject):
    """Builds and connects it."""

    def __init__(
        self, core: Application, window: GuideWindow, steps: ReadingController, foot: Foot
    ) -> None:
        """Build on top of the first stage and of the guide window."""
        super().__init__(core)
        self._core, self._steps = core, steps
        self._links = LinksService(links_plug(core.session))
        self._marked = SelectionService(selection_plug(core.session), self)
        self._marking = SelectionController(core.popup, core.searching, self._marked, foot)
        self._planning = PlanController(window, steps, core.reading)
        self._handing_over = HandOverController(window, steps)
        self._inserting = InsertController(core.foreground, paste_plug(core.session))
        self._inserting.told.connect(window.say)
        self._offers: OfferWindow | None = None
        steps.insert_wanted.connect(self._inserting.insert)
        core.reading.offered.connect(self._offer)
        self.take_settings(core.settings)

    def start(self) -> None:
        """Tell the system that links are ours."""
        self._links.register()

    def stop(self) -> None:
        """Give everything back."""
        self._links.close()
        self._marked.close()
        self._inserting.close()

    def take_settings(self, settings: Settings) -> None:
        """Do as the person wants it now."""
        self._marking.enabled = settings.switch("offer_selection")

    def follow(self, link: DeepLink) -> None:
        """Open the guide that a link names."""
        origin = Origin(source="link", version=link.version)
        self._steps.open(link.guide, link.step, self._core.foreground.current(), origin)

    def _offer(self, key: str, title: str) -> None:
        """Ask whether to start a checklist that an assistant offers."""
        if self._offers is None:
            from jitdesk.ui.reader.offer_window import OfferWindow  # noqa: PLC0415  (seldom)

            self._offers = OfferWindow(self._core.theme)
            self._offers.agreed.connect(self._take_offer)
        self._offers.ask(key, title)
        window = self._core.foreground.current()
        box = window.geometry if window is not None else None
        screen = screen_of(box, QCursor.pos(), current_screens())
        work = screen.to_logical(box) if box is not None else None
        self._offers.open_at(beside_rect(self._offers.wanted_size(), work, screen))

    def _take_offer(self, key: str) -> None:
        origin = Origin(source="assistant")
        self._steps.open(key, "", self._core.foreground.current(), origin)
