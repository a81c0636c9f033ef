"""`InstanceService`: one running app for one person, and how others talk to it.

The first start listens on a local socket; a second start and `jitdesk toggle` write one
word to it and read one line back. A socket that nobody answers (the app was killed) is
taken over.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WORDS = frozenset({"toggle", "open", "state", "quit", "sync"})


class InstanceService(QObject):
    """Listens for the words of other starts."""

    asked = Signal(str)
    """One of: toggle, open, sync, quit."""

    def __init__(
        self, socket_name: str, describe: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """Take the name from `Paths.socket_name`, and what answers the word "state"."""
        super().__init__(parent)
        self._name = socket_name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._describe = describe

    def claim(self) -> bool:
        """Become the running app; False if another one answers already."""
        probe = QLocalSocket(self)
        probe.connectToServer(self._name)
        if probe.waitForConnected(200):
            probe.abort()
            return False
        if Path(self._name).is_absolute():
            Path(self._name).parent.mkdir(parents=True, exist_ok=True)
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening and remove the socket."""
        self._server.close()

    def _accept(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > 64:
                socket.abort()
            return
        word = bytes(socket.readLine().data()).decode("ascii", "replace").strip()
        if word not in _WORDS:
            socket.write(b"unknown\n")
        elif word == "state":
            socket.write(self._describe().encode() + b"\n")
        else:
            self.asked.emit(word)
            socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
