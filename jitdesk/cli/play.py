"""`jitdesk show ID --play`: the four ways of using a guide, question by question in a terminal.

The run is the same as in the guide window: what is ticked, written or answered here goes on
there, and the other way round.
"""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from typing import Any

from jitdesk.guides.checklist import Checklist, read_checklist
from jitdesk.guides.decision_table import DecisionTable, next_question, outcome, read_table
from jitdesk.guides.form import Form, read_day, read_form
from jitdesk.guides.guide import Guide
from jitdesk.guides.page import Page, Step
from jitdesk.guides.scoring import Box, Scoring, read_canvas, read_scoring, total, verdict
from jitdesk.guides.template import fill
from jitdesk.guides.terminal import blanks, plain_text, step_text
from jitdesk.guides.tree import Tree, read_tree
from jitdesk.learning.checklist_run import (
    State,
    current_item,
    missing,
    progress,
    record,
    state_of,
)
from jitdesk.learning.path import UNKNOWN, answers, node_at, read_path, write_path
from jitdesk.learning.records import Records
from jitdesk.learning.records_file import open_records
from jitdesk.learning.run import Kind, Run, place
from jitdesk.paths import Paths

_BOLD, _PLAIN = "\033[1m", "\033[0m"


class Terminal:
    """Asks and says; tests give their own `ask`."""

    def __init__(self, width: int, ask: Callable[[str], str] = input) -> None:
        """Fold to `width` columns; colour only where a person looks."""
        self.width = width
        self._ask = ask
        self._colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ

    def ask(self, text: str) -> str:
        """Return what the person writes; the end of the input is "q"."""
        try:
            return self._ask(f"{text} ").strip()
        except EOFError:
            return "q"

    def say(self, text: str = "", *, bold: bool = False) -> None:
        """Print a text, its lines folded; what goes on from a line stands below its words."""
        rows = [part for row in text.split("\n") for part in self._fold(row)]
        shown = "\n".join(rows)
        print(f"{_BOLD}{shown}{_PLAIN}" if bold and self._colour else shown)

    def _fold(self, row: str) -> list[str]:
        if len(row) <= self.width:
            return [row]
        lead = len(row) - len(row.lstrip())
        inner = " " * (lead + (4 if row.lstrip().startswith("[") else 0))
        return textwrap.wrap(row, self.width, subsequent_indent=inner, break_on_hyphens=False)


def play(guide: Guide, page: Page, terminal: Terminal, paths: Paths) -> int:
    """Go through a guide with the person; return 0 when its end was reached, else 1."""
    terminal.say(guide.title, bold=True)
    with closing(open_records(paths.records_file)) as records:
        run = records.run_of(guide.key) or records.start_run(
            guide.key, len(page.items), guide.version
        )
        done = _Play(guide, page, terminal, records, run).go()
        if done:
            records.finish(run.id)
    return int(not done)


