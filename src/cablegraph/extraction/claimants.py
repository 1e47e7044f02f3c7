"""Whom a claim's own words name: ``the Soviet side`` asks, ``Comrade Hoxha`` agrees, ``Egypt`` needs."""

from __future__ import annotations

import re
from dataclasses import replace

from cablegraph.evidence import Passage, Rule, Span
from cablegraph.extraction import name_lists, name_runs
from cablegraph.extraction.claim_families import fragment
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText
from cablegraph.sought import sought

CLAIMANT = Rule("claims.claimant", version="2", certainty="0.85")

_OFFICE = compiled(
    r"\b(?:Minister|Secretary|Ambassador|Consul|President|Premier|Chairman|Chargé|Director|Commissioner)\b"
)
_BODY = compiled(
    r"\b(?:Government|Ministry|Committee|Department|Board|Council|Party|Embassy|Legation|Bureau|Treasury|"
    r"Politburo|Staff|Senate|Congress|Cabinet|Court|Assembly|Porte|Yamen|Company|Bank|Consulate|"
    r"Commission|government|ministry|command|leadership|side|party|delegation)\b"
)
_TITLE = compiled(
    r"^(?:(?:Comrade|Cde\.|Mr\.|Mrs\.|General|Colonel|Marshal|Premier|Dr\.|Sir|Prince|Count|Baron|Lord) )+"
)
_SMALL_OFFICE = compiled(
    r"\b(?:minister|ambassador|resident|attach[ée]|premier|president|chairman|consul|governor|general|king|emperor|sultan|shah|commander|"
    r"secretary|envoy|vizier|viceroy|admiral|captain|colonel|bishop|mayor|prefect|prince|commissioner|agent|"
    r"chancellor|regent|dictator|duke|marquis|baron|pope|collector|magistrate|superintendent|inspector|intendant|marshal|khan|amir|ameer|taotai|"
    r"Emperor|Empress|King|Queen|Sultan|Shah|Czar|Khedive|Governor|Viceroy|Prince|Admiral|Mayor|Bishop|Vizier)"
    r"(?: (?:of|for) [a-z]+(?: [a-z]+)?)?$"
)
_HAN_BODY = compiled(r"[一-鿿](?:政府|方面|方|党|部|代表团|大使馆|使馆|中央|委员会)$")
_ACRONYM = compiled(r"[A-Z]{3,6}")
_NATIONS = compiled(r"^[A-Z]\w+(?:ese|ians?|ns|sh|ch|ts|s)$")


def named(source: SourceText, start: int, end: int) -> tuple[Passage, ...]:
    """A claimant named in the sentence itself."""
    words = source.text[start:end]
    bare = re.sub(r"^(?:the|our|my) ", "", words, flags=re.IGNORECASE)
    if _MONTH.fullmatch(bare):
        return ()
    if (_OFFICE.search(words) and not _TITLE.match(words)) or _SMALL_OFFICE.search(words):
        return (source.cite((start, end), CLAIMANT, bare, entity="position"),)
    countries = any("place" in hit.kinds and hit.end == end for hit in name_lists.known(source.text, start, end))
    if countries or _BODY.search(words):
        return (source.cite((start, end), CLAIMANT, bare, entity="body"),)
    if _HAN_BODY.search(words):
        return (source.cite((start, end), CLAIMANT, bare, entity="body"),)
    if words != bare or words[0].islower() or _NATIONS.match(bare):
        called = words if words == bare and bare[0].isupper() else words[0].lower() + words[1:]
        return (source.cite((start, end), CLAIMANT, called, entity="group"),)
    if _ACRONYM.fullmatch(words) and not source.text[max(0, start - 30) : end + 30].isupper():
        return (source.cite((start, end), CLAIMANT, words, entity="body"),)
    if " " not in bare and _TRADE.search(bare):
        return (source.cite((start, end), CLAIMANT, bare, entity="body"),)
    if _OF_ANOTHER.search(words) or words.endswith((" colleague", " colleagues", " counterpart")):
        return (source.cite((start, end), CLAIMANT, bare, entity="group"),)
    name = _TITLE.sub("", bare)
    if " " not in name and name == bare and (name.lower() in _COMMON or name_runs.familiar(name)):
        return ()
    return (source.cite((end - len(name), end), CLAIMANT, name, entity="person"),)


_TRADE = compiled(r"\w{4}(?:export|import|impex)$")
_OF_ANOTHER = compiled(r"['’]s? [a-z]+$")
"""A claimant called by whose it is: "Lambie's hospital"."""

