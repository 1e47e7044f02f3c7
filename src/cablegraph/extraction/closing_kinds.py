"""What kind of line a line after a text is: a table of forms, each with the kind it makes a line, the first that fits."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from cablegraph.extraction import closing_addresses, closing_days, closing_names, signatures
from cablegraph.extraction.closing import CLOSING, MAYBE, TEXT, Closing, Foot, Kind
from cablegraph.extraction.closing_addresses import TELLS
from cablegraph.extraction.datelines import dated_line
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.lexicon import BODY, NATIONS, OFFICE
from cablegraph.patterns import compiled

_END_MARK = compiled(r"\[\s*(?:\.{2,5}|…)\s*\]|#{2,4}|\*{3}|…|\.{3,5}|-{3,}")
_GRADE = compiled(
    r"(?:(?:TOP |STRICTLY )?SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE|NNNN?|BT|ENDS?|END OF (?:MESSAGE|TEXT|TELEGRAM|CABLE|TELEX))\W*"
)
"""What closes a wire below its signature: the grade once more, or ``NNNN``, ``ENDS``."""
_RELEASED = compiled(
    r"(?i:(?:declassified|released?|sanitized|downgraded)(?:[ /](?:and|in|by|to|under|per|on|with|released?|authority|part|full|us|u\.s\.|pa/ho|eo|e\.o\.)\b|:| \d).{0,110}|authority:? nnd.{0,60})"
)
"""``Declassified/Released US Department of State EO Systematic Review 05 JUL 2006``: the archive's stamp."""
_TYPIST = compiled(r"[A-Za-z]{2,4}(?:[/:][a-z]{1,4}|/)|/[a-z]{2,4}")
"""``mb/``, ``KMP:rs``: whose hand typed the paper."""
_NUMBER = compiled(
    r"\[?(?:vkh(?:od\w*)?|iskh(?:od\w*)?|вх(?:од\w*)?|исх(?:од\w*)?|inc|outg|wych|eing|ausg)\b\.?\s?:?\s?(?:(?:No|Nr|№)\.?\s?)?\d[\w/.-]*\]?|(?:[A-Za-z]{0,12}\.?\s?){0,2}(?:No|Nr|N[º°]|№|#)\s?\.?:?\s*\d[\w/.()-]*[.\]]*|\d[\w/.-]{2,}[/-]\w+",
    re.IGNORECASE,
)
_REGARDS = compiled(
    r"(?i)(?:with(?!\s(?:reference|regard\sto|respect\sto|the\sexception|him|them|me|us|her|it|whom|which|this|that|\d))|yours(?!\s(?:of|dated|received|\d))"
    r"|your(?=\s(?:[\w’'-]+,?\s){0,4}?(?:servants?|friends?|brothers?|comrades?|colleague|well-wisher|ally|son|daughter|pupil|admirer)\b)"
    r"|(?:very|most)(?=\s(?:\w+ly|obedient|humble|best|warm|sincere|high|kind|true|cordial|esteemed|deep)\b)|sincerely|respectfully|fraternally|faithfully|truly|(?:i|we) (?:am|are|have|remain)"
    r"(?=,|\.?$|\s*\[|\s*&|\s*etc|\s+(?:the honou?r,? (?:to|sir|$)|sir\b|my\b|yours?\b|very\b|most\b|with (?:great|much|high|sincere|"
    r"respect|the |best|profound)|dear\b|gentlemen|madam|always|ever\b|sincerely|respectfully|faithfully))|"
    r"accept|greetings|regards|best|long live|(?:home|father|mother)land or death|i shake|be assured|please accept|hoping|в ожидании|с приветом).{0,120}"
)
_WILL_BE = compiled(r"\b(?:will|shall|would|should|must|can|cannot|was|were|is|has|had)\b")
"""``With the next driver you will have …`` tells something, and is no word of regard."""
_ENCLOSED = compiled(
    r"(?:Enclosures?|Encl\.?|Inclosures?|Attachments?|Annex(?:es)?|Appendix)\s*\d{0,2}\s*[:.]\s?.{2,90}"
    r"|(?:[Ee]nclos(?:ed|ures?)|[Ee]ncl\.?|[Aa]ttach(?:ed|ments?)|[Aa]nnex(?:es)?|[Aa]ppendix)(?: is| are)?[:,]? ?(?:on |in )?(?:\d{1,3}|one|two|three) (?:sheets?|pages?|pp?\.?|leaves)\.?"
    r"|(?:\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree) (?:[Ee]nclosures?|[Ii]nclosures?|[Aa]nnex(?:es)?|[Aa]ttachments?)\.?"
)
_TYPED = compiled(
    r"(?:(?:drafted|drawn up|compiled|deciphered|decoded|decrypted|enciphered|encoded|composed|dictated|worked out|cleared|clearances?|concurrences?|approved)(?: by)?\s?:|(?:deciphered|decoded|decrypted|encoded|enciphered|encrypted) (?:on|by|at)|typed|printed|copied|\d+ cop(?:y|ies)|executed|results? of (?:the )?vot(?:e|ing)|voted|dispatched|taken down|archive|true copy|correct:|authentic:|translated|transl\.|checked|authenticated)(?<=[\w:]).{0,80}"
    r"|(?:executors?|executed by|typist|исп(?:олнитель)?\.?|отп\.?)\s?:?\s?[A-ZА-Я№\d].{2,60}(?<!\.)",
    re.IGNORECASE,
)
_PAREN_NOTE = compiled(r"[\[(].{1,200}[\])]\.?")
_ARCHIVE = compiled(
    r"[A-ZА-Я][\w ./()«»’'-]{1,40},\s.{0,60}\b(?:f|F|fond|Fond|k|Bl|d|op|bd|RG|Box|sygn|file|File|p|vol|URM|MfAA|DFA)\b\.?.{0,80}\d[\w. –-]*"
)
_HOUR = compiled(
    r"\d{1,2}[.: ]?(?:hrs?|hours?|h)\.?(?: \d{1,2} ?(?:min(?:utes)?|m)\.?)?|\d{1,2}[.:]\d{2}(?: ?(?:hrs?|hours?|h|[ap]\.?m)\.?)?"
)
"""``16 hrs 30 min`` below the day."""
_SHORT_DAY = compiled(r"\d{1,2}[./](?:\d{1,2}|[IVX]{1,4})\.?")
_SIGN = compiled(r"(?i)[\[(]?(?:signature|signed|(?:the )?(?:great )?seal|l\. ?s|stamp)\.?[\])]?\.?")
_CLERK = compiled(r"\d{2,4}|\d{1,2}/\d{4,5}")
"""The cipher clerk's number below the name."""
_LONG = compiled(r"(?s).{131,}")

