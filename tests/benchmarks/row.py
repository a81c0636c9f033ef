"""One figure of a benchmark, and the arithmetic that all of them share."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, beside a peer's of the same run where there is one."""

    name: str
    value: float
    unit: str
    n: int
    peer: str = ""
    peer_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours divided by the peer's."""
        return self.value / self.peer_value if self.peer_value else None

    def as_json(self) -> dict[str, object]:
        """Return the row as it stands in build/bench.json."""
        ratio = self.ratio
        return {
            **asdict(self),
            "value": round(self.value, 4),
            "ratio": None if ratio is None else round(ratio, 4),
        }


def quantile(values: Sequence[float], share: float) -> float:
    """Return a quantile by nearest rank; the maximum for share 1."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
