"""Lines that say to whom, for whom, from whom and through whom: ``BEIJING - Comrade KRASOVSKY``, ``For Comrade MAO``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cablegraph import dates
from cablegraph.extraction import cable_addresses, forms, name_lists, references, scripts, titles
from cablegraph.extraction.datelines import PROSE, find, stamp
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading, Spot
from cablegraph.extraction.lexicon import BODY, COUNTRIES, COURTESY, OFFICE, RANK
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.rows import Row

_FROM_LABEL = r"from|signature|z|skąd|sender|de|von|od|de la|от(?: кого)?|откуда|отправитель|发自?|寄自|发(?:件|电|报)人|submitted by|presented by|sent by|written by|signatory|signed(?: by)?"
_TO_LABEL = r"to|action|address|sent to|send to|addressee|recipient|receiver|à|a|an|do|către|кому|куда|получатель|адресат|致|发往|收(?:件|电|报)人|addressed to|directed to|memorandum for|memorandum to"
_VIA_LABEL = (
    r"via|par|through|by way of|relay(?:ed by)?|relais|transmitted (?:through|by)|channel|через|(?:to be )?(?:passed on|delivered|forwarded|handed over|conveyed)"
    r"(?: by| through)|courier|intermediary|carried by"
)
_LABELLED = re.compile(
    rf"\[?(?:(?P<from>{_FROM_LABEL})|(?P<to>{_TO_LABEL})|(?P<for>for|für|pour|для|(?:to be )?(?:deliver|hand|pass|give|transmit|convey)(?:ed|en)?(?: on| over)? to)|(?P<via>{_VIA_LABEL})"
    r"|(?P<copy>cop(?:y|ies)(?: to)?|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth) copy(?: (?:to|for))?|(?:excerpts?|extracts?)(?: sent)? to|cop(?:ied|ies sent) to|distributed(?: to)?|info(?:rmation)?(?: cop(?:y|ies))?(?: to)?|копи[яи]|抄送|distribution|c\.?\s?c\.?|verteiler)|(?P<present>(?:also )?(?:participants?|present|attended by|in attendance|taking part|(?:those|persons) (?:present|attending)|attending)(?:(?:,? (?:on|from|for)(?: the| our)?)? [\w'’ -]{3,40} (?:side|delegation)| were)?|(?:on|from|for) (?:the|our) [\w'’ -]{2,30} side|(?:the )?(?!other|another|one|this|that|each)[\w'’-]+ (?:side|delegation))"
    r"|(?P<recorder>(?:notes?|record|minutes) (?:taken|made|prepared|written|kept) by|notetaker|recorded by|author)"
    r"|(?P<when>date(?:,? ?(?:and|&|/)? ?(?:time|hour|place))?(?:,? (?:and )?place)?|(?:time|place)(?:,? ?(?:and|&|/) ?)(?:place|time|date)|dated|дата|日期|时间|time|on|place|location|venue|ort|datum|data)|(?P<grade>classification|гриф|密级|precedence|priority|(?:level|degree)(?: of (?:urgency|secrecy))?|urgency)"
    r"|(?P<other>rapporteur|executor|case officer|object|reference|regarding|written in \d+ copies|тема|содержание|事由|主题|编号|subject|re|title|type|form|document|betr\.?|temat))\s*(?:[:\uff1a]+\]?|\]:?)\s*(?P<value>.*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?P<word>To be (?:delivered|transmitted|passed|handed)(?: on)?(?: at once| immediately)? to|(?:Deliver|Transmit|Pass(?: on)?|Hand(?: over)?|Give)(?: at once| immediately)? to"
    r"|(?:For|FOR|for) (?:the|THE) (?:[Aa]ttention|ATTENTION|[Ii]nformation|INFORMATION) (?:of|OF)|For (?:immediate )?(?:transmission|delivery) to|To|TO|to|For|FOR|for|Attention(?: of)?|ATTN:?)\s+(?P<who>.{2,130})"
)
_ASKED = re.compile(
    r"(?:Please |I ask you to |You (?:should|must|are to) |[Oo]rally |[Ii]mmediately |Urgently )*"
    r"(?:[Tt]ell|[Ii]nform|[Vv]isit|Передайте(?: (?:немедленно|срочно|лично))*|(?:[Cc]onvey|[Pp]ass|[Tt]ransmit|[Dd]eliver|[Gg]ive|[Hh]and|[Rr]epeat|[Rr]elay|[Ss]ay|[Cc]ommunicate|[Rr]eport)(?: (?:on|over|orally|urgently|immediately"
    r"|at once|personally))*(?: (?:the following|this)(?: \w+){0,2})?(?: (?:immediately|at once))? to)\s+"
    r"(?:(?:товарищ(?:у|ам)|тов\.|тт?\.|господину)\s)?(?P<who>[A-ZА-Я][^:.,\n]{2,60}?)(?=(?: (?:immediately|at once|orally|personally|urgently))*(?: the following(?: \w+){0,2}| this(?: \w+)?| that we| следующее| нижеследующее)?\s*[:.,]|$)"
)
_PLACED = re.compile(
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}?)\s*(?P<sign>[-–—.,:]+|$)\s*(?P<rest>.*)", re.DOTALL
)
_LINE = re.compile(
    r"(?i)v\.? ?ch\.?|h\.? ?f\.?|(?:the )?(?:telephone|telegraph|radio|wire|bag|pouch|air ?mail|post|courier)"
)
"""``By VCh``: a line, and nobody."""
_CITY_OF = re.compile(r"(?i:city|town|mountain) of (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_STATE = re.compile(r"(?i)\b(?:republic|kingdom|federation|empire|confederation|commonwealth)\b")
"""``UNITED ARAB REPUBLIC`` over a letterhead."""
_THEN_FOR = re.compile(
    rf",?\s+(?:for|For|FOR)\s+(?!{titles.FIELD_OF_OFFICE})(?:(?:(?:immediate )?(?:onward )?(?:transmission|delivery|transmittal|forwarding)|handing over) to\s+)?(?=(?:the |Comrade |Cde)?\s*[A-Z])"
)
_THROUGH = (
    r"(?:by (?:the )?hands? of|by way of|via|through|by courtesy of|by favou?r of|by the courtesy of|in care of|care of|c/o|per|(?:by|through|with) (?:the )?(?:good offices|intermediary|kindness|agency|mediation) of"
    r"|par l[’']entremise (?:de |du |de la )?|par l[’']intermédiaire (?:de |du )?|durch|über|za pośrednictwem|handed over by|delivered by|conveyed by|transmitted by|forwarded by|brought by|carried by)"
)
_VIA = re.compile(
    rf"(?:{_THROUGH}|with|by)\b\s*(?:the )?(?:(?:courier|messenger|diplomatic courier)\s+)?(?P<who>[A-Z].+?)(?:\s+to\s+(?P<to>(?:the )?[A-Z].+))?",
    re.IGNORECASE,
)
_INSIDE_VIA = re.compile(rf"\s*(?:[(,]\s*|\s){_THROUGH}\s+(?P<who>[^()]+?)\)?\s*$", re.IGNORECASE)
_PASSED_ON = re.compile(
    r",?\s+(?:for|For|FOR)\s+(?:(?:immediate |onward |further )?(?:transmission|delivery|transmittal|forwarding)|handing over) to\s+"
    r"|[,;]\s*(?:for|For|FOR)\s+(?=(?:the |Comrade |Cde)?\s*[A-Z])|[,;]?\s+для (?:передачи|вручения)\s+"
)
_WIRED = re.compile(r"\s*(?P<who>[A-Z]{5,}) (?P<place>[A-Z]{4,}(?: [A-Z]+)?)\s*")
_COPY_INSIDE = re.compile(r"[.;,(]?\s+(?:[Cc]op(?:y|ies)(?: to)?|[Ii]nfo)\s*[:–—]\s*(?=[A-Z])")
"""``For Comrade NASZKOWSKI. Copy: Comrade OCHAB``: a second list behind the first."""
_FROM_INSIDE = re.compile(r"\s(?:FROM|from)\s(?=[A-Z])")
_ONLY = re.compile(r"\s+(?:EYES )?ONLY\W*$|\s+(?:eyes )?only\W*$|\s+(?:PERSONALLY|personally)\W*$")
_WRITES = re.compile(r"(?i)white house|department of state|\bembassy\b|\blegation\b|\bconsulate\b")
_SEAT = re.compile(r",\s*(?P<place>[^\W\d_a-z][\w’'.-]+(?: [^\W\d_a-z][\w’'-]+){0,2})(?:\s\d+)?\s*$")
_NO_SEAT = re.compile(
    r"(?i)esq|esquire|bart|junior|senior|personal|urgent|secret|confidential|immediate|unknown|others"
)
_LEAD = re.compile(r"(?:and then|then|and|via|through|by way of|by)\s+", re.IGNORECASE)
_NOT_ADDRESS = re.compile(
    r"(?i)\b(?:is|was|the fact|that|adopt|approve|grant|instruct|entrust|accept|inform you|reply|this|deliver within|refuse|be)\b"
)


def labelled(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``From: …``, ``To: …``, ``Copies: …`` and their like in other languages."""
    marked = ":" in row.text or "\uff1a" in row.text or "]" in row.text  # nothing else ends a label
    match = _LABELLED.fullmatch(row.text) if marked else None
    if not match or (match["present"] and (match["value"][:1].islower() or PROSE.search(match["value"]))):
        return False
    start, end = row.start + match.start("value"), row.end
    if match["from"]:
        _party_and_place(heading, text, start, end, order, heading.senders, "origin")
    elif match["to"]:
        _to(heading, text, start, cut_via(heading, text, start, end), order)
    elif match["for"]:
        found = _final(heading, text, start, end)
        heading.meant = heading.meant or any(party.entity in ("person", "group") for party in found)
    elif match["via"]:
        heading.relays.extend(through(text, start, end))
    elif match["copy"]:
        heading.copies.extend([] if references.is_list(text, start, end) else copies(text, start, end))
    elif match["present"]:
        heading.participants.extend(participants(text, start, end))
        heading.present.extend([(start, end)] if start < end else [])
        heading.listing = "participants"  # the list may go on below
    elif match["recorder"]:
        heading.recorders.extend(parties(text, start, end))
    elif match["when"]:
        _when(heading, text, start, end, order)
    elif match["grade"]:
        heading.grades.extend(grades(text, start, end))
    return True


