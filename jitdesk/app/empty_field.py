"""`EmptyField`: what the popup lists while nothing is typed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from jitdesk.app.suggestions import fitting_here, listed, not_here, planned_here
from jitdesk.models.reading import Home
from jitdesk.search.hit import Hit
from jitdesk.services.reading import ReadingService
from jitdesk.ui.popup.popup import SearchPopup


class EmptyField(QObject):
    """Part of the `SearchController`: rows of the empty field.

    Attributes:
        home: what is going on and was used.
        status: what is said where no row explains itself.
    """

    def __init__(self, popup: SearchPopup, reading: ReadingService) -> None:
        """Take where it shows, and who remembers."""
        super().__init__()
        self._popup, self._reading = popup, reading
        self.home = Home()
        self.status = ""
        self._fitting: tuple[Hit, ...] = ()
        self._app = ""

    def begin(self, app: str) -> None:
        """Note the program in front; what was planned for it is the first row."""
        self._app = app
        if self._planned():
            self.show()

    def forget(self) -> None:
        """Suggest nothing: another window may come to the front."""
        self._fitting, self._app = (), ""

    def suggest(self, hits: tuple[Hit, ...], app: str) -> None:
        """Take what fits the window in front; a person who has moved on is not disturbed."""
        self._fitting, self._app = hits, app
        if self._here() and self._popup.list.currentIndex().row() <= 0:
            self.show()

    def send_away(self) -> None:
        """Never suggest the selected row in this program again; a plan is given up."""
        hit = self._popup.selected()
        if hit is not None and self.give_up_plan(hit):
            self.show(keep_row=True)
            return
        if hit is None or not self._is_suggested(hit):
            return
        name = not_here(self._app, hit.key)
        self._reading.not_here(name)
        self.home = replace(self.home, not_here=self.home.not_here | {name})
        self.show(keep_row=True)

    def give_up_plan(self, hit: Hit) -> bool:
        """Forget the plan that a row stands for, if it stands for one."""
        if not any(hit.key == planned.key for planned in self._planned()):
            return False
        self._reading.unplan(hit.key)
        left = tuple(row for row in self.home.plans if row[0].guide != hit.key)
        self.home = replace(self.home, plans=left)
        return True

    def show(self, *, keep_row: bool = False) -> None:
        """Show the rows."""
        rows = listed(self.home, self._here(), self._planned())
        self._popup.show_hits(rows, keep_row=keep_row)
        self.tell_why(self._popup.selected())

    def tell_why(self, hit: Hit | None) -> None:
        """Say why a suggestion is there, and how it goes; else the state of things."""
        if hit is not None and any(hit.key == row.key for row in self._planned()):
            self._popup.show_status(self.tr("You planned this.  Del: not any more"))
        elif hit is not None and self._is_suggested(hit):
            self._popup.show_status(self.tr("{0}  Del: not here").format(hit.why))
        else:
            self._popup.show_status(self.status)

    def _is_suggested(self, hit: Hit) -> bool:
        return any(hit.key == here.key for here in self._here())

    def _here(self) -> tuple[Hit, ...]:
        return fitting_here(self.home, self._fitting, self._app)

    def _planned(self) -> tuple[Hit, ...]:
        today = date.today()  # noqa: DTZ011  (the person's own day)
        return planned_here(self.home, self._app, today) if self.home.plans else ()
