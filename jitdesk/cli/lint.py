"""`jitdesk lint PATH...`: what to mend in guides before others get them."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from jitdesk.cli.output import print_json
from jitdesk.errors import Level, Problem
from jitdesk.library.checking import check_path, joined
from jitdesk.packs.report import problem_json


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "lint", help="check guides or packs before publishing", description=__doc__
    )
    parser.add_argument("path", nargs="+", help="a guide, a pack, a folder of packs or a .zip")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code: 1 if there are errors or warnings."""
    found: list[Problem] = []
    for text in args.path:
        path = Path(text)
        # One folder: as in the pack, so that reports of two machines are the same.
        inside = args.json and len(args.path) == 1 and path.is_dir()
        prefix = "" if inside else str(path if path.is_dir() else path.parent)
        found += [_placed(problem, prefix) for problem in check_path(path)]
    if args.json:
        print_json({"problems": [problem_json(problem) for problem in found]})
    else:
        _print(found)
    return int(any(problem.level is not Level.HINT for problem in found))


def _placed(problem: Problem, prefix: str) -> Problem:
    return replace(problem, file=joined(prefix, problem.file)) if prefix else problem


def _print(found: list[Problem]) -> None:
    for problem in found:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        print(f"{place}: {problem.level} {problem.rule}: {problem.message} {problem.fix}".strip())
    errors = sum(problem.level is Level.ERROR for problem in found)
    warnings = sum(problem.level is Level.WARNING for problem in found)
    hints = len(found) - errors - warnings
    print(f"{errors} errors, {warnings} warnings, {hints} hints")
