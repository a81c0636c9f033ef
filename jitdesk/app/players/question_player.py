"""Frameworks that ask: decision tables, decision trees and scorings, one key an answer.

The way is stored as a path of answers after every key, so that a crash loses nothing; what
an author changed meanwhile cuts the path where it is no longer true.
"""

from __future__ import annotations

import html
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from jitdesk.app.players.player import Place, Player, Tools
from jitdesk.guides.decision_table import DecisionTable, next_question, outcome
from jitdesk.guides.page import Block
from jitdesk.guides.sections import Role, parts
from jitdesk.guides.tree import Node, Tree
from jitdesk.learning.path import (
    UNKNOWN,
    Path,
    answers,
    asked_before,
    node_at,
    read_path,
    table_record,
    tree_record,
    write_path,
)
from jitdesk.learning.run import Kind, Run
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.question_view import Card, Choice, QuestionView

_MOST_ANSWERS = 99
"""Answers drawn; beyond nine they are reached with the arrows or the mouse."""
_BELOW = frozenset({Role.WRONG, Role.DONE, Role.WHY, Role.BEFORE})


class QuestionPlayer(Player):
    """The common part: keys, the path, going back."""

    takes_focus = True

    def __init__(self, opened: Opened, tools: Tools) -> None:
        """Take the guide; a subclass says which card the path leads to."""
        super().__init__(opened, tools)
        self.path: Path = ()
        self._under_way = 0
        self.view: QuestionView = QuestionView(self.make, self.theme)
        self.hint = self.tr("1-9 answer   Backspace back   R copy   A again")
        self.view.chosen.connect(self.choose)
        self.view.copy_wanted.connect(self.copy_way)
        self.view.again_wanted.connect(self.restart_wanted)

    def take(self, run: Run) -> None:
        """Draw the card that the stored path leads to, unless a newer one is under way."""
        self.run = run
        self._under_way = max(0, self._under_way - 1)
        if self._under_way:
            return
        self.path = self.kept(read_path(run.text("", Kind.PATH)))
        self.draw()
        self.marked.emit()

    def next(self) -> None:
        """Mark the next answer."""
        self.view.mark(1)
        self.marked.emit()

    def back(self) -> None:
        """Mark the answer before."""
        self.view.mark(-1)
        self.marked.emit()

    def act(self) -> None:
        """Choose the marked answer."""
        self.view.choose_marked()

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:
        """Answer, go back, copy, start again."""
        if control:
            return False
        if key in {Qt.Key.Key_Backspace, Qt.Key.Key_Left}:
            self.store(self.path[:-1])
        elif text.casefold() == "r":
            self.copy_way()
        elif text.casefold() == "a":
            self.restart_wanted.emit()
        else:
            return self.choose(text)
        return True

    def current(self) -> QWidget | None:
        """Return the marked answer or the outcome."""
        return self.view.marked_row

    @property
    def trace(self) -> bool:
        """Whether an outcome is reached: the row that was chosen is what the doing left."""
        return self.finished

    def store(self, path: Path) -> None:
        """Keep a new path and draw its card: who knows the way types faster than a disk."""
        if path == self.path:
            return
        self._under_way += 1
        self.path = path
        self.note("", Kind.PATH, write_path(path))
        self.draw()
        self.marked.emit()

    def below(self) -> tuple[Block, ...]:
        """Return the sections that stand below a question."""
        found = (part for part in parts(self.opened.page) if part.role in _BELOW)
        return tuple(block for part in found for block in part.blocks)

    def going_on(self, guide: str) -> tuple[str, str]:
        """Return the link to the guide that goes on from an outcome."""
        if not guide:
            return "", ""
        title = self.opened.titles.get(guide, guide)
        return f"guide:{guide}", self.tr("Go on with: {0}").format(title)

    # -- what a subclass says --------------------------------------------------------------

    def kept(self, path: Path) -> Path:
        """Return the part of a stored path that is still true."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the card that the path leads to."""
        raise NotImplementedError

    def choose(self, key: str) -> bool:
        """Answer with a key; False if it is none of the answers."""
        raise NotImplementedError

    def way(self) -> str:
        """Return the way so far as text."""
        raise NotImplementedError

    def copy_way(self) -> None:
        """Copy the way and its outcome."""
        self.copy(self.way(), self.tr("Questions, answers and outcome are in the clipboard."))


