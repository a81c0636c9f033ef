"""What is suggested before anything is typed: twelve programs and titles, and the first rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.search.hit import Query
from jitdesk.search.searcher import Searcher
from tests.support.guides import index_guides, make_guide, open_searcher


def guide(title: str, apps: str = "", windows: str = "", words: str = ""):
    patterns = ", ".join(f"'{pattern}'" for pattern in windows.split(";") if pattern)
    front = f"context: {{apps: [{apps}], windows: [{patterns}], words: [{words}]}}"
    return make_guide(title, f"How to {title.lower()}.", front=front)


GUIDES = (
    guide("Confirm an e-mail", "outlook, thunderbird", "(?i)message|nachricht|new mail"),
    guide(
        "Check an iban", "outlook, excel, sap", r"(?i)\b(iban|bank|supplier)\b", "iban, supplier"
    ),
    guide("Report phishing", "outlook, thunderbird, chrome", words="phishing, suspicious"),
    guide("Share a file", "outlook, explorer, teams"),
    guide("Find the wrong sum", "excel, libreoffice-calc", words="sum, total"),
    guide("Check a sheet", "excel", r"\.xlsx?\b"),
    guide("Publish a page", "chrome, firefox", "(?i)wordpress|typo3"),
    guide("Sign a contract", "", r"(?i)\bdocusign\b"),
    guide("Restart the pod", "terminal, xterm", r"\bkubectl\b"),
    guide("Slow pattern", "", "(a+)+$"),
    make_guide("Nothing to do with it", "Text."),
)
CASES = (
    ("outlook", "New mail - Outlook", ["Confirm an e-mail"]),
    ("OUTLOOK.EXE", "RE: supplier changed bank details", ["Check an iban"]),
    ("outlook", "suspicious login", ["Report phishing"]),
    ("thunderbird", "Posteingang", ["Confirm an e-mail", "Report phishing"]),
    ("google-chrome", "Edit Post ‹ WordPress", ["Publish a page", "Report phishing"]),
    ("google-chrome", "News", ["Publish a page", "Report phishing"]),
    ("firefox", "DocuSign - Contract 12", ["Sign a contract", "Publish a page"]),
    ("excel", "Budget.xlsx - Excel", ["Check a sheet", "Check an iban", "Find the wrong sum"]),
    ("excel", "sum and total", ["Find the wrong sum", "Check a sheet", "Check an iban"]),
    ("libreoffice-calc", "Untitled 1", ["Find the wrong sum"]),
    ("xterm", "kubectl get pods", ["Restart the pod"]),
    ("gimp", "photo.png", []),
)


@pytest.fixture(name="searcher", scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    with open_searcher(tmp_path_factory.mktemp("context") / "index", GUIDES) as searcher:
        yield searcher


@pytest.mark.parametrize(("app", "title", "first"), CASES)
def test_the_window_in_front_suggests(
    searcher: Searcher, app: str, title: str, first: list[str]
) -> None:
    hits = searcher.search(Query("", app=app, window=title)).hits
    assert [hit.title for hit in hits][: len(first) or None] == first


def test_a_suggestion_says_why(searcher: Searcher) -> None:
    by_window, *_ = searcher.search(Query("", app="outlook", window="New mail")).hits
    *_, by_app = searcher.search(Query("", app="outlook", window="Calendar")).hits
    assert by_window.why == "It fits the window in front."
    assert by_app.why == "It is for Outlook, which is in front."


def test_nothing_in_front_suggests_nothing(searcher: Searcher) -> None:
    assert searcher.search(Query("")).hits == ()


def test_what_fits_the_window_comes_first_among_equals(searcher: Searcher) -> None:
    asked = Query("check", complete=True, app="outlook", window="supplier invoice")
    assert searcher.search(asked).hits[0].title == "Check an iban"
    asked = Query("check", complete=True, app="excel", window="Budget.xlsx")
    assert searcher.search(asked).hits[0].title == "Check a sheet"


def test_a_changed_guide_is_suggested_elsewhere(tmp_path: Path) -> None:
    index_guides(tmp_path / "index", GUIDES[:2])
    index_guides(tmp_path / "index", [GUIDES[1], guide("Confirm an e-mail", "gimp")])
    searcher = Searcher.open(tmp_path / "index")
    assert [h.title for h in searcher.search(Query("", app="gimp")).hits] == ["Confirm an e-mail"]
    assert [h.title for h in searcher.search(Query("", app="outlook")).hits] == ["Check an iban"]
    searcher.close()
