"""`jitdesk mcp`: guides for assistants, over the Model Context Protocol.

Reads requests from standard input and answers on standard output; opens no connection.
Assistants start it by themselves, once they are told the command.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command (for `--help`; `__main__` answers it before argparse is imported)."""
    parser = commands.add_parser("mcp", help="serve guides to assistants", description=__doc__)
    parser.set_defaults(run=lambda _arguments: serve())


def serve() -> int:
    """Serve until the input ends; return the exit code."""
    from jitdesk.cli.mcp_server import Server
    from jitdesk.cli.mcp_tools import INSTRUCTIONS, Tools

    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    tools = Tools()
    try:
        Server(tools.listed(), INSTRUCTIONS).serve(sys.stdin, sys.stdout)
    except (KeyboardInterrupt, BrokenPipeError):
        return 0  # the assistant has gone
    finally:
        tools.close()
    return 0
