"""Messages inside messages: ``I transmit the telegram of Mao Zedong: “…”``, ``[Enclosure 1 in No. 416.]``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from cablegraph.extraction import forms, name_lists, papers_inside, quoted_words, telegrams_inside
from cablegraph.extraction.lexicon import DAY_AND_YEAR
from cablegraph.extraction.names import Party, parties
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

MAX_DEPTH: Final = 3
"""Seen in the sources; deeper quotation is left as text."""

HEAD: Final = compiled(
    r"[\[(]?(?:Sub)?-?(?:Enclosures?|Inclosures?|ENCLOSURES?|INCLOSURES?|Annex(?:es)?|ANNEX|Attachments?|ATTACHMENTS?|Appendix)"
    r"(?:\s+(?:No\.?\s*)?[\dA-Z]{1,3}\b)?(?:\s+(?:in|to|with)\s+[^\]]{2,40})?(?:\s*[—–-]\s*[^\]]{2,40})?\.?[\])]?[.:]?"
    r"|(?:Re:?|To|Concerning|Regarding|Ref\.?|К) (?:[Pp]oint|[Ii]tem|[Pp]aragraph|[Pp]ara\.?|[Pp]\.|[Pp]t\.|п(?:ункту|\.)) ?(?:No\.? ?)?(?:\d{1,3}(?:gs|гс)?|[IVXLC]{1,8})(?: \([A-ZА-Я]{1,4}\))?(?:,? (?:of|to|from))?(?: the)? (?:(?:Politburo|Presidium|Secretariat|CC) )?(?:[Mm]inutes|[Pp]rot(?:ocol|\.)?|[Pp]r\.(?: PB)?|прот\.?|протокола) ?(?:No\.?|№) ?\w{1,6}\.?"
)
"""``[Enclosure 1 in No. 416.]``, ``Re point 108 of Prot. No. 172``: what stands over a paper that belongs to the one before."""
_OF_POINT = compiled(r"(?:Re:?|To|Concerning|Regarding|Ref\.?|К) (?:[Pp]oint|[Ii]tem|[Pp]ara|[Pp]\.|[Pp]t\.|п)")


def of_point(head: Row) -> bool:
    """Whether an enclosure belongs to a point of the protocol before it."""
    return bool(_OF_POINT.match(head.text))


_PROTOCOL = compiled(
    r"(?:[Mm]inutes|[Pp]rot(?:ocol|\.)?|[Pp]r\.(?: PB)?|прот\.?|протокола) ?(?:No\.?|№) ?(?P<number>\d{1,4})"
)


def protocol_of(text: str, head: Row) -> tuple[int, int] | None:
    """The protocol that such a line names, where the number stands: ``To point 4 of prot. No. 129``."""
    match = _PROTOCOL.search(text, head.start, head.end)
    return match.span("number") if match else None


_PAIRS: Final = {"“": "”", '"': '"', "«": "»", "‘": "’", "'": "'", "„": "“"}
_OPENS = compiled(f"[{''.join(_PAIRS)}]")
_INTRODUCED = compiled(
    r"(?i)\b(?:telegram|message|letter|cable|text|directive|instructions?|reply|answer|note|report|follow(?:s|ing)|transmit|convey|deliver|pass|quote|verbatim|statement"
    r"|hand|copy|(?:it|which) reads|received this|wrote|writes|appeal|order|tell|inform)\b(?:[^.\n]|\n(?=[a-zà-ž])){0,120}:\s*$"
)
_GREETED = compiled(
    r"(?:[A-Z]\w+(?:, [A-Z]\w+)?[.,]?\n)?(?:(?i:deeply|highly) )?(?:RESPECTED|Respected|ESTEEMED|Esteemed) [A-Z]|(?:(?:Dear |Esteemed |Respected |To |For )?(?:Comrades?|Cde\.?|Comr?\.|Chairman|General|Mr\.?|President)\s+[A-Z][\w’' -]{1,40}[!:,.]|Dear [A-Z][\w’' -]{1,40},|[A-Z]{4,}[\s,.:-]+(?:To|TO|SOVIET|to|Comrade)\b|(?:BEIJING|PYONGYANG|MOSCOW|[A-Z]{5,})\n)"
)
_SIGNED = compiled(
    r"(?:[.!?…]\s+|\n)(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}, (?=[A-Z])){0,3}(?:[A-Z][\w.’'-]*\.?\s+){0,3}[A-Z][\w’'-]+(?:\s*\[[^\]]+\])?[.,]?\s*(?:\(?\d{1,2}[\w ./,-]{3,20}\)?|[A-Z][a-z]+ \d{1,2}, \d{4})?[.]?\s*$"
)


_DATED_FOOT = compiled(rf"[.!?]\s[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, {DAY_AND_YEAR}\.?\s*$")
"""``… be entered free. Washington, March 17, 1936.``: a paper that ends with its dateline."""


class Passed(NamedTuple):
    """A message passed on inside a telegram: the parties that its introducing line names, and its own lines."""

    addressees: tuple[Party, ...]
    senders: tuple[Party, ...]
    rows: tuple[Row, ...]


_PASSED = compiled(
    r"(?:(?:No\. ?)?\d{1,5}[a-z]?\. )*(?:(?:Your|My|Our|Referring|Department[’']s|Embassy[’']s)\b[^:\n]{2,60}?\d\. (?=\[?(?:For|Following)))?(?:Following (?:is )?(?=for))?\[?(?:(?:[Ff]or|To)\]? (?P<to>[A-Z][^:\[\]]{2,90}?)(?:,? (?:\[?[Ff]rom\]?) (?P<by>[A-Z][^:\[\]]{2,60}?))?|From\]? (?P<only>[A-Z][^:\[\]]{2,60}?)"
    r"(?:,? (?:for|to) (?P<whom>[A-Z][^:\[\]]{2,60}?))?)\s?\]?:\]?(?:\s|$)"
)


def passed_on(text: str, rows: Sequence[Row]) -> Passed | None:
    """``For Crosby from Rathbone:`` at the head of a telegram's text: what follows is theirs."""
    match = _PASSED.match(rows[0].text) if rows else None
    if not match:
        return None

    def named(group: str) -> tuple[Party, ...]:
        if match[group] is None:
            return ()
        start = rows[0].start
        found = parties(text, start + match.start(group), start + match.end(group))
        people = [one for one in found if one.entity == "person"]
        # "Rathbone, Treasury" is one man and where he sits
        return tuple(one for one in people if one is people[0] or one.name not in name_lists.words().not_names)

    addressees = named("to") or named("whom")
    senders = named("by") or named("only")
    rest = rows[0].text[match.end() :]
    own = [Row(rows[0].end - len(rest), rows[0].end, rest)] if rest.strip() else []
    below = (*own, *rows[1:])
    if not (addressees or senders) or not below:
        return None
    if below[0].text[0] in _PAIRS and _close(text, below[0].start, rows[-1].end) is not None:
        return None  # it is quoted, and what stands behind the quotation is the carrier's
    return Passed(addressees, senders, below)


