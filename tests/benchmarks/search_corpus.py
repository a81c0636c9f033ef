"""The guides that search is measured on: the corpora folder, read by the real loader."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from jitdesk.guides.guide import Guide, GuideId, PackId
from jitdesk.guides.loader import load
from jitdesk.search.index import IndexReport, update_index

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("JITDESK_CORPORA", ROOT / "../shared/corpora")) / "field"
QUERIES = Path(os.environ.get("JITDESK_EVAL", ROOT / "../shared/eval")) / "queries-core.jsonl"
_SUFFIXES = (".md", ".yaml", ".yml")


def read_corpus(folder: Path = CORPORA) -> list[Guide]:
    """Return the guides of a folder of packs."""
    guides: dict[str, Guide] = {}
    for pack in sorted(p for p in folder.iterdir() if p.is_dir()):
        for path in sorted(pack.rglob("*")):
            if path.suffix.lower() in _SUFFIXES and path.is_file():
                name = path.relative_to(pack).as_posix()
                guide = load(path.read_bytes(), name, PackId(pack.name)).guide
                if guide is not None:
                    guides.setdefault(guide.key, guide)
    return list(guides.values())


def grow(guides: Sequence[Guide], count: int) -> list[Guide]:
    """Return `count` guides: these, then copies with other ids, titles and words."""
    grown = list(guides[:count])
    turn = 0
    while len(grown) < count:
        turn += 1
        grown += [_altered(guide, turn) for guide in guides[: count - len(grown)]]
    return grown


def _altered(guide: Guide, turn: int) -> Guide:
    sections = tuple(
        replace(s, text=" ".join(_word(word, turn) for word in s.text.split(" ")))
        for s in guide.sections
    )
    title = " ".join(_word(word, turn) for word in guide.title.split(" "))
    name = GuideId(f"{guide.id}-{turn}")
    return replace(guide, id=name, title=title, sections=sections, digest=f"{turn}{guide.digest}")


def _word(word: str, turn: int) -> str:
    """Return one word in three changed, always the same ones: new words, old frequencies."""
    changed = len(word) > 3 and sum(map(ord, word)) % 3 == 0
    return f"{word}{'xyzuvw'[turn % 6]}" if changed else word


def build(directory: Path, guides: Iterable[Guide]) -> IndexReport:
    """Make the index of `guides` in `directory`."""
    found = {guide.key: guide for guide in guides}
    wanted = {key: guide.digest[:24] for key, guide in found.items()}  # as the library does
    return update_index(directory, wanted, lambda keys: (found[key] for key in keys))
