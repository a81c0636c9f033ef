"""`jitdesk review`: which of your pages are to be reviewed, validated or retired; and doing it."""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from jitdesk.authoring.document import with_field
from jitdesk.cli.inbox_cases import doubted_in, everything
from jitdesk.cli.output import print_json
from jitdesk.errors import ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.dates import span_of
from jitdesk.guides.guide import Guide
from jitdesk.guides.landing import named_guides
from jitdesk.impact.gather import read_histories
from jitdesk.impact.story import Story
from jitdesk.learning.event import Event, Name
from jitdesk.learning.lifecycle import Facts, Review, check_outcome, review
from jitdesk.learning.records_file import open_records
from jitdesk.learning.stands_on import changed, changed_by_date, packed, stands_on, unpacked
from jitdesk.learning.topic import topic_of
from jitdesk.library.library import Library, open_library
from jitdesk.library.places import PackPlace, pack_places
from jitdesk.loops.contribution import Kind, new_id
from jitdesk.loops.decision import Decision
from jitdesk.loops.folder import LoopFolder
from jitdesk.paths import find_paths

_FALLBACK = "the publisher of the pack"
REVIEWED = "reviewed"
"""Act of a board's entry that says what a page stood on when it was reviewed."""


class Row(NamedTuple):
    """One page, where it lies and what the rules say."""

    guide: Guide
    place: PackPlace
    file: Path
    told: Review


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("review", help="which pages are to be reviewed, and doing it")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--all", action="store_true", help="also those with nothing to do")
    parser.add_argument(
        "--from", dest="sources", action="append", default=[], metavar="PATH",
        help="exported histories: how many people it worked for",
    )  # fmt: skip
    parser.set_defaults(run=show)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    done = actions.add_parser("done", help="write down how a review ended")
    done.add_argument("id", help="key or id of the guide")
    done.add_argument("outcome", help="working (for a draft), kept, changed or retired")
    done.add_argument("--reason", default="", help="why it is retired")
    done.add_argument("--replaced-by", default="", metavar="ID", help="what is used instead")
    done.add_argument("--json", action="store_true", help="print one JSON document")
    done.set_defaults(run=finish)


def show(args: argparse.Namespace) -> int:
    """List the pages of the person's own sources with what is to be done."""
    with open_library(find_paths()) as library:
        rows = list(_rows(library, _stories(args.sources)))
    wanted = [row for row in rows if args.all or row.told.proposal]
    wanted.sort(key=lambda row: (not row.told.proposal, row.told.due or date.max, row.guide.title))
    if args.json:
        print_json([_as_json(row) for row in wanted])
    for row in wanted if not args.json else ():
        told = row.told
        what = f"{told.proposal}: " if told.proposal else ""
        print(f"{told.state}  {row.guide.title}  for {told.owner}")
        print(f"  {what}{told.reason or 'nothing to do'}  {row.guide.key}")
    if not wanted and not args.json:
        print("Nothing is to be reviewed.")
    return 0 if wanted else 1


def checks() -> list[dict[str, str]]:
    """Return the pages that are to be checked at once, for the author's inbox."""
    with open_library(find_paths()) as library:
        return [
            {"id": row.guide.key, "title": row.guide.title, "reason": row.told.reason,
             "owner": row.told.owner, "file": str(row.file)}
            for row in _rows(library, [])
            if row.told.proposal == "check" and row.guide.status != "draft"
        ]  # fmt: skip


def finish(args: argparse.Namespace) -> int:
    """Write the outcome of a review into the page's file."""
    check_outcome(args.outcome, reason=args.reason, replaced_by=args.replaced_by)
    with open_library(find_paths()) as library:
        found = library.lookup(args.id)
        if not found:
            raise UsageError(f"There is no guide “{args.id}”; jitdesk find shows its id.")
        place = next((p for p in pack_places(library) if p.pack == found[0].pack), None)
        if place is None or not place.folder:
            raise UsageError(f"“{found[0].title}” lies in no folder that you can write.")
        file = Path(place.folder) / found[0].pack_path
        guide = library.guide(found[0].key)
        marks = _marks(library, guide) if guide is not None else {}
    _write(file, args)
    _remember(place, found[0].key, args.outcome, marks)
    with contextlib.closing(open_records(find_paths().records_file)) as records:
        detail = {"result": args.outcome}
        records.history.append([Event(Name.REVIEWED, time.time(), found[0].key, detail=detail)])
    said = f"“{found[0].title}” is {args.outcome}; its users see it after the next sync."
    print_json({"said": said}) if args.json else print(said)
    return 0


def _marks(library: Library, guide: Guide) -> dict[str, str]:
    values = library.site_texts(guide.pack)
    return stands_on(guide, values, _linked(library, guide))


