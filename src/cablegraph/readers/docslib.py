"""A page of the digital archive as one line, as a document library gives it: ``… Total Page:16 File Type:pdf … Summary: …``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from cablegraph.evidence import Layer
from cablegraph.iri import path_slug
from cablegraph.patterns import compiled
from cablegraph.readers.sheet import Layered, insertions, layered
from cablegraph.record import Line, SourceText

_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MARK = compiled(r"Total Pages?:\s*\d+\s+File Type:")
_HEAD = compiled(
    rf"\s*(?P<date>{_MONTH} \d{{1,2}}, \d{{4}}|{_MONTH} \d{{4}}|\d{{4}})?\s*(?P<title>.*?)\s*(?P<furniture>Total Pages?:\s*\d+.*?(?=Citation:|Summary:|Original Language:|Contents:|$))",
    re.DOTALL,
)
_LABEL = compiled(r"(?P<name>Citation|Summary|Original Language|Contents|Credits|Subjects|Notes)\s*:\s*")
_CITED = compiled(
    r"[“\"](?P<title>.+?),?[”\"],?\s*(?P<date>[^,]*?(?:,? \d{4})?),?\s*(?:History\sand\sPublic\sPolicy\sProgram\sDigital\sArchive|(?:Wilson\sCenter\s)?Digital\sArchive),?\s*(?P<source>.*)",
    re.DOTALL,
)
_CITED_PLAINLY = compiled(
    rf"[“\"](?P<title>.+?),?[”\"],?\s*(?P<date>{_MONTH} \d{{1,2}}, \d{{4}}|{_MONTH},? \d{{4}}|\d{{4}}),\s+(?P<source>[A-ZÀ-Þ].+)",
    re.DOTALL,
)
"""A citation that names the paper's archive alone: ``“Telegram …,” June 2, 1978, AMAE, Folder 2211/1978``."""
_CREDIT = compiled(
    r"[.;]?\s*(?:\(?(?:Translated|Obtained|Contributed|Published|Originally|Provided)\b|https?://).*$", re.DOTALL
)
CONTENTS: Final = compiled(
    r"(?:[•·*-]\s*|(?:Scan of )?Original(?: Document| Scan)?s?|(?:English |Russian |Chinese |German )?(?:Translation|Transcription|Transcript)|\((?:Scan of Original Document|[A-Z][\w ]{2,40})\)|,|\s)+"
)
_ADDRESS = compiled(
    r"\b(?:Ciphered|Cipher|Coded|Code|Encrypted) [Tt]elegram(?= No)"
    r"|\b(?:To|For)(?: (?:immediate )?(?:transmission|transmittal|delivery|handing over) to)? (?:Comrades? |Cde\.? )?[A-Z][A-Z.-]+(?: [A-Z][A-Z.-]+){0,2}[.:!]?"
    r"|\b(?:To|For) (?:the )?(?:[Cc]omrades?|Cde\.?|Minister|Ambassador|Mr\.) [A-ZÀ-ÞȘȚ][\w’'-]+(?: [A-ZÀ-ÞȘȚ][\w’'-]+){0,2}(?=[,:;] | \d{1,2}[.)] |$)"
    r"|\bComrade [A-Z][A-Z.-]+(?: [A-Z][A-Z.-]+){0,2}[!:,]|\b(?:Reg\. )?(?:No\.|#)\s?\d[\w/-]*(?:\.\d[\w/-]*)*"
)
_FIELD = compiled(
    r"(?<!\w)(?:From|To|Sender|Recipient|Addressee|Category|Date|Time|No|Nr|Number|Classification|Subject|Copies|Copy to|Via|Sent|Received|FROM|TO|DATE|NO|SUBJECT|CLASSIFICATION)\.?\s?:(?=\s)"
)
"""Labels of a heading that has been run together into one line: ``To: … Date: … No.: … Subject: …``."""
_NUMBER_FIELD = compiled(r"(?:No|Nr|Number|NO)\.?\s?:\s+\d[\w./-]*(?=\s)")
_SIGNED = compiled(r"\s(?:\((?:Signed|signed|ss|-)\)|(?:Signed|SIGNED|Signature):?)\s+[A-ZÀ-Þ][^:;]{2,70}$")
_SUBJECT = compiled(
    r"(?:Subject|SUBJECT|Object|Re)\s?: [^:\n]{5,140}?(?= (?:I|We|On|In|At|According|Today|Yesterday|During|The|As|With|From|After|This|Recently|Last|Comrade [A-Z][\w’-]+)[ ,]+[a-z\d])"
)
"""``Subject: Visit of Comrade Kim Il Sung`` before ``I had a talk …``"""
_NAME_ALONE = compiled(
    r"(?<=[.!?”\"\]] )(?:(?:[A-ZÀ-Þ]\. ?){1,2}[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ][a-zß-ž’'-]+ [A-ZÀ-Þ][a-zß-ž’'-]+)(?P<office> (?:ambassador|chargé d[’']affaires(?: a\. ?i\.)?|consul|minister|envoy|counsellor))?\s*$"
)
"""``P. Markowski``, ``Sándor Simics ambassador`` behind the last sentence."""
_FAR: Final = 520
"""Characters within which a letter's greeting stands."""
_GREETING = compiled(
    r"(?<=\s)(?:(?:(?:My )?(?:Dear|Esteemed|Respected|Honou?red)|Brother|Mr\.|Monsieur le) (?:(?:Comrade|Mr\.|President|Friend|General|Minister) )*[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
    r"|(?:My )?(?:[Dd]ear|Esteemed) (?:[Cc]omrades?|[Ff]riends?)|(?:Your )?Excellency)[,!:](?=\s[A-ZÀ-Þ])"
)
"""``Dear Comrade Zhou,`` inside the line."""
_DATELINE = compiled(
    rf"(?<!of )[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?, (?:[^.:;]{{3,40}}, )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}})"
)
_WIRED = compiled(
    rf"(?P<form>(?:Coded |Code |Ciphered |Cipher |Urgent )?(?:[Tt]elegram|[Cc]able|[Cc]iphergram|[Cc]ryptogram|[Rr]adiogram|[Mm]essage))\s+(?P<place>(?:From )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?),?"
    rf"\s+(?:(?:No|Nr|N[º°])\. ?\d[\w/-]*)?,?\s*(?:\d{{1,2}}\.? {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}})"
)
"""``Telegram Moscow, No. 831 6 November 1956`` at the head of the line."""
_NEAR: Final = 120
"""Characters within which a letterhead has its place and day."""
_DATED_ADDRESS = compiled(
    rf"(?P<day>\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}) (?P<to>To (?:the )?[A-ZÀ-Þ][^.:;!?]{{2,90}}?[,:!])(?= [A-ZÀ-Þ])"
)
_TWO_WORDS = compiled(
    r"(?!(?:New|San|Santa|Saint|St|Los|Las|Buenos|Rio|La|Le|El|Addis|Phnom|Kuala|Hong|Tel|Port|Cape|Mexico|Panama|Abu|Dar|East|West|South|North|The)\b)[A-ZÀ-Þ][\w’'-]+ (?P<last>[A-ZÀ-Þ][\w’'-]+),"
)
"""Of two words before a dateline's day the first is the office's, unless towns begin so."""
_OFFICE_MARK = compiled(
    r"[\s,]*(?P<words>(?:Very |Most |Extremely )?(?:Urgent|URGENT|Immediate|Flash)\b[.!]?|(?:For|To) (?:Comrade|Cde\.|Minister|Ambassador) [A-ZÀ-Þ][\w’'-]+(?= [A-ZÀ-Þ])(?! [A-ZÀ-Þ][\w’'-]*[ ,]+[A-ZÀ-Þ])|(?:Top|Strictly|Most|Absolutely) (?:secret|confidential)\b[.!]?|(?:(?:Top|Strictly|Most|Absolute(?:ly)?|TOP|STRICTLY|MOST|ABSOLUTE(?:LY)?) )?(?:Secret|Confidential|SECRET|CONFIDENTIAL)(?: !|!|\.)?(?: Return [Rr]equested!?)?"
    r"|(?:(?:Cable|Telegram|Message|CABLE|TELEGRAM) )?(?:No|Nr|N[º°])\.? ?\d[\w/-]*|\d{1,2}[:.]?\d{2} (?:hours?|hrs)\b|\d{1,3} copies(?:,? \d{1,3} pages)?(?:,? copy (?:no\.? )?\d{1,3})?|(?:Copy|copy) (?:No\.? )?\d{1,3}"
    r"|(?:INFORMATION|REPORT|MEMORANDUM|NOTE|LETTER|TELEGRAM|MINUTES)(?=\s))"
)
"""What offices write between a dateline and the text: grade, number, copies, form."""
_COPIES = compiled(r"(?<=[.!?”\"\w] )(?:Distribution|Copies|Copy to|Sent to|Copied to|cc|CC|Cc):\s[^\n]{3,500}$")
_STAMPED = compiled(r"(?<=\s)\[(?:[\w ]{3,20} )?(?i:stamp(?:ed)?|seal)\b[^\[\]\n]{3,160}\]\s*$")
"""``[Stamp: Consejo de Estado, Salida No. 0713]`` at the end of the line."""
_OFFICES: Final = r"(?:Ambassador|Minister|Chairman|President|Premier|Prime|General|First|Second|Third|Secretary|Head|Director|Consul|Chargé|Counsell?or|Chief|Deputy)"
_SIGN_OFF = compiled(
    r"(?<=[.!?”\"\]] )(?P<regards>(?:With|Yours|Your|Sincerely|Respectfully|Fraternally|Revolutionary|Communist|Comradely|Cordially|Best|Kind|Warm|Accept|Receive|I embrace|I shake)\b[^.!?:;\n]{0,60}?\b(?:[Ee]mbraces?(?: you)?|your hand|[Gg]reetings?|[Rr]egards|[Ww]ishes|[Ss]incerely|[Ff]aithfully|[Tt]ruly|[Rr]espectfully|[Rr]espect|[Ee]steem|[Ff]raternally|[Cc]ordially)[,!.]?) "
    rf"(?P<who>(?!{_OFFICES}\b)[A-ZÀ-Þ][\w.’'-]*(?: (?:(?:de|van|von|da|dos|al|bin) )?(?!{_OFFICES}\b)[A-ZÀ-Þ][\w.’'-]*){{0,3}})(?: (?P<office>{_OFFICES}\b[^.:;]{{0,60}}))?\s*$"
)
"""``With socialist greetings Klaus Berg Ambassador`` at the end of the line."""
_HEAD_MARK = compiled(
    r"(?:(?:Coded|Code|Ciphered|Cipher|Urgent|Secret) )?(?:[Tt]elegram|[Cc]able|[Cc]iphergram|[Rr]eport|[Nn]ote|[Mm]emorandum)\s+(?:[Nn]o|[Nn]r)\.? ?\d(?:[\w/.-]*\w)?(?=\s[^a-z(])"
    r"|(?:Very |Most |Extremely )?(?:Urgent|URGENT|Immediate|Flash|FLASH)\b[.!]?(?=\s[A-Z\d])"
    r"|(?:(?:Top|Strictly|Most|TOP|STRICTLY) )?(?:Secret|SECRET|Confidential|CONFIDENTIAL)\b[.!]?(?=\s[A-Z\d])"
    r"|[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?, \d{1,2}\.\d{1,2}\.\d{2,4}(?:[,;]? (?:at )?\d{1,2}[:.]\d{2}(?: ?(?:hours|hrs|h))?)?(?=\s)"
)
"""``Telegram no. 76.442``, ``Urgent``, ``SECRET``, ``PRAGUE, 17.08.1968, 23:00`` one behind another."""
_NAMED_ADDRESS = compiled(
    r"To:? (?:the )?(?:[Cc]omrade|Cde\.)(?: (?:(?:Deputy|First|Vice|Prime|Foreign) )*(?:Minister|Ambassador|Secretary|Chairman|Director|Premier|President|General)(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?)? "
    r"(?P<name>[A-ZÀ-ÞȘȚ][\w’'.-]*(?: [A-ZÀ-ÞȘȚ][\w’'-]+)?)(?=,? (?:(?P<seat>[A-ZÀ-Þ][\w’'-]+),? )?(?:Subject|Object|Re)\b|[,:]? [A-ZÀ-Þ])"
)
"""``To Comrade Minister Corneliu MĂNESCU``, ``To Comrade Foreign Minister Imre Horváth Budapest`` before ``Subject:``."""
_CAPITALS = compiled(r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ –-]+[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)*")


