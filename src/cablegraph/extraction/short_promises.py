"""Papers announced in passing: ``Cde. Berg will write to Cde. Dahl``, ``We shall report on the arrests tonight``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.extraction.promised_by_verb import KIND
from cablegraph.patterns import compiled
from cablegraph.sought import sought

Found = tuple[int, int, str, bool]
"""Where the promise begins and ends, the paper's form, and whether it is the writer's own."""

_NAME: Final = r"(?:(?:Comrade|Cde\.|Brother|Mr\.|Mrs\.|Dr\.|Ambassador|President|Minister|General)\s)?(?!(?:It|This|That|There|Who|What|Nobody|Nothing|You|If|When)\b)[A-ZÀ-Ž][\w’'-]+"
_ARTICLE: Final = r"(?:an?|the|his|my|our)\s(?:[\w’'-]+\s){0,3}?"
_WHEN: Final = r"(?:tonight|tomorrow|to-morrow|again|later|shortly|this\sevening|on\sanother\soccasion|by\sthe\snext\s\w+|in\s(?:my|our)\s(?:next|report)\b[^.;:\n]{0,12}|after\sthe\s\d{1,2}(?:st|nd|rd|th))"
_OTHERS = sought(
    rf"(?P<words>\b{_NAME}\s(?:will|shall)\s(?:(?:himself|herself)\s)?(?:write|reply)\s(?:(?:to|on)\s)(?:you|us|me|{_NAME}|the\s\w+)[^.;:,\n]{{0,40}})"
    rf"|(?P<own>\b{_NAME}(?:\s[A-ZÀ-Ž][\w’'-]+)?\s(?:will|shall)\s(?:report|write|reply|telegraph|cable|wire)\s(?:to\s(?:you|us|me)\s)?(?:on\s(?:this|that|it)\s)?(?:separately|in\s(?:a\sseparate|another)\s(?:telegram|cable|letter|report)))"
    rf"|(?P<paper>\b(?:{_NAME}|My\s[\w-]+|[Hh]e|[Ss]he|which)\s(?:will|would)\s(?:prepare|submit|table|mail|bring(?:\swith\sme|\sto\s[A-Z]\w+(?:\s[A-Z]\w+)?)?)\s(?:(?:me|us|you)\s)?{_ARTICLE}(?P<kind>{KIND})\b)"
)
_OWN = sought(
    rf"(?P<words>\b(?:I|[Ww]e)\s(?:will|shall)\s(?:report|radio|cable|telegraph|wire|write|return\sto)\b[^.;:\n]{{0,60}}?\s?{_WHEN})"
    rf"|(?P<paper>\b(?:I|[Ww]e)\s(?:will|shall)\sbring\swith\s(?:me|us)\s{_ARTICLE}(?P<kind>{KIND})\b)"
    r"|(?P<going>\b(?:I\sam|[Ww]e\sare)\sgoing\sto\swrite\sto\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
)
_DOUBTFUL = compiled(r"(?i)\b(?:if|unless|whether|not|never|nothing|no|when|until|who|hopes?\sthat|believes?\sthat)\b")
_OF: Final = (("letter", ("letter", "write")), ("telegram", ("telegra", "cable", "wire", "radio")), ("report", ("report",)),
              ("note", ("note",)), ("memorandum", ("memorand",)))  # fmt: skip


def find(text: str, start: int, end: int) -> Found | None:
    """The promise in the sentence ``text[start:end]``, or nothing."""
    for pattern, own in ((_OWN, True), (_OTHERS, False)):
        match = pattern.search(text, start, end)
        if match and not _DOUBTFUL.search(text, start, match.end()):
            words = (match["kind"] or match[0]).lower()
            form = next((form for form, stems in _OF if any(stem in words for stem in stems)), "")
            return match.start(), match.end(), form, own or match[0].startswith(("We ", "I "))
    return None
