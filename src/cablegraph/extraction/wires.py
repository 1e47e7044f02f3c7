"""Heads of cables as ministries' wire rooms print them: ``FM AMEMBASSY SEOUL``, ``TO SECSTATE WASHDC 2543``, ``R 160830Z JUL 75``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.extraction import forms
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.names import Party, cased, is_place
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled


def _line(pattern: str) -> re.Pattern[str]:
    """A pattern of a printed line, whose blanks may be wider than one."""
    return compiled(re.sub(r" (?![?+]|[^\[(]*\])", " +", pattern))


_URGENCY = r"(?:IMMEDIATE|PRIORITY|FLASH|ROUTINE|NIACT|DESKBY \d{6}Z)"
_MONTH = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*"
_TIME = rf"\d{{6}}Z? {_MONTH} \d{{2}}"
_SHORT_DAY: Final = rf"\d{{1,2}} ?{_MONTH} ?\d{{2}}"
_FROM = _line(
    rf"(?:FM|FROM(?=.* \d{{6}}Z)) (?P<who>[A-Z][A-Z .,'/-]{{2,60}}?)(?: (?P<number>[A-Z]{{0,2}}-?\d{{1,5}}))?(?: (?P<stamp>{_TIME})| (?P<day>{_SHORT_DAY}))?"
)
"""``FM AMEMBASSY SEOUL``, ``FM WSHDC 1234 12MAR64``, ``FROM UKMIS NEW YORK 121855Z DEC 63``"""
_TO = _line(rf"TO (?:{_URGENCY} )*(?P<who>[A-Z][A-Z .,'/-]{{2,60}}?)(?: ?/ ?[A-Z]+)?(?: {_URGENCY})*(?: \d{{1,5}})?")
_BEHIND = rf"(?: (?:{_URGENCY}|(?:BY )?POUCH))*(?: \d{{1,5}})?"
_INFO = _line(rf"INFO (?P<who>[A-Z][A-Z .,'/-]{{2,60}}?){_BEHIND}")
_POST = _line(rf"(?P<who>[A-Z][A-Z .,'/-]{{3,50}}?){_BEHIND}")
_REPEATED = _line(
    rf"(?:AND (?:SAVING )?TO|INFO|RFI|REPEATED|REPEATED FOR INFORMATION TO|INFO SAVING) (?:{_URGENCY}|INFO|SAVING) .{{3,200}}"
)
_NUMBER = _line(r"(?:TELEGRAM NUMBER|TELEGRAM NO\.?|TELNO) (?P<number>\d{1,5})(?: OF (?P<stamp>.{4,24}))?")
_STAMP = _line(
    rf"(?:OF )?(?:(?P<grade>[ZOPR]) )?(?:[ZOPR] )?(?P<day>\d{{2}})(?P<hour>\d{{2}})(?P<minute>\d{{2}})Z? (?P<month>{_MONTH}) (?P<year>\d{{2}})\b.{{0,40}}"
)
_OWN = _line(
    r"(?P<grade>(?:S E C R E T|C O N F I D E N T I A L|T O P S E C R E T|U N C L A S S I F I E D|L I M I T E D O F F I C I A L U S E|UNCLAS(?:SIFIED)?|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|TOP SECRET))"
    r"(?: SECTION \d+ OF \d+| (?:NODIS|EXDIS|LIMDIS|STADIS|CHEROKEE|NOFORN))* (?P<post>[A-Z][A-Z ]{2,24}?) (?P<number>\d{1,6})(?: (?:SECTION \d+ OF \d+|NODIS|EXDIS|LIMDIS|STADIS|NOFORN))*"
)
_ROUTING = _line(
    r"PAGE \d+.{0,60}|ACTION [A-Z]{1,5}-\d\d.{0,60}|INFO (?:[A-Z]{1,6}-\d\d ?)+.{0,60}|(?:[A-Z]{1,6}-\d\d ?)+(?:/\d+ ?W?)?.{0,20}|-{4,}.{0,40}|E\.? ?O\.? ?\d{5}.{0,60}|TAGS?:.{0,120}"
    r"|(?:SUBJ(?:ECT)?|SUBJ):.{0,160}|REFS?:?.{0,160}|(?:EXDIS|NODIS|LIMDIS|STADIS)|DESKBY \d{6}Z|\d{1,3}"
)
_GRADE_ALONE = _line(
    r"(?:(?:TOP|MOST) )?(?:SECRET|CONFIDENTIAL|RESTRICTED|UNCLASSIFIED)(?:(?: AND| [A-Z]+| UK| UNITED KINGDOM)? (?:PERSONAL|STRICTLY PERSONAL|EYES A?|EYES ONLY|DEDIP|ECLIPSE|GUARD|BURNING BUSH))?"
)
"""``SECRET`` on a line of its own below a British head."""
_MONTHS: Final = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905
_CAPITAL: Final = {
    "SECSTATE WASHDC": "Washington",
    "STATE": "Washington",
    "WHITE HOUSE": "Washington",
    "DEPSTATE": "Washington",
    "FCO": "London",
    "FOREIGN OFFICE": "London",
    "WSHDC": "Washington",
    "LDN": "London",
    "EXTERNAL OTT": "Ottawa",
    "EXTER OTT": "Ottawa",
    "EXTERNAL": "Ottawa",
    "PERMISNY": "New York",
}


def is_wire(rows: Sequence[Row]) -> bool:
    """Whether a paper's first lines are such a head: it has a line from and a line to, all in capitals."""
    first = [row.text for row in rows[:14]]
    return any(_FROM.fullmatch(words) for words in first) and any(_TO.fullmatch(words) for words in first)


