"""Events in plain words, for "My data" and `jitdesk data`. Pure; the caller translates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from jitdesk.learning.event import Event, Name

FORMS: Final[Mapping[str, str]] = {
    Name.SEARCHED: "Searched: {results} results (not the words)",
    Name.OPENED: "Opened {guide}",
    Name.USED: "Worked through {guide}: {done} of {total}",
    Name.CONFIRMED: "Confirmed in {guide}: {item}",
    Name.PERFORMED: "{guide}: {result}, {support}",
    Name.NO_CHANCE: "{guide}: no chance yet",
    Name.PROMPTED: "Asked about {guide}",
    Name.IGNORED: "The question about {guide} was left open",
    Name.RECALLED: "Recalled {guide}: {answer}",
    Name.PLANNED: "Planned {guide} for {on}",
    Name.STUCK: "Stuck in {guide}: “{words}”",
    Name.HELPED: "{guide} helped",
    Name.SUGGESTED: "Suggested something for {guide}",
    Name.CHALLENGED: "Questioned a rule of {guide}",
    Name.REVIEWED: "Reviewed {guide}",
    Name.PUBLISHED: "Published {guide}",
    Name.EPISODE: "Looked for help for {seconds} s",
}
WORDS: Final[Mapping[str, str]] = {
    "worked": "worked",
    "fixed": "fixed something",
    "failed": "didn't work",
    "had": "had it",
    "partly": "partly",
    "not": "not yet",
}
SUPPORT: Final = (
    "without the page",
    "with a cue",
    "with the headlines",
    "with the whole page",
)


def english(text: str) -> str:
    """Return a text as it is: the translator of the command line."""
    return text


def sentence(event: Event, titles: Mapping[str, str], tr: Callable[[str], str] = english) -> str:
    """Return an event in plain words."""
    facts = {key: tr(WORDS.get(str(value), str(value))) for key, value in event.detail.items()}
    title = titles.get(event.guide) or event.guide.partition("/")[2] or event.guide
    level = max(0, min(event.number("support", 3), 3))
    known = {"results": "?", "done": "?", "total": "?", "on": "", "words": "", "answer": "",
             "result": "", "seconds": "?", "item": "", **facts}  # fmt: skip
    known |= {"guide": f"“{title}”", "support": tr(SUPPORT[level])}
    text = tr(FORMS[event.name]).format_map(known)
    more = facts.get("words", "") if event.name is Name.PERFORMED else ""
    return f"{text}: “{more}”" if more else text


def lines(
    events: Sequence[Event], titles: Mapping[str, str], tr: Callable[[str], str] = english
) -> Iterator[tuple[str, str]]:
    """Yield (time, sentence) of every event, the newest first."""
    for event in reversed(events):
        moment = datetime.fromtimestamp(event.at).astimezone()
        yield f"{moment:%Y-%m-%d %H:%M}", sentence(event, titles, tr)
