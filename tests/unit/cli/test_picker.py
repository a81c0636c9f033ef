"""The search in a terminal, by its keys, on a screen that is not drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.base import PipeInput
from prompt_toolkit.output import DummyOutput

from jitdesk.cli.picker import Picker, pick
from jitdesk.search.hit import Hit
from tests.support.services import hit_for

UP, DOWN, ENTER, ESC, THROUGH = "\x1b[A", "\x1b[B", "\r", "\x1b", "\x10"


def find(text: str) -> Sequence[Hit]:
    return [] if text == "none" else [hit_for(text or "first", rank) for rank in (1, 2, 3)]


@pytest.fixture(name="keys")
def pipe() -> Iterator[PipeInput]:
    with create_pipe_input() as made:
        yield made


def chosen(keys: PipeInput, text: str) -> tuple[str, bool] | None:
    keys.send_text(text)
    picker = Picker(find, lambda hit, _width: f"# {hit.title}")
    found = pick(picker, keys=keys, screen=DummyOutput())
    return None if found is None else (found[0].title, found[1])


def test_what_is_typed_is_found_and_opened(keys: PipeInput) -> None:
    assert chosen(keys, f"mail{ENTER}") == ("mail 1", False)


def test_the_arrows_move_round_and_round(keys: PipeInput) -> None:
    assert chosen(keys, f"mail{DOWN}{DOWN}{ENTER}") == ("mail 3", False)
    assert chosen(keys, f"mail{UP}{ENTER}") == ("mail 3", False)


def test_it_is_gone_through_on_its_key(keys: PipeInput) -> None:
    assert chosen(keys, f"a{THROUGH}") == ("a 1", True)


def test_esc_leaves_and_enter_on_nothing_waits(keys: PipeInput) -> None:
    assert chosen(keys, ESC) is None
    assert chosen(keys, f"none{ENTER}\x03") is None


def test_a_row_is_as_wide_as_it_may_be_and_drawn_once() -> None:
    shown: list[int] = []

    def show(hit: Hit, width: int) -> str:
        shown.append(width)
        return hit.title

    picker = Picker(find, show)
    picker.typed("a\tvery\x07 long question")
    lines = "".join(text for _, text in picker.rows(20)).split("\n")
    assert {len(line) for line in lines[:-1]} == {20}
    assert all(line.isprintable() for line in lines)
    assert picker.preview(30) == picker.preview(30) == picker.hits[0].title
    assert shown == [30]


def test_nothing_found_is_said() -> None:
    picker = Picker(find, lambda _hit, _width: "")
    picker.typed("none")
    assert "No guide" in picker.rows(40)[0][1]
    assert picker.preview(40) == ""
