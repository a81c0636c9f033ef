"""`jitdesk new TYPE PATH`: a page to write over, clean to the linter from the first line."""

from __future__ import annotations

import argparse
from pathlib import Path

from jitdesk.errors import PackError, UsageError
from jitdesk.fileio import write_atomic

_TYPES = ("guide", "checklist", "template", "framework")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("new", help="begin a guide, checklist...", description=__doc__)
    parser.add_argument("type", choices=_TYPES, help="what it is")
    parser.add_argument("path", help="the file; .md is added; folders are made")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; return its exit code."""
    from jitdesk.authoring.skeleton import skeleton
    from jitdesk.guides.guide import GuideType

    path = Path(args.path)
    path = (
        path if path.suffix.lower() in {".md", ".markdown"} else path.with_name(f"{path.name}.md")
    )
    if path.exists():
        raise UsageError(f"{path} is there already; choose another name.")
    role, contact = _owner(path)
    text = skeleton(GuideType(args.type), path.stem, role=role, contact=contact)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, text)
    except OSError as error:
        raise PackError(f"{path} cannot be written ({error.strerror}).") from error
    print(f"Wrote {path}. Write over it in any editor, then: jitdesk lint {path}")
    return 0


def _owner(path: Path) -> tuple[str, str]:
    """Return the first role of the pack's site file, and its contact."""
    from jitdesk.guides.site import read_site

    for folder in path.absolute().parents:
        if (file := folder / "site.yaml").is_file():
            roles = read_site(file.read_bytes(), file.name)[0].roles
            return next(((r, contact or "this team") for r, contact in roles.items()), _NOBODY)
    return _NOBODY


_NOBODY = ("author", "this team")
