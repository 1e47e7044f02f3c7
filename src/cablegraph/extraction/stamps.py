"""Stamps and remarks that an office put on a paper it received: ``[Stamp: Incoming No. 1884, 17 X 1972]``, ``[in the margin:] Agreed.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from cablegraph import dates
from cablegraph.extraction.rows import Row

_STAMP: Final = re.compile(
    r"[\[(](?:(?:\w+ ){0,2}?(?i:stamp|stamped|receipt stamp|registry stamp)\b.{0,100}?|(?=(?i:incoming|entered|registered)\b))(?i:incoming|in\.? no|received|receipt|entered|entry|registered|vkhod\w*|vkh\.|eingang\w*|wpłyn\w*|došlo|primljeno)\b.{2,80}[\])]\.?"
)
STAMPED: Final = re.compile(
    r"[\[(][^\[\]]{0,60}?(?i:stamp|incoming|received|entered|вход\w*|vkhod\w*)\b[^\[\]]{4,160}[\])]\.?"
)
"""``[Stamp: Ministry of Defence. Received 24 May 1963. No. 00417]``: an office's count of what came in."""
_REMARK: Final = re.compile(
    r"[\[(](?i:(?:handwritten|penciled|pencilled|typed) )?(?i:in the (?:left |right |upper |lower |top |bottom )?margin|margin|marginal (?:note|remark|comment)s?|in (?:pencil|ink|pen|hand|red|blue|green)\b|resolution|on the (?:back|reverse|margin)|across the (?:top|page|text)|note in (?:hand|pencil|ink)|handwritten|by hand|minute in|note on|(?:in )?(?:his|her|[A-Z]\w+[’']s?) hand)\b[^\[\]()]{0,60}[:\])]"
)
"""What opens the remarks of those who read a paper."""
_MOST: Final = 4
"""Lines that such remarks may have."""


def received(text: str, row: Row) -> tuple[int, int, str] | None:
    """The day of a stamp that says a paper came in, with its offsets."""
    if row.text[:1] not in "[(" or len(row.text) > 200 or not _STAMP.fullmatch(row.text):
        return None
    found = list(dates.find(text, row.start, row.end))
    if len(found) != 1 or len(found[0].values) != 1 or "X" in found[0].values[0].edtf:
        return None
    return found[0].start, found[0].end, found[0].values[0].edtf


def remarks(tail: Sequence[Row]) -> int | None:
    """Index of the first of the remarks with which these lines end, or nothing."""
    for index in range(max(1, len(tail) - _MOST), len(tail)):
        row = tail[index]
        if row.text[0] in "[(" and _REMARK.match(row.text) and all(len(one.text) < 160 for one in tail[index:]):
            return index
    return None
