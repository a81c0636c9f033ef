"""Statements say what was done and never who, where or what was typed."""

from __future__ import annotations

import json
import re

import pytest

from jitdesk.learning.event import Event, Name
from jitdesk.xapi.back import events_of
from jitdesk.xapi.templates import mismatches, values
from jitdesk.xapi.validator import problems
from jitdesk.xapi.vocabulary import EXTENSIONS
from tests.support.statements import (
    BASE,
    GUIDE,
    PERSON,
    every_event,
    every_statement,
    profile,
    writer,
)


def test_every_statement_is_sound_and_fits_its_template() -> None:
    made = every_statement()
    assert len(made) == 13  # searched, no-chance, prompted and stuck stay on this computer
    for statement in made:
        assert problems(statement) == []
        assert mismatches(statement, profile(), BASE) == []


def test_ids_are_the_same_every_time_and_different_for_everybody() -> None:
    ids = [s["id"] for s in every_statement()]
    assert ids == [s["id"] for s in every_statement()]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {s["id"] for s in every_statement("p-0000000000000001")}


def test_what_a_person_wrote_is_in_no_statement() -> None:
    text = json.dumps(every_statement()).casefold()
    assert "kim" not in text
    for never in ("mbox", "mailto", "response", "complet", "passed", "mastered", "achieved"):
        assert never not in text


def test_doing_has_the_task_as_its_object_and_the_guide_beside_it() -> None:
    done = next(s for s in every_statement() if "performed" in s["verb"]["id"])
    assert done["object"]["id"] == f"{BASE}task/cap.send-safely"
    activities = done["context"]["contextActivities"]
    assert activities["other"][0]["id"] == f"{BASE}guide/{GUIDE}"
    assert activities["grouping"][0]["id"] == f"{BASE}capability/cap.send-safely"
    assert done["context"]["extensions"][f"{BASE}ext/support-level"] == 0


def test_a_guide_that_is_gone_is_named_by_its_id_alone() -> None:
    made = writer().statement(Event(Name.OPENED, 1.0, "old/gone page ü", id=1))
    assert made is not None
    assert made["object"]["id"] == f"{BASE}guide/old/gone-page-ü"
    assert problems(made) == []


def test_every_extension_is_declared() -> None:
    used = {
        name.removeprefix(f"{BASE}ext/")
        for s in every_statement()
        for holder in (s["context"], s.get("result", {}))
        for name in holder.get("extensions", {})
    }
    declared = {
        c["id"].rpartition("/")[2] for c in profile()["concepts"] if "Extension" in c["type"]
    }
    assert used <= declared
    assert used <= EXTENSIONS


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("verb", "id"), "http://adlnet.gov/expapi/verbs/completed", "not one of ours"),
        (("id",), "one", "no UUID"),
        (("actor", "account", "name"), "kim.okafor", "random id"),
        (("actor", "mbox"), "mailto:kim@acme.example", "opaque account"),
        (("object", "id"), "guide 1", "no IRI"),
        (("timestamp",), "yesterday", "no time"),
        (("result",), {"duration": "20 s"}, "no duration"),
        (("context", "extensions", "view"), "full", "no IRI"),
        (("object", "definition", "name"), {"english please": "x"}, "language tag"),
        (("context", "platform"), None, "null"),
        (("stored",), "x", "unknown"),
    ],
)
def test_what_must_not_be_sent_is_found(path: tuple[str, ...], value: object, said: str) -> None:
    statement = json.loads(json.dumps(every_statement()[0]))
    place = statement
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = value
    assert any(said in problem for problem in problems(statement))


def test_a_template_that_is_broken_is_named() -> None:
    statement = json.loads(json.dumps(next(s for s in every_statement() if "result" in s)))
    statement["result"]["response"] = "kim"
    statement["context"]["platform"] = "Other"
    told = mismatches(statement, profile(), BASE)
    assert any("response must not be there" in text for text in told)
    assert any("platform" in text for text in told)
    statement["verb"]["id"] = "http://x"
    assert mismatches(statement, profile(), BASE) == ["no template for http://x"]


def test_locations_are_read_as_the_profile_writes_them() -> None:
    assert list(values({"a": {"b c": [1]}}, "$.a['b c'][*]")) == [1]
    assert list(values({"a": 1}, "$.a.b")) == []


def test_statements_come_back_as_the_events_that_a_report_needs() -> None:
    (events,) = events_of([*every_statement(), {"verb": {}}, {}], BASE).values()
    kept = [e for e in every_event() if e.name in {n.name for n in events}]
    assert [(e.name, e.guide, e.version) for e in events] == [
        (e.name, e.guide, e.version) for e in kept
    ]
    done = [e for e in events if e.name is Name.PERFORMED]
    assert [e.result for e in done] == ["worked", "fixed", "failed"]
    assert [e.number("support") for e in done] == [0, 3, 2]
    assert events[0].number("ms") == 8_200
    assert list(events_of(every_statement(), BASE)) == [PERSON]
    assert events_of(every_statement(), "https://other.example/") == {}


def test_a_statement_that_came_twice_is_one_event() -> None:
    twice = every_statement() * 2
    assert len(next(iter(events_of(twice, BASE).values()))) == len(
        next(iter(events_of(every_statement(), BASE).values()))
    )


def test_the_profile_lists_every_verb_once() -> None:
    templates = profile()["templates"]
    assert len({t["verb"] for t in templates}) == len(templates)
    assert re.search(r"finished, passed or mastered", json.dumps(profile()))
