"""``decide``, ``reconcile`` and ``review``: what people decide, and what is proposed to them."""

from __future__ import annotations

import io
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from cablegraph.cli import deciding
from cablegraph.cli.console import Console
from cablegraph.errors import SettingsError


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


@click.group(short_help="Append one decision: accept, reject, correct, merge, split, remove, move, undo.")
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
    document = deciding.document_of(subject)
    named = deciding.predicate(predicate)
    on: dict[str, Any] = {"document": document, "subject": deciding.known(subject), "predicate": named}
    if value is not None:
        on["object"] = deciding.term(named, value)
    if quote is not None:
        on |= {"quote": quote, "occurrence": occurrence}
    return on


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
    on |= {"document": deciding.known(document)} if document else {}
    desk = deciding.Desk(console)
    desk.there(subject)
    desk.read("accept", on)
    _append(console, "accept", on, "", who, why_)


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
    on |= {"document": deciding.known(document)} if document else {}
    desk = deciding.Desk(console)
    desk.there(subject)
    desk.read("reject", on)
    _append(console, "reject", on, "", who, why_)


@decide.command()
@click.argument("subject")
@click.argument("predicate")
@click.argument("value")
@click.option("--instead-of", "old", default=None, help="The object it replaces, where several stand.")
@click.option("--all", "all_", is_flag=True, help="Replace all that stand, however many.")
@_quote
@_nth
@_why
@_by
@click.pass_obj
def correct(
    console: Console, subject: str, predicate: str, value: str, old: str | None, all_: bool, quote: str | None,
    occurrence: int, why_: str, who: str | None,
) -> None:  # fmt: skip
    """Put a value in place of what was read, or where the paper states none."""
    desk = deciding.Desk(console)
    on = _edge(subject, predicate, old, quote, occurrence)
    desk.there(subject)
    on = desk.replacing(on, all_)
    _append(console, "correct", on, desk.value(predicate, value), who, why_)


@decide.command()
@click.argument("one")
@click.argument("other")
@_why
@_by
@click.pass_obj
def merge(console: Console, one: str, other: str, why_: str, who: str | None) -> None:
    """Say that two are one: from now on ONE is OTHER."""
    desk = deciding.Desk(console)
    desk.there(one)
    _append(console, "merge", {"entity": deciding.known(one)}, desk.entity(one, other), who, why_)


@decide.command()
@click.argument("entity")
@click.argument("other")
@click.option("--document", required=True, help="The paper in which ENTITY is OTHER.")
@_why
@_by
@click.pass_obj
def split(console: Console, entity: str, other: str, document: str, why_: str, who: str | None) -> None:
    """Say that in one paper ENTITY is somebody else: OTHER."""
    desk = deciding.Desk(console)
    desk.there(entity, document)
    on = {"entity": deciding.known(entity), "document": deciding.known(document)}
    _append(console, "split", on, desk.entity(entity, other), who, why_)


@decide.command()
@click.argument("document")
@_why
@_by
@click.pass_obj
def remove(console: Console, document: str, why_: str, who: str | None) -> None:
    """Take a paper out of the next generation; `generations prune` takes it out of the old ones."""
    deciding.Desk(console).there(document)
    _append(console, "remove", {"document": deciding.known(document)}, "", who, why_)


@decide.command()
@click.argument("old")
@click.argument("new")
@_why
@_by
@click.pass_obj
def move(console: Console, old: str, new: str, why_: str, who: str | None) -> None:
    """Take the decisions on the paper OLD along to NEW, because its file was renamed."""
    from cablegraph.linking import ledger

    deciding.Desk(console).there(new)
    decider, folder = _who(who), console.folder / "curation"
    before, after = deciding.known(old), deciding.known(new)
    standing = [made for made in ledger.read(folder).standing if ledger.moved(made, before, after) != dict(made.on)]
    if not standing or before == after:
        raise SettingsError(f"no decision is on {old}", notes="to see all: cablegraph decide list")
    for made in standing:
        ledger.append(folder, made.do, ledger.moved(made, before, after), made.value, decider, _now(), why_ or made.why)
        ledger.append(folder, "undo", made.on, "", decider, _now(), why_ or f"moved to {after}")
    console.say(
        f"{len(standing)} moved to {after}\n   = what was decided holds from the next build on: cablegraph build"
    )


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


@decide.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--kind", default="", help="dates, people or links.")
@click.pass_obj
def export_(console: Console, path: Path, kind: str) -> None:
    """Write what waits for a decision as CSV, with empty columns do, value and why to fill in."""
    from cablegraph.cli.export import write_file
    from cablegraph.linking import review as reviewing

    cards = _waiting(console, kind)
    buffer = io.StringIO(newline="")
    number = reviewing.write_csv(cards, buffer)
    write_file(path, iter([buffer.getvalue().encode()]))
    console.say(f"wrote {number} rows to {path.absolute()}")


@decide.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_why
@_by
@click.pass_obj
def import_(console: Console, path: Path, why_: str, who: str | None) -> None:
    """Keep the rows of a CSV that were filled in; the others change nothing."""
    from cablegraph import spreadsheet
    from cablegraph.linking import decisions
    from cablegraph.linking import review as reviewing

    decider, number, desk = _who(who), 0, deciding.Desk(console)
    filled = [
        (do, on, desk.value(on["predicate"], value) if do == "correct" else value, why)
        for do, on, value, why in reviewing.read_csv(spreadsheet.text(path), str(path))
    ]
    for do, on, value, why in filled:
        decisions.append(console.folder / "curation", do, on, value, decider, _now(), why or why_)
        number += 1
    console.say(f"{number} decisions kept in curation/{decisions.FILE}")
    if not number:
        console.say("   = no row has a word in the column do, or a value")


def _waiting(console: Console, kind: str) -> Any:
    from pyoxigraph import Store

    from cablegraph.cli.export import generation_of
    from cablegraph.iri import DOC
    from cablegraph.linking import review as reviewing
    from cablegraph.store import texts

    generation = generation_of(console)

    def text_of(iri: str) -> str | None:
        kept = texts.get(generation.path / "texts.sqlite", iri.removeprefix(DOC).partition("/text/")[0])
        return kept.text if kept else None

    return reviewing.waiting(Store.read_only(str(generation.store_path)), text_of, kind)


@click.command(short_help="What waits for a decision, one card at a time.")
@click.option("--kind", type=click.Choice(["dates", "people", "links", "places"]), default=None, help="Only these.")
@_by
@click.pass_obj
def review(console: Console, kind: str | None, who: str | None) -> None:
    """Show what is proposed, one card at a time.

    Keys: a accept, r reject, e edit, l accept all like it, s skip, u undo, q end.

    \b
    Example:  cablegraph review --kind people
    """
    from cablegraph.linking import decisions
    from cablegraph.linking import review as reviewing

    decider, desk = _who(who), deciding.Desk(console)

    def keep(do: str, on: dict[str, Any], value: str) -> object:
        if do == "correct":
            value = desk.value(on["predicate"], value)
        return decisions.append(console.folder / "curation", do, on, value, decider, _now(), "")

    cards = _waiting(console, kind or "")
    counts = reviewing.review(cards, input, lambda text: click.echo(text), keep)
    console.say("  ".join(f"{number} {name}" for name, number in counts.items()))
    if any(counts[name] for name in ("accepted", "rejected", "corrected")):
        console.say("   = to apply: cablegraph build")
