"""Who says something, as a page tells it: ``the Chinese ask``; where nobody is named, whoever signs as *Филиппов*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cablegraph.iri import CG, RICO
from cablegraph.server.pages_document import Fact

_SENDING: Final = frozenset((RICO + "hasSender", RICO + "hasAuthor", CG + "signedAs"))
_MANY: Final = re.compile(r"(?i)\b(?:\w+(?:ese|ish|[^su]s)|french|dutch|swiss|two|three|both|all|others)\Z")
_ONE: Final = re.compile(r"(?i)\b(?:states|congress|news|headquarters|works|alliance|philippines|netherlands)\Z")


def many(who: Sequence[Fact]) -> bool:
    """Whether a verb stands in the plural: of several, and of a group that is named in it (*our specialists*)."""
    if len(who) != 1:
        return len(who) > 1
    one = who[0]
    return "/party/" in one.object.value and bool(_MANY.search(one.value)) and not _ONE.search(one.value)


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
