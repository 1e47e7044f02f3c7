"""Words that point to another paper: ``your telegram No. 204 of 2 September``, ``Deptel 831 June 25``, ``my 24, February 21``.

Here is only what the words say; who "my" and "the Department" are, `citations` takes from the paper.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, Literal

import ahocorasick

from cablegraph import dates
from cablegraph.extraction import wires
from cablegraph.extraction.citing_answers import cue_before, end_after, is_to_come, title_before
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled

Whose = Literal["mine", "theirs", "department", "post", "named", "nobody"]


@dataclass(frozen=True, slots=True)
class Cited:
    """One paper pointed to. ``start`` is where its own words begin, ``words`` all the words it is read from.

    ``whose`` says whose paper it is; ``by`` and ``to`` are the words that name a writer and an addressee. ``answers`` is
    set where words say that the paper is answered. ``rule`` is the rule's name.
    """

    start: int
    words: tuple[int, int]
    whose: Whose
    rule: str
    form: str = ""
    number: str = ""
    date: Dated | None = None
    answers: bool = False
    by: tuple[int, int] | None = None
    to: tuple[int, int] | None = None
    speech: bool = False


_SHORT: Final = r"\.(?=\s(?:(?:Nos?|Nr)[.:]?\s?|№\s?|N[º°]\.?\s?)?\d|\s(?:of|dated)\s)"
"""The stop of a short form, ``tel. No. 64``, ``ltr. of May 4``: number or day follow."""
_FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("ciphered-telegram", rf"ciph\.\s(?:tel|cable|msg){_SHORT}|" r"(?:en)?cipher(?:ed)?[\s-](?:telegram|cable|message)s?|coded\stelegrams?|ciphergrams?|code\s(?:telegram|cable)s?"),
    ("telegram", rf"(?:tels?|telegr|tlgr?){_SHORT}|" r"(?:telno|telex|telegraphic\s(?:message|communication|instruction|report|inquiry|despatch|dispatch)|telegram|cable|cablegram|wire|radiogram|tel|message\sby\swire)s?"),
    ("despatch", rf"d[ei]spatch(?:es)?|d[ei]sps?{_SHORT}"),
    ("letter", rf"letters?|favou?rs?|l(?:e?tr|et)s?{_SHORT}"),
    ("note", r"(?:diplomatic\s|verbal\s)?notes?(?:\sverbal(?:es?)?)?|aides?-m[eé]moires?"),
    ("circular", rf"circ{_SHORT}|" r"circulars?(?!\s(?:telegram|telegraphic|instruction|note|despatch|dispatch|letter|cable))"),
    ("instruction", rf"instr{_SHORT}|" r"(?:written\s)?(?:instructions?|directives?)"),
    ("memorandum", rf"memos?{_SHORT}|" r"memorand(?:um|a)|memos?|minute(?!s)"),
    ("report", r"reports?|information(?=\sof\s(?:the\s)?\d)"),
    ("speech", r"speech(?:es)?|address(?=\s(?:of|to|on|at))|radio\saddress|broadcast"),
    ("petition", r"petitions?"),
    ("decision", r"decisions?|decrees?|resolutions?"),
    ("", r"messages?|communications?|questions?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|proposals?|requests?|applications?|appeals?|suggestions?"
         r"|invitations?|protests?|complaints?|repl(?:y|ies)|answers?|responses?|statements?|remarks|orders?|ciphers?|airgrams?|pouch|number"),
)  # fmt: skip
_FORM: Final = "(?:" + "|".join(f"(?P<f{index}>{pattern})" for index, (_, pattern) in enumerate(_FORMS)) + r")(?!\w)"
# Up to three words may stand between "your" and "letter"; none of those that begin another phrase.
_ADJECTIVES: Final = r"(?:(?!(?:of|the|and|to|in|on|for|with|that|is|was|has|as|by|from|at|which|who|or|but|are|were|will|shall|no|an?)\b)[a-z][a-z'’-]*\s){0,3}?"
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
    r"|(?P<c_mine>mytel(?:no)?|ourtel(?:no)?|mydes(?:p(?:atch)?)?)|(?P<c_theirs>urtel(?:no)?|yourtel(?:no)?|urdes(?:p(?:atch)?)?|ur(?:cir)?tel|uragram|urinfotel))(?P<plural>s)?(?:['’]s)?"
)
_SORTS: Final = "confidential|circular|secret|urgent|private|personal|special|separate|previous|preceding|immediately|last|unnumbered|priority|top|niact|info|strictly|most|very|immediate|recent|latest|further|esteemed|kind|valued|favou?r|serial|reference|ref|code|wire|radio|radiogram|aerogram|assignment|task|and|two|three|several"
"""What may stand before a number: ``your urgent 95``; any other word may be a verb or a thing, ``your list we accept 9``, ``your issue No. 7``."""
_SHORT_SORT: Final = r"(?:(?:spec|sep|conf|priv|pers|circ|urg|suppl?)\.\s)?"
_SPACE: Final = r"[\s\u00a0]+"
_HEAD = compiled(
    rf"(?<![\w'’])(?:(?:{_POSSESSIVE}){_SPACE}(?:{_SHORT_SORT}{_ADJECTIVES}(?:{_FORM}|(?=(?-i:[A-Z])[a-z]{{2,8}}\.?\s\d)(?!No|Nr))|{_SHORT_SORT}(?:(?:{_SORTS})\s){{0,3}}(?=No|№|N[º°]|Nr)|(?:(?:{_SORTS})\s){{0,2}}(?=\d))|(?P<compound>{_COMPOUND})(?![\w]))",
    re.IGNORECASE,
)
_TO_NUMBER = compiled(
    rf"(?<![\w])(?P<cue>(?:in\s(?:addition|reply|answer|response)\s)?to|supplementing|supplementary\sto|re(?:f(?:erence)?)?\.?:?|continuing|see){_SPACE}"
    r"(?P<mark>(?:Nos?\.?|№|N[º°])\s?\d)",
    re.IGNORECASE,
)


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Papers pointed to by possessives (my, your, the Department's) and telegraphese, in ``text[start:end]``."""
    answered_to = -1
    for head in _heads(text, start, end):
        found = _from_head(text, head, start, end, answered_to, context, order)
        if found and found[-1].answers:
            answered_to = found[-1].words[1]
        yield from found
    for first, last, cable in wires.references(text, start, end) if "REF" in text else ():
        yield Cited(first, (first, last), "nobody", "number-referred-to", "telegram", cable)
    yield from _referred(text, start, end, context, order)
    for mark in _NUMBER_MARK.finditer(text, start, end):
        if not text[max(start, mark.start() - 4) : mark.start()].rstrip().lower().endswith(_CUE_ENDS):
            continue
        cue = _TO_NUMBER.search(text, max(start, mark.start() - 28), mark.end())
        if cue is None or cue.start("mark") != mark.start() or _FROM_NUMBER.search(text[start : cue.start()]):
            continue
        tail = Tail(text, mark.start(), end, context, order)
        if _NOT_A_PAPER.match(text, tail.end, end) or (
            not tail.found and _OWN_REFERENCE.fullmatch(_line(text, cue.start()))
        ):
            continue
        words = (cue.start(), tail.end)
        answers = cue["cue"].lower().endswith(("reply to", "answer to", "response to"))
        if cue["cue"] in ("to", "TO") and (title := title_before(text, start, words[0])) is not None:
            words, answers = (title, tail.end), True
        for number in tail.numbers:
            yield Cited(cue.start(), words, "nobody", "number-referred-to", "", number[0], tail.date(0), answers)