_CHANCERY = compiled(r"(?i:(?:the )?(?:chancery|registry|head of chancery)),")
"""``Chancery,`` over ``British Embassy, Moscow.``: to whom a department writes."""
_TO_ALONE = compiled(r"(?i)(?:to|an)(?: the| den| die)?:?")
"""``To the`` on a line of its own over office, name and town."""

_Rule = Callable[[Closing, Foot], Kind | None]


def _words(pattern: re.Pattern[str], kind: Kind, longest: int = 0, *, unsigned: bool = False) -> _Rule:
    """Lines that are of this form: at most so long, and, ``unsigned``, with no signature below them."""

    def rule(closing: Closing, foot: Foot) -> Kind | None:
        words = foot.row.text
        if (unsigned and foot.signed) or (longest and len(words) > longest) or not pattern.fullmatch(words):
            return None
        return kind

    return rule


_FORMS: Final[tuple[_Rule, ...]] = (
    _words(_SHORT_DAY, CLOSING),
    _words(_HOUR, MAYBE),
    _words(_SIGN, CLOSING),
    _words(_CLERK, MAYBE, unsigned=True),
    _words(_END_MARK, CLOSING),
    _words(_GRADE, CLOSING),
    _words(_RELEASED, CLOSING, unsigned=True),
    _words(_TYPIST, CLOSING, unsigned=True),
    _words(_NUMBER, CLOSING, 49),
    _words(_ENCLOSED, CLOSING),
    closing_days.received,
    closing_days.of_another_calendar,
    closing_addresses.esquire,
    _words(_CHANCERY, MAYBE, unsigned=True),
    closing_addresses.signed_by_office,
    closing_names.house,
    closing_names.recorder,
    closing_names.behind_office,
    closing_names.counted,
    closing_names.completed,
    closing_names.initials,
    _words(_LONG, TEXT),
    closing_names.marked,
    closing_days.alone,
    closing_names.over_office,
    _words(signatures.RANKS, MAYBE),
    _words(signatures.IN_SERVICE, MAYBE, 70),
    closing_addresses.town,
    closing_addresses.quarter,
    closing_addresses.attention,
    closing_names.last_word,
    closing_names.signature,
)
"""In this order: the first that fits a line says its kind."""
_UNSIGNED: Final[tuple[_Rule, ...]] = (
    closing_days.dateline,
    closing_days.received_at,
    closing_addresses.led_by_to,
    _words(_TO_ALONE, MAYBE),
    _words(_TYPED, CLOSING),
    _words(_PAREN_NOTE, CLOSING, 119),
    _words(_ARCHIVE, CLOSING),
    closing_addresses.addressee,
    closing_addresses.office,
)
"""The same for lines with no signature below them that none of the others fits."""


