"""Words that say a paper pointed to is answered: ``In reply to your No. 24``, ``Your 24 received``, ``Having studied your telegram``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final

from cablegraph.patterns import compiled

_BEGIN: Final = r"(?:(?<![^\n])|(?<=[.:]\s))"
"""The beginning of a line or a sentence."""
_ASKED: Final = r"(?:\sthe\s(?:requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|proposals?|offers?|points?)(?:\s(?:contained|made|put|raised|asked|expressed|stated|set\s(?:out|forth)))?\s(?:in|of|by))?"
_LOOKED_AT: Final = "received|got|read|studied|examined|considered|discussed"
_BEFORE = compiled(
    rf"(?:(?:I|[Ww]e)\s(?:have\s|had\s|only\s|just\s|duly\s|today\s|also\s)*(?:{_LOOKED_AT})(?:\s(?:today|yesterday))?"
    rf"|(?:[Ii]n\s|[Aa]s\s(?:an?\s)?)(?:reply|answer|response)\sto{_ASKED}|IN\s(?:REPLY|ANSWER|RESPONSE)\sTO|(?:[Rr]eplying|[Rr]esponding)\sto|[Aa]nswering|REPLYING\sTO|ANSWERING|[Ii]n\sreply"
    rf"|{_BEGIN}(?:(?:Reply|Answer|Response|REPLY|ANSWER|RESPONSE)(?:\s(?:to|TO))?|Replying|REPLYING)"
    r"|(?:I|[Ww]e)\s(?:now\s|hereby\s|herewith\s)*(?:(?:reply|respond)\sto|answer)|(?:hasten|beg|hono(?:u)?r|instructed|directed|authori[sz]ed)\sto\s(?:(?:reply|respond)\sto|answer)"
    r"|[Tt]his\s(?:answers|replies\sto)|(?:[Hh]ere(?:with)?|[Tt]his|[Ff]ollowing|[Bb]elow)\s(?:(?:is|are)\s)?(?:the\s|my\s|our\s|an?\s)?(?:reply|answer|response)\sto"
    rf"|[Hh]av(?:e|ing)\s(?:{_LOOKED_AT})|(?:[Aa]fter|[Oo]n|[Uu]pon)\s(?:receiving|reading|studying|considering)|(?:[Aa]cknowledge|[Cc]onfirm)(?:s|d|ing)?(?:\s(?:the\s)?receipt\sof)?|(?:[Uu]pon|[Oo]n|[Tt]he)?\s?[Rr]eceipt\sof"
    r"|[Tt]hank(?:s|ing)?(?:\syou)?(?:\svery\smuch)?\sfor|(?:[Gg]rateful|[Oo]bliged|[Ii]ndebted)(?:\sto\syou)?\sfor"
    r"|(?<![^\n])To|[Rr]eceived)\s(?:both\s|the\s|of\s|all\s|also\s)*$"
)
_HINTS: Final = (
    "eceiv", "got", "read", "stud", "examin", "consider", "discuss", "repl", "Repl", "REPL", "nswer", "NSWER", "espon", "ESPON",
    "cknowledge", "onfirm", "eceipt", "hank", "rateful", "bliged", "ndebted", "To ",
)  # fmt: skip
"""A quick look first: nothing says that a paper is answered without one of these."""
_BLOCKED = compiled(
    r"\b(?:not|yet|never|hardly|before|until|without|unless|when|if|instead\sof|should\sbe|would\sbe|please)\s$",
    re.IGNORECASE,
)
"""``have not received``, ``Before replying to``, ``should be grateful for``: not answered, or not yet."""
_OTHERS = compiled(
    r"(?<![\w’'])(?:[Hh]e|[Ss]he|[Tt]hey|who|(?:Mr|Dr)\.\s[A-Z]\w+|(?:General|Comrade|Ambassador|Minister|Consul)\s[A-Z]\w+)\s(?:has|had|have)\s(?:\w+\s)?$"
)
"""``he had received your telegram``: another did."""
_AFTER = compiled(
    r"[\s,]*(?:(?:(?:has|have)\s(?=(?:\w+\s)?been\s|reached|(?:\w+\s)?(?:reached|come)\b)|was|were|is|are)\s?)?(?:(?:been|duly|just|also|already|only)\s)*(?:received|to\shand|acknowledged|at\shand|(?:reached|came\sto)\s(?:me|us))(?!\w|\s(?:through|via|from|by|at|here\sfrom))"
    r"|,?\s(?:I|we)\s(?:have\sthe\shono(?:u)?r\sto\s|beg\sto\s|hasten\sto\s|can\s|must\s)?(?:reply|answer)(?!\w)",
    re.IGNORECASE,
)
_ABOUT_IT = compiled(
    r"\s(?:concerning|about|regarding|respecting|on\sthe\s\w+\sof|in\sregard\sto)\s[^.;:,\n]{2,60}?,?\s(?:(?:has|have)\s(?:just\s|already\s)?been\s|was\s|were\s|just\s)?(?:received|to\shand|at\shand)(?=[.,;]|$|\sand\b|\syesterday\b|\sto-?day\b)"
)
"""``Your telegram concerning rails received.``"""
_A_REPLY_TO = compiled(r"\b(?:reply|answer|response)\sto(?:\s\w+)?\s$", re.IGNORECASE)
"""``No reply to your No. 24 has been received``: what was received is the reply."""
_ALSO = compiled(r"[\s,;]*(?:and|also|,|;)?[\s,]*(?:to\s|of\s)?")
_ANSWER = compiled(r"[.:\s]*(?:An\s)?(?:[Rr]eply|[Aa]nswer|[Rr]esponse)\s")
_NOT_YET = compiled(r"\s(?:will|shall|follows|to\sfollow)\b")
"""``Answer to your last telegram will follow``: nothing is answered yet."""
_SHALL_ANSWER = compiled(
    r",?\s(?:and|but)\s(?:(?:I|[Ww]e)\s)?(?:shall|will|hope\sto|propose\sto)\s(?:\w+\s)?(?:answer|reply)\b"
)
"""``I have received your No. 57 and shall answer when …``"""
_TITLE = compiled(rf"{_BEGIN}\[?(?:Reply|Answer|Response|REPLY|ANSWER|RESPONSE)\s$")


def cue_before(text: str, start: int, head: int, answered_to: int = -1) -> int | None:
    """Where the words begin that say the paper is answered: right before it, or before its neighbour."""
    first = max(start, head - 90)
    before = text[first:head]
    if any(word in before for word in _HINTS) and (match := _BEFORE.search(text, first, head)):
        blocked = _BLOCKED.search(text, max(start, match.start() - 12), match.start())
        others = _OTHERS.search(text, max(start, match.start() - 40), match.start())
        return None if blocked or others else match.start()
    if 0 <= answered_to <= head and _ALSO.fullmatch(text, answered_to, head):
        return head
    return None


def end_after(text: str, start: int, head: int, place: int, end: int) -> int | None:
    """Where the words end that say so behind it: ``Your 24 received``, ``on your No. 24 I reply``."""
    after = _AFTER.match(text, place, end) or _ABOUT_IT.match(text, place, end)
    if after is None or _A_REPLY_TO.search(text, max(start, head - 24), head):
        return None
    return after.end()


def is_to_come(text: str, cue: int, place: int, end: int) -> bool:
    """Whether the answer that the words speak of is still to be given."""
    to_follow = _NOT_YET.match(text, place, end) and _ANSWER.match(text, cue)
    return bool(to_follow or _SHALL_ANSWER.match(text, place, end))


def title_before(text: str, start: int, cue: int) -> int | None:
    """Where ``Reply`` stands that opens a line or sentence: ``Reply to No. 24``."""
    match = _TITLE.search(text, max(start, cue - 10), cue)
    return match.start() if match else None
