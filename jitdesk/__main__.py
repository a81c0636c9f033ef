"""Start here: `jitdesk` runs the tray app, `jitdesk COMMAND` everything else."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run JITDesk; return the exit code (0 done, 1 nothing found, 2 wrong use, 3 an error)."""
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["toggle"]:
        # The path a desktop shortcut takes: nothing heavy is imported.
        from jitdesk.cli.toggle import toggle

        return toggle()
    if words == ["mcp"]:
        # An assistant waits for the answer to its first message.
        from jitdesk.cli.mcp import serve

        return serve()
    from jitdesk.cli.main import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main())
