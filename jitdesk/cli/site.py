"""`jitdesk site`: the local facts that guides need: what is set, what is not, set one."""

from __future__ import annotations

import argparse
from typing import Any

from jitdesk.cli.output import print_json
from jitdesk.errors import SettingsError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.site import NAME
from jitdesk.library.library import Library, open_library
from jitdesk.paths import Paths, find_paths
from jitdesk.yamlio import dump_yaml, load_yaml


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "site", help="list or set the local facts that guides need", description=__doc__
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run, action="list")
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    shown = actions.add_parser("list", help="show every value, and the guides that wait for one")
    put = actions.add_parser("set", help="set a value; empty text takes it away")
    put.add_argument("name", help="name of the value, such as service_desk_phone")
    put.add_argument("value", help="its text")
    for action, action_parser in (("list", shown), ("set", put)):
        action_parser.add_argument("--json", action="store_true", help="print one JSON document")
        action_parser.set_defaults(run=run, action=action)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code: 1 if guides wait for a value."""
    paths = find_paths()
    with open_library(paths) as library:
        if args.action == "set":
            _set(paths, args.name, args.value)
            library.reindex()
        return _list(library, as_json=args.json)


def _set(paths: Paths, name: str, value: str) -> None:
    if not NAME.fullmatch(name):
        raise UsageError(f'"{name}" cannot be a name; use small letters, digits and underscores.')
    file = paths.site_files[-1]
    held = _read(paths)
    values = held.get("values")
    values = dict(values) if isinstance(values, dict) else {}
    values.pop(name, None)
    if value.strip():
        values[name] = " ".join(value.split())
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(file, dump_yaml({**held, "schema": "jitdesk-site/1", "values": values}))


def _read(paths: Paths) -> dict[str, Any]:
    file = paths.site_files[-1]
    if not file.exists():
        return {}
    document = load_yaml(file.read_text(encoding="utf-8", errors="replace"))
    if document.error is not None or not isinstance(document.value, dict):
        raise SettingsError(f"{file} cannot be read; correct it or move it away, then try again.")
    return document.value


def _list(library: Library, *, as_json: bool) -> int:
    values, waiting = library.site_values(), library.not_set_up()
    if as_json:
        rows = [
            {"name": name, "value": text, "guides": count} for name, (text, count) in values.items()
        ]
        missing = [{"guide": key, "values": list(names)} for key, names in waiting.items()]
        print_json({"values": rows, "not_set_up": missing})
        return int(bool(waiting))
    if not values:
        print("No guide needs a local fact.")
    for name, (text, count) in values.items():
        print(f"{name}: {text or 'not set'} ({count} guides need it)")
    if waiting:
        print(f"\n{len(waiting)} guides are hidden until their values are set:")
        for key, names in waiting.items():
            print(f"  {key}: {', '.join(names)}")
        print('\nSet one with: jitdesk site set NAME "TEXT"')
    return int(bool(waiting))
