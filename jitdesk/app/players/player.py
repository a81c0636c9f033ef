"""`Player`: one way of using an open guide; what the reading controller asks of all of them.

A player owns its view and decides by the rules of `jitdesk.learning`; what a person does
goes to the reading service first and is drawn when it comes back stored (`take`).
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jitdesk.learning.event import Support
from jitdesk.learning.run import Run
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.theme import Theme


class Place(NamedTuple):
    """Where the person is, in words and as done of total."""

    text: str
    done: int
    total: int


class Keeper(Protocol):
    """What stores a run: the reading service, or a rehearsal that stores nothing."""

    def tick(self, run: Run, item: str, *, ticked: bool, position: str) -> None:
        """Store a tick; answered by `Player.take`."""

    def note(
        self, run: Run, item: str, kind: str, text: str, *, position: str | None = None
    ) -> None:
        """Store what a run says of an item; answered by `Player.take`."""

    def move(self, run: Run, position: str) -> None:
        """Store the current step."""

    def note_view(self, key: str, view: str) -> None:
        """Remember how much of a guide the person wants to see."""

    def keep(self, name: str, value: str) -> None:
        """Remember a value for other templates."""


class Tools(NamedTuple):
    """What a player draws and stores with."""

    maker: BlockMaker
    theme: Theme
    reading: Keeper


class Player(QObject):
    """The common part; the methods of moving do nothing unless a player says otherwise."""

    marked = Signal()
    """The current row or the place changed: the window marks anew."""
    used = Signal()
    """The person did something with the guide: it was more than looked at."""
    told = Signal(str)
    """One sentence for the line at the foot of the window."""
    restart_wanted = Signal()
    replaced = Signal()
    """The view is another one now."""

    view: ReaderView
    side: QWidget | None = None
    """What stands beside the view, for players that need the room."""
    takes_focus = False
    """Whether it is of no use without the keyboard, so that the window takes the focus."""
    hint = ""
    """The keys that work while the window has the focus."""
    support = Support.FULL
    """How much of the page stands beside the doing."""

    def __init__(self, opened: Opened, tools: Tools) -> None:
        """Take the guide and its run."""
        super().__init__()
        self.opened, self.run = opened, opened.run
        self.make, self.theme, self.reading = tools
        self._copied = False

    def take(self, run: Run) -> None:
        """Draw the run as it is stored."""
        self.run = run

    def not_stored(self) -> None:
        """Forget what waits for its answer: it could not be stored; draw what is."""
        self.take(self.run)

    def next(self) -> None:
        """Move on."""

    def back(self) -> None:
        """Move back."""

    def act(self) -> None:
        """Do what is marked: tick the item, choose the answer."""

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:  # noqa: ARG002
        """Act on a key while the window has the focus; False leaves it to the window."""
        return False

    def place(self) -> Place:
        """Return where the person is."""
        return Place("", 0, 1)

    @property
    def stop(self) -> str:
        """Key of the step or item that the person is at, "" = none of the page."""
        return ""

    @property
    def anchor(self) -> str:
        """What a link to this place names, "" = the guide as a whole."""
        return ""

    def current(self) -> QWidget | None:
        """Return the widget to keep in sight."""
        return None

    def show_anchor(self, anchor: str) -> QWidget | None:  # noqa: ARG002
        """Return the widget of a heading, None if there is none."""
        return None

    def snippet(self) -> str:
        """Return the text that can go into the person's program, "" = there is none here."""
        return ""

    def leave(self) -> None:
        """Tell what was typed and not stored yet; the guide is about to be closed."""

    @property
    def finished(self) -> bool:
        """Whether the run is at its end, so that the next opening begins anew."""
        return False

    @property
    def trace(self) -> bool:
        """Whether the doing left something: a value, a copied text, an outcome."""
        return self._copied or bool(self.run.values())

    # -- for the players -------------------------------------------------------------------

    def note(self, item: str, kind: str, text: str, position: str | None = None) -> None:
        """Store what a run says of an item; answered by `take`."""
        self.used.emit()
        self.reading.note(self.run, item, kind, text, position=position)

    def copy(self, text: str, said: str) -> None:
        """Put text into the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self._copied = True
        self.used.emit()
        self.told.emit(said)
