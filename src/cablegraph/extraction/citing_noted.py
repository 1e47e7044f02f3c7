"""The day of a cited paper in a footnote: ``(Embtel 540)3`` in the text, ``3 Dated November 20.`` at its foot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cablegraph import dates
from cablegraph.evidence import Passage, Rule
from cablegraph.extraction.citing_tails import Tail
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

_RULE = Rule("citations.footnote", certainty="0.9")

_MARK = compiled(r"(?:\)[.,;]?|[.,;:])?(?P<mark>\d{1,2}|[¹²³⁰⁴-⁹]{1,2})(?=[\s.,;)]|$)")
_INSIDE = compiled(r"(?P<mark>[¹²³⁰⁴-⁹]{1,2})$")
"""The figure of a note behind a number: ``Deptel 498.2 The President``, ``your telegram No. 12⁴ on``."""
_NOTE = compiled(
    r"\s*(?P<mark>\d{1,2}|[¹²³⁰⁴-⁹]{1,2})[.)]?\s*"
    r"(?:Telegram\s|Despatch\s|Letter\s|Not printed[.;]\s)?(?P<words>(?:[Dd]ated|Of)\s)"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def with_days(
    source: SourceText,
    cited: Sequence[Record],
    notes: Sequence[tuple[int, int]],
    context: str | None,
    order: dates.Order | None,
) -> tuple[Record, ...]:
    """The papers, those that only their number names with the day that the note behind them says."""
    days = _days(source, notes, context, order) if notes and cited else {}
    return tuple(_dated(source.text, one, days) for one in cited) if days else tuple(cited)


def _days(
    source: SourceText, notes: Sequence[tuple[int, int]], context: str | None, order: dates.Order | None
) -> dict[str, Passage]:
    days: dict[str, Passage] = {}
    for start, end in notes:
        if note := _NOTE.match(source.text, start, end):
            tail = Tail(source.text, note.end(), end, context, order, number_first=False)
            if day := tail.date(0):
                words = (note.start("words"), tail.end)
                days.setdefault(
                    note["mark"].translate(_SUPERSCRIPTS), source.cite(words, _RULE, day.edtf, basis=day.basis)
                )
    return days


def _dated(text: str, cited: Record, days: Mapping[str, Passage]) -> Record:
    if cited.fields.get("date") or not cited.fields.get("number"):
        return cited
    span = cited.fields["start"][0].spans[0]
    mark = _MARK.match(text, span[1]) or _INSIDE.search(text, *span)
    day = days.get(mark["mark"].translate(_SUPERSCRIPTS)) if mark else None
    return cited.with_fields(date=[day]) if day else cited
