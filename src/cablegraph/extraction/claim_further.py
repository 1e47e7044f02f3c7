"""What a claim does not speak of though its sentence does: the price, and what the next clause asks or gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from cablegraph.evidence import Passage
from cablegraph.extraction import topics
from cablegraph.extraction.claim_parts import Claim
from cablegraph.extraction.measures import Figure, Stretch
from cablegraph.patterns import compiled
from cablegraph.sought import sought

# What is paid for a thing, and not the thing: "arms in exchange for 25,000 tons of lead".
_PRICE = sought(
    r"\b(?:(?<!asks )(?<!ask )(?<!asked )in "
    r"(?:exchange|return|payment|compensation|consideration|recompense) (?:for|of)|"
    r"as (?:payment|compensation) for|against (?:the )?(?:payment|delivery|receipt|surrender) of|"
    r"on (?:payment|receipt) of|(?:at|for) (?:a|the) price of|instead of|in lieu of|in place of)\b",
    re.IGNORECASE,
)
_JOINS = compiled(r"(?:and|but)\b")
_NEXT_THING = compiled(r"[,;:.]| (?:and|or|but|to|for|from|by|in|on|at|with|as|plus|that|which|who)\b|, ")
_NEAR = 80
"""A price begins so many characters behind the words that make it one at most."""


# What somebody is told to pass on is not asked of him: "Tell Diem that we will suspend 18 million dollars".
_PASSES_ON = compiled(
    r"(?:\d+[.)] )?(?:please |kindly |pray )?(?:you (?:should|will|must|are to|may) )?"
    r"(?:tell|inform|notify|remind|assure|advise|warn|(?:say|explain|state|convey|communicate) to) "
    r"(?:(?! that )[^,;:.!?]){1,60} that "
    r"(?!(?:he|she|they|it|(?:the )?(?-i:[A-Z])[\w’'-]+) (?:must|should|shall|ought|(?:is|are) to|has to|have to)\b|"
    r"(?:we|I|our (?:side|government)) (?:\w+ly |also |still )?(?:needs?|requires?|wants?|asks?|requests?|should like|"
    r"insists?|demands?)\b)",
    re.IGNORECASE,
)


def passes_on(text: str, start: int) -> int:
    """Where what is to be passed on begins, in an order or request that begins at a place; 0 where none is."""
    passed = _PASSES_ON.match(text, start)
    return passed.end() if passed else 0


def own_end(text: str, sentence: int, matched: Stretch) -> int:
    """Where the words of a claim end: "when I asked him for a guard, gave me 20 men" asks for no men."""
    start, end = matched
    if asks := _AND_ASKS.search(text, start + _SHORTEST, end):
        end = asks.start()
    if besides := _BUT.search(text, start + _SHORTEST, end):
        end = besides.start()
    if _SUBORDINATE.search(text, max(sentence, start - 12), start) and (main := _MAIN_VERB.search(text, start, end)):
        end = main.start()
    return end


_SHORTEST = 20
_BUT = compiled(r", but (?:(?:I|we|he|she|it|they) )?(?:would|will|could|can|may|might|shall|should)\b")
"""What is said besides, of the same or of another: "is not willing to cede it, but would lease it for 99 years"."""
_AND_ASKS = compiled(
    r", and (?:(?:he|she|it|they) )?(?:(?:also|now|therefore|further) )?(?:asks|asked|requests|requested|demands|"
    r"demanded|"
    r"begs|begged|insists|insisted) (?:that|for|us|me|him|them|to)\b"
)
"""What is asked besides: "it cannot recognize the tax, and asks that 18,000 dollars be returned"."""
_SUBORDINATE = compiled(r", (?:when|after|because|although|though|while) $")
_MAIN_VERB = compiled(
    r", (?=(?:gave|sent|said|told|has|have|had|is|was|are|were|will|would|offered|refused|[a-z]+ed)\b)"
)


def next_deed(text: str, claim: Claim, other: Claim) -> int:
    """Where another claim of the sentence begins a clause of its own behind a claim's matter; 0 where it does not."""
    begins, said = other.said[0], claim.figure.end if claim.figure else claim.said[0]
    joined = _JOINS.match(text, begins) or text.endswith((" and ", " but "), 0, begins)
    return begins if joined and said < begins and claim.said != other.said else 0


def without_repeated(claims: Iterable[Claim]) -> list[Claim]:
    """Claims without further amounts that are the matter of another: "… and requests that 2 ships be sent"."""
    found = list(claims)
    return [
        one
        for one in found
        if one.figure is None
        or one.start != one.figure.words[0]
        or not any(
            other.figure == one.figure and other.family.kind != one.family.kind and other.said[0] > one.said[0]
            for other in found
        )
    ]


def is_price(text: str, start: int, figure: Figure) -> bool:
    """Whether a figure is what is given in exchange for the matter of a claim that begins at ``start``."""
    begin = max(start, figure.start - _NEAR)
    paid = _PRICE.search(text, begin, figure.start)
    return paid is not None and not any(mark in text[paid.end() : figure.start] for mark in ",;:")


def not_of_price(text: str, about: Iterable[Passage], within: Stretch) -> tuple[Passage, ...]:
    """The topics without those that only the price has: "36 tanks in exchange for 20,000 tons of rice"."""
    paid = _PRICE.search(text, *within)
    if paid is None or paid.start() <= within[0]:
        return tuple(about)
    return tuple(one for one in about if any(span.start < paid.start() for span in one.spans))


def with_own_topics(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Claims of several amounts, each without the topics of the others: "36 aircraft and 120 trucks"."""
    amounts = [claim.figure.words for claim in claims if claim.figure]
    if len(amounts) < 2:
        return list(claims)
    things = [(begin, _end_of_thing(text, begin, end)) for begin, end in amounts]
    owned = [[one for one in claims[0].about if _is_of(one, thing)] for thing in things]
    known = {one.text for own in owned for one in own}
    shared = [one for one in claims[0].about if one.text not in known]
    return [replace(claim, about=(*shared, *own)) for claim, own in zip(claims, owned, strict=True)]


def _end_of_thing(text: str, begin: int, end: int) -> int:
    behind = _NEXT_THING.search(text, end, end + _NEAR)
    return behind.start() if behind else end


def _is_of(passage: Passage, thing: Stretch) -> bool:
    """Whether a topic is that of one amount: it begins with it, or is a phrase that ends with it ("send 36 MiG-15")."""
    phrase = passage.rule is topics.PHRASE
    return all(thing[0] <= (span.end - 1 if phrase else span.start) < thing[1] for span in passage.spans)


def touches(passage: Passage, stretch: Stretch) -> bool:
    """Whether a passage lies in a stretch, or partly."""
    return any(span.start < stretch[1] and stretch[0] < span.end for span in passage.spans)


_NUMBER = compiled(r"\s*[(]?(?:\d{1,4}|[IVX]{1,4}|[a-z])[.)]\s+")


def without_number(text: str, start: int, end: int) -> Stretch:
    """A stretch without the number of the point that it opens."""
    match = _NUMBER.match(text, start, end)
    return (match.end() if match else start), end
