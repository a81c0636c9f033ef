"""`Topic`: what the rules of learning need to know of a guide. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jitdesk.guides.guide import Guide


@dataclass(frozen=True, slots=True)
class Question:
    """A situation to recall, and its answer."""

    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A guide's task.

    Attributes:
        learns: the aim is to do it without the page one day; False = the page stays.
        frequency: how often the task comes: daily, weekly, monthly, yearly, rare or "".
        stakes: high, medium, low or "".
    """

    guide: str
    title: str
    learns: bool = False
    frequency: str = ""
    stakes: str = ""
    recall: tuple[Question, ...] = ()

    @property
    def area(self) -> str:
        """The part of the id before the first dot: what reports count by."""
        return area_of(self.guide)


def area_of(guide: str) -> str:
    """Return the area of a guide's key, "" = none."""
    name = guide.partition("/")[2] or guide
    return name.partition(".")[0] if "." in name else ""


def topic_of(guide: Guide) -> Topic:
    """Return what the rules need of a guide; a wrong field counts as not given."""
    front = guide.front
    why = front.get("aim_why")
    why = why if isinstance(why, dict) else {}
    listed = front.get("recall")
    found = [q for q in map(_question, listed if isinstance(listed, list) else []) if q is not None]
    return Topic(
        guide=guide.key,
        title=guide.title,
        learns=str(front.get("aim") or "") == "learn",
        frequency=str(why.get("frequency") or ""),
        stakes=str(why.get("stakes") or ""),
        recall=tuple(found[:3]),
    )


def _question(entry: Any) -> Question | None:  # noqa: ANN401  (whatever the file holds)
    if not isinstance(entry, dict):
        return None
    ask, answer = (" ".join(str(entry.get(key) or "").split()) for key in ("ask", "answer"))
    return Question(ask, answer) if ask and answer else None
