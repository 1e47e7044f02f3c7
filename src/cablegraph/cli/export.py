"""``export``: the graph and what is drawn from it as files, each with its generation, licence and filter."""

from __future__ import annotations

import gzip
import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cablegraph.cli.console import Console, beside
from cablegraph.corpus import FILE_NAME
from cablegraph.errors import SettingsError, StoreError

if TYPE_CHECKING:
    from cablegraph import exports
    from cablegraph.store.generations import Generation

WRITTEN = ("nq", "ttl", "network.json", "gexf", "timeline", "geojson")
"""What ``demo --no-serve`` writes."""


@click.command(short_help="The graph as RDF, networks, maps, timelines, CMIF, annotations.")
@click.argument("form", metavar="FORMAT", required=False)
@click.argument("filters", nargs=-1, metavar="KEY=VALUE…")
@click.option("-o", "out", type=click.Path(path_type=Path), help="Write to this file; .gz is compressed.")
@click.option("--profile", type=click.Choice(["rdf11", "flat", "full12"]), default="rdf11", show_default=True)
@click.option("--from", "from_", default="", help="Papers that possibly lie after this date.")
@click.option("--to", default="", help="Papers that possibly lie before this date.")
@click.option("--by", type=click.Choice(["agent", "place", "document", "topic"]), default="agent", show_default=True)
@click.option("--kind", "kinds", multiple=True, help="Kinds of links: letter, relay, cites, about.")
@click.option("--min-weight", type=click.IntRange(1), default=1, help="Links of at least so many papers.")
@click.option("--words", is_flag=True, help="Links with the words they rest on.")
@click.option("--excel", is_flag=True, help="CSV with a BOM, and no cell that a spreadsheet would run.")
@click.option("--generation", default=None, help="This generation instead of the current one.")
@click.pass_obj
def export(
    console: Console,
    form: str | None,
    filters: tuple[str, ...],
    out: Path | None,
    profile: str,
    from_: str,
    to: str,
    by: str,
    kinds: tuple[str, ...],
    min_weight: int,
    words: bool,
    excel: bool,
    generation: str | None,
) -> None:
    """Write one format. Without FORMAT, list them.

    Filters: from to sender addressee agent place topic form source held composed; of one paper: document.

    \b
    Example:  cablegraph export gexf agent=agent:stalin --from 1951 -o stalin.gexf
    """
    from cablegraph import exports
    from cablegraph.exports import rdf

    if form is None:
        console.table(("format", "what it is"), [(item.name, item.meaning) for item in exports.FORMATS.values()])
        return
    options = {"by": by, "kind": ",".join(kinds), "min_weight": str(min_weight), "profile": profile, "from": from_}
    flags = {"to": to, "words": "1" if words else "", "excel": "1" if excel else ""}
    request = _request({**options, **flags} | dict(_pair(text) for text in filters))
    exports.fits(form, request)
    found = generation_of(console, generation)
    _tell_of_facts(console, found)
    blocks = exports.write(form, source_of(console, found), request)
    if out is None:
        for block in blocks:
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()
        return
    write_file(out, blocks)
    console.say(f"wrote {out.absolute()}")
    if form in rdf.FORMATS:
        void = _beside(found, out, request.filter.to_json())
        console.say(f"wrote {void} and SHA256SUMS beside it")


def _request(given: dict[str, str]) -> exports.Request:
    """What is asked for by options and ``key=value``, which are called alike. Raises SettingsError."""
    from cablegraph import exports

    weight = given.pop("min_weight")
    if not weight.isdecimal() or int(weight) < 1:
        raise SettingsError(f'min_weight is a number of papers, not "{weight}"', notes="for example: min_weight=2")
    words, excel = (given.pop(name).lower() not in ("", "0", "false", "no") for name in ("words", "excel"))
    kinds = tuple(kind.strip() for kind in given.pop("kind").split(",") if kind.strip())
    options = exports.Options(given.pop("by"), kinds, int(weight), words)
    profile, document = given.pop("profile"), given.pop("document", "")
    return exports.Request(exports.Filter.of(given), options, profile, document, excel)


