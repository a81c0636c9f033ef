"""`jitdesk inbox fix`: who may write a page puts a step right at once.

The page gets the next patch version; what was there and what is there now is kept in the
pack's inbox like any suggestion, and the page's `changes` name who did it, if they sign.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from jitdesk.authoring.document import fields_of
from jitdesk.authoring.release import released
from jitdesk.authoring.step_fix import step_at, with_step
from jitdesk.authoring.trial import next_patch
from jitdesk.cli.inbox_own import deliver, sender
from jitdesk.cli.inbox_trial import read, write
from jitdesk.cli.output import print_json
from jitdesk.errors import ShareError, UsageError
from jitdesk.guides.guide import Guide
from jitdesk.guides.inline import plain
from jitdesk.library.library import Library, open_library
from jitdesk.library.places import PackPlace, pack_places
from jitdesk.loops.contribution import Contribution, Kind, new_id, one_line
from jitdesk.loops.decision import Decision
from jitdesk.loops.folder import LoopFolder
from jitdesk.loops.suggestion import FIXED
from jitdesk.paths import find_paths

_SHOWN = 120


def fix(args: argparse.Namespace) -> int:
    """Put the words of one step right."""
    now, number = one_line(" ".join(args.words)), new_id(datetime.now(UTC))
    with open_library(find_paths()) as library:
        guide, place = _guide(library, args.guide)
        file = file_of(library, guide, place)
    text, stop = read(file), args.step - 1
    found = step_at(text, stop)
    was = args.was if args.was is not None else (found.words if found is not None else "")
    changed = with_step(text, stop, was, now)
    version = next_patch(str(fields_of(text).get("version") or ""))
    what = f"Step {args.step}: “{plain(now)[:_SHOWN]}”"
    day, name = datetime.now(UTC).date().isoformat(), one_line(args.name, 80)
    write(file, released(changed, version=version, day=day, what=what, thanks=name))
    contribution = Contribution(
        number, Kind.SUGGEST, now, guide=str(guide.id), version=guide.version,
        step=f"Step {args.step}", sender=sender(), name=name, more={"was": was, "now": now},
    )  # fmt: skip
    deliver(contribution, place.folder)
    decided = Decision(
        new_id(datetime.now(UTC)), (number,), FIXED, name, guide.key, "", {"version": version}
    )
    LoopFolder(Path(place.folder)).decide(decided)
    said = f"It is in version {version} of “{guide.title}”."
    print_json({"said": said, "version": version}) if args.json else print(said)
    return 0


def file_of(library: Library, guide: Guide, place: PackPlace) -> Path:
    """Return the file of a page, or of the trial version that this person has of it."""
    row = next((r for r in library.pack_rows(place.pack) if r.id == guide.id), None)
    root = len(row.path) - len(row.pack_path) if row is not None else 0
    return Path(place.folder) / guide.path[root:]


def _guide(library: Library, name: str) -> tuple[Guide, PackPlace]:
    rows = library.lookup(name)
    guide = library.guide(rows[0].key) if rows else None
    if guide is None:
        raise UsageError(f"There is no guide “{name}”; jitdesk find shows its id.")
    place = next((p for p in pack_places(library) if p.pack == guide.pack), None)
    if place is None or not place.folder or not guide.path.lower().endswith(".md"):
        raise ShareError(f"“{guide.title}” lies in no file that you can write; suggest it instead.")
    return guide, place
