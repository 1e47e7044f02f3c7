"""Words that point to another paper: ``your telegram No. 204 of 2 September``, ``Deptel 831 June 25``, ``my 24, February 21``.

Here is only what the words say; who "my" and "the Department" are, `citations` takes from the paper.
"""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cablegraph import dates
from cablegraph.extraction import wires
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_answers import cue_before, end_after, is_to_come, title_before
from cablegraph.extraction.citing_heads import FORM, SPACE, form_of, has_form, heads, whose_of
from cablegraph.extraction.citing_tails import Dated, Tail
from cablegraph.patterns import compiled

_TO_NUMBER = compiled(
    rf"(?<![\w])(?P<cue>(?:in\s(?:addition|reply|answer|response)\s)?to|supplementing|supplementary\sto|re(?:f(?:erence)?)?\.?:?|continuing|see|reporting\son|complementing|further\sto)\]?{SPACE}"
    r"(?P<mark>(?:Nos?\.?|№|N[º°])\s?\d)",
    re.IGNORECASE,
)
_CUE_ENDS: Final = ("to", "re", "re.", "re:", "ef", "ef.", "ef:", "nce", "ce.", "ce:", "ing", "see", " on", "to]")
_REPEAT = compiled(r"\b(?i:repeat|send|transmit|forward|mail|pass)\b[^.;]*$")
_NUMBER_MARK = compiled(r"(?:Nos?\.?|№|N[º°])\s?\d")


def find(text: str, start: int, end: int, *, context: str | None, order: dates.Order | None = None) -> Iterator[Cited]:
    """Papers pointed to by possessives (my, your, the Department's) and telegraphese, in ``text[start:end]``."""
    answered_to = -1
    for head in heads(text, start, end):
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
    rf"(?m)(?:^|(?<=\n))(?:Ref(?:erence)?s?|REF(?:ERENCE)?S?)(?:\.?\s?:\s*|\.\s+)(?i:{FORM})\s(?=(?:(?:No|Nr|N[º°])\.?\s?)?\d)"
)
_IN_BRACKETS = compiled(
    rf"\((?:see |cf\. )?(?:(?i:special|spec\.|outgoing|incoming)|(?P<form>(?i:{FORM})))\s(?=(?:No\.?|no\.|Nr\.?|№|#|N[º°])\s?\d)"
)


