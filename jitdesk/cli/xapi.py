"""`jitdesk xapi`: share your history with your organisation's learning record store, or not."""

from __future__ import annotations

import argparse
import contextlib
import json
import time
from collections.abc import Iterator
from typing import Any

from jitdesk.cli.output import print_json
from jitdesk.errors import RecordsError, UsageError
from jitdesk.learning.event import Event
from jitdesk.learning.history import History
from jitdesk.learning.records_file import open_records
from jitdesk.library.shelf import Shelf
from jitdesk.paths import find_paths
from jitdesk.settings import load
from jitdesk.xapi.outgoing import begin_sharing, send_waiting, waiting
from jitdesk.xapi.sent_log import NAME, SentLog
from jitdesk.xapi.statements import SHARED, Told, Writer
from jitdesk.xapi.store import RecordStore, StoreSettings, read_settings

_CONSENT = "xapi-consent"
_SHOWN = 20


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("xapi", help="share your history with your organisation, or not")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=preview)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    for name, run, text in (
        ("preview", preview, "show exactly what would be sent, and to where"),
        ("start", start, "share from now on (after --yes)"),
        ("stop", stop, "share nothing any more"),
        ("send", send, "send what waits"),
        ("sent", sent, "show what was sent, word for word"),
    ):
        action = actions.add_parser(name, help=text)
        action.add_argument("--json", action="store_true", help="print one JSON document")
        if name == "start":
            action.add_argument("--yes", action="store_true", help="you have read the preview")
        action.set_defaults(run=run)


def preview(args: argparse.Namespace) -> int:
    """Show the records that wait, or the latest as an example; nothing is sent."""
    settings = read_settings(find_paths().xapi_file)
    if settings is None:
        told: dict[str, Any] = {"configured": False, "agreed": False}
        text = "Your organisation has set up no learning record store; nothing is ever sent."
        print_json(told) if args.json else print(text)
        return 1
    with _history() as history:
        agreed = _agreed(history, settings)
        shared = [e for e in history.events() if e.name in SHARED]
        next_ = [e for e in waiting(history) if e.name in SHARED] if agreed else shared
        made = _writer(history, settings, next_).statements(next_[-_SHOWN:])
    told = {
        "configured": True, "agreed": agreed, "endpoint": settings.endpoint,
        "waiting": len(next_) if agreed else 0, "statements": made,
    }  # fmt: skip
    if args.json:
        print_json(told)
        return 0
    print(json.dumps(made, ensure_ascii=False, indent=2))
    state = f"{len(next_)} wait" if agreed else "nothing is sent until you agree: xapi start --yes"
    print(f"To {settings.endpoint}; {state}.")
    return 0


def start(args: argparse.Namespace) -> int:
    """Agree: from now on what happens is shared."""
    settings = _needed()
    if not args.yes:
        raise UsageError("Read “jitdesk xapi preview” first, then agree with --yes.")
    with _history() as history:
        begin_sharing(history)
        history.remember(_CONSENT, _place(settings))
    said = f"Shared from now on with {settings.endpoint}; “jitdesk xapi stop” ends it."
    return _said(args, said)


def stop(args: argparse.Namespace) -> int:
    """Take the consent back; what was sent is with the organisation."""
    with _history() as history:
        history.remember(_CONSENT, "")
    return _said(args, "Nothing is shared any more. What was sent stays with your organisation.")


def send(args: argparse.Namespace) -> int:
    """Send what waits; run by the app in a child process."""
    settings = read_settings(find_paths().xapi_file)
    with _history() as history:
        if settings is None or not _agreed(history, settings) or not _kept():
            return _said(args, "Nothing is shared.")
        writer = _writer(history, settings, waiting(history))
        store, log = RecordStore(settings), _log()
        done = send_waiting(history, writer, store, lambda n: time.sleep(2**n), log.add)
    text = f"Sent: {done.sent}. Waiting: {done.waiting}. {done.problem}".strip()
    return _said(args, text)


def sent(args: argparse.Namespace) -> int:
    """Show the records that left this computer, the oldest first."""
    rows = [json.loads(row) for row in _log().rows()]
    if args.json or rows:
        print_json(rows) if args.json else print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print("No record has left this computer.")
    return 0 if rows else 1


# -- inside ----------------------------------------------------------------------------


def _needed() -> StoreSettings:
    settings = read_settings(find_paths().xapi_file)
    if settings is None:
        raise UsageError("Your organisation has set up no learning record store.")
    return settings


def _log() -> SentLog:
    return SentLog(find_paths().loops / NAME)


def _kept() -> bool:
    paths = find_paths()
    return load(paths.settings_file, paths.policy_file).switch("keep_history")


def _place(settings: StoreSettings) -> str:
    """A consent holds for this place only: another endpoint asks anew."""
    return f"{settings.endpoint} {settings.base}"


def _agreed(history: History, settings: StoreSettings) -> bool:
    return history.fact(_CONSENT) == _place(settings)


@contextlib.contextmanager
def _history() -> Iterator[History]:
    with contextlib.closing(open_records(find_paths().records_file)) as records:
        if records.notice:
            raise RecordsError(records.notice)
        yield records.history


def _writer(history: History, settings: StoreSettings, events: list[Event]) -> Writer:
    keys = sorted({event.guide for event in events if event.guide})
    told: dict[str, Told] = {}
    with contextlib.closing(Shelf(find_paths())) as shelf:
        for guide in shelf.guides(keys):
            listed = guide.front.get("capabilities")
            pairs = tuple(
                (str(c["id"]), str(c.get("statement") or c["id"]))
                for c in (listed if isinstance(listed, list) else ())
                if isinstance(c, dict) and c.get("id")
            )
            told[guide.key] = Told(guide.title, str(guide.type), guide.language or "en", pairs)
    return Writer(settings.base, history.installation(), told)


def _said(args: argparse.Namespace, text: str) -> int:
    print_json({"said": text}) if args.json else print(text)
    return 0