_FROM_NUMBER = compiled(r"(?i)\bfrom (?:no\.?|nos\.?|number|#|№)\s?\w{1,5} $")
"""``the documents of the index, from No. 1 to No. 3``: a row, no reference."""
_NOT_A_PAPER = compiled(r",?\s(?:Downing|Elysée|[A-Z]\w+\s(?:[Ss]treet|[Ss]quare|[Rr]oad|[Aa]venue))")
"""``to No. 10 Downing Street``: a house."""
_OWN_REFERENCE = compiled(r"(?:Our )?[Rr]ef(?:erence)?\.? No\.?:? ?\S+")
"""``Ref. No. 21-3377``: a letter's own sign, on a line of its own."""


def _line(text: str, place: int) -> str:
    last = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : last if last >= 0 else len(text)].strip()


_REFERENCE_LINE = compiled(
    rf"(?m)(?:^|(?<=\n))(?:Ref(?:erence)?s?|REF(?:ERENCE)?S?)(?:\.?\s?:\s*|\.\s+)(?i:{_FORM})\s(?=(?:(?:No|Nr|N[º°])\.?\s?)?\d)"
)
_IN_BRACKETS = compiled(
    rf"\((?:see |cf\. )?(?:(?i:special|spec\.|outgoing|incoming)|(?P<form>(?i:{_FORM})))\s(?=(?:No\.?|no\.|Nr\.?|№|#|N[º°])\s?\d)"
)


