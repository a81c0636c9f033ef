"""Rules of trial versions, over the pages of a pack: G42, beyond the content model's rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jitdesk.authoring.draft import Draft
from jitdesk.errors import Level, Problem
from jitdesk.guides.landing import version_of
from jitdesk.guides.pilot import FOLDER, read_pilot

_RULE: Final = "G42"


def pilots(drafts: Mapping[str, Draft]) -> Iterator[Problem]:
    """Yield what keeps a trial version from reaching its audience."""
    by_id = {str(draft.guide.id): draft for draft in drafts.values()}
    for draft in drafts.values():
        if not isinstance(draft.guide.front.get("pilot"), dict):
            continue
        line, pilot = draft.line("pilot"), read_pilot(draft.guide.front)
        if pilot is None:
            message = "This trial does not say of which page, for whom, and until which day."
            fix = "Write pilot: {of: id, audience: [group], until: 2026-12-24, measure: M9}."
            yield draft.say(_RULE, Level.ERROR, line, message, fix)
            continue
        if f"{FOLDER}/" not in f"{draft.path}":
            message = "A trial version outside of the folder pilots/ is shown to everybody."
            yield draft.say(_RULE, Level.ERROR, line, message, f"Move it into {FOLDER}/.")
        page = by_id.get(pilot.of)
        if page is None:
            message = f"There is no page “{pilot.of}” in this pack that it could stand for."
            yield draft.say(_RULE, Level.ERROR, line, message, "Write the id of the page.")
        elif (version_of(draft.guide.version) or (0,)) <= (version_of(page.guide.version) or (0,)):
            message = f"Its version is not higher than {page.guide.version}, the page's."
            fix = "Raise it: the report tells the two apart by it."
            yield draft.say(_RULE, Level.ERROR, draft.line("version"), message, fix)
        if pilot.until.isoformat() < draft.today:
            message = f"The trial ended on {pilot.until}; everybody has the page."
            yield draft.say(_RULE, Level.HINT, line, message, "Keep it, adapt it or take it back.")
