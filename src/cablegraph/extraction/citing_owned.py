"""Papers named by their owner alone, with a number or a day: ``mine of the 28th``, ``Mr. Lowell's No. 150``, ``Your 29th``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Tail
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_MINE = compiled(
    r"(?<!\w)(?P<whose>[Mm]ine|[Oo]urs|[Hh]is|[Hh]ers|[Tt]heirs)(?:\sin\s(?:reply|answer),?\s(?=Nos?\.\s?\d|of\s|dated\s)|\s(?=(?:of|dated)\s(?:(?:the\s)?\[?\d{1,2}(?:st|nd|rd|th|d)\b|\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d|yesterday)))"
)
"""``in reply to mine of the 28th ultimo``, ``and to mine in reply, No. 88, of the 9th``"""
_LAST = compiled(
    r"(?<!\w)(?P<whose>[Yy]our|[Mm]y|[Oo]ur|[Hh]is|[Tt]he(?=\s\w+\s\w+\s(?:which\s)?I\s))\s(?:last|latest)(?:\s(?P<form>d[ei]spatch|letter|telegram|note|instruction|report))?(?:\s(?:(?:which\s)?I\shad\sthe\shonou?r\sto\s(?:address|write|send)(?:\sto)?(?:\syou)?|to\syou|(?:up)?on\s(?:this|that|the\ssame)\s(?:subject|matter|question|head)|on\sthis|(?:(?:up)?on|about|concerning|regarding|respecting)\s(?:(?!\b(?:was|is|the\s\d)\b)[^.;:,\n]){2,50}?)){0,2}(?:(?:\s(?:was|is|being|bore))?(?:\s(?:of|my|your|his))?\s(?=Nos?\.\s?\d|numbered\s\d)|(?:\s(?:was|is))?\s(?=(?:of|dated)\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th|d)\b|\d{1,2}\s[A-Z]|[A-Z][a-z]{2,8}\.?\s\d)))"
)
"""``Since my last of the 4th``"""
_ON_DAY = compiled(
    r"(?<!\w)(?P<whose>[Yy]our|[Mm]y|[Oo]ur|[Hh]is|[Tt]heir|[Uu]r)\s(?=\d{1,2}(?:st|nd|rd|th|d)(?:[.;:)](?:\s|$)|\s\[\d|,\s(?![\d])|\s(?:by|about|regarding|concerning|respecting|received|was|inst|ult|instant|ultimo)\b))"
)
"""``Your 29th, by Mr. Day``, ``what he said in his 19th about the Governor``"""
_TITLED: Final = r"(?:Mr|Mrs|Dr|M|Messrs|Capt|Gen|Col|Adm)\.|Lord|Sir|Earl|Count|Baron|Prince|General|Admiral|Captain|Colonel|Consul|Consul-General|Minister|Ambassador|Commissioner|Vice-Consul"
_HIS_NUMBER = compiled(
    rf"(?<!\w)(?P<by>(?:{_TITLED})\s[A-Z][\w’'-]*[\w](?:\s[A-Z][\w-]+)?)[’']s?\s(?:(?P<form>telegram|cable|dispatch|despatch|letter|note|instruction)s?,?\s)?(?=Nos?\.\s?\d|\d{{1,5}}(?:\sto\s(?:the\s)?(?:Department|Dept|Embassy|Legation|Secretary))?,?\s(?:(?:of|dated)\s(?:the\s)?(?:\d|same|{MONTH}\s\d)|{MONTH}\s\d{{1,2}}\b))"
    rf"|(?<!\w)(?P<whose>[Hh]is|[Ii]ts|[Tt]heir)\s(?=Nos?\.\s?\d|\d{{1,4}},?\s(?:of\s)?(?:{MONTH}\s\d|the\s\d{{1,2}}(?:st|nd|rd|th)\b))"
)
_ONLY: Final = compiled(
    r"[.,;:)]|\s(?:of|dated|and|about|on|by|in|to|from|the|with|was|were|has|have|that|which|regarding|concerning|respecting|relative|will|would|may|must|informed|explained|gave|sent)\b|\s*$"
)
"""What stands behind a paper's number; behind that of a furnace stands the furnace."""
_NUMBERED = compiled(
    r"(?<!\w)(?P<whose>[Yy]our|[Mm]y|[Oo]ur)?\s?(?P<form>[Tt]elegrams|[Dd]espatches|[Dd]ispatches|[Ll]etters|[Ii]nstructions|[Nn]otes|[Cc]ables)\s(?:(?P<side>of|from|to)\s(?P<office>(?:the|your)\s(?:[Dd]epartment|[Ll]egation|[Ee]mbassy|[Cc]onsulate|[Mm]inistry|[Mm]ission))\s?)?,?\s?(?:as\s)?(?=(?:numbered\s(?:from\s)?|Nos\.?\s)\d)"
)
"""``Despatches from the department, numbered from 1236 to 1240``"""
_PAPER: Final = r"(?P<form>note(?:\sverbale)?|letter|telegram|cable|memorandum|message|d[ei]spatch|report|communication|proposal|aide[- ]m[ée]moire)"
_DAY: Final = r"(?=(?:the\s)?\d{1,2}(?:st|nd|rd|th|d)\b|\d{1,2}\s[A-Z]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)"
_OF_COMRADES = sought(
    rf"(?<![\w’'])(?:[Tt]he|[Aa])\s(?:\w+\s){{0,2}}?{_PAPER}\s(?:of|from|by)\s(?P<by>(?:[Cc]omrades?|[Cc]des?\.?|[Cc]om[rs]?\.|Messrs\.|Mr\.|Dr\.|M\.)\s[A-Z][^;:\n]{{1,160}}?),?\s(?:of|dated|from)\s{_DAY}"
)
"""``the note of comrades Andropov Yu. V., Gromyko A. A. of 27 January 1980``"""
_SEVERAL = compiled(r"(?i:comrades|messrs)|,\s[A-Z]|\sand\s")
"""A paper of several; that of one is read as any named man's."""
_WITHOUT_ARTICLE = sought(
    rf"(?<![\w’'])(?i:{_PAPER})\s(?:of|from)\s(?P<by>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]*){{0,3}}(?:\s(?:at|in)\s[A-Z][\w’'-]+)?)(?:\sto\s(?P<to>(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'-]*){{0,3}}))?,?\s(?:dated|of)\s{_DAY}"
)
"""``note verbale of German Legation dated August 15``"""
_WHOSE: Final[dict[str, Whose]] = {"mine": "mine", "ours": "mine", "my": "mine", "our": "mine", "your": "theirs", "ur": "theirs"}  # fmt: skip
_FORMS: Final = {
    "note verbale": "note",
    "aide-mémoire": "note",
    "aide-memoire": "note",
    "message": "",
    "communication": "",
    "proposal": "",
    "cable": "telegram",
    "dispatch": "despatch",
    "dispatche": "despatch",
    "despatche": "despatch",
}


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``, in no order."""
    words = text[start:end]
    if " of " in words or " dated " in words:
        for match in _MINE.finditer(text, start, end) if any(hint in words for hint in _MINE_HINTS) else ():
            tail = Tail(text, match.end(), end, context, order, number_first=False)
            if tail.found and (text[tail.end - 1] == "]" or _ONLY.match(text, tail.end, end)):
                whose: Whose = _WHOSE.get(match["whose"].lower(), "nobody")
                to = None
                if whose == "mine" and _REPLY.search(text, max(start, match.start() - 16), match.start()):
                    replied = list(_WRITER.finditer(text, max(start, match.start() - 160), match.start()))
                    to = replied[-1].span("by") if replied and replied[-1]["by"] else None
                    whose = whose if replied else "nobody"
                number = tail.numbers[0][0] if tail.numbers else ""
                yield replace(_of(match, tail, whose), to=to, number=number)
        for pattern in (_OF_COMRADES, _WITHOUT_ARTICLE) if any(hint in words for hint in _FORM_HINTS) else ():
            for match in pattern.finditer(text, start, end):
                tail = Tail(text, match.end(), end, context, order, number_first=False)
                given = (
                    text[max(start, match.start() - 12) : match.start()].lower().endswith(("ollowing ", "ubjoined "))
                )
                alone = pattern is _OF_COMRADES and not _SEVERAL.search(match["by"])
                if (
                    tail.found
                    and not given
                    and not alone
                    and not (
                        pattern is _WITHOUT_ARTICLE
                        and _heads_line(text, match.start())
                        and not _GOES_ON.match(text, tail.end, end)
                    )
                ):
                    to = match.span("to") if match.groupdict().get("to") else None
                    own = _OWN_NUMBER.search(match["by"])
                    by = (match.start("by"), match.start("by") + own.start()) if own else match.span("by")
                    yield replace(_of(match, tail, "named"), by=by, to=to, number=own["number"] if own else "")
    for match in _LAST.finditer(text, start, end) if " last " in words or " latest " in words else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found or tail.numbers:
            number = tail.numbers[0][0] if tail.numbers else ""
            yield replace(_of(match, tail, _WHOSE.get(match["whose"].lower(), "nobody")), number=number)
    for match in _ON_DAY.finditer(text, start, end) if _A_DAY.search(words) else ():
        day = dates.at(text, match.end(), end, context=context, order=order)
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if day and tail.found and not tail.numbers:
            yield _of(match, tail, _WHOSE.get(match["whose"].lower(), "nobody"))
    for match in _HIS_NUMBER.finditer(text, start, end) if _HIS_HINT.search(words) else ():
        tail = Tail(text, match.end(), end, context, order)
        if tail.numbers and (tail.found or _ONLY.match(text, tail.end, end)):
            cited = _of(match, tail, "named" if match["by"] else "nobody")
            yield from _each(replace(cited, by=match.span("by") if match["by"] else None), tail)
    for match in _NUMBERED.finditer(text, start, end) if "numbered " in words or " Nos" in words else ():
        if not match["office"]:
            continue  # "Telegrams Nos. 77 to 80" is a heading, "your telegrams Nos. 77 and 80" another rule's
        tail = Tail(text, match.end(), end, context, order)
        whose = _WHOSE.get((match["whose"] or "").lower(), "nobody")
        if match["office"] and match["side"] != "to":
            whose = "department" if match["office"].lower().endswith(("department", "ministry")) else "post"
        yield from _each(_of(match, tail, whose), tail)


_OWN_NUMBER = compiled(r",?\sN(?:o|r)\.\s?(?P<number>\d{1,6})$")
"""``The telegram of Comrade Mao, No. 45, of 4 May``"""
_GOES_ON = compiled(
    r",?\s(?:goes|go|is|are|was|were|has|have|had|will|went|says|said|states|stated|arrived|came|received|reached|refers|does|did|cannot)\b"
)
"""Behind a heading nothing goes on: ``Letter from Berg to Dahl, dated May 4, goes by today's bag`` is a sentence."""
_REPLY = compiled(r"\b(?:reply|answer|response|answering)\s(?:to\s)?$")
_WRITER = compiled(
    rf"\b[Yy]our\s|(?<!\w)(?P<by>(?:{_TITLED})\s[A-Z][\w’'-]*\w)(?:[’']s?\s|,?\s(?:of|under|dated|in)\s)"
)
"""Who wrote the paper that replies to mine."""
_MINE_HINTS: Final = (
    *(f"{whose} {joint} " for whose in ("ine", "urs", "is", "eirs") for joint in ("of", "dated")),
    "ine in ",
    "urs in ",
)
_FORM_HINTS: Final = tuple(
    f"{paper} {joint} "
    for paper in ("ote", "erbale", "tter", "gram", "able", "randum", "ssage", "patch", "port", "cation", "osal", "oire")
    for joint in ("of", "from", "by")
)
_HIS_HINT = compiled(r"(?:s|eir) (?:No|\d{1,4},? (?:of |the |[A-Z]))")
_A_DAY = compiled(r"(?:[ryst]|eir)\s\d{1,2}(?:st|nd|rd|th|d)\b")


def _heads_line(text: str, place: int) -> bool:
    """Whether a line begins there: ``Telegrams Nos. 77 to 80``, ``Letter from Berg dated 5 May`` is a paper's own heading."""
    return not text[text.rfind("\n", 0, place) + 1 : place].strip(' \t[("“«0123456789.')


def _of(match: re.Match[str], tail: Tail, whose: Whose) -> Cited:
    form = (match.groupdict().get("form") or "").lower().removesuffix("s")
    first = match.start() + (len(match[0]) - len(match[0].lstrip()))
    rule = {"mine": "my-paper", "theirs": "your-paper"}.get(whose, "paper-of")
    return Cited(first, (first, tail.end), whose, rule, _FORMS.get(form, form), "", tail.date(0))


def _each(cited: Cited, tail: Tail) -> Iterator[Cited]:
    """One for each number."""
    for index, (number, own) in enumerate(tail.numbers):
        yield replace(cited, start=cited.start if index == 0 else own, number=number, date=tail.date(index))
