"""`SearchPopup`: the window that the hotkey opens over whatever you are doing.

It is built and warmed once and then only moved, shown and hidden. It shows what it is told
to show and emits what the person did; which answer belongs to which text is the
controller's business.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jitdesk.models.hit_list import HitListModel, spoken
from jitdesk.search.hit import Hit
from jitdesk.ui.popup.hit_delegate import HitDelegate
from jitdesk.ui.popup.query_edit import QueryEdit
from jitdesk.ui.stylesheets import browser_style, scrollbar_style
from jitdesk.ui.theme import RADIUS, SPACE, Theme
from jitdesk.ui.widgets.safe_browser import SafeBrowser
from jitdesk.ui.widgets.speech import announce

TITLE: Final = "JITDesk search"
_SIZE: Final = QSize(820, 520)


class SearchPopup(QDialog):
    """Search field, rows, preview and a line of hints."""

    query_edited = Signal(str)
    entered = Signal()
    """Enter: open the selected row once the answer belongs to the text on the screen."""
    row_opened = Signal(int)
    """A row was clicked or opened by its number."""
    row_selected = Signal(object)
    """The selected `Hit`, or None."""
    dismissed = Signal()
    """Esc: hide and give the focus back."""
    left = Signal()
    """Another window took the focus: hide and leave the focus where it went."""
    menu_wanted = Signal()

    def __init__(self, model: HitListModel, theme: Theme) -> None:
        """Build everything; nothing is built later."""
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Tool | flags)
        self._theme = theme
        self._model = model
        self.hold_open = False
        """True while our own menu is open: losing the focus to it is not leaving."""
        self._ratio = 0.0
        self._was_active = False
        self._place = QRect(QPoint(0, 0), _SIZE)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.edit = QueryEdit()
        self.list = QListView()
        self.preview = SafeBrowser()
        self.status = QLabel()
        self._hints = QLabel()
        self._glass = QLabel()
        self._menu = QToolButton()
        self._delegate = HitDelegate(theme, self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self.restyle)
        self.restyle()

    # -- what the controller calls -------------------------------------------------------

    def wanted_size(self) -> QSize:
        """Return the size it would like to have, with the person's text size."""
        return QSize(self._theme.px(_SIZE.width()), self._theme.px(_SIZE.height()))

    def open_at(self, place: QRect) -> None:
        """Show at `place` with the text selected, so that typing replaces it."""
        self._was_active = self.isVisible() and self.isActiveWindow()  # no event will tell
        self._place = place
        self._move_there()
        if self.devicePixelRatioF() != self._ratio:
            self._ratio = self.devicePixelRatioF()
            self._delegate.forget()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show()

    def got_focus(self) -> bool:
        """Tell whether it had the focus since it was opened last.

        Hidden and shown again in one turn, it never lost the focus in the eyes of the system, and
        no event tells that it has it.
        """
        return self._was_active or self.windowHandle() == QGuiApplication.focusWindow()

    def show_hits(self, hits: tuple[Hit, ...], *, keep_row: bool = False) -> None:
        """Replace the rows and select the first one (or keep the row the person is on)."""
        row = self.list.currentIndex().row() if keep_row else 0
        self._model.show(hits)
        self.select(max(0, min(row, len(hits) - 1)))
        if not hits:
            self.row_selected.emit(None)

    def select(self, row: int) -> None:
        """Select a row; telling the preview even when the row number stays the same."""
        index = self._model.index(row)
        if not index.isValid():
            return
        if self.list.currentIndex() == index:
            self.row_selected.emit(self._model.hit(row))
        else:
            self.list.setCurrentIndex(index)

    def selected(self) -> Hit | None:
        """Return the hit of the selected row."""
        return self._model.hit(self.list.currentIndex().row())

    def show_preview(self, html: str) -> None:
        """Show the first steps of the selected guide."""
        self.preview.setHtml(html)

    def show_status(self, text: str) -> None:
        """Say one short thing at the lower left."""
        self.status.setText(text)

    def add_foot(self, widget: QWidget) -> None:
        """Add a row between the results and the line of hints."""
        self._outer.insertWidget(3, widget)

    def clear(self) -> None:
        """Empty the field without telling anyone."""
        blocked = self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(blocked)

    def set_round(self, composited: bool) -> None:
        """Round the corners where the desktop composites; black corners are worse than none."""
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, composited)

    def menu_corner(self) -> QPoint:
        """Return where the menu of the button opens."""
        return self._place.topLeft() + self._menu.mapTo(self, QPoint(0, self._menu.height()))

    # -- what Qt calls -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Notice that another window took the focus."""
        if event.type() == QEvent.Type.WindowActivate:
            self._was_active = True
            self._move_there()
        leaves = event.type() == QEvent.Type.WindowDeactivate
        if leaves and self.isVisible() and not self.hold_open:
            self.left.emit()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep typing going to the field while the preview or list has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._preview_key(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; QDialog's own Enter must not."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Treat every way of closing a dialog as Esc."""
        self.dismissed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground with a rounded or square border."""
        painter = QPainter(self)
        ground, line = self._theme.color("ground"), QPen(self._theme.color("line"), 1)
        if not self.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground):
            painter.fillRect(event.rect(), ground)
            painter.setPen(line)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(line)
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS * 1.5, RADIUS * 1.5)

    # -- building ------------------------------------------------------------------------

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme = self._theme
        self.setPalette(theme.palette())
        self.edit.setFont(theme.font(20))
        self.edit.setPalette(theme.palette())
        self._glass.setPixmap(theme.pixmap("search", "muted", theme.px(20)))
        self._menu.setIcon(theme.icon("ellipsis", "muted"))
        self._menu.setStyleSheet(
            f"QToolButton {{ border: none; border-radius: 6px; padding: {SPACE // 2}px; }}"
            f"QToolButton:hover, QToolButton:focus {{ background: {theme.tokens.selected}; }}"
        )
        for label in (self.status, self._hints):
            label.setFont(theme.font(12))
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hints.setText(self.tr("↵ Open    Tab Preview    Ctrl+1…8    F10 Menu    Esc Close"))
        self.preview.setFont(theme.font(13))
        self.preview.setStyleSheet(browser_style(theme, "raised"))
        self.list.verticalScrollBar().setStyleSheet(scrollbar_style(theme))
        self._delegate.forget()
        self.list.doItemsLayout()
        self.preview.setFixedWidth(theme.px(316))
        self.resize(self.wanted_size())
        self.update()

    def _lay_out(self) -> None:
        # No style sheets here and in the list: they paint at a third of the speed.
        self.edit.setFrame(False)
        self.edit.setPlaceholderText(self.tr("What do you need to do?"))
        self.edit.setAccessibleName(self.tr("Search guides"))
        self._set_up_list()
        self.preview.setAccessibleName(self.tr("Preview"))
        self.preview.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._menu.setAccessibleName(self.tr("JITDesk menu"))
        self._menu.setToolTip(self.tr("JITDesk menu (F10)"))
        self._menu.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy.Policy
        self.status.setSizePolicy(policy.Ignored, policy.Preferred)
        top = _row(2 * SPACE, SPACE + 4, self._glass, self.edit, self._menu)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.preview)
        bottom = _row(2 * SPACE, SPACE // 2 + 2, self.status, self._hints)
        bottom.setStretch(0, 1)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        for part in (top, self._rule(), middle, self._rule(), bottom):
            outer.addWidget(part) if isinstance(part, QWidget) else outer.addLayout(part)
        outer.setStretch(2, 1)

    def _set_up_list(self) -> None:
        self.list.setModel(self._model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(self.tr("Results"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setViewportMargins(0, SPACE // 2, 0, SPACE // 2)

    def _rule(self) -> QWidget:
        line = QFrame()
        line.setFixedHeight(1)
        line.setAutoFillBackground(True)
        line.setBackgroundRole(self.palette().ColorRole.Mid)
        return line

    def _connect(self) -> None:
        self.edit.textChanged.connect(self.query_edited)
        self.edit.entered.connect(self.entered)
        self.edit.moved.connect(self._move)
        self.edit.numbered.connect(self.row_opened)
        self.edit.control_held.connect(self._number_rows)
        self.edit.preview_wanted.connect(self.preview.setFocus)
        self.list.clicked.connect(lambda index: self.row_opened.emit(index.row()))
        self.list.selectionModel().currentChanged.connect(self._row_changed)
        self._menu.clicked.connect(self.menu_wanted)
        self.edit.menu_wanted.connect(self.menu_wanted)
        self.preview.installEventFilter(self)

    def _move_there(self) -> None:
        # Some window managers frame a window before they move it, and Qt may keep the place
        # of that moment; menus and input methods would then open elsewhere.
        if self.geometry() != self._place:
            self.setGeometry(self._place)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        hit = self._model.hit(current.row())
        self.row_selected.emit(hit)
        # The focus stays in the field while the arrows move through the rows.
        announce(self.list, spoken(hit) if hit is not None else "")

    def _move(self, rows: int) -> None:
        last = self._model.rowCount() - 1
        current = self.list.currentIndex().row()
        if abs(rows) == 1 and last >= 0:
            self.select((current + rows) % (last + 1))
        elif last >= 0:
            self.select(max(0, min(current + rows, last)))

    def _number_rows(self, shown: bool) -> None:
        self._delegate.show_numbers = shown
        self.list.viewport().update()

    def _preview_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left}:
            self.edit.setFocus()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            self.edit.setFocus()
            self.edit.insert(event.text())
        else:
            return False
        return True


def _row(side: int, above: int, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(side, above, side - SPACE // 2, above)
    row.setSpacing(SPACE + 2)
    for widget in widgets:
        row.addWidget(widget)
    return row
