"""The names of the global keys that move an open guide; the same as their settings."""

from typing import Final

STEP_KEYS: Final = ("step_next", "step_back", "step_tick", "guide_close")
