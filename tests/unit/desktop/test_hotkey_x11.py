"""The X11 listener: what a round trip brings along is handled, too."""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace
from typing import Any

from Xlib import X

from jitdesk.desktop.hotkey import Press
from jitdesk.desktop.hotkey_x11 import _Listener

CODE, MASK = 36, X.ControlMask | X.Mod1Mask


class Server:
    """A display and its connection; an answer may bring events into the queue."""

    def __init__(self) -> None:
        self.queue: deque[Any] = deque()
        self.brought: deque[Any] = deque()
        self.display = self

    def set_error_handler(self, _handler: object) -> None: ...

    def pending_events(self) -> int:
        return len(self.queue)

    def next_event(self) -> object:
        return self.queue.popleft()

    def key_is_down(self, _code: int) -> bool:
        if self.brought:
            self.queue.append(self.brought.popleft())
        return False

    def ungrab_keyboard(self, _time: int) -> None: ...

    def sync(self) -> None: ...


def press(time: int) -> SimpleNamespace:
    return SimpleNamespace(type=X.KeyPress, detail=CODE, state=MASK, time=time)


def test_a_press_that_comes_with_an_answer_is_not_left_in_the_queue() -> None:
    """The second of two quick ticks was handled only at the next key, seconds later."""
    server, pressed = Server(), list[Press]()
    listener = _Listener(server, pressed.append)  # type: ignore[arg-type]
    listener._codes = {(CODE, MASK): "step_tick"}
    server.queue.append(press(1000))
    server.brought.append(press(1027))
    listener.handle_pending()
    assert [one.name for one in pressed] == ["step_tick", "step_tick"]
    assert not server.queue