class Quoted(NamedTuple):
    """A quoted message: where its words begin and end (without the quotation marks), and the marks' own places."""

    start: int
    end: int
    outer_start: int
    outer_end: int


def quoted(text: str, start: int, end: int) -> list[Quoted]:
    """The quoted messages of a stretch: quotations that are introduced, greeted or signed as messages are."""
    found: list[Quoted] = []
    unclosed: set[str] = set()  # what closes no quotation closes none that opens further on
    place = start
    while place < end:
        opening = _open(text, place, end)
        if opening is None:
            break
        closing = None if text[opening] in unclosed else _close(text, opening, end)
        if closing is None:
            unclosed.add(text[opening])
            place = opening + 1
            continue
        if _is_message(text, start, opening, closing):
            found.append(Quoted(opening + 1, closing, opening, closing + 1))
        place = closing + 1
    spelled = [Quoted(*span) for span in quoted_words.spans(text, start, end)]
    marked = Overlaps((one.start, one.end) for one in found)
    return sorted([*found, *(one for one in spelled if not marked.touch(one.start, one.end))])


def _open(text: str, start: int, end: int) -> int | None:
    for mark in _OPENS.finditer(text, start, end):
        place = mark.start()
        if (place == 0 or text[place - 1] in " \n(:—–-[\xa0") and place + 1 < end and not text[place + 1].isspace():
            if text[place] in "'‘" and not text[place + 1].isupper():
                continue
            return place
    return None


