"""`jitdesk companion`: the guides of a course, first in the search for 30 days after it."""

from __future__ import annotations

import argparse
import contextlib
from datetime import date

from jitdesk.cli.output import print_json
from jitdesk.cli.toggle import send
from jitdesk.errors import UsageError
from jitdesk.learning.companion import PIN, Companion, pin_text, pinned, read_companion
from jitdesk.learning.records_file import open_records
from jitdesk.library.shelf import Shelf
from jitdesk.packs.catalog import CatalogRow
from jitdesk.paths import find_paths


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("companion", help="pin the guides of a course for 30 days")
    parser.add_argument("course", nargs="?", default="", help="its name; without it, list them")
    parser.add_argument("--unpin", action="store_true", help="take the pins away")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    today = date.today()  # noqa: DTZ011  (the person's day)
    paths = find_paths()
    with (
        contextlib.closing(Shelf(paths)) as shelf,
        contextlib.closing(open_records(paths.records_file)) as records,
    ):
        known = [
            found
            for pack, path, data in shelf.companions()
            if (found := read_companion(pack, path, data)) is not None
        ]
        held = pinned(records.history.facts(PIN), today)
        if not args.course:
            return _list(args, known, {title for _, title in held.values()})
        companion = next((c for c in known if c.id == args.course), None)
        if companion is None:
            raise UsageError(f"There is no course “{args.course}”; jitdesk companion lists them.")
        rows = [row for name in companion.guides for row in _named(shelf, companion, name)]
        for place, row in enumerate(rows, 1):
            text = "" if args.unpin else pin_text(companion.title, today, place)
            records.history.remember(f"{PIN}{row.key}", text)
    send("sync")  # the running app lists them at once
    word = "Unpinned" if args.unpin else "Pinned for 30 days"
    said = f"{word}: {', '.join(row.title for row in rows)}"
    print_json({"said": said, "guides": [row.key for row in rows]}) if args.json else print(said)
    return 0 if rows else 1


def _named(shelf: Shelf, companion: Companion, name: str) -> list[CatalogRow]:
    """Return the guide that an id names, in the companion's own pack first."""
    return (shelf.lookup(f"{companion.pack}/{name}") or shelf.lookup(name))[:1]


def _list(args: argparse.Namespace, known: list[Companion], held: set[str]) -> int:
    rows = [
        {"id": c.id, "title": c.title, "url": c.url, "guides": list(c.guides),
         "pinned": c.title in held}
        for c in known
    ]  # fmt: skip
    if args.json:
        print_json(rows)
    for row in rows if not args.json else ():
        mark = "  (pinned)" if row["pinned"] else ""
        print(f"{row['id']}  {row['title']}{mark}")
    if not rows and not args.json:
        print("No pack brings a companion for a course.")
    return 0 if rows else 1
