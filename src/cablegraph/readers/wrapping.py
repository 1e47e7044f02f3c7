"""Lines that a printer or a typewriter broke at a margin, joined to the paragraphs they were: ``the Secretary of`` and below it ``State``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cablegraph.patterns import compiled

LONGEST: Final = 120
"""Characters of the longest line that a sheet holds; what is longer was never broken."""
_SHORTEST: Final = 30
_MANY: Final = 4
_NARROWEST: Final = 40
"""Characters of the narrowest sheet whose lines a margin breaks; shorter lines are those of a short paper."""
_RAGGED: Final = 8
"""Characters that a break may stand before the margin."""
_ENDS = compiled(r"(?:(?<![\s.][A-Z])\.|[!?:;])[”’\"')\]]{0,2}(?:\s?[¹²³⁴-⁹]|\s?\[\d{1,2}\])?$")
_OWN = compiled(
    r"(?:\d{1,3}[.)]|\(?[a-zA-Z0-9]{1,2}\)|\([ivx]{1,4}\)|[IVX]{1,4}\.|[•·*–—-])\s|\[|(?:File )?No\. ?\d[\w./-]*\.?\]?$"
)
"""What begins a line of its own below a sentence that is ended: a point of a list, a bracket, a number."""
_APART = compiled(
    r"[A-Z][\w .&()]{1,30}:(?:\s|$)|[a-z_]{3,20}:\s|\[\d{1,3}\]\s|\[[A-ZÀ-Þ\d….][^\[\]]*\]\.?$|[([](?:Received|Rec’d|Telegram)\b"
)
"""What does so wherever the line above ends: a label, a footnote, a bracket that is a whole line."""
_LOWER_WORD = compiled(r"(?:^|\s)[\[(“\"‘']?[a-zà-þ][\w’'-]*,?$|[,&]$")
_BROKEN_WORD = compiled(r"[^\W\d_]-$")
_HALVES = compiled(
    r"(?i)(?:^|\W)(?:self|non|co|vice|ex|anti|pro|pre|re|well|so|semi|half|quasi|counter|inter|ultra|all|pan|[a-z]+ty|[^\W\d_]+-[^\W\d_]+)-$"
)
"""First halves that keep their hyphen: ``self-government``, ``twenty-five``."""


_GAP = compiled(r"\S(?: {3,}|\t+)\S")
"""What stands between two columns."""


class _Broken(NamedTuple):
    """A line, what stands before its words, and whether a blank line stands above it."""

    words: str
    indent: int
    apart: bool

    @property
    def length(self) -> int:
        return self.indent + len(self.words)


class _Style(NamedTuple):
    """How a sheet is set: its margin, how far before it lines break, how its paragraphs are told apart."""

    margin: int
    ragged: int
    spaced: bool
    inner: int
    """Blanks before the lines inside a paragraph, where others begin it; -1 where all lines begin alike."""


def undone(text: str) -> str:
    """The text with a line for each paragraph, where its lines were broken at a margin; any other as it is."""
    lines = _lines(text)
    if not lines:
        return text
    style = _style(lines)
    return "\n".join(_paragraphs(lines, style)) + "\n" if style else text


def _lines(text: str) -> list[_Broken]:
    """The lines with words, if the text may be broken at a margin; of a sheet with a blank line under each, as if without."""
    given = text.split("\n")
    found: list[_Broken] = []
    apart = False
    for line in given:
        words = line.strip()
        if words:
            found.append(_Broken(words, len(line) - len(line.lstrip()), apart))
        apart = not words
    if len(found) < 3 or sum(len(line.words) > LONGEST for line in found) * 5 > len(found):
        return []
    if sum(bool(_GAP.search(line.words)) for line in found) * 2 > len(found):
        return []
    close = sum(not line.apart for line in found[1:])
    if close * 20 < len(found):
        return [line._replace(apart=False) for line in found]
    return found


def _continues(line: _Broken, after: _Broken) -> bool:
    """A line that surely goes on below: nothing ends it, and a small letter begins the next."""
    return (
        after.words[0].islower()
        and not after.apart
        and _SHORTEST < len(line.words) <= LONGEST
        and not _ENDS.search(line.words)
        and not _OWN.match(after.words)
        and not _APART.match(after.words)
    )


def _missing(line: _Broken, after: _Broken, margin: int) -> int:
    """How many characters more the next word might have had and still stood on the line; none if it had no room."""
    return max(margin - line.length - len(after.words.split(None, 1)[0]), 0)


def _style(lines: Sequence[_Broken]) -> _Style | None:
    """How a sheet is set; nothing for a text whose lines no margin broke."""
    pairs = [(line, after) for line, after in pairwise(lines) if _continues(line, after)]
    if len(pairs) < 2:
        pairs = _filled(lines)
    if not pairs:
        return None
    lengths = sorted(max(line.length, min(after.length, LONGEST)) for line, after in pairs)
    margin = lengths[int((len(lengths) - 1) * 0.95)]
    missing = sorted(_missing(line, after, margin) for line, after in pairs)
    ragged = missing[int((len(missing) - 1) * 0.85)]
    if ragged > _RAGGED or margin < _NARROWEST:
        return None
    ended = [(line, after) for line, after in pairwise(lines) if _missing(line, after, margin) > ragged]
    spaced = sum(after.apart for _, after in ended) * 2 > len(ended)
    inner = _usual([after.indent for _, after in pairs])
    told = bool(ended) and inner != _usual([after.indent for _, after in ended])
    return _Style(margin, ragged, spaced, inner if told else -1)


def _usual(indents: Sequence[int]) -> int:
    return Counter(indents).most_common(1)[0][0] if indents else -1


def _filled(lines: Sequence[_Broken]) -> list[tuple[_Broken, _Broken]]:
    """Lines one below the other, six at least, none of which had room for the next word: or two with a small letter."""
    longest = max(line.length for line in lines)
    run: list[tuple[_Broken, _Broken]] = []
    for line, after in pairwise(lines):
        if after.apart or line.length * 3 < longest * 2 or longest > LONGEST or _missing(line, after, longest):
            run = []
            continue
        run.append((line, after))
        if len(run) > _MANY or _continues(line, after):
            return run
    return []


def _paragraphs(lines: Sequence[_Broken], style: _Style) -> Iterator[str]:
    paragraph, joined = lines[0].words, False
    for line, after in pairwise(lines):
        goes_on = not after.apart and _goes_on(line, after, style, joined)
        if goes_on:
            paragraph = _joined(paragraph, after.words)
        else:
            yield paragraph
            if after.apart:
                yield ""
            paragraph = after.words
        joined = goes_on
    yield paragraph


def _goes_on(line: _Broken, after: _Broken, style: _Style, joined: bool) -> bool:
    """Whether a line was broken here: the next word had no room on it, and nothing says that another line begins."""
    small = after.words[0].islower()
    if small and _BROKEN_WORD.search(line.words):
        return True
    full = _missing(line, after, style.margin) <= style.ragged and line.length <= style.margin + _RAGGED
    ended = bool(_ENDS.search(line.words))
    if not full:
        return small and not ended and len(line.words) * 2 > style.margin and not _OWN.match(after.words)
    if _APART.match(after.words) or (ended and _OWN.match(after.words)):
        return False
    if small:
        return True
    short = len(after.words) * 2 < style.margin
    if ended and short and line.words[-1] not in ":;" and not _ENDS.search(after.words):
        return False  # who signs
    if style.inner >= 0:
        return after.indent == style.inner
    if ended:
        return style.spaced
    return style.spaced or joined or not short or bool(_LOWER_WORD.search(line.words))


def _joined(first: str, second: str) -> str:
    if not (_BROKEN_WORD.search(first) and second[0].islower()):
        return f"{first} {second}"
    return first + second if _HALVES.search(first) else first[:-1] + second
