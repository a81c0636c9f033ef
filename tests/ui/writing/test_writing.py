"""From an asked question to a clean, published page: the window as a person uses it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from jitdesk.app.writing_controller import WritingController
from jitdesk.authoring.lint import Quality
from jitdesk.authoring.recorded_page import recorded_page
from jitdesk.authoring.recording import Act, Control, Place, Role, Step
from jitdesk.errors import Level
from jitdesk.library.checking import Check, check_path
from jitdesk.library.library import open_library
from jitdesk.library.shelf import Shelf
from jitdesk.models.writing import Judged
from jitdesk.paths import Paths
from jitdesk.services.writing import WritingService
from jitdesk.ui.reader.rows import StepRow
from jitdesk.ui.theme import Theme
from jitdesk.ui.writing.window import WritingWindow

MOST_ACTIONS = 40
"""What the author's journey may take (measurement.md, D2)."""

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<h1>How to set up the beamer<o:p></o:p></h1>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>
</span></span><![endif]>Plug in the <b>HDMI</b> cable.<o:p></o:p></p>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.
</span><![endif]>Press <i>Source</i>.<o:p></o:p></p>
<p style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>·
</span><!--[endif]-->If nothing shows, press F8.<o:p></o:p></p></body></html>"""
"""As Word puts it on the clipboard: lists are paragraphs with their numbers as text."""


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


class Inbox(QObject):
    """Takes answers in the GUI thread; a plain function would be called in the worker's."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[Judged] = []

    def take(self, answer: Judged) -> None:
        self.answers.append(answer)


def judged(author: Author, controller: WritingController) -> Judged:
    """Wait until the text that stands in the window now is judged; return the answer."""
    author.window._later.stop()
    inbox = Inbox()
    controller._writing.judged.connect(inbox.take)
    author.window.text_changed.emit(author.window.text)
    author.qtbot.waitUntil(
        lambda: any(answer.number == controller._number for answer in inbox.answers),
        timeout=10_000,
    )
    controller._writing.judged.disconnect(inbox.take)
    return inbox.answers[-1]


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
    rows = hand.window.preview.findChildren(StepRow)
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
    row = next(n for n in range(findings.count()) if findings.item(n).toolTip().startswith("G09,"))
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


def test_a_field_that_is_edited_after_the_steps_keeps_them(
    author: tuple[Author, WritingController],
) -> None:
    """The form once wrote its field into the text as it was before the steps."""
    hand, controller = author
    controller.open()
    hand.window.outline.setPlainText("## Steps\n\n1. **Go.** {#go}\n")
    hand.window.form.title.textEdited.emit("Go away")
    assert "1. **Go.** {#go}" in hand.window.text
    assert "title: Go away" in hand.window.text


def test_a_list_from_word_becomes_steps_and_its_heading_the_title(
    author: tuple[Author, WritingController],
) -> None:
    hand, controller = author
    controller.open()
    mime = QMimeData()
    mime.setHtml(WORD)
    hand.window.outline.insertFromMimeData(mime)
    text = hand.window.outline.toPlainText()
    assert "1. **Plug in the HDMI cable.**\n2. **Press *Source*.**\n   - If not: If" in text
    assert "supportLists" not in text
    assert hand.window.form.title.text() == "How to set up the beamer"


def test_pasted_lines_of_plain_text_become_steps(
    author: tuple[Author, WritingController],
) -> None:
    hand, controller = author
    controller.open()
    mime = QMimeData()
    mime.setText("1) Open the lid.\n2) Take the paper out.\n")
    hand.window.outline.insertFromMimeData(mime)
    assert "1. **Open the lid.**\n2. **Take the paper out.**" in hand.window.outline.toPlainText()


def test_tab_leaves_the_outline_where_nothing_is_to_be_labelled(
    author: tuple[Author, WritingController], qtbot: QtBot
) -> None:
    hand, controller = author
    controller.open()
    window = hand.window
    window.outline.setPlainText("## Done when\n\nIt is dark.")
    window.outline.go_to(3)
    qtbot.waitUntil(window.outline.hasFocus)
    qtbot.keyClick(window.outline, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not window.outline.hasFocus())
    assert "\t" not in window.outline.toPlainText()


def test_a_picture_that_was_saved_is_seen_when_the_page_is_opened(
    author: tuple[Author, WritingController], tmp_path: Path, qtbot: QtBot
) -> None:
    hand, controller = author
    file = tmp_path / "lamp.md"
    file.write_text("# Lamp\n\n1. **Look.**\n   ![a lamp](lamp-1.png)\n")
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "lamp-1.png"))
    controller.open_file(str(file))
    qtbot.waitUntil(lambda: "lamp-1.png" in hand.window.text)
    opened = judged(hand, controller).opened
    assert opened is not None
    assert list(opened.pictures) == ["lamp-1.png"]


def test_a_recorded_draft_opens_with_its_pictures_and_is_judged(
    author: tuple[Author, WritingController], home: Paths, qtbot: QtBot
) -> None:
    writer, controller = author
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("green"))
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    save = Step(
        Act.CLICK, Place("Recorded"), Control(Role.BUTTON, "Save"), picture=bytes(store.data())
    )
    page = recorded_page((save,), "recorded-1", date(2026, 11, 26))
    with qtbot.waitSignal(controller._writing.judged):
        assert controller.open_recorded(page)
    assert writer.window.form.title.text() == "Use Recorded"
    found = writer.window.findings.findChild(QListWidget)
    assert found is not None
    assert found.count() > 0
    folder = home.data / "my-guides" / "guides"
    assert not folder.exists()  # nothing is written before the author saves
    with qtbot.waitSignal(controller._writing.saved):
        writer.window.save_wanted.emit()
    assert sorted(file.name for file in folder.iterdir()) == ["recorded-1-1.png", "use-recorded.md"]


def test_on_a_low_screen_what_is_gone_to_scrolls_into_view(
    author: tuple[Author, WritingController], qtbot: QtBot
) -> None:
    window = author[0].window
    window.open_window()
    window.resize(784, 380)
    qtbot.waitUntil(lambda: window.height() == 380 and window.isActiveWindow())

    def seen(field: QWidget) -> None:
        field.setFocus()
        qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().size() == field.size())

    for field in (window.outline, window.form.title, window.question):
        seen(field)
    assert window.outline.height() >= 150
