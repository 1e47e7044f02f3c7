"""Lines that are an office's number and say by their form of what kind it is: ``Incoming 24190/sh``, ``Az.: 210-331.00``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final, Literal

from cablegraph.patterns import compiled

Kind = Literal["number", "incoming", "outgoing", "file", "register"]
Found = tuple[Kind, int, int]
"""Kind of the number, and where it begins and ends."""

_END: Final = r"(?=\s{2,}|\s*\Z)"
_STAMP_DAY: Final = r"\d{1,2}[ .-]?(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|JANUARY|FEBRUARY|MARCH|APRIL|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)\.?[ .-]?(?:19)?\d\d"
"""``22 MAR 1968`` as a stamp of the General Department has it, with the count of what came in before it or behind."""
_ROWS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("incoming", compiled(
        rf"\[?(?:Incoming|INCOMING|Ingoing|Entry|ENTRY|Entered)\s(?:(?:No|Nr)\.?\s?)?(?P<value>\d[\w/.-]*)\]?{_END}"
    )),
    ("incoming", compiled(
        r"[\[(]?(?:Entered|Registered|Received|Filed|Recorded) (?:in|at|by|with) .{3,70}? under (?:(?:No|Nr)\.?\s?)?(?P<value>\d[\w/.-]*\w)(?: (?:on|of|dated|\().{4,40})?\.?[\])]?\Z"
    )),
    ("incoming", compiled(r"\[?(?i:vkh(?:od\w*)?|vh(?=\.)|вх(?:од\w*)?|inc|wpł(?:yn\w*)?|eing|entr(?=\.))\b\.?\s?:?\s?(?P<value>\d[\w/.-]*\w)\]?\s*\Z")),
    ("outgoing", compiled(r"\[?(?i:iskh(?:od\w*)?|ish(?=\.)|исх(?:од\w*)?|outg|wych|ausg|sal(?=\.))\b\.?\s?:?\s?(?P<value>\d[\w/.-]*\w)\]?\s*\Z")),
    ("incoming", compiled(rf"(?P<value>\d{{4,7}}) {{1,6}}{_STAMP_DAY}\Z")),
    ("incoming", compiled(rf"{_STAMP_DAY} {{1,6}}(?P<value>\d{{4,7}})\Z")),
    ("number", compiled(
        rf"(?:(?:Our|OUR|Unser) )?(?:[Rr]ef(?:erence)?|REF|[Zz]eichen)\.?(?:\s?(?:No|NO|Nr)\.?(?:\s?:|(?=\s))|\s?:)\s?(?P<value>\d[\w.]*(?:[/-][\w.]*\w)+){_END}"
    )),
    ("number", compiled(r"(?P<value>(?:\d{2,7}/(?:\d{1,4}|[A-Z]{1,4})|0\d{2,6})/19\d{2})\.?\Z")),
    ("number", compiled(r"(?P<value>\d{1,6}/(?:[^\W\d_]{1,8}\.){1,3}[/-]?(?:19)?\d{2,4})\.?\Z")),
    ("number", compiled(r"(?P<value>\d{1,3}-[A-ZА-Я]{1,2}-\d{2,6})\.?\Z")),
    ("number", compiled(r"Prot\. ?n[.o°º]{0,2} (?P<value>\d+)(?=\s{2,}Pos\.)")),
    ("number", compiled(rf"(?:(?:Str|Strogo)\.? ?)?[Pp]ov\. ?(?:[Bb]r\.? ?)?(?P<value>\d{{2,7}}(?:/\d+)*){_END}")),
    ("number", compiled(
        rf"(?P<value>(?:GOV|INFCIRC|GC|ENDC|CCD|NPT|DC|TD|ST|A|S|E)(?:/[A-Z]{{1,4}}(?:\.\d+)?)*/(?:[A-Z]{{1,3}}\.)?\d+(?:/(?:Add|Rev|Corr)\.\d+)*){_END}"
    )),
    ("file", compiled(r"File (?:(?:No|Nr|Ref)\.?\s?)?:?\s?(?P<value>(?:[A-Z]{1,6}/)?\d[\w./()-]*[\w)]|[A-Z]{1,6}/[\w./()-]*\d[\w./()-]*)\Z")),
    ("file", compiled(rf"(?:Az|Aktenz|Aktenzeichen|Gz|Geschäftszeichen)\.?\s?:\s?(?P<value>\d[\w./-]*\w){_END}")),
    ("file", compiled(r"(?:DISTR|Distr)[\w ]*\.?:.*?\bFILE (?P<value>\d+(?:/\d+)+)\b")),
)  # fmt: skip
_FIRST: Final = compiled(
    r"[\[(]?(?:[Ii][NnSs]|[Vv][Kkh]|[ВвИи][хХс]|[Ww][py]|[Ee]ing|[Oo]utg|[Aa]usg|[Ss]al\.|En|EN|Re|RE|Fi|Our|OUR|Uns|Ref|Zei|Pro|Str|[Pp]ov|[A-Z]+/|Az|Akt|Gz|Ges|DIS|Dis|\d{2,7}/\d|\d{1,6}/[^\W\d_]|\d{1,3}-[A-ZА-Я]|\d{4,7} +\d{1,2}[ .-]?[A-Z]{3}|\d{1,2}[ .-]?[A-Z]{3})"
)
"""A quick look at how such lines begin."""


def read(text: str, start: int, end: int) -> Found | None:
    """The number that the line ``text[start:end]`` is, or nothing."""
    if not _FIRST.match(text, start, end):
        return None
    for kind, row in _ROWS:
        if match := row.match(text, start, end):
            return kind, *match.span("value")
    return None
