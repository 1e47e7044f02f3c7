"""Papers that few words point to: ``a protest was sent in``, ``his reply, received today``, ``Resolution 242``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction import citing_alike, citing_ordered, citing_told, citing_which
from cablegraph.extraction.cited import Cited, Whose
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.extraction.citing_wired import WRITER, is_one, is_to_come
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_HIS_CAME = sought(
    r"(?<![\w’'])(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:\w+\s)?(?P<form>reply|answer|letter|note|telegram|cable|d[ei]spatch|report|message|memorandum|communication|response)"
    r"(?:,\s(?:which\s(?:has\s)?(?:just\s|only\s)?(?:came|come|arrived|reached|was\s(?:received|brought|handed|delivered))|(?:just\s|only\s)?(?:received|arrived|come|brought|handed|delivered)(?!\s\w+\s\w+\s\d))"
    r"|\s(?:has\s)?(?:just\s)?(?:reached\s(?:me|us)|(?:came|arrived|come)\s(?:to\s(?:me|us)|yesterday|to-?day|this\s\w+|last\snight)))"
)
_LODGED = sought(
    rf"(?<![\w’'.-]){WRITER},?\s(?:has\s|have\s|had\s)?(?:already\s|also\s|now\s|since\s|again\s)?(?:sent\sin|handed\sin|put\sin|presented|lodged|submitted|filed)\s(?:an?|another|two|three|four)\s(?:(?:formal|written|strong|further|second|joint|identic|identical|long|new)\s)?"
    r"(?P<form>protests?|notes?(?:\sof\sprotest)?|petitions?|memorials?|remonstrances?|memorand(?:um|a)|aide-m[ée]moire)\b(?![^.;:\n]{0,70}\b(?:on|of|dated)\s(?:the\s)?(?:\d|[A-Z][a-z]{2,8}\s\d))"
)
_BROUGHT = sought(
    r"(?<!\w)(?:brought|handed|given|sent)\s(?:to\s)?(?:me|us)\s(?P<words>an?\s(?:\w+\s)?(?P<form>petition|memorial|protest|remonstrance|memorandum|letter|note)\s(?:signed\sby|in\sthe\sname\sof|on\sbehalf\sof)\s[^.;:,\n]{3,60})"
    r"|(?<!\w)received\s(?P<got>an?\s(?:\w+\s)?(?P<form_got>petition|memorial|remonstrance)\s(?:signed\sby|from|of)\s[^.;:,\n]{3,60})"
)
_RESOLUTION = sought(
    r"(?<!\w)(?:(?:UN|U\.N\.|United\sNations|UNSC|Security\sCouncil|General\sAssembly)\s)*[Rr]esolutions?\s(?:Nos?\.?\s?)?(?P<one>\d{2,4})(?:(?:,|,?\sand)\s(?P<two>\d{2,4}))?(?!\w|[.,/:]\d|\s(?:troops|men|tons)\b)"
)
_YEAR = compiled(r"1[89]\d\d")
_TO_ALL = sought(
    r"(?<!\w)(?P<by>(?:[Tt]he\s)?[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3})\s(?:has\s|have\s)?(?:sent|addressed|handed|delivered|presented|transmitted)\s(?:to\s)?(?:all\sof\s(?:us|them)|us\sall|us|each\sof\s(?:us|them)|all\s(?:the\s)?\w+(?:\s\w+)?|the\s(?:\w+\s){0,3}(?:governments|powers|countries|states|embassies|missions|legations|parties|members))"
    r"(?:,\s[^.,;:\n]{3,50},)?\s(?:an?|the|another|its|identical)\s(?:\w+\s)?(?P<form>note|letter|telegram|memorandum|message|circular|aide-m[ée]moire)s?\s(?:of|on|dated)\s(?=the\s\d|\d|[A-Z][a-z]{2,8}\.?\s\d)"
)
_EACH_ITS_DAY = sought(
    rf"(?<![\w’'])(?:[Tt]wo|[Tt]hree|[Ff]our|[Tt]he|[Ss]everal|[Hh]is|[Mm]y)\s(?:\w+\s)?(?P<form>notes|letters|telegrams|d[ei]spatches|memoranda|communications)\s[^.;\n]{{0,70}}?,?\s(?:dated|bearing\sdate),?\srespectively,?\s(?:on\s)?(?:the\s)?(?P<days>\d{{1,2}}(?:st|nd|rd|th|d)?(?:(?:,|,?\sand)\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th|d)?){{1,4}})\s(?:of\s)?(?P<month>ultimo|instant|{MONTH}(?:,?\s\d{{4}})?)"
)
"""``two notes from the foreign minister, dated, respectively, the 3d and 9th ultimo``"""
_REPORT_OF = sought(
    r"(?<![\w’'])(?:[Tt]he|an?)\s(?:annual\s|last\s|recent\s)?report\s(?:of|from|by)\s(?P<by>the\s(?:Acting\s)?(?i:commissioner|secretary|director|superintendent|auditor|comptroller|consul|governor|attorney|inspector|surgeon|commander|treasurer|collector|solicitor|postmaster)(?:[- ](?i:general))?\s(?:of|for|at|in)\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+)?)"
)
_DAY: Final = r"(?:\d{1,2}(?:st|nd|rd|th|d)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d|\d{1,2}(?:st|nd|rd|th|d)\b(?!\s(?:of\s(?:the|a)|Plenum|Congress|Session|[Aa]rmy|[Rr]egiment|[Dd]ivision)))"
_BARE_LEAD = compiled(
    r"(?:^|[.;:]\s|\n|\b(?:received|copy\sof|summary\sof|text\sof|[Rr]eferring\sto|reference\sto|[Rr]eplying\sto|[Nn]otwithstanding|[Ss]ee|(?:learn|advised|informed)\sby)\s)(?:[Cc]ircular\s)?$"
)
_BARE_FORM = sought(
    r"\b(?:[Tt]elegram|[Cc]able|[Nn]ote|[Ll]etter|[Mm]emorandum|[Dd][ei]spatch|[Cc]ommunication)(?=\s(?:just|received|to-?day|yesterday|from|to|by|signed|dated|of|No\.)\s|,\s(?:No\.|dated)\s)"
)
_BARE = compiled(
    rf"(?P<words>(?P<form>[Tt]elegram|[Cc]able|[Nn]ote|[Ll]etter|[Mm]emorandum|[Dd][ei]spatch|[Cc]ommunication)"
    rf"(?:\s(?:just\s)?received)?(?:\sto-?day|\syesterday)?(?:\s(?P<role>from|to|by|signed)\s(?P<who>(?:him|her|them|(?:his|her|their)\s(?:[Dd]epartment|[Gg]overnment|[Mm]inistry|[Oo]ffice))\b|(?:the\s)?[A-Z][\w’'-]+(?:(?:\s|\s(?:at|in|of|and|to)\s(?:the\s)?|,\s(?=[A-Z][\w’'-]+,?\s(?:No|dated|{MONTH}\s\d)))(?!No\b)[A-Z][\w’'-]+){{0,4}}))?,?(?:\s(?P<number>No\.\s?\d{{1,5}}),?)?(?:\s(?P<day>(?:dated|of)\s(?:the\s)?)|(?<=,)(?P<plain>\s))(?={_DAY}))"
)
"""``Cable of July 8 signed Root``, ``Referring to telegram from Consul at Berga, No. 282, dated November 21``: wires save the article."""
_CORRECTED = sought(
    rf"(?:\[(?P<only>[Yy]our|[Mm]y|[Oo]ur)\]|\b(?:[Yy]our|[Mm]y|[Oo]ur|(?:Department|Embassy|Legation)[’']s)\s\[(?P<meant>your|my|our)\])\s(?:(?P<form>telegram|cable|despatch|letter|note)\s)?(?=(?:No\.\s?)?\d|{_DAY})"
)
"""``Department’s [your] September 3, midnight``: the editors put right whose paper is meant."""
_SEVERAL = sought(
    r"(?<![\w’'])(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hese|[Tt]wo)\s(?:\w+\s)?(?P<form>memoranda|notes|telegrams|d[ei]spatches|letters)\s(?=(?:numbered|numbers|Nos\.)\s\d{1,5}(?:,|\sand)\s)"
)
"""``the memoranda numbered 980 and 1053, dated respectively September 5, and September 24, 1918``"""
_GIVEN = compiled(r"[^.;\n]{0,40}:\s*(?:[\"“«\n]|$)")
_ENDS = compiled(r"\.?\s*(?:\n|$)")
_SLUGS: Final = (("note", "note"), ("letter", "letter"), ("memorial", "petition"), ("mem", "memorandum"), ("tele", "telegram"), ("cabl", "telegram"), ("desp", "despatch"), ("disp", "despatch"), ("report", "report"), ("petit", "petition"), ("circ", "circular"), ("aide", "note"))  # fmt: skip
_CAME: Final = ("eceived", "rrived", " came", " come", "eached", "brought", "handed", "elivered")
_GOT: Final = (" me a", " us a", "received a")
_PUT_RIGHT: Final = ("[your]", "[Your]", "[my]", "[My]", "[our]", "[Our]")
_SENDING: Final = (" sent ", " addressed ", " handed ", " delivered ", " presented ", " transmitted ")
_LODGING: Final = (" sent in ", " handed in ", " put in ", " presented ", " lodged ", " submitted ", " filed ")


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Such papers in ``text[start:end]``: one paper each, though most often nobody says its day."""
    words = text[start:end]
    for match in _HIS_CAME.finditer(text, start, end) if any(came in words for came in _CAME) else ():
        yield Cited(match.start(), match.span(), "nobody", "paper-of", _slug(match["form"]))
    for match in _LODGED.finditer(text, start, end) if any(verb in words for verb in _LODGING) else ():
        if not is_to_come(text, start, match.start()) and is_one(text, match.span("by")):
            yield Cited(match.start(), match.span(), "named", "paper-of", _slug(match["form"]), by=match.span("by"))
    for match in _BROUGHT.finditer(text, start, end) if any(got in words for got in _GOT) else ():
        if not is_to_come(text, start, match.start()):
            group = "words" if match["words"] else "got"
            form = _slug(match["form"] or match["form_got"])
            yield Cited(match.start(group), match.span(group), "nobody", "paper-of", form)
    for match in _RESOLUTION.finditer(text, start, end) if "esolution" in words else ():
        for group in ("one", "two"):
            number = match[group]
            if number and not (_YEAR.fullmatch(number) and "No" not in match[0]):
                first = match.start() if group == "one" else match.start(group)
                yield Cited(first, match.span(), "nobody", "number-referred-to", "decision", number)
    for match in _TO_ALL.finditer(text, start, end) if any(verb in words for verb in _SENDING) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=False)
        if tail.found:
            span, by = (match.start(), tail.end), match.span("by")
            yield Cited(span[0], span, "named", "paper-of", _slug(match["form"]), "", tail.date(0), by=by)
    yield from citing_ordered.find(text, start, end)
    yield from _bare(text, start, end, context, order)
    for match in _CORRECTED.finditer(text, start, end) if any(whose in words for whose in _PUT_RIGHT) else ():
        tail = Tail(text, match.end(), end, context, order, number_first=not match["form"], bare=not match["form"])
        if tail.found or tail.numbers:
            whose: Whose = "theirs" if (match["only"] or match["meant"]).lower() == "your" else "mine"
            before = tail.numbers and (not tail.found or tail.numbers[0][1] < tail.found[0][1])
            number = tail.numbers[0][0] if before else ""  # "August 2, 3 [4] p.m."
            span, by_rule = (match.start(), tail.end), "your-paper" if whose == "theirs" else "my-paper"
            yield Cited(span[0], span, whose, by_rule, _slug(match["form"] or ""), number, tail.date(0))
    for match in _SEVERAL.finditer(text, start, end) if "numbered " in words or "Nos. " in words else ():
        tail = Tail(text, match.end(), end, context, order)
        for index, (number, own) in enumerate(tail.numbers if tail.found else ()):
            begin, form = match.start() if index == 0 else own, _slug(match["form"])
            yield Cited(begin, (match.start(), tail.end), "nobody", "paper-of", form, number, tail.date(index))
    for match in _EACH_ITS_DAY.finditer(text, start, end) if "respectively" in words else ():
        for each in re.finditer(r"\d+", match["days"]):
            if (day := dates.parse(f"{each[0]}th {match['month']}", context=context, order=order)) is not None:
                first = match.start("days") + each.start() if each.start() else match.start()
                said = Dated(day.edtf, day.basis)
                yield Cited(first, match.span(), "nobody", "paper-of", _slug(match["form"]), "", said)
    for match in _REPORT_OF.finditer(text, start, end) if "report " in words else ():
        if not is_to_come(text, start, match.start()):
            yield Cited(match.start(), match.span(), "named", "paper-of", "report", by=match.span("by"))
    yield from citing_which.find(text, start, end, context=context, order=order)
    yield from citing_alike.find(text, start, end, context=context, order=order)
    yield from citing_told.find(text, start, end, context=context, order=order)


