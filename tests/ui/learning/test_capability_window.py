"""What I can do: one dot a row, its evidence below, a PDF by the person's hand."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from jitdesk.learning.capability import Capability, Evidence, Level, shared
from jitdesk.ui.learning.capability_window import CapabilityWindow
from jitdesk.ui.learning.evidence_paper import paper, write_pdf
from jitdesk.ui.theme import Theme

SHOWN = Capability(
    "a", "Send mail safely", Level.WITHOUT_HELP, last=1_772_442_000.0, confirmed=True,
    evidence=(Evidence(1_772_442_000.0, "Send it", "worked without the page", "E3", "1.0.0"),),
)  # fmt: skip
FADED = Capability("b", "Pay <safely>", Level.WITH_PAGE, faded=True, last=1_741_000_000.0)
NOT_YET = Capability("c", "Book a room", course=("Rooms", "https://c.example/rooms"))


def test_each_row_has_its_dot_and_the_selected_one_its_evidence(qtbot: QtBot, theme: Theme) -> None:
    window = CapabilityWindow(theme)
    qtbot.addWidget(window)
    window.open_window()
    window.show_rows([SHOWN, FADED, NOT_YET])
    marks = [[window.table.item(r, c).text() for c in range(1, 5)] for r in range(3)]
    assert marks == [["", "", "● ✓", ""], ["", "2025-03", "", ""], ["○", "", "", ""]]
    assert "worked without the page" in window.evidence.text()
    window.table.selectRow(2)
    assert "https://c.example/rooms" in window.evidence.text()


def test_nothing_yet_is_said_and_cannot_be_shared(qtbot: QtBot, theme: Theme) -> None:
    window = CapabilityWindow(theme)
    qtbot.addWidget(window)
    window.show_rows([])
    assert not window.share.isEnabled()


def test_the_paper_says_that_it_is_no_certificate(qtbot: QtBot, tmp_path: Path) -> None:
    document = shared([SHOWN, FADED], 1_772_442_000.0)
    assert "not a certificate" in paper(document)
    assert "Pay &lt;safely&gt;" in paper(document)
    file = tmp_path / "mine.pdf"
    write_pdf(document, file)
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_size > 1_000
