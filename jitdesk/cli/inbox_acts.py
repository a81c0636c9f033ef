"""The author's half of `jitdesk inbox`: list, found, build, forward, not now."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from jitdesk.authoring.asked import with_asked
from jitdesk.authoring.document import with_field
from jitdesk.authoring.skeleton import skeleton
from jitdesk.cli.inbox_cases import Placed, doubted_in, everything
from jitdesk.cli.inbox_cases import as_json as case_json
from jitdesk.cli.output import print_json
from jitdesk.cli.review import checks, finish
from jitdesk.errors import ShareError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.guide import GuideType
from jitdesk.guides.slugs import slug
from jitdesk.library.library import Library, open_library
from jitdesk.library.places import PackPlace, pack_places
from jitdesk.loops import triage
from jitdesk.loops.contribution import new_id
from jitdesk.loops.decision import Decision
from jitdesk.loops.folder import LoopFolder
from jitdesk.loops.moment import Moment, moments
from jitdesk.paths import find_paths

STRUGGLE_ACTS: list[dict[str, Any]] = [
    {"name": "found", "label": "It exists", "needs": [["guide", "Which guide? Its id or title."]]},
    {"name": "build", "label": "Build it", "needs": []},
    {"name": "forward", "label": "Forward", "needs": [["to", "To whom?"]]},
    {"name": "not-now", "label": "Not now", "needs": [["reason", "Why? The askers read it."]]},
]


class Found(NamedTuple):
    """A moment and where it lies."""

    moment: Moment
    place: PackPlace


def show(args: argparse.Namespace) -> int:
    """List the moments of every pack whose folder can be read."""
    with open_library(find_paths()) as library:
        found, problems = _everything(library)
        placed, _ = everything(library)
        loops = [p for p in placed if args.all or p.case.is_open]
        doubt = {key: one.reason for key, one in doubted_in(placed).items()}
        told = [case_json(p, _front(library, p), doubt.get(_key(p), "")) for p in loops]
    check = checks()
    wanted = [f for f in found if args.all or f.moment.state in {"new", "build", "forward"}]
    if args.json:
        moments = [as_json(f) for f in wanted]
        print_json({"moments": moments, "loops": told, "checks": check, "problems": problems})
        return 0 if wanted or told or check else 1
    for one in wanted:
        _print(one)
    for case in told:
        _print_case(case)
    for row in check:
        print(f"check needed: {row['title']}  for {row['owner']}\n  {row['reason']}  {row['id']}")
    for problem in problems:
        print(f"  {problem}")
    if not wanted and not told and not check:
        print("Nobody is waiting for an answer.")
    return 0 if wanted or told or check else 1


def checked(args: argparse.Namespace) -> int:
    """Write down that a page was checked and is still right."""
    facts = {"outcome": "kept", "reason": "", "replaced_by": "", "id": args.id, "json": args.json}
    return finish(argparse.Namespace(**facts))


def _key(placed: Placed) -> str:
    return f"{placed.place.pack}/{placed.case.contribution.guide}"


def _front(library: Library, placed: Placed) -> dict[str, Any]:
    guide = library.guide(_key(placed))
    return dict(guide.front) if guide is not None else {}


def _print_case(case: dict[str, Any]) -> None:
    late = "  LATE" if case["overdue"] else ""
    who = f"  for {case['responsible']}" if case["responsible"] else ""
    print(f"{case['id']}  {case['title']}  {case['kind']}  {case['state']}{late}{who}")
    print(f"  “{case['text']}”  in {case['guide']}")
    if case["doubt"]:
        print(f"  {case['doubt']} The page counts as working until it is decided.")
    acts = ", ".join(act["name"] for act in case["acts"])
    print(f"  possible now: {acts or 'nothing'}")


def found(args: argparse.Namespace) -> int:
    """Answer with a guide that exists; the askers' words are added to it."""
    with _moment(args.id) as (one, library):
        rows = library.lookup(args.guide)
        if not rows:
            raise UsageError(f"There is no guide “{args.guide}”; jitdesk find shows its id.")
        triage.check("found", guide=rows[0].key)
        added = () if args.keep_words else _add_words(library, rows[0].key, one.moment.words)
        _decide(one, "found", guide=rows[0].key)
    said = f" Words added: {', '.join(added)}." if added else ""
    return _said(args, f"The askers are told of “{rows[0].title}”.{said}", guide=rows[0].key)


