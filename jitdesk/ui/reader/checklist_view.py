"""`ChecklistView`: a pause point with its items, drawn from a run that is told to it.

Read-do shows what was done in one line each and the one item to do now; do-confirm shows
all items and the call at the end. What the person does is told; nothing is drawn as done
before it is stored.
"""

from __future__ import annotations

import html
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from jitdesk.guides.checklist import Checklist, Mode, PausePoint
from jitdesk.guides.page import Heading, Html, Item
from jitdesk.guides.sections import Role
from jitdesk.guides.template import fill
from jitdesk.learning.checklist_run import State, open_items, progress, state_of
from jitdesk.learning.run import Kind, Run
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.view import ReaderView
from jitdesk.ui.stylesheets import field_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.buttons import action_button

_SAVE_AFTER: Final = 300  # ms after the last key in a value; a crash loses no more than that


class ChecklistView(ReaderView):
    """Shows one pause point of a run."""

    done_wanted = Signal(str)
    """An item's key: its state is true."""
    undo_wanted = Signal(str)
    skip_wanted = Signal(str, str)
    """An item's key and the reason."""
    value_written = Signal(str, str)
    call_wanted = Signal()
    copy_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, checklist: Checklist, maker: BlockMaker, theme: Theme) -> None:
        """Take the checklist; `show_run` draws it."""
        super().__init__(maker, theme)
        self._list = checklist
        self._run = Run(0, "")
        self._skipping = ""
        self._fields: dict[str, QLineEdit] = {}
        self._waiting: dict[str, str] = {}
        self._save = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._save.timeout.connect(self.flush)
        self.current: QWidget | None = None

    def show_run(self, run: Run, point: int, current: str) -> None:
        """Draw pause point `point` with the item `current` marked, "" = none."""
        self.flush()
        self._run = run
        self.clear()
        self._fields.clear()
        self.current = None
        here = self._list.points[point]
        for part in self._list.rest[: 1 if point == 0 else 0]:
            if part.role is Role.INTRO:
                self.add_blocks(part.blocks)
        self._moment(here, point)
        if progress(self._list, run).finished:
            self._finished()
            return
        if self._list.mode is Mode.READ_DO:
            self._read_do(here, current)
        else:
            self._do_confirm(here, current)
        self.add_blocks(here.notes)
        self.lines.addStretch(1)

    def start_skip(self, key: str) -> None:
        """Ask for the reason why an item is skipped; "" takes the question away."""
        self._skipping = key

    @property
    def skipping(self) -> bool:
        """Whether the reason for a skip is being asked."""
        return bool(self._skipping)

    def typed(self, name: str) -> str:
        """Return what stands in the field of a value now."""
        field = self._fields.get(name)
        return field.text().strip() if field is not None else ""

    def write_value(self, name: str) -> bool:
        """Put the cursor into the field of a value; False if it is not on the screen."""
        field = self._fields.get(name)
        if field is None:
            return False
        field.window().activateWindow()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self._save.stop()
        waiting, self._waiting = self._waiting, {}
        for name, text in waiting.items():
            self.value_written.emit(name, text)

    # -- drawing -------------------------------------------------------------------------

    def _moment(self, point: PausePoint, number: int) -> None:
        several = len(self._list.points) > 1
        place = self.tr("Pause {0} of {1}").format(number + 1, len(self._list.points))
        head = " · ".join(filter(None, [place if several else "", point.title]))
        if head:
            title = head[:1].upper() + head[1:]
            self.add(self._make.heading(Heading(2, Html(html.escape(title)), "", 0), is_stop=False))

    def _read_do(self, point: PausePoint, current: str) -> None:
        for item in point.items:
            state = state_of(item, self._run)
            if state is not State.OPEN:
                self.add(self._past(item, state))
            elif item.key == current:
                self.current = self.add(self._now(item))
        later = len(open_items(point, self._run)) - 1
        if later > 0:
            self.add(self._muted(self.tr("{0} more after this").format(later)))

    def _do_confirm(self, point: PausePoint, current: str) -> None:
        for item in point.items:
            state = state_of(item, self._run)
            if state is not State.OPEN:
                self.add(self._past(item, state))
                continue
            row = self.add(self._now(item) if item.key == current else self._later(item))
            if item.key == current:
                self.current = row
        self.add(self._call(point))

    def _call(self, point: PausePoint) -> QWidget:
        still = len(open_items(point, self._run))
        box, lines = self._box("raised")
        words = self.tr("The call: say each item aloud, then confirm what is true.")
        lines.addWidget(self._muted(words))
        text = self.tr("All {0} are true").format(still) if still > 1 else self.tr("It is true")
        button = action_button(self._theme, text, self.tr("C"), main=False)
        button.clicked.connect(self.call_wanted)
        lines.addWidget(button)
        return box

    def _now(self, item: Item) -> QWidget:
        box, lines = self._box("accent_soft", edge="accent")
        box.setAccessibleName(self._make.plain(f"{item.html}: {item.state}"))
        box.setAccessibleDescription(self.tr("current item"))
        lines.addWidget(self._flush(f"<b>{item.html}</b>", 16))
        if item.state:
            lines.addWidget(self._flush(f"→ {self._filled(item.state)}", 14))
        if item.killer:
            lines.addWidget(self._warning(self.tr("Must not be skipped")))
        for name in item.asks:
            lines.addLayout(self._value(name, item))
        lines.addLayout(self._reason(item) if self._skipping == item.key else self._actions(item))
        return box

    def _later(self, item: Item) -> QWidget:
        box, lines = self._box("ground", edge="line")
        mark = f' <b style="color:{self._theme.tokens.danger}">!</b>' if item.killer else ""
        state = f'<br><span style="color:{self._theme.tokens.muted}">→ {item.state}</span>'
        lines.addWidget(self._flush(f"{item.html}{mark}{state if item.state else ''}", 14))
        return box

    def _past(self, item: Item, state: State) -> QWidget:
        skipped = state is State.SKIPPED
        tone = self._theme.tokens.warn if skipped else self._theme.tokens.good
        sign = "–" if skipped else "✓"
        said = self._make.plain(item.html)
        told = self._run.text(item.key, Kind.SKIPPED) if skipped else self._values_of(item)
        told = f": {told}" if told else ""
        word = self.tr("skipped") if skipped else self.tr("done")
        text = f'<span style="color:{tone}">{sign}</span> {html.escape(said + told)}'
        text += f' <a href="undo:{html.escape(item.key)}">{self.tr("undo")}</a>'
        label = self._make.prose(text, 13)
        label.linkActivated.disconnect()
        label.linkActivated.connect(lambda: self.undo_wanted.emit(item.key))
        label.setAccessibleName(f"{word}: {said}{told}")
        return label

    def _values_of(self, item: Item) -> str:
        return ", ".join(filter(None, (self._run.text(n, Kind.VALUE) for n in item.asks)))

    def _filled(self, state: Html) -> Html:
        names = {name: name.replace("_", " ") for name in self._names()}
        return Html(fill(state, {n: f"<i>{html.escape(w)}</i>" for n, w in names.items()}))

    def _names(self) -> set[str]:
        return {name for item in self._list.items for name in item.asks}

    def _value(self, name: str, item: Item) -> QVBoxLayout:
        words = name.replace("_", " ")
        label = QLabel(words[:1].upper() + words[1:])
        label.setFont(self._theme.font(12))
        field = QLineEdit(self._run.text(name, Kind.VALUE))
        field.setFont(self._theme.font(14))
        field.setStyleSheet(field_style(self._theme))
        field.setAccessibleName(words)
        field.setPlaceholderText(self.tr("write it here"))
        field.textEdited.connect(lambda text: self._typed(name, text))
        field.returnPressed.connect(lambda: self.done_wanted.emit(item.key))
        label.setBuddy(field)
        self._fields[name] = field
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(label)
        lines.addWidget(field)
        return lines

    def _typed(self, name: str, text: str) -> None:
        self._waiting[name] = text.strip()
        self._save.start()

    def _actions(self, item: Item) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        done = action_button(self._theme, self.tr("It is so"), self.tr("Enter"), main=True)
        done.clicked.connect(lambda: self.done_wanted.emit(item.key))
        skip = action_button(self._theme, self.tr("Skip"), self.tr("S"))
        skip.clicked.connect(lambda: self.skip_wanted.emit(item.key, ""))
        row.addWidget(done)
        row.addWidget(skip)
        row.addStretch(1)
        return row

    def _reason(self, item: Item) -> QVBoxLayout:
        ask = self.tr("Why is it skipped? The reason stands in the record.")
        if item.killer:
            ask = self.tr("This item must not be skipped. If you still do, write why:")
        field = QLineEdit()
        field.setFont(self._theme.font(14))
        field.setStyleSheet(field_style(self._theme))
        field.setAccessibleName(ask)
        field.setPlaceholderText(self.tr("Enter keeps it, Esc goes back"))
        field.returnPressed.connect(lambda: self._skip(item.key, field.text()))
        lines = QVBoxLayout()
        lines.addWidget(self._muted(ask))
        lines.addWidget(field)
        QTimer.singleShot(0, field, lambda: field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        return lines

    def _skip(self, key: str, reason: str) -> None:
        if reason.strip():
            self._skipping = ""
            self.skip_wanted.emit(key, " ".join(reason.split()))

    def _finished(self) -> None:
        box, lines = self._box("accent_soft", edge="accent")
        done = progress(self._list, self._run)
        words = self.tr("All {0} items are done.").format(done.total)
        if done.skipped:
            words = self.tr("{0} done, {1} skipped.").format(done.done, done.skipped)
        lines.addWidget(self._flush(f"<b>{words}</b>", 16))
        if done.skipped_killers:
            text = self.tr("{0} that must not be skipped").format(done.skipped_killers)
            lines.addWidget(self._warning(text))
        row = QHBoxLayout()
        copy = action_button(self._theme, self.tr("Copy the record"), self.tr("R"), main=True)
        copy.clicked.connect(self.copy_wanted)
        again = action_button(self._theme, self.tr("Start again"), self.tr("A"))
        again.clicked.connect(self.again_wanted)
        row.addWidget(copy)
        row.addWidget(again)
        row.addStretch(1)
        lines.addLayout(row)
        self.current = self.add(box)
        for part in self._list.rest:
            if part.role is not Role.INTRO:
                self.add_blocks(part.blocks)
        for point in self._list.points:
            for item in point.items:
                self.add(self._past(item, state_of(item, self._run)))
        self.lines.addStretch(1)

    def _box(self, ground: str, edge: str = "") -> tuple[QFrame, QVBoxLayout]:
        box = QFrame()
        box.setObjectName("card")
        tokens = self._theme.tokens
        line = f"border: 1px solid {getattr(tokens, edge)};" if edge else ""
        box.setStyleSheet(
            f"#card {{ background: {getattr(tokens, ground)}; {line} border-radius: {RADIUS}px; }}"
        )
        lines = QVBoxLayout(box)
        lines.setContentsMargins(SPACE + 4, SPACE, SPACE, SPACE)
        lines.setSpacing(SPACE // 2 + 2)
        return box, lines

    def _flush(self, text: str, size: float) -> QWidget:
        """Return text without margins of its own, for inside a card."""
        label = self._make.prose(text, size)
        label.setContentsMargins(0, 0, 0, 0)
        return label

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFont(self._theme.font(12))
        label.setContentsMargins(SPACE, 0, SPACE, 0)
        label.setStyleSheet(f"color: {self._theme.tokens.muted};")
        return label

    def _warning(self, text: str) -> QLabel:
        label = QLabel(f"! {text}")
        label.setFont(self._theme.font(12, bold=True))
        label.setStyleSheet(f"color: {self._theme.tokens.danger};")
        return label
