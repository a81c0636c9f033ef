"""One statement of every kind that is shared, from events as the app makes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jitdesk.learning.event import Event, Name
from jitdesk.xapi.statements import Told, Writer

BASE = "https://lrs.acme.example/xapi/"
NOW = 1_772_442_000.0
GUIDE = "work/mail.confirm-external-email"
PERSON = "p-6f0d8a7b2c1d3e4f"
GUIDES = {
    GUIDE: Told(
        "Confirm an e-mail before it leaves", "checklist", "en",
        (("cap.send-safely", "Send external mail safely"),),
    )
}  # fmt: skip
_DETAILS: list[tuple[Name, dict[str, Any]]] = [
    (Name.SEARCHED, {"results": 0, "zero": True, "chars": 9}),
    (Name.EPISODE, {"intent": True, "useful": True, "preview": False, "actions": 2,
                    "seconds": 40, "signals": ["S1"], "ms": 8_200}),
    (Name.EPISODE, {"intent": True, "useful": False, "seconds": 9, "signals": []}),
    (Name.OPENED, {"ms": 4_000, "actions": 2, "rank": 1, "view": "full", "source": "hotkey"}),
    (Name.USED, {"done": 3, "total": 6, "seconds": 70, "support": 3, "grade": "E1"}),
    (Name.PERFORMED, {"result": "worked", "support": 0, "grade": "E2", "day": 7}),
    (Name.PERFORMED, {"result": "fixed", "support": 3, "grade": "E3", "words": "kim was here"}),
    (Name.PERFORMED, {"result": "failed", "support": 2, "grade": "E2"}),
    (Name.NO_CHANCE, {"day": 7}),
    (Name.PROMPTED, {"day": 7}),
    (Name.RECALLED, {"answer": "had", "seconds": 12, "day": 1}),
    (Name.RECALLED, {"answer": "not", "seconds": 0, "day": 7}),
    (Name.STUCK, {"step": "2", "words": "where is the key of kim"}),
    (Name.HELPED, {"reason": "solved"}),
    (Name.HELPED, {"reason": "not what I meant"}),
    (Name.REVIEWED, {}),
    (Name.PUBLISHED, {}),
]  # fmt: skip


def every_event() -> list[Event]:
    return [
        Event(name, NOW + n * 61.5, GUIDE, "1.2.0", n + 1, detail, n + 1)
        for n, (name, detail) in enumerate(_DETAILS)
    ]


def writer(person: str = PERSON) -> Writer:
    return Writer(BASE, person, GUIDES)


def every_statement(person: str = PERSON) -> list[dict[str, Any]]:
    return writer(person).statements(every_event())


def profile() -> dict[str, Any]:
    file = Path(__file__).resolve().parents[2] / "resources" / "xapi" / "jitdesk-profile.jsonld"
    return dict(json.loads(file.read_text(encoding="utf-8")))
