"""The desktop side beside its peers: hotkey to pixels, keystroke to rows, start, idle.

The probes are C programs that press keys by XTest and watch the screen by XDamage (their
folder: JITDESK_TOOLS); they measure every program from outside, ours and the peers'.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.row import Row, median, quantile
from tests.support.x_session import POPUP, App, Editor, XSession, missing_tools, wait_until

TOOLS = Path(os.environ.get("JITDESK_TOOLS", "../shared/tools"))
CORPORA = Path(os.environ.get("JITDESK_CORPORA", "../shared/corpora"))
_LIBRARIES = ("-lX11", "-lXtst", "-lXdamage", "-lXext")
_OPENINGS = 50
_GUIDES = 5_000
_IDLE_SECONDS = 30
HOTKEY = "ctrl+alt+space"


def run() -> Iterator[Row]:
    """Yield the figures; what cannot be measured here is left out, with a line that says why."""
    if missing := missing_tools():
        print(f"  desktop: left out, not installed: {', '.join(missing)}")
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        session = XSession().start()
        try:
            home = _home(session, place)
            yield from _start(session, home)
            yield from _live(session, home, place)
        finally:
            session.stop()


def _home(session: XSession, place: Path) -> Path:
    """A home with 5,000 real guides (the shipped packs only where there are no corpora)."""
    home, source = place / "home", place / "guides"
    app = App(session, home)
    found = sorted((CORPORA / "field").rglob("*.md"))
    if found:
        step = max(1, len(found) // _GUIDES)
        for number, file in enumerate(found[::step][:_GUIDES]):
            target = source / f"{number // 500}" / f"{number}-{file.name}"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
        app.command("source", "add", str(source), "--name", "bench")
    app.command("sync")
    return home


def _start(session: XSession, home: Path, times: int = 7) -> Iterator[Row]:
    live, searchable = [], []
    for _ in range(times):
        app = App(session, home)
        began = time.monotonic()
        app.launch()
        wait_until(lambda app=app: app.state().get("bindings"), "a live hotkey")
        live.append((time.monotonic() - began) * 1000)
        wait_until(lambda app=app: app.state().get("searchable"), "search")
        searchable.append((time.monotonic() - began) * 1000)
        app.stop()
    yield Row("start to live hotkey, median", median(live), "ms", times)
    yield Row("start to live hotkey, max", max(live), "ms", times)
    yield Row("start to searchable, median (5,000 guides)", median(searchable), "ms", times)


def _live(session: XSession, home: Path, place: Path) -> Iterator[Row]:
    app = App(session, home).start()
    wait_until(lambda: app.state().get("searchable"), "search")
    editor = Editor(session, place / "typed").open()
    probe = _compiled("hkprobe", place)
    try:
        yield from _at_rest(session, app)
        if probe is not None:
            yield from _openings(session, probe)
        if (keys := _compiled("regprobe", place)) is not None:
            yield from _keystrokes(session, keys, editor)
        yield from _after_use(session, app)
    finally:
        app.stop()


def _compiled(name: str, place: Path) -> Path | None:
    source = TOOLS / f"{name}.c"
    if not source.exists() or shutil.which("gcc") is None:
        print(f"  {name}: left out, needs gcc and {source}")
        return None
    program = place / name
    done = subprocess.run(
        ["gcc", "-O2", "-w", str(source), "-o", str(program), *_LIBRARIES],
        capture_output=True, check=False,
    )  # fmt: skip
    if done.returncode:
        print(f"  {name}: left out, the X11 development files are not installed")
        return None
    return program


def _probe(session: XSession, program: Path, *options: str) -> dict[str, list[float]]:
    text = session.run_long(str(program), "-p", "150", *options)
    lines = [line for line in text.splitlines() if line.count(",") == 11]
    rows = list(csv.DictReader(lines))[1:]  # the first opening warms the peer up
    names = ("map", "focus", "paint", "settle", "focusback")
    return {n: [v for row in rows if (v := float(row[n])) >= 0] for n in names}


def _openings(session: XSession, probe: Path) -> Iterator[Row]:
    ours = _probe(session, probe, "-n", str(_OPENINGS), "-k", HOTKEY)
    both = [max(pair) for pair in zip(ours["paint"], ours["focus"], strict=False)]
    peers = dict(_peers(session, probe))
    for share, name in ((0.5, "p50"), (0.95, "p95"), (1.0, "max")):
        value = quantile(both, share)
        yield Row(f"hotkey to painted and focused, {name}", value, "ms", len(both))
        for peer, times in peers.items():
            yield Row(
                f"hotkey to painted, {name}, beside {peer}",
                quantile(ours["paint"], share), "ms", len(both), peer, quantile(times, share),
            )  # fmt: skip
    back = ours["focusback"]
    yield Row("Esc to focus back, p95", quantile(back, 0.95), "ms", len(back))


def _peers(session: XSession, probe: Path) -> Iterator[tuple[str, list[float]]]:
    count = str(_OPENINGS // 2)
    for name, starter in (("zeal", _start_zeal), ("copyq", _start_copyq)):
        if shutil.which(name) is None:
            print(f"  {name}: left out, not installed")
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            process, options = starter(session, Path(folder))
            times = _probe(session, probe, "-n", count, *options)
            process.terminate()
            process.wait()
            if times["paint"]:
                yield name, times["paint"]
            else:
                print(f"  {name}: left out, its window never came")
    if shutil.which("rofi"):
        times = _probe(session, probe, "-n", count, "-c", "rofi -show drun")
        if times["paint"]:
            yield "rofi", times["paint"]


_Started = tuple[subprocess.Popen[bytes], tuple[str, ...]]


def _start_zeal(session: XSession, home: Path) -> _Started:
    config = home / "Zeal" / "Zeal.conf"
    config.parent.mkdir(parents=True)
    config.write_text(
        "[General]\nstart_minimized=true\nhide_on_close=true\ncheck_for_update=false\n"
        "[global_shortcuts]\nshow=Ctrl+Alt+Z\n"
    )
    process = session.spawn(
        ["zeal"], XDG_CONFIG_HOME=str(home), QTWEBENGINE_DISABLE_SANDBOX="1",
        QTWEBENGINE_CHROMIUM_FLAGS="--no-sandbox --disable-gpu",
    )  # fmt: skip
    session.run("xdotool", "sleep", "4")
    if session.windows(" - Zeal"):
        session.keys("ctrl+alt+z")
        session.wait_gone(" - Zeal")
    # Esc does not hide it; its hotkey does.
    return process, ("-k", "ctrl+alt+z", "-C", "xdotool key ctrl+alt+z")


def _start_copyq(session: XSession, home: Path) -> _Started:
    process = session.spawn(["copyq"], XDG_CONFIG_HOME=str(home))
    session.run("xdotool", "sleep", "2")
    return process, ("-c", f"XDG_CONFIG_HOME={home} copyq toggle >/dev/null 2>&1")


def _keystrokes(session: XSession, program: Path, editor: Editor) -> Iterator[Row]:
    """Keystroke to changed pixels in a stripe through the rows' titles.

    A key that changes no row (the same guides stay) changes no pixel and is not counted.
    """
    times = []
    for word in ("printer", "restart", "password", "network", "certificate", "backup"):
        session.run("xdotool", "windowactivate", "--sync", *session.windows(f"^{editor.title}$"))
        session.keys(HOTKEY)
        session.wait_focus(POPUP)
        session.run("xdotool", "sleep", "0.5")
        stripe = _stripe(session)
        for line in session.run_long(str(program), word, *stripe, "400").splitlines():
            first = float(line.split()[2])
            times += [first] if first >= 0 else []
        session.keys("Escape")
        session.wait_gone(POPUP)
    for share, name in ((0.5, "p50"), (0.95, "p95"), (1.0, "max")):
        value = quantile(times, share)
        yield Row(f"keystroke to rows on screen, {name} (5,000 guides)", value, "ms", len(times))


def _stripe(session: XSession) -> tuple[str, ...]:
    told = session.run("xdotool", "getwindowgeometry", "--shell", session.windows(POPUP)[0])
    place = dict(line.split("=") for line in told.splitlines())
    return (str(int(place["X"]) + 62), str(int(place["Y"]) + 62), "96", "400")


def _at_rest(session: XSession, app: App) -> Iterator[Row]:
    """Nothing was opened yet: what an app that only waits costs."""
    assert app.process is not None
    pid = app.process.pid
    session.run("xdotool", "sleep", "5")
    before, began = _switches(pid), time.monotonic()
    session.run_long("xdotool", "sleep", str(_IDLE_SECONDS))
    spent = time.monotonic() - began
    yield Row("idle wake-ups", (_switches(pid) - before) / spent, "1/s", 1)
    yield Row("idle memory (PSS), 5,000 guides", _memory(pid, "Pss"), "MiB", 1)


def _after_use(session: XSession, app: App) -> Iterator[Row]:
    assert app.process is not None
    pid = app.process.pid
    yield Row("memory after use (PSS), 5,000 guides", _memory(pid, "Pss"), "MiB", 1)
    before = _memory(pid, "Anonymous")
    for _ in range(10):
        session.run_long(
            "xdotool", *(["key", "--delay", "12", HOTKEY, "key", "--delay", "12", "Escape"] * 100)
        )
    session.run("xdotool", "sleep", "2")
    grown = _memory(pid, "Anonymous") - before
    yield Row("memory growth after 1,000 openings", grown, "MiB", 1000)
    yield Row("internet sockets of the app", _sockets(pid), "sockets", 1)


def _switches(pid: int) -> int:
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


def _memory(pid: int, kind: str) -> float:
    """Return MiB; Pss shares pages with other programs, Anonymous is the app's alone."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _sockets(pid: int) -> int:
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        target = str(descriptor.readlink())
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    found = 0
    for table in ("tcp", "tcp6", "udp", "udp6"):
        lines = Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        found += sum(line.split()[9] in inodes for line in lines)
    return found
