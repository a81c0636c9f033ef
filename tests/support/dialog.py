"""A program to record: a dialog that closes when OK is clicked, and a window behind it.

Run as `dialog.py FILE`: writes to FILE, as JSON, where on the screen its controls are.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QWidget,
)


def at(widget: QWidget, inner: QPoint) -> tuple[int, int]:
    """Return a point of a widget in the pixels of the screen."""
    ratio = widget.devicePixelRatioF()
    origin = widget.screen().geometry().topLeft()
    inside = widget.mapToGlobal(inner) - origin
    return (origin.x() + round(inside.x() * ratio), origin.y() + round(inside.y() * ratio))


def centre(widget: QWidget) -> tuple[int, int]:
    return at(widget, widget.rect().center())


def main() -> None:
    app = QApplication(["recorded"])
    window = QMainWindow()
    window.setWindowTitle("Salary of Kim Okafor - Recorded")
    rows = QListWidget()
    rows.addItems(["Kim Okafor 4,100", "Ada Byron 4,300"])
    window.setCentralWidget(rows)
    menu = window.menuBar().addMenu("&File")
    action = QAction("&Print…", window)
    menu.addAction(action)
    window.setGeometry(40, 420, 500, 300)
    window.show()
    dialog = QDialog(window)
    dialog.setWindowTitle("Settings")
    dialog.setStyleSheet("QDialog { background: #2e7d32; } QLabel { color: white; }")
    form = QFormLayout(dialog)
    name = QLineEdit()
    form.addRow("&Name:", name)
    secret = QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    form.addRow("&Password:", secret)
    choice = QComboBox()
    choice.addItems(["Kim Okafor", "Ada"])
    form.addRow("&Person:", choice)
    form.addRow(QCheckBox("Remember me"))
    ok = QDialogButtonBox.StandardButton.Ok
    buttons = QDialogButtonBox(ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    form.addRow(buttons)
    dialog.setGeometry(300, 100, 420, 260)
    dialog.show()
    named = {"name": name, "password": secret, "ok": buttons.button(ok)}

    def tell() -> None:
        found = {key: centre(one) for key, one in {**named, "list": rows}.items()}
        bar = window.menuBar()
        found["file"] = at(bar, bar.actionGeometry(menu.menuAction()).center())
        if menu.isVisible():
            found["print"] = at(menu, menu.actionGeometry(action).center())
        written = Path(sys.argv[1]).with_suffix(".new")
        written.write_text(json.dumps(found))
        written.replace(sys.argv[1])

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(20)
    sys.exit(app.exec())


main()
