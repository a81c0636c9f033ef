"""A trial version of a page as text: begun, adapted, kept. Pure; see `jitdesk.guides.pilot`."""

from __future__ import annotations

from datetime import date

from jitdesk.authoring.document import fields_of, with_field
from jitdesk.guides.landing import version_of
from jitdesk.guides.pilot import groups_of


def trial_of(text: str, *, of: str, audience: str, until: date, measure: str, what: str) -> str:
    """Return the page as the trial version that its author changes next.

    Args:
        text: the page.
        of: its id.
        audience: names of groups with commas between them.
        until: the last day of the trial.
        measure: the figure that is to move.
        what: what is tried, in one line.
    """
    version = next_minor(str(fields_of(text).get("version") or ""))
    pilot = {
        "of": of,
        "audience": list(groups_of(audience)),
        "until": until.isoformat(),
        "measure": measure,
    }
    change = {"version": version, "date": date.today().isoformat(), "what": what}  # noqa: DTZ011
    changes = fields_of(text).get("changes")
    listed = [dict(c) for c in changes if isinstance(c, dict)] if isinstance(changes, list) else []
    text = with_field(text, "id", f"{of}-trial")
    text = with_field(text, "version", version)
    text = with_field(text, "changes", [change, *listed])
    return with_field(text, "pilot", pilot)


def adapted(trial: str, until: date) -> str:
    """Return a trial version that runs until another day."""
    said = fields_of(trial).get("pilot")
    pilot = dict(said) if isinstance(said, dict) else {}
    return with_field(trial, "pilot", {**pilot, "until": until.isoformat()})


def kept(trial: str, page: str) -> str:
    """Return the page with what was tried in it; id, version and history stay the page's.

    Whoever keeps it says the version and what changed (`jitdesk.authoring.release`).
    """
    before = fields_of(page)
    text = with_field(trial, "pilot", None)
    for name in ("id", "version", "changes"):
        text = with_field(text, name, before.get(name))
    return text


def next_minor(version: str) -> str:
    """Return the version for a step that is done differently: 1.2.3 -> 1.3.0."""
    major, minor, _ = version_of(version) or (1, 0, 0)
    return f"{major}.{minor + 1}.0"


def next_patch(version: str) -> str:
    """Return the version for other words: 1.2.3 -> 1.2.4."""
    major, minor, patch = version_of(version) or (1, 0, 0)
    return f"{major}.{minor}.{patch + 1}"
