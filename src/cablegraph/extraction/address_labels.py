"""Lines of a heading led by a label: ``From: …``, ``To: …``, ``Copies: …`` and their like in other languages."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph import dates
from cablegraph.extraction import references
from cablegraph.extraction.address_parties import (
    chain,
    copies,
    cut_copies,
    meant_for,
    participants,
    party_and_place,
    with_points,
)
from cablegraph.extraction.address_seats import may_be_place, put
from cablegraph.extraction.datelines import PROSE, find, stamp, whole
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.relays import cut_via, through
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_FROM_LABEL = r"from|signature|z|skąd|sender|de|von|od|de la|от(?: кого)?|откуда|отправитель|发自?|寄自|发(?:件|电|报)人|submitted by|presented by|sent by|(?:sent|dispatched|despatched|telegram|cable) from|place of (?:dispatch|origin)|written by|signatory|signed(?: by)?"
_TO_LABEL = r"to|action|address|sent to|send to|addressees?|recipients?|receiver|(?:place of )?destination|à|a|an|do|către|кому|куда|получатель|адресат|致|发往|收(?:件|电|报)人|addressed to|directed to|memorandum for|memorandum to"
_VIA_LABEL = (
    r"via|par|through|by way of|relay(?:ed by)?|relais|transmitted (?:through|by)|channel|через|(?:to be )?(?:passed on|delivered|forwarded|handed over|conveyed)"
    r"(?: by| through)|courier|intermediary|carried by"
)
_LABELLED = compiled(
    rf"\[?(?:(?P<from>{_FROM_LABEL})|(?P<to>{_TO_LABEL})|(?P<for>for|für|pour|для|(?:to be )?(?:deliver|hand|pass|give|transmit|convey)(?:ed|en)?(?: on| over)? to)|(?P<via>{_VIA_LABEL})"
    r"|(?P<copy>cop(?:y|ies)(?: to)?|(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth) copy(?: (?:to|for))?|(?:excerpts?|extracts?)(?: sent)? to|cop(?:ied|ies sent) to|(?:distributed|circulated|delivered)(?: to)?|info(?:rmation)?(?: cop(?:y|ies))?(?: to)?|копи[яи]|抄送|distribution|c\.?\s?c\.?(?: comrades| cdes\.?)?|verteiler)|(?P<present>(?:(?:in the )?chair(?:man|ed by|ing)?|presided(?: over)? by|presiding)|(?:also )?(?:participants?|present|attended by|in attendance|taking part|(?:those|persons) (?:present|attending|taking part|participating|in attendance)|attend(?:ing|ees)|(?:also )?accompanied by)(?:(?:,? (?:on|from|for)(?: the| our)?)? [\w'’ -]{3,40} (?:side|delegation)| were)?|(?:on|from|for) (?:the|our) [\w'’ -]{2,30} side|on (?:the )?(?:part|behalf) of (?:the )?[\w'’ -]{2,40}|(?:the )?(?!other|another|one|this|that|each)[\w'’-]+ (?:side|delegation))"
    r"|(?P<recorder>(?:(?:notes?|record|minutes|protocol) )?(?:taken|kept|minuted|(?:interpreted|translated) and recorded|recorded) by|(?:notes?|record|minutes) (?:made|prepared|written) by|note-?taker|author)|(?P<beside>interpreters?(?: for the [\w' ]{3,30}(?: side)?)?|interpreted by|interpreting|translators?(?= ?: ?(?:comrade|cde|mr|mrs|miss|ms)\b))"
    r"|(?P<when>date(?:,? ?(?:and|&|/)? ?(?:time|hour|place))?(?:,? (?:and )?place)?|(?:time|place)(?:,? ?(?:and|&|/) ?)(?:place|time|date)|dated|дата|日期|时间|fecha|time|on|(?:meeting )?(?:place|location|venue)(?: of (?:the )?(?:meeting|conversation|talks?|interview))?|ort|datum|data)|(?P<grade>class(?:ification)?|grade|secrecy|гриф|密级|precedence|priority|(?:level|degree)(?: of (?:urgency|secrecy))?|urgency)"
    r"|(?P<other>rapporteur|executor|case officer|object|reference|regarding|written in \d+ copies|тема|содержание|事由|主题|编号|subject|re|title|type|form|document|betr\.?|temat))\s*(?:[:\uff1a]+\]?|\]:?)\s*(?P<value>.*)",
    re.IGNORECASE,
)
_PASSED_ON = compiled(
    r",?\s+(?:for|For|FOR)\s+(?:(?:immediate |onward |further )?(?:transmission|delivery|transmittal|forwarding)|handing over) to\s+"
    r"|[,;]\s*(?:for|For|FOR|(?i:(?:strictly )?personal(?:ly)?|exclusively|only)(?: for| to)?)\s+(?=(?:the |Comrade |Cde)?\s*[A-Z])|[,;]?\s+для (?:передачи|вручения)\s+"
)


_TOWN_BEFORE = compiled(
    r"(?P<place>[A-ZÀ-Ž][\w’'-]{2,}(?: [A-ZÀ-Ž][\w’'-]+)?)\s?[–—-]\s(?:(?i:to) )?(?=(?i:the )?(?i:soviet )?(?i:ambassador|charg[ée]|consul|representative|embassy|comrade)\b)"
)
_IN_PROSE = compiled(r"(?!comrades?\b|cdes?\b|com\.)[a-zà-ž]")
"""What goes on in a small letter is a sentence, but for ``Present: comrades Lund, Dahl``."""
_COUNTED = compiled(r"\d{1,2} [A-Z][a-z]+(?:,? (?:and )?\d{1,2} [A-Z][a-z]+)*\.?")


def labelled(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``From: …``, ``To: …``, ``Copies: …`` and their like in other languages."""
    marked = ":" in row.text or "\uff1a" in row.text or "]" in row.text  # nothing else ends a label
    match = _LABELLED.fullmatch(row.text) if marked else None
    if not match or (match["present"] and (_IN_PROSE.match(match["value"]) or PROSE.search(match["value"]))):
        return False
    start, end = row.start + match.start("value"), row.end
    if match["to"] and _COUNTED.fullmatch(match["value"]):
        return True  # "Sent to: 3 Center, 1 Embassy": copies that the office counts
    if match["from"] and row.text[:10].lower() == "written by":
        heading.recorders.extend([] if heading.senders else parties(text, start, end))  # who drafted what another signs
    elif match["from"]:
        before = len(heading.senders)
        party_and_place(heading, text, start, end, order, heading.senders, "origin")
        _under(heading, before, text)
    elif match["to"]:
        _directed(heading, text, start, cut_via(heading, text, start, end), order)
        heading.listing = (
            "to" if match["value"].endswith(",") and heading.addressees else "beside"
        )  # and below it a man
    elif match["for"]:
        found = meant_for(heading, text, start, end)
        heading.for_whom.extend(found if any(party.entity == "person" for party in found) else [])
        heading.meant = heading.meant or any(party.entity in ("person", "group") for party in found)
    elif match["via"]:
        heading.relays.extend(through(text, start, end))
    elif match["copy"]:
        start += 3 if text.startswith(("to ", "To "), start) else 0  # "Copy: to Comrade Bulganin"
        if (post := _TOWN_BEFORE.match(text, start, end)) and is_place(post["place"]):
            start = post.end()  # "Copy: PEKING - SOVIET AMBASSADOR"
        heading.copies.extend([] if references.is_list(text, start, end) else copies(text, start, end))
    elif match["present"]:
        heading.participants.extend(participants(text, start, end))
        heading.present.extend([(start, end)] if start < end else [])
        heading.listing = "participants"  # the list may go on below
    elif match["beside"]:
        heading.participants.extend(participants(text, start, end))
    elif match["recorder"]:
        heading.recorders.extend(parties(text, start, end))
    elif match["when"]:
        held = _PLACE_LABEL.match(row.text) is not None
        dated = _DATE_LABEL.fullmatch(match["when"]) is not None  # "Time: 1845" is no year
        _when(heading, text, start, end, order, held=held, dated=dated)
        if held and heading.origin is None and (venue := _VENUE.match(text[start:end])):
            heading.origin = _venue(text, start, venue["place"])
    elif match["grade"]:
        heading.grades.extend(grades(text, start, end))
    if match["when"] or match["other"] or match["for"]:
        heading.listing = "beside"  # what is set in below it goes on with it
    return True


