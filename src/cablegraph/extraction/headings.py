"""The lines before a paper's text: ``CIPHERED TELEGRAM No. 3777``, ``BEIJING - Comrade KRASOVSKY``, ``For Comrade …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from cablegraph import dates
from cablegraph.extraction import (
    address_blocks,
    address_labels,
    address_parties,
    address_posts,
    address_seats,
    addresses,
    cable_addresses,
    columns,
    forms,
    relays,
    repeated,
    stamps,
    talks,
    titles,
    wires,
)
from cablegraph.extraction.datelines import PROSE, calendar_line, dated_line, find, from_line, seat_line
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import COUNTRIES, DATE_LIKE
from cablegraph.extraction.names import Party, cased, is_place, parse, parties
from cablegraph.extraction.rows import Row

MAX_ROWS: Final = 30

_SALUTATION = re.compile(
    r"(?:(?:My )?[Dd]ear|(?P<abroad>(?:Sehr )?[Gg]eehrter?|Lieber?|Werter?|Verehrter?|Chers?|Ch[eè]re|Monsieur|Querid[oa]s?|Estimad[oa]s?|Drogi|Szanowny|Vážený|Milý|Stimate|Уважаемый|Дорогой|Многоуважаемый)|Comrades?|Esteemed|Respected|Honou?red|Highly esteemed|Your Excellency|Mr\.?|Sirs?|SIRS?|Gentlemen|Madam|Friends?)\b(?P<who>[^.!?:]{0,80})[!:,;—–-]+"
    r"|[A-Z][a-z]+ [A-Z][a-z]+(?:[eo]vich|ich|[eo]vna|ichna)[,!]"
)
_GREETING = re.compile(
    r"[\"“«]?(?:(?:My )?[Dd]ear(?: Comrades?| friend)?|Comrades?|Cde\.?|Esteemed(?: Comrade)?|Respected(?: Comrade)?|Honou?red(?: Comrade)?)\s+"
    r"(?P<who>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})\s?[!:,;—–-]+\s"
)
_HAN_GREETING = re.compile(
    r"(?P<who>[一-鿿·]{2,8}?)(?P<honour>同志|主席|总理|大使|部长|先生|閣下|同志们)?(?:并.{2,20})?[：:]"
)
_TO_PLACE = re.compile(
    r"(?:To|For) (?P<who>(?:Comrade |Cde\.? )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}), (?P<place>[A-Z][\w-]+)\. (?=[A-Z])"
)
_NUMBER_ROW = re.compile(
    r"第\s?\d[\d/-]*\s?[号號]|"
    r"(?:[A-Za-z. ]{0,30}?)(?:No|Nr|Number|N[º°]|№|#)\s?\.?:?\s*(?:[A-Z]{1,3}[./-])?\d[\w/.()-]*[.\]]*|\(?[A-ZА-Я]{0,3}[\d/.-]+[\w/.-]*\)?",
    re.IGNORECASE,
)
_NUMBER_AND_GRADES = re.compile(r"N(?:o|r|[º°])s?\.?\s?\d[\d/–-]*[.,](?:\s[A-Z][a-z]+(?:\s[a-z]+){0,2}[.,]){1,4}")
"""``No. 2214-2217. Very urgent. Reserved.``"""
_TO_HOLDER = re.compile(r"[\"“«]?To (?P<who>[A-Z][^.:;,\n]{3,60})\. (?=[A-Z])")
_SHORT_SENTENCE = re.compile(r"\s[^\W\d_A-ZА-ЯЁ]\w+[.!?]$")
"""``All is well.``: the last word is neither a name nor an abbreviation in capitals."""
_NUMBERS: Final = (
    titles.NUMBER,
    re.compile(r"第\s?(?P<number>\d[\d/-]*)(?P<other>)\s?[号號]"),
    re.compile(r"(?P<number>\d[\d./-]*)(?P<other>)$"),
)
_SENT_AND_RECEIVED = re.compile(r"(?i:nos?\.?)\s?:?\s?\d[\d./-]* \((?:sent|dispatched|despatched|received)\b.{2,80}")
_LABEL_ROW = re.compile(r"[A-Z][A-Z /.]{3,26}:\s\S.{0,90}")
"""``INITIALED BY: …``: a line of a printed form in a telegram's head."""
_WIDE_WORD = re.compile(r"(?:[A-Za-z] ){3,}[A-Za-z]")
"""``N o t e``"""
_OFFICE_ALONE = re.compile(r"(?:From|FROM) (?:the|THE) (?P<who>[A-Z][\w ]{3,50})")
"""``From the Private Secretary`` at the head of a letter."""
_INTERNAL = re.compile(
    r"(?i)(?:(?:strictly|only|for|internal|personal|confidential|official|not|working|party)\b ?)+[\w ]{0,30}!"
)
"""``Internal working paper!``, ``For official use only!``"""
_FRUS_TEXT = re.compile(
    r"\d{1,5}[A-Za-z½]?\. \S|\[\d{1,5}[a-z½]?\.?\]\.? \S|\[?(?:Also )?(?:For|From|To|for|from)\]? (?!(?i:his|her|their|the hon|all whom|all to whom) )[^.]{2,120}:\]?$|(?:Sirs?|SIRS?|Gentlemen|My Lord|Excellency|Monsieur|Mr\. Minister|Your Excellency|Dear [^:]{2,40}"
    r"|(?:MY (?:DEAR|LORD)|DEAR|MR\.|YOUR EXCELLENC|EXCELLENC|GENTLEMEN|MADAM)[A-ZÀ-Ž .’'-]{0,50}|My Dear [^:]{2,40}|Honou?red Sir|My dear [^:]{2,40})\s?[:,][—–-]?\s+\S"
)
_LOCATED = re.compile(r"(?i)\b(?:in|at)\s+(?:the\s+)?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\W*$")


