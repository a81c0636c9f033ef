"""`import_into`: every file of a folder into a pack, and a report that accounts for each.

A file becomes one or more pages, is copied as a picture, or is named as skipped with the
reason. Nothing that is in the pack already is overwritten unless that is wanted.
"""

from __future__ import annotations

import dataclasses
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from jitdesk.authoring.importing.markdown import markdown_pages, pages_of
from jitdesk.authoring.importing.office import Converted, docx_page, html_page
from jitdesk.authoring.importing.page import ImportedPage, Skipped
from jitdesk.authoring.importing.sheets import cheat_text, key_sheet, navi_text
from jitdesk.authoring.importing.structured import documents
from jitdesk.errors import PackError, UsageError
from jitdesk.fileio import write_atomic
from jitdesk.guides.decoding import decode
from jitdesk.guides.slugs import slug, unique
from jitdesk.yamlio import dump_yaml, load_yaml

_MARKDOWN = (".md", ".markdown", ".mdx", ".mkd", ".txt")
_HTML = (".html", ".htm", ".xhtml")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_LEGAL = frozenset({"license", "licence", "notice", "copying", "authors", "codeowners", "makefile"})
_MOST = 8 * 1024 * 1024
_EXAMPLES = 3


@dataclass(slots=True)
class ImportReport:
    """What came over.

    Attributes:
        imported: pages written, the parts of split pages among them.
        split: source files that became several pages because they were long.
        changed: source file -> what is not as it was.
        skipped: files of which nothing was taken over.
        pictures: pictures copied.
        written: paths of the pages written, in small letters: two files of the source may
            lead to the same one.
    """

    imported: int = 0
    split: int = 0
    pictures: int = 0
    written: set[str] = field(default_factory=set)
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
            if source.is_dir() and not file.resolve().is_relative_to(root.resolve()):
                inner = file.relative_to(root).as_posix()
                report.skipped.append(Skipped(inner, "it is a link to a place outside the folder"))
                continue
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
    notes: list[str] = [*_lost_pictures(pages, root)]
    for page in _placed(pages, report):
        target = guides / page.path
        if target.exists() and not replace:
            report.skipped.append(Skipped(inner, f"{page.path} is in the pack already"))
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(target, page.text)
        report.imported += 1
        report.written.add(page.path.lower())
        for name, data in page.files.items():
            write_atomic(target.parent / name, data)
            report.pictures += 1
        notes += page.notes
        wanted.update(page.pictures)
    if len(groups) > 1 and any("split into" in note for note in notes):
        report.split += 1
    if notes:
        report.changed[inner] = list(dict.fromkeys(notes))


def _lost_pictures(pages: list[ImportedPage], root: Path) -> Iterator[str]:
    """Yield a sentence on the pictures that the pages name and that are not there."""
    own = {name for page in pages for name in page.files}
    named = {name for page in pages for name in page.pictures if name.split("/")[-1] not in own}
    lost = sorted(name for name in named if not (root / name).is_file())
    if lost:
        more = ", ..." if len(lost) > _EXAMPLES else ""
        yield f"{len(lost)} pictures are not there: {', '.join(lost[:_EXAMPLES])}{more}"


def _placed(pages: list[ImportedPage], report: ImportReport) -> list[ImportedPage]:
    """Return the pages under names of their own; a page split in parts keeps its folder."""
    if len(pages) != 1 or pages[0].path.lower() not in report.written:
        return pages
    page = pages[0]
    stem = page.path.removesuffix(".md")
    number = next(n for n in count(2) if f"{stem}-{n}.md".lower() not in report.written)
    note = f"named {stem.rsplit('/', 1)[-1]}-{number}.md: another file has its name"
    return [dataclasses.replace(page, path=f"{stem}-{number}.md", notes=(*page.notes, note))]


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
        text, problems = decode(data, inner, len(data))
        if text is None:
            return [], problems[0].message if problems else "it is not a text"
        pages, reason = read(text, inner)
        notes = tuple(problem.message for problem in problems)
        return [dataclasses.replace(page, notes=(*page.notes, *notes)) for page in pages], reason

    return decoded


def _html(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    return _converted(html_page(text, _stem(inner)), inner)


def _navi(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    body, fields, notes = navi_text(text, inner)
    return pages_of(body, fields, inner, inner, (*notes, "cheat sheet brought to steps"))


def _docx(data: bytes, inner: str) -> tuple[list[ImportedPage], str]:
    try:
        return _converted(docx_page(data, _stem(inner)), inner)
    except ValueError as error:
        return [], str(error)


def _converted(page: Converted, inner: str) -> tuple[list[ImportedPage], str]:
    """Return the pages of a converted file; its own pictures go beside the first."""
    fields = {"title": page.title} if page.title else {}
    pages, reason = pages_of(page.text, fields, inner, inner, page.notes)
    if pages and page.pictures:
        pages[0] = dataclasses.replace(pages[0], files=page.pictures)
    return pages, reason


def _stem(inner: str) -> str:
    return slug(inner.rsplit("/", 1)[-1].rsplit(".", 1)[0]) or "picture"


def _loaded(text: str, inner: str) -> tuple[object, str]:
    """Return what a JSON or YAML file holds, or the reason why it cannot be read."""
    if inner.lower().endswith(".json"):
        try:
            return json.loads(text), ""
        except RecursionError:
            return None, "its lists are nested too deeply"
        except ValueError:
            pass  # some people write remarks and commas into JSON: YAML may still read it
    document = load_yaml(text)
    return document.value, document.error.message if document.error is not None else ""


def _structured(text: str, inner: str) -> tuple[list[ImportedPage], str]:
    value, reason = _loaded(text, inner)
    if reason:
        return [], reason
    if not isinstance(value, dict | list) or not value:
        return [], "it holds no lists or groups"
    if isinstance(value, dict) and (sheet := key_sheet(value)) is not None:
        body, fields = sheet
        return pages_of(body, fields, inner, inner, ("sheet brought to tables",))
    remarks = sum(row.lstrip().startswith("#") for row in text.split("\n"))
    said = (f"{remarks} comments of the file left out",) if remarks else ()
    notes = ("lists brought to Markdown", *said)
    pages: list[ImportedPage] = []
    taken: list[str] = []
    stem = inner.rsplit(".", 1)[0]
    for name, body, fields in documents(value, stem):
        folder, _, last = name.rpartition("/")
        path = f"{folder}/{slug(last) or 'page'}" if folder else last
        path = f"{unique(path, taken)}.md"
        taken.append(path.removesuffix(".md"))
        found, _ = pages_of(body, fields, path, inner, notes)
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
        name = inner.rsplit("/", 1)[-1]
        body = f"# {name}\n\n```text\n{text.strip(chr(10))}\n```\n"
        return pages_of(body, fields, f"{inner}.md", inner, ("plain text kept as it is",))
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
