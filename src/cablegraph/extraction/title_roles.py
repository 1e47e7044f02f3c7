"""The parties of a title by role: ``from A to B``, ``by A``, ``to B``, then ``for C`` and ``via D``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction import title_groups
from cablegraph.extraction.lexicon import BODY, COUNTRIES, OFFICE
from cablegraph.extraction.names import Party, cased, is_place, parties
from cablegraph.extraction.talks import undated
from cablegraph.extraction.title import Title
from cablegraph.extraction.title_splits import best_split
from cablegraph.patterns import compiled
from cablegraph.sought import sought

_TAIL = compiled(
    r",?\s+(?:concerning|regarding|about|containing|transmitting|forwarding|requesting|reporting|asking|informing|in (?:reply|response|which|connection)"
    r"|enclosing|relaying|describing|on\s+(?!behalf|[Ss]pecial|[Mm]ission|[Ll]eave|[Bb]oard|[Dd]uty|Foreign (?:Relations|Affairs), (?:United|House|of the)|Ways and Means|(?:Military|Naval|Insular) Affairs)|with\s+(?:regard|respect|reference)|at\s+the\b|during\b|dated\b|following\b|held\s+(?:in|at|on)\b|re:|entitled|summari[sz]ing"
    r"|with\s+(?:(?:an?|the|his|\w+[’']s)\s+)?(?:attach\w*|enclos\w*|draft\w*|texts?|annex\w*|cop(?:y|ies)|comments?|appendix|proposals?)|with\s+(?:[\w.’'-]+\s){1,4}?(?:(?<=[’']s\s)|(?<=s[’']\s))(?:[\w-]+\s)?(?:letters?|telegrams?|messages?|cables?|notes?|repl(?:y|ies)|answers?|memorand(?:um|a)|remarks?|requests?|reports?|speech|statements?|plans?)|discussing|commenting|declaring|announcing|advising|instructing|notifying|warning|thanking|congratulating|confirming|denying|rejecting|accepting|protesting|expressing|clarifying|recommending|urging|recounting|detailing|assessing|analy[sz]ing|outlining|conveying|suggesting|proposing|explaining|giving|as\s+to)\b"
    r"|,\s*(?:File|Ref(?:erence)?|Dept)\b\.?\s*(?:No\.?|#|№|[\d:])|\s*[\"“”]|,\s*(?:TOP SECRET|SECRET|STRICTLY|CONFIDENTIAL|(?:Very )?Urgent|Regular|Flash|Priority|Immediate)\b|,\s*['‘]|\s+[—–]\s+|,\s*\d{1,2}[:.]\d{2}\b|,\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
FIELD_OF_OFFICE: Final = (
    r"(?i:(?:the )?(?:(?:external|foreign|internal|home|economic|political|cultural|military|nationalit\w+|asian|african|\w+ern) (?:and \w+ )?(?:affairs|relations|trade|cooperation|policy)"
    r"|affairs|(?:department|ministry) of|war|def[e]n[cs]e|colonies|trade|(?:state|public|national) security|international \w+)\b)"
)
"""What an office is for: ``Secretary of State for External Relations``; nobody a paper is meant for."""
_FOR = compiled(
    rf",?\s+(?:for\s+(?!{FIELD_OF_OFFICE})(?:(?:transmission|delivery|transmittal|handing over|immediate delivery|forwarding)\s+to\s+)?|(?i:(?:with|conveying|containing|passing|transmitting|relaying)\s+(?:an?\s+|the\s+)?"
    r"(?:(?!from)\w+\s+)?(?:message|directive|telegram|letter|instructions?|reply|note)s?)\s+(?:for|to)\s+|to be (?:passed|transmitted) (?:on )?to\s+)"
    r"(?=[A-ZÀ-Ž]|the\b|Cde|Com)"
)
_MEANT = compiled(
    rf"\s+for\s+(?!{FIELD_OF_OFFICE})(?:(?=[A-ZÀ-Ž])|the (?=(?:American |Allied |British )?(?:President|Secretary|Under ?Secretary|Acting Secretary|Commissioners?|Commission|Mission|Delegation|Ambassador|Minister|Counselor|Council)\b))"
)
_VIA = sought(
    r",?\s*[(\[]?\s*\b(?:(?:(?i:(?:as )?(?:conveyed|delivered|handed(?: over)?|transmitted|brought|carried|presented|passed(?: on)?|forwarded|relayed|sent|communicated))(?: to him)? (?:by(?: hand of)?|through|via|with))|via|through|by way of|by hand of|c/o)\s+(?P<via>[^(),;\[\]]+)[)\]]?|,?\s*\(for (?P<paren>[A-Z][^()]+)\)"
)
_BY_WAY = compiled(r"[\s,(\[]*(?:via|through|by way of|by hand of|c/o|\(?for)\b")
_GRADED_LEAD = compiled(
    r"(?:\s*,?\s*(?:(?:TOP |STRICTLY |Top |Strictly )?(?:SECRET|Secret|CONFIDENTIAL|Confidential)|URGENT|Urgent|FLASH|Flash|Regular|REGULAR|\d{2,}(?:[./-]\d+)*"
    r"|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}))+\s*,?(?=\s+(?:from|by|to)\b|\s*,)"
)
_PLACE_DATE = compiled(r",\s*(?P<place>[A-Z][\w .'’-]{2,24}),\s*(?=$|\d|[A-Z][a-z]+ \d)")
_SITTING = compiled(
    r"(?:the )?(?:\w+ )?(?:meeting|session|plenum|plenary session|sitting|conference) (?:of|at) (?:the )?",
    re.IGNORECASE,
)
_CARRIES = sought(r",? (?i:conveying|transmitting|forwarding|containing|enclosing|relaying) (?:the )?(?=[^\W\d_a-z])")
"""``Cable from V. P. Moskovsky, Conveying Kim Il Sung's Letter to …``: whose letter it is did not send the cable."""
_FROM_BEHIND = compiled(r",?\s+from\s+(?=[A-Z]|the\s)")
AUTHORED: Final = ("speech", "minutes", "decision")
"""Forms of what has an author and goes to nobody."""


