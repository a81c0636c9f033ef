"""A clock that moves when a test says so."""

from __future__ import annotations

DAY = 86_400.0


class Clock:
    """Seconds since 1970; starts on Monday, 2 March 2026, 09:00 UTC."""

    def __init__(self, now: float = 1_772_442_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds
