"""Where the papers of a bulletin begin: a word and a number, a number, or a title behind the source of the paper before."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from cablegraph.patterns import compiled

LONGEST: Final = 300
"""A line of more characters is no head."""
_WORTH = 100
"""Characters that stand between two heads of papers, on the mean, where no source tells the one from the other."""
MONTH: Final = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DATE = rf"(?:\d{{1,2}}\s+{MONTH}\s+\d{{4}}|{MONTH}\s+\d{{1,2}},\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
_WORDS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_NUMBER = rf"(?:\d{{1,3}}|[IVXL]{{1,6}}|(?i:{'|'.join(_WORDS)}))"
_BY_WORD: Final = compiled(
    rf"[\[*_#\s]{{0,4}}(?:DOCUMENT|Document|Doc\.?|DOC\.?)\s*(?:(?:No\.?|NO\.?|Number)\s*|#\s*)?(?P<number>{_NUMBER})\b(?P<close>\s*[.:–—\])*_-][.:–—\])*_\s-]{{0,5}})?\s*(?P<title>.*)"
)
_BY_NUMBER: Final = compiled(r"[*_#\s]{0,4}(?P<number>\d{1,3}|[IVXL]{1,6})[.)]\s+(?P<title>.*)")
_BARE: Final = compiled(r"[\[*_#\s]{0,4}(?:No\.?|NO\.?|Nr\.?|N[º°]|№|#)\s*(?P<number>\d{1,3})[.\])*_]{0,3}(?P<title>)")
_DATED: Final = compiled(rf"{_DATE}\b")
_PAPER: Final = compiled(
    r"(?i)(?:[\w’'().,-]+ ){0,6}?(?:telegrams?|cables?|letters?|memorand(?:um|a)|minutes|reports?|notes?|records?|speech|conversations?|decisions?|directives?|messages?|resolutions?|transcripts?|protocols?|statements?|excerpts?|diary|instructions?|despatch(?:es)?|dispatch(?:es)?|information|aide-memoire|stenographic)\b"
)
_YEAR = compiled(r"\b(?:1[5-9]|20)\d\d\b")
_SOURCE = compiled(r"\[\s*(?:Sources?|SOURCES?)\s*:")


@dataclass(frozen=True, slots=True)
class Head:
    """The line of a head, the number as written ("" where it has none), and the words of its title ("" if they follow)."""

    line: int
    number: str
    title: str


def find(lines: Sequence[str]) -> list[Head]:
    """The heads of a file's papers in order; none where the file is not several papers."""
    sources = _sources(lines)
    if heads := _each(lines, _by_word):
        heads = sorted([*heads, *_each(lines, _dated)], key=lambda head: head.line)
        if sources or _rising(heads):
            return heads
    for of in (_by_number, _bare):
        heads = _run(_each(lines, of))
        if len(heads) > 1 and (_between(heads, sources) or _bodies(heads, lines) or _all_dated(heads)):
            return heads
    return _behind_sources(lines, sources)


def _each(lines: Sequence[str], of: Callable[[Sequence[str], int], Head | None]) -> list[Head]:
    return [head for index, line in enumerate(lines) if 0 < len(line) < LONGEST and (head := of(lines, index))]


def _all_dated(heads: Sequence[Head]) -> bool:
    return all(_DATED.match(head.title) for head in heads)


def are_sure(lines: Sequence[str]) -> bool:
    """Whether a file is several papers beyond doubt: a source stands between each two heads, or a paper below each."""
    heads = find(lines)
    return len(heads) > 1 and (_between(heads, _sources(lines)) or _bodies(heads, lines))


def _sources(lines: Sequence[str]) -> list[int]:
    return [index for index, line in enumerate(lines) if _SOURCE.match(line.strip())]


def _by_word(lines: Sequence[str], index: int) -> Head | None:
    """``Document 18: …``, ``[Document 2] …``, ``DOCUMENT THREE``; not "Document 3 shows that" of the running text."""
    match = _BY_WORD.fullmatch(lines[index].strip())
    if match is None:
        return None
    title = match["title"].strip()
    if title and not (match["close"] or _begins(lines, index)):
        return None
    if title and not match["close"] and not title[:1].isupper():
        return None
    return Head(index, match["number"], title)


def _dated(lines: Sequence[str], index: int) -> Head | None:
    """``4. 20 May 1920, report by Captain Moe``, beside heads by a word too."""
    match = _BY_NUMBER.fullmatch(lines[index].strip())
    return Head(index, match["number"], match["title"]) if match and _DATED.match(match["title"]) else None


