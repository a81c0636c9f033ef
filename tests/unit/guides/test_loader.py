from __future__ import annotations

import os
import resource
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jitdesk.guides.guide import GuideType, PackId
from jitdesk.guides.loader import Loaded, load
from jitdesk.guides.render import render

FIELD = Path(os.environ.get("JITDESK_CORPORA", "../shared/corpora")).resolve() / "field"


def page(text: str, path: str = "guides/a-page.md") -> Loaded:
    return load(text.encode(), path, PackId("team"))


def test_one_heading_is_a_guide() -> None:
    guide = page("# Reset a badge\n\nPut it on the reader.\n").guide
    assert guide is not None
    assert (guide.title, guide.type, guide.key) == ("Reset a badge", GuideType.GUIDE, "team/a-page")
    assert (guide.reviewed_on, guide.minutes, guide.language) == (None, 1, "")


def test_the_file_name_is_the_last_title() -> None:
    guide = page("Just text.", "docs/effective_post-mortems.md").guide
    assert guide is not None
    assert guide.title == "Effective post mortems"


def test_a_task_list_makes_a_checklist() -> None:
    guide = page("# A\n\n- [ ] x\n").guide
    assert guide is not None
    assert guide.type is GuideType.CHECKLIST


def test_a_template_block_makes_a_template() -> None:
    guide = page("# A\n\n```text template\nDear\n```\n").guide
    assert guide is not None
    assert guide.type is GuideType.TEMPLATE


def test_reading_time_counts_words_and_east_asian_characters() -> None:
    words = page("# A\n\n" + "word " * 351).guide
    kanji = page("# A\n\n" + "字" * 521).guide
    assert words is not None
    assert kanji is not None
    assert (words.minutes, kanji.minutes) == (3, 3)


def test_unknown_fields_are_kept() -> None:
    guide = page("---\nfuture: {a: 1}\n---\n# A\n\nb\n").guide
    assert guide is not None
    assert guide.front == {"future": {"a": 1}}


def test_a_broken_file_is_one_error_with_a_line() -> None:
    loaded = page('---\ntitle: "open\n---\nText')
    assert loaded.guide is None
    assert [(p.line, p.rule) for p in loaded.problems] == [(2, "yaml-syntax")]


def test_a_table_of_the_front_matter_is_shown_and_lines_stay_true() -> None:
    text = (
        "---\ntable:\n  conditions: [{key: a, ask: A}]\n  rows: [{a: x, do: y}]\n---\n## Why\n\nz\n"
    )
    guide = page(text).guide
    assert guide is not None
    assert guide.type is GuideType.FRAMEWORK
    assert next(s.line for s in guide.sections if s.title == "Why") == 6


def test_a_yaml_file_without_a_page_is_only_a_hint() -> None:
    loaded = page("name: settings\n", "config.yaml")
    assert loaded.guide is None
    assert [p.level for p in loaded.problems] == ["hint"]


@given(st.text(max_size=300) | st.text(alphabet="-#>*`[]()!{}|:<= \n\taé字0.", max_size=300))
def test_no_text_raises_neither_loaded_nor_drawn(text: str) -> None:
    for path in ("a.md", "a.yaml"):
        loaded = load(text.encode("utf-8", "replace"), path, PackId("p"))
        if loaded.guide is not None:
            render(loaded.guide)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    load(data, "a.md", PackId("p"))


@pytest.mark.corpus
@pytest.mark.skipif(not FIELD.is_dir(), reason=f"no corpora at {FIELD} (JITDESK_CORPORA)")
def test_every_page_of_the_field_is_readable() -> None:
    files = [(p.relative_to(FIELD).as_posix(), p.read_bytes()) for p in FIELD.rglob("*.md")]
    start = time.perf_counter()
    loaded = [load(data, path, PackId("field")) for path, data in files]
    took = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(files)} pages in {took:.2f} s, {took / len(files) * 1e3:.2f} ms each, {peak} MiB")
    assert all(one.guide is not None for one in loaded)
    assert took / len(files) < 0.003
