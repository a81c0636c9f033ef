"""`jitdesk doctor`: what works on this machine, and the fix for what does not.

With `--press` the hotkey is really tried: pressed by the program itself where X11 lets it,
else by the person within ten seconds; only a press that the running app heard counts.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

from jitdesk.cli.output import print_json
from jitdesk.cli.toggle import send
from jitdesk.desktop.session import Session, find_session, foreground_plug, recorder_plug
from jitdesk.errors import DesktopError, JITDeskError
from jitdesk.learning.records_file import open_records
from jitdesk.library import vectors
from jitdesk.library.library import Library, open_library
from jitdesk.library.shelf import Shelf
from jitdesk.paths import Paths, find_paths
from jitdesk.search.hit import Query
from jitdesk.settings import load

_PATIENCE: Final = 10.0
_POLL: Final = 0.05


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "doctor", help="what works on this machine, each with the fix", description=__doc__
    )
    parser.add_argument("--press", action="store_true", help="try the hotkey for real")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command; exit code 1 if something does not work."""
    paths = find_paths()
    state = _app_state()
    checks = [_settings(paths), _app(state), *_desktop(state)]
    if args.press:
        checks.append(_round_trip(state))
    checks += [_records(paths), *_content(paths), _meaning(paths)]
    if args.json:
        print_json({"checks": [asdict(check) for check in checks]})
    else:
        for check in checks:
            _print(check)
    return 0 if all(check.ok for check in checks) else 1


def _meaning(paths: Paths) -> Check:
    """Tell about the optional vectors; that they are not installed is no fault."""
    if not vectors.installed():
        return Check("meaning", ok=True, detail="not installed (pip install 'jitdesk[meaning]')")
    with contextlib.closing(Shelf(paths)) as shelf:
        ready, total = vectors.counts(shelf)
    fix = "Run jitdesk meaning update; the app does so by itself after a sync."
    detail = f"{ready} of {total} English guides have vectors"
    return Check("meaning", ready == total, detail, fix)


def _print(check: Check) -> None:
    mark = "ok " if check.ok else "-- "
    print(f"{mark} {check.name}: {check.detail}")
    if check.fix and not check.ok:
        print(f"     {check.fix}")


def _app_state() -> dict[str, Any] | None:
    answer = send("state")
    if answer is None:
        return None
    try:
        state = json.loads(answer)
    except ValueError:
        return None
    return state if isinstance(state, dict) else None


def _settings(paths: Paths) -> Check:
    settings = load(paths.settings_file, paths.policy_file)
    if settings.problems:
        told = "; ".join(str(problem) for problem in settings.problems)
        return Check("settings", False, told, f"Correct {paths.settings_file}.")
    return Check("settings", True, f"{paths.settings_file}")


def _app(state: dict[str, Any] | None) -> Check:
    if state is None:
        return Check("tray app", False, "not running", "Start it with “jitdesk”.")
    return Check("tray app", True, "running")


def _desktop(state: dict[str, Any] | None) -> list[Check]:
    session = find_session()
    checks = [Check("desktop", session is not Session.NONE, session.value, _desktop_fix(session))]
    plug = foreground_plug(session)
    checks.append(
        Check(
            "focus and placement",
            plug.name != "none",
            plug.name,
            "Windows open where your desktop puts them; nothing else is lost.",
        )
    )
    plug.close()
    recorder = recorder_plug(session)
    # What is not there yet is no fault of this machine.
    checks.append(Check("recording a guide", True, recorder.reason or session.value))
    if state is not None:
        checks.append(_hotkey(state))
        checks.append(
            Check(
                "tray",
                bool(state.get("tray")),
                "shown" if state.get("tray") else "this desktop shows no tray",
                "Start JITDesk a second time to open the search; its menu is behind “…”.",
            )
        )
    return checks


def _desktop_fix(session: Session) -> str:
    if session is Session.NONE:
        return "Commands work here; the tray app needs a display."
    return ""


def _hotkey(state: dict[str, Any]) -> Check:
    found = state.get("bindings", {}).get("hotkey", {})
    plug, presses = state.get("plug", ""), int(state.get("presses", 0))
    heard = f"heard {presses} times" if presses else "not pressed yet"
    if found.get("bound"):
        return Check("hotkey", True, f"{found.get('chord')} by {plug}, {heard}")
    return Check(
        "hotkey",
        False,
        found.get("reason") or f"not bound ({plug})",
        "Choose another one in the settings, or give the command “jitdesk toggle” a shortcut "
        "in your desktop's own settings.",
    )


def _round_trip(state: dict[str, Any] | None) -> Check:
    name = "hotkey round trip"
    bound = (state or {}).get("bindings", {}).get("hotkey", {})
    if state is None or not bound.get("bound"):
        return Check(name, False, "there is no live hotkey to try", "See the lines above.")
    before = int(state.get("presses", 0))
    if not _press(str(bound["chord"])):
        print(f"Press {bound['chord']} now (ten seconds)…", flush=True)
    began = time.monotonic()
    if _wait(lambda: int((_app_state() or {}).get("presses", 0)) > before):
        send("toggle")
        spent = (time.monotonic() - began) * 1000
        return Check(name, True, f"{bound['chord']} came through in {spent:.0f} ms")
    return Check(
        name,
        False,
        f"{bound['chord']} was pressed and did not come through",
        "Another program or the desktop takes it first; choose another one in the settings.",
    )


def _press(chord: str) -> bool:
    """Press the chord by the X server's test extension; False where that is not possible."""
    if find_session() is not Session.X11 or not os.environ.get("DISPLAY"):
        return False
    from jitdesk.desktop.press_x11 import press_chord

    try:
        press_chord(chord)
    except DesktopError:
        return False
    return True


def _wait(done: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if done():
            return True
        time.sleep(_POLL)
    return False


def _records(paths: Paths) -> Check:
    records = open_records(paths.records_file)
    notice = records.notice
    records.close()
    if notice:
        return Check("your progress", False, notice, "Free some space or check the folder.")
    return Check("your progress", True, f"saved in {paths.records_file}")


def _content(paths: Paths) -> list[Check]:
    with open_library(paths) as library:
        checks = [_index(library)]
        for source in library.source_rows():
            fine = source.state in {"updated", "unchanged"}
            detail = f"{source.guides} guides, {source.state}, {source.location}"
            checks.append(
                Check(
                    f"source {source.name}", fine, detail, source.message or "Run “jitdesk sync”."
                )
            )
    return checks


def _index(library: Library) -> Check:
    try:
        took = library.find(Query("how", limit=1)).took_ms
    except JITDeskError as error:
        return Check("search", False, str(error), "Run “jitdesk sync”; it builds the index anew.")
    return Check("search", True, f"{len(library.catalog())} guides, answers in {took:.1f} ms")
