"""To whom else a telegram goes, in its head: ``Repeated to Hong Kong, Nanking``, ``RPTD: LONDON``, ``(RPTD GYANTSE)``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cablegraph.extraction.address_parties import copies
from cablegraph.extraction.names import Party, parse
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

if TYPE_CHECKING:
    from cablegraph import dates
    from cablegraph.extraction.heading import Heading

_URGENCY: Final = r"(?:IMMEDIATE|PRIORITY|ROUTINE|SAVING|INFO|Immediate|Priority|Routine|Saving)"
_LINE: Final = compiled(
    r"[(\[]?(?:(?:[Aa]lso|[Aa]nd|AND|ALSO) )?(?:"
    r"(?:[Rr]epeated|REPEATED|Repeat|REPEAT|RPTD|Rptd|RPT|Rpt|[Ss]aving|SAVING)(?: (?:[Ff]or information|FOR INFORMATION|[Ss]aving|SAVING|[Ii]nfo|INFO|by bag|BY BAG))*(?: (?:to|TO))?(?: ?:)?"
    r"|(?:[Ff]or information|FOR INFORMATION|[Ff]or info|FOR INFO|[Ii]nformation|INFORMATION)(?: (?:[Ss]aving ))?(?: (?:to|TO))? ?:"
    rf") (?:{_URGENCY} )*(?P<who>[A-Z][^:;]*?(?:; ?[A-Z][^:;]*?){{0,6}})[)\].]*"
)
_MORE: Final = compiled(r"(?P<who>(?:and |AND |to )*[A-Z][^:;.\d]{2,120}?)[.,]?")
_TOLD: Final = compiled(
    r"(?i:\brepeated|\brptd|\bsaving)(?i: for information| saving| info| by bag)*(?: to)? ?:? (?P<who>[A-Z][^:;]*?)[\].)]*$"
)
_MARK: Final = compiled(r"(?i)\(?(?:also |and )?(?:repeat(?:ed)?|rptd?|saving|for info(?:rmation)?|info(?:rmation)?)\b")
_ITEM: Final = compiled(r"[^,;]+?(?=[,;]|\s(?:and|AND)\s|$)")
_LONG_ITEM: Final = compiled(r"[^;]+")
"""``INDATOM, BOMBAY``, where other marks part the posts."""
_LED: Final = compiled(rf"\s*(?:(?:and|AND|to|TO|the|{_URGENCY})\s+)*")
_BEHIND: Final = compiled(
    r"(?:\s+(?:(?:as )?(?:[Nn]o\.? ?|[Nn]umber |NUMBER |№ ?)?|AS (?:NO\.? ?|NUMBER ))\d{1,5}|\s+(?:saving|SAVING|Saving)(?: No\.? ?\d+)?)$"
)
_FOR_WHOM: Final = compiled(r"\s(?:for|FOR) (?P<who>[A-Z].*?)(?:,? (?:only|ONLY|personally|PERSONALLY))?\.?$")
_ATTENTION: Final = compiled(r"\s\((?i:for|attn|attention)\b[^()]{3,50}\)?$")
"""``Geneva No. 12 (for Mr. Ronning)``: the post has it, whoever reads it there."""
_NEXT_SENTENCE: Final = compiled(r"[a-z]{3}\. [A-Z]")
"""``Repeat State Department. All well.``: the text of a telegram begins so."""
_SAYS: Final = compiled(r"\b(?:is|was|were|has|have|will|that|this|it|which|please)\b")


_COPIED: Final = compiled(
    r"(?:[Ww]ith )?(?:[Cc]op(?:y|ies)(?: also)?(?: sent)? (?:to|for)|[Cc]opied to|[Cc]\.? ?[Cc]\.?) (?P<who>(?:the )?[A-Z][^:;]{2,150}?)\.?"
)
"""``copies to Comrades Stoph, Axen, Mielke`` below the line that says to whom a telegram goes"""


def listed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line that lists the posts and officers who get a telegram besides its addressee."""
    if copied := _COPIED.fullmatch(row.text):
        found = [] if _SAYS.search(copied["who"]) else copies(text, row.start + copied.start("who"), row.end)
        heading.copies.extend(found)
        return bool(found)
    goes_on = bool(heading.repeated_to) and _goes_on(text, heading.repeated_to, row)
    if len(row.text) > 160 or not (goes_on or _MARK.match(row.text)):
        return False
    match = (_MORE if goes_on else _LINE).fullmatch(row.text)
    if match is None or _SAYS.search(match["who"]) or _NEXT_SENTENCE.search(match["who"]):
        return False
    return put(heading, text, row, *match.span("who"))


def _goes_on(text: str, last: int, row: Row) -> bool:
    """Whether a list goes on in the next line: the one before ends with a comma, or this one begins with "and"."""
    open_ended = text.endswith((",", " and", " AND", " and to", " AND TO"), 0, last)
    begins = row.text.startswith(("and ", "AND "))
    return (open_ended or begins) and text.count("\n", last, row.start) == 1 and not text[last : row.start].strip()


def told(heading: Heading, text: str, row: Row) -> bool:
    """The posts behind "repeated to" in a line that says first to whom it is addressed."""
    match = _TOLD.search(row.text)
    return match is not None and not _SAYS.search(match["who"]) and put(heading, text, row, *match.span("who"))


def put(heading: Heading, text: str, row: Row, first: int, last: int) -> bool:
    """Put down the posts that a stretch of a line lists."""
    found = list(items(text, row.start + first, row.start + last))
    heading.copies.extend(found)
    heading.repeated_to = row.end if found else 0
    return bool(found)


def items(text: str, start: int, end: int) -> Iterator[Party]:
    """Each of a list; a town is the post there."""
    for item in (_LONG_ITEM if ";" in text[start:end] else _ITEM).finditer(text, start, end):
        led = _LED.match(text, item.start(), item.end())
        first, last = led.end() if led else item.start(), item.end()
        if attention := _ATTENTION.search(text, first, last):
            last = attention.start()
        if behind := _BEHIND.search(text, first, last):
            last = behind.start()
        if last - first < 3:
            continue
        if (whom := _FOR_WHOM.search(text, first, last)) and (man := parse(text, *whom.span("who"))):
            yield man  # "INDEMBASSY WASHINGTON for Ambassador Jha only"
            continue
        named = parse(text, first, last)
        if named is not None and named.entity in ("person", "position") and named.office:
            yield named
        else:
            yield Party(" ".join(text[first:last].split()), "body", first, last)
