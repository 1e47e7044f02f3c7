"""People, places, bodies and events that a text names: ``Malik``, ``at Kaesong``, ``Security Council``.

By the tables first, then by form: a title before a name, a first name before a family name, a verb that people do.
A title alone, a common word, the first word of a sentence name nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from cablegraph.evidence import Passage
from cablegraph.extraction import cable_addresses, capitals, houses, name_lists, names, note_marks, quoted_names
from cablegraph.extraction.lexicon import MONTH, PLACES
from cablegraph.extraction.name_forms import COMPANY, by_form
from cablegraph.extraction.name_lists import Known
from cablegraph.extraction.name_particles import begins, without_article
from cablegraph.extraction.name_runs import (
    AGAIN,
    BEHIND,
    CAP,
    FORM,
    LONE,
    TABLE,
    TITLED,
    Mention,
    Run,
    acts,
    begins_with_title,
    no_name,
    runs_of,
)
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.extraction.titled_names import OTTOMAN
from cablegraph.extraction.vessels import sails, vessel_before
from cablegraph.patterns import compiled
from cablegraph.record import SourceText

_SALUTATION = compiled(
    rf"(?m)^[ \t]*(?:(?:[Mm]y )?[Dd]ear\b[^.\n]{{0,60}}|(?:(?:To|TO|For|FOR)[ ])?(?:(?i:comrades?|cdes?\.?|sir|"
    rf"excellency|your excellency|"
    rf"esteemed|respected|(?:тт?|тов)\.|товарищ\w*|дорог\w+|уважаем\w+)[ ]?)+(?:[{CAP}][\w.’'-]*[ ]?|(?:and|of|"
    rf"the|и)[ ]){{0,8}})[ \t]*[,:!]?[ \t]*$"
)


def extract(
    source: SourceText,
    stretches: Sequence[tuple[int, int]],
    parties: Sequence[str] = (),
    *,
    titles: Sequence[tuple[int, int]] = (),
) -> tuple[Passage, ...]:
    """Field ``mentions`` of a message; ``entity`` is person, place, body or event, ``text`` the name without its title.

    ``stretches`` are the text proper; a salutation in it names no third person. ``parties`` are the names of the
    heading: the same surname in the text is a mention. From ``titles`` (a heading as "The Ambassador in Russia") come
    places alone.
    """
    text = note_marks.without(source.text)
    found = list(_people_and_places(text, stretches, parties))
    for start, end in titles:
        row = capitals.headed(text, start, end)
        found += [m for m in _by_table(row, name_lists.known(row, start, end), start, end) if m.kind == "place"]
        found += _country_of_mission(text, start, end)
    whole = {replace(m, start=begins(text, m.start)) if m.kind == "person" else m for m in found}
    return tuple(_passage(source, mention) for mention in sorted(whole, key=lambda m: (m.start, m.kind)))


_MISSION_OF = compiled(
    r"(?:IMPERIAL |ROYAL )?(?:LEGATION|EMBASSY|CONSULATE(?:[- ]GENERAL)?|AGENCY) OF "
    r"(?:THE )?(?P<country>[A-Z][A-Z ]{3,24}),?"
    r"|(?P<state>UNITED STATES) (?:LEGATION|EMBASSY|CONSULATE(?:[- ]GENERAL)?)(?: IN [A-Z ]{3,24})?,?",
    re.IGNORECASE,
)


def _country_of_mission(text: str, start: int, end: int) -> Iterator[Mention]:
    """The country in a heading's line ``LEGATION OF THE UNITED STATES,``; tables know names in small letters."""
    match = _MISSION_OF.fullmatch(text, start, end)
    if match and match["state"]:
        yield Mention(*match.span("state"), "place", TABLE)
    elif match and names.is_place(match["country"]) and match["country"].isupper():
        yield Mention(*match.span("country"), "place", TABLE)


def _passage(source: SourceText, mention: Mention) -> Passage:
    written = source.text[mention.start : mention.end]
    name = " ".join(written.split()).replace("[sic] ", "").replace("[", "").replace("]", "")
    if name.isupper() and (len(name) > 5 or (mention.kind == "place" and len(name) > 3)):
        name = names.cased(name)
    return source.cite((mention.start, mention.end), mention.rule, name, entity=mention.kind)


