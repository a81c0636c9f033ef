"""The fixed words of a guide's body in the languages it may be written in.

A step's nested lines begin with one of six labels; the section that holds the steps has
one of a few names. Authors write them in their own language.
"""

from __future__ import annotations

import re

_LABELS = {
    "You see": "You see|Du siehst|Sie sehen|Vous voyez|Tu vois|Ves|Verá|Vedi|Você vê|Je ziet"
    "|結果|结果|你会看到|سترى",
    "If not": "If not|Wenn nicht|Falls nicht|Sinon|Si no|Se no|Se não|Zo niet|そうでない場合"
    "|如果不是|وإلا",
    "Say": "Say|Sag|Sagen Sie|Dites|Di|Diga|言う|说|قل",
    "Write": "Write|Schreib|Schreiben Sie|Écrivez|Escribe|Escriba|書く|写|اكتب",
    "Except": "Except|Außer|Sauf|Excepto|Salvo|Behalve|例外|إلا",
    "Why": "Why|Warum|Pourquoi|Por qué|Perché|Por quê|Waarom|理由|なぜ|为什么|لماذا",
}
_BY_WORD = {word.casefold(): label for label, words in _LABELS.items() for word in words.split("|")}
_LABEL = re.compile(r"\s*(?:\*\*|__)?([^:：*\n]{2,24}?)(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s+(?=\S)")
_STEPS = re.compile(
    r"(?:steps?|schritte?|vorgehen|étapes?|pasos?|procedimiento|passi|passos|stappen|kroki|steg"
    r"|шаги|手順|步骤|操作|الخطوات|שלבים|단계)(?:\s*[:：]\s*(.*))?$",
    re.IGNORECASE,
)


def label_of(line: str) -> tuple[str, str]:
    """Return the label that `line` begins with and the rest, or "" and the whole line."""
    match = _LABEL.match(line)
    label = _BY_WORD.get(match.group(1).strip().casefold(), "") if match else ""
    return (label, line[match.end() :]) if match and label else ("", line)


def phase_of(heading: str) -> str | None:
    """Return the phase that a steps heading names ("" = none), None for other headings."""
    match = _STEPS.fullmatch(heading.strip())
    return (match.group(1) or "").strip() if match else None
