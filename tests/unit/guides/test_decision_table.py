"""Decision tables: every combination reaches exactly the row that an oracle computes."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jitdesk.guides.decision_table import (
    DecisionTable,
    cases,
    gaps,
    matching,
    next_question,
    outcome,
    overlaps,
    read_table,
    unused,
)
from jitdesk.guides.front_matter import split_front_matter
from jitdesk.paths import shipped
from jitdesk.yamlio import load_yaml


def oracle(raw: dict[str, Any], case: dict[str, str]) -> list[str]:
    """Return the outcomes of a case, computed from the YAML and nothing else."""
    found = []
    for row in raw["rows"]:
        wants = {k: v for k, v in row.items() if k not in {"do", "next"}}
        if all(
            v == "*" or case[k] in (v if isinstance(v, list) else [v]) for k, v in wants.items()
        ):
            found.append(row["do"])
    return found[:1] if raw.get("hit") == "first" else found


def asked(table: DecisionTable, case: dict[str, str]) -> str:
    """Answer question by question as a person would; return where that leads."""
    given_: dict[str, str] = {}
    while (question := next_question(table, given_)) is not None:
        given_[question.key] = case[question.key]
    row = outcome(table, given_)
    return row.do if row is not None else ""


def tables() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for file in sorted(shipped("guides").rglob("*.md")):
        front = split_front_matter(file.read_text(encoding="utf-8"), file.name).fields
        if "table" in front:
            found.append((file.name, dict(front["table"])))
    return found


@pytest.mark.parametrize(("name", "raw"), tables())
def test_every_case_of_what_ships_reaches_the_row_of_the_oracle(
    name: str, raw: dict[str, Any]
) -> None:
    table = read_table({"table": raw})
    assert table is not None
    for case in cases(table):
        assert [asked(table, case)] == oracle(raw, case)


values = st.sampled_from(["a", "b", "c"])
cell = st.one_of(st.just("*"), values, st.lists(values, min_size=1, max_size=3, unique=True))
rows = st.lists(
    st.fixed_dictionaries({"x": cell, "y": cell, "do": st.uuids().map(str)}), min_size=1, max_size=6
)


@given(rows, st.sampled_from(["unique", "first"]))
@settings(max_examples=300, deadline=None)
def test_any_table_agrees_with_the_oracle(listed: list[dict[str, Any]], hit: str) -> None:
    keys = [{"key": k, "ask": k, "values": ["a", "b", "c"]} for k in ("x", "y")]
    raw = {"hit": hit, "conditions": keys, "rows": listed}
    table = read_table({"table": raw})
    assert table is not None
    for x, y in product("abc", repeat=2):
        case = {"x": x, "y": y}
        wanted = oracle(raw, case)
        assert [row.do for row in matching(table, case)] == wanted
        assert (case in gaps(table)) is (not wanted)
        if len(wanted) == 1 or hit == "first":
            assert asked(table, case) == (wanted[0] if wanted else "")


def test_a_question_that_changes_nothing_is_not_asked() -> None:
    text = """
table:
  conditions: [{key: k, values: [yes, no]}, {key: m, values: [1, 2]}]
  rows: [{k: yes, m: "*", do: A}, {k: no, m: 1, do: B}, {k: no, m: 2, do: C}]
"""
    table = read_table(load_yaml(text).value)
    assert table is not None
    assert next_question(table, {"k": "yes"}) is None
    question = next_question(table, {"k": "no"})
    assert question is not None
    assert question.values == ("1", "2")


def test_gaps_overlaps_and_dead_rows_are_found() -> None:
    keys = [{"key": "k", "values": ["a", "b"]}]
    listed = [{"k": "a", "do": "1"}, {"k": "a", "do": "2"}, {"k": "z", "do": "3"}]
    table = read_table({"table": {"conditions": keys, "rows": listed}})
    assert table is not None
    assert gaps(table) == [{"k": "b"}]
    assert [row.do for row in overlaps(table)[0][1]] == ["1", "2"]
    assert "3" in [row.do for row in unused(table)]
