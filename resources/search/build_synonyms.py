"""Makes ``synonyms-sorted.txt``, what search looks up, of the synonyms that people write.

    python resources/search/build_synonyms.py

`jitdesk.search.synonym_lines` tells how they are written and what is made of them.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from jitdesk.search.synonym_lines import WRITTEN, sorted_synonyms
from jitdesk.search.wordlists import SYNONYMS

if __name__ == "__main__":
    folder = Path(__file__).parent
    written = {
        language: (folder / name).read_text(encoding="utf-8") for language, name in WRITTEN.items()
    }
    (folder / SYNONYMS).write_text(sorted_synonyms(written), encoding="utf-8")
