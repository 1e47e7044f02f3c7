"""Lines of place and date, of sending and receiving: ``Geneva, 19 July 1954``, ``Rec'd 16.XI.51 at 22:10``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import datetime
import re

from cablegraph import dates
from cablegraph.extraction import forms, seals
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import BODY, COUNTRIES, DAY_AND_YEAR, MONTH, OFFICE
from cablegraph.extraction.names import cased, is_place
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_SENT = compiled(
    r"(?i)\b(?:sent|dispatch(?:ed)?|despatch(?:ed)?|departure|transmitted|handed in|submitted|отправлен[аоы]?|передан[аоы]?|подан[аоы]?|nadan[aey]|wysłan[aey]|abgesandt)\b|发出|寄出|(?-i:\bD[.:])(?=\s*\d{1,2}[.:]\d\d)"
)
_RECEIVED = compiled(
    r"(?i)\b(?:receipt|arrival|re(?:c|ce)[’']?d|rec[’']d|received|recieved|[ebr]e[co]eived|rec\.|arrived|came in|came (?:to|into) the|delivered to the|wpłyn[ęe]ł[aoy]?|nadeszł[aoy]|doš(?:lo|l[aoéý]?)|érkezett|sosit|primljen[ao]?|получен[аоы]?|принят[аоы]?|поступил[аои]?|otrzyman[aey]|eingegangen)\b|收到|(?-i:\bR[.:])(?=\s*\d{1,2}[.:]\d\d)"
)
_DECIPHERED = compiled(
    r"(?i)\b(?:deciphered|deciph(?=\.)|decod(?=\.)|decoded|decrypted|came out|расшифрован[аоы]?|odszyfrowan[aey])\b|译出"
)
_REGISTERED = compiled(
    r"(?i)\b(?:registered|processed|handled|typed|printed|stamp|declassified|copied|encipher(?:ed|ment)|encrypted|archive)\b"
)
_FROM = compiled(
    r"(?:Sent |Telegram |Cable )?(?:[Ff]rom|FROM)\s+(?P<place>[A-Z][\w’' -]{2,30}?)(?=\s*(?:$|[.,;:–—-]|\s(?:[Rr]ec|[Ss]ent|No\.|at\s|on\s|\d|via\s|to\s)))"
)
PROSE = compiled(r"\b(?:is|are|was|were|has|have|had|will|would|that|which|who|he|they|it|been|not|our|we|I(?!\.))\b")
# ``We received your telegram of June 21.`` is the author's first sentence, not a note of receipt.
_WIRE_CAME = compiled(r"(?i)(?:telegram|cable|message) (?:received|sent|dispatched|despatched|arrived)\b\s?:?\s?\d")
"""``Telegram received: 27.10.62  20:15``"""
_SPEAKS = compiled(r"^(?:We|I|You|He|She|They)\s|\b(?:your|my)\s+(?:telegram|letter|cable|message|note|despatch|No\.)")
_TELLS = compiled(
    r"[a-z]\w* (?:received|sent|dispatched|transmitted) (?:\d[\d,.]* [a-z]{4,}|an? [a-z]{3,}|the [a-z]{3,}|him\b|me\b|us\b|(?:our|your|his|their) [a-z])"
)
"""A sentence about what somebody received or sent, and no line of an office."""
_REFERRED = compiled(r"(?:Your ref(?:erence)?|Yr\.? ref)\b\.?\s?[:.]", re.IGNORECASE)
_POST_IN = compiled(
    r"(?i:[\w.’' ]{0,40}\b(?:legation|embassy|consulate|consulate[- ]general|mission)\b[\w.’' ]{0,40}? (?:in|at)) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s"
)
_POSTED = compiled(
    r"(?i:[\w.’' ]{0,40}\b(?:legation|embassy|consulate|consulate[- ]general|ministry|department|office|mission|headquarters|agency)\b[\w.’' ]{0,40}),\s*"
    r"(?P<place>[A-Z][\w.’'-]+(?: (?:(?:au|aux|de|del|do|da|du|sur|am|la|el) )?[A-Z][\w’'-]+){0,2}),\s"
)
_ERA = compiled(
    r",? (?:and |in )?(?:the )?(?:\d{1,3}(?:st|nd|rd|d|th)|[a-z]+(?:-[a-z]+)?) year of (?:the |our )?(?:[Ii]ndependence|[Rr]epublic|[Rr]eign|[Rr]egeneration|[Rr]evolution|[Ff]ederation)\b[^,.;]{0,40}"
)
"""``72d year of Independence`` behind the day: the years of a state."""
_AREA = compiled(
    r"(?:[A-ZÀ-Ž][\w’'-]+ ){1,2}(?i:district|province|county|prefecture|department|island|parish|vilayet|government)"
)
"""``UNSAN DISTRICT`` between a town and the day"""


_WRITTEN_AT = compiled(r"\b(?:[Ww]ritten|Done|Given|[Dd]rafted) (?:in|at) (?P<place>[A-Z][\w’'-]+)")
_GRADED = r"(?:(?:(?i:(?:top |most )?secret|confidential|restricted|unclassified|(?:limited )?official use only|plain|eyes only|(?:us |u\.s\. |most )?urgent|niact|priority|(?:operational )?immediate|flash|rush|nodis|exdis|limdis|personal|double priority|triple priority)[,;.]?(?=\s))\s+){0,4}"
"""``secret priority Djakarta, March 22, 1951``: grades before the town."""


_CONCLUDED = compiled(
    rf"(?:Signed|SIGNED|Concluded|CONCLUDED|Done) (?:at|AT) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,2}}?),? (?P<day>{DAY_AND_YEAR});"
)
"""``Signed at Lima May 22, 1882; ratifications exchanged at Quito May 19, 1883.`` over a treaty: its own day is the first."""


def dated_line(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line that is place and date, or sending and receiving with their dates."""
    if len(row.text) > 170 or (
        not any(char.isnumeric() for char in row.text) and not re.search(r"(?i)\brec", row.text)
    ):
        return bool(re.fullmatch(r"[\[(]?\s*Undated[.\])]*", row.text))
    if row.text[0] == "(" and len(row.text) > _LONG_POINT and _POINT.match(row.text):
        return False  # "(1) We arrived at noon on the 2nd."
    if row.text[0] in "Yy" and _REFERRED.match(row.text):
        return True  # the day is another paper's
    if (signed := _CONCLUDED.match(row.text)) and not heading.dates:
        low, high = (row.start + at for at in signed.span("place"))
        heading.origin = heading.origin or (low, high, cased(signed["place"]))
        heading.dates.extend(find(text, row.start + signed.start("day"), row.start + signed.end("day"), order, "sent"))
        return bool(heading.dates)
    came_above = _CAME_ABOVE.search(text, max(0, row.start - 120), row.start)
    found = find(text, row.start, row.end, order, "received" if came_above else "sent")
    if (
        not found
        and _RECEIVED.search(row.text)
        and not PROSE.search(row.text)
        and re.match(r"[\[(]|Received(?: at(?: [A-Z][a-z]+)?)?,?:? \d{1,2}[:.]\d{2}(?: ?[ap]\. ?m\.)?\W*$", row.text)
    ):
        heading.dates.append(("received-hour", row.start, row.end, ""))
        return True
    if not found:
        return False
    if _sentence_abroad(row.text):
        return False
    left = _ERA.sub("", row.text)
    for _, start, end, _ in found:
        left = left.replace(text[start:end], " ", 1)
    words = re.sub(r"^No\. ?\d[\d,]*\.?\]|[\[\]()]|\b\d{1,2}[.:]?\d{0,2}(?: ?[ap]\. ?m\.?| hours?| hrs?)?", " ", left)
    if (
        (forms.at_head(row.text) and not _WIRE_CAME.match(row.text))
        or len(words.split()) > 22
        or (row.text.endswith((".", "!")) and len(words.split()) > 12)
    ):
        return False
    written = _WRITTEN_AT.search(row.text)
    if row.text.endswith(".") and _TELLS.search(row.text):
        return False  # "In the first quarter of 1984 the Committee received 3,200 reports."
    if _SPEAKS.search(row.text) or (PROSE.search(left) and not written and not _REGISTERED.search(left)):
        return False
    events = _RECEIVED.search(left) or _SENT.search(left) or _DECIPHERED.search(left) or _REGISTERED.search(left)
    came = _FROM.match(row.text)
    if (
        came
        and heading.origin is None
        and (is_place(came["place"]) or _unknown_place(came["place"], row.text[came.end() :]))
    ):
        heading.origin = (row.start + came.start("place"), row.start + came.end("place"), cased(came["place"].strip()))
    place = compiled(
        rf"[\[(]?(?:No\. ?(?:[A-Z]\.? )?\d+(?:[,/]\d+)*\.?\]?\s)?{_GRADED}\s*(?:(?:Written|Done|Given|Sent) (?:in|at) |(?:Sent|Dispatched|Despatched)(?: from)?: ?|From |At )?(?P<place>(?:(?:Sta?|Ste|Sto|Mt|Ft|Pto)\. )?[A-Z][\w.’' -]{{1,30}}?)\s*(?:[,.:]|\s(?=(?:den |the |le |el )?\d)|$)"
    ).match(row.text)
    spot = re.sub(rf"\s+{MONTH}$", "", place["place"].strip(" .,")) if place else ""
    if written and heading.origin is None:
        heading.origin = (row.start + written.start("place"), row.start + written.end("place"), written["place"])
        heading.grades.extend(grades(text, row.start, row.end))
    elif not events and len(words.split()) > 5 and not is_place(spot) and not BODY.search(left):
        return False
    elif (
        place
        and heading.origin is None
        and spot
        and (is_place(spot) or _lone_place(spot, _gap(row.text, place.end(), found[0][1] - row.start)))
    ):
        at = row.start + place.start("place")
        heading.origin = (at, at + len(spot), cased(spot))
    elif heading.seat is None and (seat := _POST_IN.match(row.text)) and is_place(seat["place"]):
        heading.seat = (row.start + seat.start("place"), row.start + seat.end("place"), cased(seat["place"]))
    elif heading.origin is None and (post := _POSTED.match(row.text)):
        heading.origin = (row.start + post.start("place"), row.start + post.end("place"), cased(post["place"]))
    elif heading.origin is None and (inner := _TOWN_INSIDE.search(row.text)) and is_place(inner[1]):
        heading.origin = (row.start + inner.start(1), row.start + inner.end(1), cased(inner[1]))
    elif heading.origin is None and (spot_abroad := _dateline_abroad(row.text, found[0][1] - row.start)):
        low, high = (row.start + place for place in spot_abroad)
        heading.origin = (low, high, cased(text[low:high]))
    heading.dates.extend(found)
    return True


