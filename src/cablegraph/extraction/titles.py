"""Who writes to whom by a title: ``Ciphered Telegram No. 3777, Filippov [Stalin] to Krasovsky, for Cde. Mao Zedong``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.extraction import forms, proclamations, talks
from cablegraph.extraction.casing import with_small_joints
from cablegraph.extraction.lexicon import MONTH
from cablegraph.extraction.names import parse, parties
from cablegraph.extraction.talks import undated
from cablegraph.extraction.title import Title
from cablegraph.extraction.title_roles import AUTHORED, named_parties, read_roles, subject_begins
from cablegraph.patterns import compiled

NUMBER: Final = compiled(
    r"(?:No|Nr|Num|Number)\.? ?\s?(?P<number>(?:[A-ZП]{1,3}[/-]?)?\d[\w./-]*\w|\d)|(?:#|№|N[º°])\s?(?P<other>(?:[A-ZП]{1,3}[/-]?)?\d[\w./-]*\w|\d)"
)
_ORDINAL = compiled(r"\s*(?:\[\d{1,4}\]|No\. \d{1,4}\.|(?:Document |Doc\. )?\d{1,4}[.:])\s+(?=[A-Z])")
_DATED_LEAD = compiled(r"(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})[,.:]\s+(?=\w)")
_MEDIUM_BEHIND = compiled(
    r"[.\s]*[—–-]*\s*(?:\[(?:Translation|Extract|Telegram|Paraphrase|Copy|Private|Confidential|Circular)[^\]]*\]|\((?:Translation|Extract|Telegram|Paraphrase|Copy|Private|Confidential|Circular)[^)]*\))\.?$"
)
_BARE_NUMBER = compiled(rf",?\s+(?P<number>\d{{2,}}(?:[./-]\d+)*)(?P<other>)(?=,|\s|$)(?!\s(?:{MONTH})\b)")


def read(text: str, start: int, end: int) -> Title:
    """Read a title that stands at these offsets of a text."""
    if text[start:end].isupper() and (" TO " in text[start:end] or " BETWEEN " in text[start:end]):
        text = text[:start] + with_small_joints(text[start:end]) + text[end:]
    numbered = _ORDINAL.match(text, start, end)
    start = numbered.end() if numbered else start
    medium = _MEDIUM_BEHIND.search(text[start:end]) if text[end - 2 : end].strip(".")[-1:] in ("]", ")") else None
    behind = forms.anywhere(medium[0]) if medium else None
    end -= len(medium[0]) if medium else 0
    if dated := _DATED_LEAD.match(text, start, end):  # "85. 14 July 1951, telegram, Filippov to Mao Zedong"
        start = dated.end()
    about = _SUBJECT.search(text, start, end)
    if about and (" to " in text[start : about.start()] or _LED_FORM.match(text[start : about.start()])):
        end = about.start()  # "… Powell to J. S. Wall, 'Prime Minister's Meeting with President Gorbachev'"
    words = text[start:end]
    title = Title()
    form = forms.at_head(words)
    late = None if form else forms.anywhere(words)
    before = words[: late.start] if late else ""
    if late and late.start < 40 and re.match(r"\s+(?:by|from)\s", words[late.end :]) and not _PARTED.search(before):
        form, late = late, None  # "Supplementary Speech by Premier Zhou Enlai"
    if found := form or late:
        title.form = forms.Form(found.slug, start + found.start, start + found.end)
    elif behind:  # "The minister to the governors.—(Circular.)"
        title.form = forms.Form(behind.slug, end + behind.start, end + behind.end)
    _number(title, words, start, form)
    if issued := proclamations.read(text, start, end):
        title.senders.append(issued.by)
        title.addressees.append(issued.to)
        return title
    recorded = talks.recorded(text, start, end)
    sent = _sent(words, form) if recorded or talks.is_talk(words) else None
    if recorded and sent is None:
        if title.form and not recorded.met:
            title.form = title.form._replace(slug="memorandum-of-conversation")
        title.senders.extend(recorded.authors)
        title.participants.extend(recorded.participants)
        _of_body(title, text, start, end)
        return title
    if found and found.slug == "speech":
        title.origin = talks.held_at(text, start, end)
    title.authors.extend(talks.diarist(text, start, end))
    if late and words[: late.start].rstrip().endswith(",") and _FROM_TO.match(words, 0, late.start):
        read_roles(title, text, start, start + len(words[: late.start].rstrip(" ,")), led=False)
        if title.senders:  # "Anastas Mikoyan to the CC VKP(b), Report on the Talks with Mao Zedong"
            return title
    if sent is not None:
        end = start + sent
    elif (form and form.slug == "memorandum-of-conversation") or talks.is_talk(words):
        title.origin = talks.held_at(text, start, end)
        talk = talks.read(text, start, end)
        title.participants.extend(talk.participants)
        title.authors.extend(talk.authors)
        if title.form and talks.is_joined(words):
            title.form = title.form._replace(slug="memorandum-of-conversation")
        _of_body(title, text, start, end)
        if title.participants or title.authors:
            return title
    if form and form.slug in ("minutes", "memorandum-of-conversation") and (met := _BOTH.match(words, form.end)):
        title.participants.extend(one for one in parties(text, start + met.end(), end) if one.entity == "person")
        if len(title.participants) > 1:
            return title  # "Minutes of Conversation, I. V. Stalin and Zhou Enlai"
        title.participants.clear()
    if _handed(title, text, start, words) or _of_decision(title, text, start, end, late):
        return title
    if late and re.match(r"\s+to\s", words[late.end :]):  # "KGB Report to the CC CPSU"
        _before_form(title, text, start, start + late.start, start + late.end, end)
        if title.senders:
            return title
    first = _roles_begin(words, form, title, start)
    read_roles(title, text, start + first, end, led=bool(form))
    if late and not title.senders and not title.authors:
        _before_form(title, text, start, start + late.start, start + late.end, end)
    if form and not title.senders and form.slug == "decision":
        _decided(title, text, start, words)
    return title


_SUBJECT = compiled(r",?\s+(?:['‘].*['’]|[\"“].*[\"”])[.\s]*$")
_BOTH = compiled(r"[,:]\s+(?=(?:[A-ZÀ-Ž][\w’'.-]*\s){1,4}(?:and|–|—|-)\s[A-ZÀ-Ž])")
_LED_FORM = compiled(
    r"(?i:(?:[\w-]+ ){0,2}(?:cable|telegram|letter|airgram|despatch|dispatch|ciphergram))(?: No\.? ?[\w./-]+)?,? (?:from|by) "
)
"""``Telegram from the Chinese Embassy in Romania, 'Meeting between …'``: what stands in quotation marks is its subject."""
_SENT_FORMS = frozenset({"telegram", "ciphered-telegram", "letter", "note", "circular", "instruction", "despatch"})
_SENT = compiled(r"(?:,| from| of| by)? (?:the )?[^\W\d_a-z][^;]*? to (?:the )?[^\W\d_a-z]")
_SPOKEN = compiled(r" (?:by|of) (?:the )?[^\W\d_a-z]")
_OF_MATTER = compiled(r",? (?:on|about|concerning|regarding|re|after|following|during|at)\b")


def _sent(words: str, form: forms.Form | None) -> int | None:
    """Where the parties end in a title that says who sends to whom, be it about talks or not; None where none says it.

    ``Note, Gomułka to Cyrankiewicz on the Talks with Tito``, ``Speech by Gheorghiu-Dej at a Meeting with Guests``.
    """
    if form is None:
        return None
    if form.slug == "speech":
        led = _SPOKEN.match(words, form.end)
    else:
        led = _SENT.match(words, form.end) if form.slug in _SENT_FORMS else None
    matter = _OF_MATTER.search(words, led.end()) if led else None
    if led is None or _OF_MATTER.search(words, form.end, led.end()):
        return None
    return matter.start() if matter else len(words)


_FROM_TO = compiled(r"[A-ZÀ-Ž].*\sto\s")


_BODY_THEN = compiled(r"(?P<who>(?![^,]* (?:from|by) )[A-Z][^'‘’\"“,]{2,90}), (?:[A-Z][a-z]+, )?['‘\"“]\w")


def _of_body(title: Title, text: str, start: int, end: int) -> None:
    """``Mongolian Ministry of Foreign Affairs, 'Report on Meeting with …'``: the body whose paper it is."""
    led = _BODY_THEN.match(text, start, end)
    party = parse(text, *led.span("who")) if led and not (title.senders or title.authors) else None
    if party is not None and party.entity == "body":
        title.authors.append(party)


def _handed(title: Title, text: str, start: int, words: str) -> bool:
    """``Memorandum handed to Mr. Wu, Chinese minister, by Mr. Hay``"""
    handed = _HANDED.search(words)
    if handed is None:
        return False
    for group, into in (
        ("to", title.addressees), ("by", title.senders), ("first", title.senders), ("then", title.addressees),
    ):  # fmt: skip
        if handed[group]:
            low, high = (start + at for at in handed.span(group))
            into.extend(party for party in parties(text, low, undated(text, low, high)) if party.entity != "place")
    return bool(title.senders or title.addressees)


def _of_decision(title: Title, text: str, start: int, end: int, late: forms.Form | None) -> bool:
    """``Presidium Resolution on Aid to Chile``, ``Politburo Decision with Approved Message from Gromyko to Razuvaev``"""
    words = text[start:end]
    if late and late.slug == "decision" and _ABOUT.match(words, late.end):
        body = parse(text, start, start + words.rindex(" ", 0, late.end))
        if body and body.entity == "body":
            title.authors.append(body)
            return True
    form = title.form
    approved = _APPROVED.search(words) if form and form.slug == "decision" else None
    if form is None or approved is None:
        return False
    _before_form(title, text, start, form.start, form.end, end)
    if not title.authors:
        _decided(title, text, start, words)
    whom = start + approved.start("to")
    stop = undated(text, whom, subject_begins(text, whom, end))
    title.addressees.extend(named_parties(title, text, whom, stop, "destination"))
    return True


def _decided(title: Title, text: str, start: int, words: str) -> None:
    """``Soviet Politburo Decision with …``: the body that decided, before the form word."""
    body = re.match(
        r"(?:(?:Extract from )?(?:the )?)((?:Soviet )?(?:VKP\(b\) CC |CC |CPSU CC )?(?:Politburo|Presidium|Council of Ministers)(?: of [^,]+?)?)(?= (?i:decision|decree|resolution))",
        words,
    )
    if body and (party := parse(text, start + body.start(1), start + body.end(1))):
        title.authors.append(party)


_GIVEN = r"(?i:handed|delivered|given|left|sent|presented|communicated|furnished|read|submitted|transmitted|addressed)"
_HANDED = compiled(
    rf"\b{_GIVEN} (?i:to|with) (?P<to>[A-Z][^;]{{2,80}}?|the [A-Z][^;]{{2,80}}?),? (?:on [A-Z][a-z]+ \d{{1,2}}, \d{{4}},? )?[Bb]y (?P<by>(?:the )?[A-Z][^;]{{2,70}}?)(?=, (?:on )?[A-Z][a-z]+ \d|\.?$)"
    rf"|\b{_GIVEN} [Bb]y (?P<first>(?:the )?[A-Z][^;]{{2,80}}?),? [Tt]o (?P<then>(?:the )?[A-Z][^;]{{2,70}}?)(?=, (?:on )?[A-Z][a-z]+ \d|\.?$)"
)
_ABOUT = compiled(r"\s+(?:on|about|concerning|regarding)\s")
_APPROVED = compiled(r"(?i)\b(?:with|and) (?:an? |the )?(?:approved|draft) .*\bto (?P<to>[A-Z].*)")
_SAT = compiled(
    r"(?i)(?:politburo|presidium|secretariat|central committee)(?=\s(?:decisions?|decrees?|resolutions?)\b)"
)
_PARTED = compiled(r",|\s(?:to|from|of|for|by|with)\s")


_GOES = compiled(r"\s+to\s+(?:the )?[A-ZÀ-Ž]")
_MANNER = compiled(
    r" (?:(?:Telephone|Oral|Verbal|Personal|Secret|Handwritten|Coded|Ciphered|Urgent|Private|Written|Circular|Reply) ?)+$"
)


def _before_form(title: Title, text: str, start: int, form_start: int, form_end: int, end: int) -> None:
    """``Hungarian Embassy in North Korea, Report`` and ``Soviet Foreign Ministry telegram to Malik``: who, then what."""
    if sat := _SAT.match(text, form_start, form_end):  # of "Party Politburo Decision" the Politburo decides
        form_start = sat.end()
    before = text[start:form_start].rstrip(" ,'\"“‘")
    manner = _MANNER.search(before)  # "Zhou Enlai Telephone Message to Kim Il Sung"
    before = before[: manner.start()] if manner else before
    owned = before.endswith(("'s", "’s"))  # "Mao Zedong's Cable to Stalin"
    before = before[:-2] if owned else before
    found = named_parties(title, text, start, start + len(before), "origin") if before else []
    behind = text[start + len(before) : form_start]
    goes = _GOES.match(text, form_end, end) is not None and (" " in before or manner is not None)
    if len(found) != 1 or (found[0].entity == "person" and not (owned or behind.startswith(",") or goes)):
        return
    (title.authors if title.form and title.form.slug in AUTHORED else title.senders).extend(found)
    if not title.addressees and compiled(r"\s+to\s+").match(text, form_end, end):
        read_roles(title, text, form_end, end, led=True)


def _number(title: Title, words: str, start: int, form: forms.Form | None) -> None:
    match = NUMBER.search(words)
    if not match and form:
        match = _BARE_NUMBER.match(words, form.end)
        title.bare_number = bool(match)
    if not match:
        return
    title.number = match["number"] or match["other"]
    first = match.start()
    if (form and not words[form.end : first].strip(" ,.")) or (form and words[form.end : first].strip() == ""):
        first = form.start
    title.number_span = (start + first, start + match.end())


_EXCERPT = compiled(r"\s*\((?:[Ee]xcerpts?|[Ee]xtracts?|EXCERPTS?)\)")
_COUNTED = compiled(r"\s*\d+(?=\s+(?:of|from)\b)")


def _roles_begin(words: str, form: forms.Form | None, title: Title, start: int) -> int:
    first = form.end if form else 0
    number = NUMBER.match(words, first + len(words[first:]) - len(words[first:].lstrip(" ,")))
    if number:
        first = number.end()
    elif excerpt := _EXCERPT.match(words, first):
        first = excerpt.end()
    elif counted := _COUNTED.match(words, first):
        first = counted.end()  # "Protocol No. 65 of CPSU CC Presidium Session"
    return first
