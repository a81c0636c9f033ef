"""The hotkey plug of X11: synchronous key grabs, so that no typed letter is ever lost.

When the search chord is pressed the X server freezes the keyboard for us. We keep it
frozen until the popup really has the focus (a FocusIn event on its window, seen by our own
connection) and then let go: the letters typed meanwhile arrive in the popup, in order, and
none reaches the program below; neither does the chord itself. A deadline of 500 ms lets go
whatever happened, because a frozen keyboard is worse than a lost letter.

Everything runs in one thread with its own connection; other threads hand it work through a
queue and a pipe. While the chord is held the server repeats it: presses are ignored until
the key has been seen up (we ask, every 25 ms, only while it is held).
"""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import select
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from Xlib import X, error

from jitdesk.desktop.chord import Chord
from jitdesk.desktop.hotkey import SEARCH, Binding, OnLeft, OnPress, Press
from jitdesk.desktop.x11 import LOCKS, Connection
from jitdesk.errors import DesktopError

_log = logging.getLogger(__name__)

FREEZE_LIMIT: Final = 0.5
"""Seconds the keyboard may stay frozen; the watchdog of the measured prototype."""
_HELD_POLL: Final = 0.025
_EARLIEST_REPEAT: Final = 100
"""Milliseconds: no desktop offers a shorter delay before a key repeats."""
_TAKEN: Final = "Another program uses {chord} already."
_NO_KEY: Final = "This keyboard has no key for {chord}."


class X11Hotkey:
    """Grabs chords on the root window of an X server."""

    name = "X11 key grab"
    rebindable = True

    def __init__(self) -> None:
        """Prepare; nothing is connected before `start`."""
        self._work: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._wake_read, self._wake_write = os.pipe()
        self._thread: threading.Thread | None = None
        self._stopping = False
        self._listener: _Listener | None = None

    def start(self, on_press: OnPress) -> None:
        """Connect and start the thread; raises DesktopError without a display."""
        self._listener = _Listener(Connection(), on_press)
        self._thread = threading.Thread(target=self._run, name="x11-hotkey", daemon=True)
        self._thread.start()

    def bind(self, wanted: Mapping[str, Chord]) -> dict[str, Binding]:
        """Grab exactly `wanted`; waits for the server's answer, a few milliseconds."""
        return self._call(lambda listener: listener.bind(dict(wanted))) or {}

    def set_target(self, window_id: int, on_left: OnLeft) -> None:
        """Watch the focus of the popup's window."""
        self._call(lambda listener: listener.watch(window_id, on_left))

    def stop(self) -> None:
        """Give the grabs back and end the thread."""
        if self._thread is None:
            return
        self._stopping = True
        self._nudge()
        self._thread.join(2)
        self._thread = None

    def _call(self, job: Callable[[_Listener], Any]) -> Any:  # noqa: ANN401  (the job's answer)
        listener, thread = self._listener, self._thread
        if listener is None or thread is None or not thread.is_alive():
            raise DesktopError("The X11 hotkey listener is not running.")
        answer: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._work.put(lambda: answer.put(job(listener)))
        self._nudge()
        try:
            return answer.get(timeout=5)
        except queue.Empty:
            raise DesktopError("The X server does not answer.") from None

    def _nudge(self) -> None:
        os.write(self._wake_write, b"\0")

    def _run(self) -> None:
        assert self._listener is not None  # noqa: S101  (set before the thread starts)
        try:
            while not self._stopping:
                self._listener.handle_pending()
                self._wait(self._listener)
        except (error.ConnectionClosedError, OSError) as failure:
            if not self._stopping:
                _log.warning("the X server went away: %s", failure)
        with contextlib.suppress(error.ConnectionClosedError, OSError):
            self._listener.close()

    def _wait(self, listener: _Listener) -> None:
        ready, _, _ = select.select([listener.fileno(), self._wake_read], [], [], listener.timeout)
        if self._wake_read in ready:
            os.read(self._wake_read, 4096)
        while not self._work.empty():
            self._work.get()()