def _referred(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """``Reference: telegram 1136``, ``(special No. 482 of 9 May 1973)``: a paper by its number, whoever wrote it."""
    if text.find("Ref", start, end) >= 0 or text.find("REF", start, end) >= 0:
        for match in _REFERENCE_LINE.finditer(text, start, end):
            tail = Tail(text, match.end(), end, context, order, number_first=True)
            if len(tail.numbers) == 1:
                words = (match.start(), tail.end)
                yield Cited(
                    match.start(), words, "nobody", "number-referred-to", _form(match), tail.numbers[0][0], tail.date(0)
                )
    if text.find("(", start, end) < 0:
        return
    for match in _IN_BRACKETS.finditer(text, start, end):
        tail = Tail(text, match.end(), end, context, order)
        if len(tail.numbers) == 1 and (tail.found or match["form"]):
            first = match.start() + 1
            yield Cited(
                first, (first, tail.end), "nobody", "number-referred-to", _form(match), tail.numbers[0][0], tail.date(0)
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
            *(tail + r"(?:no|NO)?s?(?:['’]s)?[\s\u00a0](?:No|\d|[A-Z][a-z]{2,8}\.?\s\d)" for tail in _FORM_TAILS),
        )
    )
)
_OFFICE_BEFORE = compiled(rf"(?<!\w)(?:{_DEPARTMENT}|{_POST})(?:\s\w+)?$", re.IGNORECASE)
_WORD_BEFORE = compiled(r"[\w-]+$")
_CUE_ENDS: Final = ("to", "re", "re.", "re:", "ef", "ef.", "ef:", "nce", "ce.", "ce:", "ing", "see")
_REPEAT = compiled(r"\b(?i:repeat|send|transmit|forward|mail|pass)\b[^.;]*$")
_NUMBER_MARK = compiled(r"(?:Nos?\.?|№|N[º°])\s?\d")


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


