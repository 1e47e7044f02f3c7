"""References to a paper: plain text, BibTeX, CSL-JSON for Zotero; where it is published or kept, and in which version.

Telegram 1295 is cited as ``Foreign Relations of the United States, 1918, Russia, Volume III, document 1``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from cablegraph.called import spoken
from cablegraph.iri import BASE, CG, HOME, RICO
from cablegraph.server.pages_document import paper_title
from cablegraph.server.pages_graph import Row
from cablegraph.server.pages_rows import ends_told
from cablegraph.server.reading_room import Card, Catalogue
from cablegraph.store.generations import Generation

INVENTED = "Composed for teaching: paper, correspondents and contents are invented."
_FRUS = re.compile(
    r"(?P<volume>frus(?P<years>\d{4}(?:-\d{2,4})?)(?P<part>[A-Za-z]*)(?:v(?P<number>\d+))?(?:p(?P<half>\d+))?)"
    r"-d(?P<document>\d+[a-z]?)"
)
_TRANSLATED = re.compile(
    r"\bTranslat(?:ed|ion)(?: from [A-Z]\w+)?(?: for [A-Z][\w ]{2,40}?)? by (?P<who>[A-Z][^\n.;,()\[\]]{2,60})"
)
_ADDRESS = re.compile(r"https?://(?:[\w-]+\.)*digitalarchive\.[\w.-]+/document/[\w-]+")
"""The address that a page of the Wilson Center's archive gives in its citation."""
PUBLISHERS = {"frus": ("Washington", "Office of the Historian, United States Department of State")}
"""Place and publisher of the edition that a reference leads to, by source."""
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def reference(
    catalogue: Catalogue, card: Card, rows: Sequence[Row], text: str, generation: Generation | None
) -> dict[str, str]:
    """``txt``, ``bib`` and ``csl.json`` of one paper, from its readings and its text; the generation stands in all."""
    title = paper_title(card, catalogue)
    senders = _authors(catalogue, card)
    receivers = [catalogue.label(iri) for iri in card.addressee or card.receiver]
    corpus = (generation.manifest.get("title") if generation else "") or "cablegraph"
    version = f"{corpus}, version {catalogue.generation}"
    date = card.when.label if card.when.edtf or card.when.written else "undated"
    book, document, address = published(card, text)
    place, publisher = PUBLISHERS.get(card.source, ("", "")) if book else ("", "")
    copies = _copies(rows)
    marks = _values(rows, card.iri, CG + "fileNumber", "file number ") + copies
    archives = [catalogue.label(iri) for iri in card.repository]
    if not copies:  # a person may say where a paper lies that names no copy
        marks += innermost([catalogue.label(iri) for iri in card.archive])
    # A shelfmark that begins with its archive names it already.
    kept = "; ".join([*(name for name in archives if not any(mark.startswith(name) for mark in copies)), *marks])
    translator = translated_by(text)
    missing = _missing(card, bool(archives or copies or card.archive), translator, address)
    invented = [INVENTED] if card.composed else []
    about = [*invented, *([document] if document else []), *([missing] if missing else [])]
    rights = _values(rows, card.iri, RICO + "conditionsOfUse", "")
    about += [f"Rights as the source states them: {' '.join(text.split())}" for text in rights]
    if not rights and (whole := collection_rights(generation)):
        about += [f"Rights as the collection states them: {whole}"]
    number = f"No. {card.number}" if card.number and card.number not in title else ""
    url, name = _where(card, address)
    said = [
        _ends(card, title, [catalogue.label(iri) for iri in card.sender], receivers) + title,
        number,
        spoken(date),
        f"Translated by {translator}" if translator else "",
        ", ".join(part for part in (book, document) if part) + (f" ({place}: {publisher})" if publisher else ""),
        kept[:1].upper() + kept[1:],
        missing,
        version,
        url or name,
        *invented,
    ]
    note = _sentences([*about, *([] if url else [name])])
    return {
        "txt": _sentences(said) + "\n",
        "bib": _bibtex("incollection" if publisher else "misc", card.key, {
            "author": " and ".join("{" + name + "}" for name in senders), "title": "{" + title + "}",
            "date": card.when.edtf or date,
            "year": card.when.earliest[:4], "translator": translator and "{" + translator + "}",
            "booktitle": book if publisher else "", "publisher": publisher, "address": place,
            "howpublished": "" if publisher else ". ".join(part for part in (book, version) if part),
            "number": card.number, "library": kept, "url": url,
            "note": _sentences([number, kept, version if publisher else "", note]),
        }),
        "csl.json": json.dumps([_csl(catalogue, card, {
            "title": title, "author": [{"literal": name} for name in senders],
            "recipient": [{"literal": name} for name in receivers], "container-title": book or corpus,
            "publisher": publisher, "publisher-place": place,
            "translator": [{"literal": translator}] if translator else [],
            "archive": "; ".join(archives), "archive_location": "; ".join(marks), "source": corpus,
            "version": catalogue.generation, "URL": url, "note": note,
        })], ensure_ascii=False),
    }  # fmt: skip


def innermost(units: Sequence[str]) -> list[str]:
    """Of fonds, series and files those that no other of these is a part of: ``APRF, f. 45, op. 1, d. 342``."""
    return [unit for unit in units if not any(other.startswith(f"{unit},") for other in units)]


