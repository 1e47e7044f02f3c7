"""Names without a title in few words: ``Bismarck absent``, ``one Schulze of New York``, ``De Manneville's is mild``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from cablegraph.extraction import name_lists
from cablegraph.extraction.lexicon import NATIONS
from cablegraph.extraction.name_runs import BEHIND, CAP, FORM, Mention, Run, acts, familiar, looks_common
from cablegraph.patterns import compiled

_STATE = compiled(
    r" (?:absent|ill|sick|unwell|dead|away|back|gone|opposed|silent|evasive|non-?committal|abroad|unwilling|undecided)(?=[.,;:]| (?:and|but|till|until|to-day|to-morrow"
    r"|since|for|on|in|at|from|to|this|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
    r"| (?:not|with|has) (?:(?:above|over|more than|less than|barely|but|only|some|about) )?\d"
)
"""What telegrams say of a man without a verb: ``Bismarck absent; Busch presides``."""
_ONE = (" one ", " a certain ", " named ", " a Mr ", " by name ")
_PARTICLE = frozenset(("De", "Du", "Da", "Di", "Van", "Von", "El", "Ben", "Ibn"))
_WHO = compiled(r",? who(?:m|se)?\b")
_PEOPLE_OF = compiled(rf"(?:{NATIONS})")
_CLAN = compiled(r"Ma?c[A-Z][a-z]{2,}")


def read(text: str, run: Run) -> Iterator[Mention]:
    """A person in a row that no rule for whole names reads, or nobody."""
    tokens = run.tokens
    start, end, word = tokens[0]
    if len(tokens) == 1:
        if run.opens and _STATE.match(text, end) and not familiar(word) and not looks_common(word):
            yield Mention(start, end, "person", FORM)
        elif _CLAN.fullmatch(word) and not text.endswith((" the ", " The "), 0, start):
            yield Mention(start, end, "person", FORM)  # "will accept MacDonald plan"
        return
    last, name = tokens[-1][1:]
    if len(tokens) == 2 and word in _PARTICLE and not familiar(name) and (acts(text, last) or _WHO.match(text, last)):
        yield Mention(start, last, "person", FORM)
    elif (
        len(tokens) == 2
        and _is_people(word)
        and name in name_lists.words().given
        and (acts(text, last) or BEHIND.match(text, last))
    ):
        yield Mention(tokens[1][0], last, "person", FORM)  # "the talks with the Hungarian Péter"


def one_of(text: str, run: Run) -> Iterator[Mention]:
    """``sent by one Schulze of New York``: the man alone, without where he is from."""
    start, end, word = run.tokens[0]
    if len(run.tokens) > 2 and run.tokens[1][2] == "of" and text.endswith(_ONE, 0, start) and not familiar(word):
        yield Mention(start, end, "person", FORM)


@lru_cache(maxsize=4096)
def _is_people(word: str) -> bool:
    return _PEOPLE_OF.fullmatch(word) is not None


_THERE = compiled(rf"(?:^|[.!?:;][ \u00a0]|\n)(?:[–—-] )?(?:In|At|From|Near) (?:[{CAP}][\w-]+ )?$")
_IS = compiled(r" (?:is|was|has|had|will) ")


def behind_place(text: str, run: Run, places: Mapping[int, Mention]) -> Iterator[Mention]:
    """``In London Heseltine is criticised``: who does something where the sentence begins with the place."""
    start, last, word = run.tokens[-1]
    place = next((places[first] for first, _, _ in run.tokens[:2] if first in places), None)
    if place is None or place.end != start - 1 or familiar(word):
        return
    if (acts(text, last) or _IS.match(text, last)) and _THERE.search(text[max(0, place.start - 12) : place.start]):
        yield Mention(start, last, "person", FORM)


__all__ = ["behind_place", "one_of", "read"]
