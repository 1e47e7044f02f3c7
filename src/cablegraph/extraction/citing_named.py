"""Papers cited by the name of who wrote them: ``Malik's speech that …``, ``a letter of Kim Il Sung dated 29 June``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from cablegraph import dates
from cablegraph.extraction import (
    citing,
    citing_abroad,
    citing_brief,
    citing_clauses,
    citing_dated,
    citing_formal,
    citing_handed,
    citing_marked,
    citing_numbered,
    citing_of_posts,
    citing_owned,
    citing_parties,
    citing_phrases,
    citing_shown,
    citing_undated,
    citing_wired,
    citing_writers,
    citing_written,
    names,
)
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_answers import cue_before
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_FORM: Final = (
    r"(?:(?P<f0>ciphered\stelegram|cipher\s(?:telegram|cable)|ciphergram|code\s(?:telegram|cable)|coded\s(?:telegram|cable))|(?P<f1>telegram|cable(?:gram)?|wire|radiogram)|(?P<f2>d[ei]spatch)|(?P<f3>letter)"
    r"|(?P<f4>note|aide-m[eé]moire)|(?P<f6>directive|instruction)s?|(?P<f7>memorandum|memo)|(?P<f8>report)|(?P<f9>speech|radio\saddress)|(?P<f10>petition)"
    r"|(?P<f11>decision|resolution|decree)|(?P<f12>message|appeal|statement|reply|answer|proposal|order|communication|request|circular))(?:(?<=ch)es|s)?(?!\w)"
)
_SLUGS: Final = {"f0": "ciphered-telegram", "f1": "telegram", "f2": "despatch", "f3": "letter", "f4": "note", "f6": "instruction",
                 "f7": "memorandum", "f8": "report", "f9": "speech", "f10": "petition", "f11": "decision", "f12": ""}  # fmt: skip
_ADJECTIVES: Final = (
    r"(?:(?:last|recent|latest|previous|earlier|first|second|third|personal|urgent|official|private|long|short|radio|confidential|secret"
    r"|public|open|famous|handwritten|verbal|written|oral)\s)*"
)
_MONTHS: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS}|{_MONTHS}\s\d{{1,2}})(?:,?\s\d{{4}})?"
_POSSESSIVE = sought(rf"[’'](?:s|(?<=s[’']))?\s(?P<date>{_DAY}\s)?{_ADJECTIVES}{_FORM}", re.IGNORECASE)
_NAME_BEFORE = compiled(
    r"(?<!\w)(?:(?:the\s)?(?:[Cc]omrades?|[Cc]de\.?|[Pp]resident|[Aa]mbassador|[Gg]eneral|[Mm]arshal|[Mm]inister|[Ss]ecretary|[Pp]remier|[Cc]hairman|[Mm]r\.|[Dd]r\.|[Cc]olonel|[Cc]hancellor|[Cc]onsul)\s)*"
    r"(?:[A-ZÀ-ŽА-Я]\.\s?)*[A-ZÀ-ŽА-Я][\w-]+(?:\s(?:[A-ZÀ-ŽА-Я]\.\s?)*[A-ZÀ-ŽА-Я][\w-]+){0,3}$"
)
_WORD: Final = r"(?:(?:[A-ZÀ-ŽА-Я]\.\s?)+(?=[A-Z])|(?:(?:[ae]l|ul|ud|as|ash|ar|an|at|az)-)?[A-ZÀ-ŽА-Я][\w’'-]*|\d+(?:st|nd|rd|th)(?=\s[A-Z]))"
_WORDS: Final = rf"(?!{_MONTHS}\s\d|No\b){_WORD}(?:\s?(?:(?:of|in|and|for|de|von)\s(?:the\s)?)?(?!{_MONTHS}\s\d|No\b){_WORD}){{0,7}}"
# A class of letters and the look behind come first, so that the search skips all other places at once.
_ARTICLE: Final = r"[taTA](?<![\w'’].)(?:(?<=t)(?:he|his(?!\s\w+\sto\b)|hat)|(?<=a)n?|(?<=T)he|(?<=A)n?)"
_OF = sought(
    rf"(?P<article>{_ARTICLE})\s{_ADJECTIVES}{_FORM}"
    rf"(?:,?\s(?:of|dated|on)\s(?P<date>(?:the\s)?{_DAY}))?"
    rf"(?P<parties>(?:,?\s(?:of|from|by|sent\sby|to|addressed\sto|at)\s(?:(?:the|our|Mr\.|Comrade|Cde\.|Com\.|Comr\.|Dr\.|Gen\.|Col\.|Capt\.|Sen\.|Amb\.)\s)*{_WORDS}){{1,3}})?",
)
_DATED = compiled(
    r",?\s?(?:of|dated|on|from)\s(?:the\s)?(?=\d|[A-Z][a-z]+\.?\s\d|[a-z]+(?:th|st|nd|rd|h)\b)|,\s(?=\d{1,2}\s[A-Z]|[A-Z][a-z]+\.?\s\d)"
)
_TO = compiled(
    rf",?\s(?:addressed\s)?to\s(?P<to>(?:the\s|(?:Mr|Mrs|Dr|M|Gen|Col|Messrs)\.\s|(?:Sir|Lord|Count|Baron|General)\s)?{_WORDS})"
)
_CLAUSE = compiled(
    r"\s(?:that|about|on|regarding|concerning|to\sthe\seffect\sthat)\s(?:(?!\s(?:has|have|had|is|are|was|were|will|would|shall|can|could|must|may|did|does)\b)[^.,;:\n]){3,150}"
)
_BY_WHICH = compiled(
    rf"(?<!\w)(?:the|a)\s{_FORM}\s(?:by|in|with|through)\swhich\s(?P<by>(?:(?:Mr|Mrs|Dr|Messrs|Gen|Col|Capt|Sir|Lord)\.?\s)?(?!(?:Mr|Mrs|Dr|Messrs|Gen|Col|Capt)\.){_WORDS})(?:\s[^.;:,\n]{{3,90}})?"
)
_WHICH = sought(r"(?:by|in|with|through)\swhich\s")
# "his cable of 18 May", "its letter No. 12": whose it is, the text says elsewhere.
_THIRD = sought(
    rf"[hHiItT](?:(?<=[hH])(?:is|er)|(?<=[iI])ts|(?<=H)(?:IS|ER)|(?<=I)TS|(?<=T)HEIR|(?<=[tT])he(?:ir|\slatter[’']s|\sformer[’']s))\s(?:[Gg]overnment[’']s\s|[Mm]inistry[’']s\s|[Ll]egation[’']s\s)?{_ADJECTIVES}(?i:{_FORM})(?=,?\s(?:thereto\s|N[oO]|№|N[º°]|of\s|OF\s|dated\s|DATED\s|from\s|to\s|\d{{2,5}}(?:,|\sof\b|\sOF\b|\sdated\b)))"
)
_SAYS_THERE = compiled(
    rf",?\s(?P<by>{citing_undated.NAMED})\s(?:[a-z]+ly\s|also\s|again\s)?(?:has\s|had\s)?(?:[a-z]{{3,}}s|said|asked|wrote|reported|stated|proposed|told)\b"
)
"""``In his telegram of June 18 Comrade Berg asks``"""
_IN_IT: Final = ("In ", "in ", "By ", "by ")
_THIRD_HINT = ("his ", "her ", "its ", "latter", "former", "heir ", "His ", "Her ", "Its ", "HIS ", "HER ", "ITS ", "HEIR ")  # fmt: skip
# "the note which the Austrian Ministry sent us on 12 July", "the letter you wrote on 3 May"
_WHICH_SENT = compiled(
    rf"(?<!\w)(?:[Tt]he|[Aa])\s{_ADJECTIVES}{_FORM},?\s(?:which\s|that\s)?(?P<by>you|we|I|(?:the\s|your\s|our\s)?{_WORDS})\s(?:sent|wrote|handed|addressed|gave|transmitted|delivered|presented)(?:\s(?:to\s)?(?:us|me|you|him|them))?(?:\s(?:through|by|via)\s[^.;:,\n]{{3,50}}?)?(?:\s(?:on|dated))\s(?P<date>(?:the\s)?(?:{_DAY}|\d{{1,2}}(?:st|nd|rd|th|d)\b(?:\s(?:ultimo|instant|ult\.|inst\.))?))"
)
_WHICH_YOU = compiled(
    rf"(?<!\w)[Tt]he\s{_ADJECTIVES}{_FORM}\s(?:which\s|that\s)?(?P<by>you|I)\s(?:have\s|had\s)?(?:sent|wrote|written|addressed)\sto\s(?:the\s)?(?P<to>(?:Mr\.\s|Sir\s|Lord\s|Earl\s|Count\s|Baron\s|General\s)[A-Z][\w’'-]+)(?!\w)"
)
"""``the note which you addressed to Earl Russell``: one paper, though its day is not said."""
_SENT_TO = sought(r"(?:sent|wr(?:ote|itten)|addressed)\sto\s")
_SENT_ON = sought(
    r"(?:sent|wrote|handed|addressed|gave|transmitted|delivered|presented)(?:\s(?:to\s)?(?:us|me|you|him|them))?(?:\s(?:through|by|via)\s[^.;:,\n]{3,50}?)?\s(?:on|dated)\s"
)
_SENDING = (" sent ", " wrote ", " handed ", " addressed ", " gave ", " transmitted ", " delivered ", " presented ")
_CODE = compiled(
    r"(?<!\w)(?:(?:[Ii]n )?(?:continuation|reply|response|reference|addition|relation|answer) (?:of|to)|[Rr]ef(?:erence)?s?\.?:?|RE:|Re:)\s+(?:(?:your|my|our)\s)?(?P<number>[A-Z]{2,5}-\d{3,6})\b"
)
"""``In continuation of JAW-08110``: a service that numbers its telegrams with letters."""
_OTHERS = frozenset(
    {"department", "embassy", "legation", "consulate", "ministry", "mission", "delegation",
     "today", "yesterday", "government", "day", "year", "month", "week", "translator", "editor", "author", "archivist", "cataloguer", "excellency", "lordship", "majesty"}
)  # fmt: skip
_AN_OFFICE = compiled(
    r"(?:Ambassador|Minister|Secretary|Consul|President|General|Chargé|Commissioner|Envoy|Governor|Director)\Z"
)
_BARE_OFFICE = compiled(
    r"(?:the\s)?(?:Ambassador|Minister|Secretary|Consul|President|General|Commissioner|Envoy|Governor|Director)(?:\sof\s.+)?"
)
_ABROAD = compiled(r"Foreign Ministry\Z")
"""Whoever writes of "the Foreign Ministry's note" means the one of the country where he is."""
_UNDATED = frozenset({"letter", "telegram", "ciphered-telegram", "note", "memorandum", "speech", "despatch"})


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Papers of named writers in ``text[start:end]``: a name is needed, and a date unless the paper is a letter or the like."""
    taken: dict[tuple[int, int], list[tuple[str, Dated | None]]] = {}
    places: list[tuple[int, int]] = []  # disjoint and in order, so that only the two neighbours can overlap
    others = list(_all(text, start, end, context, order))
    phrases = citing_phrases.find(text, start, end, context=context, order=order)
    whole = [one for one in phrases if not citing_phrases.is_told_better(one, others)]
    yield from whole
    told = Overlaps(one.words for one in whole)
    named = [one for one in others if one.by is not None]
    for cited in (one for one in others if not told.touch(*one.words)):
        paper, (first, last) = (cited.number, cited.date), cited.words
        if cited.words not in taken:
            at = bisect_left(places, cited.words)
            if any(first < other[1] and other[0] < last for other in places[max(at - 1, 0) : at + 1]):
                continue
            places.insert(at, cited.words)
        elif paper in taken[cited.words]:
            continue  # "Yours 402, 403" and "notes of March 3 and June 17" are two papers by the same words
        taken.setdefault(cited.words, []).append(paper)
        yield citing_writers.told_by(cited, named)


