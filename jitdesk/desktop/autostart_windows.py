"""Autostart of Windows: a value under the person's Run key.

Written to the documented interface of `winreg`; not yet run on that system.
"""

from __future__ import annotations

import importlib
import subprocess
from typing import Any

from jitdesk.desktop.autostart import start_command
from jitdesk.errors import DesktopError

_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "JITDesk"


class WindowsAutostart:
    """Sets or deletes the value JITDesk of the Run key."""

    supported = True

    def __init__(self, registry: Any = None) -> None:  # noqa: ANN401  (winreg, absent elsewhere)
        """Take the registry module; tests bring a fake."""
        self._registry = registry or importlib.import_module("winreg")

    def is_on(self) -> bool:
        """Return whether the value exists."""
        reg = self._registry
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _KEY) as key:
                reg.QueryValueEx(key, _NAME)
        except OSError:
            return False
        return True

    def set_on(self, on: bool) -> None:
        """Set or delete the value."""
        reg = self._registry
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, _KEY, 0, reg.KEY_SET_VALUE) as key:
                if on:
                    command = subprocess.list2cmdline(start_command())
                    reg.SetValueEx(key, _NAME, 0, reg.REG_SZ, command)
                else:
                    reg.DeleteValue(key, _NAME)
        except FileNotFoundError:
            return
        except OSError as error:
            raise DesktopError(f"Starting at sign-in could not be changed ({error}).") from error