def read(text: str, rows: Sequence[Row], order: dates.Order | None, *, titled: bool, family: str = "") -> Heading:
    """Read the lines at the head of a paper. ``titled``: its page has a title, so no line here is one."""
    heading = Heading()
    if family != "frus" and wires.is_wire(rows):
        heading.rows = wires.read(heading, text, rows)
        return heading
    waiting = 0
    for index, row in enumerate(rows[:MAX_ROWS]):
        if family == "frus" and begins_text(row.text):
            break
        letterheads, days = len(heading.letterhead), len(heading.dates)
        if family != "frus" and (last := _block(heading, text, rows[index : index + 8])):
            heading.rows = index + last
            continue
        if index < heading.rows:
            continue  # a line of an address
        across = columns.parts(row) if family != "frus" else [row]
        known = [_row(heading, text, part, order, titled) for part in across]
        if any(known):
            heading.rows = index + 1
            if len(heading.dates) > days and index:
                _place_over_date(heading, rows[index - 1])
            waiting = 0
        elif _is_text(row, index) or (waiting >= 2 and not _dated_ahead(heading, text, rows[index : index + 3], order)):
            break
        else:
            waiting += 1
        heading.after_letterhead = len(heading.letterhead) > letterheads
    heading.origin = heading.origin or heading.seat
    return heading


def _dated_ahead(heading: Heading, text: str, rows: Sequence[Row], order: dates.Order | None) -> bool:
    """Whether short lines of a letterhead that nobody knows end in a dateline."""
    if heading.dates:
        return False
    for row in rows:
        if len(row.text) > 60 or row.text.endswith((".", ":", ";", ",")) or PROSE.search(row.text):
            return False
        probe = Heading()
        if dated_line(probe, text, row, order, True) and probe.dates and probe.origin:
            return True
    return False


