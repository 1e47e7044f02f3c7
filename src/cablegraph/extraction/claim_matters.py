"""How much a claim is about that its verb does not count: ``As to the 120 orphans, he asks that they stay``; a term."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablegraph.extraction import quantities
from cablegraph.extraction.claim_families import Family
from cablegraph.extraction.claim_figures import in_own_clause
from cablegraph.extraction.claim_further import is_price
from cablegraph.extraction.measures import Figure, Stretch, times_in
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_FRONT = compiled(
    r"(?:[(]?\w{1,2}[.)] )?(?:(?:And|But|Now) )?(?:as (?:to|for|regards|concerns)|with (?:regard|respect|reference) to|"
    r"regarding|concerning|respecting|in (?:regard|respect) (?:of|to)) (?:the|these|those|our|your|his|their) "
    r"(?:other |remaining |said )?$",
    re.IGNORECASE,
)
_THEM = compiled(r"\b(?:they|them|their|these|those|both|all of)\b", re.IGNORECASE)
_TERM = sought(
    r"\b(?:within|inside of|in less than|in not more than) (?:the next |a (?:term|period) of )?", re.IGNORECASE
)
_LENGTH = compiled(r"\b(?:miles?|kilomet(?:er|re)s?|km|versts?|met(?:er|re)s)\b")
_LENGTHS = frozenset({"mile", "kilometer", "kilometre", "km", "verst", "meter", "metre"})
_MOVES = compiled(
    r"\b(?:withdr[ae]w\w*|pull(?:ed)? back|retir\w+|retreat\w*|mov\w+ back|removed?|f[ae]ll back|patrol\w*|landings?|"
    r"approach\w*|come|anchor\w*|keep|kept|stay|remain|fire|advance\w*|penetrate\w*)\b[^;:!?]{0,80}$"
)
_PRESSED = frozenset({"request", "offer", "promise", "refusal", "acceptance", "order"})


def matter(text: str, family: Family, sentence: int, words: Stretch, figures: Sequence[Figure]) -> Figure | None:
    """What a sentence puts before its clause, the distance that is moved, or the term that is set; None for none."""
    if family.kind not in _PRESSED:
        return None
    start, end = words
    return (
        _fronted(text, sentence, words, figures)
        or _distance(text, start, end)
        or next((figure for term in _TERM.finditer(text, start, end) for figure in _term(text, term, end)), None)
        or (None if family.needs else _alone(text, start, end, figures))
    )


def _alone(text: str, start: int, end: int, figures: Sequence[Figure]) -> Figure | None:
    """The one figure of a claim's words, or the one span of time: "refuse to feed civilians after ten days"."""
    held = [one for one in figures if start <= one.start and one.end <= end] or times_in(text, start, end)
    if len(held) != 1 or _NOT_ITS_OWN.search(text, start, held[0].start) or _WHEN.match(text, held[0].end):
        return None
    apart = is_price(text, start, held[0]) or in_own_clause(text, start, held[0])
    return None if apart else held[0]


_WHEN = compiled(r" (?:ago|later|earlier|before|previously|since|hence)\b")
"""Behind a span of time, where it says when: "we shall send it two days later"."""
# Behind these words stands what is told or asked about, and not how much is asked or promised.
_NOT_ITS_OWN = compiled(
    r"\b(?:whether|about|as to what|regarding|concerning|respecting|how|what|why|because|although|though|since|while|"
    r"which|whom?|whose|when|where|than|if|unless|out of|from|balance of|as to the|(?:first|last|past|next|coming) $|"
    r"(?:inform|tell|told|notify|remind|say|state|explain|report|know)\b[^,;:!?]{0,60} that)\b|[\w,] but\b|"
    r", (?:and|but) (?=[^,;:!?]{2,50} (?:will|would|can|could|is|are|was|were|has|have|had)\b)",
    re.IGNORECASE,
)


def _fronted(text: str, sentence: int, matched: Stretch, figures: Sequence[Figure]) -> Figure | None:
    """What a clause speaks of as "they": "As to the 840 technicians, he agreed that they should come"."""
    first = next(iter(figures), None)
    if first is None or first.end > matched[0] or _FRONT.fullmatch(text, sentence, first.start) is None:
        return None
    return first if _THEM.search(text, *matched) else None


def _distance(text: str, start: int, end: int) -> Figure | None:
    """How far one moves or keeps away: "that each side withdraw twenty kilometres"."""
    if _LENGTH.search(text, start, end) is None:
        return None
    found = (one for one in quantities.find(text, start, end) if one.unit in _LENGTHS)
    moved = (one for one in found if _MOVES.search(text, start, one.start))
    return next((Figure(one.start, one.end, one.amount, one.maximum, one.unit, one.bound) for one in moved), None)


def _term(text: str, within: re.Match[str], end: int) -> Sequence[Figure]:
    """The span of time that begins behind "within": "hand over the capital within 48 hours"."""
    spans = times_in(text, within.end(), min(within.end() + 30, end))
    return [span for span in spans[:1] if span.start <= within.end() + 2]
