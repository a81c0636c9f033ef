"""`Memory`: the answers of the last few hundred questions, so that none is worked out twice."""

from __future__ import annotations

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(dict[Key, Value]):
    """A dict of at most `most` entries: a new one takes the place of the oldest.

    Never of all at once: in the middle of typing, what the other words of the question give
    would have to be worked out again.
    """

    __slots__ = ("_most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: Key, value: Value) -> Value:
        """Keep and return `value`."""
        if len(self) >= self._most:
            del self[next(iter(self))]
        self[key] = value
        return value
