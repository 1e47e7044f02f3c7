"""Foreign Relations of the United States as plain text: ``File No. 861.51/131``, ``The Secretary of State to the …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from cablegraph import file_numbers
from cablegraph.evidence import Layer
from cablegraph.iri import path_slug
from cablegraph.patterns import compiled
from cablegraph.readers import frus_given, third_person, web_debris, wired
from cablegraph.readers.frus_enclosed import (
    BEGUN,
    DATE,
    ENCLOSURE,
    EXTRACT,
    LETTER,
    LETTERHEAD,
    MEDIUM,
    PARTY,
    SENTENCE,
    answers,
    enclosure_lists,
    extracted,
    inserted,
)
from cablegraph.readers.sheet import Layered, Row, elisions, insertions, layered, rows
from cablegraph.record import Line, SourceText

FAMILY: Final = "frus"
HEAD_ROWS: Final = 14
"""A head, its notes and its dateline lie within so many lines."""

DOCUMENT_ID = compiled(r"frus\d{4}[\w-]*-(?:d|ch|comp)[\w]+")
_SOURCE_NOTE = compiled(
    r"(?:File Nos?[.:]?\s.{1,80}"
    rf"|{file_numbers.NUMBER}(?:\s?:\s?{file_numbers.MEDIUM})?|Paris Peace Conf\. [0-9A-Z./½–-]+(?:\s?:\s?{file_numbers.MEDIUM})?"
    r"|.{1,60}(?:Files?|Lot|Papers)\b.{0,40}[:,].{1,80}"
    r"|[0-9]{2,4}[A-Z]?\.[0-9A-Za-z][0-9A-Za-z./ –—½-]{1,30}\s?:\s?(?:Circular |circular )?(?:Air)?[Tt]elegram.{0,40}"
    r"|\[?(?:Paraphrase|Telegram|Circular|Translation|Extracts?|Confidential|Private)[^\]]{0,60}\]"
    r"|\[(?!(?:Also |Following )?(?:[Ff]rom|[Ff]or|To)\b)[A-Z][a-z]+(?:[ —–-][A-Za-z]+){0,3}[.:]?\]"
    r"|\((?:Telegram|Paraphrase|Extract|Translation)[^)]{0,40}\))\.?"
)
_HEAD = compiled(
    rf"(?:\[?(?:No\. )?\d{{1,4}}\]?\.? )?{PARTY}[^;]{{0,160}}?(?<!Assistant)(?<!Advis[eo]r)(?<!Aide)(?<!Deputy)(?<!Counsel) to (?:the |all |certain |same\b|{PARTY}|[A-Z])[^;]{{0,160}}"
)
_BY_EDITORS = compiled(r"\[[^\[\]]{12,220}\]")  # "[The Head of the Delegation (Berg) to …]": a head that they supply
_NAMED_HEAD = compiled(
    r"(?:[A-Z][\w’'-]+ ){1,4}to the (?:minister|envoy|consul|secretary|commissioner|ambassador|governor|chargé|commander|admiral|agent)s?\b[^;:]{0,100}"
)
"""``Ito Kinsuke to the consul of the United States``: a man whom no title introduces."""
_TITLED = compiled(
    r"(?:\[?\d{1,4}\]?\.? )?(?:Circular )?(?:Telegram|Letter|Memorandum|Despatch|Dispatch|Airgram|Note|Paper|Aide-M.moire|Message|Circular)"
    r" (?:From|from|by|By|Prepared|of|to|To|[Hh]anded|[Ll]eft|[Dd]elivered|[Pp]resented|[Cc]ommunicated|[Ff]urnished|[Ss]ubmitted|[Rr]ead|[Ss]ent|[Gg]iven)\b.{3,200}"
    r"|(?:Text of )?(?:an? |the )?(?:Press [Rr]elease|Statement|Announcement|Proclamation) (?:[Ii]ssued|[Gg]iven|[Mm]ade|[Bb]y|[Oo]f)\b.{3,200}"
    r"|(?:Treaty|Convention|Agreement|Protocol|Arrangement|Declaration|Joint Resolution) (?:(?:of [A-Z]\w+,? )?[Bb]etween|[Ss]igned|[Rr]egarding|[Cc]oncerning|[Rr]elating|(?:[Ff]or|[Oo]n|[Rr]especting|[Oo]f) .{3,120}[Ss]igned (?:at|on|in))\b.{3,200}"
)
_VOLUME_NUMBER = compiled(r"No\. ?\d{1,4}\.?|\[?\d{1,4}\]?\.?|(?:HD|CF|BC|IC|FM|SH|WCP)[–-]\d{1,4}[A-Z]?")
"""A paper's number in its volume, or in its conference's series: ``HD–47``."""
_PEACE = compiled(r"Paris Peace Conf\.? \d[\w./–-]{3,24}")  # the conference's file number
_MINUTES = compiled(
    r"(?:[A-Z][\w]+[’']s? )?(?:Notes|Minutes|Proceedings|Record|Memorandum|Report) of (?:an? |the )?[A-Z]|[A-Z][\w ]{4,60}, (?:Protocol|Minutes) No\. ?\d"
)
_NOTE = compiled(
    r"(?:\[(?P<mark>[0-9*†]{1,3})\]|(?P<digits>[0-9]{1,3})\.?|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))\s+(?P<word>\S+)|(?P<star>[*†‡]{1,2}) ?(?=[A-Z“\"])|↩"
)
_STARRED = compiled(r"[^\s*†‡][*†‡](?![*†‡])")
"""A word with its footnote's star: ``in my No. 19.*``."""
_RAISED: Final = {"¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9"}
_RAISED_MARK = compiled("[¹²³⁴-⁹](?![⁰¹²³⁴-⁹])")
_OF_EDITORS = compiled(r"[\[(](?:Extract|Translation)")  # what the editors say of the text that they print
_CIRCULAR = compiled(r"\[?(?:CIRCULAR|Circular)\.?\]?")  # over "To the diplomatic agents of the United States."
_RECEIVED = compiled(r"[\[(]\s*(?:Rec(?:eive)?’?'?d\.?|Recieved|[EBR]e[co]eived)\b[^\])]{0,80}[\])]\.?")
_SHEET = compiled(r"(?:Placard|Handbill|Broadside)\.?", re.IGNORECASE)  # an enclosure that nobody signs
_PAGE = compiled(
    r"(?:Skip to (?:main )?content|Historical Documents|Home|Office of the Historian|U\.S\. Department of State|Department of State|Search.{0,20}"
    r"|Foreign Relations of the United States,.{0,140}|Papers Relating to the Foreign Relations.{0,140}|Document \d+|Previous.{0,20}|Next.{0,20}|Contents)"
)
_SOURCE_REFERENCE = compiled(
    r"(?:\[?[0-9*]{1,3}\]?\s+)?Source:\s*(?P<words>[^\n]{8,300}?)(?=\.\s*(?:$|\n|(?:Top )?[Ss]ecret|Confidential|Limited|Official|No classification|Unclassified"
    r"|[A-Z][a-z]+(?:ed|en)\b|Also|The |A |Eyes|Personal|Priority|Niact|Immediate))"
)
_ADDRESS_LINE = compiled(r"(?:From|To|Date|FROM|TO|DATE)\s*:\s*\S")
_OF_STATE = compiled(
    r"(?i)by the president of the united states(?: of america)?[.,:]?(?: ?a proclamation\.?)?|executive order(?: no\. ?\d+)?\.?|(?:treaty|executive agreement) series,? no\. ?\d+(?:-[a-z])?\.?"
)
_MEMORANDUM = compiled(r"Memorandum (?:by|of)\b")
_FRIEND = compiled(r"(?i)great and good friends?\b")


