"""The foreground plug of Windows: documented calls of user32 and kernel32 through ctypes.

Not yet run on that system.
"""

from __future__ import annotations

import ctypes
from pathlib import PureWindowsPath
from typing import Any, Final

from jitdesk.desktop.foreground import ForegroundWindow
from jitdesk.errors import DesktopError

_QUERY_LIMITED: Final = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_LONGEST: Final = 1024


class _Rect(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_long) for name in ("left", "top", "right", "bottom"))


class WindowsForeground:
    """Asks the window manager of Windows."""

    name = "Windows"

    def __init__(self, user: Any = None, kernel: Any = None) -> None:  # noqa: ANN401  (DLLs)
        """Take the libraries; by default the system's own."""
        windll: Any = getattr(ctypes, "WinDLL", None)
        if user is None and windll is None:
            raise DesktopError("This is not Windows.")
        self._user = user or windll("user32")
        self._kernel = kernel or windll("kernel32")
        self._user.GetForegroundWindow.restype = ctypes.c_void_p
        self._kernel.OpenProcess.restype = ctypes.c_void_p

    def current(self) -> ForegroundWindow | None:
        """Return the window in front."""
        handle = self._user.GetForegroundWindow()
        if not handle:
            return None
        title = ctypes.create_unicode_buffer(_LONGEST)
        self._user.GetWindowTextW(ctypes.c_void_p(handle), title, _LONGEST)
        box = _Rect()
        found = self._user.GetWindowRect(ctypes.c_void_p(handle), ctypes.byref(box))
        size = (box.left, box.top, box.right - box.left, box.bottom - box.top)
        return ForegroundWindow(handle, self._app(handle), title.value, size if found else None)

    def activate(self, window_id: int, time: int = 0) -> None:
        """Give a window the foreground; allowed right after our hotkey."""
        self._user.SetForegroundWindow(ctypes.c_void_p(window_id))

    def pass_over(self, window_id: int) -> None:
        """Do nothing: a window that takes no focus is given none here."""

    def composited(self) -> bool:
        """Return True: Windows always composites since version 8."""
        return True

    def close(self) -> None:
        """Nothing is held."""

    def _app(self, handle: int) -> str:
        process = ctypes.c_ulong()
        self._user.GetWindowThreadProcessId(ctypes.c_void_p(handle), ctypes.byref(process))
        opened = self._kernel.OpenProcess(_QUERY_LIMITED, False, process.value)
        if not opened:
            return ""
        path, length = ctypes.create_unicode_buffer(_LONGEST), ctypes.c_ulong(_LONGEST)
        self._kernel.QueryFullProcessImageNameW(
            ctypes.c_void_p(opened), 0, path, ctypes.byref(length)
        )
        self._kernel.CloseHandle(ctypes.c_void_p(opened))
        return PureWindowsPath(path.value).stem.lower()
