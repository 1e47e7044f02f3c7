"""Names by their form: ``Comrades Molotov and Gromyko``, ``Roger S. Greene``, ``Pak Hon-yong``, ``near Kem``."""

# ruff: noqa: E501, SIM905  (a pattern, and a list of words, is read best on one line)

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from cablegraph.extraction import bare_names, initials_behind, name_lists, posted_names
from cablegraph.extraction.lexicon import OFFICE
from cablegraph.extraction.lone_names import ship_before, unknown
from cablegraph.extraction.name_runs import (
    ARABIC,
    BEHIND,
    CAP,
    FORM,
    Mention,
    Run,
    acts,
    familiar,
    is_title,
    no_name,
)
from cablegraph.extraction.place_contexts import place_before
from cablegraph.extraction.titled_names import OTTOMAN, after_titles, inside, next_of_list, titled
from cablegraph.extraction.vessels import SHIPS, is_ship
from cablegraph.patterns import compiled

_PLURAL_WORDS = """Comrades Cdes Cdes. Messrs Messrs. Generals Colonels Ministers Ambassadors Senators Drs Drs.
    Admirals Marshals MM."""
_PLURAL = frozenset(_PLURAL_WORDS.split())


def by_form(text: str, runs: list[Run], table: list[Mention]) -> Iterator[Mention]:
    listed = 0
    named = {m.start: m for m in table}
    places = {m.start: m for m in table if m.kind == "place"}
    ends = {m.end for m in places.values()}
    people = {m.end for m in table if m.kind == "person"}
    begins = {m.start for m in table if m.kind == "person"}
    word_surnames = name_lists.words().word_surnames
    for run in runs:
        if not listed and len(run.tokens) == 1 and familiar(run.tokens[0][2]) and not run.tokens[0][2].islower():
            if run.tokens[0][2] in word_surnames and not run.opens and _beside_people(text, run, people):
                yield Mention(run.start, run.tokens[0][1], "person", FORM)
            continue  # a word that everyone knows, alone: most rows are
        found = list(posted_names.read(text, run, named)) or list(_place_in_row(text, run, places, ends, begins))
        found = found or (list(initials_behind.read(text, run)) if text[run.end - 1] == "." else [])
        found = found or list(titled(text, run))
        if not found and text.startswith("Messrs", run.start):
            listed = 0
            continue
        if not found and listed and _JOINT.fullmatch(text, listed, run.start):
            found = list(next_of_list(text, run))
        if not found:
            found = (
                list(bare_names.one_of(text, run)) or list(_whole_name(text, run)) or list(bare_names.read(text, run))
            )
        if not found and len(run.tokens) > 1:
            found = list(bare_names.behind_place(text, run, places))
        ends.update(mention.end for mention in found if mention.kind == "place")
        people.update(mention.end for mention in found if mention.kind == "person")
        yield from found
        if not found:
            listed = 0
            continue
        plural = any(word in _PLURAL for _, _, word in run.tokens)
        continues = listed and _JOINT.fullmatch(text, listed, run.start)
        listed = found[-1].end if plural or continues else 0


def _beside_people(text: str, run: Run, people: Container[int]) -> bool:
    """Whether a common word that is also a family name stands for a man: ``Sadat and Begin``, ``that Brown had``."""
    end = run.tokens[0][1]
    if text.startswith(" and ", run.start - 5) and run.start - 5 in people:
        return BEHIND.match(text, end) is not None or acts(text, end)
    return acts(text, end) and _CLAUSE.search(text[max(0, run.start - 10) : run.start]) is not None


_CLAUSE = compiled(r"\b(?:that|but|when|because|whether|while|told|asked)[ \u00a0]$")
_AND = r"(?:(?:,|,? and|,? or|;|,? as well as|[ \u00a0][–—])[ \u00a0]|[–—])"
_JOINT = compiled(_AND)
_JOINT_BEFORE = compiled(_AND + "$")


# "received from Miller, Vladivostok": the person and where the person is.
_SOMEONE_BEFORE = compiled(
    r"\b(?:from|to|by|for|with|tell|inform|ask|see|meet|join|await|consult|telegraph|cable|wire|instruct)[ \u00a0]$",
    re.IGNORECASE,
)


_THERE = compiled(rf"(?:^|[.!?:;]|\n)[ \u00a0]?(?:In|At|From|Near) [{CAP}][\w’'-]+, $")


def _place_in_row(
    text: str, run: Run, starts: Container[int], ends: set[int], people: Container[int]
) -> Iterator[Mention]:
    """A single unknown name in a row with places: "Tver, Yaroslavl, and Kostroma"."""
    start, end, word = run.tokens[0]
    if len(run.tokens) > 1 or start in starts or familiar(word) or _MASTER.match(text, end):
        return
    after = _JOINT.match(text, end)
    before = _JOINT_BEFORE.search(text[max(0, start - 6) : start])
    behind_place = before and start - len(before[0]) in ends and (after or before[0] not in (", ", "; "))
    alone = before and behind_place and after and before[0] == ", " and after.end() not in starts
    if alone and after and (after.end() in people or _THERE.search(text[max(0, start - 34) : start])):
        return  # "In Warsaw, Kania and Jaruzelski"
    before_place = after and after.end() in starts and not _SOMEONE_BEFORE.search(text[max(0, start - 12) : start])
    if (behind_place or before_place) and (after or not acts(text, end)) and not ship_before(text, start):
        yield Mention(start, end, "place", FORM)


