"""Lines below a text that say who signs: ``(signed) A. Bell / C. Dahl``, ``C[ordell] H[ull]``, ``Recorded by I. Kan``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph.extraction import signatures
from cablegraph.extraction.closing import CLOSING, TEXT, Closing, Foot, Kind
from cablegraph.extraction.closing_addresses import ADDRESSEE
from cablegraph.extraction.closing_days import DATED, signed_on
from cablegraph.extraction.lexicon import OFFICE
from cablegraph.extraction.names import Party, cased
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_SIGNED = compiled(
    r"(?:\[?\(?(?:Signed|SIGNED|signed|Sgd|[Ss]?s/|/s/|ss?(?=\))|a(?:ss?)?\.?(?=\))|Signature|[Ff]irmado)\]?\)?\s*:?\s*(?:by\s+)?|/s/\s*|[Ss]gd?\.?\s*|[Ss]d/-\s*|[Ss]gd/-\s*|p\.\s?p\.\s+|ss\.\s+|(?:[Ss]ign?\.|[Gg]ez\.|[Pp]odp\.|[Ff]do\.)\s*|/[-–—]/\s*|\([-–—]\)\s*)(?P<who>[^\n]+)"
)
_RECORDER = compiled(
    r"(?:(?:Noted|Minuted|Drawn up|Protocolled)(?= by)|Recorded|Taken down|Written down|Noted down|Notes? taken|Minutes taken|Record made|Recording made|Note made|Translated and recorded|Interpreted and recorded)(?: and (?:\w+ )?by| by)?\s*:?\s+(?:(?:(?:first|second|third|embassy|acting|deputy|department)[ -]){1,2}(?:secretary|attach[ée]|counsell?or|head|officer) |attach[ée] |counsell?or )?(?P<who>[A-Z].{2,60})"
)
"""``Recorded by I. Kan`` below the minutes of a conversation: they are his."""
_OFFICE_AND_NAME = compiled(
    r"(?P<office>[A-Z][^:.]{5,90}):\s+(?:\((?:ss?|signed|sgd\.?|-)\)\s*)?(?P<who>(?:(?:Col|Gen|Maj|Lt|Capt|Adm|Dr|Prof|Ing)\.\s)*(?:[A-Z]\.\s?){0,2}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)
"""``FIRST SECRETARY OF THE CC: T. LUKIN``"""
_INITIALS = compiled(r"(?P<initials>(?:[A-Z]\. ?)+)(?P<first>[A-Z])\[(?P<rest>[a-zà-ž]+)(?:, ?Jr\.?)?\]\.?")
_COMPLETED = compiled(
    r"(?P<name>[A-Z](?:\[(?:[a-zà-ž.]+|[A-ZÀ-Ž]+)\]|\.)(?: ?[A-Z](?:\[(?:[a-zà-ž.]+|[A-ZÀ-Ž]+)\]|\.)){0,3} (?:Mc|Mac|De|Van )?[A-Z]\[(?:[a-zà-ž]+|[A-ZÀ-Ž]+),?\]),?(?: (?:(?i:Jr|Sr)|J\[R\.?\])\.?)?\.?"
)


def house(closing: Closing, foot: Foot) -> Kind | None:
    """``William Agnew & Sons``"""
    party = None if foot.signed else signatures.house(foot.text, foot.row)
    if party is None:
        return None
    closing.signatures.append(party)
    return CLOSING


def recorder(closing: Closing, foot: Foot) -> Kind | None:
    """``Recorded by I. Kan``"""
    led = None if foot.signed else _RECORDER.fullmatch(foot.row.text)
    return _people(closing, foot, led.start("who")) if led else None


def behind_office(closing: Closing, foot: Foot) -> Kind | None:
    """``FIRST SECRETARY OF THE CC: T. LUKIN``"""
    led = None if foot.signed else _OFFICE_AND_NAME.fullmatch(foot.row.text)
    return _people(closing, foot, led.start("who")) if led and OFFICE.search(led["office"].title()) else None


_COUNTED = compiled(r"[–—-] ?\d{1,4} ?[–—-] (?P<who>[^\W\d_a-z][\w’'. -]{2,40}?)(?: [\[(][^\])]{3,160}[\])])?")
"""``– 108 – Tóth [handwritten: …]``: the cipher room's count of groups before the name, as Hungarian telegrams have it."""


