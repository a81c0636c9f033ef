"""The live plug as signals: which one, what is bound, and what is free."""

from __future__ import annotations

from collections.abc import Mapping

from pytestqt.qtbot import QtBot

from jitdesk.desktop.chord import FREE_CANDIDATES, Chord, parse_chord
from jitdesk.desktop.hotkey import SEARCH, Binding, OnLeft, OnPress, Press
from jitdesk.errors import DesktopError
from jitdesk.services.hotkey import HotkeyService


class Keyboard:
    """A plug in which some chords belong to others."""

    name = "test keyboard"
    rebindable = True

    def __init__(self, *taken: str, works: bool = True) -> None:
        self.taken = {parse_chord(text) for text in taken}
        self.works = works
        self.live: dict[str, Chord] = {}

    def start(self, on_press: OnPress) -> None:
        if not self.works:
            raise DesktopError("not on this desktop")
        self.press = on_press

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        self.live = {name: chord for name, chord in wanted.items() if chord not in self.taken}
        return {
            name: Binding(chord, name in self.live, "" if name in self.live else "Taken.")
            for name, chord in wanted.items()
        }

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        self.leave = on_left

    def stop(self) -> None:
        self.live = {}


def started(*plugs: Keyboard) -> HotkeyService:
    service = HotkeyService(plugs)
    service.start()
    return service


def test_the_first_plug_that_works_is_live(qtbot: QtBot) -> None:
    service = started(Keyboard(works=False), Keyboard())
    assert service.plug_name == "test keyboard"
    assert started(Keyboard(works=False)).plug_name.startswith("none")


def test_a_press_is_counted_and_told(qtbot: QtBot) -> None:
    keyboard = Keyboard()
    service = started(keyboard)
    with qtbot.waitSignal(service.pressed) as told:
        keyboard.press(Press(SEARCH, 7))
    assert told.args == [Press(SEARCH, 7)]
    assert service.presses == 1


def test_step_keys_come_and_go_beside_the_search(qtbot: QtBot) -> None:
    keyboard = Keyboard()
    service = started(keyboard)
    service.bind({SEARCH: parse_chord("Ctrl+F1")})
    service.bind({"step_next": parse_chord("Ctrl+F2")})
    assert set(keyboard.live) == {SEARCH, "step_next"}
    service.unbind(["step_next", "step_back"])
    assert set(keyboard.live) == {SEARCH}


def test_a_taken_hotkey_is_said_and_a_free_one_offered_but_not_taken(qtbot: QtBot) -> None:
    keyboard = Keyboard(*FREE_CANDIDATES[:2])
    service = started(keyboard)
    wanted = parse_chord(FREE_CANDIDATES[0])
    assert service.bind({SEARCH: wanted})[SEARCH] == Binding(wanted, False, "Taken.")
    assert service.free_chord() == parse_chord(FREE_CANDIDATES[2])
    assert service.bindings[SEARCH].chord == wanted
    assert keyboard.live == {}


def test_nothing_is_offered_when_everything_is_taken(qtbot: QtBot) -> None:
    service = started(Keyboard(*FREE_CANDIDATES))
    service.bind({SEARCH: parse_chord(FREE_CANDIDATES[0])})
    assert service.free_chord() is None


def test_without_any_plug_every_binding_says_why(qtbot: QtBot) -> None:
    service = started()
    binding = service.bind({SEARCH: parse_chord("Ctrl+F1")})[SEARCH]
    assert not binding.bound
    assert binding.reason


def test_a_window_that_was_left_is_told(qtbot: QtBot) -> None:
    keyboard = Keyboard()
    service = started(keyboard)
    service.set_target(5)
    with qtbot.waitSignal(service.target_left):
        keyboard.leave()
