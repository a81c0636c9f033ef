"""`jitdesk inbox act` and `reply`: suggestions and challenges through their states."""

from __future__ import annotations

import argparse
import contextlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from jitdesk.authoring.release import released
from jitdesk.cli import inbox_trial
from jitdesk.cli.inbox_own import deliver, sender
from jitdesk.cli.output import print_json
from jitdesk.errors import ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.library.library import Library, open_library
from jitdesk.library.places import PackPlace, pack_places
from jitdesk.loops import challenge, suggestion
from jitdesk.loops.case import Case, cases
from jitdesk.loops.contribution import Contribution, Kind, new_id, one_line
from jitdesk.loops.decision import Decision
from jitdesk.loops.doubt import BROKEN, Doubt, doubted
from jitdesk.loops.folder import LoopFolder
from jitdesk.loops.machine import Act, responsible
from jitdesk.loops.outbox import Outbox
from jitdesk.loops.story import RESULTS, candidates
from jitdesk.paths import find_paths


class Placed(NamedTuple):
    """A case and where it lies."""

    case: Case
    place: PackPlace


def everything(library: Library) -> tuple[list[Placed], list[str]]:
    """Return the cases of every pack whose folder can be read, and what could not be read."""
    found, problems = [], []
    for place in pack_places(library):
        if not place.folder:
            continue
        folder = LoopFolder(Path(place.folder))
        try:
            found += [Placed(c, place) for c in cases(folder.contributions(), folder.board())]
        except ShareError as error:
            problems.append(str(error))
    return sorted(found, key=lambda p: (not p.case.is_open, p.case.contribution.id)), problems


def doubted_in(placed: list[Placed]) -> dict[str, Doubt]:
    """Return guide key -> the doubt that makes the guide count as working."""
    by_place: dict[str, list[Case]] = {}
    for one in placed:
        by_place.setdefault(one.place.pack, []).append(one.case)
    return {
        f"{pack}/{guide}": doubt
        for pack, own in by_place.items()
        for guide, doubt in doubted(own).items()
    }


def act(args: argparse.Namespace) -> int:
    """Do one act on a suggestion or a challenge."""
    fields = _fields(args.fields)
    now = datetime.now(UTC)
    with open_library(find_paths()) as library:
        placed = _find(everything(library)[0], args.id)
        case, place = placed
        done = case.check(args.act, fields, now.date())
        file = _write(library, placed, args.act, fields)
        reason = fields.pop("reason", "")
        number, key = new_id(now), f"{place.pack}/{case.contribution.guide}"
        decision = Decision(
            number, (case.contribution.id,), args.act, one_line(args.by), key, reason, fields
        )
        LoopFolder(Path(place.folder)).decide(decision)
    said = f"It is “{done.to}” now; the sender is told."
    written = {"file": str(file)} if file is not None else {}
    print_json({"said": said, "state": done.to, **written}) if args.json else print(said)
    if file is not None and not args.json:
        print(f"The trial version: {file}")
    return 0


def reply(args: argparse.Namespace) -> int:
    """Answer a question about something this person sent, or add a new observation."""
    own = next(
        (o for o in Outbox(find_paths().loops).own() if o.contribution.id.endswith(args.id)), None
    )
    if own is None:
        raise UsageError(f"You sent no “{args.id}”; jitdesk inbox mine lists what you sent.")
    first = own.contribution
    answer = Contribution(
        new_id(datetime.now(UTC)),
        Kind.REPLY,
        one_line(" ".join(args.words)),
        guide=first.guide,
        sender=first.sender,
        about=first.id,
    )
    said = deliver(answer, own.folder)
    print_json({"said": said}) if args.json else print(said)
    return 0


def suggest(args: argparse.Namespace) -> int:
    """Suggest something better for a guide, or question a rule of it."""
    with open_library(find_paths()) as library:
        rows = library.lookup(args.guide)
        if not rows:
            raise UsageError(f"There is no guide “{args.guide}”; jitdesk find shows its id.")
        guide = library.guide(rows[0].key)
        place = next((p for p in pack_places(library) if p.pack == rows[0].pack), None)
    challenges = args.action_kind == Kind.CHALLENGE
    more = {"assumption": args.assumption, "consequence": args.consequence} if challenges else {}
    more |= {BROKEN: "yes"} if challenges and args.broken else {}
    words = one_line(" ".join(args.words))
    if challenges and not more["assumption"].strip():
        raise UsageError("“--assumption” says which rule or assumption you question.")
    contribution = Contribution(
        new_id(datetime.now(UTC)),
        Kind(args.action_kind),
        words,
        guide=rows[0].id,
        version=guide.version if guide else "",
        step=one_line(args.step, 160),
        sender=sender(),
        name=one_line(args.name, 80),
        more={name: one_line(text) for name, text in more.items() if text},
    )
    said = deliver(contribution, place.folder if place else "")
    print_json({"said": said, "id": contribution.id}) if args.json else print(said)
    return 0


