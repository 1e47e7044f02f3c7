"""The lines before a paper's text: ``CIPHERED TELEGRAM No. 3777``, ``BEIJING - Comrade KRASOVSKY``, ``For Comrade …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from cablegraph import dates
from cablegraph.extraction import (
    address_blocks,
    address_labels,
    address_posts,
    address_seats,
    addresses,
    cable_addresses,
    columns,
    eyes_only,
    letter_addresses,
    onward,
    proclamations,
    relays,
    repeated,
    stamps,
    telegraph_addresses,
    time_groups,
    wires,
)
from cablegraph.extraction.datelines import PROSE, calendar_line, dated_line, from_line, receipt_line, seat_line
from cablegraph.extraction.grades import grades
from cablegraph.extraction.han_titles import han_titled
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.heading_forms import ciphered, formed, talked
from cablegraph.extraction.heading_lists import formula, goes_out, listed
from cablegraph.extraction.letterheads import official
from cablegraph.extraction.lexicon import COUNTRIES
from cablegraph.extraction.names import parse
from cablegraph.extraction.numbers import OF_SECRECY
from cablegraph.extraction.rows import Row
from cablegraph.extraction.salutations import collective, opening, saluted
from cablegraph.patterns import compiled

MAX_ROWS: Final = 30
_NUMBER_ROW = compiled(
    r"第\s?\d[\d/-]*\s?[号號]|"
    r"(?:[A-Za-z. ]{0,30}?)(?:No|Nr|Number|N[º°]|№|#)\s?\.?\s?:?\s*(?:[A-Z]{1,3}[./-])?\d[\w/.()-]*[.\]]*"
    rf"(?:(?<=\w){OF_SECRECY})?"
    r"|[A-Z][a-z]{0,3}\. ?\d[\d/–-]*/\d+"
    r"|(?:[A-Z]\. ?){0,3}(?:No|NO)\.:? ?[A-Z]{2,6}(?:/[A-Z]{1,5}){1,4}/\d[\d/]*|\(?[A-ZА-Я]{0,3}[\d/.-]+[\w/.-]*\)?",
    re.IGNORECASE,
)
_PRINTED = compiled(
    r"(?i)(?:telephone|telefax|telegraphic address|cable address)\b\.?:? ?\S.{0,60}|p\. ?o\. ?box \d{1,6}\.?|(?:tel|phone|fax|telegrams)\b\.?: ?\S.{0,60}|telex\b\.?:? ?\d[\d ]{2,20}"
    r"|(?:copy|kopie|ex(?:emplar|\.)?|egz\.?) (?:no\.? ?)?\d{1,3} (?:of|van|von|z) \d{1,3}(?: copies)?\.?|(?-i:[A-Z]{1,4}(?: [A-Z]{2,8})? \d{1,3}(?:/\d{1,4}){2,4})"
)
"""``Telephone: 2-4111 ext 307``, ``Copy 2 of 3``, ``H LEER 3/1/4``: what an office's paper has printed or typed at its head."""
_NUMBER_AND_GRADES = compiled(
    r"(?:T(?:el|elegram|él)?\. )?N(?:o|r|[º°])s?\.?\s?\d[\d/–-]*[.,](?:\s[A-Z][a-z]+(?:\s[a-z]+){0,2}[.,]){1,4}"
)
"""``No. 2214-2217. Very urgent. Reserved.``"""
_SHORT_SENTENCE = compiled(r"\s[^\W\d_A-ZА-ЯЁ]\w+[.!?]$")
"""``All is well.``: the last word is neither a name nor an abbreviation in capitals."""
_SENT_AND_RECEIVED = compiled(
    r"(?i:nos?\.?)\s?:?\s?\d[\d./-]*(?: \(|,? (?:[–—-] )?)(?i:(?:time|hour) )?(?i:sent|dispatched|despatched|received)\b.{2,80}"
)
"""``No. 412 – Time sent 6.30 p.m.``"""
_PREAMBLE = compiled(
    r"(?:Having (?:considered|heard|examined|discussed)|Considering|Taking into (?:account|consideration)|Noting|Proceeding from|Guided by|Pursuant to|In pursuance of|In (?:accordance|compliance) with|On the basis of)\b(?: [^ ]+){5}|Your (?:No\. ?)?\d{1,5}\b[^.]{0,40}\. [A-Z][^.]{8,}\.(?:\s|$)"
)
"""``Having considered the proposal of Comrade Dahl, the Politburo decides:``: so the text of a decision begins."""
_LABEL_ROW = compiled(r"[A-Z][A-Z /.]{3,26}:\s\S.{0,90}")
"""``INITIALED BY: …``: a line of a printed form in a telegram's head."""
_ENDS_OPEN = compiled(r"[\w)\]]$")
"""A first line, however long, that no full stop ends is a title."""
_RETURN = compiled(
    r"(?i)(?:(?:is |must |should |to )?(?:be )?(?:subject to )?returned? (?:(?:with)?in \d+ (?:hours|days)|to the\b)|to the (?:\d+(?:st|nd|rd|th) sector of the )?general department\b|(?:copying|making copies) (?:is )?(?:strictly )?(?:prohibited|forbidden)).{0,90}"
)
"""``To be returned within 3 days to the CC CPSU (General Department, 1st sector)``"""
_LONG_LIST = compiled(
    r"(?:Participants?|PARTICIPANTS?|Present|PRESENT|Also present|Attended by|ATTENDED BY|Attendees)\s?:\s?\S"
)
"""``Participants: …`` may go on for many names."""
_TO_CLEAR = compiled(
    r"(?i)[\[(]?(?:(?:to be )?(?:clear(?:ed)?|agreed?|co-?ordinated?)|only after (?:clearance|agreement|consultation)) with (?:the )?[^.:!?\n]{3,70}[.\])]*"
)
"""``CLEAR WITH THE REPRESENTATIVES OF THE CENTER`` below an ambassador's address: whom he asks first, and no receiver."""
_HOURS = compiled(
    r"(?i)(?=.*(?:\d[:.h]\d\d|[ap]\.? ?m\b|\bh(?:ou)?rs))(?:from )?\d{1,2}(?:[:.h]\d{2})? ?(?:[ap]\.? ?m\.?|hours|hrs\.?|h\.?)?(?: ?(?:-|–|—|to|until) ?\d{1,2}(?:[:.h]\d{2})? ?(?:[ap]\.? ?m\.?|hours|hrs\.?|h\.?)?)"
)
"""``3:45 - 5:10 p.m.`` below the day of a conversation."""
_MARK_IN_BRACKETS = compiled(r"\[[A-Z\d][A-Z\d., /-]{0,20}\d[A-Z\d., /-]{0,10}\]")
"""``[IX, 1-I/22]``: an editor's shelf mark over the text."""
_OFFICE_ALONE = compiled(r"(?:From|FROM) (?:the|THE) (?P<who>[A-Z][\w ]{3,50})")
"""``From the Private Secretary`` at the head of a letter."""
_INTERNAL = compiled(
    r"(?i)(?:(?:strictly|only|for|internal|personal|confidential|official|not|working|party)\b ?)+[\w ]{0,30}!"
)
"""``Internal working paper!``, ``For official use only!``"""
_MOTTO = compiled(r"[“\"][^“”\"]{4,60}[”\"]")
"""``“Year 29 of the Revolution”`` under a dateline."""
_FRUS_TEXT = compiled(
    r"Your (?:No\. ?)?\d{1,5}\b|(?:\d{1,5}[A-Za-z½]?|[A-Z]{1,2}[–-]\d{2,4})\. \S|\[\d{1,5}[a-z½]?\.?\]\.? \S|(?:Your|My|Our|Following|Referring|Department[’']s|Embassy[’']s|Legation[’']s|Consulate[’']s) (?=.{12})|(?:For|From) [A-ZÀ-Ž][^:.]{2,80}: (?=[A-Z“])|\[?(?:Also )?(?:For|From|To|for|from)\]? (?!(?i:his|her|their|the hon|all whom|all to whom) )(?:[^.]|(?<=\b[A-Z])\.|(?<=[MD]r)\.){2,120}:\]?$|(?:Sirs?|SIRS?|Gentlemen|My Lord|Excellency|Monsieur|Mr\. Minister|Your Excellency|Dear [^:]{2,40}"
    r"|(?:MY (?:DEAR|LORD)|DEAR|MR\.|YOUR EXCELLENC|EXCELLENC|GENTLEMEN|MADAM)[A-ZÀ-Ž .’'-]{0,50}|My Dear [^:]{2,40}|Honou?red Sir|My dear [^:]{2,40})\s?[:,][—–-]?\s+\S"
)


