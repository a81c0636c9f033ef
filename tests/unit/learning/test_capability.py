"""What people can do: from evidence, fading, never rated."""

from __future__ import annotations

from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.learning.capability import Claim, Level, capabilities, claims_of, shared
from jitdesk.learning.event import Event, Name
from tests.support.clock import DAY, Clock

NOW = Clock().now
CLAIM = Claim("cap.a", "Send mail safely", "p/a", "Send it", course=("Mail", "https://c.example"))


def did(ago: float, result: str = "worked", support: int = 0, grade: str = "E2") -> Event:
    detail = {"result": result, "support": support, "grade": grade}
    return Event(Name.PERFORMED, NOW - ago * DAY, "p/a", "1.0.0", 1, detail, int(10_000 - ago))


def row(*events: Event, helped: float = 0.0) -> object:
    told = {"p/a": helped} if helped else {}
    (found,) = capabilities([CLAIM], events, told, NOW)
    return found


def test_nothing_known_is_not_yet_and_names_the_course() -> None:
    found = row(Event(Name.OPENED, NOW, "p/a"))
    assert (found.level, found.course) == (Level.NOT_YET, ("Mail", "https://c.example"))


def test_once_with_the_page_is_with_the_page() -> None:
    assert row(did(3, support=3)).level is Level.WITH_PAGE
    assert row(did(3, "fixed", support=3)).level is Level.NOT_YET


def test_two_in_a_row_on_different_days_are_without_help() -> None:
    assert row(did(9), did(3)).level is Level.WITHOUT_HELP
    assert row(did(3.01), did(3)).level is Level.NOT_YET  # the same day
    assert row(did(9), did(6, "failed"), did(3)).level is Level.NOT_YET
    assert row(did(9), did(6, support=2), did(3)).level is Level.WITH_PAGE


def test_after_half_a_year_it_fades_and_is_not_lost() -> None:
    fresh, old = row(did(180), did(179)), row(did(190), did(181))
    assert (fresh.level, fresh.faded) == (Level.WITHOUT_HELP, False)
    assert (old.level, old.faded) == (Level.WITHOUT_HELP, True)


def test_a_trace_confirms_what_the_person_says() -> None:
    assert not row(did(9), did(3)).confirmed
    assert row(did(9, grade="E3"), did(3)).confirmed


def test_a_suggestion_in_the_page_helps_others() -> None:
    found = row(did(9, support=3), helped=NOW - DAY)
    assert found.level is Level.HELPS_OTHERS
    assert found.evidence[0].grade == "E4"


def test_shared_it_is_evidence_with_references_and_says_what_it_is_not() -> None:
    told = shared([row(did(9), did(3)), row()], NOW)
    assert "not a certificate" in told["note"]
    (capability,) = told["capabilities"]
    assert capability["level"] == "without help"
    assert [e["grade"] for e in capability["evidence"]] == ["E2", "E2"]


def test_a_guide_names_capabilities_how_long_they_hold_and_where_they_belong() -> None:
    text = (
        "---\nid: a.b\ncourse: {title: C, url: 'https://c.example'}\ncapabilities:\n"
        "  - {id: cap.x, statement: Do x, valid_for: P90D,"
        " align: [{framework: esco, uri: 'https://esco.example/1'}]}\n  - 7\n---\n# T\n"
    )
    guide = load(text.encode(), "b.md", PackId("p")).guide
    assert guide is not None
    (claim,) = claims_of(guide)
    assert (claim.valid_days, claim.course[0]) == (90, "C")
    told = shared(capabilities([claim], [_of(guide.key)], {}, NOW), NOW)
    assert told["capabilities"][0]["alignment"] == [
        {"targetFramework": "esco", "targetUrl": "https://esco.example/1"}
    ]


def _of(key: str) -> Event:
    detail = {"result": "worked", "support": 3, "grade": "E2"}
    return Event(Name.PERFORMED, NOW, key, "", 1, detail, 1)
