"""Anybody's folder: a paper with a heading, a date and a signature: ``TELEGRAM No. 318``, ``Date: 14 February 1961``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.iri import path_slug
from cablegraph.readers import footnotes, furniture, shelf_rows
from cablegraph.readers.sheet import Layered, Row, insertions, layered, rows
from cablegraph.record import Line, SourceText

FAMILY: Final = "plain-text"
BELOW: Final = 6
"""Lines at the end that may be references and credits."""
_COMPOSED = re.compile(r"(?i).{0,40}\bcomposed for (?:teaching|the sample|this)\b.{0,200}")

_SOURCE = re.compile(
    r"(?:\[?(?:Source|Archive|Archival reference|Shelfmark|Reference|Location|Fundstelle|Quelle|Cote|Sygnatura|Источник)\s*:\s*(?P<labelled>.{5,300}?)\]?\.?"
    r"|\[?(?P<bare>(?:[А-ЯЁ]{2,8}(?: [А-ЯЁ]{2,4})?|[A-ZÀ-Þ](?:[a-z]{0,2}[A-ZÀ-Þ()]){1,9}(?: [A-Z]{2,8})?|(?:The )?[A-ZÀ-Þ][\w ’'-]{0,60}(?:Archiv\w*|Library|Record Office|Records|Rijksarkivet|Riksarkivet)\b[^,]{0,80})"
    r"(?:,| [A-Z\d]).{0,140}\d[^.!?]{0,40}?)(?:[.;] (?:Translat|Obtained|Provided|Contributed|Copy )[^\n]{3,140}?)?\]?\.?(?:(?<=\.) ?\[[a-z][^\[\]\d\n]{3,80}\]\.?)?)"
)
_MARKS = re.compile(
    r"(?:\b(?:ф|фонд|оп|опись|д|дело|л|лл|f|ff|fond|Fond|op|opis|d|delo|l|ll|k|Bl|p|pp|fol|folio|vol|Vol|box|Box|file|File|carton|dossier|bd|RG|FO|CAB|PREM|DFA|MfAA|Series|Serie|Série|Lot|a\.e|t|w|inv|nr|Nr|no|No|sygn|teczka)\b"
    r"\.?\s?[\dA-Z]|\b(?:F|FOND|Op|OP|Opis|D|Delo|L|LL|Ll)\.?\s?\d|\d+/\d+|[A-Z]+ \d+/\d+|(?<![\d-])\d{2,4}-\d{4,6}-\d{1,3}(?!\d)|\d\. (?:doboz|őrzési|d\b))"
)

_LETTERS: Final = r"[A-ZÀ-ÞŠŽČА-ЯЁ](?:[^\W\d_]{0,2}[A-ZÀ-ÞŠŽČА-ЯЁ]){1,9}(?:[ -][A-ZÀ-ÞŠŽČА-ЯЁ]{2,8}){0,2}"
_KEPT = re.compile(
    r"\[?(?P<copies>(?:(?:Archiv\w+|Other|Further|Second|Another|Original and) )?[Cc]op(?:y|ies)(?: (?:kept|held))?(?: (?:in|at))?\s?:\s*)?"
    rf"(?P<whole>(?:(?:The )?(?P<name>[A-ZÀ-ÞŠŽČА-ЯЁ][^\n,.;:()\[\]]{{3,110}})(?P<letters> \({_LETTERS}\))?|{_LETTERS})"
    r"[,:]?\s(?:ф|Ф|фонд|Фонд|f|F|ff|fond|Fond|FOND|per|RG|FO|DY|Box|box)\b\.?\s?\d.{0,400}?)\]?\.?"
)
"""``Archive of the President of the Russian Federation (APRF), f. 45``, ``Copies: RGASPI, f. 558 …; GARF, f. 9401 …``."""
_ABOVE = re.compile(
    r"\b(?:ф|Ф|оп|f|ff|fond|F|Fond|FOND|op|opis|delo|papka|RG|FO|CAB|PREM|DEFE|DO|KV|DFA|MfAA|DY|HU OSA|MNL|Lot|Box|box|carton|dossier|a\.e|sygn|teczka|XIX-J)\b\.?\s?[\dA-Z]|\d{3}[A-Z]?\.\d{2,4}/\d"
)
"""What marks a reference above the text, where numbers of every kind stand."""
_CREDIT = re.compile(
    r"[\[(]?(?:(?:Document |Text |Copy )?(?:[Tt]ranslated|[Oo]btained|[Pp]rovided|[Cc]ontributed|[Aa]cquired|[Tt]ranscribed|[Ee]dited)(?: and \w+)? (?:for|from|by)\b.{3,200}|Translation(?: from \w+)?(?: by|:) .{3,100}|Translator: .{3,60})"
)


def is_composed(text: str) -> bool:
    """Whether the first line that is not blank says that the paper is composed, and so no historical document."""
    first = next(rows(text), None)
    return first is not None and bool(_COMPOSED.fullmatch(first.text))


def _reference(row: Row, marks: re.Pattern[str]) -> Line | None:
    """The archival reference that a line gives, without its label and its brackets."""
    kept = _KEPT.fullmatch(row.text)
    if kept and (kept["copies"] or kept["letters"] or re.match(r"(?:The )?Archives? of ", kept["whole"])):
        return Line("source", row.start + kept.start("whole"), row.start + kept.end("whole"))
    match = _SOURCE.fullmatch(row.text)
    if match is None or not (match["labelled"] or marks.search(row.text)):
        return None
    group = "labelled" if match["labelled"] else "bare"
    return Line("source", row.start + match.start(group), row.start + match.end(group))


_REMARK = re.compile(r"(?!.*\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our|[Pp]lease)\b)[^\W\d_]\S*(?: \S+){2,20}[.)\]]")
"""``Note: the original is damaged.``: what nobody says to the reader of a telegram."""


_SIGNED = re.compile(r"[^\W\da-zа-яё](?:[^\W\da-zа-яё]|[.’' -]){2,40}(?:\[[^\[\]]{3,40}\])?")
"""A name in capitals alone, with the editor's bracket or without."""


