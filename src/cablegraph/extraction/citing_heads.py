"""Where words begin that point to a paper by a possessive or in telegraphese: ``your telegram``, ``the Department's``, ``Embtel``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import ahocorasick

from cablegraph.extraction.cited import Whose
from cablegraph.extraction.lexicon import MONTH
from cablegraph.patterns import compiled

_SHORT: Final = r"\.(?=\s(?:(?:Nos?|Nr)[.:]?\s?|№\s?|N[º°]\.?\s?)?\d|\s(?:of|dated)\s)"
"""The stop of a short form, ``tel. No. 64``, ``ltr. of May 4``: number or day follow."""
_FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("ciphered-telegram", rf"ciph\.\s(?:tel|cable|msg){_SHORT}|" r"(?:en)?cipher(?:ed)?[\s-](?:telegram|cable|message)s?|ciphertelegrams?|cryptograms?|s(?:zy|hi)frogram(?:m?a)?s?|coded\s(?:telegram|message|cable)s?|ciphergrams?|code\s(?:telegram|cable)s?"),
    ("telegram", rf"(?:tels?|telegr|tlgr?){_SHORT}|" r"(?:telno|telex(?:e(?=s))?|teletype|signal(?=s?,?\s(?:No|N[º°]|№|of|dated|\d))|(?:wireless|radio|teletype|telegraphic)\s(?:message|telegram|circular)|circular\s(?:telegram|cable)|telegraphic\s(?:message|communication|instruction|report|inquiry|despatch|dispatch)|telegram(?:s?\sof\sinstructions?)?|cable|cablegram|wire|radiogram|tel|message\sby\swire)s?"),
    ("despatch", rf"d[ei]spatch(?:es)?|d[ei]sps?{_SHORT}"),
    ("letter", rf"letters?(?:\sof\sinstructions?)?|favou?rs?|lines(?=\sof\s(?:the\s)?(?:\d|[A-Z]|day\sbefore)|\sdated\s)|l(?:e?tr|et)s?{_SHORT}"),
    ("note", r"(?:diplomatic\s|verbal\s)?notes?(?:\sverbal(?:es?)?)?|aides?-m[eé]moires?"),
    ("circular", rf"circ{_SHORT}|" r"circulars?(?!\s(?:telegram|telegraphic|instruction|note|despatch|dispatch|letter|cable))"),
    ("instruction", rf"instr{_SHORT}|" r"(?:(?:written|circular)\s)?(?:instructions?|directives?)"),
    ("memorandum", rf"memos?{_SHORT}|" r"memorand(?:um|a)|memos?|minute(?!s)"),
    ("report", r"reports?|information(?=\sof\s(?:the\s)?\d)"),
    ("speech", r"speech(?:es)?|address(?=\s(?:of|to|on|at))|radio\saddress|broadcast"),
    ("petition", r"petitions?"),
    ("decision", r"decisions?|decrees?|resolutions?"),
    ("", r"messages?|communications?|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|proposals?|requests?|applications?|appeals?|suggestions?"
         r"|invitations?|protests?|complaints?|repl(?:y|ies)|answers?|responses?|acknowledge?ments?|statements?|remarks|orders?|ciphers?|airgrams?|pouch|numbers?"),
)  # fmt: skip
FORM: Final = "(?:" + "|".join(f"(?P<f{index}>{pattern})" for index, (_, pattern) in enumerate(_FORMS)) + r")(?!\w)"
# Up to three words may stand between "your" and "letter"; none of those that begin another phrase.
_OTHER_MAN: Final = r"(?:predecessor|successor|colleague|vice-consul|consul|ambassador|minister|friend|brother|representative|agent|secretary|chief|commander|envoy)s?[’']"
ANOTHERS = compiled(rf"\s(?:[a-z]+\s)?{_OTHER_MAN}s?\s")
"""``my predecessor's``, ``our British colleague's``: neither mine nor ours."""
_ADJECTIVES: Final = rf"(?:(?!(?:of|the|and|to|in|on|for|with|that|is|was|has|as|by|from|at|which|who|or|but|are|were|will|shall|no|an?|my|our|your|his|their)\b|{_OTHER_MAN})[a-z][a-z'’-]*\s){{0,3}}?"
_DEPARTMENT: Final = r"(?:the\s)?(?:State\s)?(?:Department|Dept|Foreign\sOffice|Ministry|Foreign\sMinistry|Secretary\sof\sState|Cent(?:er|re))"
_POST: Final = r"(?:the\s)?(?:Embassy|Emb|Legation|Consulate(?:\sGeneral)?|Consul(?:\sGeneral)?|Mission|Delegation|Chargé|Minister|Ambassador|Commissioner|Agency|Political\sAdviser)"
_POSSESSIVE: Final = (
    rf"(?P<mine>my|our|mes|unser)|(?P<theirs>your(?:\s(?:excellency|lordship|majesty|honou?r|highness)[’']s?)?|ur|yr)|(?P<department>{_DEPARTMENT})(?:['’]s?|s['’]|(?=\s(?:telegram|cable|despatch|instruction|circular|airgram)\s?(?:No|\d)))"
    rf"|(?P<post>{_POST})(?:['’]s?|s['’]|(?=\s(?:telegram|cable|despatch|airgram)\s?(?:No|\d)))"
)
_NAME_WORD: Final = r"(?:[A-ZÀ-ŽА-Я]\.\s?)*[A-ZÀ-ŽА-Я][\w’'-]*?[\w]"
_COMPOUND: Final = (
    r"(?:re[\s-]?)?(?:(?P<c_department>dep(?:t)?(?:cir)?(?:tel|des|desp|gram|air)|depcirtel|circtel|deptels?|desptels?)"
    r"|(?P<c_post>(?:emb|leg|con|congen|mis|usun|polad|cons)(?:tel|des|desp|gram|off)|embtels?|embdespatch)"
    r"|(?P<c_mine>(?<=re)my(?=\s\d)|mytel(?:no)?|my(?:air)?gram|ourtel(?:no)?|mydes(?:p(?:atch)?)?)|(?P<c_theirs>(?<=re)ur(?=\s\d)|urtel(?:no)?|yourtel(?:no)?|urdes(?:p(?:atch)?)?|ur(?:cir)?tel|uragram|urinfotel))(?P<plural>s)?(?:['’]s)?"
)
_SORTS: Final = "confidential|circular|secret|urgent|private|personal|special|separate|previous|preceding|immediately|last|unnumbered|priority|top|niact|info|strictly|most|very|immediate|recent|latest|further|esteemed|kind|valued|favou?r|serial|reference|ref|code|wire|radio|radiogram|aerogram|assignment|task|and|two|three|several"
"""What may stand before a number: ``your urgent 95``; any other word may be a verb or a thing, ``your list we accept 9``, ``your issue No. 7``."""
_SHORT_SORT: Final = r"(?:(?:spec|sep|conf|priv|pers|circ|urg|suppl?)\.\s)?"
SPACE: Final = r"[\s\u00a0]+"
_HEAD = compiled(
    rf"(?<![\w'’])(?:(?:{_POSSESSIVE}){SPACE}(?:{_SHORT_SORT}{_ADJECTIVES}(?:{FORM}|(?=(?-i:[A-Z])[a-z]{{2,8}}\.?\s\d)(?!No|Nr))|{_SHORT_SORT}(?:(?:{_SORTS})\s){{0,3}}(?:(?-i:[A-Z]{{2,4}})\s(?=(?-i:No)\.?\s?\d|№\s?\d))?(?=No|№|N[º°]|Nr|#\s?\d)|(?:(?:{_SORTS})\s){{0,2}}(?=\d|(?-i:A|CA|CG|CW|G|X)[-–]\d|(?-i:[A-Z]{{1,3}})[-–]\d{{1,4}},\s(?:{MONTH})\b))|(?P<compound>{_COMPOUND})(?![\w]))",
    re.IGNORECASE,
)


# A quick look first: the words of possession, or the tail of "Embtel 2180" and "Department telegram 45". Without a look
# behind and in fixed case the search runs over a text in a tenth of the time.
# Each alternative begins with a letter of its own, so that the search skips to those letters at once.
_POSSESSIVES: Final = ("my", "My", "MY", "your", "Your", "YOUR", "our", "Our", "OUR", "ur", "Ur", "UR", "yr", "Yr")
_FORM_TAILS: Final = ("tel", "TEL", "desp", "des", "gram", "cable", "patch", "circular", "instruction")
_POINTER = compiled(
    "|".join(
        (
            *(word + r"[\s\u00a0]" for word in _POSSESSIVES),
            *(mark + r"(?:s[\s\u00a0]|[\s\u00a0])" for mark in "’'"),
            *(
                tail
                + r"(?:no|NO)?s?(?:['’]s)?[\s\u00a0](?:N[oOru°º]|n(?:os?\b|r\.|umber)|№|#|\d|[A-Z][a-z]{2,8}\.?\s\d)"
                for tail in _FORM_TAILS
            ),
        )
    )
)
_OFFICE_BEFORE = compiled(rf"(?<!\w)(?:{_DEPARTMENT}|{_POST})(?:\s\w+)?$", re.IGNORECASE)
_WORD_BEFORE = compiled(r"[\w-]+$")


@cache
def _pointer_words() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in (*_POSSESSIVES, *_FORM_TAILS, *"’'"):
        automaton.add_word(word, len(word))
    automaton.make_automaton()
    return automaton


def _pointers(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """As ``_POINTER.finditer``, which is tried only where one of its words stands."""
    reached = start
    places = {start + last + 1 - length for last, length in _pointer_words().iter(text[start:end])}
    for place in sorted(places):
        if place >= reached and (match := _POINTER.match(text, place, end)):
            reached = match.end()
            yield match


def heads(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches of the head pattern, in order, from the places where one can begin."""
    last = start
    for pointer in _pointers(text, start, end):
        place = pointer.start()
        if text[place] in "’'" or (text[place].isalpha() and place > start and text[place - 1].isalpha()):
            window = max(last, place - 34)
            before = _OFFICE_BEFORE.search(text[window:place]) or _WORD_BEFORE.search(text[window:place])
            place = window + before.start() if before else place
        elif text[place - 1 : place].isalnum() and place > start:
            continue
        match = _HEAD.match(text, place, end) if place >= last else None
        if match is None and (
            before := _OFFICE_BEFORE.search(text[max(last, pointer.start() - 34) : pointer.start()].rstrip())
        ):
            match = _HEAD.match(text, max(last, pointer.start() - 34) + before.start(), end)
        if match is not None:
            last = match.end()
            yield match


def form_of(head: re.Match[str]) -> str:
    return next((slug for index, (slug, _) in enumerate(_FORMS) if head[f"f{index}"] is not None), "")


def has_form(head: re.Match[str]) -> bool:
    return any(head[f"f{index}"] is not None for index in range(len(_FORMS)))


def whose_of(head: re.Match[str]) -> Whose:
    if head["mine"] or head["c_mine"]:
        return "mine"
    if head["theirs"] or head["c_theirs"]:
        return "theirs"
    return "department" if head["department"] or head["c_department"] else "post"
