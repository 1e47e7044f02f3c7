"""The line for one paper: read, extract, link, map; what `pipeline` runs for many, here in one process."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from cablegraph import __version__, corpus_file, dates, encodings, extraction, linking, mapping, readers, undated
from cablegraph.cache import Made, MadePaper, number_of, pack
from cablegraph.corpus import FILE_NAME, Corpus, Paper
from cablegraph.corpus import stamp as stamp_of
from cablegraph.errors import CablegraphError, Diagnostic, SettingsError
from cablegraph.evidence import CANDIDATE, reading_lines
from cablegraph.iri import BASE_VARIABLE, CG, DATE, DOC, HOME, RDFS, RULE, SKOS, edtf_of
from cablegraph.linking import decisions
from cablegraph.record import Record, SourceText
from cablegraph.shipped import shipped


@dataclass(frozen=True, slots=True)
class Line:
    """Everything the stages need that does not depend on the paper; loaded once in each process."""

    corpus: Corpus
    authority: linking.Authority
    mappings: mapping.Mappings
    decisions: decisions.Decisions
    version: str
    """Digest of all that decides what a paper becomes, besides its own bytes and the decisions on it."""


def load(corpus: Corpus) -> Line:
    """Load authorities, mappings and decisions, shipped ones first. Raises what is wrong with any."""
    if corpus.base and corpus.base != HOME:
        raise SettingsError(
            f"the corpus has its identifiers under {corpus.base}, this process makes them under {HOME}",
            notes=f"set {BASE_VARIABLE}={corpus.base} before cablegraph is imported; the commands do so by themselves",
        )
    check_declared(corpus)
    tables = (shipped("ontology", "authorities"), *corpus.own("authorities"))
    mapping_folders = (shipped("mappings"), *corpus.own("mappings"))
    authority = linking.load(tables)
    return Line(
        corpus,
        authority,
        mapping.load_all(mapping_folders),
        decisions.load(corpus.folder / "curation"),
        _version(corpus, (*tables, *mapping_folders, shipped("ontology", "vocab"))),
    )


def check_declared(corpus: Corpus) -> None:
    """Whether all readers and encodings that corpus.toml declares are there. Raises SettingsError."""
    path = corpus.folder / FILE_NAME
    for pattern, reader in corpus.readers.items():
        if reader not in readers.READERS:
            what = f'there is no reader "{reader}" for "{pattern}"{corpus_file.nearest(reader, readers.READERS)}'
            notes = (f"known here: {', '.join(readers.READERS)}", "nothing was built; the current graph stays")
            raise corpus_file.wrong(path, what, reader, notes, quoted=True)
    for pattern, encoding in corpus.encodings.items():
        if not encodings.known(encoding):
            what = f'there is no encoding "{encoding}" for "{pattern}"{corpus_file.nearest(encoding, ENCODINGS)}'
            notes = (f"for example: {', '.join(ENCODINGS)}", "nothing was built; the current graph stays")
            raise corpus_file.wrong(path, what, encoding, notes, quoted=True)


ENCODINGS = ("utf-8", "utf-16", "cp1251", "koi8-r", "gb18030", "cp1252")
"""Those named in messages; all others that Python knows may be declared too."""


def _version(corpus: Corpus, folders: tuple[Path, ...]) -> str:
    facts = (HOME, corpus.repository, corpus.rights, corpus.languages)
    digest = hashlib.sha256(f"{__version__} {_code_digest()} {facts}".encode())
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _code_digest() -> str:
    """Digest of the rules as they stand: a rule changed without a new version is redone all the same."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    parts = ("readers", "extraction", "linking", "mapping", "dates")
    files = [path for part in parts for path in sorted((package / part).rglob("*")) if path.suffix in _RULE_FILES]
    for path in (*files, *sorted(package.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


_RULE_FILES = (".py", ".toml", ".csv", ".tsv", ".json", ".txt")


def cache_key(line: Line, name: str, content: bytes, document_keys: tuple[str, ...] = ()) -> bytes:
    """What a paper's results depend on: its name and bytes, the line, what is declared for it and decided on it.

    ``content`` is the sha256 of its bytes.
    """
    declared: tuple[object, ...] = (line.corpus.reader_of(name), line.corpus.encoding_of(name))
    if name.lower().endswith(".pdf"):  # left out without the extra, read once it is installed
        declared = (*declared, readers.pdf.installed())
    facts = f"{line.version}\n{name}\n{declared}\n{line.decisions.digest(document_keys)}\n"
    return hashlib.sha256(facts.encode() + content).digest()


def content_of(path: Path) -> bytes:
    """The sha256 of a file's bytes."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def read(line: Line, paper: Paper) -> Iterator[SourceText]:
    """The documents of a file, laid out as text. Raises ReadError."""
    name = paper.name
    reader, encoding = line.corpus.reader_of(name), line.corpus.encoding_of(name)
    return readers.read(paper.path, name, reader=reader, encoding=encoding)


def extract(line: Line, source: SourceText) -> Record:
    """What a text says, not yet linked."""
    return extraction.extract(source, repository=line.corpus.repository)


def link(line: Line, record: Record) -> Record:
    """The record with authority IRIs and candidates on its names."""
    return linking.link(record, line.authority, line.decisions.redirect)


@dataclass(frozen=True, slots=True)
class Written:
    """A document as sorted N-Triples lines, the readings they come from, and the decisions that were applied.

    ``shared`` are edges this document asserts about things of the whole corpus, ``proposed`` its candidate and rejected
    readings of such edges: edge, and lines that stand only where no other document asserts the edge.
    """

    lines: list[str]
    mapped: mapping.Mapped
    applied: tuple[str, ...]
    shared: tuple[str, ...]
    proposed: tuple[tuple[str, tuple[str, ...]], ...]


def map_record(line: Line, record: Record) -> Written:
    """What a linked record becomes, decisions replayed."""
    mapped = mapping.run(line.mappings.of(record.source.family), record)
    readings, applied = line.decisions.apply(mapped.readings, record)
    mapped = replace(mapped, readings=readings)
    own = f"{DOC}{record.source.key}"
    if applied and (loose := decisions.loose_parts(readings, own)):
        mapped = replace(mapped, types=tuple(text for text in mapped.types if text[1:].partition(">")[0] not in loose))
    common = [reading for reading in readings if not reading.subject.value.startswith(own)]
    proposed = tuple((reading.edge, tuple(reading_lines(reading))) for reading in common if not reading.supports)
    apart = {text for _, lines in proposed for text in lines}
    lines = mapping.lines(mapped, record)
    for text in apart:  # few of many that are sorted
        place = bisect_left(lines, text)
        if lines[place : place + 1] == [text]:
            del lines[place]
    shared = tuple(sorted({reading.edge for reading in common if reading.supports}))
    return Written(lines, mapped, applied, shared, proposed)


def make(line: Line, paper: Paper) -> MadePaper:
    """Take one file through the whole line. What goes wrong with it is said in its diagnostics, never raised."""
    documents: list[Made] = []
    said: list[dict[str, Any]] = []
    family, stamp, content = "", "", b""
    try:
        stamp, content = stamp_of(paper.path.stat()), content_of(paper.path)
        for source in read(line, paper):
            family = source.family
            if line.decisions.removes(source.key):
                continue
            record = link(line, extract(line, source))
            made, unread = _make_document(line, record)
            documents.append(made)
            said.extend(_warnings(paper, record, unread))
        remarks = readers.remarks(paper.path, paper.name, encoding=line.corpus.encoding_of(paper.name))
        said.extend(remark.to_json() for remark in remarks)
    except CablegraphError as error:
        said.append(replace(error.diagnostic, path=error.diagnostic.path or paper.name).to_json())
    except (ValueError, KeyError, IndexError, RecursionError, OSError) as error:  # one bad file never stops a run
        what = f"{paper.name} could not be taken through: {type(error).__name__}: {error}"
        notes = ("the other papers are built; please report this with the file",)
        said.append(Diagnostic(what, path=paper.name, notes=notes, code="unexpected").to_json())
    if any(item.get("severity") == "error" for item in said):
        documents = []
    keys = tuple(made.key for made in documents)
    key = cache_key(line, paper.name, content, keys)
    return MadePaper(paper.name, key, content, stamp, family, tuple(documents), tuple(said))


def _make_document(line: Line, record: Record) -> tuple[Made, mapping.Mapped]:
    written = map_record(line, record)
    mapped = written.mapped
    body = ("\n".join(written.lines) + "\n").encode()
    facts = {
        "card": linking.card_to_json(linking.card(record)),
        "entities": sorted(linking.entities_of(record)),
        "readings": len(mapped.readings),
        "edges": len({reading.edge for reading in mapped.readings if reading.supports}),
        "candidates": body.count(CANDIDATE),
        "decisions": written.applied,
        "shared": written.shared,
        "proposed": written.proposed,
        "composed": bool(record.fields.get("composed")),
        "path": record.source.path,
    }
    source = record.source
    kept = {name: getattr(source, name) for name in ("text", "layers", "path", "family", "language")}
    packed = pack(json.dumps(kept, ensure_ascii=False).encode())
    others = not_own(written.lines, record.id)
    facts["names"] = list(filter(_is_name, others))
    common = tuple(sorted(set(map(_number_of, others))))
    digest = hashlib.sha256(body).digest()
    return Made(record.id, source.sha256, digest, facts, common, pack(body), packed), mapped


def is_own(text: str, key: str) -> bool:
    """Whether a line is about the document of this key or a part of it, which no other document writes."""
    own = f"<{DOC}{key}"
    return text.startswith(own) and text[len(own)] in _ENDS


def not_own(lines: list[str], key: str) -> list[str]:
    """Of sorted lines those that are not about the document of this key, as `is_own` says; most are."""
    left: list[str] = []
    reached = 0
    for end in _ENDS:
        own = f"<{DOC}{key}{end}"
        first = bisect_left(lines, own)
        left += lines[reached:first]
        reached = bisect_left(lines, own[:-1] + chr(ord(end) + 1))
    return left + lines[reached:]


_ENDS = "#/>"
"""What may stand behind a document's key in an IRI or ends it, in order."""


def _is_name(text: str) -> bool:
    """Whether a line says what someone, a place or a term is called."""
    return not text.startswith(_UNNAMED) and text.split(" ", 2)[1] in _NAMING


_UNNAMED = (f"<{RULE}", f"<{DATE}", f"<{DOC}")
_NAMING = (f"<{RDFS}label>", f"<{SKOS}altLabel>", f"<{SKOS}prefLabel>")
_number_of = lru_cache(1 << 14)(number_of)  # rules and dates come again in every document


def _warnings(paper: Paper, record: Record, mapped: mapping.Mapped) -> Iterator[dict[str, Any]]:
    for warning in record.warnings:
        code = next((code for words, code in _CODES if words in warning), "warning")
        yield Diagnostic(warning, "warning", path=paper.name, code=code).to_json()
    own, sent = f"{DOC}{record.id}", f"{CG}sentOn"  # the papers it cites have days of their own
    said = (r for r in mapped.readings if r.subject.value == own and r.predicate.value == sent and r.supports)
    if not any(dates.bounds(edtf_of(r.object.value)).known for r in said):
        yield undated.diagnostic(paper.name, record).to_json()


_CODES = (
    ("has nothing after it", "empty-label"),
    ("give different numbers", "two-numbers"),
    ("title names", "title-against-text"),
    ("characters", "long-text"),
    (", the text says ", "sum"),
)
"""Kinds of warnings, by words of theirs."""
