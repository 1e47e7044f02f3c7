"""Amounts of things in figures and words: ``2,500 tons of grain``, ``eight fighter divisions``, ``200-300 pilots``."""

# ruff: noqa: E501, SIM905  (a pattern is read best on one line, a list of words as words)

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from cablegraph.extraction.number_words import BELOW_HUNDRED, UNITS, ends, halves, is_one, scaled_by, value
from cablegraph.patterns import compiled
from cablegraph.sought import sought


class Quantity(NamedTuple):
    """An amount: half-open offsets of all its words, the amount (or lower end), the upper end, and what is counted.

    ``unit`` is the counted noun in the singular, or empty. ``bound`` is a slug of the kinds exactly, at-most, at-least,
    about, between. ``number_start`` and ``number_end`` are the offsets of the figure alone.
    """

    start: int
    end: int
    amount: Decimal
    maximum: Decimal | None
    unit: str
    bound: str
    number_start: int
    number_end: int


_SCALE: Final = (
    r"(?:hundred|thousand|(?:million|milliard|billion)s|million|billion|milliard|trillion|dozen|mln\.?|bn|thous\.)"
)
_IN_WORDS: Final = (
    rf"(?:(?:a|three)\squarters?\sof\sa(?=\s(?:million|billion))|{BELOW_HUNDRED}|a(?=\s{_SCALE}\b)|half\sa(?=\s(?:million|billion|thousand|dozen)))"
    rf"(?!\w)(?:\sand\sa\shalf)?(?:\s{_SCALE}(?!\w)(?:(?:\sand)?\s(?:{UNITS})(?:-(?:{UNITS}))?(?!\w))?)*"
)
_FIGURES: Final = rf"(?:\d{{1,3}}(?:[,\u00a0\u202f’']\d{{3}})+(?:\.\d+)?|\d{{1,3}}(?:\s\d{{3}})+(?!\d)|\d+(?:\.\d+)?½?)(?:\s?{_SCALE}(?!\w)(?:\s\d{{1,3}}\s(?:million|thousand)(?!\w))*)?"
_ONE: Final = rf"(?:{_FIGURES}|{_IN_WORDS})"
_BOUNDS: Final[tuple[tuple[str, str], ...]] = (
    ("atmost", r"(?:no|not)\smore\sthan|at\s(?:the\s)?most|not\s(?:to\s)?exceed(?:ing)?|cannot\sexceed|up\sto|a\smaximum\sof|(?:less|fewer)\sthan|under|below|only\sup\sto"),
    ("atleast", r"at\s(?:the\s)?least|(?:no|not)\s(?:less|fewer)\sthan|more\sthan|over|above|upwards\sof|a\sminimum\sof|exceeding|in\sexcess\sof"),
    ("about", r"about|around|approximately|approx\.|some|nearly|almost|roughly|ca\.|c\.|circa|an?\sestimated|close\sto"),
    ("between", r"between|from"),
)  # fmt: skip
# A quick look first, in fixed case: a figure, or a word that begins a number. One class of characters stands first, so
# that the search skips all others at once.
_FIRST = compiled(
    r"[\dOoTtFfSsEeNnHhAa](?:(?<![^\W_].)|(?<=£[TE].))(?:(?<=\d)\d*|(?<=[Oo])ne|(?<=[Tt])(?:w|h(?:ree|irt)|en)|(?<=[Ff])(?:o(?:ur|rty)|i(?:ve|ft))"
    r"|(?<=[Ss])(?:ix|even)|(?<=[Ee])(?:ight|leven)|(?<=[Nn])ine|(?<=[Hh])alf a"
    r"|(?<=[Aa]) (?:quarter of a|hundred|thousand|million|billion|milliard|trillion|dozen))"
)
_BEFORE = compiled(
    r"(?<!\w)(?:(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _BOUNDS)
    + r")\s(?:a\stotal\sof\s|the\s)?)?"
    r"(?P<currency>US\$|\$|£[TE]|£|Rs\.?\s|£\s)?$",
    re.IGNORECASE,
)
_QUANTITY = compiled(
    rf"(?P<low>{_ONE})(?![\w:/]|[.,]\d)(?:\s?(?:[-–—]|to|or)\s?(?:US\$|\$|£|Rs\.?\s)?(?P<high>{_ONE})(?![\w:/]|[.,]\d))?"
    r"(?:(?P<andhigh>\sand\s)(?:US\$|\$|£|Rs\.?\s)?(?P<high2>" + _ONE + r")(?![\w:/]|[.,]\d))?",
    re.IGNORECASE,
)
_HANDED_OVER = compiled(
    r"\b(?:hand|hands|handed|handing|turn|turned|turning|take|takes|took|taken|taking|give|gave|given|giving|carried|brought|bring)\sover\b",
    re.IGNORECASE,
)
_NOT_JOINED: Final = frozenset(".,:/'’-_")
_CURRENCIES: Final = {
    "$": "dollar",
    "us$": "dollar",
    "£": "pound",
    "£t": "pound",
    "£e": "pound",
    "rs": "ruble",
    "rs.": "ruble",
}
_NOT_BEFORE = compiled(
    r"(?:(?:\bNos?\.?|№|N[º°]|#|§|\b(?:articles?|points?|paragraphs?|paras?|sections?|pages?|pp?\.|f\.|op\.|d\.|ll?\.|fond|opis|delo|papka|list|listy|vol\.?|chapter"
    r"|telegrams?|cables?|despatch|deptel|embtel|my|your|RG|group|table|annex|protocol|MiG|Il|Tu|La|Yak))[\s\u00a0-]?)$",
    re.IGNORECASE,
)
_MONTH_BEFORE = sought(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)[\s\u00a0-]?$",
    re.IGNORECASE,
)
_DAY = compiled(r"(?:[012]?\d|3[01])(?!\d|,\d{3})")
"""What can follow a month and its day: "by June 140 tons" has none."""
_IN_YEAR = compiled(r"\b(?:for|in|of|since|during|by|until) $", re.IGNORECASE)
_ONE_DOES = compiled(
    r"one\s(?:hears|says|thinks|knows|sees|supposes|believes|hopes|asks|wants|finds|reads|feels|speaks|does|gets|takes|looks|wishes|expects|ought|reckons)\b",
    re.IGNORECASE,
)
"""Where "one" is anybody: "so one hears"."""
_OF_MODEL = compiled(r"(?:(?<![^\W\d_])[A-Z]{1,2}–|\d [A-Z]{1,3} )$")
"""Before the number of a make, which counts nothing: "36 F–5 aircraft", "300 W 50 trucks"."""
_CALIBRE = compiled(r"[ \u00a0-]?(?:mm|millimet(?:er|re)s?)\b(?=\.?\s[a-z])")
"""What sort of gun it is counts none: "122 mm howitzers"."""
_POUNDS: Final = ("£T", "£E")
"""Turkish and Egyptian pounds, whose letter stands against the figure."""
_YEAR = compiled(r"1[5-9]\d\d|20\d\d")
_NOT_AFTER = compiled(
    r"(?:st|nd|rd|th)\b|[\s\u00a0](?:January|February|March|April|May|June|July|August|September|October|November|December|a\.?m\b|p\.?m\b|o['’]clock|hours?\sMoscow|of\s(?:this\smonth|the\spresent|January|February|March|April|May|June|July|August|September|October|November|December))"
    r"|[ap]\.?m\b|['’]s\b",
    re.IGNORECASE,
)
_WORD = compiled(r"[\s\u00a0-]?(?P<word>%|(?:MiG|Il|Tu|La|Yak)-?\d+\w*|[^\W\d_][\w’'-]*)")
_COMPLETED = compiled(r"\[(?:hundred|thousand|million)\] $")
# Words that end the counted phrase: what follows them is not counted.
_STOPS: Final = frozenset(
    "of and or the a an in on at to for from by with without that which who whom this these those is are was were be been being "
    "has have had will would shall should can could may might must do does did not no it he she we they i you as if but so than "
    "then there here when where while until since before after into over under about per each every also only more less most "
    "least such other others same first second third last next my your our his her its their all both either neither any some "
    "because through via during against between among within yet still now today yesterday tomorrow what how why".split()
)
_IRREGULAR: Final = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "persons": "person", "aircraft": "aircraft",
    "won": "won", "yuan": "yuan", "yen": "yen", "sheep": "sheep", "cattle": "cattle", "head": "head", "percent": "percent",
    "per": "percent", "%": "percent", "pct": "percent", "personnel": "person", "infantry": "infantryman", "infantrymen": "infantryman", "troops": "soldier",
    "km": "kilometre", "kilometers": "kilometre", "kilometres": "kilometre", "kg": "kilogram", "lbs": "pound", "tonnes": "ton", "t": "ton", "ha": "hectare",
    "metres": "metre", "meters": "metre", "sq": "", "feet": "foot", "crews": "crew", "sorties": "sortie", "roubles": "ruble", "rubles": "ruble",
    "pieces": "piece", "cargoes": "cargo", "torpedoes": "torpedo", "series": "series", "lives": "life", "knives": "knife", "loaves": "loaf", "buses": "bus", "omnibuses": "omnibus", "wives": "wife", "halves": "half",
    "lire": "lira", "leva": "lev", "kroner": "krone", "kronor": "krona", "zloty": "zloty",
    "horse": "horse", "sail": "sail", "mace": "mace", "cash": "cash",
    "staff": "staff", "police": "policeman", "cavalry": "cavalryman", "policemen": "policeman",
    "businessmen": "businessman", "airmen": "airman", "fishermen": "fisherman", "dead": "dead", "wounded": "wounded", "rounds": "round",
    "ore": "", "class": "", "classes": "class", "gasses": "gas", "axes": "axe", "marks": "mark", "francs": "franc",
}  # fmt: skip
_MONEY: Final = frozenset({"ruble", "dollar", "franc", "mark", "pound", "yen", "peso", "lira"})
_ALSO_BEFORE: Final = frozenset({"cash", "head", "horse", "police", "staff", "infantry", "cavalry", "aircraft"})
"""Words that count, and that stand before what is counted: "60 cavalry horses"."""
_NO_MEN: Final = frozenset({"regimen", "specimen", "acumen", "abdomen", "bitumen", "albumen", "bremen"})
_NO_PLURALS: Final = frozenset(
    "ours yours hers theirs his this its is was has us yes thus plus always perhaps besides less across towards news".split()
)


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Amounts in ``text[start:end]``, in order. Dates, hours, years and numbers of papers are none."""
    stop = len(text) if end is None else end
    last = start
    for first in _FIRST.finditer(text, start, stop):
        place = first.start()
        joined = place > start and (text[place - 1].isalnum() or text[place - 1] in _NOT_JOINED)
        if place < last or (joined and text[place - 2 : place] not in _POUNDS):
            continue
        if text.startswith("] ", place - 2) and _COMPLETED.search(text, max(start, place - 12), place):
            continue  # "two [hundred] fifty"
        match = _QUANTITY.match(text, place, stop)
        if match is None or _NOT_BEFORE.search(text, max(start, place - 14), place) or _is_date(text, match, stop):
            continue
        if _MONTH_BEFORE.search(text, max(start, place - 14), place) and not _is_over_a_month(text, match, stop):
            continue
        if match["high"] and _YEAR.fullmatch(match["low"]) and _IN_YEAR.search(text, max(start, place - 7), place):
            continue  # "its aid for 1970 to 280 million"
        if place > start + 1 and _OF_MODEL.search(text, max(start, place - 6), place):
            continue
        if _ONE_DOES.match(text, place, stop) or _CALIBRE.match(text, match.end("low"), stop):
            continue
        if quantity := _quantity(text, match, start, stop):
            last = quantity.end
            yield quantity


def _quantity(text: str, match: re.Match[str], start: int, stop: int) -> Quantity | None:
    begin = max(start, match.start() - 30)
    before = _BEFORE.search(text[begin : match.start()])
    bound = next((name for name, _ in _BOUNDS if before and before[name]), "")
    if (
        before
        and bound == "atleast"
        and _HANDED_OVER.search(text, max(0, begin + before.start() - 12), begin + before.end())
    ):
        bound = ""  # "hand over the four submarines"
    currency = before["currency"] if before else None
    low_words, high_words, last = _ends(match, between=bool(before and (before["between"] or "").lower() == "between"))
    if high_words and _NOT_AFTER.match(text, last, stop):
        return None  # "between five and six o'clock"
    low, high = value(low_words), value(high_words) if high_words else None
    fell = False
    if high is not None:
        low = scaled_by(low, low_words, high, high_words)
        if fell := bound == "between" and high < low:
            low = high  # "reduced from 1,400 to 900"
        high = high if high > low else None
    unit, end = _unit(text, last, stop, one=low == 1 and high is None)
    if currency:
        unit, end = _CURRENCIES[currency.strip().lower()], last
    if not unit and low_words.lower() in ("one", "a"):
        return None
    first = match.start() - len(currency or "")
    # The words of the bound belong to the amount; "from" does only with a range.
    words = begin + before.start() if before and bound and (fell or bound != "between" or high is not None) else first
    slug = (
        "between"
        if high is not None
        else {"atmost": "at-most", "atleast": "at-least", "about": "about"}.get(bound, "exactly")
    )
    return Quantity(words, end, low, high, unit, slug, first, last)


def _ends(match: re.Match[str], *, between: bool) -> tuple[str, str, int]:
    """Words of an amount or its lower end, of the upper end if there is one, and where they end.

    Two numbers that *and* joins are the ends of a range behind *between*; elsewhere the first is an amount of its own.
    """
    words = match["low"]
    if match["high"]:
        return words, match["high"], match.end("high")
    last = match.end("high2") if match["high2"] else match.end("low")
    if between and (found := ends(match[0][: last - match.start()])):
        return *found, last
    if not is_one(words):
        words, _, length = max(halves(words), key=lambda way: way[2], default=(words, "", len(words)))
        return words, "", match.start() + length
    return words, "", match.end("low")


def _is_date(text: str, match: re.Match[str], stop: int) -> bool:
    last = match.end("high") if match["high"] else match.end("low")
    if _NOT_AFTER.match(text, last, stop) or (text.startswith("-", last) and text[last + 1 : last + 2].isalpha()):
        return True  # "49-year bonds", "one-fortieth pound": no count of what follows
    if not _YEAR.fullmatch(match["low"]) or text[max(0, match.start() - 1) : match.start()] in ("$", "£"):
        return False
    following = _WORD.match(text, last, stop)
    return not (following and following["word"].lower() in _COUNTED_AFTER_YEAR)


def _is_over_a_month(text: str, match: re.Match[str], stop: int) -> bool:
    """Whether a number behind a month is no day and no year of it, and counts what follows: "by June 140 tons"."""
    low = match["low"]
    if _DAY.match(low) or _YEAR.fullmatch(low):
        return False
    unit, _ = _unit(text, match.end("high") if match["high"] else match.end("low"), stop, one=False)
    return bool(unit)


_COUNTED_AFTER_YEAR: Final = frozenset(
    "tons men rifles guns tanks rubles dollars prisoners pilots soldiers trucks cars tonnes kilometres km aircraft people persons".split()
)


def _unit(text: str, place: int, stop: int, *, one: bool) -> tuple[str, int]:
    """The counted noun behind the figure, in the singular, and where it ends: the first plural among four words."""
    among = _AMONG.match(text, place, stop)
    sized = _SIZED.match(text, place, stop)
    at, alone = among.end() if among else sized.end() if sized else place, ("", place)
    if text.endswith(("millions", "milliards", "billions"), 0, place) and text.startswith(" of ", place):
        at = place + len(" of")
    for index in range(4):
        match = _WORD.match(text, at, stop)
        if match is None:
            break
        word = match["word"]
        lower = word.lower()
        if text.startswith(" worth", match.end()):
            lower = lower.rstrip("'’")  # "3 divisions' worth of arms"
        if lower in _STOPS and not (lower == "per" and text[match.end() : match.end() + 5].strip().startswith("cent")):
            break
        if lower == "per":
            return "percent", match.end() + 5
        if lower == "pair" and index == 0:
            return "pair", match.end()
        if index == 0 and lower in _MONEY:
            return lower, match.end()  # "15 million ruble guarantees"
        if lower in _ALSO_BEFORE and (further := _WORD.match(text, match.end(), stop)) and singular(further["word"]):
            at = match.end()  # "two cash instalments"
            continue
        if (base := singular(lower)) and not (one and lower.endswith("s") and lower not in _IRREGULAR):
            return base, match.end()
        if index == 0 or one:
            alone = (lower, match.end())
        at = match.end()
    return alone if one and alone[0].isalpha() else ("", place)


# "some 80 other deputies", "four of his men": the counted noun stands behind these words
_AMONG = compiled(
    r"\s(?:other|such|more(?!\sthan|\sor)|additional|further|of\s(?:the|his|her|its|their|our|my|your)"
    r"(?:\s[A-Z]{1,3}[-–]?\d\w*)?)(?=\s[a-z])"
)
_SIZED = compiled(
    r"\s(?:\d{1,3}(?:\.\d)?[- ](?:mm|millimet(?:er|re)|cm|inch|pounder)|[A-Z]{1,3}[- –]\d{1,3}[A-Z]?)(?=\s[a-z])"
)
"""What sort of gun or lorry is counted: "nine 76 mm guns", "300 W 50 trucks"."""
_AIRCRAFT = compiled(r"(?:mig|il|tu|la|yak)-?\d+\w*")


def singular(word: str) -> str:
    """The singular of a noun in small letters, or nothing where the word is no plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _AIRCRAFT.fullmatch(word):
        return word
    if word.endswith("men") and len(word) > 5 and word not in _NO_MEN:
        return f"{word[:-2]}an"  # "horsemen"
    if (
        len(word) < 4
        or not word.endswith("s")
        or word in _NO_PLURALS
        or word.endswith(("ss", "us", "is", "ous", "'s", "’s"))
    ):
        return ""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]
