"""What the reading threads make of a guide: its page, its pictures, its preview.

Brings the Markdown parser; `ReadingService` imports it when the first guide is wanted.
"""

from __future__ import annotations

import html
import re
from typing import Final

from jitdesk.guides.guide import Guide
from jitdesk.guides.page import Block, Page, Step
from jitdesk.guides.render import render
from jitdesk.learning.records import Records
from jitdesk.library.shelf import Shelf
from jitdesk.models.reading import Opened, Preview

_PICTURE: Final = re.compile(r'src="pack:([^"]+)"')
_PICTURES_LIMIT: Final = 40
"""Pictures loaded for one guide; the rest show as not available."""


def opened(shelf: Shelf, records: Records, key: str, section: str) -> Opened | None:
    """Return a guide with its page, pictures and unfinished run; None if it is gone."""
    guide = shelf.guide(key)
    if guide is None:
        return None
    page = render(guide)
    run = records.run_of(guide.key) or records.start_run(guide.key, len(page.items))
    return Opened(guide, page, run, section, _pictures(shelf, guide, page))


def preview(shelf: Shelf, key: str, section: str) -> Preview | None:
    """Return a guide's page for the preview; None if it is gone."""
    guide = shelf.guide(key)
    return None if guide is None else Preview(key, section, render(guide))


def _pictures(shelf: Shelf, guide: Guide, page: Page) -> dict[str, bytes]:
    """Load the pictures that the page names; what the pack does not hold is left out."""
    found: dict[str, bytes] = {}
    names = {name: None for block in page.blocks for name in _PICTURE.findall(_markup(block))}
    for name in map(html.unescape, list(names)[:_PICTURES_LIMIT]):
        data = shelf.asset(guide.pack, name)
        if data is not None:
            found[name] = data
    return found


def _markup(block: Block) -> str:
    details = block.details if isinstance(block, Step) else ()
    return "".join([str(getattr(block, "html", "")), *(detail.html for detail in details)])
