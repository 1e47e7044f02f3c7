"""Through whom a message goes: ``Comrade Stalin (through Shtykov)``, ``via courier Jomaa to Engineer S. Akhtar``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph import dates
from cablegraph.extraction import cable_addresses
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import Party, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_LINE = compiled(
    r"(?i)v\.? ?ch\.?|h\.? ?f\.?|(?:the )?(?:telephone|telegraph|radio|wire|bag|pouch|air ?mail|post|courier)"
)
"""``By VCh``: a line, and nobody."""
_THROUGH = (
    r"(?:by (?:the )?hands? of|by way of|via|through|by courtesy of|by favou?r of|by the courtesy of|in care of|care of|c/o|per|(?:by|through|with) (?:the )?(?:good offices|intermediary|kindness|agency|mediation) of"
    r"|par l[’']entremise (?:de |du |de la )?|par l[’']intermédiaire (?:de |du )?|durch|über|za pośrednictwem|handed over by|delivered by|conveyed by|transmitted by|forwarded by|brought by|carried by)"
)
_VIA = compiled(
    rf"(?:{_THROUGH}|with|by)\b\s*(?:the )?(?:(?:courier|messenger|diplomatic courier)\s+)?(?P<who>[A-Z].+?)(?:\s+to\s+(?P<to>(?:the )?[A-Z].+?))?",
    re.IGNORECASE,
)
_ENACTS = compiled(
    r"(?i)by (?:the )?(?:president|king|queen|emperor|empress|sultan|regent|governor[ -]general|governor|military governor|high commissioner|authority|order|command|direction|grace)\b"
)
"""``By the President of the United States``, over a proclamation or over who countersigns it."""
_BRACKETS = compiled(r"[(\[](?P<inside>[^()\[\]]+)[)\]]\.?")
_LONGEST: Final = 140
"""Characters of a line that says who carries a message."""
_HANDED = compiled(
    r"(?i:(?:(?:the |this )(?:original|letter|message|note|text|telegram)(?: of (?:the|this) (?:letter|message|note))? )?(?:(?:is|was|has been|will be|should be|must be|is to be|to be) )?"
    r"(?:handed|delivered|given|passed|conveyed|presented|transmitted|brought|taken|carried|sent|forwarded|read)(?: over| on| out)?(?: (?:in person|personally|orally|verbally|by hand|at once|immediately))*)"
    r"(?: (?i:to) (?P<given>[^,;()\[\]]{3,60}?))?(?: (?i:in person|personally|orally|verbally))?,? (?i:by(?: (?:the )?hands? of)?|through|via|with) (?P<who>(?:(?i:the|our|my|a|comrade|cde\.) )*[A-ZÀ-Ž].{1,90}?)"
    r"(?:,? (?:on|at|in|during) (?:the )?(?:\d|[A-Z][a-z]+ \d|evening|morning|afternoon|course).{0,40})?\.?"
)
"""``(to be handed over in person by Ambassador Dahl)``, ``Handed to President Lund by Envoy Dahl on 9 May``"""
_INSIDE_VIA = compiled(rf"\s*(?:[(,]\s*|\s){_THROUGH}\s+(?P<who>[^()]+?)\)?\s*$", re.IGNORECASE)
_THEN = compiled(r"\s*;\s*|,\s*(?=(?i:and then|then|and|via|through|by way of|by)\s)")
"""Where one of those ends whom a message goes through; a comma before his office does not end him."""
_LEAD = compiled(r"(?:and then|then|and|via|through|by way of|by)\s+", re.IGNORECASE)


def through(text: str, start: int, end: int) -> list[Party]:
    """``Shtykov, via Vyshinsky``: each of the people a message goes through."""
    found: list[Party] = []
    first = start
    for cut in (*_THEN.finditer(text, start, end), None):
        last = cut.start() if cut else end
        while lead := _LEAD.match(text, first, last):
            first = lead.end()
        if cable_addresses.is_address(text[first:last].strip(" .")):  # "EMBACUBA MEXICO"
            found.append(Party(text[first:last].strip(" ."), "body", first, last))
        else:
            found.extend(party for party in parties(text, first, last) if party.entity != "place")
        first = cut.end() if cut else end
    return found


def cut_via(heading: Heading, text: str, start: int, end: int) -> int:
    """``Comrade Stalin (through Shtykov)``: the relays are put down, and where the rest ends is given."""
    inside = _INSIDE_VIA.search(text[start:end])
    if not inside:
        return end
    heading.relays.extend(through(text, start + inside.start("who"), start + inside.end("who")))
    return start + inside.start()


def via_line(row: Row) -> re.Match[str] | None:
    """What a line says of who carries a message, if it says nothing else: ``(through Ambassador Spasov)``."""
    if len(row.text) >= _LONGEST:
        return None
    inside = _BRACKETS.fullmatch(row.text)
    span = inside.span("inside") if inside else (0, len(row.text))
    via = _HANDED.fullmatch(row.text, *span)
    if via is None and not row.text.endswith((".", "!", "?")):
        via = _VIA.fullmatch(row.text, *span)
    return via if via and not _LINE.fullmatch(via["who"]) else None


_ISSUED = compiled(r"(?:By|BY) (?:the |THE |[Hh]is |[Hh]er |HIS |HER )")
"""``By the President of the United States of America`` over a proclamation: who issues it, and carries nothing."""


def carried(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``via courier Jomaa to Engineer S. Akhtar``: a line that says who carries the message."""
    if heading.form and heading.form.slug in ("memorandum-of-conversation", "minutes"):
        return False  # "with Comrade A. S. Dubcek" says who talked
    via = via_line(row) if not _ENACTS.match(row.text) else None
    if via is None:
        return False
    to = via.groupdict().get("to")
    found = through(text, row.start + via.start("who"), row.start + via.end("who"))
    if to and not any(one.entity == "person" for one in found):
        whole = through(text, row.start + via.start("who"), row.start + via.end("to"))
        if [one.entity for one in whole] == ["person"]:  # "the Ambassador to the DPRK, Comrade Dahl" is one
            found, to = whole, None
    if all(one.entity == "position" and not one.place and " of " not in one.name for one in found):
        return False  # "[Handed to the Secretary by the Ambassador, May 4]": nobody but the writer
    written = heading.form and heading.form.slug in ("memorandum", "report", "note", "speech")
    if written and row.text[:3].lower() == "by " and [one.entity for one in found][:1] == ["person"] and not to:
        heading.recorders.extend(
            [] if heading.senders else found[:1]
        )  # "MEMORANDUM" and, below it, "By Ivan Dahl, Minister"
        return True
    if not (_ISSUED.match(row.text) and all(one.entity == "position" for one in found)):
        heading.relays.extend(found)
    if to:
        heading.addressees.extend(parties(text, row.start + via.start("to"), row.end))
    return True
