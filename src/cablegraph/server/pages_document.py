"""A paper as its page shows it: text cut at every border of a passage, facts by heading, each with its words.

``FILIPPOV [Stalin]`` of the telegram 3777 is two pieces: the first bears a signature; both, a sender.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import quote, urlencode

from cablegraph import called
from cablegraph.iri import CG, DOC, KIND, LAYER, RICO, RULE, SCHEMA, WD, XSD, shorten
from cablegraph.server import pages_words
from cablegraph.server.pages_graph import Row, Term
from cablegraph.server.pages_text import GAP, Block, Passage, Words, blocks_of, known_words, shortened
from cablegraph.server.reading_room import Card, Catalogue, page_of
from cablegraph.store.texts import StoredText


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One reading of a fact: rule, certainty, status, passages."""

    iri: str
    rule: str
    version: str
    certainty: str
    status: str
    basis: str
    reason: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge with its readings. ``number`` is its place on the page."""

    number: int
    subject: str
    predicate: str
    object: Term
    label: str
    value: str
    url: str
    status: str
    readings: tuple[ReadingView, ...]
    children: tuple[Fact, ...] = ()

    @property
    def asserted(self) -> bool:
        """Whether the edge stands."""
        return self.status not in ("candidate", "rejected", "replaced")

    @property
    def words(self) -> tuple[Words, ...]:
        """All passages, each once, in the order of the text."""
        return tuple(sorted({item for reading in self.readings for item in reading.words}, key=lambda w: w.start))

    @property
    def why(self) -> str:
        """The address of the page that shows the words behind it."""
        return why_url(self.subject, self.predicate, self.object)

    @property
    def reason(self) -> str:
        """What a person gave as the reason for the status it has."""
        found = (reading.reason for reading in self.readings if reading.status == self.status)
        return next((reason for reason in found if reason), "")

    @property
    def inferred(self) -> bool:
        """Whether context completed the words."""
        return any(reading.basis == "inferred" for reading in self.readings)


TELLING = frozenset({CG + "claimKind", CG + "gapReason", RICO + "hasDocumentaryFormType"})
"""Of a part of a paper, the property that says in a word what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """Facts of one object told in one line, and what is only possible there, below it.

    ``passed on by, received by Krasovsky``, and below: ``Stepan Krasovsky, possible, not asserted``.
    """

    facts: tuple[Fact, ...]
    possible: tuple[Line, ...] = ()
    told: frozenset[Words] = frozenset()

    @property
    def first(self) -> Fact:
        """The fact whose object, status and parts the line shows."""
        return self.facts[0]

    @property
    def shown(self) -> Fact:
        """The fact whose value is shown: of a claim its kind, of a gap its reason, of a cited paper its form."""
        return self.facts[-1] if self.facts[-1].predicate in TELLING else self.first

    @property
    def labels(self) -> list[str]:
        """What the object is called here, each word once; of a claim that it is said."""
        told = [fact.label for fact in self.facts if fact is self.first or fact.predicate not in TELLING]
        return list(dict.fromkeys(told))

    @property
    def inner(self) -> tuple[Line, ...]:
        """What is told of a part of the paper that the line names."""
        own = (child for child in self.first.children if child not in self.facts)
        return lines(own, frozenset(self.words) | self.told)

    @property
    def words(self) -> tuple[Words, ...]:
        """All passages of its facts, each once, in the order of the text."""
        return tuple(sorted({word for fact in self.facts for word in fact.words}, key=lambda w: (w.start, w.end)))

    @property
    def marks(self) -> list[tuple[str, list[Words]]]:
        """By who speaks, the passages that the line above does not show already."""
        found: dict[str, list[Words]] = {}
        for word in self.words:
            if word not in self.told:
                found.setdefault(word.layer, []).append(word)
        return list(found.items())


def lines(facts: Iterable[Fact], told: frozenset[Words] = frozenset()) -> tuple[Line, ...]:
    """Facts as lines: those of one object and standing together, candidates below what rests on the same words."""
    together: dict[tuple[Term, str] | int, list[Fact]] = {}
    for fact in facts:
        kinds = [child for child in fact.children if child.predicate in TELLING and child.asserted][:1]
        key = fact.number if fact.children or not fact.object.is_iri else (fact.object, fact.status)
        together.setdefault(key, []).extend([fact, *(kinds if fact.children else ())])
    made = [Line(tuple(found), told=told) for found in together.values()]
    standing = [line for line in made if line.first.asserted]
    below: dict[int, list[Line]] = {}
    loose = []
    for line in made:
        if line.first.asserted:
            continue
        above = next((other for other in standing if _speaks_of(line, other)), None)
        if above is None:
            loose.append(line)
        else:
            below.setdefault(above.first.number, []).append(replace(line, told=frozenset(above.words) | told))
    return (*(replace(item, possible=tuple(below.get(item.first.number, ()))) for item in standing), *loose)


