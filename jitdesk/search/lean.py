"""Imports Whoosh without what it never uses.

`whoosh.compat` imports `urllib.request` for one function that nothing calls; that brings
ssl, http and email: 60 ms and 7 MiB in an app that opens no connection. While Whoosh is
imported, an empty module stands in for it.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import types

_UNUSED = "urllib.request"


def import_whoosh() -> None:
    """Import Whoosh's foundation; call before the first import of a module that uses it."""
    if "whoosh.compat" in sys.modules or _UNUSED in sys.modules:
        return
    stand_in = types.ModuleType(_UNUSED)
    stand_in.__dict__["urlretrieve"] = None
    sys.modules[_UNUSED] = stand_in
    try:
        # The maintained fork (whoosh3) has no such module, and nothing to keep out.
        with contextlib.suppress(ModuleNotFoundError):
            importlib.import_module("whoosh.compat")
    finally:
        del sys.modules[_UNUSED]
