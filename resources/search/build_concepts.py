"""Makes ``concepts-sorted.txt``, what search looks up, of ``concepts.txt``, which people write.

    python resources/search/build_concepts.py

One line a stem, with the groups that it is a cue of, and one line a concept, with the words
for it; what a number says is told in `jitdesk.search.concept_lines`.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from jitdesk.search.concept_lines import sorted_concepts
from jitdesk.search.concepts import SORTED

if __name__ == "__main__":
    folder = Path(__file__).parent
    text = sorted_concepts((folder / "concepts.txt").read_text(encoding="utf-8"))
    (folder / SORTED).write_text(text, encoding="utf-8")
