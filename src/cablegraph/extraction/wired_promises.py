"""Papers that wires and old despatches announce: ``List of names later.``, ``Full instructions by Saturday's steamer.``"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.patterns import compiled
from cablegraph.sought import sought

_THING: Final = (
    r"(?P<paper>(?i:details?|particulars|instructions?|reports?|texts?|translations?|letters?|despatch(?:es)?|dispatch(?:es)?|telegrams?|lists?|names|cop(?:y|ies)|maps?|memorand(?:um|a)|notes?|accounts?"
    r"|statements?|pay\s?rolls?|statistics|figures|documents?|papers|explanations?|photographs?|minutes|inventor(?:y|ies)|estimates?|invoices?|affidavits?|answer|reply|news|recommendations?))"
)
_LED: Final = r"(?:(?:[Ff]ull(?:er)?|[Ff]urther|[Mm]ore|[Ww]ritten|[Dd]etailed|[Cc]omplete|[Ll]ong|[Aa]dditional|[Oo]fficial|[Tt]he|[Aa]n?|[Mm]y|[Oo]ur)\s){0,2}"
_ABOUT: Final = r"(?:\s(?:of|on|from|with|by|about|as\sto|regarding|concerning)\s(?:(?!\b(?:is|are|was|were|will|shall|has|have|had|follows?|later|by)\b)[^.;:,\n]|(?<=\bMr)\.|(?<=\bDr)\.){2,60}?)?"
_SHIP: Final = r"the\s(?:[Ss]teamer\s|[Ss]\.\s?S\.\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
_MEANS: Final = (
    r"(?:by|in)\s(?:(?:the\s|my\s|our\s)?(?:next\s|first\s|to-?morrow[’']s\s|to-?day[’']s\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']s\s)?(?:air\s?mail|mail|post|bag|pouch|courier|messenger|steamer|boat|packet|train|plane|letter|despatch|dispatch|wire|telegraph)"
    rf"|{_SHIP})(?!\w)"
)
_SOON: Final = r"(?:later|to-?morrow(?:\s(?:morning|night))?|to-?night|soon|shortly|separately|next\s(?:week|mail|month)|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ENDS: Final = r"(?=\s*(?:[.;]|$))"
_NUMBERED: Final = r"(?:\d{1,3}[.)]\s+)?"

# "List of names later", "Full instructions by Saturday's steamer", "Letter by Mr. Hart tomorrow": a whole sentence
_WITHOUT_VERB = sought(rf"{_NUMBERED}(?P<words>{_LED}{_THING}{_ABOUT}\s(?:{_MEANS}|{_SOON})){_ENDS}")
# "Pay roll to follow by plane", "Letter with photographs follows by the Siberia"
_FOLLOWS = sought(
    rf"{_NUMBERED}(?P<words>{_LED}(?:[\w’'-]+\s){{0,2}}?{_THING}{_ABOUT}\s(?:to\sfollow|follows?|will\sfollow|goes|go|will\sgo)\s(?:{_MEANS}|{_SOON}))(?!\w)"
)
# "our 3815, which follows tomorrow with map", "my 212 follows"
_NUMBER_FOLLOWS = compiled(
    r"(?<!\w)(?P<words>(?:my|our|My|Our)\s(?:(?P<paper>telegram|despatch|dispatch|letter|cable)\s)?(?:No\.\s?)?\d{1,5}(?:[^.;:,\n]{0,30})?,?\s(?:(?:which\s)?(?:follows|will\sfollow)|to\sfollow|immediately\sfollowing)(?:\s(?:to-?morrow|later|shortly|by\s\w+))?)(?!\w)"
)
# "His report on the killing will be repeated to you as soon as received"
_REPEATED = compiled(
    rf"(?<!\w)(?P<words>(?:(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Tt]heir|[Ii]ts)\s)?(?:[\w’'-]+\s){{0,2}}?{_THING}(?:\s(?:of|on|from|about|as\sto)\s(?:[^.;:\n]|(?<=\bMr)\.|(?<=\bDr)\.){{2,70}}?)?\s(?:will|shall)\sbe\s(?P<how>repeated|telegraphed|cabled|wired|mailed|forwarded|furnished|communicated|transmitted|sent)(?:\sto)?(?:\s(?:you|the\sDepartment|Department))?\s(?:as\ssoon\sas|when|on\sreceipt|upon\sreceipt|by\s{_SHIP}))(?!\w)"
)
# "a written report by Captain Marsh is on its way"
_ON_ITS_WAY = sought(
    rf"(?<!\w)(?P<words>(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Hh]is|[Tt]heir|[Ii]ts)\s(?:[\w’'-]+\s){{0,2}}?{_THING}(?:,?\s(?:of|on|from|by|about|as\sto|with)\s(?:[^.;:\n]|(?<=\bMr)\.|(?<=\bDr)\.){{2,80}}?)?,?\s(?:is|are)\s(?:now\s|already\s)?on\s(?:its|their|the)\sway(?:\sto\s(?:you|Washington|the\sDepartment))?)(?!\w)"
)
# "The contract will be the subject of a further despatch"
_SUBJECT = compiled(
    r"(?<!\w)(?P<words>(?:will|shall|must|may)\s(?:be|form|make(?:\s(?:this|it|that|these|them|the\s[^.;:,\n]{2,40}?))?)\s(?:made\s)?(?:the\s)?(?:subject|object|matter)\s(?:of|for)\s(?:a|an|another|my)\s(?:[a-z]+\s){0,2}?(?P<paper>despatch|dispatch|letter|telegram|report|communication|note|memorandum))(?!\w)"
)
# Quick looks first.
_SUBJECTS: Final = ("subject", "object", "matter")
_TO_BE_SENT = compiled(
    r"ll\sbe\s(?:repeated|telegraphed|cabled|wired|mailed|forwarded|furnished|communicated|transmitted|sent)"
)
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
    match = _WITHOUT_VERB.match(text, start, end) or _FOLLOWS.match(text, start, end)
    sentence = text[start:end]
    match = match or (_NUMBER_FOLLOWS.search(text, start, end) if "follow" in sentence else None)
    match = match or (_SUBJECT.search(text, start, end) if any(word in sentence for word in _SUBJECTS) else None)
    match = match or (_ON_ITS_WAY.search(text, start, end) if "way" in sentence else None)
    match = match or (_REPEATED.search(text, start, end) if _TO_BE_SENT.search(sentence) else None)
    if match is None or re.search(
        r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not)\b|^[Cc]opy of this\b", text[start : match.end()]
    ):
        return None
    named = f"{match.groupdict().get('how') or ''} {match.groupdict().get('paper') or ''}".lower()
    form = next((slug for slug, words in _FORMS if any(word in named for word in words)), "")
    return *match.span("words"), form
