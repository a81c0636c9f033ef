"""`jitdesk completion SHELL`: prints what makes a shell complete commands, options and ids.

    bash         eval "$(jitdesk completion bash)"            in ~/.bashrc
    zsh          eval "$(jitdesk completion zsh)"             in ~/.zshrc
    fish         jitdesk completion fish | source             in config.fish
    powershell   jitdesk completion powershell | Out-String | Invoke-Expression

The script is made of the commands as they are; ids of guides are asked for when Tab is
pressed, `jitdesk completion ids PREFIX`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Final

from jitdesk.library.library import open_library
from jitdesk.paths import find_paths

IDS: Final = "ids"
_MOST = 200
_TAKE_IDS = ("show",)

_BASH = """\
_jitdesk() {{
  local current="${{COMP_WORDS[COMP_CWORD]}}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="{commands}"
  else
    case "${{COMP_WORDS[1]}}" in
{cases}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o default -F _jitdesk jitdesk
"""
_BASH_CASE = '      {name}) words="{options}"{ids} ;;'
_BASH_IDS = '; [[ "$current" == -* ]] || words="$(jitdesk completion ids "$current" 2>/dev/null)"'

_ZSH = """\
_jitdesk() {{
  local -a found
  if (( CURRENT == 2 )); then
    found=({described})
    _describe command found
    return
  fi
  case "$words[2]" in
{cases}
  esac
  compadd -- $found
  _files
}}
(( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit -i }}
compdef _jitdesk jitdesk
"""
_ZSH_CASE = "    {name}) found=({options}){ids} ;;"
_ZSH_IDS = (
    "; [[ $words[CURRENT] == -* ]] ||"
    ' found=(${(f)"$(jitdesk completion ids "$words[CURRENT]" 2>/dev/null)"})'
)

_FISH = """\
complete -c jitdesk -n __fish_use_subcommand -f
{commands}
{options}
{ids}
"""
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName jitdesk -ScriptBlock {{
  param($word, $ast, $cursor)
  $options = @{{
{table}
  }}
  $given = @($ast.CommandElements | ForEach-Object {{ $_.ToString() }})
  $command = if ($given.Count -gt 1) {{ $given[1] }} else {{ '' }}
  $takesIds = $command -in @({ids}) -and -not $word.StartsWith('-')
  $found = if ($given.Count -lt 2 -or ($given.Count -eq 2 -and $word)) {{ $options.Keys }}
    elseif ($takesIds) {{ jitdesk completion ids $word }}
    else {{ $options[$command] }}
  $found | Where-Object {{ $_ -like "$word*" }} | Sort-Object | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }}
}}
"""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "completion", help="make a shell complete commands", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("shell", choices=(*_SHELLS, IDS), help="the shell, or ids of guides")
    parser.add_argument("prefix", nargs="?", default="", help="of the ids that are wanted")
    parser.set_defaults(run=lambda arguments: run(arguments, commands))


def run(
    args: argparse.Namespace, commands: argparse._SubParsersAction[argparse.ArgumentParser]
) -> int:
    """Run the command; return its exit code."""
    if args.shell == IDS:
        print("\n".join(_ids(args.prefix)))
        return 0
    helps = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    listed = {name: _options(parser) for name, parser in commands.choices.items()}
    print(_SHELLS[args.shell](listed, helps), end="")
    return 0


def _ids(prefix: str) -> list[str]:
    with open_library(find_paths()) as library:
        keys = [row.key for row in library.catalog()]
    return [key for key in keys if key.startswith(prefix)][:_MOST]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    """Return the long options of a command and the words that it takes."""
    found: list[str] = []
    for action in parser._actions:
        found += [name for name in action.option_strings if name.startswith("--")]
        if not action.option_strings and action.choices is not None:
            found += [str(choice) for choice in action.choices]
    return found


_Listed = Mapping[str, list[str]]
_Helps = Mapping[str, str]


def _bash(listed: _Listed, _helps: _Helps) -> str:
    cases = "\n".join(
        _BASH_CASE.format(name=n, options=" ".join(o), ids=_BASH_IDS if n in _TAKE_IDS else "")
        for n, o in listed.items()
    )
    return _BASH.format(commands=" ".join(listed), cases=cases)


def _zsh(listed: _Listed, helps: _Helps) -> str:
    cases = "\n".join(
        _ZSH_CASE.format(name=n, options=" ".join(o), ids=_ZSH_IDS if n in _TAKE_IDS else "")
        for n, o in listed.items()
    )
    described = " ".join(_quoted(f"{name}:{helps.get(name, '')}") for name in listed)
    return _ZSH.format(described=described, cases=cases)


def _fish(listed: _Listed, helps: _Helps) -> str:
    def lines() -> Iterator[str]:
        for name, options in listed.items():
            seen = f"-n {_quoted(f'__fish_seen_subcommand_from {name}')}"
            for option in options:
                kind = f"-l {option[2:]}" if option.startswith("--") else f"-a {option}"
                yield f"complete -c jitdesk {seen} {kind}"

    commands = "\n".join(
        f"complete -c jitdesk -n __fish_use_subcommand -a {name} -d {_quoted(helps.get(name, ''))}"
        for name in listed
    )
    ids = "\n".join(
        f"complete -c jitdesk -n '__fish_seen_subcommand_from {name}' -f "
        "-a '(jitdesk completion ids (commandline -ct) 2>/dev/null)'"
        for name in _TAKE_IDS
    )
    return _FISH.format(commands=commands, options="\n".join(lines()), ids=ids)


def _powershell(listed: _Listed, _helps: _Helps) -> str:
    table = "\n".join(
        f"    '{name}' = @({', '.join(map(_quoted, options))})" for name, options in listed.items()
    )
    return _POWERSHELL.format(table=table, ids=", ".join(map(_quoted, _TAKE_IDS)))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"


_SHELLS: Final = {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}
