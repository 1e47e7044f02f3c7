"""Whose words stand between quotation marks in running text: ``You wrote: “I request 90 spades.”``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from cablegraph.extraction.claim_families import fragment
from cablegraph.extraction.claimants import subject_of
from cablegraph.patterns import compiled

Stretch = tuple[int, int]


class Said(NamedTuple):
    """Who says what is quoted: who is written to (``you``), who writes (``we``), a ``he``, who is named, or nobody who is told."""

    word: Literal["you", "we", "he", "who", "nobody"]
    start: int = 0
    end: int = 0


_QUOTATION: Final = compiled(
    r"(?:(?<=[\s(:,—–-])|^)(?:“[^“”\n]{6,1500}”|\"[^\"\n]{6,1500}\"|«[^«»\n]{6,1500}»|„[^„“”\n]{6,1500}[“”])"
)
_SAYS: Final = (
    r"(?:w(?:rote|rites?|ritten)|sa(?:id|ys?)|t(?:old|ells?)|repl(?:ied|ies|y)|answer(?:ed|s)?|add(?:ed|s)?|ask(?:ed|s)?|declare[sd]?|state[sd]?|telegraph(?:ed|s)?|cable[sd]?|wire[sd]?"
    r"|remark(?:ed|s)?|exclaim(?:ed|s)?|cried|shouted|announce[sd]?|promise[sd]?|assure[sd]?|continue[sd]?|explain(?:ed|s)?|insist(?:ed|s)?|observe[sd]?|conclude[sd]?|report(?:ed|s)?|inform(?:ed|s)?"
    r"|comment(?:ed|s)?|respond(?:ed|s)?|repeat(?:ed|s)?|assert(?:ed|s)?|beg(?:ged|s)?|request(?:ed|s)?|read|reads|ran|runs)"
)
_BEFORE: Final = compiled(
    rf"(?: (?:has|have|had|did|also|then|again|now|further|therefore|yourself|himself|herself|once more|verbally|literally))* {_SAYS}(?: (?:to )?(?:me|us|you|him|her|them|the [\w ]{{3,30}}|[A-Z][\w’'.-]+(?: [A-Z][\w’'-]+)?))?"
    r"(?:,? (?:on|of|in|at|from|by|to|under|with|through|last|this|yesterday|to-?day|verbatim|literally|as|that|the|thus|so)\b[^:;\"“”«„\n]{0,80})?[,:]? ?$"
)
"""``… wrote to me on 28 July: “``, with who wrote before it."""
_AFTER: Final = compiled(
    rf",? (?:{_SAYS} (?P<behind>you|I|we|he|she|(?=the |[A-Z]))|(?P<ahead>you|I|we|he|she|(?=[Tt]he |[A-Z])))"
)
_THEN_SAYS: Final = compiled(rf" (?:(?:has|have|had|also|then) )?{_SAYS}\b")
_YOUR: Final = compiled(r"\b(?:[Yy]ou|[Yy]our\b[^.;:!?\"“”\n]{1,60})$")
_YOURS_ALONE: Final = compiled(
    r"\b[Yy]our (?:\w+ )?(?:letter|telegram|note|message|cable|report|memorandum|despatch|dispatch|words|answer|reply|proposal|request|offer|statement|No\.)\b[^.;!?\"“”\n]{0,80}[:,]? ?$"
)
_OURS: Final = compiled(
    r"\b(?:(?:I|[Ww]e)(?: (?:shall|will|would|should|could|must|can|might|had to|was to|am to))?|[Yy]ou (?:may|will|should|shall|must|can|could|might|are to|ought to)(?: \w+)?|(?:[Mm]y|[Oo]ur)\b[^.;:!?\"“”\n]{1,60})$"
)
_TO_SAY: Final = compiled(
    r"(?:^|(?<=[.;:,!?] )|(?<=\n)|(?<=lease )|(?<=indly ))(?:[Tt]ell|[Ss]ay|[Ii]nform|[Aa]nswer|[Rr]eply|[Ww]rite|[Aa]sk|[Tt]elegraph|[Cc]able|[Ww]ire|[Aa]ssure|[Dd]eclare|[Ss]tate|[Ee]xplain|[Aa]dd|[Cc]onvey|[Tt]ransmit|[Ii]nsert|[Rr]ead)\b[^.;\"“”\n]{0,90}[:,]? ?$"
)
"""``Tell Zhou Enlai: “``: what another is to say for the writer."""
_OURS_ALONE: Final = compiled(
    r"\b(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:letter|telegram|note|message|cable|report|memorandum|despatch|dispatch|words|answer|reply|proposal|request|offer|statement|position|view|No\.)\b[^.;!?\"“”\n]{0,80}[:,]? ?$"
)
_HE: Final = compiled(r"\b(?:[Hh]e|[Ss]he)$")
_LOOK_BACK: Final = 200
_PRONOUNS: Final[dict[str, Literal["you", "we", "he"]]] = {"you": "you", "I": "we", "we": "we", "he": "he", "she": "he"}


def spans(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The quotations of the stretches, each within a paragraph, its marks among its characters."""
    return [found.span() for start, end in stretches for found in _QUOTATION.finditer(text, start, end)]


def said(text: str, quotations: Sequence[Stretch], place: int) -> Said | None:
    """Who says what is quoted at a place; None where nothing is quoted, or the writer quotes himself.

    Of a quotation that opens its paragraph, and of which nothing tells whose it is, nothing is said either.
    """
    quotation = next((one for one in quotations if one[0] < place < one[1]), None)
    found = _said(text, quotation) if quotation else None
    return None if found and found.word == "we" else found


def _said(text: str, quotation: Stretch) -> Said | None:
    line = text.rfind("\n", 0, quotation[0]) + 1
    begin = max(line, quotation[0] - _LOOK_BACK)
    if _TO_SAY.search(text, begin, quotation[0]):
        return Said("we")
    if before := _told_before(text, begin, quotation[0]):
        return before
    if after := _told_after(text, quotation[1]):
        return after
    if _YOURS_ALONE.search(text, begin, quotation[0]):
        return Said("you")
    if _OURS_ALONE.search(text, begin, quotation[0]):
        return Said("we")
    return Said("nobody") if text[line : quotation[0]].strip() else None


def _told_before(text: str, begin: int, opening: int) -> Said | None:
    verb = _BEFORE.search(text, begin, opening)
    if verb is None:
        return None
    if _YOUR.search(text, begin, verb.start()):
        return Said("you")
    if _OURS.search(text, begin, verb.start()):
        return Said("we")
    if _HE.search(text, begin, verb.start()):
        return Said("he", verb.start(), verb.start())
    for name in fragment("WHO").finditer(text, begin, verb.start()):
        if name.end() == verb.start() and (who := subject_of(text, begin, *name.span())):
            return Said("who", *who)
    return Said("nobody")


def _told_after(text: str, closing: int) -> Said | None:
    tells = _AFTER.match(text, closing)
    if tells is None:
        return None
    pronoun = tells["behind"] or tells["ahead"]
    if not pronoun:
        name = fragment("WHO").match(text, tells.end(), tells.end() + 80)
        named = name is not None and (tells["ahead"] is None or _THEN_SAYS.match(text, name.end()))
        return Said("who", name.start(), name.end() - name[0].endswith(".")) if name and named else None
    if tells["ahead"] and not _THEN_SAYS.match(text, tells.end()):
        return None
    return Said(_PRONOUNS[pronoun], closing, closing)
