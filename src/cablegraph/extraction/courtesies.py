"""Whom a word of courtesy means: ``his lordship`` the peer named last, ``the latter`` whoever was named last."""

from __future__ import annotations

import re
from dataclasses import replace

from cablegraph.evidence import Passage
from cablegraph.extraction.claimants import CLAIMANT, named, office_before
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

_TITLES = {
    "lordship": r"Lord|Earl|Viscount|Marquis|Marquess|Baron|Duke",
    "highness": r"Prince|Khedive|Nizam|Viceroy|Archduke|Pasha",
    "majesty": r"King|Emperor|Queen|Sultan|Shah|Czar|Tsar",
    "eminence": r"Cardinal",
    "grace": r"Duke|Archbishop",
}
"""Words before or in the name of whom a courtesy can mean."""
_COURTESY = compiled(r"h(?:is|er) (?P<of>lordship|highness|majesty|eminence|grace)\b", re.IGNORECASE)
_LATTER = compiled(r"the latter\b", re.IGNORECASE)


def meant(source: SourceText, record: Record, line: int, place: int) -> tuple[Passage, ...] | None:
    """Whom a courtesy at ``place`` means, perhaps nobody; none at all where no such courtesy stands there.

    ``line`` is where its paragraph begins.
    """
    text = source.text
    people = [man for man in record.fields.get("mentions", ()) if man.entity == "person" and man.spans[0].start < place]
    if _LATTER.match(text, place):
        near = [man for man in people if man.spans[0].start > line]
        behind = near[-1].spans[0].end if near else line + 1
        return _inferred(office_before(source, behind, place) or near[-1:])
    if courtesy := _COURTESY.match(text, place):
        title = compiled(rf"\b(?:{_TITLES[courtesy['of'].lower()]}) (?:of )?$")
        titled = [man for man in people if title.search(text, max(man.spans[0].start - 12, 0), man.spans[0].start)]
        if titled:
            return _inferred(titled[-1:])
        office = compiled(rf"\b[Tt]he (?:{_TITLES[courtesy['of'].lower()]})\b(?! of\b|['’])")
        offices = [found.span() for found in office.finditer(text, line + 1, place)]
        return _inferred(named(source, *offices[-1])) if offices else ()
    return None


def _inferred(passages: tuple[Passage, ...] | list[Passage]) -> tuple[Passage, ...]:
    return tuple(replace(one, rule=CLAIMANT, certainty="0.75", basis="inferred") for one in passages)
