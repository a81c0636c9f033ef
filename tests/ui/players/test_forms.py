"""Templates and canvases: nothing guessed, gaps told, copies exact to the byte."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextBrowser

from jitdesk.app.players.form_player import CanvasPlayer, FormPlayer
from jitdesk.app.players.page_player import PagePlayer
from jitdesk.learning.run import Entry, Kind, Run
from tests.ui.players.conftest import Play, settle

TEMPLATE = """---
type: template
fields:
  who: {ask: "Who?", example: "Ms Okafor", remember: true}
  day: {ask: "When?", example: "Thursday", kind: date}
  size: {ask: "Size?", choices: [small, large]}
---
# Ask

## Copy this

```text template
Hello {{who}},

  {{size}} by {{day}}. {{who}}! {{other}} 100 % {not} {{ braces
```
"""


def fill(player: object, **values: str) -> None:
    fields = player.view._editors  # type: ignore[attr-defined]
    for name, text in values.items():
        editor = fields[name]
        if isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.textEdited.emit(text)
        else:
            editor.setCurrentIndex(editor.findText(text))
    settle()


def copied(player: object) -> str:
    player.key(Qt.Key.Key_Return, "", control=True)  # type: ignore[attr-defined]
    return QApplication.clipboard().text()


def test_the_copy_is_exact_to_the_byte(play: Play) -> None:
    player = play(TEMPLATE)
    assert isinstance(player, FormPlayer)
    fill(player, who="A {{day}} & <b>", day="2026-12-01", size="large")
    wanted = (
        "Hello A {{day}} & <b>,\n\n  large by 2026-12-01. A {{day}} & <b>! "
        "{{other}} 100 % {not} {{ braces"
    )
    assert copied(player) == wanted


def test_gaps_are_told_before_they_are_copied(play: Play) -> None:
    player = play(TEMPLATE)
    fill(player, who="Kim")
    QApplication.clipboard().setText("before")
    assert copied(player) == "before"
    said = " ".join(label.text() for label in player.view.findChildren(QLabel))
    assert "Still empty: When, Size" in said
    assert copied(player).startswith("Hello Kim,")


def test_a_field_that_nobody_declared_is_told_and_stays(play: Play) -> None:
    player = play(TEMPLATE)
    said = " ".join(label.text() for label in player.view.findChildren(QLabel))
    assert "{{other}} is not declared" in said


def test_the_preview_follows_every_key(play: Play) -> None:
    player = play(TEMPLATE)
    preview = player.side.findChild(QTextBrowser)
    assert "[who]" in preview.toPlainText()
    fill(player, who="Kim")
    assert "Hello Kim," in preview.toPlainText()


def test_what_was_written_in_a_run_and_remembered_is_there_again(play: Play) -> None:
    run = Run(1, "p/a", entries={("size", str(Kind.VALUE)): Entry("small", 0.0)})
    player = play(TEMPLATE, run=run, kept={"who": "Kim", "size": "large"})
    assert player.view.values() == {"who": "Kim", "day": "", "size": "small"}


def test_a_date_is_read_as_a_person_means_it(play: Play) -> None:
    player = play(TEMPLATE)
    fill(player, who="K", size="small", day="in May")
    assert "by in May." in copied(player)


def test_braces_in_a_page_without_fields_stay_text(play: Play) -> None:
    player = play("---\ntype: template\n---\n# A\n\n```\nHello {{who}}\n```\n")
    assert isinstance(player, PagePlayer)


def test_a_canvas_is_copied_with_its_questions(play: Play) -> None:
    page = "---\ntype: framework\nkind: canvas\nboxes:\n- {name: Goal, ask: What do you want?}\n"
    player = play(
        f"{page}- {{name: Risk, ask: What may fail?}}\n---\n# Talk\n\n## Done when\n\nIt is.\n"
    )
    assert isinstance(player, CanvasPlayer)
    editor = player.view.findChildren(QPlainTextEdit)[0]
    editor.setPlainText("A raise\nsoon")
    text = copied(player)
    assert "## Goal: What do you want?\nA raise\nsoon\n\n## Risk: What may fail?\n-" in text
    assert player.place().done == 1
