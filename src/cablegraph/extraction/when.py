"""Which of a paper's dates is its own: page, dateline, signature; and those of receiving and deciphering beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from cablegraph import dates
from cablegraph.evidence import Candidate, Passage
from cablegraph.extraction.datelines import DAY_ALONE, DAY_AND_HOUR, RECEIPT_ALONE
from cablegraph.extraction.messages import Message
from cablegraph.extraction.rules import rule
from cablegraph.extraction.time_groups import GROUP
from cablegraph.iri import date_iri
from cablegraph.patterns import compiled

_FIELDS = {"received": "date_received", "deciphered": "date_deciphered", "registered": "date_registered"}
_DAY = len("1962-11-12")
_ABOUT = compiled(r"\b(?:regard(?:s|ing)?|concerning|respecting|about|relat(?:ive|ing) to|reference to)\b")
"""``Memorandum of conversation in regard to a telegram from Mr. Balfour, dated July 25``: the day is the telegram's."""
_UNDER_WAY = timedelta(days=4)
"""How long a telegram takes whose page is dated by the day of receipt."""
_SOON = timedelta(days=14)
"""How long a telegram may take to come in."""
_LATER = timedelta(days=250)
"""A telegram is received after it is sent: its day is looked for before this much later."""


def settle(message: Message, *, outer: bool) -> dict[str, list[Passage]]:
    """``date`` and the dates of handling, as passages with EDTF texts."""
    fields: dict[str, list[Passage]] = {}
    own = _own(message, outer=outer)
    if own:
        fields["date"] = own
        message.context = dates.parse(own[0].text) or message.context
    for kind, start, end, edtf in [*message.heading.dates, *message.closing.dates]:
        if (
            kind == "received-hour"
            and message.family == "frus"
            and len(fields.get("date", []))
            and not message.id.count("/enclosed/")
        ):
            day = fields["date"][0].text  # "[Received 4 p. m.]": where the edition prints no day, it is the same
            if len(day) == 10 and "date_received" not in fields:
                by = rule(message.family, "received")
                fields["date_received"] = [message.source.cite((start, end), by, day, basis="inferred")]
        if kind in _FIELDS:
            _handled(message, fields, kind, start, end, edtf, own)
    return fields


def _own(message: Message, *, outer: bool) -> list[Passage]:
    by = rule(message.family, "date")
    found: list[Passage] = []
    if outer:
        for line in message.source.labelled("page-date", "citation-date", "field:Date"):
            _read(message, found, line.start, line.end, line.value)
            if not found:
                _read_whole(message, found, line.start, line.end)
    first, last = message.rows[0].start if message.rows else 0, message.rows[-1].end if message.rows else 0
    for line in message.source.labelled("date"):
        heads = (
            len(message.rows) > message.heading.rows and line.start < message.rows[message.heading.rows].start
        ) or any(start <= line.start < end for _, start, end, _ in message.closing.dates)
        if line.value and first <= line.start < last and heads and not found:
            _read(message, found, line.start, line.end, line.value)
    sent = [
        (start, end, dates.new_style(edtf))
        for kind, start, end, edtf in message.heading.dates
        if kind == "sent" and edtf
    ]
    signed = [(start, end, edtf) for kind, start, end, edtf in message.closing.dates if edtf and kind == "signed"]
    yearless = [one for one in signed if one[2].startswith("XXXX")]
    signed = [one for one in signed if one not in yearless]
    if outer and found and (own := _before_receipt(message, found[0], [*sent, *signed])):
        message.warnings.append(f"page and paper give different days: {found[0].text}, {own.text}")
        found = [own]
    for start, end, edtf in [*sent[:2], *signed]:
        passage = message.source.cite((start, end), by, edtf)
        if not found or any(_agree(old.text, edtf) for old in found):
            found.append(replace(passage, text=found[0].text) if found else passage)
        elif outer and start == (sent or signed)[0][0] and len(edtf) == len(found[0].text) == _DAY:
            message.warnings.append(f"page and paper give different days: {found[0].text}, {edtf}")
    if not found and message.title_line:
        _read(message, found, message.title_line.start, message.title_line.end, "")
        if not found and (dated := _dated_title(message, message.title_line.start, message.title_line.end)):
            _yearless(message, found, dated, message.title_line.end)
    if not found:
        for kind, start, end, edtf in message.heading.dates:
            if kind == "sent" and not edtf:
                _yearless(message, found, start, end)
    if not found:
        came = _year_of(message)
        for start, end, edtf in yearless[:1]:
            day = _day_before(edtf, came) if came else ""
            found.append(message.source.cite((start, end), by, day or edtf, basis="inferred" if day else ""))
    return found or _either(message, outer=outer)