_MISSION = re.compile(
    r"(?i:(?:am|us|brit)(?:embassy|emb|consul|congen|legation|mission))\s(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r"(?P<rest>(?:,?\s(?:PRIORITY|IMMEDIATE|NIACT|ROUTINE|FLASH|(?:No\. ?)?\d{1,5}))*)\s*$"
)


def _to(heading: Heading, text: str, start: int, end: int, order: dates.Order | None) -> None:
    """``Envoy Dahl, Belgrade, for transmission to Director Lund, Split``: who passes it on, and for whom it is."""
    then = _PASSED_ON.search(text, start, end)
    if mission := _MISSION.match(text[start:end]):  # "Amembassy BANGKOK PRIORITY 1021" sits in Bangkok
        place = mission["place"].removesuffix(" PRIORITY").removesuffix(" IMMEDIATE").removesuffix(" NIACT")
        at = start + mission.start("place")
        _put(heading, "destination", (at, at + len(place), cased(place)) if is_place(place) else None)
        end = at + len(place)
    if then is None:
        before = len(heading.addressees)
        _party_and_place(heading, text, start, end, order, heading.addressees, "destination")
        heading.directed.extend(heading.addressees[before:])
        return
    _party_and_place(heading, text, start, then.start(), order, heading.receivers, "destination")
    _chain(heading, text, then.end(), end)


