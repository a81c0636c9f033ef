from __future__ import annotations

from jitdesk.guides.tree import Tree, check_tree, read_tree, tree_text
from jitdesk.yamlio import load_yaml


def tree_of(text: str) -> Tree:
    document = load_yaml(text)
    tree = read_tree(document.value, document.lines)
    assert tree is not None
    return tree


def test_a_whole_tree_has_no_problems() -> None:
    tree = tree_of("start: a\nnodes:\n  a: {ask: Q, options: {yes: b}}\n  b: {do: Done}\n")
    assert check_tree(tree, "t.yaml") == ()
    assert "- **yes**: Done" in tree_text(tree)


def test_nested_trees_are_the_same() -> None:
    tree = tree_of("tree:\n  ask: Q\n  yes: {do: A}\n  no: {ask: R, options: {x: {do: B}}}\n")
    assert check_tree(tree, "t.yaml") == ()
    assert [n.ask or n.do for n in tree.nodes.values()] == ["Q", "A", "R", "B"]


def test_a_ring_is_named_and_ends() -> None:
    ring = "start: a\nnodes:\n  a: {ask: Q, options: {x: b}}\n  b: {ask: R, options: {x: a}}\n"
    assert "a, b" in check_tree(tree_of(ring), "t.yaml")[0].message


def test_a_missing_way_has_its_line_and_a_sentence() -> None:
    tree = tree_of(
        "start: a\nnodes:\n  a:\n    ask: Q\n    options:\n    - goto: z\n      label: x\n"
    )
    assert {p.line for p in check_tree(tree, "t.yaml")} >= {6}
    assert "no page yet" in tree_text(tree)
