"""Decision trees: read from ``nodes``/``start`` or a nested ``tree``, checked, shown as text.

Everything is a loop over a flat mapping of nodes, never recursion: a chain of 5,000
questions is as good as one of five, and a ring of questions ends every check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jitdesk.errors import Level, Problem
from jitdesk.guides.inline import neutral
from jitdesk.yamlio import KeyPath

_ANSWERS = ("yes", "no")
_KEYS = 9
_WAIT = re.compile(r"(\d{1,5})\s*(s|m|h)?")
_SECONDS = {"s": 1, "m": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: where it leads ("" = nowhere), and the line that says so."""

    label: str
    goto: str
    line: int


@dataclass(frozen=True, slots=True)
class Node:
    """A question with options, or an end with what to do.

    Attributes:
        do: what to do here; a question may say what to do before it is answered.
        unknown: where "I do not know" leads, "" = the author gave no way.
        wait: seconds to wait before the answer can be seen, 0 = none.
        next: id of the guide that goes on from an end.
    """

    name: str
    line: int
    ask: str = ""
    do: str = ""
    options: tuple[Option, ...] = ()
    unknown: str = ""
    wait: int = 0
    next: str = ""

    @property
    def is_end(self) -> bool:
        """An end has no question; it says what to do."""
        return not self.ask and not self.options


@dataclass(frozen=True, slots=True)
class Tree:
    """All nodes by name and the one to start with."""

    start: str
    start_line: int
    nodes: Mapping[str, Node] = field(default_factory=dict)


def read_tree(front: Mapping[str, Any], lines: Mapping[KeyPath, int]) -> Tree | None:
    """Return the tree of a framework's fields, None if there is none."""
    if "nodes" in front:
        return _flat(front, lines)
    if isinstance(front.get("tree"), dict):
        return _nested(front["tree"], lines)
    return None


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else neutral(str(value))


def _flat(front: Mapping[str, Any], lines: Mapping[KeyPath, int]) -> Tree:
    raw = front["nodes"] if isinstance(front["nodes"], dict) else {}
    nodes = {}
    for name, entry in raw.items():
        path: KeyPath = ("nodes", name)
        entry = entry if isinstance(entry, dict) else {}  # noqa: PLW2901  (one meaning)
        options = tuple(_options(entry.get("options"), (*path, "options"), lines))
        unknown = _text(entry.get("unknown"))
        nodes[name] = _node(name, lines.get(path, 1), entry, options, unknown)
    start = _text(front.get("start"))
    line = lines.get(("start",), lines.get(("nodes",), 1))
    return Tree(start, line, nodes)


def _node(
    name: str, line: int, entry: Mapping[str, Any], options: tuple[Option, ...], unknown: str
) -> Node:
    ask, do = _text(entry.get("ask")), _text(entry.get("do"))
    following = "" if ask or options else _text(entry.get("next"))
    return Node(name, line, ask, do, options, unknown, seconds_of(entry.get("wait")), following)


def seconds_of(value: object) -> int:
    """Return a time such as 40s, 5m or 1h in seconds, 0 if it is none (at most a day)."""
    match = _WAIT.fullmatch(str(value).strip()) if value is not None else None
    return min(int(match.group(1)) * _SECONDS[match.group(2) or "s"], 86_400) if match else 0


def _options(raw: object, path: KeyPath, lines: Mapping[KeyPath, int]) -> Iterator[Option]:
    if isinstance(raw, dict):
        raw = [{"label": label, "goto": goto} for label, goto in raw.items()]
    for index, entry in enumerate(raw if isinstance(raw, list) else []):
        entry = entry if isinstance(entry, dict) else {"label": entry}  # noqa: PLW2901
        goto = entry.get("goto", entry.get("next"))
        place = lines.get((*path, index, "goto")) or lines.get((*path, index), 1)
        yield Option(_text(entry.get("label")), _text(goto), place)


def _nested(root: Mapping[str, Any], lines: Mapping[KeyPath, int]) -> Tree:
    nodes: dict[str, Node] = {}
    queue: list[tuple[str, Mapping[str, Any], KeyPath]] = [("1", root, ("tree",))]
    while queue:
        name, entry, path = queue.pop()
        options = []
        for number, (label, branch, way) in enumerate(_branches(entry, path), 1):
            child = f"{name}.{number}"
            options.append(Option(label, child, lines.get(way, 1)))
            body = branch if isinstance(branch, dict) else {"do": branch}
            queue.append((child, body, way))
        unknown = ""
        if entry.get("unknown") is not None:
            unknown, way = f"{name}.0", (*path, "unknown")
            branch = entry["unknown"]
            queue.append((unknown, branch if isinstance(branch, dict) else {"do": branch}, way))
        nodes[name] = _node(name, lines.get(path, 1), entry, tuple(options), unknown)
    return Tree("1", lines.get(("tree",), 1), dict(sorted(nodes.items(), key=_by_number)))


