"""Translations where there is no Qt: commands that write for people, such as the report's page.

The same files that the app's own translator is compiled from. English is in the source; a
language or a text that is missing stays English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from jitdesk.paths import shipped

Translate = Callable[[str], str]
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_NUMBER: Final = re.compile(r"(?<!\{)\d+(?!\})")
_PLACE: Final = re.compile(r"\{\}")


def english(text: str) -> str:
    """Return a text as it is."""
    return text


def translator(language: str, context: str) -> Translate:
    """Return what translates into a language ("de"); numbers in a text stay what they are.

    A form is kept once for all numbers: "within 10 seconds" is looked up as
    "within {} seconds".
    """
    forms = _forms(language, context)
    if not forms:
        return english

    def translate(text: str) -> str:
        form, numbers = forms.get(form_of(text)), iter(_NUMBER.findall(text))
        return _PLACE.sub(lambda place: next(numbers, place[0]), form) if form else text

    return translate


def form_of(text: str) -> str:
    """Return a text with a place for each number."""
    return _NUMBER.sub("{}", text)


def _forms(language: str, context: str) -> dict[str, str]:
    if not _LANGUAGE.fullmatch(language):
        return {}
    from xml.etree import ElementTree as ET  # noqa: PLC0415  (only where somebody wants another language)

    file = shipped("resources") / "translations" / f"jitdesk_{language}.ts"
    try:
        root = ET.parse(file).getroot()  # noqa: S314  (our own file)
    except (OSError, ET.ParseError):
        return {}
    of = (node for node in root.iter("context") if node.findtext("name") == context)
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for node in of
        for message in node.iter("message")
    }
