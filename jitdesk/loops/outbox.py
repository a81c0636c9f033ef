"""`Outbox`: what this person sent or wants to send, and the boards as they were last seen.

Small files in the person's own data, so that the app, a command and a child process can all
use them; a contribution waits here until its folder takes it, and nothing is lost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from jitdesk.errors import RecordsError
from jitdesk.fileio import write_atomic
from jitdesk.loops.contribution import Contribution, is_id, moment_of, read_contribution
from jitdesk.loops.decision import Decision, read_decision

WAITING: Final = "waiting"
SENT: Final = "sent"
HANDED: Final = "handed-over"
"""It went by mail or file, by the person's own hand."""
NO_FOLDER: Final = "no shared folder takes it; hand it over by mail or file"


@dataclass(frozen=True, slots=True)
class Own:
    """One contribution of this person.

    Attributes:
        folder: where it goes, "" = no folder takes it: it is handed over by mail or file.
        state: waiting, sent or handed-over; `note` says why it waits, or how it went.
    """

    contribution: Contribution
    folder: str
    state: str = WAITING
    note: str = ""


class Outbox:
    """The files below one directory."""

    def __init__(self, root: Path) -> None:
        """Take the directory; it is made when something is put into it."""
        self._root = root

    def put(self, own: Own) -> None:
        """Store a contribution, or its new state.

        Raises:
            RecordsError: it cannot be written.
        """
        document = {
            "folder": own.folder, "state": own.state, "note": own.note,
            "contribution": json.loads(own.contribution.to_json()),
        }  # fmt: skip
        self._write(f"own/{own.contribution.id}.json", document)

    def own(self) -> list[Own]:
        """Return everything that this person sent or wants to send, oldest first."""
        found = []
        for file in sorted(self._root.glob("own/*.json")):
            document = self._read(file)
            packed = json.dumps(document.get("contribution")).encode()
            contribution = read_contribution(packed)
            if contribution is not None:
                facts = (str(document.get(name, "")) for name in ("folder", "state", "note"))
                found.append(Own(contribution, *facts))
        return found

    def waiting(self) -> list[Own]:
        """Return what has not reached its folder yet."""
        return [own for own in self.own() if own.state == WAITING]

    def note_handed(self, number: str, note: str) -> None:
        """Remember that the person handed a contribution over; `note` says how and when.

        Raises:
            RecordsError: it cannot be written.
        """
        for own in self.own():
            if own.contribution.id == number:
                self.put(replace(own, state=HANDED, note=note))

    def forget(self, number: str) -> None:
        """Take a contribution out; what was sent stays where it was sent."""
        if is_id(number):
            (self._root / "own" / f"{number}.json").unlink(missing_ok=True)

    # -- the boards ----------------------------------------------------------------------

    def keep_board(self, name: str, decisions: Iterable[Decision]) -> None:
        """Keep the board of a place, for reading without its share."""
        rows = [json.loads(decision.to_json()) for decision in decisions]
        self._write(f"board/{name}.json", {"decisions": rows})

    def board(self) -> list[Decision]:
        """Return the decisions of every place, oldest first."""
        found = []
        for file in self._root.glob("board/*.json"):
            rows = self._read(file).get("decisions")
            for row in rows if isinstance(rows, list) else ():
                decision = read_decision(json.dumps(row).encode())
                if decision is not None:
                    found.append(decision)
        return sorted(found, key=lambda decision: decision.id)

    def keep_open(self, name: str, challenges: dict[str, int]) -> None:
        """Keep how many questions about a rule are open, guide id -> number, for a place."""
        self._write(f"open/{name}.json", {"open": challenges})

    def open_questions(self) -> dict[str, int]:
        """Return guide id -> open questions about its rules."""
        found: dict[str, int] = {}
        for file in self._root.glob("open/*.json"):
            rows = self._read(file).get("open")
            for guide, number in rows.items() if isinstance(rows, dict) else ():
                if isinstance(number, int):
                    found[str(guide)] = found.get(str(guide), 0) + number
        return found

    def keep_doubted(self, name: str, guides: Iterable[str]) -> None:
        """Keep which guides of a place count as working because their rules are doubted."""
        self._write(f"doubted/{name}.json", {"doubted": sorted(guides)})

    def doubted(self) -> frozenset[str]:
        """Return the ids of guides that count as working because their rules are doubted."""
        found: set[str] = set()
        for file in self._root.glob("doubted/*.json"):
            rows = self._read(file).get("doubted")
            found |= {str(row) for row in rows} if isinstance(rows, list) else set()
        return frozenset(found)

    def keep_editable(self, packs: Iterable[str]) -> None:
        """Keep which packs this person may write into; found out where shares are touched."""
        self._write("editable.json", {"editable": sorted(packs)})

    def editable(self) -> frozenset[str]:
        """Return the packs that this person may write into, as it was last found out."""
        rows = self._read(self._root / "editable.json").get("editable")
        return frozenset(str(row) for row in rows) if isinstance(rows, list) else frozenset()

    def shipped(self) -> dict[str, float]:
        """Return guide key -> when a suggestion of this person was published in it."""
        own = {o.contribution.id for o in self.own()}
        return {
            d.guide: moment_of(d.id).timestamp()
            for d in self.board()
            if d.act in {"shipped", "carried", "fixed"} and d.guide and own & set(d.about)
        }

    # -- what was told -------------------------------------------------------------------

    def told(self) -> set[str]:
        """Return the marks of what the person was told already."""
        rows = self._read(self._root / "told.json").get("told")
        return {str(row) for row in rows} if isinstance(rows, list) else set()

    def note_told(self, mark: str) -> None:
        """Remember that the person was told."""
        self._write("told.json", {"told": sorted({*self.told(), mark})[-2_000:]})

    def export(self) -> list[dict[str, object]]:
        """Return what this person sent or wants to send, for their own file."""
        return [
            {
                "id": own.contribution.id, "kind": own.contribution.kind.value,
                "folder": own.folder, "state": own.state, **dict(own.contribution.lines()),
            }
            for own in self.own()
        ]  # fmt: skip

    def delete(self) -> None:
        """Delete everything on this computer."""
        for file in sorted(self._root.rglob("*.json*")):
            file.unlink(missing_ok=True)

    def _read(self, file: Path) -> dict[str, object]:
        try:
            document = json.loads(file.read_bytes())
        except (OSError, ValueError):
            return {}
        return document if isinstance(document, dict) else {}

    def _write(self, name: str, document: dict[str, object]) -> None:
        try:
            text = json.dumps(document, ensure_ascii=False, indent=1)
            write_atomic(self._root / name, text)
        except OSError as error:
            where = self._root / name
            raise RecordsError(f"{where} cannot be written ({error.strerror}).") from error
