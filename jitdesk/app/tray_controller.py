"""`TrayController`: tray menu, browsing by situation and by pack."""

from __future__ import annotations

from PySide6.QtCore import QObject

from jitdesk.models.browse import Menus
from jitdesk.services.reading import ReadingService
from jitdesk.ui.tray import Tray


class TrayController(QObject):
    """Fills the menus whenever what they list has changed."""

    def __init__(self, tray: Tray, reading: ReadingService) -> None:
        """Connect; the menus are computed off the GUI thread."""
        super().__init__()
        self._tray, self._reading = tray, reading
        reading.menus_ready.connect(self._show)

    def refresh(self) -> None:
        """Ask for the menus of what is installed now."""
        self._reading.ask_menus()

    def _show(self, menus: Menus) -> None:
        self._tray.show_menus(menus)
