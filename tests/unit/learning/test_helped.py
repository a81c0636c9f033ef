"""What helped for some words lifts the same guide for words like these."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.learning.helped import Helped, lifts
from jitdesk.learning.records_file import open_records

VPN = Helped(frozenset({"vpn", "connect"}), "outlook", "it/vpn", 1)


@pytest.mark.parametrize(
    ("asked", "app", "value"),
    [
        (("vpn", "connect"), "outlook", 0.667),
        (("connect", "vpn"), "", 0.667),
        (("vpn", "conn"), "outlook", 0.667),
        (("vpn", "connect"), "firefox", 0.4),
        (("vpn",), "outlook", 0.333),
        (("printer", "connect"), "outlook", None),
        ((), "outlook", None),
    ],
)
def test_the_more_alike_the_words_the_higher(
    asked: tuple[str, ...], app: str, value: float | None
) -> None:
    assert lifts([VPN], asked, app).get("it/vpn") == value


def test_each_time_it_helps_it_rises_and_it_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite"
    records = open_records(file)
    for _ in range(3):
        records.note_helped(("vpn", "connect"), "outlook", "it/vpn")
    records.close()
    records = open_records(file)
    assert records.helped() == (Helped(VPN.words, "outlook", "it/vpn", 3),)
    assert lifts(records.helped(), ("vpn", "connect"), "outlook")["it/vpn"] > 0.8
    records.forget()
    assert records.helped() == ()
    records.close()


def test_records_of_the_first_version_are_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "records.sqlite"
    records = open_records(file)
    records.note_opened("p/a")
    records._db.executescript(
        "DROP TABLE helped; DROP TABLE entry; DROP TABLE seen; DROP TABLE kept;"
        "DROP TABLE event; DROP TABLE event_count; DROP TABLE fact;"
        "ALTER TABLE run DROP COLUMN version; PRAGMA user_version = 1;"
    )
    records.close()
    records = open_records(file)
    records.note_helped(("a",), "", "p/a")
    assert records.recent() == ["p/a"]
    assert len(records.helped()) == 1
    records.close()
