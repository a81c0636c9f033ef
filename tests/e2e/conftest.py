"""One X session for the folder; a picture of the screen when a test fails."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.spoken import missing_speech, spoken_session
from tests.support.x_session import App, Editor, XSession, missing_tools

FAILED = Path("build/e2e-failed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/e2e/" in str(item.path):
            item.add_marker(pytest.mark.display)


@pytest.fixture(scope="session")
def x_session() -> Iterator[XSession]:
    if missing := missing_tools():
        pytest.skip(f"not installed: {', '.join(missing)}; run `make test`, which installs them")
    session = XSession().start()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def spoken() -> Iterator[XSession]:
    """A session of the module's own, with an accessibility bus."""
    if missing := missing_speech():
        pytest.skip(f"not installed: {', '.join(missing)}")
    with spoken_session() as session:
        yield session


@pytest.fixture(scope="session")
def ready_home(tmp_path_factory: pytest.TempPathFactory, x_session: XSession) -> Path:
    """A home in which the shipped packs are synced and searchable; copy it, do not use it."""
    home = tmp_path_factory.mktemp("ready")
    done = App(x_session, home).command("sync")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def app(
    x_session: XSession, ready_home: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[App]:
    home = tmp_path / "home"
    shutil.copytree(ready_home, home)
    running = App(x_session, home).start()
    yield running
    if request.node.stash.get(_FAILED, False):
        x_session.picture(FAILED / f"{request.node.name}.png")
    said = running.stop()
    assert said == "", said


@pytest.fixture
def editor(x_session: XSession, tmp_path: Path) -> Iterator[Editor]:
    opened = Editor(x_session, tmp_path / "typed").open()
    yield opened
    opened.close()


_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report
