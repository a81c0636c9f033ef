"""`give_way`: what runs behind the app leaves the processor to whoever types."""

from __future__ import annotations

import contextlib
import os
from typing import Final

_NICE: Final = 15
"""Of 19: anything that the person runs comes before it."""


def give_way() -> None:
    """Take the processor only where nobody else wants it; does nothing where it cannot."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICE)
