"""Who holds an office, where the text says so beside the name: ``[Soviet ambassador to the UN Jacob] Malik``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction.lexicon import NATIONS, OFFICE
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText
from cablegraph.sought import sought

BRACKET = Rule("positions.bracket", version="1", certainty="0.96")
BESIDE = Rule("positions.beside-name", version="2", certainty="0.9")

_SMALL = r"(?:of|the|for|to|in|at|on|and|de|General|Special|Mission)"
_PLACE = r"[A-Z](?:[\w’'-]|\.(?=\w)|(?<=\b[A-Z])\.|(?<=\bSt)\.)*"
"""A full stop behind a word ends it: ``ambassador to Cuba. V. I. Popov interpreted``."""
# "ambassador to the UN", "Minister of Foreign Affairs", "chairman of the Council of Ministers"
_TAIL = (
    rf"(?:[ \u00a0](?:of|to|in|at|for)(?:[ \u00a0]the)?[ \u00a0]{_PLACE}(?:[ \u00a0](?:and[ \u00a0]|"
    rf"of[ \u00a0](?:the[ \u00a0])?|for[ \u00a0])?{_PLACE}){{0,5}})"
)
_NOUN = OFFICE.pattern
_LEAD = (
    rf"(?:(?:Deputy|First|Second|Third|Acting|Former|former|Prime|Foreign|Military|Naval|Commercial|General|"
    rf"Under|Vice|Assistant|Chief|Special|Permanent|{NATIONS})[ \u00a0-])*"
)
_BRACKETED = sought(
    rf"\[(?P<office>(?i:{_LEAD}{_NOUN})[^\[\]]{{0,70}}),?[ \u00a0](?P<first>(?:(?:[A-Z]\.)+[ \u00a0]?"
    rf"|[A-Z][\w’'-]+[ \u00a0](?=[A-Z]\.))*[A-Z][\w.’'-]*)\][ \u00a0](?P<last>[A-Z][\w’'-]+)"
)
_IN_FRONT = compiled(rf"(?:[Tt]he[ \u00a0])?(?P<office>{_LEAD}{_NOUN}{_TAIL}?),?[ \u00a0]$")
_HOLDER = compiled(rf"(?:[Tt]he[ \u00a0])?(?P<office>{_LEAD}{_NOUN}{_TAIL})[ \u00a0]\($")
_BEHIND = compiled(rf",[ \u00a0](?:the[ \u00a0])?(?P<office>{_LEAD}{_NOUN}{_TAIL})(?=[,.;:)\n]|$)", re.IGNORECASE)
_COURTESY = compiled(
    r"(?:Comrade|Cde\.|Mr\.|Sir|Dr\.|General|Colonel|Marshal|Monsieur|M\.|Lord|Count|Baron|Prince)[ \u00a0]$"
)


def extract(
    source: SourceText, document: str, stretches: Sequence[tuple[int, int]], mentions: Sequence[Passage] = ()
) -> tuple[Record, ...]:
    """Parts ``positions`` (fields ``holder``, ``position``) of the body ``stretches``.

    ``mentions`` are the people found there: an office counts only beside a name. An office of one bare word
    ("Ambassador Francis") says nothing of which post it is, and gives none.
    """
    found = [part for start, end in stretches for part in _bracketed(source, document, start, end)]
    people = [passage for passage in mentions if passage.entity == "person"]
    found += [part for passage in people if (part := _beside(source, document, passage)) is not None]
    unique = {(part.text_of("holder"), part.text_of("position")): part for part in reversed(found)}
    return tuple(reversed(unique.values()))


def _bracketed(source: SourceText, document: str, start: int, end: int) -> Iterator[Record]:
    for match in _BRACKETED.finditer(source.text, start, end):
        last = re.sub(r"['’]s?$", "", match["last"])
        span = (match.start(), match.start("last") + len(last))
        yield _part(source, document, f"{match['first']} {last}", match["office"], span, BRACKET)


def _beside(source: SourceText, document: str, passage: Passage) -> Record | None:
    text, (start, end) = source.text, passage.spans[0]
    floor = max(text.rfind("\n", 0, start) + 1, start - 90)
    before = text[floor:start]
    courtesy = _COURTESY.search(before)
    before = before[: courtesy.start()] if courtesy else before
    in_front = None
    if _holds_office(before):
        in_front = _IN_FRONT.search(before) or (_HOLDER.search(before) if text[end : end + 1] == ")" else None)
    apart = before.rstrip(" \u00a0").endswith(",")
    if in_front and apart and not _CLOSED.match(text, end):
        in_front = None  # "the Chinese Ambassador, Panikkar's counterpart"
    if in_front and apart and _APPOINTS.search(text, max(0, start - 400), start):
        in_front = None  # "have appointed …: the President of the United States, R. W. Shufeldt, commodore"
    if in_front and _ANOTHER_MAN.search(in_front["office"]):
        in_front = None  # "First Secretary V. K. Lindh and Attaché E. L. Dahl"
    if in_front and _says_which(in_front["office"]):
        return _part(source, document, passage.text, in_front["office"], (floor + in_front.start(), end), BESIDE)
    behind = _BEHIND.match(text, end)
    if behind and _says_which(behind["office"]):
        return _part(source, document, passage.text, behind["office"], (start, behind.end()), BESIDE)
    return None


_APPOINTS = compiled(
    r"\b(?:appointed|named|nominated)\b[^.;]{0,60}"
    r"(?:plenipotentiar|that is to say|to wit|as follows|for (?:this|that) purpose)"
)
"""A treaty's preamble, in which each ruler names the man who acts for him."""
_CLOSED = compiled(r"[,.;:)\]\n]|[ \u00a0](?:[(\[–—-]|who(?:m|se)?\b)|$")
"""What stands behind a name that a comma sets beside an office: ``the Chinese Ambassador, Panikkar, said``."""
_ANOTHER_MAN = compiled(r"\b[A-ZÀ-Ž]\.[ \u00a0]?(?:[A-ZÀ-Ž]\.[ \u00a0]?)?[A-ZÀ-Ž][\w’'-]+[ \u00a0]and[ \u00a0]")
_CAPITALISED = compiled(r"[A-Z]\w+")


def _holds_office(words: str) -> bool:
    """A quick look first: whether any of the words is an office's noun."""
    return any(_is_office(word) for word in _CAPITALISED.findall(words))


@lru_cache(maxsize=16384)
def _is_office(word: str) -> bool:
    return word == "Under" or OFFICE.search(word) is not None


def _says_which(office: str) -> bool:
    return " " in office.strip()


def _part(source: SourceText, document: str, holder: str, office: str, span: tuple[int, int], rule: Rule) -> Record:
    fields = {
        "holder": (source.cite(span, rule, holder, entity="person"),),
        "position": (source.cite(span, rule, " ".join(office.split()), entity="position"),),
    }
    return Record(document, source, fields)
