"""What crosses from the reading service to the views: immutable, and enough to draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jitdesk.guides.landing import Moment

if TYPE_CHECKING:
    from jitdesk.guides.guide import Guide
    from jitdesk.guides.page import Page
    from jitdesk.learning.helped import Helped
    from jitdesk.learning.plan import Plan
    from jitdesk.learning.run import Run
    from jitdesk.search.hit import Hit


@dataclass(frozen=True, slots=True)
class Opened:
    """A guide ready to be shown.

    Attributes:
        section: the anchor to open at; `exactly`: whatever was open there before.
        moment: what brings the person here; `seen` is the version they used last.
        view: how much of it is shown: as they last wanted it, or less with every success.
        faded: it is shown shorter because it worked before, not because they said so.
        before: the steps as they were when the person used the guide last.
        kept: values that templates are to remember, by field name.
        times: how often the person opened it before.
        confirms: its pack asks for each confirmed item to be kept in the history.
        went: how often the task went well by this guide, of how often they said how it went.
        titles: titles of the guides that this one names, by the id it names them with.
    """

    guide: Guide
    page: Page
    run: Run
    section: str = ""
    exactly: bool = False
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    moment: Moment = Moment.APPLY
    seen: str = ""
    view: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    times: int = 0
    faded: bool = False
    before: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    went: tuple[int, int] = (0, 0)
    confirms: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a guide was opened from.

    Attributes:
        words: the telling words of the question; `app` is the program that was in front.
        source: hotkey, tray, link, plan, assistant or check-in.
        rank: the row it was opened from, 1-based; 0 = no row.
        version: of the guide when a link to it was made, "" = not said.
    """

    words: tuple[str, ...] = ()
    app: str = ""
    source: str = "hotkey"
    rank: int = 0
    version: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """A guide ready for the preview pane."""

    key: str
    section: str
    page: Page
    trust: str = ""
    """Owner and review in one line."""


@dataclass(frozen=True, slots=True)
class Home:
    """What an empty field lists, and what lifts hits: usage, and what helped before.

    Attributes:
        going_on: so many of the first rows are in progress.
        not_here: programs and guides that do not belong together, as the person said.
        plans: what the person means to use, each with its row.
    """

    hits: tuple[Hit, ...] = ()
    going_on: int = 0
    not_here: frozenset[str] = frozenset()
    plans: tuple[tuple[Plan, Hit], ...] = ()
    usage: Mapping[str, float] = field(default_factory=dict)
    helped: tuple[Helped, ...] = ()