def read(text: str, rows: Sequence[Row], order: dates.Order | None, *, titled: bool, family: str = "") -> Heading:
    """Read the lines at the head of a paper. ``titled``: its page has a title, so no line here is one."""
    heading = Heading()
    if family != "frus" and wires.is_wire(rows):
        heading.rows = wires.read(heading, text, rows)
        return heading
    waiting = 0
    rows, broken = _continued(text, rows) if family != "frus" else (rows, [])
    for index, row in enumerate(rows[:MAX_ROWS]):
        if family == "frus" and (
            last := telegraph_addresses.addressed(heading, text, rows[index : index + 2], titled=titled)
        ):
            heading.rows = index + last
            continue
        if begins_text(row.text) if family == "frus" else _PREAMBLE.match(row.text):
            break
        letterheads, days = len(heading.letterhead), len(heading.dates)
        if family != "frus" and (last := _block(heading, text, rows[index : index + 8])):
            heading.rows = index + last
            continue
        if index < heading.rows:
            continue  # a line of an address
        across = columns.parts(row) if family != "frus" else columns.tabbed(row)
        known = [_row(heading, text, part, order, titled) for part in across]
        if any(known):
            heading.rows = index + 1
            if len(heading.dates) > days and index:
                _place_over_date(heading, rows[index - 1])
            waiting = 0
        elif (
            address_blocks.opens_from(heading, text, row)
            or _is_text(row, index)
            or (waiting >= 2 and not _goes_on(heading, text, rows[index : index + 3], order))
        ):
            break
        else:
            waiting += 1
        heading.after_letterhead = len(heading.letterhead) > letterheads
    goes = heading.destination
    alone = goes is not None and any(kind == "sent" and start > goes[0] for kind, start, _, _ in heading.dates)
    if heading.saluted and alone and not (heading.addressees or heading.receivers or heading.origin):
        heading.origin, heading.destination = heading.destination, None  # the letter's address stands at its foot
    heading.rows += sum(at < heading.rows for at in broken)
    _seated(heading)
    goes_out(heading)
    onward.unmask(heading, text)
    heading.receivers = [one for one in heading.receivers if not address_seats.heads_mission(heading, one)]
    return heading


