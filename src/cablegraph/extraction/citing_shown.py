"""Papers of a named party whose day nobody says: ``a telegram from the Consul at Callao reports``, ``a letter of Kohl to Reagan``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled

_FORMS: Final = frozenset(
    {"letter", "telegram", "ciphered-telegram", "note", "memorandum", "speech", "despatch", "report"}
)
_SHOWN = compiled(
    r"\b(?:show(?:s|ed|n|ing)?|read(?:ing)?|cop(?:y|ies) of|brought|came (?:in )?with|called with|produced|received|laid before|let \w+ see)(?: to)?(?: me| us| him)?(?: on \w+day| yesterday| to-?day| this morning)? $"
)
"""``showed me a telegram from Mr. Hioki``"""
_LIES_HERE = compiled(r"\b(?:[Ee]n|[Ii]n)clos(?:e|es|ing)\b[^.;:]{0,60}\bcop(?:y|ies) of $")
"""``to enclose a copy of`` a letter from Mr. Hioki"""
_KNOWING: Final = r"(?:be )?(?:see|seen|observe|observed|perceive|perceived|find|found|learn|learned|notice|noticed|note|noted|remember|remembered|recall|recollect|refer|acknowledge|judge|understand)\b"
_WITHIN_CLAUSE: Final = r"(?:[^.;:]|(?<=[MD]r)\.|(?<=Mrs)\.|(?<=[A-Z])\.){0,48}$"
_NOT_YET = compiled(
    r"\b(?:[Aa]wait\w*|[Ee]xpect\w*|[Ww]ant(?:s|ed|ing)?|[Ww]ish\w*|[Dd]esir\w*|[Nn]eed\w*|[Rr]equest\w*|ask(?:s|ed|ing)?|beg(?:s|ged)?|hop(?:e|es|ed|ing)|[Pp]ending|[Ww]ithout|[Uu]nless|[Uu]ntil|[Ii]f|[Ww]hether|[Aa]ny|[Nn]o|[Nn]ot|[Nn]ever|nor|neither|absence|lack"
    r"|[Hh]eard|[Hh]earing|[Pp]lease|[Ll]et|[Ss]uggest\w*|[Pp]ropos\w*|[Rr]ecommend\w*|[Pp]romis\w*|intend\w*|prepar\w*|draft\w*|instead|[Ff]ailing|[Ss]hould|would|may|might|can|could|must"
    rf"|(?:will|shall|to) (?!{_KNOWING})\w+|(?:[Ee]n|[Ii]n)clos\w+|append\w*|annex\w*|subjoin\w*|attach\w*|[Tt]ransmit\w*|[Ff]orward\w*|[Ss]end(?:s|ing)?|carr(?:y|ies|ied|ying)|bear(?:er|ing|s)?|bore|[Ff]ollowing|[Ss]ubjoined|[Aa]ddress|[Ww]rite)\b{_WITHIN_CLAUSE}"
)
"""Words before a paper that is awaited, wished for, promised, forbidden, thought of, enclosed or given in full."""
_NEVER_CAME = compiled(
    r"s?,?\s(?:will|shall|would|should|may|might|must|can|could|is\s(?:expected|awaited|to\b)|follows?\b|ha[sd]\s(?:not|never)\s(?:yet\s|been\s)*(?:come|arrived|reached|received)|in\sblank|in\shis\sown\shand)\b"
)
_SAID_AFTER_ALL = compiled(
    r"[^.;\n]{0,70}?(?:\b(?:of|on|dated|from|under)\s(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th|d)?\b|[A-Z][a-z]{2,8}\.?\s\d|to-?day|yesterday|that\s|this\s)|\(?N(?:o\.|[º°])\s?\d|№|\([Ii]n?closure|is\s(?:herewith|[ei]nclosed)|[ei]nclosed)|[^.;\n]{0,30}:\s*[\"“«\n]|\s[a-z]?[’'][A-Z]"
)
"""Behind the words: a day or a number after all, which others read, or that the paper is here, enclosed or in full."""
_AN_ENCLOSURE = compiled(r"\b(?:[Ii]n?closure|[Ee]nclosure|[Aa]nnex|[Aa]ppendix)\b(?:[^.;]|(?<=No)\.){0,24}$")
_MONTH = compiled(rf"\s(?:of|from)\s{MONTH}\b")
_KIND = compiled(r"s(?!\w)|\sof\s(?:introduction|credence|recommendation|thanks|marque|recall|instruction)")
"""Several papers, or one that is named after what it is for."""
_I_SENT = compiled(
    r"\b(?:I|[Ww]e)\s(?:\w+\s){0,4}?(?:addressed|sent|wrote|written|handed|delivered|left|despatched|dispatched|telegraphed|cabled|made|directed|demanded|protested|replied|answered|informed|asked|requested|notified)\s(?:(?:by|in|with)\s)?$"
)
"""``I have addressed``, ``I demanded by``, before a note to somebody"""


def by_writer(text: str, start: int) -> bool:
    """Whether the paper that is named at ``start`` is one that the writer of the text sent."""
    return _I_SENT.search(text, max(0, start - 60), start) is not None


def was_there(text: str, start: int, form_end: int, place: int, end: int, form: str) -> bool:
    """Whether a paper of one party, ``text[start:place]``, is one that there was.

    ``form_end`` is where the word for its form ends. One that is awaited, asked for, promised or only thought of is none.
    """
    if form not in _FORMS:
        return False
    if _SHOWN.search(text, max(0, start - 40), start) and not _LIES_HERE.search(text, max(0, start - 80), start):
        return True
    return not (
        text.startswith(("this ", "This "), start)
        or _KIND.match(text, form_end, end)
        or _MONTH.match(text, form_end, end)
        or _NEVER_CAME.match(text, place, end)
        or _SAID_AFTER_ALL.match(text, place, end)
        or _AN_ENCLOSURE.search(text, max(0, start - 40), start)
        or _NOT_YET.search(text, max(0, start - 80), start)
    )
