"""Rows of capitalised words, and which of them can be part of a name: ``Engineer Malishevski``, ``For Stevens``."""

# ruff: noqa: E501, SIM905  (a pattern, and a list of words, is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cablegraph.evidence import Rule
from cablegraph.extraction import name_lists
from cablegraph.extraction.lexicon import BODY, COURTESY, OFFICE, RANK
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled

TABLE = Rule("mentions.table", version="1", certainty="0.95")

TITLED = Rule("mentions.titled", version="1", certainty="0.95")

FORM = Rule("mentions.form", version="1", certainty="0.85")

LONE = Rule("mentions.lone", version="1", certainty="0.8")
"""One unknown word where a name can stand; the weakest reading, which gives way to any other of the same word."""

AGAIN = Rule("mentions.again", version="1", certainty="0.85")

CAP = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁȘȚ"

_WORD = (
    rf"(?:(?:[{CAP}]\.){{1,3}}|(?:[DLO]['’]|l['’]|d['’](?!Affaires|[ÉE]tat|Or[si]|Afrique|Ivoire|Action|Alger)|(?:[ae]l|ul|ud|a[nrstz]|ash)-|Mc|Mac)?[{CAP}][\w]*(?:[-'’][\w]+)*(?:\[[a-z]{{1,3}}\][\w-]*)?"
    rf"(?:(?:(?<![\w-]{{5}})|(?<=Messrs)|(?<=Lieut)|(?<=Comdr))\.)?)"
)

ARABIC = compiled(r"(?<!\w)(?:[ae]l|ul|ud|a[nrstz]|ash)-(?=[^\W\d_a-z])")
"""The article before a name: ``el-Sadat``."""

_SMALL = r"(?:de|y|e|zu|af|von|van|der|den|la|le|du|da|di|del|dos|das|do(?= (?:Nascimento|Amaral|Vale|Prado|Carmo|Couto|Rego|Monte|Lago|Ros[aá]rio|Esp[ií]rito|Val|Canto)\b)|al|el|bin|ibn|ter|of)"

# As _WORD where nothing joins it to what stands before; a capital comes first, so that the search skips to capitals.
_FIRST_WORD = (
    rf"[{CAP}](?<!\w.)(?:\.(?:[{CAP}]\.){{0,2}}|(?:(?<=[DLO])['’][{CAP}]|(?<=M)a?c[{CAP}])?[\w]*(?:[-'’][\w]+)*"
    rf"(?:\[[a-z]{{1,3}}\][\w-]*)?(?:(?:(?<![\w-]{{5}})|(?<=Messrs)|(?<=Lieut)|(?<=Comdr))\.)?)"
)
_RUN = compiled(
    rf"{_FIRST_WORD}(?:(?:[ \u00a0]{{1,2}}(?:\[sic\][ \u00a0])?|(?<=\.)|\][ \u00a0](?<=[a-z]\][ \u00a0])|[ \u00a0]\[(?=[{CAP}][a-z]+\](?![ \u00a0]?[{CAP}(]))){_WORD}|(?:[ \u00a0]{{1,2}}{_SMALL}){{1,2}}"
    rf"(?=[ \u00a0]{{1,2}}[{CAP}])){{0,7}}"
)
"""Words with one gap or two between them: three are a column's."""

_TOKEN = compiled(rf"{_WORD}|{_SMALL}(?![\w])")

