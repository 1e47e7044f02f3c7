"""What a paper is about, by the cues of the vocabulary: ``the question of an armistice``, ``arms for 60 divisions``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick

from cablegraph import vocabulary
from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import topic_phrases
from cablegraph.extraction.noun_phrases import around
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.patterns import compiled
from cablegraph.record import SourceText
from cablegraph.tables import read_table

RULE = Rule("topics.cue", version="1", certainty="0.9")
PHRASE = Rule("topics.phrase", version="1", certainty="0.85")

_SAME_LENGTH = (
    ("\n", " "), ("\t", " "), ("\u00a0", " "), ("\u202f", " "), ("’", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"),
    ("–", "-"),
)  # fmt: skip
_CYRILLIC = compiled(r"[а-яё]", re.IGNORECASE)
_HAN = compiled(r"[\u3400-\u9fff]")
# Last words that have one form only: they end a cue that wants its object ("arms for"), or are names and marks.
_UNINFLECTED_WORDS = "for of in at to on with from by against between into about"
_UNINFLECTED = frozenset(_UNINFLECTED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of the vocabulary that shows a topic; ``tail`` is how many letters an inflected ending may add."""

    concept: str
    tail: int = 0
    follow: re.Pattern[str] | None = None
    bounded: bool = True


class Lexicon:
    """All cues in one automaton over case-folded text; ``broader`` are the scheme's narrower-to-broader links."""

    __slots__ = ("_above", "_automaton")

    def __init__(self, cues: Iterable[tuple[str, str]], broader: Mapping[str, Iterable[str]]) -> None:
        """``cues`` are pairs of concept slug and phrase."""
        self._automaton = ahocorasick.Automaton()
        self._above = {concept: frozenset(_ancestors(concept, broader)) for concept in broader}
        forms: dict[str, dict[Cue, None]] = {}
        for concept, phrase in cues:
            for form, cue in _forms(concept, phrase):
                forms.setdefault(form, {})[cue] = None
        for form, several in forms.items():
            self._automaton.add_word(form, (len(form), tuple(several)))
        if forms:
            self._automaton.make_automaton()

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Cues in ``text[start:end]`` as (start, end, concept), the longest where several overlap, in order."""
        if not len(self._automaton):
            return []
        folded = fold(text[start:end])
        hits: list[tuple[int, int, str]] = []
        for last, (length, cues) in self._automaton.iter(folded):
            begin = last + 1 - length
            for cue in cues:
                finish = _finish(folded, begin, last + 1, cue)
                if finish:
                    hits.append((start + begin, start + finish, cue.concept))
        return _longest(hits)

    def most_specific(self, concepts: set[str]) -> set[str]:
        """The concepts without those that are broader than another of them."""
        return concepts - {above for concept in concepts for above in self._above.get(concept, ())}


def fold(text: str) -> str:
    """Lower case with plain spaces, hyphens and apostrophes; never of another length, so offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" becomes two code points
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for char, plain in _SAME_LENGTH:
        lowered = lowered.replace(char, plain)
    return lowered


@cache
def lexicon() -> Lexicon:
    """The lexicon of ``ontology/vocab/topic.ttl``."""
    return Lexicon(vocabulary.topic_cues(), vocabulary.topic_broader())


def extract(
    source: SourceText,
    stretches: Sequence[tuple[int, int]],
    *,
    leave_out: Sequence[tuple[int, int]] = (),
    cues: Lexicon | None = None,
) -> tuple[Passage, ...]:
    """Field ``topics`` of a document: concept slugs with the noun phrase around each cue.

    ``leave_out`` are the sentences that promise another paper: their words are about that one. Rights and page
    furniture give no topics, and neither do words that say something was *not* raised.
    """
    words = cues or lexicon()
    left_out = Overlaps(leave_out)
    found = [
        passage
        for start, end in stretches
        for passage in _passages(source, start, end, words)
        if passage.layer != "boilerplate" and not any(left_out.touch(*span) for span in passage.spans)
    ]
    return _specific(found, words)


def in_words(source: SourceText, start: int, end: int, *, cues: Lexicon | None = None) -> tuple[Passage, ...]:
    """Topics of one stretch alone: a promise, a citation, a claim. A phrase never reaches beyond the stretch."""
    words = cues or lexicon()
    return _specific(list(_passages(source, start, end, words)), words)


