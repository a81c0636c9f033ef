"""What the reading threads make of a guide: its page, its pictures, its preview.

Brings the Markdown parser; `ReadingService` imports it when the first guide is wanted.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from typing import Final

from jitdesk.guides.guide import Guide
from jitdesk.guides.landing import View, moment_of, named_guides
from jitdesk.guides.page import Block, Page, Step
from jitdesk.guides.render import render
from jitdesk.guides.step_change import step_texts
from jitdesk.learning.event import Event, Name, Result
from jitdesk.learning.fading import faded_view
from jitdesk.learning.records import Records
from jitdesk.learning.topic import topic_of
from jitdesk.library.shelf import Shelf
from jitdesk.models.reading import Opened, Preview
from jitdesk.models.trust import trust_line

_PICTURE: Final = re.compile(r'src="pack:([^"]+)"')
_PICTURES_LIMIT: Final = 40
"""Pictures loaded for one guide; the rest show as not available."""
_TITLES_LIMIT: Final = 40
"""Guides named by one guide whose titles are looked up; the rest show their id."""


def opened(
    shelf: Shelf,
    records: Records,
    key: str,
    section: str,
    words: Sequence[str] = (),
    *,
    exactly: bool = False,
) -> Opened | None:
    """Return a guide with its page, pictures and unfinished run; None if it is gone.

    `words` are those of the question that led here; they help to see the moment.
    `exactly`: at the section, wherever the person was before.
    """
    guide = shelf.guide(key)
    if guide is None:
        return None
    page = render(guide)
    seen, chosen = records.seen(guide.key)
    topic = topic_of(guide)
    events = records.history.events(guide=guide.key)
    view = faded_view(events if topic.learns else (), learns=topic.learns, chosen=chosen)
    times = records.times_opened(guide.key)
    return Opened(
        guide=guide,
        page=page,
        run=records.run_of(guide.key)
        or records.start_run(guide.key, len(page.items), guide.version),
        section=section,
        exactly=exactly,
        pictures=_pictures(shelf, guide, page),
        moment=moment_of(guide, opened_before=times > 0, seen=seen, section=section, words=words),
        seen=seen,
        view=view,
        faded=not chosen and view is not View.FULL,
        before=_steps_before(records, guide.key),
        kept=records.kept(),
        times=times,
        went=_went(events),
        titles=_titles(shelf, guide),
        confirms=shelf.confirms_items(guide.pack),
    )


def _went(events: Sequence[Event]) -> tuple[int, int]:
    """Return how often the task went well by this guide, and how often somebody said so."""
    said = [str(event.detail.get("result") or "") for event in events
            if event.name is Name.PERFORMED]  # fmt: skip
    told = [result for result in said if result in set(Result)]
    return sum(result != Result.FAILED for result in told), len(told)


def _titles(shelf: Shelf, guide: Guide) -> dict[str, str]:
    """Return id -> title of the guides that the fields of a guide name and that are here."""
    found: dict[str, str] = {}
    for name in named_guides(guide)[:_TITLES_LIMIT]:
        rows = shelf.lookup(name)
        same = [row for row in rows if row.pack == guide.pack]
        if rows:
            found[name] = (same or rows)[0].title
    return found


def preview(shelf: Shelf, key: str, section: str) -> Preview | None:
    """Return a guide's page for the preview; None if it is gone."""
    guide = shelf.guide(key)
    return None if guide is None else Preview(key, section, render(guide), trust_line(guide))


def remember_steps(records: Records, opened: Opened) -> None:
    """Keep the steps as they are now, so that the next version can be told from this one."""
    text = json.dumps(step_texts(opened.page), ensure_ascii=False)
    records.history.remember(f"steps:{opened.guide.key}", text)


def _steps_before(records: Records, key: str) -> tuple[str, ...]:
    kept = records.history.fact(f"steps:{key}")
    return tuple(json.loads(kept)) if kept else ()


def _pictures(shelf: Shelf, guide: Guide, page: Page) -> dict[str, bytes]:
    """Load the pictures that the page names; what the pack does not hold is left out."""
    found: dict[str, bytes] = {}
    for name in picture_names(page):
        data = shelf.asset(guide.pack, name)
        if data is not None:
            found[name] = data
    return found


def picture_names(page: Page) -> list[str]:
    """Return the pack paths of the pictures that a page shows, not more than are loaded."""
    names = {name: None for block in page.blocks for name in _PICTURE.findall(_markup(block))}
    return [html.unescape(name) for name in list(names)[:_PICTURES_LIMIT]]


def _markup(block: Block) -> str:
    details = block.details if isinstance(block, Step) else ()
    return "".join([str(getattr(block, "html", "")), *(detail.html for detail in details)])
