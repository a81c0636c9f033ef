"""What is handed to a ticket or a colleague names the step and opens it again."""

from __future__ import annotations

from jitdesk.app.hand_over import hand_over_card, step_link
from jitdesk.guides.deep_link import DeepLink, read_link
from tests.support.guides import make_guide

GUIDE = make_guide("Reset the printer", "Text.", front="id: it.reset-printer\nversion: 1.2.0")


def test_a_link_leads_back_to_the_step_and_says_its_version() -> None:
    link = read_link(step_link(GUIDE, "press"))
    assert link == DeepLink("pack/it.reset-printer", "press", "1.2.0")


def test_a_card_says_where_and_in_which_words() -> None:
    card = hand_over_card(GUIDE, "4", "Step 4 of 7", "Press the  green button.")
    assert card.split("\n") == [
        "Reset the printer (version 1.2.0)",
        "I am stuck at: Step 4 of 7",
        "“Press the green button.”",
        "jitdesk://guide/pack/it.reset-printer?v=1.2.0#4",
    ]
