"""`SearchService`: searches off the GUI thread, newest question first.

Questions are numbered by the caller; an answer carries its number, so that nothing older
than the text on the screen is ever drawn or acted on. The library (and with it Whoosh) is
opened in the search thread at the first question.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jitdesk.errors import JITDeskError
from jitdesk.search.hit import Answer, Query
from jitdesk.services.emitting import emit
from jitdesk.services.worker import LatestWins

if TYPE_CHECKING:
    # Only the search thread needs it, and it brings Whoosh: not on the way to the hotkey.
    from jitdesk.library.shelf import Shelf

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SearchUpdate:
    """The answer to one numbered question; `problem` is a sentence when there is none."""

    number: int
    answer: Answer
    problem: str = ""


class SearchService(QObject):
    """Answers `Query` values with `SearchUpdate` signals."""

    answered = Signal(object)
    warmed = Signal()

    def __init__(self, open_shelf: Callable[[], Shelf], parent: QObject | None = None) -> None:
        """Take how a shelf is opened; it is opened in the search thread."""
        super().__init__(parent)
        self._open_shelf = open_shelf
        self._shelf: Shelf | None = None
        self._worker = LatestWins("search")

    def ask(self, number: int, query: Query) -> None:
        """Search for `query`; `answered` brings the `SearchUpdate` with this number."""
        self._worker.submit(lambda: self._answer(number, query))

    def warm(self) -> None:
        """Open the index in idle time, so that the first key is as fast as the others."""
        self._worker.submit(self._warm)

    def close(self) -> None:
        """Take no more questions."""
        self._worker.stop()

    def _answer(self, number: int, query: Query) -> None:
        try:
            update = SearchUpdate(number, self._opened().find(query))
        except JITDeskError as error:
            update = SearchUpdate(number, Answer(query, (), 0.0), str(error))
            self._close_shelf()  # opened anew at the next question, after the repair
        emit(self.answered, update)

    def _warm(self) -> None:
        try:
            self._opened().warm()
        except JITDeskError as error:
            _log.info("search is not ready yet: %s", error)
        emit(self.warmed)

    def _close_shelf(self) -> None:
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None

    def _opened(self) -> Shelf:
        if self._shelf is None:
            self._shelf = self._open_shelf()
        return self._shelf