def _under(heading: Heading, before: int, text: str) -> None:
    """``Foreign Ministry, Second Asian Department``: a ministry and its own part are one sender."""
    whole = heading.senders[before:]
    if [one.entity for one in whole] == ["body", "body"] and text[whole[0].end : whole[1].start].strip() == ",":
        heading.senders[before:] = whole[:1]


_MISSION = compiled(
    r"(?i:(?:am|us|brit)(?:embassy|emb|consul|congen|legation|mission))\s(?P<place>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
    r"(?P<rest>(?:,?\s(?:PRIORITY|IMMEDIATE|NIACT|ROUTINE|FLASH|(?:No\. ?)?\d{1,5}))*)\s*$"
)


def _directed(heading: Heading, text: str, start: int, end: int, order: dates.Order | None) -> None:
    """A town that stood alone above is where it was written, once this says where it goes: ``HAVANA`` over ``TO: …, NEW YORK``."""
    above = heading.destination
    if above and not (heading.addressees or heading.receivers):
        heading.destination = None
        _to(heading, text, start, end, order)
        if heading.destination is None or heading.destination[2] in COUNTRIES:
            heading.destination = above  # "Ottawa" over "TO: THE SECRETARY OF STATE FOR EXTERNAL AFFAIRS, CANADA"
        elif heading.destination[2] != above[2]:
            put(heading, "origin", above)
        return
    _to(heading, text, start, end, order)


