"""`SentController`: "What I sent" <-> the sent service; mail and file hand-over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from jitdesk.services.sent import SentService
from jitdesk.ui.learning.sent_window import SentWindow
from jitdesk.ui.theme import Theme


class SentController(QObject):
    """Nothing is handed over but by the person's own mail program or into their own file."""

    def __init__(self, sent: SentService, theme: Theme) -> None:
        """Build the window; it is wanted now."""
        super().__init__()
        self._sent, self._window = sent, SentWindow(theme)
        window = self._window
        window.mail_wanted.connect(sent.ask_mail)
        window.file_wanted.connect(self._choose_file)
        window.back_wanted.connect(self._take_back)
        sent.listed.connect(window.show_items)
        sent.mail_ready.connect(self._mail)
        sent.written.connect(self._written)
        sent.failed.connect(window.say)

    def open(self) -> None:
        """Show the window with what there is now."""
        self._sent.ask()
        self._window.say("")
        self._window.open_window()

    def _mail(self, number: str, link: str) -> None:
        if not link:
            self._window.say(self.tr("It is too long for a mail link; save it as a file instead."))
        elif QDesktopServices.openUrl(QUrl(link)):
            today = date.today().isoformat()  # noqa: DTZ011  (the person's day)
            self._sent.note_handed(number, f"mail, {today}")
            self._window.say(self.tr("Your mail program has it; send it there."))
        else:
            self._window.say(self.tr("There is no mail program; save it as a file instead."))

    def _choose_file(self, number: str) -> None:
        start = str(Path.home() / f"jitdesk-{number[:8]}.json")
        title = self.tr("Save for the author")
        name, _ = QFileDialog.getSaveFileName(self._window, title, start, "*.json")
        if name:
            self._sent.write(number, name)

    def _written(self, file: str) -> None:
        self._window.say(self.tr("Written to {0}; give it to an author.").format(file))

    def _take_back(self, number: str) -> None:
        self._sent.take_back(number)
        self._window.say(self.tr("Taken back; it is not sent."))
