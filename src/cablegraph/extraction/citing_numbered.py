"""Papers named by form and number alone: ``Complement to Tel. 917``, ``in despatch 1188 of 3 October``, ``Yours 402``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from cablegraph import dates
from cablegraph.extraction import citing_brief, names
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_FORM: Final = r"(?P<form>(?i:tel(?:s|egrams?)?\.?|cables?|d[ei]spatch(?:es)?|letters?|memorand(?:um|a)|memos?|notes?|circulars?|airgrams?|telex(?:es)?|fax(?:es)?|radiograms?|ciphergrams?|cryptograms?|reports?))"
_FIGURE: Final = r"(?=(?:(?:No|Nr|N[º°])s?\.?\s?)?\d)"
_IN_ADDITION = compiled(
    rf"(?:^|(?<=[\n.;:(]))\s*(?P<words>(?i:complement(?:ary)?|supplement(?:ary)?|additional|in\s(?:addition|continuation|reply|answer)|addition|addendum|continuation|continuing|further|following\sup|reply|answer|reference|with\sreference|referring|with\sregard|in\sconnection|complementing|reporting)(?i:\s(?:to|of|with|on))\s(?:the\s)?(?:(?P<code>(?i:cipher(?:ed)?|coded|code))\s)?{_FORM}\s{_FIGURE})"
)
"""``Complement to Tel. 917.`` at the head of a telegram's text."""
_LED = compiled(
    rf"(?<![\w’'])(?:[Ii]n|[Bb]y|with|of|[Ss]ee|per|under|through)\s(?:the\s)?(?P<words>{_FORM}\s(?=(?:(?:No|Nr|N[º°])\.?\s?)?\d{{2,6}}(?:/\d+)?(?=\s(?:of|dated)\s|[.,;)]|$|\n)))"
)
"""``reported in Memorandum No. 41/81``, ``given in despatch 1188 of 3 October``"""
_REFTEL = compiled(
    r"(?<!\w)(?P<words>(?P<form>)(?:(?i:reftels?|ref(?:erence)?\s(?:tels?\.?|telegrams?)|refs?[.:]{1,2}\s(?:tels\.?|telegrams))"
    r"|(?:(?:(?<=\n)|^|(?<=[.;]\s))(?:R[eE][.:]?\s(?i:tels?\.?|telegrams?)|R[eE](?i:tels?))))\s(?=(?i:Nos?\.?\s?)?\d{1,5}(?![\d/:-])))"
)
"""``REFTEL 734``, ``Reference telegram 734``, ``Re tel. 734``: with a sign, as in "REF. TEL 734", it is a line of its own."""
_REF = sought(r"(?i)(?<!\w)re(?:fs?|ference)?[.:]{0,2}\s?tel")
_FROM_POST = compiled(
    rf"(?<![\w’'])(?P<words>(?!(?i:report)){_FORM}\s(?:(?:No|Nr|N[º°])\.?\s?)?(?P<number>\d{{1,6}}))\s(?:from|to)\s(?:the\s)?(?P<post>[A-Z][\w’-]+(?:\s(?:(?:at|in|of|to|de)\s(?:the\s)?)?[A-Z][\w’-]+){{0,4}}?)(?:,\s|,?\s(?:of|dated)\s)(?=\d|[A-Z][a-z]{{2,8}}\.?\s\d)"
)
"""``telegram 1603 from New Delhi, November 17``"""
_POSTS = compiled(
    r"(?<![\w’'.-])(?P<post>[A-Z][A-Za-z’-]+(?:\s[A-Z][a-z]+)?)(?:\s(?:tel(?:egram|no)?\.?|cable|despatch|dispatch|airgram)(?:\sto\s[A-Z]\w+)?\s(?:[Nn]o\.?\s?)?(?P<number>\d{1,5})|[’']s\s(?P<bare>\d{1,5}))(?P<behind>,?\s(?:to|of|dated|repeated|rptd)\s|\s(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b)|\s(?=\((?:not\b|para))|[.,;:)](?:\s|$))"
)
"""``Paris tel 34 of May 3``, ``Bonn's 456 to Dept``: a post's telegram by the place"""
_FOREIGN_OFFICE: Final = ("FO", "FCO")
_OF_THE_PARTY = compiled(
    r"(?<=[a-z,(]\s)(?:(?:the|CPSU|AUCP\(b\)|VKP\(b\))\s)?(?:CC(?:\sCPSU)?|Politburo|Secretariat|Council\sof\sMinisters)(?:[’']s)?\s(?P<form>decision|decree|resolution|directive|order)\s(?:No\.?|№)\s?(?P<number>[A-Z]{0,3}\d[\w/.-]*\w|\d)(?=,?\s(?:of|dated)\s|[.,;)]|$)"
)
"""``by CC CPSU decision No. P45/12 of 4 May``"""
_OF_A_COUNCIL = compiled(
    r"(?<![\w’'])(?P<form>decision|decree|resolution|directive|order)\sof\s(?:the\s)?(?P<by>(?:CC\sCPSU|CC|Central\sCommittee|Politburo|Presidium|Secretariat|(?:USSR\s)?Council\sof\sMinisters)(?:\sof\sthe\s(?:USSR|CC\sCPSU|CC|Central\sCommittee))?)\s(?:No\.?|№)\s?(?P<number>[A-Z]{0,3}\d[\w/.-]*\w|\d)(?=,?\s(?:of|dated)\s|[.,;)]|$)"
)
"""``by decree of the Council of Ministers No. 112 of 3 February``"""
_BODIES: Final = ("CC ", "Politburo ", "Secretariat ", "Council of Ministers")
_AT_HEAD = compiled(rf"\W{{0,2}}[\d\u2070-\u2079¹²³*]{{0,3}}\W{{0,2}}(?P<words>{_FORM}\s{_FIGURE})")
"""``2 Telegram 1581, November 15, reported a talk``: so a footnote begins."""
_LETTERED = compiled(
    r"(?:^|(?<=[\n(“\"])|(?<=[.:;]\s))(?:(?i:re|ref\.?|reference(?:\sto)?|with\sreference\sto|further\sto|refers?\sto|(?:in\s)?(?:reply|answer|response|addition|continuation|reference)\s(?:to|of)):?\s)?"
    r"(?P<words>(?:[Yy]our|[Mm]y|[Oo]ur|[Uu]r)\s[A-Z]{1,3}[-–]?\d{1,5}(?:(?:,?\s(?:and|&)\s|,\s)(?:(?:your|my|our|ur)\s)?[A-Z]{1,3}[-–]?\d{1,5})*)(?=[.;)](?:\s|$)|,?\s(?:of|dated)\s(?:the\s)?[A-Z\d]|,\s|\s(?:para|section|received|refers?)|\s*$)"
)
"""``Your B14 and my B22.``, alone in their sentence: numbers of which a letter is part"""
_LETTERED_ONE = compiled(r"(?:(?P<whose>[Yy]our|[Mm]y|[Oo]ur|[Uu]r)\s)?(?P<number>[A-Z]{1,3}[-–]?\d{1,5})")
_LETTERED_HINT = compiled(r"[ry]\s[A-Z]{1,3}[-–]?\d")
_YOURS = compiled(
    r"(?<!\w)(?P<words>[Yy]ours\s)(?=(?:(?:No|Nr)s?\.?\s?)?\d{2,6}(?:[.,;)]|\s(?:and|of|to|in|dated|received|about|concerning|regarding|re|was|has)\b|$))"
)
_SLUGS: Final = (("tel", "telegram"), ("radio", "telegram"), ("ciph", "ciphered-telegram"), ("crypt", "ciphered-telegram"), ("cable", "telegram"), ("d", "despatch"), ("letter", "letter"), ("mem", "memorandum"), ("note", "note"), ("circ", "circular"), ("rep", "report"))  # fmt: skip
_HINTS: Final = (
    "ours ",
    "omplement",
    "upplement",
    "ddition",
    "ontinu",
    "urther to",
    "eply",
    "nswer",
    "eference",
    "ddendum",
    "eferring",
    "onnection",
    "egard",
    "eporting",
    "ollowing up",
)


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``: whose they are is said only by "yours"."""
    words = text[start:end]
    if not any(char.isdigit() for char in words):
        return
    numbered = _has_numbered_form(words)
    hinted = numbered and any(hint in words for hint in _HINTS)
    for match in _IN_ADDITION.finditer(text, start, end) if hinted else ():
        yield from _each(text, match, end, context, order, theirs=False)
    for match in _LED.finditer(text, start, end) if numbered else ():
        if not is_to_come(text, match.start()):
            yield from _each(text, match, end, context, order, theirs=False)
    for match in _FROM_POST.finditer(text, start, end) if numbered and (" from " in words or " to " in words) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            span = (match.start(), tail.end)
            yield Cited(span[0], span, "nobody", "number-referred-to", _slug(match), match["number"], tail.date(0))
    yield from _of_posts(text, start, end, context, order)
    bodies = any(body in words for body in _BODIES)
    for match in chain(*(pattern.finditer(text, start, end) for pattern in (_OF_THE_PARTY, _OF_A_COUNCIL) if bodies)):
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        span = (match.start(), max(tail.end, match.end()))
        form = {"directive": "instruction", "order": ""}.get(match["form"], "decision")
        by = match.span("by") if match.re is _OF_A_COUNCIL else None
        whose: Whose = "named" if by else "nobody"
        yield Cited(span[0], span, whose, "number-referred-to", form, match["number"], tail.date(0), by=by)
    if any(whose in words for whose in _WHOSE) and _LETTERED_HINT.search(words):
        yield from _with_letters(text, start, end, context, order)
    if _REF.search(text, start, end):
        for match in _REFTEL.finditer(text, start, end):
            yield from _each(text, match, end, context, order, theirs=False)
    for match in _YOURS.finditer(text, start, end) if "ours " in words else ():
        yield from _each(text, match, end, context, order, theirs=True)


_WILL_BE = compiled(
    r"\b(?:will|shall)\s(?:be\s)?(?:sen[dt]|giv(?:e|en)|report(?:ed)?|follow|transmit(?:ted)?|forward(?:ed)?|deal|treat(?:ed)?)\b[^.;:]*$"
)
"""``will be sent to you in telegram No. 79``: a paper to come"""


def is_to_come(text: str, place: int) -> bool:
    """Whether the words before a paper say that it will be sent."""
    return _WILL_BE.search(text, max(0, place - 60), place) is not None


def _of_posts(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    if not _POSTS_HINT.search(text, start, end):
        return
    for match in _POSTS.finditer(text, start, end):
        post, first = match["post"], match.start()
        if not (post in _FOREIGN_OFFICE or names.is_place(post)):  # "See Bonn's 456"
            first, post = first + post.rfind(" ") + 1, post.split()[-1]
            if first == match.start() or not names.is_place(post):
                continue
        if match["bare"] and not match["behind"].strip().startswith(("to", "of", "dated", "rep", "rpt")):
            continue  # "Paris's 20 districts", "London's 12."
        number = match["number"] or match["bare"]
        tail = Tail(text, match.start("behind"), end, context, order, number_first=False)
        last = tail.end if tail.found else match.start("behind")
        form = "despatch" if "patch" in match[0] else "" if match["bare"] else "telegram"
        yield Cited(first, (first, last), "nobody", "number-referred-to", form, number, tail.date(0))


_POSTS_HINT = sought(r"(?:tel|telegram|telno|cable|patch|airgram|[’']s)\.?\s(?:to\s[A-Z]\w+\s)?(?:[Nn]o\.?\s?)?\d")


def _with_letters(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    for match in _LETTERED.finditer(text, start, end):
        whose: Whose = "nobody"
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        for one in _LETTERED_ONE.finditer(text, *match.span("words")):
            whose = whose if one["whose"] is None else _WHOSE[one["whose"].lower()]
            rule = "my-paper" if whose == "mine" else "your-paper"
            last = max(one.end(), tail.end) if one.end() == match.end("words") else one.end()
            day = tail.date(0) if last == tail.end else None
            yield Cited(one.start(), (one.start(), last), whose, rule, "", one["number"], day)


_WHOSE: Final[dict[str, Whose]] = {"your": "theirs", "ur": "theirs", "my": "mine", "our": "mine"}
_FIGURE_BEHIND = compiled(r"\s(?:N[or\u00ba\u00b0]s?\.?\s?)?\d")
_FORM_WORDS: Final = (
    "tel",
    "gram",
    "cable",
    "patch",
    "patche",
    "letter",
    "randum",
    "randa",
    "memo",
    "note",
    "circular",
    "report",
    "telex",
    "fax",
)


def _has_numbered_form(words: str) -> bool:
    """A quick look: a form with a figure behind it."""
    return any(
        words[max(0, found.start() - 10) : found.start()]
        .lower()
        .removesuffix(".")
        .removesuffix("s")
        .endswith(_FORM_WORDS)
        for found in _FIGURE_BEHIND.finditer(words)
    )


def of_footnote(
    text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None
) -> Iterator[Cited]:
    """The paper by whose form, number and day the footnote ``text[start:end]`` begins."""
    match = _AT_HEAD.match(text, start, end)
    if match is not None and Tail(text, match.end(), end, context, order).found:
        yield from _each(text, match, end, context, order, theirs=False)


def _slug(match: re.Match[str]) -> str:
    return next((slug for begins, slug in _SLUGS if (match["form"] or "tel").lower().startswith(begins)), "")


def _each(
    text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None, *, theirs: bool
) -> Iterator[Cited]:
    tail = Tail(text, match.end(), end, context, order)
    first = match.start("words")
    for index, (number, own) in enumerate(tail.numbers):
        begin = first if index == 0 else own
        form = "" if theirs else "ciphered-telegram" if match.groupdict().get("code") else _slug(match)
        whose, rule = ("theirs", "your-paper") if theirs else ("nobody", "number-referred-to")
        cited = Cited(begin, (first, tail.end), whose, rule, form, number, tail.date(index))  # type: ignore[arg-type]
        yield cited
        if len(tail.numbers) == 1 and tail.found:
            yield from citing_brief.further(text, cited, tail.end, end, context, order)
