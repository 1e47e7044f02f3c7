"""How bytes become laid-out texts: one reader for each kind of source, chosen by what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from cablegraph.errors import ReadError
from cablegraph.readers import encodings, frus, frus_text, plain_text, wilson_center
from cablegraph.record import SourceText, normalise

TextReader = Callable[[str, str], Iterator[SourceText]]

TEXT_READERS: Final[Mapping[str, TextReader]] = {
    "wilson_center": wilson_center.read,
    "frus_text": frus_text.read,
    "plain_text": plain_text.read,
}
"""Readers of text: normalised text and the file's path inside the corpus to documents."""

READERS: Final = ("frus", *TEXT_READERS)
"""The names that corpus.toml may declare under ``[readers]``."""


def read(path: Path, name: str, *, reader: str | None = None, encoding: str | None = None) -> Iterator[SourceText]:
    """The documents of a file, in order. ``name`` is its path inside the corpus, with ``/``.

    ``reader`` and ``encoding`` are what corpus.toml declares; without them both are found out. Raises ReadError.
    """
    if reader is not None and reader not in READERS:
        notes = ("left out", f"known here: {', '.join(READERS)}")
        raise ReadError(f'"{reader}" is no reader', path=name, code="format", notes=notes)
    data = path.read_bytes()
    if reader == "frus" or reader is None and _is_tei(data):
        yield from frus.read(data, name)
        return
    text = normalise(encodings.decode(data, name, encoding))
    yield from TEXT_READERS[reader or choose(text, name)](text, name)


def _is_tei(data: bytes) -> bool:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"http://www.tei-c.org/ns/1.0" in head


def choose(text: str, name: str) -> str:
    """The name of the reader for a text, by its own marks."""
    if wilson_center.sniff(text, name):
        return "wilson_center"
    if frus_text.sniff(text, name):
        return "frus_text"
    return "plain_text"
