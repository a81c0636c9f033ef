"""`Tray`: the icon and its menu. Works where a tray exists; nothing depends on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from jitdesk.models.browse import Branch, Menus
from jitdesk.ui.theme import Theme


class Tray(QObject):
    """Icon, menu, and the same menu for the popup's button where there is no tray."""

    search_wanted = Signal()
    guide_wanted = Signal(str)
    sync_wanted = Signal()
    cancel_wanted = Signal()
    write_wanted = Signal()
    record_wanted = Signal()
    inbox_wanted = Signal()
    report_wanted = Signal()
    capabilities_wanted = Signal()
    sharing_wanted = Signal()
    sent_wanted = Signal()
    data_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, icon: QIcon, theme: Theme) -> None:
        """Build the menu; `show` puts the icon into the tray, now or when one appears."""
        super().__init__()
        self._theme = theme
        self.menu = QMenu()
        self.menu.setAccessibleName("JITDesk")
        self._icon = QSystemTrayIcon(icon)
        self._icon.setContextMenu(self.menu)
        self._icon.setToolTip("JITDesk")
        self._icon.activated.connect(self._activated)
        self._running = False
        self._waiting: Menus | None = None
        self.menu.aboutToHide.connect(self._show_waiting, Qt.ConnectionType.QueuedConnection)
        self._search = self._action(self.tr("Search"), self.search_wanted)
        self.menu.addSeparator()
        self._situation = self.menu.addMenu(self.tr("Browse by situation"))
        self._pack = self.menu.addMenu(self.tr("Browse by pack"))
        self._going_on = self.menu.addMenu(self.tr("Continue"))
        self._recent = self.menu.addMenu(self.tr("Recent"))
        self._changed = self.menu.addMenu(self.tr("Changed this month"))
        self.menu.addSeparator()
        self._sync = self._action(self.tr("Sync now"), self._sync_clicked)
        self._state = self.menu.addAction("")
        self._state.setEnabled(False)
        self._state.setVisible(False)
        self._add_rest()
        theme.changed.connect(self.restyle)
        self.restyle()

    @staticmethod
    def available() -> bool:
        """Return whether this desktop shows a tray at this moment."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Show the icon; on X11 it also appears when a tray starts later."""
        self._icon.show()

    def hide(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    def tell(self, title: str, text: str) -> None:
        """Show a message bubble, if the desktop has them."""
        if self._icon.isVisible() and self._icon.supportsMessages():
            self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information, 8000)

    def show_menus(self, menus: Menus) -> None:
        """Fill the sub-menus; while the menu is open it does not change under the hand."""
        if self.menu.isVisible():
            self._waiting = menus
            return
        for menu, branches in (
            (self._situation, menus.by_situation),
            (self._pack, menus.by_pack),
            (self._going_on, menus.going_on),
            (self._recent, menus.recent),
            (self._changed, menus.changed),
        ):
            menu.clear()
            self._fill(menu, branches)
            menu.menuAction().setVisible(bool(branches))

    def _show_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_menus(waiting)

    def show_sharing(self, wanted: bool) -> None:
        """Offer sharing where the organisation has set it up."""
        self._sharing.setVisible(wanted)

    def show_hotkey(self, chord: str) -> None:
        """Name the live hotkey in the menu and the tool tip, or that there is none."""
        name = self.tr("Search")
        self._search.setText(f"{name}\t{chord}" if chord else name)
        tip = self.tr("JITDesk: press {0}").format(chord) if chord else "JITDesk"
        self._icon.setToolTip(tip)

    def show_sync(self, state: str, *, running: bool) -> None:
        """Say what the sync does or did."""
        self._state.setText(state)
        self._state.setVisible(bool(state))
        self._sync.setText(self.tr("Stop looking for guides") if running else self.tr("Sync now"))
        self._running = running

    def pop_up(self, place: QPoint) -> None:
        """Open the menu at a point: the way in without a tray."""
        self.menu.popup(place)

    def restyle(self) -> None:
        """Take colours and fonts from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.menu.setPalette(theme.palette())
        self.menu.setFont(theme.font(13))
        self.menu.setStyleSheet(
            f"QMenu {{ background: {tokens.ground}; color: {tokens.text};"
            f" border: 1px solid {tokens.line}; padding: 6px; }}"
            "QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }"
            f"QMenu::item:selected {{ background: {tokens.selected}; }}"
            f"QMenu::item:disabled {{ color: {tokens.muted}; }}"
            f"QMenu::separator {{ height: 1px; background: {tokens.line}; margin: 6px 4px; }}"
        )
        for action, name in self._icons:
            action.setIcon(theme.icon(name, "muted", 16))

    def _add_rest(self) -> None:
        self.menu.addSeparator()
        write = self._action(self.tr("Write a guide…"), self.write_wanted)
        record = self._action(self.tr("Record a guide…"), self.record_wanted)
        inbox = self._action(self.tr("Inbox…"), self.inbox_wanted)
        report = self._action(self.tr("Report…"), self.report_wanted)
        can = self._action(self.tr("What I can do…"), self.capabilities_wanted)
        data = self._action(self.tr("My data…"), self.data_wanted)
        sent = self._action(self.tr("What I sent…"), self.sent_wanted)
        self._sharing = self._action(self.tr("Sharing…"), self.sharing_wanted)
        self._sharing.setVisible(False)
        settings = self._action(self.tr("Settings…"), self.settings_wanted)
        leave = self._action(self.tr("Quit JITDesk"), self.quit_wanted)
        self._icons: Sequence[tuple[QAction, str]] = (
            (self._search, "search"),
            (self._situation.menuAction(), "lightbulb"),
            (self._pack.menuAction(), "package"),
            (self._going_on.menuAction(), "play"),
            (self._recent.menuAction(), "history"),
            (self._changed.menuAction(), "git-branch"),
            (self._sync, "refresh-cw"),
            (write, "file-text"),
            (record, "circle-dot"),
            (inbox, "folder"),
            (report, "list-checks"),
            (can, "circle-check"),
            (data, "info"),
            (sent, "arrow-up"),
            (self._sharing, "package"),
            (settings, "settings"),
            (leave, "power"),
        )
        self.show_menus(Menus())

    def _action(self, text: str, slot: SignalInstance | Callable[[], None]) -> QAction:
        action = self.menu.addAction(text)
        action.triggered.connect(slot)
        return action

    def _fill(self, menu: QMenu, branches: Sequence[Branch]) -> None:
        menu.setStyleSheet(self.menu.styleSheet())
        for branch in branches:
            if branch.children:
                self._fill(menu.addMenu(branch.label), branch.children)
            elif branch.key:
                action = menu.addAction(branch.label)
                action.triggered.connect(
                    lambda _=False, key=branch.key: self.guide_wanted.emit(key)
                )
            else:
                menu.addAction(branch.label).triggered.connect(self.search_wanted)

    def _sync_clicked(self) -> None:
        (self.cancel_wanted if self._running else self.sync_wanted).emit()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        kinds = QSystemTrayIcon.ActivationReason
        if reason in {kinds.Trigger, kinds.DoubleClick}:
            self.search_wanted.emit()
