"""`import_into`: every file of a folder into a pack, and a report that accounts for each.

A file becomes one or more pages, is copied as a picture, or is named as skipped with the
reason. Nothing that is in the pack already is overwritten unless that is wanted.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jitdesk.authoring.importing.markdown import markdown_pages, pages_of
from jitdesk.authoring.importing.office import docx_text, html_text
from jitdesk.authoring.importing.page import ImportedPage, Skipped
from jitdesk.authoring.importing.sheets import cheat_text, key_sheet, navi_text
from jitdesk.authoring.importing.structured import documents
from jitdesk.errors import PackError, UsageError
from jitdesk.fileio import dump_yaml, load_yaml, write_atomic
from jitdesk.guides.decoding import decode
from jitdesk.guides.slugs import slug

_MARKDOWN = (".md", ".markdown", ".mdx", ".mkd", ".txt")
_HTML = (".html", ".htm", ".xhtml")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_LEGAL = frozenset({"license", "licence", "notice", "copying", "authors", "codeowners", "makefile"})
_MOST = 8 * 1024 * 1024


@dataclass(slots=True)
class ImportReport:
    """What came over.

    Attributes:
        imported: pages written, the parts of split pages among them.
        split: source files that became several pages because they were long.
        changed: source file -> what is not as it was.
        skipped: files of which nothing was taken over.
        pictures: pictures copied.
    """

    imported: int = 0
    split: int = 0
    pictures: int = 0
    changed: dict[str, list[str]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)


def import_into(source: Path, pack: Path, *, replace: bool = False) -> ImportReport:
    """Import a file or a folder into the pack at `pack`, which is made if it is not there.

    Raises:
        UsageError: there is nothing at `source`, or the pack lies inside it.
        PackError: the pack cannot be written.
    """
    if not source.exists():
        raise UsageError(f"There is no file or folder {source}.")
    if source.is_dir() and pack.resolve().is_relative_to(source.resolve()):
        raise UsageError(f"The pack {pack} lies inside what is imported; choose another folder.")
    report = ImportReport()
    try:
        _start_pack(pack)
        files = sorted(_files(source)) if source.is_dir() else [source]
        root = source if source.is_dir() else source.parent
        wanted: set[str] = set()
        for file in files:
            _import(file, root, pack / "guides", report, wanted, replace=replace)
        _copy_pictures(root, pack / "guides", files, wanted, report)
    except OSError as error:
        raise PackError(f"The pack {pack} cannot be written ({error.strerror}).") from error
    return report


def _start_pack(pack: Path) -> None:
    (pack / "guides").mkdir(parents=True, exist_ok=True)
    manifest = pack / "pack.yaml"
    if not manifest.exists():
        name = slug(pack.resolve().name) or "imported"
        fields = {"schema": 1, "id": name, "title": pack.resolve().name, "version": "1.0.0"}
        write_atomic(manifest, dump_yaml({**fields, "quality": "plain"}))


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            yield Path(folder) / name


def _import(
    file: Path, root: Path, guides: Path, report: ImportReport, wanted: set[str], *, replace: bool
) -> None:
    inner = file.relative_to(root).as_posix()
    if file.suffix.lower() in _PICTURES:
        return  # copied where a page names it, otherwise reported
    pages, reason = _pages(file, inner)
    if not pages:
        report.skipped.append(Skipped(inner, reason or "nothing in it could be taken over"))
        return
    groups = {page.path for page in pages}
    notes: list[str] = []
    for page in pages:
        target = guides / page.path
        if target.exists() and not replace:
            report.skipped.append(Skipped(inner, f"{page.path} is in the pack already"))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(target, page.text)
        report.imported += 1
        notes += page.notes
        wanted.update(page.pictures)
    if len(groups) > 1 and any("split into" in note for note in notes):
        report.split += 1
    if notes:
        report.changed[inner] = list(dict.fromkeys(notes))


def _pages(file: Path, inner: str) -> tuple[list[ImportedPage], str]:
    """Return the pages of one file, or none and the reason."""
    # In capitals: `license.md` may well be the page of a command.
    if file.stem.lower() in _LEGAL and file.stem[:1].isupper():
        return [], "it is a licence or a list of names, not a page"
    if file.stat().st_size > _MOST:
        return [], "it is larger than 8 MB"
    suffix = file.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        return [], f"JITDesk does not know {suffix} files"
    return reader(file.read_bytes(), inner)


def _as_markdown(data: bytes, inner: str) -> tuple[list[ImportedPage], str]:
    return markdown_pages(data, inner, inner)


def _as_text(
    read: Callable[[str, str], tuple[list[ImportedPage], str]],
) -> Callable[[bytes, str], tuple[list[ImportedPage], str]]:
    """Return a reader of bytes from a reader of text."""

    def decoded(data: bytes, inner: str) -> tuple[list[ImportedPage], str]:
        text, problems = decode(data, inner)
        if text is None:
            return [], problems[0].message if problems else "it is not a text"
        return read(text, inner)

    return decoded


def _html(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    body, title, notes = html_text(text)
    return pages_of(body, {"title": title} if title else {}, inner, inner, notes)


def _navi(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    body, fields, notes = navi_text(text, inner)
    return pages_of(body, fields, inner, inner, (*notes, "cheat sheet brought to steps"))


def _docx(data: bytes, inner: str) -> tuple[list[ImportedPage], str]:
    try:
        body, title, notes = docx_text(data)
    except ValueError as error:
        return [], str(error)
    return pages_of(body, {"title": title} if title else {}, inner, inner, notes)


def _structured(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    document = load_yaml(text)  # JSON is YAML
    if document.error is not None:
        return [], document.error.message
    value = document.value
    if not isinstance(value, dict | list) or not value:
        return [], "it holds no lists or groups"
    if isinstance(value, dict) and (sheet := key_sheet(value)) is not None:
        body, fields = sheet
        return pages_of(body, fields, inner, inner, ("sheet brought to tables",))
    pages: list[ImportedPage] = []
    stem = inner.rsplit(".", 1)[0]
    for name, body, fields in documents(value, stem):
        folder, _, last = name.rpartition("/")
        path = f"{folder}/{slug(last) or 'page'}.md" if folder else f"{last}.md"
        found, _ = pages_of(body, fields, path, inner, ("lists brought to Markdown",))
        pages += found
    return pages, "" if pages else "nothing in it is a list of points"


def _bare(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    """Return the pages of a file without a suffix: a cheat sheet, or Markdown."""
    rows = text.split("\n")
    if any(row.startswith("## ") for row in rows):
        return pages_of(text, {}, f"{inner}.md", inner)
    fields: dict[str, object] = {}
    if rows and rows[0].strip() == "---" and "---" in [row.strip() for row in rows[1:]]:
        end = [row.strip() for row in rows[1:]].index("---") + 1
        held = load_yaml("\n".join(rows[1:end])).value
        fields = held if isinstance(held, dict) else {}
        text = "\n".join(rows[end + 1 :])
    if not any(row.startswith("#") for row in text.split("\n")):
        return [], "it is neither a page nor a cheat sheet"
    body = cheat_text(text, inner)
    return pages_of(body, fields, f"{inner}.md", inner, ("cheat sheet brought to steps",))


def _copy_pictures(
    root: Path, guides: Path, files: list[Path], wanted: set[str], report: ImportReport
) -> None:
    for file in files:
        inner = file.relative_to(root).as_posix()
        if file.suffix.lower() not in _PICTURES:
            continue
        if inner not in wanted:
            report.skipped.append(Skipped(inner, "no page shows this picture"))
            continue
        target = guides / inner
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(target, file.read_bytes())
        report.pictures += 1


_READERS: dict[str, Callable[[bytes, str], tuple[list[ImportedPage], str]]] = {
    **dict.fromkeys(_MARKDOWN, _as_markdown),
    **dict.fromkeys(_HTML, _as_text(_html)),
    **dict.fromkeys((".json", ".yaml", ".yml"), _as_text(_structured)),
    ".cheat": _as_text(_navi),
    ".docx": _docx,
    "": _as_text(_bare),
}
