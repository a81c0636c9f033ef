"""Players with a keeper in memory: what is stored comes back as the service would send it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jitdesk.app.players.choose import player_for
from jitdesk.app.players.player import Player, Tools
from jitdesk.app.players.rehearsal import Rehearsal
from jitdesk.guides.guide import PackId
from jitdesk.guides.landing import Moment
from jitdesk.guides.loader import load
from jitdesk.guides.render import render
from jitdesk.learning.run import Run
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.pictures import Pictures
from jitdesk.ui.reader.window import GuideWindow
from jitdesk.ui.theme import Theme

Play = Callable[..., Player]


@pytest.fixture
def play(qtbot: QtBot, theme: Theme) -> Iterator[Play]:
    """Open a page in a guide window and return its player."""

    def opened(text: str, run: Run | None = None, **more: object) -> Player:
        guide = load(text.encode(), "page.md", PackId("p")).guide
        assert guide is not None
        window = GuideWindow(theme)
        qtbot.addWidget(window)
        keeper = Rehearsal()
        first = run or Run(1, guide.key, version=guide.version)
        facts = {"moment": Moment.APPLY, **more}
        given = Opened(guide, render(guide), first, **facts)  # type: ignore[arg-type]
        maker = BlockMaker(theme, Pictures({}, 1.0), window.content_width())
        player = player_for(given, Tools(maker, theme, keeper))
        keeper.answer = player.take
        window.takes_key = lambda key, said, control: player.key(key, said, control=control)
        player.told.connect(window.say)
        window.show_page(player.view, player.side)
        window.open_at(QRect(QPoint(0, 0), window.wanted_size()))
        player.current()
        player.replaced.connect(lambda: (window.show_page(player.view), player.current()))
        player.window = window  # type: ignore[attr-defined]
        return player

    yield opened
    QApplication.clipboard().clear()


def settle() -> None:
    """Let what was stored come back."""
    for _ in range(5):
        QApplication.processEvents()
