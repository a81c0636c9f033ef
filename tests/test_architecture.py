"""Imports only point down: proven over every module, function-level imports too.

The list below is `jitdesk`'s order. A package without a place in it fails, and planted
violations prove that the check can fail.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "jitdesk"

# Highest first; rooms on one line are neighbours and never import each other.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"app"},
    {"ui", "services"},
    {"models", "desktop"},
    {"impact"},
    {"library", "loops", "xapi"},
    {"packs", "search", "learning", "meaning", "authoring"},
    {"guides"},
    {"settings"},
    {"declared"},
    {"fileio", "log", "translation", "yamlio"},
    {"paths"},
    {"errors"},
    {"__init__"},
)
RANK = {room: rank for rank, layer in enumerate(LAYERS) for room in layer}

# Library -> the only rooms that may import it.
HOMES = {
    "PySide6": {"app", "ui", "services", "models"},
    "pynput": {"desktop"},
    "Xlib": {"desktop"},
    "jeepney": {"desktop"},
    "whoosh": {"search"},
    "rapidfuzz": {"search"},
    "Stemmer": {"search"},
    "numpy": {"meaning"},
    "markdown_it": {"guides"},
    "fsrs": {"learning"},
    "mammoth": {"authoring"},
    "markdownify": {"authoring"},
    "bs4": {"authoring"},
    "yaml": {"yamlio"},
    "appdirs": {"paths"},
    "prompt_toolkit": {"cli"},
}
QT_PARTS = {
    "services": {"QtCore", "QtNetwork", "QtDBus"},
    "models": {"QtCore", "QtGui"},
}


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports_of(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "relative"


def violations(module: str, source: str) -> list[str]:
    room = room_of(module)
    if room not in RANK:
        return [f"{module}: the room {room!r} has no place in the order"]
    found = []
    for name in imports_of(source):
        top = name.split(".")[0]
        if name == "relative":
            found.append(f"{module}: relative import")
        elif top == "jitdesk" and (wrong := _wrong_way(room, room_of(name))):
            found.append(f"{module} imports {name}: {wrong}")
        elif top in HOMES and room not in HOMES[top]:
            found.append(f"{module} imports {name}, whose home is {sorted(HOMES[top])}")
        elif top == "PySide6" and _wrong_part(room, name):
            found.append(f"{module} imports {name}, which {room} may not use")
    return sorted(set(found))


def _wrong_way(room: str, other: str) -> str:
    if other in (room, "__init__"):
        return ""
    if other not in RANK:
        return "" if (PACKAGE / f"{other}.py").exists() is False else "no place in the order"
    if RANK[other] < RANK[room]:
        return "up"
    return "sideways" if RANK[other] == RANK[room] else ""


def _wrong_part(room: str, name: str) -> bool:
    parts = name.split(".")
    return room in QT_PARTS and len(parts) > 1 and parts[1] not in QT_PARTS[room]


def modules() -> list[tuple[str, Path]]:
    return [
        (".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path)
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


@pytest.mark.parametrize(("module", "path"), modules(), ids=str)
def test_imports_point_down(module: str, path: Path) -> None:
    assert violations(module, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "line", "said"),
    [
        ("jitdesk.guides.x", "from jitdesk.search.hit import Hit", "up"),
        ("jitdesk.packs.x", "from jitdesk.search.hit import Hit", "sideways"),
        ("jitdesk.ui.x", "import jitdesk.services.worker", "sideways"),
        ("jitdesk.search.x", "def f():\n    from jitdesk.app import application", "up"),
        ("jitdesk.packs.x", "import yaml", "home is ['yamlio']"),
        ("jitdesk.learning.x", "from PySide6.QtCore import QObject", "home is"),
        ("jitdesk.services.x", "from PySide6.QtWidgets import QLabel", "may not use"),
        ("jitdesk.attic.x", "", "no place"),
        ("jitdesk.ui.x", "from . import theme", "relative"),
    ],
)
def test_planted_violations_are_found(module: str, line: str, said: str) -> None:
    assert any(said in found for found in violations(module, line))


def test_no_module_outgrows_a_glance() -> None:
    long = {name: n for name, path in modules() if (n := _length(path)) > 400}
    assert long == {}


def test_no_function_is_longer_than_a_page() -> None:
    found = [
        f"{module}:{node.name}"
        for module, path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 60
    ]
    assert found == []


def test_commands_need_no_qt() -> None:
    script = (
        "import sys; import jitdesk.cli.main as m; m._parser();"
        "print([n for n in sys.modules if n.startswith('PySide6')])"
    )
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
