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

_FROM = re.compile(r"FM (?P<who>[A-Z][A-Z .,'/-]{3,60})")
_TO = re.compile(
    r"TO (?P<who>[A-Z][A-Z .,'/-]{3,60}?)(?: ?/ ?[A-Z]+)?(?: (?:IMMEDIATE|PRIORITY|FLASH|ROUTINE|NIACT))*(?: \d{1,5})?"
)
_INFO = re.compile(r"INFO (?P<who>[A-Z][A-Z .,'/-]{3,60}?)(?: (?:IMMEDIATE|PRIORITY|FLASH|ROUTINE))*(?: \d{1,5})?")
_POST = re.compile(r"(?P<who>[A-Z][A-Z .,'/-]{3,50}?)(?: (?:IMMEDIATE|PRIORITY|FLASH|ROUTINE))*(?: \d{1,5})?")
_STAMP = re.compile(
    r"(?:(?P<grade>[ZOPR]) )?(?:[ZOPR] )?(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})Z? (?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]* (?P<year>\d{2})\b.{0,40}"
)
_OWN = re.compile(
    r"(?P<grade>(?:S E C R E T|C O N F I D E N T I A L|T O P S E C R E T|U N C L A S S I F I E D|L I M I T E D O F F I C I A L U S E|UNCLAS(?:SIFIED)?|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|TOP SECRET))"
    r"(?: SECTION \d+ OF \d+| (?:NODIS|EXDIS|LIMDIS|STADIS|CHEROKEE|NOFORN))* (?P<post>[A-Z][A-Z ]{2,24}?) (?P<number>\d{1,6})(?: (?:SECTION \d+ OF \d+|NODIS|EXDIS|LIMDIS|STADIS|NOFORN))*"
)
_ROUTING = re.compile(
    r"PAGE \d+.{0,60}|ACTION [A-Z]{1,5}-\d\d.{0,60}|INFO (?:[A-Z]{1,6}-\d\d ?)+.{0,60}|(?:[A-Z]{1,6}-\d\d ?)+(?:/\d+ ?W?)?.{0,20}|-{4,}.{0,40}|E\.? ?O\.? ?\d{5}.{0,40}|TAGS?:.{0,120}"
    r"|(?:SUBJ(?:ECT)?|SUBJ):.{0,160}|REFS?:.{0,160}|(?:EXDIS|NODIS|LIMDIS|STADIS)"
)
_MONTHS: Final = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905
_CAPITAL: Final = {
    "SECSTATE WASHDC": "Washington",
    "STATE": "Washington",
    "WHITE HOUSE": "Washington",
    "DEPSTATE": "Washington",
}


def is_wire(rows: Sequence[Row]) -> bool:
    """Whether a paper's first lines are such a head: it has a line from and a line to, all in capitals."""
    first = [row.text for row in rows[:14]]
    return any(_FROM.fullmatch(words) for words in first) and any(_TO.fullmatch(words) for words in first)


def read(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """Put down what the head says; gives the number of its lines."""
    last, informed = 0, False
    for index, row in enumerate(rows[:30]):
        words = row.text
        match = _FROM.fullmatch(words)
        if match:
            heading.senders.append(_post(row, match))
            _seat(heading, "origin", row, match)
        elif _ROUTING.fullmatch(words):
            informed = False
        elif match := _TO.fullmatch(words):
            heading.addressees.append(_post(row, match))
            _seat(heading, "destination", row, match)
        elif match := _INFO.fullmatch(words):
            heading.copies.append(_post(row, match))
            informed = True
        elif match := _STAMP.fullmatch(words):
            heading.dates.append(("sent", row.start + match.start("day"), row.start + match.end("year"), _edtf(match)))
        elif match := _OWN.fullmatch(words):
            heading.grades.extend(grades(text, row.start, row.end))
            heading.number = match["number"]
            heading.number_span = (row.start + match.start("post"), row.start + match.end("number"))
            if heading.form is None:
                heading.form = forms.Form("telegram", *heading.number_span)
            informed = False
        elif informed and (match := _POST.fullmatch(words)):
            heading.copies.append(_post(row, match))
        elif not heading.senders and words.isupper() and len(words) < 40:
            pass  # a grade or a stamp over the head
        else:
            break
        last = index + 1
    return last


def references(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """``REF: (A) SEOUL 5400; (B) STATE 164871``: each cable referred to, with its number."""
    line = re.compile(r"(?m)^REFS?:[^\n]{3,160}").search(text, start, end)
    if line:
        for one in re.compile(r"\b[A-Z]{4,}(?: [A-Z]{3,})? (?P<number>\d{2,6})\b").finditer(
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
    return f"{1900 + year if year > 30 else 2000 + year}-{_MONTHS.index(match['month']) + 1:02}-{match['day']}"
