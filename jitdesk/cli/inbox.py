"""`jitdesk inbox`: what people struggle with, suggest and question, and the answers to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from jitdesk.cli import inbox_acts as acts
from jitdesk.cli import inbox_cases as loops
from jitdesk.cli import inbox_fix as fixing
from jitdesk.cli import inbox_own as own
from jitdesk.loops.story import RESULTS

_Run = Callable[[argparse.Namespace], int]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "inbox", help="what people ask, suggest and question; answer it", description=__doc__
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--all", action="store_true", help="show what is answered as well")
    parser.set_defaults(run=acts.show)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    _struggles(actions)
    _own(actions)
    _loops(actions)


def _loops(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, text in (
        ("suggest", "suggest something better for a guide"),
        ("challenge", "question a rule: say what you saw"),
    ):
        parser = _action(actions, name, loops.suggest, text)
        parser.add_argument("guide", help="key or id of the guide")
        parser.add_argument("words", nargs="+", help="one line: what would be better, what you saw")
        parser.add_argument("--step", default="", help="which step it is about")
        parser.add_argument("--name", default="", help="sign it")
        parser.add_argument("--assumption", default="", help="the rule that you question")
        parser.add_argument("--consequence", default="", help="what happens if it stays")
        parser.add_argument(
            "--broken", action="store_true", help="its “breaks if” has happened, you saw it"
        )
        parser.set_defaults(action_kind=name)
    offer = _action(actions, "volunteer", loops.volunteer, "an author may ask you what changed")
    offer.add_argument("guide", help="key or id of the guide")
    offer.add_argument("words", nargs="+", help="one line: what changed")
    offer.add_argument("--result", choices=RESULTS, required=True, help="how it went")
    offer.add_argument("--name", required=True, help="whom to ask")
    _action(actions, "stories", loops.stories, "whom to ask: the best and the worst results")
    act = _action(actions, "act", loops.act, "do something about a suggestion or a challenge")
    act.add_argument("id")
    act.add_argument("act", help="seen, accepted, declined, acknowledged, testing, upheld…")
    act.add_argument("fields", nargs="*", help="what the act needs, as name=text")
    act.add_argument("--by", default="", help="role or name")
    fix = _action(actions, "fix", fixing.fix, "put a step right at once, where you may write")
    fix.add_argument("guide", help="key or id of the guide")
    fix.add_argument("step", type=int, help="number of the step or item, from 1")
    fix.add_argument("words", nargs="+", help="the step as it is right")
    fix.add_argument("--was", default=None, help="the step as you saw it; else as it is now")
    fix.add_argument("--name", default="", help="sign it: the page says who put it right")
    reply = _action(actions, "reply", loops.reply, "answer a question about what you sent")
    reply.add_argument("id")
    reply.add_argument("words", nargs="+")


def _struggles(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    found = _action(actions, "found", acts.found, "the right guide exists: tell the askers")
    found.add_argument("id", help="number of the moment, or the end of it")
    found.add_argument("guide", help="key or id of the guide")
    found.add_argument("--keep-words", action="store_true", help="do not add the asked words")
    build = _action(actions, "build", acts.build, "begin a guide with the askers' words in it")
    build.add_argument("id")
    build.add_argument("path", nargs="?", default="", help="file of the new guide")
    right = _action(actions, "checked", acts.checked, "a page that was to be checked is right")
    right.add_argument("id", help="key or id of the guide")
    forward = _action(actions, "forward", acts.forward, "somebody else takes care of it")
    forward.add_argument("id")
    forward.add_argument("--to", required=True, help="role or name")
    later = _action(actions, "not-now", acts.not_now, "say why there will be no guide now")
    later.add_argument("id")
    later.add_argument("--reason", required=True, help="a sentence that the askers read")


def _own(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ask = _action(actions, "ask", own.ask, "ask for a guide")
    ask.add_argument("words", nargs="+")
    ask.add_argument("--pack", default="", help="whose authors to ask")
    ask.add_argument("--name", default="", help="sign it")
    _action(actions, "mine", own.mine, "what you sent, what waits, what came of it")
    hand = _action(actions, "hand-over", own.hand_over, "take a waiting one out as text or file")
    hand.add_argument("id")
    hand.add_argument("--file", default="", help="write it to a file that an author can take in")
    hand.add_argument("--mail", action="store_true", help="print a mailto: link with all of it")
    take = _action(actions, "take-in", own.take_in, "put files that were handed over into a pack")
    take.add_argument("files", nargs="+")
    take.add_argument("--pack", default="")
    _action(actions, "send", own.send, "deliver what waits and fetch the answers")


def _action(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: _Run, text: str
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=text)
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=run)
    return parser
