"""Which aim fits a task: the table of the content model (A2), as a rule with its reasons.

The first row that fits decides. Seconds leave no time to look anything up: such a task must
be learned, and a page alone cannot do that (Rossett and Gautier-Downes: job aids).
"""

from __future__ import annotations

from collections.abc import Mapping

KEYS = {
    "frequency": ("rare", "monthly", "weekly", "daily"),
    "stakes": ("low", "medium", "high"),
    "time_pressure": ("seconds", "minutes", "hours", "days"),
    "changes": ("rarely", "yearly", "often"),
}


def aim_of(why: Mapping[str, object]) -> tuple[str, str]:
    """Return the aim that four answers lead to, and the reason; ("", "") if none fits."""
    if why.get("time_pressure") == "seconds":
        return "learn", "there is no time to look it up"
    if why.get("frequency") in {"rare", "monthly"}:
        return "perform", "it is done too seldom to be kept in mind"
    if why.get("stakes") == "high":
        return "perform", "an error costs too much"
    if why.get("changes") == "often":
        return "perform", "it changes too often to be learned"
    frequent = why.get("frequency") in {"weekly", "daily"}
    if frequent and why.get("stakes") in {"low", "medium"}:
        return "learn", "it is done often enough to be learned"
    return "", ""