def _linked(library: Library, guide: Guide) -> dict[str, Guide]:
    found = {}
    for name in named_guides(guide):
        rows = library.lookup(name)
        same = [row for row in rows if row.pack == guide.pack] or rows
        other = library.guide(same[0].key) if same else None
        if other is not None and other.key != guide.key:
            found[name] = other
    return found


def _remember(place: PackPlace, key: str, outcome: str, marks: dict[str, str]) -> None:
    """Keep on the board what the page stood on when it was reviewed."""
    number = new_id(datetime.now(UTC))
    decision = Decision(number, (), REVIEWED, "", key, outcome, packed(marks))
    LoopFolder(Path(place.folder)).decide(decision)


def _changed(library: Library, guide: Guide, base: dict[str, dict[str, str]]) -> str:
    """Return what the page stands on and what changed of it, "" = nothing."""
    linked = _linked(library, guide)
    if guide.key in base:
        now = stands_on(guide, library.site_texts(guide.pack), linked)
        return ", ".join(changed(base[guide.key], now))
    return ", ".join(changed_by_date(guide, linked))


def _bases(place: PackPlace) -> dict[str, dict[str, str]]:
    """Return guide key -> what it stood on at its last review."""
    found: dict[str, dict[str, str]] = {}
    with contextlib.suppress(ShareError):  # without the board nothing is known
        for decision in LoopFolder(Path(place.folder)).board():
            if decision.act == REVIEWED:
                found[decision.guide] = unpacked(decision.more)
    return found


def _write(file: Path, args: argparse.Namespace) -> None:
    try:
        text = file.read_text(encoding="utf-8-sig")
        if args.outcome != "working":  # people used it, nobody has reviewed it yet
            text = with_field(text, "reviewed_on", datetime.now(UTC).date().isoformat())
        status = args.outcome if args.outcome in {"working", "retired"} else "validated"
        text = with_field(text, "status", status)
        if args.replaced_by:
            text = with_field(text, "replaced_by", args.replaced_by)
        if args.outcome == "retired" and args.reason:
            text = with_field(text, "x-retired-because", args.reason)
        write_atomic(file, text)
    except (OSError, UnicodeDecodeError) as error:
        raise ShareError(f"{file} cannot be written ({error}).") from error


def _rows(library: Library, stories: list[Story]) -> Iterator[Row]:
    flags: dict[str, int] = {}
    placed_cases = everything(library)[0]
    doubt = doubted_in(placed_cases)
    for placed in placed_cases:
        if placed.case.is_open and placed.case.contribution.kind is not Kind.STORY:
            key = f"{placed.place.pack}/{placed.case.contribution.guide}"
            flags[key] = flags.get(key, 0) + 1
    today = datetime.now(UTC).date()
    for place in pack_places(library):
        if not place.folder:
            continue
        rows = {row.key: row for row in library.pack_rows(place.pack)}
        base = _bases(place)
        for guide in library.guides(list(rows)):
            facts = _facts(library, guide, stories, flags.get(guide.key, 0))
            if guide.key in doubt:
                facts = replace(facts, doubted=doubt[guide.key].reason)
            facts = replace(facts, changed=_changed(library, guide, base))
            file = Path(place.folder) / rows[guide.key].pack_path
            yield Row(guide, place, file, review(facts, today, _FALLBACK))


def _facts(library: Library, guide: Guide, stories: list[Story], flags: int) -> Facts:
    since = 0.0
    if guide.reviewed_on is not None:
        start = datetime(guide.reviewed_on.year, guide.reviewed_on.month, guide.reviewed_on.day)  # noqa: DTZ001
        since = start.astimezone().timestamp()
    worked = sum(
        any(e.worked and e.at >= since for e in story.done(guide.key)) for story in stories
    )
    used = [e.at for story in stories for e in story.events if e.guide == guide.key]
    span = span_of(guide.front.get("review_every"))
    problems = [p for p in library.problems(pack=guide.pack) if p.file == guide.path]
    return Facts(
        status=guide.status or "working",
        owner=guide.owner,
        reviewed_on=guide.reviewed_on,
        period=span.days if span is not None else 365,
        stakes=topic_of(guide).stakes,
        worked=worked,
        flags=flags,
        clean=not problems,
        last_used=datetime.fromtimestamp(max(used), UTC).date() if used else None,
    )


def _stories(sources: list[str]) -> list[Story]:
    if sources:
        return read_histories([Path(source) for source in sources])
    with contextlib.closing(open_records(find_paths().records_file)) as records:
        return [Story("me", tuple(records.history.events()))]


def _as_json(row: Row) -> dict[str, Any]:
    told = row.told
    return {
        "id": row.guide.key, "title": row.guide.title, "state": told.state.value,
        "owner": told.owner, "due": told.due, "proposal": told.proposal, "reason": told.reason,
        "users_see": told.users_see, "file": str(row.file),
    }  # fmt: skip
