"""One place where every error becomes a sentence and an exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-P", "-m", "jitdesk")


def call(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words], capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, **environ}, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("source", "remove", "nothing"), 2),
        (("source", "add", "/does/not/exist"), None),
        (("lint", "/does/not/exist"), None),
        (("show", "nothing"), 1),
        (("toggle",), 3),
        (("nonsense",), 2),
        (("find",), None),
    ],
)  # fmt: skip
def test_every_error_is_told_without_a_traceback(words: tuple[str, ...], code: int | None) -> None:
    done = call(*words)
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode in {0, 1, 2, 3}
    assert code is None or (done.returncode in {code, 3})
    assert done.returncode == 0 or (done.stdout + done.stderr).strip()


def test_without_a_display_the_tray_app_says_what_works() -> None:
    environ = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    done = subprocess.run(
        COMMAND, capture_output=True, text=True, timeout=60, check=False, env=environ
    )
    assert done.returncode == 3
    assert done.stderr.startswith("jitdesk: There is no display here")
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    first = subprocess.Popen(
        [*COMMAND, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    first.stdout.close()
    _, said = first.communicate(timeout=60)
    assert said == ""


def test_the_version_is_told() -> None:
    assert call("--version").stdout.startswith("jitdesk 0.")


def test_no_command_imports_qt() -> None:
    script = (
        "import sys, jitdesk.__main__ as m\n"
        "for words in (['find', 'x'], ['source', 'list'], ['doctor'], ['lint', '.'], ['toggle']):\n"
        "    m.main(words)\n"
        "assert not [n for n in sys.modules if n.startswith('PySide6')], 'Qt'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd()},  # noqa: PTH109
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_doctor_says_for_each_thing_whether_it_works_and_what_to_do() -> None:
    done = call("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    assert {"settings", "tray app", "desktop", "search", "your progress"} <= set(checks)
    assert checks["tray app"]["fix"]
    assert done.returncode == 1
    assert all(check["detail"] for check in checks.values())


def test_doctor_names_the_line_of_a_wrong_setting(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.yaml").write_text("theme: pink\n")
    done = call("doctor")
    assert "settings.yaml:1:" in done.stdout
