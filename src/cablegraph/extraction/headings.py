"""The lines before a paper's text: ``CIPHERED TELEGRAM No. 3777``, ``BEIJING - Comrade KRASOVSKY``, ``For Comrade …``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from cablegraph import dates
from cablegraph.extraction import forms, titles
from cablegraph.extraction.grades import CLASSIFICATION, PRECEDENCE, Grade, grades
from cablegraph.extraction.lexicon import BODY, COUNTRIES, OFFICE
from cablegraph.extraction.names import Party, cased, is_place, parse, parties
from cablegraph.extraction.rows import Row

Span = tuple[int, int]
MAX_ROWS: Final = 30

_LABELLED = re.compile(
    r"\[?(?P<label>From|FROM|To|TO|For|FOR|Via|VIA|Sender|SENDER|Addressee|Recipient|Receiver|Copies(?: to)?|COPIES(?: TO)?|Copy to|COPY TO|"
    r"Distribution|DISTRIBUTION|[Cc]\.?[Cc]\.?|Date|DATE|Time|TIME|Subject|SUBJECT|Re|RE|Participants?|PARTICIPANTS?|Present|PRESENT|Attended by|"
    r"(?:Notes?|Record|Minutes) (?:taken|made|prepared|written) by|Notetaker|Classification|CLASSIFICATION|Place|PLACE|Precedence|Priority|"
    r"Author|Title|Type|Form|Document)\s*(?::+\]?|\]:?)\s*(?P<value>.*)"
)
_ADDRESS = re.compile(
    r"(?P<word>To be (?:delivered|transmitted|passed|handed)(?: on)?(?: at once| immediately)? to|Deliver(?: at once| immediately)? to|Pass(?: on)? to|Hand(?: over)? to"
    r"|Transmit(?: at once| immediately)? to|For (?:immediate )?(?:transmission|delivery) to|To|TO|For|FOR|Attention(?: of)?|ATTN:?)\s+(?P<who>.{2,110})"
)
_ASKED = re.compile(
    r"(?:Please |I ask you to |You (?:should|must|are to) |[Oo]rally |[Ii]mmediately |Urgently )*"
    r"(?:[Tt]ell|[Ii]nform|[Vv]isit|Передайте|(?:[Cc]onvey|[Pp]ass|[Tt]ransmit|[Dd]eliver|[Gg]ive|[Hh]and|[Rr]epeat|[Rr]elay|[Ss]ay|[Cc]ommunicate|[Rr]eport)(?: (?:on|over|orally|urgently|immediately"
    r"|at once|personally))*(?: (?:the following|this)(?: \w+){0,2})?(?: (?:immediately|at once))? to)\s+"
    r"(?P<who>[A-ZА-Я][^:.,\n]{2,60}?)(?=(?: (?:immediately|at once|orally|personally|urgently))*(?: the following(?: \w+){0,2}| this(?: \w+)?| that we)?\s*[:.,]|$)"
)
_FROM = re.compile(r"(?:Sent |Telegram |Cable )?(?:[Ff]rom|FROM)\s+(?P<place>[A-Z][\w’' -]{2,30}?)(?=\s*(?:$|[.,;:–—-]|\s(?:[Rr]ec|[Ss]ent|No\.|at\s|on\s|\d|via\s|to\s)))")
_PLACED = re.compile(r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}?)\s*(?P<sign>[-–—.,:]+|$)\s*(?P<rest>.*)", re.DOTALL)
_SALUTATION = re.compile(
    r"(?:(?:My )?[Dd]ear|Comrades?|Esteemed|Respected|Honou?red|Highly esteemed|Your Excellency|Mr\.?|Sirs?|SIRS?|Gentlemen|Madam|Friends?)\b(?P<who>[^.!?:]{0,80})[!:,;—–-]+"
)
_SENT = re.compile(r"(?i)\b(?:sent|dispatched|despatched|transmitted|handed in|submitted)\b")
_RECEIVED = re.compile(r"(?i)\b(?:re(?:c|ce)[’']?d|rec[’']d|received|rec\.|arrived|came in)\b")
_DECIPHERED = re.compile(r"(?i)\b(?:deciphered|decoded|decrypted|came out)\b")
_REGISTERED = re.compile(r"(?i)\b(?:registered|typed|printed|stamp|declassified|copied|encipher(?:ed|ment)|encrypted|archive)\b")
_NUMBER_ROW = re.compile(r"(?:[A-Za-z. ]{0,30}?)(?:No|Nr|N[º°]|№|#)\s?\.?:?\s*\d[\w/.()-]*[.\]]*", re.IGNORECASE)
_PROSE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|that|which|who|he|they|it|been|not|our|we|I)\b")


@dataclass(slots=True)
class Heading:
    """What the lines before the text say, by role; spans are offsets in the text. ``rows`` is how many lines there are."""

    rows: int = 0
    form: forms.Form | None = None
    number: str = ""
    number_span: Span = (0, 0)
    senders: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    receivers: list[Party] = field(default_factory=list)
    relays: list[Party] = field(default_factory=list)
    copies: list[Party] = field(default_factory=list)
    participants: list[Party] = field(default_factory=list)
    recorders: list[Party] = field(default_factory=list)
    greeted: list[Party] = field(default_factory=list)
    letterhead: list[Party] = field(default_factory=list)
    meant: bool = False
    """Whether a line says for whom the paper is meant, besides to whom it is addressed."""
    origin: tuple[int, int, str] | None = None
    destination: tuple[int, int, str] | None = None
    dates: list[tuple[str, int, int, str]] = field(default_factory=list)
    """Kind (sent, received, deciphered, registered), span and EDTF."""
    grades: list[Grade] = field(default_factory=list)
    title: titles.Title | None = None


def read(text: str, rows: Sequence[Row], order: dates.Order | None, *, titled: bool, family: str = "") -> Heading:
    """Read the lines at the head of a paper. ``titled``: its page has a title, so no line here is one."""
    heading = Heading()
    waiting = 0
    for index, row in enumerate(rows[:MAX_ROWS]):
        if family == "frus" and begins_text(row.text):
            break
        if _row(heading, text, row, order, titled):
            heading.rows = index + 1
            waiting = 0
        elif _is_text(row, index) or waiting >= 2:
            break
        else:
            waiting += 1
    return heading


_FRUS_TEXT = re.compile(
    r"\d{1,5}[A-Za-z½]?\. \S|\[?(?:Also )?(?:For|From|To|for|from)\]? [^.]{2,120}:\]?$|(?:Sir|Gentlemen|My Lord|Excellency|Monsieur|Mr\. Minister|Your Excellency|Dear [^:]{2,40}"
    r"|My Dear [^:]{2,40}|Honou?red Sir|My dear [^:]{2,40})\s?[:,][—–-]?\s+\S"
)


def begins_text(words: str) -> bool:
    """Whether a line of the series begins the text: a telegram's number, for whom it is meant, or ``Sir: …``."""
    return bool(_FRUS_TEXT.match(words))


