"""Starts PySide6 without its scan of every source file.

After each import of any module PySide6 reads that module's source text, to see whether it
may use snake_case names for Qt, and keeps the text in memory: 5 MiB and a tenth of the
start. JITDesk uses Qt's own names everywhere, so the answer is always "no".
"""

from __future__ import annotations

import linecache
import sys

import PySide6  # noqa: F401  (loads the module that is changed below)


def skip_source_scan() -> None:
    """Answer "no" without reading; does nothing where PySide6 has no such scan."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010  (not typed)
    linecache.clearcache()
