"""`jitdesk new`: every skeleton is clean to the strictest level, whatever it is called."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jitdesk.authoring.lint import Quality
from jitdesk.authoring.skeleton import skeleton
from jitdesk.cli.main import run
from jitdesk.guides.guide import GuideType
from jitdesk.library.checking import Check, check_path


@pytest.mark.parametrize("kind", list(GuideType))
@pytest.mark.parametrize("name", ["order-new-chairs", "Reisekosten", "2026 plan"])
def test_a_skeleton_is_clean(kind: GuideType, name: str, tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(skeleton(kind, name, today=date(2026, 11, 24)))
    check = Check(Quality.VALIDATED, today=date(2026, 11, 24))
    assert [str(p) for p in check_path(file, check)] == []


def test_new_writes_a_page_and_never_over_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JITDESK_HOME", str(tmp_path / "home"))
    path = tmp_path / "pack" / "guides" / "order-chairs"
    assert run(["new", "checklist", str(path)]) == 0
    assert "title: Order chairs" in path.with_suffix(".md").read_text()
    assert run(["new", "guide", str(path)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_the_owner_is_the_first_role_of_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JITDESK_HOME", str(tmp_path / "home"))
    (tmp_path / "site.yaml").write_text("roles:\n  it-desk: '{site:desk_mail}'\n")
    run(["new", "guide", str(tmp_path / "guides" / "a-page.md")])
    text = (tmp_path / "guides" / "a-page.md").read_text()
    assert 'owner: {role: it-desk, contact: "{site:desk_mail}"}' in text
