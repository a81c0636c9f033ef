"""Text typed with the keyboard in another layout than was meant.

The keys of a line stand at the same places: what the Russian layout makes of the keys of
``reset`` is ``куыуе``. Only letters and signs that a layout moves are changed back.
"""

from __future__ import annotations

from functools import cache

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_OTHERS = (
    "йцукенгшщзхъфывапролджэячсмитьбюё",  # Russian
    "йцукенгшщзхїфівапролджєячсмитьбюё",  # Ukrainian
    ";ςερτυθιοπ[]ασδφγηξκλ΄'ζχψωβνμ,.`",  # Greek
    "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ;",  # Hebrew
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر\ufefbىةوزذ",  # Arabic; b gives two letters at once
    "azertyuiop^$qsdfghjklmùwxcvbn,;:²",  # French
    "qwertzuiopü+asdfghjklöäyxcvbnm,.^",  # German
)


@cache
def _tables() -> tuple[dict[int, str], ...]:
    tables = []
    for other in _OTHERS:
        pairs = [(a, b) for a, b in zip(_QWERTY, other, strict=False) if a != b]
        tables.append({ord(there): here for here, there in pairs})
        tables.append({ord(here): there for here, there in pairs})
    return tuple(tables)


def retyped(text: str) -> list[str]:
    """Return what `text` may have been meant to be, each other text once."""
    lowered = text.lower()
    found = dict.fromkeys(lowered.translate(table) for table in _tables())
    found.pop(lowered, None)
    return list(found)
