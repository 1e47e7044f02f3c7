"""Pages of the Wilson Center Digital Archive as text: date, title, paper, summary, labels, rights (``Author(s):``)."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from cablegraph.errors import ReadError
from cablegraph.evidence import Layer
from cablegraph.iri import path_slug
from cablegraph.patterns import compiled
from cablegraph.readers import (
    docslib,
    feet,
    footnotes,
    front_matter,
    furniture,
    page_summaries,
    page_titles,
    shelf_rows,
)
from cablegraph.readers.sheet import Layered, Row, insertions, layered, rows
from cablegraph.record import Line, SourceText

FAMILY: Final = "wilson-center"

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PAGE_DATE: Final = compiled(
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}|{_MONTH},? \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}|\d{{4}}|(?:c\. ?|circa )\d{{4}}",
    re.IGNORECASE,
)
CITATION: Final = compiled(
    r"(?P<open>[\"“”'])(?P<title>.+?)[,.]?[\"“”'],?\s*(?P<date>[^\"“”]{0,40}?),?\s*"
    r"(?:(?:History and Public Policy Program|Wilson Center|Cold War International History Project) Digital Archive"
    r"|Digital Archive),?\s*(?P<source>.*)",
)
_CREDIT = compiled(
    r"(?:,?\s*[Cc]opy (?:courtesy|provided|obtained|on file|held)\b.*|(?<=\.)\s+Documents? on [A-Z].{3,60} series\.?|\s*(?:\(?(?:Translated|Obtained|Contributed|Provided|Document obtained|Originally (?:published|obtained)|Published in)"
    r"\b.{2,200}|This document was made possible.*))$"
)
_PAST = compiled(
    r"\b(?:Author\(s\)|Associated (?:People|Places|Topics)|Subjects Discussed|Document Information|Original Archive"
    r"|History and Public Policy Program|Digital Archive|Wilson Center)\b"
)


@dataclass(slots=True)
class _Page:
    """What has been found on a page so far: labels and layers by line."""

    text: str
    lines: list[Line] = field(default_factory=list)
    layers: list[Layered] = field(default_factory=list)
    record_id: str = ""

    def mark(self, label: str, start: int, end: int, layer: Layer | None, value: str = "") -> None:
        while end > start and self.text[end - 1] in " \n":
            end -= 1
        if start < end:
            if label:
                self.lines.append(Line(label, start, end, value))
            if layer:
                self.layers.append((start, end, layer))


def sniff(text: str, name: str) -> bool:
    """Whether a text is such a page: its rights paragraph or its labels stand at the end, or its citation at the head."""
    head, tail = text[:6000], text[-8000:]
    if docslib.sniff(text):
        return True
    if front_matter.sniff(head):
        return True
    if furniture.RIGHTS.search(tail) or ("Digital Archive" in head and CITATION.search(head)):
        return True
    if sum(bool(furniture.label(row.text)) for row in rows(tail)) >= 2:
        return True
    first = [row.text for row, _ in zip(rows(head), range(8), strict=False)]
    headed = len(first) > 4 and PAGE_DATE.fullmatch(first[0]) and furniture.PAGE_TITLE.fullmatch(first[1])
    if headed and any(_foreign(words) for words in first[2:]):
        return True  # a page cut at its end, original and translation
    dated = any(PAGE_DATE.fullmatch(words) for words in first)
    if first[:1] == ["Skip to content"] and any(page_titles.is_title(words) for words in first[1:3]):
        return True
    if "Skip to content" in first[:4]:
        return any(PAGE_DATE.fullmatch(words) for words in first[:4])
    return dated and sum(furniture.is_button(words) for words in first) >= 3  # the site's frame, with its rights lost


def read(text: str, name: str) -> Iterator[SourceText]:
    """The one paper of a page (its text already normalised). Raises ReadError with the code furniture."""
    yield lay_out(text, name)


def lay_out(text: str, name: str) -> SourceText:
    """Label the lines of a page; what is left between head and labels is the paper."""
    if docslib.sniff(text):
        return docslib.lay_out(text, name, FAMILY)
    page = _Page(text)
    lines = list(rows(text))
    trailer = _trailer(lines)
    _read_trailer(page, lines[trailer:])
    first = _read_head(page, lines[:trailer])
    paper = _without_furniture(page, lines[first:trailer])
    if trailer == len(lines):
        paper = _take_foot(page, paper)
    paper = _take_summary(page, paper)
    if (cut := shelf_rows.inside(paper)) and len(paper) > 2:
        page.mark("source", cut[1], cut[2], "catalogue")
        paper = [*paper[: cut[0]], *paper[cut[0] + 1 :]]
    originals, paper = _split_bilingual(paper)
    for start, end in originals:
        page.mark("original", start, end, None)
    bodies = _bodies(page, paper)
    if not bodies and not originals:
        notes = ("left out", f'if it is a paper after all, add to corpus.toml:  [readers] "{name}" = "plain_text"')
        raise ReadError(
            f"{name} holds a page's labels and rights, and no paper", path=name, code="furniture", notes=notes
        )
    for start, end in bodies:
        page.mark("body", start, end, None)
    key = f"wilson-{page.record_id}" if page.record_id else path_slug(name)
    layers = layered([*page.layers, *insertions(text, [*bodies, *originals])], len(text))
    order = sorted(page.lines, key=lambda line: (line.start, -line.end))
    return SourceText(text, name, key, FAMILY, layers, tuple(order))


def _trailer(lines: Sequence[Row]) -> int:
    """Index of the first line of the page's catalogue part, or the number of lines."""
    for index, row in enumerate(lines):
        name = furniture.label(row.text)
        if name in furniture.STRONG:
            return index
        if furniture.RIGHTS.match(row.text):
            return index
        if name and any(
            furniture.label(later.text) or furniture.RIGHTS.match(later.text) for later in lines[index + 1 : index + 4]
        ):
            return index
    return len(lines)


