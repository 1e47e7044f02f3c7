"""Who says something, as a page tells it: ``the Chinese ask``; where nobody is named, whoever signs as *Филиппов*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cablegraph.iri import CG, RICO
from cablegraph.server.pages_document import Fact

_SENDING: Final = frozenset((RICO + "hasSender", RICO + "hasAuthor", CG + "signedAs"))
_MANY: Final = re.compile(
    r"(?:both|all|two|three|our|their|the) (?:[\w’'-]+ )*?(?:[A-Z]\w+(?:ese|ish|sh)|Dutch|French|Swiss|people|"
    r"\w+[a-rt-z]s)(?: of [^,]+)?\Z|(?i:(?:both|all|two|three|others)\Z)"
)
"""One name of several: "the Chinese ask", "both sides offer", "our comrades agree"."""
_ONE: Final = re.compile(r"(?i)\b(?:states|news|headquarters|works|philippines|netherlands)\Z")


def names_several(name: str) -> bool:
    """Whether a name is of several: ``the Chinese``, ``our comrades``, not ``the congress``."""
    return _MANY.match(name) is not None and _ONE.search(name) is None


def many(who: Sequence[Fact]) -> bool:
    """Whether a verb stands in the plural: of several, and of a group that is named in it (*our specialists*)."""
    if len(who) != 1:
        return len(who) > 1
    one = who[0]
    return "/party/" in one.object.value and names_several(one.value)


def somebody(paper: Iterable[Fact], claim: Iterable[Fact]) -> str:
    """Whoever speaks where nobody is known to: who may be meant, and under which name he signs."""
    perhaps = [f.value for f in claim if f.predicate == CG + "claimant" and f.status == "candidate"]
    if not perhaps:
        return "somebody, it is not said who,"
    signed = [f.value for f in paper if f.predicate == CG + "signedAs" and f.asserted]
    return f"{f'whoever signs as {signed[0]}' if signed else 'somebody'}, perhaps {' or '.join(perhaps[:3])},"


def another(paper: Iterable[Fact], who: Iterable[Fact]) -> bool:
    """Whether somebody else than whoever sends a paper is said to speak."""
    senders = {f.object.value for f in paper if f.predicate in _SENDING and f.asserted}
    return bool(senders) and senders.isdisjoint(fact.object.value for fact in who)
