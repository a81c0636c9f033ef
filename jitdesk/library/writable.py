"""Which packs this person may write into, as far as the system tells."""

from __future__ import annotations

import os
from pathlib import Path

from jitdesk.library.library import Library
from jitdesk.library.places import pack_places


def writable(library: Library) -> list[str]:
    """Return the ids of the packs whose pages can be written.

    It looks at files of the share, so it is called in a child process only. Windows answers
    for the read-only mark and not for the rights; a write that fails says so itself.
    """
    found = []
    for place in pack_places(library):
        row = next(iter(library.pack_rows(place.pack)), None)
        if place.folder and row is not None:
            file = Path(place.folder) / row.pack_path
            if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
                found.append(place.pack)
    return found