def _speaks_of(line: Line, other: Line) -> bool:
    """Whether a candidate's properties and words are among those of a line that stands."""
    mine = {fact.predicate for fact in line.facts}
    return mine <= {fact.predicate for fact in other.facts} and not set(line.words).isdisjoint(other.words)


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything the page of a paper needs."""

    iri: str
    facts: tuple[Fact, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...] = field(repr=False, default=())
    text: str = field(repr=False, default="")

    def words(self, start: int, end: int) -> str:
        """What stands between two places, as far as it is shown."""
        return GAP.sub(" … ", self.text[start:end]).strip()

    def of(self, *predicates: str) -> list[Fact]:
        """Asserted facts of the paper itself with these properties."""
        return [f for f in self.facts if f.subject == self.iri and f.predicate in predicates and f.asserted]

    @property
    def shelfmarks(self) -> list[Fact]:
        """File numbers and what the archive writes on a copy."""
        copies = [f for f in self.facts if f.predicate == RICO + "identifier" and "/copy/" in f.subject and f.asserted]
        return copies + self.of(CG + "fileNumber")

    @property
    def kept(self) -> list[Fact]:
        """Who holds it and in which unit it lies, each once, as far as no shelfmark of a copy says it."""
        marked = any("/copy/" in fact.subject for fact in self.shelfmarks)
        found = {
            fact.object: fact
            for fact in self.facts
            if fact.asserted
            and (
                fact.predicate == RICO + "hasOrHadHolder" or (fact.predicate == _INCLUDED and fact.subject == self.iri)
            )
            and (not marked or fact.status in ("corrected", "confirmed"))
        }
        return sorted(found.values(), key=lambda fact: fact.predicate == _INCLUDED)


_INCLUDED = RICO + "isOrWasIncludedIn"


def why_url(subject: str, predicate: str, value: Term) -> str:
    """``/why?s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin``."""
    shown = shorten(value.value) if value.is_iri else value.turtle
    return "/why?" + urlencode({"s": shorten(subject), "p": shorten(predicate), "o": shown}, safe=":", quote_via=quote)


def view(
    iri: str,
    rows: Sequence[Row],
    text: StoredText | None,
    catalogue: Catalogue,
    marked: tuple[int, int] | None = None,
    known: Sequence[Row] = (),
) -> DocumentView:
    """The page of a document from its readings, its text and the catalogue.

    ``marked`` is a stretch that a reader asks for; the text is cut there too, and the stretch has an anchor. ``known``
    are the words to show, with their places, where the text itself is not kept or not published.
    """
    words = text.text if text else known_words(known)
    facts = _given_way(tuple(_facts(rows, words, catalogue)), catalogue)
    passages = _passages(facts, words)
    tree = _tree(iri, facts)
    names = pages_words.words()["groups"]
    groups = tuple((title, lines(tree[name])) for name, title in names.items() if tree.get(name))
    layers = text.layers if text else tuple((p.start, p.end, p.layer) for p in passages if p.layer != "transcript")
    blocks = tuple(blocks_of(words, layers, passages, marked))
    return DocumentView(iri, facts, groups, passages, blocks if text else tuple(map(shortened, blocks)), words)


def _facts(rows: Sequence[Row], text: str, catalogue: Catalogue) -> Iterator[Fact]:
    edges: dict[tuple[str, str, Term], dict[str, list[Row]]] = {}
    for row in rows:
        edge = (row["subject"].value, row["predicate"].value, row["object"])
        edges.setdefault(edge, {}).setdefault(row["reading"].value, []).append(row)
    ordered = sorted(edges.items(), key=lambda item: (_first(item[1]), pages_words.order(item[0][1]), item[0][2].value))
    for number, ((subject, predicate, value), readings) in enumerate(ordered, 1):
        views = tuple(_reading(reading, found, text) for reading, found in sorted(readings.items()))
        yield Fact(
            number,
            subject,
            predicate,
            value,
            pages_words.predicate(predicate),
            value_label(value, catalogue, predicate),
            _url(value),
            _status(views),
            tuple(sorted(views, key=lambda item: item.words[0].start if item.words else -1)),
        )


def _given_way(facts: tuple[Fact, ...], catalogue: Catalogue) -> tuple[Fact, ...]:
    """Facts, of which a mere name that gave way to whom it was confirmed to be is *replaced*: nobody rejected it."""
    confirmed = [fact for fact in facts if fact.status == "confirmed"]

    def gave_way(fact: Fact) -> bool:
        return catalogue.kind(fact.object.value) == "name" and any(
            (other.subject, other.predicate) == (fact.subject, fact.predicate)
            and not set(other.words).isdisjoint(fact.words)
            for other in confirmed
        )

    return tuple(replace(f, status="replaced") if f.status == "rejected" and gave_way(f) else f for f in facts)


def _first(readings: dict[str, list[Row]]) -> int:
    """Where its words begin; a correction, which has none, stands behind all that has."""
    return min(
        (int(row["start"].value) for rows in readings.values() for row in rows if "start" in row), default=1 << 62
    )


def _reading(iri: str, rows: list[Row], text: str) -> ReadingView:
    places = sorted({(int(r["start"].value), int(r["end"].value), r["layer"].value) for r in rows if "start" in r})
    words = tuple(Words(start, end, layer.removeprefix(LAYER), text[start:end]) for start, end, layer in places)
    row = rows[0]

    def value(name: str, prefix: str = "") -> str:
        return row[name].value.removeprefix(prefix) if name in row else ""

    return ReadingView(
        iri,
        value("rule", RULE),
        value("version"),
        value("certainty"),
        value("status", KIND) or "machine",
        value("basis", KIND),
        value("reason"),
        words,
    )


def _status(readings: Iterable[ReadingView]) -> str:
    """The strongest status of an edge's readings."""
    found = {reading.status for reading in readings}
    return next(name for name in ("corrected", "confirmed", "machine", "rejected", "candidate") if name in found)


