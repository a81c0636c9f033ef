"""`jitdesk report`: what changed in what people do, with bounds; one offline page of it."""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from jitdesk.cli.inbox_cases import doubted_in, everything
from jitdesk.cli.output import print_json
from jitdesk.errors import RecordsError, ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.pilot import read_pilot
from jitdesk.impact.disclosure import DEFAULT, MINIMUM
from jitdesk.impact.gather import loops_of, page_of, read_histories
from jitdesk.impact.page import page
from jitdesk.impact.report import CONTEXT, Report, lines, make_report, translated
from jitdesk.impact.story import DAY, Loop, Page, Story, Trial, World
from jitdesk.learning.records_file import open_records
from jitdesk.library.library import Library, open_library
from jitdesk.library.places import pack_places
from jitdesk.loops.case import cases
from jitdesk.loops.folder import LoopFolder
from jitdesk.loops.moment import moments
from jitdesk.loops.story import SuccessCase, told
from jitdesk.paths import find_paths
from jitdesk.translation import english, translator
from jitdesk.xapi.back import events_of
from jitdesk.xapi.store import RecordStore, read_settings


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "report", help="did it change what people do? with bounds", description=__doc__
    )
    parser.add_argument("--html", metavar="FILE", default="", help="write one offline page")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--days", type=int, default=90, help="the window (default 90)")
    parser.add_argument(
        "--from", dest="sources", action="append", default=[], metavar="PATH",
        help="exported histories: a file or a folder; again for more",
    )  # fmt: skip
    parser.add_argument(
        "--lrs", action="store_true", help="read the organisation's learning record store"
    )
    parser.add_argument(
        "--group", type=int, default=DEFAULT,
        help=f"people behind a figure (default {DEFAULT}, never below {MINIMUM})",
    )  # fmt: skip
    parser.add_argument(
        "--lang", default="en", metavar="CODE", help="language of the texts (de; else English)"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    if args.group < MINIMUM:
        raise UsageError(f"--group can be set higher, not below {MINIMUM} people.")
    if not 1 <= args.days <= 400:
        raise UsageError("--days lies between 1 and 400.")
    report = build(args.sources, args.days, args.group, lrs=args.lrs)
    tr = translator(args.lang, CONTEXT)
    if args.html:
        _write(Path(args.html), page(report, tr, args.lang if tr is not english else "en"))
        print(f"Written to {args.html}")
    elif args.json:
        print_json(translated(report, tr).to_json(tr))
    else:
        print("\n".join(lines(report)))
        if not args.sources and not args.lrs:
            print("\nThis is your own history only; --from adds what others exported.")
    return 0


def build(sources: list[str], days: int, group: int, *, lrs: bool = False) -> Report:
    """Return the report on exported histories, a record store, or this person's own."""
    now = time.time()
    stories = read_histories([Path(s) for s in sources])
    if lrs:
        stories += _shared(now - days * DAY)
    elif not sources:
        stories = [_own()]
    with open_library(find_paths()) as library:
        pages = _pages(library, stories, frozenset(doubted_in(everything(library)[0])))
        loops = list(_loops(library))
        tried, cases = tuple(_trials(library)), tuple(_cases(library))
    since = now - days * DAY
    return make_report(World(stories, pages, loops, now, since, group, tried, cases))


def _own() -> Story:
    with contextlib.closing(open_records(find_paths().records_file)) as records:
        if records.notice:
            raise RecordsError(records.notice)
        return Story(records.history.installation(), tuple(records.history.events()))


def _shared(since: float) -> list[Story]:
    settings = read_settings(find_paths().xapi_file)
    if settings is None:
        raise UsageError(f"--lrs needs the organisation's file {find_paths().xapi_file}.")
    start = datetime.fromtimestamp(since, UTC).isoformat()
    found = events_of(RecordStore(settings).read(start), settings.base)
    return [Story(person, events) for person, events in sorted(found.items())]


def _pages(library: Library, stories: list[Story], doubt: frozenset[str]) -> dict[str, Page]:
    keys = sorted({e.guide for story in stories for e in story.events if e.guide})
    today = datetime.now(UTC).date()
    return {g.key: page_of(g, today, doubted=g.key in doubt) for g in library.guides(keys)}


def _trials(library: Library) -> Iterator[Trial]:
    for guide in library.pilots():
        pilot = read_pilot(guide.front)
        if pilot is not None:
            key = f"{guide.pack}/{pilot.of}"
            yield Trial(key, guide.title, guide.version, pilot.measure)


def _cases(library: Library) -> Iterator[SuccessCase]:
    for place in pack_places(library):
        if place.folder:
            with contextlib.suppress(ShareError):  # what cannot be reached is not told
                yield from told(LoopFolder(Path(place.folder)).board())


def _loops(library: Library) -> Iterator[Loop]:
    for place in pack_places(library):
        if place.folder:
            folder = LoopFolder(Path(place.folder))
            with contextlib.suppress(ShareError):  # what cannot be reached is not counted
                sent, board = folder.contributions(), folder.board()
                yield from loops_of(moments(sent, board), cases(sent, board))


def _write(file: Path, text: str) -> None:
    try:
        write_atomic(file, text)
    except OSError as error:
        raise RecordsError(f"{file} could not be written: {error.strerror}.") from error