def _all(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """By each way of naming, the surest first."""
    for match in _POSSESSIVE.finditer(text, start, end):
        if (cited := _of_possessor(text, match, start, end, context, order)) is not None:
            yield cited
    yield from citing_abroad.find(text, start, end, context=context, order=order)
    yield from citing_formal.find(text, start, end, context=context, order=order)
    yield from citing_handed.find(text, start, end, context=context, order=order)
    for match in _OF.finditer(text, start, end):
        if (cited := _of_parties(text, match, end, context, order)) is not None:
            yield cited
    words = text[start:end]
    yield from citing_marked.find(text, start, end, context=context, order=order)
    yield from citing_numbered.find(text, start, end, context=context, order=order)
    yield from citing_of_posts.find(text, start, end, context=context, order=order)
    yield from citing_owned.find(text, start, end, context=context, order=order)
    sent_on = _SENT_ON.search(text, start, end) and any(verb in words for verb in _SENDING)
    for match in _WHICH_SENT.finditer(text, start, end) if sent_on else ():
        if (day := _date(text, match.start("date"), end, context, order)) is not None:
            whose = {"you": "theirs", "we": "mine", "I": "mine"}.get(match["by"], "named")
            whole = whose == "named" and not match["by"].startswith(("your ", "our "))  # "your Politburo"
            by = match.span("by") if whole else None
            yield Cited(match.start(), match.span(), whose, "paper-of", _slug(match), date=day[0], by=by)  # type: ignore[arg-type]
    to_whom = (" you " in words or " I " in words) and _SENT_TO.search(text, start, end)
    for match in _WHICH_YOU.finditer(text, start, end) if to_whom else ():
        whose = "theirs" if match["by"] == "you" else "mine"
        yield Cited(match.start(), match.span(), whose, "paper-of", _slug(match), to=match.span("to"))  # type: ignore[arg-type]
    for match in _CODE.finditer(text, start, end) if "-0" in words or "-1" in words else ():
        span = match.span("number")
        yield Cited(span[0], span, "nobody", "number-referred-to", "", match["number"])
    for match in _THIRD.finditer(text, start, end) if any(hint in words for hint in _THIRD_HINT) else ():
        whom = citing.TO_WHOM.match(text, match.end(), end)
        counted = text[match.end() + 1 : match.end() + 3].isdigit()  # "its telegram 4188 of March 5"
        tail = Tail(text, whom.end() if whom else match.end(), end, context, order, number_first=counted)
        if (tail.found or tail.numbers) and not text[match.start() - 1 : match.start()].isalnum():
            number = tail.numbers[0][0] if tail.numbers else ""
            span = (match.start(), tail.end)
            says = _SAYS_THERE.match(text, tail.end, end) if text[match.start() - 3 : match.start()] in _IN_IT else None
            by = says.span("by") if says else None
            yield Cited(
                span[0], span, "named" if by else "nobody", "paper-of", _slug(match), number, tail.date(0), by=by
            )
            for further, own in tail.found[1:] if not number else ():
                yield Cited(own, span, "nobody", "paper-of", _slug(match), "", further)
            if number and tail.found:
                first = Cited(span[0], span, "nobody", "paper-of", _slug(match), number)
                yield from citing_brief.further(text, first, tail.end, end, context, order)
    for match in _BY_WHICH.finditer(text, start, end) if "which" in words and _WHICH.search(text, start, end) else ():
        if _SENDING_IT.search(text, max(start, match.start() - 34), match.start()):
            continue  # an enclosure
        yield Cited(match.start(), match.span(), "named", "named-paper", _slug(match), by=match.span("by"))
    yield from citing_wired.find(text, start, end, context=context, order=order)
    yield from citing_written.find(text, start, end, context=context, order=order)
    yield from citing_dated.find(text, start, end, context=context, order=order)
    yield from citing_clauses.find(text, start, end, context=context, order=order)
    yield from citing_undated.find(text, start, end, context=context, order=order)
    yield from citing_brief.find(text, start, end, context=context, order=order)


_SENDING_IT = compiled(r"\b(?:send|sending|[ei]nclose|[ei]nclosing|transmit|forward)\b[^.;:\n]{0,20}$")
_MARK = compiled(r"N(?:o\.?|[º°]|r\.?)\s?\d|№\s?\d|no\.\s?\d|numbered\s\d|number\s\d")


def _slug(match: re.Match[str]) -> str:
    return next(slug for group, slug in _SLUGS.items() if match[group] is not None)


def _form_end(match: re.Match[str]) -> int:
    return max(match.end(group) for group in _SLUGS if match[group] is not None)


def _of_possessor(
    text: str, match: re.Match[str], start: int, end: int, context: str | None, order: dates.Order | None
) -> Cited | None:
    apostrophe = match.start()
    window = max(start, apostrophe - 70)
    name = _NAME_BEFORE.search(text[window:apostrophe])
    if name is None:
        return None
    by = (window + name.start(), apostrophe)
    form, place = _slug(match), match.end()
    if text[by[0] : by[1]].split()[-1].lower() in _OTHERS and not (form == "note" and _ABROAD.search(text, *by)):
        return None
    date = _date(text, match.start("date"), end, context, order) if match["date"] else None
    tail = Tail(text, place, end, context, order, number_first=False)
    place = max(place, tail.end)
    number = tail.numbers[0][0] if tail.numbers else ""
    if date is None and tail.date(0):
        date = (tail.date(0) or Dated("", ""), place)
    to = _TO.match(text, place, end)
    addressee = (to.start("to"), to.start("to") + len(to["to"].rstrip(" .,"))) if to else None
    if to and addressee and names.parse(text, *addressee):
        place = addressee[1]
    else:
        addressee = None
    if to and date is None and (join := _DATED.match(text, addressee[1] if addressee else to.end(), end)):
        date = _date(text, join.end(), end, context, order)
        place = date[1] if date else place
    sent_to = addressee is not None and not form and _SENT_TO_ONE.match(text, match.start(), match.end())
    answered = (
        not form
        and _TO_HIS_MESSAGE.match(text, apostrophe, match.end()) is not None
        and _REPLYING.search(text, max(start, by[0] - 24), by[0]) is not None
        and _is_person(text, by)
    )
    if (
        date is None
        and not number
        and not (sent_to or answered)
        and (form not in _UNDATED or _AN_OFFICE.search(text, *by))
    ):
        return None
    if (
        date is None
        and not number
        and (_TO_COME.search(text, max(start, by[0] - 40), by[0]) or _FOLLOWS.match(text, place, end))
    ):
        return None
    if clause := _CLAUSE.match(text, place, end):
        place = clause.end()
    cue = cue_before(text, start, by[0])
    first = by[0] if cue is None else cue
    return Cited(
        first,
        (first, place),
        "named",
        "named-paper",
        form,
        number,
        date[0] if date else None,
        cue is not None,
        by,
        addressee,
    )


def _of_parties(
    text: str, match: re.Match[str], end: int, context: str | None, order: dates.Order | None
) -> Cited | None:
    by = to = None
    place = match.end()
    if match["parties"]:
        for role, piece in citing_parties.pieces(text, *match.span("parties")):
            if role in ("to", "addressed to"):
                to = piece
            elif role != "at" and by is None:
                by = piece
    if not match["date"] and (body := _COMMAND.match(text, _form_end(match), end)):
        by, place = body.span("by"), body.end()
    date = _date(text, match.start("date"), end, context, order) if match["date"] else None
    if date is None and (join := _DATED.match(text, place, end) or _DATED.match(text, place - 1, end)):
        date = _date(text, join.end(), end, context, order)
        place = date[1] if date else place
    number = ""
    marked = _MARK.match(text, place + 1) or (text[place : place + 2] == " (" and _MARK.match(text, place + 2))
    if date is None and by is not None and marked and _is_person(text, by):
        tail = Tail(text, place, end, context, order)
        if tail.numbers:
            number, day, place = tail.numbers[0][0], tail.date(0), tail.end
            date = (day, place) if day else None
    one = by or to
    shown = date is None and one is not None and _is_one(text, one) and not _BARE_OFFICE.fullmatch(text, *one)
    shown = (
        shown and not number and citing_shown.was_there(text, match.start(), _form_end(match), place, end, _slug(match))
    )
    shown = shown or (date is None and not number and _passed_between(text, match, by, to))
    if (date is None and not number and not shown) or (
        by is None and to is None and not _HANDLED.search(text, max(0, match.start() - 60), match.start())
    ):
        return None
    while text[place - 1] in " ,":
        place -= 1
    mine = shown and by is None and citing_shown.by_writer(text, match.start())
    return Cited(
        match.start(),
        (match.start(), place),
        "mine" if mine else "named",
        "my-paper" if mine else "paper-of",
        _slug(match),
        number,
        date[0] if date else None,
        False,
        by,
        to,
    )


def _passed_between(text: str, match: re.Match[str], by: tuple[int, int] | None, to: tuple[int, int] | None) -> bool:
    """``a letter of Kohl to Reagan``: one paper, since writer and reader are said, unless it is still to come."""
    if by is None or to is None or _slug(match) not in _UNDATED or match[0][-1:].isspace():
        return False
    coming = _COMING.search(text, max(0, match.start() - 40), match.start())
    return coming is None and _is_one(text, by) and _is_one(text, to)


_COMING = compiled(
    r"\b(?:will|shall|draft|propose[ds]?|suggest(?:s|ed)?|ask(?:s|ed)? for|request(?:s|ed)?|want(?:s|ed)?|prepar(?:e|es|ed|ing)|await(?:s|ing)?)\b[^.;]*$"
)

# "handed over the letter of February 18": a paper that the text handles by its day alone
_HANDLED = compiled(
    r"\b(?:hand(?:ed|s|ing)? over|deliver(?:ed|s|ing)?|received|answer(?:ed|s|ing)?|repl(?:y|ied|ies|ying) to|refer(?:red|s|ring)? to|present(?:ed|ing)|transmit(?:ted|s)?|convey(?:ed|ing)|before us|(?:began|opened|started|dealt|dealing) with|(?:spoke|speaking|spoken) of|return(?:ed|ing)? to|alluded to|(?:in connection|with regard|with respect|with reference) (?:with|to)|"
    r"(?:has|have|had) addressed(?: to)?|(?:agreed|stated|set forth|set out|contained|mentioned|expressed|described|reported|proposed|made|quoted|embodied|promised|recorded)(?: \w+)? in|"
    r"acknowledge[ds]?|thank(?:ed|s|ing)?(?: \w+){0,2} for|(?:in|with) (?:reference|reply|answer|response) to)(?: to \w+| \w+){0,2} $"
)
_COMMAND = compiled(
    r"\s(?:of|from)\s(?P<by>the\s(?:[A-Z]\w+\s){1,2}(?:command|side|government|leadership|comrades|friends|embassy|party|delegation|ministry|general staff))(?=,?\s(?:of|dated)\s)"
)


_SENT_TO_ONE = compiled(r"[’']s?\s(?:\w+\s){0,2}(?:message|appeal|reply|answer)")
"""``Kellogg's message to Briand``: who wrote and who received are said, and so it is one paper."""
_TO_HIS_MESSAGE = compiled(r"[’']s?\s(?:\w+\s){0,2}(?:message|communication|appeal)$")
_REPLYING = compiled(r"\b(?:[Rr]eply|[Aa]nswer|[Rr]esponse|[Rr]eplying|[Rr]eplied|[Rr]eceipt)\s(?:to|of)\s$")
"""``A reply to Mr. Berg's message will be drafted``: a message that is answered is one paper."""
_FOLLOWS = compiled(
    r",?\s(?:also\s|herewith\s|likewise\s)?(?:(?:[ei]n)closed|appended|annexed|attached|subjoined)\b|(?:\s(?:to|in|on)\s[^.;:\n]{3,40})?\s(?:follows?|will\sfollow|to\sfollow|(?:goes|going|forwarded|mailed|sent|pouched|being\ssent|transmitted)\s(?:by|via|in\snext|with\snext|under\sseparate)|(?:will\sbe|is\sbeing)\s(?:sent|mailed|forwarded|transmitted|telegraphed|cabled|pouched))\b"
)
"""``Text of the Premier's letter follows``: it is announced, not cited."""
_TO_COME = compiled(r"(?:\b[Ww]ill|\b[Ss]hall|[’']ll|\b(?:hope|intend) to) (?:\w+ ){1,3}$")
"""``I shall send the Secretariat's letter``: a paper to come is promised, not cited."""


def _is_person(text: str, words: tuple[int, int]) -> bool:
    party = names.parse(text, *words)
    return party is not None and party.entity == "person"


def _is_one(text: str, words: tuple[int, int]) -> bool:
    """One who wrote or received: a person, or the holder of an office."""
    party = names.parse(text, *words)
    return party is not None and party.entity in ("person", "position")


def _date(text: str, at: int, end: int, context: str | None, order: dates.Order | None) -> tuple[Dated, int] | None:
    if text.startswith("the ", at):
        at += 4
    found = dates.at(text, at, end, context=context, order=order)
    if found is None or len(found.values) != 1:
        return None
    return Dated(found.values[0].edtf, found.values[0].basis), found.end
