"""What crosses from the writing service to the author's window: immutable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jitdesk.errors import Problem
    from jitdesk.models.reading import Opened


@dataclass(frozen=True, slots=True)
class Judged:
    """A page as its users will see it, and what the linter says; `number` is the request's."""

    number: int
    opened: Opened | None
    problems: tuple[Problem, ...]
    aim: str = ""
    """The aim that the four answers lead to, and why; "" while they are not given."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where a page stands in the answer to a question; 0 = it is not found."""

    question: str
    rank: int
    first: str
    """Title of the first row."""
