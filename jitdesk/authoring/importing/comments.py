"""HTML comments of a page: hints for the writer are kept as quotes, orders to tools go.

Templates for issues and recipes say in comments what belongs where; to drop them would drop
what the page is for. ``<!-- prettier-ignore -->`` and its like mean nothing to a person.
"""

from __future__ import annotations

import re

_FENCED = re.compile(
    r"^(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=mark)[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_COMMENT = re.compile(r"^<!--((?:(?!-->).){0,20000})-->[ \t]*$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<=[^\s`])[ \t]{0,9}<!--((?:(?!<!--|-->)[^`\n]){0,2000})-->")
_SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TOOL = re.compile(
    r"(?:prettier|markdownlint|textlint|doctoc|toc\b|table of contents|start\b|end\b|region"
    r"|endregion|cspell|spell-?check|vale\b|eslint|alex\b|rst\b|omit|more\b|truncate|#|\[|\{)",
    re.IGNORECASE,
)
_FEWEST = 3
"""Words; less is a mark, not a hint."""


def hints(text: str) -> tuple[str, int]:
    """Return a text with its comments that people should read as quotes, and their number."""
    count, out, place = 0, [], 0
    for fence in [*_FENCED.finditer(text), None] if "<!--" in text else []:
        pieces = _COMMENT.split(text[place : fence.start() if fence else len(text)])
        # Every second piece is what stands in a comment.
        quotes = [_quote(inside) for inside in pieces[1::2]]
        count += sum(made for _, made in quotes)
        pieces[1::2] = [shown for shown, _ in quotes]
        piece, here = "".join(pieces), len(_INLINE.findall("".join(pieces)))
        piece = _INLINE.sub(_beside, piece)
        count += here - len(_INLINE.findall(piece))
        out.append(piece)
        if fence:
            out.append(fence.group())
            place = fence.end()
    return ("".join(out), count) if out else (text, 0)


def _quote(inside: str) -> tuple[str, bool]:
    """Return a comment as a quote, or as it was, and whether it is one now."""
    rows = [row.strip() for row in inside.strip("-! \n\t").split("\n")]
    words = [word for row in rows for word in row.split()]
    if not _is_hint(" ".join(words)):
        return f"<!--{inside}-->", False
    quoted = "\n".join(f"> {row}".rstrip() for row in rows)
    return f"\n{quoted}\n", True


def _beside(match: re.Match[str]) -> str:
    """Return a comment behind other words in brackets, so that it is read as a hint."""
    words = " ".join(match.group(1).strip("- ").split())
    return f" *({words})*" if _is_hint(words) else match.group()


def _is_hint(words: str) -> bool:
    long = len(words.split()) >= _FEWEST or len(_SIGNS.findall(words)) >= 2 * _FEWEST
    return long and not _TOOL.match(words)
