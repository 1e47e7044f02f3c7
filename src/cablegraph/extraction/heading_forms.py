"""Lines of a heading that say what the paper is: ``TELEGRAM No. 318``, ``NOTE`` and, below it, ``on a conversation with …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph import dates
from cablegraph.extraction import address_labels, forms, talks, titles
from cablegraph.extraction.datelines import find
from cablegraph.extraction.grades import grades
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.letterheads import LOCATED
from cablegraph.extraction.lexicon import DATE_LIKE
from cablegraph.extraction.names import cased, is_place, parse, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_NUMBERS: Final = (
    titles.NUMBER,
    compiled(r"第\s?(?P<number>\d[\d/-]*)(?P<other>)\s?[号號]"),
    compiled(r"(?P<number>\d[\d./-]*)(?P<other>)$"),
    compiled(r"(?P<number>[A-Z]\.? ?\d+/\d{2,4})(?P<other>)(?: [\"“][A-Z][\"”])?$"),  # NOTE P. 114/83 "S"
)
_BETWEEN_TOWNS = compiled(r"from [A-ZÀ-Ž][\w’' -]{2,24} to (?P<to>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)[.,]?")
"""``Telegram from Washington to Bucharest``"""
_WIDE_WORD = compiled(r"(?:[A-Za-z] ){3,}[A-Za-z]")
"""``N o t e``"""
_WIDE_WORDS = compiled(r"(?:(?:[A-Za-z] ){3,}[A-Za-z]\s{2,})+(?:[A-Za-z] ){3,}[A-Za-z]")
"""``I n c o m i n g   c i p h e r``"""
_BEHIND_WIDE = compiled(r"\s+(?i:no|nr|n[º°]|№)\.?\s?(?P<number>\d[\d/.-]*\d|\d)\.?$")
_CIPHERED = compiled(
    r"(?i)(?:message |telegram |sent )?(?:ciphered|enciphered|encrypted|encoded|coded|in (?:cipher|cypher|code)|by (?:cipher|cypher)|cifrado|chiffr[ée]|szyfrem|šifrou|rejtjelezett|chiffriert)\W*"
)
"""``CIPHERED – VERY URGENT``: how a telegram goes, with or without its grades behind it."""


def ciphered(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line of a telegram's head that says that it went in cipher, and how urgent and how secret it is."""
    word = _CIPHERED.match(row.text) if len(row.text) < 70 else None
    found = grades(text, row.start + word.end(), row.end) if word else []
    rest = row.text[word.end() :] if word else ""
    for grade in found:
        rest = rest.replace(text[grade.start : grade.end], "", 1)
    if word is None or any(char.isalpha() for char in re.sub(r"(?i)\b(?:and|telegram|cable|message)\b", "", rest)):
        return False
    heading.grades.extend(found)
    if heading.form is None or heading.form.slug == "telegram":
        heading.form = forms.Form("ciphered-telegram", row.start, row.start + len(word[0].rstrip(" .,;:–—-")))
    return True


_TELLS_OF = compiled(
    r" (?:just |this day |to-?day |now )?(?:received|arrived|(?:from|of|by) [^.;]{3,70}?) (?:(?:to-?day|yesterday|just) )?(?:reports?|says?|states?|announces?|shows?|confirms?|indicates?|telegraphs|tells?|advises?|represents?|informs?|asks?|complains?|gives?|makes?|leaves?)\b"
)
"""``Despatches from Consul Lee report rioting.``: a sentence, and no name of the paper."""