_SEVERAL = r"Generals|Colonels|Admirals|Marshals|Senators|Captains|Majors|Lieutenants|Drs\.?|Doctors|Professors"
_OTHER = (
    r"Ataman|Hetman|Commissar|Comptroller|Controller|Viceroy|Vali|Taotai|Tuchun|Archbishop|Bishop|Cardinal|Patriarch|"
    r"Monsignor|Monseigneur|Mgr|Commandant|Father|Sister|Doctor|Sheikh|Sheik|Emir|Amir|Mullah|Maharajah?|Rajah|Nawab|Pandit|Shri|Sri|Signora?|Senhora?|Comandante|"
    r"Ensign|Midshipman|Paymaster|Chaplain|Surgeon|Jonkheer|Jhr\.|(?:Chief |Lord )?Justice|Amb\.?|Commendatore|Cavaliere|Licenciado|Lic\.|Ing\.|Grand Duke|Archduke|"
    r"Crown Prince|Archduchess|Grand Duchess|Duchess|Infant[ae]|Viscountess|Countess|Baroness|Marchioness|Begum|Maharani|Ranee|Ayatollah|Hojjatoleslam|Imam|Maulana|Mawlawi|Moulay|Sidi|Rabbi|Pastor|Pope|"
    r"Metropolitan|Archimandrite|Academician|Cosmonaut|Field Marshal|Air (?:Chief |Vice[- ])?Marshal|"
    r"Wing Commander|Squadron Leader|Group Captain|Staff (?:Major|Captain|Colonel|Brigadier)|Sgt\.?|"
    r"Corporal|Cpl\.?|Capitaine|Camarade|Camarada|Compañer[oa]|Botschafter|Gesandter|Staatssekretär|"
    r"Ministerialdirigent|Ministerialdirektor|Legationsrat|MDg|MinDir|VLR(?: I)?|StS|Oberst(?:leutnant)?|"
    r"Generalmajor|Generalleutnant|Generaloberst|"
    r"DCM|PolCouns|EconCouns|PolOff|EmbOff|SecDef|UnderSec|AmbSov|SovAmb|"
    r"FonSec|FonMin|ForMin|PriMin|SecGen|DefMin|FinMin|UKHC|SecState|UnSec|AmbUK|Grand Vizier|Vizier"
)

TITLE = compiled(
    rf"(?:(?:[A-Z][a-z]+-){{1,2}}(?:General|Colonel|Major|Captain|Lieutenant|Admiral|Counsell?or|Governor|Commander|Commissar|Engineer)|Lieut(?:enant|\.)?-(?:Commander|Colonel|General|Governor)|{COURTESY}|{RANK}|(?:Prime |Foreign |Defen[cs]e |Vice[- ]|Deputy |Acting |First |General |"
    rf"Party )*{OFFICE.pattern}|[Ee]x-{OFFICE.pattern}|{_SEVERAL}|{_OTHER})(?!\w)",
    0,
)


@lru_cache(maxsize=16384)
def is_title(word: str) -> bool:
    """Whether words are a title and nothing more."""
    return TITLE.fullmatch(word) is not None


@lru_cache(maxsize=16384)
def begins_with_title(word: str) -> bool:
    """Whether words begin with a title."""
    return TITLE.match(word) is not None


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    kind: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Run:
    """A row of capitalised words: its tokens as (start, end, word)."""

    start: int
    end: int
    tokens: tuple[tuple[int, int, str], ...]
    opens: bool
    """Whether it opens a sentence, where a capital says nothing."""


def runs_of(text: str, start: int, end: int) -> Iterator[Run]:
    for match in _RUN.finditer(text, start, end):
        first = match.start()
        # Behind a hyphen the pattern sees what stands before the row; anywhere else the row alone decides.
        if first and text[first - 1] == "-":
            tokens = tuple(_token(token) for token in _TOKEN.finditer(text, first, match.end()))
        else:
            tokens = tuple([(first + begin, first + end, word) for begin, end, word in _tokens(match[0])])
        opens = _opens(text, match.start(), start)
        if "] " in match[0] and (cut := _closing(text, match, tokens)):
            yield _run(tokens[:cut], tokens[cut - 1][1], opens=opens)
            tokens, opens = tokens[cut:], False
        if " [" in match[0] and _put_right(tokens):
            continue
        while (stop := _sentence_end(text, tokens) if "." in match[0] else 0) > 0:
            yield _run(tokens[:stop], tokens[stop - 1][1], opens=opens)
            tokens, opens = tokens[stop:], True
        if len(tokens) > 1 and tokens[0][2] in _MONTH_NAMES and _DAY_BEFORE.search(text[max(start, first - 8) : first]):
            tokens = tokens[1:]  # "On 30 August Mengistu Haile Mariam told"
        end = match.end()
        if len(tokens) > 1 and tokens[-1][2] in _MONTHS and _DAY_BEHIND.match(text, end):
            tokens, end = tokens[:-1], tokens[-2][1]  # "told Amb Reinhardt Nov 16"
        while len(tokens) > 1 and tokens[-1][2].rstrip(".") in _COUNTED and _FIGURE.match(text, tokens[-1][1]):
            tokens, end = tokens[:-1], tokens[-2][1]  # "the telegram of Comrade Roshchin No. 1518"
        yield _run(tokens, end, opens=opens)


