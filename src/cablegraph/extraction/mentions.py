"""People, places, bodies and events that a text names: ``Malik``, ``at Kaesong``, ``Security Council``.

By the tables first, then by form: a title before a name, a first name before a family name, a verb that people do.
A title alone, a common word, the first word of a sentence name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import name_lists, names
from cablegraph.extraction.lexicon import BODY, COURTESY, OFFICE, RANK
from cablegraph.extraction.name_lists import Known
from cablegraph.record import SourceText

TABLE = Rule("mentions.table", version="1", certainty="0.95")
TITLED = Rule("mentions.titled", version="1", certainty="0.95")
FORM = Rule("mentions.form", version="1", certainty="0.85")
AGAIN = Rule("mentions.again", version="1", certainty="0.85")

_CAP = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁȘȚ"
_WORD = rf"(?:(?:[{_CAP}]\.){{1,3}}|(?:[DLO]['’]|Mc|Mac)?[{_CAP}][\w]*(?:[-'’][\w]+)*(?:\[[a-z]{{1,3}}\][\w-]*)?(?:(?<![\w-]{{5}})\.)?)"
_SMALL = r"(?:de|von|van|der|den|la|le|du|da|di|del|dos|al|el|bin|ibn|ter|of)"
_RUN = re.compile(rf"(?<![\w]){_WORD}(?:(?:[ \u00a0]+|(?<=\.)){_WORD}|[ \u00a0]+{_SMALL}(?=[ \u00a0]+[{_CAP}])){{0,7}}")
_TOKEN = re.compile(rf"{_WORD}|{_SMALL}(?![\w])")
_TITLE = re.compile(
    rf"(?:{COURTESY}|{RANK}|(?:Prime |Foreign |Defen[cs]e |Vice[- ]|Deputy |Acting |First |General |Party )*{OFFICE.pattern})",
    0,
)
_SALUTATION = re.compile(
    rf"(?m)^[ \t]*(?:(?:[Mm]y )?[Dd]ear\b[^.\n]{{0,60}}|(?:(?:To|TO|For|FOR)[ ])?(?:(?i:comrades?|cdes?\.?|sir|excellency|your excellency|"
    rf"esteemed|respected|(?:тт?|тов)\.|товарищ\w*|дорог\w+|уважаем\w+)[ ]?)+(?:[{_CAP}][\w.’'-]*[ ]?|(?:and|of|the|и)[ ]){{0,8}})[ \t]*[,:!]?[ \t]*$"
)
_PLURAL = re.compile(
    r"(?:Comrades|Cdes\.?|Messrs\.?|Generals|Colonels|Ministers|Ambassadors|Senators|Drs\.?|Admirals|Marshals|MM\.)$"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    kind: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class _Run:
    """A row of capitalised words: its tokens as (start, end, word)."""

    start: int
    end: int
    tokens: tuple[tuple[int, int, str], ...]
    opens: bool
    """Whether it opens a sentence, where a capital says nothing."""


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
    text = source.text
    found = list(_people_and_places(text, stretches, parties))
    for start, end in titles:
        found += [m for m in _by_table(text, name_lists.known(text, start, end), start, end) if m.kind == "place"]
    return tuple(_passage(source, mention) for mention in sorted(set(found), key=lambda m: (m.start, m.kind)))


def _passage(source: SourceText, mention: _Mention) -> Passage:
    written = source.text[mention.start : mention.end]
    name = " ".join(written.split())
    if name.isupper() and len(name) > 5:
        name = names.cased(name)
    return source.cite((mention.start, mention.end), mention.rule, name, entity=mention.kind)


def _people_and_places(text: str, stretches: Sequence[tuple[int, int]], parties: Sequence[str]) -> Iterator[_Mention]:
    runs: list[_Run] = []
    certain: list[_Mention] = []
    for start, end in stretches:
        called = [match.span() for match in _SALUTATION.finditer(text, start, end)]
        table = [hit for hit in name_lists.known(text, start, end) if not _inside(hit.start, called)]
        by_table = list(_by_table(text, table, start, end))
        own = [run for run in _runs(text, start, end) if not _inside(run.start, called)]
        certain += _merged(by_table, _by_form(text, own, by_table))
        runs += own
    people = {text[m.start : m.end] for m in certain if m.kind == "person" and m.rule is not FORM}
    people |= {name.split()[-1] for name in people} | {party.split()[-1] for party in parties if party}
    certain = [m for m in certain if m.rule is not FORM or m.kind != "place" or text[m.start : m.end] not in people]
    yield from certain
    yield from _again(text, runs, certain, parties)


def _inside(place: int, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)


# ---------------------------------------------------------------- by the tables

_MODIFIES = re.compile(rf"[ \u00a0]+(?P<next>[{_CAP}][\w.'’-]*)")
_PART_OF = re.compile(
    r"(?:Bank|University|Union|Church|Order|Treaty|Peace|Conference|Declaration|Statute) of (?:the )?$"
)


def _by_table(text: str, hits: list[Known], start: int, end: int) -> Iterator[_Mention]:
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
        yield _Mention(first, hit.end, kind, TABLE)


def _is_place_here(text: str, hit: Known, starts: set[int], start: int) -> bool:
    following = _MODIFIES.match(text, hit.end)
    if following and following.start("next") not in starts:
        word = following["next"].rstrip(".,")
        if word not in (
            "I",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ) and not _TITLE.match(word):
            return False
    before = text[max(start, hit.start - 24) : hit.start]
    if _PART_OF.search(before):
        return False
    if _VESSEL_BEFORE.search(before):
        return False
    if text[hit.start : hit.end].isupper() and not _BEHIND.match(text, hit.end):
        return False  # "PRC offers": an adjective
    words = name_lists.words()
    previous = re.search(rf"([{_CAP}][\w'’-]+)[ \u00a0]$", before)
    if previous and previous[1] in words.given:
        return False  # "Jack London"
    return not re.search(r"(?:Comrade|Mr\.?|Mrs\.?|General|Colonel|Captain|Sir|Lord)[ \u00a0]$", before)


def _is_person_here(text: str, hit: Known, start: int) -> bool:
    following = _MODIFIES.match(text, hit.end)
    return not (
        following
        and following["next"]
        in ("Street", "Prize", "Line", "Avenue", "Canal", "Institute", "University", "Plan", "Doctrine")
    )


def _with_first_names(text: str, start: int, floor: int) -> int:
    """Back over first names and initials: "Dean G." before "Acheson"."""
    given = name_lists.words().given
    while match := re.search(
        rf"(?<![\w.])((?:[{_CAP}]\.){{1,3}}|[{_CAP}][\w'’-]+)[ \u00a0]?$", text[max(floor, start - 24) : start]
    ):
        word = match[1]
        if not (word.endswith(".") or word in given):
            break
        start -= len(match[0])
    return start


# ---------------------------------------------------------------- by form


def _runs(text: str, start: int, end: int) -> Iterator[_Run]:
    for match in _RUN.finditer(text, start, end):
        tokens = tuple(_token(token) for token in _TOKEN.finditer(text, match.start(), match.end()))
        opens = _opens(text, match.start(), start)
        if opens and len(tokens) > 1 and _leads_in(tokens[0][2]):
            tokens, opens = tokens[1:], False
        yield _Run(tokens[0][0], match.end(), tokens, opens)


def _leads_in(word: str) -> bool:
    """A sentence's first word that is no part of the name behind it: "For Stevens", "Tell Willard"."""
    words = name_lists.words()
    if word in words.given or word in words.first_surnames or word in words.not_names or _TITLE.fullmatch(word):
        return False
    return word.lower() in words.common or _looks_common(word)


