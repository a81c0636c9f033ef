"""`colophon`: what stands behind a guide: its owner, its version, what it takes for granted.

The line of facts says this in a few words; here it stands in full, for the moment in which
somebody asks whether a page can still be believed, or whom to tell that it cannot.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from jitdesk.guides.guide import Guide
from jitdesk.guides.landing import linked
from jitdesk.guides.pilot import read_pilot
from jitdesk.models.trust import reviewed

_MAIL = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+")
_CHANGES = 5
_ASSUMPTIONS = 12


def colophon(guide: Guide, titles: Mapping[str, str], today: date | None = None) -> str:
    """Return HTML: owner, review, version and changes, assumptions, related guides.

    Args:
        guide: the guide.
        titles: titles of the guides that it names, by id; others are not listed.
        today: the day on which a review is overdue or not; default the person's day.
    """
    day = today or date.today()  # noqa: DTZ011  (the person's day)
    rows = [*_owner(guide), *_review(guide, day), *_version(guide)]
    table = "".join(f"<p>{row}</p>" for row in rows)
    return "".join([table, *_changes(guide), *_assumptions(guide), *_related(guide, titles)])


def _owner(guide: Guide) -> Iterator[str]:
    owner = guide.front.get("owner")
    contact = str(owner.get("contact") or "") if isinstance(owner, dict) else ""
    if not guide.owner:
        yield _tr("Nobody is named as the owner.")
        return
    shown = html.escape(contact, quote=False)
    if _MAIL.fullmatch(contact):
        shown = f'<a href="mailto:{html.escape(contact)}">{shown}</a>'
    elif "{site:" in contact:
        shown = ""
    who = html.escape(guide.owner.replace("-", " "), quote=False)
    yield f"<b>{_tr('Owner:')}</b> {who}{f' · {shown}' if shown else ''}"


def _review(guide: Guide, day: date) -> Iterator[str]:
    said = reviewed(guide.reviewed_on, guide.review_due, day)
    due = guide.review_due
    after = _tr("next review by {0}").format(due.isoformat()) if due and due >= day else ""
    yield f"<b>{_tr('Review:')}</b> {' · '.join(filter(None, (said, after)))}"


def _version(guide: Guide) -> Iterator[str]:
    if guide.version:
        status = f" · {html.escape(guide.status, quote=False)}" if guide.status else ""
        version = html.escape(guide.version, quote=False)
        yield f"<b>{_tr('Version:')}</b> {version}{status}"
    if (pilot := read_pilot(guide.front)) is not None:
        text = _tr("for {0} until {1}; it is to move: {2}").format(
            ", ".join(pilot.audience), pilot.until.isoformat(), pilot.measure or "–"
        )
        yield f"<b>{_tr('Trial:')}</b> {html.escape(text, quote=False)}"
    yield f"<b>{_tr('File:')}</b> {html.escape(f'{guide.pack} · {guide.path}', quote=False)}"


def _changes(guide: Guide) -> Iterator[str]:
    listed = guide.front.get("changes")
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    told = [
        f"<li>{_text(row, 'version')} ({_text(row, 'date')}): {_text(row, 'what')}</li>"
        for row in rows[:_CHANGES]
    ]
    if told:
        yield f"<p><b>{_tr('What changed')}</b></p><ul>{''.join(told)}</ul>"


def _assumptions(guide: Guide) -> Iterator[str]:
    listed = guide.front.get("assumptions")
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    told = []
    for row in rows[:_ASSUMPTIONS]:
        breaks = _text(row, "breaks_if")
        no_longer = f"<br><i>{_tr('No longer true if:')}</i> {breaks}" if breaks else ""
        told.append(f"<li>{' '.join(filter(None, (_text(row, 'text'), _text(row, 'why'))))}"
                    f"{no_longer}</li>")  # fmt: skip
    if told:
        yield f"<p><b>{_tr('This page takes for granted')}</b></p><ul>{''.join(told)}</ul>"


def _related(guide: Guide, titles: Mapping[str, str]) -> Iterator[str]:
    listed = guide.front.get("related")
    names = [str(name) for name in listed] if isinstance(listed, list) else []
    told = "".join(f"<li>{linked(name, titles)}</li>" for name in names if name in titles)
    if told:
        yield f"<p><b>{_tr('See also')}</b></p><ul>{told}</ul>"


def _text(row: dict[str, object], name: str) -> str:
    return html.escape(" ".join(str(row.get(name) or "").split()), quote=False)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Colophon", text)
