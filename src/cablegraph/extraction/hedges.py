"""Words that keep a sentence from stating what it says: ``if``, ``whether``, ``would``, ``is alleged to``."""

from __future__ import annotations

import re

from cablegraph.extraction.claim_families import Family
from cablegraph.extraction.measures import Figure, Stretch

# A sentence that asks for something or turns it down reports nothing, even where no family reads it.
_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed)?|beg(?:s|ged)?|decline[sd]?|"
    r"refuse[sd]?|offer(?:s|ed)?|wants?|wanted|need(?:s|ed)?|"
    r"propose[sd]?|suggest(?:s|ed)?|promise[sd]?|demand(?:s|ed)?|allow(?:s|ed)?|permit(?:s|ted)?|would|could|"
    r"should|must|may|might|"
    r"will|shall|(?:is|are) to|if|hope[sd]?|desire[sd]?|intend(?:s|ed)?|plan(?:s|ned)?|recommend\w*|"
    r"instructed|ordered|summoned|called upon|"
    r"(?:is|are|was|were) said|alleged\w*|rumou?r\w*|consideration)\b",
    re.IGNORECASE,
)
# Behind these words a figure is told of, not asked for.
TOLD = re.compile(
    r"\b(?:that|as to|whether|about|regarding|concerning|respecting|relative to|how|what|why|as long as|while|because|"
    r"since|until|although|though|after|before)\b"
)
# What begins a clause that is stated although the clause before it asks or refuses.
_STATED = re.compile(r"\b(?:as long as|because|although|though|whereas)\b")


def is_asked(text: str, start: int, figure: Figure, verb: int) -> bool:
    """Whether the clause of a figure asks, wishes or supposes."""
    begins = max((match.end() for match in _STATED.finditer(text, start, figure.start)), default=start)
    if figure.again:
        begins = figure.start
    return bool(_ASKS.search(text, begins, max(figure.end, verb) + 8))


_HEDGE = re.compile(r"\b(?:if|whether|unless|in case|provided that|had|as though|as if|если)\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:did not|does not|do not|didn't|never|not) $", re.IGNORECASE)


def is_hedged(text: str, sentence: Stretch, start: int, family: Family) -> bool:
    """Conditions and questions state nothing; "would you …?" is how one asks."""
    if text[sentence[1] - 1] == "?" and not family.asks:
        return True
    before = text[sentence[0] : start]
    clause = max(before.rfind(mark) for mark in ",;:") + 1
    return bool(
        _HEDGE.search(before, clause) or (before.endswith(" ") and _DENIAL.search(before, max(len(before) - 12, 0)))
    )
