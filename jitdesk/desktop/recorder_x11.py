"""The recorder plug of X11: the picture is taken before the click is delivered.

A button that goes down freezes the pointer for us (a synchronous grab on the root window).
While it is frozen the program below has not heard of the click: the dialog that it closes
still stands. We take the picture, ask what the control is called, and let the click go to
where it was meant for (`ReplayPointer`). After `FREEZE_LIMIT` it goes in any case, and what
came too late is thrown away. A process that dies gives its grabs back with its connection.

Threads, each with its own connection: one holds the pointer and does nothing else; one
hears keys, the wheel and releases (`keys_x11`); one works through all of it in order. A
click while another program holds the pointer (an open menu) is seen by the second only: its
picture is taken at once, which is before the button goes up, and that is when menus act.
"""

from __future__ import annotations

import contextlib
import logging
import math
import os
import queue
import select
import threading
import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, Final

from Xlib import X, error

from jitdesk.authoring.recording import (
    FIELDS,
    Box,
    Chord,
    Click,
    Control,
    Event,
    Place,
    Release,
    Role,
    Scroll,
    Typed,
)
from jitdesk.desktop.accessibility import AccessibilityPlug, NullAccessibility
from jitdesk.desktop.keys_x11 import TEXT, Happening, KeyListener, as_named
from jitdesk.desktop.recorder import OnEvent, Shot
from jitdesk.desktop.windows_x11 import SeenWindow, WindowFinder, around
from jitdesk.desktop.x11 import LOCKS, Connection
from jitdesk.errors import DesktopError

_log = logging.getLogger(__name__)

FREEZE_LIMIT: Final = 0.3
"""Seconds a click may wait for its picture: below what a hand notices as broken."""
_AFTERGLOW: Final = 0.25
"""Seconds: nobody types into another program so soon after a key in ours."""
_BUTTONS: Final = (1, 2, 3)
_WHEEL: Final = frozenset({4, 5})
_PICTURE: Final = (560, 420)
"""Logical pixels: what is still read when a guide window shows it 350 wide."""
_WORKED: Final = frozenset({Role.BUTTON, Role.CHECK, Role.TAB, Role.MENU})
"""What Enter and the space bar work."""

Capture = Callable[[Connection, Box], bytes]
OpenSpeech = Callable[[], AccessibilityPlug]


def capture(connection: Connection, box: Box) -> bytes:
    """Return a piece of the screen as it is now, four bytes a pixel (2-15 ms)."""
    return bytes(connection.root.get_image(*box, X.ZPixmap, 0xFFFFFFFF).data)


def open_speech() -> AccessibilityPlug:
    """Return what names controls; the Null where the system has nothing."""
    try:
        from jitdesk.desktop.accessibility_atspi import AtspiAccessibility  # noqa: PLC0415

        return AtspiAccessibility()
    except (DesktopError, ImportError) as problem:
        _log.info("controls have no names: %s", problem)
        return NullAccessibility()


@dataclass(slots=True)
class _Press:
    """A button that went down; `done` when the click may go on."""

    button: int
    x: int
    y: int
    time: int
    done: threading.Event = field(default_factory=threading.Event)
    given_up: bool = False


class X11Recorder:
    """Records on an X server."""

    supported = True
    reason = ""

    def __init__(self, capture: Capture = capture, open_speech: OpenSpeech = open_speech) -> None:
        """Take how pictures are taken and controls named; nothing is connected before `start`."""
        self._capture, self._open_speech = capture, open_speech
        self._worker: _Worker | None = None
        self._keys: KeyListener | None = None
        self._holder: _PointerHolder | None = None

    def start(self, on_event: OnEvent, scale: float, ignored: Collection[str] = ()) -> None:
        """Connect and listen.

        Raises:
            DesktopError: there is no X server, or it does not let us.
        """
        self.stop()
        worker = _Worker(on_event, scale, frozenset(ignored), self._capture, self._open_speech)
        self._worker = worker
        try:
            self._keys = KeyListener(worker.happened)
            self._holder = _PointerHolder(worker.pressed)
        except DesktopError:
            self.stop()
            raise
        worker.start()
        self._keys.start()
        self._holder.start()

    def stop(self) -> None:
        """Give the pointer back first, then stop to listen."""
        holder, keys, worker = self._holder, self._keys, self._worker
        self._holder = self._keys = self._worker = None
        for part in (holder, keys, worker):
            if part is not None:
                part.stop()

    def mute_keys(self, mute: bool) -> None:
        """Hear no keys, or keys again in a moment."""
        if self._worker is not None:
            self._worker.mute_keys(mute)

    @property
    def waits(self) -> list[float]:
        """Seconds that the pointer was frozen, for each of the last clicks."""
        return list(self._holder.waits) if self._holder is not None else []