class TablePlayer(QuestionPlayer):
    """A decision table: the questions that matter, then the row."""

    def __init__(self, opened: Opened, table: DecisionTable, tools: Tools) -> None:
        """Draw where it was left."""
        super().__init__(opened, tools)
        self._table = table
        self._whole = False
        self.hint = self.tr("1-9 answer   Backspace back   T whole table   R copy   A again")
        self.take(self.run)

    def kept(self, path: Path) -> Path:
        """Drop what the table no longer asks."""
        return tuple(answers(self._table, path).items())

    def draw(self) -> None:
        """Draw the next question that can change the outcome, or the row."""
        given = answers(self._table, self.path)
        asks = {condition.key: condition.ask for condition in self._table.conditions}
        trail = [(asks[key], value) for key, value in given.items()]
        question = next_question(self._table, given)
        if question is not None:
            values = enumerate(question.values, 1)
            choices = tuple(Choice(str(n), value) for n, value in values)
            card = Card(question.ask, choices)
        elif (row := outcome(self._table, given)) is not None:
            card = Card(row.do or self.tr("Go on with the next guide."), above=self.tr("Do this"))
            card = Card(card.text, above=card.above, going_on=self.going_on(row.next))
        else:
            text = self.tr("The table has no row for this case.")
            card = Card(text, note=self.tr("Ask the owner of this page; go back with Backspace."))
        below = () if question is not None else self.below()
        self.view.show_card(card, trail, below, self._drawn(given) if self._whole else "")

    def choose(self, key: str) -> bool:
        """Answer the question on the card."""
        question = next_question(self._table, answers(self._table, self.path))
        number = int(key) - 1 if key.isdecimal() and len(key) < 4 else -1
        if question is None or not 0 <= number < len(question.values):
            return False
        self.store((*self.path, (question.key, question.values[number])))
        return True

    def key(self, key: Qt.Key, text: str, *, control: bool) -> bool:
        """Show or hide the whole table, besides the common keys."""
        if text.casefold() == "t" and not control:
            self._whole = not self._whole
            self.draw()
            self.marked.emit()
            return True
        return super().key(key, text, control=control)

    def place(self) -> Place:
        """Return how many questions are answered."""
        given = answers(self._table, self.path)
        total = len(self._table.conditions)
        if next_question(self._table, given) is None:
            return Place(self.tr("Answered"), total, total)
        text = self.tr("Question {0} of at most {1}").format(len(given) + 1, total)
        return Place(text, len(given), total)

    def way(self) -> str:
        """Return the answers and the row."""
        row = outcome(self._table, answers(self._table, self.path))
        return table_record(self.opened.guide, self._table, self.path, row)

    @property
    def finished(self) -> bool:
        """Whether a row is found."""
        return next_question(self._table, answers(self._table, self.path)) is None

    def _drawn(self, given: Mapping[str, str]) -> str:
        """Return the whole table, the rows that are still possible on a ground of their own."""
        heads = "".join(f"<th>{html.escape(c.ask)}</th>" for c in self._table.conditions)
        out = [f'{heads}<th width="40%">{html.escape(self.tr("Do this"))}</th>']
        marked = f'<td bgcolor="{self.theme.tokens.accent_soft}"><b>{{}}</b></td>'

        for row in self._table.rows:
            wanted = [
                ", ".join(v for v in c.values if v in row.when[c.key])
                if c.key in row.when
                else self.tr("any")
                for c in self._table.conditions
            ]
            form = marked if given and row.fits(given) else "<td>{}</td>"
            cells = (html.escape(cell) for cell in [*wanted, row.do or self._going_to(row.next)])
            out.append("".join(form.format(cell) for cell in cells))
        return "<table>" + "".join(f"<tr>{cells}</tr>" for cells in out) + "</table>"

    def _going_to(self, guide: str) -> str:
        return self.opened.titles.get(guide, guide)


