"""Houses of business by their form: ``Messrs. Ropes, Emmons & Co.``, ``the American Trading Company``, ``Bank of Tarapacá``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator

from cablegraph.extraction import bodies, name_lists
from cablegraph.extraction.name_runs import CAP, begins_with_title, familiar, is_title
from cablegraph.patterns import compiled

_NAME = rf"(?:(?:[{CAP}]\.[ \u00a0]?)*(?:(?:de|von|van|du)[ \u00a0])?[{CAP}][\w’'-]+)"
_JOINED = compiled(
    rf",?[ \u00a0](?:(?:&|and)[ \u00a0](?:Co\b|Company\b|Cie\b|Sons\b|Bros\b|Brothers\b)|&[ \u00a0](?!c\.)(?:[{CAP}]\.[ \u00a0]?)*[{CAP}][\w’'-]+(?:,?[ \u00a0](?:&|and)[ \u00a0](?:Co|Company|Sons)\b)?)"
)
_PARTNERS = compiled(rf"{_NAME}(?:(?:,|[ \u00a0]&)?[ \u00a0]{_NAME}){{0,4}}$")
_FIRST = compiled(rf"(?P<word>(?:[{CAP}]\.[ \u00a0]?)*[\w’'-]+),?[ \u00a0](?:and[ \u00a0])?")


def find(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where houses are named, from their first partner to ``& Co``; companies and bodies by their whole name."""
    yield from _companies(text, start, end)
    yield from bodies.find(text, start, end)
    if (
        text.find("&", start, end) < 0
        and text.find(" and Co", start, end) < 0
        and text.find(" and Sons", start, end) < 0
    ):
        return
    for joined in _JOINED.finditer(text, start, end):
        partners = _PARTNERS.search(text, max(start, joined.start() - 70), joined.start())
        if partners is None:
            continue
        first = partners.start()
        while (word := _FIRST.match(text, first, joined.start())) and _stands_before(word["word"]):
            first = word.end()
        yield first, joined.end()


_ENDS = (
    "Company",
    "Corporation",
    "Syndicate",
    "Kaisha",
    "Maatschappij",
    "Gesellschaft",
    "Aktiengesellschaft",
    "Aktiebolaget",
)
_NAME_OF_COMPANY = compiled(rf"(?:[{CAP}][\w’'.-]*[ \u00a0](?:(?:and|of|&)[ \u00a0])?){{1,8}}$")
_SENTENCE_END = compiled(r"[\w’'-]{4,}\.[ \u00a0]")
"""``EGYPT. The Company``: what stands before a full stop is no part of the name; ``Mfg.`` and ``St.`` are."""
_BANK = compiled(rf"Bank of (?:the )?[{CAP}][\w’'-]+(?: (?!and\b)[{CAP}][\w’'-]+){{0,2}}")
_FOREIGN = compiled(
    rf"(?:Compagnie|Société|Banque|Compañía|Compañia|Companhia|Banco)(?: (?:(?:de|du|des|la|le|les|pour|et|y|e|do|da|del|los|las|di) |[dl]['’]){{0,4}}[{CAP}]['’]?[\w’'-]*| (?:et|pour|y|e) ){{1,5}}"
)
_NO_PART_WORDS = (
    "The This That These Our My His Her Their Its A An In Of For At To By From With And When If As Yesterday Today"
)
_NO_PART = frozenset(_NO_PART_WORDS.split())
_TROOP_WORDS = "First Second Third Fourth Fifth Sixth Rifle Tank Guard Infantry Engineer Signal Signals A B C D E"
_TROOPS = frozenset(_TROOP_WORDS.split())
"""A company of soldiers is none of business."""


def _companies(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for word in _ENDS:
        place = text.find(word, start, end)
        while place >= 0:
            name = _NAME_OF_COMPANY.search(text, max(start, place - 100), place)
            first = name.start() if name else place
            ended = list(_SENTENCE_END.finditer(text, first, place))
            first = ended[-1].end() if ended else first
            while first < place and (own := text[first:place].split()[0]) in _NO_PART:
                first += len(own) + 1
            if (
                first < place
                and text[first:place].split()[-1] not in _TROOPS
                and not text[place + len(word) : place + len(word) + 1].isalpha()
            ):
                yield first, place + len(word)
            place = text.find(word, place + 1, end)
    for pattern, hint in ((_BANK, "Bank of "), (_FOREIGN, "")):
        if hint and text.find(hint, start, end) < 0:
            continue
        if not hint and not any(text.find(known, start, end) >= 0 for known in _ABROAD):
            continue
        for match in pattern.finditer(text, start, end):
            yield match.start(), match.end() - (len(match[0]) - len(match[0].rstrip()))


_ABROAD = ("Compa", "Société", "Banque", "Banco")


def _stands_before(word: str) -> bool:
    """Whether a word before partners is none of them: ``Messrs``, the first of its sentence, a town."""
    words = name_lists.words()
    known = name_lists.known(word, 0, len(word))
    place = len(known) == 1 and known[0].kinds == {"place"}
    return place or word == "Messrs" or is_title(word) or (word.lower() in words.common and word not in words.given)


BEFORE = ("firm of ", "firm ", "house of ", "mine ", "newspaper ", "factory ", "works ", "company of ")
"""What stands before a name that is a house's, a mine's or a newspaper's, in small letters."""
_BESIDE_SHIP = compiled(rf"\b[Tt]he ([{CAP}][\w-]+),? and $")


def beside_ship(before: str) -> bool:
    """``the Elena and Helena``: nobody is called "the Elena"."""
    beside = _BESIDE_SHIP.search(before)
    return bool(beside and not familiar(beside[1]) and beside[1] != "Empress" and not begins_with_title(beside[1]))
