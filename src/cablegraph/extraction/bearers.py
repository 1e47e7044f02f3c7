"""Who brings a letter, and who has a copy, where the letter's own text says it: ``This letter is brought to you by …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cablegraph.extraction.lexicon import BODY, COUNTRIES, OFFICE
from cablegraph.extraction.names import Party, is_place, parties
from cablegraph.patterns import compiled

Stretch = tuple[int, int]
NEAR = 700
"""Characters at the head and at the end of a text in which it speaks of its own journey."""
_PAPER = r"(?:letter|message|note|communication|minute|despatch|dispatch|telegram|memorandum|report|cable|instruction|circular|airgram)"
_THIS = rf"(?:[Tt]his|[Tt]he present|[Mm]y|[Oo]ur)(?: {_PAPER})?"
_LETTER = r"(?:(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bMrs)\.|(?<=\b[A-Z])\.|[^,.;:()\n])"
_NAME = (
    r"(?P<{}>(?:the |our |my )?[^\W\d_a-z]"
    + _LETTER
    + r"{{2,70}}?)(?=,| who\b| whom\b| on \w| during\b| and (?:to|will|has)\b|[.;:()\n]|$)"
)
_BROUGHT = compiled(
    rf"\b{_THIS} (?:is|was|will be|has been|is being) (?:brought|delivered|handed(?: over)?|conveyed|presented|transmitted|given|carried|taken)(?: to you)?(?: personally| in person)? by {_NAME.format('by')}"
    rf"|\b(?:I am sending|I send|We are sending|We send)(?: you)? {_THIS}(?: to you)? (?:by|through|with|by the hands? of) {_NAME.format('with')}"
    rf"|\b(?:I have|We have|I|We) (?:asked|entrusted|charged|requested|instructed) (?P<asked>[^\W\d_a-z]{_LETTER}{{2,60}}?),? (?:to|with) (?:deliver|hand|bring|convey|transmit|take|delivering|handing|bringing)(?: over)?(?: to)?(?: you)? {_THIS}"
    rf"|\b[Tt]he bearer of {_THIS}, {_NAME.format('bearer')}"
)
_SENT = r"(?:sent|furnished|forwarded|mailed|transmitted|handed|given|supplied|communicated|pouched|air-?mailed|telegraphed|despatched|dispatched)"
_IS = r"(?:is|are|was|were|has been|have been|had been|is being|are being|will be|should be|shall be|may be|must be|is to be|are to be)"
_BY = r"(?: (?:by|via|in|under) (?:the |to-?day[’']s )?(?:next )?(?:air ?mail|mail|pouch|bag|courier|messenger|post|letter|separate cover|air))"
_POST_SMALL = r"(?:legation|embassy|consulate|mission|consul(?:[ -]general)?|vice[ -]consul|minister|ambassador|chargé|high commissioner|commissioner|delegation|commander|admiral|governor)"
_COPIED = compiled(
    rf"\b(?:(?:[Aa] copy|[Cc]op(?:y|ies)) of {_THIS} (?:(?=to )|goes|go|went|is going|are going|has gone|have gone|will go|(?:{_IS}(?: also)? )?{_SENT}){_BY}?"
    rf"|(?:(?<=[.;)”\"’] )|(?<=\n)|^)(?:Mail c|C)op(?:y|ies)(?: (?:(?:{_IS}(?: also)? )?{_SENT}|going|goes?|went))?{_BY}?(?= to )"
    rf"|(?:I am|We are) (?:also )?(?:sending (?:a copy|copies) of|copying) {_THIS}|(?:I|We)(?: have| also)* (?:send|sent) (?:a copy|copies) of {_THIS})(?: also)? ?\bto "
    rf"(?P<who>(?:the |our |my )?(?:[^\W\d_a-z]|(?<=the ){_POST_SMALL} (?:at|in|of) (?=[^\W\d_a-z]))(?:{_LETTER}|,(?= )|\([^()\n]{{2,60}}\)){{2,240}})"
)
_FURNISHED = compiled(
    rf"(?:(?<=[.;] )|(?<=\n)|^)(?P<who>(?:The |Our |My )?[A-Z](?:{_LETTER}|,(?= )){{2,160}}?),? (?:has|have) (?:also )?been (?:furnished|supplied|provided) with (?:a copy|copies) of this(?: {_PAPER})"
    rf"|\bI (?:have |also )*(?:furnished|supplied|provided|furnish) (?P<whom>(?:the |our )?[A-Z]{_LETTER}{{2,70}}?),? with (?:a copy|copies) of this(?: {_PAPER})"
    rf"|\b(?:informed|written to|wrote to|advised|instructed|asked|requested|notified|directed|told|telegraphed(?: to)?) (?P<him>(?:the |our )?[A-Z](?:{_LETTER}){{2,50}}?)(?=,| of\b| and\b| that\b| to\b| about\b),? (?:[^.;:\n]{{2,90}}?,? )?and (?:have |has |also )*(?:sent|given|furnished|handed|mailed|forwarded)(?: to)? (?:him|her|them)(?: with)? (?:a copy|copies) of this(?: {_PAPER})"
    rf"|\b(?:[Ff]urnish|[Gg]ive|[Ss]end|[Mm]ail|[Hh]and|[Dd]eliver|[Ss]upply)(?: also)?(?: a)? cop(?:y|ies)(?: of (?:this|the foregoing|above)(?: {_PAPER})?)?(?: also)? to (?P<to>(?:the )?[A-Z]{_LETTER}{{2,70}}?)(?=[.;,]|$)"
)
"""``Mr. Bigelow, at Paris, and General King, at Rome, have been furnished with copies of this instruction.``"""
_AND_TO = compiled(r",? and (?:another )?to |, (?:one |another )?to ")
_ABOARD = compiled(r"(?<=\w) of the (?:U\. ?S\. ?S\. )?[A-Z][a-z]+$")
"""``Captain Simpson of the Tacoma``"""
_FOR_THERE = compiled(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? for (?=[A-Z])")
"""``Copy to Shanghai for Commander in Chief``"""
_OF_ANOTHER = compiled(rf"cop(?:y|ies) of (?:[Mm]y|[Oo]ur) {_PAPER} to $")
"""``I send a copy of my letter to Mr. Dahl``: the letter that he has had is another."""
_SPOT = compiled(r" (?:in|at) (?:the )?(?!Chief\b)[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?")


def carried(text: str, stretches: Sequence[Stretch]) -> list[Party]:
    """The people who bring a letter, as its own words name them."""
    found: list[Party] = []
    for start, end in _edges(stretches):
        if "letter" in text[start:end] or "message" in text[start:end] or "note" in text[start:end]:
            for match in _BROUGHT.finditer(text, start, end):
                span = match.span(match.lastgroup or 0)
                found += [party for party in parties(text, *span) if party.entity == "person"]
    return list(dict.fromkeys(found))


def copied(text: str, stretches: Sequence[Stretch]) -> list[Party]:
    """Those to whom a copy goes, as a letter's own words say."""
    found: list[Party] = []
    for start, end in _edges(stretches):
        if "cop" not in text[start:end] and "Cop" not in text[start:end]:
            continue
        for match in _COPIED.finditer(text, start, end):
            if _OF_ANOTHER.search(text, match.start(), match.start("who")):
                continue
            for first, last in _pieces(text, *match.span("who")):
                found += _receivers(text, first, last)
        for match in _FURNISHED.finditer(text, start, end):
            for first, last in _pieces(text, *match.span(match.lastgroup or 0)):
                found += [party for party in parties(text, first, last, listing=True) if party.entity != "place"]
    end = stretches[-1][1] if stretches else 0
    if end and (listed := _LISTED.search(text, max(0, end - 260), end)):
        found += [party for party in parties(text, *listed.span("who"), listing=True) if party.entity != "place"]
    return list(dict.fromkeys(found))