def sniff(text: str) -> bool:
    """Whether a text is such a line."""
    return bool(_MARK.search(text[:1500]))


def lay_out(text: str, name: str, family: str) -> SourceText:
    """Label the pieces of the line; heading and signature of the paper are cut from its text by their capitals."""
    lines: list[Line] = []
    layers: list[Layered] = []

    def mark(label: str, start: int, end: int, layer: Layer | None) -> None:
        while end > start and text[end - 1] in " \n":
            end -= 1
        if start < end:
            if label:
                lines.append(Line(label, start, end))
            if layer:
                layers.append((start, end, layer))

    head = _HEAD.match(text)
    body = 0
    if head:
        mark("page-date", *head.span("date"), "catalogue")
        mark("title", *head.span("title"), "catalogue")
        mark("furniture", *head.span("furniture"), "boilerplate")
        body = head.end()
    labels = list(_labels(text, body))
    for match, after in zip(labels, [*labels[1:], None], strict=True):
        stop = after.start() if after else len(text)
        mark("", match.start(), match.end() - 1, "boilerplate")
        if match["name"] == "Contents":
            contents = CONTENTS.match(text, match.end(), stop)
            body = contents.end() if contents else match.end()
            mark("furniture", match.end(), body, "boilerplate")
            break
        value(text, match["name"], match.end(), stop, mark)
        body = stop
    stretches = _cut(text, body, len(text.rstrip()))
    lines.extend(Line("body", start, end) for start, end in stretches)
    order = tuple(sorted(lines, key=lambda line: (line.start, -line.end)))
    return SourceText(
        text, name, path_slug(name), family, layered([*layers, *insertions(text, stretches)], len(text)), order
    )


