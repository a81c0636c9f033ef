"""`update_index`: make the index hold exactly the guides that are wanted.

Compares what is wanted with what the index holds and writes only the difference, as a new
segment in a new generation (`jitdesk.search.generation`). It starts from nothing on any
doubt. Segments are bounded: small ones are merged, so that a search never has many to ask.
Runs in a process of its own, never in one that draws windows: it computes for seconds.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jitdesk.errors import SearchIndexError
from jitdesk.guides.guide import Guide
from jitdesk.search import generation as gen
from jitdesk.search.entries import EntryMaker, Lot, Named, lots_of
from jitdesk.search.generation import Generation, SegmentFiles
from jitdesk.search.helper import Helper, cores
from jitdesk.search.lock import write_lock
from jitdesk.search.segment import DAMAGE, Segment, SegmentWriter, guide_name, key_of

LOCK_SECONDS = 30.0
MAX_SEGMENTS = 8
"""Each segment costs every look-up once more; 8 keep a search within 1.3 times one."""

MAX_POSTINGS = 12_000_000
"""A segment is written when it has so many: about 300 MB of memory while building."""

WORTH_HELP = 1000
"""From so many guides on a second process makes half of the entries; it starts in 0.2 s."""

Load = Callable[[Sequence[str]], Iterable[Guide]]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one update did; `rebuilt` = everything was made anew."""

    added: int
    removed: int
    rebuilt: bool
    seconds: float


class _CancelledError(Exception):
    """The caller wanted no more; the old generation stays in use."""


