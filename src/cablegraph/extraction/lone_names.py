"""One unknown word where a name can stand: ``Stevens reports``, ``near Kem``, ``the Soviet colleague Shcherbakov``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator

from cablegraph.extraction import houses, name_lists, named_beside
from cablegraph.extraction.name_runs import (
    BEHIND,
    CAP,
    FORM,
    LONE,
    Mention,
    Run,
    acts,
    familiar,
    is_title,
    looks_common,
)
from cablegraph.extraction.place_contexts import place_before, river_before
from cablegraph.extraction.vessels import ROW_ENDS, VESSEL, VESSEL_ENDS, VESSELS_BEFORE
from cablegraph.patterns import compiled

_SHIP_BEFORE = compiled(rf"(?:{VESSEL}|per|the) $", re.IGNORECASE)
_SHIP_ENDS = (*VESSEL_ENDS, "per ")
_WATERS = ("-ho", "-kiang", "-gol", "-hai", "-gawa")


def ship_before(text: str, start: int) -> bool:
    if start == 0 or text[start - 1] != " ":
        return False
    before = text[max(0, start - 60) : start]
    low = before.lower()
    if low.endswith(houses.BEFORE):
        return True
    alone = low.endswith(_SHIP_ENDS) and _SHIP_BEFORE.search(before)
    return bool(alone or (low.endswith(ROW_ENDS) and (VESSELS_BEFORE.search(before) or houses.beside_ship(before))))


_NOUN_AFTER = compiled(r"[ \u00a0]([a-z]+)")
_BESIDE = compiled(rf"(?:,|,? and) ([{CAP}][\w-]+)")


_ARTICLE = compiled(r"\b(?:al|el|an|as|ar|ash|at|ad|az|ul|ud)-$")
_OF_BEHIND = compiled(rf"[ \u00a0]\((?:of|from) [{CAP}]|[ \u00a0](?:is|was) (?:said|reported|believed|thought) to\b")
"""``Quintero (of Mexico) is said to …``"""
_NUMBER_BEFORE = compiled(
    r"(?:\d|hundred|thousand|million|many|several|some|few|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) $"
)
_THEY_ARE = compiled(r"[ \u00a0](?:are|were|have)\b")
_COLLEAGUE_BEFORE = compiled(
    r"(?:colleague|counsell?or|ambassador|minister|interpreter|correspondent|secretary|attach[ée]|resident|envoy|consul|engineer|pilot|comrade|friend|writer|painter|poet|physicist|courier|messenger|chief|correspondent|captain|journalist|merchant|banker|missionary|lawyer|inspector|chancellor|premier|president|chairman|deputy|delegate|marshal) $"
)
"""``the Soviet colleague Shcherbakov``"""


_ASKED_OF = compiled(r"\b(?:demand|ask|request|requir|expect)(?:s|ed|ing)? of $")
"""``demand of Aguinaldo the release``"""


_SPOKEN_TO = compiled(
    r"\b(?:(?:speak|spoke|spoken|talk|talks|talked|apologi[sz]ed?|appeal|appealed|replied|explained) (?:to|with)|told|informed|assured|urged|thanked|congratulated"
    r"|(?:funeral|death|arrest|widow|wife|son|brother|overthrow|resignation|assassination|murder|illness|succession) of) $"
)
"""``would speak to Yahya a second time``, ``the funeral of Deng``: whom one speaks to, and who dies."""


_FAMILY_END = compiled(r"(?:[a-z]eff|[a-z]{2}off|skii|[a-z]{2}sky|enko|[oe]vich|shvili|escu|[a-z]wicz|opoulos)$")
"""How families are called and towns are not."""


_PAIR = compiled(rf"(?<![\w’'-])[{CAP}][a-zà-ž’'-]{{2,}} and $")
_TWO_DO = compiled(
    r"[ \u00a0](?:ask|go|say|think|want|wish|believe|agree|propose|insist|hope|expect|refuse|accept|leave|arrive|come|report|inform|recommend|urge|request|meet|speak|support|oppose|write|telegraph|are|were|have|do)\b"
)
"""``Jones and Schofield ask that``: what two people do."""


_VISITED = compiled(r"\bvisit(?:s|ed|ing)? $")
_NEWS_FROM = compiled(r"\b(?i:news|courier|wires?|telegrams?) from $")
"""``three telegrams from Stevens at Harbin``: who sent them, and where he is."""
_AT_HOME = compiled(rf"[ \u00a0](?:in|at)[ \u00a0](?:his\b|her\b|(?:the )?[{CAP}])")
"""``visited Kadar in Budapest``: whom, and where."""


_HAILS = compiled(rf"(?i:{VESSEL}) (?:[{CAP}][\w.-]*[ ]?){{1,4}},? (?:of|from) $")
"""``the schooner Laura Sayward, of Gloucester``: a ship's port."""


def _is_listed_place(text: str, start: int, end: int) -> bool:
    return any(
        (hit.start, hit.end) == (start, end) and "place" in hit.kinds for hit in name_lists.known(text, start, end)
    )


