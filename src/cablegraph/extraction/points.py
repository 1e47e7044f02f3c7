"""Numbered points of a body: ``1. You must already know …``, ``2) …``, ``a) …``; each spans its whole text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cablegraph.evidence import Rule
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

RULE = Rule("points.numbered", version="1", certainty="0.97")

_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_LETTERS = {**{letter: place for place, letter in enumerate("abcdefghijklmnop", 1)}, "б": 2, "в": 3, "г": 4, "д": 5}
_WORDS = {
    word: place
    for place, word in enumerate("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split(), 1)  # noqa: SIM905
}
"""``ONE.``, ``TWO.``: as cables of the United Nations count."""
_CHINESE = {numeral: place for place, numeral in enumerate("一二三四五六七八九十", 1)}
_MARK = (
    r"(?P<open>[(（])?(?P<label>\d{1,2}|[IVX]{1,4}|[a-pабвгд]|[一二三四五六七八九十]|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)"
    r"(?P<close>[.)）、．](?![\d.]))"
)
_AT_LINE = compiled(rf"(?m)^[ \t\u00a0]*{_MARK}[ \t\u00a0]*(?=\S)")
_STOP = compiled(r"[.:;!?]\s")
_BEHIND_STOP = compiled(rf"{_MARK}[ \t\u00a0]+(?=[\w\"“\[])")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    style: str
    place: int
    label: str


def extract(source: SourceText, document: str, stretches: Sequence[tuple[int, int]]) -> tuple[Record, ...]:
    """Parts ``points`` (fields ``number``, ``start``) of the body ``stretches``.

    A row of points begins with 1 (I, a) and counts on by one, so a telegram number at the head of a dispatch
    (``1295. Secretary of Treasury requests``) is none. A point ends where the next begins, the last with its paragraph.
    """
    found: list[Record] = []
    for start, end in stretches:
        marks = list(_marks(source.text, start, end))
        for mark, finish in _spans(source.text, _rows(marks), end):
            cited = (mark.start, finish)
            fields = {
                "number": (source.cite(cited, RULE, mark.label),),
                "start": (source.cite(cited, RULE, str(mark.start)),),
            }
            found.append(Record(document, source, fields))
    return _each_number_once(found)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    at_line = [_mark(match) for match in _AT_LINE.finditer(text, start, end)]
    # A page laid out as one line has its points inside the line.
    if len(at_line) > 1 or text.count("\n", start, end) > 3:
        return iter(at_line)
    return iter(sorted([*at_line, *_in_line(text, start, end)], key=lambda mark: mark.start))


def _in_line(text: str, start: int, end: int) -> Iterator[_Mark]:
    reached = start
    for stop in _STOP.finditer(text, max(start - 2, 0), end):
        if stop.end() >= reached and (match := _BEHIND_STOP.match(text, stop.end(), end)):
            reached = match.end()
            yield _mark(match)


def _mark(match: re.Match[str]) -> _Mark:
    label, opened = match["label"], match["open"] or ""
    close = ")" if match["close"] in ")）" else "."
    for style, table in (("roman", _ROMAN), ("letter", _LETTERS), ("chinese", _CHINESE)):
        if label in table:
            return _Mark(match.start("open") if opened else match.start("label"), style + close, table[label], label)
    if label in _WORDS:
        return _Mark(
            match.start("open") if opened else match.start("label"), "word" + close, _WORDS[label], str(_WORDS[label])
        )
    place = int(label) if label.isdigit() else 0
    return _Mark(match.start("open") if opened else match.start("label"), "figure" + close, place, label)


def _rows(marks: list[_Mark]) -> list[tuple[_Mark, ...]]:
    """Rows that count on from one; a row of a single member is no row."""
    rows: list[list[_Mark]] = []
    waiting: dict[tuple[str, int], list[int]] = {}  # the rows that a mark of this style and place continues
    for mark in marks:
        if before := waiting.get((mark.style, mark.place)):
            index = before.pop()
            rows[index].append(mark)
        elif mark.place == 1:
            index = len(rows)
            rows.append([mark])
        else:
            continue
        insort(waiting.setdefault((mark.style, mark.place + 1), []), index)
    return [tuple(row) for row in rows if len(row) > 1]


def _spans(text: str, rows: list[tuple[_Mark, ...]], end: int) -> Iterator[tuple[_Mark, int]]:
    around: list[tuple[_Mark, ...]] = []
    latest: dict[str, tuple[_Mark, ...]] = {}
    for row in sorted(rows, key=lambda row: row[0].start):
        style, begin = row[0].style, row[0].start
        around = [other for other in around if other[-1].start > begin]
        others = [*around[-1:], *(other for its, other in latest.items() if its != style)]
        above = max(others, key=lambda other: other[0].start, default=None)
        for mark, following in zip(row, (*row[1:], None), strict=True):
            if following is not None:
                finish = following.start
            else:
                later = (m.start for other in around if (m := other[_behind(other, mark.start)]).start > mark.start)
                finish = min([_paragraph_end(text, mark.start, end), *later])
            while text[finish - 1].isspace():
                finish -= 1
            yield _named(mark, above), finish
        around.append(row)
        latest[style] = row


def _behind(row: tuple[_Mark, ...], place: int) -> int:
    """Which mark of a row is the first behind a place, or its last."""
    return min(bisect_right(row, place, key=lambda mark: mark.start), len(row) - 1)


def _named(mark: _Mark, above: tuple[_Mark, ...] | None) -> _Mark:
    """A point of a point carries both numbers: ``2a``."""
    if above is None:
        return mark
    over = above[bisect_left(above, mark.start, key=lambda one: one.start) - 1]
    return _Mark(mark.start, mark.style, mark.place, over.label + mark.label)


def _paragraph_end(text: str, start: int, end: int) -> int:
    found = text.find("\n", start, end)
    return found if found >= 0 else end


def _each_number_once(points: list[Record]) -> tuple[Record, ...]:
    """A second row with the same numbers (a table of quoted points) would fall on the same nodes: the first stays."""
    seen: set[str] = set()
    kept = []
    for point in sorted(points, key=lambda part: int(part.text_of("start"))):
        number = point.text_of("number")
        if number not in seen:
            seen.add(number)
            kept.append(point)
    return tuple(kept)
