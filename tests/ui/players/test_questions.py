"""Frameworks that ask: one key an answer, back, "I do not know", rings, scores."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jitdesk.app.players.page_player import PagePlayer
from jitdesk.app.players.question_player import TablePlayer, TreePlayer
from jitdesk.app.players.scoring_player import ScoringPlayer
from jitdesk.guides.landing import Moment
from jitdesk.learning.run import Entry, Kind, Run
from tests.ui.players.conftest import Play, settle

TABLE = """---
type: framework
kind: decision-table
table:
  conditions:
    - {key: who, ask: "Who?", values: [inside, outside]}
    - {key: what, ask: "What?", values: [public, secret]}
  rows:
    - {who: inside, what: "*", do: "Send a link."}
    - {who: outside, what: public, do: "Send a file."}
    - {who: outside, what: secret, do: "Ask first."}
---
# Share

## Done when

It is there.
"""
TREE = """---
type: framework
kind: decision-tree
start: a
nodes:
  a:
    {ask: "Is it on?", wait: 5s, unknown: d, options: [{label: yes, goto: b}, {label: no, goto: c}]}
  b: {ask: "Does it beep?", options: [{label: yes, goto: e}, {label: no, goto: a}]}
  c: {do: "Switch it on."}
  d: {do: "Look at the light."}
  e: {do: "Call the desk."}
---
# Fix it
"""
SCORE = """---
type: framework
kind: scoring
score:
  criteria:
    - {name: Price, weight: 2, anchors: {0: high, 1: fair, 2: good, 3: low}}
    - {name: Time, weight: 1, anchors: {0: late, 1: soon, 2: week, 3: today}}
  cuts: [{from: 0, do: "Ask again."}, {from: 5, do: "Take it."}]
