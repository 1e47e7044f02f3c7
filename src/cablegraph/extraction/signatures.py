"""Who signs: ``FILIPPOV [Stalin]``, ``(Kim Yong-sun)``, ``S H T Y K O V``, ``A. Grechko      S. Skachkov``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph.extraction import name_lists
from cablegraph.extraction.lexicon import BODY, COUNTRIES, DATE_LIKE, OFFICE, PLACES, RANK
from cablegraph.extraction.name_runs import familiar
from cablegraph.extraction.names import Party, cased, is_place, parse, parties
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_SPACED = compiled(r"(?:[^\W\d_]\.?\s){2,}[^\W\d_]\.?(?:\s*\[[^\]]+\])?")


def people(text: str, start: int, end: int) -> list[Party]:
    return [party for party in parties(text, start, end) if party.entity == "person"]


def apart(text: str, party: Party, known: frozenset[str]) -> list[Party]:
    """``Root Francis`` below a paper of Root's that tells of Francis by that name alone: two men sign.

    Each name has to stand alone elsewhere: the first as the sender's in title or heading, the second in the paper.
    """
    pair = re.fullmatch(r"(?P<one>[^\W\d_][\w’'-]+) (?P<other>[^\W\d_][\w’'-]+)", party.name)
    if not pair or party.cover or party.office or pair["one"].lower() not in known or pair["other"].lower() in known:
        return [party]
    names = name_lists.words()
    if pair["one"] in names.first_surnames or pair["one"] in names.given:
        return [party]
    alone = re.compile(rf"(?<!\w)(?<!{re.escape(pair['one'])} ){re.escape(pair['other'])}(?![\w-])", re.IGNORECASE)
    words = text[party.start : party.end]
    gap = words.find(" ")
    if gap < 0 or not any(not party.start <= one.start() < party.end for one in alone.finditer(text)):
        return [party]
    last = party.start + gap + len(words[gap:]) - len(words[gap:].lstrip())
    return [
        Party(pair["one"], "person", party.start, party.start + gap),
        Party(pair["other"], "person", last, party.end),
    ]


def is_signature(text: str, row: Row) -> bool:
    """Whether a line is nothing but somebody's signature."""
    words = row.text
    if len(words) > 60 or words.endswith((":", ",", "!", "?")):
        return False
    return bool(signature(text, row, 0, frozenset())) and (words.split("[")[0].isupper() or not words.endswith("."))


_SLASHED = compiled(r"/\s?(?P<who>[^\W\d_a-z][^/\d:;]{2,40}?)\s?/\.?")
RANKS = compiled(
    rf"(?:(?:Acting|{RANK}|U\. ?S\. ?(?:N(?:avy)?|A(?:rmy)?|M\. ?C|V)\.?|(?:United States|Royal|Imperial|[A-Z][a-z]+) (?:Navy|Army|Marines?|Artillery|Engineers)|R\. ?N\.)[ ,-]*)+(?:Command(?:ing|er)\b[^:;]{{0,70}})?\.?"
)
"""``Lieutenant General`` below a name: his rank, and no second man."""


_ARM = (
    r"(?:(?:U|R)\. ?(?:S\. ?)?(?:A|N|M|M\. ?C|N\. ?R|N\. ?R\. ?F|R|G|C\. ?G)\.?|N\. ?A\.|U\. ?S\. (?:Army|Navy|Marine Corps|Naval Reserve|Infantry|Coast Guard)|U\.? ?S\. ?S\.? [A-Z][\w ]{2,24}"
    r"|(?:\d{1,3}(?:st|nd|rd|th|d) )?(?:Inf|Infantry|Cav|Cavalry|Engrs?|Engineers|Artillery|Division|Regiment|Field Artillery|Coast Artillery(?: Corps)?)\.?|[FC]\. ?A\.(?: ?C\.)?|(?:General|Naval) Staff|G\. ?S\.(?: ?C\.)?"
    r"|Ord(?:nance)?(?: Dept)?\.?|[QMS]\. ?(?:M\. ?)?C\.|(?:Medical|Signal|Quartermaster|Marine|Dental|Tank|Intelligence|Engineer|Adjutant General[’']s) (?:Corps|Department|Reserve Corps)|J\. ?A\.(?: ?G\.)?|A\. ?G\.(?: ?D\.)?"
    r"|(?:American|United States|British|Royal|Allied)(?: Expeditionary)? (?:Army|Navy|Forces|Marines)|Commanding(?: Officer)?|Retired|Aviation(?: Section)?|Air Service|Reserve)"
)
IN_SERVICE = compiled(
    rf"(?:(?:1st|2d|2nd|First|Second|Senior|Junior) )?(?:(?:Lieut(?:enant)?|Lt)\.? ?-?(?:Com(?:mande|d)r\.?|Col(?:onel)?\.?)|Comdr\.?|Rear[- ]Admiral|Ensign|Chaplain|Adjutant|Surgeon|Paymaster|{RANK})(?:,? {_ARM})+"
)
"""``1st Lieut., Inf.``, ``Commander, U. S. N.``, ``Lieutenant Colonel, General Staff`` below a name"""


