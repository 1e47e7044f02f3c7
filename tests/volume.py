"""A whole volume of *Foreign Relations* as plain text, with what its editors marked up as the answers.

FRUS 1918, Russia, volume III, is kept here as TEI. Its documents are laid out as a reader of the printed page has them,
one line a paragraph and notes at the foot; the parties, days, towns and file numbers that its editors tagged are the
gold. Sixty of its 478 documents are the development set, scored with answers of their own; no rule was made from the
others as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

VOLUME: Final = Path(__file__).parent / "data" / "frus1918Russiav03.xml"
_TEI: Final = "{http://www.tei-c.org/ns/1.0}"
_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_GROUPS: Final = frozenset(
    {"opener", "closer", "postscript", "list", "table", "row", "quote", "div", "floatingText", "body"}
)
_PARAGRAPHS: Final = tuple(_TEI + name for name in ("p", "item", "row"))
_FILE: Final = re.compile(r"^File Nos?\.? ?(\S+?)[.,]?(?=\s|$)")
_NUMBERED: Final = re.compile(r"^(?:No\. )?(\d{1,5})(?:\. |$)")
_CITED: Final = re.compile(
    r"\b(?:my|your|Department[’']s|Embassy[’']s) (?:telegram |despatch )?(?:No\. )?(\d{1,5})\b(?: \[(\d{1,5})\])?",
    re.IGNORECASE,
)
"""``my telegram No. 1524``, ``Your 250 [260]``: the editors' correction counts."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A document: its text, what its editors marked in it, and the papers its words cite by number."""

    id: str
    text: str
    date: str | None
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    origin: str | None
    file: str | None
    number: str | None
    cited: tuple[str, ...]


def documents() -> Iterator[Marked]:
    """The documents of the volume, in its order."""
    for division in etree.parse(VOLUME).getroot().iter(_TEI + "div"):
        if division.get("type") == "document":
            yield _marked(division)


def _marked(document: etree._Element) -> Marked:
    head, line = document.find(_TEI + "head"), next(document.iter(_TEI + "dateline"), None)
    above = [_words(note) for note in document.iterchildren(_TEI + "note") if note.get("rend") == "inline"]
    first = next((_words(paragraph) for paragraph in document.iter(_TEI + "p")), "")
    date = None if line is None else next(line.iter(_TEI + "date"), None)
    place = None if line is None else next(line.iter(_TEI + "placeName"), None)
    text = "\n".join(_lines(document))
    numbers = [hit[1] for words in (*above, first) if (hit := _NUMBERED.match(words))]
    return Marked(
        id=f"{VOLUME.stem}-{document.get(_ID)}",
        text=text + "\n",
        date=None if date is None or not date.get("when") else date.get("when", "")[:10],
        senders=_tagged(head, "from"),
        recipients=_tagged(head, "to"),
        origin=None if place is None else _words(place),
        file=next((hit[1] for words in above if (hit := _FILE.match(words))), None),
        number=next(iter(numbers), None),
        cited=tuple(dict.fromkeys(hit[2] or hit[1] for hit in _CITED.finditer(text))),
    )


def _tagged(head: etree._Element | None, role: str) -> tuple[str, ...]:
    return () if head is None else tuple(_words(part) for part in head.iter(etree.Element) if part.get("type") == role)


def _lines(document: etree._Element) -> Iterator[str]:
    """A line for each heading, paragraph and signature; behind an empty line the notes, as ``[2] Not printed.``."""
    yield from _paragraphs(document)
    notes = [note for note in document.iter(_TEI + "note") if note.get("rend") != "inline"]
    yield from ([""] if notes else [])
    yield from (f"[{note.get('n')}] {_words(note)}" for note in notes)


def _paragraphs(part: etree._Element) -> Iterator[str]:
    for child in part.iterchildren(etree.Element):
        name = etree.QName(child).localname
        if name == "note" and child.get("rend") != "inline":
            continue
        inside = name in _GROUPS or (name not in ("p", "note") and next(child.iter(*_PARAGRAPHS), None) is not None)
        if inside and len(child):
            yield from _paragraphs(child)
        elif words := _words(child):
            yield words


def _words(part: etree._Element) -> str:
    """The words of an element without the notes in it, white space folded; a break of line is a blank."""
    return " ".join("".join(_pieces(part, outermost=True)).split())


def _pieces(part: etree._Element, *, outermost: bool = False) -> Iterator[str]:
    if part.tag == _TEI + "note" and part.get("rend") != "inline" and not outermost:
        return
    yield " " if part.tag == _TEI + "lb" else ""
    yield part.text or ""
    for child in part:
        yield from _pieces(child) if isinstance(child.tag, str) else ()
        yield child.tail or ""