def _block(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """How many of these lines are an address with its town, or nothing."""
    return addresses.block(heading, text, rows[:6]) or address_blocks.greeted(heading, text, rows)


def _place_over_date(heading: Heading, above: Row) -> None:
    """``New Delhi`` and, below it, ``29th August, 1954``: where the paper was written, not where it goes."""
    goes = heading.destination
    alone = goes is not None and goes[:2] == (above.start, above.end)
    if alone and not (heading.origin or heading.addressees or heading.receivers):
        heading.origin, heading.destination = goes, None


def begins_text(words: str) -> bool:
    """Whether a line of the series begins the text: a telegram's number, for whom it is meant, or ``Sir: …``."""
    return bool(_FRUS_TEXT.match(words))


def _is_text(row: Row, index: int) -> bool:
    words = row.text.split()
    if len(row.text) > 110 or (len(words) > 8 and PROSE.search(row.text)):
        return True
    if _INTERNAL.fullmatch(row.text):
        return False
    if row.text.endswith("。") or (len(words) == 3 and index > 0 and _SHORT_SENTENCE.search(row.text)):
        return True
    return len(words) > 3 and row.text.endswith((".", "?", "”", '"')) and index > 0


def _row(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """Whether a line belongs to the heading; what it says is put down."""
    if len(row.text) <= 240 and any(rule(heading, text, row, order, titled) for rule in _RULES):
        return True
    if came := stamps.received(text, row):
        heading.dates.append(("received", *came))
        return True
    return _opening(heading, text, row, order) or (len(row.text) <= 240 and _bracketed(row))


def _bracketed(row: Row) -> bool:
    return bool(re.fullmatch(r"[\[(][^\[\]]{1,80}[\])]\.?", row.text))


def _graded(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    found = grades(text, row.start, row.end) if len(row.text) <= 90 else []
    if not found:
        return False
    left = row.text
    for grade in found:
        left = left.replace(text[grade.start : grade.end], " ", 1)
    left = re.sub(
        r"(?i)copy(?:ing)?\b.{0,25}|making copies (?:is )?prohibited|personal|copies? no\.? ?\d+|special folder|and|[\W\d_]",
        "",
        left,
    )
    if len(left) > 4:
        return False
    heading.grades.extend(found)
    return True


def _formed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``TELEGRAM No. 318``; where no page gives a title, also ``Letter of Envoy Radeva to Minister Lukov``."""
    if _WIDE_WORD.fullmatch(row.text):
        wide = forms.at_head(row.text.replace(" ", ""))
        heading.form = heading.form or (forms.Form(wide.slug, row.start, row.end) if wide else None)
        return wide is not None
    form = forms.at_head(row.text)
    if form and row.text.endswith(".") and _SAYS.search(row.text):
        return False  # "The report of Engineer Petkov will be sent to you."
    if not form or (len(row.text) > 140 and not (form.slug == "memorandum-of-conversation" and not titled)):
        return False
    rest = row.text[form.end :].strip()
    at = form.end + len(row.text[form.end :]) - len(row.text[form.end :].lstrip(" ,:"))
    number = next((found for pattern in _NUMBERS if (found := pattern.match(row.text, at))), None)
    after = row.text[number.end() :].strip(" .,]") if number else rest.strip(" .,:")
    led = re.match(r"(?i:from|to|of|by|on|for|with|between|about|concerning|regarding)\b|,", rest)
    led = led or _BETWEEN.search(row.text, form.start, form.end)
    if len(after) > 2 and not number and not led and not form.slug.startswith("ciphered"):
        return False
    if not titled and len(after) > 2 and heading.title is None and not _CAME_OR_WENT.fullmatch(rest):
        title = titles.read(text, row.start, row.end)
        if title.senders or title.addressees or title.authors or title.participants or title.origin:
            heading.title = title
        elif len(row.text) > 140:
            return False
    if _CAME_OR_WENT.fullmatch(rest):
        heading.form = heading.form or forms.Form(form.slug, row.start + form.start, row.start + form.end)
        return True
    if titled and form.slug == "memorandum-of-conversation" and rest.startswith(("with ", "between ")):
        heading.participants.extend(titles.read(text, row.start, row.end).participants)
    if titled and rest.startswith("from ") and heading.origin is None and (post := _LOCATED.search(row.text)):
        low, high = (row.start + at for at in post.span(1))
        heading.origin = (low, high, cased(post[1])) if is_place(post[1]) else None
    heading.dates.extend(find(text, row.start, row.end, order, "sent"))
    if heading.form is None or (heading.form.slug, form.slug) == ("telegram", "ciphered-telegram"):
        heading.form = forms.Form(form.slug, row.start + form.start, row.start + form.end)
    if _LABEL_BEHIND.match(rest) and not number:  # "MEMORANDUM FOR: THE PRESIDENT"
        address_labels.labelled(heading, text, Row(row.start + at, row.end, row.text[at:]), order, titled)
    if number and not heading.number:
        heading.number = number["number"] or number["other"]
        heading.number_span = (row.start + form.start, row.start + number.end())
    return True


_CAME_OR_WENT = re.compile(r"(?i)(?:received|sent|dispatched|despatched|incoming|outgoing)")
"""``CODED TELEGRAM RECEIVED``"""
_RECORD = re.compile(
    r"(?i)(?:(?:short|summary|verbatim|stenographic|abridged|official) )?(?:record|transcript|zapisnik|account)s?"
)
_OF_A_TALK = re.compile(
    r"\s*\n\s*(?i:of|on|about|from) (?:an? |the |his |our )?(?:[\w-]+ ){0,2}?(?i:conversations?|talks?|discussions?|negotiations?) (?i:of|between|with|held|that)\b"
)
_BETWEEN = re.compile(r" (?:between|with)$", re.IGNORECASE)
_LABEL_BEHIND = re.compile(r"(?i:for|to|from)\s*:\s*\S")
_SAYS = re.compile(r"\b(?:will|shall|was|were|has been|have been|is being|are being)\b")
_OF_A_BODY = re.compile(
    r"(?i)(?:of|by) (?:the )?(?:(?:\d+(?:st|nd|rd|th) )?(?:meeting|session|sitting|plenum) of (?:the )?)?(?=[A-Z])"
)
_DAY_BEHIND = re.compile(rf",? (?:(?:held )?(?:of|on) )?(?:the )?{DATE_LIKE.pattern}\W*$")
"""``of the meeting of the Presidium, 21 August 1968``"""
_ABOUT_TALK = re.compile(
    r"(?:on|of|about|regarding|from) (?:an? |the |his |Comrade )?[^.]{0,60}?\b(?:[Cc]onversation|[Tt]alks?|[Mm]eeting|[Ii]nterview)s? (?:with|between|of) .{3,140}|of [^.]{3,60} with .{3,140}"
)


def _talked(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``NOTE`` and, on the next line, ``on a conversation with the Ambassador of the PRC``."""
    if _RECORD.fullmatch(row.text) and _OF_A_TALK.match(text, row.end):
        heading.form = heading.form or forms.Form("memorandum-of-conversation", row.start, row.end)
        return True
    above = heading.form
    if above and above.slug in ("decision", "minutes", "report") and row.start - above.end < 4:
        led = _OF_A_BODY.match(row.text)
        day = _DAY_BEHIND.search(row.text) if led else None
        party = parse(text, row.start + led.end(), row.start + day.start() if day else row.end) if led else None
        if party and party.entity == "body":
            heading.recorders.append(party)
            heading.dates.extend(find(text, row.start + day.start(), row.end, order, "sent") if day else [])
            return True
    if above and above.slug == "memorandum-of-conversation" and row.start - above.end < 4:
        met = re.match(r"(?i)(?:with|between) ", row.text)
        if met and not heading.participants:
            found = parties(text, row.start + met.end(), row.end)
            heading.participants.extend(one for one in found if one.entity == "person")
            heading.listing = "participants"  # "with the Minister of Foreign Affairs" and below it his name
            return bool(found)
    if above and above.slug == "speech" and row.text.startswith(("by ", "By ", "of ")) and row.start - above.end < 4:
        heading.recorders.extend(parties(text, row.start + 3, row.end))
        return bool(heading.recorders)
    near = above is not None and above.slug in ("note", "memorandum", "report", "memorandum-of-conversation", "minutes")
    if not near or above is None or row.start - above.end > 3 or not _ABOUT_TALK.fullmatch(row.text):
        return False
    if above.slug != "minutes":
        heading.form = forms.Form("memorandum-of-conversation", above.start, above.end)
    heading.participants.extend(
        titles.read(text, row.start, row.end).participants or talks.partners(text, row.start, row.end)
    )
    heading.dates.extend(find(text, row.start, row.end, order, "conversation"))
    return True


def _numbered(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    if len(row.text) < 90 and _NUMBER_AND_GRADES.fullmatch(row.text):
        heading.grades.extend(grades(text, row.start, row.end))
        return True
    if _SENT_AND_RECEIVED.fullmatch(row.text):
        return True
    return len(row.text) < 60 and bool(_NUMBER_ROW.fullmatch(row.text))


_REPORTED_TO = re.compile(r",? and (?:to )?(?:also )?(?:report|reported|submit|forward|pass on) to (?=the |[A-Z])")


def _collective(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Chairman [Mao Zedong], Comrade [Liu] Shaoqi and the Central Committee:``"""
    if not row.text.endswith(":") or len(row.text) > 150 or PROSE.search(row.text):
        return False
    if not re.search(r",|;| and | or ", row.text):
        return False
    onward = _REPORTED_TO.search(row.text)  # "Chairman, Comrade Liu Shaoqi and report to the Central Committee:"
    found = parties(text, row.start, row.start + onward.start() if onward else row.end)
    if onward and found:
        found += parties(text, row.start + onward.end(), row.end)
    covered = sum(party.end - party.start for party in found)
    if len(found) < 2 or not any(party.entity == "person" for party in found) or covered < len(row.text) * 0.6:
        return False
    heading.addressees.extend(found)
    return True


def _saluted(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    if (han := _HAN_GREETING.match(row.text)) and (han["honour"] or han.end() == len(row.text)):
        at = row.start + han.start("who")
        heading.greeted.append(Party(han["who"], "person", at, at + len(han["who"])))
        heading.saluted = (row.start, row.start + han.end())
        return len(row.text) - han.end() < 2
    greeting = _SALUTATION.fullmatch(row.text) if len(row.text) < 90 else None
    if greeting is None:
        return False
    at = row.start + (greeting.end("abroad") if greeting["abroad"] else 0)  # "Lieber Genosse Schneidewind!"
    found = [party for party in parties(text, at, row.end) if party.entity == "person"]
    heading.greeted.extend(found)
    heading.saluted = (row.start, row.end)
    return True


def _official(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A letterhead, an office under its place, or ``A to B``."""
    words = row.text
    if heading.saluted and words.isupper() and len(words.split()) > 3:
        return False  # a letter's subject, under its salutation
    if len(words) > 110 or words.endswith(("?", "!")) or (words.endswith(".") and len(words.split()) > 7):
        return False
    if PROSE.search(words) or len(words.split()) > 14 or _CLOCK.search(words):
        return False
    cut = titles.best_split(text, row.start, row.end) if " to " in words or " TO " in words else None
    if cut and _MISSION.match(words):
        cut = None
    if cut and _between(heading, text, row, cut, titled):
        return True
    party = parse(text, row.start, row.end)
    if party is None:
        return False
    if party.entity == "position" or (party.entity == "person" and party.office):
        addressed_above = [one for one in heading.addressees if one.entity == "person"]
        _, spot = address_seats.seated(text, row.start, row.end) if addressed_above and "," in words else (0, None)
        if spot and party.entity == "position" and heading.destination is None:
            heading.destination = spot  # "To Comrade Petar Mladenov" and below it "Minister of Foreign Affairs, Sofia"
            return True
        if addressed_above and 0 < row.start - addressed_above[-1].end < 4:
            return True  # "TO COMRADE TODOR ZHIVKOV" and, below it, what he is
        if (heading.destination and not heading.receivers) or (words.isupper() and heading.rows > 0):
            heading.receivers.append(party)
            return True
        return False
    if party.entity == "body":
        heading.letterhead.append(party)
        located = _LOCATED.search(words)
        if located and is_place(located[1]) and cased(located[1]) not in COUNTRIES and heading.seat is None:
            at = row.start + located.start(1)
            heading.seat = (at, at + len(located[1]), cased(located[1]))
        return True
    return False


def _printed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line of a printed form that says nothing we keep; ``From the Private Secretary`` over a letter."""
    if _LABEL_ROW.fullmatch(row.text):
        label, _, value = row.text.partition(":")
        told = value.rstrip().endswith((".", "!", "?")) and len(value.split()) > 2  # "LAOS: Souvanna asked for trucks."
        return label.isupper() and not told and bool(heading.dates or heading.number or heading.form)
    office = _OFFICE_ALONE.fullmatch(row.text)
    party = parse(text, row.start + office.start("who"), row.end) if office else None
    return party is not None and party.entity == "position"


_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
"""``Came to the Department: 22.08, 21:30``"""
_MISSION = re.compile(
    r"(?i)(?:the )?(?:permanent |[\w ]{0,30} )?(?:mission|delegation|representation|embassy|legation|observer|representative)"
    r"(?: of [\w ]{2,40})? to (?:the )?(?:united nations|u\.?n\.?\b|nato|unesco|european|league|north atlantic|holy see|court)"
)
"""``Permanent Mission to the United Nations`` is a letterhead."""


def _between(heading: Heading, text: str, row: Row, cut: tuple[int, int], titled: bool) -> bool:
    """``A. Rahimi to S. Akhtar`` or ``Moscow to Peking``."""
    end = relays.cut_via(heading, text, cut[1], row.end)
    senders, addressees = parties(text, row.start, cut[0]), parties(text, cut[1], end)
    if not senders or not addressees:
        return False
    for found, into, role in ((senders, heading.senders, "origin"), (addressees, heading.addressees, "destination")):
        for party in found:
            if party.entity != "place":
                if not titled:
                    into.append(party)
            elif getattr(heading, role) is None:
                setattr(heading, role, (party.start, party.end, party.name))
    return True


_LIST_HEAD = re.compile(
    r"(?P<present>PARTICIPANTS?|Participants?|PRESENT|Present|ATTENDEES)\s*:?|(?P<subject>SUBJECTS?|Subjects?|RE)\s*:?"
)
_NEXT_LABEL = re.compile(r"[A-Z][\w &,/]{2,28}:")
_COUNTRY = re.compile(r"(?P<name>[A-Z][A-Za-z. ]{1,30}?)(?: (?:side|delegation))?:\s+(?=\S)")
_SIDE = re.compile(r"(?:[A-Z][\w.]* ?){1,4}|.{0,30}\bside\b:?")


def _listed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A list under its own heading: ``PARTICIPANTS`` and below it a name a line; the line under ``SUBJECT`` is left."""
    head = _LIST_HEAD.fullmatch(row.text)
    if head:
        heading.listing = "participants" if head["present"] else "subject"
        return True
    if heading.listing == "subject":
        heading.listing = ""
        return len(row.text) < 160
    if heading.listing == "participants" and (country := _COUNTRY.match(row.text)) and is_place(country["name"]):
        found = address_parties.participants(text, row.start + country.end(), row.end)  # "Germany: Chancellor Brandt, …"
        heading.participants.extend(found)
        return bool(found)
    if (
        heading.listing != "participants"
        or len(row.text) > 140
        or _NEXT_LABEL.match(row.text)
        or (row.text.endswith(".") and len(row.text.split()) > 2)
        or PROSE.search(row.text)
    ):
        heading.listing = ""
        return False
    found = [party for party in parties(text, row.start, row.end) if party.entity in ("person", "position")]
    heading.participants.extend(found)
    if found or _SIDE.fullmatch(row.text):
        return True
    heading.listing = ""
    return False


_MOTTO = re.compile(r"(?i)(?:proletarians|workers) of (?:all|the) (?:countries|lands|world|nations)\b.{0,20}")
_EXTRACT = re.compile(r"(?i)(?:extract|excerpt)s? from (?:the )?(?:protocol|minutes)\b.{0,200}")
_DESK = re.compile(r"(?:INDICATE|Indicate|ORIGIN|Origin)\s*:.{0,80}|EYES ONLY\b.{0,60}")
"""``INDICATE: COLLECT / CHARGE TO``, ``Origin: EA``: printed heads of the Department's forms."""
_DIARY_OF = re.compile(r"(?i)(?:from the )?(?:journal|diary|diaries) of:?\s*(?P<who>.{0,110})")


def _formula(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``Proletarians of all countries, unite!``, ``EXTRACT from protocol No. 181``, ``From the Journal of`` and a name."""
    if row.text in ("to", "To", "TO", "à", "À"):
        heading.listing = "to"  # "The Ambassador of France", "to", "His Excellency …"
        return True
    if heading.listing == "to":
        heading.listing = ""
        found = [party for party in parties(text, row.start, row.end) if party.entity != "place"]
        heading.addressees.extend(found[:1] if len(row.text) < 110 else [])
        return bool(found) and len(row.text) < 110
    if heading.listing == "diary":
        heading.listing = ""
        found = [party for party in parties(text, row.start, row.end) if party.entity == "person"]
        heading.recorders.extend(found[:1])
        return bool(found) and len(row.text) < 80
    if row.text[0] not in "PpWwEeFfIiOoJjDd":
        return False
    if _DESK.fullmatch(row.text):
        return True
    if _MOTTO.fullmatch(row.text):
        return True
    if _EXTRACT.fullmatch(row.text):
        heading.dates.extend(find(text, row.start, row.end, order, "sent"))
        return True
    if diary := _DIARY_OF.fullmatch(row.text):
        if diary["who"]:
            at = row.start + diary.start("who")
            heading.recorders.extend(one for one in parties(text, at, row.end)[:1] if one.entity == "person")
        else:
            heading.listing = "diary"
        return True
    return False


_INLINE_DATELINE = re.compile(
    rf"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?:the )?{DATE_LIKE.pattern}(?=[.:,—–-]|\s)"
)


def _opening(heading: Heading, text: str, row: Row, order: dates.Order | None) -> bool:
    """``Tell Tsedenbal: …`` or ``Dear Bertoldo, …`` at the head of the text says for whom it is; the line is text."""
    if greeting := _GREETING.match(row.text):
        found = parties(text, row.start + greeting.start("who"), row.start + greeting.end("who"))
        heading.greeted.extend(party for party in found if party.entity == "person")
        heading.saluted = (row.start + greeting.start(), row.start + greeting.end())
    if (dateline := _INLINE_DATELINE.match(row.text)) and heading.origin is None and is_place(dateline["place"]):
        at = row.start + dateline.start("place")
        heading.origin = (at, at + len(dateline["place"]), cased(dateline["place"]))
        heading.dates.extend(find(text, row.start + dateline.end("place"), row.start + dateline.end(), order, "sent"))
    if (address := _TO_PLACE.match(row.text)) and is_place(address["place"]):
        heading.addressees.extend(parties(text, row.start + address.start("who"), row.start + address.end("who")))
        at = row.start + address.start("place")
        heading.destination = heading.destination or (at, at + len(address["place"]), cased(address["place"]))
    elif holder := _TO_HOLDER.match(row.text):  # "To Deputy Minister Dahl. Of the three tugs …"
        found = parties(text, row.start + holder.start("who"), row.start + holder.end("who"))
        titled = len(found) == 1 and found[0].entity == "person" and found[0].name != holder["who"]
        heading.addressees.extend(found if titled else ())
    return addresses.asked(heading, text, row)


_Rule = Callable[[Heading, str, Row, "dates.Order | None", bool], bool]
_RULES: Final[tuple[_Rule, ...]] = (
    _formula, _listed, address_blocks.noted, address_blocks.to_from, address_blocks.for_his_eyes, _graded, address_blocks.letterhead, address_blocks.whole, address_blocks.run_on, calendar_line, seat_line, repeated.listed, address_posts.between_posts, cable_addresses.headed, addresses.named_below, _talked, _formed, address_blocks.to_centre, address_labels.labelled, addresses.abroad, _collective, dated_line, _numbered, from_line, addresses.placed, relays.carried,
    addresses.addressed, _saluted, _official, _printed,
)  # fmt: skip
"""In this order: the first that knows a line reads it."""
