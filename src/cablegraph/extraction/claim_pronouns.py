"""Whom a pronoun can mean: in ``I conveyed to him the greetings of Comrade Kádár. He refused …`` not Kádár."""

from __future__ import annotations

import re

from cablegraph.evidence import Passage
from cablegraph.extraction.claim_families import fragment
from cablegraph.extraction.claimants import named, subject_of
from cablegraph.patterns import compiled
from cablegraph.record import SourceText

_TITLES = r"(?:(?:the )?(?:[A-Z][\w.’'-]* ){0,3})"
# A name that only says whose a thing is, or of whom one speaks: "in the name of Rákosi", "I spoke about Kolev".
_SPOKEN_OF = compiled(
    r"\b(?:(?:[Ii]n the name|[Oo]n behalf|[Oo]n the (?:instructions?|orders?|advice)|[Ii]n reply to the \w+|question|"
    r"case|matter|visit|departure|arrival|arrest|illness|death|speech|appointment|absence|successor|deputy) of|about|"
    rf"concerning|regarding|respecting|as to|with (?:regard|respect|reference) to|instead of|"
    rf"(?:spoke|talk|talked) of)[ \n]{_TITLES}$"
)
# A name that something carried by the writer comes from: "I conveyed to him the greetings of Comrade Kádár".
_CARRIED = compiled(
    r"\b(?:I|[Ww]e)\b[^.;:!?]{0,40}? (?:convey|hand|transmit|deliver|g[ai]ve|pass|present|read|extend|br(?:ing|ought)|"
    r"forward|communicat|show|express|mention|quot|t(?:ell|old)|refer)[a-z]*\b[^.;:!?]{0,120}? "
    rf"(?:of|from|by)[ \n]{_TITLES}$"
)
_POSSESSED = compiled(r"['’]s?[ \n](?!has|had|been)[a-z]")
_OBJECT = compiled(
    r"\b(?:him|her)\b(?! [a-z])|\b(?:to|with|on|upon|told|tell|saw|met|asked|informed|handed|gave) (?:him|her)\b"
)
_WOMAN = compiled(
    r"\b(?:Mrs|Miss|Ms|Mme|Mlle|Lady|Madame?|Mademoiselle|Dame|Queen|Empress|Princess|Countess|Duchess|Baroness|"
    r"Marchioness|Frau|Fräulein|Señora|Señorita|Signora|Begum|Sister)\.?[ \n](?:[A-Z][\w.’'-]* )?$"
)
_MAN = compiled(
    r"\b(?:Mr|Messrs|Sir|Lord|M|Herr|Señor|Signor|Monsieur|King|Emperor|Prince|Count|Baron|Duke|Earl|Marquis|Marquess|"
    r"Viscount|Sultan|Shah|Czar|Tsar|Khedive|Don|Father|Bishop|Cardinal|General|Colonel|Major|Captain|Lieutenant|"
    r"Admiral|Commodore|Marshal)\.?[ \n](?:[A-Z][\w.’'-]* )?$"
)
_HE = compiled(r"(?:(?P<woman>s?he(?<=she)|her)|he|his)\b", re.IGNORECASE)
_SAID_BY = compiled(r"\b(?:(?P<woman>[Ss]he)|[Hh]e)\b")
NEAR = 80
"""Where a pronoun does not stand at a place, it stands so many characters before it at most: "She replied that"."""


_ENDS = compiled(
    r"[.](?<!\bMr.)(?<!\bMrs.)(?<!\bDr.)(?<!\bSt.)(?<!\bGen.)(?<!\bCol.)(?<!\bNo.)(?<!\b[A-Z].)[ \n]+(?=[A-Z“\"(])"
)


def sentence_begin(text: str, line: int, place: int) -> int:
    """Where the sentence that holds a place begins on its line; "Mr." ends none."""
    return max((found.end() for found in _ENDS.finditer(text, line + 1, place)), default=line + 1)