def read_roles(title: Title, text: str, start: int, end: int, *, led: bool) -> None:
    """``from A to B``, ``of A``, ``, A to B``, ``to B``; then ``for C`` and ``via D``."""
    words = text[start:end]
    if led and (graded := _GRADED_LEAD.match(words)):
        start += graded.end()
        words = text[start:end]
    if re.match(r"(?i)\s*for (?:the )?(?:files?|records?)\b", words):
        return
    if led and re.match(r"\s*(?:on|concerning|regarding|about|in|at|for)\b", words):
        _for_whom(title, text, start, end)
        return
    lead = re.match(r"[\s,:.–—-]*(?:(?P<word>from|by|of|to|for|From|By|To|For|FROM|TO|FOR|addressed to):?\s+)?", words)
    word = (lead["word"] or "").lower() if lead else ""
    start += lead.end() if lead else 0
    via = _VIA.search(text, start, end)
    if via and not text[start : via.start()].strip() and not _BY_WAY.match(via[0]):
        via = None  # "Note Handed by the Ambassador to the Secretary": he writes it
    if via and (via[0][0] in ",([" or via.start() < subject_begins(text, start, end)):
        group = "via" if via["via"] else "paren"
        found = parties(text, *via.span(group))
        if group == "via":
            title.relays.extend(found)
        else:
            title.addressees.extend(found)
        cut_at, resume = via.span()
        _split_to(title, text, start, cut_at, word, led)
        _later(title, text, resume, end)
        return
    _split_to(title, text, start, end, word, led)


_FOR_WHOM = compiled(rf"\s*for (?!{FIELD_OF_OFFICE}|(?:the )?(?i:files?|records?)\b)(?=the [A-Z]|[A-ZÀ-Ž])")


def _for_whom(title: Title, text: str, start: int, end: int) -> None:
    """``Memorandum for Rear-Admiral Lynch``"""
    led = _FOR_WHOM.match(text, start, end)
    if led and title.form and title.form.slug in ("memorandum", "note", "report"):
        stop = undated(text, led.end(), subject_begins(text, led.end(), end))
        title.addressees.extend(
            one for one in parties(text, led.end(), stop) if one.entity in ("person", "position") and not one.place
        )


def _later(title: Title, text: str, start: int, end: int) -> None:
    if to := compiled(r",?\s+to\s+").match(text, start, end):
        read_addressees(title, text, to.start(), to.end(), end)
        return
    if match := _FOR.match(text, start, end):
        stop = subject_begins(text, match.end(), end)
        title.addressees.extend(
            party.at(_skip_blank(text, match.start()), party.end) for party in parties(text, match.end(), stop)
        )


