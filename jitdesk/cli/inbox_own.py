"""The asker's half of `jitdesk inbox`: ask, mine, hand-over, take-in, send."""

from __future__ import annotations

import argparse
import contextlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jitdesk.cli.output import print_json
from jitdesk.errors import ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.learning.records_file import open_records
from jitdesk.library.library import open_library
from jitdesk.library.places import PackPlace, pack_places, place_of
from jitdesk.library.writable import writable
from jitdesk.loops.case import cases, open_questions
from jitdesk.loops.contribution import Contribution, Kind, new_id, one_line, read_contribution
from jitdesk.loops.decision import of
from jitdesk.loops.doubt import doubted
from jitdesk.loops.folder import LoopFolder
from jitdesk.loops.mail import exact, mail_link
from jitdesk.loops.outbox import NO_FOLDER, SENT, WAITING, Outbox, Own
from jitdesk.paths import find_paths


def ask(args: argparse.Namespace) -> int:
    """Ask for a guide; it waits where its folder cannot be written."""
    words = one_line(" ".join(args.words))
    if len(words) < 3:
        raise UsageError("Say in a few words what you wanted to do.")
    place = place_of(_places(), args.pack)
    if args.pack and place is None:
        raise UsageError(f"There is no pack “{args.pack}”; jitdesk source list shows them.")
    contribution = Contribution(
        new_id(datetime.now(UTC)), Kind.ASK, words, sender=sender(), name=one_line(args.name, 80)
    )
    said = deliver(contribution, place.folder if place else "")
    _out(args, {"said": said, "id": contribution.id}, said)
    return 0


def deliver(contribution: Contribution, folder: str) -> str:
    """Keep a contribution, try to send it, and return what became of it."""
    own = _try(Own(contribution, folder))
    _box().put(own)
    return f"Sent to {folder}." if own.state == SENT else f"It waits: {own.note}"


def mine(args: argparse.Namespace) -> int:
    """List what this person sent, what waits and what came of it."""
    box = _box()
    board = box.board()
    rows = [
        {
            "id": own.contribution.id,
            "kind": own.contribution.kind.value,
            "text": own.contribution.text,
            "state": own.state,
            "note": own.note,
            "folder": own.folder,
            "acts": [d.act for d in of(own.contribution.id, board)],
            "exact": exact(own.contribution),
        }
        for own in box.own()
    ]
    if args.json:
        print_json(rows)
    for row in rows if not args.json else ():
        became = f"  {row['acts'][-1]}" if row["acts"] else ""
        why = f"  ({row['note']})" if row["note"] else ""
        print(f"{row['id']}  {row['kind']}  {row['state']}{became}{why}\n  “{row['text']}”")
    if not rows and not args.json:
        print("You have sent nothing.")
    return 0 if rows else 1


def hand_over(args: argparse.Namespace) -> int:
    """Print a waiting contribution as the text of a mail, or write it to a file."""
    own = next((o for o in _box().own() if o.contribution.id.endswith(args.id)), None)
    if own is None:
        raise UsageError(f"There is no “{args.id}”; jitdesk inbox mine lists them.")
    if args.file:
        try:
            write_atomic(Path(args.file), own.contribution.to_json())
        except OSError as error:
            raise ShareError(f"{args.file} cannot be written ({error.strerror}).") from error
        _box().note_handed(own.contribution.id, f"file, {date.today()}")  # noqa: DTZ011
        print(f"Written to {args.file}. An author takes it in with: jitdesk inbox take-in FILE")
        return 0
    if args.mail:
        link = mail_link(own.contribution)
        if not link:
            raise UsageError("It is too long for a mail link; use --file.")
        _box().note_handed(own.contribution.id, f"mail, {date.today()}")  # noqa: DTZ011
        print(link)
        return 0
    for name, text in own.contribution.lines():
        print(f"{name}: {text}")
    return 0


def take_in(args: argparse.Namespace) -> int:
    """Put files that came by mail or stick into a pack's inbox."""
    place = place_of(_places(), args.pack)
    if place is None or not place.folder:
        raise UsageError("There is no pack folder to put them into; add one as a source first.")
    for name in args.files:
        try:
            contribution = read_contribution(Path(name).read_bytes())
        except OSError as error:
            raise ShareError(f"{name} cannot be read ({error.strerror}).") from error
        if contribution is None:
            raise UsageError(f"{name} is no contribution of JITDesk.")
        LoopFolder(Path(place.folder)).send(contribution)
    print(f"Taken in: {len(args.files)}")
    return 0


def send(args: argparse.Namespace) -> int:
    """Deliver what waits and fetch every board; run by the app in a child process."""
    box = _box()
    sent = 0
    for own in box.waiting():
        tried = _try(own)
        sent += tried.state == SENT
        box.put(tried)
    problems = []
    for place in _places():
        if place.folder:
            try:
                _fetch(box, place)
            except ShareError as error:
                problems.append(str(error))
    waiting = [own.note for own in box.waiting()]
    said = f"Sent: {sent}. Waiting: {len(waiting)}."
    with open_library(find_paths()) as library:
        box.keep_editable(writable(library))
    editable = sorted(box.editable())
    document = {"sent": sent, "waiting": waiting, "problems": problems, "editable": editable}
    _out(args, document, said)
    return 0


def _fetch(box: Outbox, place: PackPlace) -> None:
    folder = LoopFolder(Path(place.folder))
    board = folder.board()
    box.keep_board(place.name, board)
    own = cases(folder.contributions(), board)
    box.keep_open(place.name, open_questions(own))
    box.keep_doubted(place.name, doubted(own))


def _try(own: Own) -> Own:
    """Send a contribution; what cannot be sent waits and says why."""
    if not own.folder:
        return replace(own, note=NO_FOLDER)
    try:
        LoopFolder(Path(own.folder)).send(own.contribution)
    except ShareError as error:
        return replace(own, state=WAITING, note=str(error))
    return replace(own, state=SENT, note="")


def _box() -> Outbox:
    return Outbox(find_paths().loops)


def _places() -> list[PackPlace]:
    with open_library(find_paths()) as library:
        return pack_places(library)


def sender() -> str:
    """Return the random name of this installation."""
    with contextlib.closing(open_records(find_paths().records_file)) as records:
        return records.history.installation()


def _out(args: argparse.Namespace, document: dict[str, Any], said: str) -> None:
    print_json(document) if args.json else print(said)
