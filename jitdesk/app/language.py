"""The language of JITDesk itself: Qt translators from the files that ship.

English is in the source; another language is one file, ``jitdesk_<language>.qm`` in
``resources/translations``, made with Qt's own tools (lupdate, lrelease).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def language_code() -> str:
    """Return the language of the person's choice or desktop, two letters; "" = none is set."""
    code = QLocale().name().partition("_")[0]
    return "" if code == "C" else code


class Language:
    """Installs the translator of a language, and takes the one before away."""

    def __init__(self, directory: Path) -> None:
        """Take the directory of the translations."""
        self._directory = directory
        self._translators: list[QTranslator] = []

    def apply(self, choice: str) -> bool:
        """Use a language ("system" = the desktop's); return whether one was found for it."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators.clear()
        locale = QLocale.system() if choice == "system" else QLocale(choice)
        QLocale.setDefault(locale)
        # A desktop's list may name German second; who reads English first gets the source.
        first = next(iter(locale.uiLanguages()), "en")
        if first.startswith("en") or not self._load(f"jitdesk_{first[:2]}", str(self._directory)):
            return False
        own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"qtbase_{first[:2]}", own)  # Qt's own buttons and file dialogs
        return True

    def _load(self, name: str, directory: str) -> bool:
        translator = QTranslator()
        if not translator.load(name, directory):
            return False
        self._translators.append(translator)
        return QCoreApplication.installTranslator(translator)
