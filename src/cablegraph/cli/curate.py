"""``decide``, ``reconcile`` and ``review``: what people decide, and what is proposed to them."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from typing import Any

import click

from cablegraph.cli.console import Console
from cablegraph.errors import SettingsError
from cablegraph.iri import expand, shorten


def _who(given: str | None) -> str:
    """Who decides: the flag, ``CABLEGRAPH_WHO``, or git's user name. Raises SettingsError without one."""
    who = given or os.environ.get("CABLEGRAPH_WHO", "")
    if not who:
        try:
            done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
            who = done.stdout.strip()
        except OSError:
            who = ""
    if not who:
        raise SettingsError("a decision needs someone who decides", notes='give a name: --who "A. Archivist"')
    return who


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_why = click.option("--why", "why_", metavar="TEXT", default="", help="The reason, kept with the decision.")
_by = click.option("--who", metavar="NAME", default=None, help="Who decides (else CABLEGRAPH_WHO, git's user name).")
_quote = click.option("--quote", default=None, help="The words it is about; without them all readings of the edge.")
_nth = click.option("--occurrence", type=click.IntRange(1), default=1, help="Which occurrence of the words.")


@click.group(short_help="Append one decision: accept, reject, correct, merge, split, remove, undo.")
def decide() -> None:
    """Decisions are lines of curation/decisions.jsonl, replayed on every build; the texts are never changed.

    \b
    Example:  cablegraph decide correct doc:wilson-ct3777 cg:sentOn 1951-06-24 --why "misprint"
    """


def _append(console: Console, do: str, on: dict[str, Any], value: str, who: str | None, why: str) -> None:
    from cablegraph.linking import decisions

    made = decisions.append(console.folder / "curation", do, on, value, _who(who), _now(), why)
    console.say(f"{do} kept in curation/{decisions.FILE}\n   = it holds from the next build on: cablegraph build")
    console.event(event="decided", do=do, decision=made.iri)


def _edge(subject: str, predicate: str, value: str | None, quote: str | None, occurrence: int) -> dict[str, Any]:
    """A fingerprint; the document is the one whose part the subject is."""
    document = _document_of(subject)
    on: dict[str, Any] = {"document": document, "subject": _known(subject), "predicate": _known(predicate)}
    if value is not None:
        on["object"] = value
    if quote is not None:
        on |= {"quote": quote, "occurrence": occurrence}
    return on


def _known(name: str) -> str:
    try:
        return shorten(expand(name))
    except KeyError as error:
        raise SettingsError(f'prefix "{name.partition(":")[0]}:" is not declared') from error


def _document_of(subject: str) -> str:
    name = _known(subject)
    if not name.startswith("doc:"):
        return ""
    return "doc:" + name.removeprefix("doc:").partition("/")[0]


@decide.command()
@click.argument("subject")
@click.argument("predicate")
@click.argument("object_", metavar="OBJECT")
@click.option("--document", default=None, help="The paper, where the subject is not part of one.")
@_quote
@_nth
@_why
@_by
@click.pass_obj
def accept(
    console: Console, subject: str, predicate: str, object_: str, document: str | None, quote: str | None,
    occurrence: int, why_: str, who: str | None,
) -> None:  # fmt: skip
    """Confirm an edge, or a candidate for one."""
    on = _edge(subject, predicate, object_, quote, occurrence)
    _append(console, "accept", on | ({"document": _known(document)} if document else {}), "", who, why_)


@decide.command()
@click.argument("subject")
@click.argument("predicate")
@click.argument("object_", metavar="OBJECT")
@click.option("--document", default=None, help="The paper, where the subject is not part of one.")
@_quote
@_nth
@_why
@_by
@click.pass_obj
def reject(
    console: Console, subject: str, predicate: str, object_: str, document: str | None, quote: str | None,
    occurrence: int, why_: str, who: str | None,
) -> None:  # fmt: skip
    """Say that an edge, or a candidate for one, is wrong."""
    on = _edge(subject, predicate, object_, quote, occurrence)
    _append(console, "reject", on | ({"document": _known(document)} if document else {}), "", who, why_)


@decide.command()
@click.argument("subject")
@click.argument("predicate")
@click.argument("value")
@click.option("--instead-of", "old", default=None, help="The object it replaces; without it, all of the predicate.")
@_quote
@_nth
@_why
@_by
@click.pass_obj
def correct(
    console: Console, subject: str, predicate: str, value: str, old: str | None, quote: str | None, occurrence: int,
    why_: str, who: str | None,
) -> None:  # fmt: skip
    """Put a value in place of what was read, or where the paper states none."""
    _append(console, "correct", _edge(subject, predicate, old, quote, occurrence), value, who, why_)


@decide.command()
@click.argument("one")
@click.argument("other")
@_why
@_by
@click.pass_obj
def merge(console: Console, one: str, other: str, why_: str, who: str | None) -> None:
    """Say that two are one: from now on ONE is OTHER."""
    _append(console, "merge", {"entity": _known(one)}, _known(other), who, why_)


@decide.command()
@click.argument("entity")
@click.argument("other")
@click.option("--document", required=True, help="The paper in which ENTITY is OTHER.")
@_why
@_by
@click.pass_obj
def split(console: Console, entity: str, other: str, document: str, why_: str, who: str | None) -> None:
    """Say that in one paper ENTITY is somebody else: OTHER."""
    _append(console, "split", {"entity": _known(entity), "document": _known(document)}, _known(other), who, why_)


@decide.command()
@click.argument("document")
@_why
@_by
@click.pass_obj
def remove(console: Console, document: str, why_: str, who: str | None) -> None:
    """Take a paper out of the next generation; `generations prune` takes it out of the old ones."""
    _append(console, "remove", {"document": _known(document)}, "", who, why_)


@decide.command()
@click.argument("number", type=click.IntRange(1))
@_why
@_by
@click.pass_obj
def undo(console: Console, number: int, why_: str, who: str | None) -> None:
    """Undo the decision on line NUMBER, by a new line."""
    import json

    path = console.folder / "curation" / "decisions.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    if number > len(lines):
        raise SettingsError(f"there is no line {number}; the file has {len(lines)}", path=str(path))
    try:
        on = json.loads(lines[number - 1])["on"]
    except (ValueError, KeyError) as error:
        raise SettingsError(f"line {number} is no decision", path=str(path), line=number) from error
    _append(console, "undo", on, "", who, why_)


@decide.command("list")
@click.pass_obj
def list_(console: Console) -> None:
    """All lines, with who and why."""
    from cablegraph.linking import decisions

    kept = decisions.load(console.folder / "curation")
    rows = [
        (item.number, item.do, " ".join(f"{key}={value}" for key, value in item.on.items()), item.value, item.who,
         item.at, item.why)
        for item in kept.all
    ]  # fmt: skip
    console.table(("line", "do", "on", "value", "who", "at", "why"), rows)
    for error in kept.torn:
        click.echo(str(error), err=True)
