"""Enter never acts on the rows of an older text (pain 5)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jitdesk.app.enter_gate import EnterGate


def test_enter_acts_at_once_when_the_rows_are_those_of_the_text() -> None:
    gate = EnterGate()
    gate.typed("vpn")
    gate.arrived("vpn")
    assert gate.entered()


def test_enter_waits_for_its_answer_and_then_acts_once() -> None:
    gate = EnterGate()
    gate.typed("vpn")
    assert not gate.entered()
    assert not gate.arrived("vp")
    assert gate.arrived("vpn")
    assert not gate.arrived("vpn")


def test_typing_on_drops_a_waiting_enter() -> None:
    gate = EnterGate()
    gate.typed("vp")
    gate.entered()
    gate.typed("vpn")
    assert not gate.arrived("vpn")


def test_giving_up_is_told_once() -> None:
    gate = EnterGate()
    gate.typed("vpn")
    gate.entered()
    assert gate.give_up()
    assert not gate.give_up()
    assert not gate.arrived("vpn")


@given(st.lists(st.tuples(st.sampled_from(["type", "enter", "answer"]), st.text("ab", max_size=2))))
def test_whatever_the_order_only_rows_of_the_present_text_are_acted_on(
    steps: list[tuple[str, str]],
) -> None:
    gate, typed, shown = EnterGate(), "", ""
    for kind, text in steps:
        if kind == "type":
            typed = text
            gate.typed(text)
        elif kind == "answer":
            shown = text
            assert not gate.arrived(text) or shown == typed
        else:
            assert gate.entered() == (shown == typed)