def _close(text: str, opening: int, end: int) -> int | None:
    mark = _PAIRS[text[opening]]
    place = text.find(mark, opening + 1, end)
    while place >= 0:
        before, after = text[place - 1], text[place + 1] if place + 1 < end else "\n"
        plural = mark in "'’" and before == "s" and re.match(r" [a-z]", text[place + 1 : place + 3])
        if (
            before not in " \n("
            and (after in " \n.,;:)]—\"”’'" or place + 1 == end)
            and not (mark in "'’" and after.isalpha())
            and not plural
        ):
            return place
        place = text.find(mark, place + 1, end)
    return None


def _is_message(text: str, start: int, opening: int, closing: int) -> bool:
    words = text[opening + 1 : closing]
    if len(words) > 24 and papers_inside.read(text, start, opening) is not None:
        return True
    if len(words) < 40:
        return False
    before = text[max(start, opening - 160) : opening].rstrip(" \n")
    if before.endswith(":") and (telegrams_inside.DATED_HEAD.match(words) or _DATED_FOOT.search(words)):
        return True
    line = text[opening - 1 : opening] == "\n" and words.count(". ") >= 2
    if line and _HANDED_ON.search(text, max(start, opening - 260), opening - 1):
        return True
    greeted = bool(_GREETED.match(_DATED_HEAD.sub("", words.lstrip(), count=1)))
    signed = bool(_SIGNED.search(words))
    introduced = bool(_INTRODUCED.search(before))
    return (greeted and (introduced or signed or before.endswith(":") or len(words) > 150)) or (introduced and signed)


_DATED_HEAD = compiled(r"\A[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?, [^\n]{4,24}\d{4}\.?\s*\n\s*")
"""``Cairo, 1 November 1955`` over the greeting of a letter that is quoted."""
# A paragraph that is to be handed over, or that was, in these words: "hand him the following message in writing:".
_HANDED_ON = compiled(
    r"\b(?:hand|deliver|convey|transmit|communicate|read|give|send|present)(?:s|ed|t)?\b[^.;:\n]{0,60}\b(?:the following|this) "
    r"(?:message|note|letter|reply|answer|telegram|communication)\b[^.;:\n]{0,40}:$|"
    r"\b(?:reply|note|message|letter|answer)\b[^\n]{0,160}\b(?:[Tt]he|[Ii]ts) text (?:is|reads|runs) (?:as follows|thus):$"
)
_HEAD_FORM = compiled(
    r"(?i)[\s.—–-]\[?(?:(?:identic|collective|verbal|circular|cable) )?(?:telegram|note verbale|note|circular|memorandum|aide[- ]m[ée]moire|letter|despatch|dispatch|report)(?=[\s.,;:\])—–-]|$)"
)


def called(text: str, start: int, end: int) -> forms.Form | None:
    """What the head of an enclosure calls it: ``[Inclosure 1 in No. 2263.—Telegram.]``."""
    bracketed = _BRACKETED.match(text, start, end)
    match = bracketed or _HEAD_FORM.search(text, start, min(end, start + 160))
    if match is None:
        return None
    word = re.sub(r"(?i)^\W*(?:identic|collective|verbal|cable) ", "", match[0]).strip(" .—–-[")
    form = forms.at_head(word)
    return forms.Form(form.slug, match.start() + 1, match.end()) if form else None


_BRACKETED = compiled(r"\[(?i:memorandum|circular|note|petition|report)(?=[\s.\]—–-])")
_NAMED_FORM: Final = r"(?P<form>telegram|note|circular|memorandum|letter|despatch|dispatch|petition)s?"


def described(text: str, start: int, end: int, title: str) -> forms.Form | None:
    """What the carrier's text calls the paper of this title: ``an extract from a letter of Mr. Stillman``, ``my note to Mr. Min``."""
    head = re.fullmatch(r"(?P<by>[^;:]{3,60}?) to (?P<to>[^;:]{3,60}?)\.?", title)
    if head is None:
        return None
    by, to = (re.escape(head[side].split()[-1].strip(".")) for side in ("by", "to"))
    named = compiled(
        rf"\b{_NAMED_FORM} (?:(?:just|received|addressed to me) )?(?:from|of|by) (?:[\w’'-]+\.? ){{0,4}}?{by}\b"
        rf"|\bmy {_NAMED_FORM.replace('form', 'mine')} (?:of [^.;:]{{2,24}} )?to (?:[\w’'-]+\.? ){{0,4}}?{to}\b"
        rf"|\b{_NAMED_FORM.replace('form', 'both')} (?:(?:which|that) )?(?:(?:have |had )?passed|exchanged)(?:[^.;:]|(?<=Mr)\.|(?<=Dr)\.){{0,70}}?\b(?:{by}|{to})\b"
    )
    match = named.search(text, start, end)
    if match is None:
        return None
    group = next(one for one in ("form", "mine", "both") if match[one])
    form = forms.at_head(match[group])
    return forms.Form(form.slug, *match.span(group)) if form else None


