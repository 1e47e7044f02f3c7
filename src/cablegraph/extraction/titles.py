"""Who writes to whom by a title: ``Ciphered Telegram No. 3777, Filippov [Stalin] to Krasovsky, for Cde. Mao Zedong``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cablegraph.extraction import forms, talks
from cablegraph.extraction.casing import with_small_joints
from cablegraph.extraction.lexicon import BODY, COUNTRIES, GROUP, OFFICE, OFFICE_IN_PROSE
from cablegraph.extraction.names import Party, cased, is_place, parse, parties
from cablegraph.extraction.talks import undated

NUMBER: Final = re.compile(
    r"(?:No|Nr|Num|Number)\.? ?\s?(?P<number>\d[\w./-]*\w|\d)|(?:#|№|N[º°])\s?(?P<other>\d[\w./-]*\w|\d)"
)
_TAIL = re.compile(
    r",?\s+(?:concerning|regarding|about|containing|transmitting|forwarding|requesting|reporting|asking|informing|in (?:reply|response|which|connection)"
    r"|enclosing|relaying|describing|on\s+(?!behalf|[Ss]pecial|[Mm]ission|[Ll]eave|[Bb]oard|[Dd]uty)|with\s+(?:regard|respect|reference)|at\s+the\b|during\b|dated\b|following\b|re:|entitled|summari[sz]ing"
    r"|discussing|commenting|outlining|conveying|suggesting|proposing|explaining|giving|as\s+to)\b"
    r"|,\s*(?:File|Ref(?:erence)?|Dept)\b\.?\s*(?:No\.?|#|№|[\d:])|\s*[\"“”]|,\s*(?:TOP SECRET|SECRET|STRICTLY|CONFIDENTIAL|(?:Very )?Urgent|Regular|Flash|Priority|Immediate)\b|,\s*['‘]|\s+[—–]\s+|,\s*\d{1,2}[:.]\d{2}\b|,\s*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
    re.IGNORECASE,
)
FIELD_OF_OFFICE: Final = (
    r"(?i:(?:the )?(?:(?:external|foreign|internal|home|economic|political|cultural|military|nationalit\w+|asian|african|\w+ern) (?:and \w+ )?(?:affairs|relations|trade|cooperation|policy)"
    r"|affairs|(?:department|ministry) of|war|def[e]n[cs]e|colonies|trade|(?:state|public|national) security|international \w+)\b)"
)
"""What an office is for: ``Secretary of State for External Relations``; nobody a paper is meant for."""
_FOR = re.compile(
    rf",?\s+(?:for\s+(?!{FIELD_OF_OFFICE})(?:(?:transmission|delivery|transmittal|handing over|immediate delivery|forwarding)\s+to\s+)?|(?:with|conveying|containing|passing|transmitting|relaying)\s+(?:an?\s+|the\s+)?"
    r"(?:(?!from)\w+\s+)?(?:message|directive|telegram|letter|instructions?|reply|note)s?\s+(?:for|to)\s+|to be (?:passed|transmitted) (?:on )?to\s+)"
    r"(?=[A-ZÀ-Ž]|the\b|Cde|Com)"
)
_MEANT = re.compile(rf"\s+for\s+(?!{FIELD_OF_OFFICE})(?=[A-ZÀ-Ž])")
_VIA = re.compile(
    r",?\s*\(?\s*\b(?:via|through|by way of|c/o)\s+(?P<via>[^(),;]+)\)?|,?\s*\(for (?P<paren>[A-Z][^()]+)\)"
)
_ORDINAL = re.compile(r"\s*(?:\[\d{1,4}\]|No\. \d{1,4}\.|(?:Document |Doc\. )?\d{1,4}[.:])\s+(?=[A-Z])")
_DATED_LEAD = re.compile(r"(?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4})[,.:]\s+(?=\w)")
_MEDIUM_BEHIND = re.compile(
    r"[.\s]*[—–-]*\s*\[(?:Translation|Extract|Telegram|Paraphrase|Copy|Private|Confidential)[^\]]*\]\.?$"
)
_BARE_NUMBER = re.compile(r",?\s+(?P<number>\d{2,}(?:[./-]\d+)*)(?P<other>)(?=,|\s|$)")
_GRADED_LEAD = re.compile(
    r"(?:\s*,?\s*(?:(?:TOP |STRICTLY |Top |Strictly )?(?:SECRET|Secret|CONFIDENTIAL|Confidential)|URGENT|Urgent|FLASH|Flash|Regular|REGULAR|\d{2,}(?:[./-]\d+)*"
    r"|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}))+\s*,?(?=\s+(?:from|by|to)\b|\s*,)"
)
_TO = re.compile(r"\s+(?:to|TO)\s+")
_PLACE_DATE = re.compile(r",\s*(?P<place>[A-Z][\w .'’-]{2,24}),\s*(?=$|\d|[A-Z][a-z]+ \d)")


@dataclass(slots=True)
class Title:
    """What a title says: form and number with their words, and the parties by role, all with offsets in the text."""

    form: forms.Form | None = None
    number: str = ""
    bare_number: bool = False
    """Whether the number stands without ``No.``: ``TELEGRAM 066.793``."""
    number_span: tuple[int, int] = (0, 0)
    senders: list[Party] = field(default_factory=list)
    addressees: list[Party] = field(default_factory=list)
    relays: list[Party] = field(default_factory=list)
    authors: list[Party] = field(default_factory=list)
    participants: list[Party] = field(default_factory=list)
    origin: tuple[int, int, str] | None = None
    destination: tuple[int, int, str] | None = None


def read(text: str, start: int, end: int) -> Title:
    """Read a title that stands at these offsets of a text."""
    if text[start:end].isupper() and (" TO " in text[start:end] or " BETWEEN " in text[start:end]):
        text = text[:start] + with_small_joints(text[start:end]) + text[end:]
    numbered = _ORDINAL.match(text, start, end)
    start = numbered.end() if numbered else start
    if text[end - 2 : end] in (".]", "].") or text[end - 1] == "]":
        end -= len(medium[0]) if (medium := _MEDIUM_BEHIND.search(text[start:end])) else 0
    if dated := _DATED_LEAD.match(text, start, end):  # "85. 14 July 1951, telegram, Filippov to Mao Zedong"
        start = dated.end()
    words = text[start:end]
    title = Title()
    form = forms.at_head(words)
    late = None if form else forms.anywhere(words)
    before = words[: late.start] if late else ""
    if late and late.start < 40 and re.match(r"\s+(?:by|from)\s", words[late.end :]) and not _PARTED.search(before):
        form, late = late, None  # "Supplementary Speech by Premier Zhou Enlai"
    if found := form or late:
        title.form = forms.Form(found.slug, start + found.start, start + found.end)
    _number(title, words, start, form)
    if recorded := talks.recorded(text, start, end):
        if title.form:
            title.form = title.form._replace(slug="memorandum-of-conversation")
        title.senders.extend(recorded.authors)
        title.participants.extend(recorded.participants)
        return title
    title.authors.extend(talks.diarist(text, start, end))
    if (form and form.slug == "memorandum-of-conversation") or talks.is_talk(words):
        talk = talks.read(text, start, end)
        title.participants.extend(talk.participants)
        title.authors.extend(talk.authors)
        if title.participants or title.authors:
            return title
    if handed := _HANDED.search(words):  # "Memorandum handed to Mr. Wu, Chinese minister, by Mr. Hay"
        roles = {"from": title.senders, "to": title.addressees}
        for group, into in (
            ("to", roles["to"]),
            ("by", roles["from"]),
            ("first", roles["from"]),
            ("then", roles["to"]),
        ):
            if handed[group]:
                low, high = (start + at for at in handed.span(group))
                into.extend(party for party in parties(text, low, undated(text, low, high)) if party.entity != "place")
        if title.senders or title.addressees:
            return title
    if late and late.slug == "decision" and _ABOUT.match(words, late.end):
        body = parse(text, start, start + words.rindex(" ", 0, late.end))  # "Presidium Resolution on Aid to Chile"
        if body and body.entity == "body":
            title.authors.append(body)
            return title
    approved = _APPROVED.search(words) if title.form and title.form.slug == "decision" else None
    if approved:  # "Politburo Decision with Approved Message from Gromyko to Razuvaev"
        _before_form(title, text, start, title.form.start, title.form.end, end)  # type: ignore[union-attr]
        if not title.authors:
            _decided(title, text, start, words)
        whom = start + approved.start("to")
        title.addressees.extend(_named(title, text, whom, undated(text, whom, _tail(text, whom, end)), "destination"))
        return title
    if late and re.match(r"\s+to\s", words[late.end :]):  # "KGB Report to the CC CPSU"
        _before_form(title, text, start, start + late.start, start + late.end, end)
        if title.senders:
            return title
    first = _roles_begin(words, form, title, start)
    _roles(title, text, start + first, end, led=bool(form))
    if late and not title.senders and not title.authors:
        _before_form(title, text, start, start + late.start, start + late.end, end)
    if form and not title.senders and form.slug == "decision":
        _decided(title, text, start, words)
    return title


def _decided(title: Title, text: str, start: int, words: str) -> None:
    """``Soviet Politburo Decision with …``: the body that decided, before the form word."""
    body = re.match(
        r"(?:(?:Extract from )?(?:the )?)((?:Soviet )?(?:VKP\(b\) CC |CC |CPSU CC )?(?:Politburo|Presidium|Council of Ministers)(?: of [^,]+?)?)(?= (?:Decision|Decree|Resolution))",
        words,
    )
    if body and (party := parse(text, start + body.start(1), start + body.end(1))):
        title.authors.append(party)


_GIVEN = r"(?:handed|delivered|given|left|sent|presented|communicated|furnished|read|submitted|transmitted|addressed)"
_HANDED = re.compile(
    rf"\b{_GIVEN} (?:to|with) (?P<to>[A-Z][^;]{{2,80}}?|the [A-Z][^;]{{2,80}}?),? (?:on [A-Z][a-z]+ \d{{1,2}}, \d{{4}},? )?by (?P<by>(?:the )?[A-Z][^;]{{2,70}}?)(?=, (?:on )?[A-Z][a-z]+ \d|\.?$)"
    rf"|\b{_GIVEN} by (?P<first>(?:the )?[A-Z][^;]{{2,80}}?),? to (?P<then>(?:the )?[A-Z][^;]{{2,70}}?)(?=, (?:on )?[A-Z][a-z]+ \d|\.?$)"
)
_ABOUT = re.compile(r"\s+(?:on|about|concerning|regarding)\s")
_APPROVED = re.compile(r"(?i)\b(?:with|and) (?:an? |the )?(?:approved|draft) .*\bto (?P<to>[A-Z].*)")
_SITTING = re.compile(
    r"(?:the )?(?:\w+ )?(?:meeting|session|plenum|plenary session|sitting|conference) (?:of|at) (?:the )?",
    re.IGNORECASE,
)
_FROM_BEHIND = re.compile(r",?\s+from\s+(?=[A-Z]|the\s)")
_PARTED = re.compile(r",|\s(?:to|from|of|for|by|with)\s")
_AUTHORED: Final = ("speech", "minutes", "decision")


def _before_form(title: Title, text: str, start: int, form_start: int, form_end: int, end: int) -> None:
    """``Hungarian Embassy in North Korea, Report`` and ``Soviet Foreign Ministry telegram to Malik``: who, then what."""
    before = text[start:form_start].rstrip(" ,'\"“‘")
    found = _named(title, text, start, start + len(before), "origin") if before else []
    if len(found) != 1 or (found[0].entity == "person" and not text[start + len(before) : form_start].startswith(",")):
        return
    (title.authors if title.form and title.form.slug in _AUTHORED else title.senders).extend(found)
    if not title.addressees and (to := re.compile(r"\s+to\s+").match(text, form_end, end)):
        _to_part(title, text, to.start(), to.end(), end)


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


def _roles_begin(words: str, form: forms.Form | None, title: Title, start: int) -> int:
    first = form.end if form else 0
    number = NUMBER.match(words, first + len(words[first:]) - len(words[first:].lstrip(" ,")))
    if number:
        first = number.end()
    elif counted := re.compile(r"\s*\d+(?=\s+(?:of|from)\b)").match(words, first):
        first = counted.end()  # "Protocol No. 65 of CPSU CC Presidium Session"
    return first


def _roles(title: Title, text: str, start: int, end: int, *, led: bool) -> None:
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
    lead = re.match(r"[\s,:.–—-]*(?:(?P<word>from|by|of|to|for|From|By|To|For|FROM|TO|FOR|addressed to)\s+)?", words)
    word = (lead["word"] or "").lower() if lead else ""
    start += lead.end() if lead else 0
    if via := _VIA.search(text, start, end):
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


_FOR_WHOM = re.compile(rf"\s*for (?!{FIELD_OF_OFFICE}|(?:the )?(?i:files?|records?)\b)(?=the [A-Z]|[A-ZÀ-Ž])")


def _for_whom(title: Title, text: str, start: int, end: int) -> None:
    """``Memorandum for Rear-Admiral Lynch``"""
    led = _FOR_WHOM.match(text, start, end)
    if led and title.form and title.form.slug in ("memorandum", "note", "report"):
        stop = undated(text, led.end(), _tail(text, led.end(), end))
        title.addressees.extend(
            one for one in parties(text, led.end(), stop) if one.entity in ("person", "position") and not one.place
        )


def _later(title: Title, text: str, start: int, end: int) -> None:
    if to := re.compile(r",?\s+to\s+").match(text, start, end):
        _to_part(title, text, to.start(), to.end(), end)
        return
    if match := _FOR.match(text, start, end):
        stop = _tail(text, match.end(), end)
        title.addressees.extend(
            party.at(_skip_blank(text, match.start()), party.end) for party in parties(text, match.end(), stop)
        )


def _split_to(title: Title, text: str, start: int, end: int, word: str, led: bool) -> None:
    if word in ("to", "for", "addressed to"):
        _to_part(title, text, start, start, end)
        return
    cut = best_split(text, start, end)
    if cut is None:
        stop = _tail(text, start, end)
        if not led and not word:
            return
        place = _PLACE_DATE.search(text, start, end)
        if place and _placelike(place["place"]):
            title.origin = (place.start("place"), place.end("place"), place["place"])
        if title.form and title.form.slug in _AUTHORED and (sitting := _SITTING.match(text, start, stop)):
            start = sitting.end()
        if word == "by" and (meant := _MEANT.search(text, start, stop)):  # "Memorandum by A. Bell for C. Dahl"
            readers = [one for one in parties(text, meant.end(), stop) if one.entity == "person"]
            title.addressees.extend(readers)
            stop = meant.start() if readers else stop
        found = _named(title, text, start, undated(text, start, stop), "origin")
        if word in ("by", "of") or (title.form and title.form.slug in ("speech", "minutes", "decision")):
            title.authors.extend(found)
        elif word == "from" or (found and led and found[0].entity == "person" and text[start - 2 : start].strip(" ")):
            title.senders.extend(found)
        return
    place = re.compile(r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),\s+").match(text, start, cut[0])
    if place and is_place(place["place"]):
        title.origin = (place.start("place"), place.end("place"), cased(place["place"]))
        start = place.end()
    title.senders.extend(_named(title, text, start, cut[0], "origin"))
    _to_part(title, text, cut[0], cut[1], end)


def _to_part(title: Title, text: str, words_from: int, start: int, end: int) -> None:
    stop = _tail(text, start, end)
    place = _PLACE_DATE.search(text, start, min(end, stop + 30))
    if place and _placelike(place["place"]) and title.origin is None:
        title.origin = (place.start("place"), place.end("place"), place["place"])
        stop = min(stop, place.start())
    match = _FOR.search(text, start, end)
    if match and match.start() <= stop:
        stop = _tail(text, match.end(), end)
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
        writers = _named(title, text, by.end(), undated(text, by.end(), stop), "origin")
        if writers and not title.senders:
            title.senders.extend(writers)
            stop = by.start()
    found = _named(title, text, start, undated(text, start, stop), "destination")
    title.addressees.extend(found)


def _placelike(words: str) -> bool:
    """What stands between the parties of a title and its date is where it was written, listed or not."""
    return is_place(words) or bool(
        re.fullmatch(r"[A-Z][a-zà-ž’'-]{3,}", words) and not OFFICE.search(words) and not BODY.search(words)
    )


def _skip_blank(text: str, at: int) -> int:
    while text[at] in " ,\n":
        at += 1
    return at


def _tail(text: str, start: int, end: int) -> int:
    """Where the parties of a title end and its subject, date or classification begins."""
    match = _TAIL.search(text, start, end)
    return match.start() if match else end


def _named(title: Title, text: str, start: int, end: int, role: str) -> list[Party]:
    """The parties of a phrase; a place alone is where the paper comes from or goes to."""
    found = parties(text, start, undated(text, start, end))
    named: list[Party] = []
    for party in found:
        spot = (party.start, party.end, party.name) if party.entity == "place" else None
        if spot is None and party.place and party.place in text[party.start : party.end + len(party.place) + 4]:
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
            named.append(party)
    return named


_LOCATED = re.compile(
    r"(?:Embassy|Legation|Consulate(?: General)?|Ambassador|EMBASSY|Mission|Zhdanov|\w+) (?:in|at|IN|AT) (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)


_QUOTED = re.compile(r",\s*['\"“‘](?=[A-Z])")


def best_split(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The ``to`` between the two parties of ``the Chairman of the Commission to Russia (Stevens) to the Secretary``."""
    best: tuple[float, int, int] | None = None
    if subject := _QUOTED.search(text, start, end):  # "…, 'Report on the Visit to Kiev'"
        end = subject.start()
    for match in _TO.finditer(text, start, end):
        left, right = text[start : match.start()], text[match.end() : end]
        if left.count("(") > left.count(")") or left.count("[") > left.count("]"):
            continue
        if best and left.endswith(
            (" and", ", and")
        ):  # "to the Ambassadors in France and Italy, and to the Minister in Belgium"
            continue
        score = _left_score(left) + _right_score(right)
        if " to " in right and _ACCREDITED.search(left):
            score -= 1.5  # "Permanent Mission of Hungary to the Agency to the Foreign Ministry"
        if best is None or score > best[0]:
            best = (score, match.start(), match.end())
    if best is None or best[0] < 1:
        return None
    return best[1], best[2]


