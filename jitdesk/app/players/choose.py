"""Which player an opened guide gets: by what its file declares."""

from __future__ import annotations

from datetime import date

from jitdesk.app.players.checklist_player import ChecklistPlayer
from jitdesk.app.players.form_player import CanvasPlayer, FormPlayer
from jitdesk.app.players.gate import StaleGate
from jitdesk.app.players.page_player import PagePlayer
from jitdesk.app.players.player import Player, Tools
from jitdesk.app.players.question_player import TablePlayer, TreePlayer
from jitdesk.app.players.scoring_player import ScoringPlayer
from jitdesk.guides.checklist import read_checklist
from jitdesk.guides.decision_table import read_table
from jitdesk.guides.form import read_form
from jitdesk.guides.guide import GuideType
from jitdesk.guides.scoring import read_canvas, read_scoring
from jitdesk.guides.tree import read_tree
from jitdesk.learning.lifecycle import needs_confirming
from jitdesk.learning.topic import topic_of
from jitdesk.models.reading import Opened


def gate_for(opened: Opened, tools: Tools, today: date) -> StaleGate | None:
    """Return what stands before a page that is too old for its stakes, None for all others."""
    stakes = topic_of(opened.guide).stakes
    wanted = needs_confirming(opened.guide.review_due, stakes, today)
    return StaleGate(opened, tools) if wanted else None


def player_for(opened: Opened, tools: Tools) -> Player:
    """Return the player of a guide; what cannot be played is read as a page."""
    guide = opened.guide
    if guide.type is GuideType.FRAMEWORK:
        return _framework(opened, tools) or PagePlayer(opened, tools)
    if (checklist := read_checklist(guide, opened.page)) is not None:
        return ChecklistPlayer(opened, checklist, tools)
    if (form := read_form(guide, opened.page)) is not None:
        return FormPlayer(opened, form, tools)
    return PagePlayer(opened, tools)


def _framework(opened: Opened, tools: Tools) -> Player | None:
    front = opened.guide.front
    if (table := read_table(front)) is not None:
        return TablePlayer(opened, table, tools)
    tree = read_tree(front, {})
    if tree is not None and tree.start in tree.nodes:
        return TreePlayer(opened, tree, tools)
    if (scoring := read_scoring(front)) is not None:
        return ScoringPlayer(opened, scoring, tools)
    boxes = read_canvas(front)
    return CanvasPlayer(opened, boxes, tools) if boxes else None
