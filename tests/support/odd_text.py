"""Questions that nobody would think of: made of words, signs, scripts, pastes and noise."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

_SIGNS = [
    *"AND OR NOT * ( ) ^ ~ + - title:* [a TO z] # @ type: lang:de tag: / { } $ %".split(),  # noqa: SIM905
    *"#tag -word .* (a+)+$ ½ ㎏ İ ß ﬁ Ǆ 0x80070005 C# c++ don't ３ ﷺ 😀".split(),  # noqa: SIM905
    *("\x00", "\u202e", "\ud800", "\u0301", "\\", '"'),
]
_RANGES = ((0x20, 0x250), (0x250, 0x3000), (0x3000, 0xA000), (0xA000, 0x11000), (0, 0x110000))


def odd_text(dice: random.Random, words: Sequence[str]) -> str:
    """Return a question; `words` are known to the index."""

    def some(most: int) -> list[str]:
        return [dice.choice(words) for _ in range(dice.randrange(1, most))]

    def mistyped() -> str:
        letters = list(" ".join(some(5)))
        for _ in range(dice.randrange(1, 6)):
            letters[dice.randrange(len(letters))] = dice.choice("abcxyz -'")
        return "".join(letters)

    def noise() -> str:
        low, high = dice.choice(_RANGES)
        return "".join(chr(dice.randrange(low, high)) for _ in range(dice.randrange(1, 40)))

    def trace() -> str:
        frames = (dice.choices(words, k=3) for _ in range(60))
        return "\n".join(
            f'  File "/srv/{a}/{b}.py", line {dice.randrange(999)}, {c} {dice.getrandbits(40):#x}'
            for a, b, c in frames
        )

    makers: tuple[tuple[int, Callable[[], str]], ...] = (
        (30, lambda: " ".join(some(9))),
        (20, mistyped),
        (20, lambda: " ".join(dice.choice([*_SIGNS, *some(3)]) for _ in range(dice.randrange(12)))),
        (20, noise),
        (5, lambda: dice.choice([*_SIGNS, *some(2)]) * dice.randrange(1, 4000)),
        (3, lambda: " ".join(some(1500))[:10_000]),
        (2, trace),
    )
    weights = [weight for weight, _ in makers]
    return dice.choices([make for _, make in makers], weights)[0]()