def _day_before(yearless: str, came: date) -> str:
    """``XXXX-02-12`` below a telegram that came in on 13 February 1964: the last such day up to then."""
    for year in (came.year, came.year - 1):
        value = dates.parse(yearless.replace("XXXX", str(year)))
        if value and len(value.edtf) == _DAY and timedelta(0) <= came - _as_date(value.edtf) < _LATER:
            return value.edtf
    return ""


def _dated_title(message: Message, start: int, end: int) -> int | None:
    """Where a title dates its paper: ``Telegram from Viceroy Chang, dated July 17, received in London July 18``."""
    title, dated, _ = message.source.text[start:end].partition(", dated ")
    return start + len(title) if dated and not _ABOUT.search(title) else None


def _either(message: Message, *, outer: bool) -> list[Passage]:
    """A day in figures whose order nothing proves: ``05/06/1957`` is two candidates and no date."""
    lines = message.source.labelled("page-date", "citation-date", "field:Date") if outer else ()
    stretches = [(line.start, line.end) for line in lines]
    stretches += [(start, end) for kind, start, end, _ in message.heading.dates if kind == "sent"]
    for stretch in stretches:
        for found in dates.find(message.source.text, *stretch, order=message.order, heads=True):
            if len(found.values) > 1:
                words = message.source.cite(
                    (found.start, found.end), rule(message.family, "date"), "", certainty=str(EVEN)
                )
                days = [Candidate(date_iri(value.edtf), EVEN, UNORDERED) for value in found.values]
                return [replace(words, candidates=tuple(days))]
    return []


EVEN: Final = 0.5
UNORDERED: Final = "no other date of the paper says whether day or month stands first"


def _before_receipt(message: Message, page: Passage, days: list[tuple[int, int, str]]) -> Passage | None:
    """The paper's own day where its page is dated by the day of receipt: sent on 13 September, received on the 14th."""
    if len(page.text) != _DAY:
        return None
    handled = [*message.heading.dates, *message.closing.dates]
    came = [one for one in handled if one[0] == "received" and _by_year(message, one, page.text) == page.text]
    sent = [(start, end, _by_year(message, ("sent", start, end, edtf), page.text)) for start, end, edtf in days]
    sent += [(one[1], one[2], _by_year(message, one, page.text)) for one in handled if one[0] == "sent" and not one[3]]
    if not came or any(day == page.text for _, _, day in sent):
        return None
    for start, end, day in sent:
        if len(day) == _DAY and timedelta(0) < _as_date(page.text) - _as_date(day) <= _UNDER_WAY:
            return message.source.cite((start, end), rule(message.family, "date"), day)
    return None


def _by_year(message: Message, handled: tuple[str, int, int, str], page: str) -> str:
    """The day of a line of sending or receiving; where it has no year, the latest such day up to the page's."""
    _, start, end, edtf = handled
    if edtf and "X" not in edtf:
        return edtf
    value = dates.parse(message.source.text[start:end], context=_as_date(page), order=message.order)
    return value.edtf if value else ""


def _agree(one: str, other: str) -> bool:
    return one == other or one.rstrip("?~%") == other.rstrip("?~%") or other.startswith(one + "-")


def _read(message: Message, found: list[Passage], start: int, end: int, value: str) -> None:
    by = rule(message.family, "date")
    if value:
        passage = message.source.cite((start, end), by, value[:10])
        if not found or found[0].text == passage.text:
            found.append(passage)
        return
    for date_found in dates.find(message.source.text, start, end, order=message.order, heads=True):
        if len(date_found.values) == 1 and "X" not in date_found.values[0].edtf:
            passage = message.source.cite((date_found.start, date_found.end), by, date_found.values[0].edtf)
            if not found or _agree(found[0].text, passage.text):
                found.append(passage)
            return


def _read_whole(message: Message, found: list[Passage], start: int, end: int) -> None:
    """A field that is a date as a whole: ``1953`` or ``1953-04-xx`` in a catalogue."""
    whole = dates.parse(message.source.text[start:end], order=message.order)
    if whole and "X" not in whole.edtf:
        found.append(message.source.cite((start, end), rule(message.family, "date"), whole.edtf))


