"""Pictures of a pack as data addresses for rich text, bounded before they are decoded.

The declared size is read first: a header that claims 60,000 x 60,000 pixels is refused
without allocating anything. A picture wider than the window is scaled while decoding.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

_TAG: Final = re.compile(r'<img src="pack:([^"]*)"(?: alt="([^"]*)")?[^>]*>')
_PIXELS: Final = 24_000_000
"""Pixels a picture may have: 6000 x 4000, 96 MB decoded."""
_ALLOCATION_MB: Final = 128


class Pictures:
    """The pictures of one open guide."""

    def __init__(self, data: Mapping[str, bytes], scale: float) -> None:
        """Take the bytes by name, and the screen's device pixel ratio."""
        self._data = data
        self._scale = scale
        self._encoded: dict[tuple[str, int], str] = {}

    def embed(self, text: str, width: int) -> str:
        """Return `text` with each picture embedded, at most `width` logical pixels wide."""
        if "<img" not in text:
            return text
        return _TAG.sub(lambda found: self._tag(found[1], found[2] or "", width), text)

    def _tag(self, name: str, alt: str, width: int) -> str:
        if (name, width) not in self._encoded:
            self._encoded[name, width] = self._encode(html.unescape(name), width)
        tag = self._encoded[name, width]
        return tag or f"<i>[{alt or 'picture'}: picture not available]</i>"

    def _encode(self, name: str, width: int) -> str:
        image = decode(self._data.get(name, b""), round(width * self._scale))
        if image is None:
            return ""
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
        shown = round(image.width() / self._scale)
        text = bytes(store.toBase64().data()).decode("ascii")
        return f'<img src="data:image/png;base64,{text}" width="{shown}">'


def decode(data: bytes, width: int) -> QImage | None:
    """Decode a picture, scaled down to `width` device pixels; None if it is refused."""
    if not data:
        return None
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _PIXELS:
        return None
    if size.width() > width > 0:
        height = max(1, round(size.height() * width / size.width()))
        reader.setScaledSize(QSize(width, height))
    image = reader.read()
    return None if image.isNull() else image