def _put_right(tokens: tuple[tuple[int, int, str], ...]) -> bool:
    """``Warsaw [Finland]``, ``Dalny [Dairen]``: what the editors read for a place is no name's second word."""
    if len(tokens) != 2:
        return False
    return any("place" in one.kinds for _, _, word in tokens for one in name_lists.known(word, 0, len(word)))


_COUNTED = frozenset(
    ("No", "Nos", "NO", "NOS", "Nr", "Num", "Number", "Numbers", "Tel", "Telegram", "Telegrams", "Cable", "Despatch")
)
"""Words that a figure behind them counts: no part of the name before them."""
_FIGURE = compiled(r"\.?[ \u00a0]?(?:(?:No|Nos|Nr|№)\.?[ \u00a0]?)?\d")
_MONTH_NAMES = frozenset(("April", "May", "June", "August"))
"""Months that are first names too."""
_DAY_BEHIND = compiled(r"\.?[ \u00a0]\d{1,2}(?!\d)")
_DAY_BEFORE = compiled(r"(?:\d(?:st|nd|rd|th)?|\b[Ii]n|\b[Ss]ince|\b[Uu]ntil)[ \u00a0]\Z")
_CLOSES = compiled(r"(?<!\[sic)\]")


def _closing(text: str, match: re.Match[str], tokens: tuple[tuple[int, int, str], ...]) -> int:
    """How many words stand before a bracket that holds more than one first name; 0 for "[Abdelaziz] Bouteflika"."""
    bracket = _CLOSES.search(text, match.start(), match.end())
    if bracket is None or (text[match.start() - 1 : match.start()] == "[" and tokens[0][1] == bracket.start()):
        return 0
    before = sum(end <= bracket.start() for _, end, _ in tokens)
    opened_before = text[match.start() - 1 : match.start()] == "["
    if opened_before and before == 2 < len(tokens) and tokens[0][2] in name_lists.words().given:
        return 0  # "[Franz Josef] Strauss"
    opened = text.rfind("[", match.start(), bracket.start()) >= 0
    return 0 if opened or before in (0, len(tokens)) else before


def _run(tokens: tuple[tuple[int, int, str], ...], end: int, *, opens: bool) -> Run:
    if opens and len(tokens) > 1 and (_leads_in(tokens[0][2]) or _is_little(tokens[0][2], tokens[1][2])):
        tokens, opens = tokens[1:], False
    return Run(tokens[0][0], end, tokens, opens)


def _is_little(first: str, second: str) -> bool:
    """``To Gomułka``: a little word, though it is also a family name that stands first: ``To Huu``, ``So Wan-su``."""
    return first in _LITTLE and len(second) > 4 and "-" not in second


_LITTLE = frozenset(("To", "So", "No", "Do", "An"))


def _sentence_end(text: str, tokens: tuple[tuple[int, int, str], ...]) -> int:
    """How many tokens stand before a full stop that ends a sentence: "arrested in Pula. He saw"; 0 for none."""
    for index, (_, end, word) in enumerate(tokens[:-1]):
        if text.startswith(". ", end) and not _abbreviates(word):
            return index + 1
        if text.startswith(". ", end) and index and _is_whole(tokens[index - 1][2], word, tokens[index + 1][2]):
            return index + 1
    return 0