def _to(heading: Heading, text: str, start: int, end: int, order: dates.Order | None) -> None:
    """``Envoy Dahl, Belgrade, for transmission to Director Lund, Split``: who passes it on, and for whom it is."""
    end, also = cut_copies(text, start, end)
    heading.copies.extend(also)
    then = _PASSED_ON.search(text, start, end)
    if text.count("(No", start, end) > 1 and (several := _SEVERAL_POSTS.match(text, start, end)):
        heading.addressees.append(Party(several["who"], "group", *several.span("who")))
        return
    if shares := with_points(text, start, end):
        heading.addressees.extend(shares)
        return
    if mission := _MISSION.match(text[start:end]):  # "Amembassy BANGKOK PRIORITY 1021" sits in Bangkok
        place = mission["place"].removesuffix(" PRIORITY").removesuffix(" IMMEDIATE").removesuffix(" NIACT")
        at = start + mission.start("place")
        put(heading, "destination", (at, at + len(place), cased(place)) if is_place(place) else None)
        end = at + len(place)
    if then is None:
        before = len(heading.addressees)
        party_and_place(heading, text, start, end, order, heading.addressees, "destination")
        heading.directed.extend(heading.addressees[before:])
        return
    party_and_place(heading, text, start, then.start(), order, heading.receivers, "destination")
    chain(heading, text, then.end(), end)


_SEVERAL_POSTS = compiled(r"(?:the )?(?P<who>[A-Z][^(),;]{3,60}?s)(?: (?:in|at|to) [^()]{2,60})? ?\(No")
"""``U.K. High Commissioners in Canada (No. 1142), Australia (No. 988)``"""
_PLACE_LABEL = compiled(
    r"(?i)\[?(?:meeting )?(?:(?:date|time),? ?(?:and|&|/)? ?(?:time,? ?(?:and|&|/)? ?)?)?(?:place|location|venue|ort)(?: of (?:the )?\w+|,? ?(?:and|&|/) ?(?:time|date))?\s*[:\]]"
)
"""What says where a conversation was held, whatever letterhead stands above: ``PLACE: Great Hall of the People, Peking``."""
_DATE_LABEL = compiled(r"(?i)dated?|datum|data|fecha|дата|日期")
_VENUE = compiled(r"(?P<place>[A-ZÀ-Ž][\w-]{2,}(?: [A-ZÀ-Ž][\w-]{2,}){0,2})\s*(?:[,;.(]|$)")
_ROOM = compiled(
    r"(?i)\b(?:rooms?|residence|house|home|hotel|hall|palace|villa|street|ministry|kremlin|apartment|airport|club|dinner|lunch\w*|reception|telephone)\b"
)


def _venue(text: str, start: int, words: str) -> tuple[int, int, str] | None:
    """``PLACE: Glen Cove, Long Island``: the label says that it is a place, known or not; a room is none."""
    if _ROOM.search(words) or not (is_place(words) or may_be_place(words)):
        return None
    return start, start + len(words), cased(words)


def _when(
    heading: Heading, text: str, start: int, end: int, order: dates.Order | None, *, held: bool, dated: bool
) -> None:
    """The day and the place behind a label; where a talk was ``held`` goes before the seat of a letterhead."""
    found = find(text, start, end, order, "sent") or stamp(text, start, end)
    heading.dates.extend(found or (whole(text, start, end, order) if dated else []))
    for piece in re.split(r"[,;]\s*", text[start:end]):
        if is_place(piece) and (heading.origin is None or held):
            at = text.index(piece, start)
            heading.origin = (at, at + len(piece.rstrip(" .")), cased(piece.rstrip(" .")))
            return
