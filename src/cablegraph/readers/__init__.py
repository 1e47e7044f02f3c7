"""How bytes become laid-out texts: one reader for each kind of source, chosen by what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from cablegraph import encodings
from cablegraph.errors import Diagnostic, ReadError
from cablegraph.readers import (
    bulletin,
    cards,
    frus,
    frus_text,
    html,
    json_records,
    listing,
    pdf,
    plain_text,
    tabular,
    type_marks,
    wilson_center,
    wrapping,
    xml,
)
from cablegraph.record import SourceText, normalise

TextReader = Callable[[str, str], Iterator[SourceText]]

TEXT_READERS: Final[Mapping[str, TextReader]] = {
    "wilson_center": wilson_center.read,
    "labelled": cards.read_labelled,
    "bulletin": bulletin.read,
    "frus_text": frus_text.read,
    "tabular": tabular.read,
    "json_records": json_records.read,
    "plain_text": plain_text.read,
}
"""Readers of text: normalised text and the file's path inside the corpus to documents."""

_SUFFIXES: Final[Mapping[str, str]] = {
    **dict.fromkeys((".csv", ".tsv", ".tab"), "tabular"),
    **dict.fromkeys((".json", ".jsonl", ".ndjson"), "json_records"),
}
_OF_VALUES: Final = frozenset(_SUFFIXES.values())
"""Readers of bare values, whose lines are no sheet's."""
READERS: Final = ("frus", *TEXT_READERS)
"""The names that corpus.toml may declare under ``[readers]``; ``frus`` is the one that reads TEI."""


def read(path: Path, name: str, *, reader: str | None = None, encoding: str | None = None) -> Iterator[SourceText]:
    """The documents of a file, in order. ``name`` is its path inside the corpus, with ``/``.

    ``reader`` and ``encoding`` are what corpus.toml declares; without them both are found out. Raises ReadError.
    """
    if reader is not None and reader not in READERS:
        notes = ("left out", f"known here: {', '.join(READERS)}")
        raise ReadError(f'"{reader}" is no reader', path=name, code="format", notes=notes)
    data = path.read_bytes()
    if reader == "frus" or (reader is None and _is_tei(data)):
        yield from frus.read(data, name)
        return
    of_pages = pdf.sniff(data, name)
    text = normalise(pdf.text(data, name) if of_pages else encodings.decode(data, name, encoding))
    if not text.strip():
        raise encodings.empty(name)
    marked_up = html.sniff(text)
    if not marked_up and (outermost := xml.root(text)):
        if reader is None and outermost in xml.TEI:  # without its namespace, or behind a long comment
            yield from frus.read(data, name)
            return
        if reader is None:
            raise xml.refuse(text, name)
        marked_up = True
    if marked_up:
        text = normalise(html.lines(text, name))
        if not text.strip():
            raise encodings.empty(name)
    if reader not in _OF_VALUES and PurePosixPath(name).suffix.lower() not in _SUFFIXES:
        text, reader = _set_alike(text, name, reader)
    if reader is None:
        reader = choose(text, name)
        if reader in ("wilson_center", "plain_text") or (
            reader == "frus_text" and not frus_text.DOCUMENT_ID.search(name)
        ):
            listing.check(text, name)
    yield from TEXT_READERS[reader](text, name)


def _set_alike(text: str, name: str, reader: str | None) -> tuple[str, str | None]:
    """The text as if set in one way; bulletins, whose heads and columns tell more of it, join their own lines."""
    given = type_marks.plain(text)
    text = wrapping.undone(given)
    if text != given and "bulletin" in (reader, reader or choose(given, name)):
        return type_marks.even(given), "bulletin"
    return type_marks.even(text), reader


def remarks(path: Path, name: str, *, encoding: str | None = None) -> Iterator[Diagnostic]:
    """What is to be said of how a file was read: a guessed encoding, a name that says another kind of file."""
    data = path.read_bytes()
    kind = encodings.NAMED.get(PurePosixPath(name).suffix.lower())
    if kind is not None and not (data.startswith(kind.magic) or pdf.sniff(data, name)):
        what = f"it is called {kind.what} and holds text; read as text"
        yield Diagnostic(what, "warning", path=name, code="misnamed", notes=(f"if it is {kind.what}, it is damaged",))
    said = _is_tei(data) or data.startswith(b"<?xml") or pdf.sniff(data, name)  # by the file itself
    if encoding is None and not said and (guessed := encodings.guessed(data, name)):
        what = (
            f'it is no Unicode; read as {guessed}, a guess; to say another: [encodings] "{name}" = "…" in corpus.toml'
        )
        yield Diagnostic(what, "warning", path=name, code="encoding-guessed")


def _is_tei(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"http://www.tei-c.org/ns/1.0" in head


def choose(text: str, name: str) -> str:
    """The name of the reader for a text: by its suffix where that says it, else by its own marks."""
    if values := _SUFFIXES.get(PurePosixPath(name).suffix.lower()):
        return values
    if plain_text.is_composed(text):
        return "plain_text"  # an invented paper says so first, whatever form it has been given
    if cards.sniff_labelled(text):
        return "labelled"
    if wilson_center.sniff(text, name):
        return "wilson_center"
    if bulletin.sniff_surely(text):
        return "bulletin"
    if frus_text.sniff(text, name):
        return "frus_text"
    if bulletin.sniff(text, name):
        return "bulletin"
    return "plain_text"
