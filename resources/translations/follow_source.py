"""Makes `jitdesk_de.ts` follow the source and compiles it: run by `make translations`.

Qt's own lupdate does not see a string that is translated through a short name (`tr = self.tr`,
`_tr`) or declared as data, so the strings are read from the syntax tree and the tables. A
string that is new in the source is added without a translation, one that is gone is taken out.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

_NAMING = frozenset({"share", "value", "tr"})
_REPORT_WORDS = (
    "before", "after", "upheld", "revised", "withdrawn", "open", "tested", "seconds", "days",
    "Fade", "Burden", "targets", "quotas", "shown", "Proof", "none", "Situation",
    "month {}", "Fewer than {} people.",
    "Fewer than {} cases.", "worked, before", "worked, after", "rework, before", "rework, after",
    "without the page, before", "without the page, after", "{} minutes lost in the middle case.",
)  # fmt: skip
"""What a report says in one word, or puts together around a number."""

Message = tuple[str, str]
"""A context and a string, as Qt looks it up."""


sys.path.insert(0, str(ROOT))
from jitdesk.translation import form_of  # noqa: E402


def strings() -> set[Message]:
    """Return every string that the app translates."""
    found = set(_declared())
    for file in sorted((ROOT / "jitdesk").rglob("*.py")):
        module = ast.parse(file.read_text(encoding="utf-8"))
        if file.parent.name == "impact":
            found |= {("Report", form_of(text)) for text in _reported(module)}
        else:
            found |= set(_called(module))
    return found


def read(file: Path) -> dict[Message, str]:
    """Return the translations of a .ts file, "" = not translated yet."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  (our own file)
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found[name, message.findtext("source", "")] = message.findtext("translation", "")
    return found


def write(file: Path, language: str, texts: dict[Message, str]) -> None:
    """Write a .ts file, sorted, so that a change of it can be read."""
    root = ET.Element("TS", version="2.1", language=language)
    for name in sorted({context for context, _ in texts}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for source in sorted(text for where, text in texts if where == name):
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = source
            said = texts[name, source]
            done = ET.SubElement(message, "translation", {} if said else {"type": "unfinished"})
            done.text = said
    ET.indent(root, " ")
    file.write_text(_HEAD + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def main() -> int:
    """Bring every .ts up to date and compile it; 1 where something is not translated."""
    missing = 0
    for file in sorted(HERE.glob("jitdesk_*.ts")):
        known = read(file)
        texts = {message: known.get(message, "") for message in sorted(strings())}
        write(file, file.stem.removeprefix("jitdesk_"), texts)
        lrelease = Path(sys.executable).parent / "pyside6-lrelease"
        subprocess.run([lrelease, "-silent", file, "-qm", file.with_suffix(".qm")], check=True)
        for context, source in (message for message, said in texts.items() if not said):
            print(f"{file.name}: not translated: {context}: {source}")
            missing += 1
    return 1 if missing else 0


def _called(module: ast.Module) -> Iterator[Message]:
    """Yield the strings of `self.tr("…")`, `tr("…")`, `_tr("…")`, `translate("Context", "…")`."""
    short = next(chain(*(_own_context(node) for node in module.body)), "")
    stack: list[tuple[str, ast.AST]] = [(short, module)]
    while stack:
        context, node = stack.pop()
        if isinstance(node, ast.ClassDef):
            context = node.name
        stack += [(context, child) for child in ast.iter_child_nodes(node)]
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            words = [a.value for a in node.args if isinstance(a, ast.Constant)]
            texts = [word for word in words if isinstance(word, str)]
            if name in {"tr", "translate"} and len(texts) == 2:
                yield texts[0], texts[1]
            elif name in {"tr", "_tr"} and len(texts) == 1:
                yield (short if name == "_tr" else context), texts[0]


def _reported(module: ast.Module) -> Iterator[str]:
    """Yield what a report says: sentences, and the names of its figures."""
    silent = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    pieces = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr)
              for part in node.values}  # fmt: skip
    named = {id(node.args[0]) for node in ast.walk(module)
             if isinstance(node, ast.Call) and node.args
             and getattr(node.func, "attr", getattr(node.func, "id", "")) in _NAMING}  # fmt: skip
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            spoken = any(letter.isalpha() for letter in node.value)
            told = id(node) in named or (" " in node.value and "\n" not in node.value and spoken)
            if told and id(node) not in silent | pieces and not node.value.startswith((" ", "<")):
                yield node.value


def _own_context(node: ast.stmt) -> Iterator[str]:
    """Yield the context of a module's own `_tr`."""
    if isinstance(node, ast.FunctionDef) and node.name == "_tr":
        for call in ast.walk(node):
            if isinstance(call, ast.Call) and isinstance(call.args[0], ast.Constant):
                yield str(call.args[0].value)


def _declared() -> Iterator[Message]:
    """Yield what is declared as data and translated where it is shown."""
    from jitdesk.cli.inbox_acts import STRUGGLE_ACTS  # noqa: PLC0415
    from jitdesk.declared import SETTINGS  # noqa: PLC0415
    from jitdesk.desktop.recorder import REASONS  # noqa: PLC0415
    from jitdesk.learning import capability, sentences  # noqa: PLC0415
    from jitdesk.loops import challenge, story, suggestion  # noqa: PLC0415
    from jitdesk.loops.outbox import NO_FOLDER  # noqa: PLC0415

    yield from (("Report", text) for text in _REPORT_WORDS)
    yield from ((context, NO_FOLDER) for context in ("SentWindow", "LoopsService"))
    for setting in SETTINGS:
        labels = [label for _, label in setting.choices]
        for text in (setting.group, setting.label, setting.help, setting.unit, *labels):
            if text and text != "%":
                yield "SettingsDialog", text
    yield "SettingsDialog", "Folders"
    yield from (("Recorder", text) for text in REASONS.values())
    for table in (sentences.FORMS, sentences.WORDS):
        yield from (("MyData", text) for text in table.values())
    yield from (("MyData", text) for text in sentences.SUPPORT)
    yield from (("CapabilityWindow", text) for text in (*capability.WORKED, capability.IN_A_PAGE))
    for act in (*suggestion.ACTS, *challenge.ACTS, *story.ACTS):
        yield from (("Inbox", text) for text in (act.label, act.name, act.to))
        yield from (("Inbox", need.ask) for need in (*act.needs, *act.hint))
    for state in (suggestion.SENT, challenge.RAISED, story.OFFERED, *story.RESULTS):
        yield "Inbox", state
    yield from (("TellingController", text) for text in story.RESULTS)
    for row in STRUGGLE_ACTS:
        yield "Inbox", row["label"]
        yield from (("Inbox", ask) for _, ask in row["needs"])


if __name__ == "__main__":
    sys.exit(main())
