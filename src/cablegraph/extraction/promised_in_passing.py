"""Papers announced by what will be done with them: ``will be the subject of another instruction``, ``I shall reply to it to-morrow``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_STEP: Final = r"(?!(?:is|are|was|were|has|have|had|will|shall|if|that|which|who|when|not|no|to|and|but)\b)[\w’'-]+"
_WHEN: Final = r"(?:to-?morrow|to-?day|to-?night|soon|shortly|later|in\swriting|by\s(?:letter|note|telegram|telegraph|cable|despatch|dispatch|(?:the\s)?(?:next\s)?(?:mail|post|courier|bag|pouch|steamer))|in\sa\sfew\sdays|in\sdue\scourse|at\s(?:length|leisure)|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next\s(?:week|month))"
_SUBJECT = sought(
    r"(?P<words>(?:will|shall)\s(?:be|form|make)\s(?:made\s)?(?:the|a)\s(?:subject|matter)\sof\s(?:another|an?|my\snext|our\snext)\s(?:\w+\s)?(?P<paper>instruction|d[ei]spatch|letter|communication|note|telegram|report|memorandum|message)s?)(?!\w)"
)
_ADD = sought(
    r"(?P<words>(?:will|shall)\s(?:also\s|then\s)?(?:add|append|subjoin|annex|attach)\s(?:thereto\s|to\sit\s)?(?:an?|the)\s(?:[\w’'-]+\s){0,2}?(?P<paper>tables?|lists?|statements?(?=\sof)|cop(?:y|ies)|maps?|translations?|summar(?:y|ies)|accounts?|figures|schedules?|charts?|abstracts?))(?!\w)"
)
_REPLY = sought(
    rf"(?P<words>\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[A-ZÀ-Ž][\w’'-]+)\s(?:will|shall|would)\s(?:reply|answer|respond)(?:\s(?:to\s)?(?:it|this|them|you|him|me|us|(?:the|his|her|their|your|my|our)\s(?:[\w’'-]+\s)?[\w’'-]+))?\s{_WHEN})(?!\w)"
)
_UNDERTOOK = sought(
    rf"(?P<words>(?:promis(?:es|ed)|under(?:takes|took)|agree[sd]?|engage[sd]?)\sto\s(?:furnish|supply|send|submit|prepare|deliver|forward|provide|communicate|transmit)\s(?:an?|the|his|her|its|their|further|full)\s(?:{_STEP}\s){{0,3}}?(?P<paper>(?i:{KIND})))(?![\w-])"
)
_MAILED: Final = r"(?:air)?mailed|pouched|posted|forwarded\sby\s(?:air\s?gram|air\s?mail|mail|pouch|bag|courier|post|d[ei]spatch|letter)|sent\sby\s(?:air\s?gram|air\s?mail|mail|pouch|bag|courier|post|d[ei]spatch)"
_UNDER_WAY = compiled(
    rf"(?P<words>(?:(?:An?|The)\s)?(?:{_STEP}\s){{0,2}}?(?P<paper>(?i:{KIND}))(?:\s(?:of|on|about|upon|from|to)\s(?:(?!\b(?:was|were|had)\b)[^.;:\n]){{2,70}}?)?\s(?:(?:has|have)\s(?:also\s|already\s)?been\s|(?:is|are)\s(?:being\s)?|being\s)?(?:{_MAILED}|go(?:es)?\s(?:forward\s)?by\s(?:air\s?gram|air\s?mail|mail|pouch|bag|courier|d[ei]spatch)))(?:\s(?:to-?day|yesterday|this\s\w+|to\syou|on\s[^.;:\n]{{2,24}}))?\s*(?:[.;]|$)"
)
"""``Text of Touré's letter forwarded by airgram.``, ``A full report has been mailed.``"""
_ORIGINAL = sought(
    r"(?P<words>(?:of\swhich|whose)\s(?:the\s|an?\s)?(?P<paper>originals?|cop(?:y|ies)|translations?|(?:full\s)?texts?)\s(?:will|shall)\sbe\s(?:mailed|sent|forwarded|transmitted|handed|delivered|supplied|furnished)[^.;:,\n]{0,40})"
)
_REPORT = sought(
    r"(?P<words>\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[A-ZÀ-Ž][\w’'-]+|[Tt]he\s[a-z]+|[a-z]+s)\s(?:will|shall)\s(?:then\s|also\s|soon\s)?make\s(?:an?|their|his|her|its|my|our)\s(?:(?:own|full|separate|special|detailed|further|written|joint|final|formal)\s)+(?P<paper>report|statement|communication))(?!\w)"
)
_CHARGED = sought(
    rf"(?P<words>(?:(?:[A-ZÀ-Ž][\w’'.-]+\s){{1,5}})?(?:is|are)\sto\s(?:present|submit|hand\sin|report|deliver)\s(?:to\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:of\sthe\s)?[A-Z][\w’'-]+){{0,3}}\s|you\s|us\s)?(?:(?:by|before|until|not\slater\sthan|within)\s[^.;:,\n]{{3,30}}?\s)?(?:an?|its|his|their)\s(?:{_STEP}\s){{0,2}}?(?P<paper>report|plan|proposals?|draft|list|memorandum|survey|account|estimate))(?!\w)"
)
_DOUBT = compiled(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether|not|never|nothing|refuse\w*|[Ww]hen)\b")
_TO_ANOTHER = compiled(
    r"(?:\s(?:of|on|about)\s[^.;:\n]{2,40}?)?\sto\s(?!you|us|me|my\b|our\b|the\s(?:[Ll]egation|[Ee]mbassy|[Dd]epartment|undersigned))"
)
_STEPS: Final = ("letter", "telegram", "note", "message", "repl", "answer", "response", "instruction", "aide", "proposal", "cable", "protest", "plan")  # fmt: skip
_SPOKEN: Final = ("remark", "view", "consideration", "stand", "comment", "observation", "recommendation", "gist", "substance", "tenor")  # fmt: skip
_FORMS: Final = (("letter", "letter"), ("telegra", "telegram"), ("cable", "telegram"), ("patch", "despatch"), ("memorand", "memorandum"),
                 ("report", "report"), ("instruction", "instruction"), ("minutes", "minutes"), ("note", "note"))  # fmt: skip
