"""Citations resolved over the whole corpus: ``my 24, February 21`` is the held paper of that sender, number and day.

Ties go to review, never to a coin; a resolved citation keeps its IRI (model section 5).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from pyoxigraph import NamedNode

from cablegraph import dates
from cablegraph.evidence import Layer, Passage, Reading, Rule, Span
from cablegraph.iri import CG, DOC
from cablegraph.linking.link import office_iri
from cablegraph.linking.posts import full_post, named_alike
from cablegraph.record import Record

RULE = Rule("linking.resolved-citation", version="2", certainty="0.9")
ACCEPT = 0.75
"""A held paper that scores at least this, and alone, is the cited one."""
PROPOSE = 0.5
CLOSE = 0.1
LONGEST = timedelta(days=370)
SHOWN = 5
"""So many candidates are proposed for one citation."""
SLACK = timedelta(days=1)
"""A telegram is often cited by the day it came in, one after its own."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that another cites or promises: its IRI, the citing words, and what they say of it."""

    iri: str
    numbers: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    earliest: str = ""
    latest: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    layer: Layer = "transcript"
    promised: bool = False
    form: str = ""
    topics: tuple[str, ...] = ()
    keeps: str = ""
    """How the words call the paper what was promised in this one: *promised*, or only *continued*."""
    said: str = ""
    """These words."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A promise that a paper gives, or says was fulfilled: its IRI, its words, whose it is and of what it speaks."""

    iri: str
    kind: str
    claimants: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    layer: Layer = "transcript"


@dataclass(frozen=True, slots=True)
class Card:
    """What resolution needs of one held document, or of a message enclosed in one."""

    iri: str
    outer: str
    text: str
    numbers: tuple[str, ...] = ()
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    earliest: str = ""
    latest: str = ""
    posts: tuple[tuple[str, str], ...] = ()
    """Holder and post, as far as the paper says: a post's letters are its holder's."""
    cited: tuple[Cited, ...] = ()
    enclosed: tuple[Card, ...] = ()
    forms: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    claims: tuple[Claimed, ...] = ()


def card(record: Record) -> Card:
    """The card of a linked record, enclosed messages included."""
    outer = DOC + record.source.key
    earliest, latest = _bounds(record.fields.get("date", ()))
    cited = [_cited(part, f"{DOC}{record.id}/cited/") for part in record.parts.get("citations", ())]
    cited += [_cited(part, f"{DOC}{record.id}/promised/", True) for part in record.parts.get("promises", ())]
    return Card(
        DOC + record.id,
        outer,
        f"{outer}/text/{record.source.sha256[:8]}",
        _texts(record, "number"),
        _iris(record, "sender", "author"),
        _iris(record, "addressee", "receiver"),
        earliest,
        latest,
        _posts(record),
        tuple(cited),
        tuple(card(part) for part in record.parts.get("enclosed", ())),
        _texts(record, "form"),
        _texts(record, "topics"),
        tuple(_claimed(part, record.id) for part in record.parts.get("claims", ()) if _is_of_a_promise(part)),
    )


def _is_of_a_promise(claim: Record) -> bool:
    return claim.text_of("kind") in ("promise", "fulfilment") and not claim.text_of("responds_to")


def _claimed(part: Record, document: str) -> Claimed:
    [start, *_] = part.fields["start"]
    kind, spans = part.text_of("kind"), tuple((span.start, span.end) for span in start.spans)
    iri = f"{DOC}{document}/claim/{kind}-{start.text}"
    return Claimed(iri, kind, _iris(part, "claimant"), _texts(part, "topic"), spans, start.layer)


def _cited(part: Record, base: str, promised: bool = False) -> Cited:
    [start, *_] = part.fields["start"]
    earliest, latest = _bounds(part.fields.get("date", ()))
    spans = tuple((span.start, span.end) for span in start.spans)
    return Cited(
        base + start.text,
        _texts(part, "number"),
        _iris(part, "sender", "author"),
        _iris(part, "addressee"),
        earliest,
        latest,
        spans,
        start.layer,
        promised,
        part.text_of("form"),
        _texts(part, "topics") if promised else (),
        keeps.text if (keeps := part.first("keeps")) else "",
        " ".join(part.source.quote(keeps.spans[0]).split()) if keeps else "",
    )


def _posts(record: Record) -> tuple[tuple[str, str], ...]:
    """Who holds which post, as the paper says, or as somebody decided: *Secretary of State* here is Dean Acheson."""
    pairs = {
        (holder.iri, post.iri)
        for part in record.parts.get("positions", ())
        for holder in part.fields.get("holder", ())
        for post in part.fields.get("position", ())
    }
    pairs |= {
        (passage.iri, office)
        for name in ("sender", "author", "addressee", "receiver")
        for passage in record.fields.get(name, ())
        if passage.entity == "position" and passage.iri and passage.iri != (office := office_iri(passage.text))
    }
    return tuple(sorted(pair for pair in pairs if all(pair)))