def _read_trailer(page: _Page, lines: Sequence[Row]) -> None:
    """Labels, their values, rights and notices."""
    waiting: tuple[str, Row] | None = None

    def close() -> None:
        if waiting:
            page.mark(f"empty:{waiting[0]}", waiting[1].start, _without_colon(waiting[1]), None)

    for row in lines:
        name = furniture.label(row.text)
        own, value_at = furniture.labelled(row.text)
        if name:
            close()
            waiting = (name, row)
            page.layers.append((row.start, row.end, "boilerplate"))
        elif own:
            close()
            waiting = None
            page.layers.append((row.start, row.start + value_at, "boilerplate"))
            _field(page, own, row.start + value_at, row.end)
        elif furniture.RIGHTS.match(row.text):
            if waiting and waiting[0] != "Rights":
                close()
            waiting = None
            page.mark("rights", row.start, row.end, "boilerplate")
        elif (
            furniture.is_notice(row.text)
            or furniture.is_button(row.text)
            or page_summaries.END_MARK.fullmatch(row.text)
        ):
            page.mark("furniture", row.start, row.end, "boilerplate")
        elif waiting:
            known = waiting[0]
            waiting = None
            _field(page, "Source" if _is_source(page, known, row.text) else known, row.start, row.end)
        else:
            last = page.lines[-1].label if page.lines else ""
            _field(page, last.removeprefix("field:") if last.startswith("field:") else "Source", row.start, row.end)
    close()


def _is_source(page: _Page, label: str, words: str) -> bool:
    """The archive alone, below a source that says where in it the paper lies, is no second copy."""
    if label == "Original Archive" and any(line.label == "source" for line in page.lines):
        return any(char.isdigit() for char in words)
    return label in ("Source", "Document Information", "Original Archive")


def _without_colon(row: Row) -> int:
    return row.start + len(row.text.rstrip(": "))


def _field(page: _Page, name: str, start: int, end: int) -> None:
    page.mark(f"field:{name}", start, end, "catalogue")
    value = page.text[start:end]
    if name == "Source":
        credit = _CREDIT.search(value)
        stop = start + credit.start() if credit and credit.start() > 3 else end
        page.mark("source", start, stop, None)
    elif name == "Record ID" and re.fullmatch(r"\d{3,9}", value):
        page.record_id = page.record_id or value
    elif name == "Language":
        page.mark("language", start, end, None)


