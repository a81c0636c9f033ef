"""`RichLabel`: a paragraph of rich text that wraps, can be selected and emits its links."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_FLAGS = Qt.TextInteractionFlag


class RichLabel(QLabel):
    """A label that never opens a link by itself; connect `linkActivated`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show `text`, which must be in the subset that `guides.render` makes."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        links = _FLAGS.LinksAccessibleByMouse | _FLAGS.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(_FLAGS.TextSelectableByMouse | links)
        # Without a link there is nothing to do by keyboard; Tab should not stop here.
        has_link = "<a " in text
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if has_link else Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setText(text)
