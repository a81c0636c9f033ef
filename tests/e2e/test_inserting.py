"""A filled template goes into the program it was opened over, and into no other window."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support import browser
from tests.support.x_session import POPUP, App, Editor, XSession, wait_until

HOTKEY = "ctrl+alt+space"
TITLE = "Greet somebody in writing"
PAGE = f"""---
type: template
fields:
  name: {{ask: "Who?", example: "Ann"}}
---
# {TITLE}

## Copy this

```text template
Hello {{{{name}}}},
größe & 日本
bye
```
"""


@pytest.fixture
def greeting(app: App, tmp_path: Path) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    (folder / "greet.md").write_text(PAGE, encoding="utf-8")
    assert app.command("source", "add", str(folder)).returncode == 0
    assert app.command("sync").returncode == 0


@pytest.fixture
def writer(x_session: XSession, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A Qt editor, its window and the file that holds what it shows."""
    file = tmp_path / "written"
    file.write_text("")
    command = [sys.executable, "-P", "tests/support/victim.py", str(file), "letter", "writer"]
    process = x_session.spawn(command)
    window = x_session.wait_for("^letter$")
    yield window, file
    x_session.end(process.pid)
    x_session.wait_gone("^letter$")


GREETED = "Hello {name},\ngröße & 日本\nbye"
FORM = """<!doctype html><meta charset=utf-8><title>form 0 </title>
<textarea autofocus rows=20 cols=60></textarea>
<script>
const field = document.querySelector("textarea");
addEventListener("focus", () => field.focus());
field.addEventListener("input", () => {
  const parts = field.value.split(GREETED);
  document.title = "form " + (parts.length - 1) + " " + encodeURIComponent(parts.join(""));
});
</script>"""
"""The title counts the greetings and shows the rest: a browser cuts long titles."""


