"""Where sentences and paragraphs end: ``… is impossible.`` ends one, ``Mr. Malik``, ``f. 45`` and ``U.S.`` do not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from cablegraph.patterns import compiled

_ABBREVIATIONS_WORDS = (
    "mr mrs ms messrs dr prof rev hon gen lt col maj capt sgt adm cde com cdes comr sec secy "
    "amb gov pres sen rep st jr "
    "sr no nos nr op f d l ll p pp vol ch art fig etc vs viz cf i.e e.g ie eg approx dept govt inst ult prox "
    "jan feb mar "
    "apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun  u.s u.n u.k u.s.s.r rs г т тов им "
    "км стр см"
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
# One class of characters stands first, so that the search skips all others at once.
_END = compiled(
    r"[.!?…。！？\n](?:(?<=\n)\n*|(?<=[.!?…])[.!?…]*[\"'”’)\]¹²³⁴⁵⁶⁷⁸⁹⁰]*(?=\s|$)|(?<=[。！？])[。！？]*[”」』）]*)"
)
_LAST_WORD = compiled(r"([^\W\d_](?:[\w.]*\w)?)$")
_POINT_NUMBER = compiled(r"(?:\d{1,3}|[IVX]{1,5}|[a-zа-я])\.$")

_LONGEST_NUMBER = 5
_FIRMS = frozenset({"co", "ry", "ltd", "inc", "bros", "corp"})
"""Abbreviations that a figure can follow within a sentence."""


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of ``text[start:end]`` as offsets, without white space around them. A line's end ends a sentence."""
    return iter(_split(text, start, end))


@lru_cache(maxsize=64)
def _split(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The same, kept for the next who asks: a paper's sentences are read for one thing after another."""
    return tuple(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        place, after = match.span()
        if text[place] == "." and not _ends(text, begin, place, after, end):
            continue
        if found := _trimmed(text, begin, after):
            yield found
        begin = after
    if found := _trimmed(text, begin, end):
        yield found


LONGEST = 2_400
"""Characters of a sentence that are looked at together: some four hundred words, more than any printed letter has."""
_BREAKS = (";", ",", " ")


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or one beyond `LONGEST` in pieces that end at a semicolon, else at a comma, else at a blank."""
    while end - start > LONGEST:
        least, most = start + LONGEST // 2, start + LONGEST
        cut = next((at + 1 for mark in _BREAKS if (at := text.rfind(mark, least, most)) >= 0), most)
        if found := _trimmed(text, start, cut):
            yield found
        start = cut
    if found := _trimmed(text, start, end):
        yield found


def _ends(text: str, begin: int, dot: int, after: int, end: int) -> bool:
    """Whether the full stop at ``dot`` ends a sentence rather than an abbreviation, an initial or a point's number."""
    following = _following(text, after, end)
    if following.islower():
        return False
    while text[begin].isspace():
        begin += 1
    if dot - begin <= _LONGEST_NUMBER and _POINT_NUMBER.fullmatch(text, begin, dot + 1):
        return False
    head = text[max(begin, dot - 14) : dot]
    name = head.rpartition(" ")[2]
    if not name.isalpha():
        word = _LAST_WORD.search(head)
        if word is None:
            return True
        name = word[1]
    if len(name) == 1 and name.isupper():
        return False  # an initial: "Dean G. Acheson"
    if following.isdigit() and name.lower() in _FIRMS and not text.startswith("\n", dot + 1):
        return False  # "to the Railway Co. 1,000,000 yen"
    return name.lower() not in _ABBREVIATIONS or not following


def _following(text: str, after: int, end: int) -> str:
    """The next character that is no white space, or the empty string."""
    while after < end:
        if not text[after].isspace():
            return text[after]
        after += 1
    return ""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def paragraph(text: str, place: int) -> int:
    """The line break before the paragraph of a place: an empty line, or a line that ends a sentence; -1 for none."""
    line = text.rfind("\n", 0, place)
    while line > 0 and text[line - 1] not in '.:;!?”"\n)':
        line = text.rfind("\n", 0, line)
    return line
