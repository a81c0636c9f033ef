"""`jitdesk` without a command: run the tray app, or open the popup of the one that runs."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from jitdesk.cli.toggle import send
from jitdesk.errors import DesktopError

if TYPE_CHECKING:
    from jitdesk.guides.deep_link import DeepLink


def run(_arguments: object = None, link: DeepLink | None = None) -> int:
    """Run until the person quits; a second start hands over to the first and ends.

    Args:
        link: is followed as soon as the app is live.

    Raises:
        DesktopError: there is no display to show anything on.
    """
    if link is None and send("open") is not None:
        return 0
    if sys.platform.startswith("linux") and not _has_display():
        raise DesktopError(
            "There is no display here, so the tray app cannot start. The commands work: "
            "try “jitdesk find WORDS” or “jitdesk --help”."
        )
    # Nothing of what a start makes is garbage; collecting it costs a tenth of the start.
    # The app turns the collector on again once it is live.
    gc.disable()
    from jitdesk.app.lean_qt import skip_source_scan

    skip_source_scan()
    from jitdesk.app.application import run_application

    return run_application(link)


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
