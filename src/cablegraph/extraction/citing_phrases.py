"""Papers by the grammar of such phrases: an owner, a sort, a kind, and number, day and parties in any order.

``General Berg’s urgent telegram No. 12 of the 21st``, ``a report, dated June 21, from the Consul at Harbin, No. 12``.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import ahocorasick

from cablegraph import dates
from cablegraph.extraction import names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_answers import cue_before
from cablegraph.extraction.citing_numbered import is_to_come
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled

KINDS: Final[dict[str, str]] = {
    "telegram": "telegram", "cable": "telegram", "cablegram": "telegram", "wire": "telegram", "radiogram": "telegram", "telex": "telegram",
    "teletype": "telegram", "signal": "telegram", "despatch": "despatch", "dispatch": "despatch", "letter": "letter", "note": "note",
    "aide-memoire": "note", "aide-mémoire": "note", "memorandum": "memorandum", "memoranda": "memorandum", "minute": "memorandum", "memo": "memorandum",
    "report": "report", "circular": "circular", "instruction": "instruction", "directive": "instruction", "petition": "petition", "message": "",
    "communication": "", "airgram": "", "order": "", "reply": "", "replies": "", "answer": "", "response": "", "protest": "", "request": "", "appeal": "", "proposal": "",
    "questionnaire": "", "rejoinder": "", "representation": "",
}  # fmt: skip
"""The nouns, each with its form; what may be a paper of any form has none."""
_ONLY_NOUNS: Final = frozenset(
    {"telegram", "cablegram", "radiogram", "despatch", "dispatch", "letter", "aide-memoire", "aide-mémoire", "memorandum", "circular", "instruction", "message", "communication", "airgram"}
)  # fmt: skip
"""What is no verb besides, and so may stand without an article."""
_NUMBERED_BARE: Final = _ONLY_NOUNS | {"cable", "telex", "note", "report"}
"""What may have a number without a mark: ``telegram 12``, and no ``wire 12 feet long``."""
_CIPHERED = compiled(r"(?:^|\s)(?:(?:en)?cipher(?:ed)?|coded?)\s$")
_WIRED = compiled(r"(?:^|\s)(?:telegraphic|wireless|radio|circular|cabled|telegraph)\s$")
_SUFFIX: Final = r"(?:es|s)?(?:\sverbales?|\sof\sinstructions?|\sin\sreply|\sin\sanswer)?"
_ADJECTIVES: Final = r"(?:(?!(?:of|the|and|to|in|on|for|with|that|is|was|has|had|as|by|from|at|which|who|or|but|are|were|will|shall|no|not|an?|my|our|your|his|her|their|its|following|subjoined|present)\b)[a-z][\w’'-]*\s){0,3}"
_OF_A_LAND: Final = r"(?:(?:[A-Z][a-z]+-)?[A-Z][a-z]+(?:ese|ish|an|ch|ine|iet|ss|ic)\s)?"
"""``the Soviet-American letter of 7 January``"""
_NO_NAME: Final = rf"(?!{MONTH}\s\d|Nos?\b|Numbers?\b|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:See|In|By|To|Re|Since|Before|After|When|As|If|On|Per|With|From|Under|Of|And|That|This|Referring|Received|Paragraph|Replying|Your|My|Our)\b)"
_NAME_WORD: Final = rf"{_NO_NAME}(?:(?:[A-ZÀ-Ž]\.\s?)*[A-ZÀ-Ž][\w’'-]*\w|(?<=[a-z]\s)[A-ZÀ-Ž]\.)"
_NOUN: Final = (
    r"(?:(?:vice-|vice\s)?consul(?:[-\s]general)?|minister|ambassador|secretary|governor(?:[-\s]general)?|prefect|admiral|general|commander|commissioner|envoy|chargé(?:\sd[’']affaires)?|agent|president|king|emperor|viceroy|mayor|chief|director|predecessor|colleague|chancellor"
    r"|legation|embassy|consulate|department|ministry|government|mission|delegation|committee|council|commission|company|firm|board|court|foreign\soffice)"
)
_OF_WHAT: Final = rf"(?:\s(?:of|for|at|in)\s(?:the\s)?(?:{_NAME_WORD}(?:\s{_NAME_WORD})?|foreign\saffairs|state|war|marine|finance|the\sinterior|navy|interior|treasury|province|district))"
_TITLES: Final = r"(?:(?:Mr|Mrs|Dr|M|Messrs|Gen|Col|Capt|Adm|Sen|Amb|Com|Cde|Lt|Maj|Hon)\.\s|[Cc]omrades?\s)?"
PARTY: Final = rf"(?:(?:the|your|our|my|his|her|its|their|this|that)\s)?(?:{_TITLES}{_NAME_WORD}(?:\s(?:de\s|von\s|van\s|of\s(?:the\s)?|for\s(?:the\s)?)?{_NAME_WORD}){{0,4}}(?:\s{_NOUN}(?!\w))?|(?:[a-z]+\s){{0,2}}?{_NOUN}(?!\w)){_OF_WHAT}?"
"""Whoever may write: a man, the holder of an office, a mission, a government."""
_ROLE = compiled(
    rf",?\s\(?(?P<role>(?:(?:received|just\sreceived|emanating|coming)\s)?from|of|(?:sent|written|signed|addressed|made|drawn\sup|prepared)\sby|by|(?:addressed|sent|directed|written)\sto|to)\s(?P<party>{PARTY})\)?"
)
_FOLLOWED = compiled(
    r",?\s\(?(?:of|from|by|to|dated|under|bearing|sent|written|signed|addressed|received|just|emanating|made|prepared|d[ei]spatched|numbered|[Nn]os?\.?\s?\d|[Nn]umbers?\s\d|N[º°r]|№|#|\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
"""A quick look first: what must stand behind the noun."""
_LEAD = compiled(
    rf"(?<![\w’'.-])(?:(?P<article>[Tt]he(?:\s(?:same|two|three|former|latter))?|[Aa]n?|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hose|[Ww]hose|[Aa]nother|[Bb]oth(?:\sthe)?)|(?P<owner>{PARTY.replace('the|', '[Tt]he|', 1)})(?:[’']s|(?<=s)[’'])"
    rf"|(?P<led>[Ii]n|[Bb]y|[Pp]er|[Ss]ee|[Tt]o|[Ww]ith|[Rr]e|[Rr]eferring|[Uu]nder|[Tt]hrough|[Ff]rom|of|cf\.|[Rr]eceived|[Aa]cknowledge|[Cc]oncerning|[Rr]egarding|and|since|until|before|after|on|[Ee]nclose|[Ee]nclosing|[Ff]orward|[Ff]orwarding|[Tt]ransmit|[Tt]ransmitting))\s(?P<sort>{_OF_A_LAND}{_ADJECTIVES})$"
)
_OWN: Final[dict[str, Whose]] = {"this": "mine", "our": "mine", "my": "mine", "your": "theirs"}
_OFFICE_OF: Final = compiled(
    r"(?P<which>[Tt]he|[Tt]his|[Yy]our|[Oo]ur|[Mm]y)\s(?:(?P<department>[Dd]epartment|[Mm]inistry)|[Ee]mbassy|[Ll]egation|[Cc]onsulate(?:\s[Gg]eneral)?|[Mm]ission|[Oo]ffice)"
)
"""The offices of the two who write; what their own sides are, the paper says."""
_OF_ANOTHER = compiled(r"(?:that|his|her|its|their|your|my|our)\s", re.IGNORECASE)
_SEATED = compiled(r"\s(?:at|in|of|for)\s")
_POINTED_AT = compiled(r"(?:this|that|his|her|its|their|your|my|our)\s(?=[A-Z])")
"""``a note of August 17 to this Government``: whose it is, the paper's own parties say, and these words name nobody."""
_ANSWERING = compiled(
    r"\b[Ii]n\s(?:reply|answer|response)\sto\s$|\b[Rr]eplying\sto|\b[Aa]nswering|\b[Aa]cknowledg|\b[Rr]eceipt\sof|\bto\sreceive\s"
)
_LINE_END = compiled(r"[.\s\d]*$")


