"""Papers that somebody is to pass on or passes on for another: ``Please forward the following to Berg, Aden: “…”``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from cablegraph.extraction import forms
from cablegraph.extraction.forms import Form
from cablegraph.extraction.lexicon import DAY, MONTH
from cablegraph.extraction.names import Party, cased, is_place
from cablegraph.extraction.telegrams_inside import Inside, party_of
from cablegraph.patterns import compiled

_BEGIN: Final = r"(?:^|[.:;!?] |\n|\b[Pp]lease |\b[Kk]indly |\byou (?:will|may|should|are to) (?:please )?)"
_NAME: Final = r"(?:[^:.;\"“”\n]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bGen)\.|(?<=\b[A-Z])\.)"
_PASS: Final = r"(?i:forward|transmit|repeat|send|telegraph|cable|wire|deliver|communicate|convey|pass|relay)(?: on)?"
_THIS: Final = (
    r"(?:the following|following|this)(?: (?P<form>telegram|cable|message|letter|note))?(?: in (?:cipher|code))?"
)
_TO: Final = rf"(?P<to>(?:the )?[A-Z]{_NAME}{{1,100}}?)"
_HOW: Final = r"(?:,? (?:and )?(?:personally|orally|verbally|in person|in writing|by hand|at once|immediately|forthwith|without delay|as soon as possible|confidentially|by (?:wire|telegraph|cable|courier)))*"
_FORWARD = compiled(
    rf"{_BEGIN}(?:{_PASS}|(?i:hand|present|submit|give)) {_THIS}(?:,? from (?P<who>(?:the )?[A-Z](?:(?! to ){_NAME}){{2,70}}?))?,? (?:to|for) {_TO}{_HOW}:\s*$"
)
"""``Forward the following to Maynard at Constantinople, whom the direct wire no longer reaches:``"""
_FORWARD_TO = compiled(rf"{_BEGIN}{_PASS} (?:to|for) {_TO},? {_THIS}:\s*$")
"""``Please send to Philip, Constantinople, the following:``"""
_CAUSED = compiled(
    rf"\b(?:cause|have|arrange for) {_THIS}(?: (?:in reply|in answer|from (?:me|us|the Treasury)))?(?: (?:to|may|might|should|shall))*(?: be)? (?:sent|transmitted|forwarded|cabled|telegraphed|wired|delivered|communicated|conveyed|repeated)(?: (?:at once|immediately|by (?:cable|telegraph|wire)))*(?: (?:to|for) {_TO})(?:,? (?:at once|immediately|through [^:;\n]{{3,60}}))?:\s*$"
)
"""``I shall be glad if you will cause the following cable to be sent to Mr. Berg at London:``"""
_ASKED = compiled(
    rf"(?:^|[.:;!?] |\n)(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{2,70}}?) (?:asks?|has asked|have asked|asked|requests?|has requested|requested|begs|desires|wishes|would have) (?:me|us|(?:this |the )?(?:[Ll]egation|[Ee]mbassy|[Cc]onsulate)) to {_PASS} {_THIS} (?:to|for) {_TO}:\s*$"
)
"""``Hoover asks me to forward this to Lindon Bates, New York:``"""
_ASKED_FROM = compiled(
    rf"(?:^|[.:;!?] |\n)(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{2,70}}?) (?:asks?|has asked|have asked|asked|requests?|has requested|requested|begs|desires|wishes) (?:me|us|(?:this |the )?(?:[Ll]egation|[Ee]mbassy|[Cc]onsulate)) to {_PASS} {_THIS}(?: from (?P<place>[A-Z][\w’'-]+))?(?:, [^:;.\n]{{2,60}})?:\s*$"
)
"""``Bowers has asked me to transmit the following from Hendaye, his wire being cut:``"""
_HANDED_FOR = compiled(
    r"\b(?:handed|given|gave|sent|brought) (?:to )?(?:me|us) (?:this|the following)(?: (?P<form>note|message|letter|reply|statement|paper|telegram|memorandum))? for (?P<for>[^:.;\"“\n]{3,60}):\s*$"
)
"""``President Castro has handed me this for the two powers:``"""
_HAND_TO = compiled(
    rf"\b(?:hand|give|present|address|deliver|communicate|convey|transmit|read)(?: (?:at once|immediately|without delay))? {_THIS} to {_TO}{_HOW}(?:,? (?:without delay|at once|immediately|orally|in writing|as a note|as (?:an? )?(?:aide[- ]m[ée]moire|memorandum)))*(?:,? and [^:;\n]{{3,120}})?:\s*$",
    re.IGNORECASE,
)
"""``You will hand the following to the Minister for Foreign Affairs without delay:``"""
_HEADED = compiled(
    rf"(?:^|\n)(?:Text of (?:the )?|The )?(?P<form>[Nn]ote|[Ll]etter|[Tt]elegram|[Mm]emorandum|[Mm]essage|[Rr]eply|[Aa]ide-m[ée]moire)(?: verbale)? (?:of|from) (?:the )?(?P<who>[A-Z]{_NAME}{{2,70}}?)(?:,? (?:dated|of) (?:the )?(?P<day>{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th|d)?(?: {MONTH})?))?[.:—–]+\s*$"
)
"""``Note of German Foreign Office dated April 20. “…``, on a line below one that ends in a colon"""
_HAND_HIM = compiled(
    r"\b(?:hand|deliver|give|present|communicate|convey|transmit|read)(?: to)? (?:him|her|them|(?:the )?[A-Z][^:.;\"“\n]{2,60}?) (?:the following|this) (?P<form>message|note|letter|reply|answer|text|memorandum|statement|declaration)(?: in writing| orally| verbally| on (?:my|our) behalf)?:\s*$"
)
"""``call on Comrade Berg and hand him the following message in writing:``"""
_AS_A_NOTE = compiled(
    r"\b(?:hand|deliver|address|give|present|communicate|convey|transmit|submit|leave|send)(?: (?:to|with))? (?:him|her|them|(?:the )?[A-Z][^.:;\"“\n]{2,60}?) (?:the following|this) as (?:an?|your) (?:[a-z]+ )?(?P<form>note verbale|note|letter|memorandum|aide[- ]m[ée]moire|communication|answer|reply)(?: (?:from|of|in|on) [^.:;\"“\n]{2,50})?:\s*$"
)
"""``Please hand to him the following as a note:``"""
_WHOSE = compiled(
    rf"\b(?:message|telegram|note|letter) (?:(?:comes|is) )?(?:is )?from (?P<who>[A-Z](?:(?! and ){_NAME}){{1,60}}?),? and (?:is|should|must|may|will)(?: to)?(?: please)?(?: be)? (?:delivered|handed|given|transmitted|communicated|conveyed|forwarded|passed(?: on)?|sent|repeated) to {_TO}:\s*$"
)
"""``The second message is from Mr. Hoover and is to be delivered to Dr. Ryti:``"""
_TO_WIRE = compiled(
    r"\b(?:handed|gave|sent|dictated to|brought|read(?: to)?)(?: to)? (?:me|us) (?:(?:the|a|this) (?P<form>message|note|letter|telegram|reply|answer|statement|appeal) (?:which|that) follows|the following (?:message|note|letter|telegram|reply|answer|statement|appeal))[^.:;\n]{0,40}?,? (?:and|with the request|asking|which he)\b[^.:;\n]{0,100}?(?i:\b(?:wire|wires|cable|telegraph|transmit|transmitted|forward|forwarded|sen[dt]|pass(?:ed)? on|convey|conveyed|deliver|delivered|communicated?)\b)[^.:;\n]{0,80}:\s*$"
)
"""``He handed me the message which follows, and asked me to put it on the wire at once:``"""
_REPLIED = compiled(
    rf"(?:^|[.:;!?] |\n)(?P<who>[A-Z](?:(?! (?:who|which|that|and|but) ){_NAME}){{2,60}}?) (?:has )?(?:replied|answered|responded)(?: (?:to-?day|yesterday|(?:on )?the same day|this morning))?(?: (?:as follows|in these words|in the following (?:terms|words)))?:\s*$"
)
_SALUTES = compiled(
    r"[\"“«]?(?:My [Dd]ear\b|Dear\b|S(?:ir|IR)[,:]|(?:Your )?E(?:xcellency|XCELLENCY)[,:]|Mr\. (?:President|Minister|Secretary|Ambassador|Chairman|Prime Minister)[,:])"
)
"""What is answered so is a letter; ``The Minister replied: “I cannot.”`` was spoken."""
_DRAFTED = compiled(
    r"\b(?:submit|propose|suggest|attach|enclose)\b[^:.;\n]{0,50}? the following (?:draft|text|wording)(?: of (?:an?|the|our|your))? ?(?:draft )?(?P<form>reply|answer|letter|message|note|telegram|statement)?[^:.;\n]{0,60}:\s*$"
)
"""``I submit to you the following draft of a reply:``"""
_READS = compiled(
    r"\b(?P<form>letter|message|note|reply|answer|telegram|memorandum|statement|communication)\b[^\n]{0,200}?(?:[.;] (?:It|Here is (?:its|the)(?: full)? text|(?:The|Its)(?: full| whole)? text)|,? (?:which|the text of which|whose text))(?: (?:is|reads?|runs?|follows|was))?(?: as follows)?(?: in (?:full|translation|(?:English|Russian) translation))?:\s*$"
)
"""``… handed me a letter of President Nasser. It reads in translation:``, ``… the reply of the Chinese side. The text is as follows:``"""
_TEXT_OF: Final = compiled(
    rf"\b[Ff]ollowing is (?:an? |the )?(?:\w+ )?(?:translation|text|copy|paraphrase|substance) of (?:an? |the )?(?P<form>note|letter|memorandum|message|reply|telegram)(?: (?:just |today )?received| sent| addressed| handed to me)? (?:from|by|of) (?P<who>(?:the )?[A-Z]{_NAME}{{2,60}}?)(?: (?:at|in) (?P<at>[A-Z][\w’'-]+))?(?:,? (?:dated|of) (?P<day>{DAY}(?:,? \d{{4}})?))?,? (?:addressed )?to (?P<to>(?:the )?[A-Z]{_NAME}{{2,60}}?):\s*$"
)
"""``Following is translation of note received from Berg at Stockholm, dated December 23, addressed to President Lund:``"""
_WHOSE_AND_WHEN: Final = compiled(
    rf"(?: verbale)? (?:from|of|by) (?P<who>(?:the )?[A-Z]{_NAME}{{2,60}}?)(?:,? (?:dated|of|under date of) (?:the )?(?P<day>{DAY}(?:,? \d{{4}})?),? |, )(?=(?:the|which|a|its|whose|in|of)\b)"
)
_I_GOT: Final = compiled(
    r"\b(?:(?:I|[Ww]e|this (?:[Ee]mbassy|[Ll]egation|[Cc]onsulate)) (?:have |has )?(?:just |to-?day |now |this morning )?(?:received|had)|handed (?:to )?me|sent me|in receipt of)\b"
)
_CUE: Final = (
    r"(?:^|[.:;!?)\]] |\n)(?:\(?\w{1,2}[.)] )?(?:[A-Z]\w+ only: )?(?:The )?(?:(?:[Ff]ollowing|[Mm]essage|[Tt]elegram|[Cc]able(?:gram)?|[Rr]adio(?:gram)?)"
    r"(?: (?P<form>telegram|cable|message|radio|note|letter|report))?(?: (?:is|was|has|just|been|comes|received|repeated|to-?day))*,? )?"
)
_WHO: Final = rf"(?P<who>(?:the )?[A-Z]{_NAME}{{1,80}}?)"
_END: Final = rf"(?:,? (?:dated |of )?(?P<day>{DAY})(?:, (?:\d{{1,2}}(?:[.:]\d\d)? ?[ap]\. ?m\.|noon|midnight))?)?(?:,? (?:through|via|by|over|received|sent|in) [^:;\n]{{3,60}})?(?: follows)?:\s*$"
"""``, June 28, through Japanese cable:``"""
_BETWEEN = tuple(
    compiled(f"{_CUE}{order}{_END}")
    for order in (
        rf"(?:from|From|FROM) {_WHO},? (?:for|For|to|To) {_TO}",
        rf"(?:for|For|FOR|to|To) {_TO},? (?:from|From|FROM) {_WHO}",
    )
)
"""``Following from Crosby for McAdoo:``, ``From Treasury for Crosby:``, ``Message for Hoover, Washington, from Baetjer at Rotterdam:``"""
_TREASURY = compiled(r"(?:the )?(?:Treasury|Navy|War|State|Interior|Commerce)(?: Department)?")
"""A department by its name alone: the man signs below."""
_QUICK = compiled(r"\b(?:from|From|FROM) ")
_SEGMENT = compiled(r"(?:, (?:at |in )?| at | in )(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
_FIRST = compiled(r"(?:, | at | in )")


def read(text: str, first: int, words: str, opening: int) -> Inside | None:
    """What the words before a quotation say of the paper in it, where they say that it is passed on or is given whole."""
    if match := _HAND_TO.search(words):
        return _to(text, first, match, Inside(own=True, form=_form(first, match), passed="by-them"))
    if match := _FORWARD.search(words) or _FORWARD_TO.search(words) or _CAUSED.search(words):
        return _forwarded(text, first, match)
    if match := _WHOSE.search(words):
        who = party_of(text, first, match, "who")
        return _to(text, first, match, Inside(who, passed="by-them")) if who else None
    if match := _ASKED.search(words):
        who = party_of(text, first, match, "who")
        return _to(text, first, match, Inside(who, form=_form(first, match), passed="by-us")) if who else None
    if match := _ASKED_FROM.search(words):
        who, at = party_of(text, first, match, "who"), match.span("place")
        origin = (first + at[0], first + at[1], cased(match["place"])) if match["place"] else None
        return Inside(who, form=_form(first, match), origin=origin, passed="by-us") if who else None
    if match := _HANDED_FOR.search(words):
        return Inside(form=_form(first, match), passed="by-us")
    if match := _TO_WIRE.search(words):
        return Inside(form=_form(first, match), passed="by-us")
    if match := _HAND_HIM.search(words) or _AS_A_NOTE.search(words):
        return Inside(addressee=_him(text, first, match), form=_form(first, match), passed="by-them")
    if _SALUTES.match(text, opening) and (match := _REPLIED.search(words)):
        who = party_of(text, first, match, "who")
        return Inside(who) if who else None
    if match := _DRAFTED.search(words):
        return Inside(form=_form(first, match))
    if match := _TEXT_OF.search(words):
        who, at, day = party_of(text, first, match, "who"), match.span("at"), match.span("day")
        origin = (first + at[0], first + at[1], match["at"]) if match["at"] and is_place(match["at"]) else None
        dated = (first + day[0], first + day[1]) if match["day"] else None
        return (
            _to(text, first, match, Inside(who, form=_form(first, match), origin=origin, dated=dated)) if who else None
        )
    if match := _READS.search(words):
        return _read_out(text, first, words, match)
    return None


def _read_out(text: str, first: int, words: str, match: re.Match[str]) -> Inside:
    """``I have received a note from the Foreign Office, dated May 3, the pertinent portion of which reads:``: whose, and of which day."""
    form = _form(first, match)
    whose = _WHOSE_AND_WHEN.match(words, match.end("form"))
    who = party_of(text, first, whose, "who") if whose else None
    if whose is None or who is None:
        return Inside(form=form)
    day = (first + whose.start("day"), first + whose.end("day")) if whose["day"] else None
    got = _I_GOT.search(words, max(0, match.start() - 80), match.start())
    return Inside(who, to_us=got is not None, form=form, dated=day)


def headed(text: str, start: int, opening: int) -> Inside | None:
    """What a paper's own heading says of it, below the words that announce it."""
    line = text.rfind("\n", start, opening - 1)
    if line < 0 or text[max(start, line - 2) : line].rstrip()[-1:] != ":":
        return None
    match = _HEADED.search(text[line:opening])
    who = party_of(text, line, match, "who") if match else None
    if match is None or who is None:
        return None
    day = (line + match.start("day"), line + match.end("day")) if match["day"] else None
    return Inside(who, form=_form(line, match), dated=day)