def _is_whole(title: str, name: str, following: str) -> bool:
    """``with Mr. Wu. My colleague``: behind a title a short family name is whole, and a common word begins a sentence."""
    words = name_lists.words()
    return name in words.first_surnames and is_title(title) and following.lower() in words.common


@lru_cache(maxsize=4096)
def _abbreviates(word: str) -> bool:
    """Whether a full stop behind a word shortens it: "St.", "Wm.", "Gy.", "Gen."."""
    return len(word) < 3 or word in _SHORTENED or is_title(word) or word in _MONTHS


_SHORTENED_WORDS = """
    Geo Chas Jas Jos Thos Robt Saml Benj Fred Alex Edw Edwd Fredk Alexr Jno Danl Theo Hon Rev Esq Ste Sta Gen Col Adm Cap
    Capt Brig Prof Sen Rep Amb Gov Cdr Cmdr Comdr Lieut Maj Sgt Messrs Mme Mlle Mrs Inc Ltd Corp Bros
    Sec Dept Min Cde Tov Com
"""
_SHORTENED = frozenset(_SHORTENED_WORDS.split())


@lru_cache(maxsize=4096)
def _leads_in(word: str) -> bool:
    """A sentence's first word that is no part of the name behind it: "For Stevens", "Tell Willard"."""
    words = name_lists.words()
    if word in words.given or word in words.first_surnames or word in words.not_names or is_title(word):
        return False
    return word.lower() in words.common or looks_common(word)


@lru_cache(maxsize=16384)
def _tokens(row: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(_token(token) for token in _TOKEN.finditer(row))


def _token(match: re.Match[str]) -> tuple[int, int, str]:
    word, start = _bare(match[0]), match.start()
    return start, start + len(word), word


_INITIALS = compiled(rf"(?:[{CAP}]\.)+")


_OWNER_NOTED = compiled(r"([^\W\d_]{3,})['’]s\d{1,2}")
_NOTED = compiled(r"([^\W\d_]{4,})\d{1,2}")


@lru_cache(maxsize=16384)
def _bare(word: str) -> str:
    """A word without the apostrophe of its genitive and without a sentence's full stop."""
    if word[-1:].isdigit() and (owner := _OWNER_NOTED.fullmatch(word)):
        return owner[1]  # "General Gaida’s1 order"
    for tail in ("'s", "’s", "'", "’"):
        word = word.removesuffix(tail)
    if word[-1:].isdigit() and len(word) > 4 and (noted := _NOTED.fullmatch(word)):
        return noted[1]  # a footnote's figure
    if word[-1:] == "." and len(word) > 2 and not _INITIALS.fullmatch(word):
        return word[:-1]
    return word


_OPENING = compiled(
    r"[“«]$|(?:^|[.!?:;…]|\n|\]|—|--)[\s\"“”„'‘(\[]*$|(?:^|\n)\s*\(?(?:\d{1,4}|[IVX]+|[a-z])[.)]\s*$|\.\s+\(?\d{1,3}[.)]\s*$"
)


def _opens(text: str, place: int, floor: int) -> bool:
    if place == floor:
        return True
    before = text[max(floor, place - 12) : place]
    last = before.rstrip(" ")[-1:]
    if last.isalnum() or last == ",":
        return False
    return bool(_OPENING.search(before)) or before.strip() == ""


@lru_cache(maxsize=16384)
def no_name(word: str, *, strict: bool) -> bool:
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
        and (BODY.fullmatch(word) or (len(word) < 4 and word not in _SHORT))
    ):
        return True
    return strict and word.lower() in words.common and word not in words.given and word not in words.first_surnames


_MONTHS = frozenset(("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec"))

_SHORT = frozenset(
    {"KIM", "LI", "MAO", "PAK", "HO", "RI", "SUN", "LEE", "WU", "MIN", "MUN", "HU", "LIU", "CHU", "YE", "LIN"}
)


_LONGEST = 60
"""Letters that a name may have; what is longer is a misprint, and slow to look at."""


