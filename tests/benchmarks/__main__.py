"""`make bench`: a table on the screen, build/bench.json beside it.

Ratios to peers of the same run come first in importance: the machine is shared and its
speed drifts, so a single absolute time means little.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.benchmarks import content_bench, desktop_bench, flow_bench, search_bench, sync_bench
from tests.benchmarks.row import Row

TARGET = Path("build/bench.json")
PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "desktop": desktop_bench.run,
    "content": content_bench.run,
    "flow": flow_bench.run,
    "search": search_bench.run,
    "sync": sync_bench.run,
}


def main(names: list[str]) -> int:
    """Run the named parts, or all; return the exit code."""
    rows: list[Row] = []
    for name in names or PARTS:
        print(f"{name}:")
        for row in PARTS[name]():
            rows.append(row)
            print(_line(row), flush=True)
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps([row.as_json() for row in rows], indent=1) + "\n")
    print(f"{len(rows)} figures in {TARGET}")
    return 0


def _line(row: Row) -> str:
    text = f"  {row.name:<64} {row.value:>10.2f} {row.unit:<8} n={row.n}"
    if row.ratio is not None:
        text += f"  {row.peer} {row.peer_value:.2f}, ratio {row.ratio:.2f}"
    return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
