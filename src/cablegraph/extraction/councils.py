"""Minutes of the Peace Conference's councils: ``Notes of a Meeting of the Foreign Ministers Held in …``, and who was present."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.extraction.forms import Form
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.names import Party, cased, is_place, parse, parties
from cablegraph.extraction.rows import Row
from cablegraph.extraction.title import Title
from cablegraph.patterns import compiled

_MEETING: Final = compiled(
    r"(?P<form>(?i:(?:secretary[’']s |stenographic |summary |provisional )?(?:notes|minutes|proceedings|proc[èe]s[- ]verbal|report|record)) of (?:(?:an?|the) )?"
    r"(?:[\w-]+ ){0,2}?(?:[Mm]eetings?|[Cc]onversations?|[Ss]essions?|[Ss]ittings?|[Cc]onferences?))\b(?! (?:between|with|Between|With)\b)"
    r"(?P<body> of (?:the )?(?P<who>[A-ZÀ-Ž][^,;]{3,100}?)(?:, [A-ZÀ-Ž][^,;]{3,60}?)?)?(?=,? [Hh]eld\b|, (?:[A-Z][a-z]+day\b|[A-Z][a-z]+ \d|\d)|$)"
)
_SITTING: Final = compiled(
    r"(?P<who>[A-ZÀ-Ž][\w’' -]{4,60}), (?P<form>(?:Protocol|Minutes|Proc[èe]s[- ]Verbal) No\. ?\d{1,3})\b(?=,? )"
)
"""``Preliminary Peace Conference, Protocol No. 3, Plenary Session of …``"""
_HELD: Final = compiled(r",? [Hh]eld (?:in|at|on)\b")
_OF_SECRETARY: Final = compiled(r"(?:Secretary[’']s Notes|Minutes of the Daily)\b")
_TOWN: Final = compiled(
    r"(?:,| at| in) (?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?),?(?= (?:on )?(?:the )?(?:[A-Z][a-z]+day\b|[A-Z][a-z]+ \d|\d))"
)
_PRESENT: Final = compiled(
    r"(?i:present|the following were present|there were present)\s?[:.]?|[A-Z][^.:]{0,70}\b(?:represented|present) as follows:"
)
_SIDE: Final = compiled(
    r"(?i:america,? united states of(?: america)?|united states of america|u\. ?s\. ?a\.?|british empire|(?:british )?dominion representatives|(?:the )?dominions(?: and india)?|(?:joint )?secretar(?:y|ies|iat)(?:-general)?|interpreters?|experts|also(?: present)?"
    r"|(?:military|naval|economic|financial|technical|air) (?:experts|advisers|representatives)|members?|delegates|chairman)\s?[:.]?"
)
_POINT: Final = compiled(r"\(?\d{1,3}\s?[.)\]]|\([a-z]\)|[IVX]{1,5}\. ")
_PIECES: Final = compiled(r"[^;:—}\n]+")
_HONOURS: Final = compiled(
    r"(?:,? ?(?:(?:[A-Z]\. ?){1,5}|Bt\.?|Bart\.?|Esq\.?|\d(?:st|nd|rd|th)|Jr\.?|Interpreter|[Ss]ecretary)(?=,|\s*$|\.?\s*$))+\.?\s*$"
)
"""``, O. M., M. P.``, ``, K. C. B.`` behind a name."""
_WORD: Final = compiled(r"(?<!\w)[^\W\d_][\w’'-]*")
_SMALL: Final = frozenset(
    "of the de du la le des von van da di for and a an in et y e were also following item items only assisted by with".split()  # noqa: SIM905
)
_MOST: Final = 90
"""Lines of a list of those present, and its longest line."""
_LONGEST: Final = 260


def titled(text: str, start: int, end: int) -> Title | None:
    """What the title of a council's minutes says: the form, the body that met, and the town."""
    if sitting := _SITTING.match(text, start, end):
        body = parse(text, *sitting.span("who"))
        whose = [body] if body is not None and body.entity == "body" else []
        return Title(form=Form("minutes", *sitting.span("form")), authors=whose)
    match = _MEETING.match(text, start, end)
    if match is None or not (_HELD.search(text, match.end(), end) or _OF_SECRETARY.match(text, start)):
        return None
    title = Title(form=Form("minutes", start, match.end("form")))
    body = parse(text, *match.span("who")) if match["body"] else None
    if body is not None and body.entity != "place":
        title.authors.append(body)
    if (town := _TOWN.search(text, match.end(), end)) and is_place(town["place"]):
        name = cased(town["place"])
        title.origin = None if name in COUNTRIES else (*town.span("place"), name)
    return title


def attended(heading: Heading, text: str, rows: Sequence[Row]) -> None:
    """The list of those present, by country, below the title; such minutes are sent to nobody."""
    first = next((at for at, row in enumerate(rows[:6]) if _PRESENT.fullmatch(row.text)), None)
    heading.addressees.clear()
    heading.receivers.clear()
    heading.relays.clear()
    heading.destination = None
    if first is None:
        return
    last = first + 1
    found: list[Party] = []
    for row in rows[first + 1 : first + _MOST]:
        if len(row.text) > _LONGEST or _POINT.match(row.text) or _is_prose(row.text):
            break
        found.extend(_people(text, row))
        last += 1
    if found:
        heading.participants[:] = found
        heading.rows = max(heading.rows, last)


def _is_prose(words: str) -> bool:
    """``The Council met at 10 a.m.``: a sentence among the names ends them."""
    if words.startswith(("The following were", "There were")):
        return False
    return any(word[0].islower() and word not in _SMALL for word in _WORD.findall(words))


def _people(text: str, row: Row) -> Iterator[Party]:
    """Those whom a line of the list names, behind the country for which they came."""
    if _SIDE.fullmatch(row.text):
        return
    for piece in _PIECES.finditer(text, row.start, row.end):
        side = _SIDE.match(text, *piece.span())
        start = side.end() if side else piece.start()
        honours = _HONOURS.search(text, start, piece.end())
        end = honours.start() if honours else piece.end()
        yield from (one for one in parties(text, start, end) if one.entity == "person")