def _final(heading: Heading, text: str, start: int, end: int) -> list[Party]:
    """For whom a message is meant, put among the addressees; where they sit is its destination if no other is said."""
    if address := scripts.read(text, start, end):
        found, spot = address.parties, address.place
    else:
        stop, spot = seated(text, start, end)
        found = [party for party in parties(text, start, stop) if party.entity != "place"]
    heading.addressees.extend(found)
    _put(heading, "destination", spot)
    return found


def _when(heading: Heading, text: str, start: int, end: int, order: dates.Order | None) -> None:
    heading.dates.extend(find(text, start, end, order, "sent") or stamp(text, start, end))
    for piece in re.split(r"[,;]\s*", text[start:end]):
        if is_place(piece) and heading.origin is None:
            at = text.index(piece, start)
            heading.origin = (at, at + len(piece.rstrip(" .")), cased(piece.rstrip(" .")))


def through(text: str, start: int, end: int) -> list[Party]:
    """``Shtykov, via Vyshinsky``: each of the people a message goes through."""
    found: list[Party] = []
    for piece in re.finditer(r"[^,;]+", text[start:end]):
        first = start + piece.start() + len(piece[0]) - len(piece[0].lstrip())
        while lead := _LEAD.match(text, first, end):
            first = lead.end()
        found.extend(party for party in parties(text, first, start + piece.end()) if party.entity != "place")
    return found