@lru_cache(maxsize=16384)
def familiar(word: str) -> bool:
    words = name_lists.words()
    lowered = word.lower()
    if (
        not 2 < len(word) <= _LONGEST
        or word.isupper()
        or any(char.isdigit() for char in word)
        or word in words.not_names
        or "." in word
        or word in _MONTHS
    ):
        return True
    singular = lowered.removesuffix("s")
    if len(word) > 9 and word.endswith(_TRADES):
        return True  # "Techmashexport", a foreign trade company; "Romano-Americana"
    if lowered in words.common or singular in words.common or OFFICE.search(word) or BODY.search(word):
        return True
    named = word.partition("-")[0] in words.given  # "Douglas-Home" is no home
    if (
        "-" in word
        and not named
        and not _ROMANISED.fullmatch(word)
        and any(len(one) > 1 and _is_common(one) for one in ARABIC.sub("", word).split("-"))
    ):
        return True
    if re.search(r"(?:ists?|isms?|[ntlmgurd]ese|ians?)$", word) and not (
        word.endswith(("Christian", "Sebastian")) or word in words.given
    ):
        return True
    return len(word) > 6 and "c" in word and _misread(word)


def _misread(word: str) -> bool:
    """``Govcrnment``: a common word in which a scanner took an ``e`` for a ``c``."""
    places = [at for at, letter in enumerate(word) if letter == "c"]
    return any(
        _is_common(f"{word[:at]}e{word[at + 1 :]}") or _is_body(f"{word[:at]}e{word[at + 1 :]}") for at in places
    )


def _is_body(word: str) -> bool:
    return BODY.fullmatch(word) is not None or OFFICE.fullmatch(word) is not None


_TRADES = tuple(
    "export eksport import impex komplex komplekt prominvest exportbureau -Americana -Américaine -Belge -Française -Italiana -Germana "
    "-Chilena -Mexicana -Española -Argentina -Persane".split()
)
_SYLLABLE = r"(?:ch|ts|tz|hs|sh|[pmfkhjlnswyt])?['’]?(?:iang|uang|iung|ung|ang|eng|ing|ien|uan|iao|ieh|üan|ueh|ai|ei|ao|ou|an|en|in|un|ih|eh|ia|iu|ui|uo|ua|ü|[aeiou])"
_ROMANISED = compiled(rf"(?=[A-Z].{{4,}})(?i:{_SYLLABLE}-{_SYLLABLE}(?:-{_SYLLABLE})?)")
"""A Chinese name in two or three syllables: ``Wo-jin``, ``Chi-ning``."""


def _is_common(part: str) -> bool:
    words = name_lists.words()
    return part.lower() in words.common or part in words.not_names


def looks_common(word: str) -> bool:
    return bool(
        re.search(r"(?:ly|ing|ed|tion|tions|ment|ness|able|ible|ous|ful|less|ward|wards|ity|ally|ance|ence)$", word)
    )


# Behind a name stand a mark, a little word or a verb; a noun ("the Remington contract") makes it no person's name.
BEHIND = compiled(
    r"$|[.,;:!?)\]”\"—?]|'s\b|’s\b|[ \u00a0]{1,3}(?:and|or|to|from|for|in|on|at|by|with|who|whom|that|which|of|as|"
    r"also|not|now|but|"
    r"when|where|whether|why|how|if|about|regarding|concerning|through|into|under|against|upon|toward|towards|during|without|over|after|before|until|since|because|here|there|then|"
    r"yesterday|to-day|today|tomorrow|himself|personally|alone)\b|[ \u00a0][(\[“\"—–-]",
)

_VERB = compiled(r"(?:,[^,.;\n]{2,50},)?[ \u00a0]{1,3}([a-z]+)")


def acts(text: str, end: int) -> bool:
    """Whether behind a name stands what people do, or an apostrophe of theirs."""
    verb = _VERB.match(text, end)
    return bool(verb and verb[1] in name_lists.words().person_verbs) or text.startswith(("'s ", "’s "), end)