---
# Compare
"""


def words(player: object) -> str:
    labels = player.view.findChildren(QLabel)  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in labels if not label.isHidden())


def press(player: object, text: str) -> None:
    for sign in text:
        key = Qt.Key.Key_Backspace if sign == "<" else Qt.Key.Key_unknown
        player.key(key, "" if sign == "<" else sign, control=False)  # type: ignore[attr-defined]
        settle()


def test_a_table_asks_only_what_changes_the_outcome(play: Play) -> None:
    player = play(TABLE)
    assert isinstance(player, TablePlayer)
    press(player, "1")
    assert "Send a link." in words(player)
    assert player.finished
    press(player, "<22")
    assert "Ask first." in words(player)


def test_a_key_that_is_no_answer_is_left_alone(play: Play) -> None:
    player = play(TABLE)
    assert not player.key(Qt.Key.Key_7, "7", control=False)
    assert not player.key(Qt.Key.Key_X, "x", control=False)


def test_the_whole_table_is_one_key_away(play: Play) -> None:
    player = play(TABLE)
    press(player, "t")
    for text in ("Send a link.", "Send a file.", "Ask first."):
        assert text in words(player)
    press(player, "t")
    assert "Send a file." not in words(player)


def test_the_arrows_of_the_global_keys_choose_as_well(play: Play) -> None:
    player = play(TABLE)
    player.next()
    player.act()
    settle()
    assert "What?" in words(player)


def test_the_way_is_copied_with_its_outcome(play: Play) -> None:
    player = play(TABLE)
    press(player, "22r")
    text = QApplication.clipboard().text()
    assert "Who? outside\nWhat? secret\n\nOutcome: Ask first." in text


def test_a_stored_way_is_continued_and_cut_where_the_table_changed(play: Play) -> None:
    run = Run(
        1, "p/a", entries={("", str(Kind.PATH)): Entry('[["who","outside"],["gone","x"]]', 0.0)}
    )
    player = play(TABLE, run=run)
    assert "What?" in words(player)


def test_a_tree_may_go_round_and_says_so(play: Play) -> None:
    player = play(TREE)
    assert isinstance(player, TreePlayer)
    press(player, "12")
    assert "You were here before" in words(player)
    press(player, "2")
    assert "Switch it on." in words(player)


def test_not_knowing_leads_where_the_author_says_or_shows_the_ways(play: Play) -> None:
    player = play(TREE)
    press(player, "?")
    assert "Look at the light." in words(player)
    press(player, "<1?")
    assert "yes: Call the desk." in words(player)
    assert not player.finished


def test_a_question_with_a_wait_counts_down(play: Play) -> None:
    player = play(TREE)
    assert "Wait 0:05" in words(player)
    for _ in range(5):
        player.view._count_down()
    assert "Time is up" in words(player)


def test_options_are_scored_and_the_best_is_named(play: Play) -> None:
    player = play(SCORE)
    assert isinstance(player, ScoringPlayer)
    press(player, "23112")
    assert player.finished
    text = words(player)
    assert "A is first with 7 of 9 points." in text
    assert "Take it." in text
    press(player, "<0<<<<<2")
    assert not player.finished


def test_level_options_are_called_level(play: Play) -> None:
    player = play(SCORE)
    press(player, "21111")
    assert "A and B are level with 3 points." in words(player)
    assert "Ask again." in words(player)


def test_a_framework_that_cannot_be_played_is_read(play: Play) -> None:
    assert isinstance(play("---\ntype: framework\n---\n# A\n\ntext\n"), PagePlayer)


def test_a_guide_has_three_views_and_keeps_its_place(play: Play) -> None:
    page = (
        "# A\n\n## Steps\n\n1. **Do.** More. {#a}\n   - You see: x.\n2. **Stop.** End. {#b}\n"
        "   - Why: y.\n\n## Done when\n\nIt is.\n"
    )
    player = play(page, moment=Moment.APPLY)
    player.next()
    press(player, "2")
    assert "More." not in words(player)
    assert player.place().text == "Step 2 of 2"
    press(player, "3")
    assert "Do." not in words(player)
    assert "It is." in words(player)
    press(player, "1")
    assert player.place().text == "Step 2 of 2"
    assert "y." not in words(player)
    press(player, "w")
    assert "y." in words(player)


def test_more_answers_than_keys_are_reached_with_the_arrows(play: Play) -> None:
    options = ", ".join(f"o{n}: z" for n in range(12))
    tree = f"nodes:\n  a: {{ask: Pick, options: {{{options}}}}}\n  z: {{do: end}}\nstart: a\n"
    player = play(f"---\ntype: framework\nkind: decision-tree\n{tree}---\n# Pick one\n")
    for _ in range(11):
        player.next()
    player.act()
    settle()
    assert player.finished
    assert "o11" in player.way()  # type: ignore[attr-defined]


def test_a_page_without_anything_to_show_says_so(play: Play) -> None:
    player = play('---\ntype: framework\nkind: decision-table\ntable: "none"\n---\n# Nothing\n')
    assert "nothing to show" in " ".join(label.text() for label in player.view.findChildren(QLabel))


def test_reasons_at_the_end_are_one_key_away(play: Play) -> None:
    player = play("# T\n\n## Steps\n\n1. **Go.** {#go}\n\n## Why\n\nBecause it is late.\n")
    assert isinstance(player, PagePlayer)
    labels = [label for label in player.view.findChildren(QLabel) if "late" in label.text()]
    assert not labels[0].isVisible()
    player.key(Qt.Key.Key_W, "w", control=False)
    assert labels[0].isVisible()


def test_options_may_have_names_that_stand_in_the_result_and_the_record(
    play: Play, qtbot: QtBot
) -> None:
    player = play(SCORE)
    assert isinstance(player, ScoringPlayer)
    press(player, "2")
    fields = player.view.findChildren(QLineEdit)
    qtbot.keyClicks(fields[0], "North")
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    qtbot.keyClick(fields[1], Qt.Key.Key_Return)
    settle()
    assert player.place().done == 0  # the Enter that ended the names answers nothing
    assert "North: " in words(player)
    press(player, "3112")
    assert "North is first with 7 of 9 points." in words(player)
    assert "North, score: 7 of 9" in player.way()
    assert "B, score:" in player.way()
