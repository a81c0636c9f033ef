"""What the reading thread lists: the empty field's rows, the tray's menus, the folders.

Light: it is loaded at every start, while the parsers of guides are not.
"""

from __future__ import annotations

import contextlib
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from jitdesk.learning.companion import PIN, pinned
from jitdesk.learning.plan import NAME, Plan, read_plan
from jitdesk.learning.records import Records
from jitdesk.library.changes import changed_lately
from jitdesk.library.listing import listed_hit
from jitdesk.library.shelf import Shelf
from jitdesk.models.browse import MenuMaker, Menus, entries, news_entries
from jitdesk.models.folder_row import FolderRow
from jitdesk.models.reading import Home
from jitdesk.paths import Paths
from jitdesk.search.hit import Hit
from jitdesk.services.home import FIRST_PACK, home_hits

if TYPE_CHECKING:
    from jitdesk.library.library import SourceState

_RECENT: Final = 10
_USED: Final = 200
"""Guides whose changes are looked at: the last that were used."""
NOT_HERE: Final = "not here:"


def home(shelf: Shelf, records: Records) -> Home:
    """Return what an empty field lists, and the usage that lifts hits."""
    unfinished, recent = records.unfinished(), records.recent()
    pins = pinned(records.history.facts(PIN), date.today())  # noqa: DTZ011  (the person's day)
    rows = shelf.rows([*(run.key for run in unfinished), *pins, *recent])
    hits = home_hits(rows, unfinished, shelf.pack_rows(FIRST_PACK), pins)
    going_on = {run.key for run in unfinished}
    return Home(
        hits,
        going_on=sum(hit.key in going_on for hit in hits),
        not_here=frozenset(records.history.facts(NOT_HERE)),
        plans=_plans(shelf, records),
        usage=records.usage(),
        helped=records.helped(),
    )


def _plans(shelf: Shelf, records: Records) -> tuple[tuple[Plan, Hit], ...]:
    """Return the plans whose guides are here, each with its row."""
    kept = records.history.facts(NAME)
    why = QCoreApplication.translate("Home", "You planned this")
    found = []
    for row in shelf.rows(list(kept)):
        plan = read_plan(row.key, kept[row.key])
        if plan is not None:
            found.append((plan, listed_hit(row, 1, why)))
    return tuple(found)


def menus(shelf: Shelf, records: Records) -> Menus:
    """Return what the tray can browse."""
    maker = MenuMaker()
    for row in shelf.menu_rows():
        maker.add(row)
    titles = {row.id: row.title for row in shelf.packs()}
    going_on = [run.key for run in records.unfinished(_RECENT)]
    used = records.recent(_USED)
    news = changed_lately(shelf, records.history, used, date.today())  # noqa: DTZ011
    return Menus(
        by_situation=maker.by_situation(),
        by_pack=maker.by_pack(titles),
        going_on=entries(shelf.rows(going_on)),
        recent=entries(shelf.rows(used[:_RECENT])),
        changed=news_entries((row.key, row.title, row.what) for row in news),
    )


def folders(paths: Paths) -> tuple[FolderRow, ...]:
    """Return every source with its state in words."""
    from jitdesk.library.library import Library  # noqa: PLC0415  (seldom: the settings are open)

    with contextlib.closing(Library(paths)) as library:
        return tuple(_folder(row) for row in library.source_rows())


def _folder(row: SourceState) -> FolderRow:
    from jitdesk.packs.sources import SHIPPED  # noqa: PLC0415  (as above)

    form = QCoreApplication.translate("Folders", "{0} guides, {1}")
    told = form.format(row.guides, row.message or row.state)
    return FolderRow(row.name, row.location, told, removable=row.name != SHIPPED)