def build(args: argparse.Namespace) -> int:
    """Begin a guide in the pack's folder; its askers are told when it is published."""
    with _moment(args.id) as (one, _library):
        words = one.moment.words
        name = slug(words[0])[:48] or "new-guide"
        file = Path(args.path) if args.path else Path(one.place.folder) / "guides" / f"{name}.md"
        if file.exists():
            raise UsageError(f"{file} is there already; give another file.")
        text = skeleton(GuideType.GUIDE, words[0][:56], today=date.today())  # noqa: DTZ011
        text = with_field(text, "also_asked", list(words[:12]))
        text = with_field(text, "id", f"team.{name}")
        text = with_field(text, "status", "draft")
        try:
            write_atomic(file, text)
        except OSError as error:
            raise ShareError(f"{file} cannot be written ({error.strerror}).") from error
        key = f"{one.place.pack}/team.{name}"
        _decide(one, "build", guide=key)
    return _said(args, f"Begun: {file}", file=str(file), guide=key)


def forward(args: argparse.Namespace) -> int:
    """Name who takes care of it."""
    triage.check("forward", to=args.to)
    with _moment(args.id) as (one, _library):
        _decide(one, "forward", more={"to": args.to})
    return _said(args, f"Forwarded to {args.to}.")


def not_now(args: argparse.Namespace) -> int:
    """Say why there is no guide for now."""
    triage.check("not-now", reason=args.reason)
    with _moment(args.id) as (one, _library):
        _decide(one, "not-now", reason=args.reason)
    return _said(args, "The askers read your reason.")


# -- inside ----------------------------------------------------------------------------


def as_json(found: Found) -> dict[str, Any]:
    """Return a moment for scripts and for the author's window."""
    moment = found.moment
    return {
        "id": moment.id,
        "state": moment.state,
        "askers": moment.askers,
        "kinds": {kind.value: number for kind, number in moment.kinds.items()},
        "words": list(moment.words),
        "apps": sorted({c.app for c in moment.contributions if c.app}),
        "guide": moment.guide,
        "steps": sorted({c.step for c in moment.contributions if c.step}),
        "names": sorted({c.name for c in moment.contributions if c.name}),
        "asked": moment.contributions[0].at.isoformat(),
        "late": triage.is_late(moment, datetime.now(UTC).date()),
        "pack": found.place.pack,
        "title": found.place.title,
        "folder": found.place.folder,
        "acts": STRUGGLE_ACTS,
        "answer": moment.decision.guide if moment.decision else "",
        "reason": moment.decision.reason if moment.decision else "",
    }


def _everything(library: Library) -> tuple[list[Found], list[str]]:
    found: list[Found] = []
    problems: list[str] = []
    for place in pack_places(library):
        if not place.folder:
            continue
        folder = LoopFolder(Path(place.folder))
        try:
            sent, board = folder.contributions(), folder.board()
        except ShareError as error:
            problems.append(str(error))
            continue
        found += [Found(moment, place) for moment in moments(sent, board)]
    order = sorted(found, key=lambda f: (f.moment.state != "new", -f.moment.askers, f.moment.id))
    return order, problems


@contextlib.contextmanager
def _moment(number: str) -> Iterator[tuple[Found, Library]]:
    with open_library(find_paths()) as library:
        matching = [f for f in _everything(library)[0] if f.moment.id.endswith(number)]
        if len(matching) != 1:
            what = "There is no such moment" if not matching else "More than one moment ends so"
            raise UsageError(f"{what}: “{number}”. jitdesk inbox lists them.")
        yield matching[0], library


def _decide(
    found: Found, act: str, guide: str = "", reason: str = "", more: dict[str, str] | None = None
) -> None:
    about = tuple(c.id for c in found.moment.contributions)
    decision = Decision(new_id(datetime.now(UTC)), about, act, "", guide, reason, more or {})
    LoopFolder(Path(found.place.folder)).decide(decision)


def _add_words(library: Library, key: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Add the askers' words to a guide whose file we can write; () where we cannot."""
    row = library.rows([key])[0]
    place = next(p for p in pack_places(library) if p.pack == row.pack)
    if not place.folder:
        return ()
    file = Path(place.folder) / row.pack_path
    try:
        text = file.read_text(encoding="utf-8-sig")
        changed, added = with_asked(text, words)
        if added:
            write_atomic(file, changed)
    except (OSError, UnicodeDecodeError) as error:
        raise ShareError(f"The words could not be added to {file} ({error}).") from error
    return added


def _said(args: argparse.Namespace, text: str, **facts: str) -> int:
    if args.json:
        print_json({"said": text, **facts})
    else:
        print(text)
    return 0


def _print(found: Found) -> None:
    moment, place = found.moment, found.place
    people = f"{moment.askers} people" if moment.askers > 1 else "1 person"
    late = "  LATE" if triage.is_late(moment, datetime.now(UTC).date()) else ""
    print(f"{moment.id}  {place.title}  {people}  {moment.state}{late}")
    for words in moment.words[:5]:
        print(f"  “{words}”")
    if moment.guide:
        steps = ", ".join(sorted({c.step for c in moment.contributions if c.step}))
        print(f"  in {moment.guide}{': ' + steps if steps else ''}")