@cache
def _nouns() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in KINDS:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


class _Told:
    """What is told of a paper behind its noun: numbers, days, who wrote it and to whom, and where that ends."""

    __slots__ = ("by", "dated", "end", "numbered", "to")

    def __init__(self, text: str, place: int, end: int, context: str | None, order: dates.Order | None) -> None:
        self.end = place
        self.numbered: Tail | None = None
        self.dated: Tail | None = None
        self.by: tuple[int, int] | None = None
        self.to: tuple[int, int] | None = None
        for _ in range(5):
            if not (self._tail(text, end, context, order) or self._party(text, end)):
                break

    def _tail(self, text: str, end: int, context: str | None, order: dates.Order | None) -> bool:
        if self.numbered and self.dated:
            return False
        bare = _BARE_NUMBER.match(text, self.end, end) is not None
        if not bare and not _INTRODUCED.match(text, self.end, end):
            return False
        tail = Tail(text, self.end, end, context, order, number_first=bare)
        if (tail.numbers and self.numbered) or (tail.found and self.dated) or not (tail.numbers or tail.found):
            return False
        if tail.numbers and not bare and not _MARKED.search(text, self.end, tail.numbers[0][1]):
            return False
        self.numbered = self.numbered or (tail if tail.numbers else None)
        self.dated = self.dated or (tail if tail.found else None)
        self.end = tail.end
        return True

    def _party(self, text: str, end: int) -> bool:
        match = _ROLE.match(text, self.end, end)
        if match is None:
            return False
        if match["role"].endswith("to"):
            if self.to:
                return False
            self.to = None if _POINTED_AT.match(text, match.start("party")) else match.span("party")
        elif self.by:
            return False
        else:
            self.by = match.span("party")
            if apposed := _APPOSED.match(text, match.end(), end):
                named = names.parse(text, *self.by) if apposed["name"] else None
                self.by = (self.by[0], apposed.end()) if named and named.entity == "position" else self.by
                self.end = apposed.end()
                return True
        self.end = match.end() - (1 if match[0].endswith(")") and "(" not in match[0] else 0)
        return True

    def is_of_a_day(self, text: str) -> bool:
        """A day, or a month with its year; ``the letter of August`` is known by neither."""
        day = self.dated.date(0) if self.dated else None
        if day is None or not _PLAIN.fullmatch(day.edtf):
            return False
        return len(day.edtf) >= _DAY_LONG or _YEAR.search(text, self.end - 8, self.end) is not None

    def papers(self) -> Iterator[tuple[str, int, Dated | None]]:
        """Each paper: its number, where that stands, and its day."""
        numbers = self.numbered.numbers if self.numbered else []
        for index, (number, place) in enumerate(numbers):
            yield number, place, self.dated.date(index if self.dated is self.numbered else 0) if self.dated else None
        for day, place in self.dated.found if self.dated and not numbers else ():
            yield "", place, day


