"""From an asked question to a clean, published page: the window as a person uses it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from jitdesk.app.writing_controller import WritingController
from jitdesk.authoring.lint import Quality
from jitdesk.errors import Level
from jitdesk.library.checking import Check, check_path
from jitdesk.library.library import open_library
from jitdesk.library.shelf import Shelf
from jitdesk.paths import Paths
from jitdesk.services.writing import WritingService
from jitdesk.ui.reader.rows import StepRow
from jitdesk.ui.theme import Theme
from jitdesk.ui.writing.window import WritingWindow

MOST_ACTIONS = 40
"""What the author's journey may take (measurement.md, D2)."""


class Author:
    """Types into the window, and counts: a text typed is one action, a key is one."""

    def __init__(self, window: WritingWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.actions = window, qtbot, 0

    def type(self, text: str) -> None:
        self.actions += 1
        self.qtbot.keyClicks(self.window.focusWidget(), text)

    def press(self, *keys: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.actions += 1
            self.qtbot.keyClick(self.window.focusWidget(), key, held)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("JITDESK_HOME", str(tmp_path))
    return Paths(*(tmp_path / name for name in ("config", "data", "cache", "log", "site")))


@pytest.fixture
def author(home: Paths, theme: Theme, qtbot: QtBot) -> Iterator[tuple[Author, WritingController]]:
    window = WritingWindow(theme)
    qtbot.addWidget(window)
    service = WritingService(lambda: Shelf(home))
    controller = WritingController(window, service, home, theme)
    yield Author(window, qtbot), controller
    service.close()


def judged(author: Author, controller: WritingController) -> None:
    """Wait until the text that stands in the window now is judged."""
    author.window._later.stop()
    author.window.text_changed.emit(author.window.text)

    def is_last(answer: object) -> bool:
        return answer.number == controller._number  # type: ignore[attr-defined]

    author.qtbot.waitSignal(
        controller._writing.judged, timeout=10_000, check_params_cb=is_last
    ).wait()


def test_from_an_asked_question_to_a_clean_page_in_forty_actions(
    author: tuple[Author, WritingController], home: Paths, qtbot: QtBot
) -> None:
    hand, controller = author
    window, service = hand.window, controller._writing
    controller.open("the chairs are broken where do I get new ones")
    qtbot.waitExposed(window)
    tab, enter, down = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down
    hand.type("Order new chairs")
    window.form.situation.setFocus()
    hand.actions += 1
    hand.type("You have more people than seats and nobody knows who orders.")
    hand.press(tab)
    hand.press(Qt.Key.Key_End, control=True)
    hand.press(enter)
    hand.type("seats are missing")
    hand.press(enter)
    hand.type("furniture request")
    for key in window.form.why:
        hand.press(tab, down, *([down] if key == "time_pressure" else []))
    hand.press(tab)
    window.outline.go_to(3)
    hand.type("**Count the people without a seat.**")
    hand.press(enter)
    hand.type("**Write the number to the service desk.**")
    hand.press(enter, tab)
    hand.type("nobody answers in two days; call them.")
    hand.press(Qt.Key.Key_End, control=True)
    hand.type("The order number is in your mail.")
    with qtbot.waitSignal(service.judged, timeout=10_000):
        hand.press(Qt.Key.Key_M, control=True)
    with qtbot.waitSignal(service.saved, timeout=10_000) as saved:
        hand.press(Qt.Key.Key_S, control=True)
    assert hand.actions <= MOST_ACTIONS
    file = Path(saved.args[0])
    assert file == home.data / "my-guides" / "guides" / "order-new-chairs.md"
    problems = check_path(file, Check(Quality.VALIDATED))
    assert [str(p) for p in problems if p.level is Level.ERROR] == []
    assert "- the chairs are broken where do I get new ones" in file.read_text()


def test_the_preview_is_the_real_player(
    author: tuple[Author, WritingController], qtbot: QtBot
) -> None:
    hand, controller = author
    controller.open()
    judged(hand, controller)
    hand.window.outline.setPlainText("## Steps\n\n1. **Go.** {#go}\n2. **Stop.** {#stop}\n")
    judged(hand, controller)
    rows = hand.window._preview.findChildren(StepRow)
    assert [row.accessibleName() for row in rows] == ["Go.", "Stop."]


def test_a_finding_leads_to_its_line(
    author: tuple[Author, WritingController], qtbot: QtBot
) -> None:
    hand, controller = author
    controller.open()
    hand.window.outline.setPlainText(
        "## Steps\n\n1. **Go.** {#go}\n2. **The door is open.** {#d}\n"
    )
    judged(hand, controller)
    findings = hand.window.findChild(QListWidget)
    assert isinstance(findings, QListWidget)
    row = next(n for n in range(findings.count()) if findings.item(n).text().startswith("G09"))
    findings.itemClicked.emit(findings.item(row))
    assert hand.window.outline.textCursor().block().text().startswith("2. ")


def test_a_question_says_where_the_page_would_rank(
    author: tuple[Author, WritingController], home: Paths, qtbot: QtBot
) -> None:
    with open_library(home) as library:
        library.sync()
    hand, controller = author
    controller.open("zebra crossing paint")
    hand.window.form.title.setText("Paint the zebra crossing")
    hand.window.form.title.textEdited.emit("Paint the zebra crossing")
    with qtbot.waitSignal(controller._writing.ranked, timeout=30_000) as answer:
        hand.window.question.returnPressed.emit()
    assert answer.args[0].rank == 1
    assert "first row" in hand.window._rank.text()


def test_a_file_that_another_editor_writes_is_followed(
    author: tuple[Author, WritingController], tmp_path: Path, qtbot: QtBot
) -> None:
    hand, controller = author
    file = tmp_path / "page.md"
    file.write_text("# One\n\ntext\n")
    with qtbot.waitSignal(controller._writing.loaded, timeout=10_000):
        controller.open_file(str(file))
    with qtbot.waitSignal(controller._writing.loaded, timeout=2_000):
        file.write_text("# Two\n\nmore\n")
    assert hand.window.text == "# Two\n\nmore\n"


def test_what_is_not_saved_is_not_lost_when_the_file_changes(
    author: tuple[Author, WritingController], tmp_path: Path, qtbot: QtBot
) -> None:
    hand, controller = author
    file = tmp_path / "page.md"
    file.write_text("# One\n\ntext\n")
    with qtbot.waitSignal(controller._writing.loaded, timeout=10_000):
        controller.open_file(str(file))
    hand.window.outline.setPlainText("# One\n\nmine\n")
    file.write_text("# Two\n\ntheirs\n")
    qtbot.waitUntil(lambda: "changed outside" in hand.window._said.text(), timeout=5_000)
    assert "mine" in hand.window.text


def test_a_pasted_page_becomes_steps(
    author: tuple[Author, WritingController], qtbot: QtBot
) -> None:
    hand, controller = author
    controller.open()
    mime = QMimeData()
    mime.setHtml("<ol><li>Open the door. Slowly.</li><li>Go in.</li></ol>")
    mime.setText("Open the door. Slowly. Go in.")
    hand.window.outline.setPlainText("## Steps\n\n")
    hand.window.outline.go_to(3)
    hand.window.outline.insertFromMimeData(mime)
    text = hand.window.outline.toPlainText()
    assert "1. **Open the door.** Slowly.\n2. **Go in.**" in text


def test_a_pasted_picture_is_saved_beside_the_page(
    author: tuple[Author, WritingController], tmp_path: Path, qtbot: QtBot
) -> None:
    hand, controller = author
    controller.open()
    hand.window.path.setText(str(tmp_path / "pack" / "guides" / "door.md"))
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(image)
    hand.window.outline.insertFromMimeData(mime)
    assert "(door-1.png" in hand.window.text
    with qtbot.waitSignal(controller._writing.saved, timeout=10_000):
        controller._save()
    assert (tmp_path / "pack" / "guides" / "door-1.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / "pack" / "pack.yaml").is_file()


def test_a_page_that_cannot_be_written_says_so(
    author: tuple[Author, WritingController], tmp_path: Path, qtbot: QtBot
) -> None:
    hand, controller = author
    controller.open()
    (tmp_path / "file").write_text("")
    hand.window.path.setText(str(tmp_path / "file" / "page.md"))
    with qtbot.waitSignal(controller._writing.failed, timeout=10_000) as said:
        controller._save()
    assert "choose another folder" in said.args[0]
    with contextlib.suppress(OSError):
        assert not (tmp_path / "file" / "page.md").exists()
