"""`jitdesk show ID`: a guide in the terminal, whole or one step of it."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from jitdesk.cli.output import print_json
from jitdesk.library.library import Library, open_library
from jitdesk.paths import find_paths

if TYPE_CHECKING:
    from jitdesk.guides.guide import Guide
    from jitdesk.guides.page import Page

_WIDTH = 88
_NARROWEST = 20
_LISTED = 20
_HEADING = re.compile(r"^#{1,6} (.*)$", re.MULTILINE)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("show", help="print a guide for the terminal", description=__doc__)
    parser.add_argument("id", help="id, pack/id or path of a guide")
    parser.add_argument("--step", default="", help="only this step: its number or anchor")
    parser.add_argument("--width", type=int, metavar="N", help="fold lines to N columns")
    parser.add_argument("--play", action="store_true", help="go through it question by question")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    with open_library(find_paths()) as library:
        guide = _chosen(library, args.id)
    if guide is None:
        return 1
    if args.json:
        from jitdesk.guides.render import render

        _warn_of_unset(guide)
        print_json(as_json(guide, render(guide)))
        return 0
    return _open(guide, args.step, _columns(args.width), play=args.play)


def show_guide(library: Library, key: str, *, play: bool) -> int:
    """Print the guide with this key, or go through it; return the exit code."""
    guide = library.guide(key)
    return 1 if guide is None else _open(guide, "", _columns(None), play=play)


def preview_text(library: Library, key: str, width: int) -> str:
    """Return the guide with this key as text, "" if it has gone."""
    from jitdesk.guides.render import render
    from jitdesk.guides.terminal import to_text

    guide = library.guide(key)
    return "" if guide is None else to_text(guide, render(guide), max(20, width))


def _open(guide: Guide, step: str, width: int, *, play: bool) -> int:
    from jitdesk.guides.render import render

    _warn_of_unset(guide)
    _warn_of_age(guide)
    if play:
        from jitdesk.cli.play import Terminal
        from jitdesk.cli.play import play as go_through

        return go_through(guide, render(guide), Terminal(width), find_paths())
    return _print(guide, render(guide), step, width)


def _warn_of_unset(guide: Guide) -> None:
    if guide.unset:
        names = ", ".join(guide.unset)
        print(f"Not set up yet, hidden from users; set: {names} (jitdesk site)", file=sys.stderr)


def _warn_of_age(guide: Guide) -> None:
    from jitdesk.learning.lifecycle import needs_confirming
    from jitdesk.learning.topic import topic_of

    if needs_confirming(guide.review_due, topic_of(guide).stakes, date.today()):  # noqa: DTZ011
        text = f"Nobody has reviewed this page since {guide.reviewed_on}; a mistake here is costly."
        print(f"{text} If you can, ask {guide.owner or 'its owner'} first.", file=sys.stderr)


def _chosen(library: Library, text: str) -> Guide | None:
    """Return the one guide that `text` names; otherwise say what it may have meant."""
    rows = library.lookup(text)
    if not rows and library.prepare() is not None:
        rows = library.lookup(text)
    if len(rows) == 1:
        return library.guide(rows[0].key)
    if not rows:
        print(f'There is no guide "{text}". Try: jitdesk find "{text}"', file=sys.stderr)
        return None
    print(f'"{text}" names {len(rows)} guides; give one of these:', file=sys.stderr)
    for row in rows[:_LISTED]:
        print(f"  {row.key}", file=sys.stderr)
    return None


def _print(guide: Guide, page: Page, step: str, width: int) -> int:
    from jitdesk.guides.terminal import step_text, to_text

    if not step:
        text = to_text(guide, page, width)
        print(_bold_title(text) if sys.stdout.isatty() else text, end="")
        return 0
    text = step_text(page, step, width)
    if not text:
        print(f"{guide.key} has no step {step}; it has {len(page.stops)}.", file=sys.stderr)
        return 1
    print(text, end="")
    return 0


def _columns(wanted: int | None) -> int:
    """Return the width that text is folded to: as wanted, as the terminal, else 88."""
    if wanted is not None:
        return max(_NARROWEST, wanted)
    told = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    columns = shutil.get_terminal_size().columns - 1 if told else _WIDTH
    return max(_NARROWEST, min(columns, _WIDTH))


def _bold_title(text: str) -> str:
    """Return the page with title and headings in bold, for a terminal that a person looks at."""
    if "NO_COLOR" in os.environ:
        return text
    title, _, rest = text.partition("\n")
    rest = _HEADING.sub("\033[1m\\1\033[0m", rest)
    return f"\033[1m{title}\033[0m\n{rest}"


def as_json(guide: Guide, page: Page) -> dict[str, object]:
    """Return the parsed guide as JSON values: its fields, sections and blocks."""
    fields = asdict(guide)
    blocks = [{"block": type(b).__name__.lower(), **asdict(b)} for b in page.blocks]
    return {**fields, "key": guide.key, "blocks": blocks}
