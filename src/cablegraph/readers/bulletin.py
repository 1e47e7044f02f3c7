"""Many papers in one file, as bulletins print them: ``Document 18: …``, ``84. 3 July 1951, …``, ``[Source: APRF, …]``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.errors import ReadError
from cablegraph.iri import path_slug
from cablegraph.patterns import compiled
from cablegraph.readers import bulletin_heads as heads
from cablegraph.readers import footnotes
from cablegraph.readers.sheet import Row, Sheet
from cablegraph.record import Line, SourceText

FAMILY: Final = "bulletin"
LOOKED_AT: Final = 400_000
"""Characters in which heads are looked for."""

_SOURCE = compiled(r"\[\s*(?:Source|SOURCE|Sources)\s*:\s*(?P<words>[^\]]*?)\s*\]?\s*\.?$", re.DOTALL)
_CREDIT = compiled(
    r"[;.]?\s*(?:Translated|Translation|Obtained|Provided|Document (?:obtained|provided)|trans\.)\b.*$",
    re.DOTALL | re.IGNORECASE,
)
_GAP = compiled(r"\S( {2,})(?=\S)")


def sniff(text: str, name: str) -> bool:
    """Whether a text holds several papers, by their heads; one paper with such a head and a source is read so too."""
    return bool(heads.find(text[:LOOKED_AT].split("\n")))


def sniff_surely(text: str) -> bool:
    """Whether a text holds several papers beyond doubt, whatever one of them alone looks like."""
    return heads.are_sure(text[:LOOKED_AT].split("\n"))


def read(text: str, name: str) -> Iterator[SourceText]:
    """Each paper of a file as a text of its own: head, what it says, where it lies. Raises ReadError for none."""
    lines = _columns(text.split("\n"))
    found = heads.find(lines)
    if not found:
        notes = ("left out", "papers of a bulletin begin with “Document 1: …” or “1. 3 July 1951, …”")
        raise ReadError(f"{name} has no heads of papers", path=name, code="listing", notes=notes)
    width = sorted(len(line) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    seen: Counter[str] = Counter()
    for head, end in zip(found, [*(head.line for head in found[1:]), len(lines)], strict=True):
        number = head.number or str(head.line)
        seen[number] += 1
        key = f"{path_slug(name)}-{number.lower()}" + (f"-{seen[number]}" if seen[number] > 1 else "")
        yield _paper([line.strip() for line in lines[head.line : end]], head.title, name, key, width)


def _columns(lines: Sequence[str]) -> list[str]:
    """Two columns printed side by side, put one under the other."""
    filled = [line for line in lines if line.strip()]
    starts = Counter(match.end() for line in filled for match in _GAP.finditer(line))
    if not starts:
        return list(lines)
    column, count = starts.most_common(1)[0]
    if count * 2 < len(filled) or count < 3 or column < 20:
        return list(lines)
    left: list[str] = []
    right: list[str] = []
    done: list[str] = []
    for line in lines:
        if len(line) > column and line[column - 2 : column] == "  " and line[:column].strip():
            left.append(line[:column].rstrip())
            right.append(line[column:].rstrip())
            continue
        if left and line.strip():
            done += [*left, *right]
            left, right = [], []
        done.append(line)
    return [*done, *left, *right]


def _paper(lines: Sequence[str], words: str, name: str, key: str, width: int) -> SourceText:
    sheet = Sheet()
    rest = list(lines[1:])
    lead = lines[0][: len(lines[0]) - len(words)] if words else lines[0]
    apart = bool(rest) and not rest[0]
    while rest and not rest[0]:
        rest.pop(0)
    if not words and rest:
        sheet.add(lead, "furniture", "boilerplate")
        words, lead = rest.pop(0), ""
    below = rest[0] if rest and not apart else ""
    full = len(words) > 0.7 * width and not re.search(r"(?:(?<![\s.][A-Z])\.|[:)\d])$", words)
    if below and len(below) < width and (full or _CONTINUES.match(below) or _BREAKS_DAY.search(f"{words}\n{below}")):
        words = _joined(words, rest.pop(0))
    head = sheet.add(lead + words, "", "catalogue")
    sheet.lines.append(Line("title", head.start + len(lead), head.end))
    _body(sheet, rest, width)
    return sheet.source(name, key, FAMILY)


_CONTINUES = compiled(
    rf"(?:\((?:via|through|for|excerpts?|extracts?|with|to)\b|via\b|for\b|to\b|and\b).*\b(?:{heads.MONTH}|1[89]\d\d)\b"
)
"""``(via Kovalev), 18 June 1949`` below a head: the rest of it."""
_BREAKS_DAY = compiled(
    rf"(?:\b\d{{1,2}}\n(?={heads.MONTH},? 1[89]\d\d)|\b{heads.MONTH}\n(?=\d{{1,2}}, 1[89]\d\d|1[89]\d\d\b)|\b{heads.MONTH} \d{{1,2}},\n(?=1[89]\d\d\b))"
)
"""``…, for Zhou Enlai, 11`` and below it ``November 1949``"""
_OF_THE_PAPER = compiled(
    r"\[(?:(?:The )?(?:original|letter|text|copy|document|telegram|paper|note)\b(?: (?:is|was|bears|has))?|original in|handwritten|typewritten|typed|carbon copy|manuscript|stamped?|undated)\b[^\[\]]{0,300}\]",
    re.IGNORECASE,
)
"""``[Original in Spanish. The letter bears a stamp …]``: what the editors say of the sheet, not of what it tells."""


_FOOT = compiled(r"\d{1,2}\.? [A-Z“\"].{12,}")
"""``1 In Chen Yi's own report …`` below a paper's source: a note of the page, whichever paper has its mark."""
_RUNNING = compiled(r"\d{1,4}|(?:\d{1,4}\s+)?(?i:cold war international history project)\b.{0,30}")
"""The page's number, and what stands at the head of each."""


