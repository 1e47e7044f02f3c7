"""Whose decision a paper is that a secretary signs: an extract from a protocol of the Politburo is the Politburo's."""

from __future__ import annotations

import re

from cablegraph.evidence import Passage
from cablegraph.extraction.claimants import CLAIMANT
from cablegraph.patterns import compiled
from cablegraph.record import SourceText
from cablegraph.sought import sought

HEAD = 500
"""Characters before and behind the beginning of a text in which its head is looked for."""
_EXTRACT = sought(
    r"\b(?:extract|excerpt)s? from (?:the )?(?:protocol|minutes|decisions?|resolutions?)\b", re.IGNORECASE
)
_BODY = compiled(
    r"(?:(?:[A-Z][\w()]*|of the|of) ){0,4}?"
    r"(?:Politburo|POLITBURO|Political Bureau|Presidium|PRESIDIUM|Secretariat|SECRETARIAT|Council of Ministers)\b"
    r"(?: of the [A-Z][\w()]*(?: (?:of (?:the )?)?[A-Z][\w()]*){0,5})?"
)


def body(source: SourceText, start: int) -> tuple[Passage, ...]:
    """The body whose extract a text is that begins at ``start``, named in its head; none for other papers."""
    text, first = source.text, max(start - HEAD, 0)
    extract = _EXTRACT.search(text, first, start + HEAD)
    if extract is None:
        return ()
    found = _BODY.search(text, extract.end(), start + HEAD) or _BODY.search(text, first, extract.start())
    return _cited(source, found)


def attached(source: SourceText, start: int) -> tuple[Passage, ...]:
    """The body to whose decision a draft is attached that nobody signs and that begins at ``start``."""
    text = source.text
    if _ATTACHED.search(text, max(start - ATTACHED_BEFORE, 0), start + ATTACHED_BEFORE) is None:
        return ()
    return _cited(source, _BODY.search(text, 0, start))


_ATTACHED = sought(
    r"\b(?:[Rr]e|[Tt]o|[Ff]or) (?:the )?(?:[Pp]oint|[Pp]ara(?:graph)?|[Ii]tem) [\w.]+ (?:of|in) (?:the )?"
    r"(?:[Pp]rot\b|[Pp]rotocol|[Rr]esolution|[Dd]ecision)"
)
ATTACHED_BEFORE = 200
"""Within so many characters of its beginning an attachment says to which decision it belongs."""


def speaking(source: SourceText) -> tuple[Passage, ...]:
    """Who speaks by the title of a speech that names no other sender: ``Speech by Władysław Gomułka at a Meeting``."""
    title = _SPEECH.search(source.text, 0, HEAD)
    return (source.cite(title.span("name"), CLAIMANT, title["name"], entity="person"),) if title else ()


_SPEECH = sought(
    r"(?m)^(?:[“\"]?)(?:Speech|Address|Remarks|Statement|Toast|Intervention)(?: (?:of|by)|, by) "
    r"(?:(?:Comrade|Cde\.|Mr\.|President|Premier|Chairman|Marshal|General|First Secretary|Prime Minister|Minister) )*"
    r"(?P<name>[^\W\d_][\w’'.-]+(?: [^\W\d_a-z][\w’'.-]*){1,3})"
)


def _cited(source: SourceText, found: re.Match[str] | None) -> tuple[Passage, ...]:
    if found is None:
        return ()
    text = source.text
    begins = found.start() + len(found[0]) - len(_LEADING.sub("", found[0]))
    return (source.cite((begins, found.end()), CLAIMANT, text[begins : found.end()], entity="body"),)


_LEADING = compiled(r"^(?:(?:of|the|Meeting|Session|Sitting|No) )+")
