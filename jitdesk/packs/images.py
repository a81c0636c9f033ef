"""Pictures from packs: recognised by their first bytes, and refused before anyone decodes.

The declared size is read from the header, because a file of 200 bytes may ask for ten
gigabytes of pixels. An SVG must be plain drawing: no DOCTYPE, script or outside reference.
"""

from __future__ import annotations

import re
import struct

MAX_BYTES = 8 * 1024 * 1024
MAX_PIXELS = 40_000_000
"""A 40-megapixel picture needs 160 MB while it is drawn; a screen has 8."""

_SVG_REFUSED = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|<iframe|<handler|\son\w+\s*=|javascript:"
    rb"|(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg|gif|webp))"
    rb"|url\(\s*[\"']?\s*(?!#)|@import",
    re.IGNORECASE,
)
_SVG_TAG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_SVG_SIZE = re.compile(rb"\s(width|height)\s*=\s*[\"']\s*([0-9.]{1,12})", re.IGNORECASE)
_SVG_BOX = re.compile(rb"\sviewBox\s*=\s*[\"']([-0-9.,eE\s]{1,80})[\"']")
_FRAMES = frozenset(
    {*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)}
)


def image_fault(data: bytes) -> str:
    """Return why `data` cannot be shown as a picture, "" if it can."""
    if not data:
        return "the picture is empty"
    if data.lstrip()[:1] == b"<":
        return _svg_fault(data)
    size = size_of(data)
    if size is None:
        return "the file is not a PNG, JPEG, GIF, WebP or SVG picture"
    width, height = size
    if width * height > MAX_PIXELS or not width or not height:
        return f"the picture claims {width} x {height} pixels"
    return ""


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return the declared width and height in pixels, None if the format is unknown."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        return _pair(">II", data, 16)
    if data[:6] in {b"GIF87a", b"GIF89a"} and len(data) >= 10:
        return _pair("<HH", data, 6)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    return _jpeg(data) if data.startswith(b"\xff\xd8\xff") else None


def _pair(form: str, data: bytes, offset: int) -> tuple[int, int]:
    width, height = struct.unpack_from(form, data, offset)
    return int(width), int(height)


def _webp(data: bytes) -> tuple[int, int] | None:
    if len(data) < 30:
        return None
    if data[12:16] == b"VP8X":
        sides = data[24:27], data[27:30]
        return int.from_bytes(sides[0], "little") + 1, int.from_bytes(sides[1], "little") + 1
    if data[12:16] == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1
    width, height = _pair("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(data: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        if data[place + 1] in _FRAMES:
            height, width = _pair(">HH", data, place + 5)
            return width, height
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def _svg_fault(data: bytes) -> str:
    tag = _SVG_TAG.search(data[:65536])
    if tag is None:
        return "the file is not a picture"
    if b"\0" in data[:1024] or _SVG_REFUSED.search(data):
        return "the drawing holds a script, a DOCTYPE or a link to somewhere else"
    sides = [float(v) for _, v in _SVG_SIZE.findall(tag.group()) if v.count(b".") < 2]
    if box := _SVG_BOX.search(tag.group()):
        sides += [abs(float(v)) for v in re.findall(rb"[0-9]{1,12}", box.group(1))[2:]]
    if any(side > 20_000 for side in sides):
        return "the drawing claims to be larger than any screen"
    return ""
