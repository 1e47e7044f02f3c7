"""Papers of any kind that a text gives in full: ``For Wilson at Geneva: “…”``, ``has handed him a note of which this is the text:``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from cablegraph.extraction import forms, messages_carried, papers_passed_on, telegrams_inside
from cablegraph.extraction.forms import Form
from cablegraph.extraction.lexicon import DAY, DAY_AND_YEAR
from cablegraph.extraction.names import is_place, parties
from cablegraph.extraction.rows import Row
from cablegraph.extraction.telegrams_inside import Inside, party_of, with_head
from cablegraph.patterns import compiled

_NAME: Final = r"(?:[^:.;\"“”\n]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bGen)\.)"
_FOR = compiled(
    rf"(?:^|[.:;!?] |\n)(?:[A-Z]\w+ only: )?(?P<cue>(?:Following )?(?:[Ff]or|FOR|[Tt]o)) (?P<to>(?:the )?[A-Z]{_NAME}{{2,60}}?)(?: (?:at|in) (?P<at>[A-Z]\w+))?(?:,? [Ff]rom (?P<who>[A-Z]{_NAME}{{2,50}}?))?:\s*$"
)
"""``Paris only: Following for General Bliss from March:``"""
_REPORTS = compiled(
    rf"(?:^|[.:;!?)] |\n)(?:\(?\w\)|\d\.)? ?(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{2,70}}?) (?:(?:has|have) )?(?:report(?:s|ed)|writes|wrote)(?: to me| us)?(?:,? (?:to-?day|just now|this morning|yesterday))?(?: (?:as follows|the following|in these words)|,? (?:through|by|via) [^:;.\n]{{3,60}}):\s*$"
)
"""``Consul General at Shanghai reports as follows:``"""
_ANSWERED = compiled(
    r"(?:[Yy]our|[Yy]ours|excellency[’']s) [^.:;\n]{0,60}?(?P<form>telegram|cable|note|letter|dispatch|despatch)?\b[^.:;\n]{0,70}? (?:was|were|has been)(?: duly| at once| immediately)? answered(?: (?:by (?:wire|telegraph|cable|telegram|note)|yesterday|to-?day|at once|on the \w+))? (?:as follows|in these words|in the following words):\s*$"
)
"""``Your telegram … was answered as follows:``"""
_HANDED = compiled(
    rf"(?:^|[.:;!?] |\n)(?:\(?\w{{1,2}}[.)] )?(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{1,60}}?) (?:(?:has|had) )?(?:handed|sent|addressed|delivered to|presented|left with|given|gave)(?: to)? (?P<whom>me|us|him|her|them|the [A-Z]\w+|[A-Z][\w’'-]+)?(?:,? (?P<day>to-?day|yesterday|this morning))? ?(?:(?:an?|the|this) (?:[a-z]+ )?)?(?P<form>note verbale|note|letter|memorandum|aide-m[ée]moire|message|reply|answer|telegram|communication)(?: (?:No\. ?|number )(?P<number>\d{{1,5}}))?"
    r"(?: [^.:;\n]{2,40}?)?,? (?:of which (?:the following|this) is (?:the (?:text|substance)|a (?:copy|translation))|of which the (?:material|principal|essential|important|pertinent|operative) (?:part|portion|passage|paragraph)s? (?:is|are|reads?|runs?)(?: as follows)?|the text of which (?:is|follows|is as follows|reads)|which (?:reads|ran|runs|is|was) as follows|reading as follows|as follows|in these words)(?: in translation)?:\s*$"
)
"""``Sze has handed him a note of which the following is the text:``"""
_CAME = compiled(
    rf"\b[Tt]he following (?P<form>note verbale|note|letter|telegram|answer|reply|message|memorandum|communication)(?:,? No\. ?(?P<number>\d{{1,5}}))?(?:,? (?:dated|of) (?P<when>yesterday|to-?day|(?:the )?(?:{DAY}|\d{{1,2}}(?:st|nd|rd|th|d)?(?: (?:instant|ultimo))?))(?:, (?:\d{{1,2}}(?:[.:]\d\d)? ?[ap]\. ?m\.|noon|midnight))?)?(?:,(?! dated| of)[^:.;\n]{{2,40}}?)?,?"
    r" (?:has|have|was)(?: just)?(?: been)? (?:to-?day |this morning )?(?:received|delivered|handed|sent|addressed)(?: to (?:me|us|this \w+))?(?: to-?day| this morning)?,? (?:from|by) (?:the )?(?P<who>[A-Z][^:.;\n\"“]{2,70}?):\s*$"
)
"""``The following letter, dated yesterday, has been received from Councilor Berg:``"""
_HAD_THIS = compiled(
    r"(?:\b(?:had|received|have|got|in receipt of)(?: just)? (?:this|the following)(?: (?P<form>note|letter|telegram|answer|reply|message))? from (?P<who>[A-Z][^:.;\n\"“]{2,50}?)|\b[Ff]rom (?:him|her|them|(?P<of>[A-Z][^:.;\n\"“]{2,50}?)) (?:I|we) (?:have |had )?(?:just )?(?:had|received|got) (?:this|the following)(?: (?P<kind>note|letter|telegram|answer|reply|message))?):\s*$"
)
"""``when I had this from Lord Stanley:``, ``From him I had this answer:``"""
_POST_AT = compiled(
    r"(?i:consul|legation|embassy|minister|ambassador|agent)(?:[- ]?[Gg]eneral)? at (?P<place>[A-Z][\w’'-]+)"
)
_FROM_HIM = compiled(
    rf"\b(?:has|have|I|[Ww]e)(?: just| to-?day)? received from (?:the )?(?P<who>[A-Z][^:.;\n\"“]{{2,60}}?) (?:this|the following) (?P<form>note verbale|note|letter|memorandum|communication)(?:,? (?:dated|of) (?P<when>yesterday|to-?day|(?:the )?(?:{DAY}|\d{{1,2}}(?:st|nd|rd|th|d)?(?: (?:instant|ultimo))?)))?[^:.;\n]{{0,40}}:\s*$"
)
"""``The Department has received from the German Ambassador the following note, dated September 9:``"""
_WISHES_SENT = compiled(
    rf"(?:^|[.:;!?] |\n)(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{2,70}}?) (?:wishes|desires|wants|would like) (?:(?:the )?following|this)(?: (?P<form>telegram|message|cable))?(?: to be)? (?:sent|telegraphed|cabled|forwarded|transmitted|wired|delivered) to (?P<to>[A-Z]{_NAME}{{2,40}}?)(?:, (?P<place>[A-Z][\w’'-]+))?:\s*$"
)
"""``Colonel Dahl wishes the following sent to Lund, Washington:``"""
_A_COPY = compiled(
    r"\b(?P<form>notes|memorandum|statement|paper|document|draft|text), (?:a copy|copies) of which (?:he|she|they|(?:Mr\.|M\.|Count|Baron|Sir) [A-Z][\w’'-]+) (?:then )?(?:let (?:me|us) have|gave (?:to )?(?:me|us)|handed (?:to )?(?:me|us)|left with (?:me|us))[^:.;\n]{0,80}:\s*$"
)
"""``notes, a copy of which he let me have:``"""
_FROM_ALONE = compiled(rf"(?:^|[.;] |\n)(?:\(?\w\)|\d{{1,2}}\.)? ?From (?:the )?(?P<who>[A-Z]{_NAME}{{2,60}}?):\s*$")
"""``From Vice Consul at Valencia:`` over what he telegraphs"""
_READ_OUT = compiled(
    r"\b(?P<form>telegram|cable|note|letter|despatch|dispatch|memorandum) from (?:the )?(?P<who>[A-Z][^,:;.\n]{2,50}?)(?:, No\. ?(?P<number>\d{1,5}))?,?(?: [^:;.\n]{0,120})?\b(?:handed|read|gave|showed|left|communicated)\b[^:.;\n]{0,50}:\s*$"
)
"""``a telegram from Tokyo, No. 504, of which he had made a translation, and he handed it to me:``"""
_OFFICE = compiled(
    r"(?i)\b(?:consul|legation|embassy|ambassador|minister|chargé|commander|admiral|captain|agent|attaché|governor|mission|general|colonel|commissioner)\b"
)
_SEAT = compiled(r",? (?:at|in) (?P<place>[A-Z][\w’'-]+)$")
_BY_DAY = compiled(rf"[\"“«]?(?P<day>{DAY})(?:, (?:\d{{1,2}}(?:[.:]\d\d)? ?[ap]\. ?m\.|noon|midnight)|\. (?=[A-Z]))")
_NO_PAPER = compiled(r"(?i)\b(?:information|example|instance|reasons?|purposes?|reference|guidance|action)\b")
_DATELINE = compiled(rf"(?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+){{0,2}}), (?P<day>{DAY_AND_YEAR})\.?")
_GIVES = compiled(
    r"(?i)\b(?P<form>petition|telegram|letter|note|answer|reply|message|communication|dispatch|despatch|memorial|appeal)\b[^.;\n]{0,70}:$"
)
"""The end of a line below which a paper is given with its own dateline and signature."""
_WIRED = compiled(r"[A-ZÀ-Ž]{3,}, [A-Z][a-z]+[:.]")
"""``YOUNG, Peking:``: so telegrams are addressed."""
_LINE_FOR = compiled(rf"(?:For|To) (?P<to>[A-Z]{_NAME}{{2,40}}?) [Ff]rom (?P<who>[A-Z]{_NAME}{{2,40}}?)\. (?=[A-Z])")
_SENDS = compiled(r"(?i)\b(?:transmit|send|deliver|convey|forward|pass|following|message|telegram)\b[^\n]{0,160}:$")
_FOLLOWING_FROM = compiled(
    r"(?:^|[.;] )(?:The )?[Ff]ollowing(?: telegram| message| cable)?(?: (?:has|have) been)?(?: just)?(?: received)?(?: (?:to-?day|yesterday|this morning|this afternoon|last night))? from [^:.]{3,110}:$"
)
_NUMBERED_DAY = compiled(rf"\d{{1,5}}, (?P<day>{DAY}), (?:\d{{1,2}}(?:[.:]\d\d)? ?[ap]\. ?m\.|noon|midnight)")
"""``16, August 14, noon.``: number, day and hour at the head of a telegram"""
_ADDRESS = compiled(r"(?P<to>[A-Z][A-Z][^:\n]{1,50}), (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?):")
_LINE_PASSED = compiled(
    rf"(?:\(?\w{{1,2}}[.)] )?(?P<cue>For|From) (?P<who>[A-Z]{_NAME}{{2,40}}?)(?:, (?P<place>[A-Z]\w+))?: \S.{{24,}}[.?!] (?P<signed>[A-Z][\w’-]+)\.$"
)
"""``For Wendelin, Madrid: … Repeat by radio. Perkins.``: one paragraph passed on for another, down to who signs it"""
_PARAGRAPH: Final = 60
_MOST_OF_A_TELEGRAM: Final = 40
_PLACED = compiled(r"\(?\d{0,2}[.)]?\s?\[(?P<way>From|To) (?P<place>[A-Z][\w’ -]{2,30}?)\.?\]")
"""``(1) [From Washington.]`` over each of several telegrams that were exchanged"""
_SENDS_FOLLOWING = compiled(
    rf"(?:^|[.;] )(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{2,50}}?) (?:sends|telegraphs|cables|wires|transmits)(?: me| us)? (?:the )?following (?P<form>telegram|cable|message|report)\b[^:.;]{{0,50}}:$"
)
"""``Stevens sends following telegram, with which I fully concur:``"""
_FROM_PLACE = compiled(
    r"[Ff]ollowing (?P<form>telegram|cable)(?: has)?(?: just)?(?: been)?(?: received)? from (?P<place>[A-Z][\w’'-]+)(?: to-?day| this \w+)?:$"
)
"""``Following telegram has been received from Harbin:``"""
_WIRED_SO = compiled(r"(?i)\b(?:as follows|following|telegram|cable)\b[^:.;]{0,80}:$")
_HE_SAYS = compiled(
    r"(?:^|[.,;] |\breceived,? )(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:has )?(?:replie[sd]|comments|telegraph(?:s|ed)|cable[sd]|reports?|reported|answer(?:s|ed)|wire[sd])\b[^:;]{0,80}:$|\bfrom (?:the )?(?P<sender>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?: (?:was|is|has|to-?day|this)\b[^:;]{0,40})?:$"
)
_GOES_ON = compiled(r":$|^\(?\w{1,2}[.)]$")
"""A paragraph that only leads to the next, or a number alone."""
_MOST: Final = 14
"""Lines that such a paper has at most."""


def read(text: str, start: int, opening: int) -> Inside | None:
    """What the words that end before ``opening`` say of the paper quoted there, or None where they announce none."""
    if text[max(start, opening - 9) : opening].rstrip()[-1:] != ":":
        return telegrams_inside.read(text, start, opening) or papers_passed_on.headed(text, start, opening)
    first = max(start, opening - 320)
    line = text.rfind("\n", first, text.rfind(":", first, opening))
    first = line + 1 if line >= 0 else first
    if others := messages_carried.read(text, first, text[first:opening]) or papers_passed_on.between(
        text, first, text[first:opening]
    ):
        return with_head(text, others, opening)
    wired = telegrams_inside.read(text, start, opening)
    if wired and (wired.sender or wired.addressee or wired.own or wired.to_us):
        return wired
    found = _from_words(text, first, text[first:opening], opening)
    if found is None:
        return wired or papers_passed_on.headed(text, start, opening)
    return with_head(text, found, opening)


def _from_words(text: str, first: int, words: str, opening: int) -> Inside | None:
    if (match := _HANDED.search(words)) and (who := party_of(text, first, match, "who")):
        whom = match["whom"] or ""
        named = party_of(text, first, match, "whom") if whom[:1].isupper() or whom.startswith("the ") else None
        number, day = _span(first, match, "number"), _span(first, match, "day")
        return Inside(
            who, named, to_us=whom in ("me", "us"), form=_form(first, match, "form"), number=number, dated=day
        )
    if match := _CAME.search(words):
        who, spot = party_of(text, first, match, "who"), _POST_AT.search(match["who"])
        start = first + match.start("who")
        origin = (start + spot.start("place"), start + spot.end("place"), spot["place"]) if spot else None
        number, day = _span(first, match, "number"), _span(first, match, "when")
        return Inside(who, to_us=True, form=_form(first, match, "form"), number=number, dated=day, origin=origin)
    if match := _FROM_HIM.search(words):
        who = party_of(text, first, match, "who")
        return Inside(who, to_us=True, form=_form(first, match, "form"), dated=_span(first, match, "when"))
    if match := _WISHES_SENT.search(words):
        at = _span(first, match, "place")
        place = (*at, match["place"]) if at else None
        who, to = (party_of(text, first, match, group) for group in ("who", "to"))
        return Inside(who, to, destination=place) if who and to else None
    if match := _HAD_THIS.search(words):
        group = "who" if match["who"] else "of"
        sender = party_of(text, first, match, group) if match[group] else None
        named_form = "form" if match["form"] else "kind"
        return Inside(sender, to_us=True, form=_form(first, match, named_form) if match[named_form] else None)
    if (match := _READ_OUT.search(words)) and (found := _read_out(text, first, match)):
        return found
    if _A_COPY.search(words):
        return Inside(to_us=True)
    if match := _ANSWERED.search(words):
        return Inside(own=True, form=_form(first, match, "form") if match["form"] else None)
    dated = _BY_DAY.match(text, opening)
    by_wire = Form("telegram", *dated.span("day")) if dated else None
    if (match := _FROM_ALONE.search(words)) and (_OFFICE.search(match["who"]) or dated):
        who = party_of(text, first, match, "who")
        origin = _seat_of(first, match, "who")
        return Inside(who, to_us=True, form=by_wire, origin=origin) if who else None
    if match := _REPORTS.search(words):
        if not dated and not _OFFICE.search(match["who"]):
            return None
        who = party_of(text, first, match, "who")
        seat = _SEAT.search(match["who"])
        if who is not None and seat is not None and who.entity == "position":
            start = first + match.start("who")
            people = [one for one in parties(text, start, start + seat.start()) if one.entity == "person"]
            place = _seat_of(first, match, "who")
            return Inside(people[0] if people else who, to_us=True, form=by_wire, origin=place)
        return Inside(who, to_us=True, form=by_wire, origin=_seat_of(first, match, "who")) if who else None
    if (match := _FOR.search(words)) and not _NO_PAPER.search(match["to"]):
        to = party_of(text, first, match, "to")
        who = party_of(text, first, match, "who") if match["who"] else None
        if to is not None and to.entity in ("person", "position") and not is_place(to.name):
            return Inside(who, to, own=match["who"] is None, form=by_wire, passed="by-post")
    return papers_passed_on.read(text, first, words, opening)


def _span(first: int, match: re.Match[str], group: str) -> tuple[int, int] | None:
    return (first + match.start(group), first + match.end(group)) if match[group] else None


def _seat_of(first: int, match: re.Match[str], group: str) -> tuple[int, int, str] | None:
    """``at Valencia`` at the end of who reports."""
    seat, start = _SEAT.search(match[group]), first + match.start(group)
    return (start + seat.start("place"), start + seat.end("place"), seat["place"]) if seat else None


def _read_out(text: str, first: int, match: re.Match[str]) -> Inside | None:
    """A paper that a visitor hands over or reads: from a place, or from a man."""
    number = _span(first, match, "number")
    form = _form(first, match, "form")
    if is_place(match["who"]):
        start = first + match.start("who")
        return Inside(form=form, number=number, origin=(start, start + len(match["who"]), match["who"]))
    who = party_of(text, first, match, "who")
    return Inside(who, form=form, number=number) if who and who.entity in ("person", "position") else None


def _form(first: int, match: re.Match[str], group: str) -> Form | None:
    slug = forms.at_head(match[group])
    known = slug is not None and match[group] not in ("message", "communication", "answer", "reply")
    return Form(slug.slug, first + match.start(group), first + match.end(group)) if slug and known else None


def rows_of(
    text: str, rows: Sequence[Row], is_signature: Callable[[Row], bool], begin: int = 1
) -> tuple[int, int, Inside] | None:
    """The rows of a paper that a despatch gives without quotation marks, behind ``begin``, as row indices."""
    if found := _exchanged(text, rows, begin, is_signature):
        return found
    telegram = telegrams_inside.rows_of(text, rows, is_signature, begin)
    for index in range(begin, len(rows) - 2):
        first = index + 1
        if carried := messages_carried.below(text, rows, index, is_signature):
            return carried
        if telegram is not None and telegram[0] <= first:
            return telegram
        if len(rows[index - 1].text) > _PARAGRAPH and (line := _passed_line(text, rows[index])):
            return index, index + 1, line
        if not rows[index].text.endswith(":") or rows[first].text[0] in "\"“«'‘„":
            continue
        if found := _with_dateline(text, rows, first, is_signature) or _for_another(text, rows, first):
            return found
        if said_of := _by_its_line(text, rows[index], rows[first]):
            last = _signed_off(rows, first, said_of) or first + 1
            while last < len(rows) - 1 and _GOES_ON.search(rows[last - 1].text):
                last += 1
            return first, last, with_head(text, said_of, rows[first].start)
    return telegram


def _exchanged(
    text: str, rows: Sequence[Row], begin: int, is_signature: Callable[[Row], bool]
) -> tuple[int, int, Inside] | None:
    """``(1) [From Washington.]`` and, below it, a telegram down to its signature."""
    for index in range(begin, len(rows) - 2):
        head = _PLACED.fullmatch(rows[index].text) if "[" in rows[index].text[:6] else None
        if head is None:
            continue
        first = index + 1
        last = next((at for at in range(first + 1, min(first + _MOST, len(rows))) if is_signature(rows[at])), None)
        if last is None:
            return None
        start = rows[index].start + head.start("place")
        origin = (start, start + len(head["place"]), head["place"]) if head["way"] == "From" else None
        said_of = Inside(form=Form("telegram", rows[index].start, rows[index].end), origin=origin)
        return index, last + 1, _wired_to(text, rows[first : first + 2], said_of)
    return None


def _wired_to(text: str, rows: Sequence[Row], said_of: Inside) -> Inside:
    """``LEE, Consul-General, Havana:`` above the words of a telegram: who gets it, and where."""
    for row in rows:
        if match := _ADDRESS.fullmatch(row.text):
            place = (row.start + match.start("place"), row.start + match.end("place"), match["place"])
            return said_of._replace(addressee=party_of(text, row.start, match, "to"), destination=place)
    return said_of


def _passed_line(text: str, row: Row) -> Inside | None:
    """A paragraph of a telegram that is meant for another than who gets the telegram, or comes from another."""
    match = _LINE_PASSED.match(row.text) if row.text[-1:] == "." else None
    who = party_of(text, row.start, match, "who") if match else None
    if match is None or who is None or who.entity != "person":
        return None
    if match["cue"] == "For":
        place = (
            (row.start + match.start("place"), row.start + match.end("place"), match["place"])
            if match["place"]
            else None
        )
        return Inside(party_of(text, row.start, match, "signed"), who, destination=place)
    return Inside(who)


def _signed_off(rows: Sequence[Row], first: int, said_of: Inside) -> int | None:
    """Behind which row a telegram given without marks ends: its sender's name stands at the end of a paragraph."""
    if said_of.sender is None or said_of.sender.entity != "person":
        return None
    name = re.compile(rf"(?:[.!?”\"] |^){re.escape(said_of.sender.name.split()[-1])}\.?$")
    for at in range(first, min(first + _MOST_OF_A_TELEGRAM, len(rows) - 1)):
        if name.search(rows[at].text):
            return at + 1
    return None


