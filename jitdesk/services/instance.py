"""`InstanceService`: one running app for one person, and how others talk to it.

The first start holds the door; a second start and `jitdesk toggle` say one word at it and
read one line back. Four words are wishes, "state" asks what the app says of itself, and
"link ADDRESS" follows a link, if it is one of ours (`jitdesk.guides.deep_link`), "offer KEY"
asks the person whether to start a checklist.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from jitdesk.guides.deep_link import read_link
from jitdesk.services.door import make_door

_LINK = "link "
_OFFER = "offer "
_WISHES = frozenset({"toggle", "open", "quit", "sync"})


class InstanceService(QObject):
    """Listens for the words of other starts."""

    asked = Signal(str)
    """One of: toggle, open, sync, quit."""

    linked = Signal(object)
    """A `DeepLink` to follow."""
    offered = Signal(str)
    """The key of a checklist that an assistant offers."""

    def __init__(
        self, socket_name: str, describe: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """Take the name from `Paths.socket_name`, and what answers the word "state"."""
        super().__init__(parent)
        self._describe = describe
        self._door = make_door(socket_name, self._answer, self)

    def claim(self) -> bool:
        """Become the running app; False if another one answers already."""
        return self._door.open()

    def close(self) -> None:
        """Stop listening."""
        self._door.close()

    def _answer(self, word: str) -> str:
        if word == "state":
            return self._describe()
        if word.startswith(_LINK):
            return self._follow(word.removeprefix(_LINK))
        if word.startswith(_OFFER):
            self.offered.emit(word.removeprefix(_OFFER))
            return "ok"
        if word not in _WISHES:
            return "unknown"
        self.asked.emit(word)
        return "ok"

    def _follow(self, address: str) -> str:
        link = read_link(address)
        if link is None:
            return "unknown"
        self.linked.emit(link)
        return "ok"
