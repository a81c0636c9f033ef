"""The Model Context Protocol over standard input and output: one JSON-RPC message a line.

Written to the specification of 2025-06-18 (and what stayed the same since 2024-11-05). Only
what a server of tools needs: initialize, ping, tools/list and tools/call. Nothing a client
sends stops the server; what is wrong is answered with an error of the protocol.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TextIO

from jitdesk import __version__
from jitdesk.errors import JITDeskError

_log = logging.getLogger(__name__)

VERSIONS: Final = ("2025-06-18", "2025-03-26", "2024-11-05")
"""Versions of the protocol that we speak, the newest first."""

_LONGEST: Final = 1_000_000  # characters of a message
_PARSE, _REQUEST, _METHOD, _PARAMS, _INTERNAL = -32700, -32600, -32601, -32602, -32603

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool gives: text for the model, the same as values, or a failure in a sentence."""

    text: str
    values: Json | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool: what it is called, told to be, takes, and does.

    Attributes:
        needs: names of arguments that must be given; each one is text.
        takes: name -> JSON schema of every argument.
        reads: it changes nothing.
    """

    name: str
    title: str
    told: str
    run: Callable[[Json], Answer]
    takes: Mapping[str, Json] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    reads: bool = True

    def described(self) -> Json:
        """Return the tool as `tools/list` tells it."""
        schema = {"type": "object", "properties": dict(self.takes), "required": list(self.needs)}
        hints = {"title": self.title, "readOnlyHint": self.reads, "openWorldHint": False}
        return {
            "name": self.name,
            "title": self.title,
            "description": self.told,
            "inputSchema": schema,
            "annotations": hints,
        }


class _ProtocolError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Server:
    """Answers messages until the input ends; one thread."""

    def __init__(self, tools: Sequence[Tool], instructions: str) -> None:
        """Take the tools, and what a client may tell its model about them."""
        self._tools = {tool.name: tool for tool in tools}
        self._instructions = instructions

    def serve(self, lines: TextIO, out: TextIO) -> None:
        """Answer each line of `lines` on `out`."""
        for line in lines:
            for answer in self.answers(line):
                out.write(json.dumps(answer, ensure_ascii=False) + "\n")
                out.flush()

    def answers(self, line: str) -> Iterator[Json]:
        """Give the answer to a message; none to a notification, or to an empty line."""
        if not line.strip():
            return
        number: Any = None
        try:
            message = self._read(line)
            number = message.get("id")
            result = self._result(message)
            if result is not None and "id" in message:
                yield {"jsonrpc": "2.0", "id": number, "result": result}
        except _ProtocolError as error:
            told = {"code": error.code, "message": str(error)}
            yield {"jsonrpc": "2.0", "id": number, "error": told}

    @staticmethod
    def _read(line: str) -> Json:
        if len(line) > _LONGEST:
            raise _ProtocolError(_REQUEST, "The message is too long.")
        try:
            message = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _ProtocolError(_PARSE, "The message is no JSON.") from error
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            raise _ProtocolError(_REQUEST, "The message is no JSON-RPC 2.0 request.")
        return message

    def _result(self, message: Json) -> Json | None:
        method, params = message.get("method"), message.get("params")
        given = params if isinstance(params, dict) else {}
        if method == "initialize":
            return self._initialized(given)
        if method == "ping":
            return {}
        if method == "tools/list":
            return {"tools": [tool.described() for tool in self._tools.values()]}
        if method == "tools/call":
            return self._called(given)
        if method is None or (isinstance(method, str) and method.startswith("notifications/")):
            return None  # an answer to nothing that we asked, or nothing to answer
        raise _ProtocolError(_METHOD, f"There is no method {str(method)[:80]!r} here.")

    def _initialized(self, given: Json) -> Json:
        wanted = given.get("protocolVersion")
        return {
            "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
            "capabilities": {"tools": {"listChanged": False}},
            "serverInfo": {"name": "jitdesk", "title": "JITDesk", "version": __version__},
            "instructions": self._instructions,
        }

    def _called(self, given: Json) -> Json:
        tool = self._tools.get(str(given.get("name")))
        if tool is None:
            raise _ProtocolError(_PARAMS, f"There is no tool {str(given.get('name'))[:80]!r}.")
        values = given.get("arguments") or {}
        if not isinstance(values, dict):
            raise _ProtocolError(_PARAMS, "The arguments of a tool are an object.")
        for name in tool.needs:
            if not isinstance(values.get(name), str) or not values[name].strip():
                raise _ProtocolError(_PARAMS, f'Give "{name}" as text.')
        try:
            answer = tool.run(values)
        except JITDeskError as error:
            answer = Answer(str(error), failed=True)
        except Exception as error:  # barrier: a client must not lose its server
            _log.exception("tool %s failed", tool.name)
            raise _ProtocolError(
                _INTERNAL, "JITDesk could not answer; its log says why."
            ) from error
        result: Json = {
            "content": [{"type": "text", "text": answer.text}],
            "isError": answer.failed,
        }
        return result if answer.values is None else {**result, "structuredContent": answer.values}