def update_index(
    directory: Path,
    wanted: Mapping[str, str],
    load: Load,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> IndexReport:
    """Make the index in `directory` hold the guides of `wanted`.

    Args:
        directory: the index; created for this person alone.
        wanted: guide key -> digest of everything of it that should be found; kept as it is,
            so a short one is better.
        load: gives the guides with these keys; those it leaves out are not found.
        progress: called with (guides done, guides to do).
        cancelled: asked between guides; True leaves the index as it was.

    Raises:
        SearchIndexError: the disk refused, or another process is writing.
    """
    start = time.monotonic()
    gen.make_private(directory)
    try:
        with write_lock(directory / "lock", LOCK_SECONDS):
            update = _Update(directory, load, progress, cancelled)
            added, removed, rebuilt = update.run(wanted)
    except _CancelledError:
        return IndexReport(0, 0, False, time.monotonic() - start)
    except OSError as error:
        message = f"The search index cannot be written: {error.strerror or error}."
        raise SearchIndexError(message) from error
    return IndexReport(added, removed, rebuilt, time.monotonic() - start)


class _Update:
    """One run of `update_index`."""

    def __init__(
        self,
        directory: Path,
        load: Load,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._directory = directory
        self._load = load
        self._progress = progress or (lambda _done, _total: None)
        self._cancelled = cancelled or (lambda: False)
        self._done = 0
        self._languages: set[str] = set()
        self._spelled: set[str] = set()
        self._writers: list[SegmentWriter] = []

    def run(self, wanted: Mapping[str, str]) -> tuple[int, int, bool]:
        """Write what has changed; return added, removed, rebuilt."""
        try:
            current = gen.read_current(self._directory, thorough=True)
            return self._change(current, wanted)
        except SearchIndexError:
            pass
        except DAMAGE as error:
            if isinstance(error, OSError) and error.errno:
                raise
        number = 1 + max((int(n) for n in self._numbers()), default=0)
        return self._write(Generation(number - 1, ()), (), wanted, list(wanted), 0, rebuilt=True)

    def _numbers(self) -> Iterable[str]:
        names = (path.name.rpartition("-")[2] for path in self._directory.glob("gen-*"))
        return (name for name in names if name.isdigit())

    def _change(self, current: Generation, wanted: Mapping[str, str]) -> tuple[int, int, bool]:
        missing = {guide_name(key, digest): key for key, digest in wanted.items()}
        kept: list[SegmentFiles] = []
        removed = 0
        for files in current.segments:
            folder = current.folder(self._directory)
            segment = Segment(folder, files.name, files.count, files.gone)
            names = segment.names()
            segment.close()
            gone = [number for number, name in enumerate(names) if name and name not in missing]
            removed += sum(key_of(names[number]) not in wanted for number in gone)
            held = set(names)
            missing = {name: key for name, key in missing.items() if name not in held}
            kept.append(replace(files, gone=tuple(sorted({*files.gone, *gone}))))
        if not missing and tuple(kept) == current.segments:
            if current.checked != gen.today():
                gen.write_current(self._directory, current)
            return 0, 0, False
        return self._write(current, kept, wanted, list(missing.values()), removed, rebuilt=False)

    def _write(
        self,
        current: Generation,
        kept: Sequence[SegmentFiles],
        wanted: Mapping[str, str],
        missing: Sequence[str],
        removed: int,
        *,
        rebuilt: bool,
    ) -> tuple[int, int, bool]:
        """Write the next generation and put it into use."""
        made = Generation(current.number + 1, ())
        old, new = current.folder(self._directory), made.folder(self._directory)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        try:
            added = self._add(new, missing, wanted)
            stay, merge = _choose(kept, len(added))
            for files in stay:
                gen.link_files(files, old, new)
            merged = self._merge(old, new, merge)
            made = replace(made, segments=(*stay, *merged, *added))
            gen.write_current(self._directory, made)
        except BaseException:
            for writer in self._writers:
                writer.close()
            shutil.rmtree(new, ignore_errors=True)
            raise
        gen.remove_others(self._directory, made)
        return sum(files.count for files in added), removed, rebuilt

    def _add(
        self, folder: Path, missing: Sequence[str], wanted: Mapping[str, str]
    ) -> list[SegmentFiles]:
        made: list[SegmentFiles] = []
        writer: SegmentWriter | None = None
        seen: set[str] = set()
        with contextlib.closing(Helper()) as helper:
            for lot in self._lots(missing, wanted, helper):
                self._languages |= lot.languages
                self._spelled |= lot.spelled
                for entry in lot.entries:
                    if entry.key not in seen:
                        seen.add(entry.key)
                        writer = writer or self._writer(folder)
                        writer.add(entry)
                if writer and writer.postings > MAX_POSTINGS:
                    made.append(self._finish(folder, writer))
                    writer = None
        if writer:
            made.append(self._finish(folder, writer))
        return made

    def _lots(
        self, missing: Sequence[str], wanted: Mapping[str, str], helper: Helper
    ) -> Iterator[Lot]:
        """Give the entries of the guides `missing`; of many, half come from `helper`."""
        loaded = partial(self._loaded, wanted=wanted, total=len(missing))
        count = len(missing) // 2 if len(missing) >= WORTH_HELP and cores() > 1 else 0
        theirs, ours = missing[:count], missing[count:]
        if theirs:
            helper.give(loaded(theirs))
        maker = EntryMaker()
        yield from map(maker.lot, lots_of(loaded(ours)))
        came: set[str] = set()
        for lot in helper.take():
            came.update(entry.key for entry in lot.entries)
            yield lot
        left = [key for key in theirs if key not in came]  # gone, or the helper died
        yield from map(maker.lot, lots_of(loaded(left)))

    def _loaded(
        self, keys: Sequence[str], wanted: Mapping[str, str], total: int
    ) -> Iterator[Named]:
        for guide in self._load(keys) if keys else ():
            if self._cancelled():
                raise _CancelledError
            if guide.key in wanted:
                yield guide, wanted[guide.key]
            self._done = min(total, self._done + 1)  # some may be loaded twice
            self._progress(self._done, total)

    def _writer(self, folder: Path) -> SegmentWriter:
        writer = SegmentWriter(folder, secrets.token_hex(8))
        self._writers.append(writer)
        return writer

    def _finish(self, folder: Path, writer: SegmentWriter) -> SegmentFiles:
        writer.finish(self._spelled)
        files = gen.list_files(folder, writer.name)
        return SegmentFiles(writer.name, writer.count, (), files, tuple(sorted(self._languages)))

    def _merge(
        self, old: Path, new: Path, chosen: Sequence[SegmentFiles]
    ) -> tuple[SegmentFiles, ...]:
        # A segment whose guides are all gone is dropped: nothing is left to merge.
        chosen = [files for files in chosen if files.count > len(files.gone)]
        if not chosen:
            return ()
        writer = self._writer(new)
        spelled: set[str] = set()
        for files in chosen:
            segment = Segment(old, files.name, files.count, files.gone)
            writer.add_segment(segment)
            spelled.update(segment.words)
            segment.close()
        writer.finish(spelled)
        languages = sorted({tag for files in chosen for tag in files.languages})
        found = gen.list_files(new, writer.name)
        return (SegmentFiles(writer.name, writer.count, (), found, tuple(languages)),)


def _choose(
    kept: Sequence[SegmentFiles], added: int
) -> tuple[list[SegmentFiles], list[SegmentFiles]]:
    """Return the segments that stay as they are and those that are merged into one.

    One of which a third was removed is written anew without them. When
    there are too many, all but the largest are merged if they are small beside it.
    """
    merge = [files for files in kept if len(files.gone) * 3 > files.count]
    stay = [files for files in kept if files not in merge]
    if len(stay) + added + bool(merge) > MAX_SEGMENTS:
        stay.sort(key=lambda files: files.count, reverse=True)
        large = stay[0].count // 4
        merge += [files for files in stay[1:] if files.count <= large] or stay
        stay = [files for files in stay if files not in merge]
    return stay, merge