class TreePlayer(QuestionPlayer):
    """A decision tree: question after question, "I do not know", rings with a way out."""

    def __init__(self, opened: Opened, tree: Tree, tools: Tools) -> None:
        """Draw where it was left."""
        super().__init__(opened, tools)
        self._tree = tree
        self._unsure = False
        self.hint = self.tr("1-9 answer   ? do not know   Backspace back   R copy   A again")
        self.take(self.run)

    def kept(self, path: Path) -> Path:
        """Cut the path where the tree has changed."""
        return node_at(self._tree, path)[1]

    def draw(self) -> None:
        """Draw the node that the path leads to."""
        node = node_at(self._tree, self.path)[0]
        if node is None:
            text = self.tr("This page has no first question; tell its owner.")
            self.view.show_card(Card(text), [], self.below())
            return
        trail = [(self._tree.nodes[q].ask, self._said(a)) for q, a in self.path]
        if node.is_end:
            card = Card(
                node.do or self.tr("This way ends here without advice; tell the owner."),
                above=self.tr("Do this"),
                going_on=self.going_on(node.next),
            )
        else:
            card = self._question(node)
        self.view.show_card(card, trail, self.below() if node.is_end else ())
        self._unsure = False

    def choose(self, key: str) -> bool:
        """Answer the question on the card."""
        node = node_at(self._tree, self.path)[0]
        if node is None or node.is_end:
            return False
        if key == UNKNOWN:
            if node.unknown:
                self.store((*self.path, (node.name, UNKNOWN)))
            else:
                self._unsure = True
                self.draw()
                self.marked.emit()
            return True
        number = int(key) - 1 if key.isdecimal() and len(key) < 4 else -1
        if not 0 <= number < len(node.options):
            return False
        label = node.options[number].label
        self.store((*self.path, (node.name, label)))
        return True

    def place(self) -> Place:
        """Return which question it is; a tree does not know how many will come."""
        node = node_at(self._tree, self.path)[0]
        if node is not None and node.is_end:
            return Place(self.tr("Answered"), 1, 1)
        return Place(self.tr("Question {0}").format(len(self.path) + 1), 0, 1)

    def way(self) -> str:
        """Return the answers and the end."""
        return tree_record(self.opened.guide, self._tree, self.path)

    @property
    def finished(self) -> bool:
        """Whether an end is reached."""
        node = node_at(self._tree, self.path)[0]
        return node is not None and node.is_end

    def _question(self, node: Node) -> Card:
        choices = [
            Choice(str(n), option.label) for n, option in enumerate(node.options[:_MOST_ANSWERS], 1)
        ]
        unknown = self._ways(node) if self._unsure else ""
        choices.append(Choice(UNKNOWN, self.tr("I do not know"), unknown))
        above = ""
        if asked_before(self.path, node.name):
            above = self.tr("You were here before; the answer may be another one now.")
        note = node.do if node.ask else ""
        return Card(node.ask or node.do, tuple(choices), above, note, node.wait)

    def _ways(self, node: Node) -> str:
        """Return where each answer leads, for somebody who cannot answer."""
        ways = []
        for option in node.options:
            target = self._tree.nodes.get(option.goto)
            if target is not None:
                ways.append(f"{option.label}: {target.ask or target.do}")
        asked = self.tr("Nobody has to guess: find it out first, or see where each answer leads.")
        return "\n".join([asked, *ways])

    def _said(self, answer: str) -> str:
        return self.tr("I do not know") if answer == UNKNOWN else answer