_NAME_THEN_OFFICE = compiled(
    r"(?P<who>(?:[^\W\d_a-z][\w.’'-]*\s){1,2}[^\W\d_a-z][\w’'-]+) (?:PRESIDENT|VICE[- ]PRESIDENT|CHAIRMAN|SECRETARY[- ]GENERAL|DIRECTOR[- ]GENERAL|DIRECTOR|MINISTER|FOREIGN MINISTER|PRIME MINISTER|AMBASSADOR|CONSUL[- ]GENERAL|CHARGE D[’']AFFAIRES|HIGH COMMISSIONER|DELEGATE)"
)
"""``PAUL RUEGGER PRESIDENT``: a name and, without a comma, what he is."""
NAME_AND_POST = compiled(
    r"(?P<who>(?:[A-ZÀ-Ž][A-ZÀ-Ž’'-]*\.? ){1,4}[A-ZÀ-Ž][A-ZÀ-Ž’'-]+(?:, (?:JR|SR)\.)?), (?P<post>(?:[A-Z][\w.’'-]+ ?|of |the |and |for |in |at ){1,8}?)[.,]?"
)
"""``WM. MUIRHEAD, Chairman.``: who signs, and as what."""
_TWO_OFFICES = compiled(rf"{OFFICE.pattern}-{OFFICE.pattern}\.?")
"""``Minister-Counselor``"""


def house(text: str, row: Row) -> Party | None:
    """``William Agnew & Sons``: a house that signs."""
    if "&" not in row.text or len(row.text) > 60 or row.text.endswith(":"):
        return None
    found = parties(text, row.start, row.end)
    return found[0] if len(found) == 1 and found[0].entity == "body" else None


def last_word(text: str, row: Row) -> list[Party]:
    """``Calhoun.`` alone as the very last line: the word that nobody knows is who signs."""
    word = row.text.rstrip(".")
    if not re.fullmatch(r"[^\W\d_a-z](?:[’'][^\W\d_a-z])?[^\W\d_A-Z][\w’'-]{2,}", word) or familiar(word):
        return []
    if is_place(word) or word.lower() in name_lists.words().common:
        return []
    return [one for one in people(text, row.start, row.start + len(word)) if one.name == word]


_BODY_AND_OFFICE = compiled(rf"[A-Z]{{3,7}}, (?:{OFFICE.pattern})")
"""``CNEA, Director of International Affairs``: what the man above it is."""


