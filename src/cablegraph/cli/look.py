"""``show``, ``why`` and ``query``: one paper in colour, the words behind an edge, a question answered."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import click

from cablegraph.cli.console import Console, Seconds
from cablegraph.errors import SettingsError
from cablegraph.iri import expand, is_iri, shorten
from cablegraph.record import Record, to_json

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Store

    from cablegraph.evidence import Passage
    from cablegraph.store.readings import FoundReading

SPARQL = re.compile(r"\s*(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE)\b\s*\S", re.IGNORECASE)
"""How SPARQL text begins; no query has a name of two words."""
COLOURS = {"editorial": "cyan", "catalogue": "magenta", "boilerplate": "bright_black"}


@click.command(short_help="One paper: its layers, spans and facts.")
@click.argument("what", metavar="FILE|IRI")
@click.option("--html", "as_html", is_flag=True, help="As an HTML page.")
@click.option("--json", "as_json", is_flag=True, help="As the record that mappings see.")
@click.pass_obj
def show(console: Console, what: str, as_html: bool, as_json: bool) -> None:
    """Show what is read from a paper, and from which words.

    \b
    Example:  cablegraph show documents/telegram.txt
    """
    for record in _records_of(console, what):
        if as_json or console.as_json:
            click.echo(json.dumps(to_json(record), ensure_ascii=False, indent=1))
        elif as_html:
            click.echo(_as_html(record))
        else:
            _print_record(console, record)
            _print_decisions(console, record)


def _print_decisions(console: Console, record: Record) -> None:
    """What people decided about the paper, which a build puts in place of what is read."""
    from cablegraph.iri import DOC
    from cablegraph.linking import decisions

    about = [d for d in decisions.load(console.folder / "curation").all if d.document == DOC + record.source.key]
    for made in about:
        on = " ".join(str(made.on[key]) for key in ("entity", "subject", "predicate", "object") if made.on.get(key))
        why = f": {made.why}" if made.why else ""
        click.echo(f"decided: {made.do} {on} {made.value}".rstrip() + f"\n    line {made.number}, {made.who}{why}")


def _records_of(console: Console, what: str) -> list[Record]:
    from cablegraph import corpus, line
    from cablegraph.cli import as_built

    path = Path(what)
    if not path.exists():
        path = _file_of(console, what)
    loaded = line.load(console.corpus)
    [paper] = as_built.named(console, [corpus.one_paper(path)])
    records = [line.link(loaded, line.extract(loaded, source)) for source in line.read(loaded, paper)]
    wanted = what.removeprefix("doc:").rpartition("/id/doc/")[2]
    return [record for record in records if record.id == wanted] or records


def _file_of(console: Console, what: str) -> Path:
    """The file of a document in the current graph, by the label of its text."""
    from pyoxigraph import NamedNode

    from cablegraph.iri import CG, RDFS

    iri = _iri(what) if ":" in what else ""
    store = _open(console)
    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(CG + "sourceText"), None) if iri else ():
        for label in store.quads_for_pattern(quad.object, NamedNode(RDFS + "label"), None):  # type: ignore[arg-type]
            name = str(label.object.value)  # type: ignore[union-attr]
            for found in console.folder.rglob(Path(name).name):
                if found.as_posix().endswith(f"/{name}"):
                    return found
    if iri:
        hint = "keys stand in the addresses of pages, and in: cablegraph query letters -f csv"
        raise SettingsError(f"the graph has no paper {what}, or its file is gone", notes=hint)
    notes = ("give a file, or a paper of the graph: doc:wilson-ct3777", f"paths are taken from {Path.cwd()}")
    raise SettingsError(f"there is no file {what}", notes=notes)


def _print_record(console: Console, record: Record) -> None:
    source = record.source
    edges = sorted({0, len(source.text), *(at for start, end, _ in source.layers for at in (start, end))})
    for start, end in pairwise(edges):
        layer = source.layer_of(start, end)
        click.secho(source.text[start:end], fg=COLOURS.get(layer), nl=False, color=None if console.color else False)
    click.echo("\n")
    legend = " · ".join(click.style(layer, fg=colour) for layer, colour in COLOURS.items())
    click.echo(f"transcript · {legend}\n", color=None if console.color else False)
    for part, name, passages in _facts(record):
        for passage in passages:
            _print_fact(record, f"{part}{name}", passage, console.color)
    for warning in record.warnings:
        click.echo(f"warning: {warning}", err=True)


def _print_fact(record: Record, name: str, passage: Passage, color: bool) -> None:
    """``sender  Stalin → agent:stalin  “FILIPPOV [Stalin]” 1352–1369 editorial, wilson-center.sender 0.99``."""
    words = " … ".join(record.source.quote(span) for span in passage.spans).replace("\n", " ")
    places = " ".join(f"{span.start}–{span.end}" for span in passage.spans)
    value = _cut(passage.text) if passage.text != words else ""
    iri = f"→ {unquote(shorten(passage.iri))}" if passage.iri else ""
    style = click.style(passage.layer, fg=COLOURS.get(passage.layer))
    head = "  ".join(part for part in (f"{name:<18}", value, iri) if part)
    tail = f"“{_cut(words)}” {places} {style}, {passage.rule.name} {passage.certainty}"
    click.echo(f"{head}\n    {tail}", color=None if color else False)


def _cut(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _facts(record: Record, part: str = "") -> list[tuple[str, str, Any]]:
    own = [(part, name, passages) for name, passages in record.fields.items()]
    for name, records in record.parts.items():
        for number, inner in enumerate(records, 1):
            own.extend(_facts(inner, f"{part}{name} {number} "))
    return own


def _as_html(record: Record) -> str:
    from html import escape

    source = record.source
    cuts = {0, len(source.text), *(at for start, end, _ in source.layers for at in (start, end))}
    cuts |= {at for item in record.walk() for ps in item.fields.values() for p in ps for span in p.spans for at in span}
    edges = sorted(cuts)
    pieces = [
        f'<span id="char={start},{end}" class="{source.layer_of(start, end)}">{escape(source.text[start:end])}</span>'
        for start, end in pairwise(edges)
    ]
    return f'<!doctype html><meta charset="utf-8"><title>{escape(record.id)}</title><pre>{"".join(pieces)}</pre>'


@click.command(short_help="The words behind an edge.")
@click.argument("subject")
@click.argument("predicate")
@click.argument("object_", metavar="[OBJECT]", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_obj
def why(console: Console, subject: str, predicate: str, object_: str | None, as_json: bool) -> int:
    """Show the readings that an edge rests on: its words, where they stand, and the rule. Exit 1 when there are none.

    Without OBJECT, those of all objects.

    \b
    Example:  cablegraph why doc:wilson-ct3777 rico:hasSender agent:stalin
    """
    from dataclasses import asdict

    from pyoxigraph import NamedNode

    from cablegraph.store import readings

    store = _open(console)
    edge = NamedNode(_iri(subject)), NamedNode(_iri(predicate))
    value = None if object_ is None else _term(predicate, object_)
    everything = readings.of(store, *edge)
    found = everything if value is None else readings.why(store, *edge, value)
    stands = any(reading.status not in ("candidate", "rejected") for reading in found)
    if as_json or console.as_json:
        console.result({"asserted": stands, "readings": [asdict(reading) for reading in found]})
        return 0 if found else 1
    if not found:
        there = ", ".join(sorted({_named(reading) for reading in everything}))
        said = f"read there: {there}" if there else f"all that is read from a paper: cablegraph show {subject}"
        console.complain(f"no reading of this statement in the graph\n   = {said}")
        return 1
    columns = ("words", "characters", "layer", "rule", "certainty", "status", "document")
    rows = [row if value is not None else (_named(reading), *row) for reading in found for row in _places(reading)]
    console.table(columns if value is not None else ("object", *columns), rows)
    if value is not None:
        console.say("the edge stands" if stands else "the edge does not stand: only candidates or rejected readings")
    return 0


def _places(reading: FoundReading) -> Iterator[tuple[str, ...]]:
    """The rows of a reading: one for each stretch of words, or one for a decision."""
    facts = reading.rule, reading.certainty, reading.status
    for span in reading.spans:
        yield span.quote, f"{span.start}–{span.end}", span.layer, *facts, shorten(reading.document)
    if not reading.spans:
        yield reading.reason or "a decision", "", "", *facts, shorten(reading.decision)


def _named(reading: FoundReading) -> str:
    return shorten(reading.value) if "://" in reading.value else f'"{reading.value}"'


@click.command(short_help="A canned query, a .rq file, or SPARQL text.")
@click.argument("name", required=False, metavar="NAME|FILE|TEXT|-")
@click.argument("parameters", nargs=-1, metavar="KEY=VALUE…")
@click.option("-e", "text", help="SPARQL text.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "csv", "tsv", "json", "xml", "ttl", "nt"]), default=None
)
@click.option("-o", "out", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("--why", "with_words", is_flag=True, help="Add the words each row rests on.")
@click.option("--timeout", type=Seconds(), default=60.0, show_default=True, help="Seconds.")
@click.option("--store", "store", metavar="PATH|URL", help="A store's folder, or a SPARQL address.")
@click.pass_obj
def query(
    console: Console,
    name: str | None,
    parameters: tuple[str, ...],
    text: str | None,
    form: str | None,
    out: Path | None,
    with_words: bool,
    timeout: float,
    store: str | None,
) -> None:
    """Answer a question. Without NAME, list the canned queries. SPARQL text may stand in the place of NAME or after -e.

    \b
    Example:  cablegraph query letters from=1951 to=1953 -f csv -o letters.csv
    """
    from cablegraph.cli.ask import list_queries, run_canned, run_text

    if name is None and text is None:
        list_queries(console, form or "")
        return
    given = _pairs(parameters)
    path = Path(name) if name else None
    if text is None and name == "-":
        text = sys.stdin.read()
    elif text is None and path is not None and path.suffix == ".rq":
        if not path.is_file():
            raise SettingsError(f"there is no file {path}")
        text = path.read_text("utf-8")
    elif text is None and name and SPARQL.match(name):
        text = name
    if text is not None:
        run_text(console, text, form or "", out, timeout, store)
        return
    run_canned(console, name or "", given, form=form or "", out=out, why=with_words, timeout=timeout, store=store)


def _pairs(parameters: tuple[str, ...]) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise SettingsError(f'"{parameter}" is not key=value', notes="for example: from=1951")
        given.setdefault(key, []).append(value)
    return given


def _iri(name: str) -> str:
    try:
        if not is_iri(iri := expand(name)):
            raise SettingsError(f"{name!r} is no name of a thing", notes="for example: doc:wilson-ct3777, cg:sentOn")
        return iri
    except KeyError as error:
        known = "cg doc agent place topic form kind rico skos schema wd …"
        raise SettingsError(
            f'prefix "{name.partition(":")[0]}:" is not declared', notes=f"known here: {known}"
        ) from error


def _term(predicate: str, text: str) -> NamedNode | Literal:
    from pyoxigraph import Literal, NamedNode

    from cablegraph.cli import deciding

    text = deciding.term(predicate, text)
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        return Literal(text[1:-1])
    try:
        return NamedNode(expand(text))
    except (KeyError, ValueError):
        return Literal(text)


def _open(console: Console) -> Store:
    from pyoxigraph import Store

    from cablegraph.cli.ask import store_path

    return Store.read_only(str(store_path(console)))
