"""What waits for a decision, card by card: ``Is the sender Joseph Stalin? “FILIPPOV”``; and the same as CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal, NamedTuple, TextIO

from pyoxigraph import DefaultGraph, NamedNode, Store
from pyoxigraph import Literal as RdfLiteral

from cablegraph import spreadsheet
from cablegraph.errors import DecisionError, SettingsError
from cablegraph.iri import CG, KIND, OA, PLACE, RDF, RDFS, RICO, SKOS, shorten
from cablegraph.linking import following
from cablegraph.linking.sssom import PREDICATES as LINKS

Kind = Literal["dates", "people", "places", "links", "others"]
AROUND: Final = 60
"""So many characters are shown before and after the words."""
TextOf = Callable[[str], str | None]
"""Gives a stored text by its IRI, or None."""


WORDS: Final[Mapping[str, str]] = {
    "rico:hasSender": "sender", "rico:hasAuthor": "author", "rico:hasAddressee": "addressee",
    "rico:hasReceiver": "receiver", "cg:relayedBy": "one who passed it on", "cg:copiedTo": "one who got a copy",
    "cg:participant": "one who took part", "cg:claimant": "one who says so", "schema:mentions": "one who is mentioned",
    "cg:sentFrom": "place it was sent from", "cg:sentTo": "place it was sent to", "cg:sentOn": "day it was sent",
    "cg:resolvedTo": "paper that is meant", "schema:sameAs": "same in Wikidata", "cg:onAuthorityOf": "one who told it",
    "rico:hasOrHadSubject": "topic", "cg:nameOf": "bearer of the name",
}  # fmt: skip
"""What a property is called in a question to people; of others its own name is shown."""
PARTIES: Final = frozenset(map(shorten, following.PARTIES))


@dataclass(frozen=True, slots=True)
class Card:
    """A candidate: its fingerprint, what people call its two ends, how certain it is and why it was proposed."""

    document: str
    subject: str
    predicate: str
    object: str
    quote: str = ""
    occurrence: int = 1
    certainty: str = ""
    reason: str = ""
    subject_label: str = ""
    object_label: str = ""
    before: str = ""
    after: str = ""

    @property
    def on(self) -> dict[str, Any]:
        """The fingerprint as decisions have it; empty parts left out."""
        on = {
            name: getattr(self, name) for name in ("document", "subject", "predicate", "object") if getattr(self, name)
        }
        return on | ({"quote": self.quote, "occurrence": self.occurrence} if self.quote else {})

    @property
    def kind(self) -> Kind:
        """What sort of question it is."""
        if self.predicate in map(shorten, LINKS):
            return "links"
        if self.predicate.endswith("On") or self.object.startswith("date:"):
            return "dates"
        if self.object.startswith("place:"):
            return "places"
        return "people" if self.object.startswith(("agent:", "name:")) else "others"

    @property
    def question(self) -> str:
        """What is asked, in words: ``Is the sender Joseph Stalin?   doc:07-russian``."""
        what = WORDS.get(self.predicate, self.predicate)
        title = f"{self.subject}   {self.subject_label}" if self.subject_label else self.subject
        return f"Is the {what} {self.object_label or self.object}?   {title}"

    def asks_like(self, other: Card) -> bool:
        """Whether another card asks whether the same words mean the same."""
        return bool(self.quote) and (self.object, self.quote) == (other.object, other.quote)

    def settles(self, other: Card) -> bool:
        """Whether another card asks of a part of this paper whether it is the same party's, in words that name nobody.

        Accepting who the party is answers that too: ``our offer`` is the sender's.
        """
        return (
            self.predicate in PARTIES
            and other.predicate in PARTIES
            and other.object == self.object
            and other.subject.startswith(f"{self.subject}/")
            and not other.subject.startswith(f"{self.subject}/enclosed/")
            and not following.words_of(f"{self.quote} {self.object}") & following.words_of(other.quote)
        )

    def show(self) -> str:
        """The card as lines of text."""
        lines = [self.question]
        if self.quote:
            lines.append(f"  …{self.before}[{self.quote}]{self.after}…".replace("\n", " "))
        lines.append(f"  certainty {self.certainty}" + (f": {self.reason}" if self.reason else ""))
        return "\n".join(lines)


# ------------------------------------------------------------------ what waits


def waiting(store: Store, text_of: TextOf = lambda iri: None, kind: str = "") -> tuple[Card, ...]:
    """All candidates of the graph, or those of one kind, the most certain first.

    Without its text a candidate has no quotation: a decision on it is one on the edge.
    """
    status, candidate = NamedNode(CG + "status"), NamedNode(KIND + "candidate")
    found = [
        card
        for quad in store.quads_for_pattern(None, status, candidate, DefaultGraph())
        if isinstance(quad.subject, NamedNode)
        for card in (_card(store, quad.subject, text_of),)
        if not kind or card.kind == kind
    ]
    return tuple(
        sorted(found, key=lambda card: (-float(card.certainty or 0), card.document, card.subject, card.object))
    )


def _card(store: Store, reading: NamedNode, text_of: TextOf) -> Card:
    facts = {quad.predicate.value: quad.object for quad in store.quads_for_pattern(reading, None, None, DefaultGraph())}
    subject, predicate, value = (facts.get(RDF + name) for name in ("subject", "predicate", "object"))
    document = _text(facts.get(RICO + "isEvidencedBy"))
    quote, occurrence, before, after = _words(store, facts.get(CG + "evidence"), text_of)
    return Card(
        shorten(document) if document else "",
        shorten(_text(subject)),
        shorten(_text(predicate)),
        shorten(value.value) if isinstance(value, NamedNode) else _text(value),
        quote,
        occurrence,
        _text(facts.get(RICO + "relationCertainty")),
        _text(facts.get(RDFS + "comment")),
        _label(store, subject),
        _label(store, value),
        before,
        after,
    )


def _text(term: Any) -> str:
    return str(term.value) if isinstance(term, NamedNode | RdfLiteral) else ""


def _words(store: Store, evidence: Any, text_of: TextOf) -> tuple[str, int, str, str]:
    """Quotation, its occurrence, and the words around it."""
    facts = {
        quad.predicate.value: quad.object for quad in store.quads_for_pattern(evidence, None, None, DefaultGraph())
    }
    quote, source = _text(facts.get(OA + "exact")), _text(facts.get(OA + "hasSource"))
    text = text_of(source) if source else None
    if not quote or text is None:
        return "", 1, "", ""
    start = int(_text(facts.get(OA + "start")))
    end = start + len(quote)
    occurrence, at = 1, text.find(quote)
    while 0 <= at < start:
        occurrence, at = occurrence + 1, text.find(quote, at + 1)
    return quote, occurrence, text[max(0, start - AROUND) : start], text[end : end + AROUND]


def _label(store: Store, node: Any) -> str:
    if not isinstance(node, NamedNode):
        return _text(node)
    for term in (RDFS + "label", SKOS + "prefLabel", RICO + "title"):
        labels = [_text(quad.object) for quad in store.quads_for_pattern(node, NamedNode(term), None, DefaultGraph())]
        if labels:
            return min(labels)
    return node.value.removeprefix(PLACE) if node.value.startswith(PLACE) else ""


# ------------------------------------------------------------------ at the terminal

Decide = Callable[[str, dict[str, Any], str], object]
"""Keeps a decision: what to do, on which fingerprint, with which value."""


class _Done(NamedTuple):
    """A card that was answered: where it stood, how, and the cards answered with it, by decisions or without."""

    place: int
    what: str
    also: list[Card]
    settled: list[Card]


KEYS: Final = "a accept · r reject · e edit · l accept all like it · s skip · u undo the last · q end"


def review(
    cards: Iterable[Card], ask: Callable[[str], str], say: Callable[[str], None], decide: Decide
) -> dict[str, int]:
    """Show cards and keep what is decided, until they end or ``q``. Gives how many were accepted, rejected, …

    ``ask`` shows a question and gives the answer; an end of input (EOFError) ends the review.
    """
    queue = list(cards)
    counts = {"accepted": 0, "rejected": 0, "corrected": 0, "skipped": 0, "undone": 0}
    done: list[_Done] = []
    place = 0
    while place < len(queue):
        card = queue[place]
        alike = [other for other in queue[place + 1 :] if card.asks_like(other)]
        say(f"\n{place + 1}/{len(queue)}  {card.show()}")
        if alike:
            say(f"  {len(alike)} more ask whether “{card.quote}” is {card.object_label or card.object}: l accepts all")
        key = _answer(ask, f"{KEYS} > ").strip().lower()[:1]
        if key == "q":
            break
        if key == "u":
            place = _undo(queue, done, counts, say, decide) if done else place
            continue
        what = _decided(card, "a" if key == "l" else key, ask, say, decide)
        if what:
            also = [other for other in alike if key == "l" and _kept(decide, say, "accept", other.on, "")]
            settled = _settled((card, *also), queue[place + 1 :], say) if what == "accepted" else []
            queue = [other for other in queue if other not in also and other not in settled]
            counts[what] += 1 + len(also)
            done.append(_Done(place, what, also, settled))
            place += 1
    return counts


def _settled(accepted: Sequence[Card], rest: Sequence[Card], say: Callable[[str], None]) -> list[Card]:
    """The cards that need not be asked any more."""
    found = [other for other in rest if other not in accepted and any(card.settles(other) for card in accepted)]
    if found:
        say(f"  answered by it: {len(found)} more of {'these papers' if len(accepted) > 1 else 'this paper'}")
    return found


def _answer(ask: Callable[[str], str], question: str) -> str:
    try:
        return ask(question)
    except EOFError:
        return "q"


def _decided(card: Card, key: str, ask: Callable[[str], str], say: Callable[[str], None], decide: Decide) -> str:
    """What was done with the card, or nothing if it is to be asked again."""
    if key == "s":
        return "skipped"
    if key == "e":
        value = _answer(ask, f"instead of {card.object}: ").strip()
        if value in ("", "q"):
            return ""
        return "corrected" if _kept(decide, say, "correct", card.on, value) else ""
    if key in ("a", "r"):
        verb, counted = ("accept", "accepted") if key == "a" else ("reject", "rejected")
        return counted if _kept(decide, say, verb, card.on, "") else ""
    say(f"keys: {KEYS}")
    return ""


def _kept(decide: Decide, say: Callable[[str], None], verb: str, on: dict[str, Any], value: str) -> bool:
    try:
        decide(verb, on, value)
    except (DecisionError, SettingsError) as error:
        say(str(error))
        return False
    return True


def _undo(
    queue: list[Card],
    done: list[_Done],
    counts: dict[str, int],
    say: Callable[[str], None],
    decide: Decide,
) -> int:
    place, what, also, settled = done.pop()
    counts[what] -= 1 + len(also)
    if what != "skipped":
        for card in (queue[place], *also):
            decide("undo", card.on, "")
        counts["undone"] += 1 + len(also)
    queue[place + 1 : place + 1] = [*also, *settled]
    say("undone")
    return place


# ------------------------------------------------------------------ as CSV

COLUMNS: Final = ("do", "value", "why", *(field.name for field in fields(Card)))


def write_csv(cards: Iterable[Card], out: TextIO) -> int:
    """One row a card, with empty ``do``, ``value`` and ``why`` to fill in; gives the number of rows."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for card in cards:
        writer.writerow(("", "", "", *(getattr(card, field.name) for field in fields(Card))))
        count += 1
    return count