def cut_via(heading: Heading, text: str, start: int, end: int) -> int:
    """``Comrade Stalin (through Shtykov)``: the relays are put down, and where the rest ends is given."""
    inside = _INSIDE_VIA.search(text[start:end])
    if not inside:
        return end
    heading.relays.extend(through(text, start + inside.start("who"), start + inside.end("who")))
    return start + inside.start()


def _party_and_place(
    heading: Heading, text: str, start: int, end: int, order: dates.Order | None, into: list[Party], role: str
) -> None:
    """``Ambassador K. Brandsma, Jakarta`` or ``Moscow, Vyshinsky``: the party, and where it sits."""
    if post := cable_addresses.man_at(text, start, end) or cable_addresses.seated(text, start, end):
        into.append(post.party)
        _put(heading, role, post.place)
        return
    if mission := _POST_OF.fullmatch(text, start, end):
        low, high = mission.span(mission.lastgroup or 0)
        if is_place(text[low:high]):
            _put(heading, role, (low, high, cased(text[low:high])))
            into.extend(parties(text, start, end))
            return
    if (short := _SHORT.fullmatch(text, start, end)) and BODY.search(short["body"]):
        into.append(Party(short["body"], "body", *short.span("body")))
        return
    heading.dates.extend(find(text, start, end, order, "sent"))
    date = next((found for found in dates.find(text, start, end, order=order)), None)
    stop = date.start if date else end
    first = re.match(r"\s*(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\s*[,:.–—-]\s+(?=\S)", text[start:stop])
    if first and is_place(first["place"]):
        _put(heading, role, (start + first.start("place"), start + first.end("place"), cased(first["place"])))
        start += first.end()
    if address := scripts.read(text, start, stop):
        into.extend(address.parties)
        _put(heading, role, address.place)
        return
    wired = _WIRED.fullmatch(text, start, stop)
    if wired and is_place(wired["place"]) and not name_lists.known(cased(wired["who"]), 0, len(wired["who"])):
        into.append(Party(wired["who"], "body", *wired.span("who")))  # "SECEXTERN PRETORIA"
        _put(heading, role, (*wired.span("place"), cased(wired["place"])))
        return
    last, spot = seated(text, start, stop)
    for party in parties(text, start, last):
        if party.entity == "place":
            _put(heading, role, (party.start, party.end, re.sub(r"\s+\d+$", "", party.name)))
        else:
            into.append(party)
            if party.place:
                _put(heading, role, _located(text, party, stop))
    _put(heading, role, spot)