def _forwarded(text: str, first: int, match: re.Match[str]) -> Inside | None:
    who = party_of(text, first, match, "who") if match.groupdict().get("who") else None
    return _to(text, first, match, Inside(who, own=who is None, form=_form(first, match), passed="by-them"))


def between(text: str, first: int, words: str) -> Inside | None:
    """A message between two others, whom the words that end in a colon name both."""
    if not _QUICK.search(words):
        return None
    if (match := _FORWARD.search(words)) and match["who"]:
        return _forwarded(text, first, match)
    match = next((found for pattern in _BETWEEN if (found := pattern.search(words))), None)
    who = party_of(text, first, match, "who") if match else None
    if match is None or who is None or is_place(who.name):
        return None
    if _TREASURY.fullmatch(match["who"]):
        who = replace(who, entity="body")
    dated = match.groupdict().get("day") and match.span("day")
    day = (first + dated[0], first + dated[1]) if dated else None
    said_of = _to(text, first, match, Inside(who, form=_form(first, match), passed="by-post", dated=day))
    return said_of._replace(origin=_seat(first + match.start("who"), match["who"])) if said_of else None


def _seat(start: int, words: str) -> tuple[int, int, str] | None:
    """Where a party sits, by the words behind its name: ``Baetjer, director at Rotterdam``."""
    for segment in _SEGMENT.finditer(words):
        if is_place(segment["place"]):
            low, high = segment.span("place")
            return start + low, start + high, cased(segment["place"])
    return None