_PREPOSITION = compiled(
    r"\b(?:in|of|to|with|from|by|for|on|at|upon|against|between|towards?|concerning|regarding|respecting|into|through|"
    r"behind|via|than|about|near|over|under|within)[ \n](?:the )?$",
    re.IGNORECASE,
)
_COUNTED = compiled(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ \n]$", re.IGNORECASE)
"""Before a name that is counted and so names nobody: "eight of the nine Powers had agreed"."""
_POSSESSED = compiled(r"['’]s?$")


def subject_of(text: str, sentence: int, start: int, end: int) -> tuple[int, int] | None:
    """The whole subject that ends with a name: ``the delegates of France`` asked; none for ``the situation in Poland``.

    A place or a month behind "in" that runs into the name is left away: "In Moscow Stalin promised".
    """
    if _POSSESSED.search(text, start, end) or _COUNTED.search(text, max(sentence, start - 12), start):
        return None
    before = _PREPOSITION.search(text, max(sentence, start - 16), start)
    if before is None:
        return start, end
    if agent := fragment("AGENT").search(text, max(sentence, start - 70), start):
        handed = agent["by"].lower() in ("through", "via")  # "the Government through its Minister"
        return (agent.start(), agent.start("by") - 1) if handed else (agent.start(), end)
    if thing := fragment("THING").search(text, max(sentence, start - 70), start):
        begins = thing.start() == sentence or text[: thing.start()].endswith((". ", "; ", ": ", "that ", "and "))
        if begins:
            return thing.start(), end
    if text[before.start() : start].lower().strip() not in ("in", "at", "on", "from"):
        return None
    place = next((hit.end for hit in name_lists.known(text, start, end) if hit.start == start), start)
    month = _MONTH.match(text, start, end)
    name = month.end() if month else place
    if start < name < end and (behind := _BEHIND_PLACE.match(text, name, end)):
        return behind.end(), end
    return None


_BEHIND_PLACE = compiled(r" (?:and )?(?=(?:the )?[A-Z])")


_MONTH = compiled(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)


_COMMON = frozenset(
    {"comrade", "general", "others", "some", "many", "all", "both", "nobody", "everyone", "one", "then", "now"}
)


_BY_WHOM = compiled(r" (?:refused|declined|rejected|denied|turned down|granted|accepted|approved|agreed to) by ")


