"""Pictures are bounded before they are decoded, and nothing is fetched."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from jitdesk.ui.reader.pictures import Pictures, decode
from jitdesk.ui.widgets.safe_browser import SafeBrowser


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(store.data())


def bomb() -> bytes:
    """A PNG whose header claims 60,000 x 60,000 pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk


def test_a_wide_picture_is_scaled_to_the_window() -> None:
    image = decode(png(1200, 600), 300)
    assert image is not None
    assert (image.width(), image.height()) == (300, 150)


def test_what_is_no_picture_or_too_large_is_refused() -> None:
    for data in (b"", b"<html>", bomb(), png(10, 10)[:40]):
        assert decode(data, 300) is None


def test_a_missing_picture_is_said_in_its_place(qtbot: QtBot) -> None:
    text = Pictures({}, 1.0).embed('<p><img src="pack:a.png" alt="The dialog"></p>', 300)
    assert "The dialog: picture not available" in text
    assert "<img" not in text


def test_a_picture_of_the_pack_is_embedded(qtbot: QtBot) -> None:
    text = Pictures({"a.png": png(10, 10)}, 2.0).embed('<img src="pack:a.png" alt="x">', 300)
    assert 'src="data:image/png;base64,' in text
    assert 'width="5"' in text


def test_the_browser_fetches_nothing_by_itself(qtbot: QtBot) -> None:
    browser = SafeBrowser()
    qtbot.addWidget(browser)
    asked: list[str] = []
    browser.load_image = lambda name: asked.append(name) or None  # type: ignore[func-returns-value]
    browser.setHtml(
        '<img src="file:///etc/hostname"><img src="http://x/y.png"><img src="pack:ok.png">'
        '<img src="//evil/share.png"><a href="file:///etc/passwd">x</a>'
    )
    browser.grab()
    assert set(asked) == {"ok.png"}