_SPOKEN_TO: Final = compiled(
    r"\b(?i:say to|tell|inform|call (?:up)?on|see|seek out|remind|assure|ask|request|approach|speak (?:to|with)|explain to|intimate to|reply to|answer|thank) (?P<who>(?:(?:Lord|Sir|Mr\.|Dr\.|M\.|Count|Baron|Señor|Comrade|General|President|Prince|Viscount|Marquis|Admiral|Colonel) )+(?:[A-Z]\.? )*[A-Z][\w’'-]+)"
)
"""``You may say to Lord Curzon …``: who is meant by ``him`` further on"""
_HIM: Final = compiled(r"\b(?:him|her)\b")


def _him(text: str, first: int, match: re.Match[str]) -> Party | None:
    """Whom the words before call the man to whom a paper is to be handed, if they speak to one man only."""
    if not _HIM.search(match[0]):
        return None
    start = max(0, first + match.start() - 900)
    spoken = list(_SPOKEN_TO.finditer(text, start, first + match.start()))
    named = {one["who"].split()[-1] for one in spoken}
    return party_of(text, 0, spoken[-1], "who") if len(named) == 1 else None


def _to(text: str, first: int, match: re.Match[str], said_of: Inside) -> Inside | None:
    """With the party and the place behind ``to``."""
    words, start = match["to"], first + match.start("to")
    name = _FIRST.split(words)[0]
    whole = re.compile(r"(?P<to>.+)").fullmatch(name)
    to = party_of(text, start, whole, "to") if whole else None
    if to is None or to.entity == "place":
        return None
    place = _seat(start, words)
    return said_of._replace(addressee=to, destination=place) if place else said_of._replace(addressee=to)


def _form(first: int, match: re.Match[str]) -> Form | None:
    known = forms.at_head(match["form"]) if match["form"] else None
    if known is None or match["form"] in ("message", "reply", "answer", "statement", "communication"):
        return None
    return Form(known.slug, first + match.start("form"), first + match.end("form"))
