"""`jitdesk find QUERY`: search in a terminal; `--json -` answers lines until they end.

Without words it opens a search to type into; `--all` lists every guide, for launchers.

Exit code 0: found; 1: nothing found. In a home that was never synced it first installs what
ships, and an index that cannot be read is made anew: a question is always answered.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from jitdesk.errors import SearchIndexError, UsageError
from jitdesk.library import vectors
from jitdesk.library.library import Library, open_library
from jitdesk.paths import Paths, find_paths
from jitdesk.search.hit import Answer, Hit, Query

STANDARD_INPUT = "-"
_DEFAULT_LIMIT = 8
_MAX_LIMIT = 100


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("find", help="search the guides", description=__doc__)
    parser.add_argument("query", nargs="*", help="what you look for, in your own words; - = lines")
    parser.add_argument("--all", action="store_true", help="list every guide, for launchers")
    parser.add_argument("--limit", type=_limit, default=_DEFAULT_LIMIT, metavar="N")
    parser.add_argument("--app", default="", help="the program you are in, such as outlook")
    parser.add_argument("--window", default="", metavar="TITLE", help="the title of its window")
    parser.add_argument("--lang", default="", metavar="L", help="language to prefer, such as de")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    text = " ".join(args.query).strip()
    with open_library(find_paths()) as library:
        make_ready(library)
        if args.all:
            return _list_all(library, as_lines=not args.json)
        if not text:
            return _pick(library, args)
        if text == STANDARD_INPUT:
            if not args.json:
                raise UsageError("Give --json to read questions from standard input.")
            return _answer_lines(library, args, sys.stdin)
        answer = answer_of(library, _query(text, args))
    if args.json:
        print(json.dumps(as_json(answer), ensure_ascii=False, indent=2))
    else:
        _print(answer)
    return 0 if answer.hits else 1


def _list_all(library: Library, *, as_lines: bool) -> int:
    """List every guide; a line each, or the document that a search gives."""
    from jitdesk.library.listing import listed_hit

    hits = [listed_hit(row, number) for number, row in enumerate(library.catalog(), 1)]
    if as_lines:
        for hit in hits:
            print(f"{hit.key}\t{hit.title}")
    else:
        document = {"query": "", "took_ms": 0, "did_you_mean": ""}
        found = [_hit_as_json(hit) | {"situation": hit.situation} for hit in hits]
        print(json.dumps({**document, "hits": found}, ensure_ascii=False, indent=2))
    return 0 if hits else 1


def _pick(library: Library, args: argparse.Namespace) -> int:
    """Let the person type and choose; open what they choose in place."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("Give words to search for, or --all to list every guide.")
    from jitdesk.cli.picker import Picker, pick
    from jitdesk.cli.show import preview_text, show_guide
    from jitdesk.library.listing import listed_hit

    first = [listed_hit(row, n) for n, row in enumerate(library.catalog()[: args.limit], 1)]

    def find(text: str) -> Sequence[Hit]:
        query = replace(_query(text, args), complete=False)
        return library.find(query).hits if text.strip() else first

    picker = Picker(find, lambda hit, width: preview_text(library, hit.key, width))
    chosen = pick(picker, colour="NO_COLOR" not in os.environ)
    if chosen is None:
        return 1
    hit, play = chosen
    return show_guide(library, hit.key, play=play)


def as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as the contract of the command line gives it."""
    return {
        "query": answer.query.text,
        "took_ms": round(answer.took_ms, 2),
        "did_you_mean": answer.did_you_mean,
        "hits": [_hit_as_json(hit) for hit in answer.hits],
    }


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    return {
        "rank": hit.rank,
        "id": hit.id,
        "title": hit.title,
        "type": hit.type,
        "pack": hit.pack,
        "path": hit.path,
        "section": hit.section,
        "score": hit.score,
        "why": hit.why,
        "minutes": hit.minutes,
        "reviewed_on": hit.reviewed_on,
    }


def _limit(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= _MAX_LIMIT:
        raise argparse.ArgumentTypeError(f"give a number from 1 to {_MAX_LIMIT}")
    return number


def _query(text: str, args: argparse.Namespace) -> Query:
    return Query(
        text,
        limit=args.limit,
        complete=True,
        language=args.lang,
        app=args.app.lower(),
        window=args.window,
    )


def make_ready(library: Library) -> None:
    """Install what ships, and make the index, where this was never done."""
    library.prepare()
    try:
        library.warm()
    except SearchIndexError:
        library.reindex()


def answer_of(library: Library, query: Query) -> Answer:
    """Return the answer to `query`, with what is near in meaning where that is installed."""
    try:
        answer = library.find(query)
    except SearchIndexError:
        library.reindex()
        answer = library.find(query)
    if answer.weak and vectors.installed():
        near = _neighbours(library.paths).find(query.text)
        answer = library.find(replace(query, near=near)) if near else answer
    return answer


@cache
def _neighbours(paths: Paths) -> vectors.Neighbours:
    return vectors.Neighbours(paths)


def _answer_lines(library: Library, args: argparse.Namespace, lines: Iterable[str]) -> int:
    found = False
    for line in lines:
        answer = answer_of(library, _query(line.rstrip("\r\n"), args))
        print(json.dumps(as_json(answer), ensure_ascii=False), flush=True)
        found = found or bool(answer.hits)
    return 0 if found else 1


def _print(answer: Answer) -> None:
    if answer.did_you_mean:
        print(f"Read as: {answer.did_you_mean}")
    if answer.filters:
        print(f"Only {answer.filters}")
    if not answer.hits:
        print("No guide has any of these words. Try other words, or one word less.")
        return
    width = max(40, shutil.get_terminal_size((88, 24)).columns)
    for hit in answer.hits:
        place = f" › {hit.section_title}" if hit.section_title else ""
        print(_cut(f"{hit.rank:>2}  {hit.title}{place}", width))
        print(_cut(f"    {hit.line or hit.situation}", width))
        minutes = f"{hit.minutes} min"
        print(_cut(f"    {hit.key} · {hit.type} · {minutes} · {hit.why}", width))


def _cut(text: str, width: int) -> str:
    plain = "".join(c if c.isprintable() else " " for c in text)
    return plain if len(plain) <= width else plain[: width - 1] + "…"