_APPOSED = compiled(
    rf",\s(?:(?P<name>(?:[A-ZÀ-Ž][\w’'.-]+\s){{0,2}}[A-ZÀ-Ž][\w’'-]+)|(?:the\s)?[a-zA-Z][^.;:,\n]{{2,60}}?)(?=,\s(?:of|dated|under\sdate\sof|under\sthe\sdate\sof|bearing\sdate)\s(?:the\s)?(?:\d|{MONTH}\s\d))"
)
"""``a letter of Mr. Dole, minister of foreign affairs, of the 27th``, ``from the Governor of Kiangsu, Han Kuo-chun, dated``"""
_INTRODUCED = compiled(
    rf",?\s\(?(?:of|dated|under|bearing|sent|written|signed|d[ei]spatched|telegraphed|cabled|delivered|issued|numbered|N[or]s?\.?\s?\d|nos?\.?\s\d|[Nn]umbers?\s\d|N[º°]|№|#)|,\s(?:the\s)?(?:{MONTH}\s\d|\d{{1,2}}(?:st|nd|rd|th|d)?\s)"
)
"""What brings in a number or a day; ``handed me a note today`` tells when it was handed."""
_DAY_LONG: Final = len("1950-05-05")
_PLAIN = compiled(r"[\d-]+")
_YEAR = compiled(r"\b1[6-9]\d\d\b")
_BARE_NUMBER = compiled(
    rf"\s(?:\d{{3,5}}|\d{{1,2}}(?!(?:st|nd|rd|th|d)\b|\s(?:of\s)?{MONTH}(?!\w|\s\d{{1,2}}(?!\d))))(?![\w,]?\d|(?:st|nd|rd|th|d)\b)"
)


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``; one that has neither a number nor a day is none."""
    words = text[start:end].lower()
    if len(words) != end - start:
        words = text[start:end]
    reached = start
    for last, noun in _nouns().iter(words):
        place = start + last + 1
        first = place - len(noun)
        behind = _BEHIND.match(text, place, end)
        if behind is None or text[first - 1 : first].isalnum() or text[first - 1 : first] == "-":
            continue
        told = _Told(text, behind.end(), end, context, order)
        if told.numbered or told.is_of_a_day(text):
            found = list(_papers(text, reached, first, place, end, noun, told))
            reached = told.end if found else reached
            yield from found


def is_told_better(one: Cited, others: Iterable[Cited]) -> bool:
    """Whether another reading of the same words says whose paper it is: ``General Hale informs me in a note of the 2d``."""
    return one.by is None and any(_tells_more(other, one) for other in others)


def _tells_more(other: Cited, one: Cited) -> bool:
    alike = one.number in ("", other.number) and one.date in (None, other.date) and one.form in ("", other.form)
    further = other.whose != "nobody" and (other.whose, other.date) != (one.whose, one.date)
    return alike and further and other.words[0] < one.words[1] and one.words[0] < other.words[1]


_BEHIND = compiled(rf"{_SUFFIX}(?={_FOLLOWED.pattern})")


def _papers(text: str, start: int, first: int, place: int, end: int, noun: str, told: _Told) -> Iterator[Cited]:
    lead = _LEAD.search(text, max(start, first - 90), first)
    if (
        lead is None
        or "\n" in lead[0]
        or is_to_come(text, lead.start())
        or not _is_paper(text, lead, noun, place, end, told)
    ):
        return
    begin = lead.start("sort") if lead["led"] else lead.start()
    owner = lead.span("owner") if lead["owner"] else told.by
    whose, by = _writer(text, owner, told)
    answering = _ANSWERING.search(text, max(start, begin - 30), begin) is not None
    if answering and whose == "nobody" and lead["article"] in _THE and not told.by:
        whose = "theirs"
    answered = whose in ("named", "theirs", "department", "post") and (answering or lead["owner"])
    cue = cue_before(text, start, begin) if answered else None
    span = (begin if cue is None else cue, told.end)
    rule = {"mine": "my-paper", "theirs": "your-paper", "department": "office-paper", "post": "office-paper"}.get(
        whose, "paper-of"
    )
    for index, (number, own, day) in enumerate(told.papers()):
        at = span[0] if index == 0 else own
        yield Cited(at, span, whose, rule, _form(noun, lead["sort"]), number, day, cue is not None, by, told.to)


def _is_paper(text: str, lead: re.Match[str], noun: str, place: int, end: int, told: _Told) -> bool:
    """Whether the words are those of a paper, and not a heading, a verb or a number of things."""
    if lead["led"] and noun not in _ONLY_NOUNS:
        return False
    here = _ENCLOSED.search(text, max(0, lead.start() - 120), lead.start()) is not None
    if (here and not (told.by and told.dated)) or (
        lead["article"] in _THE
        and not (told.by or told.to or told.numbered)
        and _OF_THIS_DAY.search(text, place, told.end)
    ):
        return False
    bare = told.numbered is not None and not _MARKED.search(text, place, told.numbered.numbers[0][1])
    if bare and not told.dated and noun not in _NUMBERED_BARE:
        return False
    line = text.rfind("\n", 0, lead.start()) + 1
    alone = not text[line : lead.start()].strip(' [("“') and _LINE_END.match(
        text, told.end, max(told.end, text.find("\n", told.end))
    )
    return not alone


_ENCLOSED = compiled(r"\b(?:herewith|(?:[Ee]n|[Ii]n)close[ds]?(?!\s(?:with|in|to)\b))\b[^.;:]*$")
"""A paper that lies here: its own head tells of it; but a day and a writer are told of it all the same."""
_OF_THIS_DAY = compiled(r"\bof this (?:date|day)\b")
"""``the index annexed to the note of this date``: the very paper."""
_THE: Final = ("the", "The")
_MARKED = compiled(r"(?:N[or]s?\.?|N[º°]\.?|№|#|no\.|[Nn]umber(?:s|ed)?)\s?(?:[A-Z]{1,4}[./-])?$")


def _writer(text: str, owner: tuple[int, int] | None, told: _Told) -> tuple[Whose, tuple[int, int] | None]:
    """Whose paper it is, and the words that name who wrote it."""
    if owner is None:
        return ("named" if told.to else "nobody"), None
    return writer_of(text, owner)


def writer_of(text: str, owner: tuple[int, int]) -> tuple[Whose, tuple[int, int] | None]:
    """Whose paper it is that somebody wrote who is named, or referred to by an office of the two who write."""
    first = owner[0] + 5 * text.startswith(("that ", "this "), owner[0])
    words, owner = text[slice(*owner)], ((first, owner[1]) if text[first].isupper() else owner)
    if office := _OFFICE_OF.fullmatch(words):
        if own := _OWN.get(office["which"].lower()):
            return own, None
        return ("department" if office["department"] else "post"), None
    if another := _OF_ANOTHER.match(text, *owner):
        if not _SEATED.search(text, *owner):
            return "nobody", None
        owner = (another.end(), owner[1])  # "our consul at Tabriz"
    party = names.parse(text, *owner)
    if party is None or party.entity not in ("person", "position", "body") or (another and party.entity == "body"):
        return "nobody", None
    return "named", owner


def _form(noun: str, sort: str) -> str:
    form = KINDS[noun]
    if form in ("telegram", "") and _CIPHERED.search(sort):
        return "ciphered-telegram"
    return "telegram" if noun == "message" and _WIRED.search(sort) else form
