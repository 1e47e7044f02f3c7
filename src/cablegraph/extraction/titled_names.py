"""Names behind titles: ``Comrades Molotov and Gromyko``, ``Foreign Minister Gromyko``, ``Dr. Baron``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from cablegraph.extraction import name_lists
from cablegraph.extraction.lexicon import OFFICE
from cablegraph.extraction.name_runs import BEHIND, CAP, FORM, TITLE, TITLED, Mention, Run, familiar, is_title, no_name
from cablegraph.extraction.vessels import named_like_an_officer
from cablegraph.patterns import compiled

OTTOMAN = frozenset(("Pasha", "Pacha", "Effendi", "Bey", "Khan", "Shah"))
"""What stands behind a name in the Ottoman service and further east, be it a common word: "Said Pasha", "Ayub Khan"."""
_PEERAGE = compiled(r"(?:Earl|Duke|Marquis|Marquess|Count|Viscount|Lord|Prince|Baron)[ \u00a0]of$")
_AND_ANOTHER = compiled(rf"(?:,|,? and|[–—-])[ \u00a0\n](?:and |the )?(?:[{CAP}]|d[’'e])")


def titled(text: str, run: Run) -> Iterator[Mention]:
    """``Comrade Kim Il Sung``, ``Foreign Minister Gromyko``, ``Mr. Page``, ``Lieutenant Colonel Robins``."""
    length, courtesy = _titles(text[run.start : run.end])
    if length and named_like_an_officer(text, run.start):
        return
    if length < 0:
        yield from _named_like_title(run)
        return
    if length:
        rest = [token for token in run.tokens if token[0] >= run.start + length]
        if len(rest) > 2 and rest[0][2] == "of" and rest[1][2] in _MINISTRIES:
            rest = rest[2:]  # "Minister of State Alvarez"
        if len(rest) > 1 and rest[0][2] == "of" and _PEERAGE.search(text[run.start : rest[0][1]]):
            rest = rest[1:]
        for one in _name_at(rest, strict=not courtesy):
            if not text.startswith("Messrs", run.start) or _AND_ANOTHER.match(text, one.end):
                yield one  # "Messrs. Dahl" alone is a firm
        yield from _of_another(rest)
        if len(rest) == 3 and rest[1][2] == "of" and _SITS_FOR.match(text, run.start) and not familiar(rest[2][2]):
            yield Mention(rest[2][0], rest[2][1], "place", FORM)  # "Senator Harris of Bassa"
        return
    for index, (_, _, word) in enumerate(run.tokens[:-1]):
        if is_title(word):
            behind = after_titles(run.tokens[index:])
            if behind and behind[0][2] not in ("of", "in"):
                yield from _name_at(list(behind), strict=True)
                return


def _of_another(tokens: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """``Colonel MacCormack of Dr. Millspaugh's staff``: the second man of a row."""
    for index, (_, _, word) in enumerate(tokens[1:-1], 1):
        if tokens[index - 1][2] == "of" and word.rstrip(".") in _BEFORE_ANY | _RANKS:
            yield from _name_at(list(tokens[index + 1 :]), strict=False)
            return


@lru_cache(maxsize=16384)
def _titles(words: str) -> tuple[int, bool]:
    """Length of the titles at the head of some words and whether one is a rank or a courtesy; -1 for titles alone."""
    reached, courtesy = 0, False
    while (match := TITLE.match(words, reached)) and match.end() > reached:
        courtesy = courtesy or not OFFICE.search(match[0])
        after = _GAP.match(words, match.end())
        if after is None or (after[0][0] == "." and _WHOLE.search(match[0])):
            return -1, courtesy  # "sails on the Tsar. He says"
        reached = after.end()
    return reached, courtesy


def _named_like_title(run: Run) -> Iterator[Mention]:
    """``Dr. Baron``, ``Mr. Bishop``, ``General King``: behind these words a title in itself is a family name."""
    tokens = run.tokens[-2:]
    if len(run.tokens) not in (2, 3) or (len(run.tokens) == 3 and not is_title(run.tokens[0][2])):
        return
    start, end, word = tokens[1]
    title = tokens[0][2].rstrip(".")
    named = title in _BEFORE_ANY and (word in name_lists.words().word_surnames or not OFFICE.fullmatch(word))
    if named or (title in _RANKS and word in _LIKE_TITLES):
        yield Mention(start, end, "person", TITLED)


