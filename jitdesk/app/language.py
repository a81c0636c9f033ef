"""The language of JITDesk itself: Qt translators from the files that ship.

English is in the source; another language is one file, ``jitdesk_<language>.qm`` in
``resources/translations``, made with Qt's own tools (lupdate, lrelease).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator


class Language:
    """Installs the translator of a language, and takes the one before away."""

    def __init__(self, directory: Path) -> None:
        """Take the directory of the translations."""
        self._directory = directory
        self._translator: QTranslator | None = None

    def apply(self, choice: str) -> bool:
        """Use a language ("system" = the desktop's); return whether one was found for it."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        locale = QLocale.system() if choice == "system" else QLocale(choice)
        translator = QTranslator()
        if not translator.load(locale, "jitdesk", "_", str(self._directory)):
            return False
        self._translator = translator
        return QCoreApplication.installTranslator(translator)