_WAYS: Final = (
    (_SUBJECT, (" of another ", " of a ", " of my next ", " of our next "), True),
    (_ADD, ("ll add ", "ll append ", "ll subjoin ", "ll annex ", "ll attach ", "ll also a", "ll then a"), True),
    (_ORIGINAL, ("of which ", "whose "), True),
    (_REPORT, (" make ",), False),
    (_CHARGED, (" is to ", " are to "), False),
    (_REPLY, (" reply", " answer", " respond"), None),
    (_UNDERTOOK, ("promise", "undert", "agree", "engage"), False),
)
"""The patterns with words of which each needs one, and whether the paper is the writer's own; None where the words say."""


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    words = text[start:end]
    if any(sent in words for sent in ("mailed", "pouched", " by ")) and (match := _UNDER_WAY.match(text, start, end)):
        return match.start("words"), match.end("words"), _form(match["paper"]), True
    for pattern, hints, own in _WAYS:
        match = pattern.search(text, start, end) if any(hint in words for hint in hints) else None
        if match is None or _DOUBT.search(text, start, match.end()):
            continue
        paper = (match.groupdict().get("paper") or "").lower()
        steps = paper.startswith(_SPOKEN) or (
            paper.startswith(_STEPS) and _TO_ANOTHER.match(text, match.end(), end) is not None
        )
        if pattern is _UNDERTOOK and steps:
            continue  # "promised to send a note to Berlin", "promised to transmit his remarks"
        ours = match["words"].startswith(("I ", "We ", "we ")) if own is None else own
        return match.start("words"), match.end("words"), _form(paper), ours
    return None


def _form(paper: str) -> str:
    return next((form for stem, form in _FORMS if stem in paper.lower()), "")