_MASTER = compiled(
    r",? (?:master|mate|captain|commander|owner|treasurer|chairman|secretary|manager|president|lessee)\b"
)
"""``of New Bedford, Fisher, master``: what somebody is."""


def _first_of_place(text: str, run: Run) -> bool:
    """Whether a row begins as places do: ``Puerto Rojas``, and behind "in" or "near" also ``El Rojas``."""
    start, _, word = run.tokens[0]
    return word in _PLACE_FIRST and (word != "El" or place_before(text[max(0, start - 26) : start]))


_INITIALS = compiled(rf"(?:[{CAP}]\.)+")
_BURMESE = frozenset(("Nu", "Kyin", "Lwin", "Win", "Saw", "Tin", "Hla", "Thi", "Ba"))
"""Names behind "U" that are short or common words: "U Nu"."""
_DIGRAPHS = frozenset("Gy Sz Zs Cs Yu Ya Ye Zh Kh Ts Sh Ch Dz Dj Th Ph Cz Wł Wl Zb".split())
"""Two letters that stand for a first name: "Yu. V. Andropov", "Gy. Kovács"."""


_SHORT_FIRST = frozenset(
    ("Wm", "Geo", "Chas", "Jas", "Jno", "Thos", "Robt", "Saml", "Danl", "Benj", "Edwd", "Edw", "Fredk", "Alexr", "Jos")
)
"""First names as older papers shorten them: "Wm. Baynard"."""


_LETTERED = compiled(
    r"\b(?:marked|lettered|(?:[Ii]n|[Ee]n)closures?|[Ee]xhibit|[Aa]nnex|[Aa]ppendix|[Ss]chedule|[Ss]ection|[Cc]lass"
    r"|[Pp]aper|[Tt]abs?|[Ii]tem|[Pp]lan|[Gg]roup|[Vv]ariant|"
    r"[Vv]ersion|[Zz]one|[Ss]ector|[Dd]irectorate|[Cc]ategory|[Pp]art)[ \u00a0]$"
)


def _letters(text: str, start: int, behind: str) -> bool:
    """Whether an initial counts: "a note marked A. Referring to", or a paragraph "B. Of the 50 tractors"."""
    if _LETTERED.search(text[max(0, start - 14) : start]):
        return True
    words = name_lists.words()
    small = behind.lower() in words.common or behind in words.not_names
    return text[start - 1 : start] in ("", "\n") and small and behind not in words.word_surnames


_EASTERN_TITLE = compiled(r"[A-Z][a-z’']{2,}-(?:ul|us|ud|ed|ol|od|os|es|ur|un|il|oul|ous|oud)-[A-Z][\w’']{2,}")
"""``the Nasr-ul-Mulk``: a man by the title that the Shah gave him, with the article or without."""


def _in_ships(text: str, run: Run) -> bool:
    return not text.endswith(("the ", "The "), 0, run.start) and ship_before(text, run.start)