def introduction(text: str, start: int, opening: int) -> forms.Form | None:
    """What the words before a quotation call it: ``the telegram which follows:``."""
    first = max(start, opening - 160, text.rfind("\n", start, max(start, opening - 2)) + 1)
    found = None
    for match in _CALLED.finditer(text, first, opening):
        slug = forms.at_head(match[0])
        found = forms.Form(slug.slug, match.start(), match.end()) if slug else found
    return found


_CALLED = compiled(
    r"\b(?:ciphered telegram|telegram|cable|letter|note|report|memorandum|directive|instructions?|petition|circular)\b",
    re.IGNORECASE,
)


_TRANSMITS = compiled(
    r"\b(?:I|We|i|we)\s(?:\w+\s){0,2}?(?:transmit|forward|pass|convey|relay|send|communicate|quote|repeat)(?:\son)?\b[^.;]{0,60}?"
    r"\b(?:message|telegram|cable|letter|note|text|reply|answer)\b(?:[^.;]{0,30}?\b(?:from|of|by)\s(?P<who>[A-Z][\w.’' -]{2,50}?))?"
    r"(?=,|:|\sof\sthe\b|\sto\b|\swhich\b|\sdated\b|\sreceived\b)[^.;]{0,120}:\s*$"
)


def transmitted(text: str, start: int, opening: int) -> tuple[tuple[int, int], Party | None] | None:
    """``I transmit the text of a message from Director Milan Jurisic:`` before a quotation: the words, and whose it is."""
    first = max(start, opening - 260)
    match = _TRANSMITS.search(text[first:opening])
    if match is None:
        return None
    at = first + match.start("who") if match["who"] else 0
    found = parties(text, at, at + len(match["who"])) if match["who"] else []
    return (first + match.start(), first + len(match[0].rstrip()) + match.start()), found[0] if len(
        found
    ) == 1 else None


def quotation_begins(rows: Sequence[Row]) -> int | None:
    """The row, among the first, at which a message announced in the row before is quoted: its heading is its own."""
    for index, row in enumerate(rows[1:30], 1):
        mark = _PAIRS.get(row.text[0]) if rows[index - 1].text[-1] == ":" else None
        if mark and _INTRODUCED.search(rows[index - 1].text):
            return index if any(mark in later.text[-3:] for later in rows[index:]) else None
    return None


_SALUTED = compiled(
    r"(?:(?:To |For )?(?:(?:Dear |Esteemed |Respected )?Comrades?|Cde\.?|Chairman|Dear|Esteemed|Respected)\s+[A-Z][^.]{1,60}[!:,.]?)"
)


def unquoted(rows: Sequence[Row], is_signature: Callable[[Row], bool], known: frozenset[str]) -> tuple[int, int] | None:
    """Rows of a message given without quotation marks: from its greeting to its signature, as row indices.

    ``I transmit the telegram of Mao Zedong:`` · ``Comrade FILIPPOV!`` · … · ``MAO ZEDONG``; messages inside it are counted,
    and the last signature is the carrier's when another is left for it, or when the title names its bearer (``known``).
    """
    heads = [
        index + 1
        for index in range(len(rows) - 2)
        if rows[index].text.endswith(":")
        and _INTRODUCED.search(rows[index].text)
        and _SALUTED.fullmatch(rows[index + 1].text)
    ]
    if not heads or heads[0] == 0:
        return None
    signed = [index for index in range(heads[0] + 1, len(rows)) if is_signature(rows[index])]
    if not signed:
        return None
    last = signed[-1]
    outer_signs = len(signed) > len(heads) or any(word.lower().strip(".") in known for word in rows[last].text.split())
    own = signed[:-1] if outer_signs else signed
    end = own[min(len(heads), len(own)) - 1] + 1 if own else last
    while end < last and _DATED.fullmatch(rows[end].text):
        end += 1
    return (heads[0], end) if end - heads[0] >= 2 else None


