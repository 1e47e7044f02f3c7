"""The rows of an answer as a page shows them: plain words for codes, papers by date, each row its own passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cablegraph import called, queries
from cablegraph.dates import plain
from cablegraph.iri import BASE, CG, DECISION, HOME, KIND, LAYER, RICO, SCHEMA, shorten
from cablegraph.server import pages_words
from cablegraph.server.pages_document import paper_title, part_label, why_url
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.reading_room import Card, Catalogue, page_of

CODED = frozenset(("kind", "bound", "unit", "reason"))
"""Columns whose values are keys of the vocabulary of kinds: ``at-most`` is *at most*."""
VOICES = frozenset(("layer", "layers"))
HEADS = {
    "answered": "what was answered", "answers": "in answer to", "asks": "who asks", "bound": "exact or limit",
    "claimant": "who says it", "document": "paper",
    "documents": "papers", "layer": "whose words", "layers": "whose words", "number": "No. of the paper",
    "papers": "number of papers", "property": "what is said", "quantity": "how many", "reading": "read in",
    "subject": "of whom or what", "term": "length of time", "measure_of": "of what", "uses": "papers that use it",
    "value": "what is proposed",
}  # fmt: skip
"""What a page calls columns whose names are for programs; the files have the names."""
_OWN_HEADS = {
    ("editor-alone", "value"): "what they say",
    ("gaps", "property"): "what is missing",
    ("not-held", "number"): "No. of the paper cited",
}
LINKED = 90
"""Letters of a name that leads somewhere; its page has the whole."""
LONGEST = 140
"""Letters of a title in a pick-list."""
WORDS = 300
"""Letters of other words in a cell; the files have the whole."""


def heading(query: str, column: str) -> str:
    """What a column is called on the page of a question."""
    if (query, column) in _OWN_HEADS:
        return _OWN_HEADS[query, column]
    return HEADS.get(column) or column.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table: what it says and where that leads; ``papers`` are the papers that the row counts."""

    text: str = ""
    url: str = ""
    number: bool = False
    papers: tuple[tuple[str, str], ...] = ()


def cell(catalogue: Catalogue, row: Row, name: str) -> Cell:
    """What a row says in a column."""
    term, named = row.get(name), row.get(f"{name}_id")
    if term is None:
        return Cell()
    if not term.is_iri and named is not None and named.is_iri and name not in CODED:
        return Cell(cut(term.value, LINKED), page_of(named.value))
    if name == "reading" and term.value.startswith(DECISION) and {"subject", "property", "value"} <= set(row):
        subject, predicate, value = row["subject"], row["property"], row["value"]
        return Cell("a list of links, no paper", why_url(subject.value, predicate.value, value))
    if term.is_iri and name == "property" and "gap" in row:
        return Cell(pages_words.words()["missing"].get(shorten(term.value), pages_words.predicate(term.value)))
    if term.is_iri:
        return _thing(catalogue, term.value, dated="date" in row)
    if papers := queries.several(term.value):
        return Cell(papers=tuple((page_of(iri), paper_label(iri, catalogue, LINKED)) for iri in papers))
    return Cell(cut(_said(catalogue, name, term), WORDS), number=term.datatype.endswith(("#integer", "#decimal")))


def _thing(catalogue: Catalogue, iri: str, *, dated: bool) -> Cell:
    if iri.startswith((CG, RICO, SCHEMA)):
        return Cell(pages_words.predicate(iri))
    if "/r/" in iri and "/id/doc/" in iri:
        return Cell(paper_label(iri.partition("/r/")[0], catalogue, LINKED), page_of(iri))
    if "/id/doc/" in iri:
        label = cut(part_label(iri, catalogue), LINKED) if dated else paper_label(iri, catalogue, LINKED)
        return Cell(label, page_of(iri))
    known = iri.startswith((BASE, HOME)) and "ontology#" not in iri
    return Cell(cut(catalogue.label(iri), LINKED), page_of(iri)) if known else Cell(shorten(iri))


def _said(catalogue: Catalogue, name: str, term: Term) -> str:
    """A literal in plain words."""
    if term.datatype.endswith("#duration"):
        return pages_words.duration(term.value)
    if name in CODED:
        return catalogue.labels.get(KIND + term.value) or term.value
    if name in VOICES:
        return ", ".join(pages_words.layer(word.removeprefix(LAYER)) for word in term.value.split())
    return plain.said(term.value) if name == "period" else term.value


