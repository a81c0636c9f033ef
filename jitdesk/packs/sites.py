"""`Sites`: the site values of this machine, of this person and of every installed pack.

A value that a pack sets itself wins in its own guides; then what IT wrote beside the
policy, then what the person wrote beside the settings, then the other packs by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jitdesk.guides.site import Site, merged, read_site


class Sites:
    """What fills ``{site:...}`` in the guides of each pack."""

    def __init__(self, local: Sequence[Path] = (), packs: Iterable[tuple[str, bytes]] = ()) -> None:
        """Read the local files, the first before the second, and the packs' own files."""
        self._local = [site for path in local if (site := _local(path)) is not None]
        self._packs = {pack: read_site(data, pack)[0] for pack, data in packs}
        self._of: dict[str, Site] = {}

    def of(self, pack: str) -> Site:
        """Return the values and roles as the guides of `pack` see them."""
        if pack not in self._of:
            own = [self._packs[pack]] if pack in self._packs else []
            others = [self._packs[name] for name in sorted(self._packs) if name != pack]
            self._of[pack] = merged([*own, *self._local, *others])
        return self._of[pack]

    def unset(self, pack: str, names: str) -> tuple[str, ...]:
        """Return which of the names (with spaces between) are not set."""
        values = self.of(pack).values if names else {}
        return tuple(name for name in names.split() if name not in values)

    def stamp(self, pack: str, names: str) -> str:
        """Return the values of these names: what the text of a guide depends on."""
        values: Mapping[str, str] = self.of(pack).values if names else {}
        return "\n".join(f"{name}={values.get(name, '')}" for name in names.split())


def _local(path: Path) -> Site | None:
    try:
        return read_site(path.read_bytes(), path.name)[0]
    except OSError:
        return None


def stamps(local: Sequence[Path]) -> tuple[tuple[int, int], ...]:
    """Return size and time of the local files, by which a change of them is seen."""
    found = []
    for path in local:
        try:
            state = path.stat()
            found.append((state.st_size, state.st_mtime_ns))
        except OSError:
            found.append((0, 0))
    return tuple(found)
