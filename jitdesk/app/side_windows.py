"""`SideWindows`: the windows beside the daily work, each built when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from jitdesk.app.application import Application
    from jitdesk.app.capability_controller import CapabilityController
    from jitdesk.app.data_controller import DataController
    from jitdesk.app.inbox_controller import InboxController
    from jitdesk.app.report_controller import ReportController
    from jitdesk.app.sent_controller import SentController
    from jitdesk.app.sharing_controller import SharingController
    from jitdesk.services.learning import LearningService
    from jitdesk.services.loops import LoopsService
    from jitdesk.services.sent import SentService
    from jitdesk.services.sharing import SharingService


class SideWindows(QObject):
    """Inbox, report, "What I can do", "My data", "What I sent", sharing."""

    write_wanted = Signal(str)
    """A file to go on writing."""
    changed = Signal()
    """A page or a board was written: it should be synced."""

    def __init__(
        self,
        core: Application,
        learning: LearningService,
        loops: LoopsService,
        sharing: SharingService,
    ) -> None:
        """Take what the windows show."""
        super().__init__(core)
        self._core, self._learning, self._loops = core, learning, loops
        self._sharing_service = sharing
        self._inbox: InboxController | None = None
        self._report: ReportController | None = None
        self._can: CapabilityController | None = None
        self._data: DataController | None = None
        self._sharing: SharingController | None = None
        self._sent: SentController | None = None
        self._sent_service: SentService | None = None

    def close(self) -> None:
        """End what they began."""
        if self._sent_service is not None:
            self._sent_service.close()

    def inbox(self) -> None:
        """Open the author's inbox."""
        if self._inbox is None:
            from jitdesk.app.inbox_controller import InboxController  # noqa: PLC0415  (seldom)

            self._inbox = InboxController(self._loops, self._core.theme)
            self._inbox.write_wanted.connect(self.write_wanted)
            self._inbox.changed.connect(self.changed)
        self._inbox.open()

    def report(self) -> None:
        """Open the report."""
        if self._report is None:
            from jitdesk.app.report_controller import ReportController  # noqa: PLC0415
            from jitdesk.services.report import ReportService  # noqa: PLC0415

            self._report = ReportController(ReportService(parent=self), self._core.theme)
        self._report.open()

    def capabilities(self) -> None:
        """Open "What I can do"."""
        if self._can is None:
            from jitdesk.app.capability_controller import CapabilityController  # noqa: PLC0415

            self._can = CapabilityController(self._learning, self._core.theme)
        self._can.open()

    def data(self) -> None:
        """Open "My data"."""
        if self._data is None:
            from jitdesk.app.data_controller import DataController  # noqa: PLC0415

            self._data = DataController(self._learning, self._core.theme)
        self._data.open()

    def sharing(self) -> None:
        """Open the sharing window."""
        if self._sharing is None:
            from jitdesk.app.sharing_controller import SharingController  # noqa: PLC0415

            self._sharing = SharingController(self._sharing_service, self._core.theme)
        self._sharing.open()

    def sent(self) -> None:
        """Open "What I sent"."""
        if self._sent is None:
            from jitdesk.app.sent_controller import SentController  # noqa: PLC0415
            from jitdesk.services.sent import SentService  # noqa: PLC0415

            core = self._core
            self._sent_service = SentService(core.paths, core.open_shelf, self)
            self._sent = SentController(self._sent_service, core.theme)
        self._sent.open()