def _body(sheet: Sheet, lines: Sequence[str], width: int) -> None:
    """Paragraphs with their line breaks undone; a bracket at the head is the editors' summary, one at the end the source."""
    first: int | None = None
    last = 0
    cited = False
    paragraphs = list(_paragraphs(lines, width))
    noted = _noted(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        source = _SOURCE.match(paragraph)
        if source and "Source" in paragraph[:12]:
            _source(sheet, paragraph, source)
            cited = True
        elif index == 0 and _OF_THE_PAPER.fullmatch(paragraph):
            sheet.add(paragraph, "note", "editorial")
        elif index == 0 and re.fullmatch(r"\[[^\[\]]{15,}\]", paragraph):
            sheet.add(paragraph, "summary", "catalogue")
        elif index in noted or (cited and (footnotes.is_note(paragraph, lines) or _FOOT.match(paragraph))):
            sheet.add(paragraph, "note", "editorial")
        elif cited and _RUNNING.fullmatch(paragraph):
            sheet.add(paragraph, "furniture", "boilerplate")
        else:
            line = sheet.add(paragraph)
            first = line.start if first is None else first
            last = line.end
    if first is not None:
        sheet.lines.append(Line("body", first, last))


def _noted(paragraphs: Sequence[str]) -> range:
    """Footnotes between a paper's last line and its source: ``1. Kadar wrote 15 by mistake.``"""
    cited = next((index for index, one in enumerate(paragraphs) if "Source" in one[:12] and _SOURCE.match(one)), 0)
    return range(footnotes.begin([Row(0, 0, one) for one in paragraphs[:cited]]), cited)


def _source(sheet: Sheet, paragraph: str, match: re.Match[str]) -> None:
    line = sheet.add(paragraph, "", "catalogue")
    words = _CREDIT.sub("", match["words"]).rstrip(" .")
    if words:
        start = line.start + match.start("words")
        sheet.lines.append(Line("field:Source", start, start + len(words)))
        sheet.lines.append(Line("source", start, start + len(words)))


_CITED = compiled(r"\[(?:Source|SOURCE|Sources)\s*:[^\[\]]+\]\.?")
"""A source in its bracket, however long its line: the text begins below it."""


def _paragraphs(lines: Sequence[str], width: int) -> Iterator[str]:
    paragraph, before = "", ""
    for line in lines:
        goes_on = (paragraph.startswith("[") and "]" not in paragraph) or (
            _goes_on(before, width) and not _signs(before, line, width)
        )
        goes_on = goes_on and not _CITED.fullmatch(paragraph)
        if not line or (paragraph and (line.startswith("[Source") or not goes_on)):
            if paragraph:
                yield paragraph
            paragraph = line
        else:
            paragraph = _joined(paragraph, line) if paragraph else line
        before = line
    if paragraph:
        yield paragraph


def _goes_on(line: str, width: int) -> bool:
    """A full line goes on in the next, and so does one that breaks a word."""
    return line.endswith("-") or (
        len(line) >= 0.75 * width and not (len(line) < 0.85 * width and re.search(r"[.!?”\"]$", line))
    )


def _signs(before: str, line: str, width: int) -> bool:
    """``Werner, Trade Counsellor`` below a sentence that fills its line: a short line that ends no sentence."""
    ended = re.search(r"[.!?]$", before) is not None
    return ended and line[:1].isupper() and len(line) < 0.5 * width and not re.search(r"[.!?:;,”\"\])-]$", line)


def _joined(first: str, second: str) -> str:
    if first.endswith("-") and second[:1].islower():
        return first[:-1] + second
    return f"{first} {second}"