def _by_number(lines: Sequence[str], index: int) -> Head | None:
    """``84. 3 July 1951, ciphered telegram, …``, ``II. Telegram from Petrov to Gromyko, 9 July 1968``."""
    if dated := _dated(lines, index):
        return dated
    match = _BY_NUMBER.fullmatch(lines[index].strip())
    return Head(index, match["number"], match["title"]) if match and _is_title(lines, index, match["title"]) else None


def _bare(lines: Sequence[str], index: int) -> Head | None:
    """``No. 3`` alone above a title."""
    match = _BARE.fullmatch(lines[index].strip())
    if match is None or not _begins(lines, index):
        return None
    below = next((line.strip() for line in lines[index + 1 : index + 4] if line.strip()), "")
    return Head(index, match["number"], "") if len(below) < LONGEST and _names_paper(below) else None


def _behind_sources(lines: Sequence[str], sources: Sequence[int]) -> list[Head]:
    """Titles without a number: the first of the file, and what comes next after each source."""
    starts = [0, *(_after(lines, source) for source in sources)]
    heads = []
    for start in starts[:-1]:
        place = next((index for index in range(start, len(lines)) if _is_title(lines, index, lines[index].strip())), -1)
        if place < 0 or (start and place > start + 2):
            return []
        heads.append(Head(place, "", lines[place].strip()))
    return heads if len(heads) > 1 and all(first.line < second.line for first, second in pairwise(heads)) else []


def _after(lines: Sequence[str], source: int) -> int:
    """The first line with words behind a source statement, which may run on over lines."""
    index = source
    while index < len(lines) and lines[index].strip() and "]" not in lines[index]:
        index += 1
    return next((place for place in range(index + 1, len(lines)) if lines[place].strip()), len(lines))


def _is_title(lines: Sequence[str], index: int, words: str) -> bool:
    return len(words) < LONGEST and _begins(lines, index) and _names_paper(words)


def _names_paper(words: str) -> bool:
    """Whether words name a paper and its year, as a title does."""
    words = words.lstrip("*_#[ ")
    if dated := _DATED.match(words):
        words = words[dated.end() :].lstrip(" ,:.–—-")
        return _PAPER.match(words) is not None
    return words[:1].isupper() and _PAPER.match(words) is not None and _YEAR.search(words) is not None


def _begins(lines: Sequence[str], index: int) -> bool:
    """Whether a line begins a paragraph."""
    before = lines[index - 1].strip() if index else ""
    return not before or before.endswith("]")


def value(number: str) -> int:
    """What a number of a head comes to: 4 for "4", "IV", "Four"; 0 for none."""
    if number.isdigit():
        return int(number)
    if number.lower() in _WORDS:
        return _WORDS.index(number.lower()) + 1
    digits = [{"I": 1, "V": 5, "X": 10, "L": 50}.get(letter, 0) for letter in number]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


def _rising(heads: Sequence[Head]) -> bool:
    numbers = [value(head.number) for head in heads]
    return (
        len(numbers) >= 2
        and all(first < second for first, second in pairwise(numbers))
        and numbers[-1] - numbers[0] < 4 * len(numbers)
    )


def _run(heads: Sequence[Head]) -> list[Head]:
    """The heads whose numbers go up, the first of them counted on from."""
    run: list[Head] = []
    for head in heads:
        if not run or 0 < value(head.number) - value(run[-1].number) <= 3:
            run.append(head)
    return run


def _between(heads: Sequence[Head], sources: Sequence[int]) -> bool:
    """Whether a source stands between each two heads."""
    return all(any(one.line < source < two.line for source in sources) for one, two in pairwise(heads))


def _bodies(heads: Sequence[Head], lines: Sequence[str]) -> bool:
    """Whether what stands between heads are papers, and not the summaries of a list: paragraphs, and enough of them."""
    ends = [*(head.line for head in heads[1:]), len(lines)]
    parts = [[line.strip() for line in lines[head.line + 1 : end]] for head, end in zip(heads, ends, strict=True)]
    return all(_paragraphs(part) >= 2 for part in parts) and sum(
        len(line) for part in parts for line in part
    ) >= _WORTH * len(parts)


def _paragraphs(lines: Sequence[str]) -> int:
    return sum(bool(line) and not before for before, line in zip(["", *lines], lines, strict=False))
