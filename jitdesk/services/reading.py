"""`ReadingService`: guides, previews and the person's records, off the GUI thread.

One thread opens guides and is the only one that writes records, in order; a tick is
answered by `run_changed` once it is stored, and only then shown as ticked. Previews have a
thread of their own in which the newest wins.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jitdesk.errors import JITDeskError
from jitdesk.learning.plan import NAME, Plan
from jitdesk.services.emitting import emit, guarded
from jitdesk.services.worker import Job, LatestWins, Serial

if TYPE_CHECKING:
    from jitdesk.learning.records import Records
    from jitdesk.learning.run import Run
    from jitdesk.library.shelf import Shelf

_log = logging.getLogger(__name__)


class ReadingService(QObject):
    """Opens guides and keeps runs."""

    opened = Signal(object)
    run_changed = Signal(object)
    previewed = Signal(object)
    home_ready = Signal(object)
    menus_ready = Signal(object)
    sources_ready = Signal(object)
    offered = Signal(str, str)
    """Key and title of a checklist that is here and may be started."""
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

    def open(
        self, key: str, section: str = "", words: Sequence[str] = (), *, linked: bool = False
    ) -> None:
        """Load a guide and its unfinished run; answered by `opened` or `failed`.

        `linked`: a link names the guide and its section, so that is where it opens.
        """
        self._do(lambda: self._open(key, section, words, linked=linked))

    def ask_offer(self, key: str) -> None:
        """Look a checklist up that is offered; answered by `offered`, or not at all."""
        self._do(lambda: self._offer(key))

    def begin(self, key: str, values: Mapping[str, str]) -> None:
        """Begin a new run of a guide with values in it; answered by `opened` or `failed`."""
        self._do(lambda: self._begin(key, values))

    def ask_preview(self, key: str, section: str) -> None:
        """Load a guide for the preview; answered by `previewed`, or not at all."""
        self._newest.submit(lambda: self._preview(key, section))

    def tick(self, run: Run, item: str, *, ticked: bool, position: str) -> None:
        """Store a tick; answered by `run_changed`."""
        self._do(lambda: self._tick(run, item, ticked=ticked, position=position))

    def note(
        self, run: Run, item: str, kind: str, text: str, *, position: str | None = None
    ) -> None:
        """Store what a run says of an item; answered by `run_changed`."""
        self._do(lambda: self._note(run, item, kind, text, position))

    def note_view(self, key: str, view: str) -> None:
        """Remember how much of a guide the person wants to see."""
        self._do(lambda: self._kept().note_seen(key, view=view))

    def keep(self, name: str, value: str) -> None:
        """Remember a value for the next template that asks for it, if the person lets us."""
        if self.remember:
            self._do(lambda: self._kept().keep(name, value))

    def restart(self, run: Run, key: str) -> None:
        """Close a run as done and open the guide anew; answered by `opened`."""
        self.finish(run)
        self.open(key)

    def move(self, run: Run, position: str) -> None:
        """Store the current step."""
        if run.id:
            self._do(lambda: self._kept().move(run.id, position))

    def finish(self, run: Run) -> None:
        """Close a run as done."""
        if run.id:
            self._do(lambda: self._kept().finish(run.id))

    def note_helped(self, words: Sequence[str], app: str, key: str) -> None:
        """Remember, if the person lets us, that a guide helped for the words of a question."""
        if self.remember and words:
            self._do(lambda: self._kept().note_helped(words, app, key))

    def not_here(self, name: str) -> None:
        """Remember that a guide is not wanted in a program; `name` says both."""
        self._do(lambda: self._kept().history.remember(self._listing().NOT_HERE + name, "1"))

    def plan(self, plan: Plan) -> None:
        """Remember when the person means to use a guide; an earlier plan of it goes."""
        self._do(lambda: self._kept().history.remember(f"{NAME}{plan.guide}", plan.kept))
        self.ask_home()

    def unplan(self, guide: str) -> None:
        """Forget the plan of a guide."""
        self._do(lambda: self._kept().history.remember(f"{NAME}{guide}", ""))
        self.ask_home()

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

    def _do(self, job: Job) -> None:
        self._disk.submit(guarded(job, self.failed))

    def _open(self, key: str, section: str, words: Sequence[str], *, linked: bool) -> None:
        shelf, records = self._opened_shelf(), self._kept()
        opened = self._pages().opened(shelf, records, key, section, words, exactly=linked)
        if opened is None:
            emit(self.failed, self._gone(key, linked=linked))
            return
        if opened.guide.unset:
            names = ", ".join(opened.guide.unset)
            text = self.tr("This guide is not set up here yet; it needs: {0} (jitdesk site).")
            emit(self.failed, text.format(names))
            return
        if self.remember:
            self._kept().note_opened(opened.guide.key)
            self._kept().note_seen(opened.guide.key, version=opened.guide.version)
            self._pages().remember_steps(self._kept(), opened)
        emit(self.opened, opened)

    def _offer(self, key: str) -> None:
        for row in self._opened_shelf().rows([key]):
            if row.type == "checklist":
                emit(self.offered, row.key, row.title)

    def _gone(self, key: str, *, linked: bool) -> str:
        if not linked:
            return self.tr("This guide is no longer there; its source removed it.")
        text = self.tr(
            "The link leads to “{0}”, which is not on this computer. Ask who sent it "
            "which folder it comes from, and add that folder in the settings."
        )
        return text.format(key)

    def _begin(self, key: str, values: Mapping[str, str]) -> None:
        guide = self._opened_shelf().guide(key)
        if guide is not None:
            kept = self._kept()
            if (old := kept.run_of(guide.key)) is not None:
                kept.finish(old.id)
            run = kept.start_run(guide.key, 0, guide.version)
            for name, text in values.items():
                kept.note(run.id, name, "value", text)
        self._open(key, "", (), linked=False)

    def _tick(self, run: Run, item: str, *, ticked: bool, position: str) -> None:
        stored = self._kept().tick(run.id, item, ticked=ticked, position=position)
        emit(self.run_changed, stored)

    def _note(self, run: Run, item: str, kind: str, text: str, position: str | None) -> None:
        stored = self._kept().note(run.id, item, kind, text, position=position)
        emit(self.run_changed, stored)

    def _preview(self, key: str, section: str) -> None:
        try:
            if self._preview_shelf is None:
                self._preview_shelf = self._open_shelf()
            preview = self._pages().preview(self._preview_shelf, key, section)
        except JITDeskError as error:
            _log.info("no preview: %s", error)
            return
        if preview is not None:
            emit(self.previewed, preview)

    def _make_home(self) -> None:
        emit(self.home_ready, self._listing().home(self._opened_shelf(), self._kept()))

    def _make_menus(self) -> None:
        emit(self.menus_ready, self._listing().menus(self._opened_shelf(), self._kept()))

    def _list_sources(self) -> None:
        emit(self.sources_ready, self._listing().folders(self._opened_shelf().paths))

    @staticmethod
    def _pages() -> ModuleType:
        """Import in the thread: this brings parsers that the hotkey must not wait for."""
        from jitdesk.services import pages  # noqa: PLC0415

        return pages

    @staticmethod
    def _listing() -> ModuleType:
        from jitdesk.services import listing  # noqa: PLC0415  (as above)

        return listing

    def _opened_shelf(self) -> Shelf:
        if self._shelf is None:
            self._shelf = self._open_shelf()
        return self._shelf

    def _kept(self) -> Records:
        if self._records is None:
            self._records = self._open_records()
            if self._records.notice:
                emit(self.failed, self._records.notice)
        return self._records
