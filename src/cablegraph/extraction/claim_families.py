"""The families of phrasings in `claims.toml`, compiled: ``{WE}\\b{ADV} ?{CANNOT} …`` is a refusal by the sender."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache, reduce
from operator import or_
from pathlib import Path
from typing import Any

from cablegraph.evidence import Rule
from cablegraph.needed import needed_by_each
from cablegraph.patterns import any_capital, compiled
from cablegraph.sought import EVERYTHING, Letters, has_odd_case, with_blanks
from cablegraph.tables import read_table


@dataclass(frozen=True, slots=True)
class Family:
    """One family of phrasings; the keys are explained at the head of `claims.toml`."""

    kind: str
    name: str
    by: str
    written: str
    """The pattern as the file has it."""
    words: str
    needs: frozenset[str]
    refers: bool
    rule: Rule
    asks: bool
    """Whether it speaks even where the sentence is a question."""
    opens: bool
    """Whether the pattern is bound to the sentence's beginning."""
    head: str
    """The fragment, such as WE or WHO, with which the pattern begins: it is tried only where those words can stand."""
    said: str
    """What the pattern has behind that fragment; where it stands nowhere in a sentence, the whole is not tried."""
    older: str = ""
    """The kind it has in papers before 1945, where that is another; "none" where it has none."""
    few: bool = False
    """Whether two of a thing are enough to be told of: "two of our teachers were killed"."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern compiled, once it is first needed: most papers need few."""
        return _compiled(self.written)

    def matches(self, sentence: str, places: Places) -> Iterator[re.Match[str]]:
        """Where the family speaks in a sentence, whose ``places`` are shared by all families."""
        if self.head:
            found = places.of(self.head)
            return _at(self.pattern, sentence, found) if found and places.hold(self.said, found[0]) else iter(())
        if not self.opens:
            return self.pattern.finditer(sentence)
        if self.by == "unsaid" and _OPENS_VERB.match(sentence) is None:
            return iter(())
        match = self.pattern.match(sentence)
        return iter((match,) if match else ())


# A quick look: the verbs with which a telegram that leaves the subject out begins a sentence.
_OPENS_VERB = compiled(
    r"(?:\d+[.)] )?(?:Ask|Request|Beg|Insist|Demand|Desire|Urge|Require|Wish|Appeal|Appl|Petition|Press|Pray|Plead|Sue|"
    r"Solicit|Claim|Invoke|Crave|Seek|Call|Invit|Entreat|Implor|Decline|Refuse|Reject|Repel|With|Promis|Engage|Undert|"
    r"Pledge|Covenant|Bind|Guarant|Assur|Renew|Repeat|Give|Offer|Volunteer|Tender|Consent|Agree|Acced|Assent|Accept|"
    r"Acquiesce|Concur|Suggest|Recommend|Want|Need)"
)


