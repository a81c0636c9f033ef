"""M3 to M7, M9, M15: what people do, aided and unaided. Raw, before disclosure.

A *need* is a person's first use of a guide in the window. It is `applied` when the task was
done within the guide's days (worked or fixed), `failed` when it was tried and did not come
off, `no chance` when the person says so, else `unknown`. Unknown is never counted as no:
it makes the bounds wide instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from jitdesk.impact.numbers import Share, kaplan_meier_median, wilson
from jitdesk.impact.story import DAY, Story, World
from jitdesk.learning.event import Event, Name, Result

APPLIED: Final = "applied"
FAILED: Final = "failed"
NO_CHANCE: Final = "no chance"
UNKNOWN: Final = "unknown"
VALID_DAYS: Final = 180
"""How long a performance shows a capability: half of a skill's gain is lost after about 6.5
months without use (Tatel & Ackerman 2025)."""


class Need(NamedTuple):
    """One person's need of one guide, and what became of it."""

    person: str
    guide: str
    became: str
    grade: str = ""


class Application(NamedTuple):
    """M3.

    Attributes:
        rate: applied of applied and failed, with its Wilson interval.
        low, high: bounds when every unknown were a no, or a yes.
        chance: share of known ones without a chance; response: share that is known.
        strong: applied with evidence beyond a tap (E3 or better), of applied.
    """

    people: frozenset[str]
    needs: int
    rate: Share | None
    low: float | None
    high: float | None
    chance: Share | None
    response: Share | None
    strong: Share | None


def needs(world: World, guide: str = "") -> list[Need]:
    """Return the needs whose days are over, of one guide or of all."""
    return [need for story in world.stories for need in _needs(world, story) if _is(need, guide)]


def _is(need: Need, guide: str) -> bool:
    return guide in {"", need.guide}


def _needs(world: World, story: Story) -> Iterator[Need]:
    seen: set[str] = set()
    for event in story.events:
        useful = event.name in {Name.USED, Name.PERFORMED} and "day" not in event.detail
        if not useful or event.at < world.since or event.guide in seen:
            continue
        seen.add(event.guide)
        ends = event.at + world.page(event.guide).window_days * DAY
        if ends <= world.now:
            yield _need(story, event, ends)


def _need(story: Story, start: Event, ends: float) -> Need:
    own = [e for e in story.events if e.guide == start.guide and start.at <= e.at <= ends]
    done = [e for e in own if e.name is Name.PERFORMED]
    good = [e for e in done if e.result in {Result.WORKED, Result.FIXED}]
    if good:
        grade = max(e.text("grade") or "E2" for e in good)
        return Need(story.person, start.guide, APPLIED, grade)
    if done:
        return Need(story.person, start.guide, FAILED)
    chance = any(e.name is Name.NO_CHANCE for e in own)
    return Need(story.person, start.guide, NO_CHANCE if chance else UNKNOWN)


def application(found: Sequence[Need]) -> Application:
    """Return M3 of needs."""
    a, n, c, u = (
        sum(need.became == what for need in found) for what in (APPLIED, FAILED, NO_CHANCE, UNKNOWN)
    )
    known = frozenset(need.person for need in found if need.became in {APPLIED, FAILED})
    all_but_chance = a + n + u
    strong = sum(need.grade >= "E3" for need in found if need.became == APPLIED)
    return Application(
        known,
        len(found),
        wilson(a, a + n),
        a / all_but_chance if all_but_chance else None,
        (a + u) / all_but_chance if all_but_chance else None,
        wilson(c, a + c + n),
        wilson(a + c + n, a + c + n + u),
        wilson(strong, a),
    )


class Results(NamedTuple):
    """M4 and M9: how performances went."""

    people: frozenset[str]
    worked: Share | None
    fixed: Share | None
    failed: Share | None
    rework: Share | None
    back: Share | None


def results(world: World, guide: str = "") -> Results:
    """Return M4 and M9: shares of performances with a known result."""
    people: set[str] = set()
    counts, back = dict.fromkeys(Result, 0), 0
    for story in world.stories:
        for event in story.done(guide):
            if event.at >= world.since and event.result is not None:
                counts[event.result] += 1
                back += bool(event.detail.get("back"))
                people.add(story.person)
    n = sum(counts.values())
    bad = counts[Result.FIXED] + counts[Result.FAILED]
    return Results(
        frozenset(people),
        wilson(counts[Result.WORKED], n),
        wilson(counts[Result.FIXED], n),
        wilson(counts[Result.FAILED], n),
        wilson(bad, n),
        wilson(back, n),
    )