def signature(text: str, row: Row, skip: int, known: frozenset[str]) -> list[Party]:
    """The signers of a line, or nothing where it is no signature."""
    if numbered := _NUMBERED.match(row.text, skip):  # "31.X.49.   No. 531   S H T Y K O V"
        skip = numbered.end()
    if by := _BY.match(row.text, skip):
        skip = by.end()
    words = _MARKED.sub("", row.text[skip:])  # "Korbel m.p."
    start = row.start + skip
    if skip + len(words) < len(row.text):
        row = Row(row.start, start + len(words), row.text[: skip + len(words)])
    if words.startswith(("Cdes", "Comrades ", "CDES", "COMRADES ")) or _OFFICE_ABROAD.match(words):
        return []  # "Cdes. Lund, Dahl" voted, or have a copy
    if words.startswith(("To ", "For ", "From ", "Hon. ", "The Hon", "His Excellency", "Honorable ")) or ": " in words:
        return []
    if _BODY_AND_OFFICE.match(words):
        return []  # nobody signs so
    if len(words) < 120 and (columns := re.split(r"\s{3,}|\t+", words)) and 1 < len(columns) < 5:
        return _side_by_side(text, start, words, columns)
    if bracketed := re.fullmatch(r"\[(?P<who>[^\[\]]{3,50})\]\.?", words):  # "[Francis]", supplied by the editors
        return (
            people(text, start + bracketed.start("who"), start + bracketed.end("who"))
            if len(bracketed["who"].split()) < 5
            else []
        )
    if reported := _REPORTED.fullmatch(words):
        return people(text, start + reported.start("who"), start + reported.end("who"))
    if named := _BRACKETED.fullmatch(words):  # "(Kim Yong-sun)"
        office = OFFICE.search(named["who"]) or BODY.search(named["who"]) or DATE_LIKE.search(named["who"])
        return [] if office else people(text, start + named.start("who"), start + named.end("who"))
    if slashed := _SLASHED.fullmatch(words):  # "/N. Nikolov/"
        return people(text, start + slashed.start("who"), start + slashed.end("who"))
    if row_of := _in_a_row(text, start, words):
        return row_of
    if RANKS.fullmatch(words) or IN_SERVICE.fullmatch(words) or _TWO_OFFICES.fullmatch(words):
        return []
    if words.lower().strip(". ") in known and " " not in words:
        return [Party(cased(words.strip(". ")), "person", start, start + len(words.rstrip(". ")))]
    if words.endswith(".") and is_place(words.rstrip(". ")):
        return []  # "PEKING.", the last line of an address
    if re.fullmatch(r"[一-鿿]{2,4}", words):
        return [Party(words, "person", start, row.end)]
    if _SPACED.fullmatch(words):
        return _spaced(text, start, row.end)
    if (
        len(words) > 80
        or words.endswith((":", "?", "!", ",", ";"))
        or words[:1] in '"“('
        or any(char.isdigit() for char in words.rstrip("0123456789"))
    ):
        return []
    bare = re.sub(r"(?<=\w)\d{1,2}$|(?<=\w\w)\s\d{2,4}$", "", words)  # a footnote's figure; "Pavlíček 323"
    if bare.endswith(".") and not bare.isupper() and len(bare.split()) < 2 and bare.rstrip(".").lower() not in known:
        return []
    if re.search(r"\b(?:is|was|are|the|please|will|has|for|that|reply|inform)\b", bare) and not (
        bare.split()[-1][0].isupper()
    ):
        return []
    if bare.isupper() and _SAYS.search(bare):
        return []
    if bare.isupper() and (named := _NAME_THEN_OFFICE.fullmatch(bare)) and not OFFICE.search(named["who"]):
        return people(text, start, start + named.end("who"))
    found = people(text, start, start + len(bare))
    if (
        not found
        and re.fullmatch(r"[^\W\d_]{4,}\.?", bare)
        and is_place(bare)
        and cased(bare) not in PLACES | COUNTRIES
    ):
        return [Party(cased(bare.rstrip(".")), "person", start, row.end)]  # "SARATOV" below a text is a man
    spread = sum(party.end - party.start for party in found)
    if not found or spread < len(bare) * 0.5:
        return []
    last = found[-1]
    if (
        bare.endswith(".")
        and not bare.isupper()
        and last.surname not in known
        and (OFFICE.search(bare) or len(bare.split()) > 4)
        and not NAME_AND_POST.fullmatch(bare)
    ):
        return []
    return found


_NUMBERED = compiled(r"(?:No|Nr|№)\.?\s?\d[\w/-]*\s{2,}(?=[^\W\d_a-z])")
"""The paper's number in the line of its signature."""
_OFFICE_ABROAD = compiled(
    r"(?i)(?:зав\.|заведующ|секретар|министр|посол\b|председател|зам\.|заместител|начальник|директор|поверенн|временный поверенн)"
)
"""``Зав. Отделом ЦК КПСС`` over the name: what the signer is."""
_BY = compiled(
    r"[\[(](?i:seal|l\. ?s)\.?[\])]\.?\s*(?=[^\W\d_a-z])|(?:By|Per) (?=[A-Z]{2,}[ .]|(?:[A-Z]\. ?)+[A-Z])(?!ORDER|COMMAND|AUTHORITY|DIRECTION)"
    r"|(?:By|BY|Per|per|by):? (?=(?:[A-ZÀ-Ž][\w.’'-]* ){1,3}[A-ZÀ-Ž][\w’'-]+(?:[,.]|$))(?!ORDER|COMMAND|AUTHORITY|DIRECTION|Order|Command|Authority|Direction)"
)
"""``By JACOB BAIZ, Attorney.`` below a company's petition, ``[SEAL.] JULES CAMBON.`` below a treaty."""
_MARKED = compiled(
    r"\s+(?:m\. ?p\.?|sgd\.?|s\. ?k\.|v\. ?r\.|\[?\(?(?:signed|signature)\)?\]?|[\[(](?i:seal|l\. ?s)\.?[\])]\.?)$"
)
"""What says behind a name that it was signed: ``m.p.``, ``sgd.``, ``[signature]``."""
_BRACKETED = compiled(
    r"\((?P<who>(?:(?:[A-Z]\.\s?)+|[A-Z][\w’'-]+\.?)(?: (?:(?:du|de|van|von|der|den|da|dos|del|la|le|ten|ter|al|el|bin) )*[A-Z][\w’'-]*\.?){0,3})\)"
)
"""``(Kim Yong-sun)``, ``(H.F. du Randt)``"""
_REPORTED = compiled(
    rf"\((?:(?:Acting|Deputy|Vice|First|Second) )?(?:Ambassador|Minister|Representative|Observer|Consul(?:[- ]General)?|Charg[ée](?: d[’']Affaires)?|Counsell?or|Secretary|Director(?:[- ]General)?) (?!Foreign\b|External\b)(?P<who>[^\W\d_a-z][\w’'.-]*(?: (?!(?:of|for)\b|{OFFICE.pattern})[^\W\d_a-z][\w’'.-]*){{1,3}})(?: [–—-]{{1,2}} [A-Z][\w -]{{4,50}})?\)"
)
"""``(Ambassador Roh Sin-ho - Director-General)``, ``(Ambassador Lee Chang-choon)``: who reports, and to whom, as Korean missions end a telegram."""