_IS_PLACE = compiled(
    rf"[{CAP}][\w’']{{2,}}-(?:ni|ri|dong|myon|myŏn|ryong|gun|ŭp|eup)"
    rf"|(?:Tanjung|Tanjong|Kuala|Kampong|Kampung|Bandar|Pulau|Gunung|Telok|Teluk|Wadi|Jebel|Djebel|Oued|Khirbet|Deir|Kafr|Tell|Beit|Ulan|Puerto|Villa|Laguna|Rancho|Cerro|Nizhny|Verkhny|Novy|Stary|Velike|Veliki|Mala|Velika|Gornji|Donji|Bad|Ban|Muong|Phnom|Preah)[ \u00a0][{CAP}][\w’'-]{{2,}}"
)
"""``Majon-ni``, ``Tanjung Priok``: the word's end, or the word before it, says that it is a village, a cape, a river."""
_RU_WHERE = (" в ", " во ", " из ", " близ ", " под ", " около ", " на ")


def unknown(text: str, run: Run) -> Iterator[Mention]:
    """Words that no list knows: a person beside what people do, a place behind "in" or before "station"."""
    run = named_beside.cleared(text, run)
    if len(run.tokens) > 3:
        return
    for _, _, word in run.tokens:
        if familiar(word) and not word.islower():  # most are, and nothing more need be looked at
            return
    alone = run.tokens[0][2] if len(run.tokens) == 1 else ""
    if alone in ("Doctor", "Shah", "Khan") or (alone and is_title(alone) and not acts(text, run.tokens[0][1])):
        return  # "Have you rested, Doctor?", "The Shah agreed", "now Major in the Army"
    words = name_lists.words()
    fresh = [token for token in run.tokens if not token[2].islower()]
    if not fresh:
        return
    start, end = fresh[0][0], fresh[-1][1]
    if _IS_PLACE.fullmatch(text, start, end):
        yield Mention(start, end, "place", FORM)
        return
    before = text[max(0, start - 36) : start]
    if before.lower().endswith(_RU_WHERE):
        return  # "в Аньдуне" is a place, whatever its nominative
    if before.endswith("-") and before[-2:-1].islower() and not _ARTICLE.search(before):
        return  # the second half of a word: "T[ovaro-Obmien]"
    many = fresh[-1][2].endswith("s") and (_NUMBER_BEFORE.search(before) or _THEY_ARE.match(text, end))
    if many or _is_listed_place(text, start, end):
        return  # "thirty thousand Buriats", "Buriats are"; a ship that bears a town's name
    says = named_beside.kind(text, start, end, alone=len(fresh) == 1)
    if says and not (run.opens and looks_common(fresh[0][2])):
        if says != named_beside.UNSURE:
            yield Mention(start, end, says, FORM)
        return
    if before.endswith((", of ", ", from ")) and _HAILS.search(text[max(0, start - 60) : start]):
        yield Mention(start, end, "place", FORM)
        return
    nouns = _NOUN_AFTER.match(text, end, end + 16)
    where = place_before(before) and not text.startswith(("'s", "’s"), end)
    where = where and not (_NEWS_FROM.search(before) and text.startswith((" at ", " in "), end))
    if (nouns and nouns[1] in words.place_nouns) or where:
        if len(fresh) == 1 and not (nouns and nouns[1] in words.place_nouns) and _FAMILY_END.search(fresh[0][2]):
            yield Mention(start, end, "person", LONE)  # "no reply be returned to Bakhmeteff"
            return
        located = bool(nouns and nouns[1] in words.place_nouns)  # "the Kola peninsula" is no ship
        if (located or not ship_before(text, start)) and not (len(fresh) > 1 and name_lists.known(text, *fresh[0][:2])):
            yield Mention(start, end, "place", FORM)
        return
    person = acts(text, end) or (not run.opens and _COLLEAGUE_BEFORE.search(before) is not None)
    person = person or (run.opens and _OF_BEHIND.match(text, end) is not None)
    person = person or _ASKED_OF.search(before) is not None
    person = person or (len(fresh) == 1 and _SPOKEN_TO.search(before) is not None)
    person = person or (
        before.endswith(" and ") and _TWO_DO.match(text, end) is not None and _PAIR.search(before) is not None
    )
    if len(fresh) == 1 and fresh[0][2].endswith(_WATERS) and before.endswith(" the "):
        yield Mention(start, end, "place", FORM)  # "in the Pei-ho"
        return
    if len(fresh) == 1 and fresh[0][2].startswith(("Saint-", "Sainte-")) and not person:
        yield Mention(start, end, "place", FORM)
        return
    if len(fresh) == 1 and not person and (river_before(before) and BEHIND.match(text, end)):
        yield Mention(start, end, "place", FORM)
        return
    if run.opens:
        beside = _BESIDE.match(text, end)
        several = len(fresh) == 1 and not beside and fresh[0][2].endswith(("ers", "ors", "ees", "ants", "ents"))
        if not several and not looks_common(fresh[0][2]) and (person or (beside and not familiar(beside[1]))):
            yield Mention(start, end, "person", FORM)
        return
    if not person and _VISITED.search(before) and not _AT_HOME.match(text, end):
        return  # "I visited Kem": a town or a man
    if not ship_before(text, start) and (person or BEHIND.match(text, end)):
        yield Mention(start, end, "person", FORM if person or len(fresh) > 1 else LONE)
