"""`PackPlace`: where the folder of an installed pack lies, so that its people can be answered.

Read from what is installed; no share is touched.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from jitdesk.library.library import Library
from jitdesk.packs.sources import SHIPPED


@dataclass(frozen=True, slots=True)
class PackPlace:
    """The folder of one pack.

    Attributes:
        pack: the pack's id; `title` is what people call it.
        source: name of the source that it came from.
        folder: the pack's own folder, "" = it has none that could be written (it ships
            with JITDesk, or is a zip).
    """

    pack: str
    title: str
    source: str
    folder: str

    @property
    def name(self) -> str:
        """A short name of the folder for files."""
        return hashlib.sha256(self.folder.encode()).hexdigest()[:16]


def pack_places(library: Library) -> list[PackPlace]:
    """Return the folders of every installed pack, own sources first."""
    locations = {source.name: source.location for source in library.sources.all()}
    found = []
    for pack in library.packs():
        row = next(iter(library.pack_rows(pack.id)), None)
        location = locations.get(pack.source, "")
        root = row.path[: len(row.path) - len(row.pack_path)].strip("/") if row else ""
        folder = f"{location}/{root}" if root else location
        unwritable = pack.source == SHIPPED or ".zip" in folder.lower()
        place = PackPlace(pack.id, pack.title or pack.id, pack.source, "" if unwritable else folder)
        found.append(place)
    return sorted(found, key=lambda place: (not place.folder, place.title))


def place_of(places: list[PackPlace], pack: str = "") -> PackPlace | None:
    """Return the place of a pack; without a pack, the first that can be written."""
    if pack:
        return next((place for place in places if place.pack == pack), None)
    return next((place for place in places if place.folder), None)
