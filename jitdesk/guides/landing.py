"""Which first screen a guide opens with, and how much of it is shown. Pure.

Five moments bring a person to a page; the same file has another first screen for each
(content model, "Landing per moment"): *apply* shows the steps, *solve* the recovery table
first, *change* what changed since the last use, *new* the situation and the course.
Three views show less to whom less is enough; what a view hides is one key away.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from jitdesk.guides.guide import Guide
from jitdesk.guides.page import Block, Callout, Heading, Html, Item, Page, Prose, Step
from jitdesk.guides.sections import Part, Role, parts, role_of
from jitdesk.guides.step_change import StepChange, difference_table, differences, step_texts


class Moment(StrEnum):
    """What brings a person to a page now."""

    NEW = "new"
    APPLY = "apply"
    SOLVE = "solve"
    CHANGE = "change"


class View(StrEnum):
    """How much is shown: everything, the actions, or what must not be missed."""

    FULL = "full"
    BRIEF = "brief"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of a guide's history."""

    version: str
    day: str
    what: str


_NUMBER = re.compile(r"\d{1,6}")
_ID = re.compile(r"\b[a-z0-9]+(?:\.[a-z0-9-]+)*\.[a-z0-9]+(?:-[a-z0-9]+)+")
_BOLD = re.compile(r"<b>(.*?)</b>", re.DOTALL)
_TROUBLE = frozenset(
    """error errors fail fails failed failing failure wrong broken crash crashed stuck cannot
    denied missing lost refused problem trouble fehler falsch kaputt abgelehnt verloren defekt
    klappt funktioniert""".split()  # noqa: SIM905
)


def version_of(text: str) -> tuple[int, int, int] | None:
    """Return major, minor and patch of a version such as 1.2.0; None = not a version."""
    numbers = [int(found) for found in _NUMBER.findall(text)[:3]]
    return (*numbers, 0, 0, 0)[:3] if numbers else None  # type: ignore[return-value]


def changes_since(guide: Guide, seen: str) -> tuple[Change, ...]:
    """Return the major and minor changes after version `seen`, the newest first."""
    before = version_of(seen)
    listed = guide.front.get("changes")
    if before is None or not isinstance(listed, list):
        return ()
    found: list[tuple[tuple[int, int, int], Change]] = []
    for entry in listed:
        if isinstance(entry, dict) and (version := version_of(str(entry.get("version") or ""))):
            change = Change(str(entry["version"]), str(entry.get("date") or ""), _said(entry))
            if version[:2] > before[:2] and change.what:
                found.append((version, change))
    return tuple(change for _, change in sorted(found, key=lambda pair: pair[0], reverse=True))


def newest_change(guide: Guide) -> Change | None:
    """Return the newest major or minor change of a guide, None if it tells of none.

    The first version (1.0.0) is no change, nor is a patch: other words for the same.
    """
    found = changes_since(guide, "1.0.0")
    return max(found, key=lambda change: change.day, default=None)


def _said(entry: dict[str, object]) -> str:
    return " ".join(str(entry.get("what") or "").split())


def moment_of(
    guide: Guide, *, opened_before: bool, seen: str, section: str = "", words: Iterable[str] = ()
) -> Moment:
    """Return what brings a person here.

    Args:
        guide: the page.
        opened_before: the person has had it open before.
        seen: the version they used last, "" = none.
        section: anchor of the section that answered their question.
        words: the words they asked with.
    """
    if _is_recovery(guide, section) or _TROUBLE.intersection(word.casefold() for word in words):
        return Moment.SOLVE
    if changes_since(guide, seen):
        return Moment.CHANGE
    return Moment.APPLY if opened_before else Moment.NEW


def _is_recovery(guide: Guide, section: str) -> bool:
    return any(s.anchor == section and role_of(s.title)[0] is Role.WRONG for s in guide.sections)


def arrange(
    guide: Guide,
    page: Page,
    moment: Moment,
    view: View = View.FULL,
    seen: str = "",
    before: Sequence[str] = (),
    titles: Mapping[str, str] | None = None,
) -> Page:
    """Return the page for a moment and a view; the keys of its steps stay the same.

    `before` are the steps as the person used them last, where they are known; `titles` are
    those of the guides that this one names by id.
    """
    cut = list(parts(page))
    if moment is Moment.SOLVE:
        cut.sort(key=lambda part: part.role is not Role.WRONG)
    told = differences(before, step_texts(page)) if moment is Moment.CHANGE else ()
    blocks = [*_greeting(guide, moment, seen, told, titles or {}), *_shown(cut, view)]
    return Page(tuple(blocks))


