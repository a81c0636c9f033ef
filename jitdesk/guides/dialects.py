"""Other tools' Markdown brought to plain Markdown, line for line, before it is parsed.

Callouts of MkDocs (``!!! note``), Docusaurus (``:::tip``) and GitHub all become quotes that
begin with ``[!NOTE]``; comments, scripts and styles vanish; lines that no person wrote
(longer than a book page) are cut. The number of lines never changes, so every block knows
its line in the file.
"""

from __future__ import annotations

import re

from jitdesk.guides.inline import plain

MAX_LINE = 8_000
"""Characters of one line that are shown; emphasis is quadratic in the length of a line."""

_CUT = " … (this line is cut: it is too long)"
_FENCE = re.compile(r"\s*(?:[-*+]\s+|\d{1,9}[.)]\s+|>\s*)*(`{3,}|~{3,})")
_MKDOCS = re.compile(r"(\s*)(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:[\w\s-]*?)(?:\s+\"([^\"]*)\")?\s*$")
_CONTAINER = re.compile(r"(\s*):::+\s*([A-Za-z]+)(?:\[([^\]]*)\]|\s+(.*?))?\s*$")
_CONTAINER_END = re.compile(r"\s*:::+\s*$")
_TAG_LINE = re.compile(r"\s{4,}</?[A-Za-z][\w-]*[\s/>]")
_DROPPED = ("script", "style", "svg")
_OPEN = re.compile(r"<!--|<(script|style|svg)\b[^>]*>", re.IGNORECASE)

KINDS = {
    "note": "note", "info": "note", "abstract": "note", "summary": "note", "example": "note",
    "quote": "note", "question": "note", "important": "warning", "tip": "tip", "hint": "tip",
    "success": "tip", "check": "tip", "warning": "warning", "caution": "warning",
    "attention": "warning", "danger": "danger", "error": "danger", "failure": "danger",
    "bug": "danger",
}  # fmt: skip
"""Callout names of all dialects -> the four kinds that are shown."""


class _Preparer:
    def __init__(self) -> None:
        self._fence = ""
        self._until = ""
        self._container: str | None = None
        self._admonition: str | None = None
        self._before = ""
        self.out: list[str] = []

    def line(self, row: str) -> None:
        if self._fence:
            if row.strip().startswith(self._fence) and not row.strip().strip(self._fence[0]):
                self._fence = ""
            self.out.append(self._quoted(row))
            return
        row = self._without_machinery(row)
        if len(row) > MAX_LINE:
            row = _literal(plain(row[: 4 * MAX_LINE])[:MAX_LINE]) + _CUT
        if match := _FENCE.match(row):
            self._fence = match.group(1)
        self._callouts(row)
        if row.strip():
            self._before = row.strip()

    def _without_machinery(self, row: str) -> str:
        """Drop comments, scripts and styles, also over several lines."""
        kept = []
        while row:
            if self._until:
                at = row.lower().find(self._until)
                if at < 0:
                    break
                row, self._until = row[at + len(self._until) :], ""
                continue
            match = _OPEN.search(row) if "<" in row else None
            if match is None or row.count("`", 0, match.start()) % 2:
                kept.append(row)
                break
            kept.append(row[: match.start()])
            self._until = f"</{match.group(1).lower()}>" if match.group(1) else "-->"
            row = row[match.end() :]
        text = "".join(kept)
        # Indented tags below other tags are page layout, not code to be copied.
        if _TAG_LINE.match(text) and self._before.startswith("<"):
            inside = f"{self._admonition}    " if self._admonition is not None else ""
            return inside + text.lstrip() if text.startswith(inside) else text.lstrip()
        return text

    def _callouts(self, row: str) -> None:
        if self._container is not None and _CONTAINER_END.match(row):
            self._container = None
            self.out.append("")
        elif (match := _MKDOCS.match(row)) and match.group(2).lower() in KINDS:
            self._admonition = match.group(1)
            self.out.append(_opening(match.group(1), match.group(2), match.group(3)))
        elif (match := _CONTAINER.match(row)) and match.group(2).lower() in KINDS:
            self._container = match.group(1)
            title = match.group(3) or match.group(4)
            self.out.append(_opening(match.group(1), match.group(2), title))
        else:
            self.out.append(self._quoted(row))

    def _quoted(self, row: str) -> str:
        if self._container is not None:
            return f"{self._container}> {row.removeprefix(self._container)}"
        if self._admonition is not None:
            inside = self._admonition + "    "
            if row.startswith(inside):
                return f"{self._admonition}> {row[len(inside) :]}"
            if not row.strip():
                return f"{self._admonition}>"
            self._admonition = None
        return row


def _opening(indent: str, kind: str, title: str | None) -> str:
    return f"{indent}> [!{kind.upper()}] {title or ''}".rstrip()


def _literal(text: str) -> str:
    """Return `text` with every sign that means something in Markdown taken literally."""
    return re.sub(r"([\\`*_\[\]<>!#|~&])", r"\\\1", text)


def prepare(body: str) -> str:
    """Return `body` as plain Markdown with the same number of lines."""
    preparer = _Preparer()
    for row in body.split("\n"):
        preparer.line(row)
    return "\n".join(preparer.out)