_POST_OF = re.compile(
    r"(?i:(?:am|us|brit|ind)(?:embassy|emb|consul|congen|legation|mission))\s(?P<behind>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r"|(?P<before>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s(?:MISSION|Mission|EMBASSY|Embassy|LEGATION|Legation|CONSULATE|Consulate|RESIDENCY|Residency)"
)
"""``Amembassy BELGRADE``, ``VIENNA MISSION``: a post by its town."""
_SHORT = re.compile(r"(?P<body>[A-Z][^(),;:\n]{8,90}) \([A-Z][A-Z.]{1,9}\)\.?")
"""``General Directorate of Nuclear Affairs (DIGAN)``: a body and the letters that stand for it."""


def seated(text: str, start: int, end: int) -> tuple[int, Spot | None]:
    """``Envoy Dahl, Split``: where the party ends and where it sits; a place need not be known behind a full name."""
    tail = _SEAT.search(text[start:end])
    if tail is None:
        return end, None
    words = tail["place"].rstrip(" .")
    at = start + tail.start("place")
    spot = (at, at + len(words), cased(words))
    if is_place(words):
        return start + tail.start(), spot
    before = parties(text, start, start + tail.start())
    if len(before) != 1 or before[0].place or before[0].entity not in ("person", "position", "body"):
        return end, None
    if before[0].entity == "position" and " " in words:
        return end, None  # "Secretary of State for Foreign Relations, Hermes Lima": the man's name
    full = before[0].entity != "person" or before[0].office or len(before[0].name.split()) > 1
    return (start + tail.start(), spot) if full and may_be_place(words) else (end, None)


def may_be_place(words: str) -> bool:
    """Whether a word that no list knows can be a place: no office, no body, and no word of a name that we know."""
    first = words.split()[0]
    known = name_lists.words()
    if OFFICE.search(words.title()) or BODY.search(words) or first in known.given or first in known.first_surnames:
        return False
    if any("person" in one.kinds for one in name_lists.known(cased(words), 0, len(words))):
        return False
    if words.isupper() and len(words) > 4 and " " not in words:
        return False  # "Raúl Roa, MINREX": letters that stand for a body
    return len(first) > 3 and not _NO_SEAT.fullmatch(first) and not any(char.isdigit() for char in words)


def _located(text: str, party: Party, stop: int) -> Spot | None:
    at = text.lower().find(party.place.lower(), party.start, stop)
    return (at, at + len(party.place), party.place) if at >= 0 else None


def _put(heading: Heading, role: str, spot: Spot | None) -> None:
    if spot and getattr(heading, role) is None:
        setattr(heading, role, spot)


def copies(text: str, start: int, end: int) -> list[Party]:
    """The names of a list of copies; counts in brackets and courtesy words are left out."""
    found = parties(text, start, end, listing=True)
    named = [one for one in found if one.entity != "place" and not _SYMBOL.fullmatch(text[one.start : one.end])]
    return [
        replace(one, entity="body") if cable_addresses.is_address(text[one.start : one.end]) else one for one in named
    ]


_SYMBOL = re.compile(r"[A-Z]{1,4}(?:/[A-Z]{1,4})*")
"""``SS``, ``EUR``, ``H``: an office's symbol, which names no person."""


def participants(text: str, start: int, end: int) -> list[Party]:
    """The people of a list of participants."""
    found: list[Party] = []
    for piece in re.finditer(r"[^;\n]+", text[start:end]):
        inside = parties(text, start + piece.start(), start + piece.end())
        found.extend(party for party in inside if party.entity == "person")
    return found


def _by_address(place: str, sign: str, rest: str) -> bool:
    """A word in capitals before an address is its place, known or not: ``KAPSAN - Comrade LEE``."""
    addressed_to = re.match(
        r"(?:(?:To|to|TO)\s+)?(?:Comrade|COMRADE|Cde|Tov|(?:THE )?SOVIET (?:AMBASSADOR|CONSUL)|Soviet (?:Ambassador|Consul))\b",
        rest,
    )
    return (
        bool(addressed_to)
        and bool(sign)
        and place.isupper()
        and len(place) > 3
        and not OFFICE.search(place)
        and not BODY.search(place)
    )


def placed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``BEIJING - Comrade KRASOVSKY``: where the message goes, and to whom there."""
    if city := _CITY_OF.fullmatch(row.text):
        _put(heading, "origin", (row.start + city.start("place"), row.end, cased(city["place"])))
        return True
    match = _PLACED.fullmatch(row.text) if len(row.text) < 130 else None
    place = match["place"] if match else ""
    if not match or not (is_place(place) or _by_address(place, match["sign"], match["rest"])):
        return False
    rest = match["rest"].strip()
    start = row.start + match.start("place")
    spot = (start, start + len(place), cased(place))
    if not rest:
        if cased(place) in COUNTRIES or _STATE.search(place):
            return True  # "USSR" at the head of a letterhead
        if heading.addressees and heading.origin and not heading.destination:
            _put(heading, "destination", spot)  # "To Minister Siroky" and "Prague" below it
            return True
        headed = heading.after_letterhead or (heading.letterhead and heading.dates)
        own = any(_WRITES.search(one.name) for one in heading.letterhead)
        if headed and (match["sign"] or not place.isupper() or (own and heading.after_letterhead)):
            _put(heading, "origin", spot)  # "British Embassy," and "Moscow." below it
        else:
            _put(heading, "destination", spot)
        return True
    word = re.match(r"(?:(?:to|To|TO|for|For|FOR)\s+)?", rest)
    first = row.start + match.start("rest") + (word.end() if word else 0)
    meant = _THEN_FOR.search(text[first : row.end])
    stop = first + meant.start() if meant else row.end
    found = [party for party in parties(text, first, stop) if party.entity != "place"]
    if not found:
        return False
    _put(heading, "destination", spot)
    heading.receivers.extend(party.at(row.start, party.end) for party in found)
    if meant:
        _chain(heading, text, first + meant.end(), row.end)
    return True


def _chain(heading: Heading, text: str, start: int, end: int) -> None:
    """``for Vyshinsky, for Comrade STALIN``: the last is meant, those before pass it on."""
    while then := _THEN_FOR.search(text, start, end):
        heading.relays.extend(parties(text, start, seated(text, start, then.start())[0]))
        start = then.end()
    _final(heading, text, start, end)
    heading.meant = True


_FROM_TO = re.compile(r"FROM (?P<by>[A-Z][A-Z .,’'()-]{2,50}?) TO (?P<to>[A-Z][A-Z .,’'()-]{2,50})")
_TITLED = re.compile(rf"(?:{COURTESY}|{RANK})\s+[A-Z]")
_RANKED = re.compile(rf"(?P<rank>(?i:{RANK})(?: (?i:of) [A-Z][\w ]{{2,30}})?, )(?:{COURTESY}) [A-Z]")
"""``MARSHAL OF POLAND, Comrade M. SPYCHALSKI``"""
_INITIALLED = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’'-]+")
_PASSED = re.compile(r"(?i)(?:addressed|repeated|sent)(?: for information)?(?: saving)? to\b(?! ?:).{2,110}")


def between_posts(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``FROM FOREIGN OFFICE TO PEKING``, and below it to whom else it went."""
    if heading.posts and _below_posts(heading, text, row):
        return True
    if len(row.text) > 130 or row.text[0] not in "FARSars":
        return False
    if match := _FROM_TO.fullmatch(row.text):
        by, to = ((row.start + match.start(role), row.start + match.end(role)) for role in ("by", "to"))
        _party_and_place(heading, text, *by, order, heading.senders, "origin")
        _party_and_place(heading, text, *to, order, heading.addressees, "destination")
        heading.posts = True
        return True
    form = re.search(r"\btelegram (?=No\.)", row.text)
    if not _PASSED.fullmatch(row.text) or (row.text.endswith(".") and not (heading.posts and len(row.text) < 120)):
        return False
    if heading.form is None and form:
        heading.form = forms.Form("telegram", row.start + form.start(), row.start + form.end() - 1)
    return True


_CIPHER = re.compile(
    r"(?i)(?:cypher|cipher|en clair|by (?:bag|air|wireless|cable))\b[\w/(). -]{0,24}|[A-Z ,/&-]*\bDISTRIBUTION\b.{0,40}"
)
_WRITER = re.compile(r"(?:Mr|Sir|Lord|Viscount|Dr|Miss|Mrs|Ambassador)\.? (?:[A-Z][\w.’'-]*[ .]*){1,4}")


def _below_posts(heading: Heading, text: str, row: Row) -> bool:
    """Under the posts of a British telegram: how it was sent, who gets it, and ``Mr. Trevelyan``, who sent it."""
    if _CIPHER.fullmatch(row.text):
        return True
    if not _WRITER.fullmatch(row.text) or any(one.entity == "person" for one in heading.senders):
        return False
    heading.senders.extend(parties(text, row.start, row.end))
    return True


def named_below(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``To the Deputy Minister`` and, below it, ``Comrade Schwab``: one man."""
    office = heading.addressees[-1] if heading.addressees else None
    if office is None or office.entity != "position" or len(row.text) > 60 or row.start - office.end > 3:
        return False
    ranked = _RANKED.match(row.text)
    found = parties(text, row.start + (ranked.end("rank") if ranked else 0), row.end)
    if len(found) != 1 or found[0].entity != "person":
        return False
    if not (_TITLED.match(row.text) or ranked or _INITIALLED.fullmatch(row.text)):
        return False
    man = Party(found[0].name, "person", office.start, found[0].end, found[0].cover, office.name)
    heading.addressees[-1] = man
    heading.directed = [man if one is office else one for one in heading.directed]
    return True


_ESQUIRE = re.compile(
    rf"(?:(?:{COURTESY}) )?(?P<who>(?:[^\W\d_a-z]\.\s?)*[^\W\d_a-z][\w’'.-]*(?: [^\W\d_a-z][\w’'.-]*){{0,3}})(?P<esquire>, (?:Esq(?:uire)?\.?|[A-Z]{{2,4}}|C\.M\.G\.|K\.C\.M\.G\.))*,"
)


def block(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """``C. Smith, Esq.,`` with his office and, last, his town below it: how many lines the address has, or nothing."""
    first = rows[0].text if rows else ""
    match = _ESQUIRE.fullmatch(first) if first.endswith(",") and len(first) < 70 else None
    if match is None or not (
        match["esquire"] or first.startswith(("Shri ", "Mr. ", "Dr. ", "Sir ", "Monsieur ", "Herr "))
    ):
        return 0
    for index, row in enumerate(rows[1:], 2):
        words = row.text.strip(" .,")
        if is_place(words) and not row.text.endswith(","):
            found = [
                one for one in parties(text, rows[0].start, rows[0].start + match.end("who")) if one.entity == "person"
            ]
            if found:
                heading.addressees.extend(found)
                _put(heading, "destination", (row.start, row.start + len(words), cased(words)))
            return index if found else 0
        if not row.text.endswith(",") or len(row.text) > 70:
            return 0
    return 0


def addressed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``To Comrade FILIPPOV``, ``For ZHOU ENLAI or MAO ZEDONG``, ``To KRASOVSKY, for transmission to Comrade MAO``."""
    match = _ADDRESS.fullmatch(row.text)
    if not match or titles.NUMBER.match(match["who"]) or _NOT_ADDRESS.search(match["who"]):
        return False
    if re.match(r"(?:my|your|the|our)\s+(?:No|telegram|letter)", match["who"]):
        return False
    start = row.start + match.start("who")
    if (shares := _with_points(text, start, row.end)) is not None:
        heading.addressees.extend(_led(row, shares))
        return True
    end = cut_via(heading, text, start, row.end)
    if also := _COPY_INSIDE.search(text, start, end):
        heading.copies.extend(copies(text, also.end(), end))
        end = also.start()
    if by := _FROM_INSIDE.search(text, start, end):  # "FOR AMBASSADOR BURGER FROM SECRETARY FOURIE"
        writers = [party for party in parties(text, by.end(), end) if party.entity != "place"]
        heading.senders.extend(writers)
        end = by.start() if writers else end
    if only := _ONLY.search(text[start:end]):
        end = start + only.start()
    then = _THEN_FOR.search(text, start, end)
    found = parties(text, start, then.start() if then else end)
    if then and found:
        heading.receivers.extend(_led(row, found))
        _chain(heading, text, then.end(), end)
        return True
    if not found:
        return False
    if found[0].entity == "place":
        _put(heading, "destination", (found[0].start, found[0].end, found[0].name))
        return True
    if found[0].place:
        _put(heading, "destination", _located(text, found[0], row.end))
    word = match["word"].lower()
    if word != "to":
        heading.meant = True
    if word == "to" and heading.destination and not heading.receivers and found[0].entity == "position":
        heading.receivers.extend(_led(row, found))
        return True
    heading.addressees.extend(_led(row, found))
    if word == "to":
        heading.directed.extend(heading.addressees[-len(found) :])
    return True


_POINTS = re.compile(
    r"\s*(?:\((?:all|everything|in full|points? |p\.|pt\.|\d)[^()]{0,24}\)|[–—-]\s*(?:all|everything|in full|(?:points?|pts?\.|p\.|items?)\s?\d|\d)[\d, and]{0,16})\.?$"
)


def _with_points(text: str, start: int, end: int) -> list[Party] | None:
    """``To Comrades Gromyko, Patolichev – 1, 2; Serbin – all.``: each has the points of a decision that concern him."""
    pieces = list(re.compile(r"[^;]+").finditer(text, start, end))
    cuts = [_POINTS.search(piece[0]) for piece in pieces]
    if len(pieces) < 2 or not any(cuts):
        return None
    found: list[Party] = []
    for piece, cut in zip(pieces, cuts, strict=True):
        stop = piece.start() + cut.start() if cut else piece.end()
        found.extend(party for party in parties(text, piece.start(), stop) if party.entity != "place")
    return found or None


def _led(row: Row, found: list[Party]) -> list[Party]:
    """The first of several parties has the line's first word among its own."""
    return [party.at(row.start, party.end) if index == 0 else party for index, party in enumerate(found)]


def abroad(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``ПЕКИН — Тов. КРАСОВСКОМУ`` and, below it, ``Для тов. МАО ЦЗЭДУНА``."""
    line = scripts.ADDRESS.fullmatch(row.text) if len(row.text) < 110 else None
    if line is None:
        return False
    address = scripts.read(text, row.start + line.start("who"), row.end)
    found = address.parties if address else []
    if not found or (line["place"] and not scripts.is_place(line["place"])):
        return False
    found[0] = found[0].at(row.start, found[0].end)
    if line["place"]:
        at = row.start + line.start("place")
        _put(heading, "destination", (at, at + len(line["place"]), cased(line["place"])))
        heading.receivers.extend(found)
        return True
    _put(heading, "destination", address.place if address else None)
    heading.addressees.extend(found)
    heading.meant = heading.meant or bool(line["meant"])
    if not line["meant"]:
        heading.directed.extend(found)
    return True


def carried(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``via courier Jomaa to Engineer S. Akhtar``: a line that says who carries the message."""
    via = _VIA.fullmatch(row.text) if len(row.text) < 110 and not row.text.endswith((".", "!", "?")) else None
    if not via or _LINE.fullmatch(via["who"]):
        return False
    found = through(text, row.start + via.start("who"), row.start + via.end("who"))
    if not found:
        return False
    heading.relays.extend(found)
    if via["to"]:
        heading.addressees.extend(parties(text, row.start + via.start("to"), row.end))
    return True


def asked(heading: Heading, text: str, row: Row) -> bool:
    """``Tell Tsedenbal: …`` says for whom a message is; whether the line says no more than that."""
    match = _ASKED.match(row.text)
    if not match or re.search(r"\b(?:that|about)\b", match["who"]):
        return False
    found = parties(text, row.start + match.start("who"), row.start + match.end("who"))
    if not found or found[0].entity not in ("person", "group"):
        return False
    heading.addressees.extend(found)
    heading.meant = True
    return len(row.text) - match.end() < 40