_CAME_ABOVE = compiled(
    r"(?im)^[\[(]?(?:received|came in|arrived)\b(?: (?:by|at|in|to) )?[^\d\n.;]{0,80}\n[ \t]*(?=\Z|\d|\[?\w)"
)
"""``RECEIVED BY THE FAR EAST DEPARTMENT`` over the day."""
_POINT = compiled(r"\((?:\d{1,2}|[IVX]{1,4}|[a-h])\) [A-Z]")
_LONG_POINT = 40
_TOWN_INSIDE = compiled(
    r",\s*\[?((?:St\. )?[A-Z][\w’'-]+(?: (?:(?:au|de|del|de la|la|el|do|da|es|sur|le|am|upon) )?[A-Z][\w’'-]+)?),?\]?\s*(?=,|$|\s)"
)


def calendar_line(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Peking, Kuang Hsü XXI, intercalary fifth moon, 14th day.``: a dateline by another calendar."""
    if not seals.is_calendar(row.text):
        return False
    if (spot := seals.calendar_place(row.text)) and heading.origin is None:
        low, high = (row.start + at for at in spot)
        heading.origin = (low, high, cased(text[low:high]))
    if day := seals.foreign_day(text, row):
        heading.dates.append(("sent", *day))
    return True


_LETTERHEAD = compiled(
    r"(?:[\w.’'&-]+,? ){0,7}(?i:custom-?house|office|headquarters|department|bureau|navy[- ]yard|flag-?ship|steamer|u\. ?s\. ?s|legation|consulate(?:[- ]general)?|embassy|mission|palace|hotel|club|ministry|barracks|bank|chambers?)\b[\w .’'&-]*,"
    r" (?P<place>(?:St\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?:, [A-Z][\w. ]{1,20})?[.,]?"
)


_UNDATED = compiled(
    r"\[?(?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)[,.]?\]?,? \[?(?:undated|no date|without date)\]?[.,]?\]?"
)


def seat_line(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Custom-house, New York,`` over ``Collector's Office, November 7``, ``Paris, undated.``: where the office is."""
    if (bare := _UNDATED.fullmatch(row.text)) and is_place(bare["place"]):
        low, high = (row.start + at for at in bare.span("place"))
        heading.origin = heading.origin or (low, high, cased(bare["place"]))
        return True
    if not row.text.endswith(",") or len(row.text) > 90:
        return False
    match = _LETTERHEAD.fullmatch(row.text)
    if match is None or not is_place(match["place"]):
        return False
    low, high = (row.start + at for at in match.span("place"))
    heading.seat = heading.seat or (low, high, cased(match["place"]))
    return True


_ABROAD_SENTENCE = compiled(r"[一-鿿][^一-鿿]*。\s*$|[а-яё]{2,}[^А-Яа-яЁё]*[.!?]\s*$")
_ABROAD_EVENT = compiled(r"(?i)收到|发出|译出|получен|отправлен|принят|расшифрован|поступил|передан|сдан")
_OURS = compiled(r"(?i)\b(?:ваш|наш|мо[йюея]|сво)|你|您|贵|我")


def _sentence_abroad(words: str) -> bool:
    """``Получил Вашу телеграмму от 8 апреля.``: a sentence in Russian or Chinese is text, whatever day it names."""
    if not _ABROAD_SENTENCE.search(words):
        return False
    letters = re.findall(r"[А-Яа-яЁё]{3,}|[一-鿿]", re.sub(r"[年月日]|\bгода?\b", "", words))
    return bool(_OURS.search(words)) or (len(letters) > 5 and not _ABROAD_EVENT.search(words))


_PLACE_ABROAD = compiled(
    r"(?:г\.\s*)?(?P<place>[А-ЯЁ][А-Яа-яЁё-]{2,}(?: [А-ЯЁ][А-Яа-яЁё-]+)?|[一-鿿]{2,4})\s*[,\uff0c.]?\s*"
)
_NO_PLACE_ABROAD = compiled(r"(?i)дата|время|отправл|получ|принят|сдан|копия|снято|日期|时间|收到|发出|公历")


def _dateline_abroad(words: str, day: int) -> tuple[int, int] | None:
    """``Пекин, 12 марта 1951 г.``, ``北京，1951年3月12日``: the word that the day follows at once."""
    match = _PLACE_ABROAD.fullmatch(words, 0, day)
    return match.span("place") if match and not _NO_PLACE_ABROAD.match(match["place"]) else None


def _unknown_place(words: str, rest: str) -> bool:
    """``From KAPSAN. Received 4.V.50``: what a telegram comes from, and is received from, is a place."""
    event = re.match(r"[\s,.;:–—-]*(?:at \S+ )?(?:[Rr]ec[’'e]|[Ss]ent|\d{1,2}[./ ])", rest)
    return (
        bool(event)
        and len(words.split()) <= 2
        and not OFFICE.search(words)
        and not BODY.search(words)
        and words.lower() not in ("the", "comrade")
    )


def find(text: str, start: int, end: int, order: dates.Order | None, kind: str) -> list[tuple[str, int, int, str]]:
    """Dates of a stretch; each is of the kind that the word before it says."""
    found = []
    last = start
    for date in dates.find(text, start, end, order=order, heads=True):
        edtf = date.values[0].edtf if len(date.values) == 1 and "X" not in date.values[0].edtf else ""
        found.append((_kind(text[last : date.start], kind), date.start, date.end, edtf))
        last = date.end
    for day in DAY_AND_HOUR.finditer(text, start, end) if _RECEIVED.search(text, start, end) else ():
        if all(day.end() <= first or stop <= day.start() for _, first, stop, _ in found):
            before = _kind(text[start : day.start()], kind)
            told = before == "received" or (before == "sent" and _SENT.search(text, start, day.start()))
            found += [(before, *day.span(), "")] if told else []
    return [*found, *_received_on(text, start, end, found)]


DAY_ALONE = compiled(
    r"[\[(](?:Received|Rec[’']?d)(?: on)? (?:(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th|d)|(?:the )?same (?:day|date|evening|night))\b(?:,[^)\]]{0,24})?\.?[\])]"
)
"""``(Received 2d.)`` in the line of the day on which a telegram was sent."""


RECEIPT_ALONE = compiled(
    r"(?:Received|Rec[’']?d\.?|Arrived|Came in|Reached [Uu]s):?(?: here)?(?: on)? (?:(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)|(?:the )?same (?:day|date|evening|night))(?:,? (?:at )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\. ?m\b|hours|hrs|h)?)?\.?"
)
"""``Received on the 13th at 9:55 p.m.`` below the dateline."""


def receipt_line(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Received on the 13th at 9:55 p.m.``: a line of its own, below the day on which a telegram was sent."""
    match = RECEIPT_ALONE.fullmatch(row.text) if len(row.text) < 60 else None
    found = by_figure(match, row.start, heading.dates) if match else []
    heading.dates.extend(found)
    return bool(found)


def _received_on(
    text: str, start: int, end: int, found: list[tuple[str, int, int, str]]
) -> list[tuple[str, int, int, str]]:
    """``(Received 2d.)`` in a dateline."""
    match = DAY_ALONE.search(text, start, end)
    return by_figure(match, 0, found) if match else []


def by_figure(
    match: re.Match[str], offset: int, found: list[tuple[str, int, int, str]]
) -> list[tuple[str, int, int, str]]:
    """The day of receipt by its figure alone: in the month of sending, or in the next where that day was past."""
    sent = next((edtf for kind, _, _, edtf in found if kind == "sent" and len(edtf) == len("1884-12-01")), "")
    if not sent or any(kind == "received" for kind, *_ in found):
        return []
    own = datetime.date.fromisoformat(sent)
    day = int(match["day"] or own.day)
    month = own if day >= own.day else own.replace(day=1) + datetime.timedelta(days=32)
    try:
        return [("received", offset + match.start(), offset + match.end(), month.replace(day=day).isoformat())]
    except ValueError:
        return []


DAY_AND_HOUR = compiled(
    r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2}|[IVX]{1,4})\.?(?=,?\s(?:at|o|um|godz\.?|ve?|u|hours?|hrs?\.?|hod\.?|ora|óra)\s\d|,\s\d{1,2}[:.]\d\d(?!\d))"
)
"""``received 22.08 at 19:05``: the year is that of sending."""


def _kind(before: str, otherwise: str) -> str:
    kinds = (("received", _RECEIVED), ("deciphered", _DECIPHERED), ("registered", _REGISTERED), ("sent", _SENT))
    best, place = otherwise, -1
    for kind, pattern in kinds:
        for match in pattern.finditer(before):
            if match.start() > place:
                best, place = kind, match.start()
    return best


def stamp(text: str, start: int, end: int) -> list[tuple[str, int, int, str]]:
    """``21.03.1968/10:00``: a day with its hour behind a stroke."""
    match = re.match(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})(?=/\d)", text[start:end])
    if not match or int(match[2]) > 12:
        return []
    edtf = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return [("sent", start + match.start(1), start + match.end(3), edtf)]


def whole(text: str, start: int, end: int, order: dates.Order | None) -> list[tuple[str, int, int, str]]:
    """What is a date only as a whole, behind a label that says so: ``Date: 1957``, ``June 57``."""
    value = dates.parse(text[start:end], order=order)
    return [("sent", start, end, value.edtf)] if value and "X" not in value.edtf else []


def _gap(words: str, start: int, day: int) -> int:
    """How far the day is from a place, without the country or district between: ``San Jose, Costa Rica, July 24, 1906.``"""
    between = words[start:day].strip(" ,")
    return 0 if cased(between) in COUNTRIES or _AREA.fullmatch(between) else day - start


def _lone_place(words: str, gap: int) -> bool:
    """A dateline's first word is a place when the date follows it at once."""
    return (
        not re.fullmatch(MONTH, words, re.IGNORECASE)
        and gap <= 8
        and len(words.split()) <= 3
        and not OFFICE.search(words)
        and not BODY.search(words)
        and not any(len(word) > 3 and word.islower() for word in words.split())
        and not re.match(
            r"(?i)(?:hotel|h[ôo]tel|palace|palais|villa|castle|camp|fort|house|executive mansion|government house|adopted|passed|approved|published|issued|proclaimed|printed|ratified|enacted|promulgated|countersigned)\b",
            words,
        )
        and not re.search(
            r"(?i)^fm\b|\b(?:date|time|sent|received|rec[’']?d|no|nr|ref|reg|tgb|az|from|to|copy|typed|late|early|night|spring|summer|autumn|winter|the|on|my|your|decision|of|at|about|circa|undated|deciphered|deciph|registered|decoded|decrypted|encoded|enciphered|arrived|processed|handled|dispatched|despatched|transmitted|incoming|outgoing|read|seen|declassified|dnia|data|datum|dne|den|(?:le|am|el)(?! (?-i:[A-Z]{3}|[A-Z][a-z]{3}))|день|дата)\b",
            words,
        )
    )


def from_line(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    match = _FROM.match(row.text) if len(row.text) < 150 else None
    if not match or not is_place(match["place"]):
        return False
    if heading.origin is None:
        heading.origin = (
            row.start + match.start("place"),
            row.start + match.end("place"),
            cased(match["place"].strip()),
        )
    to = compiled(r"\s+(?:to|TO)\s+(?P<place>[A-Z][\w’' -]{2,30}?)(?=$|[.,;:])").match(row.text, match.end())
    if to and is_place(to["place"]) and heading.destination is None:
        low, high = (row.start + at for at in to.span("place"))
        heading.destination = (low, high, cased(to["place"]))
    heading.dates.extend(find(text, row.start + match.end(), row.end, order, "sent"))
    return True