_BEFORE_ANY = frozenset(("Mr", "Mrs", "Dr", "Miss", "Justice"))
_RANKS = frozenset(
    (
        "General",
        "Gen",
        "Colonel",
        "Col",
        "Major",
        "Captain",
        "Capt",
        "Lieutenant",
        "Lieut",
        "Commander",
        "Admiral",
        "Senator",
        "Judge",
        "Professor",
        "Ambassador",
    )
)
_LIKE_TITLES = frozenset(("King", "Bishop", "Pope", "Knight", "Duke", "Earl", "Sultan", "Marshall", "Abbot"))
"""Family names that are a king's, a bishop's and their like, and stand behind no rank as titles."""


_SITS_FOR = compiled(r"(?:Senator|Deputy|Representative|Congressman|Delegate|Bishop|Mayor|Judge)\b")
_MINISTRIES = frozenset(("State", "War", "Marine", "Finance", "Justice", "Interior", "Commerce", "Agriculture"))
_WHOLE = compiled(
    r"(?:[a-z]{6,}|Tsar|King|Shah|Khan|Count|Lord|Lady|Earl|Duke|Emir|Amir|Pope|Queen|Chief|Judge|Agent|Bey|Envoy)$"
)
"""Titles that no full stop shortens."""
_GAP = compiled(r"\.?[ \u00a0]+")


def after_titles(tokens: Sequence[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    while tokens and (
        is_title(tokens[0][2]) or tokens[0][2] in ("General", "Chief", "Plenipotentiary", "Extraordinary")
    ):
        tokens = tokens[1:]
    return tokens


def _name_at(tokens: list[tuple[int, int, str]], *, strict: bool) -> Iterator[Mention]:
    """The name that a title's following words begin with. ``strict``: behind an office, a common word is no name."""
    taken: list[tuple[int, int, str]] = []
    for token in tokens[:5]:
        word = token[2]
        named = (word in name_lists.words().first_surnames and len(tokens) > 1) or inside(tokens, len(taken))
        named = named or (not strict and not taken and word in name_lists.words().word_surnames)  # "Mr. White"
        hard = (strict or bool(taken)) and not (taken and taken[-1][2] in name_lists.words().given)
        named = (
            named
            or (bool(taken) and word in OTTOMAN)
            or (len(taken) < len(tokens) - 1 and bool(_INITIAL.fullmatch(word)))
        )
        if word == "of" or (no_name(word, strict=hard) and not named):
            break  # behind a first name any word can be a family name: "Menachem Begin"
        taken.append(token)
    while taken and taken[-1][2].islower():
        taken.pop()
    if taken and (taken[-1][2] in _HOUSES or (len(tokens) > len(taken) and tokens[len(taken)][2] in _HOUSES)):
        return  # "Messrs. Bush Brothers"
    if taken and any(len(word) > 1 and not word.endswith(".") and word[0].isupper() for _, _, word in taken):
        yield Mention(taken[0][0], taken[-1][1], "person", TITLED)


_INITIAL = compiled(rf"[{CAP}]\.")
_HOUSES = frozenset(("Brothers", "Bros", "Bros.", "Sons", "Company", "Frères", "Hermanos", "Gebrüder"))


def next_of_list(text: str, run: Run) -> Iterator[Mention]:
    """Further names behind "Comrades Molotov, …"; "Messrs. Reynolds and May, who" is a man."""
    _, end, word = run.tokens[0]
    named = not run.opens and len(run.tokens) == 1 and word in name_lists.words().word_surnames
    strict = not (named and BEHIND.match(text, end))
    yield from (replace(mention, rule=TITLED) for mention in _name_at(list(run.tokens), strict=strict))


def inside(tokens: Sequence[tuple[int, int, str]], index: int) -> bool:
    """Whether a short word stands inside a name that begins with the family's: "Nguyen Co Thach"."""
    return (
        0 < index < len(tokens) - 1
        and index < 3
        and tokens[0][2] in name_lists.words().first_surnames
        and len(tokens[index][2]) in (2, 3)
        and tokens[index][2].istitle()
        and tokens[index + 1][2].istitle()
    )