def _people_and_places(text: str, stretches: Sequence[tuple[int, int]], parties: Sequence[str]) -> Iterator[Mention]:
    runs: list[Run] = []
    certain: list[Mention] = []
    ours = reads_as_english(text, stretches)
    for start, end in stretches:
        called = [match.span() for match in _SALUTATION.finditer(text, start, end)]
        greeted = Overlaps(called)
        table = name_lists.known(text, start, end)
        rows = list(runs_of(text, start, end))
        own = [run for run in rows if not _names_nobody(text, run)]
        if called:
            table = [hit for hit in table if not greeted.hold(hit.start)]
            own = [run for run in own if not greeted.hold(run.start)]
        by_table = list(_by_table(text, table, start, end))
        formed = [one for one in by_form(text, own, by_table) if ours or one.rule is TITLED]
        called_so = [span for run in rows if (span := quoted_names.newspaper(text, run))]
        certain += _without_partners(_merged(by_table, formed), [*houses.find(text, start, end), *called_so])
        runs += own
    people = {text[m.start : m.end] for m in certain if m.kind == "person" and m.rule not in (FORM, LONE)}
    people |= {name.split()[-1] for name in people} | {party.split()[-1] for party in parties if party}
    certain = [m for m in certain if m.rule is not FORM or m.kind != "place" or text[m.start : m.end] not in people]
    certain = _of_places(text, certain)
    located = {text[m.start : m.end] for m in certain if m.kind == "place"}
    certain = [
        replace(m, kind="place", rule=FORM) if m.rule is LONE and text[m.start : m.end] in located else m
        for m in certain
    ]
    yield from certain
    if ours:
        yield from _again(text, runs, certain, parties)


def _of_places(text: str, certain: list[Mention]) -> list[Mention]:
    """``Ismailia, Port Said and Fayid``: the last of a row of places, which no list knows, is one as well."""
    found = sorted(certain, key=lambda one: one.start)
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        if third.kind != "person" or third.rule not in (FORM, LONE) or first.kind != "place" or second.kind != "place":
            continue
        joints = (text[first.end : second.start], text[second.end : third.start])
        if joints[0] == ", " and joints[1] in (" and ", ", and "):
            certain = [replace(one, kind="place", rule=FORM) if one is third else one for one in certain]
    return certain


def _without_partners(found: list[Mention], firms: list[tuple[int, int]]) -> list[Mention]:
    """``Ropes, Emmons & Co.`` is one house, and none of its partners is spoken of."""
    bodies = Overlaps((m.start, m.end) for m in found if m.kind == "body" and m.rule is TABLE)
    firms = [one for one in firms if not bodies.touch(*one)]
    if not firms:
        return found
    houses_there = Overlaps(firms)
    others = [m for m in found if not houses_there.touch(m.start, m.end)]
    return [*others, *(Mention(first, last, "body", FORM) for first, last in firms)]


def _names_nobody(text: str, run: Run) -> bool:
    """Whether a row is what stands in quotation marks, a newspaper's name, or a mission by its cable address."""
    return (
        quoted_names.in_quotes(text, run)
        or quoted_names.is_newspaper(text, run)
        or (len(run.tokens) < 3 and not begins_with_title(run.tokens[0][2]) and sails(text, run.end))
        or cable_addresses.is_address(text[run.start : run.end].rstrip("."))
    )


_WORDS = compiled(r"[A-Za-zÀ-ž]+")
_COMMONEST = "the of and to that with for has have is not be by from at this will"
_ENGLISH = frozenset(_COMMONEST.split())
_SMALL_ABROAD = (
    "und das dem mit nicht ist sind wird wurde auf für bei nach zum zur eine einen heute les est sont dans pour une aux"
    " sur avec que qui con por para una según che della delle nel sono się nie jest oraz przez är och med för és hogy"
)
_FOREIGN = frozenset(_SMALL_ABROAD.split())
"""Small words of other languages that are none of English and stand in no name, as *von* and *de la* do."""
_FEW = 25
"""Words below which a text is English unless more of its small words are another language's."""
_SURELY = (" the ", " of ", " and ", " to ")
_ENOUGH = 0.035
"""Which part of the words of an English text the commonest are at the least."""


