"""Real widgets, offscreen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from jitdesk.paths import shipped
from jitdesk.search.hit import Hit
from jitdesk.ui.theme import Theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return Theme(shipped("resources") / "icons")


def make_hit(number: int = 1, title: str = "Reset the router", **more: object) -> Hit:
    facts: dict[str, object] = {
        "rank": number, "key": f"pack/id{number}", "id": f"id{number}", "title": title,
        "type": "guide", "pack": "pack", "path": f"a/{number}.md", "section": "",
        "section_title": "", "situation": "The light is red.", "line": "", "score": 1.0,
        "why": "", "minutes": 3, "reviewed_on": "",
    }  # fmt: skip
    return Hit(**{**facts, **more})  # type: ignore[arg-type]
