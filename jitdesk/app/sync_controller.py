"""`SyncController`: packs and notices: what a sync does is said, once, in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTime, Signal

from jitdesk.services.sync import SyncOutcome, SyncService
from jitdesk.ui.notices import Notices
from jitdesk.ui.tray import Tray


class SyncController(QObject):
    """Sync service -> tray, popup and notices."""

    landed = Signal()
    """New or changed guides are installed and searchable."""

    def __init__(self, sync: SyncService, tray: Tray, notices: Notices) -> None:
        """Connect."""
        super().__init__()
        self._tray, self._notices = tray, notices
        sync.started.connect(lambda: tray.show_sync(self.tr("Looking for guides…"), running=True))
        sync.progressed.connect(self._progressed)
        sync.finished.connect(self._finished)
        tray.sync_wanted.connect(sync.sync_now)
        tray.cancel_wanted.connect(sync.cancel)

    def _progressed(self, what: str, done: int, total: int) -> None:
        count = f"{done} of {total}" if total else str(done)
        text = f"{what}: {count}"
        self._tray.show_sync(text, running=True)
        self._notices.status(text)

    def _finished(self, outcome: SyncOutcome) -> None:
        now = QTime.currentTime().toString("HH:mm")
        failed = [source for source in outcome.sources if source.get("state") not in _FINE]
        text = outcome.problem or self.tr("Up to date, {0}").format(now)
        if failed:
            text = str(failed[0].get("message") or failed[0].get("state"))
        self._tray.show_sync(text, running=False)
        self._notices.status("" if not failed else text)
        # Also without changes: the index may have been built anew.
        self.landed.emit()


_FINE = {"unchanged", "updated"}
