"""The named sections of a guide's body: which heading means what, in several languages.

The content model knows seven kinds; everything else is `Role.OTHER` and is shown where it
stands. `parts` cuts a page at them, so that a player or a landing can put them in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jitdesk.guides.labels import phase_of
from jitdesk.guides.page import Block, Heading, Page


class Role(StrEnum):
    """What a section is for; the order is the order in a well-formed body."""

    INTRO = "intro"
    STEPS = "steps"
    PAUSE = "pause"
    COPY = "copy"
    BEFORE = "before"
    WRONG = "wrong"
    DONE = "done"
    WHY = "why"
    OTHER = "other"


_WORDS = {
    Role.COPY: "Copy this|Text zum Kopieren|Das kopieren|Copiez ceci|Copie esto|Copia esto"
    "|Copia questo|Copie isto|Kopieer dit|コピーする文面|复制此内容|انسخ هذا|Скопируйте",
    Role.WRONG: "If it goes wrong|Wenn es schiefgeht|Si ça ne marche pas|Si sale mal"
    "|Se va storto|Se der errado|Als het misgaat|うまくいかないとき|出问题时|إذا حدث خطأ"
    "|Если что-то не так",
    Role.DONE: "Done when|Fertig, wenn|Fertig wenn|Terminé quand|Hecho cuando|Fatto quando"
    "|Pronto quando|Klaar als|完了の条件|完成标准|تم عندما|Готово, когда",
    Role.WHY: "Why|Warum|Pourquoi|Por qué|Perché|Por quê|Waarom|理由|なぜ|为什么|لماذا|Почему",
}
_BY_WORD = {word.casefold(): role for role, words in _WORDS.items() for word in words.split("|")}
_PAUSE = re.compile(
    r"(?:pause points?|haltepunkt|point de pause|punto de pausa|punto di pausa|ponto de pausa"
    r"|pauzepunt|確認ポイント|暂停点|نقطة توقف|пауза)\s*(?:[:：]\s*(.*))?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:before you|bevor sie|bevor du|avant de|antes de|prima di|voordat)\b.*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a page: its role, what its heading adds, and its blocks.

    Attributes:
        title: for steps the phase, for a pause point its moment, else the heading.
        blocks: the heading (if any) and what stands below it.
    """

    role: Role
    title: str
    blocks: tuple[Block, ...]

    @property
    def inside(self) -> tuple[Block, ...]:
        """The blocks below the heading."""
        has_heading = bool(self.blocks) and isinstance(self.blocks[0], Heading)
        return self.blocks[1:] if has_heading else self.blocks


def role_of(heading: str) -> tuple[Role, str]:
    """Return the role that a heading names, and what it adds to it."""
    text = heading.strip().rstrip(":：")
    phase = phase_of(heading)
    if phase is not None:
        return Role.STEPS, phase
    if match := _PAUSE.fullmatch(heading.strip()):
        return Role.PAUSE, (match.group(1) or "").strip()
    if role := _BY_WORD.get(text.casefold()):
        return role, text
    return (Role.BEFORE, text) if _BEFORE.fullmatch(text) else (Role.OTHER, text)


def parts(page: Page) -> tuple[Part, ...]:
    """Cut a page at its headings of level 1 and 2, in order; nothing is lost."""
    found: list[Part] = []
    taken: list[Block] = []
    role, title = Role.INTRO, ""
    for block in page.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            _close(found, role, title, taken)
            taken = []
            role, title = role_of(block.title)
        taken.append(block)
    _close(found, role, title, taken)
    return tuple(found)


def _close(found: list[Part], role: Role, title: str, taken: Sequence[Block]) -> None:
    if taken:
        found.append(Part(role, title, tuple(taken)))
