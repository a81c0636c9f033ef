"""`jitdesk import SOURCE --to PACK`: pages, sheets and Word files of others into a pack."""

from __future__ import annotations

import argparse
from pathlib import Path

from jitdesk.cli.output import print_json


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "import", help="bring pages of other tools into a pack", description=__doc__
    )
    parser.add_argument("source", help="a folder, or one file: Markdown, HTML, .docx, JSON, YAML")
    parser.add_argument("--to", required=True, metavar="PACK", help="the pack; made if needed")
    parser.add_argument("--replace", action="store_true", help="overwrite pages of the same name")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code: 1 if nothing was imported."""
    from jitdesk.authoring.importing.run import import_into

    report = import_into(Path(args.source), Path(args.to), replace=args.replace)
    if args.json:
        print_json(
            {
                "imported": report.imported,
                "split": report.split,
                "pictures": report.pictures,
                "changed": [{"file": f, "notes": notes} for f, notes in report.changed.items()],
                "skipped": [{"file": s.file, "reason": s.reason} for s in report.skipped],
            }
        )
        return int(not report.imported)
    for file, notes in report.changed.items():
        print(f"{file}: {'; '.join(notes)}")
    for skipped in report.skipped:
        print(f"{skipped.file}: skipped, {skipped.reason}")
    print(
        f"{report.imported} pages imported ({report.split} long files split), "
        f"{report.pictures} pictures, {len(report.changed)} files changed on the way, "
        f"{len(report.skipped)} skipped"
    )
    if report.imported:
        print(f"They are drafts in {args.to}; look through them, then: jitdesk lint {args.to}")
    return int(not report.imported)
