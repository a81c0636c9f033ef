"""What is remembered gives way one by one."""

from __future__ import annotations

from jitdesk.search.memory import Memory


def test_a_new_answer_takes_the_place_of_the_oldest_and_of_no_other() -> None:
    memory: Memory[str, int] = Memory(3)
    for number, name in enumerate("abc"):
        assert memory.keep(name, number) == number
    memory.keep("d", 3)
    assert dict(memory) == {"b": 1, "c": 2, "d": 3}
