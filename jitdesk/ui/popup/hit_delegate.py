"""`HitDelegate`: paints one row of the popup.

Type icon; title with the matching words marked; a second line that tells the row from its
neighbours; at the right minutes and pack. Each text is laid out on its own, so a
right-to-left title never turns its neighbours around.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jitdesk.models.hit_list import HIT_ROLE, reviewed, second_line
from jitdesk.search.hit import Hit
from jitdesk.ui.theme import RADIUS, SPACE, Theme

TYPE_ICONS: Final = {
    "guide": "book-open",
    "checklist": "list-checks",
    "template": "file-text",
    "framework": "git-branch",
}
_ROW: Final = 52
_TILE: Final = 32
_SIDE: Final = 132
_KEPT: Final = 16
_CONTROLS: Final = dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))


class HitDelegate(QStyledItemDelegate):
    """Draws `Hit` values; knows nothing of where they come from."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Take the theme."""
        super().__init__(parent)
        self._theme = theme
        self.show_numbers = False
        # The popup shows the same rows at every opening; drawing them took a third of it.
        self._kept: dict[tuple[object, ...], QPixmap] = {}

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row; every row is equally high."""
        return QSize(option.rect.width(), self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row, from the rows kept where it is one of them."""
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        number = index.row() if self.show_numbers else -1
        key = (hit, selected, number, option.rect.size().toTuple())
        if key not in self._kept:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            ratio = painter.device().devicePixelRatioF()
            self._kept[key] = self._drawn(hit, number, option.rect.size(), ratio, selected=selected)
        painter.drawPixmap(option.rect.topLeft(), self._kept[key])

    def forget(self) -> None:
        """Draw every row anew: the theme, the text size or the screen has changed."""
        self._kept.clear()

    def _drawn(
        self, hit: Hit, number: int, size: QSize, ratio: float, *, selected: bool
    ) -> QPixmap:
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.color("ground"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(QPoint(0, 0), size).adjusted(SPACE, 1, -SPACE, -1)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selected"))
            painter.drawRoundedRect(row, RADIUS, RADIUS)
        self._tile(painter, row, hit, selected=selected)
        side = self._side(painter, row, hit, number)
        left = row.left() + SPACE + self._theme.px(_TILE) + SPACE + SPACE // 2
        text = QRect(left, row.top(), side - left - SPACE, row.height())
        self._texts(painter, text, hit)
        painter.end()
        return pixmap

    def _tile(self, painter: QPainter, row: QRect, hit: Hit, *, selected: bool) -> None:
        size = self._theme.px(_TILE)
        tile = QRect(row.left() + SPACE, row.center().y() - size // 2 + 1, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ground" if selected else "raised"))
        painter.drawRoundedRect(tile, RADIUS, RADIUS)
        icon = self._theme.px(18)
        name = TYPE_ICONS.get(hit.type, "book-open")
        pixmap = self._theme.pixmap(name, "accent", icon)
        painter.drawPixmap(
            tile.center().x() - icon // 2 + 1, tile.center().y() - icon // 2 + 1, pixmap
        )

    def _side(self, painter: QPainter, row: QRect, hit: Hit, number: int) -> int:
        font = self._theme.font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        top = f"Ctrl+{number + 1}" if 0 <= number < 8 else self.tr("{0} min").format(hit.minutes)
        width = min(self._theme.px(_SIDE), row.width() // 3)
        told = " · ".join(filter(None, (hit.pack, reviewed(hit)))).translate(_CONTROLS)
        pack = metrics.elidedText(told, Qt.TextElideMode.ElideRight, width)
        width = max(metrics.horizontalAdvance(top), metrics.horizontalAdvance(pack))
        left = row.right() - SPACE - SPACE // 2 - width
        upper, lower = self._baselines(row)
        right = Qt.AlignmentFlag.AlignRight
        for text, baseline, tone in (
            (top, upper, "muted"),
            (pack, lower, "warn" if hit.overdue else "muted"),
        ):
            painter.setPen(self._theme.color(tone))
            box = QRect(left, baseline - metrics.ascent(), width, metrics.height())
            painter.drawText(box, right, text)
        return left

    def _texts(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        upper, lower = self._baselines(box)
        title = self._theme.font(14, bold=True)
        self._line(
            painter, QRect(box.left(), upper, box.width(), 0), hit.title, title, "text", hit.marks
        )
        small, second = self._theme.font(12), second_line(hit)
        shift = len(second) - len(hit.line) if hit.line and second.endswith(hit.line) else None
        marks = () if shift is None else tuple((a + shift, b + shift) for a, b in hit.line_marks)
        self._line(painter, QRect(box.left(), lower, box.width(), 0), second, small, "muted", marks)

    def _baselines(self, box: QRect) -> tuple[int, int]:
        middle = box.center().y()
        return middle - self._theme.px(3), middle + self._theme.px(16)

    def _line(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        font: QFont,
        tone: str,
        marks: tuple[tuple[int, int], ...],
    ) -> None:
        metrics = QFontMetrics(font)
        plain = text.translate(_CONTROLS) if not text.isascii() else text
        shown = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, place.width())
        layout = QTextLayout(shown, font)
        layout.setFormats(self._marked(marks, len(shown)) if plain == text else [])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width())
        layout.endLayout()
        painter.setPen(self._theme.color(tone))
        layout.draw(painter, QPointF(place.left(), place.top() - line.ascent()))

    def _marked(
        self, marks: tuple[tuple[int, int], ...], length: int
    ) -> list[QTextLayout.FormatRange]:
        ranges = []
        for start, end in marks:
            if start < end <= length:
                part = QTextLayout.FormatRange()
                part.start, part.length = start, end - start
                part.format = QTextCharFormat()
                part.format.setForeground(self._theme.color("accent"))
                ranges.append(part)
        return ranges
