"""File numbers of the State Department as its papers are printed with them: ``861.51/131``, ``765.84/4601: Telegram``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled

_CLASS: Final = r"\d{2,4}[A-Za-z]{0,2}"
_WORD: Final = r"(?:[A-Z][\w’'.&-]*|[0-9A-Za-z]{1,4}\b\.?|(?:of|the|and|de|du|von)\b),?"
_PAPER: Final = r"/\s?(?:[A-Z]-?)?\d[\w½¼¾⅓⅔⅛–-]*(?:[ -][½¼¾⅓⅔⅛])?(?: ?[Ss]uppl?\.)?"
NUMBER: Final = rf"(?:{_CLASS}\.[0-9A-Z](?:[\w’'½&]|[.–-](?=\w))*(?:[ –-]{_WORD}){{0,5}}|\d{{3}}[A-Z]?[ .](?=[A-Z]){_WORD}(?: (?=[0-9A-Z]){_WORD}){{0,3}})(?:/[A-Z]\d{{1,3}}(?=/))?{_PAPER}"
"""A number of the decimal file of 1910 and after: class, what it is about, and the paper's count behind the stroke.

``711.5112 France/204`` · ``123 Kelsey, Ambrose/14`` · ``462.00 R 29/1234`` · ``860i.01/39`` · ``812.00/1134½`` · ``890g.6363/T84/41``
"""
MEDIUM: Final = r"(?:(?:[Cc]ircular|[Ii]dentic|[Pp]art air|[Ss]pecial)[ -]?)?(?:[Tt]elegram|[Aa]irgram|[Ii]nstruction|[Dd]espatch|[Cc]ircular|[Ll]etter|[Mm]emorandum|[Nn]ote)\b.{0,40}"
_STATED = compiled(
    rf"\s*(?:(?:Department )?File (?:Nos?[.:]? ?)?)?(?P<numbers>{NUMBER}(?:(?:, | and |, and |; ){NUMBER})*)(?:\s?:\s?{MEDIUM})?\s*\.?\s*"
)
_NUMBER = compiled(NUMBER)


def stated(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where the file numbers of a note stand that is nothing else: ``File No. 861.51/131``; empty for other words."""
    last = len(text) if end is None else end
    if not text[start : start + 40].lstrip()[:1].isdigit() and not text.startswith(("File", "Department"), start):
        return []
    match = _STATED.fullmatch(text, start, last)
    return [found.span() for found in _NUMBER.finditer(text, *match.span("numbers"))] if match else []