def kind_of(closing: Closing, foot: Foot) -> Kind:
    """``closing`` for a line that is one, ``maybe`` for one that is only if a signature stands above, else ``text``.

    What the line says is put down in ``closing``.
    """
    for rule in _FORMS:
        if kind := rule(closing, foot):
            return kind
    if foot.signed:
        return CLOSING if _over_signature(closing, foot) else TEXT
    for rule in _UNSIGNED:
        if kind := rule(closing, foot):
            return kind
    return TEXT


def _over_signature(closing: Closing, foot: Foot) -> bool:
    """Whether a line over a signature belongs to it: a second signature, an office, a dateline, words of regard."""
    text, row, words = foot.text, foot.row, foot.row.text
    if _REGARDS.fullmatch(words) and len(words) < 110 and not _WILL_BE.search(words):
        return True
    if words.endswith(":") and len(words) < 40 and OFFICE.fullmatch(words[:-1].title()):
        return True  # "AMBASSADOR:" over the name
    dateline = Heading()
    if not closing.dates and len(words) < 60 and dated_line(dateline, text, row, None, True) and dateline.origin:
        closing.dates.extend(("signed", *day[1:]) for day in dateline.dates)
        closing.places.append(dateline.origin)  # "Prague, 14 June 1948" over the name
        return True
    named = row._replace(end=row.end - 1, text=words[:-1]) if words[-1] == "," and words.isupper() else row
    people = signatures.signature(text, named, 0, foot.known)
    if not people and (house := signatures.house(text, row)):
        people = [house]
    if people and len(closing.signatures) < 6 and not _stopped(words):
        closing.signatures.extend(reversed(people))
        return True
    if _POST_LINE.fullmatch(words) and OFFICE.search(words) and not TELLS.search(words):
        return True
    told = words.rstrip('"”»').endswith((".", ":", "!", "?")) or TELLS.search(words)
    return len(words) < 90 and bool(OFFICE.search(words) or BODY.search(words)) and not told


_INITIALLED = compiled(
    r"(?:[A-Z][a-zà-ž’'-]+ )?(?:[A-Z][a-z]?\. ?){1,3}(?:(?:de|de la|du|von|van) )?[A-Z][a-zà-ž][\w’'-]+\."
)
"""``Claude M. MacDonald.`` over another who signs."""


_POST_LINE = compiled(
    rf"(?:(?:{NATIONS}|H\. ?[BIRM]\. ?M\.?|His|Her|United|U\. ?S\.|Imperial|Royal|Acting|Vice|Deputy|Hon)\b|{OFFICE.pattern})[ -]?(?:(?:[A-Z][\w.’'-]*[ -]|(?:of|the|and|for|in|at|ad|de) ){{0,12}}[A-Z][\w’'-]+)?\."
)
"""``Consul-General United States of America.`` below one of several who sign: each word begins with a capital."""


def _stopped(words: str) -> bool:
    """Whether a line ends as a sentence does, and not as ``Berg, Jr.`` or a line of capitals may."""
    if not words.endswith((".", ":", "?", "!")) or words.endswith(("Jr.", "Sr.", "Co.", "Bros.")):
        return False
    if _INITIALLED.fullmatch(words) or signatures.NAME_AND_POST.fullmatch(words):
        return False
    return not (words.isupper() and words.endswith("."))


def beside_copies(words: str) -> bool:
    """Whether a line among the copies is none of them."""
    return bool(
        _END_MARK.fullmatch(words)
        or _PAREN_NOTE.fullmatch(words)
        or _NUMBER.fullmatch(words)
        or closing_days.DATED.match(words)
        or _ARCHIVE.fullmatch(words)
    )
