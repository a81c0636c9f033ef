"""Searches off the GUI thread: numbered, repaired, never with an exception."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from jitdesk.errors import SearchIndexError
from jitdesk.search.hit import Answer, Query
from jitdesk.services.search import SearchService, SearchUpdate


class FakeShelf:
    """Answers every query; the first `broken` times there is no index."""

    def __init__(self, broken: int = 0) -> None:
        self.broken = broken
        self.closed = 0

    def find(self, query: Query) -> Answer:
        if self.broken:
            self.broken -= 1
            raise SearchIndexError("There is no index.")
        return Answer(query, (), 0.1)

    def warm(self) -> None:
        self.find(Query("how"))

    def close(self) -> None:
        self.closed += 1


def test_an_answer_carries_the_number_of_its_question(qtbot: QtBot) -> None:
    service = SearchService(FakeShelf)  # type: ignore[arg-type]
    with qtbot.waitSignal(service.answered) as told:
        service.ask(7, Query("vpn"))
    update = told.args[0]
    assert isinstance(update, SearchUpdate)
    assert (update.number, update.answer.query.text, update.problem) == (7, "vpn", "")
    service.close()


def test_without_an_index_the_sentence_is_told_and_the_shelf_is_opened_anew(qtbot: QtBot) -> None:
    shelf = FakeShelf(broken=1)
    service = SearchService(lambda: shelf)  # type: ignore[arg-type, return-value]
    with qtbot.waitSignal(service.answered) as told:
        service.ask(1, Query("vpn"))
    assert told.args[0].problem == "There is no index."
    assert shelf.closed == 1
    with qtbot.waitSignal(service.answered) as told:
        service.ask(2, Query("vpn"))
    assert told.args[0].problem == ""
    service.close()


def test_warming_ends_with_a_signal_also_without_an_index(qtbot: QtBot) -> None:
    service = SearchService(lambda: FakeShelf(broken=1))  # type: ignore[arg-type, return-value]
    with qtbot.waitSignal(service.warmed):
        service.warm()
    service.close()