def _is_text(row: Row, index: int) -> bool:
    words = row.text.split()
    return len(row.text) > 110 or len(words) > 8 and bool(_PROSE.search(row.text)) or len(words) > 3 and row.text.endswith((".", "?", "”", '"')) and index > 0


def _row(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """Whether a line belongs to the heading; what it says is put down."""
    if len(row.text) > 240:
        return _opening(heading, text, row)
    for rule in (_graded, _formed, _labelled, _collective, dated_line, _numbered, _from, _placed, _addressed, _saluted, _official):
        if rule(heading, text, row, order, titled):
            return True
    return _opening(heading, text, row) or _bracketed(row)


def _collective(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Chairman [Mao Zedong], Comrade [Liu] Shaoqi and the Central Committee:``"""
    if not row.text.endswith(":") or len(row.text) > 150 or not re.search(r",|;| and | or ", row.text) or _PROSE.search(row.text):
        return False
    found = parties(text, row.start, row.end)
    if len(found) < 2 or not any(party.entity == "person" for party in found) or sum(party.end - party.start for party in found) < len(row.text) * 0.6:
        return False
    heading.addressees.extend(found)
    return True


def _bracketed(row: Row) -> bool:
    return bool(re.fullmatch(r"[\[(][^\[\]]{1,80}[\])]\.?", row.text))


def _graded(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    if len(row.text) > 90:
        return False
    found = grades(text, row.start, row.end)
    if not found:
        return False
    left = row.text
    for grade in found:
        left = left.replace(text[grade.start : grade.end], " ", 1)
    left = re.sub(r"(?i)copy(?:ing)?\b.{0,25}|making copies (?:is )?prohibited|copies? no\.? ?\d+|special folder|and|[\W\d_]", "", left)
    if len(left) > 4:
        return False
    heading.grades.extend(found)
    return True


def _formed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    if len(row.text) > 140:
        return False
    form = forms.at_head(row.text)
    if not form:
        return False
    rest = row.text[form.end :].strip()
    number = titles.NUMBER.match(row.text, form.end + len(row.text[form.end :]) - len(row.text[form.end :].lstrip(" ,:")))
    after = row.text[number.end() :].strip(" .,]") if number else rest.strip(" .,:")
    if len(after) > 2 and not number and not re.match(r"(?:from|to|of|by|on|for|,)\b|,", rest) and not form.slug.startswith("ciphered"):
        return False
    if not titled and len(after) > 2 and heading.title is None:
        title = titles.read(text, row.start, row.end)
        if title.senders or title.addressees or title.authors or title.participants or title.origin:
            heading.title = title
            heading.dates.extend(_find(text, row.start, row.end, order, "sent"))
    if heading.form is None:
        heading.form = forms.Form(form.slug, row.start + form.start, row.start + form.end)
    if number and not heading.number:
        heading.number = number["number"] or number["other"]
        heading.number_span = (row.start + form.start, row.start + number.end())
    if heading.title is None:
        heading.dates.extend(_find(text, row.start, row.end, order, "sent"))
    return True


def _find(text: str, start: int, end: int, order: dates.Order | None, kind: str) -> list[tuple[str, int, int, str]]:
    """Dates of a stretch; each is of the kind that the word before it says."""
    found = []
    last = start
    for date in dates.find(text, start, end, order=order):
        edtf = date.values[0].edtf if len(date.values) == 1 and "X" not in date.values[0].edtf else ""
        found.append((_kind(text[last : date.start], kind), date.start, date.end, edtf))
        last = date.end
    return found


def _kind(before: str, otherwise: str) -> str:
    kinds = (("received", _RECEIVED), ("deciphered", _DECIPHERED), ("registered", _REGISTERED), ("sent", _SENT))
    best, place = otherwise, -1
    for kind, pattern in kinds:
        for match in pattern.finditer(before):
            if match.start() > place:
                best, place = kind, match.start()
    return best


def _labelled(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    match = _LABELLED.fullmatch(row.text)
    if not match:
        return False
    label = match["label"].lower().replace(".", "").rstrip(":")
    start, end = row.start + match.start("value"), row.end
    if label in ("from", "sender"):
        _party_and_place(heading, text, start, end, order, heading.senders, "origin")
    elif label in ("to", "addressee", "recipient", "receiver"):
        _party_and_place(heading, text, start, end, order, heading.addressees, "destination")
    elif label == "for":
        found = parties(text, start, end)
        heading.addressees.extend(party for party in found if party.entity in ("person", "group"))
    elif label == "via":
        heading.relays.extend(parties(text, start, end))
    elif label.startswith("cop") or label in ("cc", "distribution"):
        heading.copies.extend(copies(text, start, end))
    elif label.startswith(("participant", "present", "attended")):
        heading.participants.extend(participants(text, start, end))
    elif " by" in label or label in ("notetaker", "author"):
        heading.recorders.extend(parties(text, start, end))
    elif label in ("date", "time", "place"):
        heading.dates.extend(_find(text, start, end, order, "sent") or _stamp(text, start, end))
        place = re.split(r"[,;]\s*", text[start:end])
        for piece in place:
            if is_place(piece) and heading.origin is None:
                at = text.index(piece, start)
                heading.origin = (at, at + len(piece.rstrip(" .")), cased(piece.rstrip(" .")))
    elif label in ("classification", "precedence", "priority"):
        heading.grades.extend(grades(text, start, end))
    return True


def _stamp(text: str, start: int, end: int) -> list[tuple[str, int, int, str]]:
    """``21.03.1968/10:00``: a day with its hour behind a stroke."""
    match = re.match(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})(?=/\d)", text[start:end])
    if not match or int(match[2]) > 12:
        return []
    edtf = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return [("sent", start + match.start(1), start + match.end(3), edtf)]


def _party_and_place(
    heading: Heading, text: str, start: int, end: int, order: dates.Order | None, into: list[Party], role: str
) -> None:
    """``Ambassador K. Brandsma, Jakarta``: the party, and where it sits."""
    heading.dates.extend(_find(text, start, end, order, "sent"))
    date = next((found for found in dates.find(text, start, end, order=order)), None)
    stop = date.start if date else end
    found = parties(text, start, stop)
    for party in found:
        spot: tuple[int, int, str] | None = None
        if party.entity == "place":
            spot = (party.start, party.end, re.sub(r"\s+\d+$", "", party.name))
        elif party.place and party.place in text[party.start : stop]:
            at = text.index(party.place, party.start)
            spot = (at, at + len(party.place), party.place)
        elif party.place:
            low = text.lower().index(party.place.lower(), party.start)
            spot = (low, low + len(party.place), party.place)
        if spot and getattr(heading, role) is None:
            setattr(heading, role, spot)
        if party.entity != "place":
            into.append(party)
    if getattr(heading, role) is None and found:
        tail = re.search(r",\s*([A-Z][\w -]+?)(?:\s\d+)?\s*$", text[start:stop])
        if tail and is_place(tail[1]):
            setattr(heading, role, (start + tail.start(1), start + tail.end(1), cased(tail[1])))


def copies(text: str, start: int, end: int) -> list[Party]:
    """The names of a list of copies; counts in brackets and courtesy words are left out."""
    return [party for party in parties(text, start, end, listing=True) if party.entity != "place"]


def participants(text: str, start: int, end: int) -> list[Party]:
    """The people of a list of participants."""
    found: list[Party] = []
    for piece in re.finditer(r"[^;\n]+", text[start:end]):
        found.extend(party for party in parties(text, start + piece.start(), start + piece.end()) if party.entity == "person")
    return found


def dated_line(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line that is place and date, or sending and receiving with their dates."""
    if len(row.text) > 170 or not any(char.isdigit() for char in row.text) and not re.search(r"(?i)\brec", row.text):
        return bool(re.fullmatch(r"[\[(]?\s*Undated[.\])]*", row.text))
    found = _find(text, row.start, row.end, order, "sent")
    if not found and _RECEIVED.search(row.text) and re.match(r"[\[(]", row.text):
        heading.dates.append(("received-hour", row.start, row.end, ""))
        return True
    if not found:
        return False
    left = row.text
    for _, start, end, _ in found:
        left = left.replace(text[start:end], " ", 1)
    words = re.sub(r"[\[\]()]|\b\d{1,2}[.:]?\d{0,2}(?: ?[ap]\. ?m\.?| hours?| hrs?)?", " ", left)
    if forms.at_head(row.text) or len(words.split()) > 22 or (row.text.endswith((".", "!")) and len(words.split()) > 12):
        return False
    events = _RECEIVED.search(left) or _SENT.search(left) or _DECIPHERED.search(left) or _REGISTERED.search(left)
    came = _FROM.match(row.text)
    if came and is_place(came["place"]) and heading.origin is None:
        heading.origin = (row.start + came.start("place"), row.start + came.end("place"), cased(came["place"].strip()))
    place = re.match(r"[\[(]?\s*(?:(?:Written|Done|Given|Sent) (?:in|at) |From |At )?(?P<place>[A-Z][\w.’' -]{1,30}?)\s*(?:[,.:]|\s(?=\d)|$)", row.text)
    spot = place["place"].strip(" .,") if place else ""
    if not events and len(words.split()) > 5 and not is_place(spot) and not BODY.search(left):
        written = re.search(r"(?:[Ww]ritten|Done|Given) (?:in|at) (?P<place>[A-Z][\w’'-]+)", row.text)
        if not written:
            return False
        heading.origin = (row.start + written.start("place"), row.start + written.end("place"), written["place"])
        heading.grades.extend(grades(text, row.start, row.end))
    elif place and heading.origin is None and spot and (is_place(spot) or _lone_place(spot, found[0][1] - row.start - place.end())):
        at = row.start + place.start("place")
        heading.origin = (at, at + len(spot), cased(spot))
    elif heading.origin is None and (post := _POSTED.match(row.text)):
        heading.origin = (row.start + post.start("place"), row.start + post.end("place"), cased(post["place"]))
    elif heading.origin is None and (inner := re.search(r",\s*\[?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),?\]?\s*(?=,|$|\s)", row.text)) and is_place(inner[1]):
        heading.origin = (row.start + inner.start(1), row.start + inner.end(1), cased(inner[1]))
    heading.dates.extend(found)
    return True


_POSTED = re.compile(
    r"(?i:[\w.’' ]{0,40}\b(?:legation|embassy|consulate|consulate[- ]general|ministry|department|office|mission|headquarters|agency)\b[\w.’' ]{0,40}),\s*"
    r"(?P<place>[A-Z][\w.’'-]+(?: [A-Z][\w’'-]+){0,2}),\s"
)


def _lone_place(words: str, gap: int) -> bool:
    """A dateline's first word is a place when the date follows it at once."""
    return gap <= 8 and len(words.split()) <= 3 and not OFFICE.search(words) and not BODY.search(words) and not re.search(
        r"(?i)\b(?:date|time|sent|received|no|from|to|copy|typed|late|early|night|spring|summer|autumn|winter|the|on|my|your|decision|of|at|about|circa|undated|deciphered|registered)\b", words
    )


def _numbered(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    return len(row.text) < 60 and bool(_NUMBER_ROW.fullmatch(row.text) or re.fullmatch(r"[A-ZА-Я]{0,3}[\d/.-]+[\w/.-]*", row.text))


def _from(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    match = _FROM.match(row.text) if len(row.text) < 150 else None
    if not match or not is_place(match["place"]):
        return False
    if heading.origin is None:
        heading.origin = (row.start + match.start("place"), row.start + match.end("place"), cased(match["place"].strip()))
    heading.dates.extend(_find(text, row.start + match.end(), row.end, order, "sent"))
    return True


def _placed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``BEIJING - Comrade KRASOVSKY``: where the message goes, and to whom there."""
    match = _PLACED.fullmatch(row.text) if len(row.text) < 110 else None
    place = match["place"] if match else ""
    if not match or not is_place(place) or place.rstrip(".") in ("The",):
        return False
    rest = match["rest"].strip()
    start = row.start + match.start("place")
    spot = (start, start + len(place.rstrip(".")), cased(place.rstrip(".")))
    if not rest:
        heading.destination = heading.destination or spot
        return True
    word = re.match(r"(?:(?:to|To|TO|for|For|FOR)\s+)?", rest)
    first = row.start + match.start("rest") + (word.end() if word else 0)
    meant = re.search(r",?\s+(?:for|For)\s+(?:(?:transmission|delivery) to\s+)?(?=[A-Z])", text[first : row.end])
    stop = first + meant.start() if meant else row.end
    found = [party for party in parties(text, first, stop) if party.entity != "place"]
    if not found:
        return False
    heading.destination = heading.destination or spot
    heading.receivers.extend(party.at(row.start, party.end) for party in found)
    if meant:
        heading.addressees.extend(parties(text, first + meant.end(), row.end))
        heading.meant = True
    return True


def _addressed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    match = _ADDRESS.fullmatch(row.text)
    if not match or titles.NUMBER.match(match["who"]) or re.match(r"(?:my|your|the|our)\s+(?:No|telegram|letter)", match["who"]):
        return False
    if re.search(r"(?i)\b(?:is|was|the fact|that|adopt|approve|grant|instruct|entrust|accept|inform you|reply|this)\b", match["who"]):
        return False
    start = row.start + match.start("who")
    then = re.search(r",?\s+(?:for|For)\s+(?:(?:transmission|delivery|immediate transmission) to\s+)?(?=[A-Z])", match["who"])
    stop = start + then.start() if then else row.end
    found = parties(text, start, stop)
    word = match["word"].lower()
    if then:
        heading.receivers.extend(_led(row, found))
        heading.addressees.extend(parties(text, start + then.end(), row.end))
        heading.meant = True
        return True
    if not found:
        return False
    if found[0].entity == "place":
        heading.destination = heading.destination or (found[0].start, found[0].end, found[0].name)
        return True
    if found[0].place and heading.destination is None and found[0].place.lower() in text[start : row.end].lower():
        at = text.lower().index(found[0].place.lower(), start)
        heading.destination = (at, at + len(found[0].place), found[0].place)
    if word.startswith(("for", "deliver", "pass", "hand", "transmit", "to be", "attention", "attn")):
        heading.meant = True
    if word == "to" and heading.destination and not heading.receivers and found[0].entity == "position":
        heading.receivers.extend(_led(row, found))
    else:
        heading.addressees.extend(_led(row, found))
    return True


def _led(row: Row, found: list[Party]) -> list[Party]:
    """The first of several parties has the line's first word among its own."""
    return [party.at(row.start, party.end) if index == 0 else party for index, party in enumerate(found)]


def _saluted(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    match = _SALUTATION.fullmatch(row.text) if len(row.text) < 90 else None
    if not match:
        return False
    heading.greeted.extend(party for party in parties(text, row.start, row.end) if party.entity == "person")
    return True


def _official(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A letterhead, an office under its place, ``A to B``, or ``via courier C to D``."""
    words = row.text
    if len(words) > 110 or words.endswith(("?", "!")) or words.endswith(".") and len(words.split()) > 7:
        return False
    if via := re.fullmatch(r"(?:via|through|by hand of|by)\s+(?:the )?(?:(?:courier|messenger|diplomatic courier)\s+)?(?P<who>[A-Z].+?)(?:\s+to\s+(?P<to>[A-Z].+))?", words):
        heading.relays.extend(parties(text, row.start + via.start("who"), row.start + via.end("who")))
        if via["to"]:
            heading.addressees.extend(parties(text, row.start + via.start("to"), row.end))
        return True
    cut = titles.best_split(text, row.start, row.end) if " to " in words else None
    if cut and len(words.split()) <= 14 and not _PROSE.search(words):
        senders, addressees = parties(text, row.start, cut[0]), parties(text, cut[1], row.end)
        if senders and addressees and not titled:
            heading.senders.extend(senders)
            heading.addressees.extend(addressees)
        return bool(senders and addressees)
    party = parse(text, row.start, row.end)
    if party is None or len(words.split()) > 14 or _PROSE.search(words):
        return False
    if party.entity == "position" or party.entity == "person" and party.office:
        if heading.destination and not heading.receivers:
            heading.receivers.append(party)
            return True
        if words.isupper() and heading.rows > 0:
            heading.receivers.append(party)
            return True
        return False
    if party.entity == "body":
        heading.letterhead.append(party)
        located = re.search(r"(?i)\b(?:in|at)\s+(?:the\s+)?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\W*$", words)
        if located and is_place(located[1]) and cased(located[1]) not in COUNTRIES and heading.origin is None:
            at = row.start + located.start(1)
            heading.origin = (at, at + len(located[1]), cased(located[1]))
        return True
    return False


_GREETING = re.compile(
    r"[\"“«]?(?:(?:My )?[Dd]ear(?: Comrades?| friend)?|Comrades?|Cde\.?|Esteemed(?: Comrade)?|Respected(?: Comrade)?|Honou?red(?: Comrade)?)\s+"
    r"(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})\s?[!:,;—–-]+\s"
)
_TO_PLACE = re.compile(r"(?:To|For) (?P<who>(?:Comrade |Cde\.? )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}), (?P<place>[A-Z][\w-]+)\. (?=[A-Z])")


def _opening(heading: Heading, text: str, row: Row) -> bool:
    """``Tell Tsedenbal: …`` or ``Dear Bertoldo, …`` at the head of the text says for whom it is; the line itself is text."""
    if greeting := _GREETING.match(row.text):
        found = parties(text, row.start + greeting.start("who"), row.start + greeting.end("who"))
        heading.greeted.extend(party for party in found if party.entity == "person")
    if (address := _TO_PLACE.match(row.text)) and is_place(address["place"]):
        heading.addressees.extend(parties(text, row.start + address.start("who"), row.start + address.end("who")))
        at = row.start + address.start("place")
        heading.destination = heading.destination or (at, at + len(address["place"]), cased(address["place"]))
    asked = _ASKED.match(row.text)
    if asked and (found := parties(text, row.start + asked.start("who"), row.start + asked.end("who"))):
        if found[0].entity in ("person", "group") and not re.search(r"\b(?:that|about)\b", asked["who"]):
            heading.addressees.extend(found)
            heading.meant = True
            return len(row.text) - asked.end() < 40
    return False


__all__ = ["CLASSIFICATION", "PRECEDENCE", "Heading", "copies", "participants", "read"]
