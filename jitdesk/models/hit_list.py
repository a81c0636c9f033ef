"""`HitListModel`: the rows of the popup.

A row is a `Hit`; the same roles serve the delegate that paints and the screen reader that
reads. A new answer replaces the rows in place: rows that stay are not reset, so that the
view keeps its selection and paints once.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from jitdesk.search.hit import Hit

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HitListModel(QAbstractListModel):
    """An immutable tuple of hits as a list model."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The rows."""
        return self._hits

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Replace the rows."""
        if hits == self._hits:
            return
        before, after = len(self._hits), len(hits)
        if kept := min(before, after):
            self._hits = hits[:kept] + self._hits[kept:]
            self.dataChanged.emit(self.index(0), self.index(kept - 1))
        if after > before:
            self.beginInsertRows(_ROOT, before, after - 1)
            self._hits = hits
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(_ROOT, after, before - 1)
            self._hits = hits
            self.endRemoveRows()

    def hit(self, row: int) -> Hit | None:
        """Return the hit of a row, None outside."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what Qt asks of a row."""
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(hit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return hit.why
        return hit if role == HIT_ROLE else None


def spoken(hit: Hit) -> str:
    """Return a row as one sentence for a screen reader."""
    parts = [hit.title, second_line(hit), hit.type, f"{hit.minutes} minutes", hit.pack]
    parts.append(f"reviewed {reviewed(hit)}" if hit.reviewed_on else "")
    return ", ".join(part for part in parts if part)


def reviewed(hit: Hit) -> str:
    """Return the month of the review, or that it is overdue; "" = never reviewed."""
    if hit.overdue:
        return QCoreApplication.translate("HitList", "overdue")
    return hit.reviewed_on[:7]


def second_line(hit: Hit) -> str:
    """Return what tells this row from its neighbours: section, situation or path."""
    if hit.section_title and hit.section_title != hit.title:
        return f"{hit.section_title}  ·  {hit.line}" if hit.line else hit.section_title
    return hit.situation or hit.line or hit.path