def means_woman(text: str, place: int) -> bool:
    """Whether the pronoun at a place, or the last one before it, is "she" or "her"."""
    here = _HE.match(text, place) or next(reversed(list(_SAID_BY.finditer(text, max(place - NEAR, 0), place))), None)
    return here is not None and here["woman"] is not None


def can_be(source: SourceText, man: Passage, *, woman: bool) -> bool:
    """Whether "she" (or "he") can mean somebody: by the title here or with the same name elsewhere.

    "She" means no bare name of which nothing says that it is a woman's.
    """
    text, span = source.text, man.spans[0]
    women = men = False
    for found in compiled(rf"\b{re.escape(man.text.split()[-1])}\b").finditer(text):
        titles = (found.start(), span.start) if found.end() == span.end else (found.start(),)
        women |= any(_WOMAN.search(text, max(place - 30, 0), place) is not None for place in titles)
        men |= any(_MAN.search(text, max(place - 30, 0), place) is not None for place in titles)
    if woman:
        return women or (not men and " " in man.text)
    return men or not women


def is_spoken_of(text: str, line: int, man: Passage) -> bool:
    """Whether a name only says of whom or by whose order one speaks, so that a "he" behind it is another."""
    start, end = man.spans[0].start, man.spans[0].end
    begin = max(start - 160, sentence_begin(text, line, start))
    return bool(
        _POSSESSED.match(text, end) or _SPOKEN_OF.search(text, begin, start) or _CARRIED.search(text, begin, start)
    )


def another_is_meant(text: str, line: int, man: Passage) -> bool:
    """Whether a "him" before a name that is spoken of shows that somebody else is the one dealt with."""
    start = man.spans[0].start
    return _OBJECT.search(text, sentence_begin(text, line, start), start) is not None


# With whom a paper has to do: "Yazdi received me on the 17th", "I called on Señor Elío", "Comrade Toiv admitted that".
_DEALS = compiled(
    r"\]?(?:,[^.;:!?]{2,60},)?(?: then| also| again| himself| has| had)? (?:(?:received|visited|approached|summoned|"
    r"sent for|invited|called (?:on|upon)|came to see|asked to see|told|informed|assured)[ \n](?:me|us)\b|"
    r"(?:said|stated|replied|answered|explained|admitted|declared|requested|asked|remarked|objected)\b)"
)
_IS_MET = compiled(
    r"\b(?:I|[Ww]e) (?:have |had )?(?:saw|met|visited|called (?:on|upon)|spoke (?:to|with)|talked (?:to|with)|received|"
    rf"was received by|had a (?:talk|conversation|meeting) with)[ \n](?:[A-Z]?[a-z]+ ){{0,3}}?{_TITLES}$"
)


def is_dealt_with(text: str, line: int, man: Passage) -> bool:
    """Whether somebody receives or tells the writer, or is met by him, so that a later "he" can mean him."""
    start, end = man.spans[0].start, man.spans[-1].end
    return bool(_DEALS.match(text, end) or _IS_MET.search(text, max(line + 1, start - 100), start))


_TELLS = compiled(
    r" (?:has |have |had )?(?:tells?|told|informs?|informed|assures?|assured|advises?|advised|notifies|notified|"
    r"writes|wrote|cables|cabled|wires|wired)(?: to)? (?P<whom>(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})"
    r"(?: \([^()]{2,40}\)|,? (?:through|by|in) [^,;:!?]{2,40}?,?)?,?(?: that)? $"
)


def teller(source: SourceText, line: int, place: int) -> tuple[Passage, ...]:
    """Who tells somebody what "he" does: in "De Gasperi tells Acheson he cannot accept" it is De Gasperi."""
    text = source.text
    begin = sentence_begin(text, line, place)
    for name in fragment("WHO").finditer(text, begin, place):
        if _TELLS.fullmatch(text, name.end(), place):
            who = subject_of(text, begin, *name.span())
            return named(source, *who) if who else ()
    return ()