def together(
    columns: Sequence[str], rows: Sequence[Row], cells: Sequence[list[Cell]], marks: Sequence[bool]
) -> tuple[list[list[Cell]], list[bool]]:
    """Rows that propose the same of the same, one below the other, as one row with the readings of all."""
    if "reading" not in columns:
        return list(cells), list(marks)
    at = columns.index("reading")
    made: list[list[Cell]] = []
    flags: list[bool] = []
    last: tuple[Term | None, ...] | None = None
    for row, item, mark in zip(rows, cells, marks, strict=True):
        proposed = tuple(row.get(name) for name in ("subject", "property", "value", "certainty"))
        reading = (item[at].url, item[at].text)
        if proposed == last:
            made[-1][at] = Cell(papers=(*made[-1][at].papers, reading))
            flags[-1] = flags[-1] and mark
        else:
            made.append([*item[:at], Cell(papers=(reading,)), *item[at + 1 :]])
            flags.append(mark)
        last = proposed
    return made, flags


def paper_label(iri: str, catalogue: Catalogue, most: int = 0) -> str:
    """A paper's name with its date before it and its number: many papers are named alike.

    With ``most`` a longer title is cut; date and number never are.
    """
    card = catalogue.by_iri.get(iri)
    label = part_label(iri, catalogue)
    label = cut(label, most) if most else label
    if card is None:
        return label
    return called.dated(label, card.number, card.when.label)


def ends_told(card: Card) -> tuple[bool, bool]:
    """Whether a list speaks of the sender and of the addressee of a paper; minutes have neither, and lack none."""
    return pages_words.ends_of(card.form, bool(card.sender), bool(card.addressee or card.receiver))


def title_names(card: Card, catalogue: Catalogue) -> bool:
    """Whether the title of a paper says from whom to whom it is: a list need not say it again."""
    title = paper_title(card, catalogue).casefold()
    ends = (card.sender, card.addressee or card.receiver)
    return all(ends) and all(catalogue.label(iri).casefold() in title for end in ends for iri in end)


def cut(text: str, most: int) -> str:
    """A text of at most so many characters: a longer one ends between two words, with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[:most]
    return (kept if text[most - 1].isspace() else kept.rpartition(" ")[0] or kept[:-1]).rstrip(" ,;:") + "…"


def passages(rows: Sequence[Row], found: Sequence[Sequence[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """The words behind each row. A row of one passage (a column ``words``) has this alone, not those of its edge.

    Where rows say the same because the words stand twice in a paper, the first row has the first place. Words of
    another edge stand beside it where the passage does not have them: *France* beside *Italy have accepted*.
    """
    same = Counter(tuple(sorted(row.items())) for row in rows)
    met: Counter[Any] = Counter()
    made = []
    for row, items in zip(rows, found, strict=True):
        words, key = _once(items), tuple(sorted(row.items()))
        if "words" in row:
            own = [item for item in words if item["quote"] == row["words"].value]
            if same[key] > 1 and len(own) == same[key]:
                own = [own[met[key]]]
            words = [*own, *_beside(own, words)] if own else words
        met[key] += 1
        made.append(words)
    return made


def _beside(own: Sequence[dict[str, Any]], words: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the words behind a row those of other edges than its passage's, where the passage does not hold them."""
    edges = {(item["s"], item["p"], item["o"]) for item in own}
    said = [item["quote"] for item in own]
    return [
        item
        for item in words
        if (item["s"], item["p"], item["o"]) not in edges and not any(item["quote"] in quote for quote in said)
    ]


def _once(found: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each passage once, with the address where it stands."""
    seen: dict[tuple[Any, ...], dict[str, Any]] = {}
    for item in found:
        key = (item["document"], item["start"], item["end"])
        if item["quote"] and key not in seen:
            place = f"char={item['start']},{item['end']}"
            url = page_of(item["document"]).partition("#")[0] if item["document"] else ""
            seen[key] = {
                **item,
                "url": f"{url}?{place}#{place}",
                "why": why_url(item["s"], item["p"], Term(item["o"], "://" in item["o"])),
            }
    return list(seen.values())