def sniff(text: str, name: str) -> bool:
    """Whether a text looks like a document of the series: its id in the name, or two marks of it in its first lines."""
    if DOCUMENT_ID.search(name):
        return True
    marks = above = 0
    addressed = begun = headed_sheet = False
    for index, row in enumerate(rows(text, 0, min(len(text), 4000))):
        if index >= HEAD_ROWS or marks >= 2:
            break
        marks += 2 * (
            row.text == "Office of the Historian" or row.text.startswith("Foreign Relations of the United States,")
        )
        marks += 2 * bool(index < 3 and row.text[:1] in "0123456789FD" and file_numbers.stated(row.text))
        marks += 2 * bool(index < 3 and _PEACE.fullmatch(row.text))
        marks += 2 * bool(_OF_STATE.fullmatch(row.text) or _FRIEND.match(row.text))
        lettered = not headed_sheet and index < 8 and LETTERHEAD.fullmatch(row.text) is not None
        headed_sheet, marks = headed_sheet or lettered, marks + lettered  # a second one is of an address
        marks += bool(index < 3 and _CIRCULAR.fullmatch(row.text))
        above += not _PAGE.fullmatch(row.text)
        numbered = above < 4 and re.match(r"\d{1,4}\. ", row.text)  # further down it is a point of an agenda
        marks += 2 * bool(numbered and _TITLED.fullmatch(row.text) and len(row.text) < 220)
        marks += bool(MEDIUM.fullmatch(row.text) or (_SOURCE_NOTE.fullmatch(row.text) and index < 4))
        # Below "From:" and "To:" a line with a party and "to" in it is a sentence of the text.
        addressed = addressed or bool(_ADDRESS_LINE.match(row.text))
        headed = not (addressed or begun) and len(row.text) < 220 and not SENTENCE.search(row.text)
        begun = begun or len(row.text) > 100  # "Ambassador of the USSR to the DPRK" below the text is who signs
        marks += 2 * bool(headed and _HEAD.fullmatch(row.text) and not third_person.is_sentence(row.text))
        marks += index < 4 and bool(_TITLED.fullmatch(row.text) if index < 2 else marks and _MEMORANDUM.match(row.text))
        marks += bool(_RECEIVED.search(row.text)) + bool(re.match(r"No\. \d+\.\]", row.text))
    return marks >= 2