_BROKEN_ADDRESS = compiled(r"(?i:to|for|from)\b.{3,70}\b(?i:of|of the|for the|and|and the)")
"""``To the Central Committee of the`` and, below it, ``Communist Party of …``: one line that was too long."""


def _continued(text: str, rows: Sequence[Row]) -> tuple[list[Row], list[int]]:
    """The lines of a head, an address that a line's end cut in two as one, and which of the lines are two."""
    found: list[Row] = []
    broken: list[int] = []
    for row in rows:
        above = found[-1] if found and len(found) <= MAX_ROWS else None
        if above and row.start - above.end < 3 and len(row.text) < 70 and _BROKEN_ADDRESS.fullmatch(above.text):
            found[-1] = Row(above.start, row.end, text[above.start : row.end].replace("\n", " "))
            broken.append(len(found) - 1)
        else:
            found.append(row)
    return found, broken


def _seated(heading: Heading) -> None:
    """The letterhead's town is where the paper was written, or, where a dateline names another, where a telegram came in."""
    seat, origin, goes = heading.seat, heading.origin, heading.destination
    if seat and origin and goes and heading.letterhead and goes[2] in COUNTRIES and origin[2] != seat[2]:
        heading.destination = seat  # "Ottawa" over "TO: …, CANADA" and "NEW DELHI, June 2, 1954"
    heading.origin = heading.origin or heading.seat


_FROM_AND_TO = compiled(r"(?:FROM|DE|TO|A|PARA) ?: ?\S.{3,100}", re.IGNORECASE)


def _goes_on(heading: Heading, text: str, rows: Sequence[Row], order: dates.Order | None) -> bool:
    """Whether a head goes on behind lines that nobody knows: with a dateline, or with labels that say from whom to whom."""
    labels = [_FROM_AND_TO.fullmatch(row.text) is not None for row in rows]
    return _dated_ahead(heading, text, rows, order) or sum(labels) > 1


def _dated_ahead(heading: Heading, text: str, rows: Sequence[Row], order: dates.Order | None) -> bool:
    """Whether short lines of a letterhead that nobody knows end in a dateline."""
    if heading.dates:
        return False
    for row in rows:
        if len(row.text) > 60 or row.text.endswith((".", ":", ";", ",")) or PROSE.search(row.text):
            return False
        probe = Heading()
        if dated_line(probe, text, row, order, True) and probe.dates and probe.origin:
            return True
    return False


def _block(heading: Heading, text: str, rows: Sequence[Row]) -> int:
    """How many of these lines are an address with its town, or nothing."""
    return (
        onward.passed_on(heading, text, rows[:3])
        or addresses.block(heading, text, rows[:6])
        or addresses.over_man(heading, text, rows)
        or letter_addresses.greeted(heading, text, rows)
        or address_blocks.man_and_office(heading, text, rows)
    )


def _place_over_date(heading: Heading, above: Row) -> None:
    """``New Delhi`` and, below it, ``29th August, 1954``: where the paper was written, not where it goes."""
    goes = heading.destination
    alone = goes is not None and goes[0] == above.start and above.end - goes[1] < 2  # "RAWALPINDI,"
    if alone and not (heading.origin or heading.addressees or heading.receivers):
        heading.origin, heading.destination = goes, None