_SAYS = compiled(
    r"\b(?:FOLLOWS?|FOLLOWING|WILL|SEPTEL|SEPTELS|MIFT|IS|ARE|WAS|HAS|HAVE|NOT|PLEASE|ADVISE|REPLY|COMMENTS?|SUMMARY|REPEAT|REQUEST|REGARDS|NOTHING)\b"
)
"""Words of a wire's last sentence in capitals: ``COMMENT FOLLOWS BY SEPTEL.``"""
_INITIALLED = compiled(r"(?:[^\W\d_a-z]\.\s?){1,3}[^\W\d_a-z][\w’'-]+")
_ROW_OF_INITIALLED = compiled(rf"{_INITIALLED.pattern}(?:,?\s+{_INITIALLED.pattern}){{1,5}}")
"""``A. Gromyko D. Ustinov B. Ponomarev``"""
_SURNAMES = compiled(r"[^\W\d_a-z][^\W\d_]{3,}(?:,? [^\W\d_a-z][^\W\d_]{3,}){2,5}")


def _in_a_row(text: str, start: int, words: str) -> list[Party]:
    """``Andropov Gromyko Ustinov Ponomarev``: family names alone, each a known man's or by itself elsewhere in the paper."""
    if _ROW_OF_INITIALLED.fullmatch(words):
        spans = [one.span() for one in _INITIALLED.finditer(words)]
        return [one for first, last in spans for one in _initialled(text, start + first, start + last)[:1]]
    if not _SURNAMES.fullmatch(words) or cased(words.split()[0].strip(",")) in name_lists.words().given:
        return []  # a first name begins one man's name
    found: list[Party] = []
    for one in re.finditer(r"[^\W\d_]+", words):
        first, last = start + one.start(), start + one.end()
        alone = re.compile(rf"(?<![\w’'-]){re.escape(one[0])}(?=[,;.)\n]| and\b| [A-Z]\.)")
        listed = any(not start <= two.start() < start + len(words) for two in alone.finditer(text))
        known = name_lists.known(cased(one[0]), 0, len(one[0]))
        if not (listed or any("person" in two.kinds for two in known)):
            return []
        found.append(Party(cased(one[0]), "person", first, last))
    return found


def _initialled(text: str, start: int, end: int) -> list[Party]:
    """``M. SUSLOV`` among others with initials: no Monsieur Suslov."""
    found = people(text, start, end)
    if len(found) == 1 and text[start:end].startswith("M.") and " " not in found[0].name:
        return [Party(cased(text[start:end]), "person", start, end)]
    return found


def _side_by_side(text: str, start: int, words: str, columns: list[str]) -> list[Party]:
    """``A. Grechko      S. Skachkov``: signers in columns, each column one person."""
    found: list[Party] = []
    place = 0
    if len(columns) == 2 and (
        RANKS.fullmatch(columns[0]) or RANKS.fullmatch(columns[0].title().replace(" Of The ", " of the "))
    ):
        columns = columns[1:]  # "MARSHAL OF THE SOVIET UNION   A. GRECHKO"
    elif len(columns) == 2 and OFFICE.search(columns[0].title()) and not re.search(r"\b[A-Z]\.", columns[0]):
        columns = columns[1:]  # "Committee Chairman   V. CHEBRIKOV"
    for column in columns:
        place = words.index(column, place)
        one = _initialled(text, start + place, start + place + len(column)) if len(column.split()) < 5 else []
        if len(one) != 1:
            return []
        found += one
        place += len(column)
    return found


def _spaced(text: str, start: int, end: int) -> list[Party]:
    """``S H T Y K O V`` is a name set wide."""
    words = text[start:end]
    bracket = re.search(r"\s*\[([^\]]+)\]$", words)
    letters = words[: bracket.start()] if bracket else words
    name = re.sub(r"(?<=\S)\s(?=\S)", "", letters)
    party = parse(name, 0, len(name))
    if party is None:
        return []
    if bracket and (bearer := parse(bracket[1], 0, len(bracket[1]))):
        return [Party(bearer.name, "person", start, end, party.name)]
    return [Party(party.name, "person", start, end)]