def value_label(value: Term, catalogue: Catalogue, predicate: str = "") -> str:
    """The plain name of an object: a label, a date, a property's words, or the literal as it is."""
    if not value.is_iri:
        return pages_words.duration(value.value) if value.datatype == XSD + "duration" else value.value
    if value.value in catalogue.dates:
        return catalogue.dates[value.value].label
    if predicate == CG + "gapProperty":
        return str(pages_words.words()["missing"].get(shorten(value.value), pages_words.predicate(value.value)))
    if predicate == RICO + "hasRecordSetType":
        level = value.value.rpartition("#")[2]
        return str(pages_words.words()["levels"].get(level, level))
    if value.value.startswith(WD):
        return value.value.removeprefix(WD)
    if value.value.startswith(DOC):
        return part_label(value.value, catalogue)
    return catalogue.label(value.value)


def paper_title(card: Card, catalogue: Catalogue) -> str:
    """The title of a paper; of one without, what it is and between whom: ``Message of Rathbone to Crosby, in: …``.

    Of one between nobody its form and its name here: ``Minutes (protocol-61)``.
    """
    if card.title:
        return card.title
    sender, addressee = (
        "; ".join(map(catalogue.label, iris)) for iris in (card.sender, card.addressee or card.receiver)
    )
    outer, inside, _ = card.iri.partition("/enclosed/")
    holder = catalogue.by_iri.get(outer) if inside else None
    within = (paper_title(holder, catalogue) if holder else outer.removeprefix(DOC)) if inside else None
    form = catalogue.label(card.form) if card.form else ""
    return called.untitled(form, card.number, sender, addressee, card.key, within)


def part_label(iri: str, catalogue: Catalogue) -> str:
    """What a paper or a part of one is called."""
    if iri in catalogue.by_iri:
        return paper_title(catalogue.by_iri[iri], catalogue)
    if iri in catalogue.labels:
        return catalogue.labels[iri]
    _, _, part = iri.removeprefix(DOC).partition("/")
    kind, _, key = part.partition("/")
    names = {"cited": "a paper cited", "promised": "a paper promised", "gap": "an omission", "copy": "a copy",
             "enclosed": "a message inside", "point": f"point {key}"}  # fmt: skip
    if kind == "claim":
        return key.partition("-")[0]
    return names.get(kind, key.replace("-", " ") or iri)


_LEVELS = "https://www.ica.org/standards/RiC/vocabularies/"


def _url(value: Term) -> str:
    if not value.is_iri or value.value.startswith((CG, RICO, SCHEMA, WD, _LEVELS)):
        return ""
    return page_of(value.value)


def _passages(facts: Sequence[Fact], text: str) -> tuple[Passage, ...]:
    found: dict[tuple[int, int, str], list[int]] = {}
    for fact in facts:
        for words in fact.words:
            found.setdefault((words.start, words.end, words.layer), []).append(fact.number)
    ordered = sorted(found.items(), key=lambda item: (item[0][0], -item[0][1]))
    return tuple(Passage(*place, text[place[0] : place[1]], tuple(numbers)) for place, numbers in ordered)


def _tree(iri: str, facts: Sequence[Fact]) -> dict[str, tuple[Fact, ...]]:
    """Facts of the paper by heading, facts of its parts below the fact that names the part."""
    by_subject: dict[str, list[Fact]] = {}
    for fact in facts:
        by_subject.setdefault(fact.subject, []).append(fact)
    placed: set[str] = {iri}

    def nested(fact: Fact) -> Fact:
        part = fact.object.value
        if not fact.object.is_iri or not part.startswith(f"{iri}/") or part in placed or part not in by_subject:
            return fact
        placed.add(part)
        inner = tuple(nested(child) for child in _in_order(by_subject[part]))
        return replace(fact, children=inner)

    groups: dict[str, list[Fact]] = {}
    for fact in _in_order(by_subject.get(iri, [])):
        groups.setdefault(pages_words.group(fact.predicate), []).append(nested(fact))
    for subject, own in by_subject.items():
        if subject not in placed:
            groups.setdefault("names", []).extend(_in_order(own))
    return {name: tuple(items) for name, items in groups.items()}


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (not fact.asserted, pages_words.order(fact.predicate), fact.number))
