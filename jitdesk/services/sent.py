"""`SentService`: what this person sent or wants to send, off the GUI thread.

What lies on this computer is read in one thread; a file for a stick or a share is written by
a child process, because its folder may hang.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jitdesk.paths import Paths
from jitdesk.services.child import COMMAND, run_child
from jitdesk.services.emitting import emit, guarded
from jitdesk.services.worker import Job, Serial

if TYPE_CHECKING:
    from jitdesk.library.shelf import Shelf
    from jitdesk.loops.outbox import Outbox


class SentService(QObject):
    """Lists, hands over, takes back."""

    listed = Signal(object)
    """The `SentItem`s, the newest first."""
    mail_ready = Signal(str, str)
    """Id of a contribution, and the mailto link of it; "" = it is too long for one."""
    written = Signal(str)
    """The file that was handed over."""
    failed = Signal(str)

    def __init__(
        self, paths: Paths, open_shelf: Callable[[], Shelf], parent: QObject | None = None
    ) -> None:
        """Take where things lie."""
        super().__init__(parent)
        self._paths, self._open_shelf = paths, open_shelf
        self._shelf: Shelf | None = None
        self._near, self._far = Serial("sent"), Serial("sent-share")

    def ask(self) -> None:
        """Read everything; answered by `listed`."""
        self._do(self._list)

    def ask_mail(self, number: str) -> None:
        """Make a mail of a contribution; answered by `mail_ready`."""
        self._do(lambda: self._mail(number))

    def note_handed(self, number: str, note: str) -> None:
        """Remember that a contribution was handed over; then `listed`."""
        self._do(lambda: self._box().note_handed(number, note))
        self.ask()

    def write(self, number: str, file: str) -> None:
        """Write a contribution into a file for its author; answered by `written`."""
        self._far.submit(lambda: self._write(number, file))

    def take_back(self, number: str) -> None:
        """Forget what waits: it is never sent; then `listed`."""
        self._do(lambda: self._box().forget(number))
        self.ask()

    def close(self) -> None:
        """End; nobody waits for a share."""
        self._near.stop(1.0)
        self._far.stop()

    # -- in the threads ------------------------------------------------------------------

    def _do(self, job: Job) -> None:
        self._near.submit(guarded(job, self.failed))

    def _box(self) -> Outbox:
        from jitdesk.loops.outbox import Outbox  # noqa: PLC0415  (seldom)

        return Outbox(self._paths.loops)

    def _list(self) -> None:
        from jitdesk.loops.sent import sent_items  # noqa: PLC0415
        from jitdesk.xapi.sent_log import NAME, SentLog  # noqa: PLC0415

        box = self._box()
        records = SentLog(self._paths.loops / NAME).rows()
        emit(self.listed, tuple(sent_items(box.own(), box.board(), records)))

    def _mail(self, number: str) -> None:
        from jitdesk.loops.mail import mail_link  # noqa: PLC0415

        own = next((o.contribution for o in self._box().own() if o.contribution.id == number), None)
        if own is None:
            return
        emit(self.mail_ready, number, mail_link(own, self._contact(own.guide)))

    def _contact(self, guide: str) -> str:
        """Return how the owner of a guide is reached, as the author wrote it."""
        if not guide:
            return ""
        if self._shelf is None:
            self._shelf = self._open_shelf()
        found = self._shelf.guide(guide)
        owner = found.front.get("owner") if found is not None else None
        return str(owner.get("contact") or "") if isinstance(owner, dict) else ""

    def _write(self, number: str, file: str) -> None:
        text, code = run_child(("inbox", "hand-over", number, "--file", file), COMMAND)
        if code:
            emit(self.failed, text)
            return
        emit(self.written, file)
        self.ask()
