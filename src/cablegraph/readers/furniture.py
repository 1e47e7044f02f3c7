"""What pages carry besides papers: labels, rights, buttons: ``Author(s):``, ``Show More``, ``[email protected]``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.patterns import compiled

LABELS: Final[dict[str, str]] = {
    "author(s)": "Author(s)",
    "authors": "Author(s)",
    "associated people & organizations": "Associated People & Organizations",
    "associated people and organizations": "Associated People & Organizations",
    "associated places": "Associated Places",
    "associated topics": "Associated Topics",
    "subjects discussed": "Subjects Discussed",
    "document information": "Document Information",
    "source": "Source",
    "sources": "Source",
    "original archive": "Original Archive",
    "original classification": "Original Classification",
    "original uploaded date": "Original Uploaded Date",
    "original language": "Language",
    "rights": "Rights",
    "type": "Type",
    "language": "Language",
    "languages": "Language",
    "record id": "Record ID",
    "donors": "Donors",
    "related documents": "Related Documents",
    "related collections": "Related Collections",
    "credits": "Credits",
    "coordinates": "Coordinates",
    "keywords": "Keywords",
    "geographic subjects": "Geographic Subjects",
}  # fmt: skip
"""Labels of a page's catalogue part, in lower case without colon, and the form in which we name them."""

STRONG: Final = frozenset({
    "Author(s)", "Associated People & Organizations", "Associated Places", "Associated Topics",
    "Subjects Discussed", "Document Information", "Original Archive", "Original Uploaded Date", "Record ID",
})  # fmt: skip
"""Labels that no paper's own text has on a line of its own."""

_BUTTONS = compiled(
    r"(?:(?:https?://)?(?:www\.)?digitalarchive\.wilsoncenter\.org\S*|Skip to (?:main )?content|Search in.{0,12}|Digital Archive(?: International History Declassified)?"
    r"|International History Declassified|(?:get )?citation|cite|share(?: document)?|download|print|view document"
    r"|CITATION SHARE DOWNLOAD|(?:English|Russian|Chinese|Korean|German|Polish|Original) (?:HTML|PDF|Scan|Transcript(?:ion)?)"
    r"|HTML|PDF|English Translation|Original (?:Scan|Document)|Show (?:More|Less)|Loading\.*|#{2,4}|\*{3,}|Home|Menu|Search"
    r"|Wilson Center(?: Digital Archive)?|View (?:More|All)|Back to top|Close|Contents:?|Browse|Collections|Topics|People|Places"
    r"|Cold War International History Project.{0,10}|This document is .{0,80}collections?|\d+ Documents?|HTML \| PDF)",
    re.IGNORECASE,
)
RIGHTS: Final = compiled(
    r"The (?:History and Public Policy Program|Wilson Center(?:’s|'s)? Digital Archive) welcomes reuse\b"
    r"|The Wilson Center welcomes reuse\b"
)
ENQUIRY: Final = compiled(r"To (?:e|i)nquire about this document[’']s rights status\b")
SUPPORT: Final = compiled(
    r"This document (?:was|is) made possible (?:with|by)(?: the)?\b.{0,6}support\b|Made possible with support"
)
MADE_POSSIBLE: Final = compiled(
    r"(?:This document was made possible|Translation and publication .{0,40}made possible)\b"
)
MAIL: Final = compiled(r"\[email\xa0?\s?protected\]|[\w.+-]+@[\w-]+\.[\w.-]+")


def label(words: str) -> str:
    """The label that a line is, alone or with a colon, or the empty string."""
    return LABELS.get(words.rstrip(":").strip().lower(), "")


def labelled(words: str) -> tuple[str, int]:
    """The label that a line begins with, and where its value begins; ``("", 0)`` for no label."""
    head, colon, value = words.partition(":")
    name = LABELS.get(head.strip().lower(), "") if colon and len(head) < 40 else ""
    if not name or not value.strip():
        return "", 0
    return name, len(words) - len(value.lstrip())


def is_button(words: str) -> bool:
    """Whether a line is a page's button, heading or end mark."""
    return len(words) < 90 and bool(_BUTTONS.fullmatch(words))


def is_notice(words: str) -> bool:
    """Whether a line is an enquiry about rights, an acknowledgement of support, or an address."""
    return bool(ENQUIRY.match(words) or SUPPORT.match(words) or MADE_POSSIBLE.match(words))


PAGE_TITLE: Final = compiled(
    r"(?:(?:[A-Z][\w’'()./-]+ ){0,4}?(?:Telegrams?|Cables?|Letter|Memorand(?:um|a)|Record|Notes?|Minutes|Report|Decision|Resolution|Protocol|Speech|Conversation|Transcript|Information|Instructions?|Directive|Despatch|Message)\b|(?:Excerpts?|Extracts?) (?:from|of) )(?=.*[a-zà-ž]{3})[^.!?:]{8,200}[^.!?:;,\n]"
)
"""``Cable, Kovalev to Stalin``, ``Excerpt from Minutes of Meeting of the CPSU CC Politburo``."""