def _with_dateline(
    text: str, rows: Sequence[Row], first: int, is_signature: Callable[[Row], bool]
) -> tuple[int, int, Inside] | None:
    """``From him I had this answer:``, and below it ``NAGASAKI, August 8, 1884.`` … ``DAVIS.``"""
    row = rows[first - 1]
    head, gives = _DATELINE.fullmatch(rows[first].text), _GIVES.search(row.text)
    if head is None or gives is None:
        return None
    last = next((at for at in range(first + 2, min(first + _MOST, len(rows) - 1)) if is_signature(rows[at])), None)
    if last is None:
        return None
    said_of = _from_words(text, row.start, row.text, rows[first].start) or Inside(form=_form(row.start, gives, "form"))
    if said_of.form is None and _WIRED.fullmatch(rows[first + 1].text):
        said_of = said_of._replace(form=Form("telegram", rows[first + 1].start, rows[first + 1].end))
    return first, last + 1, said_of


def _for_another(text: str, rows: Sequence[Row], first: int) -> tuple[int, int, Inside] | None:
    """``desires me to transmit this to Whitlock:``, and below it ``For Whitlock from Hoover. October 27. …``"""
    head = _LINE_FOR.match(rows[first].text)
    if head is None or not _SENDS.search(rows[first - 1].text):
        return None
    who, to = (party_of(text, rows[first].start, head, group) for group in ("who", "to"))
    return (
        (first, first + 1, with_head(text, Inside(who, to, passed="by-post"), rows[first].start + head.end()))
        if who and to
        else None
    )


