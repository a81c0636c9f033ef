"""Every string can be translated; a file in the folder is all that a language needs."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from jitdesk.app.language import Language
from jitdesk.impact.page import page
from jitdesk.impact.report import make_report
from jitdesk.impact.story import World
from jitdesk.paths import shipped
from jitdesk.translation import translator
from jitdesk.ui.learning.data_window import DataWindow
from jitdesk.ui.theme import Theme
from jitdesk.ui.widgets.chord_text import chord_text

TRANSLATIONS = shipped("resources") / "translations"
ICONS = shipped("resources") / "icons"
_SPEC = importlib.util.spec_from_file_location("follow_source", TRANSLATIONS / "follow_source.py")
assert _SPEC is not None
assert _SPEC.loader is not None
follow_source = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(follow_source)

_TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS><TS version="2.1" language="de"><context><name>SearchPopup</name>
<message><source>Results</source><translation>Treffer</translation></message>
</context></TS>
"""


def test_a_language_without_a_file_stays_english(qtbot: QtBot, tmp_path: Path) -> None:
    assert not Language(tmp_path).apply("de")
    assert QCoreApplication.translate("SearchPopup", "Results") == "Results"


def test_a_language_is_used_and_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "de.ts").write_text(_TS)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    target = tmp_path / "jitdesk_de.qm"
    subprocess.run([lrelease, "-silent", tmp_path / "de.ts", "-qm", target], check=True)
    language = Language(tmp_path)
    assert language.apply("de")
    assert QCoreApplication.translate("SearchPopup", "Results") == "Treffer"
    language.apply("en")
    assert QCoreApplication.translate("SearchPopup", "Results") == "Results"


def test_keys_are_named_as_they_are_printed_in_the_language(qtbot: QtBot) -> None:
    language = Language(TRANSLATIONS)
    assert chord_text("Ctrl+Alt+PgDown") == "Ctrl+Alt+PgDown"
    assert language.apply("de")
    assert chord_text("Ctrl+Alt+PgDown") == "Strg+Alt+Bild ab"
    assert chord_text("Shift+F12") == "Umschalt+F12"
    assert chord_text("") == ""
    language.apply("en")


def test_english_first_stays_english_where_german_is_second(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_: ["en-GB", "de-DE"])
    assert not Language(TRANSLATIONS).apply("system")


@pytest.fixture
def german(qtbot: QtBot) -> Iterator[None]:
    language = Language(TRANSLATIONS)
    assert language.apply("de")
    yield
    language.apply("en")
    QLocale.setDefault(QLocale.c())


def test_every_text_of_the_app_is_german_too() -> None:
    known = follow_source.read(TRANSLATIONS / "jitdesk_de.ts")
    missing = sorted(m for m in follow_source.strings() if not known.get(m))
    assert not missing, f"translate these in jitdesk_de.ts, then “make translations”: {missing}"
    assert not sorted(known.keys() - follow_source.strings()), "run “make translations”"


def test_what_is_filled_in_is_the_same_in_german() -> None:
    for (context, source), said in follow_source.read(TRANSLATIONS / "jitdesk_de.ts").items():
        places = re.compile(r"\{[^}]*\}")
        assert sorted(places.findall(source)) == sorted(places.findall(said)), (context, source)
        assert source.count("&") == said.count("&"), (context, source)


def test_the_compiled_file_is_as_new_as_its_source(german: None) -> None:
    for (context, source), said in follow_source.read(TRANSLATIONS / "jitdesk_de.ts").items():
        assert QCoreApplication.translate(context, source) == said


def test_a_window_and_its_base_class_speak_german(german: None) -> None:
    window = DataWindow(Theme(ICONS))
    window.show_lines([], 0, enabled=True)
    assert window.windowTitle() == "Meine Daten"
    assert window.export.text().startswith("Exportieren")


def test_the_report_without_qt_speaks_german_too() -> None:
    tr = translator("de", "Report")
    assert tr("within 10 seconds") == "binnen 10 Sekunden"
    assert tr("Fewer than 60 cases.") == "Weniger als 60 Fälle."
    assert tr("At least {0} people").startswith("At least")  # not known: stays
    assert translator("xx", "Report")("works") == translator("../de", "Report")("works") == "works"


def test_every_text_of_a_report_page_is_german() -> None:
    told = page(make_report(World([])), translator("de", "Report"), "de")
    assert '<html lang="de">' in told
    assert "Hat es verändert, was Menschen tun?" in told
    assert not re.search(r"\b(the|people|shown)\b", re.sub(r"<style>.*?</style>", "", told))


def test_the_german_manual_names_what_stands_on_the_german_screen() -> None:
    known = follow_source.read(TRANSLATIONS / "jitdesk_de.ts").values()
    said = " ".join(known).replace("&", "")
    for file in (shipped("guides") / "jitdesk-manual" / "guides" / "de").glob("*.md"):
        for name in re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", file.read_text(encoding="utf-8")):
            assert name in said, (file.name, name)
