"""Which letters must stand in a text for a pattern to match there: ``(?:sent|sends) .*cables?`` needs "sent", "cable".

They are read off the pattern as `re` parses it, so they hold by themselves whatever becomes of the pattern: every match
has a word of each set in it, in small letters and with blanks for all white space. What is looked at without being
matched (``(?=…)``) counts for nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from typing import Any, Final, NamedTuple

from cablegraph import patterns

VERSION: Final = 1
"""Raised when another set would be read off the same pattern: what is kept of it is then made anew."""
_MOST: Final = 48
"""So many ways of writing a part are told apart."""
_SETS: Final = 3
"""So many sets of a pattern are kept, those with the longest words."""
_LEAST: Final = 3
"""Letters below which a word stands nearly everywhere."""

Sets = tuple[frozenset[str], ...]


class _Part(NamedTuple):
    """A part of a pattern: all that it can be, None where that is too much to list, and the sets it needs besides."""

    whole: frozenset[str] | None
    needs: Sets = ()


_ANYTHING: Final = _Part(None)
_NOTHING: Final = _Part(frozenset({""}))


def needed(pattern: str, flags: int = 0) -> Sets:
    """The sets of words of which each match has one, the rarest first; none if nothing certain can be said."""
    parts = _sequence(patterns.parsed(pattern, flags))
    return tuple(map(_shortest, sorted(set(_all(parts)), key=_frequency)[:_SETS]))


def needed_by_each(written: Sequence[tuple[str, int]]) -> list[Sets]:
    """The same for many patterns and their flags, from the user's cache if these were all asked for before."""

    def found() -> str:
        return json.dumps([[sorted(words) for words in needed(*one)] for one in written], ensure_ascii=False)

    digest = hashlib.sha256(repr(written).encode()).hexdigest()
    sets = json.loads(patterns.noted(f"needed {VERSION}", digest, found))
    return [tuple(map(frozenset, one)) for one in sets]


def _shortest(words: frozenset[str]) -> frozenset[str]:
    """A word that holds another adds nothing to it."""
    return frozenset(word for word in words if not any(one in word for one in words if one != word))


def _all(part: _Part) -> Sets:
    return part.needs + _rare(part.whole)


def _rare(words: frozenset[str] | None) -> Sets:
    """The words as a set, if it can tell anything."""
    if words is None or len(words) > 2 * _MOST or any(len(word) < _LEAST or word in _COMMON for word in words):
        return ()
    return (words,)


_COMMON: Final = (
    " a and and the any are as at be been but by can for for the from had has have he her his i in in the is it its "
    "may my no not of of the on on the one or our said shall so such that that the the their there they this to to be "
    "to the was we were which who will with would you your "
)
"""Words, and parts of words, that stand in most sentences and so tell nothing."""


def _frequency(words: frozenset[str]) -> tuple[float, list[str]]:
    """About how often one of the words stands somewhere, and the words themselves: the order is always the same."""
    return sum(20.0 ** -min(len(word), 7) for word in words), sorted(words)


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Part:
    """Parts behind one another: words grow together as long as their ways of writing can be listed."""
    grown: frozenset[str] = frozenset({""})
    needs: Sets = ()
    cut = False
    for item in items:
        part = _part(*item)
        needs += part.needs
        if part.whole is not None and len(grown) * len(part.whole) <= _MOST:
            grown = frozenset(one + other for one in grown for other in part.whole)
            continue
        needs += _rare(grown)
        grown, cut = part.whole or frozenset({""}), True
    return _Part(None, needs + _rare(grown)) if cut else _Part(grown, needs)


def _part(kind: Any, what: Any) -> _Part:
    match str(kind):
        case "LITERAL":
            return _letter(what)
        case "IN":
            return _class(what)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _NOTHING
        case "SUBPATTERN":
            return _sequence(what[-1])
        case "ATOMIC_GROUP":
            return _sequence(what)
        case "BRANCH":
            return reduce(_either, map(_sequence, what[1]))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeated(*what)
    return _ANYTHING


def _class(members: Iterable[tuple[Any, Any]]) -> _Part:
    codes: list[int] = []
    for kind, what in members:
        if str(kind) == "LITERAL":
            codes.append(what)
        elif str(what) == "CATEGORY_SPACE":
            codes.append(ord(" "))
        elif str(kind) == "RANGE" and what[1] - what[0] < _LEAST:
            codes.extend(range(what[0], what[1] + 1))
        else:
            return _ANYTHING
    return _letters(codes)


@cache
def _letter(code: int) -> _Part:
    return _letters([code])


def _letters(codes: Iterable[int]) -> _Part:
    """Single letters in small ones, as far as these are the same whether or not a pattern regards case."""
    letters = {" " if chr(code).isspace() else chr(code).lower() for code in codes}
    doubtful = any(len(letter) > 1 or _DOUBTFUL.match(letter) for letter in letters)
    return _ANYTHING if doubtful else _Part(frozenset(letters))


_DOUBTFUL = re.compile("[µıſ\u0307\u0345\u0370-\u03ff\u1c80-\u1fff\ua64a\ua64b\ufb00-\ufb06]")
"""Letters that match more than their own capital where case is not regarded."""


def _either(one: _Part, other: _Part) -> _Part:
    """Both as they can be written, or else the best set of the one with the best of the other."""
    if one.whole is not None and other.whole is not None and len(one.whole | other.whole) <= _MOST:
        return _Part(one.whole | other.whole)
    best = [min(_all(part), key=_frequency, default=frozenset[str]()) for part in (one, other)]
    return _Part(None, _rare(best[0] | best[1]) if all(best) else ())


def _repeated(least: int, most: int, items: Iterable[tuple[Any, Any]]) -> _Part:
    part = _sequence(items)
    if least == 0:
        optional = most == 1 and part.whole is not None
        return _Part(part.whole | {""}) if optional and part.whole is not None else _ANYTHING
    return part if least == most == 1 else _Part(None, _all(part))