class Unaided(NamedTuple):
    """M5: unaided worked performances of all known performances, also by month of use."""

    people: frozenset[str]
    share: Share | None
    months: tuple[tuple[int, frozenset[str], Share], ...]


def unaided(world: World) -> Unaided:
    """Return M5 over guides that are to be learned."""
    people: set[str] = set()
    rows: dict[int, list[tuple[str, bool]]] = {}
    for story in world.stories:
        first: dict[str, float] = {}
        for event in story.events:
            if event.guide and world.learns(event.guide):
                first.setdefault(event.guide, event.at)
        for event in story.done():
            if event.guide in first and event.at >= world.since:
                month = int((event.at - first[event.guide]) // (30 * DAY)) + 1
                good = event.worked and event.number("support", 3) == 0
                rows.setdefault(month, []).append((story.person, good))
                people.add(story.person)
    every = [good for row in rows.values() for _, good in row]
    months = tuple(
        (month, frozenset(p for p, _ in row), share)
        for month, row in sorted(rows.items())
        if (share := wilson(sum(good for _, good in row), len(row))) is not None
    )
    return Unaided(frozenset(people), wilson(sum(every), len(every)), months)


class TimeTo(NamedTuple):
    """M6: days until the task is done without the page twice in a row."""

    people: frozenset[str]
    events: int
    days: float | None


def time_to_unaided(world: World) -> TimeTo:
    """Return M6: the Kaplan-Meier median over (person, guide) with an assisted first use."""
    spans: list[tuple[float, bool]] = []
    people: set[str] = set()
    for story in world.stories:
        for guide in {e.guide for e in story.events if e.guide and world.learns(e.guide)}:
            span = _span(story.done(guide))
            if span is not None:
                spans.append(span)
                people.add(story.person)
    came = sum(event for _, event in spans)
    return TimeTo(frozenset(people), came, kaplan_meier_median(spans))


def _span(done: Sequence[Event]) -> tuple[float, bool] | None:
    start = next((e for e in done if e.number("support", 3) > 0), None)
    if start is None or done[-1].at <= start.at:
        return None
    before: Event | None = None
    for event in done:
        if event.at <= start.at:
            continue
        if not (event.worked and event.number("support", 3) == 0):
            before = None
        elif before is not None and event.at // DAY != before.at // DAY:
            return (before.at - start.at) / DAY, True
        else:
            before = before or event
    return (done[-1].at - start.at) / DAY, False


def fade(world: World) -> tuple[frozenset[str], float | None]:
    """Return M7: mean of (first level - latest level) / 3 over people with enough history."""
    values: dict[str, list[float]] = {}
    for story in world.stories:
        for guide in {e.guide for e in story.events if e.guide and world.learns(e.guide)}:
            done = story.done(guide)
            if len(done) >= 3 and done[-1].at - done[0].at >= 14 * DAY:
                change = done[0].number("support", 3) - done[-1].number("support", 3)
                values.setdefault(story.person, []).append(change / 3)
    means = [sum(v) / len(v) for v in values.values()]
    return frozenset(values), sum(means) / len(means) if means else None


class Cover(NamedTuple):
    """M15 for one capability: who can do it with the page, and without."""

    capability: str
    statement: str
    assisted: frozenset[str]
    unaided: frozenset[str]


def cover(world: World) -> list[Cover]:
    """Return M15: people with evidence in the last 180 days, by capability."""
    found: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for story in world.stories:
        for event in story.done():
            if not event.worked or event.at < world.now - VALID_DAYS * DAY:
                continue
            for capability in world.page(event.guide).capabilities:
                with_page, without = found.setdefault(capability, (set(), set()))
                (without if event.number("support", 3) == 0 else with_page).add(story.person)
    return [
        Cover(name, statement, frozenset(a), frozenset(b))
        for (name, statement), (a, b) in sorted(found.items())
    ]
