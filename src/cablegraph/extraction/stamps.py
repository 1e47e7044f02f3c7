"""Stamps and remarks that an office put on a paper it received: ``[Stamp: Incoming No. 1884, 17 X 1972]``, ``[in the margin:] Agreed.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cablegraph import dates
from cablegraph.extraction.lexicon import MONTH
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_STAMP: Final = compiled(
    r"[\[(](?:(?:\w+ ){0,2}?(?i:stamp|stamped|receipt stamp|registry stamp)\b.{0,100}?|(?=(?i:incoming|entered|registered)\b))(?i:incoming|in\.? no|received|receipt|entered|entry|registered|vkhod\w*|vkh\.|eingang\w*|wpłyn\w*|došlo|primljeno)\b.{2,80}[\])]\.?"
)
STAMPED: Final = compiled(
    r"[\[(][^\[\]]{0,60}?(?i:stamp|incoming|received|entered|вход\w*|vkhod\w*)\b[^\[\]]{4,160}[\])]\.?"
)
"""``[Stamp: Ministry of Defence. Received 24 May 1963. No. 00417]``: an office's count of what came in."""
_REMARK: Final = compiled(
    r"[\[(](?i:(?:handwritten|penciled|pencilled|typed) )?(?i:in the (?:left |right |upper |lower |top |bottom )?margin|margin|marginal (?:note|remark|comment)s?|in (?:pencil|ink|pen|hand|red|blue|green)\b|resolution|on the (?:back|reverse|margin)|across the (?:top|page|text)|note in (?:hand|pencil|ink)|handwritten|by hand|minute in|note on|(?:in )?(?:his|her|[A-Z]\w+[’']s?) hand)\b[^\[\]()]{0,60}[:\])]"
)
"""What opens the remarks of those who read a paper."""
_REMARKED: Final = compiled(
    r"(?i:(?:handwritten |pencil(?:led)? )?(?:notes?|notations?|remarks?|comments?|resolutions?|minutes?) (?:on|in|at) the (?:\w+ )?(?:margins?|back|reverse)|(?:handwritten |marginal )(?:notes?|notations?|remarks?|comments?|resolutions?)|(?:reported|shown|read out|brought to the (?:notice|attention) of|made known)(?: to)?(?= ?: ?(?:comrades?|cdes?|coms?|the |[A-Z]))|marginalia|(?:in|on) the (?:\w+ )?margins?)\s?:\s"
)
"""The same without a bracket: ``Notes on the margin: To be reported to Comrade Hora.``"""
_MOST: Final = 4
"""Lines that such remarks may have."""


_OFFICE: Final = compiled(
    r"[\[(](?:\w+ ){0,2}(?i:stamp(?:ed)?|seal)\s?(?::\s?[\])]|[\])]:?|:|of (?=[A-Z]))\s*(?P<words>[^\[\]]{4,170}?)[\])]?\.?"
)
"""``[stamp: CC CPSU, General Department, 30 DEC 1975, 04711]``, ``[stamp:] 03 APR 1963  11026``"""
_NO_ENTRY: Final = compiled(
    r"(?i)\b(?:transmitted|sent|dispatched|despatched|outgoing|declassif\w+|released?|approved|microfilm\w*|photocop\w+|copied|burn|destroy\w*|deciphered|decoded|cancel\w*|secret|valid)\b"
)
"""What offices stamp on papers beside their counts of what came in."""
_DAY: Final = compiled(rf"(?<![\w.-])\d{{1,2}}(?:\.|\s)\s?(?:{MONTH}|[A-Z]{{3,4}}|[IVX]{{1,4}})\.?(?![\w-])")
"""``20 AUG.``: a stamp's day without its year."""
_COUNT: Final = compiled(r"(?<![\w./:-])(?:[A-Z][a-z]{1,3}\. ?)?(?P<count>\d{3,7}(?:[/-]\w{1,4})?)(?![\w./:-])")
"""A stamp's number without a mark: ``04711``, ``Pov. 424118``."""


def is_stamp(text: str, start: int, end: int) -> bool:
    """Whether a line is an office's stamp of what came in."""
    if text[start : start + 1] not in ("[", "("):
        return False
    return bool(STAMPED.fullmatch(text, start, end)) or _of_office(text, start, end)


def _of_office(text: str, start: int, end: int) -> bool:
    office = _OFFICE.fullmatch(text, start, end)
    return bool(office and not _NO_ENTRY.search(office["words"]) and len(list(dates.find(text, start, end))) == 1)


def count(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a stamp's number without a mark stands, beside its day."""
    days = [(day.start, day.end) for day in dates.find(text, start, end)]
    found = [
        match.span("count")
        for match in _COUNT.finditer(text, start, end)
        if all(match.end() <= first or last <= match.start() for first, last in days)
    ]
    return found[0] if len(found) == 1 else None


def received(text: str, row: Row) -> tuple[int, int, str] | None:
    """The day of a stamp that says a paper came in, with its offsets; a day without its year has no EDTF."""
    if row.text[:1] not in "[(" or len(row.text) > 200:
        return None
    said = _STAMP.fullmatch(row.text)
    if not said and not _of_office(text, row.start, row.end):
        return None
    found = list(dates.find(text, row.start, row.end))
    if not found and said and (day := _DAY.search(text, row.start, row.end)):
        return day.start(), day.end(), ""
    if len(found) != 1 or len(found[0].values) != 1:
        return None
    edtf = found[0].values[0].edtf
    if "X" in edtf and not said:
        return None
    return found[0].start, found[0].end, "" if "X" in edtf else edtf


def remarks(tail: Sequence[Row]) -> int | None:
    """Index of the first of the remarks with which these lines end, or nothing."""
    for index in range(max(1, len(tail) - _MOST), len(tail)):
        row = tail[index]
        opens = _REMARK if row.text[0] in "[(" else _REMARKED
        if opens.match(row.text) and all(len(one.text) < 160 for one in tail[index:]):
            return index
    return None