def _read_head(page: _Page, lines: Sequence[Row]) -> int:
    """Date, title, citation and what stands before them; gives the index of the paper's first line."""
    zone = min(len(lines), 16)
    index = _skip(page, lines, 0, zone)
    if index < zone and CITATION.match(lines[index].text):
        return _read_citation(page, lines, index, zone)
    if index + 1 < zone and page_titles.is_title(lines[index].text):
        return _read_titled(page, lines, index, zone)
    dated = next((i for i in range(index, min(index + 4, zone)) if PAGE_DATE.fullmatch(lines[i].text)), None)
    if dated is None:
        return _read_citation(page, lines, index, zone)
    for row in lines[index:dated]:  # a line before the date speaks of another paper
        page.mark("related-summary", row.start, row.end, "catalogue")
    page.mark("page-date", lines[dated].start, lines[dated].end, "catalogue")
    index = _skip(page, lines, dated + 1, zone)
    if (printed := front_matter.read(page.text, lines, index, page.mark)) is not None:
        return printed
    if index < len(lines) and not CITATION.match(lines[index].text):
        page.mark("title", lines[index].start, lines[index].end, "catalogue")
        index += 1
    return _read_citation(page, lines, index, zone)


_HEAD_CREDIT: Final = compiled(r"(?:Translated|Obtained|Contributed|Transcribed) (?:by|from)\b.{2,90}")


def _read_titled(page: _Page, lines: Sequence[Row], index: int, zone: int) -> int:
    """A title before the date, or with none: ``Cable, Liu Shaoqi to Luo Guibo`` and, below it, ``May 7, 1950``."""
    page.mark("title", lines[index].start, lines[index].end, "catalogue")
    index = _skip(page, lines, index + 1, zone)
    if index < zone and PAGE_DATE.fullmatch(lines[index].text):
        page.mark("page-date", lines[index].start, lines[index].end, "catalogue")
        index = _skip(page, lines, index + 1, zone)
    if index < zone and _HEAD_CREDIT.fullmatch(lines[index].text):
        page.mark("furniture", lines[index].start, lines[index].end, "boilerplate")
        index += 1
    return _read_citation(page, lines, index, zone)


def _skip(page: _Page, lines: Sequence[Row], index: int, zone: int) -> int:
    while index < zone and furniture.is_button(lines[index].text):
        page.mark("furniture", lines[index].start, lines[index].end, "boilerplate")
        index += 1
    return index


_ALONE = compiled(r"(?i)(?:citation|summary)\s*:?\s*")
"""A label on a line of its own."""


def _read_citation(page: _Page, lines: Sequence[Row], index: int, zone: int) -> int:
    """The old site gives summary and citation sentence before the paper; nothing is taken where neither stands."""
    for at in range(index, zone):
        match = CITATION.match(lines[at].text)
        if not match:
            continue
        row = lines[at]
        for earlier in lines[index:at]:
            if furniture.is_button(earlier.text) or _ALONE.fullmatch(earlier.text):
                page.mark("furniture", earlier.start, earlier.end, "boilerplate")
            elif not any(line.label == "title" for line in page.lines):
                page.mark("title", earlier.start, earlier.end, "catalogue")
            else:
                page.mark("summary", earlier.start, earlier.end, "catalogue")
        page.lines[:] = page_summaries.over_citation(page.text, page.lines, match["title"])
        _cite_citation(page, row.start, match)
        page.layers.append((row.start, row.end, "catalogue"))
        after = _skip(page, lines, at + 1, len(lines))
        if after + 1 < len(lines) and lines[after].text.lower().rstrip(":") == "summary":
            page.mark("furniture", lines[after].start, lines[after].end, "boilerplate")
            page.mark("summary", lines[after + 1].start, lines[after + 1].end, "catalogue")
            after = _skip(page, lines, after + 2, len(lines))
        return after
    return index


def _cite_citation(page: _Page, start: int, match: re.Match[str]) -> None:
    page.mark("citation", start + match.start(), start + match.end(), None)
    known = {line.label for line in page.lines}
    if "title" not in known:
        page.mark("title", start + match.start("title"), start + match.end("title"), None)
    page.mark("citation-title", start + match.start("title"), start + match.end("title"), None)
    if match["date"].strip():
        label = "page-date" if "page-date" not in known else "citation-date"
        page.mark(label, start + match.start("date"), start + match.end("date"), None)
    source = match["source"]
    credit = _CREDIT.search(source)
    words = source[: credit.start()] if credit else source
    words = re.sub(r"\s*http\S+.*$", "", words).rstrip(" .,")
    if words:
        page.mark("source", start + match.start("source"), start + match.start("source") + len(words), None)


