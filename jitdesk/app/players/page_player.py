"""`PagePlayer`: steps one by one, or a plain list to tick; in three views, landed by moment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jitdesk.app.players.player import Place, Player, Tools
from jitdesk.guides.guide import GuideType
from jitdesk.guides.landing import Moment, View, arrange
from jitdesk.guides.page import Callout, Html, Page
from jitdesk.learning.event import Support
from jitdesk.learning.run import Run, next_open, place
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.page_view import PageView

_VIEW_KEYS = {"1": View.FULL, "2": View.BRIEF, "3": View.CUE}
_SUPPORT = {View.FULL: Support.FULL, View.BRIEF: Support.BRIEF, View.CUE: Support.CUE}


class PagePlayer(Player):
    """Moves through the rows of a page."""

    def __init__(self, opened: Opened, tools: Tools) -> None:
        """Draw the page where it was left."""
        super().__init__(opened, tools)
        self._asked_why = False
        self._under_way: dict[str, bool] = {}
        self._acts = 0
        self._level = View(opened.view) if opened.view in set(View) else View.FULL
        self.support = _SUPPORT[self._level]
        self._has_steps = opened.guide.type is GuideType.GUIDE and bool(opened.page.stops)
        self.view: PageView = self._drawn()
        fresh = (not self.run.position and opened.moment is not Moment.SOLVE) or opened.exactly
        if opened.section and fresh:
            self._row = self.view.row_of(opened.section)
        else:
            self._row = place(self.view.stops, self.run.position)
        self._here = self.run.position
        self._remember_row()
        if self._has_steps:
            self.hint = self.tr("1 full   2 brief   3 cue   W why")

    def take(self, run: Run) -> None:
        """Show what is ticked, and where the person is."""
        self.run = run
        self.view.show_ticked(run.ticked)
        self._row = place(self.view.stops, run.position)
        ticked = run.ticked
        self._under_way = {k: on for k, on in self._under_way.items() if (k in ticked) != on}
        self.marked.emit()
        if self._acts and not self._under_way:
            self._acts -= 1
            self.act()

    def not_stored(self) -> None:
        """Forget what waits for its answer: it could not be stored; draw what is."""
        self._under_way, self._acts = {}, 0
        self.take(self.run)

    def next(self) -> None:
        """Move one row on."""
        self.go(self._row + 1)

    def back(self) -> None:
        """Move one row back."""
        self.go(self._row - 1)

    def act(self) -> None:
        """Tick or clear the current item and move on; on a step, just move on.

        A press while a tick is being stored is for the row that comes next.
        """
        view = self.view
        if not view.stops:
            return
        item = view.stops[self._row]
        if item in self._under_way:
            self._acts += 1
        elif item in view.items:
            self.toggle(item, ticked=item not in self.run.ticked)
        else:
            self.next()

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:  # noqa: ARG002
        """Change the view, show the reasons."""
        if control or not self._has_steps:
            return False
        if text in _VIEW_KEYS:
            self.show_level(_VIEW_KEYS[text])
            return True
        if text.casefold() == "w":
            self.view.show_reasons(not self.view.reasons)
            self._asked_why = self.view.reasons
            self.marked.emit()
            return True
        return False

    def go(self, row: int) -> None:
        """Move to a row."""
        if not self.view.stops:
            return
        self.used.emit()
        self._row = max(0, min(row, len(self.view.stops) - 1))
        self.marked.emit()
        self._remember_row()
        self.reading.move(self.run, self._here)

    def _remember_row(self) -> None:
        """Keep the step that the person is at; a cue has rows that are no steps."""
        key = self.view.stops[self._row] if self.view.stops else ""
        if any(key == stop for stop, _ in self.opened.page.stops):
            self._here = key

    def toggle(self, item: str, *, ticked: bool) -> None:
        """Tick or clear an item, and go to the next open one."""
        self.used.emit()
        self._under_way[item] = ticked
        view = self.view
        after = self.run.ticked | {item} if ticked else self.run.ticked - {item}
        row = view.stops.index(item)
        if ticked:
            row = next_open(view.stops, after | (set(view.stops) - set(view.items)), row)
        self.reading.tick(self.run, item, ticked=ticked, position=view.stops[row])

    def show_level(self, level: View) -> None:
        """Show more or less of the page; it is remembered for this guide."""
        if level is self._level:
            return
        self._level, self.support = level, _SUPPORT[level]
        self.view = self._drawn()
        self._row = place(self.view.stops, self._here)
        self.reading.note_view(self.opened.guide.key, level)
        self.replaced.emit()

    def place(self) -> Place:
        """Return the step, or how many items are ticked."""
        items = self.view.items
        if items:
            done = sum(item in self.run.ticked for item in items)
            all_done = done == len(items)
            form = self.tr("All {1} done") if all_done else self.tr("{0} of {1} done")
            return Place(form.format(done, len(items)), done, len(items))
        total = len(self.view.stops)
        if not total:
            return Place("", 0, 1)
        if self._has_steps and self._level is View.CUE:
            return Place(self.tr("The cue only; 1 shows every step"), 0, 1)
        text = self.tr("Step {0} of {1}").format(self._row + 1, total)
        return Place(text, self._row + 1, total)

    def snippet(self) -> str:
        """Return the code of the marked step."""
        return self.view.code_of(self._row)

    @property
    def stop(self) -> str:
        """Key of the step that the person is at."""
        return self._here

    @property
    def anchor(self) -> str:
        """What a link to this step names: the author's anchor, else its number."""
        if not self.view.stops:
            return ""
        return self.view.anchor_of(self._row) or str(self._row + 1)

    def current(self) -> QWidget | None:
        """Return the marked row, or the reasons that were just asked for."""
        row = self.view.show_row(self._row)
        asked, self._asked_why = self._asked_why, False
        return (self.view.reason_at(self._row) if asked else None) or row

    def show_anchor(self, anchor: str) -> QWidget | None:
        """Return the widget of a heading."""
        return self.view.show_anchor(anchor)

    @property
    def finished(self) -> bool:
        """Whether every item is ticked."""
        return bool(self.view.items) and self.run.ticked.issuperset(self.view.items)

    def _drawn(self) -> PageView:
        opened = self.opened
        page = opened.page
        if self._has_steps or opened.moment is not Moment.APPLY:
            page = arrange(
                opened.guide,
                page,
                opened.moment,
                self._level,
                opened.seen,
                opened.before,
                opened.titles,
            )
        if not page.blocks:
            said = self.tr("There is nothing to show on this page; I names its owner.")
            page = Page((Callout("note", Html(f"<p>{said}</p>")),))
        view = PageView(page, self.make, self.theme)
        view.item_toggled.connect(lambda item, on: self.toggle(item, ticked=on))
        view.row_clicked.connect(self.go)
        view.show_ticked(self.run.ticked)
        return view
