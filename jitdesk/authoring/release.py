"""A new version of a guide because of what somebody said: version, change, thanks. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jitdesk.authoring.document import fields_of, with_field
from jitdesk.errors import UsageError
from jitdesk.guides.landing import version_of


def released(
    text: str,
    *,
    version: str,
    day: str,
    what: str,
    thanks: str = "",
    assumption: tuple[str, Mapping[str, str]] = ("", {}),
) -> str:
    """Return a page in its next version, with the change and who it is owed to.

    Args:
        text: the page.
        version: the new version; it must be higher than the one before.
        day: ISO date.
        what: the change in one line.
        thanks: the name that the sender signed with, "" = unsigned.
        assumption: (id or text of the assumption that was questioned, the fields
            `assumption` and `breaks_if` as they are now).

    Raises:
        UsageError: the version is none, or not a higher one.
    """
    fields = fields_of(text)
    before, after = version_of(str(fields.get("version") or "")), version_of(version)
    if after is None or (before is not None and after <= before):
        known = fields.get("version") or "none"
        raise UsageError(f"The new version must be higher than {known}; “{version}” is not.")
    listed = fields.get("changes")
    changes = [dict(c) for c in listed if isinstance(c, dict)] if isinstance(listed, list) else []
    credit = f" (thanks to {thanks})" if thanks else ""
    entry = {"version": version, "date": day, "what": f"{what}{credit}"}
    text = with_field(text, "version", version)
    text = with_field(text, "changes", [entry, *changes])
    return _with_assumption(text, fields.get("assumptions"), *assumption)


def _with_assumption(
    text: str,
    listed: Any,  # noqa: ANN401  (whatever the file holds)
    named: str,
    now: Mapping[str, str],
) -> str:
    news = {
        name: now[key]
        for name, key in (("text", "assumption"), ("breaks_if", "breaks_if"))
        if now.get(key)
    }
    if not news or not isinstance(listed, list):
        return text
    kept = [dict(a) for a in listed if isinstance(a, dict)]
    for entry in kept:
        if named and named in {str(entry.get("id")), str(entry.get("text"))}:
            entry.update(news)
            return with_field(text, "assumptions", kept)
    return text