def _remarks(text: str, lines: Sequence[Row]) -> int:
    """How many of the last lines are remarks that stand apart below the archival reference at a signed paper's foot."""
    for count in (1, 2):
        if len(lines) - count < 5 or not _REMARK.fullmatch(lines[-count].text):
            return 0
        above, foot = lines[-count - 1], lines[-count - 2]
        if _reference(above, _ABOVE) and _ABOVE.search(above.text):
            apart = all(
                text.count("\n", one.end, two.start) > 1 for one, two in ((above, lines[-count]), (foot, above))
            )
            signed = any(_SIGNED.fullmatch(row.text) for row in lines[-count - 3 : -count - 1])
            return count if apart and signed else 0
    return 0


_PAGE_DAY: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
)


def _page_head(lines: Sequence[Row], labels: list[Line], layers: list[Layered]) -> int:
    """How many lines at the head are a catalogue's: a day alone as pages print it and, below it, a title."""
    if len(lines) < 5 or not _PAGE_DAY.fullmatch(lines[0].text) or not furniture.PAGE_TITLE.fullmatch(lines[1].text):
        return 0
    for label, row in zip(("page-date", "title"), lines, strict=False):
        labels.append(Line(label, row.start, row.end))
        layers.append((row.start, row.end, "catalogue"))
    return 2


def _body(labels: list[Line], lines: Sequence[Row]) -> None:
    if lines:
        labels.append(Line("body", lines[0].start, lines[-1].end))


def read(text: str, name: str) -> Iterator[SourceText]:
    """The one paper of a text (already normalised): all of it is body, save a line that says it is composed."""
    lines = list(rows(text))
    labels: list[Line] = []
    layers: list[Layered] = []
    first = 0
    if lines and (_COMPOSED.fullmatch(lines[0].text)):
        labels.append(Line("composed", lines[0].start, lines[0].end))
        layers.append((lines[0].start, lines[0].end, "catalogue"))
        first = 1
    while first < min(len(lines) - 2, 3) and (kept := _reference(lines[first], _ABOVE)):
        labels.append(kept)
        layers.append((lines[first].start, lines[first].end, "catalogue"))
        first += 1
    last = len(lines)
    while last - first > 2 and len(lines) - last < BELOW:
        row = lines[last - 1]
        kept = _reference(row, _MARKS) or (Line("credit", row.start, row.end) if _CREDIT.fullmatch(row.text) else None)
        if kept is None:
            below = _remarks(text, lines[first:last])
            labels.extend(Line("note", row.start, row.end) for row in lines[last - below : last])
            layers.extend((row.start, row.end, "editorial") for row in lines[last - below : last])
            if not below:
                break
            last -= below
            continue
        labels.append(kept)
        layers.append((row.start, row.end, "catalogue"))
        last -= 1
    end, last = last, first + footnotes.begin(lines[first:last]) if first < last else last
    for row in lines[last:end]:
        labels.append(Line("note", row.start, row.end))
        layers.append((row.start, row.end, "editorial"))
    first += _page_head(lines[first:last], labels, layers)
    cut = shelf_rows.inside(lines[first:last])
    if cut and last - first > 2:
        labels.append(Line("source", cut[1], cut[2]))
        layers.append((cut[1], cut[2], "catalogue"))
        _body(labels, lines[first : first + cut[0]])
        first += cut[0] + 1
    _body(labels, lines[first:last])
    bodies = [(line.start, line.end) for line in labels if line.label == "body"]
    found = layered([*layers, *insertions(text, bodies)], len(text))
    order = tuple(sorted(labels, key=lambda line: (line.start, -line.end)))
    yield SourceText(text, name, path_slug(name), FAMILY, found, order)