class _Play:
    def __init__(
        self, guide: Guide, page: Page, terminal: Terminal, records: Records, run: Run
    ) -> None:
        self._guide, self._page, self._terminal = guide, page, terminal
        self._records, self._run = records, run
        self._say, self._ask = terminal.say, terminal.ask

    def go(self) -> bool:
        """Play by what the file declares; return whether the end was reached."""
        front = self._guide.front
        if (checklist := read_checklist(self._guide, self._page)) is not None:
            return self._checklist(checklist)
        if (form := read_form(self._guide, self._page)) is not None:
            return self._form(form)
        return self._framework(front)

    def _framework(self, front: Mapping[str, Any]) -> bool:
        if (table := read_table(front)) is not None:
            return self._table(table)
        tree = read_tree(front, {})
        if tree is not None and tree.start in tree.nodes:
            return self._tree(tree)
        if (scoring := read_scoring(front)) is not None:
            return self._scoring(scoring)
        if boxes := read_canvas(front):
            return self._canvas(boxes)
        return self._steps()

    # -- guides and checklists -------------------------------------------------------------

    def _steps(self) -> bool:
        keys = tuple(key for key, _ in self._page.stops)
        row = place(keys, self._run.position)
        while 0 <= row < len(keys):
            self._say()
            block = self._page.blocks[self._page.stops[row][1]]
            if isinstance(block, Step) and block.phase:
                self._say(block.phase)
            self._say(step_text(self._page, keys[row], self._terminal.width).rstrip())
            answer = self._ask(f"[{row + 1} of {len(keys)}] Enter next, b back, q leave:")
            if answer == "q":
                return False
            row = max(0, row + (-1 if answer == "b" else 1))
            if row < len(keys):
                self._records.move(self._run.id, keys[row])
        return True

    def _checklist(self, checklist: Checklist) -> bool:
        point = -1
        while (item := current_item(checklist, self._run)) is not None:
            if (here := checklist.point_of(item.key)) != point:
                point = here
                self._say()
                self._say(checklist.points[point].title or "Items", bold=True)
            state = f" -> {blanks(plain_text(item.state))}" if item.state else ""
            killer = " (must not be skipped)" if item.killer else ""
            self._say(f"[ ] {plain_text(item.html)}{state}{killer}")
            for name in missing(item, self._run):
                if text := self._ask(f"    {name.replace('_', ' ')}:"):
                    self._note(name, Kind.VALUE, text)
            answer = self._ask("    Enter it is so, s skip, u undo, q leave:")
            if answer == "q":
                return False
            if answer == "s":
                reason = self._ask("    why:")
                self._note(item.key, Kind.SKIPPED, reason)
            elif answer == "u":
                self._undo(checklist)
            elif missing(item, self._run):
                self._say("    Write the value first, or skip the item with a reason.")
            else:
                self._run = self._records.tick(
                    self._run.id, item.key, ticked=True, position=item.key
                )
        done = progress(checklist, self._run)
        self._say()
        self._say(f"{done.done} of {done.total} done, {done.skipped} skipped", bold=True)
        self._say(record(self._guide, checklist, self._run).rstrip())
        return True

    def _undo(self, checklist: Checklist) -> None:
        done = [i for i in checklist.items if state_of(i, self._run) is not State.OPEN]
        if done:
            key = done[-1].key
            self._note(key, Kind.SKIPPED, "")
            self._run = self._records.tick(self._run.id, key, ticked=False, position=key)

    # -- templates and canvases --------------------------------------------------------------

    def _form(self, form: Form) -> bool:
        kept = self._records.kept()
        values = self._run.values()
        for field in form.fields:
            before = values.get(field.name) or (kept.get(field.name, "") if field.remember else "")
            hint = f" [{before}]" if before else f" (for example: {field.example})"
            choices = f" ({', '.join(field.choices)})" if field.choices else ""
            text = self._ask(f"{field.ask}{choices}{hint}:")
            if text == "q":
                return False
            text = text or before
            if field.kind == "date" and (day := read_day(text, date.today())):  # noqa: DTZ011
                text = day.isoformat()
            if text:
                values[field.name] = text
                self._note(field.name, Kind.VALUE, text)
                if field.remember:
                    self._records.keep(field.name, text)
        self._say()
        self._say(fill(form.text, values))
        if gaps := form.missing(values):
            print(f"Still empty: {', '.join(gap.name for gap in gaps)}", file=sys.stderr)
        return not form.missing(values)

    def _canvas(self, boxes: tuple[Box, ...]) -> bool:
        values = self._run.values()
        for box in boxes:
            self._say()
            self._say(box.name, bold=True)
            before = values.get(box.name, "")
            text = self._ask(f"{box.ask} [{before}]:" if before else f"{box.ask}:")
            if text == "q":
                return False
            if text:
                values[box.name] = text
                self._note(box.name, Kind.VALUE, text)
        self._say()
        for box in boxes:
            self._say(f"{box.name}: {values.get(box.name, '-')}")
        return True

    # -- frameworks ------------------------------------------------------------------------

    def _table(self, table: DecisionTable) -> bool:
        path = read_path(self._run.text("", Kind.PATH))
        while (question := next_question(table, answers(table, path))) is not None:
            chosen = self._choose(question.ask, question.values)
            if chosen == "q":
                return False
            path = path[:-1] if chosen == "b" else (*path, (question.key, chosen))
            self._note("", Kind.PATH, write_path(path))
        row = outcome(table, answers(table, path))
        self._say()
        self._say(row.do or row.next if row else "The table has no row for this case.", bold=True)
        return row is not None

    def _tree(self, tree: Tree) -> bool:
        path = read_path(self._run.text("", Kind.PATH))
        while True:
            node, path = node_at(tree, path)
            if node is None or node.is_end:
                break
            if node.ask and node.do:
                self._say(node.do)
            labels = tuple(option.label for option in node.options)
            chosen = self._choose(node.ask or node.do, labels, unknown=bool(node.unknown))
            if chosen == "q":
                return False
            path = path[:-1] if chosen == "b" else (*path, (node.name, chosen))
            self._note("", Kind.PATH, write_path(path))
        self._say()
        self._say(node.do if node is not None else "This page has no first question.", bold=True)
        return node is not None

    def _choose(self, ask: str, values: tuple[str, ...], *, unknown: bool = False) -> str:
        """Return the answer, "b" = back, "q" = leave, or the sign for "I do not know"."""
        self._say()
        self._say(ask, bold=True)
        for number, value in enumerate(values, 1):
            self._say(f"  {number}  {value}")
        more = ", ? do not know" if unknown else ""
        while True:
            answer = self._ask(f"1-{len(values)}{more}, b back, q leave:")
            if answer in {"b", "q"} or (unknown and answer == UNKNOWN):
                return answer
            if answer.isdigit() and 1 <= int(answer) <= len(values):
                return values[int(answer) - 1]

    def _scoring(self, scoring: Scoring) -> bool:
        names = self._ask("What do you compare? Names with commas between:")
        options = [name.strip() for name in names.split(",") if name.strip()]
        if not options or names == "q":
            return False
        scores = {}
        for option in options:
            points = dict(self._judged(scoring, option))
            score = total(scoring, points)
            if score is None:
                return False
            scores[option] = score
        self._say()
        for option, score in sorted(scores.items(), key=lambda pair: -pair[1]):
            self._say(f"{option}: {score:g} of {scoring.most:g}  {verdict(scoring, score)}")
        return True

    def _judged(self, scoring: Scoring, option: str) -> Iterator[tuple[str, int]]:
        for criterion in scoring.criteria:
            self._say()
            self._say(f"{option}: {criterion.name} (weight {criterion.weight:g})", bold=True)
            for point, text in criterion.anchors.items():
                self._say(f"  {point}  {text}")
            answer = ""
            while not (answer.isdigit() and int(answer) in criterion.anchors):
                answer = self._ask("points, q leave:")
                if answer == "q":
                    return
            yield criterion.name, int(answer)

    def _note(self, item: str, kind: Kind, text: str) -> None:
        self._run = self._records.note(self._run.id, item, kind, text)
