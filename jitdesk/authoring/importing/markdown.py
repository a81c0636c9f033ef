"""Markdown of other tools as a page: their fields under our names, their signs as plain text.

MkDocs, Docusaurus and GitHub callouts become quotes that begin with ``[!NOTE]`` (the
reader's own form); Hugo and Jekyll commands, MDX imports and comments are taken out and
counted. Fields that JITDesk does not know are kept as ``x-name``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jitdesk.authoring.importing.comments import hints
from jitdesk.authoring.importing.page import ImportedPage
from jitdesk.authoring.importing.split import split
from jitdesk.guides.decoding import decode
from jitdesk.guides.dialects import MAX_LINE, prepare
from jitdesk.guides.fields import KNOWN, SYNONYMS
from jitdesk.guides.front_matter import split_front_matter
from jitdesk.guides.guide import GuideType, PackId
from jitdesk.guides.links import Goal, pictures, resolve
from jitdesk.guides.loader import load

_BY_SYNONYM = {name: field for field, names in SYNONYMS.items() for name in names}
# No command holds the beginning of another: that keeps a line of openings from being slow.
_COMMAND = re.compile(
    r"\{\{[<%](?:(?!\{\{[<%]|[%>]\}\}).){0,2000}[%>]\}\}|\{%(?:(?!\{%|%\}).){0,2000}%\}|\{:[^}\n]{0,500}\}"
)
_INCLUDE = re.compile(r"\[!INCLUDE\s*\[([^\]\n]{1,200})\]\(([^)\n]{1,300})\)\]", re.IGNORECASE)
_REFERENCE = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"([^\"]+)\"\s*[%>]\}\}")
_MDX = re.compile(r"^import\s+[\w{][^\n]*?\sfrom\s+['\"][^'\"\n]+['\"];?\s*$", re.MULTILINE)
_COMPONENT = re.compile(r"</?[A-Z]\w*(?:\s[^<>]*)?/?>")
_CALLOUT = re.compile(r"^\s*(?:!!!|\?\?\?|:::+ *[A-Za-z])", re.MULTILINE)
_SCRIPT = re.compile(r"<(?:script|style|svg)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--")
_EXAMPLES = 3
_ORDER = ("title", "type", "situation", "also_asked", "tags", "language", "reviewed_on", "status")


def markdown_pages(data: bytes, path: str, source: str) -> tuple[list[ImportedPage], str]:
    """Return the pages of one Markdown file, or none and the reason.

    Args:
        data: the file's bytes.
        path: relative to the folder that is imported.
        source: what is written as the origin.
    """
    text, problems = decode(data, path, len(data))
    if text is None:
        return [], problems[0].message if problems else "it is not a text"
    front = split_front_matter(text, path)
    if any(p.level == "error" for p in front.problems):
        return [], front.problems[0].message
    notes = tuple(problem.message for problem in problems)
    return pages_of(front.body, dict(front.fields), path, source, notes)


def pages_of(
    body: str, given: Mapping[str, Any], path: str, source: str, notes: tuple[str, ...] = ()
) -> tuple[list[ImportedPage], str]:
    """Return the pages of a Markdown text with the fields that it came with."""
    cleaned, more = _cleaned(body, is_mdx=path.lower().endswith(".mdx"))
    guide = load(cleaned.encode(), path, PackId("import")).guide
    if guide is None or not cleaned.strip():
        return [], "it has no text"
    fields, kept = _fields(given)
    title = str(fields.get("title") or guide.title)
    kind = guide.type if guide.type is not GuideType.TEMPLATE else GuideType.GUIDE
    fields = {
        "schema": "jitdesk/1",
        "title": title,
        "type": str(kind),
        **{name: fields[name] for name in _ORDER if name in fields and name != "title"},
        **{name: value for name, value in fields.items() if name not in _ORDER},
        "x-imported-from": source,
    }
    if guide.language and "language" not in fields:
        fields["language"] = guide.language
    fields.setdefault("status", "draft")
    if kept:
        more += (f"fields kept as x-: {', '.join(sorted(kept))}",)
    name = (
        re.sub(
            r"\.(?:markdown|mdx?|html?|docx|cheat|json|ya?ml|txt)$", "", path, flags=re.IGNORECASE
        )
        + ".md"
    )
    page = ImportedPage(name, cleaned, fields, (*notes, *more), dict(_pictures(cleaned, path)))
    return split(page, title), ""


def _fields(given: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields under our names, and the names that were kept as x-."""
    fields: dict[str, Any] = {}
    kept: list[str] = []
    for name, value in given.items():
        known = _BY_SYNONYM.get(str(name), str(name))
        if value in (None, "", [], {}):
            continue
        if known == "type" and str(value).lower() not in {t.value for t in GuideType}:
            known = "x-type"
        if known in KNOWN or known.startswith("x-"):
            fields.setdefault(known, value)
        else:
            fields[f"x-{known}"] = value
            kept.append(known)
    return fields, kept