@pytest.fixture
def form(x_session: XSession, tmp_path: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """A field on a page in a real browser: its window, and what gives the text in it.

    The greetings are put before the rest of the text.
    """
    program = browser.chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    page = tmp_path / "form.html"
    greeting = GREETED.format(name="Bob")
    page.write_text(FORM.replace("GREETED", json.dumps(greeting)), encoding="utf-8")
    process = x_session.spawn(
        [
            program, "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
            "--password-store=basic", f"--user-data-dir={tmp_path / 'profile'}",
            "--window-size=700,500", f"--app={page.as_uri()}",
        ]
    )  # fmt: skip
    window = x_session.wait_for("^form")

    def text() -> str:
        told = x_session.run("xdotool", "getwindowname", window).split(" ")
        return greeting * int(told[1]) + unquote(told[2] if told[2:] else "")

    yield window, text
    x_session.end(process.pid)
    x_session.wait_gone("^form")


def open_filled(session: XSession, window: str, name: str) -> None:
    session.run("xdotool", "windowactivate", "--sync", window)
    session.keys(HOTKEY)
    session.wait_focus(POPUP)
    session.type("greet somebody writing", delay=2)
    session.keys("Return")
    session.wait_focus(TITLE)
    session.keys("ctrl+a")
    session.type(name, delay=2)


def own_clipboard(session: XSession, file: Path, text: str) -> int:
    file.write_text(text, encoding="utf-8")
    owner = session.spawn(["xclip", "-quiet", "-selection", "clipboard", str(file)])
    wait_until(lambda: session.run("xclip", "-selection", "clipboard", "-o") == text, "the copy")
    return owner.pid


def test_the_text_is_inserted_and_the_clipboard_given_back(
    x_session: XSession, app: App, greeting: None, writer: tuple[str, Path], tmp_path: Path
) -> None:
    window, file = writer
    own_clipboard(x_session, tmp_path / "mine", "what I had copied")
    open_filled(x_session, window, "Ann")
    x_session.keys("ctrl+i")
    wanted = GREETED.format(name="Ann")
    wait_until(lambda: file.read_text(encoding="utf-8") == wanted, "the text in the letter")
    clip = ("xclip", "-selection", "clipboard", "-o")
    wait_until(lambda: x_session.run(*clip) == "what I had copied", "my clipboard")
    x_session.wait_focus("letter")


def test_an_image_on_the_clipboard_survives(
    x_session: XSession, app: App, greeting: None, writer: tuple[str, Path], tmp_path: Path
) -> None:
    window, file = writer
    image = tmp_path / "image.png"
    x_session.run("import", "-window", "root", "-resize", "300x", str(image))
    picture = ("xclip", "-selection", "clipboard", "-t", "image/png")
    x_session.spawn([*picture, "-quiet", str(image)])
    kept = tmp_path / "kept.png"
    read = f"{' '.join(picture)} -o > {kept}"

    def same() -> bool:
        x_session.run("sh", "-c", read)
        return kept.exists() and kept.read_bytes() == image.read_bytes()

    wait_until(same, "the image on the clipboard")
    open_filled(x_session, window, "Ann")
    x_session.keys("ctrl+i")
    wait_until(lambda: "Hello Ann" in file.read_text(encoding="utf-8"), "the text in the letter")
    wait_until(same, "the image on the clipboard again")


def test_into_a_terminal_it_goes_line_by_line_and_nothing_is_executed(
    x_session: XSession, app: App, greeting: None, editor: Editor
) -> None:
    window = x_session.wait_for(f"^{editor.title}$")
    open_filled(x_session, window, "Ann")
    x_session.keys("ctrl+i")
    wait_until(lambda: "Hello" in editor.text, "the first line")
    assert "\r" not in editor.text
    assert "\n" not in editor.text
    assert "größe" not in editor.text
    guide = x_session.wait_for(f"^{TITLE}$")
    x_session.run("xdotool", "windowactivate", "--sync", guide)
    x_session.keys("ctrl+i")
    wait_until(lambda: "größe" in editor.text, "the second line")
    assert "\r" not in editor.text


def race(session: XSession, window: str, read: Callable[[], str], tmp_path: Path, runs: int) -> int:
    """Insert while other windows come to the front; return how often it was inserted."""
    dice = random.Random(5)
    other = tmp_path / "other"
    rival = Editor(session, other, title="rival", place="60x10+700+500").open()
    inserted = 0
    open_filled(session, window, "Bob")
    guide = session.wait_for(f"^{TITLE}$")
    for _ in range(runs):
        before = len(read())
        session.run("xdotool", "windowactivate", "--sync", guide)
        front = session.wait_for("^rival$")
        wait = dice.uniform(0, 0.03)
        race_to_front = f"xdotool key ctrl+i; sleep {wait:.3f}; xdotool windowactivate {front}"
        session.run("sh", "-c", race_to_front)
        wait_until(
            lambda: session.run("xdotool", "getwindowfocus", "getwindowname") != TITLE, "an end"
        )
        session.run("xdotool", "windowactivate", "--sync", guide)
        inserted += len(read()) > before
    rival.close()
    assert other.read_text() == ""
    rest = read()
    for piece in (GREETED.format(name="Bob"), *GREETED.format(name="Bob").split("\n")):
        rest = rest.replace(piece, "")
    assert rest == ""
    return inserted


def reading(file: Path) -> Callable[[], str]:
    return lambda: file.read_text(encoding="utf-8")


def test_a_window_that_comes_in_between_gets_nothing(
    x_session: XSession, app: App, greeting: None, writer: tuple[str, Path], tmp_path: Path
) -> None:
    window, file = writer
    race(x_session, window, reading(file), tmp_path, 10)


def test_a_field_on_a_page_in_a_browser_gets_it(
    x_session: XSession, app: App, greeting: None, form: tuple[str, Callable[[], str]]
) -> None:
    window, text = form
    open_filled(x_session, window, "Ann")
    x_session.keys("ctrl+i")
    wait_until(lambda: text() == GREETED.format(name="Ann"), "the text on the page")


@pytest.mark.slow
def test_two_hundred_insertions_and_none_in_a_wrong_window(
    x_session: XSession, app: App, greeting: None, writer: tuple[str, Path], tmp_path: Path
) -> None:
    window, file = writer
    race(x_session, window, reading(file), tmp_path, 200)


@pytest.mark.slow
def test_two_hundred_insertions_into_a_terminal_and_none_in_a_wrong_window(
    x_session: XSession, app: App, greeting: None, editor: Editor, tmp_path: Path
) -> None:
    window = x_session.wait_for(f"^{editor.title}$")
    assert race(x_session, window, lambda: editor.text, tmp_path, 200) > 0


@pytest.mark.slow
def test_two_hundred_insertions_into_a_page_and_none_in_a_wrong_window(
    x_session: XSession,
    app: App,
    greeting: None,
    form: tuple[str, Callable[[], str]],
    tmp_path: Path,
) -> None:
    window, text = form
    assert race(x_session, window, text, tmp_path, 200) > 0