def _token(match: re.Match[str]) -> tuple[int, int, str]:
    word, start = match[0], match.start()
    for tail in ("'s", "’s", "'", "’"):
        word = word.removesuffix(tail)
    if word.endswith(".") and len(word) > 2 and not re.fullmatch(rf"(?:[{_CAP}]\.)+", word):
        word = word[:-1]
    return start, start + len(word), word


_OPENING = re.compile(
    r"(?:^|[.!?:;…]|\n|\]|—|--)[\s\"“”„'‘(\[]*$|(?:^|\n)\s*\(?(?:\d{1,4}|[IVX]+|[a-z])[.)]\s*$|\.\s+\(?\d{1,3}[.)]\s*$"
)


def _opens(text: str, place: int, floor: int) -> bool:
    return (
        place == floor
        or bool(_OPENING.search(text[max(floor, place - 12) : place]))
        or text[max(floor, place - 12) : place].strip() == ""
    )


def _by_form(text: str, runs: list[_Run], table: list[_Mention]) -> Iterator[_Mention]:
    listed = 0
    places = {m.start: m for m in table if m.kind == "place"}
    ends = {m.end for m in places.values()}
    for run in runs:
        found = list(_place_in_row(text, run, places, ends))
        found = found or list(_titled(text, run))
        if not found and listed and re.fullmatch(_AND, text[listed : run.start]):
            found = list(_next_of_list(run))
        if not found:
            found = list(_whole_name(text, run))
        yield from found
        plural = bool(run.tokens and any(_PLURAL.fullmatch(word) for _, _, word in run.tokens))
        continues = found and listed and re.fullmatch(_AND, text[listed : run.start])
        listed = found[-1].end if found and (plural or continues) else 0


