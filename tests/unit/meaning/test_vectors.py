"""Vectors on disk: only what changed is encoded, damage is made anew, the nearest are found."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from jitdesk.guides.guide import Guide
from jitdesk.meaning import build
from jitdesk.meaning.build import missing_keys, update_vectors
from jitdesk.meaning.nearest import Nearest
from jitdesk.meaning.passages import MOST, passages
from jitdesk.meaning.vectors import WIDTH, read_shelves
from tests.support.guides import make_guide

TOPICS = ("password", "room", "laptop", "travel")
GUIDES = [make_guide(f"About {topic}", f"All about the {topic} and nothing else.") for topic in TOPICS]  # fmt: skip  # noqa: E501


class Topical:
    """A text's vector points to the topic that it names, or to a place of its own."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in enumerate(texts):
            known = [n for n, topic in enumerate(TOPICS) if topic in text]
            found[row, known[0] if known else WIDTH - 1] = 1
        return found


def update(directory: Path, guides: Iterable[Guide], encoder: Topical) -> int:
    found = {guide.key: guide for guide in guides}
    wanted = {key: guide.digest for key, guide in found.items()}
    return update_vectors(
        directory, wanted, lambda keys: (found[key] for key in keys), lambda: encoder
    )


def test_the_nearest_guide_comes_first_and_far_ones_not_at_all(tmp_path: Path) -> None:
    encoder = Topical()
    assert update(tmp_path / "v", GUIDES, encoder) == 4
    found = Nearest(tmp_path / "v", encoder).find("forgot my password")
    assert found == {GUIDES[0].key: 1.0}
    assert Nearest(tmp_path / "v", encoder).find("zebra") == {}


def test_only_what_changed_is_encoded(tmp_path: Path) -> None:
    update(tmp_path / "v", GUIDES, Topical())
    encoder = Topical()
    changed = make_guide("About room", "The room has moved to another floor of the house.")
    assert update(tmp_path / "v", [GUIDES[0], changed, *GUIDES[2:]], encoder) == 1
    assert all("room" in text for text in encoder.texts)
    assert update(tmp_path / "v", [GUIDES[0], changed, *GUIDES[2:]], Topical()) == 0


def test_guides_that_are_gone_are_no_longer_near(tmp_path: Path) -> None:
    update(tmp_path / "v", GUIDES, Topical())
    update(tmp_path / "v", GUIDES[1:2], Topical())
    assert list(Nearest(tmp_path / "v", Topical()).find("password")) == []
    assert list(Nearest(tmp_path / "v", Topical()).find("room")) == [GUIDES[1].key]


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    update(tmp_path / "v", GUIDES, Topical())
    path = next((tmp_path / "v").glob("*.vec"))
    path.write_bytes(path.read_bytes()[:-7])
    assert update(tmp_path / "v", GUIDES, Topical()) == 4


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_files_that_others_could_have_written_are_not_read(tmp_path: Path) -> None:
    update(tmp_path / "v", GUIDES, Topical())
    (tmp_path / "v").chmod(0o777)
    assert list(read_shelves(tmp_path / "v")) == []


def test_a_build_that_is_stopped_keeps_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_LOT", 1)
    found = {guide.key: guide for guide in GUIDES}
    wanted = {key: guide.digest for key, guide in found.items()}
    done: list[int] = []
    update_vectors(
        tmp_path / "v",
        wanted,
        lambda keys: (found[key] for key in keys),
        Topical,
        progress=lambda count, _total: done.append(count),
        cancelled=lambda: len(done) == 2,
    )
    assert len(missing_keys(tmp_path / "v", wanted)) == 2


def test_many_files_become_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_LOT", 1)
    monkeypatch.setattr(build, "_MOST_FILES", 3)
    update(tmp_path / "v", GUIDES, Topical())
    assert len(list((tmp_path / "v").glob("*.vec"))) == 1
    assert list(Nearest(tmp_path / "v", Topical()).find("travel")) == [GUIDES[3].key]


def test_each_section_of_a_long_guide_has_its_say() -> None:
    text = "\n\n".join(f"## Part {n}\n\n" + "word " * 200 for n in range(30))
    found = passages(make_guide("Long", text))
    assert len(found) == MOST
    assert found[0].startswith("Long.")
    assert sum("Part" in text for text in found) == MOST - 1