def _labels(text: str, start: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for match in _LABEL.finditer(text, start, min(len(text), start + 6000)):
        if match["name"] not in {one["name"] for one in found}:
            found.append(match)
        if match["name"] == "Contents":
            break
    return found


def value(text: str, name: str, start: int, end: int, mark: Callable[[str, int, int, Layer | None], None]) -> None:
    """Label what stands behind one of these names: a citation with its archive and day, a summary, a language."""
    while start < end and text[start].isspace():
        start += 1
    if name == "Summary":
        mark("summary", start, end, "catalogue")
    elif name == "Original Language":
        mark("language", start, end, "catalogue")
    elif name == "Citation":
        mark("citation", start, end, "catalogue")
        if cited := _CITED.match(text, start, end) or _CITED_PLAINLY.match(text, start, end):
            credit = _CREDIT.search(text, cited.start("source"), end)
            stop = credit.start() if credit else end
            while stop > cited.start("source") and text[stop - 1] in " .,":
                stop -= 1
            mark("source", cited.start("source"), stop, None)
            mark("citation-date", *cited.span("date"), None)
    else:
        mark(f"field:{name}", start, end, "catalogue")


def _opening(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A letter's dateline, address and greeting, where it has a greeting: a line each."""
    greeting = _GREETING.search(text, start, end)
    if greeting is None:
        yield from _letterhead(text, start, end)
        return
    dateline = _DATELINE.search(text, start, greeting.start())
    if dateline is None and greeting.start() > start:
        return
    cuts = [start, *(_dated_at(text, dateline) if dateline else ()), *greeting.span()]
    if dateline and (graded := _GRADE.match(text, dateline.end(), greeting.start())):
        cuts[-2:-2] = graded.span("words")
    if brought := _BROUGHT.search(text, cuts[-3] if dateline else start, greeting.start()):
        cuts[-2:-2] = [brought.start()]
    for first, last in pairwise(cuts):
        while first < last and text[first] in " ,;\n":
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last


_BROUGHT = compiled(
    r"(?<=\s)[(\[]?(?:(?:[Tt]o be )?(?:[Hh]anded|[Dd]elivered|[Bb]rought|[Cc]onveyed|[Tt]ransmitted|[Cc]arried)(?: over)?(?: (?:in person|personally))? (?:by|through)|By (?:the )?hands? of|By (?:courtesy|kindness|favou?r) of|Through|Via) (?=(?:the )?[A-ZÀ-Þ])"
)
"""``By hand of Commander Dahl`` between the address of a letter and its greeting."""
_GRADE = compiled(
    r"[\s,]*(?P<words>(?:(?:TOP|STRICTLY|MOST|Top|Strictly|Most) )?(?:SECRET|CONFIDENTIAL|Secret|Confidential)!?\.?)(?=\s)"
)
"""``TOP SECRET`` between a letter's dateline and its address."""


def _dated_at(text: str, dateline: re.Match[str]) -> tuple[int, int]:
    """Where a dateline begins and ends: of ``Ministry for State Security Berlin, 18 March 1977`` at the town."""
    town = _TWO_WORDS.match(text, dateline.start())
    return town.start("last") if town else dateline.start(), dateline.end()


def _letterhead(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``Ministry Berlin, 18 March 1977 Strictly Confidential! No. 177/77 INFORMATION``, ``17 November 1965 To Comrade Xuan, ``."""
    if dated := _DATED_ADDRESS.match(text, start, end):
        yield dated.span("day")
        yield dated.span("to")
        return
    if wired := _WIRED.match(text, start, end):
        yield wired.span("form")
        yield wired.start("place"), wired.end()
        yield from _marks(text, wired.end(), end)
        return
    dateline = _DATELINE.search(text, start, min(end, start + _NEAR))
    if dateline is None or re.search(r"[.:;!?]", text[start : dateline.start()]):
        return
    first, last = _dated_at(text, dateline)
    if above := text[start:first].strip():
        yield start, start + len(above)
    yield first, last
    yield from _marks(text, last, end)


def _marks(text: str, place: int, end: int) -> Iterator[tuple[int, int]]:
    """What offices write below a dateline, and for whom the paper is."""
    while part := _OFFICE_MARK.match(text, place, end):
        yield part.span("words")
        place = part.end()
    if addressed := _NAMED_ADDRESS.match(text, place + 1, end):
        yield from _named(addressed)


def _named(address: re.Match[str]) -> Iterator[tuple[int, int]]:
    """An address, and the town behind it as a line of its own."""
    yield address.span()
    if address["seat"]:
        yield address.span("seat")


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The paper's text in pieces that stand for its lines: address in capitals first, a signature in capitals last."""
    while start < end and text[start].isspace():
        start += 1
    pieces: list[tuple[int, int]] = []
    limit = min(end, start + 400)
    place = start
    while place < limit:
        if labelled := _FIELD.match(text, place, end):
            after = _FIELD.search(text, labelled.end(), min(end, labelled.end() + 160))
            if after is None and (numbered := _NUMBER_FIELD.match(text, place, end)):
                pieces.append(numbered.span())
                place = numbered.end() + len(text[numbered.end() :]) - len(text[numbered.end() :].lstrip())
                continue
            if after is None:
                break
            pieces.append((place, len(text[: after.start()].rstrip())))
            place = after.start()
            continue
        if addressed := _NAMED_ADDRESS.match(text, place, end):
            pieces.extend(_named(addressed))
            place = pieces[-1][1]
            while place < end and text[place] in " .,;:-–":
                place += 1
            continue
        match = _HEAD_MARK.match(text, place, end) or _CAPITALS.match(text, place, end)
        match = match or _ADDRESS.match(text, place, end)
        if not match or len(match[0]) < 4:
            break
        stop = match.end()
        number = compiled(r"\s*(?:No\.?|#)\s?\d[\w/-]*(?:\.\d[\w/-]*)*").match(text, stop, end)
        stop = number.end() if number else stop
        pieces.append((place, stop))
        place = stop
        while place < end and text[place] in " .,;:-–":
            place += 1
    opening = list(_opening(text, place, min(end, place + _FAR)))
    if opening:
        pieces.extend(opening)
        place = opening[-1][1]
        while place < end and text[place].isspace():
            place += 1
    if subject := _SUBJECT.match(text, place, end):
        pieces.append(subject.span())
        place = subject.end() + 1
    low = max(place, end - 520)
    copied = _COPIES.search(text, low, end) or _STAMPED.search(text, low, end)
    whole, end = end, len(text[: copied.start()].rstrip()) if copied else end
    tail = re.search(
        r"(?<=[.!?”\"] )(?:[A-Z][A-Z’'.-]{2,}(?: [A-Z][A-Z’'.-]+){0,3})(?: \[[^\]]+\])?(?:[ ,]+\d[\w ./]{5,20}|[ ,]+[A-Z][a-z]+ \d{1,2}, \d{4})?\s*$",
        text[place:end],
    )
    tail = tail or _SIGNED.search(text[place:end]) or _NAME_ALONE.search(text[place:end])
    if off := None if tail else _SIGN_OFF.search(text, max(place, end - 260), end):
        foot = [off.span(group) for group in ("regards", "who", "office") if off[group]]
        return [
            *pieces,
            (place, len(text[: off.start()].rstrip())),
            *foot,
            *([(copied.start(), whole)] if copied else []),
        ]
    last = place + tail.start() if tail else end
    while tail and text[last] == " ":
        last += 1
    if place < last:
        pieces.append((place, len(text[:last].rstrip())))
    if tail:
        office = place + tail.start("office") if "office" in tail.re.groupindex and tail["office"] else end
        pieces.extend(span for span in ((last, office), (office + 1, end)) if span[0] < span[1])
    if copied:
        pieces.append((copied.start(), whole))
    return pieces