def read_csv(words: str, path: str = "") -> Iterator[tuple[str, dict[str, Any], str, str]]:
    """What was filled in: verb, fingerprint, value, why. Rows left as they were give nothing.

    A value alone is a correction. Raises DecisionError with the row's line for an unknown verb, SettingsError for a
    table without the columns of `write_csv`.
    """
    for line, row in spreadsheet.rows(words, path, ("do", *Card.__slots__[:4]), COLUMNS):
        given = {name: row.get(name, "") for name in ("do", "value", "why")}
        verb = given["do"].lower() or ("correct" if given["value"] else "")
        if not verb:
            continue
        if verb not in ("accept", "reject", "correct") or (verb == "correct" and not given["value"]):
            what = (
                f'"{verb}" is none of accept, reject, correct'
                if given["value"] or verb != "correct"
                else ("a correction without a value")
            )
            raise DecisionError(what, path=path, line=line, notes="nothing of this file was kept")
        document, subject, predicate, value = (row[name] for name in Card.__slots__[:4])
        card = Card(document, subject, predicate, value)
        if quote := row.get("quote", ""):
            occurrence = row.get("occurrence") or "1"
            if not occurrence.isdecimal():
                what = f'occurrence "{occurrence}" is no number'
                raise DecisionError(what, path=path, line=line, notes="nothing of this file was kept")
            card = replace(card, quote=quote, occurrence=int(occurrence))
        yield verb, card.on, given["value"], given["why"]
