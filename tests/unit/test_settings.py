"""Settings files as people and organisations leave them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jitdesk.declared import SETTINGS
from jitdesk.errors import SettingsError
from jitdesk.settings import Settings, load, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.yaml"


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = load(file)
    assert settings.problems == ()
    assert settings.text("hotkey") == "Ctrl+Alt+Space"


def test_what_is_saved_is_read_again_and_only_what_differs_is_written(file: Path) -> None:
    save(Settings().changed("theme", "dark").changed("text_size", 100), file)
    assert file.read_text() == "theme: dark\n"
    assert load(file).text("theme") == "dark"


@pytest.mark.parametrize(
    ("line", "name"),
    [("theme: pink", "theme"), ("text_size: 9000", "text_size"), ("text_size: yes", "text_size"),
     ("autostart: 3", "autostart"), ("hotkey: 5", "hotkey"), ("sync_minutes: soon", "sync_minutes"),
     ("colour: red", "colour"), ("theme: [dark]", "theme"), ("theme: null", "theme")],
)  # fmt: skip
def test_a_wrong_value_is_told_with_its_line_and_the_rest_holds(
    file: Path, line: str, name: str
) -> None:
    settings = load(write(file, f"remember_use: false\n{line}\n"))
    assert not settings.switch("remember_use")
    (problem,) = settings.problems
    assert (problem.line, name in problem.message) == (2, True)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n", "a: [1\n", "\tx: 1\n", "5\n"])
def test_a_file_that_is_no_list_of_names_gives_the_defaults_and_says_so(
    file: Path, text: str
) -> None:
    settings = load(write(file, text))
    assert settings.problems
    assert settings.text("theme") == "system"


def test_a_file_in_another_encoding_is_told(file: Path) -> None:
    write(file, "").write_bytes(b"theme: d\xe4rk\n")
    assert load(file).problems


def test_a_policy_fixes_a_value_and_stays_out_of_the_persons_file(
    file: Path, tmp_path: Path
) -> None:
    policy = write(tmp_path / "site" / "policy.yaml", "theme: dark\n")
    settings = load(write(file, "theme: light\n"), policy)
    assert settings.text("theme") == "dark"
    with pytest.raises(SettingsError, match="set by your organisation"):
        settings.changed("theme", "light")
    save(settings.changed("text_size", 120), file)
    assert file.read_text() == "text_size: 120\n"


def test_a_value_that_does_not_fit_is_refused_in_a_sentence() -> None:
    with pytest.raises(SettingsError, match="must lie between 80 and 250"):
        Settings().changed("text_size", 10)
    with pytest.raises(SettingsError, match="no setting called"):
        Settings().changed("colour", "red")


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    with pytest.raises(SettingsError, match="could not be saved"):
        save(Settings().changed("theme", "dark"), tmp_path / "config" / "settings.yaml")


def test_every_declaration_is_complete() -> None:
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.label
        assert setting.help.endswith(".")
        assert not setting.problem_with(setting.default)


def test_a_policy_makes_privacy_stricter_and_never_looser(tmp_path: Path) -> None:
    policy = tmp_path / "policy.yaml"
    policy.write_text("keep_history: false\nremember_use: true\n")
    settings = load(tmp_path / "none.yaml", policy)
    assert settings.locked == frozenset({"keep_history"})
    assert settings.switch("keep_history") is False
    assert "stricter here, not looser" in str(settings.problems[0])