def _receivers(text: str, first: int, last: int) -> list[Party]:
    """Who stands in a piece of such a sentence, without where he sits and how it goes there."""
    for_there = _FOR_THERE.match(text, first, last)
    first = for_there.end() if for_there else first
    last = next((by.start() for by in _BY_MEANS.finditer(text, first, last)), last)
    last = next((when.start() for when in _WHEN.finditer(text, first, last)), last)
    last = first + len(text[first:last].rstrip(" ,"))
    seated = _SEATED.fullmatch(text, first, last)
    if (
        seated
        and _is_town(text, *seated.span("town"))
        and not (OFFICE.search(seated["who"]) or BODY.search(seated["who"]) or is_place(seated["who"]))
    ):
        return [Party(seated["who"], "person", *seated.span("who"))]
    spot = _SPOT.search(text, first, last)
    post = spot and _POST.search(text, first, spot.start())
    stop = spot.start() if spot and spot.end() == last and not (post and post.end() == spot.start()) else last
    aboard = _ABOARD.search(text, first, stop)
    stop = aboard.start() if aboard else stop
    return [party for party in parties(text, first, stop, listing=True) if party.entity != "place"]


def _is_town(text: str, first: int, last: int) -> bool:
    town = text[first:last]
    return is_place(town) and town not in COUNTRIES


_SEATED = compiled(r"(?P<who>[A-Z][a-z]+),? (?:at |in )?(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
"""``Page, London``: a man by his surname and his post"""
_BY_MEANS = compiled(
    r" by (?:the )?(?:next )?(?:air ?)?(?:mail|pouch|bag|courier|messenger|post|telegraph|wire|cable|letter)\b"
)
_WHEN = compiled(
    r",? (?:when(?:ever)?|as soon as|so soon as|upon|on (?:his|her|their)|for (?:his|her|their|its|your))\b"
)
"""``to Ambassador Sharp when he passes through Madrid``"""
_LISTED = compiled(
    r"\s(?:[Cc][Cc]|Cop(?:y|ies)(?: to)?|Copied to|Delivered to|Distributed to|Distribution(?: list)?|Sent to|Circulated to): (?:[Cc]omrades? )?(?P<who>[A-Z][^\n:]{3,240}?)\.?(?:\s\[\.{3,4}\])?\s*\Z"
)
"""``… D.C. cc: The Secretary-General; Mr. Goulding``: a page whose lines were run together."""
_POST = compiled(
    r"\b(?:[Ee]mbass(?:y|ies)|[Ll]egations?|[Cc]onsulates?(?:[ -][Gg]eneral)?|[Mm]issions?|[Cc]onsuls?(?:[ -][Gg]eneral)?|the [a-z]+(?: [a-z]+)?)$"
)
"""``Embassy at Brussels`` keeps its town."""
_OFFICE_BEHIND = compiled(r"\s\([^()]*\)(?:,? and to |,? and |, to |, )?")


def _pieces(text: str, start: int, end: int) -> Iterator[Stretch]:
    """``A. Webb (Defence) and B. Lane (Cabinet Office)``, ``the Legation and to Mr. Berg``: the names, without offices in brackets."""
    for bracket in _OFFICE_BEHIND.finditer(text, start, end):
        yield start, bracket.start()
        start = bracket.end()
    for joint in _AND_TO.finditer(text, start, end):
        yield start, joint.start()
        start = joint.end()
    if start < end:
        yield start, end


def _edges(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    for start, end in stretches:
        if end - start <= 2 * NEAR:
            yield start, end
        else:
            yield start, start + NEAR
            yield end - NEAR, end
