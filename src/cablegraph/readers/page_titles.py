"""Titles that an archive gave a paper and a copied page begins with: ``Cable, Liu Shaoqi to Luo Guibo``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled
from cablegraph.readers import furniture

LONGEST: Final = 220
_FORM: Final = (
    r"(?:[Tt]elegrams?|[Cc]ables?|[Cc]iphergrams?|[Cc]ryptograms?|[Rr]adiograms?|A(?:e|i)rograms?|Airgrams?|Letters?|Memorand(?:um|a)|Notes?|Records?|Minutes"
    r"|Reports?|Decisions?|Resolutions?|Decrees?|Protocols?|Speech(?:es)?|Statements?|Remarks|Address|Conversations?|Transcripts?|Stenograms?|Information|Instructions?"
    r"|Directives?|D[ei]spatch(?:es)?|Messages?|Circulars?|Journal|Diary|Discussions?|Sessions?|Talking Points|Proposals?|Appeals?|Declarations?|Orders?|Excerpts?|Extracts?|Aide-M[ée]moire)"
)
_TITLE: Final = compiled(
    rf"(?:[A-ZÀ-Þ][\w’'()./,-]* (?:(?:and|of the|of|for|the|CC|in) )?){{0,6}}?(?<![\w-]){_FORM}"
    r"(?:,? (?:from|of|to|by|on|for|between|with|at|about|concerning|regarding|sent|relating|No\.|Nr\.)|, (?=[\"'“‘A-ZÀ-Þ])| [\"'“‘])(?: |\b)(?=\S).{4,}"
)
_QUOTED: Final = compiled(r"[A-ZÀ-Þ][^.!?:;\"“”‘]{3,90}, (?:'.{8,150}'|\".{8,150}\"|“.{8,150}”|‘.{8,150}’)")
"""``Ministry of State Security, 'Information on the Expectations of Bonn'``"""
_BODY_FIRST: Final = compiled(rf"[A-ZÀ-Þ][^.!?:;,]{{3,90}}, (?:[A-ZÀ-Þ]\w+ )?{_FORM}\b.{{4,}}")
"""``Canadian Department of External Affairs, Telegram DL-1107, Resumption of Soviet Tests``"""
_SENTENCE: Final = compiled(r"[a-zà-ÿ]{4,}[.!?;] |[.!?:;,—–-]$|\t| {3}|^[^,]{0,40}:")
"""What no title has: a sentence's end inside or behind, a label, columns."""
_SAYS: Final = compiled(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|presents|handed|(?<!\.)I(?!\.)|we|you|my|our|your)\b"
)
_OF_QUOTED: Final = compiled(r"(?<=, )[\"'“‘][^\"“”]*[\"'”’]$")
_LEAST: Final = 5
"""Words of a title that stands without a page's date above it."""


def is_title(words: str) -> bool:
    """Whether a line reads as a title in a catalogue does: a form and whose, to whom or on what it is; no sentence."""
    plain = _OF_QUOTED.sub("", words)
    if not 12 < len(words) < LONGEST or words.isupper() or _SENTENCE.search(plain) or _SAYS.search(plain):
        return False
    return any(form.fullmatch(words) for form in (furniture.PAGE_TITLE, _TITLE, _QUOTED, _BODY_FIRST))


def stands_alone(words: str) -> bool:
    """Whether it is one even as a text's first line, with nothing of a page's frame around it."""
    plain = _OF_QUOTED.sub("", words).split()
    capital = sum(word[:1].isupper() for word in plain)
    return len(words.split()) >= _LEAST and is_title(words) and capital * 2 >= len(plain)