def _greeting(
    guide: Guide,
    moment: Moment,
    seen: str,
    told: Sequence[StepChange],
    titles: Mapping[str, str],
) -> Iterator[Block]:
    if moment is Moment.CHANGE:
        yield Callout("tip", _changes(guide, seen))
        if told:
            yield Prose(Html(difference_table(told)))
    elif moment is Moment.NEW and (guide.situation or _course(guide)):
        yield Callout("note", Html("".join(_welcome(guide, titles))))


def _changes(guide: Guide, seen: str) -> Html:
    head = f"What changed since you last used this ({seen} → {guide.version})"
    rows = (
        f"<li>{html.escape(change.what, quote=False)}</li>" for change in changes_since(guide, seen)
    )
    return Html(f"<p><b>{html.escape(head, quote=False)}</b></p><ul>{''.join(rows)}</ul>")


def _welcome(guide: Guide, titles: Mapping[str, str]) -> Iterator[str]:
    if guide.situation:
        yield f"<p><b>When to use this:</b> {html.escape(guide.situation, quote=False)}</p>"
    not_for = guide.front.get("not_for")
    if isinstance(not_for, str) and not_for.strip():
        yield f"<p><b>Not for:</b> {linked(not_for, titles)}</p>"
    if course := _course(guide):
        title, url, when = (html.escape(part) for part in course)
        after = f" ({when})" if when else ""
        yield f'<p><b>Course:</b> <a href="{url}">{title}</a>{after}</p>'


def linked(text: str, titles: Mapping[str, str]) -> str:
    """Return a text as HTML in which a guide that is there is a link with its title."""

    def link(match: re.Match[str]) -> str:
        title = titles.get(match.group())
        shown = html.escape(title or "", quote=False)
        return f'<a href="guide:{match.group()}">{shown}</a>' if title else match.group()

    return _ID.sub(link, html.escape(" ".join(text.split()), quote=False))


def named_guides(guide: Guide) -> tuple[str, ...]:
    """Return the ids of other guides that the fields of a guide name, in their order."""
    front = guide.front
    named: list[object] = _ID.findall(str(front.get("not_for") or ""))
    for field in ("related", "replaces", "replaced_by"):
        value = front.get(field)
        named += value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys([*(str(name) for name in named if name), *_nexts(guide)]))


def _nexts(guide: Guide) -> Iterator[str]:
    """Yield where the outcomes of a framework go on; nested ones by a loop, never deeper."""
    queue: list[object] = [guide.front.get(name) for name in ("table", "tree", "nodes")]
    for value in queue:
        if isinstance(value, dict):
            if isinstance(value.get("next"), str):
                yield value["next"]
            queue.extend(value.values())
        elif isinstance(value, list):
            queue.extend(value)


def _course(guide: Guide) -> tuple[str, str, str] | None:
    raw = guide.front.get("course")
    if not isinstance(raw, dict) or not str(raw.get("url") or "").startswith("https://"):
        return None
    title = str(raw.get("title") or raw["url"])
    return title, str(raw["url"]), str(raw.get("when") or "")


def _shown(cut: list[Part], view: View) -> Iterator[Block]:
    if view is View.FULL:
        for part in cut:
            yield from part.blocks
    elif view is View.BRIEF:
        for part in cut:
            yield from _brief(part)
    else:
        cue = [block for part in cut for block in _cue(part)]
        yield from cue or _shown(cut, View.BRIEF)


def _brief(part: Part) -> Iterator[Block]:
    if part.role in {Role.WHY, Role.INTRO} and not _has_stops(part):
        return
    for block in part.blocks:
        if isinstance(block, Step):
            yield replace(block, html=_headline(block.html), details=())
        else:
            yield block


def _headline(text: Html) -> Html:
    """Return the first bold words of a step, or its first sentence."""
    if match := _BOLD.search(text):
        return Html(f"<b>{match.group(1)}</b>")
    first = re.split(r"(?<=[.!?。])\s", text, maxsplit=1)[0]
    return Html(first) if first.count("<") == first.count("</") * 2 else text


def _cue(part: Part) -> Iterator[Block]:
    if part.role is Role.DONE:
        yield from part.blocks
    killers = [block for block in part.blocks if isinstance(block, Item) and block.killer]
    if killers:
        yield from (block for block in part.blocks[:1] if isinstance(block, Heading))
        yield from killers


def _has_stops(part: Part) -> bool:
    return any(isinstance(block, Step | Item) for block in part.blocks)
