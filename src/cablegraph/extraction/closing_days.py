"""Days below a text: ``24 June 1951``, ``1951年6月24日``, ``Kanagawa, June 13, 1864.``, ``K. Berg 3 May 1952``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from cablegraph import dates
from cablegraph.extraction import seals, stamps
from cablegraph.extraction.closing import CLOSING, Closing, Foot, Kind
from cablegraph.extraction.datelines import dated_line
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import DATE_LIKE, DAY, DAY_AND_YEAR
from cablegraph.extraction.names import cased, is_place, parse
from cablegraph.patterns import compiled

DATED = compiled(
    rf"(?P<date>{DATE_LIKE.pattern}|\d{{1,2}}[ ./](?:[IVX]+|\d{{1,2}})[ ./]\d{{2,4}}(?:\s?г\.?)?|\d{{1,2}} [а-я]{{3,8}} \d{{4}}(?:\s?г(?:ода|\.)?)?)(?:\s?г(?:ода?)?(?!\w)\.?)?[\s.,;:–—-]*"
)
"""A line that begins with a day."""
_DAY_AND_MONTH = compiled(rf"{DAY}\.?")
_LAST_DAY = compiled(DATE_LIKE.pattern + r"\W*$")
_FOOT_DATELINE = compiled(
    rf"(?P<place>(?:(?:St|Ste|San|Santa|Port|Fort|New|La|Le|El|The|Cape) ?\.? ?)?[A-Z][^\W\d_][\w’'-]+), {DAY_AND_YEAR}\.?"
)
"""``Kanagawa, June 13, 1864.`` below a signature; a man's name has no comma between itself and the day."""
_HOUSE = compiled(
    r"(?i:(?:the )?(?:executive mansion|white house|government house|(?:[a-z]+ )?palace|foreign office|downing street|(?:department|ministry) of [\w ]{3,30}|[\w .]{0,24}\b(?:legation|embassy|consulate(?:[- ]general)?|headquarters))(?:, .*)?)"
    r"|(?i:posted|published|issued|given|done|dated|printed|written|adopted|approved|passed|read|proclaimed|signed|recorded|filed|ratified|promulgated)\b.*"
)
"""``Executive Mansion, December 2, 1895.`` below a signature: where it was signed, and no man; ``Posted at Wuhu, May 8, 1891.``"""
_HOUR_ABROAD = compiled(
    r"\b(?:г|года?|\d{1,2}\s?час\w*|\d{1,2}\s?мин\w*)\b|[\d〇零一二三四五六七八九十]{1,3}(?:时|時|点|點)(?:[\d〇零一二三四五六七八九十]{1,3}分|半)?|[\W_]"
)


def signed_on(
    closing: Closing, text: str, start: int, end: int, order: dates.Order | None, context: dates.DateValue | None
) -> None:
    """Put down the days that these words name as days of signing."""
    for found in dates.find(text, start, end, context=context, order=order, heads=True):
        if len(found.values) == 1:
            closing.dates.append(("signed", found.start, found.end, found.values[0].edtf))


def _put(closing: Closing, foot: Foot, start: int | None = None) -> Kind:
    first = foot.row.start if start is None else start
    signed_on(closing, foot.text, first, foot.row.end, foot.order, foot.context)
    return CLOSING


def received(closing: Closing, foot: Foot) -> Kind | None:
    """A stamp of receiving: ``[Stamp: Incoming No. 1884, 17 X 1972]``."""
    came = stamps.received(foot.text, foot.row)
    if not came:
        return None
    closing.dates.append(("received", *came))
    return CLOSING


def received_at(closing: Closing, foot: Foot) -> Kind | None:
    """``[Received 24 June, 11:20 p.m.]``"""
    row = foot.row
    if not row.text.startswith(("[Received", "(Received", "Received ")) or len(row.text) >= 80:
        return None
    for when in dates.find(foot.text, row.start, row.end, order=foot.order):
        closing.dates.append(("received", when.start, when.end, ""))
    return CLOSING


def of_another_calendar(closing: Closing, foot: Foot) -> Kind | None:
    """``Meiji, 4th month, 5th day (May 5)``"""
    day = seals.foreign_day(foot.text, foot.row) if foot.row.text[-1:] in ").]" else None
    if not day:
        return None
    closing.dates.append(("signed", *day))
    return CLOSING


def alone(closing: Closing, foot: Foot) -> Kind | None:
    """A line that is a day and no more."""
    words = foot.row.text
    dated = DATED.match(words)
    whole = dated is not None and dated.end() >= len(words.rstrip(" ."))
    if _DAY_AND_MONTH.fullmatch(words) or whole or _is_day(foot):
        return _put(closing, foot)
    return None


def _is_day(foot: Foot) -> bool:
    """``24 июня 1951 г.``, ``1951年6月24日``: a line that is a day and no more, in any language the date grammar reads."""
    text, row = foot.text, foot.row
    if len(row.text) > 40 or row.text.isascii():
        return False
    found = list(dates.find(text, row.start, row.end, context=foot.context, order=foot.order))
    if len(found) != 1:
        return False
    left = text[row.start : found[0].start] + text[found[0].end : row.end]
    return not _HOUR_ABROAD.sub("", left)


def dateline(closing: Closing, foot: Foot) -> Kind | None:
    """A place and a day, or who signs and when."""
    text, row, words = foot.text, foot.row, foot.row.text
    if len(words) >= 110 or words.endswith("!") or not DATE_LIKE.search(words):
        return None
    trailing = _LAST_DAY.search(words)
    before = words[: trailing.start()].strip(" ,.") if trailing else ""
    spot = None if _HOUSE.fullmatch(before) else _FOOT_DATELINE.fullmatch(words)
    if spot and spot["place"].split()[-1].lower() not in foot.known:
        low, high = (row.start + at for at in spot.span("place"))
        closing.places.append((low, high, cased(spot["place"])))
        return _put(closing, foot)
    named = trailing and before and not _HOUSE.fullmatch(before)
    party = parse(text, row.start, row.start + trailing.start()) if trailing and named else None
    if trailing and party and party.entity == "person" and not is_place(before) and len(words) < 60:
        closing.signatures.append(party)
        return _put(closing, foot, row.start + trailing.start())
    line = Heading()
    if not dated_line(line, text, row, foot.order, True) or not line.dates:
        return None
    closing.dates.extend(
        ("signed" if kind == "sent" else kind, start, end, edtf) for kind, start, end, edtf in line.dates
    )
    closing.places.extend([line.origin] if line.origin else [])
    return CLOSING
