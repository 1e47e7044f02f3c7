"""The characters with which a match of a pattern begins: ``(?<!\\w)(?:your|our) cable`` begins with ``y`` or ``o``.

A search passes by all other characters of a text if the pattern's program names these, several times as quick as trying
the pattern there. `re` names them only for patterns that begin with a class or with plain letters; here they are read
off any pattern, behind what is only looked at (``(?<!…)``, ``(?=…)``, ``\\b``).
"""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

Member = tuple[Any, Any]
"""A member of a class as `re` parses ``[…]``: a character, a range, or a kind such as ``\\d``."""
Part = tuple[Any, Any]

_KINDS: Final = ("CATEGORY_DIGIT", "CATEGORY_SPACE")
"""Kinds of characters that are few in a text; to pass by the rest of the others is not worth looking."""
_WIDEST: Final = 600
"""A range of more characters is not written out where case is not regarded."""
_HARMLESS: Final = int(re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE)
"""Flags that do not change which characters are of a kind."""


class _UntoldError(Exception):
    """A match may begin with nearly anything, or with what cannot be said."""


def beginnings(parts: Iterable[Part], flags: int) -> list[Member]:
    """Members of a class that holds every character with which a match begins, and maybe some more.

    ``parts`` are a pattern as `re` parses it. None are given where a match may be empty, may begin with nearly
    anything, or where that cannot be told.
    """
    try:
        members, can_be_empty = _sequence(parts, flags)
    except _UntoldError:
        return []
    return [] if can_be_empty else members


def _sequence(parts: Iterable[Part], flags: int) -> tuple[list[Member], bool]:
    """The members of parts behind one another, and whether they can all be empty."""
    found: list[Member] = []
    for kind, what in parts:
        members, can_be_empty = _part(kind, what, flags)
        found += members
        if not can_be_empty:
            return found, False
    return found, True


def _part(kind: Any, what: Any, flags: int) -> tuple[list[Member], bool]:
    match str(kind):
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return [], True
        case "LITERAL":
            return _members([(kind, what)], flags), False
        case "IN":
            return _members(what, flags), False
        case "ATOMIC_GROUP":
            return _sequence(what, flags)
        case "SUBPATTERN":
            _, added, removed, parts = what
            if (added | removed) & ~_HARMLESS:
                raise _UntoldError
            return _sequence(parts, (flags | added) & ~removed)
        case "BRANCH":
            branches = [_sequence(parts, flags) for parts in what[1]]
            return [one for members, _ in branches for one in members], any(empty for _, empty in branches)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, _, parts = what
            members, can_be_empty = _sequence(parts, flags)
            return members, can_be_empty or not least
    raise _UntoldError


def _members(members: Iterable[Member], flags: int) -> list[Member]:
    """The members of a class; each of their cases where case is not regarded."""
    found: list[Member] = []
    for kind, what in members:
        match str(kind):
            case "CATEGORY" if str(what) in _KINDS:
                found.append((kind, what))
            case "LITERAL":
                found += _cased(kind, what, range(what, what + 1), flags)
            case "RANGE":
                found += _cased(kind, what, range(what[0], what[1] + 1), flags)
            case _:
                raise _UntoldError
    return found


def _cased(kind: Any, what: Any, codes: Sequence[int], flags: int) -> list[Member]:
    if not flags & re.IGNORECASE:
        return [(kind, what)]
    if len(codes) > _WIDEST:
        raise _UntoldError
    literal = importlib.import_module("re._constants").LITERAL
    return [(literal, one) for one in sorted(set().union(*map(_alike, codes)))]


def _alike(code: int) -> set[int]:
    """The characters that are the same as one where case is not regarded, as the engine of `re` sees it."""
    by_small, besides = _cases()
    small = importlib.import_module("_sre").unicode_tolower(code)
    return {code}.union(*(by_small[one] for one in (small, *besides.get(small, ()))))


@cache
def _cases() -> tuple[Mapping[int, set[int]], Mapping[int, tuple[int, ...]]]:
    """All characters by their small form, and the small forms that are one letter (``s`` and ``ſ``)."""
    small = importlib.import_module("_sre").unicode_tolower
    by_small: defaultdict[int, set[int]] = defaultdict(set)
    for code in range(_CASED):
        by_small[small(code)].add(code)
    return by_small, importlib.import_module("re._casefix")._EXTRA_CASES


_CASED: Final = 0x1E944
"""No character from here on has case (Unicode Character Database, UnicodeData.txt; Adlam is the last script)."""
