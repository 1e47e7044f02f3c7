"""Papers that German and French papers point to: ``Zu Ihrem Telegramm Nr. 44 vom 5. Mai``, ``votre télégramme n° 334 du 5 mai``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.sought import sought

_FORMS: Final = {
    "telegramm": "telegram", "fernschreiben": "telegram", "fs": "telegram", "drahtbericht": "telegram", "drahterlass": "telegram", "drahterlaß": "telegram",
    "schreiben": "letter", "brief": "letter", "note": "note", "verbalnote": "note", "bericht": "report", "erlass": "instruction", "erlaß": "instruction",
    "télégramme": "telegram", "dépêche": "despatch", "lettre": "letter", "note verbale": "note", "circulaire": "circular", "rapport": "report",
}  # fmt: skip
_GERMAN: Final = r"(?P<g_theirs>[Ii]hr(?:e[mnrs]?)?)|(?P<g_mine>[Uu]nser(?:e[mnrs]?)?|[Mm]ein(?:e[mnrs]?)?)"
_FRENCH: Final = r"(?P<f_theirs>[Vv](?:otre|os))|(?P<f_mine>[Nn](?:otre|os)|[Mm](?:on|a|es))"
_HEAD = sought(
    rf"(?<![\w’'])(?:(?:{_GERMAN})\s(?:(?:Chiffre|Zirkular|o\.\s?a\.|obige[smn]?|letzte[smn]?)[\s-]?)?(?P<german>(?i:Telegramm|Fernschreiben|FS|Drahtbericht|Drahterla(?:ss|ß)|Schreiben|Brief|Verbalnote|Note|Bericht|Erla(?:ss|ß)))(?:e?s)?"
    rf"|(?:{_FRENCH})\s(?P<french>télégramme|dépêche|lettre|note\sverbale|note|circulaire|rapport)s?)\s(?=(?:Nr\.?|No\.?|n[°º]|N[°º]|vom|du|des|en\sdate\sdu)\s?\d|\d)"
)
_OWNERS: Final = ("Ihr", "ihre", "unser", "Unser", "mein", "Mein", "otre ", "vos ", " nos ", "Nos ", " mon ", " ma ")
"""A quick look first."""


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, one for each number."""
    words = text[start:end]
    for match in _HEAD.finditer(text, start, end) if any(owner in words for owner in _OWNERS) else ():
        dated = text.startswith(("vom ", "du ", "des ", "en date "), match.end())
        tail = Tail(text, match.end(), end, context, order, number_first=not dated)
        if not (tail.numbers or tail.found):
            continue
        whose: Whose = "theirs" if match["g_theirs"] or match["f_theirs"] else "mine"
        rule = "your-paper" if whose == "theirs" else "my-paper"
        form = _FORMS.get((match["german"] or match["french"]).lower(), "")
        for number, own in tail.numbers or [("", match.start())]:
            first = match.start() if not number or own == tail.numbers[0][1] else own
            yield Cited(first, (match.start(), tail.end), whose, rule, form, number, tail.date(0))
