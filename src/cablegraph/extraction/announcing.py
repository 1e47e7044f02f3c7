"""Papers announced in few words: ``Details by bag.``, ``Text will be mailed.``, ``Will telegraph result.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

_MEANS: Final = r"(?:bag|mail|pouch|courier|post|air\s?mail|airmail|d[ei]spatch|letter)"
_BY_BAG = re.compile(
    rf"(?:\d{{1,3}}[.)]\s+)?(?P<words>(?:(?:[Ff]ull|[Ff]uller|[Ff]urther|[Dd]etailed|[Cc]omplete)\s)?(?P<paper>[Dd]etails?|[Pp]articulars|[Ii]nstructions|[Rr]eport|[Tt]ext|[Tt]ranslation|[Aa]ccount|[Dd]espatch)\s(?:by|in)\s(?:the\s|my\s|our\s)?(?:next\s|to-?day[’']s\s)?{_MEANS})(?=\s*(?:[.;,]|$))"
)
"""The whole of a sentence: ``copy by mail to Shanghai`` only says how a paper went."""
_WILL_GO = re.compile(
    r"(?:\d{1,3}[.)]\s+)?(?P<words>(?:(?:[Tt]he|[Aa]|[Mm]y|[Oo]ur|[Ff]ull|[Cc]omplete|[Oo]riginal)\s(?:\w+\s){0,2}?)?(?i:(?P<paper>texts?|comments|translation|copy|copies|particulars|details|report|recommendations|result|observations))(?:\sof\s[^.;:,\n]{2,40}?)?\s(?:will|shall)\sbe\s(?P<how>mailed|telegraphed|cabled|wired|pouched)(?:\s(?:to\s)?you)?)(?=\s*(?:[.;,]|$))"
)
_SENT_YOU = re.compile(
    r"(?P<words>(?:[Aa]\s)?(?i:further|separate|additional|another|special)\s(?P<paper>telegram|letter|instructions?|despatch|dispatch|note|report|memorandum|communication)s?\s(?:will|shall)\sbe\s(?P<how>sent|telegraphed|cabled|mailed|addressed|given)\s(?:to\s)?you)(?!\w)"
)
_RESULT = re.compile(
    r"(?P<words>(?:(?:I|[Ww]e|Embassy|Legation|Department|Consulate)\s(?:will|shall)|(?<![\w,]\s)(?:Will|Shall))\s(?:promptly\s|duly\s|at\sonce\s)?(?P<how>report|telegraph|cable|wire|communicate)\s(?:to\s)?(?:you\s)?(?:on\s)?(?:the\s|all\s|further\s){0,2}(?P<paper>results?|outcome|developments))(?!\w)"
)
_PREPARING = re.compile(
    r"(?P<words>(?:A|The|My|Our)\s(?:\w+\s)?(?P<paper>reports?|memorand(?:um|a)|letter|despatch|stud(?:y|ies)|list|translation)(?:\s(?:on|of|about|regarding|concerning)\s[^.;:\n]{2,60}?)?\s(?:is|are)\s(?:now\s)?in\s(?:course\sof\s)?preparation)(?!\w)"
)
KEYS: Final = (" by bag", " by the ", " by mail", " by pouch", " by courier", " by next ", " by letter", "will be ", "ll report ", "ll telegraph ", "ll cable ", "ll wire ", "ll communicate ", " in preparation")  # fmt: skip
"""Words without which none of these stands in a sentence: a quick look first."""
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
    match = match or _SENT_YOU.search(text, start, end) or _RESULT.search(text, start, end)
    match = match or _PREPARING.search(text, start, end)
    if match is None or re.search(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not)\b", text[start : match.end()]):
        return None
    named = f"{match.groupdict().get('how') or ''} {match['paper']}".lower()
    form = next((slug for slug, words in _FORMS if any(word in named for word in words)), "")
    return *match.span("words"), form