def _by_number(item: tuple[str, Node]) -> list[int]:
    return [int(part) for part in item[0].split(".")]


def _branches(entry: Mapping[str, Any], path: KeyPath) -> Iterator[tuple[str, Any, KeyPath]]:
    for answer in _ANSWERS:
        if answer in entry:
            yield answer, entry[answer], (*path, answer)
    options = entry.get("options")
    if isinstance(options, dict):
        for label, branch in options.items():
            yield str(label), branch, (*path, "options", label)


def check_tree(tree: Tree, path: str) -> tuple[Problem, ...]:
    """Return every place where a person would get stuck, in the order of lines."""
    found = [*_start_problems(tree, path), *_node_problems(tree, path)]
    if tree.start in tree.nodes:
        found += _way_problems(tree, path)
    return tuple(sorted(found))


def _problem(path: str, line: int, message: str, fix: str) -> Problem:
    return Problem(path, line, "G30", Level.WARNING, message, fix)


def _start_problems(tree: Tree, path: str) -> Iterator[Problem]:
    if not tree.nodes:
        yield _problem(path, tree.start_line, "The tree has no nodes.", "Add a first question.")
    elif not tree.start:
        yield _problem(path, tree.start_line, "The tree has no start.", "Add start: <node>.")
    elif tree.start not in tree.nodes:
        message = f'The tree starts at "{tree.start}", which does not exist.'
        yield _problem(path, tree.start_line, message, "Name one of its nodes.")


def _node_problems(tree: Tree, path: str) -> Iterator[Problem]:
    for node in tree.nodes.values():
        if node.ask and not node.options:
            message = f'The question "{node.name}" has no options.'
            yield _problem(path, node.line, message, "Add at least one answer.")
        if node.is_end and not node.do:
            yield _problem(path, node.line, f'"{node.name}" says nothing to do.', "Add do: ...")
        if len(node.options) > _KEYS:
            message = f'"{node.name}" has {len(node.options)} answers; only {_KEYS} have a key.'
            yield _problem(path, node.line, message, "Ask two questions instead of one.")
        for option in node.options:
            yield from _option_problems(tree, node, option, path)
        if node.unknown and node.unknown not in tree.nodes:
            message = (
                f'"I do not know" of "{node.name}" leads to "{node.unknown}", which is missing.'
            )
            yield _problem(path, node.line, message, "Correct the name or add the node.")


def _option_problems(tree: Tree, node: Node, option: Option, path: str) -> Iterator[Problem]:
    where = f'The answer "{option.label}" of "{node.name}"'
    if not option.goto:
        yield _problem(path, option.line, f"{where} leads nowhere.", "Add goto: <node>.")
    elif option.goto not in tree.nodes:
        message = f'{where} leads to "{option.goto}", which does not exist.'
        yield _problem(path, option.line, message, "Correct the name or add the node.")
    elif option.goto == node.name:
        message = f'{where} leads back to "{node.name}" itself.'
        yield _problem(path, option.line, message, "Lead it to another node.")


def _way_problems(tree: Tree, path: str) -> Iterator[Problem]:
    reached = _reach({n: _ways(v) for n, v in tree.nodes.items()}, [tree.start])
    back: dict[str, list[str]] = {}
    for node in tree.nodes.values():
        for way in _ways(node):
            back.setdefault(way, []).append(node.name)
    ends = [n.name for n in tree.nodes.values() if n.is_end]
    leading = _reach(back, ends)
    for name, node in tree.nodes.items():
        if name not in reached:
            yield _problem(
                path, node.line, f'"{name}" can never be reached.', "Lead an answer to it."
            )
    stuck = [n for n in tree.nodes if n not in leading and tree.nodes[n].options]
    if stuck:
        message = f"These nodes never reach an end: {', '.join(stuck[:20])}."
        yield _problem(path, tree.nodes[stuck[0]].line, message, "Give one of them a way out.")


def _ways(node: Node) -> list[str]:
    return [option.goto for option in node.options] + ([node.unknown] if node.unknown else [])


def _reach(ways: Mapping[str, list[str]], starts: list[str]) -> set[str]:
    seen, queue = set(starts), list(starts)
    while queue:
        for name in ways.get(queue.pop(), ()):
            if name not in seen:
                seen.add(name)
                queue.append(name)
    return seen


def tree_text(tree: Tree) -> str:
    """Return the tree as Markdown: one heading a node, a missing way ends in a sentence."""
    out: list[str] = []
    for node in tree.nodes.values():
        out.append(f"## {node.ask or node.do or node.name}\n")
        if node.ask and node.do:
            out.append(f"{node.do}\n")
        for option in node.options:
            target = tree.nodes.get(option.goto)
            way = (
                (target.ask or target.do or target.name) if target else "This way has no page yet."
            )
            out.append(f"- **{option.label}**: {way}")
        if node.options:
            out.append("")
    return "\n".join(out) or "This page has no questions yet."
