"""A date in EDTF as somebody says it: ``1956-03-12%`` is *about 1956-03-12, uncertain*, ``1956-23`` *autumn 1956*."""

from __future__ import annotations

import calendar

from cablegraph.patterns import compiled

_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUALIFIED = {"~": ("about ", ""), "?": ("", ", uncertain"), "%": ("about ", ", uncertain")}
_SEASON = compiled(r"(\d{4})-(2[1-4])")
_DECADE = compiled(r"(\d{3})X")
_YEARLESS = compiled(r"XXXX-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")


def said(edtf: str) -> str:
    """In words where EDTF has signs; a plain date, and what is not known here, stays as it is."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _one(edtf)
    if first in ("", ".."):
        return f"until {_one(last)}"
    if last in ("", ".."):
        return f"from {_one(first)}"
    return f"{_one(first)} to {_one(last)}"


def unsure(edtf: str) -> bool:
    """Whether the paper itself calls the date uncertain or approximate."""
    return any(sign in edtf for sign in _QUALIFIED)


def _one(text: str) -> str:
    before, after = _QUALIFIED.get(text[-1:], ("", ""))
    plain = text.rstrip("~?%")
    while plain.endswith("-XX"):
        plain = plain.removesuffix("-XX")
    if yearless := _YEARLESS.fullmatch(plain):
        day, month = yearless["day"], calendar.month_name[int(yearless["month"])]
        plain = f"{int(day)} {month} of a year not said" if day else f"{month} of a year not said"
    if season := _SEASON.fullmatch(plain):
        plain = f"{_SEASONS[season[2]]} {season[1]}"
    if decade := _DECADE.fullmatch(plain):
        plain = f"{decade[1]}0s"
    return f"{before}{plain}{after}"
