"""Papers that go, are carried or will be answered: ``Gore will carry a letter from me``, ``Mailing text``, ``is coming to you by Lund``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled

_PAPER: Final = rf"(?P<paper>(?i:{KIND}))(?![\w-])"
_CARRIED: Final = rf"(?P<paper>(?i:{KIND}|contracts?|agreements?|treaty|treaties))(?![\w-])"
_STEP: Final = (
    r"(?!(?:is|are|was|were|has|have|had|will|shall|would|if|that|which|who|when|not|no|to|and|but)\b)[\w’'.-]+"
)
_HEAD: Final = rf"(?P<words>(?:{_STEP}\s){{0,4}}?{_PAPER}"
_ABOUT: Final = r"(?:(?:\s(?:of|on|upon|about|from|by|to|with|for|in|between)\b|,)(?:[^.;:\n]|(?<=Mr)\.|(?<=Dr)\.|(?<=Com)\.){1,110}?)?,?"
_MEANS: Final = r"(?:bag|mail|air\s?mail|pouch|courier|post|messenger|steamer|packet|boat|train|plane|air|wire|telegraph|letter|cable|telegram|despatch|dispatch)"
_BY: Final = rf"(?:by|in|with|through|via)\s(?:(?:the|this|my|our|a|an)\s)?(?:(?:next|same|first|following|separate|diplomatic|special|another|air|sea|surface)\s){{0,2}}{_MEANS}(?!\w)"
_SOMEBODY: Final = r"(?:by|with)\s(?:the\s)?(?:(?:Mr|Dr|St|Com)\.\s|Captain\s|Major\s|Comrade\s)?[A-Z][\w’'-]+"
_TO: Final = r"(?:\sto\s(?:you|me|us|your\s\w+|(?:the\s)?(?:Department|Legation|Embassy|Ministry|Cent(?:er|re))))?"
_NAME: Final = r"(?:(?:The\s|the\s|Our\s|My\s|our\s|my\s)?(?:(?:Mr|Dr|Com|M)\.\s)?(?:[A-Za-z]+\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}|[Hh]e|[Ss]he|[Tt]hey)"

# "A letter with the names goes to you by the St. Paul", "A letter from my counsellor follows on this by bag"
_GOES = compiled(
    rf"(?P<words>(?:{_STEP}\s){{0,4}}?(?P<paper>(?i:{KIND}|originals?|duplicates?|triplicates?))(?![\w-]){_ABOUT}\s(?:goes|go|comes|follows?|leaves|is\s(?:coming|going)|are\s(?:coming|going)|will\s(?:go|come|follow|leave))(?:\s(?:on\sthis|off|out|forward|back))?{_TO}\s(?:{_BY}|{_SOMEBODY}))(?!\w)"
)
# "memo on nationalized properties going forward by air pouch", "Full German text forwarded by courier on the 25th"
_GOING = compiled(
    rf"{_HEAD}{_ABOUT}\s(?:going\sforward|being\smailed|forwarded|mailed|pouched|airmailed|despatched|dispatched)(?:\sto\s(?:you|Department|the\sDepartment))?\s{_BY})"
)
# "Mailing text"
_MAILING = compiled(
    rf"(?P<words>(?:(?:I\s)?[Aa]m\s)?(?:[Mm]ailing|[Pp]ouching|[Aa]irmailing|[Ff]orwarding|[Cc]abling|[Tt]elegraphing)\s(?:{_STEP}\s){{0,2}}?{_PAPER})(?=\s*[.;]|\s*$|\s(?:of|by|separately|tomorrow|later)\b)"
)
# "The letter I am sending back to the Center by courier"
_I_AM_SENDING = compiled(
    rf"(?P<words>(?:The|My|Our|the|my|our)\s(?:{_STEP}\s){{0,3}}?{_PAPER}\s(?:which\s|that\s)?(?:I|[Ww]e)\s(?:am|are)\s(?:also\s|now\s)?(?:sending|forwarding|returning|mailing|transmitting)[^.;:\n]{{0,40}}?\s(?:{_BY}|{_SOMEBODY}))"
)
# "Vice President Gore will carry a letter from me", "They will bring with them the draft agreement"
_CARRY = compiled(
    rf"(?:^|(?<=\s))(?P<words>{_NAME}\s(?:(?:will|shall)\s(?:also\s)?(?:carry|bring|take)|is\s(?:carrying|bringing|taking))\s(?:home\s|back\s)?(?:(?:with|along\swith)\s(?:him|her|them)\s(?:{_STEP}\s){{1,4}}?{_CARRIED}|(?:{_STEP}\s){{1,4}}?(?P<kind>(?i:{KIND}))\s(?:from\s(?:me|us)|(?:for|to)\syou|with\s(?:him|her|them))))(?!\w)"
)
_BRING = compiled(
    rf"(?<=\swill\s)[^.;:\n]{{3,90}}?\sand\s(?P<words>(?:carry|bring)\s(?:with\s(?:him|her|them)\s)(?:{_STEP}\s){{1,4}}?{_CARRIED})(?!\w)"
)
# "Wilson will write you fully"
_WRITES = compiled(
    rf"(?:^|(?<=\s))(?P<words>{_NAME}\s(?:will|shall)\s(?:also\s|soon\s)?write\s(?:to\s)?you\s(?:fully|separately|about|on|upon|of|at\slength|in\sdetail|by|again|soon))(?!\w)"
)
# "I shall take the liberty of addressing you upon this head by the next packet"
_ADDRESSING = compiled(
    rf"(?P<words>(?:I|[Ww]e)\s(?:will|shall)\s(?:[\w ]{{3,40}}?\s)?(?:address|addressing|write|writing)\s(?:to\s)?you\s[^.;:\n]{{0,70}}?{_BY})"
)
# "will be answered by the next steamer"
_ANSWERED = compiled(
    rf"(?P<words>(?:will|shall)\sbe\s(?:answered|replied\sto)\s(?:fully\s|at\slength\s)?(?:{_BY}|separately|later|shortly|soon|in\sdue\s(?:course|time)))(?!\w)"
)
# "The cargoes will be reported in detail so soon as the manifests can be seen"
_REPORTED = compiled(
    rf"(?P<words>[A-Z][^.;:\n]{{3,110}}?\s(?:will|shall)\sbe\s(?:reported|described|explained)(?:\son)?\s(?:(?:more\s)?fully|in\s(?:full|more\s|greater\s|fuller\s)?\s?detail|at\s(?:greater\s)?length)?\s?(?:(?:so|as)\ssoon\sas|later|separately|{_BY}))(?!\w)"
)
# "I shall keep the Department informed by cable"
_KEEP = compiled(
    r"(?P<words>(?:I|[Ww]e|Shall|Will|Embassy|Legation|Consulate)\s(?:(?:shall|will)\s)?keep\s(?:you|(?:the\s)?(?:Department|Ministry|Legation|Embassy|Cent(?:er|re)))\s(?:\w+\s)?(?:informed|advised|posted)\s(?:(?:by|through)\s(?:cable|telegraph|wire|telegram|mail|post|letter)))(?!\w)"
)
# "He would send us a note on this", "the report of the Committee would be circulated the next day"
_WOULD_SEND = compiled(
    rf"(?:^|(?<=\s))(?P<words>{_NAME}\swould\s(?:also\s|then\s)?(?:send|give|hand|furnish|let)\s(?:me|us)\s(?:have\s)?(?:{_STEP}\s){{1,4}}?{_PAPER})(?!\w)"
)
_WOULD_BE = compiled(
    rf"(?:^|(?<=\bthat\s))(?P<words>(?:[Tt]he|[Aa]n?|[Hh]is|[Tt]heir)\s(?:{_STEP}\s){{0,3}}?{_PAPER}{_ABOUT}\swould\sbe\s(?:circulated|distributed|sent\sto\s(?:us|me|the\smembers)|handed\sto\s(?:us|me)|communicated\sto\s(?:us|me)|furnished\sto\s(?:us|me)))(?!\w)"
)
# "… draw up a scheme of it, which we shall forward"
_WHICH = compiled(
    rf"\b{_PAPER}(?:\s(?:of|on|for)\s[^.;:,\n]{{2,60}})?,\s(?P<words>which\s(?:I|we)\s(?:shall|will)\s(?:then\s|also\s|soon\s|duly\s)?(?:forward|send|transmit|submit|communicate))(?!\w)"
)
_CLAUSES = compiled(r"(?:[;:]\d?\s|,\s(?:and|but|while)\s|,\s(?=(?:an?|the|my|our)\s))")
_OPEN = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing|no)\b")
_NOT_OURS = compiled(r"(?i:your|this|these|those|any|every|each)\s")
_ASKED = compiled(r"\b(?:asked|inquired|hoped|wished|suggested|doubted)\b")
_ELSEWHERE = compiled(r"\sto\s(?!you|me\b|us\b|your|the\s(?:Department|Cent(?:er|re)|Ministry|members))(?:[A-Z]|the\s)")
_FORMS: Final = (
    ("telegram", ("telegra", "cable", "wire")),
    ("letter", ("letter",)),
    ("despatch", ("despatch", "dispatch")),
    ("memorandum", ("memo",)),
    ("report", ("report",)),
    ("minutes", ("minutes",)),
    ("note", ("note",)),
)
_OF_OTHERS: Final = (_CARRY, _BRING, _WRITES, _WOULD_SEND, _WOULD_BE)


def find(text: str, start: int, end: int) -> tuple[int, int, str, bool] | None:
    """First and last word of such an announcement in a sentence, the form of the paper announced, and whether it is the writer's own."""
    words = text[start:end]
    for match in _matches(text, start, end, words):
        if _OPEN.search(text, start, match.end("words")) or (
            match.re in (_WOULD_SEND, _WOULD_BE) and _ASKED.search(text, start, match.start("words"))
        ):
            continue
        if _NOT_OURS.match(match["words"]):
            continue
        groups = match.groupdict()
        named = (groups.get("paper") or groups.get("kind") or "").lower()
        if (
            match.re is _GOING
            and " going forward " not in match["words"]
            and (named.startswith("cop") or _ELSEWHERE.match(text, match.end("words"), end))
        ):
            continue  # "copies mailed to London by bag" are of this very paper
        form = next((slug for slug, known in _FORMS if any(word in named for word in known)), "")
        if match.re is _KEEP and re.search(r"\b(?:cable|telegraph|wire|telegram)$", match["words"]):
            form = "telegram"
        return *match.span("words"), "" if match.re is _WHICH else form, match.re not in _OF_OTHERS
    return None


