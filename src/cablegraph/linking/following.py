"""What follows from a party corrected or rejected: ``our offer`` is the offer of whoever is decided to have sent it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import NamedNode

from cablegraph.evidence import Reading, Rule
from cablegraph.iri import CG, RICO
from cablegraph.patterns import compiled

__all__ = ["FOLLOWS", "PARTIES", "following", "words_of"]

FOLLOWS = Rule("decided.follows", version="1", certainty="1")

PARTIES = frozenset(
    {RICO + "hasSender", RICO + "hasAuthor", RICO + "hasReceiver", RICO + "hasAddressee", CG + "claimant"}
)
"""What says of a paper who wrote and got it, and of its parts whose they are."""
_WORD = compiled(r"[^\W\d_]{3,}")
_SAY_NOTHING = frozenset({"called", "the", "and", "for", "our", "your", "with", "comrade", "mister", "sir"})


def following(
    replaced: Iterable[Reading], chosen: NamedNode | None, readings: Iterable[Reading], text: str
) -> list[Reading]:
    """Readings of the same message that meant the replaced party without naming it, each rejected and read anew.

    ``replaced`` are the readings of a message's party in whose place somebody else, ``chosen``, was decided, or nobody.
    Claims, cited and promised papers *of that message* whose party was the replaced one follow, if their own words
    have no word of its name: "our promise", "your telegram of June 21". The new reading keeps the words; it is
    *corrected* and a revision of the old one. Messages enclosed have parties of their own and are left as they are.
    """
    given, moved = tuple(readings), {}
    for party in replaced:
        if party.predicate.value not in PARTIES or party.object == chosen:
            continue
        names = _names(given, party, text)
        for reading in given:
            if _means(reading, party) and not names & _words(reading, text):
                moved[id(reading)] = reading
    return list(moved.values())


def _means(reading: Reading, party: Reading) -> bool:
    """Whether a reading of a part of the party's own message, no enclosed one, says that the part is that party's."""
    own, part = f"{party.subject.value}/", reading.subject.value
    return (
        reading.predicate.value in PARTIES
        and reading.object == party.object
        and part.startswith(own)
        and not part.startswith(f"{own}enclosed/")
        and reading.supports
        and not reading.decision
    )


def fallen(reading: Reading, why: str) -> Reading:
    """The reading of a party that was rejected; ``why`` is the reason given for the decision."""
    reason = f"follows from the rejection of a party of this paper{': ' if why else ''}{why}"
    return replace(reading, status="rejected", reason=reason)


def read_anew(reading: Reading, chosen: NamedNode, why: str, *, accepted: bool = False) -> Reading:
    """The reading of the same words with the party decided on; ``why`` is the reason given for the decision.

    Where the party's name was accepted to be somebody, nothing is corrected: who is meant is confirmed here too.
    """
    decided = "who a party of this paper was confirmed to be" if accepted else "the correction of a party of this paper"
    reason = f"follows from {decided}{': ' if why else ''}{why}"
    return replace(reading, object=chosen, rule=FOLLOWS, certainty="1", status="confirmed" if accepted else "corrected",
                   reason=reason, revision_of=reading.iri)  # fmt: skip


def _names(readings: Iterable[Reading], party: Reading, text: str) -> frozenset[str]:
    """Words of the party's name: in its IRI, and in what its readings of the message itself rest on."""
    key = party.object.value.rpartition("/")[2]
    words = set(words_of(key))
    for reading in readings:
        if reading.subject == party.subject and reading.object == party.object and reading.predicate == party.predicate:
            words |= _words(reading, text)
    return frozenset(words)


def _words(reading: Reading, text: str) -> frozenset[str]:
    return frozenset(word for span in reading.spans for word in words_of(text[span.start : span.end]))


def words_of(text: str) -> frozenset[str]:
    """The words in which a name may be."""
    return frozenset(word.lower() for word in _WORD.findall(text)) - _SAY_NOTHING
