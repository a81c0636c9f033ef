"""The guide window's page: what is current, what is ticked, and long pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from jitdesk.guides.guide import PackId
from jitdesk.guides.loader import load
from jitdesk.guides.render import render
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.page_view import PageView
from jitdesk.ui.reader.pictures import Pictures
from jitdesk.ui.reader.rows import ItemRow, StepRow
from jitdesk.ui.reader.window import GuideWindow
from jitdesk.ui.theme import Theme

CHECKLIST = """# Feed the cat

- [ ] Bowl -> washed {killer}
- [ ] Food
- [ ] Food
"""
STEPS = """# Restart

## Steps

1. **Stop it.** Wait.
   - You see: the light goes out.
   - If not: pull the plug.
2. **Start it.**

```sh
systemctl restart a
```
"""


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> object:
    def show(text: str) -> tuple[GuideWindow, PageView]:
        guide = load(text.encode(), "a.md", PackId("p")).guide
        assert guide is not None
        window = GuideWindow(theme)
        qtbot.addWidget(window)
        maker = BlockMaker(theme, Pictures({}, 1.0), window.content_width())
        view = PageView(render(guide), maker, theme)
        window.show_header("book-open", guide.title, "")
        window.show_page(view)
        window.open_at(QRect(QPoint(0, 0), window.wanted_size()))
        return window, view

    return show


def test_a_tick_is_shown_only_when_it_is_told(shown, qtbot: QtBot) -> None:
    _, view = shown(CHECKLIST)
    row = view.show_row(0)
    assert isinstance(row, ItemRow)
    with qtbot.waitSignal(view.item_toggled) as told:
        qtbot.mouseClick(row.box, Qt.MouseButton.LeftButton)
    assert told.args == [view.items[0], True]
    assert not row.ticked
    view.show_ticked(frozenset(view.items[:1]))
    assert row.ticked


def test_items_with_the_same_text_are_ticked_apart(shown) -> None:
    _, view = shown(CHECKLIST)
    view.show_ticked(frozenset({view.items[2]}))
    assert [view.show_row(number).ticked for number in range(3)] == [False, False, True]


def test_details_belong_to_the_current_step(shown) -> None:
    _, view = shown(STEPS)
    first = view.show_row(0)
    assert isinstance(first, StepRow)
    assert all(detail.isVisible() for detail in first._details)
    view.show_row(1)
    assert not any(detail.isVisible() for detail in first._details)
    assert first.accessibleDescription() == ""


def test_a_screen_reader_hears_the_items(shown) -> None:
    _, view = shown(CHECKLIST)
    row = view.show_row(0)
    box = QAccessible.queryAccessibleInterface(row.box)
    assert box.role() == QAccessible.Role.CheckBox
    assert box.text(QAccessible.Text.Name) == "Bowl: washed (must not be skipped)"


def test_code_is_copied_to_the_byte(shown, qtbot: QtBot) -> None:
    _, view = shown(STEPS)
    view.show_row(0)
    button = next(b for b in view.findChildren(QToolButton) if b.accessibleName() == "Copy")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "systemctl restart a"


def test_a_long_page_is_built_in_parts_and_every_row_can_be_reached(shown) -> None:
    window, view = shown(
        "# Long\n\n" + "".join(f"## Part {n}\n\nText {n}.\n\n" for n in range(900))
    )
    last = len(view.stops) - 1
    row = view.show_row(last)
    assert row is not None
    assert len(view.findChildren(type(row))) < 400
    window.reveal(row)
    assert row.visibleRegion().boundingRect().height() > 0


def test_a_hit_opens_at_its_section(shown) -> None:
    window, view = shown(
        "# T\n\n" + "".join(f"## Part {n}\n\n{'Text. ' * 80}\n\n" for n in range(40))
    )
    heading = view.show_anchor("part-30")
    assert heading is not None
    window.scroll_to(heading)
    assert window._scroll.verticalScrollBar().value() > 100


def test_the_window_takes_no_focus_when_it_opens(shown) -> None:
    window, _ = shown(STEPS)
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not window.isActiveWindow()


def test_keys_work_when_it_has_the_focus(shown, qtbot: QtBot) -> None:
    window, _ = shown(STEPS)
    for key, told in (
        (Qt.Key.Key_Down, window.next_wanted),
        (Qt.Key.Key_Up, window.back_wanted),
        (Qt.Key.Key_Space, window.tick_wanted),
        (Qt.Key.Key_Escape, window.close_wanted),
    ):
        with qtbot.waitSignal(told):
            qtbot.keyClick(window, key)


@pytest.mark.parametrize("text", ["# Only a title", "- [ ] ", "```\nunclosed", "> " * 500])
def test_odd_pages_show_something_and_raise_nothing(shown, text: str) -> None:
    window, view = shown(text)
    view.show_row(0)
    assert not window.grab().isNull()