def _tell_of_facts(console: Console, generation: Generation) -> None:
    """Say what corpus.toml says otherwise than the graph: no file has it before the next build."""
    facts, here = console.corpus.facts, (console.folder / FILE_NAME).is_file()
    names = ("title", "licence", "editor", "publisher", "rights")
    other = [name for name in names if here and facts.get(name, "") != generation.manifest.get(name, "")]
    if other:
        console.say(f"{FILE_NAME} says another {' and '.join(other)} than this graph: cablegraph build takes it over")


def _beside(generation: Generation, dump: Path, chosen: dict[str, str]) -> str:
    """Put a description and the checksums beside a dump, other files' sums stay; gives the description's name."""
    from cablegraph.store import void as described

    void, sums = dump.with_name(f"{dump.name}.void.ttl" if chosen else "void.ttl"), dump.with_name("SHA256SUMS")
    facts = {name: str(generation.manifest.get(name, "")) for name in ("id", "title", "licence")}
    whole = (generation.path / "void.ttl").read_bytes()
    write_file(void, iter([described.part(chosen, *facts.values()).encode() if chosen else whole]))
    known = dict(line.split("  ", 1)[::-1] for line in sums.read_text("utf-8").splitlines()) if sums.is_file() else {}
    for path in (dump, void):
        with path.open("rb") as stream:
            known[path.name] = hashlib.file_digest(stream, "sha256").hexdigest()
    write_file(sums, iter("".join(f"{known[name]}  {name}\n" for name in sorted(known)).encode().splitlines(True)))
    return void.name


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not equals:
        raise SettingsError(f'"{text}" is not key=value', notes="for example: agent=agent:stalin")
    return key, value


def generation_of(console: Console, id_: str | None = None) -> Generation:
    """The generation of this id, or the current one. Raises StoreError when it is not there."""
    from cablegraph.store.generations import Generations

    kept = Generations(console.data)
    if id_ is None:
        current = kept.current()
        if current is None:
            raise StoreError(f"there is no graph in {console.data}", notes="to build one: cablegraph build FOLDER")
        current.check_base()
        return current
    for generation in kept.list():
        if generation.id == id_:
            return generation
    raise StoreError(f"there is no generation {id_}", notes="to see them: cablegraph generations list")


def source_of(console: Console, generation: Generation) -> exports.Source:
    """The exports' view of a generation."""
    from pyoxigraph import Store

    from cablegraph import exports
    from cablegraph.iri import DOC
    from cablegraph.store import texts

    kept = generation.path / "texts.sqlite"

    def text_of(iri: str) -> str | None:
        found = texts.get(kept, iri.removeprefix(DOC))
        return found.text if found else None

    about = {name: str(generation.manifest.get(name, "")) for name in ("title", "licence", "editor", "publisher")}

    def families() -> dict[str, str]:
        return {DOC + key: family for key, family in texts.families(kept).items()}

    store = Store.read_only(str(generation.store_path))
    return exports.of_store(
        store,
        generation=generation.id,
        families=families,
        text_of=text_of if console.corpus.publish_text and generation.publishes_text is not False else lambda iri: None,
        **about,
    )


def write_file(out: Path, blocks: Iterator[bytes]) -> None:
    """Blocks into a file that appears only when it is whole."""
    if not out.parent.is_dir():
        raise SettingsError(f"there is no folder {out.parent}", notes="make it first, or write elsewhere")
    part = beside(out)
    try:
        with part.open("wb") as raw:
            if out.suffix == ".gz":
                with gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as packed:
                    packed.writelines(blocks)
            else:
                raw.writelines(blocks)
        part.replace(out)
    except OSError as error:  # a full disk, a folder that is read only
        error.filename = str(out.absolute())
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_all(console: Console, folder: Path) -> list[Path]:
    """The usual exports of the current generation with their checksums; gives the files written."""
    from cablegraph import exports

    generation = generation_of(console)
    source = source_of(console, generation)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in WRITTEN:
        path = folder / f"cablegraph{exports.FORMATS[name].suffix}"
        write_file(path, exports.write(name, source))
        written.append(path)
    void = folder / "void.ttl"
    write_file(void, iter([(generation.path / "void.ttl").read_bytes()]))
    written.append(void)
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in written)
    write_file(folder / "SHA256SUMS", iter([sums.encode()]))
    return written
