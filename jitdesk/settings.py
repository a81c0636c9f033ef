"""The values of the settings: the defaults, the person's file, the organisation's policy.

They are declared in `jitdesk.declared`; the file is checked against that. `Settings` is an
immutable value: a change makes a new one, so it can cross threads. A policy file of the
organisation may fix values; what is fixed is `locked`. A value that the file has wrong falls
back to its default and is told as a `Problem`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jitdesk.declared import BY_NAME, Value
from jitdesk.errors import Level, Problem, SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force: defaults, then the person's file, then the policy.

    Attributes:
        values: every declared name with its value.
        locked: names that the policy fixes; the dialog shows them as set by the organisation.
        problems: what was wrong in the files.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def text(self, name: str) -> str:
        """Return a CHORD, a CHOICE or a TEXT."""
        return str(self.values.get(name, BY_NAME[name].default))

    def number(self, name: str) -> int:
        """Return a NUMBER."""
        return int(self.values.get(name, BY_NAME[name].default))

    def switch(self, name: str) -> bool:
        """Return a SWITCH."""
        return bool(self.values.get(name, BY_NAME[name].default))

    def changed(self, name: str, value: Value) -> Settings:
        """Return these settings with one value changed.

        Raises:
            SettingsError: the name is unknown, locked, or the value does not fit.
        """
        setting = BY_NAME.get(name)
        if setting is None:
            raise SettingsError(f"There is no setting called “{name}”.")
        if name in self.locked:
            raise SettingsError(f"“{setting.label}” is set by your organisation.")
        if wrong := setting.problem_with(value):
            raise SettingsError(f"“{setting.label}” {wrong}.")
        return Settings({**self.values, name: value}, self.locked, self.problems)


def load(file: Path, policy: Path | None = None) -> Settings:
    """Read the person's settings and the policy; never fails: what is wrong is a problem."""
    values, problems = _read(file)
    fixed: dict[str, Value] = {}
    if policy is not None:
        fixed, more = _tightened(policy, *_read(policy))
        problems = [*problems, *more]
    return Settings({**values, **fixed}, frozenset(fixed), tuple(problems))


def save(settings: Settings, file: Path) -> None:
    """Write what differs from the defaults; a locked value stays out of the person's file.

    Raises:
        SettingsError: the file cannot be written; what was there is untouched.
    """
    # Late, here and below: most starts have nothing to parse, and PyYAML costs 20 ms.
    from jitdesk.fileio import write_atomic  # noqa: PLC0415
    from jitdesk.yamlio import dump_yaml  # noqa: PLC0415

    own = {
        name: value
        for name, value in settings.values.items()
        if name not in settings.locked and value != BY_NAME[name].default
    }
    try:
        write_atomic(file, dump_yaml(own) if own else "")
    except OSError as error:
        raise SettingsError(
            f"The settings could not be saved in {file}: {error.strerror}. "
            "They hold until JITDesk is closed."
        ) from error


def _read(file: Path) -> tuple[dict[str, Value], list[Problem]]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, []
    except (OSError, UnicodeDecodeError) as error:
        return {}, [_problem(file, 0, f"The file cannot be read ({error}).")]
    if not text.strip():
        return {}, []
    from jitdesk.yamlio import load_yaml  # noqa: PLC0415  (see `save`)

    document = load_yaml(text)
    problems = [_problem(file, found.line, found.message) for found in document.problems]
    if document.value is None:
        return {}, problems
    if not isinstance(document.value, dict):
        return {}, [_problem(file, 1, "The file is not a list of names and values.")]
    values: dict[str, Value] = {}
    for name, value in document.value.items():
        if sentence := _wrong(name, value):
            problems.append(_problem(file, document.lines.get((name,), 0), sentence))
        else:
            values[name] = value
    return values, problems


def _tightened(
    file: Path, fixed: dict[str, Value], problems: list[Problem]
) -> tuple[dict[str, Value], list[Problem]]:
    """Leave out what would make a setting of privacy less private than the person chose."""
    kept: dict[str, Value] = {}
    for name, value in fixed.items():
        private = BY_NAME[name].private
        if private is None or value == private:
            kept[name] = value
        else:
            text = f"“{name}” can be made stricter here, not looser; it is ignored."
            problems = [*problems, _problem(file, 0, text)]
    return kept, problems


def _wrong(name: Any, value: Any) -> str:  # noqa: ANN401  (whatever the file holds)
    setting = BY_NAME.get(name) if isinstance(name, str) else None
    if setting is None:
        return f"There is no setting called “{name}”; it is ignored."
    wrong = setting.problem_with(value)
    return f"“{name}” {wrong}; {setting.default} is used." if wrong else ""


def _problem(file: Path, line: int, message: str) -> Problem:
    return Problem(str(file), line, "settings", Level.WARNING, message)