def _referred(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """``Reference: telegram 1136``, ``(special No. 482 of 9 May 1973)``: a paper by its number, whoever wrote it."""
    if text.find("Ref", start, end) >= 0 or text.find("REF", start, end) >= 0:
        for match in _REFERENCE_LINE.finditer(text, start, end):
            tail = Tail(text, match.end(), end, context, order, number_first=True)
            if len(tail.numbers) == 1:
                words = (match.start(), tail.end)
                yield Cited(
                    match.start(),
                    words,
                    "nobody",
                    "number-referred-to",
                    form_of(match),
                    tail.numbers[0][0],
                    tail.date(0),
                )
    if text.find("(", start, end) < 0:
        return
    for match in _IN_BRACKETS.finditer(text, start, end):
        tail = Tail(text, match.end(), end, context, order)
        special = text[match.start() + 1 : match.start() + 6].lower() == "spec."
        if len(tail.numbers) == 1 and (tail.found or match["form"] or special):
            first = match.start() + 1
            yield Cited(
                first,
                (first, tail.end),
                "nobody",
                "number-referred-to",
                form_of(match),
                tail.numbers[0][0],
                tail.date(0),
            )


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
    form = "telegram" if compound else form_of(head)
    if compound and "des" in compound.lower():
        form = "despatch"
    if head["theirs"] and head["theirs"].isupper() and not head[0].isupper():
        return []
    renumbered = not compound and not has_form(head) and text.endswith("as ", 0, head.start())
    if renumbered and (not head["theirs"] or _REPEAT.search(text, start, head.start())):
        return []  # "Repeat to Penfield as my No. 1561", "Repeat to Monterey as your No. 14"
    tail = Tail(
        text,
        head.end(),
        end,
        context,
        order,
        number_first=bool(compound) or not has_form(head) or head[0].lower().endswith((" number", " numbers")),
        bare=not compound and not has_form(head),
    )
    if (
        len(tail.numbers) == 1
        and not tail.found
        and _REQUESTS.search(head[0])
        and text[head.end() :].lstrip()[:1].isdigit()
    ):
        return []
    if len(tail.numbers) == 1 and not tail.found and whose_of(head) == "mine" and _TO_BE.match(text, tail.end, end):
        return []
    whom = None if tail.numbers or tail.found or not has_form(head) else TO_WHOM.match(text, head.end(), end)
    if whom and not _OURSELVES.match(whom["to"]):
        later = Tail(text, whom.end(), end, context, order, number_first=False)
        marked = bool(later.numbers) and _MARKED.match(text, whom.end(), end) is not None
        tail, whom = (later, whom) if later.found or marked else (tail, None)
    if not (tail.numbers or tail.found) and has_form(head) and (by_way := _BY_WAY.match(text, head.end(), end)):
        tail = Tail(text, by_way.end(), end, context, order, number_first=False)
    if not form and tail.found and (late := _FORM_AFTER.match(text, tail.end, end)):
        form = form_of(late)
        tail.end = late.end()
    to = None if whom else _TO.match(text, tail.end, end)
    if to and not _OURSELVES.match(to["to"]):
        tail.end = to.end()
    # Nobody answers a paper of their own: "confirming my cable August 25" only names it.
    cue = cue_before(text, start, head.start(), answered_to) if whose_of(head) != "mine" else None
    after = end_after(text, start, head.start(), tail.end, end) if whose_of(head) == "theirs" else None
    answers = cue is not None or after is not None
    if cue is not None and is_to_come(text, cue, tail.end, end):
        cue, answers = None, False
    known = tail.numbers or tail.found or (answers and form and whose_of(head) == "theirs")
    if not known and (not _is_latest(head[0].lower(), form) or _KNOWN_BEHIND.match(text, head.end(), end)):
        return []
    first = head.start() if cue is None else cue
    last = after if after is not None and answers and cue is None else tail.end
    if answers:
        first, last = _whole_sentence(text, first, last, start, end)
    rule = (
        "telegraphese" if compound else {"mine": "my-paper", "theirs": "your-paper"}.get(whose_of(head), "office-paper")
    )
    addressee = to.span("to") if to and tail.end == to.end() else whom.span("to") if whom else None
    found = [replace(one, to=addressee) for one in _several(head, tail, form, (first, last), answers, rule)]
    if len(found) == 1 and found[0].number and not found[0].date:
        found = [replace(found[0], date=_day_before(text, head.start(), start, context, order))]
    if tail.numbers and (also := _ALSO_NUMBERS.match(text, tail.end, end)):
        further = Tail(text, also.end(), end, context, order)
        others = _several(head, further, "", (also.end(), further.end), answers=False, rule=rule)
        return [*found, *(replace(one, to=addressee) for one in others)]
    if len(tail.numbers) == 1 and tail.found:
        return [*found, *_chained(text, found[0], tail.end, end, context, order)]
    return [*found, *_of_other_form(text, found[-1], tail.end, end, context, order)] if form and found else found


_ON_DAY_BY = compiled(
    r"\bon\s(?:the\s)?(?P<day>(?:\d{1,2}(?:st|nd|rd|th|d)?(?:\s(?:of\s)?[A-Z][a-z]{2,8}|\s(?:instant|ultimo))?|[A-Z][a-z]{2,8}\.?\s\d{1,2})(?:,?\s\d{4})?),?\s(?:by|in)\s(?:the\s)?$"
)
"""``instructed on December 2, by our telegram No. 782``: the day stands before the paper."""


def _day_before(text: str, place: int, start: int, context: str | None, order: dates.Order | None) -> Dated | None:
    match = _ON_DAY_BY.search(text, max(start, place - 40), place)
    if match is None:
        return None
    return Tail(text, match.start("day"), match.end("day"), context, order, number_first=False).date(0)


def _of_other_form(
    text: str, first: Cited, place: int, end: int, context: str | None, order: dates.Order | None
) -> Iterator[Cited]:
    """``Your telegram of the 9th and mail despatch of June 20``: another paper of the same hand, of its own form."""
    joint = _NEXT_FORM.match(text, place, end)
    tail = Tail(text, joint.end(), end, context, order) if joint else None
    if joint is not None and tail is not None and (tail.found or tail.numbers):
        number = tail.numbers[0][0] if tail.numbers else ""
        start = joint.start("words")
        yield replace(
            first, start=start, words=(first.start, tail.end), form=form_of(joint), number=number, date=tail.date(0)
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


_ALSO_NUMBERS = compiled(r"[;,]?\s(?:and\s|see\s)?also\s(?:my\s|your\s)?(?=Nos\.\s?\d)")
"""``See my No. 87; also Nos. 92 and 95.``"""
_NEXT_FORM = compiled(
    rf"(?:,\s|,?\sand\s)(?P<words>(?:(?:mail|written|further|previous|subsequent|circular|confidential|also|unnumbered)\s)?(?i:{FORM})(?=,?\s(?:of|dated|No\.?)\s))"
)
_TO_BE = compiled(r"\s(?:will|shall)\s(?!have\b)")
"""``My number 98 will deal with the navies``: a paper that is still to come is promised, not cited."""
_REQUESTS = compiled(r"(?i)\s\w+\s(?:requests|reports|orders|answers|questions|appeals|wires|cables|proposals)$")
"""``our army requests 320``: what somebody does, and no paper; several papers have several numbers."""
_KNOWN_BEHIND = compiled(r"[^.;:,\n]{0,70}?\s(?:was|is)\s(?:my\s|your\s|his\s)?(?:No\.|Nos\.|numbered)\s?\d")
"""``My last dispatch upon the war was No. 33``: its number is said after all."""
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


_FORM_AFTER = compiled(rf"\s{FORM}", re.IGNORECASE)
_TO = compiled(
    r"\s(?:addressed\s)?to\s(?P<to>(?:the\s|(?:Mr|Mrs|Messrs|Dr|Gen|Col|Sen)\.\s)?[A-Z][\w’'-]+(?:\s(?:(?:of|in|for)\s(?:the\s)?)?[A-Z][\w’'-]+){0,4})"
)
TO_WHOM = compiled(
    r"\s(?:addressed\s)?to\s(?P<to>(?:(?:the|Mr|Mrs|Messrs|Dr|Gen|Col|Sen|Sir|Lord|Count|Baron)\.?\s)?[A-Z][\w’'-]+"
    r"(?:\s(?:(?:of|in|for)\s(?:the\s)?)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)[A-Z][\w’'-]+){0,4}"
    r"|the\s(?:[a-z-]+\s){0,2}?(?:minister|consul|secretary|governor|ambassador|envoy|admiral|vizier|commander)(?:[- ]general)?(?:\s(?:for|of)\sforeign\saffairs|\sof\sstate)?),?(?=\s)"
)
"""``my unnumbered letter to Mr. Munro of January 3``"""
_MARKED = compiled(r",?\s(?:No\.|№|N[º°])\s?\d")
_BY_WAY = compiled(
    r"\s(?:through|via|by way of)\s(?:the\s)?[A-Z][\w-]+(?:\s(?:at\s)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z][\w-]+)?"
)
"""``Your cable through Consul September 24, 4 p.m.``"""
_OURSELVES = compiled(r"(?:the\s)?(?:(?:State\s)?Department|Legation|Embassy|Mission|Consulate|Ministry|You|Me)\b")


def _several(
    head: re.Match[str], tail: Tail, form: str, words: tuple[int, int], answers: bool, rule: str
) -> list[Cited]:
    """One citation for each number, or each date where only dates are given."""
    whose = whose_of(head)
    count = max(len(tail.numbers), len(tail.found), 1)
    found = []
    for index in range(count):
        number, own = (tail.numbers[index][0], tail.numbers[index][1]) if index < len(tail.numbers) else ("", words[0])
        if not tail.numbers and index and index < len(tail.found):
            own = tail.found[index][1]
        begin = words[0] if index == 0 else own
        found.append(Cited(begin, words, whose, rule, form, number, tail.date(index), answers))
    return found


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
