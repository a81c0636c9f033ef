"""Judged by others: the npm xAPI validator, Ralph's models, and a real Ralph server.

Each is installed into an environment of its own below build/; without a registry the tests
are skipped with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from jitdesk.cli.main import run
from jitdesk.learning.event import Event, Name
from jitdesk.learning.records_file import open_records
from jitdesk.paths import find_paths
from jitdesk.xapi.statements import Writer
from jitdesk.xapi.store import RecordStore, StoreSettings, read_settings
from tests.support.statements import BASE, GUIDE, GUIDES, every_statement

pytestmark = pytest.mark.slow
TOOLS = Path("build/xapi-tools").absolute()
# Ralph's file back end writes once unless it is told to append, which no variable says.
_SERVE = (
    "import sys; from ralph.backends.data.base import BaseOperationType as Type;"
    "from ralph.backends.lrs.fs import FSLRSBackend as Files;"
    "Files.default_operation_type = Type.APPEND;"
    "import uvicorn; uvicorn.run('ralph.api:app', port=int(sys.argv[1]))"
)
_JUDGE = """
const v = require("@learninglocker/xapi-validation/dist/factory");
const s = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(s.map(x => v.statement(x, []).map(w => w.constructor.name))));
"""


@pytest.fixture(scope="session")
def node() -> Path:
    """A folder with the npm validator."""
    folder = TOOLS / "node"
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    if not (folder / "node_modules").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        words = ["npm", "install", "--silent", "@learninglocker/xapi-validation@3.0.0"]
        if subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode:
            pytest.skip("the npm registry cannot be reached")
    return folder


@pytest.fixture(scope="session")
def ralph() -> Path:
    """The bin folder of an environment with Ralph."""
    folder = TOOLS / "ralph"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        words = [str(folder / "bin" / "pip"), "install", "-q", "ralph-malph[cli,lrs]==5.1.0",
                 "requests", "sentry_sdk"]  # fmt: skip
        if subprocess.run(words, capture_output=True, check=False).returncode:
            pytest.skip("the package registry cannot be reached")
        (folder / "ready").touch()
    return folder / "bin"


class Server:
    """A Ralph server on a port of its own, with its store in a folder."""

    def __init__(self, tools: Path, folder: Path) -> None:
        self._tools, self._folder = tools, folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        for name in ("app", "store"):
            (folder / name).mkdir()
        self._environ = {
            **os.environ, "HOME": str(folder), "RALPH_APP_DIR": str(folder / "app"),
            "RALPH_RUNSERVER_BACKEND": "fs",
            "RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH": str(folder / "store"),
            "RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE": "statements.jsonl",
        }  # fmt: skip
        words = [
            "auth",
            "-w",
            "-u",
            "jit",
            "-p",
            "desk",
            "-s",
            "all",
            "-M",
            "mailto:a@acme.example",
        ]
        subprocess.run(
            [str(tools / "ralph"), *words], env=self._environ, capture_output=True, check=True
        )
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}/xAPI"

    def start(self) -> None:
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(self._tools / "python"), "-c", _SERVE, str(self.port)],
                env=self._environ, stdout=log, stderr=log,
            )  # fmt: skip
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/__lbheartbeat__", timeout=1)
            except OSError:
                continue
            return
        raise AssertionError("Ralph did not start")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)
            self._process = None

    def kept(self) -> list[str]:
        settings = StoreSettings(self.endpoint, BASE, "jit", "desk")
        return [s["id"] for s in RecordStore(settings).read()]


@pytest.fixture
def server(ralph: Path, tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "ralph"
    folder.mkdir()
    made = Server(ralph, folder)
    made.start()
    yield made
    made.stop()


def test_the_npm_validator_has_no_warning(node: Path) -> None:
    broken = json.loads(json.dumps(every_statement()[0]))
    broken["verb"]["id"] = "relative"
    done = subprocess.run(
        ["node", "-e", _JUDGE], cwd=node, input=json.dumps([*every_statement(), broken]),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    *ours, wrong = json.loads(done.stdout)
    assert ours == [[]] * len(every_statement())
    assert wrong == ["TypeWarning"]


def test_ralphs_models_accept_every_statement(ralph: Path) -> None:
    judge = (
        "import json, sys; from ralph.models.xapi.base.statements import BaseXapiStatement as S;"
        "[S(**s) for s in json.load(sys.stdin)]; print('ok')"
    )
    done = subprocess.run(
        [str(ralph / "python"), "-c", judge], input=json.dumps(every_statement()),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "ok", done.stderr[-2000:]


def use(times: int) -> None:
    records = open_records(find_paths().records_file)
    records.history.append([Event(Name.OPENED, time.time() + n, GUIDE) for n in range(times)])
    records.close()


def test_a_real_server_takes_all_of_them_once_also_after_a_day_away(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    file = find_paths().xapi_file
    file.parent.mkdir(parents=True)
    file.write_text(f"endpoint: {server.endpoint}\nbase: {BASE}\nuser: jit\npassword: desk\n")
    assert run(["xapi", "start", "--yes"]) == 0
    use(70)
    assert run(["xapi", "send"]) == 0
    assert "Sent: 70" in capsys.readouterr().out
    server.stop()
    use(60)
    assert run(["xapi", "send"]) == 0
    assert "Waiting: 60" in capsys.readouterr().out
    server.start()
    assert run(["xapi", "send"]) == 0
    assert len(server.kept()) == 130
    records = open_records(find_paths().records_file)
    records.history.remember("xapi-sent", "0")  # as if no answer had ever come
    records.close()
    assert run(["xapi", "send"]) == 0
    kept = server.kept()
    assert len(kept) == len(set(kept)) == 130


def test_a_report_is_read_from_the_server(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    file = find_paths().xapi_file
    file.parent.mkdir(parents=True)
    file.write_text(f"endpoint: {server.endpoint}\nbase: {BASE}\nuser: jit\npassword: desk\n")
    settings = read_settings(file)
    assert settings is not None
    store, now = RecordStore(settings), time.time()
    for n in range(30):
        done = {"result": "worked" if n % 3 else "fixed", "support": 3, "grade": "E2"}
        event = Event(Name.PERFORMED, now - n * 3_600, GUIDE, "1.0.0", 1, done, n + 1)  # type: ignore[arg-type]
        store.send(Writer(BASE, f"p-{n:08x}", GUIDES).statements([event]))
    assert run(["report", "--lrs", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    figures = next(m for m in told["metrics"] if m["id"] == "M4")["figures"]
    assert [f["value"] for f in figures] == [0.65, 0.35, 0.0]
