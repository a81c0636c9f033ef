"""`ReadingService`: guides, previews and the person's records, off the GUI thread.

One thread opens guides and is the only one that writes records, in order; a tick is
answered by `run_changed` once it is stored, and only then shown as ticked. Previews have a
thread of their own in which the newest wins.
"""

from __future__ import annotations

import contextlib
import html
import logging
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from jitdesk.errors import JITDeskError
from jitdesk.guides.guide import Guide, GuideKey
from jitdesk.guides.page import Block, Page, Step
from jitdesk.learning.run import Run
from jitdesk.models.browse import MenuMaker, Menus, entries
from jitdesk.models.folder_row import FolderRow
from jitdesk.models.reading import Home, Opened, Preview
from jitdesk.services.home import FIRST_PACK, home_hits
from jitdesk.services.worker import LatestWins, Serial

if TYPE_CHECKING:
    # Opened in the threads that use them: not on the way to the hotkey.
    from jitdesk.learning.records import Records
    from jitdesk.library.library import SourceState
    from jitdesk.library.shelf import Shelf

_log = logging.getLogger(__name__)

_PICTURE: Final = re.compile(r'src="pack:([^"]+)"')
_PICTURES_LIMIT: Final = 40
"""Pictures loaded for one guide; the rest show as not available."""