_FROM_PLACE = compiled(r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s+")


def _split_to(title: Title, text: str, start: int, end: int, word: str, led: bool) -> None:
    if word in ("to", "for", "addressed to"):
        read_addressees(title, text, start, start, end)
        return
    cut = best_split(text, start, end)
    if cut is None:
        stop = subject_begins(text, start, end)
        if not led and not word:
            return
        place = _PLACE_DATE.search(text, start, end)
        if place and _placelike(place["place"]):
            title.origin = (place.start("place"), place.end("place"), place["place"])
        if title.form and title.form.slug in AUTHORED and (sitting := _SITTING.match(text, start, stop)):
            start = sitting.end()
        if word == "by" and (meant := _MEANT.search(text, start, stop)):  # "Memorandum by A. Bell for C. Dahl"
            found = parties(text, meant.end(), undated(text, meant.end(), stop))
            ours = text[meant.end() - 4 : meant.end()] == "the "
            readers = [one for one in found if one.entity == "person" or (ours and one.entity != "place")]
            title.addressees.extend(readers)
            stop = meant.start() if readers else stop
        found = named_parties(title, text, start, undated(text, start, stop), "origin")
        if word in ("by", "of") or (title.form and title.form.slug in AUTHORED):
            title.authors.extend(found)
        elif word == "from" or (found and led and found[0].entity == "person" and text[start - 2 : start].strip(" ")):
            title.senders.extend(found)
        return
    place = _FROM_PLACE.match(text, start, cut[0])
    if place and is_place(place["place"]):
        title.origin = (place.start("place"), place.end("place"), cased(place["place"]))
        start = place.end()
    carries = _CARRIES.search(text, start, cut[0])
    title.senders.extend(named_parties(title, text, start, carries.start() if carries else cut[0], "origin"))
    read_addressees(title, text, cut[0], cut[1], end)


def read_addressees(title: Title, text: str, words_from: int, start: int, end: int) -> None:
    """``to B for C``: whom it goes to, or who passes it on; ``words_from`` is where the word ``to`` stands."""
    stop = subject_begins(text, start, end)
    place = _PLACE_DATE.search(text, start, min(end, stop + 30))
    if place and _placelike(place["place"]) and title.origin is None:
        title.origin = (place.start("place"), place.end("place"), place["place"])
        stop = min(stop, place.start())
    match = _FOR.search(text, start, end)
    if match and match.start() <= stop:
        stop = subject_begins(text, match.end(), end)
        via = parties(text, start, match.start())
        title.relays.extend(
            party.at(_skip_blank(text, words_from), party.end) if index == 0 else party
            for index, party in enumerate(via)
        )
        to = parties(text, match.end(), undated(text, match.end(), stop))
        begin = _skip_blank(text, match.start())
        title.addressees.extend(party.at(begin, party.end) if index == 0 else party for index, party in enumerate(to))
        return
    if by := _FROM_BEHIND.search(text, start, stop):  # "Telegram to the Foreign Ministry from Ambassador Pavlov"
        writers = named_parties(title, text, by.end(), undated(text, by.end(), stop), "origin")
        if writers and not title.senders:
            title.senders.extend(writers)
            stop = by.start()
    found = named_parties(title, text, start, undated(text, start, stop), "destination")
    title.addressees.extend(found)


def _placelike(words: str) -> bool:
    """What stands between the parties of a title and its date is where it was written, listed or not."""
    if words.endswith("day"):
        return False  # "…, Tuesday, February 4, 1919"
    return is_place(words) or bool(_ONE_WORD.fullmatch(words) and not OFFICE.search(words) and not BODY.search(words))


_ONE_WORD = compiled(r"[A-Z][a-zà-ž’'-]{3,}")


def _skip_blank(text: str, at: int) -> int:
    while text[at] in " ,\n":
        at += 1
    return at


def subject_begins(text: str, start: int, end: int) -> int:
    """Where the parties of a title end and its subject, date or classification begins."""
    match = _TAIL.search(text, start, end)
    return match.start() if match else end


_SEVERAL: Final = compiled(
    r"(?:[Tt]he )?(?P<office>(?:[A-Z][\w’'-]+ )*(?:[A-Z][\w’'-]+s)(?: (?:on|of|in|at|to|for) (?:the )?[A-Z][\w’' -]{2,60}?)?) \((?P<names>[A-Z][\w’'-]+(?:,? and [A-Z][\w’'-]+|, [A-Z][\w’'-]+){1,5})\)"
)
"""``the Special Commissioners on Mexico (Warren, Payne)``: several who hold an office together."""
_SURNAME: Final = compiled(r"[A-Z][\w’'-]+")
_APART: Final = len(", temporarily at ")
"""Characters that may stand between a party and where it is."""


def named_parties(title: Title, text: str, start: int, end: int, role: str) -> list[Party]:
    """The parties of a phrase; a place alone is where the paper comes from or goes to."""
    if several := _SEVERAL.fullmatch(text, start, end):
        first = several.start("names")
        each = _SURNAME.finditer(text, first, several.end("names"))
        return [Party(one[0], "person", *one.span(), office=several["office"]) for one in each]
    found = parties(text, start, undated(text, start, end))
    named: list[Party] = []
    for party in found:
        spot = (party.start, party.end, party.name) if party.entity == "place" else None
        if spot is None and party.place and party.place in text[party.start : party.end + len(party.place) + _APART]:
            at = text.index(party.place, party.start)
            spot = (at, at + len(party.place), party.place)
        if (
            spot is None
            and (located := _LOCATED.search(text, party.start, party.end))
            and is_place(located[1])
            and cased(located[1]) not in COUNTRIES
        ):
            spot = (located.start(1), located.end(1), located[1])
        if spot and getattr(title, role) is None:
            setattr(title, role, spot)
        if party.entity != "place":
            named.append(_owner(text, party))
    if not found and (group := title_groups.read(text, start, undated(text, start, end))):
        named.append(group)
    return named


_OWNED = compiled(r"(?P<owner>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)+)['’]s [A-Z]")


def _owner(text: str, party: Party) -> Party:
    """``Zhou Enlai's Presentation to Stalin``: whose it is."""
    owned = _OWNED.match(text, party.start, party.end)
    owner = parties(text, *owned.span("owner")) if owned else []
    return owner[0] if len(owner) == 1 and owner[0].entity == "person" else party


_LOCATED = compiled(
    r"(?:Embassy|Legation|Consulate(?: General)?|Ambassador|EMBASSY|Mission|Zhdanov|\w+) (?:in|at|IN|AT) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
