"""Links on Windows: a class of the person's own in the registry.

Written to the documented interface of `winreg` ("Registering an Application to a URI
Scheme"); not yet run on that system.
"""

from __future__ import annotations

import contextlib
import importlib
import subprocess
from typing import Any

from jitdesk.desktop.autostart import start_command

_CLASS = r"Software\Classes\jitdesk"


class WindowsLinks:
    """Sets the class jitdesk and its command."""

    supported = True

    def __init__(self, registry: Any = None) -> None:  # noqa: ANN401  (winreg, absent elsewhere)
        """Take the registry module; tests bring a fake."""
        self._registry = registry or importlib.import_module("winreg")

    def register(self) -> None:
        """Write the class; a registry that refuses leaves links to `jitdesk open`."""
        command = f'{subprocess.list2cmdline([*start_command(), "open"])} "%1"'
        with contextlib.suppress(OSError):
            self._set(_CLASS, {"": "URL:JITDesk", "URL Protocol": ""})
            self._set(rf"{_CLASS}\shell\open\command", {"": command})

    def _set(self, path: str, values: dict[str, str]) -> None:
        reg = self._registry
        with reg.CreateKey(reg.HKEY_CURRENT_USER, path) as key:
            for name, value in values.items():
                reg.SetValueEx(key, name, 0, reg.REG_SZ, value)
