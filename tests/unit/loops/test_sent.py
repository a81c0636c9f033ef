"""What was sent is shown word for word, and can go by mail or file."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from jitdesk.loops.contribution import Contribution, Kind, read_contribution
from jitdesk.loops.mail import LONGEST, exact, mail_link
from jitdesk.loops.outbox import HANDED, NO_FOLDER, SENT, Outbox, Own
from jitdesk.loops.sent import RECORDS, sent_items
from tests.unit.loops.test_loops import did, said


def test_a_mail_holds_exactly_what_would_be_sent() -> None:
    one = said("the button is gone & “moved” 5 % up", Kind.STUCK, guide="a.b", sender="p-1")
    link = urlsplit(mail_link(one, "kim@example.org"))
    assert (link.scheme, link.path) == ("mailto", "kim@example.org")
    body = parse_qs(link.query)["body"][0].replace("\r\n", "\n")
    sent = body[body.index("{") :]
    assert sent == exact(one)
    assert read_contribution(sent.encode()) == one


def test_a_contact_that_is_no_address_leaves_it_open() -> None:
    one = said("x", Kind.ASK)
    for contact in ("the project page", "a@b.c?bcc=evil@x.y", ""):
        assert mail_link(one, contact).startswith("mailto:?subject=")


def test_a_link_that_no_program_would_take_is_none() -> None:
    long = said("ä" * 600, Kind.ASK)
    assert mail_link(long) == ""
    assert len(mail_link(said("short"))) <= LONGEST


def test_everything_that_left_is_listed_newest_first(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    old, new = said("old", day=1), said("new", Kind.SUGGEST, day=2, guide="a")
    box.put(Own(new, "", note=NO_FOLDER))
    box.put(Own(old, "/share", SENT))
    rows = sent_items(box.own(), [did(old, "found", 3)], ['{"id": 1}', '{"id": 2}'])
    assert [(r.kind, r.text, r.state, r.became) for r in rows] == [
        (RECORDS, "2", "sent", ""),
        ("suggest", "new", "waiting", ""),
        ("ask", "old", "sent", "found"),
    ]
    assert json.loads(rows[0].exact) == [{"id": 1}, {"id": 2}]
    assert rows[1].exact == exact(new)


def test_what_was_handed_over_waits_no_longer(tmp_path: Path) -> None:
    box = Outbox(tmp_path)
    one: Contribution = said("x")
    box.put(Own(one, ""))
    box.note_handed(one.id, "mail, 2026-03-02")
    assert box.waiting() == []
    assert [(o.state, o.note) for o in box.own()] == [(HANDED, "mail, 2026-03-02")]
