"""Whose words a sentence gives: ``Comrade Axen replied that 60 places could be offered``."""

from __future__ import annotations

import re

from cablegraph.extraction.claim_families import fragment
from cablegraph.extraction.claimants import subject_of
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled


@dataclass(frozen=True, slots=True)
class Reported:
    """Where the words begin that a sentence gives as another's, and who says them; nobody named for "he".

    The other's words go as far as ``until``: to the end, or to where the writer speaks of himself again.
    """

    end: int
    until: int
    who: tuple[int, int] | None
    unnamed: bool
    """Whether not even a "he" says who: "Told me that …"; then only who told in the sentence before can be meant."""

    def holds(self, place: int, *, anywhere: bool = False) -> bool:
        """Whether a place lies in the other's words, or ``anywhere`` before their end."""
        return (anywhere or self.end <= place) and place < self.until


def reported(sentence: str, offset: int) -> Reported | None:
    """Whose words a sentence gives: ``He said that …``, ``Minister states debt …``, ``The loan, he states, …``."""
    if not _SAYS.search(sentence):
        return None
    begin = number.end() if (number := _NUMBER.match(sentence)) else 0
    heard = _HEARD.match(sentence, begin)
    named = _named(sentence, heard.end() if heard else begin)
    while named and _SAYS.search(sentence, named.end(), named.end() + NEAR):
        within = _named(sentence, named.end())
        if within is None or within.groupdict().get("who") is None:
            break
        named = within  # "The Embassy states that the Trade Board reported that 400 arrived"
    if heard and not (named and named.groupdict().get("who")):
        named = None
    match = named or fragment("UNNAMED").match(sentence, begin)
    aside = None if match or not _INSERTED.search(sentence) else fragment("ASIDE").search(sentence)
    if found := match or aside:
        name = next((one for one in ("who", "source") if found.groupdict().get(one)), None)
        who = (found.start(name) + offset, found.end(name) + offset) if name else None
        end = match.end() if match else 0
        own = _OWN_WORDS.search(sentence, end) if match else None
        return Reported(end + offset, (own.start() if own else len(sentence)) + offset, who, not (named or aside))
    return None


def _named(sentence: str, begin: int) -> re.Match[str] | None:
    """The words that say who tells what follows, from a place on."""
    named = fragment("REPORTED").match(sentence, begin)
    if named is None and _TELLS.search(sentence, begin, begin + NEAR):
        named = fragment("TOLD").match(sentence, begin)
    return named


# What only says that the writer heard it: "I am informed that the Trade Board reported that 400 arrived".
_HEARD = compiled(
    r"(?:(?:(?:I|[Ww]e|Embassy|Department|Legation) (?:am|are|is|have been|has been)|Am|Have been) (?:\w+ )?"
    r"(?:informed|told|advised)(?: (?:by|from) [^,;:!?]{2,40})? that |"
    r"(?:A |The )?(?:[A-Z]\w+ )?[Rr]eports? (?:from|of) [^,;:!?]{2,40} (?:states?|says?|indicates?) (?:that )?|"
    r"(?:I|[Ww]e) (?:hear|learn|understand)(?: from [^,;:!?]{2,30})? that )"
)
# A quick look first.
_SAYS = compiled(
    r"\b(?:that |[Aa]ccording |[Ss]ay|[Ss]aid|[Ss]tate|[Tt]old|[Tt]ells|[Ll]earned|[Bb]elieves|[Tt]hinks|[Rr]eport|"
    r"[Ii]nform|telegraph|cable|wire|write|wrote|[Aa]dd|[Cc]laim|[Ee]stimate)"
)
_TELLS = compiled(r" (?:sa|stat|report|declar|inform|telegraph|cable|wire|writes|wrote|add|claim|announc|estimat)")
NEAR = 200
"""Characters at the beginning of a sentence in which it says who tells."""
_INSERTED = compiled(
    r", (?:according to |[^,]{2,60} (?:state|say|said|add|report|write|wrote|claim|declare)[sd]?(?:ed)?[,.;]|"
    r"[^,]{2,60} (?:state|say|said|add|report|write|wrote|claim|declare)[sd]?(?:ed)?$)"
)
_NUMBER = compiled(r"\s*[(]?(?:\d{1,3}|[a-z])[.)]\s+")
_OWN_WORDS = compiled(r"(?:, and|, but|;|; but|; and) (?:I|we|my|our)\b|(?<=[;,] )but (?:I|we)\b")


def said_by(text: str, start: int, place: int) -> tuple[int, int] | None:
    """Who is told, in the clauses before ``place``, to have said it: "the Foreign Office says rubles may be given"."""
    found = None
    for verb in _SAID.finditer(text, start, place):
        begin = max(start, verb.start() - 60)
        for name in fragment("WHO").finditer(text, begin, verb.start()):
            if name.end() == verb.start() and (name.start() == start or not text[name.start() - 1].isalnum()):
                found = subject_of(text, start, *name.span())
                break
    return found


def told_within(text: str, start: int, place: int) -> Reported | None:
    """Whose words stand at a place, told in the middle of a sentence: "At the interview the Count said that no more …".

    ``who`` is None where they are another's and it cannot be told whose; None is given where the writer speaks.
    """
    verbs = list(_TOLD_THAT.finditer(text, start, place))
    if not verbs or _OWN_WORDS.search(text, verbs[-1].end(), place):
        return None
    verb = verbs[-1]
    before = text[max(start, verb.start() - 60) : verb.start()]
    if _WRITER.search(before) or (_PASSIVELY.search(before) and not _NOBODY.search(before)):
        return None
    who = None
    for name in fragment("WHO").finditer(text, max(start, verb.start() - 60), verb.start()):
        if name.end() == verb.start() and (name.start() == start or not text[name.start() - 1].isalnum()):
            who = subject_of(text, start, *name.span())
            break
    return Reported(verb.end(), place + 1, who, who is None)


_TOLD_THAT = compiled(
    r"(?: (?:has|have|had|also|then|just|since|further|now))* (?:says|said|states|stated|replie[sd]|answers|answered|"
    r"declares|declared|writes|wrote|adds|added|explains|explained|announces|announced|reports|reported|remarks|remarked|claims|claimed|"
    r"(?:tells|told|informs|informed|assures|assured) [^,;:!?]{2,40}?)(?: to (?:me|us|him|her|them))?,? that "
)
_WRITER = compiled(r"\b(?:I|[Ww]e|to)$")
_PASSIVELY = compiled(r"\b(?:is|are|was|were|am|been|be)$")
_NOBODY = compiled(r"\b[Ii]t (?:is|was|has been)$")


_SAID = compiled(
    r" (?:(?:has |have |had )?(?:says?|said|states?|stated|replies|replied|declares?|declared|writes|wrote|promises|"
    r"suggests?|suggested|proposes?|proposed|recommends?|recommended|"
    r"authori[sz]es|authori[sz]ed|permits|permitted|allows|allowed|"
    r"promised|announces?|announced|confirms?|confirmed)(?: that)?|"
    r"(?:gives?|gave) (?:\w+ )?assurances?) "
)
