"""`Picker`: the search of the popup in a terminal: type, move, see, open in place.

The state is plain and drawn by `terminal_app`; prompt_toolkit does keys and screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import HSplit, Layout, VSplit, Window
from prompt_toolkit.layout.containers import ConditionalContainer
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from jitdesk.search.hit import Hit

_ROOM_FOR_PREVIEW = 88
_NO_COLOUR = Style([])
_STYLE = Style.from_dict(
    {
        "row.selected": "reverse",
        "title": "bold",
        "mark": "underline",
        "quiet": "ansibrightblack",
        "prompt": "bold ansiblue",
        "rule": "ansibrightblack",
    }
)
_KEYS = " Enter open   Ctrl+P go through it   Up/Down move   Esc leave"

Find = Callable[[str], Sequence[Hit]]
Show = Callable[[Hit, int], str]
"""A row and a width -> its first lines."""


@dataclass
class Picker:
    """What was typed, what was found, and the row the person is on."""

    find: Find
    show: Show
    hits: Sequence[Hit] = ()
    row: int = 0
    _previews: dict[tuple[str, int], str] = field(default_factory=dict)

    def typed(self, text: str) -> None:
        """Search for what stands in the field now."""
        self.hits, self.row = self.find(text), 0

    def move(self, rows: int) -> None:
        """Move through the rows, round and round."""
        if self.hits:
            self.row = (self.row + rows) % len(self.hits)

    @property
    def hit(self) -> Hit | None:
        """The row that the person is on."""
        return self.hits[self.row] if self.hits else None

    def preview(self, width: int) -> str:
        """Return the first lines of the selected guide."""
        hit = self.hit
        if hit is None:
            return ""
        known = self._previews.get((hit.key, width))
        if known is None:
            known = self._previews[hit.key, width] = self.show(hit, width)
        return known

    def rows(self, width: int) -> StyleAndTextTuples:
        """Return two lines a row: title, and what answers."""
        if not self.hits:
            return [("class:quiet", " No guide has any of these words. Try other ones.")]
        found: StyleAndTextTuples = []
        for number, hit in enumerate(self.hits):
            kind = "class:row.selected" if number == self.row else ""
            place = f" › {hit.section_title}" if hit.section_title else ""
            found += [(f"{kind} class:title", _line(f" {hit.title}{place}", width)), ("", "\n")]
            facts = f"   {hit.line or hit.situation}"
            found += [(f"{kind} class:quiet", _line(facts, width)), ("", "\n")]
        return found


def _line(text: str, width: int) -> str:
    plain = "".join(c if c.isprintable() else " " for c in text)
    cut = plain if len(plain) <= width else plain[: max(0, width - 1)] + "…"
    return cut.ljust(width)


def pick(
    picker: Picker,
    *,
    colour: bool = True,
    keys: Input | None = None,
    screen: Output | None = None,
) -> tuple[Hit, bool] | None:
    """Let the person choose; return the row and whether to go through it, None = left.

    Args:
        picker: the state.
        colour: False where the person wants none (NO_COLOR).
        keys: of a test; the terminal's otherwise.
        screen: of a test; the terminal otherwise.
    """
    picker.typed("")
    buffer = Buffer(multiline=False, on_text_changed=lambda b: picker.typed(b.text))
    app: Application[tuple[Hit, bool] | None] = Application(
        layout=Layout(_layout(picker, buffer)),
        key_bindings=_bindings(picker),
        style=_STYLE if colour else _NO_COLOUR,
        full_screen=True,
        erase_when_done=True,
        input=keys,
        output=screen,
    )
    app.ttimeoutlen = 0.05  # Esc leaves at once
    return app.run()


def _layout(picker: Picker, buffer: Buffer) -> HSplit:
    prompt = BufferControl(buffer, input_processors=[BeforeInput(" › ", "class:prompt")])
    wide = Condition(lambda: get_app().output.get_size().columns >= _ROOM_FOR_PREVIEW)

    def left() -> int:
        columns = get_app().output.get_size().columns
        return columns // 2 if wide() else columns

    def rows() -> StyleAndTextTuples:
        return picker.rows(left())

    def preview() -> str:
        return picker.preview(get_app().output.get_size().columns - left() - 3)

    def rule() -> Window:
        return Window(height=1, char="─", style="class:rule")

    shown = VSplit([Window(width=1, char="│", style="class:rule"), Window(width=1),
                    Window(FormattedTextControl(preview), wrap_lines=True)])  # fmt: skip
    return HSplit(
        [
            Window(prompt, height=1),
            rule(),
            VSplit(
                [
                    Window(FormattedTextControl(rows), width=left),
                    ConditionalContainer(shown, filter=wide),
                ]
            ),
            rule(),
            Window(FormattedTextControl(_KEYS), height=1, style="class:quiet"),
        ]
    )


def _bindings(picker: Picker) -> KeyBindings:
    keys = KeyBindings()

    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=None)

    def take(*, play: bool) -> Callable[[KeyPressEvent], None]:
        def taken(event: KeyPressEvent) -> None:
            if picker.hit is not None:
                event.app.exit(result=(picker.hit, play))

        return taken

    for name in ("escape", "c-c", "c-d"):
        keys.add(name, eager=True)(leave)
    for name, rows in (
        ("up", -1),
        ("down", 1),
        ("s-tab", -1),
        ("tab", 1),
        ("pageup", -4),
        ("pagedown", 4),
    ):
        keys.add(name)(lambda _event, rows=rows: picker.move(rows))
    keys.add("enter")(take(play=False))
    keys.add("c-p")(take(play=True))
    return keys