class _PointerHolder:
    """Freezes the pointer at each press until `pressed` is done with it."""

    def __init__(self, pressed: Callable[[int, int, int, int], _Press]) -> None:
        self._pressed = pressed
        self._x = Connection()
        self._wake_read, self._wake_write = os.pipe()
        self._stopping = False
        self._x.display.set_error_handler(_note_error)
        self.waits: deque[float] = deque(maxlen=500)
        self._grab()
        self._thread = threading.Thread(target=self._run, name="x11-pointer", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Release the buttons; a click that waits goes on."""
        self._stopping = True
        os.write(self._wake_write, b"\0")
        if self._thread.is_alive():
            self._thread.join(2.0)
        with contextlib.suppress(error.ConnectionClosedError, OSError):
            self._x.close()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _grab(self) -> None:
        """Grab the buttons with any modifiers; without, where somebody else has those.

        Raises:
            DesktopError: another program has them already, such as a second recorder.
        """
        refused = self._grab_with((X.AnyModifier,)) and self._grab_with(LOCKS)
        if refused:
            self._x.close()
            raise DesktopError("Another program holds the mouse buttons; close it and try again.")

    def _grab_with(self, masks: Collection[int]) -> bool:
        """Return whether the grab was refused."""
        refused = error.CatchError(error.BadAccess)
        for button in _BUTTONS:
            for mask in masks:
                self._x.root.grab_button(
                    button, mask, False, X.ButtonPressMask, X.GrabModeSync, X.GrabModeAsync,
                    X.NONE, X.NONE, onerror=refused,
                )  # fmt: skip
        self._x.display.sync()
        return refused.get_error() is not None

    def _run(self) -> None:
        try:
            while not self._stopping:
                while self._x.display.pending_events():
                    self._handle(self._x.display.next_event())
                select.select([self._x.display.fileno(), self._wake_read], [], [])
        except (error.ConnectionClosedError, OSError) as failure:
            _log.info("the X server went away: %s", type(failure).__name__)
        except Exception:  # noqa: BLE001  (barrier: see below)
            _log.exception("clicks are not recorded any more")
        finally:
            # Whatever happened: a grab that nobody answers would take the mouse away.
            with contextlib.suppress(error.ConnectionClosedError, OSError):
                self._x.close()

    def _handle(self, happened: Any) -> None:  # noqa: ANN401  (python-xlib has no types)
        if happened.type != X.ButtonPress:
            return
        begun = time.monotonic()
        try:
            told = (happened.detail, happened.root_x, happened.root_y, happened.time)
            press = self._pressed(*told)
            press.given_up = not press.done.wait(FREEZE_LIMIT)
        finally:
            self._x.display.allow_events(X.ReplayPointer, X.CurrentTime)
            self._x.display.flush()
        self.waits.append(time.monotonic() - begun)


class _Worker:
    """Looks, asks and tells, one event after the other."""

    def __init__(
        self,
        on_event: OnEvent,
        scale: float,
        ignored: frozenset[str],
        capture: Capture,
        open_speech: OpenSpeech,
    ) -> None:
        self._on_event = on_event
        self._ignored = frozenset(as_named(chord) for chord in ignored)
        self._largest = (round(_PICTURE[0] * scale), round(_PICTURE[1] * scale))
        self._capture, self._open_speech = capture, open_speech
        self._x = Connection()
        self._windows = WindowFinder(self._x)
        self._speech: AccessibilityPlug = NullAccessibility()
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._presses: deque[_Press] = deque(maxlen=16)
        self._lock = threading.Lock()
        self._down = False
        self._deaf_until = 0.0
        self._writing: tuple[Place, Control | None] | None = None
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="x11-recorder", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Drop what waits; nothing is told afterwards."""
        self._stopping = True
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(2.0)
        with contextlib.suppress(error.ConnectionClosedError, OSError):
            self._x.close()

    def mute_keys(self, mute: bool) -> None:
        """Take no keys from now on, or again after the one that is just being handled.

        The Enter that ends a note is looked at when the program has the keyboard again.
        """
        self._deaf_until = math.inf if mute else time.monotonic() + _AFTERGLOW

    def pressed(self, button: int, x: int, y: int, stamp: int) -> _Press:
        """Take a press, which two threads tell of; return the one that stands for both."""
        with self._lock:
            for known in self._presses:
                if (known.time, known.button) == (stamp, button):
                    return known
            press = _Press(button, x, y, stamp)
            self._presses.append(press)
        self._jobs.put(lambda: self._click(press))
        return press

    def happened(self, happening: Happening) -> None:
        """Take what the key listener hears."""
        if happening.kind == X.KeyPress:
            self._jobs.put(lambda: self._key(happening.key))
        elif happening.kind == X.ButtonRelease:
            self._jobs.put(lambda: self._release(happening))
        elif happening.button in _WHEEL:
            self._jobs.put(lambda: self._scroll(happening))
        elif happening.button in _BUTTONS:
            self.pressed(happening.button, happening.x, happening.y, happening.time)

    def _run(self) -> None:
        self._speech = self._open_speech()
        while (job := self._jobs.get()) is not None:
            try:
                if not self._stopping:
                    job()
            except error.ConnectionClosedError:
                break
            except (error.XError, OSError) as failure:
                _log.info("a window went while it was looked at: %s", type(failure).__name__)
            except Exception:  # noqa: BLE001  (barrier: one event must not end it)
                _log.exception("an event was not recorded")
        self._speech.close()

    def _tell(self, event: Event, shot: Shot | None = None) -> None:
        self._writing = (event.place, event.control) if isinstance(event, Typed) else None
        if not self._stopping:
            self._on_event(event, shot)

    def _click(self, press: _Press) -> None:
        self._down = False
        try:
            window = self._windows.at(press.x, press.y)
            if window is not None and window.ours:
                return
            point = (press.x, press.y)
            shot = self._shot(window, point) if not press.given_up else None
            control = self._control(window, point) if not press.given_up else None
            if press.given_up:  # what we saw may be from after the click
                shot = control = None
        finally:
            press.done.set()
        self._down = press.button == 1
        place = window.place if window is not None else Place()
        click = Click(press.button, *point, press.time, place, control)
        self._tell(click, shot)

    def _shot(self, window: SeenWindow | None, point: tuple[int, int]) -> Shot:
        screen = self._windows.screen
        box = around(window.frame if window is not None else screen, point, self._largest, screen)
        return Shot(self._capture(self._x, box), box, point)

    def _control(self, window: SeenWindow | None, point: tuple[int, int]) -> Control | None:
        return self._speech.control_at(window.asked, *point) if window is not None else None

    def _key(self, name: str) -> None:
        if time.monotonic() < self._deaf_until:
            return
        try:
            window = self._windows.active()
        except error.BadWindow:  # it closes at this moment; the next look finds its heir
            window = self._windows.active()
        if name in self._ignored or window is None or window.ours:
            return
        control = self._speech.focused(window.asked)
        worked = control if control is not None and control.role in _WORKED else None
        if name == TEXT or (name == "Space" and worked is None):
            self._text(window, control)
        else:
            on = worked if name in {"Space", "Enter"} else None
            self._tell(Chord(name, window.place, on))

    def _text(self, window: SeenWindow, control: Control | None) -> None:
        """Tell that something is typed: once, however many keys follow."""
        into = control if control is not None and control.role in FIELDS else None
        if self._writing == (window.place, into):
            return
        shot = None
        if into is not None and into.box is not None:
            x, y, width, height = into.box
            shot = self._shot(window, (x + width // 2, y + height // 2))
            shot = Shot(shot.data, shot.box)
        self._tell(Typed(window.place, into), shot)

    def _release(self, happening: Happening) -> None:
        if happening.button == 1 and self._down:
            self._down = False
            self._tell(Release(happening.x, happening.y))

    def _scroll(self, happening: Happening) -> None:
        window = self._windows.at(happening.x, happening.y)
        if window is None or not window.ours:
            self._tell(Scroll())


def _note_error(failure: Any, _request: Any = None) -> None:  # noqa: ANN401  (python-xlib)
    _log.info("X11 error: %s", type(failure).__name__)
