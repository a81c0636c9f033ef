"""`SettingsDialog`: generated from the declared settings; every change holds at once.

Pages are the groups of `settings.SETTINGS` and the folders page. What the organisation has
locked is shown, greyed, and says so.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from jitdesk.declared import SETTINGS, Kind, Setting, Value
from jitdesk.settings import Settings
from jitdesk.ui.settings.folders_page import FoldersPage
from jitdesk.ui.settings.hotkey_edit import HotkeyEdit
from jitdesk.ui.stylesheets import scrollbar_style
from jitdesk.ui.theme import SPACE, Theme
from jitdesk.ui.widgets.chord_text import chord_text
from jitdesk.ui.widgets.fields import ChoiceBox, NumberBox
from jitdesk.ui.widgets.framed import fitting, open_framed
from jitdesk.ui.widgets.tick_box import TickBox

_SIZE: Final = QSize(720, 560)
_GROUP_ICONS: Final = {
    "Hotkey": "keyboard",
    "Looks": "lightbulb",
    "General": "settings",
    "Privacy": "info",
    "Folders": "folder",
}


class SettingsDialog(QDialog):
    """Pages at the left, the settings of one page at the right."""

    changed = Signal(str, object)
    """A setting's name and its new value."""
    recording = Signal(bool)
    test_wanted = Signal()
    offer_taken = Signal()
    forget_wanted = Signal()

    def __init__(self, theme: Theme, settings: Settings) -> None:
        """Build the pages."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._editors: dict[str, QWidget] = {}
        self._notes: dict[str, QLabel] = {}
        self.folders = FoldersPage(theme)
        self._pages, self._stack = QListWidget(), QStackedWidget()
        self._offer = QPushButton()
        self.setWindowTitle(self.tr("JITDesk settings"))
        self._lay_out()
        self.show_settings(settings)
        self.restyle()
        theme.changed.connect(self.restyle)

    # -- what the controller calls -------------------------------------------------------

    def show_settings(self, settings: Settings) -> None:
        """Show the values in force, without telling anyone."""
        for setting in SETTINGS:
            editor = self._editors[setting.name]
            if setting.kind is Kind.CHORD:  # its name hides its text from a screen reader
                chord = chord_text(settings.text(setting.name))
                editor.setAccessibleName(f"{self.tr(setting.label)}: {chord}")
            blocked = editor.blockSignals(True)
            _show_value(editor, settings.values.get(setting.name, setting.default))
            editor.blockSignals(blocked)
            locked = setting.name in settings.locked
            editor.setEnabled(not locked)
            if locked:
                self.show_note(setting.name, self.tr("Set by your organisation."))

    def show_note(self, name: str, text: str, *, tone: str = "muted") -> None:
        """Say something below a setting; an empty text takes it away."""
        note = self._notes[name]
        note.setText(text)
        note.setVisible(bool(text))
        note.setStyleSheet(f"color: {getattr(self._theme.tokens, tone)};")

    def show_offer(self, chord: str) -> None:
        """Offer a free chord instead of a taken one; "" takes the offer away."""
        self._offer.setText(self.tr("Use {0} instead").format(chord_text(chord)))
        self._offer.setVisible(bool(chord))

    def open_page(self, group: str) -> None:
        """Show a page by its name, and the window."""
        for found in self._pages.findItems(group, Qt.MatchFlag.MatchExactly):
            self._pages.setCurrentItem(found)
        open_framed(self)

    # -- building ------------------------------------------------------------------------

    def restyle(self) -> None:
        """Take colours, fonts and sizes from the theme."""
        theme, tokens = self._theme, self._theme.tokens
        self.setPalette(theme.palette())
        self.setFont(theme.font(14))
        for row in range(self._pages.count()):
            item = self._pages.item(row)
            name = item.data(Qt.ItemDataRole.UserRole)
            item.setIcon(theme.icon(_GROUP_ICONS.get(name, "settings"), "muted"))
        self._pages.setFixedWidth(theme.px(160))
        for label in self.findChildren(QLabel, "help"):
            label.setFont(theme.font(12))
            label.setStyleSheet(f"color: {tokens.muted};")
        for editor in self._editors.values():
            _colour(editor, theme)
        self.setStyleSheet(_style(theme))
        self.resize(fitting(theme, _SIZE))

    def _lay_out(self) -> None:
        groups = list(dict.fromkeys(setting.group for setting in SETTINGS))
        for group in groups:
            rows = [setting for setting in SETTINGS if setting.group == group]
            self._add_page(group, self._page(rows, group))
        self._add_page("Folders", self.folders)
        self._pages.setAccessibleName(self.tr("Pages"))
        self._pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._pages.setCurrentRow(0)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SPACE, SPACE, 0, 0)
        outer.addWidget(self._pages)
        outer.addWidget(self._stack, 1)

    def _add_page(self, name: str, page: QWidget) -> None:
        self._pages.addItem(self.tr(name))
        item = self._pages.item(self._pages.count() - 1)
        item.setData(Qt.ItemDataRole.UserRole, name)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(area)

    def _page(self, rows: list[Setting], group: str) -> QWidget:
        page = QWidget()
        lines = QVBoxLayout(page)
        lines.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        lines.setSpacing(2 * SPACE)
        for setting in rows:
            lines.addWidget(self._row(setting))
        if group == "Hotkey":
            lines.insertLayout(1, self._hotkey_buttons())
        if group == "Privacy":
            lines.addLayout(self._forget_button())
        lines.addStretch(1)
        return page

    def _row(self, setting: Setting) -> QWidget:
        editor = self._editor(setting)
        self._editors[setting.name] = editor
        label = QLabel(self.tr(setting.label))
        label.setBuddy(editor)
        describe = QLabel(self.tr(setting.help))
        describe.setObjectName("help")
        describe.setWordWrap(True)
        note = QLabel()
        note.setWordWrap(True)
        note.hide()
        self._notes[setting.name] = note
        editor.setAccessibleName(self.tr(setting.label))
        editor.setAccessibleDescription(self.tr(setting.help))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(3 * SPACE)
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (label, describe, note):
            words.addWidget(line)
        across.addLayout(words, 1)
        across.addWidget(editor, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _editor(self, setting: Setting) -> QWidget:
        name = setting.name
        if setting.kind is Kind.SWITCH:
            switch = TickBox(self._theme.px(20))
            switch.toggled.connect(lambda on: self.changed.emit(name, on))
            return switch
        if setting.kind is Kind.NUMBER:
            return self._number(setting)
        if setting.kind is Kind.CHOICE:
            choice = ChoiceBox()
            for value, label in setting.choices:
                choice.addItem(self.tr(label), value)
            choice.currentIndexChanged.connect(
                lambda _row: self.changed.emit(name, choice.currentData())
            )
            return choice
        if setting.kind is Kind.TEXT:
            line = QLineEdit()
            line.editingFinished.connect(lambda: self.changed.emit(name, line.text().strip()))
            return line
        chord = HotkeyEdit()
        chord.recording.connect(self.recording)
        chord.chosen.connect(lambda found: self.changed.emit(name, str(found)))
        chord.refused.connect(lambda why: self.show_note(name, why, tone="warn"))
        return chord

    def _number(self, setting: Setting) -> QWidget:
        number = NumberBox()
        number.setRange(*setting.bounds)
        number.setSuffix(f" {self.tr(setting.unit)}")
        number.setSingleStep(10 if setting.unit == "%" else 5)
        number.setKeyboardTracking(False)
        number.valueChanged.connect(lambda value: self.changed.emit(setting.name, value))
        return number

    def _hotkey_buttons(self) -> QHBoxLayout:
        test = QPushButton(self.tr("Press it now…"))
        test.setAccessibleDescription(self.tr("Tests whether the hotkey really works"))
        test.clicked.connect(self.test_wanted)
        self._offer.clicked.connect(self.offer_taken)
        self._offer.hide()
        row = QHBoxLayout()
        row.addWidget(test)
        row.addWidget(self._offer)
        row.addStretch(1)
        return row

    def _forget_button(self) -> QHBoxLayout:
        forget = QPushButton(self.tr("Forget everything I used"))
        forget.clicked.connect(self.forget_wanted)
        row = QHBoxLayout()
        row.addWidget(forget)
        row.addStretch(1)
        return row


def _show_value(editor: QWidget, value: Value) -> None:
    if isinstance(editor, TickBox):
        editor.setChecked(bool(value))
    elif isinstance(editor, NumberBox):
        editor.setValue(int(value))
    elif isinstance(editor, ChoiceBox):
        editor.setCurrentIndex(max(0, editor.findData(value)))
    elif isinstance(editor, HotkeyEdit):
        editor.show_chord(str(value))
    elif isinstance(editor, QLineEdit):
        editor.setText(str(value))


def _colour(editor: QWidget, theme: Theme) -> None:
    if isinstance(editor, TickBox):
        editor.line, editor.ground = theme.color("muted"), theme.color("raised")
        editor.fill, editor.mark = theme.color("accent"), theme.color("on_accent")
    elif isinstance(editor, NumberBox | ChoiceBox):
        editor.mark = theme.color("muted")


def _style(theme: Theme) -> str:
    tokens, pad = theme.tokens, SPACE
    field = (
        f"background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.line};"
        f" border-radius: 6px; padding: {pad - 2}px {pad + 4}px;"
    )
    return (
        f"QDialog, QScrollArea, QStackedWidget, QWidget {{ background: {tokens.ground}; }}"
        f"QListWidget {{ border: none; outline: 0; }}"
        f"QListWidget::item {{ padding: {pad}px; border-radius: 6px; color: {tokens.text}; }}"
        f"QListWidget::item:selected {{ background: {tokens.selected}; color: {tokens.text}; }}"
        f"QListWidget::item:selected:focus {{ color: {tokens.accent}; }}"
        f"QPushButton, QComboBox, QSpinBox, QLineEdit {{ {field} }}"
        f"HotkeyEdit, QComboBox, QSpinBox {{ min-width: {theme.px(112)}px; }}"
        f"QComboBox, QSpinBox {{ padding-right: {pad + 20}px; }}"
        "QComboBox::drop-down { border: none; width: 28px; }"
        "QSpinBox QLineEdit { border: none; background: transparent; min-width: 0;"
        f" padding: 0 0 0 {pad}px; }}"
        "QSpinBox::up-button, QSpinBox::down-button"
        " { border: none; background: transparent; width: 26px; }"
        "QComboBox::down-arrow, QSpinBox::up-arrow, QSpinBox::down-arrow { image: none; }"
        f"QPushButton:hover, QComboBox:hover {{ background: {tokens.selected}; }}"
        "QPushButton:focus, QComboBox:focus, QSpinBox:focus, QLineEdit:focus"
        f" {{ border: 1px solid {tokens.accent}; }}"
        f"QPushButton:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {tokens.muted}; }}"
        f"QComboBox QAbstractItemView {{ background: {tokens.ground}; color: {tokens.text};"
        f" selection-background-color: {tokens.selected}; selection-color: {tokens.text}; }}"
        + scrollbar_style(theme)
    )
