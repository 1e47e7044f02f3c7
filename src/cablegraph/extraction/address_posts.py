"""Telegrams between posts: ``FROM FOREIGN OFFICE TO PEKING``, and below it how they went and who signed."""

from __future__ import annotations

import re

from cablegraph import dates
from cablegraph.extraction import forms, repeated
from cablegraph.extraction.address_parties import party_and_place
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_FROM_TO = compiled(r"FROM (?P<by>[A-Z][A-Z .,’'()-]{2,50}?) TO (?P<to>[A-Z][A-Z .,’'()-]{2,50})")
_PASSED = compiled(r"(?i)(?:addressed|repeated|sent)(?: for information)?(?: saving)? to\b(?! ?:).{2,110}")


def between_posts(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``FROM FOREIGN OFFICE TO PEKING``, and below it to whom else it went."""
    if heading.posts and _below_posts(heading, text, row):
        return True
    if len(row.text) > 130 or row.text[0] not in "FARSars":
        return False
    if match := _FROM_TO.fullmatch(row.text) or _between_towns(row.text):
        by, to = ((row.start + match.start(role), row.start + match.end(role)) for role in ("by", "to"))
        party_and_place(heading, text, *by, order, heading.senders, "origin")
        party_and_place(heading, text, *to, order, heading.addressees, "destination")
        heading.posts = True
        return True
    form = re.search(r"\btelegram (?=No\.)", row.text)
    if not _PASSED.fullmatch(row.text) or (row.text.endswith(".") and not (heading.posts and len(row.text) < 120)):
        return False
    repeated.told(heading, text, row)
    if heading.form is None and form:
        heading.form = forms.Form("telegram", row.start + form.start(), row.start + form.end() - 1)
    return True


_FROM_TOWN_TO = compiled(r"From (?P<by>[A-Z][\w’' -]{2,30}?) to (?P<to>[A-Z][\w’' -]{2,30})")


def _between_towns(words: str) -> re.Match[str] | None:
    """``From Peking to Foreign Office`` in small letters, where both are posts."""
    match = _FROM_TOWN_TO.fullmatch(words)
    ends = (match["by"], match["to"]) if match else ()
    return match if ends and all(one == "Foreign Office" or is_place(one) for one in ends) else None


_CIPHER = compiled(
    r"(?i)(?:cypher|cipher|en clair|by (?:bag|air|wireless|cable))\b[\w/(). -]{0,24}|[A-Z ,/&-]*\bDISTRIBUTION\b.{0,40}"
)
_WRITER = compiled(r"(?:Mr|Sir|Lord|Viscount|Dr|Miss|Mrs|Ambassador)\.? (?:[A-Z][\w.’'-]*[ .]*){1,4}")


def _below_posts(heading: Heading, text: str, row: Row) -> bool:
    """Under the posts of a British telegram: how it was sent, who gets it, and ``Mr. Trevelyan``, who sent it."""
    if _CIPHER.fullmatch(row.text):
        return True
    if not _WRITER.fullmatch(row.text) or any(one.entity == "person" for one in heading.senders):
        return False
    heading.senders.extend(parties(text, row.start, row.end))
    return True