class ReadingService(QObject):
    """Opens guides and keeps runs."""

    opened = Signal(object)
    run_changed = Signal(object)
    previewed = Signal(object)
    home_ready = Signal(object)
    menus_ready = Signal(object)
    sources_ready = Signal(object)
    failed = Signal(str)
    """One sentence for the person."""

    def __init__(
        self,
        open_shelf: Callable[[], Shelf],
        open_records: Callable[[], Records],
        parent: QObject | None = None,
    ) -> None:
        """Take how the shelf and the records are opened, in the threads that use them."""
        super().__init__(parent)
        self._open_shelf, self._open_records = open_shelf, open_records
        self._shelf: Shelf | None = None
        self._preview_shelf: Shelf | None = None
        self._records: Records | None = None
        self._disk = Serial("reading")
        self._newest = LatestWins("preview")
        self.remember = True

    # -- requests ------------------------------------------------------------------------

    def open(self, key: str, section: str = "") -> None:
        """Load a guide and its unfinished run; answered by `opened` or `failed`."""
        self._do(lambda: self._open(key, section))

    def ask_preview(self, key: str, section: str) -> None:
        """Load a guide for the preview; answered by `previewed`, or not at all."""
        self._newest.submit(lambda: self._preview(key, section))

    def tick(self, run: Run, item: str, *, ticked: bool, position: str) -> None:
        """Store a tick; answered by `run_changed`."""
        self._do(lambda: self._tick(run, item, ticked=ticked, position=position))

    def move(self, run: Run, position: str) -> None:
        """Store the current step."""
        if run.id:
            self._do(lambda: self._kept().move(run.id, position))

    def finish(self, run: Run) -> None:
        """Close a run as done."""
        if run.id:
            self._do(lambda: self._kept().finish(run.id))

    def ask_home(self) -> None:
        """Compute what an empty field lists; answered by `home_ready`."""
        self._do(self._make_home)

    def ask_menus(self) -> None:
        """Compute what the tray can browse; answered by `menus_ready`."""
        self._do(self._make_menus)

    def ask_sources(self) -> None:
        """List the folders with their state; answered by `sources_ready`."""
        self._do(self._list_sources)

    def forget(self) -> None:
        """Delete everything that was remembered."""
        self._do(lambda: self._kept().forget())
        self.ask_home()

    def close(self) -> None:
        """Store what waits (at most a second), then end."""
        self._newest.stop()
        self._disk.stop(1.0)

    # -- in the thread -------------------------------------------------------------------

    def _do(self, job: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                job()
            except JITDeskError as error:
                with contextlib.suppress(RuntimeError):  # Qt is gone when the app quits
                    self.failed.emit(str(error))

        self._disk.submit(guarded)

    def _open(self, key: str, section: str) -> None:
        shelf = self._opened_shelf()
        guide = shelf.guide(GuideKey(key))
        if guide is None:
            self.failed.emit("This guide is no longer there; it was removed by its source.")
            return
        page = _rendered(guide)
        run = self._run_for(key, len(page.items))
        self.opened.emit(Opened(guide, page, run, section, _pictures(shelf, guide, page)))

    def _run_for(self, key: str, total: int) -> Run:
        records = self._kept()
        if self.remember:
            records.note_opened(key)
        return records.run_of(key) or records.start_run(key, total)

    def _tick(self, run: Run, item: str, *, ticked: bool, position: str) -> None:
        stored = self._kept().tick(run.id, item, ticked=ticked, position=position)
        self.run_changed.emit(stored)

    def _preview(self, key: str, section: str) -> None:
        try:
            if self._preview_shelf is None:
                self._preview_shelf = self._open_shelf()
            guide = self._preview_shelf.guide(GuideKey(key))
        except JITDeskError as error:
            _log.info("no preview: %s", error)
            return
        if guide is not None:
            with contextlib.suppress(RuntimeError):
                self.previewed.emit(Preview(key, section, _rendered(guide)))

    def _make_home(self) -> None:
        records, shelf = self._kept(), self._opened_shelf()
        unfinished, recent = records.unfinished(), records.recent()
        rows = shelf.rows([*(run.key for run in unfinished), *recent])
        hits = home_hits(rows, unfinished, shelf.pack_rows(FIRST_PACK))
        self.home_ready.emit(Home(hits, records.usage()))

    def _make_menus(self) -> None:
        records, shelf = self._kept(), self._opened_shelf()
        maker = MenuMaker()
        for row in shelf.menu_rows():
            maker.add(row)
        titles = {row.id: row.title for row in shelf.packs()}
        going_on = [run.key for run in records.unfinished(10)]
        self.menus_ready.emit(
            Menus(
                by_situation=maker.by_situation(),
                by_pack=maker.by_pack(titles),
                going_on=entries(shelf.rows(going_on)),
                recent=entries(shelf.rows(records.recent(10))),
            )
        )

    def _list_sources(self) -> None:
        from jitdesk.library.library import Library  # noqa: PLC0415  (seldom: settings open)

        with contextlib.closing(Library(self._opened_shelf().paths)) as library:
            rows = library.source_rows()
        self.sources_ready.emit(tuple(_folder(row) for row in rows))

    def _opened_shelf(self) -> Shelf:
        if self._shelf is None:
            self._shelf = self._open_shelf()
        return self._shelf

    def _kept(self) -> Records:
        if self._records is None:
            self._records = self._open_records()
            if self._records.notice:
                self.failed.emit(self._records.notice)
        return self._records


def _folder(row: SourceState) -> FolderRow:
    from jitdesk.packs.sources import SHIPPED  # noqa: PLC0415  (loaded by the library already)

    told = f"{row.guides} guides, {row.message or row.state}"
    return FolderRow(row.name, row.location, told, removable=row.name != SHIPPED)


def _rendered(guide: Guide) -> Page:
    from jitdesk.guides.render import render  # noqa: PLC0415  (late: brings the Markdown parser)

    return render(guide)


def _pictures(shelf: Shelf, guide: Guide, page: Page) -> dict[str, bytes]:
    """Load the pictures that the page names; what the pack does not hold is left out."""
    found: dict[str, bytes] = {}
    names = {name: None for block in page.blocks for name in _PICTURE.findall(_markup(block))}
    for name in list(names)[:_PICTURES_LIMIT]:
        data = shelf.asset(guide.pack, html.unescape(name))
        if data is not None:
            found[html.unescape(name)] = data
    return found


def _markup(block: Block) -> str:
    details = block.details if isinstance(block, Step) else ()
    return "".join([str(getattr(block, "html", "")), *(detail.html for detail in details)])