def _heads(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
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


def _from_head(
    text: str,
    head: re.Match[str],
    start: int,
    end: int,
    answered_to: int,
    context: str | None,
    order: dates.Order | None,
) -> list[Cited]:
    compound = head["compound"]
    form = "telegram" if compound else _form(head)
    if compound and "des" in compound.lower():
        form = "despatch"
    if head["theirs"] and head["theirs"].isupper() and not head[0].isupper():
        return []
    renumbered = not compound and not _has_form(head) and text.endswith("as ", 0, head.start())
    if renumbered and (not head["theirs"] or _REPEAT.search(text, start, head.start())):
        return []  # "Repeat to Penfield as my No. 1561", "Repeat to Monterey as your No. 14"
    tail = Tail(
        text,
        head.end(),
        end,
        context,
        order,
        number_first=bool(compound) or not _has_form(head),
        bare=not compound and not _has_form(head),
    )
    if (
        len(tail.numbers) == 1
        and not tail.found
        and _REQUESTS.search(head[0])
        and text[head.end() :].lstrip()[:1].isdigit()
    ):
        return []
    if len(tail.numbers) == 1 and not tail.found and _whose(head) == "mine" and _TO_BE.match(text, tail.end, end):
        return []
    whom = None if tail.numbers or tail.found or not _has_form(head) else TO_WHOM.match(text, head.end(), end)
    if whom and not _OURSELVES.match(whom["to"]):
        later = Tail(text, whom.end(), end, context, order, number_first=False)
        tail, whom = (later, whom) if later.found else (tail, None)
    if not form and tail.found and (late := _FORM_AFTER.match(text, tail.end, end)):
        form = _form(late)
        tail.end = late.end()
    to = None if whom else _TO.match(text, tail.end, end)
    if to and not _OURSELVES.match(to["to"]):
        tail.end = to.end()
    # Nobody answers a paper of their own: "confirming my cable August 25" only names it.
    cue = cue_before(text, start, head.start(), answered_to) if _whose(head) != "mine" else None
    after = end_after(text, start, head.start(), tail.end, end) if _whose(head) == "theirs" else None
    answers = cue is not None or after is not None
    if cue is not None and is_to_come(text, cue, tail.end, end):
        cue, answers = None, False
    known = tail.numbers or tail.found or (answers and form and _whose(head) == "theirs")
    if not known and not _is_latest(head[0].lower(), form):
        return []
    first = head.start() if cue is None else cue
    last = after if after is not None and answers and cue is None else tail.end
    if answers:
        first, last = _whole_sentence(text, first, last, start, end)
    rule = (
        "telegraphese" if compound else {"mine": "my-paper", "theirs": "your-paper"}.get(_whose(head), "office-paper")
    )
    addressee = to.span("to") if to and tail.end == to.end() else whom.span("to") if whom else None
    found = [replace(one, to=addressee) for one in _several(head, tail, form, (first, last), answers, rule)]
    return (
        found
        if len(tail.numbers) != 1 or not tail.found
        else [*found, *_chained(text, found[0], tail.end, end, context, order)]
    )


def _chained(
    text: str, first: Cited, place: int, end: int, context: str | None, order: dates.Order | None
) -> Iterator[Cited]:
    """ "No. 1883, Dec. 6, and No. 1917, Dec. 20": each further pair of number and date is a paper of the same hand."""
    while joint := _NEXT_NUMBER.match(text, place, end):
        tail = Tail(text, joint.end(), end, context, order)
        undated = UNDATED.match(text, tail.end, end)
        if len(tail.numbers) != 1 or not (tail.found or undated):
            return
        place = undated.end() if undated and not tail.found else tail.end
        yield replace(
            first, start=joint.end(), words=(first.start, place), number=tail.numbers[0][0], date=tail.date(0)
        )


_TO_BE = compiled(r"\s(?:will|shall)\s(?!have\b)")
"""``My number 98 will deal with the navies``: a paper that is still to come is promised, not cited."""
_REQUESTS = compiled(r"(?i)\s\w+\s(?:requests|reports|orders|answers|questions|appeals|wires|cables|proposals)$")
"""``our army requests 320``: what somebody does, and no paper; several papers have several numbers."""
_LATEST = compiled(r"\s(?:last|latest|previous|preceding)\s(?:\w+\s)?\w+$")


def _is_latest(words: str, form: str) -> bool:
    """``your last telegram``: one paper, though neither its number nor its day is said."""
    if form in ("", "speech", "decision") or (words.endswith("s") and not words.endswith("instructions")):
        return False
    return _LATEST.search(words) is not None


_NEXT_NUMBER = compiled(
    r"(?:,?\sto\s[A-Z]\w+(?:\s[A-Z]\w+)?(?=\sand\s))?(?:[,;]\s?|[,;]?\sand\s)(?:and\s)?"
    r"(?=(?:Nos?\.\s?)?\d{1,5}(?:,?\s(?:of|dated)\s(?:the\s)?(?:[A-Z]|\d|same\s(?:date|day)|even\s)|,\s(?:[A-Z]|\d|undated|without\s(?:a\s)?date)))"
)
UNDATED = compiled(r",?\s(?:undated|without\s(?:a\s)?date)\b")
"""``No. 405, undated``"""


_FORM_AFTER = compiled(rf"\s{_FORM}", re.IGNORECASE)
_TO = compiled(
    r"\s(?:addressed\s)?to\s(?P<to>(?:the\s|(?:Mr|Mrs|Messrs|Dr|Gen|Col|Sen)\.\s)?[A-Z][\w’'-]+(?:\s(?:(?:of|in|for)\s(?:the\s)?)?[A-Z][\w’'-]+){0,4})"
)
TO_WHOM = compiled(
    r"\s(?:addressed\s)?to\s(?P<to>(?:(?:the|Mr|Mrs|Messrs|Dr|Gen|Col|Sen|Sir|Lord|Count|Baron)\.?\s)?[A-Z][\w’'-]+"
    r"(?:\s(?:(?:of|in|for)\s(?:the\s)?)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)[A-Z][\w’'-]+){0,4}"
    r"|the\s(?:[a-z-]+\s){0,2}?(?:minister|consul|secretary|governor|ambassador|envoy|admiral|vizier|commander)(?:[- ]general)?(?:\s(?:for|of)\sforeign\saffairs|\sof\sstate)?),?(?=\s)"
)
"""``my unnumbered letter to Mr. Munro of January 3``"""
_OURSELVES = compiled(r"(?:the\s)?(?:(?:State\s)?Department|Legation|Embassy|Mission|Consulate|Ministry|You|Me)\b")


def _several(
    head: re.Match[str], tail: Tail, form: str, words: tuple[int, int], answers: bool, rule: str
) -> list[Cited]:
    """One citation for each number, or each date where only dates are given."""
    whose = _whose(head)
    count = max(len(tail.numbers), len(tail.found), 1)
    found = []
    for index in range(count):
        number, own = (tail.numbers[index][0], tail.numbers[index][1]) if index < len(tail.numbers) else ("", words[0])
        if not tail.numbers and index and index < len(tail.found):
            own = tail.found[index][1]
        begin = words[0] if index == 0 else own
        found.append(Cited(begin, words, whose, rule, form, number, tail.date(index), answers))
    return found


def _form(head: re.Match[str]) -> str:
    return next((slug for index, (slug, _) in enumerate(_FORMS) if head[f"f{index}"] is not None), "")


def _has_form(head: re.Match[str]) -> bool:
    return any(head[f"f{index}"] is not None for index in range(len(_FORMS)))


def _whose(head: re.Match[str]) -> Whose:
    if head["mine"] or head["c_mine"]:
        return "mine"
    if head["theirs"] or head["c_theirs"]:
        return "theirs"
    return "department" if head["department"] or head["c_department"] else "post"


def _whole_sentence(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """A citation that fills its sentence takes the sentence's stop with it."""
    before = text[max(start, first - 2) : first].strip()
    if (
        last < end
        and text[last] in ".!"
        and (not before or before[-1] in ".!?:\n")
        and (last + 1 >= end or text[last + 1].isspace())
    ):
        return first, last + 1
    return first, last