def read(text: str, name: str) -> Iterator[SourceText]:
    """The one document of a text (already normalised); its key is the series' own id where the file bears it."""
    found = DOCUMENT_ID.fullmatch(name.rsplit("/", 1)[-1].rsplit(".", 1)[0])  # "…-d1-copy" is another paper
    key = found[0] if found else path_slug(name)
    yield lay_out(text, name, key, list(rows(text)))


def lay_out(text: str, name: str, key: str, lines: Sequence[Row]) -> SourceText:
    """Label the lines of one document: title, source notes, datelines, footnotes, enclosures, and what is body."""
    debris_from = web_debris.begins(lines)
    notes_from = _notes_begin(lines[:debris_from])
    labels: list[Line] = []
    layers: list[Layered] = []
    body_rows: list[Row] = []
    titled = written = enclosing = False  # whether the text of a paper, or of an enclosure, has begun
    in_head = True
    listed, first_enclosed = enclosure_lists(lines, notes_from)
    for index, row in enumerate(lines):
        label: str = "body"
        layer: Layer | None = None
        if index in first_enclosed:
            labels.append(Line("enclosure-head", row.start, row.start))
            titled, in_head = False, True
        if index >= debris_from:
            label, layer = "furniture", "boilerplate"
        elif index >= notes_from or index in listed:
            label, layer = "note", "editorial"
        elif (ENCLOSURE.fullmatch(row.text) and (titled or any(line.label == "enclosure-head" for line in labels))) or (
            (enclosing and extracted(lines, index, notes_from)) or answers(lines, index, notes_from)
        ):
            label, layer = "enclosure-head", "editorial"
            titled, in_head = False, True
        elif _SOURCE_REFERENCE.match(row.text) and index > 0:
            label, layer = "note", "catalogue"
        elif in_head and not titled and _PAGE.fullmatch(row.text):
            label, layer = "furniture", "boilerplate"
        elif in_head and not titled and index < 3 and _VOLUME_NUMBER.fullmatch(row.text):
            label, layer = "furniture", "catalogue"  # the document's number in its volume
        elif enclosing and _BRACKETED.fullmatch(row.text) and len(lines[index - 1].text) < 60:
            label, layer, titled, in_head = "enclosure-head", "editorial", False, True
        elif written and titled and (mark := inserted(lines, index, notes_from)):
            if mark == "letter":  # "A" over "Prince Kung to Mr. Burlingame"
                label, layer, titled, in_head = "enclosure-head", "editorial", False, True
            else:
                labels.append(Line("enclosure-head", row.start, row.start))
                label, layer, titled, in_head = "title", "catalogue", True, True
        elif in_head and (
            MEDIUM.fullmatch(row.text)
            or (not titled and (_SOURCE_NOTE.fullmatch(row.text) or _SHEET.fullmatch(row.text)))
            or (not titled and _CIRCULAR.fullmatch(row.text) and _begins_to(lines, index + 1))
        ):
            label, layer = "note.source", "editorial" if _OF_EDITORS.match(row.text) else "catalogue"
            titled = titled or bool(_SHEET.fullmatch(row.text))
        elif in_head and not titled and _is_title(row.text, lines, index, notes_from):
            label, layer = "title", "catalogue"
            titled = True
        elif in_head and _SOURCE_NOTE.fullmatch(row.text) and not DATE.search(row.text):
            label, layer = "note.source", "catalogue"
        elif wired.is_text(lines, index) or (len(row.text) > 160 and not DATE.search(row.text[:120])):
            in_head, titled = False, True
        begins = layer is None and titled and bool(BEGUN.match(row.text) or len(row.text) > 160)
        written = written or begins
        enclosing = label != "enclosure-head" and (
            enclosing or (begins and any(one.label == "enclosure-head" for one in labels))
        )
        if layer is None:
            body_rows.append(row)
        else:
            edge = int(label == "title" and bool(_BY_EDITORS.fullmatch(row.text)))
            labels.append(Line(label, row.start + edge, row.end - edge))
            layers.append((row.start, row.end, layer))
    bodies = _joined(text, body_rows, layers)
    labels.extend(Line("body", start, end) for start, end in bodies)
    for line in list(labels):
        if line.label == "note" and (match := _SOURCE_REFERENCE.match(text, line.start, line.end)):
            labels.append(Line("source", match.start("words"), match.end("words")))
    labels.extend(_enclosures(labels, len(text), lines, notes_from))
    labels.sort(key=lambda line: (line.start, -line.end))
    all_layers = layered([*layers, *insertions(text, bodies), *elisions(text, bodies)], len(text))
    return SourceText(text, name, key, FAMILY, all_layers, tuple(labels))


