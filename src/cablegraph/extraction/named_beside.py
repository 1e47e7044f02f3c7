"""Words that no list knows, by what stands beside them: ``Mendel Spitzer, of Tarnow``, ``that Hoover be informed``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from cablegraph.extraction.name_runs import CAP, Run
from cablegraph.patterns import compiled

NEAR = 90
"""Characters before a word that are looked at."""
_WORD = rf"[{CAP}][\w’'-]+"
_CITIZEN = compiled(
    rf"(?:(?:(?:Mr|Dr|Mrs|Rev|Messrs|Señor|Don|Captain|Colonel|Father|Bishop)\.? |(?:[{CAP}]\. ?)+)(?:{_WORD} ?){{1,3}}|{_WORD}(?: {_WORD}){{1,2}}), (?:now |late |formerly )?of $"
)
"""``Mr. Joseph Clark, of Ikoko,``: where he lives."""
_APPOSED = compiled(
    r"\b(?:village|town|city|port|hamlet|settlement|station|island|oasis|county|commune|parish|harbou?r|borough), $"
)
"""``In one village, Lotoko, …``"""
_SUCH_AS = compiled(
    rf"\b(?:cent(?:er|re)s|towns|cities|ports|villages|places|stations|islands|localities) (?:such as|like) (?:{_WORD}(?: \([^()]{{2,40}}\))?,? (?:and )?){{0,5}}$"
)
_PLACE = compiled(
    r"\b(?:resort(?:s|ed|ing)?|surveys?|soundings?|excursions?) to $|\b(?:crime|tragedy|martyrs|defenders|liberators) of $"
    r"|\b(?:trench(?:es)?|batter(?:y|ies)|guns|landings?|landed|bridgehead|beach|lighthouse|airstrip|quay|wharf) on $"
)
_STANDS = compiled(
    r"[,;.)]| \(|[ \u00a0](?:are|is|was|were|will|has|have|had|and|or|by|to|for|in|at|from|until|since)\b"
)
_TOLD = compiled(
    r"[ \u00a0]be (?:told|informed|asked|invited|recalled|instructed|thanked|appointed|authori[sz]ed|requested|consulted|notified|persuaded|summoned|questioned|urged)\b"
)
"""``that Hoover be informed``"""
_ASKS = compiled(
    r"[ \u00a0](?:ask|refuse|inquire|enquire|object|raise|insist|reply|wish|decline|agree|say|propose|mention|press|want|resign|persist|demand|suggest)\b"
)
"""``Should Mathieu ask whether …``"""
_OF_BODY = compiled(
    rf"[ \u00a0]of (?:the )?(?:[{CAP}][\w.&’'-]*,? ){{0,4}}(?:Bank|Board|Company|Committee|Commission|Corporation|Mission|Bureau|Department|Division|Embassy|Legation|Consulate|Society|Association|Trust|Administration|Treasury|Institute|University|Agency|Council|Y\. ?M\. ?C\. ?A|Red Cross)\b"
)
"""``Anderson of Hongkong Bank``"""
_OFFICE_OF = compiled(
    rf"\b(?:dismissal|recall|removal|appointment|nomination|expulsion|candidacy|execution) of (?:{_WORD} and )?$"
)
_WIRED = compiled(r"\b(?:telegraphed|cabled|wired|telegraphing|cabling|wiring) $")
_AND_TOWN = compiled(rf", (?:at |now at )?[{CAP}]")
"""``Following telegraphed Stevens, Yokohama, by Smith``"""
_FROM_SENDER = compiled(r"\b(?:telegram|cable|wire|message|letter|advices) from $")
_SAYS = compiled(r"[ \u00a0](?:was|that|who|stating|saying|asking|reporting|dated)\b")
"""``a telegram from Caldwell was received``: a man's or a town's."""
_RANK = compiled(r"(?:1st|2nd|2d|3rd|3d|[Ff]irst|[Ss]econd|[Tt]hird) $")
UNSURE = "unsure"
"""A man or a town: nothing is said."""


def kind(text: str, start: int, end: int, *, alone: bool) -> str:
    """What a word that no list knows must be, ``person``, ``place`` or UNSURE, by its neighbours; empty where they do not say."""
    before = text[max(0, start - NEAR) : start]
    last = before[-4:]
    end_of = before[-5:].removesuffix("\n")  # where a pattern's end can stand
    if last == " of " and before[-8:].endswith((", of ", "now of ", "ate of ", "rly of ")):
        return "place" if text[end : end + 1] in {",", ".", ";"} and alone and _CITIZEN.search(before) else ""
    if end_of.endswith(", ") and text[end : end + 1] in {",", ";", "."} and _APPOSED.search(before):
        return "place"
    if (" like " in before or " such as " in before) and _SUCH_AS.search(before):
        return "place"
    if end_of.endswith((" to ", " of ", " on ")) and _PLACE.search(before) and _STANDS.match(text, end):
        return "place"
    if before.endswith(" Rank ") and _RANK.search(before[:-5]):
        return "person"
    if last == "hat " and _TOLD.match(text, end):
        return "person"
    if before.endswith("Should ") and _ASKS.match(text, end):
        return "person"
    if " of " in before and _OFFICE_OF.search(before):
        return "person"
    if end_of.endswith(("ed ", "ing ")) and _WIRED.search(before) and _AND_TOWN.match(text, end):
        return "person"
    if text.startswith((" of ", "\u00a0of "), end) and last[-1:] == " " and _OF_BODY.match(text, end):
        return "person"
    return UNSURE if end_of.endswith("rom ") and _FROM_SENDER.search(before) and _SAYS.match(text, end) else ""


def cleared(text: str, run: Run) -> Run:
    """A row without what stands beside the name in it: ``Captain 1st Rank Mazurin``, ``Anderson of Hongkong Bank``."""
    tokens = run.tokens
    if len(tokens) > 1 and tokens[0][2] == "Rank" and _RANK.search(text, max(0, run.start - 8), run.start):
        return Run(tokens[1][0], run.end, tokens[1:], opens=False)
    if len(tokens) > 2 and tokens[1][2] == "of" and _OF_BODY.match(text, tokens[0][1]):
        return Run(run.start, tokens[0][1], tokens[:1], run.opens)
    return run
