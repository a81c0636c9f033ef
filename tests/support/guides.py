"""Guides made in a test: `make_guide` and an index of some of them."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.loader import load
from jitdesk.search.index import IndexReport, update_index
from jitdesk.search.searcher import Searcher


def make_guide(title: str, text: str = "", *, pack: str = "pack", front: str = "") -> Guide:
    """Return the guide that a Markdown file with this title and text gives."""
    head = f"---\n{front}\n---\n" if front else ""
    name = hashlib.sha256(title.encode()).hexdigest()[:8]
    data = f"{head}# {title}\n\n{text}\n".encode()
    loaded = load(data, f"guides/{name}.md", PackId(pack))
    assert loaded.guide is not None, loaded.problems
    return loaded.guide


def index_guides(directory: Path, guides: Iterable[Guide]) -> IndexReport:
    """Make the index hold exactly `guides`."""
    found: Mapping[str, Guide] = {guide.key: guide for guide in guides}
    digests = {key: guide.digest for key, guide in found.items()}
    return update_index(directory, digests, lambda keys: (found[key] for key in keys))


@contextlib.contextmanager
def open_searcher(directory: Path, guides: Iterable[Guide]) -> Iterator[Searcher]:
    """Give a searcher over an index of `guides`."""
    index_guides(directory, guides)
    with contextlib.closing(Searcher.open(directory)) as searcher:
        yield searcher
