"""`FormPlayer` and `CanvasPlayer`: fields that fill a text, boxes that hold thoughts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jitdesk.app.players.player import Place, Player, Tools
from jitdesk.guides.form import Field, Form, read_day
from jitdesk.guides.scoring import Box
from jitdesk.guides.sections import Part, Role, parts
from jitdesk.guides.template import fill, pieces
from jitdesk.learning.run import Kind, Run
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.form_view import FilledText, FormView


class FormPlayer(Player):
    """A template: what is missing is told, nothing is guessed, the copy is exact."""

    takes_focus = True

    def __init__(self, opened: Opened, form: Form, tools: Tools) -> None:
        """Fill in what was written before, in this run or in another template."""
        super().__init__(opened, tools)
        self._form = form
        self._warned = False
        self.hint = self.tr("Tab next field   Ctrl+Enter copy   Ctrl+I insert")
        self.view: FormView = FormView(self.make, self.theme)
        self.side: FilledText = FilledText(self.theme)
        self.view.show_fields(form.fields, self._known(), form.rest)
        self.view.typed.connect(self._typed)
        self.view.written.connect(self._written)
        self.view.copy_wanted.connect(self.copy_filled)
        self.view.again_wanted.connect(self.restart_wanted)
        self._typed()

    def take(self, run: Run) -> None:
        """Keep the run; the fields hold what was typed already."""
        self.run = run

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:  # noqa: ARG002
        """Copy with Ctrl+Enter."""
        if control and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.copy_filled()
            return True
        return False

    def act(self) -> None:
        """Copy."""
        self.copy_filled()

    def place(self) -> Place:
        """Return how many fields are filled."""
        total = len(self._form.fields)
        done = total - len(self._form.missing(self.view.values()))
        return Place(self.tr("{0} of {1} fields").format(done, total), done, total)

    def current(self) -> QWidget | None:
        """Return the field to write into."""
        return self.view.first()

    def leave(self) -> None:
        """Store what was just typed."""
        self.view.flush()

    def copy_filled(self) -> None:
        """Copy the text; with gaps only when it is asked for a second time."""
        text = self._filled()
        if not text:
            return
        gaps = self._form.missing(self._values())
        said = self.tr("The text is in the clipboard.")
        if gaps:
            said = self.tr("The text is in the clipboard, with {0} gaps.").format(len(gaps))
        self.copy(text, said)
        self.view.say(said)

    def snippet(self) -> str:
        """Return the filled text, to be put into the person's program."""
        text = self._filled()
        if text:
            self._copied = True
            self.used.emit()
        return text

    def _filled(self) -> str:
        """Return the text; "" and a word about it while there are gaps, once."""
        self.view.flush()
        values = self._values()
        gaps = self._form.missing(values)
        if gaps and not self._warned:
            self._warned = True
            names = ", ".join(field.ask.rstrip("?.") for field in gaps[:3])
            more = self.tr(" and {0} more").format(len(gaps) - 3) if len(gaps) > 3 else ""
            text = self.tr("Still empty: {0}{1}. Do it again to have it with the gaps.")
            self.view.say(text.format(names, more), warn=True)
            self.view.write_in(gaps[0].name)
            self.told.emit(text.format(names, more))
            return ""
        self._warned = False
        self._keep(values)
        return fill(self._form.text, values)

    # -- inside --------------------------------------------------------------------------

    def _known(self) -> dict[str, str]:
        """Return default, then remembered, then written values by field."""
        known = {field.name: field.default for field in self._form.fields if field.default}
        kept = self.opened.kept
        known |= {f.name: kept[f.name] for f in self._form.fields if f.remember and f.name in kept}
        return known | self.run.values()

    def _values(self) -> dict[str, str]:
        """Return what fills the text: dates as days, empty fields not at all."""
        found = {}
        for field in self._form.fields:
            text = self.view.values().get(field.name, "").strip()
            if text:
                found[field.name] = self._day(text) if field.kind == "date" else text
        return found

    def _day(self, text: str) -> str:
        day = read_day(text, date.today())  # noqa: DTZ011  (the person's day)
        return day.isoformat() if day is not None else text

    def _typed(self) -> None:
        self._warned = False
        values = self._values()
        self.side.show_text(pieces(self._form.text, values, self._gap_names()))
        for field in self._form.fields:
            if field.kind == "date":
                day = read_day(values.get(field.name, ""), date.today())  # noqa: DTZ011
                self.view.show_day(field.name, day)
        self.view.say(self._unknown())
        self.marked.emit()

    def _gap_names(self) -> dict[str, str]:
        return {field.name: field.name.replace("_", " ") for field in self._form.fields}

    def _unknown(self) -> str:
        if not self._form.unknown:
            return ""
        names = ", ".join(f"{{{{{name}}}}}" for name in self._form.unknown[:3])
        return self.tr("{0} is not declared by the author and stays as it is.").format(names)

    def _written(self, name: str, text: str) -> None:
        self.note(name, Kind.VALUE, text.strip())

    def _keep(self, values: dict[str, str]) -> None:
        for field in self._form.fields:
            if field.remember and field.name in values:
                self.reading.keep(field.name, values[field.name])


