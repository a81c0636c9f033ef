"""What stands behind a page: one key away, with the keyboard alone."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from jitdesk.guides.guide import Guide, PackId
from jitdesk.guides.landing import named_guides
from jitdesk.guides.loader import load
from jitdesk.models.colophon import colophon
from jitdesk.ui.reader.window import GuideWindow
from jitdesk.ui.theme import Theme

PAGE = """---
id: a.lamp
version: 1.2.0
status: validated
owner: {role: head-of-lights, contact: lamp@x.example}
reviewed_on: 2026-10-01
not_for: A torch. Use a.torch-light.
related: [a.candle-wax, a.gone-away]
changes: [{version: 1.2.0, date: 2026-10-01, what: <b>Cooler</b> lamps}]
assumptions: [{id: a1, text: Lamps are cold., why: They are LEDs., breaks_if: It is a bulb.}]
table: {conditions: [], rows: [{do: x, next: a.next-one}]}
---
# Change the lamp
"""
TITLES = {"a.candle-wax": "Light a candle"}


def lamp() -> Guide:
    guide = load(PAGE.encode(), "lamp.md", PackId("p")).guide
    assert guide is not None
    return guide


def test_it_names_owner_review_version_changes_and_what_it_takes_for_granted() -> None:
    told = colophon(lamp(), TITLES, today=date(2026, 11, 1))
    assert "head of lights" in told
    assert '<a href="mailto:lamp@x.example">' in told
    assert "next review by 2027-10-01" in told
    assert "&lt;b&gt;Cooler&lt;/b&gt;" in told
    assert "Lamps are cold. They are LEDs." in told
    assert "It is a bulb." in told


def test_related_guides_are_links_by_title_and_those_that_are_gone_are_left_out() -> None:
    told = colophon(lamp(), TITLES)
    assert '<a href="guide:a.candle-wax">Light a candle</a>' in told
    assert "a.gone-away" not in told


def test_every_guide_that_the_fields_name_is_looked_up() -> None:
    assert named_guides(lamp()) == ("a.torch-light", "a.candle-wax", "a.gone-away", "a.next-one")


def test_i_opens_it_and_esc_closes_it_before_the_guide(qtbot: QtBot, theme: Theme) -> None:
    window = GuideWindow(theme)
    qtbot.addWidget(window)
    window.show_header("book-open", "Change the lamp", "p")
    window.about.show_text(colophon(lamp(), TITLES))
    window.open_at(QRect(QPoint(0, 0), window.wanted_size()))
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert window.about.isVisible()
    assert window.about.height() <= window.height() // 2
    with qtbot.assertNotEmitted(window.close_wanted):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.about.isVisible()
    with qtbot.waitSignal(window.close_wanted):
        qtbot.keyClick(window, Qt.Key.Key_Escape)
