"""Style sheets that several windows share; colours come from the theme's tokens only."""

from __future__ import annotations

from jitdesk.ui.theme import SPACE, Theme


def browser_style(theme: Theme, ground: str) -> str:
    """Return the style of a text view on the token `ground`, with a slim scroll bar."""
    tokens = theme.tokens
    return (
        f"QTextBrowser {{ border: none; background: {getattr(tokens, ground)};"
        f" color: {tokens.text}; padding: {SPACE}px {SPACE + 4}px; }}" + scrollbar_style(theme)
    )


def scrollbar_style(theme: Theme) -> str:
    """Return the style of a slim scroll bar."""
    return (
        "QScrollBar:vertical { background: transparent; width: 8px; margin: 2px; }"
        f"QScrollBar::handle:vertical {{ background: {theme.tokens.line}; border-radius: 2px;"
        " min-height: 24px; }"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
        "QScrollBar:horizontal { background: transparent; height: 8px; margin: 2px; }"
        f"QScrollBar::handle:horizontal {{ background: {theme.tokens.line}; border-radius: 2px; }}"
    )


def field_style(theme: Theme) -> str:
    """Return the style of a field to write into."""
    tokens = theme.tokens
    return (
        "QLineEdit, QPlainTextEdit, QComboBox {"
        f" background: {tokens.ground}; color: {tokens.text}; border: 1px solid {tokens.line};"
        " border-radius: 6px; padding: 5px 8px; }"
        "QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {"
        f" border: 2px solid {tokens.accent}; padding: 4px 7px; }}"
        "QComboBox { padding-right: 28px; }"
        "QComboBox::drop-down { border: none; width: 28px; }"
        "QComboBox::down-arrow { image: none; }"
        f"QComboBox QAbstractItemView {{ background: {tokens.raised}; color: {tokens.text};"
        f" selection-background-color: {tokens.selected}; }}"
    )