def _matches(text: str, start: int, end: int, words: str) -> Iterator[re.Match[str]]:
    """By each way of saying, where its words stand."""
    for begin in (start, *(joint.end() for joint in _CLAUSES.finditer(text, start, end))):
        for pattern, hints in _AT_CLAUSE:
            if any(hint in words for hint in hints) and (match := pattern.match(text, begin, end)):
                yield match
    for pattern, hints in _ANYWHERE:
        if any(hint in words for hint in hints) and (match := pattern.search(text, start, end)):
            yield match


_AT_CLAUSE: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = (
    (_GOES, (" go", " come", " coming", " follow", " leave")),
    (_GOING, (" going forward", "ed by ", "mailed", "pouched")),
    (_MAILING, ("ailing", "ouching", "orwarding", "abling", "elegraphing")),
    (_REPORTED, ("be reported", "be described", "be explained")),
)
_ANYWHERE: Final[tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]] = (
    (_I_AM_SENDING, (" am ", " are ")),
    (
        _CARRY,
        (
            " carry ",
            " bring ",
            " take with",
            " take along",
            " take home",
            " take back",
            " take a",
            " take the",
            " take my",
            " taking ",
            " carrying ",
            " bringing ",
        ),
    ),
    (_WRITES, (" write ",)),
    (_ADDRESSING, (" addressing you", " address you", " writing ", " write ")),
    (_BRING, (" carry with ", " bring with ")),
    (_ANSWERED, ("be answered", "be replied")),
    (_KEEP, (" keep ",)),
    (_WOULD_SEND, ("would send", "would give", "would hand", "would furnish", "would let", "would also", "would then")),
    (_WOULD_BE, (" would be ",)),
    (_WHICH, (", which ",)),
)
"""The patterns, each with words of which it needs one."""
