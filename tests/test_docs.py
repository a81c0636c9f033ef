"""What README and the manual name exists, and what exists is named."""

from __future__ import annotations

import argparse
import re
import subprocess
from pathlib import Path

import pytest

from jitdesk.cli.main import _parser
from jitdesk.declared import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "guides").rglob("*.md"))]
_CODE = re.compile(r"`([^`\n]+)`")
_PATH = re.compile(r"^(?:jitdesk|guides|resources|tests|\.ci)/[\w./-]*$|^[A-Z]+(?:\.md)?$")
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_COMMAND = re.compile(r"\bjitdesk ([a-z]+)\b")


def commands() -> set[str]:
    for action in _parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return set(action.choices)
    return set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [word for word in _CODE.findall(text) if _PATH.match(word) and "/" in word]
    assert [word for word in named if not (ROOT / word).exists()] == []
    linked = [target for target in _LINK.findall(text) if not (page.parent / target).exists()]
    assert linked == []


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    code = " ".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
    assert set(_COMMAND.findall(code)) <= commands()


def test_every_command_and_setting_is_in_the_manual() -> None:
    manual = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [name for name in commands() if f"jitdesk {name}" not in manual] == []
    assert [one.label for one in SETTINGS if one.label not in manual] == []


def test_every_make_target_that_the_readme_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)", README)) <= targets


def test_the_readme_fits_in_a_glance() -> None:
    assert 60 <= len(README.splitlines()) <= 120


def test_every_package_is_in_the_wheel() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for found in (ROOT / "jitdesk").rglob("__init__.py"):
        name = ".".join(found.parent.relative_to(ROOT).parts)
        assert f'"{name}"' in project


def test_no_foreign_content_came_into_the_project() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert not [
        name for name in listed.stdout.splitlines() if name.startswith(("shared/", "corpora"))
    ]
