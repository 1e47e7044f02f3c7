"""Which request a claim answers: ``we cannot agree to his request`` is no answer to whoever only tells us to say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cablegraph.evidence import Passage
from cablegraph.extraction.claim_parts import Claim
from cablegraph.patterns import compiled

REFERENCE = compiled(
    r"\b(?:this|your|the|that|such|(?P<his>his|her)|their)(?: (?P<whose>(?-i:[A-Z])[\w-]+)| \w+){0,2} "
    r"(?:application|request|requisition|demand|proposal|appeal|wish|suggestion)"
    r"|\b(?:ваш\w*|эт\w+) (?:просьб|заявк|предложени)\w*",
    re.IGNORECASE,
)
"""Words that speak of a request or proposal already made."""
_OF = compiled(r"s? (?:of|from|by) (?:the )?(?P<whose>[A-Z][\w-]+)")
_FOR = compiled(r"s? for ")
_ALIKE = 2
"""So many letters a country and its people have alike: "Polish", "Poland"."""


def answered(
    text: str, claim: Claim, asked: Iterable[Claim], named_last: Callable[[int], tuple[Passage, ...]]
) -> Claim | None:
    """The last request before a claim that its words can mean; ``named_last`` says whom a "his" at a place means."""
    spoken = REFERENCE.search(text, claim.start, claim.end)
    if spoken is None:
        return None
    of = _OF.match(text, spoken.end())
    whose = (of or spoken)["whose"] or ""
    him = {one.text.split()[-1] for one in named_last(spoken.start())} if spoken["his"] else set()
    for request in asked:
        if request.start >= claim.start or (request.family.by != "addressee" and claim.start < request.end):
            continue  # "he recommends that we refuse his request": it holds the answer
        called = {word for one in request.claimants for word in one.text.split()}
        if spoken["his"] and not him & called:
            continue
        if whose and not any(word[:_ALIKE] == whose[:_ALIKE] for word in called):
            continue
        if _FOR.match(text, spoken.end()) and _is_another(claim, request):
            continue
        return request
    return None


def _is_another(claim: Claim, request: Claim) -> bool:
    """Whether the request is for something else: "the request for 20 trucks" behind one for 40."""
    one, other = claim.figure, request.figure
    return one is not None and other is not None and not (one.same_unit(other) and one.amount == other.amount)
