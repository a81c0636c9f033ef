"""What of a guide is given a vector: its title with the situation, then its text in pieces.

A piece is a few neighbouring lines, some thirty words, with title and heading before it: one
step says what it is about only together with them.
"""

from __future__ import annotations

from collections.abc import Iterator

from jitdesk.guides.guide import Guide

MOST = 12
"""Pieces a guide. Of a longer one each section gives its first before any gives a second."""

_WORDS = 28
_FEW = 5
_CHARACTERS = 300
_BEGINNING = 160


def passages(guide: Guide) -> list[str]:
    """Return the texts that stand for `guide`, one at least."""
    asked = " ".join(guide.also_asked)
    first = next((section.text for section in guide.sections if section.text.strip()), "")
    situation = guide.situation or first[:_BEGINNING]
    found = [" ".join(f"{guide.title}. {situation} {asked}".split())]
    firsts: list[str] = []
    others: list[str] = []
    for section in guide.sections:
        heading = "" if section.title == guide.title else f"{section.title}: "
        for number, text in enumerate(_pieces(section.text)):
            (others if number else firsts).append(f"{guide.title}: {heading}{text}")
    return found + (firsts + others)[: MOST - 1]


def _pieces(text: str) -> Iterator[str]:
    taken: list[str] = []
    words = 0
    for line in filter(None, map(str.strip, text.split("\n"))):
        taken.append(line)
        words += len(line.split())
        if words >= _WORDS:
            yield " ".join(taken)[:_CHARACTERS]
            taken, words = [], 0
    if words >= _FEW:
        yield " ".join(taken)[:_CHARACTERS]
