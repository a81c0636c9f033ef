"""The packs that ship: the titles, five minutes at most, clean at the level they ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.authoring.lint import Quality
from jitdesk.errors import Level
from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.loader import load
from jitdesk.library.checking import Check, check_path

GUIDES = Path(__file__).resolve().parent.parent / "guides"
VALIDATED = ("everyday-work", "first-steps", "jitdesk-manual")
OFFICE = """Act after you clicked a suspicious link|Report a suspicious e-mail
Verify a supplier's new bank details|Confirm an e-mail before it leaves the company
Ask for a decision by e-mail|Choose how to share a file|Choose mail, chat, call or meeting
Get back an earlier version of a shared file|Answer an angry customer message
Say no to a request and keep the relationship|Check a meeting before you invite
Write an agenda that fits on five lines|Record decisions and owners from a meeting
Hand over your work before leave|Take over work from a colleague who has left
Welcome a new colleague on day one|Give feedback on one concrete event
Prepare a difficult conversation|Compare three offers|Decide who must approve a purchase
Check a spreadsheet before others rely on it|Find the error in a sum that does not match
Write a status report in six lines|Escalate a blocked task|Leave the office safely in an alarm
Publish a document on the public website|Book a business trip within the rules
Hold a ten-minute after-action review"""
OURS = """Find the right guide in ten seconds
Work through a checklist without leaving your program|Change the hotkey when it clashes
Write a guide in five minutes|Choose guide, checklist, template or framework
Check a guide before you publish it|Distribute a guide pack with a shared folder
Agree on measurement with staff and works council|Interview for a success case
Ask for a guide that does not exist|Suggest an improvement to a step|Challenge a rule you doubt"""


def guides(pack: str) -> list[Guide]:
    found = []
    for file in sorted((GUIDES / pack / "guides").rglob("*.md")):
        inner = file.relative_to(GUIDES / pack).as_posix()
        guide = load(file.read_bytes(), inner, PackId(pack)).guide
        assert guide is not None
        found.append(guide)
    return found


def split(titles: str) -> set[str]:
    return {title for row in titles.split("\n") for title in row.split("|")}


@pytest.mark.parametrize("pack", VALIDATED)
def test_the_packs_that_ship_are_clean_at_validated(pack: str) -> None:
    problems = check_path(GUIDES / pack, Check(Quality.VALIDATED))
    # A translation that waits for its original is said to its author, and may wait.
    told = [p for p in problems if p.level is not Level.HINT and p.rule != "G35"]
    assert [str(p) for p in told] == []


@pytest.mark.parametrize(("pack", "titles"), [("everyday-work", OFFICE), ("jitdesk-manual", OURS)])
def test_every_title_of_the_starter_library_ships(pack: str, titles: str) -> None:
    assert split(titles) - {guide.title for guide in guides(pack)} == set()


@pytest.mark.parametrize(("pack", "titles", "least"), [("everyday-work", OFFICE, 10),
                                                       ("jitdesk-manual", OURS, 12)])  # fmt: skip
def test_titles_are_also_in_german_and_name_what_they_translate(
    pack: str, titles: str, least: int
) -> None:
    by_id = {guide.id: guide for guide in guides(pack)}
    german = [guide for guide in by_id.values() if guide.language == "de"]
    originals = [str(guide.front["translation_of"]).partition("@")[0] for guide in german]
    assert sum(by_id[name].title in split(titles) for name in originals) >= least  # type: ignore[index]


@pytest.mark.parametrize("pack", VALIDATED)
def test_every_page_is_read_in_five_minutes(pack: str) -> None:
    """At 175 words a minute, the slow end of normal adults (Brysbaert 2019)."""
    slow = {guide.title: len(guide.body.split()) for guide in guides(pack)}
    assert {title: words for title, words in slow.items() if words > 5 * 175} == {}
