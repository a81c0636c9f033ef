"""The one visual language: colours, spacing, type scale and icons, light and dark.

Every window takes its `Theme` and repaints on `changed`. Colours are tokens with a meaning,
never values in a widget. Text and its ground keep a contrast of at least 4.5 : 1 (WCAG 2.2,
1.4.3), which `tests/ui/test_theme.py` computes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

SPACE: Final = 8
"""The unit of the spacing grid, logical pixels; margins are multiples of half of it."""
RADIUS: Final = 8


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, by meaning (``#rrggbb``)."""

    ground: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    selected: str
    code: str
    good: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str


LIGHT: Final = Tokens(
    ground="#ffffff",
    raised="#f6f6f8",
    line="#dfdfe6",
    text="#1c1c22",
    muted="#5f5f6b",
    accent="#3451c6",
    on_accent="#ffffff",
    accent_soft="#eaeefd",
    selected="#e9ecfa",
    code="#f1f1f5",
    good="#1f7a45",
    warn="#8a5300",
    warn_soft="#fdf3df",
    danger="#b3261e",
    danger_soft="#fdeceb",
)
DARK: Final = Tokens(
    ground="#1d1e23",
    raised="#26272e",
    line="#383a43",
    text="#ededf1",
    muted="#a7a8b4",
    accent="#9db0ff",
    on_accent="#14183a",
    accent_soft="#2a3052",
    selected="#30323c",
    code="#2b2c34",
    good="#74d69a",
    warn="#f2c069",
    warn_soft="#3a2f19",
    danger="#ff9a92",
    danger_soft="#432525",
)


class Theme(QObject):
    """The scheme and text size in force; `changed` tells every window to draw anew."""

    changed = Signal()

    def __init__(self, icons: Path, parent: QObject | None = None) -> None:
        """Take the directory of the icons; follows the desktop's scheme until told else."""
        super().__init__(parent)
        self._icons = icons
        self._choice = "system"
        self._scale = 1.0
        self._family = QGuiApplication.font().family()
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self.tokens = self._chosen()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)

    def apply(self, choice: str, text_percent: int) -> None:
        """Take the person's choice: "system", "light" or "dark", and the text size in percent."""
        self._choice, self._scale = choice, text_percent / 100
        self._refresh()

    @property
    def is_dark(self) -> bool:
        """Whether the dark scheme is in force."""
        return self.tokens is DARK

    def px(self, size: float) -> int:
        """Return a length that grows with the text size."""
        return round(size * self._scale)

    def font(self, size: float = 14, *, bold: bool = False, mono: bool = False) -> QFont:
        """Return a font of the type scale; `size` in logical pixels at 100 % text size."""
        font = QFont("monospace" if mono else self._family)
        if mono:
            font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(max(9, self.px(size)))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def color(self, token: str) -> QColor:
        """Return a token's colour."""
        return QColor(getattr(self.tokens, token))

    def pixmap(self, name: str, tone: str = "muted", size: int = 18) -> QPixmap:
        """Return an icon drawn in the colour of the token `tone`, sharp on this screen."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        wanted = (name, getattr(self.tokens, tone), size, ratio)
        if wanted not in self._pixmaps:
            self._pixmaps[wanted] = self._draw(*wanted)
        return self._pixmaps[wanted]

    def icon(self, name: str, tone: str = "text", size: int = 18) -> QIcon:
        """Return `pixmap` as an icon."""
        return QIcon(self.pixmap(name, tone, size))

    def palette(self) -> QPalette:
        """Return the palette for standard widgets."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, token in (
            (role.Window, "ground"),
            (role.Base, "ground"),
            (role.AlternateBase, "raised"),
            (role.Button, "raised"),
            (role.ToolTipBase, "raised"),
            (role.WindowText, "text"),
            (role.Text, "text"),
            (role.ButtonText, "text"),
            (role.ToolTipText, "text"),
            (role.PlaceholderText, "muted"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.Link, "accent"),
            (role.Mid, "line"),
        ):
            palette.setColor(target, self.color(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.color("muted"))
        return palette

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        svg = (self._icons / f"{name}.svg").read_bytes()
        renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.encode())))
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _chosen(self) -> Tokens:
        if self._choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._choice == "dark"
        return DARK if dark else LIGHT

    def _refresh(self) -> None:
        self.tokens = self._chosen()
        self._pixmaps.clear()
        self.changed.emit()
