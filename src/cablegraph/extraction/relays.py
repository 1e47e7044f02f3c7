"""Through whom a message goes: ``Comrade Stalin (through Shtykov)``, ``via courier Jomaa to Engineer S. Akhtar``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph import dates
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
    rf"(?:\((?=.*\)$))?(?:{_THROUGH}|with|by)\b\s*(?:the )?(?:(?:courier|messenger|diplomatic courier)\s+)?(?P<who>[A-Z].+?)(?:\s+to\s+(?P<to>(?:the )?[A-Z].+?))?\)?",
    re.IGNORECASE,
)
_INSIDE_VIA = compiled(rf"\s*(?:[(,]\s*|\s){_THROUGH}\s+(?P<who>[^()]+?)\)?\s*$", re.IGNORECASE)
_LEAD = compiled(r"(?:and then|then|and|via|through|by way of|by)\s+", re.IGNORECASE)


def through(text: str, start: int, end: int) -> list[Party]:
    """``Shtykov, via Vyshinsky``: each of the people a message goes through."""
    found: list[Party] = []
    for piece in re.finditer(r"[^,;]+", text[start:end]):
        first = start + piece.start() + len(piece[0]) - len(piece[0].lstrip())
        while lead := _LEAD.match(text, first, end):
            first = lead.end()
        found.extend(party for party in parties(text, first, start + piece.end()) if party.entity != "place")
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
    via = _VIA.fullmatch(row.text) if len(row.text) < 110 and not row.text.endswith((".", "!", "?")) else None
    return via if via and not _LINE.fullmatch(via["who"]) else None


def carried(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``via courier Jomaa to Engineer S. Akhtar``: a line that says who carries the message."""
    if heading.form and heading.form.slug in ("memorandum-of-conversation", "minutes"):
        return False  # "with Comrade A. S. Dubcek" says who talked
    via = via_line(row)
    if via is None:
        return False
    found = through(text, row.start + via.start("who"), row.start + via.end("who"))
    if not found:
        return False
    written = heading.form and heading.form.slug in ("memorandum", "report", "note", "speech")
    if written and row.text[:3].lower() == "by " and [one.entity for one in found][:1] == ["person"] and not via["to"]:
        heading.recorders.extend(
            [] if heading.senders else found[:1]
        )  # "MEMORANDUM" and, below it, "By Ivan Dahl, Minister"
        return True
    heading.relays.extend(found)
    if via["to"]:
        heading.addressees.extend(parties(text, row.start + via.start("to"), row.end))
    return True
