"""`SafeBrowser`: shows rich text and fetches nothing by itself.

Qt's own browser reads local files and asks the network for whatever a text names. This one
decides on the text of the address before anything is touched: only ``pack:`` pictures, and
those through the function it was given; everything else is an empty picture. No link is
ever followed by Qt; a click is a signal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

_NOTHING = QImage(1, 1, QImage.Format.Format_ARGB32)
LoadImage = Callable[[str], QImage | None]


class SafeBrowser(QTextBrowser):
    """A read-only rich text view."""

    link_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty view; set `load_image` to show pictures of a pack."""
        super().__init__(parent)
        self.load_image: LoadImage | None = None
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(lambda url: self.link_clicked.emit(url.toString()))
        _NOTHING.fill(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401  (Qt's)
        """Return a picture of the pack, or an empty one; never None, which Qt asks again."""
        address = name if isinstance(name, str) else name.toString()
        wanted = kind == QTextDocument.ResourceType.ImageResource.value
        if wanted and address.startswith("pack:") and self.load_image is not None:
            image = self.load_image(address.removeprefix("pack:"))
            return _NOTHING if image is None else image
        return _NOTHING if wanted else ""