def _bare(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """Papers without an article before them, as wires and editors' brackets name them."""
    for form in _BARE_FORM.finditer(text, start, end):
        led = _BARE_LEAD.search(text, max(start, form.start() - 24), form.start())
        match = _BARE.match(text, form.start(), end) if led and (led[0] or form.start() == start) else None
        if match is None:
            continue
        tail = Tail(text, match.start("day" if match["day"] else "plain"), end, context, order, number_first=False)
        if not tail.found or _GIVEN.match(text, tail.end, end) or _ENDS.match(text, tail.end, end):
            continue  # a headline, or a paper that is given
        number = match["number"].removeprefix("No.").strip() if match["number"] else ""
        from_one = match["role"] in ("from", "by", "signed") and match["who"][0].isupper()
        by = match.span("who") if from_one and is_one(text, match.span("who")) else None
        to = match.span("who") if match["role"] == "to" and match["who"][0].isupper() else None
        circular = led is not None and led[0].endswith("ircular ")
        first = form.start() - (len("circular ") if circular else 0)
        whose: Whose = "named" if by or to else "nobody"
        yield Cited(
            first, (first, tail.end), whose, "paper-of", _slug(match["form"]), number, tail.date(0), by=by, to=to
        )


def further(
    text: str, first: Cited, place: int, end: int, context: str | None, order: dates.Order | None
) -> Iterator[Cited]:
    """``514, of the 20th, and 521, of the 22nd``: each further pair of number and day is a paper of the same kind."""
    while joint := _NEXT_PAIR.match(text, place, end):
        tail = Tail(text, joint.end(), end, context, order, number_first=False)
        if not tail.found:
            return
        place = tail.end
        number = joint.span("number")
        yield replace(first, start=number[0], words=(number[0], place), number=joint["number"], date=tail.date(0))


_NEXT_PAIR = compiled(
    r"(?:[,;]\s|[,;]?\sand\s)(?:and\s)?(?:Nos?\.\s?)?(?P<number>\d{1,5}),?\s(?=(?:of|dated)\s(?:the\s)?(?:\d|[A-Z]))"
)


def _slug(word: str) -> str:
    return next((slug for begins, slug in _SLUGS if word.lower().startswith(begins)), "")