_AND = r"(?:,|,? and|,? or|;)[ \u00a0]"


def _place_in_row(text: str, run: _Run, starts: Container[int], ends: set[int]) -> Iterator[_Mention]:
    """A single unknown name in a row with places: "Tver, Yaroslavl, and Kostroma"."""
    start, end, word = run.tokens[0]
    if len(run.tokens) > 1 or start in starts or _familiar(word):
        return
    after = re.compile(_AND).match(text, end)
    before = re.search(_AND + "$", text[max(0, start - 6) : start])
    if (after and after.end() in starts) or (before and start - len(before[0]) in ends):
        ends.add(end)
        yield _Mention(start, end, "place", FORM)


def _titled(text: str, run: _Run) -> Iterator[_Mention]:
    """``Comrade Kim Il Sung``, ``Foreign Minister Gromyko``, ``Mr. Page``, ``Lieutenant Colonel Robins``."""
    match = _TITLE.match(text, run.start, run.end)
    reached = run.start
    courtesy = False
    while match and match.end() > reached:
        courtesy = courtesy or not OFFICE.search(match[0])
        after = re.compile(r"\.?[ \u00a0]+").match(text, match.end(), run.end)
        if after is None:
            return
        reached = after.end()
        match = _TITLE.match(text, reached, run.end)
    if reached > run.start:
        rest = [token for token in run.tokens if token[0] >= reached]
        if len(rest) > 1 and rest[0][2] == "of" and _PEERAGE.search(text[run.start : rest[0][1]]):
            rest = rest[1:]
        yield from _name_at(rest, strict=not courtesy)
        return
    for index, (_, end, word) in enumerate(run.tokens[:-1]):
        if _TITLE.fullmatch(text[run.tokens[index][0] : end]) or _TITLE.fullmatch(word):
            rest = _after_titles(run.tokens[index:])
            if rest and rest[0][2] not in ("of", "in"):
                yield from _name_at(list(rest), strict=True)
                return