_BRACKETED = compiled(
    r"\[(?:Memorandum|Circular|Decree|Proclamation|Placard|Petition|Memorial|Protest|Note|Notice|Statement|Manifesto|Protocol)(?:\.?\s?[—–-]+\s?(?:Translation|Extract))?\.?\]"
)
"""``[Memorandum.]`` below a paper that is enclosed: the next one, which no number announces."""


def _begins_to(lines: Sequence[Row], index: int) -> bool:
    return index < len(lines) and lines[index].text.startswith("To ")


def _is_title(words: str, lines: Sequence[Row], index: int, end: int) -> bool:
    if len(words) > 240 or _RECEIVED.search(words) or third_person.is_sentence(words) or wired.is_text(lines, index):
        return False
    if (
        _HEAD.fullmatch(words)
        or _TITLED.fullmatch(words)
        or _MINUTES.match(words)
        or (_NAMED_HEAD.fullmatch(words) and not SENTENCE.search(words))
    ):
        return True
    if re.fullmatch(r"No\. \d+\.?\]?|\[?\d{1,4}\]?\.?", words) or DATE.search(words):
        return False
    # The head is the first line that is no note; a salutation or a paragraph is none.
    later = list(
        takewhile(
            lambda text: not (ENCLOSURE.fullmatch(text) or LETTER.fullmatch(text)),
            (row.text for row in lines[index + 1 : min(index + 6, end)]),
        )
    )
    return len(words) < 160 and not any(_HEAD.fullmatch(text) or _TITLED.fullmatch(text) for text in later)


