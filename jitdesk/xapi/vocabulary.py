"""The verbs and types that statements use: existing ones, and one type of our own.

All verbs are found in profiles that ADL has published; none says that somebody has finished,
passed or mastered anything: such claims belong to whoever owns the competency.
"""

from __future__ import annotations

from typing import Final

VERBS: Final = {
    "searched": "https://w3id.org/xapi/acrossx/verbs/searched",
    "viewed": "http://id.tincanapi.com/verb/viewed",
    "used": "http://activitystrea.ms/use",
    "performed": "http://id.tincanapi.com/verb/performed-offline",
    "answered": "http://adlnet.gov/expapi/verbs/answered",
    "voted-up": "http://id.tincanapi.com/verb/voted-up",
    "voted-down": "http://id.tincanapi.com/verb/voted-down",
    "reviewed": "http://id.tincanapi.com/verb/reviewed",
    "edited": "https://w3id.org/xapi/acrossx/verbs/edited",
}
TYPES: Final = {
    "search-engine": "https://w3id.org/xapi/acrossx/activities/search-engine",
    "guide": "http://id.tincanapi.com/activitytype/resource",
    "checklist": "http://id.tincanapi.com/activitytype/checklist",
    "performance": "http://adlnet.gov/expapi/activities/performance",
    "flashcard": "https://w3id.org/xapi/flashcards/activity-types/flashcard",
    "competency": "https://w3id.org/xapi/tla/activity-types/competency",
    "profile": "http://adlnet.gov/expapi/activities/profile",
}
EXTENSIONS: Final = frozenset(
    """episode trigger time-to-answer-ms user-actions result-count zero-result content-version
    view support-level evidence-grade check-in-day rework times-since-last steps-done
    steps-total state signals preview seconds""".split()  # noqa: SIM905
)
VERSION: Final = "1.0.3"
