"""`jitdesk source add | list | remove`: the folders that guides come from."""

from __future__ import annotations

import argparse
from typing import Final

from jitdesk.cli.output import local_time, print_json
from jitdesk.cli.toggle import send
from jitdesk.errors import UsageError
from jitdesk.library.library import Library, SourceState, open_library
from jitdesk.paths import find_paths

_THEN: Final = 'Run "jitdesk sync" to fetch its guides now; the next search does it as well.'


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "source", help="add, list or remove a folder of guides", description=__doc__
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run, action="list", json=False)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    add = actions.add_parser("add", help="subscribe to a folder of packs, a pack or any folder")
    add.add_argument("location", help="a folder, a mounted or \\\\server\\share path, or a .zip")
    add.add_argument("--name", default="", help="what to call it; default: the folder's name")
    add.add_argument("--trust", default="", metavar="KEY", help=argparse.SUPPRESS)
    shown = actions.add_parser("list", help="show all sources and their state")
    gone = actions.add_parser("remove", help="unsubscribe and remove its guides")
    gone.add_argument("name", help="name or location of the source")
    for action, action_parser in (("add", add), ("list", shown), ("remove", gone)):
        action_parser.add_argument("--json", action="store_true", help="print one JSON document")
        action_parser.set_defaults(run=run, action=action)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    with open_library(find_paths()) as library:
        said = _act(library, args)
        rows = library.source_rows()
    if args.json:
        print_json([_as_json(row) for row in rows])
    elif said:
        print(said)
    else:
        for row in rows:
            _print(row)
    return 0


def _act(library: Library, args: argparse.Namespace) -> str:
    if args.action == "add":
        if args.trust:
            raise UsageError("Signed packs are not part of this version; leave --trust out.")
        source = library.add_source(args.location, args.name)
        running = send("sync") is not None
        then = "JITDesk fetches its guides now." if running else _THEN
        return f'Added "{source.name}": {source.location}\n{then}'
    if args.action == "remove":
        source = library.remove_source(args.name)
        return f'Removed "{source.name}" and its guides.'
    return ""


def _as_json(row: SourceState) -> dict[str, object]:
    return {
        "name": row.name,
        "location": row.location,
        "packs": row.packs,
        "guides": row.guides,
        "state": row.state,
        "message": row.message,
        "last_sync": row.last_sync or None,
    }


def _print(row: SourceState) -> None:
    print(f"{row.name}  {row.location}")
    print(f"  {row.state}; {row.packs} packs, {row.guides} guides; synced {_when(row)}")
    if row.message:
        print(f"  {row.message}")


def _when(row: SourceState) -> str:
    return local_time(row.last_sync)