class CanvasPlayer(Player):
    """Boxes to think in; what was written is copied as text with headings."""

    takes_focus = True

    def __init__(self, opened: Opened, boxes: tuple[Box, ...], tools: Tools) -> None:
        """Fill in what was written before."""
        super().__init__(opened, tools)
        self._boxes = boxes
        self.hint = self.tr("Tab next box   Ctrl+Enter copy")
        self.view: FormView = FormView(self.make, self.theme, multiline=True)
        self.view.show_fields(self._fields(), self.run.values(), _below(opened))
        self.view.written.connect(lambda name, text: self.note(name, Kind.VALUE, text))
        self.view.typed.connect(self.marked)
        self.view.copy_wanted.connect(self.copy_boxes)
        self.view.again_wanted.connect(self.restart_wanted)

    def take(self, run: Run) -> None:
        """Keep the run; the boxes hold what was typed already."""
        self.run = run

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:  # noqa: ARG002
        """Copy with Ctrl+Enter."""
        if control and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.copy_boxes()
            return True
        return False

    def act(self) -> None:
        """Copy."""
        self.copy_boxes()

    def place(self) -> Place:
        """Return how many boxes hold something."""
        values = self.view.values()
        done = sum(bool(text.strip()) for text in values.values())
        return Place(self.tr("{0} of {1} boxes").format(done, len(values)), done, len(values))

    def current(self) -> QWidget | None:
        """Return the box to write into."""
        return self.view.first()

    def leave(self) -> None:
        """Store what was just typed."""
        self.view.flush()

    def copy_boxes(self) -> None:
        """Copy every box with its name; an empty one says so."""
        self.view.flush()
        text = "\n\n".join(self._lines())
        self.copy(f"{text}\n", self.tr("The boxes are in the clipboard."))
        self.view.say(self.tr("The boxes are in the clipboard."))

    def _fields(self) -> Iterator[Field]:
        for box in self._boxes:
            ask = f"{box.name}: {box.ask}" if box.name and box.ask else box.name or box.ask
            yield Field(box.name or box.ask, ask, box.example)

    def _lines(self) -> Iterator[str]:
        yield f"# {self.opened.guide.title}"
        values = self.view.values()
        for field in self._fields():
            yield f"## {field.ask}\n{values.get(field.name, '') or '-'}"


def _below(opened: Opened) -> tuple[Part, ...]:
    """Return the author's named sections; the others are the boxes themselves."""
    hidden = {Role.INTRO, Role.OTHER}
    return tuple(part for part in parts(opened.page) if part.role not in hidden)
