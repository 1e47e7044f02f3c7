"""What `names.toml`, `common_words.txt` and the authority tables know of names: ``Kaesong`` is a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import ahocorasick

from cablegraph import authority
from cablegraph.extraction.lexicon import COUNTRIES, NATIONS, PLACES
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled
from cablegraph.tables import read_table

_HERE = Path(__file__).parent
_BODIES_AMONG_COUNTRIES = frozenset({"UN", "NATO", "United Nations"})
_KINDS = ("person", "body", "place", "event")


@dataclass(frozen=True, slots=True)
class Known:
    """A name found in a text by the tables: where, and which kinds of thing carry it."""

    start: int
    end: int
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists, each folded as it is looked up."""

    given: frozenset[str]
    first_surnames: frozenset[str]
    place_heads: frozenset[str]
    place_nouns: frozenset[str]
    person_verbs: frozenset[str]
    not_names: frozenset[str]
    common: frozenset[str]
    word_surnames: frozenset[str]


@cache
def words() -> Words:
    """The word lists. ``common`` are words that a volume of FRUS, or the composed papers, write small."""
    data = _data()
    nations = {part for nation in NATIONS.replace("\\.", ".").split("|") for part in nation.split()}
    return Words(
        frozenset(data["given"].split()),
        frozenset(data["first_surnames"].split()),
        frozenset(data["place_heads"].split()),
        frozenset(data["place_nouns"].split()),
        frozenset(data["person_verbs"].split()),
        frozenset(data["not_names"].split()) | nations,
        frozenset((_HERE / "common_words.txt").read_text(encoding="utf-8").split()),
        frozenset(data["word_surnames"].split()),
    )


@cache
def _data() -> dict[str, str]:
    return read_table(_HERE / "names.toml")


@dataclass(frozen=True, slots=True)
class _Table:
    """The names of the tables with their kinds: by the first word, which is looked up wherever a capital begins one;
    ``small`` are the few that begin with a small letter, and ``han`` those that stand among others without a gap."""

    by_word: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    small: tuple[tuple[str, frozenset[str]], ...]
    han: ahocorasick.Automaton


@cache
def _table() -> _Table:
    kinds: dict[str, set[str]] = {}
    for entry in authority.entries():
        if entry.kind in _KINDS:
            for name in entry.names:
                if len(name) > 1 and not name[0].islower():
                    kinds.setdefault(name, set()).add(entry.kind)
            for name in entry.covers:
                kinds.setdefault(name, set()).add("person")
    for kind, names in (("place", _listed("places")), ("body", _listed("bodies")), ("place", PLACES | COUNTRIES)):
        for name in names:
            if name not in _BODIES_AMONG_COUNTRIES:
                kinds.setdefault(name, {kind})
    by_word: dict[str, dict[str, frozenset[str]]] = {}
    small: dict[str, frozenset[str]] = {}
    han = ahocorasick.Automaton()
    for name, several in kinds.items():
        for form in (name, name.replace("'", "’"), name.replace("’", "'")):
            first = _FIRST_WORD.match(form)
            if _is_han(form[0]):
                han.add_word(form, (len(form), frozenset(several)))
            elif first is None:
                small[form] = frozenset(several)
            else:
                by_word.setdefault(first[0], {})[form] = frozenset(several)
    han.make_automaton()
    return _Table({word: tuple(forms.items()) for word, forms in by_word.items()}, tuple(small.items()), han)


_FIRST_WORD = compiled(r"[^\W_a-z][^\W_]*")
_FIRST_ASCII_WORD = compiled(r"[A-Z0-9][A-Za-z0-9]*")  # the same, in half the time
_HAN = compiled(r"[\u3400-\u9fff]")


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _listed(key: str) -> frozenset[str]:
    return frozenset(name for name in _data()[key].replace("\n", "").split("|") if name)


def known(text: str, start: int, end: int) -> list[Known]:
    """Names of the tables in ``text[start:end]``, whole words only, the longest where several overlap."""
    table = _table()
    hits: list[Known] = []
    first_word = _FIRST_ASCII_WORD if text.isascii() else _FIRST_WORD
    for match in first_word.finditer(text, start, end):
        forms = table.by_word.get(match[0])
        if forms:
            first = match.start()
            for form, kinds in forms:
                last = first + len(form)
                if last <= end and text.startswith(form, first) and _stands_alone(text, first, last):
                    hits.append(Known(first, last, kinds))
    for form, kinds in table.small:
        first = text.find(form, start, end)
        while first >= 0:
            if _stands_alone(text, first, first + len(form)):
                hits.append(Known(first, first + len(form), kinds))
            first = text.find(form, first + 1, end)
    if not text.isascii() and _HAN.search(text, start, end):
        for last, (length, kinds) in table.han.iter(text[start:end]):
            hits.append(Known(start + last + 1 - length, start + last + 1, kinds))
    return list(_longest(hits)) if hits else []


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    hyphenated = after == "-" and text[end + 1 : end + 2].isalpha()
    return not (before.isalnum() or before in "-'’_" or after.isalnum() or hyphenated)


def _longest(hits: list[Known]) -> Iterator[Known]:
    reached = -1
    for hit in sorted(hits, key=lambda item: (item.start, -item.end)):
        if hit.start >= reached:
            reached = hit.end
            yield hit