def formed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``TELEGRAM No. 318``; where no page gives a title, also ``Letter of Envoy Radeva to Minister Lukov``."""
    behind = _BEHIND_WIDE.search(row.text) if row.text[1:2] == " " else None
    spaced = row.text[: behind.start()] if behind else row.text
    if _WIDE_WORD.fullmatch(spaced) or _WIDE_WORDS.fullmatch(spaced):
        wide = forms.at_head(re.sub(r"\s+", " ", re.sub(r"(?<=\w) (?=\w)", "", spaced)))
        heading.form = heading.form or (forms.Form(wide.slug, row.start, row.start + len(spaced)) if wide else None)
        if wide and behind and not heading.number:
            heading.number, heading.number_span = behind["number"], (row.start, row.start + behind.end("number"))
        return wide is not None
    form = forms.at_head(row.text)
    if form and row.text.endswith(".") and (_SAYS.search(row.text) or _TELLS_OF.match(row.text, form.end)):
        return False  # "The report of Engineer Petkov will be sent to you."
    if form and heading.origin and heading.addressees and _TALK_ITSELF.match(row.text, form.start, form.end):
        return len(row.text) < 140  # "Meeting with Boutros-Ghali": what a telegram tells of
    if not form or (len(row.text) > 140 and not (form.slug == "memorandum-of-conversation" and not titled)):
        return False
    rest = row.text[form.end :].strip()
    at = form.end + len(row.text[form.end :]) - len(row.text[form.end :].lstrip(" ,:"))
    at = lettered.end() if (lettered := _LETTER.match(row.text, at)) else at
    number = next((found for pattern in _NUMBERS if (found := pattern.match(row.text, at))), None)
    after = row.text[number.end() :].strip(" .,]") if number else rest.strip(" .,:")
    led = re.match(r"(?i:from|to|of|by|on|for|with|between|about|concerning|regarding)\b|,", rest)
    led = led or _BETWEEN.search(row.text, form.start, form.end)
    if not led and rest[:1] in (":", "."):
        led = _MET_AT.search(row.text, form.end)
    routed = form.slug.startswith("ciphered") or _CAME_OR_WENT.fullmatch(rest)
    if len(after) > 2 and not number and not led and not routed:
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
    if titled and form.slug in ("memorandum-of-conversation", "minutes") and rest.startswith(("with ", "between ")):
        heading.participants.extend(titles.read(text, row.start, row.end).participants)
    if titled and rest.startswith("from ") and heading.origin is None and (post := LOCATED.search(row.text)):
        low, high = (row.start + at for at in post.span(1))
        heading.origin = (low, high, cased(post[1])) if is_place(post[1]) else None
    if (towns := _BETWEEN_TOWNS.fullmatch(rest)) and is_place(towns["to"]) and heading.destination is None:
        first = row.start + len(row.text) - len(row.text[form.end :].lstrip())
        heading.destination = (first + towns.start("to"), first + towns.end("to"), cased(towns["to"]))
    if heading.origin is None and (met := _MET_AT.search(row.text, form.end)) and is_place(met["place"]):
        heading.origin = (row.start + met.start("place"), row.start + met.end("place"), cased(met["place"]))
    heading.dates.extend(find(text, row.start, row.end, order, "sent"))
    heading.latest = forms.Form(form.slug, row.start + form.start, row.start + form.end)
    if heading.form is None or (heading.form.slug, form.slug) == ("telegram", "ciphered-telegram"):
        heading.form = forms.Form(form.slug, row.start + form.start, row.start + form.end)
    if titled and form.slug in ("memorandum", "note", "report") and (whom := _FOR_WHOM.match(row.text, form.end)):
        readers = parties(text, row.start + whom.end(), row.end)
        heading.addressees.extend([one for one in readers if one.entity in ("person", "position")][:1])
    if _LABEL_BEHIND.match(rest) and not number:  # "MEMORANDUM FOR: THE PRESIDENT"
        address_labels.labelled(heading, text, Row(row.start + at, row.end, row.text[at:]), order, titled)
    if number and not heading.number:
        heading.number = number["number"] or number["other"]
        heading.number_span = (row.start + form.start, row.start + number.end())
    return True


_TALK_ITSELF = compiled(r"(?i)(?:conversation|talks?|meeting|interview|discussions?|negotiations|dialogue)\b")
_MET_AT = compiled(
    rf"[.,:] (?P<place>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?), (?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?i:{DATE_LIKE.pattern})"
)
"""``Record of conversation. Moscow, 1 November 1989``"""
_LETTER = compiled(r"[\"“„«][A-ZА-Я]{1,2}[\"”“»]\s+(?=(?i:no|nr|№))")
"""``DECISION "A" No. 208``: the series in which a body counts it."""
_CAME_OR_WENT = compiled(
    r"(?i)(?:[aà] l[’']arriv[ée]e|au d[ée]part|arriv[ée]e|d[ée]part|de (?:salida|entrada)|received|sent|dispatched|despatched|incoming|outgoing)"
)
"""``CODED TELEGRAM RECEIVED``"""
_RECORD = compiled(
    r"(?i)(?:(?:short|summary|verbatim|stenographic|abridged|official) )?(?:record|transcript|zapisnik|account)s?"
)
_OF_A_TALK = compiled(
    r"\s*\n\s*(?i:of|on|about|from) (?:an? |the |his |our )?(?:[\w-]+ ){0,2}?(?i:conversations?|talks?|discussions?|negotiations?) (?i:of|between|with|held|that)\b"
)
_BETWEEN = compiled(r" (?:between|with|of)$", re.IGNORECASE)
_FOR_WHOM = compiled(r" (?:FOR|For) (?!(?i:the )?(?i:files?|records?)\b)(?=(?:THE |The |the )?[A-Z])")
"""``MEMORANDUM FOR THE MINISTER``"""
_LABEL_BEHIND = compiled(r"(?i:for|to|from)\s*:\s*\S")
_SAYS = compiled(r"\b(?:will|shall|was|were|has been|have been|is being|are being)\b")
_OF_A_BODY = compiled(
    r"(?i)(?:of|by) (?:the )?(?:(?:\d+(?:st|nd|rd|th) )?(?:meeting|session|sitting|plenum) of (?:the )?)?(?=[A-Z])"
)
_DAY_BEHIND = compiled(rf",? (?:(?:held )?(?:of|on) )?(?:the )?{DATE_LIKE.pattern}\W*$")
"""``of the meeting of the Presidium, 21 August 1968``"""
_NEXT_ROW = compiled(r"[^\n]*\n\s*")
"""From a form word to the head of the next line."""
_OF_WITH = compiled(r"(?i:of|between) (?P<ours>(?:Comrade |Cde\.? )?[A-Z].{2,80}?) (?i:with) (?P<theirs>.{3,240})")
"""``RECORD OF CONVERSATION`` and, below it, ``of A. I. Mikoyan with F. Castro, O. Dorticos``."""
_ABOUT_TALK = compiled(
    r"(?:on|of|about|regarding|from) (?:an? |the |his |Comrade )?[^.]{0,60}?\b(?:[Cc]onversation|[Tt]alks?|[Mm]eeting|[Ii]nterview)s? (?:with|between|of) .{3,140}|of [^.]{3,60} with .{3,140}"
)


def talked(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """``NOTE`` and, on the next line, ``on a conversation with the Ambassador of the PRC``."""
    if _RECORD.fullmatch(row.text) and _OF_A_TALK.match(text, row.end):
        heading.form = heading.form or forms.Form("memorandum-of-conversation", row.start, row.end)
        return True
    above = heading.latest or heading.form
    if above and above.slug in ("decision", "minutes", "report") and _NEXT_ROW.fullmatch(text, above.end, row.start):
        led = _OF_A_BODY.match(row.text)
        day = _DAY_BEHIND.search(row.text) if led else None
        party = parse(text, row.start + led.end(), row.start + day.start() if day else row.end) if led else None
        if party and party.entity == "body":
            heading.recorders.append(party)
            heading.dates.extend(find(text, row.start + day.start(), row.end, order, "sent") if day else [])
            return True
    if (
        above
        and above.slug in ("memorandum-of-conversation", "minutes")
        and _NEXT_ROW.fullmatch(text, above.end, row.start)
    ):
        if of := _OF_WITH.fullmatch(row.text):
            sides = [(row.start + of.start(side), row.start + of.end(side)) for side in ("ours", "theirs")]
            heading.participants.extend(one for side in sides for one in parties(text, *side) if one.entity == "person")
            return bool(heading.participants)
        met = re.match(r"(?i)(?:with|between) ", row.text)
        if met and (not heading.participants or row.text[:4].lower() == "with"):
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
