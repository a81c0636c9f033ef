"""The door of Windows: a named pipe by Qt's local server. Not yet run on that system."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from jitdesk.services.door import Answer


class PipeDoor(QObject):
    """A named pipe that only its owner may use."""

    def __init__(self, name: str, answer: Answer, parent: QObject | None = None) -> None:
        """Take the pipe's name."""
        super().__init__(parent)
        self._name, self._answer = name, answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)

    def open(self) -> bool:
        """Take the door; False if somebody answers behind it already."""
        probe = QLocalSocket(self)
        probe.connectToServer(self._name)
        if probe.waitForConnected(200):
            probe.abort()
            return False
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _let_in(self) -> None:
        visitor = self._server.nextPendingConnection()
        visitor.readyRead.connect(lambda: self._serve(visitor))
        visitor.disconnected.connect(visitor.deleteLater)

    def _serve(self, visitor: QLocalSocket) -> None:
        if visitor.canReadLine():
            word = bytes(visitor.readLine().data()).decode("ascii", "replace").strip()
            visitor.write(self._answer(word).encode() + b"\n")
            visitor.flush()
            visitor.disconnectFromServer()