_DATED = compiled(r"\[?(?:\d{1,2}[./ ][\w.]+[./ ]\d{2,4}|\d{1,2} [A-Z][a-z]+(?: \d{4})?|No\.? ?\d[\w/]*)\]?\.?")


_SECRETARY = compiled(
    r"(?i)(?:cc secretary|secretary of the (?:cc|central committee)|chairman of the (?:council of ministers|presidium)|секретарь цк)\b.{0,60}"
)
_TO_A_POST = compiled(
    r"[A-ZÀ-Ž]{4,}(?: [A-ZÀ-Ž]{3,})?\s?[.,:–—-]+\s(?:To |TO |Comrade |COMRADE |SOVIET |Soviet ).{2,60}"
)


def _below_secretary(rows: Sequence[Row]) -> int:
    """Index of ``PYONGYANG. To Comrade Berg`` below the secretary who signs a decision: the telegram it approves; or 0."""
    for index in range(3, len(rows) - 1):
        above = [row for row in rows[max(index - 2, 0) : index] if _SECRETARY.fullmatch(row.text)]
        if above and _TO_A_POST.fullmatch(rows[index].text):
            return index
    return 0


_APPROVED = compiled(
    r"(?i)\b(?:draft|text of the|attached|approved|following|enclosed) (?:of (?:a|the) )?(?:\w+ )?(?P<form>telegram|cable|letter|message|note|directive|instructions?)\b"
)


def approved(text: str, rows: Sequence[Row]) -> forms.Form | None:
    """The form of what a decision approves: ``To approve the attached draft telegram to Comrade Berg``."""
    if not rows:
        return None
    match = _APPROVED.search(text, rows[0].start, rows[-1].end)
    form = forms.at_head(match["form"]) if match else None
    return forms.Form(form.slug, *match.span("form")) if match and form else None


_TRANSLATED = compiled(
    r"(?i)[\[(]?(?:(?:unofficial |verbatim |rough )?translat(?:ion|ed)(?: (?:from|of) (?:the )?\w+(?: language)?)?|copy of (?:the )?translation)[\])]?[.:]?"
)
_ADDED = compiled(r"(?i)(?:enclos(?:ures?|ed)|encl|attach(?:ments?|ed)|annex(?:es)?|appendix)\b.{0,60}")
_LETTER_BEGINS = compiled(
    r"(?:(?:My )?(?:Dear|Esteemed|Respected|Honou?red)|Comrades?|Your Excellency|Excellency|Mr\.) ?[^.;]{0,60}[,!:]|[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?, .{4,20}\d{4}\.?"
)


def _translated(rows: Sequence[Row]) -> int | None:
    """Index of ``Translated from Polish`` below ``Enclosure: on 1 sheet``, over the letter that goes with a paper."""
    for index in range(4, len(rows) - 3):
        over = rows[max(index - 3, 0) : index]
        below = rows[index + 1 : index + 4]
        if (
            _TRANSLATED.fullmatch(rows[index].text)
            and any(_ADDED.fullmatch(row.text) for row in over)
            and any(_LETTER_BEGINS.fullmatch(row.text) for row in below)
        ):
            return index
    return None


def split_rows(rows: Sequence[Row]) -> tuple[list[Row], list[tuple[Row, list[Row]]]]:
    """The carrier's lines, and for each enclosure its head and its lines."""
    first = next((index for index, row in enumerate(rows) if index > 2 and HEAD.fullmatch(row.text)), _translated(rows))
    if first is None:
        signed = _below_secretary(rows)
        return (list(rows[:signed]), [(rows[signed], list(rows[signed:]))]) if signed else (list(rows), [])
    heads = [index for index in range(first, len(rows)) if HEAD.fullmatch(rows[index].text) or index == first]
    parts = [(rows[at], list(rows[at + 1 : nxt])) for at, nxt in zip(heads, [*heads[1:], len(rows)], strict=True)]
    return list(rows[:first]), [(head, part) for head, part in parts if part]
