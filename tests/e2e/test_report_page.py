"""The report in a real browser: readable, light, dark, printed, and nothing is loaded."""

from __future__ import annotations

import random
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from jitdesk.impact.page import page
from jitdesk.impact.report import make_report
from jitdesk.impact.story import Loop, World
from jitdesk.learning.event import Name
from tests.support import browser
from tests.support.histories import LEARN, NOW, Person, world

DAY = 86_400


def company(people: int = 60) -> World:
    luck = random.Random(5)
    found = []
    for n in range(people):
        person = Person(n)
        for k in range(8):
            ago = 85 - k * 10 - luck.random() * 5
            person.episode(
                ago, luck.choice([4_000, 7_000, 12_000, 35_000]) if luck.random() < 0.85 else None,
                actions=luck.choice([1, 2, 2, 3]),
                signals=["S1"] if luck.random() < (0.4 if ago > 40 else 0.08) else [],
            )  # fmt: skip
            person.add(Name.OPENED, ago).add(Name.USED, ago)
            support = 3 if luck.random() < 0.9 - k * 0.11 else 0
            result = luck.choices(["worked", "fixed", "failed"], [85, 10, 5])[0]
            person.perform(ago - 0.1, result, support, luck.choice(["E2", "E3"]))
            person.add(Name.PROMPTED, ago - 1, day=7)
        found.append(person)
    loops = [
        Loop("struggle", "found", 1, None, LEARN, NOW - 45 * DAY, NOW - 40 * DAY),
        *(Loop("suggest", "shipped", n, n, LEARN) for n in range(1, 6)),
        Loop("challenge", "revised", 2, 18, LEARN, tested=True),
        Loop("challenge", "", None, None, LEARN),
    ]
    return world(*found, minimum=10, days=90, loops=loops)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("report") / "report.html"
    target.write_text(page(make_report(company())), encoding="utf-8")
    return target


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if browser.chromium() is None:
        pytest.skip("chromium is not installed; run `make test`, which installs it")
    return tmp_path_factory.mktemp("profile")


class Tags(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_browser_shows_every_metric_with_its_chart_and_table(file: Path, profile: Path) -> None:
    dom = browser.run(profile, "--dump-dom", file.as_uri())
    for number in range(1, 17):
        assert f">M{number}<" in dom
    assert dom.count("<svg") >= 8
    assert dom.count("<table") >= 16


@pytest.mark.parametrize(
    ("scheme", "ground"), [(browser.LIGHT, "ffffff"), (browser.DARK, "1d1e23")]
)
def test_it_follows_the_scheme_of_the_desktop(
    file: Path, profile: Path, tmp_path: Path, scheme: str, ground: str
) -> None:
    shot = browser.picture(profile, file, tmp_path / "shot.png", scheme, "1000,900")
    assert browser.colour(shot, 4, 4) == ground


def test_it_prints(file: Path, profile: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    browser.run(profile, f"--print-to-pdf={target}", "--no-pdf-header-footer", file.as_uri())
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) >= 3


def test_nothing_is_loaded_and_nothing_runs(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    tags = Tags(text).found
    assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {t for t, _ in tags}
    outside = [v for _, attrs in tags for k, v in attrs.items() if k in {"src", "href"} and v]
    assert outside == []
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_a_screen_reader_hears_what_the_charts_show(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    charts = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    for chart in charts:
        assert 'role="img"' in chart
        assert re.search(r"<title id=.*?>.+?</title>", chart)
        assert "percent" in chart
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert text.count("<caption>") == text.count("<table>")
    assert 'lang="en"' in text


def test_nothing_about_a_person_and_nothing_called_completed(file: Path) -> None:
    text = file.read_text(encoding="utf-8").casefold()
    assert "complet" not in text
    assert not re.search(r"\bp-\d{4}\b", text)
    assert "not for appraisal" in text


def test_before_and_after_of_a_fixed_struggle_stand_side_by_side(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    section = text[text.index(">M11<") :].partition("</section>")[0]
    assert "before" in section
    assert "after" in section
    assert "Smaller: the whole interval" in section