_ACCREDITED = re.compile(r"\b(?:Mission|Delegation|Representation|Representative|Observer) of (?:the )?[\w’' ]{3,40}$")
_HONORIFIC = re.compile(
    r"(?:Mr|Messrs|Mrs|Dr|Sir|Count|Baron|Earl|Lord|General|Gen|Admiral|Captain|Colonel|Comrade|Cde|President|Prince|Señor|Chairman|Premier|Marshal|M\.|Ambassador|Secretary|Minister|Consul|Chargé)\b"
)


@lru_cache(maxsize=4096)
def _left_score(left: str) -> float:
    left = left.strip()
    if not left:
        return -3
    score = 1.0 if re.search(r"[)\]]$", left) else 0.0
    named = parties(left, 0, len(left)) if len(left) < 160 else None
    if named:
        score += 1
    if (
        re.search(
            r"(?:Minister|Ambassador|Envoy|Chargé|Consul|Mission|Delegate|Commissioner|Representative)$",
            left,
            re.IGNORECASE,
        )
        and not left.isupper()
    ):
        score -= 1.5  # "the Minister to" the Netherlands
    return score


@lru_cache(maxsize=4096)
def _right_score(right: str) -> float:
    head = re.split(r",|\s+(?:for|on|via|concerning|regarding)\s", right, maxsplit=1)[0][:90]
    if re.match(r"(?:the|The) (?:Marquis|Count|Baron|Duke|Prince|Earl|Viscount|Chevalier)\b", head):
        return 3.0
    if GROUP.search(head.split(" of ")[0]):
        return 3.0  # "certain diplomatic officers of the United States"
    if re.match(r"(?:the|The|all|certain|American)\s", head):
        before_paren = head.split("(")[0]
        first_to = re.split(r"\s(?:to|in|at|of|for)\s", before_paren)[0]
        office = OFFICE.search(first_to) or BODY.search(first_to) or OFFICE_IN_PROSE.fullmatch(first_to)
        return 3.0 if office else -1.0
    if _HONORIFIC.match(head):
        return 3.0
    before_to = head.split(" to ")[0]
    named = parties(before_to, 0, len(before_to))
    if not named:
        return -2.0
    return {"person": 2.0, "position": 2.5, "body": 2.5, "group": 2.5, "place": 0.8}[named[0].entity]