def _without_furniture(page: _Page, lines: Sequence[Row]) -> list[Row]:
    kept: list[Row] = []
    for index, row in enumerate(lines):
        edge = index < 4 or index >= len(lines) - 6
        if furniture.RIGHTS.match(row.text):
            page.mark("rights", row.start, row.end, "boilerplate")
        elif furniture.is_notice(row.text) or (edge and furniture.is_button(row.text)):
            page.mark("furniture", row.start, row.end, "boilerplate")
        else:
            kept.append(row)
    return kept


def _take_foot(page: _Page, lines: list[Row]) -> list[Row]:
    """Where a page is cut above its labels: references and credits on the last lines of what is left."""
    last, found = feet.read(page.text, lines)
    for line, row in found:
        page.lines.append(line)
        page.layers.append((row.start, row.end, "editorial" if line.label == "note" else "catalogue"))
    return lines[:last]


def _take_summary(page: _Page, lines: list[Row]) -> list[Row]:
    """The last paragraph, when it speaks *about* the paper: after an end mark, or as a cataloguer does."""
    known = any(line.label in ("summary", "field:Summary") for line in page.lines)
    if known or len(lines) < 2 or not any(line.label == "title" for line in page.lines):
        return lines
    row, before = lines[-1], lines[-2]
    title = next((page.text[line.start : line.end] for line in page.lines if line.label == "title"), "")
    if not page_summaries.speaks_about(row.text, before.text, title, lines=len(lines)):
        return lines
    page.mark("summary", row.start, row.end, "catalogue")
    return lines[:-1]


_ROMAN: Final = frozenset("IVX")
"""Letters that a day has in either script: ``14.XI.51``."""


def _split_bilingual(lines: list[Row]) -> tuple[list[tuple[int, int]], list[Row]]:
    """An original in another script before the English text: its stretches, and the lines that are left."""
    foreign: list[bool] = []
    for row in lines:  # "№ 4/2077" below a foreign signature is of that text
        numeral = (
            not page_summaries.END_MARK.fullmatch(row.text) and {char for char in row.text if char.isalpha()} <= _ROMAN
        )
        foreign.append(_foreign(row.text) or (numeral and bool(foreign) and foreign[-1]))
    if not any(foreign) or all(foreign):
        return [], lines
    originals: list[tuple[int, int]] = []
    kept: list[Row] = []
    for row, is_foreign in zip(lines, foreign, strict=True):
        if not is_foreign:
            kept.append(row)
        elif (originals and not kept) or (originals and kept and kept[-1].start < originals[-1][0]):
            originals[-1] = (originals[-1][0], row.end)
        else:
            originals.append((row.start, row.end))
    return originals, kept


def _foreign(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return bool(letters) and sum(char > "ʯ" and not "Ḁ" <= char <= "ỿ" for char in letters) * 2 > len(letters)


def _bodies(page: _Page, lines: Sequence[Row]) -> list[tuple[int, int]]:
    """Stretches of the paper's own text; footnotes and translators' remarks at its end are the editors'."""
    last = len(lines)
    while last > 1 and page_summaries.END_MARK.fullmatch(lines[last - 1].text):
        last -= 1
    marks, stop = lines[last:], last
    last = footnotes.begin(lines[:last])
    for row in lines[last:stop]:
        page.mark("note", row.start, row.end, "editorial")
    lines = [*lines[:last], *marks]
    for row in lines:
        if footnotes.REMARK.fullmatch(row.text):
            page.layers.append((row.start, row.end, "editorial"))
    found: list[tuple[int, int]] = []
    others = sorted(
        (line.start, line.end) for line in page.lines if line.label in ("original", "furniture", "note", "source")
    )
    for row in lines:
        between = found and any(found[-1][1] <= start < row.start for start, _ in others)
        if found and not between:
            found[-1] = (found[-1][0], row.end)
        else:
            found.append((row.start, row.end))
    if all(page_summaries.END_MARK.fullmatch(row.text) for row in lines):
        return []
    return found
