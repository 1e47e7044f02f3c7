"""The commands: ``cablegraph build FOLDER``, ``cablegraph why S P O`` and the rest (product section 2)."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from pathlib import Path
from typing import Any

import click

from cablegraph import __version__, corpus
from cablegraph.cli.console import Console
from cablegraph.errors import CablegraphError
from cablegraph.iri import BASE_VARIABLE, HOME

COMMANDS: dict[str, str] = {
    "demo": "build",
    "init": "build",
    "build": "build",
    "check": "build",
    "show": "look",
    "why": "look",
    "query": "look",
    "serve": "serve",
    "generations": "serve",
    "doctor": "doctor",
    "reconcile": "reconciling",
    "decide": "curate",
    "review": "curate",
    "export": "export",
    "read": "stages",
    "extract": "stages",
    "link": "stages",
    "map": "stages",
    "load": "stages",
}
"""Each command and the module it lives in; a module is imported only when its command runs."""


class _Commands(click.Group):
    """Loads a command when it is asked for, and names the nearest one when it is not there."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"cablegraph.cli.{COMMANDS[name]}")
        command: click.Command = getattr(module, name if name != "map" else "map_")
        _take_global_options(command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from rapidfuzz import process

            near = process.extractOne(args[0], list(COMMANDS), score_cutoff=60)
            hint = f' Did you mean "{near[0]}"?' if near else " See: cablegraph --help"
            raise click.UsageError(f'There is no command "{args[0]}".{hint}', ctx)
        return super().resolve_command(ctx, args)


def _take_global_options(command: click.Command) -> None:
    """Let a command, and those below it, take ``-q -v --json --no-color`` behind its name as well as before it."""
    taken = {flag for option in command.params for flag in option.opts}
    for flags, name, value in _GLOBAL:
        if not taken & set(flags):
            given = {"is_flag": True, "hidden": True, "expose_value": False}
            command.params.append(click.Option(flags, callback=_setting(name, value), **given))  # type: ignore[arg-type]
    command.epilog = command.epilog or EVERYWHERE
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _take_global_options(inner)


def _setting(name: str, value: Any) -> Callable[[click.Context, click.Parameter, bool], None]:
    def set_it(ctx: click.Context, option: click.Parameter, given: bool) -> None:
        if given:
            setattr(ctx.find_object(Console), name, value)

    return set_it


EVERYWHERE = (
    "Before or after every command: -q, -v, --json, --no-color; before it: -C DIR (paths are taken from there)."
)
EXITS = (
    "Ends with: 0 fine, 1 failed, 2 wrong usage, 3 finished but some papers were left out (--strict: 1), 4 a check "
    "failed, 130 interrupted."
)
_GLOBAL: tuple[tuple[list[str], str, Any], ...] = (
    (["-q", "--quiet"], "quiet", True),
    (["-v", "--verbose"], "verbose", 1),
    (["--json"], "as_json", True),
    (["--no-color"], "color", False),
)


@click.group(
    cls=_Commands, epilog=EXITS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "-C",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Start in this folder; paths are taken from there.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("-v", "--verbose", count=True, help="Say more; twice: all.")
@click.option("--json", "as_json", is_flag=True, help="Results and talk as JSON.")
@click.option("--no-color", is_flag=True, help="No colours (also: NO_COLOR).")
@click.version_option(__version__, prog_name="cablegraph")
@click.pass_context
def main_group(
    ctx: click.Context, folder: Path | None, quiet: bool, verbose: int, as_json: bool, no_color: bool
) -> None:
    """Turn a folder of telegrams into a graph in which every edge shows the words it rests on.

    \b
    Begin with:  cablegraph demo
    Your own:    cablegraph init ours && cp papers/*.txt ours/documents && cablegraph -C ours build
    """
    if folder is not None and not folder.is_dir():
        raise click.BadParameter(f"there is no folder {folder}", param_hint="-C")
    _under_its_base(corpus.find(folder or Path.cwd()))
    if folder is not None:
        os.chdir(folder)
    color = not no_color and "NO_COLOR" not in os.environ
    ctx.obj = Console(corpus.find(Path.cwd()), quiet=quiet, verbose=verbose, as_json=as_json, color=color)


class _Elsewhere(Exception):
    """The corpus has its identifiers under another base than this process makes them under."""


def _under_its_base(folder: Path) -> None:
    with suppress(CablegraphError):  # what is wrong with corpus.toml is said by whoever needs it
        base = corpus.load(folder).base
        if base and base != HOME:
            raise _Elsewhere(base)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process with its exit code: 0 fine, 1 failed, 2 usage, 3 some unread, 4 check, 130."""
    sys.unraisablehook = _again
    sys.exit(run(arguments))


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Ctrl-C in a moment in which Python can only drop it (a clean-up, the lock of an import) comes again."""
    if issubclass(lost.exc_type, KeyboardInterrupt):
        again = threading.Timer(0.01, os.kill, (os.getpid(), signal.SIGINT))
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(lost)


def run(arguments: list[str] | None = None) -> int:
    """As `main`, but gives the exit code."""
    try:
        _check_text(sys.argv[1:] if arguments is None else arguments)
        result = main_group.main(arguments, prog_name="cablegraph", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except _Elsewhere as other:  # the same command in a process that begins with the right base
        command = [sys.executable, "-m", "cablegraph", *(sys.argv[1:] if arguments is None else arguments)]
        os.execve(sys.executable, command, os.environ | {BASE_VARIABLE: str(other)})
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as error:
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted; the current generation is untouched", err=True)
        return 130
    except BrokenPipeError:  # the reader of our output went away: not our failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a folder that cannot be written, a full disk
        click.echo(_unwritten(error), err=True)
        return 1
    except CablegraphError as error:
        if "--json" in (arguments or sys.argv[1:]):
            import json

            click.echo(json.dumps({"event": "error", **error.diagnostic.to_json()}, ensure_ascii=False), err=True)
        else:
            click.echo(str(error), err=True)
        return error.exit_code


def _check_text(arguments: list[str]) -> None:
    """Whether what is given is text: bytes in another encoding can only be the name of a file. Raises UsageError."""
    for given in arguments:
        if any("\ud800" <= char <= "\udfff" for char in given) and not os.path.exists(given):
            said = given.encode("utf-8", "backslashreplace").decode()
            raise click.UsageError(f"{said} is not UTF-8, and no file is called so")


def _unwritten(error: OSError) -> str:
    """What a disk refused, where, and what to do: the graph can lie elsewhere, decisions and exports are named."""
    what, where = (error.strerror or str(error)).lower(), str(error.filename or "")
    lines = [f"error: {what}: {where}" if where else f"error: {what}", "   = nothing that was there is lost"]
    if error.errno in (ENOSPC, EDQUOT):
        lines.append("   = make room there, then give the command again")
    elif error.errno in (EROFS, EACCES, EPERM):
        lines.append("   = make it writable, or work on a copy of the corpus folder")
    if not where or (os.environ.get("CABLEGRAPH_DATA") or "cablegraph-data") in where:
        lines.append("   = CABLEGRAPH_DATA names another folder for the graph")
    return "\n".join(lines)
