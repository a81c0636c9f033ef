"""The way through a framework: kept as a list of answers, so that it survives a crash.

A path is a list of pairs (question, answer): condition key and value of a decision table,
node name and option label of a tree. A tree may lead in a ring; the same question is then
in the path more than once, and going back takes only the last answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from jitdesk.guides.decision_table import DecisionTable, Row
from jitdesk.guides.guide import Guide
from jitdesk.guides.tree import Node, Tree

Path = tuple[tuple[str, str], ...]

UNKNOWN = "?"
"""The answer "I do not know" in a path."""

_LONGEST = 500


def read_path(text: str) -> Path:
    """Return a stored path, () if it is none."""
    try:
        pairs = json.loads(text) if text else []
        return tuple((str(question), str(answer)) for question, answer in pairs)[:_LONGEST]
    except (ValueError, TypeError):
        return ()


def write_path(path: Path) -> str:
    """Return a path as it is stored."""
    return json.dumps(path, ensure_ascii=False) if path else ""


def answers(table: DecisionTable, path: Path) -> dict[str, str]:
    """Return condition -> value of a path; what the table no longer knows is left out."""
    known = {condition.key: condition.values for condition in table.conditions}
    return {key: value for key, value in path if value in known.get(key, ())}


def node_at(tree: Tree, path: Path) -> tuple[Node | None, Path]:
    """Return the node that a path leads to, and the part of the path that is still true.

    An author may have changed the tree since: the path ends before the first answer that is
    no longer there.
    """
    node = tree.nodes.get(tree.start)
    for place, (question, answer) in enumerate(path):
        if node is None or node.name != question:
            return node, path[:place]
        goto = _goto(node, answer)
        if goto not in tree.nodes:
            return node, path[:place]
        node = tree.nodes[goto]
    return node, path


def _goto(node: Node, answer: str) -> str:
    if answer == UNKNOWN:
        return node.unknown
    return next((option.goto for option in node.options if option.label == answer), "")


def asked_before(path: Path, node: str) -> int:
    """Return how often a question was answered already: a ring is worth saying."""
    return sum(question == node for question, _ in path)


def table_record(guide: Guide, table: DecisionTable, path: Path, row: Row | None) -> str:
    """Return question and answer line by line and the outcome, for a ticket."""
    asks = {condition.key: condition.ask for condition in table.conditions}
    lines = [(asks[key], value) for key, value in answers(table, path).items()]
    return _record(guide, lines, row.do if row is not None else "")


def tree_record(guide: Guide, tree: Tree, path: Path) -> str:
    """Return question and answer line by line and the end, for a ticket."""
    end, kept = node_at(tree, path)
    lines = []
    for question, answer in kept:
        node = tree.nodes[question]
        lines.append((node.ask or node.do, "I do not know" if answer == UNKNOWN else answer))
    return _record(guide, lines, end.do if end is not None and end.is_end else "")


def _record(guide: Guide, lines: Iterable[Sequence[str]], outcome: str) -> str:
    version = f" (version {guide.version})" if guide.version else ""
    head = [f"{guide.title}{version}", f"Guide: {guide.key}", ""]
    told = [f"{ask} {answer}" for ask, answer in lines]
    return "\n".join([*head, *told, "", f"Outcome: {outcome}" if outcome else "No outcome yet."])
