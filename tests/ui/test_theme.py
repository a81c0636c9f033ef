"""The colours can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from jitdesk.ui.theme import DARK, LIGHT, Theme, Tokens


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [(ink, ground) for ink in ("text", "muted", "accent")
     for ground in ("ground", "raised", "selected", "accent_soft")]
    + [("text", "code"), ("on_accent", "accent"), ("good", "ground"), ("warn", "warn_soft"),
       ("danger", "ground"), ("danger", "danger_soft")],
)  # fmt: skip
def test_text_stands_out_from_its_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


def test_a_choice_overrides_the_desktop(theme: Theme) -> None:
    theme.apply("dark", 100)
    assert theme.is_dark
    theme.apply("light", 100)
    assert not theme.is_dark


def test_every_length_grows_with_the_text_size(theme: Theme) -> None:
    theme.apply("light", 200)
    assert theme.px(14) == 28
    assert theme.font(14).pixelSize() == 28


def test_icons_are_drawn_in_the_colour_of_the_token(theme: Theme) -> None:
    image = theme.pixmap("search", "accent", 24).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(24) for y in range(24)}
    assert theme.tokens.accent in colours
