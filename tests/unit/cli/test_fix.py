"""Who may write a page puts a step right at once; the difference is kept."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.unit.cli.test_inbox import Person, inbox


def test_a_step_is_put_right_with_a_patch_version_and_credit(
    person: Person,
    share: Path,
) -> None:
    code, said = person(
        "ann", "inbox", "fix", "team.pay", "1", "**Open the new one.**", "--name", "Ann", "--json"
    )
    assert (code, json.loads(said)["version"]) == (0, "1.0.1")
    page = (share / "guides" / "pay.md").read_text()
    assert "1. **Open the new one.**" in page
    assert "version: 1.0.1" in page
    assert "thanks to Ann" in page
    (sent,) = (json.loads(f.read_text()) for f in (share / "_inbox").glob("*.json"))
    assert sent["more"] == {"was": "**Open it.**", "now": "**Open the new one.**"}
    person("ann", "sync")
    assert "Open the new one" in person("ann", "show", "team.pay")[1]
    assert inbox(person)["loops"] == []  # nobody has to answer it
    assert "fixed" in person("author", "inbox", "--all", "--json")[1]


def test_the_step_must_be_the_one_that_was_seen(person: Person, share: Path) -> None:
    before = (share / "guides" / "pay.md").read_text()
    code, said = person(
        "ann", "inbox", "fix", "team.pay", "1", "**Open two.**", "--was", "**Open none.**"
    )
    assert code == 2
    assert "changed meanwhile" in said
    assert (share / "guides" / "pay.md").read_text() == before


@pytest.mark.parametrize("step", ["0", "2"])
def test_a_step_that_is_none_is_refused_in_a_sentence(person: Person, step: str) -> None:
    code, said = person("ann", "inbox", "fix", "team.pay", step, "words")
    assert code == 2
    assert "open the page" in said


def test_a_shipped_page_is_not_written(person: Person, share: Path) -> None:
    code, said = person("ann", "inbox", "fix", "mail.confirm-external-email", "1", "words")
    assert code == 3
    assert "suggest it instead" in said


def test_which_packs_may_be_written_is_told_to_the_app(
    person: Person,
    share: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert json.loads(person("ann", "inbox", "send", "--json")[1])["editable"] == ["team"]
    (share / "guides" / "pay.md").chmod(stat.S_IRUSR)
    monkeypatch.setattr("jitdesk.library.writable.os.access", lambda *_: False)  # root may all
    assert json.loads(person("ann", "inbox", "send", "--json")[1])["editable"] == []


def test_words_that_begin_with_a_dash_are_words(person: Person, share: Path) -> None:
    words = ("--json", "--was=**Open it.**", "--name=-Ann", "--", "team.pay", "1", "-new")
    assert person("ann", "inbox", "fix", *words)[0] == 0
    assert "1. -new" in (share / "guides" / "pay.md").read_text()
