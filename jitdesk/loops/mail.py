"""A contribution as a mail that the person's own mail program sends. Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from jitdesk.loops.contribution import Contribution

LONGEST: Final = 1_900
"""Characters of a mailto link: Windows hands no longer ones to a program (2,048 in all)."""
ADDRESS: Final = re.compile(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&]+")


def mail_link(contribution: Contribution, to: str = "") -> str:
    """Return a mailto link with the exact text, "" where it is too long for one.

    The author saves the lines from { to } as a file and takes it in
    (``jitdesk inbox take-in FILE``); `to` is left open where it is no address.
    """
    address = to.strip() if ADDRESS.fullmatch(to.strip()) else ""
    subject = f"JITDesk: {contribution.kind.value} {contribution.guide}".strip()
    body = f"jitdesk inbox take-in FILE:\r\n\r\n{exact(contribution)}".replace("\n", "\r\n")
    link = f"mailto:{quote(address, safe='@')}?subject={quote(subject)}&body={quote(body)}"
    return link if len(link) <= LONGEST else ""


def exact(contribution: Contribution) -> str:
    """Return every character that is sent."""
    return contribution.to_json().decode()
