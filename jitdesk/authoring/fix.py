"""What `jitdesk lint --fix` mends by itself: only what has one right answer.

Missing anchors, schema, id, language and clocks; headings and labels under other names;
quotes around fields that YAML cannot read without them. What an author has to decide (a
title, a split step, a missing "Done when") is never written for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jitdesk.guides.guide import GuideType, PackId
from jitdesk.guides.language import detect
from jitdesk.guides.lines import split_lines
from jitdesk.guides.loader import load
from jitdesk.guides.sections import Role, role_of
from jitdesk.guides.slugs import path_id, slug
from jitdesk.yamlio import load_yaml

_HEADINGS: Mapping[str, str] = {
    "procedure": "Steps", "instructions": "Steps", "how to do it": "Steps", "what to do": "Steps",
    "troubleshooting": "If it goes wrong", "problems": "If it goes wrong",
    "when it fails": "If it goes wrong", "if something goes wrong": "If it goes wrong",
    "result": "Done when", "definition of done": "Done when", "expected result": "Done when",
    "background": "Why", "rationale": "Why", "reasons": "Why",
    "anleitung": "Schritte", "so geht's": "Schritte", "fehlerbehebung": "Wenn es schiefgeht",
    "ergebnis": "Fertig, wenn", "hintergrund": "Warum",
}  # fmt: skip
_LABELS: Mapping[str, str] = {
    "you should see": "You see", "expected": "You see", "result": "You see",
    "if it fails": "If not", "otherwise": "If not", "on failure": "If not", "else": "If not",
    "reason": "Why", "because": "Why", "exception": "Except", "unless": "Except",
}  # fmt: skip
_HEADING = re.compile(r"(#{1,2}\s+)(.+?)\s*$")
_LABEL = re.compile(r"(\s+[-*+]\s+)([A-Za-z][A-Za-z ]{2,20}):(\s)")
_STEP = re.compile(r"(\d+[.)]\s+)(\S.*)$")
_ANCHOR = re.compile(r"\{#[\w.:-]{1,80}\}")
_PLAIN_VALUE = re.compile(r"^(\s*(?:- )?[\w-]+:\s+)([^\"'\[{|>&*#\s].*?)\s*$")
_SMALL = frozenset(
    """the a an your and or of to in on at for with der die das ein eine und oder ihr ihre sie
    zu im in am auf für""".split()  # noqa: SIM905
)


def fixed(data: bytes, path: str, inner: str = "") -> bytes:
    """Return the bytes of a page with everything mended that has one right answer."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = split_lines(text.replace("\r\n", "\n"))
    for mend in (_quotes, _headings, _labels, _anchors):
        lines = mend(lines)
    lines = _fields(lines, path, inner)
    ending = newline if text.endswith(("\n", "\r")) else ""
    return (newline.join(lines).rstrip() + ending).encode()


def _front_end(lines: list[str]) -> int:
    """Return the number of the line that closes the fields, 0 if there are none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((n for n, row in enumerate(lines[1:], 1) if row.rstrip() in {"---", "..."}), 0)


def _quotes(lines: list[str]) -> list[str]:
    """Quote the values of fields that YAML cannot read, one after the other."""
    end = _front_end(lines)
    if not end or load_yaml("\n".join(lines[1:end])).error is None:
        return lines
    out = list(lines)
    for number in range(1, end):
        match = _PLAIN_VALUE.match(out[number])
        if match is None or not re.search(r"[?:#{}\"@`%]", match.group(2)):
            continue
        value = match.group(2).replace("\\", "\\\\").replace('"', '\\"')
        out[number] = f'{match.group(1)}"{value}"'
    return out if load_yaml("\n".join(out[1:end])).error is None else lines


def _headings(lines: list[str]) -> list[str]:
    def renamed(row: str) -> str:
        match = _HEADING.fullmatch(row)
        name = _HEADINGS.get(match.group(2).casefold()) if match else None
        return f"{match.group(1)}{name}" if match and name else row

    return _in_body(lines, renamed)


def _labels(lines: list[str]) -> list[str]:
    def renamed(row: str) -> str:
        match = _LABEL.match(row)
        name = _LABELS.get(match.group(2).casefold()) if match else None
        return f"{match.group(1)}{name}:{row[match.end(2) + 1 :]}" if match and name else row

    return _in_body(lines, renamed)


def _anchors(lines: list[str]) -> list[str]:
    """Give every step of a steps section an anchor made of its first telling words."""
    taken = {match.group()[2:-1] for row in lines for match in _ANCHOR.finditer(row)}
    inside = [False]

    def anchored(row: str) -> str:
        if row.startswith("#"):
            inside[0] = role_of(row.lstrip("# "))[0] is Role.STEPS
        match = _STEP.match(row)
        if not inside[0] or match is None or _ANCHOR.search(row):
            return row
        name = _anchor(match.group(2), taken)
        taken.add(name)
        return f"{row.rstrip()} {{#{name}}}"

    return _in_body(lines, anchored)


def _anchor(text: str, taken: set[str]) -> str:
    words = [w for w in slug(text[:80]).split("-") if w and w not in _SMALL]
    base = "-".join(words[:2]) or "step"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def _in_body(lines: list[str], change: Callable[[str], str]) -> list[str]:
    """Return the lines with those of the body changed, except inside fences."""
    out: list[str] = []
    fenced = False
    start = _front_end(lines) + 1 if _front_end(lines) else 0
    for number, row in enumerate(lines):
        if number < start:
            out.append(row)
            continue
        if row.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        out.append(row if fenced else change(row))
    return out


def _fields(lines: list[str], path: str, inner: str) -> list[str]:
    """Add the fields that follow from the file itself, if it has fields at all."""
    end = _front_end(lines)
    if not end:
        return lines
    document = load_yaml("\n".join(lines[1:end]))
    front = document.value if isinstance(document.value, dict) else None
    if front is None or document.error is not None:
        return lines
    text = "\n".join(lines)
    guide = load(text.encode(), path, PackId("fix"), inner=inner).guide
    wanted = {
        "schema": "jitdesk/1",
        "id": path_id(inner or path),
        "type": str(guide.type) if guide is not None else str(GuideType.GUIDE),
        "language": detect(text),
        "review_every": _clock(front),
        "status": "working",
        "version": "1.0.0",
    }
    added = [f"{name}: {value}" for name, value in wanted.items() if value and not front.get(name)]
    top = [row for row in added if row.startswith(("schema:", "id:", "type:"))]
    return [lines[0], *top, *lines[1:end], *(r for r in added if r not in top), *lines[end:]]


def _clock(front: Mapping[str, object]) -> str:
    why = front.get("aim_why")
    soon = isinstance(why, dict) and ("high" in why.values() or why.get("changes") == "yearly")
    return "P180D" if soon else "P365D"