def read(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """Put down what the head says; gives the number of its lines."""
    last, informed, sent = 0, False, False
    for index, row in enumerate(rows[:30]):
        words = row.text
        match = _FROM.fullmatch(words)
        if match:
            sent = _from(heading, row, match)
        elif _ROUTING.fullmatch(words):
            informed = False
        elif match := _TO.fullmatch(words):
            heading.addressees.append(_post(row, match))
            _seat(heading, "destination", row, match)
        elif _REPEATED.fullmatch(words):
            heading.copies.extend(_repeated(row))
        elif match := _NUMBER.fullmatch(words):
            _numbered(heading, row, match.span("number"))
            if match["stamp"] and (day := _STAMP.fullmatch(words, match.start("stamp"))):
                heading.dates.append(("sent", row.start + day.start("day"), row.start + day.end("year"), _edtf(day)))
        elif match := _INFO.fullmatch(words):
            heading.copies.append(_post(row, match))
            informed = True
        elif match := _STAMP.fullmatch(words):
            heading.dates.append(("sent", row.start + match.start("day"), row.start + match.end("year"), _edtf(match)))
        elif match := _OWN.fullmatch(words):
            heading.grades.extend(grades(text, row.start, row.end))
            _numbered(heading, row, (match.start("post"), match.end("number")), match["number"])
            informed = False
        elif informed and (match := _POST.fullmatch(words)):
            heading.copies.append(_post(row, match))
        elif words.isupper() and (len(words) < 40 if not sent else _GRADE_ALONE.fullmatch(words)):
            heading.grades.extend(grades(text, row.start, row.end))  # a grade or a stamp over the head
        else:
            break
        last = index + 1
    return last


def _from(heading: Heading, row: Row, match: re.Match[str]) -> bool:
    """``FM AMEMBASSY SEOUL`` names who sends; ``FM MOGADISHU 150840Z NOV 77`` the place, and when."""
    if is_place(match["who"]):
        start, end = (row.start + at for at in match.span("who"))
        heading.origin = (start, end, cased(match["who"]))
    else:
        heading.senders.append(_post(row, match))
        _seat(heading, "origin", row, match)
    if match["stamp"] and (stamp := _STAMP.match(row.text, match.start("stamp"))):
        span = (row.start + stamp.start("day"), row.start + stamp.end("year"))
        heading.dates.append(("sent", *span, _edtf(stamp)))
    if match["number"]:
        _numbered(heading, row, match.span("number"))
    if match["day"] and (
        short := re.match(r"(?P<day>\d{1,2}) ?(?P<month>[A-Z]{3})[A-Z]* ?(?P<year>\d{2})", match["day"])
    ):
        span = (row.start + match.start("day"), row.start + match.end("day"))
        heading.dates.append(("sent", *span, _edtf(short)))
    return True


def _numbered(heading: Heading, row: Row, span: tuple[int, int], number: str = "") -> None:
    heading.number = number or row.text[slice(*span)]
    heading.number_span = (row.start + span[0], row.start + span[1])
    if heading.form is None:
        heading.form = forms.Form("telegram", *heading.number_span)


_ROUTING_WORD = compiled(
    rf"(?<![A-Z])(?:AND(?: SAVING)? TO|AND|TO|INFO|RFI|SAVING|REPEATED|FOR INFORMATION|{_URGENCY})(?![A-Z])|[,;]|\.(?=\s|$)"
)
_WORD_OF_POST = compiled(r"[^\s,;]+")
_MOST_WORDS: Final = 3
"""Words that the name of a post may have where no comma parts it from the next."""


def _repeated(row: Row) -> Iterator[Party]:
    """``AND TO PRIORITY ADDIS ABABA INFO IMMEDIATE NAIROBI, WASHINGTON``: the posts that have it besides."""
    reached = 0
    for mark in (*_ROUTING_WORD.finditer(row.text), None):
        stop = mark.start() if mark else len(row.text)
        for first, last in _posts_in(row.text, reached, stop):
            yield Party(row.text[first:last], "body", row.start + first, row.start + last)
        reached = mark.end() if mark else stop


def _posts_in(words: str, start: int, end: int) -> list[tuple[int, int]]:
    """``PARIS BONN MOSCOW``: each post of a stretch that no comma divides; what is not all places is one post."""
    spans = [one.span() for one in _WORD_OF_POST.finditer(words, start, end)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        tries = range(min(at + _MOST_WORDS, len(spans)), at, -1)
        stop = next((one for one in tries if _is_post(words[spans[at][0] : spans[one - 1][1]])), 0)
        if not stop:
            return [(spans[0][0], spans[-1][1])]
        found.append((spans[at][0], spans[stop - 1][1]))
        at = stop
    return found


_MISSION_WORD = compiled(r"(?:UKDEL|UKMIS|UKREP|BMG|POLAD|COMCEN|MODUK|CABINET OFFICE|HOLY SEE)(?: [A-Z.]+){0,2}")


def _is_post(words: str) -> bool:
    mission = _MISSION_WORD.fullmatch(words)
    return is_place(words) or (mission is not None and not is_place(words.split()[-1])) or words in _ALONE


_ALONE: Final = frozenset(
    {"UKDEL NATO", "UKMIS NEW YORK", "UKMIS GENEVA", "UKREP BRUSSELS", "UKDEL VIENNA", "FCO", "MODUK"}
)


def references(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """``REF: (A) SEOUL 5400; (B) STATE 164871``: each cable referred to, with its number."""
    line = compiled(r"(?m)^REFS?:[^\n]{3,160}").search(text, start, end)
    if line:
        for one in compiled(r"\b[A-Z]{4,}(?: [A-Z]{3,})? (?P<number>\d{2,6})\b").finditer(
            text, line.start() + 4, line.end()
        ):
            yield one.start(), one.end(), one["number"]


def _post(row: Row, match: re.Match[str]) -> Party:
    words = match["who"].strip(" ,")
    at = row.start + match.start("who")
    return Party(words, "body", at, at + len(words))


def _seat(heading: Heading, role: str, row: Row, match: re.Match[str]) -> None:
    """``AMEMBASSY SEOUL`` sits in Seoul, and the Department in Washington."""
    words = match["who"].strip(" ,")
    at = row.start + match.start("who")
    spot = None
    tail = re.search(r" (?P<place>[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+)?)$", words)
    if words in _CAPITAL:
        spot = (at, at + len(words), _CAPITAL[words])
    elif tail and is_place(tail["place"]):
        spot = (at + tail.start("place"), at + tail.end("place"), cased(tail["place"]))
    elif tail and is_place(tail["place"].split()[-1]):
        place = tail["place"].split()[-1]
        spot = (at + len(words) - len(place), at + len(words), cased(place))
    if spot and getattr(heading, role) is None:
        setattr(heading, role, spot)


def _edtf(match: re.Match[str]) -> str:
    year = int(match["year"])
    return (
        f"{1900 + year if year > 30 else 2000 + year}-{_MONTHS.index(match['month'][:3]) + 1:02}-{int(match['day']):02}"
    )
