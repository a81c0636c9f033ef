"""A chord is read as people write it."""

from __future__ import annotations

import pytest

from jitdesk.desktop.chord import FREE_CANDIDATES, Chord, parse_chord
from jitdesk.errors import DesktopError


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ctrl+Alt+Space", "Ctrl+Alt+Space"),
        ("alt + control + space", "Ctrl+Alt+Space"),
        ("strg+umschalt+a".replace("umschalt", "shift"), "Ctrl+Shift+A"),
        ("win+F1", "Super+F1"),
        ("ctrl+page_down", "Ctrl+PgDown"),
        ("ctrl++", "Ctrl++"),
        ("cmd+enter", "Super+Return"),
    ],
)
def test_spellings_of_people_mean_one_chord(text: str, shown: str) -> None:
    assert str(parse_chord(text)) == shown


@pytest.mark.parametrize("text", ["", "Ctrl+Alt", "Ctrl+A+B", "Ctrl+Nokey", "+"])
def test_what_is_no_chord_is_said_in_a_sentence(text: str) -> None:
    with pytest.raises(DesktopError, match=r"hotkey|key called"):
        parse_chord(text)


def test_a_key_that_people_type_is_not_safe_alone() -> None:
    assert not Chord("A").is_safe
    assert not Chord("A", ("Shift",)).is_safe
    assert Chord("F4").is_safe
    assert Chord("A", ("Ctrl",)).is_safe


def test_offers_hold_no_letter_that_moves_with_the_layout() -> None:
    assert all(len(parse_chord(text).key) > 1 for text in FREE_CANDIDATES)