def _by_its_line(text: str, row: Row, below: Row) -> Inside | None:
    """``Following from Stevens:``, ``he comments as follows:`` over ``December 5, 4 p.m. …``: one paragraph."""
    if _FOLLOWING_FROM.search(row.text) and (found := telegrams_inside.from_words(text, row.start, row.text)):
        known = found.sender is not None and found.sender.entity in ("person", "position")
        if found.form is None and (day := _NUMBERED_DAY.match(below.text)):
            found = found._replace(form=Form("telegram", below.start, below.start + day.end()))
        if known or "ollowing from " in row.text:
            # what is not said to be received may be meant for whoever is telegraphed to
            return found._replace(to_us=found.to_us and " received " in row.text) if known else None
    if match := _SENDS_FOLLOWING.search(row.text):
        who = party_of(text, row.start, match, "who")
        return Inside(who, to_us=True, form=_form(row.start, match, "form")) if who else None
    if match := _FROM_PLACE.search(row.text):
        if not is_place(match["place"]):
            return None
        start = row.start + match.start("place")
        origin = (start, start + len(match["place"]), match["place"])
        return Inside(to_us=True, form=_form(row.start, match, "form"), origin=origin)
    dated = _BY_DAY.match(below.text)
    if dated is None or not _WIRED_SO.search(row.text):
        return None
    form = Form("telegram", below.start + dated.start("day"), below.start + dated.end("day"))
    match = _HE_SAYS.search(row.text)
    who = party_of(text, row.start, match, "who" if match["who"] else "sender") if match else None
    return Inside(who, to_us=who is not None, form=form)
