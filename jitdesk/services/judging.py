"""What the writing thread makes of a text: the page as users see it, and the findings.

Brings the Markdown parser and the linter; `WritingService` imports it with the first text.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from jitdesk.authoring.aim import KEYS, aim_of
from jitdesk.authoring.draft import Draft
from jitdesk.authoring.lint import Quality, lint
from jitdesk.errors import PackError, Problem
from jitdesk.fileio import write_atomic
from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.guides.page import Page
from jitdesk.guides.render import render
from jitdesk.guides.site import Site, merged, read_site
from jitdesk.guides.slugs import slug
from jitdesk.learning.run import Run
from jitdesk.models.reading import Opened
from jitdesk.services.pages import picture_names
from jitdesk.yamlio import dump_yaml

PREVIEW: Final = PackId("preview")
_MOST_PICTURE: Final = 8 * 1024 * 1024


def judge(text: str, path: Path | None, today: date) -> tuple[Opened | None, list[Problem], str]:
    """Return a page ready to be played, what the linter finds, and the aim that fits."""
    name = path.name if path is not None else "draft.md"
    data = text.encode()
    site = _site(path)
    loaded = load(data, name, PREVIEW, site=site.values if site else {})
    raw = load(data, name, PREVIEW)
    if loaded.guide is None or raw.guide is None:
        return None, list(raw.problems), ""
    draft = Draft(data, name, raw.guide, name, (), site, None, today.isoformat())
    found = sorted({*raw.problems, *lint(draft, Quality.VALIDATED)})
    found = [problem for problem in found if not _too_early(problem, draft)]
    page = render(loaded.guide)
    run = Run(0, loaded.guide.key, version=loaded.guide.version)
    pictures = dict(_pictures(page, path)) if path is not None else {}
    return Opened(loaded.guide, page, run, pictures=pictures), found, _aim(draft)


def _too_early(problem: Problem, draft: Draft) -> bool:
    """Return whether a finding mends itself.

    The id is made of the file's name at saving; a title that nobody wrote yet, for which the
    first heading stands in, is said once.
    """
    if problem.rule == "G01":
        return problem.message.startswith('The field "id"')
    return problem.rule == "G03" and not str(draft.front.get("title") or "").strip()


def _pictures(page: Page, path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of a page that lie beside it."""
    for name in picture_names(page):
        file = path.parent / name
        with contextlib.suppress(OSError):
            if file.stat().st_size <= _MOST_PICTURE:
                yield name, file.read_bytes()


def _aim(draft: Draft) -> str:
    why = draft.front.get("aim_why")
    if not isinstance(why, dict) or any(why.get(key) not in KEYS[key] for key in KEYS):
        return ""
    aim, reason = aim_of(why)
    return f"{aim}: {reason}" if aim else ""


def _site(path: Path | None) -> Site | None:
    """Return the site values of the pack that a page lies in."""
    folders = path.parents if path is not None else ()
    found = [folder / "site.yaml" for folder in folders if (folder / "pack.yaml").is_file()]
    files = [file for file in found if file.is_file()]
    return merged(read_site(f.read_bytes(), f.name)[0] for f in files) if files else None


def save_page(path: Path, text: str, pictures: dict[str, bytes]) -> None:
    """Write a page and its pictures; a folder that is no pack becomes one.

    Raises:
        PackError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        root = next((up for up in path.parents if (up / "pack.yaml").is_file()), None)
        if root is None:
            home = path.parent.parent if path.parent.name == "guides" else path.parent
            fields = {
                "schema": 1,
                "id": slug(home.name) or "my-guides",
                "title": home.name,
                "version": "1.0.0",
            }
            write_atomic(home / "pack.yaml", dump_yaml({**fields, "quality": "working"}))
        for picture, data in pictures.items():
            write_atomic(path.parent / picture, data)
        write_atomic(path, text if text.endswith("\n") else f"{text}\n")
    except OSError as error:
        message = f"{path} cannot be written ({error.strerror}); choose another folder."
        raise PackError(message) from error