def _notes_begin(lines: Sequence[Row]) -> int:
    """Index of the first footnote of the block at the end, or the number of lines.

    Marks in brackets are footnotes; bare digits are only as an unbroken count of sentences that begin after the text.
    """
    first = len(lines)
    wanted = 0
    raised = {_RAISED[mark] for line in lines for mark in _RAISED_MARK.findall(line.text)}
    for index in range(len(lines) - 1, 0, -1):
        match = _NOTE.match(lines[index].text)
        if match and match["star"] and not any(_STARRED.search(line.text) for line in lines[:index]):
            match = None  # a list's stars are no notes
        if match is None or (
            match["digits"]
            and match["digits"] not in raised
            and (lines[index].text.startswith(f"{match['digits']}.") or match["word"][:1].islower())
        ):
            if (first == len(lines) and index >= len(lines) - 3) or (index >= first - 3 and first < len(lines)):
                continue  # a footnote may go on over a few lines
            break
        if match["digits"]:
            number = int(match["digits"])
            if first < len(lines) and wanted and number >= wanted:
                break
            wanted = number
        first = index
    if first == len(lines):
        return _lettered(lines)
    if wanted > 1 and not any(line.text.startswith(f"[{wanted - 1}]") for line in lines[first:]):
        glued = compiled(rf"[A-Za-z.,;:”\")\]]{wanted}(?!\d)")
        return len(lines) if wanted > 3 and not any(glued.search(line.text) for line in lines[:first]) else first
    return first


_LETTERED = compiled(r"(?P<mark>[a-d])\.? (?=[A-Z“\"])")


def _lettered(lines: Sequence[Row]) -> int:
    """``a Not printed.`` as the last lines, whose letter is glued to a word's stop above: ``at Boston.a He …``."""
    first = len(lines)
    while first > 1 and (note := _LETTERED.match(lines[first - 1].text)):
        glued = compiled(rf"\w[.,;:”\")]{note['mark']}(?=\s|$)")
        if not any(glued.search(line.text) for line in lines[: first - 1]):
            break
        first -= 1
    return first


def _joined(text: str, body: Sequence[Row], layers: Sequence[Layered]) -> list[tuple[int, int]]:
    """Body lines joined to stretches as long as nothing that is not body lies between."""
    others = sorted(start for start, _, _ in layers)
    found: list[tuple[int, int]] = []
    place = 0
    for row in body:
        while place < len(others) and others[place] < row.start:
            place += 1
        cut = place > 0 and found and others[place - 1] >= found[-1][1]
        if found and not cut:
            found[-1] = (found[-1][0], row.end)
        else:
            found.append((row.start, row.end))
    return found


def _enclosures(labels: Sequence[Line], length: int, lines: Sequence[Row], notes_from: int) -> Iterator[Line]:
    """From the head of an enclosure to the next, or to the footnotes; a sub-enclosure lies inside its enclosure."""
    heads = [line for line in labels if line.label == "enclosure-head"]
    end = lines[notes_from - 1].end if notes_from else length
    starts = {row.start: row.text for row in lines}

    def is_sub(head: Line) -> bool:
        words = starts[head.start]
        worded = (ENCLOSURE.fullmatch(starts[one.start]) for one in heads if one.start < head.start)
        if head.end > head.start and LETTER.fullmatch(words) and any(worded):
            return True  # "A" below "[Inclosure 2.]" is what that encloses
        return words.lower().lstrip("[").startswith("sub") or bool(EXTRACT.fullmatch(words) and head.end > head.start)

    for index, head in enumerate(heads):
        sub = is_sub(head)
        last = end if sub or head is not heads[-1] else frus_given.last_of(lines, heads[0].start, head.start, end)
        for other in heads[index + 1 :]:
            if sub or not is_sub(other):
                last = other.start - 1
                break
        yield Line("enclosure", head.start, last, "sub" if sub else "")