def by_whom(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Who refuses or accepts in the passive: ``the request was refused by the council``."""
    verb = _BY_WHOM.search(text, start, min(end + 5, len(text)))
    name = fragment("WHO").match(text, verb.end()) if verb else None
    if name is None:
        return None
    body = _REST_OF_BODY.match(text, name.end())
    return name.start(), body.end() if body else name.end()


_REST_OF_BODY = compiled(
    r"(?: [a-z]+)? (?:council|committee|commission|government|ministry|cabinet|authorities|command|board|court|"
    r"assembly|delegation|side|party|ministers|consuls)\b"
)
_HANDED = sought(
    r"(?:^|(?<=[.\]] )|(?<=\n))(?:(?:[Tt]he )?[Ff]ollowing (?:is )?(?:for [^:\n]{2,60}? )?\[?from|\[?From|\[from|"
    r"(?:For |To )?(?:[A-Z][\w.’'-]* ){1,5}\[?from) "
    r"(?P<by>(?:the )?[A-Z][^:,\n\[\]]{1,60}?)(?:,? (?:dated|No\.|\d)[^:\n]{0,60}|, [^:\n]{2,60})?(?:\]:|:\]?)\s"
    r"|(?:^|(?<=[.] )|(?<=\n))(?:The )?[Ff]ollowing is (?:an? |the )?(?:r[ée]sum[ée]|summary|text|substance|paraphrase|"
    r"copy|translation|extract)(?: of| from)?(?: the| a)? (?P<of>[A-Z][\w.’'-]*(?: [A-Z][\w.-]*){0,3}?)['’]s? "
    r"(?:\w+ )?(?:letter|note|telegram|memorandum|report|despatch|dispatch|message|statement)\b[^:\n]{0,80}:\s"
    r"|(?:^|(?<=[.] )|(?<=\n))(?P<says>(?:The )?[A-Z]\w+(?: [A-Z]\w+){0,3}) (?:replies|telegraphs|writes):\s"
)


def carried(source: SourceText, record: Record, body: int, place: int) -> tuple[Passage, ...]:
    """Who writes the message that a telegram carries for others, where ``place`` lies in it: their "I" is not ours."""
    head = _HANDED.search(source.text, body, min(body + 200, place))
    if head:
        return named_with_row(source, record, body, head.span(str(head.lastgroup)))
    for inner in record.parts.get("enclosed", ()):
        start = inner.fields.get("start", ())
        if start and any(span.start <= place < span.end for span in start[0].spans):
            return tuple(replace(one, rule=CLAIMANT) for one in inner.fields.get("sender", ()))
    return ()


_ROW = compiled(
    r"(?:(?:the )?[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*){0,4}, )*"
    r"(?:the )?[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*){0,4}(?P<last>,? and |, )$"
)
_IN_ROW = compiled(r"[A-Z][\w.’'-]*(?: (?:of )?[A-Z][\w.’'-]*)*")
_OPENS = compiled(r"(?:[.;:,] |\b(?:that|and|but|which|while|because|both|as) )(?:the )?$", re.IGNORECASE)


def row_before(text: str, sentence: int, start: int, *, joined: bool) -> list[tuple[int, int]]:
    """The names joined to the one at ``start``: ``France, Italy and`` Spain; none where the row is no subject.

    Where two countries are ``joined`` already, those before them end with a comma: ``Spain,`` France and Italy.
    """
    for first in _IN_ROW.finditer(text, max(sentence, start - 120), start):
        row = _ROW.fullmatch(text, first.start(), start)
        if row:
            names = [match.span() for match in _IN_ROW.finditer(text, row.start(), row.end())]
            if row["last"] == ", " and not joined:
                return []
            return names if row.start() == sentence or _OPENS.search(text, sentence, row.start()) else []
    return []


def _holds_office(words: str) -> bool:
    return bool(_OFFICE.search(words) or _SMALL_OFFICE.search(words) or _BODY.search(words))


def _parted(text: str, start: int, end: int, people: set[str]) -> list[tuple[int, int]]:
    """Two countries joined by "and" are two, where each is known: ``Burma and Ceylon``; and two people of the paper."""
    place = text.find(" and ", start, end)
    halves = [(start, place), (place + 5, end)] if place > start else []
    known = (
        {(hit.start, hit.end) for hit in name_lists.known(text, start, end) if "place" in hit.kinds} if halves else ()
    )
    if text.startswith("the ", place + 5) and all(_holds_office(text[one:two]) for one, two in halves):
        return halves
    apart = all(half in known or text[half[0] : half[1]].split()[-1] in people for half in halves)
    return halves if halves and apart else [(start, end)]


def named_with_row(source: SourceText, record: Record, sentence: int, who: tuple[int, int]) -> tuple[Passage, ...]:
    """Who the words name, with those named in a row before: "France, Italy and Great Britain have accepted"."""
    people = {man.text.split()[-1] for man in record.fields.get("mentions", ()) if man.entity == "person"}
    last = _parted(source.text, *who, people)
    rows = [*row_before(source.text, sentence, who[0], joined=len(last) > 1), *last]
    found = [one for stretch in rows for one in named(source, *stretch)]
    return tuple(
        replace(one, entity="person") if one.entity == "group" and one.text in people else one for one in found
    )


_ASIDE = compiled(r"\b(?:that|whether|than|through|besides|except|like|and|or)[ \n](?:[A-Z][\w.]+ ){0,2}$")


def is_aside(text: str, line: int, start: int) -> bool:
    """Whether a name is not the one that a "he" after it takes up: "I said that Stevens …", "through Morgan"."""
    return bool(_ASIDE.search(text, max(line, start - 40), start))


_OTHERS = compiled(
    r"\b(?:representatives|manufacturers|makers|owners|merchants|companies|banks|traders|missionaries|firms|others)\b"
)


def others_between(text: str, start: int, place: int) -> bool:
    """Whether others whom "they" can mean stand between a body and the pronoun."""
    return bool(_OTHERS.search(text, start, place))


def others_beside(text: str, group: Span, line: int, place: int) -> bool:
    """Whether others stand between a group and "they", or in its sentence before it: "makers having orders for …"."""
    begin = max(line, text.rfind(". ", line, group.start))
    return others_between(text, begin, group.start) or others_between(text, group.end, place)


_GROUP = compiled(
    r"\b[Tt]he (?P<name>[A-Z][a-z]+ (?:government|side|comrades|friends|leadership|command|delegation|ministry|party|"
    r"Government|people|leaders|authorities|representatives|ministers|consuls|merchants|bankers|commissioners|"
    r"plenipotentiaries|delegates|officers|officials|residents)|[A-Z][a-z]+(?:ns|ese|sh|ch|ts|ds|ks|is|rs))\b"
    r"(?! [a-z]+(?:men|ers|ors|ists|planes|troops|ships)\b)"
)


def group_before(source: SourceText, start: int, end: int) -> tuple[Passage, ...]:
    """The one group or body of a nation that the stretch names, whom "they" can mean; of several none."""
    found = list(_GROUP.finditer(source.text, start, end))
    if not found or len({match["name"] for match in found}) > 1:
        return ()
    return named(source, *found[-1].span())


_OFFICE_BEFORE = compiled(
    r"\b[Tt]he (?:[A-Z]?[a-z-]+ )?(?:[Pp]rince|[Mm]inister|[Aa]mbassador|[Vv]iceroy|[Gg]overnor|vizier|[Cc]ommissioner|"
    r"[Aa]dmiral|[Pp]resident|prefect|[Cc]onsul|envoy|[Cc]hancellor|[Pp]remier|[Bb]ishop|[Aa]rchbishop|[Kk]ing|[Ss]ultan|[Kk]hedive|[Ss]hah)\b"
    r"(?: (?:of|for) foreign affairs)?"
    r"(?! (?:of (?:the )?[a-z]|to|for)\b|['’])"
)


def office_before(source: SourceText, start: int, end: int) -> tuple[Passage, ...]:
    """The one office that the stretch names, whom "he" can mean: "I mentioned it to the prince"; of several none."""
    found = {match[0].lower(): match for match in _OFFICE_BEFORE.finditer(source.text, start, end)}
    if len(found) != 1:
        return ()
    return tuple(
        replace(passage, certainty="0.7", basis="inferred")
        for match in found.values()
        for passage in named(source, *match.span())
    )


_ACTS = compiled(r" (?!of\b|to\b|for\b|in\b|at\b|and\b|or\b)[a-z]+(?:ed|es|d|s|t)\b")
_UNDER = compiled(r"\b(?:to|with|of|by|from|for|at|that|told|asked|informed|saw|met) $")


def office_between(source: SourceText, start: int, end: int) -> tuple[Passage, ...]:
    """The one office that does something between a name and a "he": "Kolev spoke; the minister thanked him. He …"."""
    offices = list(_OFFICE_BEFORE.finditer(source.text, start, end))
    if not offices or "." not in source.text[start : offices[-1].start()]:
        return ()
    last = offices[-1]
    does = _ACTS.match(source.text, last.end()) and not _UNDER.search(source.text, start, last.start())
    return office_before(source, last.start(), last.end()) if does else ()


_OWN = compiled(
    r"\b(?:(?:my|our) (?:government|ministers)|(?:his|her) (?:britannic |imperial |royal |catholic )?majesty['’]s "
    r"(?:\w+ )?government)\b",
    re.IGNORECASE,
)


def own_government(text: str, start: int, end: int) -> bool:
    """Whether the stretch speaks of the writer's own government, which "they" can mean in the next paragraph."""
    return bool(_OWN.search(text, start, end))


_BEHIND = compiled(r"(?:,(?! (?:and|but|or|nor)\b)[^,;:!?]{2,60})?,? $")


def antecedent(text: str, start: int, place: int) -> tuple[int, int] | None:
    """Whom a "who" at ``place`` follows, in a sentence from ``start``: ``Colonel Brito, who promised``."""
    name = fragment("WHO")
    for match in name.finditer(text, max(start, place - 130), place):
        if _BEHIND.fullmatch(text, match.end(), place):
            return match.span()
    return None


@dataclass(frozen=True, slots=True)
class Subject:
    """The first words of a clause that say who does: a name or office (``who``), ``he``, ``they`` or ``we``."""

    word: str
    start: int
    end: int


def subject(text: str, start: int, place: int) -> Subject | None:
    """The subject of the clause that runs from ``start`` to ``place``, behind one leading phrase at most."""
    begin = max(start, *(text.rfind(mark, start, place) + 2 for mark in ("; ", ": ")))
    opening = max(text.rfind(' "', begin, place), text.rfind(" “", begin, place))
    if opening >= 0 and not any(mark in text[opening + 2 : place] for mark in '"”'):
        begin = opening + 2  # 'writes that "the viceroy … and declines'
    begin += len(behind[0]) if (behind := _BEFORE_SUBJECT.match(text, begin, place)) else 0
    for first in (begin, text.find(", ", begin, min(begin + 60, place)) + 2):
        for word, name in _SUBJECTS if first > 1 else ():
            match = fragment(name).match(text, first, place)
            if match and not text[match.end() : match.end() + 1].isalnum():  # no "I" in "In it"
                return Subject(word, *match.span())
    return None


_BEFORE_SUBJECT = compiled(r"[(\[\"“‘]|that |In (?:it|this|them|that|reply|answer|return|conclusion|addition),? (?=\w)")
"""What stands before a subject that opens a sentence or a clause: a bracket, a quotation mark, "; that "."""
_SUBJECTS = (("he", "HE"), ("they", "THEY"), ("we", "WE"), ("who", "WHO"))