def _at(pattern: re.Pattern[str], sentence: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    reached = 0
    named = [pattern.groupindex[name] for name in ("who", "at") if name in pattern.groupindex] or [0]
    for place in places:
        if place >= reached and (match := pattern.match(sentence, place)):
            reached = max(match.end(group) for group in named)
            yield match


# Where these fragments can match, and a few places more.
_HEADS = {
    "WE": compiled(r"[IiWwOoTtMm](?<!\w.)(?:(?<=[Ii])|[Ee]|[Uu][Rr]|[Hh](?:[Ii][Ss]|[Ee](?= undersigned))|[Yy])\b"),
    "THEY": compiled(r"[TtIi](?<!\w.)(?:(?<=[Tt])hey|(?<=[Ii])t)\b"),
    "HE": compiled(
        r"[HhSsTt](?<!\w.)(?:(?<=[Hh])(?:e|(?:is|er)(?= (?:own )?(?:[LlEeHhMm]|[Gg][or])))|(?<=[Ss])he|"
        r"(?<=[Tt])he(?= latter))\b"
    ),
    "YOU": compiled(r"[Yy](?<!\w.)(?<=[Yy])our?\b"),
    "WHO": compiled(r"[A-Zto](?<!\w.)(?:(?<=[A-Z])|(?<=t)he |(?<=o)ur )"),
    "WHICHEVER": compiled(r"\bwho\b"),
    "AND": compiled(r"\b(?:and|but)\b"),
}


class Places:
    """Where the fragments that begin many patterns can stand in one sentence; looked for once, when first needed."""

    __slots__ = ("_found", "_held", "_sentence", "lowered", "odd")

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self.lowered = sentence.lower()
        self.odd = has_odd_case(sentence, self.lowered)
        self._found: dict[str, list[int]] = {}
        self._held: dict[tuple[str, int], bool] = {}

    def of(self, head: str) -> list[int]:
        """The places of a fragment, in order."""
        found = self._found.get(head)
        if found is None:
            found = [match.start() for match in _HEADS[head].finditer(self._sentence)]
            if head == "WHO":  # most capitals are no claimant's, which is looked at once for all families
                whole = fragment(head)
                found = [place for place in found if whole.match(self._sentence, place)]
            self._found[head] = found
        return found

    def hold(self, said: str, start: int) -> bool:
        """Whether these words may stand in the sentence from a place on: a quick look for many families."""
        held = self._held.get((said, start))
        if held is None:
            held = self._held[said, start] = self.odd or _loosely(said).search(self.lowered, start) is not None
        return held


@cache
def families() -> tuple[Family, ...]:
    """All families in the order of the file, which is their precedence."""
    return tuple(
        Family(
            entry["kind"],
            entry["name"],
            entry["by"],
            entry["pattern"],
            entry.get("words", "match"),
            frozenset(entry.get("needs", ())),
            entry.get("refers", False),
            Rule(f"claims.{entry['name']}", entry.get("version", "1"), entry.get("certainty", "0.85")),
            entry.get("question", False),
            entry["pattern"].startswith("(?-i:^"),
            head,
            _behind_subject(entry["pattern"]),
            entry.get("older", ""),
            entry.get("few", False),
        )
        for entry in _entries()
        for head in [_head(entry["pattern"])]
    )


_OLDER: dict[int, Family] = {}


def in_older(family: Family) -> Family:
    """A family as it speaks in papers before 1945; made once."""
    found = _OLDER.get(id(family))
    if found is None:
        found = _OLDER[id(family)] = replace(family, kind=family.older)
    return found


def _head(pattern: str) -> str:
    return next((name for name in _HEADS if pattern.startswith((f"{{{name}}}", f"(?P<who>{{{name}}}"))), "")


def _behind_subject(pattern: str) -> str:
    """The pattern from its first blank on that stands in no group and is not optional; all if it has alternatives."""
    depth, first = 0, 0
    for mark in _MARKS.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] == "|":
            return pattern
        if depth == 0 and mark[0] == " " and not first:
            first = mark.start()
    return pattern[first:]


_MARKS = compiled(r"\\.|\[(?:\\.|[^]\\])*\]|[()|]| (?![?*]|\{\d)")


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    """The families of the file; one with several ``subjects`` is written out, once for each of them."""
    subjects = _data()["subjects"]
    written: list[dict[str, Any]] = []
    for entry in _data()["claim"]:
        if "subjects" not in entry:
            written.append(entry)
        for by in entry.get("subjects", ()):
            joined = "" if by == "unsaid" else " "
            hints = [hint.lstrip() for hint in entry["hints"]] if by == "unsaid" else entry["hints"]
            pattern = f"{subjects[by]}{joined}{entry['pattern']}"
            written.append({**entry, "by": by, "pattern": pattern, "hints": hints})
    return tuple(written)


def hinted(places: Places, *, counted: bool = True) -> tuple[Family, ...]:
    """The families that may speak in a sentence, in their order: those with a hint in it, and those without hints.

    The letters that a pattern needs behind its subject must stand there too. Where nothing is ``counted`` the families
    that need a quantity, and nothing else, say nothing.
    """
    looks = _looks()
    marks = looks.letters.marks(places.lowered)
    plain = with_blanks(places.lowered)
    seen = EVERYTHING if places.odd else marks if plain == places.lowered else looks.letters.marks(plain)
    unseen = ~seen
    likely = _marked(marks & looks.hints, counted=counted)
    return tuple([family for family, needs in likely if not needs & unseen])


