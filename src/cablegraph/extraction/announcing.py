"""Papers announced in few words: ``Details by bag.``, ``Text will be mailed.``, ``Will telegraph result.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.sought import sought

_MEANS: Final = r"(?:bag|mail|pouch|courier|post|air\s?mail|airmail|d[ei]spatch|letter)"
_PAPERS: Final = (
    r"texts?|reports?|copy|copies|translations?|notes?|records?|minutes|memorand(?:um|a)|letters?|details|particulars|accounts?|analys[ie]s|assessments?|comments?|observations|protocols?|drafts?|repl(?:y|ies)|answers?|lists?|maps?|tables?|plans?"
    r"|documents?|papers?|materials?|annex(?:es)?|enclosures?|originals?|figures|despatch|dispatch|considerations|proposals?|recommendations?|summar(?:y|ies)|information|instructions?|programmes?|programs?"
)
DAY: Final = r"(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?(?:\s(?:of\s)?[A-Z][a-z]{2,8})?|[A-Z][a-z]{2,8}\s\d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the\send\sof\s(?:the|this|next)?\s?\w+)(?!\w)"
_BY_BAG = compiled(
    rf"(?:\d{{1,3}}[.)]\s+)?(?P<words>(?:(?:[Ff]ull|[Ff]uller|[Ff]urther|[Dd]etailed|[Cc]omplete)\s)?(?P<paper>[Dd]etails?|[Pp]articulars|[Ii]nstructions|[Rr]eport|[Tt]ext|[Tt]ranslation|[Aa]ccount|[Dd]espatch)\s(?:by|in)\s(?:the\s|my\s|our\s)?(?:next\s|to-?day[’']s\s)?{_MEANS})(?=\s*(?:[.;,]|$))"
)
"""The whole of a sentence: ``copy by mail to Shanghai`` only says how a paper went."""
_WILL_GO = compiled(
    r"(?:\d{1,3}[.)]\s+)?(?P<words>(?:(?:[Tt]he|[Aa]|[Mm]y|[Oo]ur|[Ff]ull|[Cc]omplete|[Oo]riginal)\s(?:\w+\s){0,2}?)?(?i:(?P<paper>texts?|comments|translation|copy|copies|particulars|details|report|recommendations|result|observations))(?:\sof\s[^.;:,\n]{2,40}?)?\s(?:will|shall)\sbe\s(?P<how>mailed|telegraphed|cabled|wired|pouched)(?:\s(?:to\s)?you)?)(?=\s*(?:[.;,]|$))"
)
_SENT_YOU = compiled(
    r"(?P<words>(?:[Aa]\s)?(?i:further|separate|additional|another|special)\s(?P<paper>telegram|letter|instructions?|despatch|dispatch|note|report|memorandum|communication)s?\s(?:will|shall)\sbe\s(?P<how>sent|telegraphed|cabled|mailed|addressed|given)\s(?:to\s)?you)(?!\w)"
)
_RESULT = compiled(
    r"(?P<words>(?:(?:I|[Ww]e|Embassy|Legation|Department|Consulate)\s(?:will|shall)|(?<![\w,]\s)(?:Will|Shall))\s(?:promptly\s|duly\s|at\sonce\s)?(?P<how>report|telegraph|cable|wire|communicate)\s(?:to\s)?(?:you\s)?(?:on\s)?(?:the\s|all\s|further\s){0,2}(?P<paper>results?|outcome|developments))(?!\w)"
)
_PREPARING = compiled(
    r"(?P<words>(?:A|The|My|Our)\s(?:\w+\s)?(?P<paper>reports?|memorand(?:um|a)|letter|despatch|stud(?:y|ies)|list|translation|invitation|note|draft|statement|summary|analysis)(?:\s(?:on|of|about|regarding|concerning)\s[^.;:\n]{2,60}?)?\s(?:is|are)\s(?:now\s)?in\s(?:course\sof\s)?preparation)(?!\w)"
)
_GOES = sought(
    rf"(?:\d{{1,3}}[.)]\s+)?(?P<words>(?:(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Ii]ts|[Tt]heir|[Ff]ull|[Cc]omplete|[Oo]riginal)\s(?:\w+\s){{0,3}}?)?(?P<paper>(?i:{_PAPERS}))(?:\s(?:of|on|about|from|to)\s(?:(?!\bto\s)[^.;:,\n]){{2,60}}?)?\s"
    rf"(?:goes?|comes?|leaves?|is\sgoing|are\sgoing|will\s(?:go|come|leave|reach\syou))(?:\s(?:off|out))?(?:\sto\syou)?\s(?:(?:by|in|with)\s(?:the\s|my\s|our\s|to-?day[’']s\s|to-?morrow[’']s\s)?(?:next\s|diplomatic\s)?{_MEANS}|separately|under\sseparate\scover))(?!\w)"
)
"""``The text of my statement goes by pouch``"""
_SHALL_SEND_YOU = compiled(
    rf"(?P<words>(?:(?:I|[Ww]e)(?:\s(?:will|shall|intend\sto|hope\sto)|['’]ll)|(?<![\w,]\s)(?:Will|Shall))\s(?:\w+ly\s|also\s|soon\s|then\s)?(?P<how>send|forward|transmit|mail|telegraph|cable|wire|let)\syou\s(?:have\s)?(?:\w+ly\s|also\s|later\s)?"
    rf"(?:the|an?|my|our|his|her|its|their|both|all|further|more|copies|copy)\s(?:(?!of\b)[\w’'-]+\s){{0,3}}?(?P<paper>(?i:{_PAPERS}|speech(?:es)?|statements?|articles?|declaration|communiqu[eé]|photographs?|diary|book|brochure|resolution|questionnaire))(?!\w)(?:\s(?:when|as\ssoon\sas|once|after|later|separately|to-?morrow|by\s(?:the\s)?(?:next\s)?{_MEANS})(?:\s[^.;:,\n]{{2,60}})?)?)"
)
"""``I shall send you his speech when I have it``"""
_HAVE_READY = compiled(
    rf"(?P<words>(?:I|[Ww]e|[Yy]ou)(?:\s(?:will|shall|hope\sto|expect\sto)|['’]ll)\shave\s(?:the|an?|my|our|more|further)\s(?:[\w’'-]+\s){{0,3}}?(?P<paper>(?i:{_PAPERS}))(?:\s(?:of|on|about)\s[^.;:,\n]{{2,50}}?)?\s(?:ready|for\syou|with\syou|in\syour\shands|on\syour\sdesk|before\syou|from\s(?:me|us)|by\s(?:{DAY}|(?:the\s)?(?:next\s)?{_MEANS})|to-?morrow|(?:early\s)?next\sweek|in\sa\sfew\sdays|within\s\w+\sdays)(?:\sby\s{DAY})?)(?!\w)"
)
"""``I shall have a draft reply for you by Wednesday``"""
_BEING_SENT = sought(
    rf"(?:\d{{1,3}}[.)]\s+)?(?P<words>(?:(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Ff]ull|[Cc]omplete|[Oo]riginal)\s(?:\w+\s){{0,3}}?)?(?P<paper>(?i:{_PAPERS}))(?:\s(?:of|on|about|from)\s(?:(?!\bto\s)[^.;:,\n]){{2,60}}?)?\s(?:(?:is|are)\s)?being\s(?P<how>sent|forwarded|mailed|pouched|airmailed|telegraphed|cabled|transmitted|dispatched|despatched)"
    rf"(?:\sto\syou)?(?:\s(?:(?:by|in|with)\s(?:the\s|my\s|our\s|to-?day[’']s\s|a\s)?(?:next\s|separate\s|diplomatic\s)?{_MEANS}|separately|under\sseparate\scover)|(?=\s*[.;]|$)))(?!\w)"
)
"""``Copies are being sent under separate cover``"""
KEYS: Final = (" by bag", " by the ", " by mail", " by pouch", " by courier", " by next ", " by letter", "will be ", "ll report ", "ll telegraph ", "ll cable ", "ll wire ", "ll communicate ", " in preparation", " goes ", " going ", " comes ", " leaves ", "ll go ", "ll come ", "ll send you ", "ll forward you ", "ll let you ", "ll mail you ", "ll have ", "hope to ", "expect to ", " being ", "separate")  # fmt: skip
"""Words without which none of these stands in a sentence: a quick look first."""
_BE_SENT = compiled(r"ll\sbe\s(?:sent|telegraphed|cabled|mailed|addressed|given)")
_RESULTS: Final = ("result", "outcome", "developments")
_FORMS: Final = (
    ("telegram", ("telegra", "cable", "wire")),
    ("letter", ("letter",)),
    ("despatch", ("despatch", "dispatch")),
    ("memorandum", ("memorand",)),
    ("instruction", ("instruction",)),
    ("report", ("report",)),
    ("note", ("note",)),
)


def find(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """First and last word of such an announcement in a sentence, and the form of the paper announced."""
    match = _BY_BAG.match(text, start, end) or _WILL_GO.match(text, start, end)
    words = text[start:end]
    match = match or (_SENT_YOU.search(text, start, end) if _BE_SENT.search(words) else None)
    match = match or (_RESULT.search(text, start, end) if any(word in words for word in _RESULTS) else None)
    match = match or (_PREPARING.search(text, start, end) if "preparation" in words else None)
    match = match or _GOES.match(text, start, end)
    match = match or (_SHALL_SEND_YOU.search(text, start, end) if "you" in words else None)
    match = match or (_HAVE_READY.search(text, start, end) if "have" in words else None)
    match = match or _BEING_SENT.match(text, start, end)
    if match is None or re.search(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not)\b", text[start : match.end()]):
        return None
    named = f"{match.groupdict().get('how') or ''} {match['paper']}".lower()
    form = next((slug for slug, words in _FORMS if any(word in named for word in words)), "")
    return *match.span("words"), form