def _whole_name(text: str, run: Run) -> Iterator[Mention]:
    """``Roger S. Greene``, ``Pak Hon-yong``, ``S. Akhtar``: a first name, an initial, a family name put first."""
    tokens = run.tokens
    if len(tokens) == 1:
        if _EASTERN_TITLE.fullmatch(tokens[0][2]) and not _in_ships(text, run):
            yield Mention(tokens[0][0], tokens[0][1], "person", FORM)
            return
        yield from unknown(text, run)
        return
    words = name_lists.words()
    if (
        tokens[-1][2] in OTTOMAN
        and not (run.opens and familiar(tokens[0][2]))
        and not no_name(tokens[-2][2], strict=False)
    ):
        named = after_titles(tokens)
        if 1 < len(named) < 4:
            yield Mention(named[0][0], named[-1][1], "person", FORM)
            return
    if (tokens[-1][2] in words.place_heads or _first_of_place(text, run)) and not (run.opens or is_ship(tokens)):
        behind = [index + 1 for index, token in enumerate(tokens[:-2]) if token[2] == "of"]
        first = behind[-1] if behind and OFFICE.search(text[run.start : tokens[behind[-1]][0]]) else 0
        yield Mention(tokens[first][0], tokens[-1][1], "place", FORM)
        return
    for (start, _, word), (_, _, joint), (_, end, name) in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if joint == "of" and word in _OF_WATER and not no_name(name, strict=True):
            yield Mention(start, end, "place", FORM)
            return
    for index, (start, _, word) in enumerate(tokens):
        rest = tokens[index + 1 :]
        if not rest:
            break
        if word in SHIPS:
            return
        if word in _SAINTS and text[max(0, start - 26) : start].endswith(_BEFORE_SAINTS):
            if not text[max(0, start - 26) : start].endswith(_DEDICATED):
                yield Mention(start, rest[-1][1], "place", FORM)
            return
        eastern = word in words.first_surnames and _eastern(tokens[index:])
        leads = word in words.given or eastern or (word[-1] == "." and _INITIALS.fullmatch(word))
        if leads and len(word) == 2 and word[1] == "." and _letters(text, start, rest[0][2]):
            continue
        leads = leads or (ARABIC.match(rest[0][2]) is not None and not familiar(word))
        leads = leads or (word in _SHORT_FIRST and text.startswith(".", start + len(word)))
        leads = leads or (word in _DIGRAPHS and text.startswith(".", start + 2))
        leads = leads or (word in ("U", "Daw") and (rest[0][2] in _BURMESE or not familiar(rest[0][2])))
        if index and tokens[index - 1][2] in _SAINTS:
            saint = text[max(0, tokens[index - 1][0] - 26) : tokens[index - 1][0]]
            if place_before(saint) and not saint.endswith(_DEDICATED):
                yield Mention(tokens[index - 1][0], rest[-1][1], "place", FORM)
            return
        if not leads or (index == 0 and run.opens and word.lower() in words.common and word not in words.given):
            continue
        if ship_before(text, start) or (index == 1 and not run.opens and _aboard(text, run)):
            return
        taken = list(_plain_names(tokens[index:]))
        if taken and (COMPANY.match(text, taken[-1][1]) or _TONNAGE.match(text, taken[-1][1])):
            return
        if taken and (not eastern or len(taken) <= 3):
            if taken[-1][2].endswith(".") or len(taken[-1][2]) < 2:
                continue
            before = tokens[index - 1] if index and _INITIALS.fullmatch(word) else tokens[index]
            strange = before[2].isalpha() and not familiar(before[2]) and not is_title(before[2])
            whole = strange and not name_lists.known(text, before[0], before[1])
            yield Mention(before[0] if whole else start, taken[-1][1], "person", FORM)  # "Leslie R. Fellows"
            return
    yield from unknown(text, run)


_PINYIN = compiled(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|uang|iong|ang|eng|ong|ing|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aoeiu])['’]?){2}",
    re.IGNORECASE,
)
"""A Chinese given name of two syllables in Hanyu Pinyin: ``Xiangqian``."""


def _eastern(tokens: Sequence[tuple[int, int, str]]) -> bool:
    """A Chinese, Korean or Vietnamese name: the family name, then one or two short words or a hyphenated one."""
    words = name_lists.words()
    if len(tokens) < 2 or tokens[0][2] not in words.first_surnames or len(tokens) > 4:
        return False
    return all(
        (re.fullmatch(r"[A-Z][a-zŏŭ'’]{1,7}(?:-[A-Za-z][a-zŏŭ'’]{0,6})?", word) or _PINYIN.fullmatch(word))
        and (word.lower() not in words.common or inside(tokens, place))
        for place, (_, _, word) in enumerate(tokens[1:3], 1)
    )


def _plain_names(tokens: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The words behind the first that can belong to its name."""
    for index, token in enumerate(tokens[1:5], 1):
        word = token[2]
        barred = no_name(word, strict=len(word) > 2) and not word.endswith(".") and not inside(tokens, index)
        if word == "of" or barred:
            return
        yield token


def _aboard(text: str, run: Run) -> bool:
    """``boarded the Edna Wallace Hopper``: behind an article a row that begins with an unknown word is a ship's name."""
    return not familiar(run.tokens[0][2]) and not is_title(run.tokens[0][2]) and ship_before(text, run.start)


_PLACE_WORDS = "Puerto El Tel Tell Burg Burj Shatt Deir Umm Kafr Mersa Marsa Sharm Camp Wadi Ciudad Villa Porto Jebel Beit Port River Lake Mount Fort Cape"
_PLACE_FIRST = frozenset(_PLACE_WORDS.split())

_BEFORE_SAINTS = (" at ", " in ", " to ", " from ", " between ", " near ", " off ", " of ", " through ", " toward ")
_DEDICATED = tuple(
    f"{house} of " for house in ("church", "convent", "college", "hospital", "feast", "monastery", "hacienda")
)
"""Houses that bear a saint's name: ``the church of San Marcial`` is no town."""
_SAINTS = frozenset({"San", "Santa", "Santo", "São", "Saint", "Sainte", "St"})
_OF_WATER = frozenset({"Strait", "Straits", "Gulf", "Bay", "Isle", "Isles", "Isthmus", "Sea", "Cape", "Mouth"})

_TONNAGE = compiled(r"[ \u00a0]\d{1,3},\d{3}\b")
COMPANY = compiled(
    r"[ \u00a0]?(?:&|,? and|,)[ \u00a0](?:Co\b|Company|Sons|Brothers|Bros)|[ \u00a0](?:& |Brothers|Bros)"
)
