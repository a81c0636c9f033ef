"""`ChecklistPlayer`: a run through pause points, read-do or do-confirm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jitdesk.app.players.player import Place, Player, Tools
from jitdesk.guides.checklist import Checklist, Mode
from jitdesk.guides.page import Item
from jitdesk.learning.checklist_run import (
    State,
    current_item,
    current_point,
    missing,
    open_items,
    progress,
    record,
    state_of,
)
from jitdesk.learning.event import Support
from jitdesk.learning.run import Kind, Run
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.checklist_view import ChecklistView


class ChecklistPlayer(Player):
    """Items become true or are skipped with a reason; the call closes a pause point."""

    def __init__(self, opened: Opened, checklist: Checklist, tools: Tools) -> None:
        """Draw the run where it was left."""
        super().__init__(opened, tools)
        self._list = checklist
        self._marked = ""
        self._acts = 0
        self.view: ChecklistView = ChecklistView(checklist, self.make, self.theme)
        self.hint = self.tr("Enter it is so   S skip   U undo   R copy the record")
        if checklist.mode is Mode.DO_CONFIRM:
            self.support = Support.CUE
            self.hint = self.tr("Enter one is true   C all are true   S skip   R copy the record")
        view = self.view
        view.done_wanted.connect(self._done)
        view.undo_wanted.connect(self._undo)
        view.skip_wanted.connect(self._skip)
        view.value_written.connect(lambda name, text: self.note(name, Kind.VALUE, text))
        view.call_wanted.connect(self._call)
        view.copy_wanted.connect(self._copy)
        view.again_wanted.connect(self.restart_wanted)
        self.take(self.run)

    def take(self, run: Run) -> None:
        """Draw the run; a value that was written changes nothing that is drawn."""
        states = [state_of(item, run) for item in self._list.items]
        drawn = [state_of(item, self.run) for item in self._list.items]
        self.run = run
        if states == drawn and self._marked:
            return
        item = current_item(self._list, run)
        self._draw(item.key if item is not None else "")
        if self._acts and self._marked:
            self._acts -= 1
            self.act()

    def not_stored(self) -> None:
        """Forget what waits for its answer: it could not be stored; draw what is."""
        self._acts = 0
        self.take(self.run)

    @property
    def stop(self) -> str:
        """Key of the marked item."""
        return self._marked

    def next(self) -> None:
        """Mark the next open item."""
        self._move(1)

    def back(self) -> None:
        """Mark the open item before; in read-do take the last one back."""
        if self._list.mode is Mode.READ_DO:
            self._undo_last()
        else:
            self._move(-1)

    def act(self) -> None:
        """Make the marked item true; a press while one is being stored is for the next."""
        if self._marked:
            self._done(self._marked)
        elif not self.finished:
            self._acts += 1

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:
        """Skip, undo, call, copy, again."""
        if control:
            return False
        actions = {
            "s": lambda: self._skip(self._marked, ""),
            "u": self._undo_last,
            "c": self._call,
            "r": self._copy,
            "a": self.restart_wanted.emit if self.finished else None,
        }
        if key == Qt.Key.Key_Escape and self.view.skipping:
            self.view.start_skip("")
            self._draw(self._marked)
            return True
        action = actions.get(text.casefold())
        if action is not None:
            action()
        return action is not None

    def place(self) -> Place:
        """Return how many items are done."""
        done = progress(self._list, self.run)
        text = self.tr("{0} of {1} done").format(done.done, done.total)
        if done.skipped:
            text = self.tr("{0}, {1} skipped").format(text, done.skipped)
        return Place(text, done.done + done.skipped, done.total)

    def current(self) -> QWidget | None:
        """Return the card of the marked item."""
        return self.view.current

    def leave(self) -> None:
        """Store a value that was just typed."""
        self.view.flush()

    @property
    def finished(self) -> bool:
        """Whether no item is open."""
        return progress(self._list, self.run).finished

    # -- inside --------------------------------------------------------------------------

    def _draw(self, marked: str) -> None:
        self._marked = marked
        point = self._list.point_of(marked) if marked else current_point(self._list, self.run)
        self.view.show_run(self.run, point, marked)
        self.marked.emit()

    def _item(self, key: str) -> Item | None:
        return next((item for item in self._list.items if item.key == key), None)

    def _move(self, way: int) -> None:
        here = open_items(self._list.points[self._list.point_of(self._marked)], self.run)
        keys = [item.key for item in here]
        if self._marked not in keys:
            return
        place = max(0, min(keys.index(self._marked) + way, len(keys) - 1))
        self.view.start_skip("")
        self._draw(keys[place])
        self.reading.move(self.run, keys[place])

    def _done(self, key: str) -> None:
        self.view.flush()
        item = self._item(key)
        if item is None or not key:
            return
        wanting = [n for n in missing(item, self.run) if not self.view.typed(n)]
        if wanting:
            self.told.emit(self.tr("Write it first: {0}").format(wanting[0].replace("_", " ")))
            self.view.write_value(wanting[0])
            return
        self.used.emit()
        self._marked = ""
        self.reading.tick(self.run, key, ticked=True, position=key)

    def _undo(self, key: str) -> None:
        item = self._item(key)
        if item is None:
            return
        self._marked = ""
        if state_of(item, self.run) is State.SKIPPED:
            self.note(key, Kind.SKIPPED, "", position=key)
        else:
            self.reading.tick(self.run, key, ticked=False, position=key)

    def _undo_last(self) -> None:
        times = {key: at for key, at in self.run.times.items() if self._item(key)}
        skipped = {
            item: entry.at
            for (item, kind), entry in self.run.entries.items()
            if kind == Kind.SKIPPED
        }
        if both := times | skipped:
            self._undo(max(both, key=both.__getitem__))

    def _skip(self, key: str, reason: str) -> None:
        if not key:
            return
        if reason:
            self._marked = ""
            self.note(key, Kind.SKIPPED, reason, position=key)
            return
        self.view.start_skip(key)
        self._draw(key)
        self.view.window().activateWindow()

    def _call(self) -> None:
        """Make all open items of the pause point true at once: the person said them aloud."""
        if self._list.mode is not Mode.DO_CONFIRM:
            return
        self.view.flush()
        point = self._list.points[current_point(self._list, self.run)]
        waiting = open_items(point, self.run)
        for item in waiting:
            wanting = [n for n in missing(item, self.run) if not self.view.typed(n)]
            if wanting:
                self._draw(item.key)
                self._done(item.key)
                return
        self._marked = ""
        for item in waiting:
            self.reading.tick(self.run, item.key, ticked=True, position=item.key)
        self.used.emit()

    def _copy(self) -> None:
        text = record(self.opened.guide, self._list, self.run)
        self.copy(text, self.tr("The record is in the clipboard."))
