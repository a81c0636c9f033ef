"""`ImportedPage`: one page to be written, and what was changed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jitdesk.yamlio import dump_yaml


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """One page.

    Attributes:
        path: where it goes, relative to the pack's guides, with forward slashes.
        body: Markdown without fields.
        fields: front matter, in the order in which it is written.
        notes: one short sentence for everything that is not as it was.
        pictures: pictures that the body names, as paths relative to the source file ->
            paths relative to `path`.
        files: pictures that came inside the page: name beside it -> bytes.
    """

    path: str
    body: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    pictures: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The whole file."""
        head = f"---\n{dump_yaml(dict(self.fields))}---\n" if self.fields else ""
        return f"{head}{self.body.strip()}\n"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of which nothing was taken over, and why."""

    file: str
    reason: str