def _texts(record: Record, name: str) -> tuple[str, ...]:
    return tuple(sorted({passage.text for passage in record.fields.get(name, ())}))


def _iris(record: Record, *names: str) -> tuple[str, ...]:
    return tuple(sorted({passage.iri for name in names for passage in record.fields.get(name, ()) if passage.iri}))


def _bounds(passages: Iterable[Passage]) -> tuple[str, str]:
    found = [dates.bounds(passage.text) for passage in passages]
    days = [(bound.earliest, bound.latest) for bound in found if bound.earliest and bound.latest]
    if not days:
        return "", ""
    return min(str(first) for first, _ in days), max(str(last) for _, last in days)


def card_to_json(value: Card) -> dict[str, Any]:
    """A card as plain JSON."""
    return asdict(value)


def card_from_json(form: dict[str, Any]) -> Card:
    """The card that `card_to_json` wrote."""
    cited = tuple(
        Cited(**{**item, **{name: tuple(item[name]) for name in ("numbers", "senders", "addressees", "topics")},
                 "spans": tuple((start, end) for start, end in item["spans"])})
        for item in form["cited"]
    )  # fmt: skip
    lists = {name: tuple(form[name]) for name in ("numbers", "senders", "addressees", "forms", "topics")}
    posts = tuple((holder, post) for holder, post in form["posts"])
    claims = tuple(
        Claimed(**{**item, "claimants": tuple(item["claimants"]), "topics": tuple(item["topics"]),
                   "spans": tuple((start, end) for start, end in item["spans"])})
        for item in form["claims"]
    )  # fmt: skip
    return Card(
        **{
            **form,
            **lists,
            "posts": posts,
            "cited": cited,
            "claims": claims,
            "enclosed": tuple(map(card_from_json, form["enclosed"])),
        }
    )


def resolve(cards: Iterable[Card], near: Iterable[Card] = ()) -> Iterator[Reading]:
    """Readings of ``cg:resolvedTo``: one held paper above the line stands, several are candidates, none is nothing.

    The cards' own citations are resolved; those ``near`` may only be what they mean.
    """
    own = [inner for outer in cards for inner in leaves(outer)]
    index = Index([*own, *(inner for outer in near for inner in leaves(outer))])
    for citing in own:
        for cited in citing.cited:
            yield from _resolve(citing, cited, index)


class Index:
    """Held papers by number, by sender and addressee with day; who stands for whom: holder for post and so on."""

    def __init__(self, every: Iterable[Card]) -> None:
        self._others: dict[str, set[str]] = defaultdict(set)
        self.by_number: dict[str, list[Card]] = defaultdict(list)
        self._by_day: dict[tuple[str, str, date], list[Card]] = defaultdict(list)
        for held in every:
            for holder, post in held.posts:
                self._others[full_post(holder)].add(full_post(post))
                self._others[full_post(post)].add(full_post(holder))
            for number in held.numbers:
                self.by_number[plain(number)].append(held)
            for day in _days(held.earliest, held.latest, timedelta(0)):
                for role, parties in (("sender", held.senders), ("addressee", held.addressees)):
                    for party in parties:
                        self._by_day[role, full_post(party), day].append(held)

    def meant(self, parties: tuple[str, ...]) -> set[str]:
        """The parties, the posts they hold, and the holders of the posts they are."""
        named = {full_post(party) for party in parties}
        return named.union(*(self._others.get(party, ()) for party in named))

    def sent(self, cited: Cited) -> Iterator[Card]:
        """Papers that the cited one's senders, or whom they stand for, sent about its day; else its addressees got."""
        role, parties = ("sender", cited.senders) if cited.senders else ("addressee", cited.addressees)
        for party in sorted(self.meant(parties)):
            for day in _days(cited.earliest, cited.latest, SLACK):
                yield from self._by_day.get((role, party, day), ())

    def agree(self, said: tuple[str, ...], known: tuple[str, ...]) -> bool | None:
        """Whether two lists of parties have somebody in common; None where one is empty.

        A surname and the full name that ends with it are one where both hold one post.
        """
        if not said or not known:
            return None
        meant, names = self.meant(said), {full_post(party) for party in known}
        if not meant.isdisjoint(names):
            return True
        return named_alike(said, known) and not meant.isdisjoint(self.meant(known))


def _days(earliest: str, latest: str, slack: timedelta) -> Iterator[date]:
    """Each day of an interval of at most a year; a longer one, or none, is no way to find a paper."""
    if not earliest or not latest:
        return
    first, last = date.fromisoformat(earliest) - slack, date.fromisoformat(latest) + slack
    if last - first <= LONGEST:
        for number in range((last - first).days + 1):
            yield first + timedelta(number)


