"""``read``, ``extract``, ``link``, ``map`` and ``load``: the line's stages one by one, JSON Lines between them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from cablegraph import corpus
from cablegraph.cli.console import Console, beside
from cablegraph.errors import ReadError, SettingsError
from cablegraph.record import Record, from_json, to_json

_input = click.option("-i", "source", type=click.Path(path_type=Path), help="Read from here (default: stdin).")
_output = click.option("-o", "out", type=click.Path(path_type=Path), help="Write here (default: stdout).")


@click.command(short_help="Papers to texts with layers, one JSON line each.")
@click.argument("papers", nargs=-1, required=True, type=click.Path(path_type=Path))
@_output
@click.pass_obj
def read(console: Console, papers: tuple[Path, ...], out: Path | None) -> int:
    """Lay papers out as texts.

    \b
    Example:  cablegraph read telegram.txt | cablegraph extract | cablegraph link | cablegraph map -o graph.nt
    """
    from cablegraph import line
    from cablegraph.cli import as_built

    loaded = line.load(console.corpus)
    unread = 0
    with _writing(out) as stream:
        for paper in as_built.named(console, corpus.papers(papers)):
            try:
                for source in line.read(loaded, paper):
                    _put(stream, Record(source.key, source))
            except ReadError as error:
                unread += 1
                click.echo(str(error), err=True)
    return 3 if unread else 0


@click.command(short_help="Texts to what they say.")
@_input
@_output
@click.pass_obj
def extract(console: Console, source: Path | None, out: Path | None) -> None:
    """Read what the texts say.

    \b
    Example:  cablegraph read telegram.txt | cablegraph extract
    """
    from cablegraph import line

    loaded = line.load(console.corpus)
    with _writing(out) as stream:
        for record in _records(source):
            _put(stream, line.extract(loaded, record.source))


@click.command(short_help="Names to entries of the authority tables.")
@_input
@_output
@click.pass_obj
def link(console: Console, source: Path | None, out: Path | None) -> None:
    """Put authority IRIs and candidates on names.

    \b
    Example:  cablegraph read telegram.txt | cablegraph extract | cablegraph link
    """
    from cablegraph import line

    loaded = line.load(console.corpus)
    with _writing(out) as stream:
        for record in _records(source):
            _put(stream, line.link(loaded, record))


@click.command("map", short_help="Records to N-Triples; or a mapping over its own sources.")
@click.argument("mapping_file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_input
@_output
@click.pass_obj
def map_(console: Console, mapping_file: Path | None, source: Path | None, out: Path | None) -> None:
    """Write each record's edges and readings as N-Triples; with MAPPING_FILE, run it over its own CSV or JSON sources.

    \b
    Example:  cablegraph map catalogue.yarrrml.yml -o catalogue.nt
    """
    if mapping_file is not None:
        from cablegraph import mapping

        with _writing(out) as stream:
            for text in mapping.run_sources(mapping_file):
                stream.write(text)
        return
    from cablegraph import line

    loaded = line.load(console.corpus)
    with _writing(out) as stream:
        for record in _records(source):
            written = line.map_record(loaded, record)
            proposed = (text for _, lines in written.proposed for text in lines)
            stream.writelines(text + "\n" for text in sorted({*written.lines, *proposed}))


@click.command(short_help="N-Triples or N-Quads into a store, or a remote SPARQL service.")
@click.argument("parts", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--store", "store", metavar="PATH|URL", help="Empty folder, or a Graph Store address, for what map wrote."
)
@click.option("--data", "data", type=click.Path(file_okay=False, path_type=Path), help="Join build --shard parts here.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes; 0 is one per core (with --data).")
@click.pass_obj
def load(console: Console, parts: tuple[Path, ...], store: str | None, data: Path | None, jobs: int) -> int | None:
    """Bulk-load what `map` wrote; or join the parts of `build --shard` into a generation and make it current.

    \b
    Example:  cablegraph load graph.nt --store graph-store
    """
    if (store is None) == (data is None):
        notes = ("for N-Triples: load graph.nt --store FOLDER", "for parts: load part-*.sqlite --data cablegraph-data")
        raise SettingsError("load needs --store or --data, and not both", notes=notes)
    if data is not None:
        from cablegraph import pipeline
        from cablegraph.cli.build import say_built

        with console.progress() as tell:
            report = pipeline.load_parts(console.corpus, parts, data, jobs=jobs, tell=tell)
        return say_built(console, report, [])
    assert store is not None
    if store.startswith(("http://", "https://")):
        from cablegraph.store import remote

        for part in parts:
            remote.put_default(store, part)
        console.say(f"{len(parts)} files loaded into {store}")
        return None
    from cablegraph.store import embedded

    console.say(f"{embedded.load(list(parts), Path(store))} quads in {store}")
    return None


def _records(source: Path | None) -> Iterator[Record]:
    stream = sys.stdin if source is None else source.open(encoding="utf-8")
    with stream:
        for number, text in enumerate(stream, 1):
            if not text.strip():
                continue
            try:
                yield from_json(json.loads(text))
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise SettingsError(
                    f"not a record: {type(error).__name__}: {error}",
                    path=str(source or "<stdin>"),
                    line=number,
                    notes="records are what cablegraph read, extract and link write, one JSON object on a line",
                ) from error


def _put(stream: TextIO, record: Record) -> None:
    stream.write(json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":")) + "\n")


@contextmanager
def _writing(out: Path | None) -> Iterator[TextIO]:
    """stdout, or a file that appears only when it is whole."""
    if out is None:
        yield sys.stdout
        return
    part = beside(out)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