def _yearless(message: Message, found: list[Passage], start: int, end: int) -> None:
    by = rule(message.family, "date")
    around = message.context or _year_of(message)
    for date_found in dates.find(message.source.text, start, end, context=around, order=message.order, heads=True):
        if len(date_found.values) == 1 and not found:
            value = date_found.values[0]
            basis = value.basis if value.basis in ("inferred", "stamp") else ""
            found.append(message.source.cite((date_found.start, date_found.end), by, value.edtf, basis=basis))
    bare = DAY_AND_HOUR.match(message.source.text, start)
    if bare and not found and isinstance(around, date) and (month := _month(bare["month"])) < 13:  # "20.III. at 17.10"
        year = around.year - (month > around.month)
        day = dates.parse(f"{year}-{month:02}-{int(bare['day']):02}")
        found.extend([message.source.cite(bare.span(), by, day.edtf, basis="inferred")] if day else [])


def _year_of(message: Message) -> date | None:
    """A day of receipt or deciphering that has its year, where no day of sending has one."""
    days = [edtf for _, _, _, edtf in (*message.heading.dates, *message.closing.dates) if len(edtf) == _DAY]
    return _as_date(days[0]) if days and "X" not in days[0] else None


def _handled(
    message: Message, fields: dict[str, list[Passage]], kind: str, start: int, end: int, edtf: str, own: list[Passage]
) -> None:
    """A day of receiving without a year is the first such day after the paper's own."""
    by = rule(message.family, kind)
    words = message.source.text[start:end]
    basis = ""
    if edtf and (DAY_ALONE.fullmatch(words) or RECEIPT_ALONE.fullmatch(words)):
        basis = "inferred"  # "(Received 2d.)": its month is that of sending
    elif not edtf or "X" in edtf or (not any(len(run) >= 4 for run in _digits(words)) and own):
        sent = dates.bounds(own[0].text).latest if own else None
        later = _as_date(sent) + _LATER if sent else None
        value = _by_group(words, sent) if sent else None
        value = value or (dates.parse(words, context=later, order=message.order) if later else None)
        if value is None and sent and (bare := DAY_AND_HOUR.match(message.source.text, start)):
            value = _day_after(_as_date(sent), int(bare["day"]), _month(bare["month"]))
        if value is None and sent:
            value = _soon_after(message, start, end, _as_date(sent))
        if value is None:
            return
        edtf, basis = value.edtf, value.basis if value.basis in ("inferred", "stamp") else ""
    fields.setdefault(_FIELDS[kind], []).append(message.source.cite((start, end), by, edtf, basis=basis))


def _soon_after(message: Message, start: int, end: int, sent: date) -> dates.DateValue | None:
    """``12/11/56`` on a telegram sent on ``11/11/56``: of two readings the one on which it can have come in."""
    for found in dates.find(message.source.text, start, end, order=message.order, heads=True):
        late = [one for one in found.values if len(one.edtf) == _DAY and "X" not in one.edtf]
        soon = [one for one in late if timedelta(0) <= _as_date(one.edtf) - sent <= _SOON]
        if len(late) > 1 and len(soon) == 1:
            return replace(soon[0], basis="inferred")
    return None


def _by_group(words: str, sent: date | str) -> dates.DateValue | None:
    """``031910``: the first third day of a month, from the day of sending on."""
    group = GROUP.fullmatch(words)
    if group is None:
        return None
    own, day = _as_date(sent), int(group["day"])
    return _day_after(own, day, own.month if day >= own.day else own.month % 12 + 1)


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _month(words: str) -> int:
    return int(words) if words.isdigit() else _ROMAN.index(words) + 1 if words in _ROMAN else 13


def _day_after(sent: date, day: int, month: int) -> dates.DateValue | None:
    """The day of that month at which a paper sent then can have come in."""
    year = sent.year + (month < sent.month)
    value = dates.parse(f"{year}-{month:02}-{day:02}") if month < 13 else None
    late = _as_date(value.edtf) - sent if value else timedelta(-1)
    return replace(value, basis="inferred") if value and timedelta(0) <= late < _LATER else None


def _digits(words: str) -> list[str]:
    return "".join(char if char.isdigit() else " " for char in words).split()


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