def _cleaned(body: str, *, is_mdx: bool) -> tuple[str, tuple[str, ...]]:
    """Return the text without other tools' commands, and a sentence for each kind.

    ``<Enter>`` is a key in Markdown and a component in MDX only.
    """
    notes: list[str] = []
    text, included = _INCLUDE.subn(r"See [\1](\2).", _REFERENCE.sub(r"\1", body))
    if included:
        notes.append(f"{included} pages that were included are links now")
    is_mdx = is_mdx or _MDX.search(text) is not None
    for pattern, said in (
        (_COMMAND, "commands of the site generator left out"),
        *([(_MDX, "MDX imports left out")] if is_mdx else []),
        *([(_COMPONENT, "MDX components left out, their text kept")] if is_mdx else []),
    ):
        text, found = _outside_code(text, pattern)
        if found:
            notes.append(f"{len(found)} {said}{_examples(found)}")
    text, count = hints(text)
    if count:
        notes.append(f"{count} hints in comments kept as quotes")
    before = text
    text = prepare(text)
    return text.strip() + "\n", (*notes, *_brought(before, text))


def _brought(before: str, after: str) -> Iterator[str]:
    """Yield what became plain Markdown, or was left out on the way."""
    for pattern, said in (
        (_CALLOUT, "callouts brought to quotes"),
        (_SCRIPT, "scripts, styles or drawings left out"),
        (_COMMENT, "comments left out"),
    ):
        if count := len(pattern.findall(before)) - len(pattern.findall(after)):
            yield f"{count} {said}"
    if cut := sum(len(row) > MAX_LINE for row in before.split("\n")):
        yield f"{cut} lines cut: longer than {MAX_LINE} characters"


def _examples(found: Sequence[str]) -> str:
    """Return the first few kinds of what was taken out, so that it can be looked up."""
    shown = [" ".join(text.split())[:60] for text in dict.fromkeys(found)]
    more = ", ..." if len(shown) > _EXAMPLES else ""
    return f": {', '.join(shown[:_EXAMPLES])}{more}"


def _outside_code(text: str, pattern: re.Pattern[str]) -> tuple[str, list[str]]:
    """Replace a pattern by nothing, except in code; return the text and what was taken out."""
    found: list[str] = []
    if pattern.search(text) is None:
        return text, found

    def taken(match: re.Match[str]) -> str:
        found.append(match.group())
        return ""

    out, fenced = [], ""
    for row in text.split("\n"):
        mark = re.match(r"\s*(`{3,}|~{3,})", row)
        if mark and not fenced:
            fenced = mark.group(1)
        elif mark and mark.group(1).startswith(fenced):
            fenced = ""
        if fenced or mark:
            out.append(row)
            continue
        # Every second piece between backticks is code, which stays as it is.
        pieces = enumerate(row.split("`"))
        out.append("`".join(text if odd % 2 else pattern.sub(taken, text) for odd, text in pieces))
    return "\n".join(out), found


def _pictures(body: str, path: str) -> Iterator[tuple[str, str]]:
    """Yield the pictures that a text names: path in the source -> path beside the page."""
    for _, link in pictures(body, 1):
        target = resolve(path, link)
        if target.goal is Goal.PACK:
            yield target.path, link
