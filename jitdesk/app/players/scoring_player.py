"""`ScoringPlayer`: options judged by criteria, one key a judgement, the sums side by side."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt

from jitdesk.app.players.player import Place, Tools
from jitdesk.app.players.question_player import QuestionPlayer
from jitdesk.guides.scoring import Criterion, Scoring, total, verdict
from jitdesk.learning.path import Path, read_path
from jitdesk.learning.run import Kind, Run
from jitdesk.models.reading import Opened
from jitdesk.ui.reader.question_view import Card, Choice

_COUNTS = (1, 2, 3, 4, 5)
_HOW_MANY = "options"


class ScoringPlayer(QuestionPlayer):
    """First how many options and their names, then every criterion for each, then the result.

    A path holds ("options", n) and then ("criterion/option", points); the names are values
    of the run, by letter.
    """

    def __init__(self, opened: Opened, scoring: Scoring, tools: Tools) -> None:
        """Draw where it was left."""
        super().__init__(opened, tools)
        self._scoring = scoring
        self._named = False
        self.hint = self.tr("0-9 points   Backspace back   R copy   A again")
        self.view.named.connect(lambda letter, name: self.note(letter, Kind.VALUE, name.strip()))
        # Later: the Enter that ends the names would reach the window and be an answer.
        self.view.names_done.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        self.take(self.run)

    def kept(self, path: Path) -> Path:
        """Cut the path where the criteria have changed."""
        for place, ((asked, points), wanted) in enumerate(
            zip(path, self._questions(path), strict=False)
        ):
            if asked != wanted or (place and not self._is_anchor(asked, points)):
                return path[:place]
        return path[: len(self._questions(path))]

    def draw(self) -> None:
        """Draw the next judgement, or the result."""
        if not self.path:
            self._named = False
            choices = tuple(Choice(str(n), self._options_word(n)) for n in _COUNTS)
            self.view.show_card(Card(self.tr("How many options do you compare?"), choices), [])
            return
        if len(self.path) == 1 and not self._named:
            names = {letter: self._names().get(letter, "") for letter in self._options()}
            self.view.ask_names(self.tr("What are they called? Enter goes on."), names)
            return
        open_ = self._questions(self.path)[len(self.path) :]
        if not open_:
            self._result()
            return
        criterion, option = self._parts(open_[0])
        choices = tuple(Choice(str(p), text) for p, text in criterion.anchors.items())
        above = self.tr("Option {0} of {1}, weight {2}").format(
            option, self._count(), _number(criterion.weight)
        )
        text = f"{self._called(option)}: {criterion.name}"
        self.view.show_card(Card(text, choices, above), [])

    def take(self, run: Run) -> None:
        """Keep the run; a name that was just typed changes nothing that is drawn."""
        asking = len(self.path) == 1 and not self._named and self.run.id == run.id
        if asking and read_path(run.text("", Kind.PATH)) == self.path and self.view.card:
            self.run = run
            self._under_way = max(0, self._under_way - 1)
            return
        super().take(run)

    def act(self) -> None:
        """Choose the marked answer, or go on from the names."""
        if len(self.path) == 1 and not self._named:
            self._go_on()
        else:
            super().act()

    def _go_on(self) -> None:
        self._named = True
        self.draw()
        self.marked.emit()

    def _names(self) -> dict[str, str]:
        return {name: text for name, text in self.run.values().items() if text}

    def _called(self, letter: str) -> str:
        return self._names().get(letter, letter)

    def choose(self, key: str) -> bool:
        """Answer the question on the card."""
        open_ = self._questions(self.path)[len(self.path) :] if self.path else [_HOW_MANY]
        if not key.isdigit() or not open_:
            return False
        wanted = open_[0]
        fits = int(key) in _COUNTS if wanted == _HOW_MANY else self._is_anchor(wanted, key)
        if fits:
            self.store((*self.path, (wanted, key)))
        return fits

    def place(self) -> Place:
        """Return how many judgements are given."""
        if not self.path:
            return Place("", 0, 1)
        done, all_ = len(self.path) - 1, len(self._questions(self.path)) - 1
        return Place(self.tr("{0} of {1} judged").format(done, all_), done, all_)

    def way(self) -> str:
        """Return every judgement and the sums."""
        guide = self.opened.guide
        version = f" (version {guide.version})" if guide.version else ""
        lines = [f"{guide.title}{version}", f"Guide: {guide.key}", ""]
        for option in self._options():
            points = self._points(option)
            for name, given in points.items():
                lines.append(f"{self._called(option)}, {name}: {given}")
            score = total(self._scoring, points)
            said = f"{_number(score)} of {_number(self._scoring.most)}" if score is not None else ""
            lines += [f"{self._called(option)}, score: {said or 'not complete'}", ""]
        return "\n".join(lines)

    @property
    def finished(self) -> bool:
        """Whether every option is judged by every criterion."""
        return bool(self.path) and len(self.path) == len(self._questions(self.path))

    # -- inside --------------------------------------------------------------------------

    def _result(self) -> None:
        scores = {option: self._score(option) for option in self._options()}
        best = max(scores.values())
        first = [self._called(option) for option, score in scores.items() if score == best]
        if len(first) > 1:
            text = self.tr("{0} are level with {1} points.").format(
                self.tr(" and ").join(first), _number(best)
            )
        else:
            text = self.tr("{0} is first with {1} of {2} points.").format(
                first[0], _number(best), _number(self._scoring.most)
            )
        advice = verdict(self._scoring, best)
        card = Card(text, above=self.tr("Result"), note=advice)
        self.view.show_card(card, [], self.below(), self._drawn(scores))

    def _drawn(self, scores: dict[str, float]) -> str:
        heads = "".join(f"<th>{html.escape(self._called(option))}</th>" for option in scores)
        rows = [f"<tr><th>{self.tr('Criterion')}</th>{heads}</tr>"]
        for criterion in self._scoring.criteria:
            name = f"{html.escape(criterion.name)} × {_number(criterion.weight)}"
            points = "".join(
                f"<td>{self._points(option).get(criterion.name, '')}</td>" for option in scores
            )
            rows.append(f"<tr><td>{name}</td>{points}</tr>")
        sums = "".join(f"<td><b>{_number(score)}</b></td>" for score in scores.values())
        rows.append(f"<tr><td><b>{self.tr('Sum')}</b></td>{sums}</tr>")
        return f"<table>{''.join(rows)}</table>"

    def _score(self, option: str) -> float:
        return total(self._scoring, self._points(option)) or 0.0

    def _points(self, option: str) -> dict[str, int]:
        found = {}
        for asked, points in self.path[1:]:
            criterion, judged = self._parts(asked)
            if judged == option:
                found[criterion.name] = int(points)
        return found

    def _count(self) -> int:
        return int(self.path[0][1]) if self.path and self.path[0][1].isdigit() else 1

    def _options(self) -> list[str]:
        return [chr(ord("A") + number) for number in range(self._count())]

    def _questions(self, path: Path) -> list[str]:
        given = path[0][1] if path else "1"
        count = int(given) if given.isdigit() and int(given) in _COUNTS else 1
        letters = [chr(ord("A") + number) for number in range(count)]
        numbers = range(len(self._scoring.criteria))
        return [_HOW_MANY, *(f"{number}/{letter}" for number in numbers for letter in letters)]

    def _parts(self, asked: str) -> tuple[Criterion, str]:
        number, _, option = asked.partition("/")
        return self._scoring.criteria[int(number)], option

    def _is_anchor(self, asked: str, points: str) -> bool:
        return points.isdigit() and int(points) in self._parts(asked)[0].anchors

    def _options_word(self, number: int) -> str:
        return (
            self.tr("{0} option").format(number)
            if number == 1
            else self.tr("{0} options").format(number)
        )


def _number(value: float) -> str:
    return f"{value:g}"
