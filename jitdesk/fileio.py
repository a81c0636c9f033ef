"""Files and YAML: the only module that knows PyYAML.

`write_atomic` never leaves a half file behind (write beside, fsync, rename). `load_yaml`
is strict: no anchors, aliases or tags, bounded depth and size, plain YAML 1.2 booleans,
and it knows the line of every key; its errors are `YamlProblem` with a line.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


def write_atomic(path: Path, data: bytes | str) -> None:
    """Replace `path` by `data` so that a kill or power cut leaves the old or the new file.

    Raises:
        OSError: the directory or disk refused; the old file is untouched.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105  (name is a str from mkstemp)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    fsync_directory(path.parent)


def fsync_directory(path: Path) -> None:
    """Make a rename in `path` survive a power cut; a no-op where the system cannot."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