def leaves(outer: Card) -> Iterator[Card]:
    """A card and those of the messages enclosed in it."""
    yield outer
    for inner in outer.enclosed:
        yield from leaves(inner)


def plain(number: str) -> str:
    """A number as it is compared: ``1.295`` is ``1295``, ``024`` is ``24``."""
    return number.replace(".", "").replace(" ", "").lstrip("0").casefold()


def _resolve(citing: Card, cited: Cited, index: Index) -> Iterator[Reading]:
    near: dict[str, Card] = {}
    for number in cited.numbers:
        near.update((held.iri, held) for held in index.by_number.get(plain(number), ()))
    if not cited.numbers:
        near.update((held.iri, held) for held in index.sent(cited))
    near.update((held.iri, held) for held in leaves(citing) if _is_inclosed(citing, cited, held, index))
    near.pop(citing.iri, None)
    scored = sorted(
        ((*likeness(citing, cited, held, index), held.iri) for held in near.values()),
        key=lambda item: (-item[0], item[2]),
    )
    scored = [item for item in scored if item[0] >= PROPOSE]
    if not scored:
        return
    best, why, iri = scored[0]
    alone = len(scored) == 1 or best - scored[1][0] >= CLOSE - 1e-9
    if best >= ACCEPT and alone:
        yield _reading(citing, cited, iri, best, why, stands=True)
        return
    for score, why, iri in scored[:SHOWN]:
        yield _reading(
            citing, cited, iri, score, why if alone else f"{why}; {len(scored)} held papers fit", stands=False
        )


INCLOSED = 0.35
"""What a paper says of one of that day that it encloses is as good as a number."""


def _is_inclosed(citing: Card, cited: Cited, held: Card, index: Index) -> bool:
    """Whether this may be the message enclosed here that is cited: of its day, and of its sender or form."""
    if held is citing or cited.promised or _day(cited, held) != SAME_DAY:
        return False
    sender = index.agree(cited.senders, held.senders) or named_alike(cited.senders, held.senders)
    return bool(sender) or (bool(cited.form) and cited.form in held.forms)


def likeness(citing: Card, cited: Cited, held: Card, index: Index) -> tuple[float, str]:
    """Number, sender, addressee and day, as far as both sides know them, in words; a contradiction ends it."""
    nothing = (0.0, "")
    numbers = {plain(number) for number in cited.numbers} & {plain(number) for number in held.numbers}
    if cited.numbers and held.numbers and not numbers:
        return nothing
    senders, addressees = index.agree(cited.senders, held.senders), index.agree(cited.addressees, held.addressees)
    inclosed = held.iri.startswith(f"{citing.iri}/enclosed/") and _is_inclosed(citing, cited, held, index)
    if inclosed and named_alike(cited.senders, held.senders):
        senders = True
    day = _day(cited, held)
    if senders is False or day == 0.0 or (addressees is False and not numbers):
        return nothing
    later = held.earliest and citing.latest and held.earliest > citing.latest
    if not cited.earliest and later and not cited.promised:
        return nothing
    if cited.promised and not numbers and not day:
        return nothing
    parts = (
        ("number", 0.45 if numbers else 0.0),
        ("sender", 0.25 if senders else 0.0),
        ("addressee", 0.1 if addressees else 0.0),
        ("date", day or 0.0),
        ("enclosed in the paper", INCLOSED if inclosed else 0.0),
    )
    said = "agree: " + ", ".join(name for name, value in parts if value)
    unlike = [name for name, value in (("addressee", addressees),) if value is False]
    return round(min(sum(value for _, value in parts), 1.0), 2), "; ".join(
        [said, *(f"{name} differs" for name in unlike)]
    )


SAME_DAY, NEXT_DAY, SOME_DAY = 0.4, 0.3, 0.2
"""The day itself; the day before or after; somewhere in a month or a year."""


def _day(cited: Cited, held: Card) -> float | None:
    """What the dates give: nothing where they contradict, None where one is unknown."""
    if not cited.earliest or not held.earliest:
        return None
    first, last = date.fromisoformat(cited.earliest), date.fromisoformat(cited.latest)
    own_first, own_last = date.fromisoformat(held.earliest), date.fromisoformat(held.latest)
    if not (first <= own_last + SLACK and last >= own_first - SLACK):
        return 0.0
    if last - first > 3 * SLACK or own_last - own_first > 3 * SLACK:
        return SOME_DAY
    return SAME_DAY if first <= own_last and last >= own_first else NEXT_DAY


def _reading(citing: Card, cited: Cited, held: str, score: float, why: str, *, stands: bool) -> Reading:
    return Reading(
        NamedNode(cited.iri),
        NamedNode(CG + "resolvedTo"),
        NamedNode(held),
        tuple(Span(*span) for span in cited.spans),
        cited.layer,
        RULE,
        str(score),
        citing.outer,
        citing.text,
        None if stands else "candidate",
        reason=why,
    )
