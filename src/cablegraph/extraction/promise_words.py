"""The words of a sentence that announce a paper: ``in a separate telegram``, ``Details follow.``, ``we will give our answer``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.evidence import Rule
from cablegraph.extraction import (
    announcing,
    papers_to_come,
    papers_under_way,
    promised_besides,
    promised_by_hand,
    promised_by_verb,
    promised_for_others,
    promised_in_few_words,
    promised_in_passing,
    promised_plainly,
    short_promises,
    wired_promises,
)
from cablegraph.extraction.promise_cues import KINDS
from cablegraph.patterns import compiled
from cablegraph.sought import sought

SEPARATE: Final = Rule("promises.separate-paper", certainty="0.97")
FOLLOWS: Final = Rule("promises.follows", certainty="0.95")
LATER: Final = Rule("promises.later", certainty="0.9")
OF_OTHERS: Final = Rule("promises.of-others", certainty="0.9")

_MEDIA: Final[tuple[tuple[str, str], ...]] = (
    ("ciphered-telegram", r"(?:cipher(?:ed)?|coded|code)\s(?:telegram|cable|message)s?"),
    ("telegram", r"telegrams?|cables?|wires?|telegraph"),
    ("despatch", r"d[ei]spatch(?:es)?|pouch"),
    ("letter", r"letters?|(?:air\s?)?mail|post"),
    ("memorandum", r"memorand(?:um|a)|memos?"),
    ("note", r"notes?"),
    ("report", r"reports?"),
    ("", r"messages?|communications?|instructions?|airgrams?|cover|transmission|dispatch"),
)  # fmt: skip
_MEDIUM: Final = "(?:" + "|".join(f"(?P<m{index}>{pattern})" for index, (_, pattern) in enumerate(_MEDIA)) + r")(?!\w)"
# "in a separate telegram", "by separate mail", "in our next letter", "in another cable"
_SEPARATE = sought(
    rf"(?<!\w)(?:in|by|through|with|under|via)\s(?:(?:an?|my|our|the|one\sof\s(?:my|our))\s)?(?:special\s|ciphered\s)?"
    rf"(?P<kind>separate|another|later|subsequent|further|additional|following|next|succeeding|second|special(?:\sfollowing)?)\s(?:\w+\s)?{_MEDIUM}",
    re.IGNORECASE,
)
_FUTURE: Final = r"(?:[Cc]ontinu(?:e[sd]?|ing|ation)(?!\w)|(?:I|[Ww]e)\s(?:\w+ly\s)?(?:report|write|send|return|telegraph|cable|comment|deal|give|transmit|forward|describe)(?!\w)|(?:I|[Ww]e|he|she|they|you|it)(?:\s(?:will|shall|intend\sto|am\sgoing\sto|are\sgoing\sto)|['’]ll)|(?:will|shall)\sbe|(?:are|is)\sbeing|follow(?:s|ing)?|sent|goes\sto\syou|[Ss]ending|[Rr]eporting|[Ww]ill|[Ss]hall|(?<!\w)will\sgo)"
_IN_FUTURE = compiled(rf"(?<!\w){_FUTURE}(?!\w)")
_LEAVES = compiled(r"\b(?:leaves?|sail|depart|return|start|go)\sby\sthe\snext\s\w+$")
"""``he will leave by the next mail boat``: nobody sends a paper."""
_PAST = compiled(
    r"\b(?:received|acknowledged?|(?:have|has|had|was|were)\s(?:been\s)?(?:sent|reported|asked|told|communicated|forwarded|explained|received|informed|written|mailed))\b",
    re.IGNORECASE,
)
# "Details follow.", "report follows", "A detailed report on the wages follows in April", "text follows by mail"
_FOLLOWS = sought(
    r"(?<!\w)(?:(?P<thing>(?:(?:a|an|the|my|our|further|more|full|fuller|complete|detailed|written|signed|certified|verbatim|stenographic|revised|corrected|additional|separate|second|longer|English|Chinese)\s)*"
    r"(?:details?|particulars|reports?|telegrams?|embtel|deptel|legtel|airgram|despatch|dispatch|letter|text|full\stext|translation|comments?|recommendations?|summary|memorandum|account|analysis|information|reply|answer|instructions?|list|figures|explanation|assessment|appreciation|appraisal|evaluation|estimate|impressions|observations|views|copy|copies|draft|protocol|minutes|documents|confirmation|background|paper|airgram|opinion|considerations|proposals|remarks))"
    r"(?P<about>\s(?:on|upon|of|about|regarding|concerning|as\sto|from|to(?=\s(?:your|the|his|their)\b))\s(?:(?!\b(?:as\s)?follow)[^.;:,\n]){2,60}?)?)\s(?:will\s|shall\s|to\s|is\sto\s|are\sto\s)?(?<!\bthe\s)follow(?:s|ing)?(?=\s*(?:[.;,)]|$|\s(?:by|in|later|shortly|soon|to-?morrow|separately|immediately|today|tonight|this\s(?:evening|afternoon|week)|when|as\ssoon|with|under|next|on\s(?:the|my|our|this|that|his)|upon|about|regarding|concerning)\b))",
    re.IGNORECASE,
)
# "I shall telegraph further", "will report later", "shall cable when", "Will wire again tomorrow"
_LATER = sought(
    r"(?<!\w)(?:(?:(?:I|[Ww]e|(?:[Tt]he\s)?(?:Department|Dept|Embassy|Legation|Mission|Consulate|Ministry))(?:\s(?:will|shall)|['’]ll|\s(?:hope|intend)\sto)|Will|[Ss]hall|(?<=and\s)will)\s(?:not\sfail\sto\s)?(?:have\sthe\shonou?r\s(?:to|of)\s)?(?:then\s|also\s|immediately\s|duly\s)?)"
    r"(?P<verb>telegraph|cable|wire|report|write|communicate|address\syou|inform\syou|advise\syou|let\syou\sknow|telegram|send\syou\sa\s(?:telegram|letter|report|cable))(?!\w)"
    r"(?:(?!\bnot\b)(?:[^.;:\n]|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bM)\.)){0,80}?\b(?P<when>later|further|again|separately|shortly|soon|to-?morrow|at\sonce|(?:as|so)\ssoon\sas|when|in\s(?:more\s|greater\s|full\s)?detail|more\sfully|fully|additional(?:ly)?|subsequently|in\sa\sfew\sdays|in\sdue\s(?:course|time)|at\s(?:greater\s|more\s|some\s)?length|by\s(?:the\s)?(?:next\s)?(?:bag|mail|pouch|courier|post|air\s?mail|steamer|despatch|dispatch|letter|telegraph|cable|wire)|(?:up)?on\sreceipt|next\sweek|after|without\sdelay|promptly|immediately)\b",
)


_PAPER: Final = (
    r"(?P<paper>telegrams?|cables?|d[ei]spatch(?:es)?|letters?|reports?|memorand(?:um|a)|notes?(?!\sof\s(?:thanks|hand))|repl(?:y|ies)|answers?|responses?|messages?|instructions?|directives?"
    r"|accounts?|summar(?:y|ies)|translations?|protocols?|agreements?|drafts?|maps?|plans?|documents?|details|particulars|text|minutes|considerations|remarks|proposals|comments|recommendations|figures|lists?|explanations?|information|cop(?:y|ies))(?!\w)"
)
# "I shall send you a detailed report", "we will give our answer", "you will receive instructions tomorrow"
_SEND = sought(
    r"(?<!\w)(?:(?:(?:I|[Ww]e)(?:\s(?:will|shall|intend\sto|hope\sto|am\sgoing\sto)|['’]ll)|[Yy]ou(?:\s(?:will|shall)|['’]ll)(?=\s(?:\w+ly\s|also\s|soon\s|then\s)?(?:receive|get|have\sfrom)\s)|Will|[Ss]hall|(?<=and\s)will)\s(?:\w+ly\s|also\s|soon\s|then\s|myself\s)?"
    r"(?:send|let\syou\shave|forward|submit|transmit|give|dispatch|address|mail|telegraph|cable|wire|communicate|write|furnish|receive|get|have\sfrom)\s)"
    rf"(?:on\s(?:the\s\d{{1,2}}(?:st|nd|rd|th|d)|(?:next\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\snext)?)\s|(?!\b(?:not|no|if|his|her|their|your|this|these|that|for|about|on)\b)[^.;:,\n]){{0,60}}?\b(?:an?|the|my|our|another|further|more|full|fuller|detailed|additional|separate|new|final|exact|special)\s(?:\w+\s){{0,3}}?{_PAPER}",
)
_DONE: Final = "given|sent|communicated|transmitted|forwarded|telegraphed|cabled|wired|mailed|reported|conveyed|delivered|submitted|supplied|passed\\son|pouched|handed\\sover|handed\\sto\\syou|provided|furnished|presented|airmailed|despatched|dispatched|posted|brought"
_STILL_HERE: Final = r"(?:(?!\bto\s(?!you\b|us\b))[^.;:\n])"
"""Anything but the words ``to somebody else``."""
# "Instructions will be sent separately", "An answer will be given to you later"
_PASSIVE = sought(
    rf"(?<!\w)(?:(?:An?|The|Our|My|Further|More|Full|Detailed|Additional|Separate|Exact|Final|an?|the|our|my|further|more|full|detailed|additional)\s(?:\w+\s){{0,2}}?)?(?i:{_PAPER})(?:\s(?:on|of|about|to|regarding|concerning)\s[^.;:,\n]{{2,50}}?)?"
    rf"\s(?:(?:will|shall)\s(?:also\s)?be|(?:is|are)\sbeing)\s(?:{_DONE})"
    rf"(?:{_STILL_HERE}{{0,40}}?\b(?:separately|later|additionally|to-?morrow|soon|shortly|subsequently|in\sa\sfew\sdays|next\s(?:week|month)|by\s(?:the\s)?(?:next\s)?(?:bag|mail|pouch|courier|post|cable|wire|telegraph)|to\syou)(?!\w)"
    rf"|{_STILL_HERE}{{0,50}}?\b(?:on|by|before|until|not\slater\sthan)\s{announcing.DAY})",
)
# "The map follows by courier", "More to follow", "Part two follows"
_THING_FOLLOWS = sought(
    r"(?<!\w)(?:(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Ff]ull|[Mm]ore|[Pp]art|[Ss]econd|[Rr]emainder|[Rr]est|[Cc]onclusion|[Cc]ontinuation)\s(?:(?!\b(?:is|was|which|that|as|who|are)\b)[\w’'-]+\s){0,6}?|[Mm]ore\s)"
    r"(?:will\s|shall\s|to\s|is\sto\s)?follow(?:s|ing)?\s(?:by\s(?:air\s?mail|air|plane|mail|pouch|courier|post|cable|wire|telegraph|telegram|bag|messenger|letter|the\snext)|separately|under\sseparate\scover|in\s(?:a|an|my|our|the|another)\s(?:\w+\s){0,2}(?:telegram|cable|letter|despatch|report|message|pouch|mail|post))"
    r"|(?<!\w)(?:[Mm]ore|[Tt]ext|[Ff]ull\stext|[Dd]etails|[Rr]eport)\sto\sfollow(?!\s(?:the|his|this|that|up))(?!\w)|(?<!\w)(?:[Pp]art|[Ss]ection)\s(?:two|three|four|II|III|IV|2|3|4)(?:\sof\s\w+)?\s(?:follows|will\sfollow|to\sfollow)(?!\w)"
)


# "Next report tomorrow at noon", "Further telegram on Monday"
_NEXT_COMES = sought(
    r"(?:^|(?<=\s))(?:(?:The\s)?[Nn]ext|Further|Fuller|A\sfuller|A\sfurther)\s(?P<paper>reports?|telegrams?|cables?|letters?|messages?|news|information)\s"
    r"(?:tomorrow|to-morrow|tonight|next\sweek|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in\sthe\s(?:morning|evening|afternoon)|at\s(?:noon|\d)|after\sthe\s\w+)\b"
)
# "I am sending the texts of the press statements by courier on the 7th"
_SENDING_BY = compiled(
    rf"(?<!\w)(?:I\sam|[Ww]e\sare)\s(?:also\s)?(?:sending|forwarding)\s(?:you\s)?(?:the|an?|my|our|its|their)\s(?:\w+\s){{0,3}}?(?:{_PAPER}|texts|copies|copy|notes)[^.;:\n]{{0,60}}?\s"
    r"(?:by\s(?:the\s)?(?:next\s)?(?:courier|bag|pouch|mail|post|air\s?mail|messenger|train|boat|steamer)|separately|under\sseparate\scover|in\sthe\snext\s(?:bag|pouch|mail))(?:\s(?:on|of)\sthe\s\d{1,2}(?:st|nd|rd|th))?"
)
# "A separate paper on the situation in Laos is being prepared"
_PREPARED = sought(
    r"(?<!\w)(?:An?|The|Our|a|the|our)\s(?:separate|special|further|detailed|second|fuller|full|final|comprehensive)\s(?P<paper>papers?|reports?|memorand(?:um|a)|studies|study|notes?|analys[ie]s|letters?|accounts?)(?:\s(?:on|of|about|regarding|concerning)\s[^.;:\n]{2,80}?)?"
    r"\s(?:(?:is|are)\s(?:now\s|also\s)?being|(?:will|shall)\s(?:also\s)?be)\s(?:prepared|drafted|drawn\sup|written|compiled|worked\sout|made)"
)


def find(text: str, start: int, end: int) -> tuple[int, int, str, Rule] | None:
    """First and last word of the promise in a sentence, the form of the promised paper, and the rule."""
    words_of = text[start:end]
    lowered = words_of.lower()
    if any(kind in lowered for kind in KINDS) and (match := _SEPARATE.search(text, start, end)):
        words = (_begin(text, start, match.start()), match.end())
        future = _IN_FUTURE.search(text, *words) or re.match(
            r"\s(?:follows|will)\b", text[match.end() : match.end() + 9]
        )
        leaves = match["kind"].lower() == "next" and _LEAVES.search(text, *words)
        if future and not leaves and not _PAST.search(text, *words):
            return *words, _form(match), SEPARATE
    follows = "follow" in lowered
    if follows and (match := _FOLLOWS.search(text, start, end)):
        thing = match["thing"].lower()
        form = next((slug for slug in ("telegram", "despatch", "letter", "memorandum", "report") if slug in thing), "")
        last = end - 1 if text[end - 1] in ".;" else end
        if not text[match.end() : end].lstrip().startswith(":"):
            return match.start(), last if last - match.start() < 160 else match.end(), form, FOLLOWS
    for pattern, rule, likely in (
        (_THING_FOLLOWS, FOLLOWS, follows),
        (_NEXT_COMES, FOLLOWS, "ext " in words_of or "urther " in words_of or "uller " in words_of),
        (_SENDING_BY, LATER, " sending " in words_of or " forwarding " in words_of),
        (_PREPARED, LATER, " being " in words_of or "ll be " in words_of or "ll also be " in words_of),
        (_PASSIVE, LATER, _WILL_BE.search(words_of) is not None),
        (_SEND, LATER, any(word in words_of for word in ("ll ", "intend", "hope", "going")) or "\u00a0" in words_of),
    ):
        match = pattern.search(text, start, end) if likely else None
        if match and pattern is _THING_FOLLOWS and match[0].lower().startswith("the following"):
            continue  # "received the following by telegraph"
        if match and not _CONDITIONAL.search(text, start, match.end()) and not _ELSEWHERE.match(text, match.end(), end):
            paper = (match.groupdict().get("paper") or "").lower()
            if "give" in match[0] and not paper.startswith(("repl", "answer", "response", "account", "remarks")):
                continue
            return match.start(), match.end(), _of_paper(match), rule
    if (
        ("ll" in words_of or "hope to " in words_of or "intend to " in words_of)
        and (match := _LATER.search(text, start, end))
        and not re.search(r"\b(?:if|unless)\b", text[match.start() : match.end()])
    ):
        verb = match["verb"].lower()
        form = (
            "telegram"
            if verb in ("telegraph", "cable", "wire")
            else "letter"
            if verb == "write" or "letter" in verb
            else "report"
            if verb == "report"
            else ""
        )
        return match.start(), match.end(), form, LATER
    if any(key in words_of for key in announcing.KEYS) and (brief := announcing.find(text, start, end)):
        return *brief, LATER
    if any(key in words_of for key in papers_to_come.KEYS) and (coming := papers_to_come.find(text, start, end)):
        return *coming[:3], LATER if coming[3] else OF_OTHERS
    if wired := wired_promises.find(text, start, end):
        return *wired, LATER
    if any(key in words_of for key in promised_by_verb.KEYS) and (by_verb := promised_by_verb.find(text, start, end)):
        return *by_verb[:3], LATER if by_verb[3] else OF_OTHERS
    if under_way := papers_under_way.find(text, start, end):
        return *under_way[:3], LATER if under_way[3] else OF_OTHERS
    if ("ll " in words_of or "would " in words_of or "going to " in words_of) and (
        short := short_promises.find(text, start, end)
    ):
        return *short[:3], LATER if short[3] else OF_OTHERS
    for further in (
        promised_plainly,
        promised_in_passing,
        promised_by_hand,
        promised_in_few_words,
        promised_besides,
        promised_for_others,
    ):
        if (plain := further.find(text, start, end)) is not None:
            return *plain[:3], LATER if plain[3] else OF_OTHERS
    return None


_WILL_BE = compiled(rf"(?:ll\s(?:also\s)?be|\sbeing)\s(?:{_DONE})")
_ELSEWHERE = compiled(
    r"\s(?:of\s[^.;,\n]{2,40}?\s)?to\s(?!you|the\sDepartment|Department|the\sCent(?:er|re)|headquarters)"
)
_CONDITIONAL = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|[Ww]hether\sor\snot)\b")


def _of_paper(match: re.Match[str]) -> str:
    words = (match.groupdict().get("paper") or match[0]).lower()
    if re.search(r"\b(?:telegraph|cable|wire)\b", match[0]) and not re.search(r"letter|despatch|report", words):
        return "telegram"
    return next((slug for slug, pattern in _MEDIA if slug and re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words)), "")


_CLAUSE = compiled(r"(?:;|,\s(?:and|but|so)\s|:\s)(?=(?:I|we|he|they)\s)")


def _begin(text: str, start: int, end: int) -> int:
    """The promise begins with its clause; an item's number before it is left out."""
    first = start
    for joint in _CLAUSE.finditer(text, start, end):
        first = joint.end()
    if number := re.match(r"(?:\d{1,3}|[a-z])[.)]\s+", text[first:end]):
        first += number.end()
    return first


def _form(match: re.Match[str]) -> str:
    return next((slug for index, (slug, _) in enumerate(_MEDIA) if match[f"m{index}"] is not None), "")