class _Listener:
    """What happens in the thread: grabs, presses, freezing and thawing."""

    def __init__(self, connection: Connection, on_press: OnPress) -> None:
        self._x = connection
        self._on_press = on_press
        self._wanted: dict[str, Chord] = {}
        self._codes: dict[tuple[int, int], str] = {}
        self._target = 0
        self._on_left: OnLeft | None = None
        self._held: dict[int, int] = {}
        connection.display.set_error_handler(_log_error)

    @property
    def timeout(self) -> float | None:
        """How long the thread may sleep: for ever unless a key is held."""
        return _HELD_POLL if self._held else None

    def fileno(self) -> int:
        return int(self._x.display.fileno())

    def close(self) -> None:
        self._release_all()
        self._x.display.sync()
        self._x.close()

    def watch(self, window_id: int, on_left: OnLeft) -> None:
        """Hear focus changes of the popup's window."""
        self._target, self._on_left = window_id, on_left
        if window_id:
            window = self._x.display.create_resource_object("window", window_id)
            window.change_attributes(event_mask=X.FocusChangeMask)
            self._x.display.sync()

    def bind(self, wanted: dict[str, Chord]) -> dict[str, Binding]:
        """Grab each chord under every lock state; one that is refused is given back whole."""
        self._release_all()
        self._wanted = wanted
        results = {name: self._grab(name, chord) for name, chord in wanted.items()}
        self._x.display.sync()
        return results

    def _grab(self, name: str, chord: Chord) -> Binding:
        code, mask = self._x.key_code(chord), self._x.mask(chord)
        if not code:
            return Binding(chord, False, _NO_KEY.format(chord=chord))
        mode = X.GrabModeSync if name == SEARCH else X.GrabModeAsync
        refused = error.CatchError(error.BadAccess)
        for lock in LOCKS:
            self._x.root.grab_key(code, mask | lock, True, X.GrabModeAsync, mode, onerror=refused)
        self._x.display.sync()
        if refused.get_error() is not None:
            for lock in LOCKS:
                self._x.root.ungrab_key(code, mask | lock)
            return Binding(chord, False, _TAKEN.format(chord=chord))
        self._codes[code, mask] = name
        return Binding(chord, True)

    def _release_all(self) -> None:
        for code, mask in self._codes:
            for lock in LOCKS:
                self._x.root.ungrab_key(code, mask | lock)
        self._codes.clear()
        self._held.clear()

    def handle_pending(self) -> None:
        """Handle every event that has arrived, and forget keys that are up again.

        To ask whether a key is down is a round trip, which may bring further events along;
        they are in the library's queue then, where `select` on the socket does not see them.
        """
        arrived = True
        while arrived:
            while self._x.display.pending_events():
                self._handle(self._x.display.next_event())
            self._held = {code: at for code, at in self._held.items() if self._x.key_is_down(code)}
            arrived = bool(self._x.display.pending_events())

    def _handle(self, happened: Any) -> None:  # noqa: ANN401  (python-xlib has no event types)
        if happened.type == X.KeyPress:
            self._pressed(happened)
        elif happened.type == X.FocusOut:
            self._lost_focus(happened)
        elif happened.type == X.MappingNotify:
            self._x.display.refresh_keyboard_mapping(happened)
            if happened.request != X.MappingPointer:
                self.bind(self._wanted)

    def _pressed(self, press: Any) -> None:  # noqa: ANN401  (as above)
        mask = press.state & (X.ControlMask | X.Mod1Mask | X.ShiftMask | X.Mod4Mask)
        name = self._codes.get((press.detail, mask))
        try:
            if name is not None and not self._is_repeat(press):
                self._held[press.detail] = press.time
                self._fire(name, press.time)
        finally:
            # Also for a repeat and for a grab that was given back meanwhile: every press
            # through a synchronous grab leaves the keyboard frozen until we say otherwise.
            self._thaw()

    def _is_repeat(self, press: Any) -> bool:  # noqa: ANN401  (as above)
        """A held key repeats, but never as early as this; a quick second press does come so."""
        since = self._held.get(press.detail)
        return since is not None and press.time - since > _EARLIEST_REPEAT

    def _lost_focus(self, happened: Any) -> None:  # noqa: ANN401  (as above)
        """Tell that the popup was left.

        Qt tells nothing when the focus came and went between two looks at its queue. A grab
        (our own hotkey, an open menu) borrows the keyboard and is no leaving.
        """
        real = happened.mode in {X.NotifyNormal, X.NotifyWhileGrabbed}
        if real and self._on_left is not None and self._x.focus_id() != self._target:
            self._on_left()

    def _fire(self, name: str, stamp: int) -> None:
        if name != SEARCH:
            self._on_press(Press(name, stamp))
            return
        focused, front = self._x.front()
        inside = bool(self._target) and focused == self._target
        self._on_press(Press(name, stamp, None if inside else front, in_search=inside))
        if self._target and not inside:
            self._await_focus(time.monotonic() + FREEZE_LIMIT)

    def _await_focus(self, deadline: float) -> None:
        while (left := deadline - time.monotonic()) > 0:
            while self._x.display.pending_events():
                if self._is_focus(self._x.display.next_event()):
                    return
            select.select([self.fileno()], [], [], left)
        _log.warning("the popup did not get the focus within %d ms", FREEZE_LIMIT * 1000)

    def _is_focus(self, happened: Any) -> bool:  # noqa: ANN401  (as above)
        return bool(happened.type == X.FocusIn and happened.window.id == self._target)

    def _thaw(self) -> None:
        self._x.display.ungrab_keyboard(X.CurrentTime)
        self._x.display.sync()


def _log_error(failure: Any, _request: Any = None) -> None:  # noqa: ANN401  (python-xlib)
    _log.warning("X11 error: %s", type(failure).__name__)
