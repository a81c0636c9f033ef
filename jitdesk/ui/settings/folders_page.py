"""`FoldersPage`: the folders that guides come from, their state, add and remove."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jitdesk.models.folder_row import FolderRow
from jitdesk.ui.theme import SPACE, Theme


class FoldersPage(QWidget):
    """A list of sources with their state."""

    add_wanted = Signal(str)
    remove_wanted = Signal(str)
    sync_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Build the page."""
        super().__init__()
        self._theme = theme
        self._list, self._location, self._said = QListWidget(), QLineEdit(), QLabel()
        self._remove = QPushButton(self.tr("Remove"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        lines.setSpacing(SPACE + 4)
        help_line = QLabel(
            self.tr("JITDesk keeps a copy of the guides in these folders and looks for new ones.")
        )
        help_line.setObjectName("help")
        help_line.setWordWrap(True)
        self._said.setWordWrap(True)
        self._list.setAccessibleName(self.tr("Folders"))
        self._list.setWordWrap(True)
        self._list.currentItemChanged.connect(self._selected)
        lines.addWidget(help_line)
        lines.addWidget(self._list, 1)
        lines.addLayout(self._buttons())
        lines.addLayout(self._adder())
        lines.addWidget(self._said)

    def show_folders(self, rows: Sequence[FolderRow]) -> None:
        """Replace the list."""
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.name}\n{row.location}\n{row.state}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setIcon(self._theme.icon("folder", "accent"))
            self._list.addItem(item)
        self._selected()

    def say(self, text: str) -> None:
        """Say what came of the last wish."""
        self._said.setText(text)

    def _buttons(self) -> QHBoxLayout:
        sync = QPushButton(self.tr("Sync now"))
        sync.clicked.connect(self.sync_wanted)
        self._remove.setEnabled(False)
        self._remove.clicked.connect(self._remove_clicked)
        row = QHBoxLayout()
        row.addWidget(sync)
        row.addWidget(self._remove)
        row.addStretch(1)
        return row

    def _adder(self) -> QHBoxLayout:
        self._location.setPlaceholderText(self.tr(r"A folder, or \\server\share\guides"))
        self._location.setAccessibleName(self.tr("Folder to add"))
        self._location.returnPressed.connect(self._add_clicked)
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose)
        add = QPushButton(self.tr("Add"))
        add.clicked.connect(self._add_clicked)
        row = QHBoxLayout()
        row.addWidget(self._location, 1)
        row.addWidget(choose)
        row.addWidget(add)
        return row

    def _choose(self) -> None:
        if found := QFileDialog.getExistingDirectory(self, self.tr("Choose a folder")):
            self._location.setText(found)

    def _add_clicked(self) -> None:
        if location := self._location.text().strip():
            self._location.clear()
            self.add_wanted.emit(location)

    def _remove_clicked(self) -> None:
        if item := self._selected_item():
            self.remove_wanted.emit(item.data(Qt.ItemDataRole.UserRole).name)

    def _selected_item(self) -> QListWidgetItem | None:
        return self._list.currentItem()  # None without a selection, whatever the stub says

    def _selected(self, *_items: object) -> None:
        item = self._selected_item()
        row = item.data(Qt.ItemDataRole.UserRole) if item else None
        self._remove.setEnabled(isinstance(row, FolderRow) and row.removable)