def volunteer(args: argparse.Namespace) -> int:
    """Say that an author may ask about what changed."""
    with open_library(find_paths()) as library:
        rows = library.lookup(args.guide)
        if not rows:
            raise UsageError(f"There is no guide “{args.guide}”; jitdesk find shows its id.")
        place = next((p for p in pack_places(library) if p.pack == rows[0].pack), None)
    name = one_line(args.name, 80)
    if not name:
        raise UsageError("“--name” says whom to ask.")
    offer = Contribution(
        new_id(datetime.now(UTC)),
        Kind.STORY,
        one_line(" ".join(args.words)),
        guide=rows[0].id,
        sender=sender(),
        name=name,
        more={"result": args.result},
    )
    said = deliver(offer, place.folder if place else "")
    print_json({"said": said, "id": offer.id}) if args.json else print(said)
    return 0


def stories(args: argparse.Namespace) -> int:
    """List whom to ask for a success case, by guide."""
    with open_library(find_paths()) as library:
        placed = everything(library)[0]
    offers = [p.case.contribution for p in placed if p.case.contribution.kind is Kind.STORY]
    open_ = {p.case.contribution.id for p in placed if p.case.is_open}
    rows = [
        {"guide": guide, "result": result, "id": o.id, "name": o.name, "text": o.text}
        for guide, groups in candidates(o for o in offers if o.id in open_).items()
        for result, group in zip(RESULTS, groups, strict=True)
        for o in group
    ]
    if args.json:
        print_json(rows)
    for row in rows if not args.json else ():
        print(f"{row['id']}  {row['guide']}  {row['result']}  {row['name']}\n  “{row['text']}”")
    if not rows and not args.json:
        print("Nobody has said yet that you may ask.")
    return 0 if rows else 1


def as_json(placed: Placed, stakes: dict[str, Any], doubt: str = "") -> dict[str, Any]:
    """Return a case for scripts and for the author's window."""
    case, place = placed
    first, today = case.contribution, datetime.now(UTC).date()
    owner = stakes.get("owner") if isinstance(stakes.get("owner"), dict) else {}
    role, deputy = (str((owner or {}).get(name) or "") for name in ("role", "deputy"))
    return {
        "id": first.id,
        "kind": first.kind.value,
        "state": case.standing.state,
        "open": case.is_open,
        "overdue": case.standing.is_overdue(today),
        "waited": case.standing.waited(today),
        "responsible": responsible(role, deputy, case.standing, today),
        "lines": [list(pair) for pair in first.lines()],
        "text": first.text,
        "doubt": doubt if case.is_challenge and case.is_open else "",
        "guide": first.guide,
        "pack": place.pack,
        "title": place.title,
        "folder": place.folder,
        "sent": first.at.isoformat(),
        "log": [
            {"act": d.act, "by": d.by, "reason": d.reason, "more": dict(d.more)} for d in case.log
        ],
        "replies": [r.text for r in case.replies],
        "acts": [act_json(one) for one in case.acts],
    }


def act_json(one: Act) -> dict[str, Any]:
    """Return an act with what it asks for."""
    return {
        "name": one.name,
        "label": one.label,
        "needs": [list(need) for need in one.needs],
        "hints": [list(need) for need in one.hint],
    }


def _find(placed: list[Placed], number: str) -> Placed:
    found = [p for p in placed if p.case.contribution.id.endswith(number)]
    if len(found) != 1:
        raise UsageError(f"There is no one item “{number}”; jitdesk inbox lists them.")
    return found[0]


def _fields(pairs: list[str]) -> dict[str, str]:
    fields = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise UsageError(f"“{pair}” is no field; write it as name=text.")
        fields[name.strip()] = one_line(text)
    return fields


def _write(library: Library, placed: Placed, act: str, fields: dict[str, str]) -> Path | None:
    """Do what an act means for the files of the pack; return a page that is to be edited next."""
    first, place, state = placed.case.contribution, placed.place, placed.case.standing.state
    if act == suggestion.PILOT:
        return inbox_trial.begin(library, place, first, fields)
    if act == suggestion.ADAPTED:
        return inbox_trial.adapt(library, place, first.guide, fields["until"])
    if act in {suggestion.SHIPPED, challenge.CARRIED}:
        _release(library, placed, fields)
    if state == suggestion.PILOT and act in {suggestion.SHIPPED, suggestion.DECLINED}:
        inbox_trial.take_back(library, place, first.guide)
    return None


def _release(library: Library, placed: Placed, fields: dict[str, str]) -> None:
    """Write version, change and thanks into the guide's file, where we can write it."""
    first, place = placed.case.contribution, placed.place
    row = inbox_trial.row_of(library, place, first.guide)
    if row is None:
        return
    file = Path(place.folder) / row.pack_path
    today = datetime.now(UTC).date().isoformat()
    with contextlib.suppress(FileNotFoundError):
        text = file.read_text(encoding="utf-8-sig")
        if placed.case.standing.state == suggestion.PILOT:
            text = inbox_trial.keep(place, row, text)
        what = fields.get("what") or first.text
        changed = released(
            text,
            version=fields["version"],
            day=today,
            what=what,
            thanks=first.name,
            assumption=(first.more.get("assumption", ""), fields),
        )
        write_atomic(file, changed)
