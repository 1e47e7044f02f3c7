"""Whom the reader is to tell what follows: in ``Visit Comrade Berg and tell him the following.`` "you" is Berg."""

from __future__ import annotations

from cablegraph.evidence import Passage
from cablegraph.extraction.claim_families import fragment
from cablegraph.extraction.claimants import named
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText
from cablegraph.sought import sought

_FOLLOWS = sought(r"\b(?:the following|as follows)[.:]\s")
_TELL = compiled(
    r"\b(?:[Vv]isit|[Cc]all (?:up)?on|[Mm]eet(?: with)?|[Ss]ee|[Rr]eceive|[Ss]ummon|[Ii]nvite|[Tt]ell|[Ii]nform|"
    r"(?:[Cc]onvey|[Ss]ay|[Rr]eply|[Pp]ass|[Tt]ransmit|[Ss]tate|[Rr]ead|[Cc]ommunicate|[Dd]eclare)(?: orally)? to|"
    r"[Aa]nswer) "
)
_TELLS_THAT = compiled(
    r"\b(?:[Tt]ell|[Ii]nform|[Cc]onvey|[Ss]ay|[Rr]eply|[Pp]ass|[Tt]ransmit|[Ss]tate|[Rr]ead|[Cc]ommunicate|[Dd]eclare|"
    r"[Aa]nswer)\b"
)
_REPORT_BACK = compiled(r"(?:^|\n|[.!] )(?:Telegraph|Report|Cable|Wire|Confirm|Inform us)\b[^\n]{0,60}")


def told(source: SourceText, body: int, place: int) -> tuple[Passage, ...]:
    """Whom a message that begins at ``body`` has told what stands at a place; nobody where it speaks to its reader."""
    text = source.text
    follows = max((found.span() for found in _FOLLOWS.finditer(text, body, place)), default=None)
    if follows is None or _REPORT_BACK.search(text, follows[1], place):
        return ()
    begin = max(body, text.rfind("\n", body, follows[0]) + 1, text.rfind(". ", body, follows[0] - 120) + 1)
    if _TELLS_THAT.search(text, begin, follows[0]) is None:
        return ()
    for verb in _TELL.finditer(text, begin, follows[0]):
        if name := fragment("WHO").match(text, verb.end(), follows[0]):
            return named(source, *name.span())
    return ()


def parties(record: Record, *names: str) -> tuple[Passage, ...]:
    """The passages of the first of these fields that is there, one for each name."""
    for name in names:
        if found := record.fields.get(name):
            return tuple({passage.text: passage for passage in reversed(found)}.values())
    return ()
