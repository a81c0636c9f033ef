"""`jitdesk open LINK`: follow a jitdesk:// link, which the desktop hands over here.

The running app opens it; without one the app starts. Without a link it is like `jitdesk`.
"""

from __future__ import annotations

import argparse

from jitdesk.cli import tray
from jitdesk.cli.toggle import send
from jitdesk.errors import UsageError
from jitdesk.guides.deep_link import read_link


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser("open", help="follow a jitdesk:// link", description=__doc__)
    parser.add_argument("link", nargs="?", default="", help="such as jitdesk://guide/ID#STEP")
    parser.set_defaults(run=lambda arguments: follow(arguments.link))


def follow(address: str) -> int:
    """Follow a link; return the exit code.

    Raises:
        UsageError: it is no link of ours.
    """
    if not address:
        return tray.run()
    link = read_link(address)
    if link is None:
        raise UsageError(
            "This is no link that JITDesk follows. It opens jitdesk://guide/ID#STEP and "
            "jitdesk://find?q=WORDS, nothing else."
        )
    return 0 if send(f"link {address.strip()}") is not None else tray.run(link=link)
