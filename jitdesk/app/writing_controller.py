"""`WritingController`: the author's window <-> writing service; from a struggle to a page.

The file on the disk may be edited in any other program: the window follows it, unless both
were changed, in which case it says so and keeps what is on the screen.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from jitdesk.app.players.choose import player_for
from jitdesk.app.players.player import Player, Tools
from jitdesk.app.players.rehearsal import Rehearsal
from jitdesk.authoring.document import fields_of, with_body, with_field
from jitdesk.authoring.fix import fixed
from jitdesk.authoring.recorded_page import RecordedPage
from jitdesk.authoring.skeleton import blank
from jitdesk.guides.guide import GuideType
from jitdesk.guides.slugs import slug
from jitdesk.models.reading import Opened
from jitdesk.models.trust import trust_line
from jitdesk.models.writing import Judged, Ranked
from jitdesk.paths import Paths
from jitdesk.services.writing import WritingService
from jitdesk.ui.popup.hit_delegate import TYPE_ICONS
from jitdesk.ui.reader.block_widgets import BlockMaker
from jitdesk.ui.reader.pictures import Pictures
from jitdesk.ui.theme import Theme
from jitdesk.ui.writing.window import WritingWindow

_GOOD_RANK: Final = 3
_FOLLOW_AFTER: Final = 100  # ms: an editor writes a file in several steps


class WritingController(QObject):
    """One page at a time."""

    published = Signal(str)
    """A page was saved at this path: it should be synced."""
    record_wanted = Signal()

    def __init__(
        self, window: WritingWindow, writing: WritingService, paths: Paths, theme: Theme
    ) -> None:
        """Take what it connects."""
        super().__init__()
        self._window, self._writing, self._paths, self._theme = window, writing, paths, theme
        self._number = 0
        self._saved_text = ""
        self._file = ""
        self._auto_path = ""
        self._pictures: dict[str, bytes] = {}
        self._player: Player | None = None
        self._watcher = QFileSystemWatcher(self)
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW_AFTER)
        self._connect()

    def open(self, question: str = "") -> None:
        """Show the window; begin a page if it is empty, with the words somebody asked."""
        if not self._window.text:
            self._begin(GuideType.GUIDE)
        if question:
            text = with_field(self._window.text, "also_asked", [question])
            self._window.show_text(text)
            self._window.question.setText(question)
        self._window.open_window()

    def open_file(self, path: str) -> None:
        """Show a file in the window."""
        self._writing.load(path)
        self._window.open_window()

    def open_recorded(self, page: RecordedPage) -> bool:
        """Show the draft of a recording; False if the person stays with an unsaved page."""
        if self._window.text and not self._may_leave():
            return False
        self._file = ""
        self._pictures = dict(page.pictures)
        self._saved_text = ""  # it is nowhere but here until it is saved
        self._window.show_text(page.text)
        self._show_path(force=True)
        self._window.say(self.tr("Not saved yet."))
        self._window.open_window()
        self._window.form.title.selectAll()  # it is a guess: typing replaces it
        return True

    # -- beginning, loading, saving ------------------------------------------------------

    def _begin(self, kind: GuideType) -> None:
        self._file = ""
        self._pictures = {}
        text = blank(kind, date.today())  # noqa: DTZ011  (the author's day)
        self._saved_text = text
        self._window.show_text(text)
        self._show_path(force=True)

    def _change_type(self, name: str) -> None:
        """Turn the page into another type: the fields stay, an untouched body goes."""
        kind = GuideType(name)
        before = fields_of(self._window.text)
        if self._window.text == self._saved_text or not before.get("title"):
            text = blank(kind, date.today())  # noqa: DTZ011  (the author's day)
        else:
            text = with_field(self._window.text, "type", name)
        for field in ("title", "situation", "also_asked", "aim_why", "aim"):
            if before.get(field):
                text = with_field(text, field, before[field])
        if text.endswith("---\n"):
            text = with_body(text, "")
        self._window.show_text(text)

    def _loaded(self, path: str, text: str) -> None:
        self._file = path
        self._saved_text = text
        self._pictures = {}
        self._window.path.setText(path)
        self._window.show_text(text, keep_place=True)
        self._watch(path)

    def _ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a guide"), self._file, "*.md *.markdown"
        )
        if name and self._may_leave():
            self.open_file(name)

    def _ask_folder(self) -> None:
        """Let the author choose the pack, or any folder, to save into."""
        here = Path(self._window.path.text() or self._auto_path)
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Save into which pack or folder?"), str(here.parent)
        )
        if name:
            folder = Path(name)
            inner = folder / "guides" if (folder / "pack.yaml").is_file() else folder
            self._window.path.setText(str(inner / here.name))

    def _save(self) -> None:
        self._show_path()  # the title may be younger than the last look at it
        path = self._window.path.text().strip()
        if not path.lower().endswith((".md", ".markdown")):
            path = f"{path}.md"
        fields = fields_of(self._window.text)
        text = self._window.text
        if not fields.get("id"):
            area = slug(Path(path).parent.name) if Path(path).parent.name != "guides" else "team"
            text = with_field(text, "id", f"{area or 'team'}.{slug(Path(path).stem) or 'page'}")
        if text != self._window.text:
            self._window.show_text(text, keep_place=True)
        self._saved_text = text
        self._watcher.removePaths(self._watcher.files() or [path])
        self._writing.save(path, text, self._pictures)

    def _was_saved(self, path: str) -> None:
        self._file = path
        self._pictures = {}
        self._window.path.setText(path)
        self._window.say(self.tr("Saved. It is found in a moment."))
        self._watch(path)
        self.published.emit(path)

    def _may_leave(self) -> bool:
        if self._window.text == self._saved_text:
            return True
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Not saved"))
        box.setText(self.tr("The page is not saved. Leave it all the same?"))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Discard | buttons.Cancel)
        return QMessageBox.StandardButton(box.exec()) == buttons.Discard

    def _close(self) -> None:
        """Hide the window; what is not saved stays in it until the program ends."""
        self._window.hide()

    # -- following the file --------------------------------------------------------------

    def _watch(self, path: str) -> None:
        if files := self._watcher.files():
            self._watcher.removePaths(files)
        self._watcher.addPath(path)

    def _file_changed(self, _path: str) -> None:
        self._follow.start()

    def _read_again(self) -> None:
        if not self._file or not Path(self._file).exists():
            return
        if self._window.text != self._saved_text:
            self._window.say(
                self.tr("The file was changed outside as well; saving writes what you see here.")
            )
            self._watch(self._file)
            return
        self._writing.load(self._file)

    # -- judging -------------------------------------------------------------------------

    def _text_changed(self, text: str) -> None:
        self._number += 1
        self._show_path()
        self._writing.judge(self._number, text, self._window.path.text())

    def _show_path(self, *, force: bool = False) -> None:
        """Propose a file name made of the title until the author chooses another."""
        if self._file and not force:
            return
        given = self._window.path.text()
        if given and given != self._auto_path and not force:
            return
        title = str(fields_of(self._window.text).get("title") or "new page")
        folder = self._paths.data / "my-guides" / "guides"
        self._auto_path = str(folder / f"{slug(title) or 'new-page'}.md")
        self._window.path.setText(self._auto_path)

    def _judged(self, judged: Judged) -> None:
        if judged.number != self._number:
            return
        self._window.show_problems(judged.problems, judged.aim)
        if judged.opened is not None:
            self._play(judged.opened)

    def _play(self, opened: Opened) -> None:
        """Play the page as users will, with a keeper that keeps nothing."""
        rehearsal = Rehearsal()
        pictures = Pictures({**opened.pictures, **self._pictures}, self._window.devicePixelRatioF())
        maker = BlockMaker(self._theme, pictures, self._window.preview.content_width())
        player = player_for(opened, Tools(maker, self._theme, rehearsal))
        rehearsal.answer = player.take
        player.current()
        self._player = player
        guide = opened.guide
        minutes = self.tr("{0} min").format(guide.minutes)
        facts = " · ".join(filter(None, (minutes, trust_line(guide))))
        icon = TYPE_ICONS.get(str(guide.type), "book-open")
        title = str(guide.front.get("title") or "") or self.tr("No title yet")
        self._window.preview.show_page(player.view, player.side, icon, title, facts)

    def _ask(self, question: str) -> None:
        if question.strip():
            self._writing.try_question(self._window.text, question.strip())

    def _ranked(self, ranked: Ranked) -> None:
        tr = self.tr
        if ranked.rank == 0:
            text = tr("Not found by these words. Add them to what people type.")
        elif ranked.rank == 1:
            text = tr("It is the first row.")
        else:
            text = tr("It ranks {0}; first is: {1}").format(ranked.rank, ranked.first)
        self._window.show_rank(text, good=0 < ranked.rank <= _GOOD_RANK)

    def _mend(self) -> None:
        path = Path(self._window.path.text() or "page.md")
        text = fixed(self._window.text.encode(), path.name, f"guides/team/{path.name}").decode()
        if text == self._window.text:
            self._window.say(self.tr("Nothing here mends by itself."))
        else:
            self._window.show_text(text, keep_place=True)

    def _picture(self, data: bytes) -> None:
        """Keep a pasted picture until the page is saved, and insert it into the step."""
        stem = Path(self._window.path.text() or "page").stem
        taken = {*self._pictures, *(p.name for p in Path(self._file).parent.glob(f"{stem}-*.png"))}
        number = next(n for n in range(1, 1000) if f"{stem}-{n}.png" not in taken)
        name = f"{stem}-{number}.png"
        self._pictures[name] = data
        month = date.today().strftime("%Y-%m")  # noqa: DTZ011  (the author's day)
        words = self.tr("what it shows")
        self._window.outline.insert_line(f'   ![{words}]({name} "App, captured {month}")')

    def _connect(self) -> None:
        window, writing = self._window, self._writing
        window.text_changed.connect(self._text_changed)
        window.question_asked.connect(self._ask)
        window.save_wanted.connect(self._save)
        window.open_wanted.connect(self._ask_open)
        window.new_wanted.connect(self._change_type)
        window.mend_wanted.connect(self._mend)
        window.folder_wanted.connect(self._ask_folder)
        window.picture_pasted.connect(self._picture)
        window.record_wanted.connect(self.record_wanted)
        window.close_wanted.connect(self._close)
        writing.judged.connect(self._judged)
        writing.ranked.connect(self._ranked)
        writing.saved.connect(self._was_saved)
        writing.loaded.connect(self._loaded)
        writing.failed.connect(window.say)
        self._watcher.fileChanged.connect(self._file_changed)
        self._follow.timeout.connect(self._read_again)
