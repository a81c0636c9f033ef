"""A real browser without a window: Chromium prints, pictures and reads a page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

LIGHT, DARK = "1", "0"


def chromium() -> str | None:
    """Return the browser, None where it is not installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def run(profile: Path, *words: str) -> str:
    """Run the browser once, with no network at all; return what it printed."""
    done = subprocess.run(
        [
            chromium() or "chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
            "--hide-scrollbars", f"--user-data-dir={profile}", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
            "--disable-dev-shm-usage", *words,
        ],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    return done.stdout


def picture(profile: Path, page: Path, target: Path, scheme: str, size: str) -> Path:
    """Save what the window shows."""
    run(
        profile, f"--screenshot={target}", f"--window-size={size}",
        f"--blink-settings=preferredColorScheme={scheme}", page.as_uri(),
    )  # fmt: skip
    return target


def colour(picture_file: Path, x: int, y: int) -> str:
    """Return a pixel as rrggbb."""
    told = subprocess.run(
        ["convert", str(picture_file), "-format", f"%[hex:u.p{{{x},{y}}}]", "info:"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return told.stdout.strip()[:6].lower()
