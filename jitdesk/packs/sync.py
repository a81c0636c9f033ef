"""One sync of one source: look, read what changed, look again, switch pack by pack.

The share is touched by the reader process alone. Whatever goes wrong (unreachable, half
copied, emptied, gone back) keeps what is installed and becomes the state of the source.
A poll without a change lists the location and opens no file.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from jitdesk.errors import Level, Problem, ShareError
from jitdesk.packs.candidate import Candidate, candidates
from jitdesk.packs.layout import Layout, lay_out
from jitdesk.packs.plan import (
    COPYING,
    QUIET,
    Installed,
    decide,
    has_fresh_temporary,
)
from jitdesk.packs.report import Progress, ProgressCallback, SourceReport, State
from jitdesk.packs.share import PATIENCE, Command, Listing, Share
from jitdesk.packs.source_record import is_news, next_record
from jitdesk.packs.sources import Source
from jitdesk.packs.staging import Cancelled, Staged, Staging
from jitdesk.packs.writer import StoreWriter

_SETTLE = 2.0
_PAUSE = 0.3


@dataclass(frozen=True, slots=True)
class SyncOptions:
    """How a sync is run; the defaults are those of the product.

    Attributes:
        rollback: take older versions this once.
        patience: seconds without progress after which a share is unreachable.
        command: how the share reader is started, None = the usual way.
    """

    progress: ProgressCallback = lambda _: None
    cancelled: Callable[[], bool] = lambda: False
    rollback: bool = False
    patience: float = PATIENCE
    command: Command | None = None
    clock: Callable[[], float] = time.time
    pause: Callable[[float], None] = time.sleep


class SourceSync:
    """One sync of one source into a store."""

    def __init__(self, writer: StoreWriter, source: Source, options: SyncOptions) -> None:
        self._writer = writer
        self._source = source
        self._options = options
        self._report = SourceReport(source.name, source.location)
        self._findings: list[Problem] = []
        self._kept: set[str] = set()
        known = writer.source(source.name)
        self._known = known if known and known.location == source.location else None
        self._fingerprint = self._known.fingerprint if self._known else ""
        self._reached = False
        self._looked = False

    def run(self) -> SourceReport:
        """Sync the source; what goes wrong with it is said in the report.

        Raises:
            StoreError: the local store cannot be written.
        """
        report = self._report
        try:
            with Share(
                self._source.location,
                command=self._options.command,
                patience=self._options.patience,
            ) as share:
                try:
                    self._sync(share)
                finally:
                    report.bytes_read = share.bytes_read
                    report.files_opened = share.files_opened
        except ShareError as error:
            report.worsen(State.UNREACHABLE, str(error))
        except Cancelled:
            report.worsen(State.CANCELLED, "Cancelled; what was installed stays.")
        self._remember()
        report.problems = self._writer.problems(source=self._source.name)
        return report

    def _sync(self, share: Share) -> None:
        known = self._known
        settled = known is not None and known.settled and not self._options.rollback
        self._say("list", 0, 0)
        listing = share.list(
            self._fingerprint if settled else "", beat=lambda n: self._say("list", n, 0)
        )
        self._reached = True
        if listing.same and known is not None:
            self._report.state = State.UNCHANGED
            if known.state == State.KEPT_NEWER:
                self._report.worsen(State.KEPT_NEWER, known.message)
            return
        self._looked = True
        self._fingerprint = listing.fingerprint
        layout = lay_out(listing.entries, self._source.location)
        self._findings += layout.problems
        if self._is_emptied(layout):
            message = "The folder is empty now; the installed guides are kept."
            self._report.worsen(State.EMPTY, message)
            return
        staged = self._stage(share, layout)
        self._switch(share, listing, staged)
        self._remove_gone(layout)
        self._writer.sweep()

    def _say(self, step: str, done: int, total: int) -> None:
        if self._options.cancelled():
            raise Cancelled
        self._options.progress(Progress(self._source.name, step, done, total))

    def _is_emptied(self, layout: Layout) -> bool:
        held = any(place.entries for place in layout.places)
        return not held and bool(self._own())

    def _own(self) -> dict[str, Installed]:
        """Return what is installed from this source, by pack id."""
        return {p.id: p for p in self._writer.installed() if p.source == self._source.name}

    def _is_quiet(self) -> bool:
        known = self._known
        if known is None or known.fingerprint != self._fingerprint:
            return False
        return self._options.clock() - known.quiet_since > QUIET

    def _stage(self, share: Share, layout: Layout) -> list[Staged]:
        """Read every pack that may be taken; the others stay as they are."""
        staging = Staging(
            self._writer,
            self._source.name,
            lambda done, total: self._say("read", done, total),
            self._options.cancelled,
        )
        staged: list[Staged] = []
        seen: dict[str, str] = {}
        own = {pack.root: pack for pack in self._own().values()}
        for candidate in candidates(layout, share, self._writer, self._source, own):
            with candidate:
                if candidate.unchanged:
                    seen[candidate.manifest.id] = candidate.place.root
                    self._kept.add(candidate.manifest.id)
                elif self._is_welcome(candidate, own, seen):
                    one = candidate.stage(staging)
                    if self._is_whole(one):
                        staged.append(one)
        return staged

    def _is_welcome(
        self, candidate: Candidate, own: dict[str, Installed], seen: dict[str, str]
    ) -> bool:
        """Return whether a candidate may be taken; otherwise say why it is not."""
        if candidate.fault:
            self._turn_away(candidate, own.get(candidate.place.root))
            return False
        name = candidate.manifest.id
        if name in seen:
            message = f'The pack id "{name}" is used by {seen[name] or "the folder"} already.'
            self._refuse(candidate, message)
            return False
        seen[name] = candidate.place.root
        self._kept.add(name)
        return self._may_replace(candidate)

    def _turn_away(self, candidate: Candidate, there: Installed | None) -> None:
        """Keep what is installed instead of a pack that cannot be used."""
        if there is not None:
            self._kept.add(there.id)
        if candidate.may_be_cut(there) and not self._is_quiet():
            self._report.worsen(State.COPYING, COPYING)
        else:
            self._report.worsen(State.REFUSED, candidate.fault)
        self._findings += candidate.problems

    def _may_replace(self, candidate: Candidate) -> bool:
        installed = {pack.id: pack for pack in self._writer.installed()}
        quiet = self._is_quiet()
        decision = decide(
            candidate.manifest,
            candidate.manifest_path,
            self._source.name,
            installed,
            quiet=quiet,
            rollback=self._options.rollback,
        )
        if not decision.take:
            self._report.worsen(decision.state, decision.message)
            self._findings += [decision.problem] if decision.problem else []
            return False
        fresh = has_fresh_temporary(candidate.place.entries, self._options.clock())
        if fresh and candidate.manifest.id in installed and not quiet:
            self._report.worsen(State.COPYING, COPYING)
            return False
        return True

    def _refuse(self, candidate: Candidate, message: str) -> None:
        path, line = candidate.manifest_path, candidate.manifest.id_line
        self._findings.append(Problem(path, line, "pack-id", Level.ERROR, message))
        self._report.worsen(State.REFUSED, message)

    def _is_whole(self, staged: Staged) -> bool:
        """Return whether a pack may be switched to, or is still being copied."""
        pack = staged.content.id
        if not staged.cut or self._is_quiet():
            return True
        # Without an older version nothing is lost by showing the pages that are whole.
        first_time = pack not in self._own() and not staged.place.root
        if first_time and not any(row.path == "pack.yaml" for row in staged.content.files):
            return True
        if pack not in self._own() and not staged.content.version:
            return True
        message = f"{staged.place.path(staged.cut[0])}: {COPYING}"
        self._report.worsen(State.COPYING, message)
        return False

    def _switch(self, share: Share, listing: Listing, staged: list[Staged]) -> None:
        """Look again, and switch the packs that have not changed meanwhile."""
        places = self._second_look(share, listing, staged)
        for one in staged:
            if places is not None and places.get(one.place.root) != one.place.entries:
                self._report.worsen(State.COPYING, COPYING)
                continue
            if one.same:
                continue
            self._say("switch", 0, 0)
            self._writer.switch(one.content)
            self._report.worsen(State.UPDATED)
            self._report.added += one.added
            self._report.changed += one.changed
            self._report.removed += one.removed

    def _second_look(
        self, share: Share, listing: Listing, staged: list[Staged]
    ) -> dict[str, tuple[object, ...]] | None:
        """Return the entries by place as they are now, None if nothing changed."""
        if not any(one.read for one in staged):
            return None
        youngest = max((e.mtime_ns for one in staged for e in one.place.entries), default=0)
        if 0 <= self._options.clock() - youngest / 1e9 < _SETTLE:
            self._options.pause(_PAUSE)
        again = share.list(listing.fingerprint)
        if again.same:
            return None
        self._fingerprint = again.fingerprint
        layout = lay_out(again.entries, self._source.location)
        return {place.root: place.entries for place in layout.places}

    def _remove_gone(self, layout: Layout) -> None:
        """Remove packs that the source no longer has; one without its manifest is kept."""
        for pack in self._own().values():
            if pack.id in self._kept:
                continue
            if pack.root and _still_has(layout, pack.root):
                self._report.worsen(State.COPYING, COPYING)
                continue
            self._report.removed += len(self._writer.catalog(pack.id))
            self._report.worsen(State.UPDATED)
            self._writer.remove_pack(pack.id)

    def _remember(self) -> None:
        report, known = self._report, self._known
        row = next_record(
            report, known, self._fingerprint, self._options.clock(), reached=self._reached
        )
        if not is_news(row, known):
            return
        findings = self._findings
        if not self._looked:
            findings = self._writer.problems(pack="", source=self._source.name)
        self._writer.remember(row, findings)


def _still_has(layout: Layout, root: str) -> bool:
    return any(file.startswith(root + "/") for file in layout.loose) or any(
        place.root == root for place in layout.places
    )