def collection_rights(generation: Generation | None) -> str:
    """What the collection says may be done with papers that state nothing themselves (``rights`` in corpus.toml)."""
    return str(generation.manifest.get("rights", "")) if generation else ""


def _authors(catalogue: Catalogue, card: Card) -> list[str]:
    """Senders; an office by whoever signs for it: ``Lansing (Secretary of State)``."""
    names = [catalogue.label(iri) for iri in card.sender]
    if len(names) != 1 or catalogue.kind(card.sender[0]) != "position" or not card.signed:
        return names
    return [f"{catalogue.label(iri)} ({names[0]})" for iri in card.signed]


def _where(card: Card, address: str) -> tuple[str, str]:
    """The address to print, empty where none leads to the paper, and the name by which this graph knows it.

    Identifiers below the shipped base are names: the graph of a private collection answers at no public address.
    """
    own = card.iri if HOME != BASE else ""
    return address or ("" if card.composed else own), f"cablegraph id {card.key}"


def _missing(card: Card, archived: bool, translator: str, address: str) -> str:
    """What a reader would look for in a reference and the source does not name."""
    unnamed = [] if archived else ["original archive"]
    if card.source == "wilson-center":
        unnamed += [] if translator else ["translator"]
        unnamed += [] if address else ["address of its page"]
    if not unnamed or card.composed:
        return ""
    return f"Not named by the source: {', '.join(unnamed[:-1])}{' and ' if unnamed[1:] else ''}{unnamed[-1]}."


def _ends(card: Card, title: str, senders: Sequence[str], receivers: Sequence[str]) -> str:
    """Who wrote to whom, as far as a title does not say it already."""
    told = [any(name.split()[-1] in title for name in names) for names in (senders, receivers)]
    if not all(shown := ends_told(card)):
        known = [name for names, own in zip((senders, receivers), shown, strict=True) if own for name in names]
        return "" if any(told) or not known else f"{', '.join(known)}: "
    if not card.title or all(told):
        return ""
    if told[1] and senders:
        return f"{', '.join(senders)}: "
    return f"{', '.join(senders) or 'Sender unknown'} to {', '.join(receivers) or 'addressee unknown'}: "


def _sentences(parts: Sequence[str]) -> str:
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def translated_by(text: str) -> str:
    """Who translated, where the source says so: ``Translated for CWIHP by Gary Goldberg.``"""
    found = _TRANSLATED.search(text)
    return found["who"].strip(" .,;") if found else ""


def published(card: Card, text: str = "") -> tuple[str, str, str]:
    """Where a paper is published: the book or site, its document there, its address there; empty where unknown.

    Keys of *Foreign Relations* are those of the Office of the Historian: ``frus1918Russiav03-d1``. A page of the Wilson
    Center has the address that its ``text`` gives, if it gives one and no other.
    """
    if card.composed:
        return "", "", ""
    if card.source == "wilson-center":
        found_here = set(_ADDRESS.findall(text))
        return "Wilson Center Digital Archive", "", found_here.pop() if len(found_here) == 1 else ""
    found = _FRUS.fullmatch(card.key.partition("/")[0])
    if found is None:
        return "", "", ""
    parts = [found["years"], found["part"], f"Volume {_roman(int(found['number']))}" if found["number"] else ""]
    parts += [f"Part {found['half']}"] if found["half"] else []
    book = ", ".join(["Foreign Relations of the United States", *(part for part in parts if part)])
    address = f"https://history.state.gov/historicaldocuments/{found['volume']}/d{found['document']}"
    return book, f"document {found['document']}", address


def _roman(number: int) -> str:
    made = ""
    for value, letters in _ROMAN:
        while number >= value:
            made += letters
            number -= value
    return made


def _values(rows: Sequence[Row], subject: str, predicate: str, before: str) -> list[str]:
    """Values that stand, each once, in the order of the text."""
    found = [
        before + row["object"].value
        for row in sorted(rows, key=lambda row: int(row["start"].value))
        if row["subject"].value == subject and row["predicate"].value == predicate and _stands(row)
    ]
    return list(dict.fromkeys(found))


def _copies(rows: Sequence[Row]) -> list[str]:
    copies = sorted({row["subject"].value for row in rows if "/copy/" in row["subject"].value})
    return [mark for copy in copies for mark in _values(rows, copy, RICO + "identifier", "")]


def _stands(row: Row) -> bool:
    return "status" not in row or not row["status"].value.endswith(("/candidate", "/rejected"))


def _csl(catalogue: Catalogue, card: Card, fields: dict[str, Any]) -> dict[str, Any]:
    genre = catalogue.label(card.form) if card.form else "paper"
    csl: dict[str, Any] = {
        "id": card.key.replace("/", "-"),
        "type": "personal_communication",
        "genre": f"{genre}, composed for teaching, invented" if card.composed else genre,
        "number": card.number,
        **fields,
    }
    if card.when.earliest:
        csl["issued"] = {"date-parts": [[int(part) for part in card.when.earliest.split("-")]]}
    return {name: value for name, value in csl.items() if value}


def _bibtex(kind: str, key: str, fields: dict[str, str]) -> str:
    inside = ",\n".join(f"  {name} = {{{_escaped(value)}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key.replace('/', '-')},\n{inside}\n}}\n"


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("%", "\\%").replace("&", "\\&").replace("#", "\\#")