def begins_text(words: str) -> bool:
    """Whether a line of the series begins the text: a telegram's number, for whom it is meant, or ``Sir: …``."""
    return bool(_FRUS_TEXT.match(words))


def _is_text(row: Row, index: int) -> bool:
    words = row.text.split()
    title = index == 0 and len(row.text) <= 260 and bool(_ENDS_OPEN.search(row.text))
    if (len(row.text) > 110 and not title) or (len(words) > 8 and PROSE.search(row.text)):
        return True
    if _INTERNAL.fullmatch(row.text) or _MOTTO.fullmatch(row.text):
        return False
    if row.text.endswith("。") or (len(words) == 3 and index > 0 and _SHORT_SENTENCE.search(row.text)):
        return True
    return len(words) > 3 and row.text.endswith((".", "?", "”", '"')) and index > 0


def _row(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """Whether a line belongs to the heading; what it says is put down."""
    if len(row.text) < 140 and any(
        one.fullmatch(row.text) for one in (_RETURN, _MARK_IN_BRACKETS, _PRINTED, _TO_CLEAR, _HOURS)
    ):
        return True
    listed = len(row.text) < _LONGEST and _LONG_LIST.match(row.text)
    if (len(row.text) <= 240 or listed) and any(rule(heading, text, row, order, titled) for rule in _RULES):
        return True
    if came := stamps.received(text, row):
        heading.dates.append(("received", *came))
        return True
    return opening(heading, text, row, order) or _bracketed(row)


_LONGEST: Final = 900
"""Characters that a line of those present may have."""
_BRACKETED = compiled(
    r"[\[(][^\[\]]{1,80}[\])]\.?|\[(?i:(?:translator|editor|compiler|archivist)(?:[’']?s)?[’']? (?:note|remark|comment)|note|sources?|translat(?:ed|ion)|obtained|provided|contributed|header)\b[^\[\]]{1,600}\]\.?"
)
"""``[translated by A. Dahl]``, ``[Source: AVPRF; copy at the National Security Archive]``"""


def _bracketed(row: Row) -> bool:
    return row.text[0] in "[(" and bool(_BRACKETED.fullmatch(row.text))


def _graded(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    found = grades(text, row.start, row.end) if len(row.text) <= 90 else []
    if not found:
        return False
    left = row.text
    for grade in found:
        left = left.replace(text[grade.start : grade.end], " ", 1)
    left = re.sub(
        r"(?i)(?:to be )?return(?:ed)?(?: (?:with)?in \d+ (?:hours|days))?(?: to [^.!]{3,60})?(?: (?:after|upon) reading)?|destroy after reading|(?:not to be|no) cop(?:ied|ies)|by (?:bag|pouch|air|hand|courier)|copy(?:ing)?\b.{0,25}|making copies (?:is )?prohibited|personal|copies? no\.? ?\d+|special folder|and|[\W\d_]",
        "",
        left,
    )
    if len(left) > 4:
        return False
    heading.grades.extend(found)
    return True


def _numbered(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    if len(row.text) < 90 and _NUMBER_AND_GRADES.fullmatch(row.text):
        heading.grades.extend(grades(text, row.start, row.end))
        return True
    if _SENT_AND_RECEIVED.fullmatch(row.text):
        return True
    return len(row.text) < 60 and bool(_NUMBER_ROW.fullmatch(row.text))


def _printed(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line of a printed form that says nothing we keep; ``From the Private Secretary`` over a letter."""
    if _LABEL_ROW.fullmatch(row.text):
        label, _, value = row.text.partition(":")
        told = value.rstrip().endswith((".", "!", "?")) and len(value.split()) > 2  # "LAOS: Souvanna asked for trucks."
        return label.isupper() and not told and bool(heading.dates or heading.number or heading.form)
    office = _OFFICE_ALONE.fullmatch(row.text)
    party = parse(text, row.start + office.start("who"), row.end) if office else None
    return party is not None and party.entity == "position"


_Rule = Callable[[Heading, str, Row, "dates.Order | None", bool], bool]
_RULES: Final[tuple[_Rule, ...]] = (
    eyes_only.only_for, proclamations.headed, formula, listed, address_blocks.noted, address_blocks.to_from, address_blocks.for_another, address_blocks.for_his_eyes, ciphered, _graded,
    address_blocks.letterhead, address_blocks.whole, address_blocks.run_on, calendar_line, seat_line, receipt_line, time_groups.grouped,
    repeated.listed, address_posts.between_posts, cable_addresses.headed, addresses.named_below, talked, han_titled, formed,
    address_blocks.to_centre, address_labels.labelled, addresses.abroad, collective, dated_line, _numbered,
    from_line, addresses.placed, relays.carried, addresses.addressed, saluted, official, _printed,
)  # fmt: skip
"""In this order: the first that knows a line reads it."""
