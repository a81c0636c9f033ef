"""A text editor that writes what it holds into a file: `python victim.py FILE TITLE CLASS`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

app = QApplication([sys.argv[3]])
QGuiApplication.setDesktopFileName(sys.argv[3])
edit = QPlainTextEdit()
edit.setWindowTitle(sys.argv[2])
edit.textChanged.connect(lambda: Path(sys.argv[1]).write_text(edit.toPlainText(), encoding="utf-8"))
edit.resize(500, 300)
edit.show()
app.exec()