def _passages(source: SourceText, start: int, end: int, cues: Lexicon) -> Iterator[Passage]:
    for begin, finish, concept in cues.find(source.text, start, end):
        denied = _denied(source.text, begin, finish, start, end) or _elsewhere(
            source.text, begin, finish, concept, start, end
        )
        if not denied and _in_company(source.text, begin, finish, concept, start, end):
            yield source.cite(around(source.text, begin, finish, start, end), RULE, concept)
    if cues is lexicon():
        for begin, finish, concept in topic_phrases.find(source.text, start, end):
            if not _denied(source.text, begin, finish, start, end):
                yield source.cite((begin, finish), PHRASE, concept)


def _specific(found: list[Passage], cues: Lexicon) -> tuple[Passage, ...]:
    kept = cues.most_specific({passage.text for passage in found})
    unique = {(passage.text, passage.spans): passage for passage in found if passage.text in kept}
    return tuple(unique.values())


# "no question of an armistice has been raised", "said nothing about", "is not about"; the clause before the cue.
_DENIED_BEFORE = compiled(
    r"\b(?:(?:no|neither|nor|without(?: any)?|not(?: even)? (?:a|any|one)) (?:\w+ )?"
    r"(?:question|talk|mention|discussion|reference|word|thought|hint|trace)s?(?: (?:was|were|is|has been|made|"
    r"here|there|said))* "
    r"(?:of|about|on|to|concerning|regarding)|"
    r"(?<!should )(?<!must )(?<!shall )(?<!need )(?:not|never|n't) (?:\w+ ){0,2}?(?:about|"
    r"concern(?:ed)?(?: with)?|mention(?:ed|ing)?|discuss(?:ed|ing)?|"
    r"refer(?:red|ring)? to|"
    r"touch(?:ed)? (?:on|upon)|raised?|raising|dealt? with|deals? with|speak(?:ing)? (?:of|about)|spoken (?:of|"
    r"about)|relate(?:d)? to)|"
    r"nothing (?:\w+ ){0,4}?(?:about|on|of|to do with|concerning|regarding)|have nothing to do with|"
    r"не (?:о|об|про|касается|обсуждал\w*|упоминал\w*)|ничего не \w+ (?:о|об))\b[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
# "Minister of Foreign Trade": what an office is for, not what the paper is about.
_OF_AN_OFFICE = compiled(
    r"\b(?:Minist(?:er|ry)|Ministries|Ministers|Commissa(?:r|riat)|Department|Secretary|Board|Committee|Bureau|"
    r"Chamber|Directorate|"
    r"Administration|Section|Division|Director|Commission|Institute|Academy|Company)s? (?:of|for) (?:the )?"
    r"(?:[A-Z][\w-]+,? (?:and )?){0,2}$"
)
_DENIED_AFTER = compiled(
    r"^[^.;:!?,]{0,30}?\b(?:(?:has|have|had|was|were|is|are) (?:not|never)(?: yet)?(?: been)? "
    r"(?:raised|discussed|mentioned|touched|considered|on the agenda|at issue|under discussion|a (?:subject|"
    r"topic|matter) of)|"
    r"did not (?:come up|arise)|не (?:обсуждал\w*|поднимал\w*|рассматривал\w*))\b",
    re.IGNORECASE,
)


def _denied(text: str, start: int, end: int, first: int, last: int) -> bool:
    before = text[max(first, start - 110) : start]
    if text[start].isupper() and _OF_AN_OFFICE.search(before):
        return True
    after = text[end : min(last, end + 70)]
    return bool(
        (_may_deny(before) and _DENIED_BEFORE.search(before)) or (_may_deny(after) and _DENIED_AFTER.match(after))
    )


def _may_deny(words: str) -> bool:
    """A quick look: "no", "not" or "nothing", "never" or "neither", "n't", "without", «не», «ничего»."""
    low = words.lower()
    return "no" in low or "ne" in low or "n't" in low or "without" in low or "н" in low


@cache
def _other_senses() -> dict[str, re.Pattern[str]]:
    data = _data()["other_senses"]
    return {concept: compiled(words, re.IGNORECASE | re.DOTALL | re.VERBOSE) for concept, words in data.items()}


def _elsewhere(text: str, start: int, end: int, concept: str, first: int, last: int) -> bool:
    """Whether the words around a cue show another sense of it: "Volunteer Fleet", "can not sanction"."""
    other = _other_senses().get(concept)
    if other is None:
        return False
    before, after = text[max(first, start - 60) : start], text[end : min(last, end + 60)]
    return bool(other.search(f"{before}<{text[start:end]}>{after}"))


@cache
def _data() -> dict[str, dict[str, str]]:
    return read_table(Path(__file__).with_name("topics.toml"))


@cache
def _company() -> dict[str, re.Pattern[str]]:
    company = _data()["company"]
    return {concept: compiled(rf"\b(?:{words})\b", re.IGNORECASE) for concept, words in company.items()}


def _in_company(text: str, start: int, end: int, concept: str, first: int, last: int) -> bool:
    """Whether the sentence holds what the topic's cues need beside them; most need nothing."""
    wanted = _company().get(concept)
    if wanted is None:
        return True
    begin = max(first, text.rfind(".", first, start) + 1, text.rfind("\n", first, start) + 1)
    finish = min([last, *(place for mark in ".\n" if (place := text.find(mark, end, last)) >= 0)])
    return bool(wanted.search(text, begin, start) or wanted.search(text, end, finish))


def _finish(folded: str, start: int, end: int, cue: Cue) -> int:
    """Where the cue's words end, or 0 where they are part of other words."""
    if not cue.bounded:
        return end
    if start and _in_word(folded[start - 1]):
        return 0
    if cue.follow is not None:
        match = cue.follow.match(folded, end)
        return match.end() if match else 0
    stop = end
    while stop < len(folded) and stop - end < cue.tail and folded[stop].isalpha():
        stop += 1
    return 0 if stop < len(folded) and _in_word(folded[stop]) else stop


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _longest(hits: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Overlapping cues: the longest speaks; of equal ones with several concepts, all."""
    kept: list[tuple[int, int, str]] = []
    places: list[tuple[int, int]] = []  # disjoint and in order, so that only the two neighbours can overlap
    for hit in sorted(set(hits), key=lambda h: (h[0] - h[1], h[0], h[2])):
        place = hit[:2]
        after = bisect_left(places, place)
        if after < len(places) and places[after] == place:
            kept.append(hit)
        elif all(hit[1] <= other[0] or other[1] <= hit[0] for other in places[max(after - 1, 0) : after + 1]):
            places.insert(after, place)
            kept.append(hit)
    return sorted(kept)


def _ancestors(concept: str, broader: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for above in broader.get(concept, ()):
        yield above
        yield from _ancestors(above, broader)


def _forms(concept: str, phrase: str) -> Iterator[tuple[str, Cue]]:
    folded = " ".join(fold(phrase).split())
    if _HAN.search(folded):
        yield folded, Cue(concept, bounded=False)
    elif _CYRILLIC.search(folded):
        yield from _russian(concept, folded)
    else:
        names = any(word.isupper() or any(char.isdigit() for char in word) for word in phrase.split()[-1:])
        for form in _english(folded) if not names else (folded, folded + "s"):
            yield form, Cue(concept)


def _english(phrase: str) -> Iterator[str]:
    """A phrase with its last word in the singular and the plural, and as a verb where it can be one."""
    head, space, last = phrase.rpartition(" ")
    yield phrase
    if last in _UNINFLECTED or len(last) < 3:
        return
    for word in _inflected(last):
        yield head + space + word


def _inflected(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes")):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    elif word.endswith("y") and word[-2] not in "aeiou":
        yield word[:-1] + "ies"
    elif word.endswith(("ch", "sh", "ss", "x")):
        yield word + "es"
    else:
        yield word + "s"
    if word.endswith("ization"):
        yield word.replace("ization", "isation")
    elif word.endswith("isation"):
        yield word.replace("isation", "ization")


_ENDING = compiled(
    r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ий|ой|ей|ом|ем|ам|ям|ах|ях|ию|ия|ии|ье|ьи|а|я|о|"
    r"е|ы|и|у|ю|ь|й)$"
)


def _stem(word: str) -> str:
    return _ENDING.sub("", word) if len(word) > 4 else word


def _russian(concept: str, phrase: str) -> Iterator[tuple[str, Cue]]:
    """Russian phrases inflect in every word: each word is held by its stem."""
    first, *others = phrase.split()
    if not others:
        yield _stem(first), Cue(concept, tail=3 if len(first) > 4 else 2)
        return
    follow = r"[а-яё]{0,3}" + "".join(rf" {re.escape(_stem(word))}[а-яё]{{0,3}}" for word in others) + r"(?![\w])"
    yield _stem(first), Cue(concept, follow=compiled(follow))