def counted(closing: Closing, foot: Foot) -> Kind | None:
    """``– 108 – Tóth``"""
    led = None if foot.signed else _COUNTED.fullmatch(foot.row.text)
    if led is None:
        return None
    start = foot.row.start
    people = signatures.people(foot.text, start + led.start("who"), start + led.end("who"))
    closing.signatures.extend(people)
    return CLOSING if people else TEXT


def _people(closing: Closing, foot: Foot, at: int) -> Kind:
    people = signatures.people(foot.text, foot.row.start + at, foot.row.end)
    closing.signatures.extend(reversed(people))
    return CLOSING if people else TEXT


def completed(closing: Closing, foot: Foot) -> Kind | None:
    """``C[ordell] H[ull]``"""
    bracketed = _COMPLETED.fullmatch(foot.row.text)
    if bracketed is None:
        return None
    name = re.sub(r"[\[\]]", "", bracketed["name"]).strip(" ,.")
    closing.signatures.append(Party(cased(name), "person", foot.row.start, foot.row.start + bracketed.end("name")))
    return CLOSING


def initials(closing: Closing, foot: Foot) -> Kind | None:
    """``W. R. C[astle, Jr.]``"""
    heir = _INITIALS.fullmatch(foot.row.text)
    if heir is None:
        return None
    name = f"{heir['initials']}{heir['first']}{heir['rest']}".strip(" ,")
    closing.signatures.append(Party(name, "person", foot.row.start, foot.row.start + heir.end()))
    return CLOSING


def marked(closing: Closing, foot: Foot) -> Kind | None:
    """``(signed) A. Bell / C. Dahl``"""
    match = _SIGNED.fullmatch(foot.row.text)
    if match is None:
        return None
    if foot.signed and match["who"].strip(" .").isalpha():
        return CLOSING  # "/s/ Bill" over "W. E. Colby", who wrote it
    for signer in reversed(list(re.finditer(r"[^/\n]+", match["who"]))):
        at = foot.row.start + match.start("who") + signer.start()
        closing.signatures.extend(reversed(signatures.people(foot.text, at, at + len(signer[0]))))
    return CLOSING


def over_office(closing: Closing, foot: Foot) -> Kind | None:
    """``JOHN HAY,`` and, below it, ``Secretary of State.``"""
    row, words = foot.row, foot.row.text
    if foot.signed or not words.endswith(",") or len(words) >= 60 or not (closing.below or words.isupper()):
        return None
    if words.startswith(("Dear ", "Sir", "My ")) or ADDRESSEE.fullmatch(words):
        return None
    people = signatures.signature(foot.text, Row(row.start, row.end - 1, words[:-1]), 0, foot.known)
    closing.signatures.extend(reversed(people))
    return CLOSING if people else None


def last_word(closing: Closing, foot: Foot) -> Kind | None:
    """``Calhoun.`` alone as the very last line."""
    words = foot.row.text
    if closing.rows or closing.below or not words.endswith(".") or " " in words:
        return None
    people = signatures.last_word(foot.text, foot.row)
    closing.signatures.extend(people)
    return CLOSING if people else None


def signature(closing: Closing, foot: Foot) -> Kind | None:
    """A name as people sign, with or without a day before it; over a place it may be whom the paper goes to."""
    row = foot.row
    if foot.signed or (closing.seat and closing.below and ADDRESSEE.fullmatch(row.text)):
        return None
    dated = DATED.match(row.text)
    people = signatures.signature(foot.text, row, dated.end() if dated else 0, foot.known)
    if not people:
        return None
    if dated:
        signed_on(closing, foot.text, row.start, row.start + dated.end(), foot.order, foot.context)
    closing.signatures.extend(reversed(people))
    return CLOSING
