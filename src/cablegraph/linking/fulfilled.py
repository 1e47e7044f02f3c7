"""What is said to be fulfilled answers the promise of a paper that is cited: ``our promise … has been fulfilled``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode

from cablegraph.evidence import Reading, Rule, Span
from cablegraph.iri import CG
from cablegraph.linking.citations import Card, Claimed
from cablegraph.linking.posts import full_post

RULE = Rule("linking.fulfilled-promise", version="1", certainty="0.8")


def fulfilled(own: Card, resolved: Iterable[Reading], held: Mapping[str, Card]) -> Iterator[Reading]:
    """Readings of ``cg:respondsTo``: to the one promise of this claimant and topic; several are candidates.

    ``resolved`` are the readings of what the paper cites, ``held`` the papers by IRI.
    """
    claims = [claim for claim in own.claims if claim.kind == "fulfilment"]
    if not claims:
        return
    cited = {cited.iri for cited in own.cited if not cited.promised}
    meant = {one.object.value: held[one.object.value] for one in resolved
             if one.supports and one.subject.value in cited and isinstance(one.object, NamedNode)}  # fmt: skip
    promises = [claim for _, card in sorted(meant.items()) for claim in card.claims if claim.kind == "promise"]
    for claim in claims:
        fitting = [promise for promise in promises if _agree(claim, promise)]
        for promise in fitting:
            yield _reading(own, claim, promise, alone=len(fitting) == 1)


def _agree(claim: Claimed, promise: Claimed) -> bool:
    mine, theirs = ({full_post(who) for who in one.claimants} for one in (claim, promise))
    return not mine.isdisjoint(theirs) and not set(claim.topics).isdisjoint(promise.topics)


def _reading(own: Card, claim: Claimed, promise: Claimed, *, alone: bool) -> Reading:
    why = "a promise of the same claimant and topic, in a paper that this one cites"
    return Reading(
        NamedNode(claim.iri),
        NamedNode(CG + "respondsTo"),
        NamedNode(promise.iri),
        tuple(Span(*span) for span in claim.spans),
        claim.layer,
        RULE,
        RULE.certainty if alone else "0.6",
        own.outer,
        own.text,
        None if alone else "candidate",
        reason=why if alone else f"{why}; several fit",
    )
