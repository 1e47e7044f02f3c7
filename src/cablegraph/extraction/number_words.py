"""Numbers in words: ``two hundred and fifty`` is one, ``six thousand and seven thousand`` are two, of ``6 to 7 thousand`` both are thousands."""

# ruff: noqa: E501, SIM905  (a pattern is read best on one line, a list of words as words)

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from cablegraph.patterns import compiled

_ONES: Final = "one two three four five six seven eight nine".split()
_TEENS: Final = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
SMALL: Final = {word: value for value, word in enumerate(["zero", *_ONES, *_TEENS])}
TENS: Final = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES: Final = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "milliard": 10**9, "trillion": 10**12, "dozen": 12,
    "millions": 10**6, "billions": 10**9, "milliards": 10**9, "mln": 10**6, "mln.": 10**6, "bn": 10**9, "thous.": 1000,
}  # fmt: skip
UNITS: Final = "|".join(sorted((*SMALL, *TENS), key=len, reverse=True))
BELOW_HUNDRED: Final = (
    rf"(?:(?:{'|'.join(TENS)})(?:[-\s](?:{'|'.join(_ONES)}))?|(?:{'|'.join(sorted(SMALL, key=len, reverse=True))}))"
)
"""``six-seven`` is no number: it is six or seven."""

_B: Final = rf"(?:{BELOW_HUNDRED}|a|\d[\d.,\u00a0\u202f’'½]*)"
_H: Final = rf"(?:{_B}\shundred(?:(?:\sand)?\s{_B})?|{_B})"
_ONE_NUMBER: Final = compiled(
    rf"(?:{_H}(?:\sthousand)?\s(?:million|milliard|billion|trillion|mln|bn)[s.]?(?:(?:\sand)?\s|$))?"
    rf"(?:{_H}\s(?:thousand|thous\.)(?:(?:\sand)?\s|$))?(?:{_H}|{_B}\sdozen)?",
    re.IGNORECASE,
)
_PART_OF: Final = compiled(r"half|quarter", re.IGNORECASE)
_AND: Final = compiled(r"\sand\s(?:US\$|\$|£|Rs\.?\s)?", re.IGNORECASE)


def value(words: str) -> Decimal:
    """The number that figures or words are; ``two hundred and fifty``, ``2.5 million``, ``half a million``."""
    total, current = Decimal(0), Decimal(0)
    for word in re.findall(r"[^\s-]+", _PARTS.sub(lambda part: _PART[part[0][0]], words.lower())):
        if word in ("and", "a"):
            current = current or (Decimal(1) if word == "a" else current)
        elif word == "half":
            current += Decimal("0.5")
        elif word in SMALL:
            current += SMALL[word]
        elif word in TENS:
            current += TENS[word]
        elif word in SCALES:
            scale = SCALES[word]
            current = (current or Decimal(1)) * scale
            if scale >= 1000:
                total, current = total + current, Decimal(0)
        else:
            current = (
                current * 1000 + _figure(word) if current and re.fullmatch(r"\d{3}", word) else current + _figure(word)
            )
    found = total + current
    return Decimal(int(found)) if found == found.to_integral_value() else found.normalize()  # of any length


_PARTS: Final = compiled(r"half a|a quarter of a|three quarters of a")
_PART: Final = {"h": "0.5", "a": "0.25", "t": "0.75"}


def _figure(word: str) -> Decimal:
    half = word.endswith("½")
    digits = re.sub(r"[,\u00a0\u202f’']", "", word.rstrip("½"))
    return Decimal(digits or "0") + (Decimal("0.5") if half else 0)


def is_one(words: str) -> bool:
    """Whether words are one number: ``five hundred and six thousand`` is, ``five hundred and six hundred`` is none."""
    return _ONE_NUMBER.fullmatch(words) is not None or not words.lower().islower() or bool(_PART_OF.search(words))


def halves(words: str) -> Iterator[tuple[str, str, int]]:
    """The ways to read two numbers in words that *and* joins: both, and where the first ends."""
    for joint in _AND.finditer(words):
        first, second = words[: joint.start()], words[joint.end() :]
        if is_one(first) and is_one(second):
            yield first, second, joint.start()


def ends(words: str) -> tuple[str, str] | None:
    """The two ends behind *between*: ``one hundred and fifty and two hundred`` is 150 and 200, the nearest such two."""
    pairs = []
    for first, second, _ in halves(words):
        high = value(second)
        low = scaled_by(value(first), first, high, second)
        if 0 < low < high:
            pairs.append((high / low, first, second))
    return min(pairs)[1:] if pairs else None


def scaled_by(low: Decimal, low_words: str, high: Decimal, high_words: str) -> Decimal:
    """The lower end by the scale that only the upper names: ``one to two hundred thousand``, ``6 or 7 million``.

    It is the longest scale by which the lower end stays the lower; ``500 to 1 thousand`` has none.
    """
    own = [SCALES[word] for word in low_words.lower().split() if word in SCALES]
    if any(scale != SCALES["hundred"] for scale in own):
        return low
    scale, found = 1, low
    for word in reversed(high_words.lower().split()):
        if word not in SCALES or (own and word == "hundred"):
            break
        scale *= SCALES[word]
        found = low * scale if low * scale < high else found
    return found