def reads_as_english(text: str, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether the text, where it is in Latin letters, is English: capitals tell names from other words only there.

    German writes every noun with a capital. Of English words, telegrams' too, one in twenty is among the commonest.
    """
    words: list[str] = []
    longest = sum(min(end - start, 3000) + 1 for start, end in stretches) // 2  # so many words at the most
    for start, end in stretches[:1]:  # a quick look first: most texts show it at once
        if sum(text.count(word, start, min(end, start + 3000)) for word in _SURELY) > longest * _ENOUGH:
            return True
    for start, end in stretches:
        words += _WORDS.findall(text, start, min(end, start + 3000))
        if len(words) > 400:
            break
    ours = sum(word.lower() in _ENGLISH for word in words)
    if len(words) < _FEW:
        return ours >= sum(word in _FOREIGN for word in words)
    return ours > len(words) * _ENOUGH


_MODIFIES = compiled(rf"[ \u00a0]{{1,2}}(?P<next>[{CAP}][\w.'’-]*)")

_NAME_BEFORE = compiled(rf"([{CAP}][\w'’-]+)[ \u00a0]$")
_COURTESY_WORDS = """Comrade Cde Cde. Mr Mr. Mrs Mrs. Miss Madame Mme Mme. General Gen. Colonel Col. Major Captain Capt.
    Admiral Marshal Sir Lord Lady Dr Dr. Doctor Professor Prof. Senator Judge Prince Princess Count Baron Governor
    Commander Lieutenant Bishop Marquis Messrs Messrs."""
_COURTESIES = tuple(_COURTESY_WORDS.split())
_DATE_WORD = compiled(rf"I|{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_US_TOWNS = """
    Albany Alexandria Annapolis Asheville Astoria Atlanta Augusta Baltimore Bennington Birmingham Boise
    Brooklyn Charleston Charlotte Chattanooga Chester Chicago Cincinnati Cleveland Concord Denver Detroit
    Dubuque Galveston Helena Houston Huntington Indianapolis Lancaster Lexington Louisville Marblehead
    Marietta Mazatlan Memphis Milwaukee Minneapolis Missoula Monterey Nashville Newark Newport Omaha Paducah
    Pensacola Philadelphia Pittsburgh Portland Princeton Raleigh Richmond Rochester Sacramento Salem Saratoga
    Savannah Seattle Tacoma Trenton Tulsa Tuscaloosa Vicksburg Vincennes Wheeling Wilmington Yorktown
"""
"""Towns after which warships and steamers of the United States are called."""
_TOWNS = (PLACES | set(_US_TOWNS.split()) | {"San Francisco", "St. Louis", "Des Moines", "New Orleans"}) - {
    "Panama",
    "Honduras",
    "Mexico",
    "Rio",
    "Congo",
}
"""Names of towns, which take no article."""
_STATE_WORDS = """
    Alabama Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Idaho Illinois Indiana Iowa
    Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
    Nevada Ohio Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming
"""
_PACKETS = """
    Siberia Mongolia Manchuria China Asia America Persia Corea Colombia Australia Russia Britannia England Scotland
    Ireland
"""
_NO_NOUN = compiled(r"[ \u00a0](?:an?|the|its|his|their|has|have|is|was|will|would|does|did|there|this|these|again)\b")
"""``on the territory of the GDR a command-staff exercise``"""
_SHIP_DOES = compiled(r"[ \u00a0](?:be|is|was|has|had|will|would|sailed|sails|left|leaves|arrived|put|lies|lay|came)\b")
_ONLY_SHIPS = _TOWNS | set(_STATE_WORDS.split()) | set(_PACKETS.split())
"""Names of towns, states and countries that take no article: behind one they are ships'."""
_LISTED_BEFORE = compiled(r"\d{3}, $")
_LISTED_AFTER = compiled(r"[ \u00a0](?:\d{1,3},\d{3}|\d{3})[,.;]")
_PART_OF = compiled(
    r"(?:Bank|Corporation|Company|Compagnie|University|"
    r"Union|Church|Order|Treaty|Peace|Conference|Declaration|Statute|Empress) of (?:the )?$"
    r"|\b(?:Compagnie|Société|Companhia|Compañía) (?:du |de |des |de la |d[’'])?$"
    r"|\b(?:church|convent|college|hospital|feast|hacienda|monastery) of $"
    r"|\b(?:Operation|Exercise|Project|Hotel) $"
)


def _by_table(text: str, hits: list[Known], start: int, end: int) -> Iterator[Mention]:
    """Names of the tables where they stand for themselves: not "Moscow Supply Committee", not "Bank of China"."""
    starts = {hit.start for hit in hits}
    for hit in hits:
        kinds = sorted(hit.kinds)
        kind = "person" if "person" in hit.kinds else kinds[0]
        if kind == "place" and not _is_place_here(text, hit, starts, start):
            continue
        if kind == "person" and not _is_person_here(text, hit, start):
            continue
        if (
            kind in ("body", "event")
            and _MODIFIES.match(text, hit.end)
            and text[hit.start : hit.end].isupper()
            and hit.end - hit.start < 4
        ):
            continue
        first = _with_first_names(text, hit.start, start) if kind == "person" else hit.start
        yield Mention(first, hit.end, kind, TABLE)


def _is_place_here(text: str, hit: Known, starts: set[int], start: int) -> bool:
    following = _MODIFIES.match(text, hit.end)
    if following and following.start("next") not in starts and not _apart(text, hit, start, following.end()):
        word = following["next"].rstrip(".,")
        if not _DATE_WORD.fullmatch(word) and not begins_with_title(word):
            return False
    before = text[max(start, hit.start - 24) : hit.start]
    if sails(text, hit.end) or quoted_names.is_ship(text, hit, before):
        return False  # "Quincy and Oklahoma can take off 130 persons", "on the "Kuibyshev" to Zadar"
    if _LISTED_AFTER.match(text, hit.end) and _LISTED_BEFORE.search(before):
        return False  # a list of ships: "Vologda 4,784, Odessa 1,679"
    if _PART_OF.search(before) or (before.endswith(" a ") and text[hit.start : hit.end] == "US"):
        return False  # "Dios guarde a US"
    spaced = before.endswith((" ", "\u00a0"))
    if (spaced or before.endswith("[")) and vessel_before(text, start, hit.start):
        return False
    if (
        before.endswith((" the ", " The ", "\nThe "))
        and text[hit.start : hit.end] in _ONLY_SHIPS
        and (BEHIND.match(text, hit.end) or _SHIP_DOES.match(text, hit.end))
    ):
        return False  # "aboard the Boston and the Mohican"
    if text[hit.start : hit.end].isupper() and not (
        text.startswith(("\n", ",\n"), hit.end)
        or BEHIND.match(text, hit.end)
        or (acts(text, hit.end) and not text.startswith(" offers", hit.end))
        or (following and _apart(text, hit, start, following.end()))
        or (len(text[hit.start : hit.end]) in (3, 4) and before.endswith(("the ", "The ")))  # "the FRG government"
        or (
            before.endswith(" the ")
            and (_NO_NOUN.match(text, hit.end) or (following and begins_with_title(following["next"])))
        )
    ):
        return False  # "PRC offers": an adjective
    if not spaced:
        return True
    previous = _NAME_BEFORE.search(before)
    if previous and previous[1] in name_lists.words().given:
        return False  # "Jack London"
    return not before[:-1].endswith(_COURTESIES)


_POST_IN = compiled(
    r"\b(?:[Aa]mbassador|[Mm]inister|[Cc]onsul(?:[- ][Gg]eneral)?|[Ee]nvoy|[Rr]epresentative|[Dd]elegate|[Mm]ission"
    r"|[Ee]mbassy|[Ll]egation) (?:to|in|at) (?:the )?$"
)
_AT_FIRST = ("At ", "In ", "Near ", "From ")


def _apart(text: str, hit: Known, start: int, end: int) -> bool:
    """Whether a name behind a place is somebody's there: ``Ambassador to the USA Berg``, ``At Oruro Hill says``."""
    if text[hit.start : hit.end] in ("United States", "American"):
        return False
    before = text[max(start, hit.start - 40) : hit.start]
    return _POST_IN.search(before) is not None or (before.endswith(_AT_FIRST) and acts(text, end))


_PLACES_NAMED_AFTER = """
    Hills Stadium Library Museum Mausoleum Shipyard Square Factory Plant Boulevard Bridge Airport Palace
"""
_NAMED_AFTER = _PLACES_NAMED_AFTER.split()
"""What bears a man's name: ``the villa on the Lenin Hills``."""


def _is_person_here(text: str, hit: Known, start: int) -> bool:
    following = _MODIFIES.match(text, hit.end)
    return not (
        following
        and following["next"].rstrip(".,")
        in ("Street", "Prize", "Line", "Avenue", "Canal", "Institute", "University", "Plan", "Doctrine", *_NAMED_AFTER)
    )


def _with_first_names(text: str, start: int, floor: int) -> int:
    """Back over first names and initials: "Dean G." before "Acheson"."""
    given = name_lists.words().given
    while match := re.search(
        rf"(?<![\w.])((?:[{CAP}]\.){{1,3}}|[{CAP}][\w'’-]+)[ \u00a0]?$", text[max(floor, start - 24) : start]
    ):
        word = match[1]
        if not (word.endswith(".") or word in given):
            break
        start -= len(match[0])
    return start


def _merged(first: list[Mention], second: Iterable[Mention]) -> list[Mention]:
    """Both, without overlaps: a longer reading of a person takes the place of a shorter one, else the first stays."""
    kept = dict(enumerate(first))
    places = sorted((mention.start, key) for key, mention in kept.items())
    longest = max((mention.end - mention.start for mention in first), default=0)
    for new, mention in enumerate(second, len(kept)):
        near = places[bisect_left(places, (mention.start - longest, 0)) : bisect_left(places, (mention.end, 0))]
        clash = sorted(key for _, key in near if mention.start < kept[key].end)
        if clash and not (mention.kind == "person" and all(_gives_way(kept[key], mention) for key in clash)):
            continue
        person = any(kept[key].kind == "person" for key in clash)
        for key in clash:
            places.remove((kept.pop(key).start, key))
        kept[new] = replace(mention, rule=TABLE) if person else mention
        insort(places, (mention.start, new))
        longest = max(longest, mention.end - mention.start)
    return list(kept.values())


def _gives_way(other: Mention, mention: Mention) -> bool:
    return (
        other.kind in ("person", "place")
        and mention.start <= other.start
        and other.end <= mention.end
        and (mention.end - mention.start) > (other.end - other.start)
    )


def _again(text: str, runs: list[Run], certain: list[Mention], parties: Sequence[str]) -> Iterator[Mention]:
    """A family name alone, once the paper has given it: "Roger S. Greene … Greene"; also the heading's parties."""
    words = name_lists.words()
    surnames = {text[m.start : m.end].split()[-1] for m in certain if m.kind == "person"}
    surnames |= {part for party in parties for part in party.split()[-1:]}
    surnames = {without_article(name) for name in surnames if len(name) > 2} - set(OTTOMAN)
    begun = sorted((m.start, m.end) for m in certain)
    starts = [start for start, _ in begun]
    reached = list(accumulate((end for _, end in begun), max))
    for run in runs:
        for index, (start, end, word) in enumerate(run.tokens):
            before = bisect_left(starts, end)
            if word not in surnames or (before and reached[before - 1] > start):
                continue
            if word.lower() in words.common and ((run.opens and index == 0) or len(run.tokens) > 1):
                continue
            if COMPANY.match(text, end):
                continue
            if index + 1 < len(run.tokens) and not no_name(run.tokens[index + 1][2], strict=False):
                continue
            yield Mention(start, end, "person", AGAIN)
