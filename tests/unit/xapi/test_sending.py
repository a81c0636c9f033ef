"""Sending: in order, in batches, again when the store was away; nothing lost, nothing twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from jitdesk.cli.main import run
from jitdesk.errors import SettingsError, ShareError
from jitdesk.learning.event import Event, Name
from jitdesk.learning.history import History
from jitdesk.learning.records_file import open_records
from jitdesk.paths import find_paths
from jitdesk.xapi.outgoing import BATCH, begin_sharing, send_waiting, waiting
from jitdesk.xapi.sent_log import SentLog
from jitdesk.xapi.statements import Writer
from jitdesk.xapi.store import RefusedError, read_settings
from tests.support.statements import BASE, GUIDE, writer


class FakeStore:
    """Takes statements by id; can be away, and can refuse some for good."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] = {}
        self.calls: list[int] = []
        self.away = 0
        self.refuse: Callable[[dict[str, Any]], bool] = lambda _statement: False

    def send(self, statements: Sequence[dict[str, Any]]) -> None:
        if self.away:
            self.away -= 1
            raise ShareError("away")
        if any(self.refuse(s) for s in statements):
            raise RefusedError("400")
        self.calls.append(len(statements))
        self.kept |= {s["id"]: s for s in statements}


@pytest.fixture
def history(tmp_path: Path) -> History:
    return open_records(tmp_path / "records.sqlite").history


def use(history: History, times: int) -> None:
    history.append([Event(Name.OPENED, 1_000.0 + n, GUIDE) for n in range(times)])


def sending(history: History, store: FakeStore) -> Any:
    pauses: list[int] = []
    done = send_waiting(history, writer(), store, pauses.append)
    return done, pauses


def test_what_was_before_the_consent_stays(history: History) -> None:
    use(history, 5)
    begin_sharing(history)
    use(history, 2)
    store = FakeStore()
    assert sending(history, store)[0].sent == 2
    assert len(store.kept) == 2


def test_many_go_in_batches_and_once(history: History) -> None:
    use(history, 120)
    store = FakeStore()
    assert sending(history, store)[0].sent == 120
    assert store.calls == [BATCH, BATCH, 20]
    assert sending(history, store)[0].sent == 0
    assert waiting(history) == []


def test_a_store_that_is_away_for_a_day_loses_none(history: History) -> None:
    use(history, 70)
    store = FakeStore()
    store.away = 99
    done, pauses = sending(history, store)
    assert (done.sent, done.waiting, pauses) == (0, 70, [1, 2])
    use(history, 5)
    store.away = 1
    done, _ = sending(history, store)
    assert (done.sent, done.waiting) == (75, 0)
    assert len(store.kept) == 75


def test_a_connection_that_broke_after_the_store_took_them_changes_nothing(
    history: History,
) -> None:
    use(history, 3)
    store = FakeStore()
    sending(history, store)
    history.remember("xapi-sent", "0")  # we never heard the answer
    sending(history, store)
    assert len(store.kept) == 3


def test_one_that_is_refused_does_not_hold_up_the_others(history: History) -> None:
    use(history, 10)
    store = FakeStore()
    bad = writer().statements(history.events())[4]["id"]
    store.refuse = lambda s: s["id"] == bad
    done, _ = sending(history, store)
    assert (done.sent, done.refused, len(store.kept)) == (9, 1, 9)
    assert waiting(history) == []


def test_what_the_store_has_is_kept_word_for_word_to_be_read(
    history: History, tmp_path: Path
) -> None:
    use(history, 10)
    store, log = FakeStore(), SentLog(tmp_path / "sent.jsonl")
    bad = writer().statements(history.events())[4]["id"]
    store.refuse = lambda s: s["id"] == bad
    send_waiting(history, writer(), store, lambda _n: None, log.add)
    kept = [json.loads(row) for row in log.rows()]
    assert kept == list(store.kept.values())
    log.delete()
    assert log.rows() == []


def test_events_that_are_not_shared_move_on_silently(history: History) -> None:
    history.append([Event(Name.STUCK, 1.0, GUIDE, detail={"words": "x"})])
    store = FakeStore()
    assert sending(history, store)[0].sent == 0
    assert store.calls == []
    assert waiting(history) == []


@pytest.mark.parametrize(
    "text",
    ["endpoint: http://lrs.example\nbase: https://a.example/", "base: https://a.example/", "x"],
)
def test_a_store_without_https_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "xapi.yaml"
    file.write_text(text)
    with pytest.raises(SettingsError, match="https"):
        read_settings(file)


def test_without_the_organisation_there_is_no_store(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.yaml") is None


# -- the command ------------------------------------------------------------------------


@pytest.fixture
def organisation() -> Path:
    file = find_paths().xapi_file
    file.parent.mkdir(parents=True)
    file.write_text(f"endpoint: http://127.0.0.1:9\nbase: {BASE}\n")
    return file


def test_nothing_is_sent_before_both_sides_agree(
    organisation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = open_records(find_paths().records_file)
    use(records.history, 2)
    assert run(["xapi", "send"]) == 0
    assert "Nothing is shared." in capsys.readouterr().out
    assert run(["xapi", "start"]) == 2  # the preview comes first
    assert run(["xapi", "preview", "--json"]) == 0
    told = json.loads(capsys.readouterr().out.partition("{")[2].join(["{", ""]))
    assert (told["agreed"], len(told["statements"])) == (False, 2)
    assert run(["xapi", "start", "--yes"]) == 0
    use(records.history, 1)
    capsys.readouterr()
    assert run(["xapi", "send"]) == 0
    assert "Waiting: 1" in capsys.readouterr().out  # the store is away
    assert run(["xapi", "stop"]) == 0
    run(["xapi", "send"])
    assert "Nothing is shared." in capsys.readouterr().out


def test_another_endpoint_asks_anew(organisation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["xapi", "start", "--yes"])
    organisation.write_text(f"endpoint: http://127.0.0.1:10\nbase: {BASE}\n")
    capsys.readouterr()
    run(["xapi", "send"])
    assert "Nothing is shared." in capsys.readouterr().out


def test_the_writer_names_no_guide_that_is_not_installed() -> None:
    made = Writer(BASE, "p-00000000", {}).statement(Event(Name.OPENED, 1.0, "a/b", id=1))
    assert made is not None
    assert made["object"]["definition"]["name"] == {"en": "a/b"}
