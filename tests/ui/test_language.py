"""Every string can be translated; a file in the folder is all that a language needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from jitdesk.app.language import Language

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
