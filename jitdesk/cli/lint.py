"""`jitdesk lint PATH...`: what to mend in guides before others get them."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jitdesk.cli.output import print_json
from jitdesk.errors import Level, Problem
from jitdesk.fileio import write_atomic
from jitdesk.packs.names import Sort, is_hidden_folder, sort_of
from jitdesk.packs.report import problem_json

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUALITIES = ("plain", "working", "validated")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "lint", help="check guides or packs before publishing", description=__doc__
    )
    parser.add_argument("path", nargs="+", help="a guide, a pack, a folder of packs or a .zip")
    parser.add_argument(
        "--level", choices=_QUALITIES, help="how strict; default: as pack.yaml says (quality:)"
    )
    parser.add_argument("--fix", action="store_true", help="mend what has one right answer")
    parser.add_argument("--against", metavar="DIR", help="an older copy, to see what changed")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code: 1 if there are errors or warnings."""
    from jitdesk.authoring.lint import Quality
    from jitdesk.library.checking import Check, check_path, joined

    before = Path(args.against) if args.against else None
    check = Check(Quality(args.level) if args.level else None, before=before)
    found: list[Problem] = []
    mended = 0
    for text in args.path:
        path = Path(text)
        if args.fix:
            mended += _fix(path)
        # One folder: as in the pack, so that reports of two machines are the same.
        inside = args.json and len(args.path) == 1 and path.is_dir()
        prefix = "" if inside else str(path if path.is_dir() else path.parent)
        found += [
            replace(p, file=joined(prefix, p.file)) if prefix else p
            for p in check_path(path, check)
        ]
    if args.json:
        print_json({"problems": [problem_json(problem) for problem in found]})
    else:
        if args.fix:
            print(f"{mended} files mended")
        _print(found)
    return int(any(problem.level is not Level.HINT for problem in found))


def _fix(path: Path) -> int:
    """Mend the pages at a path in place; return how many changed."""
    from jitdesk.authoring.fix import fixed

    changed = 0
    for file in [path] if path.is_file() else _pages(path):
        root = next((up for up in file.parents if (up / "pack.yaml").is_file()), file.parent)
        before = file.read_bytes()
        after = fixed(before, file.name, file.relative_to(root).as_posix())
        if after != before:
            write_atomic(file, after)
            changed += 1
    return changed


def _pages(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_hidden_folder(name))
        for name in sorted(files):
            if sort_of(name) is Sort.GUIDE and name.lower().endswith((".md", ".markdown")):
                yield Path(root) / name


def _print(found: list[Problem]) -> None:
    for problem in found:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        print(f"{place}: {problem.level} {problem.rule}: {problem.message} {problem.fix}".strip())
    errors = sum(problem.level is Level.ERROR for problem in found)
    warnings = sum(problem.level is Level.WARNING for problem in found)
    hints = len(found) - errors - warnings
    print(f"{errors} errors, {warnings} warnings, {hints} hints")