@dataclass(frozen=True, slots=True)
class _Looks:
    """The words without which families say nothing, and the marks that each family has among them."""

    letters: Letters
    hints: int
    """The marks of all hints."""
    of_families: tuple[tuple[Family, int], ...]
    """The families, each with the marks of the letters that it needs."""
    unhinted: tuple[int, ...]
    """Which of them have no hints."""
    by_hint: dict[int, tuple[int, ...]]
    """Which others there are, by the mark of their hints."""


@cache
def _looks() -> _Looks:
    letters = Letters()
    hints = [letters.add([frozenset(entry["hints"])]) if entry.get("hints") else 0 for entry in _entries()]
    words = _data()["words"]
    said = dict.fromkeys(family.said for family in families())
    sets = needed_by_each([(_filled(one, words), int(re.IGNORECASE)) for one in said])
    needs = {one: letters.add(found) for one, found in zip(said, sets, strict=True)}
    by_hint: dict[int, list[int]] = {}
    for index, hint in enumerate(hints):
        by_hint.setdefault(hint, []).append(index)
    return _Looks(
        letters,
        reduce(or_, hints),
        tuple((family, needs[family.said]) for family in families()),
        tuple(by_hint.pop(0, ())),
        {hint: tuple(found) for hint, found in by_hint.items()},
    )


@lru_cache(maxsize=4096)
def _marked(marks: int, *, counted: bool) -> tuple[tuple[Family, int], ...]:
    """The families with these hints, each with the marks of the letters that it needs."""
    looks = _looks()
    places = set(looks.unhinted).union(*map(looks.by_hint.__getitem__, _bits(marks)))
    likely = map(looks.of_families.__getitem__, sorted(places))
    return tuple((family, needs) for family, needs in likely if counted or family.needs != {"quantity"})


def _bits(marks: int) -> Iterator[int]:
    """The bits that are set in a number, each as a number."""
    while marks:
        bit = marks & -marks
        yield bit
        marks ^= bit


@cache
def _data() -> dict[str, Any]:
    return read_table(Path(__file__).with_name("claims.toml"))


@cache
def fragment(name: str) -> re.Pattern[str]:
    """A fragment of the file by itself, compiled."""
    return _compiled(_data()["words"][name])


@cache
def _compiled(written: str) -> re.Pattern[str]:
    return compiled(_filled(written, _data()["words"]), re.IGNORECASE)


@cache
def _loosely(said: str) -> re.Pattern[str]:
    """Part of a pattern in small letters, for a sentence in small letters: twice as quick as without regard to case."""
    written = any_capital(_without_denials(_filled(said, _data()["words"])))
    return compiled(_CASED.sub(_without_case, written))


def _without_denials(pattern: str) -> str:
    """Without the groups that must not match: where a capital counts in them, small letters would deny more."""
    kept, depth, denied = [], 0, 0
    for mark in _PIECES.finditer(pattern):
        depth += mark[0].startswith("(")
        if not denied and mark[0] in ("(?!", "(?<!"):
            denied = depth
        if not denied:
            kept.append(mark[0])
        if denied == depth and mark[0] == ")":
            denied = 0
        depth -= mark[0] == ")"
    return "".join(kept)


_PIECES = compiled(r"\\.|\[(?:\\.|[^]\\])*\]|\(\?<?!|[()]|[^\\\[()]+|.", re.DOTALL)


def _without_case(found: re.Match[str]) -> str:
    if found[0].startswith("["):
        return "(?s:.)"
    return found[0] if found[0].startswith("\\") else "(?:" if found[0].startswith("(") else found[0].lower()


# A class of all but some letters would also deny more.
_CASED = compiled(r"\\.|\[\^(?:\\.|[^]\\a-zA-Z])*[a-zA-Z](?:\\.|[^]\\])*\]|\(\?(?:-i:|P<\w+>)|[^\W\d_]+")


_FRAGMENT = compiled(r"\{([A-Z]+)\}")


def _filled(pattern: str, words: dict[str, str]) -> str:
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda match: words[match[1]], pattern)
    return pattern if pattern.startswith((" ", "(?#han)")) else rf"(?<!\w)(?:{pattern})"