def _after_titles(tokens: Sequence[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    while tokens and (
        _TITLE.fullmatch(tokens[0][2]) or tokens[0][2] in ("General", "Chief", "Plenipotentiary", "Extraordinary")
    ):
        tokens = tokens[1:]
    return tokens


def _name_at(tokens: list[tuple[int, int, str]], *, strict: bool) -> Iterator[_Mention]:
    """The name that a title's following words begin with. ``strict``: behind an office, a common word is no name."""
    taken: list[tuple[int, int, str]] = []
    for token in tokens[:5]:
        word = token[2]
        if word == "of" or _no_name(word, strict=strict or bool(taken)):
            break
        taken.append(token)
    while taken and taken[-1][2].islower():
        taken.pop()
    if taken and any(len(word) > 1 and not word.endswith(".") and word[0].isupper() for _, _, word in taken):
        yield _Mention(taken[0][0], taken[-1][1], "person", TITLED)


def _next_of_list(run: _Run) -> Iterator[_Mention]:
    """Further names behind "Comrades Molotov, …"."""
    yield from (replace(mention, rule=TITLED) for mention in _name_at(list(run.tokens), strict=True))


def _no_name(word: str, *, strict: bool) -> bool:
    words = name_lists.words()
    if (
        word in words.not_names
        or word.rstrip(".") in words.not_names
        or OFFICE.fullmatch(word)
        or (BODY.fullmatch(word) and not word.isupper())
    ):
        return True
    if (
        len(word) > 1
        and word.isupper()
        and "." not in word
        and (BODY.fullmatch(word) or len(word) < 4 and word not in _SHORT)
    ):
        return True
    return strict and word.lower() in words.common and word not in words.given and word not in words.first_surnames


_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())
_SHORT = frozenset(
    {"KIM", "LI", "MAO", "PAK", "HO", "RI", "SUN", "LEE", "WU", "MIN", "MUN", "HU", "LIU", "CHU", "YE", "LIN"}
)


def _whole_name(text: str, run: _Run) -> Iterator[_Mention]:
    """``Roger S. Greene``, ``Pak Hon-yong``, ``S. Akhtar``: a first name, an initial or a family name that stands first."""
    words = name_lists.words()
    tokens = run.tokens
    if len(tokens) > 1 and (tokens[-1][2] in words.place_heads or tokens[0][2] in _PLACE_FIRST) and not run.opens:
        yield _Mention(tokens[0][0], tokens[-1][1], "place", FORM)
        return
    for index, (start, _, word) in enumerate(tokens):
        rest = tokens[index + 1 :]
        if not rest:
            break
        if word in _SHIPS or _SHIP_BEFORE.search(text[max(0, start - 14) : start]):
            return
        leads = word in words.given or re.fullmatch(rf"(?:[{_CAP}]\.)+", word) or _eastern(tokens[index:])
        if not leads or (index == 0 and run.opens and word.lower() in words.common and word not in words.given):
            continue
        taken = [token for token in _plain_names(rest)]
        if taken and (not _eastern(tokens[index:]) or len(taken) <= 3):
            if taken[-1][2].endswith(".") or len(taken[-1][2]) < 2:
                continue
            yield _Mention(start, taken[-1][1], "person", FORM)
            return
    yield from _unknown(text, run)


def _eastern(tokens: Sequence[tuple[int, int, str]]) -> bool:
    """A Chinese, Korean or Vietnamese name: the family name, then one or two short words or a hyphenated one."""
    words = name_lists.words()
    if len(tokens) < 2 or tokens[0][2] not in words.first_surnames or len(tokens) > 4:
        return False
    return all(
        re.fullmatch(r"[A-Z][a-zŏŭ'’]{1,6}(?:-[A-Za-z][a-zŏŭ'’]{1,6})?", word) and word.lower() not in words.common
        for _, _, word in tokens[1:3]
    )


def _plain_names(tokens: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    for token in tokens[:4]:
        word = token[2]
        if word == "of" or _no_name(word, strict=len(word) > 2) and not word.endswith("."):
            return
        yield token


_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|via|outside|beyond|into|reach(?:ed|ing)?|occup(?:y|ied)|captur(?:e|ed)|evacuat(?:e|ed)|leaving|visit(?:ed)?|"
    r"entered|off|left|(?:line|road|railway|railroad|way|train|branch|journey|trip|march|bound) (?:to|for)|crossed the|banks of the) $|\b(?:city|town|village|port|province|district|region|station|islands?|river|county|bay|peninsula|harbou?r|"
    r"valley|gubernia|oblast|municipality|north|south|east|west|northeast|northwest|southeast|southwest|vicinity|area|"
    r"outskirts|capital|suburb|part) of $",
    re.IGNORECASE,
)
_PLACE_FIRST = frozenset({"Port", "River", "Lake", "Mount", "Fort", "Cape", "Camp"})
_PEERAGE = re.compile(r"(?:Earl|Duke|Marquis|Marquess|Count|Viscount|Lord|Prince|Baron)[ \u00a0]of$")
_SHIPS = frozenset({"S.S.", "U.S.S.", "H.M.S.", "Steamship", "Steamer"})
_SHIP_BEFORE = re.compile(
    r"(?:\bS\. ?S\.|U\. ?S\. ?S\.|steam(?:ship|er)s?|vessels?|ships?|cruiser|destroyer|per|the) $", re.IGNORECASE
)
_VESSEL_BEFORE = re.compile(r"\b(?:S\. ?S\.|U\. ?S\. ?S\.|steam(?:ship|er)s?|vessels?|ships?|cruiser|destroyer|USS|HMS)[ \u00a0]$", re.IGNORECASE)
# Behind a name stand a mark, a little word or a verb; another noun ("the Remington contract") makes it no name of a person.
_BEHIND = re.compile(
    r"$|[.,;:!?)\]”\"—?]|'s\b|’s\b|[ \u00a0](?:and|or|to|from|for|in|on|at|by|with|who|whom|that|which|of|as|also|not|now|but|"
    r"when|where|if|about|regarding|concerning|through|into|under|after|before|until|since|because|here|there|then|"
    r"yesterday|to-day|today|tomorrow|himself|personally|alone)\b|[ \u00a0][(\[\d“\"—–-]",
)


def _unknown(text: str, run: _Run) -> Iterator[_Mention]:
    """Words that no list knows: a person beside what people do, a place behind "in" or before "station"."""
    words = name_lists.words()
    fresh = [token for token in run.tokens if not token[2].islower()]
    if not fresh or len(run.tokens) > 3 or any(_familiar(word) for _, _, word in fresh):
        return
    start, end = fresh[0][0], fresh[-1][1]
    after = text[run.end : run.end + 24]
    before = text[max(0, start - 26) : start]
    nouns = re.match(r"[ \u00a0]([a-z]+)", text[end : end + 16])
    if (nouns and nouns[1] in words.place_nouns) or (
        _PLACE_BEFORE.search(before) and not text.startswith(("'s", "’s"), end)
    ):
        if not _SHIP_BEFORE.search(before):
            yield _Mention(start, end, "place", FORM)
        return
    verb = re.match(r"(?:,[^,.;\n]{2,50},)?[ \u00a0]([a-z]+)", after)
    acts = (verb and verb[1] in words.person_verbs) or text.startswith(("'s ", "’s "), end)
    if run.opens:
        if verb and verb[1] in words.person_verbs and not _looks_common(fresh[0][2]):
            yield _Mention(start, end, "person", FORM)
        return
    if not _SHIP_BEFORE.search(before) and (acts or _BEHIND.match(text, end)):
        yield _Mention(start, end, "person", FORM)


def _familiar(word: str) -> bool:
    words = name_lists.words()
    lowered = word.lower()
    if (
        len(word) < 3
        or word.isupper()
        or any(char.isdigit() for char in word)
        or word in words.not_names
        or "." in word
        or word in _MONTHS
    ):
        return True
    singular = lowered.removesuffix("s")
    if lowered in words.common or singular in words.common or OFFICE.search(word) or BODY.search(word):
        return True
    if any(part.lower() in words.common or part in words.not_names for part in word.split("-") if "-" in word):
        return True
    return bool(re.search(r"(?:ists?|isms?|ese|ians?)$", word)) and not word.endswith(("Christian", "Sebastian"))


def _looks_common(word: str) -> bool:
    return bool(
        re.search(r"(?:ly|ing|ed|tion|tions|ment|ness|able|ible|ous|ful|less|ward|wards|ity|ally|ance|ence)$", word)
    )


def _merged(first: list[_Mention], second: Iterable[_Mention]) -> list[_Mention]:
    """Both, without overlaps: a longer reading of a person takes the place of a shorter one, else the first stays."""
    kept = list(first)
    for mention in second:
        clash = [other for other in kept if other.start < mention.end and mention.start < other.end]
        if not clash:
            kept.append(mention)
        elif mention.kind == "person" and all(_gives_way(other, mention) for other in clash):
            kept = [other for other in kept if other not in clash]
            kept.append(replace(mention, rule=TABLE) if any(other.kind == "person" for other in clash) else mention)
    return kept


def _gives_way(other: _Mention, mention: _Mention) -> bool:
    return (
        other.kind in ("person", "place")
        and mention.start <= other.start
        and other.end <= mention.end
        and (mention.end - mention.start) > (other.end - other.start)
    )


def _again(text: str, runs: list[_Run], certain: list[_Mention], parties: Sequence[str]) -> Iterator[_Mention]:
    """A family name alone, once the paper has given it: "Roger S. Greene … Greene"; and the parties of the heading."""
    words = name_lists.words()
    surnames = {text[m.start : m.end].split()[-1] for m in certain if m.kind == "person"}
    surnames |= {part for party in parties for part in party.split()[-1:]}
    surnames = {name for name in surnames if len(name) > 2}
    spans = [(m.start, m.end) for m in certain]
    for run in runs:
        for index, (start, end, word) in enumerate(run.tokens):
            if word not in surnames or any(a < end and start < b for a, b in spans):
                continue
            if word.lower() in words.common and (run.opens and index == 0 or len(run.tokens) > 1):
                continue
            if index + 1 < len(run.tokens) and not _no_name(run.tokens[index + 1][2], strict=False):
                continue
            yield _Mention(start, end, "person", AGAIN)
