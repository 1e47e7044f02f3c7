"""Copies and record sets from archival references: ``APRF, f. 45, op. 1, d. 342, l. 78`` is a leaf in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cablegraph import file_numbers
from cablegraph.evidence import Passage, Rule
from cablegraph.extraction.notations import Level, Shelfmark
from cablegraph.extraction.references import find
from cablegraph.iri import slug
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

__all__ = ["Level", "References", "Shelfmark", "extract", "find"]


class References(NamedTuple):
    """What the archival statements of a document give: parts of its record, and fields of its own."""

    copies: tuple[Record, ...]
    record_sets: tuple[Record, ...]
    gaps: tuple[Record, ...]
    fields: dict[str, tuple[Passage, ...]]


COPY: Final = Rule("shelfmarks.reference", certainty="0.99")
WHOLE: Final = Rule("shelfmarks.whole", certainty="0.9")
NOT_GIVEN: Final = Rule("shelfmarks.not-given", certainty="0.99")
PRINTED: Final = Rule("shelfmarks.printed-source", certainty="0.95")
FILE_NUMBER: Final = Rule("shelfmarks.file-number", certainty="0.99")


def extract(
    source: SourceText, document: str, stretches: Iterable[tuple[int, int]], *, repository: str = ""
) -> References:
    """Copies, record sets and gaps of these statements (one stretch each), and ``file_number`` and ``bibliographic``.

    ``repository`` is the archive of statements that name none. The same reference read twice is one copy.
    """
    copies: dict[str, Record] = {}
    sets: dict[str, Record] = {}
    gaps: dict[int, Record] = {}
    fields: dict[str, list[Passage]] = {}
    for start, end in stretches:
        numbers = _file_numbers(source, start, end)
        if numbers is not None:
            fields.setdefault("file_number", []).extend(numbers)
            continue
        for mark in find(source.text, start, end, repository=repository):
            if mark.printed:
                fields.setdefault("bibliographic", []).append(source.cite((mark.start, mark.end), PRINTED))
                continue
            if mark.file_number:
                fields.setdefault("file_number", []).append(source.cite(mark.file_number, FILE_NUMBER))
            if mark.gap:
                gaps.setdefault(mark.gap[0], _gap(source, document, mark.gap))
            for record in _sets(source, document, mark):
                sets.setdefault(record.text_of("key"), record)
            copies.setdefault(mark.identifier, _copy(source, document, mark))
    return References(
        tuple(copies.values()),
        tuple(sets.values()),
        tuple(gaps.values()),
        {name: tuple(passages) for name, passages in fields.items() if passages},
    )


def _words(mark: Shelfmark, end: int = 0) -> tuple[tuple[int, int], ...]:
    """The words of a reference up to ``end``, with the name of the archive where that stands elsewhere."""
    own = (mark.start, end or mark.end)
    if mark.repository_span and not own[0] <= mark.repository_span[0] < own[1]:
        return (mark.repository_span, own)
    return (own,)


def _certainty(mark: Shelfmark) -> str | None:
    """How sure a reference is that takes its archive from the one before it; None for one that names its own."""
    if mark.repository_span is None or mark.repository_span[0] >= mark.start:
        return None
    return "0.75" if mark.doubtful else "0.95"


def _copy(source: SourceText, document: str, mark: Shelfmark) -> Record:
    rule = COPY if mark.levels or mark.leaves else WHOLE
    words, sure = _words(mark), _certainty(mark)
    fields = {
        "start": source.cite(words, rule, str(mark.start)),
        "identifier": source.cite(words, rule, mark.identifier, certainty=sure),
    }
    if mark.repository and mark.repository_span:
        for name in ("holder", "repository"):
            named = " ".join(mark.repository.split())
            fields[name] = source.cite(mark.repository_span, rule, named, certainty=sure, entity="body")
    for level in mark.levels:
        if level.kind in ("fonds", "series", "file", "papka"):
            end = max(level.end, mark.start + 1)
            fields[level.kind] = source.cite(_words(mark, end), rule, level.value)
    if mark.leaves_span:
        fields["leaves"] = source.cite(mark.leaves_span, rule, mark.leaves)
    if mark.file_number:
        fields["file_number"] = source.cite(mark.file_number, FILE_NUMBER)
    if mark.levels and mark.repository:
        end = max(level.end for level in mark.levels) or mark.end
        fields["set"] = source.cite(_words(mark, end), rule, _path(mark, len(mark.levels)), certainty=sure)
    return Record(document, source, {name: (passage,) for name, passage in fields.items()})


def _path(mark: Shelfmark, depth: int) -> str:
    return "-".join([slug(mark.repository), *(level.key for level in mark.levels[:depth])])


def _sets(source: SourceText, document: str, mark: Shelfmark) -> Iterator[Record]:
    """The record sets from the fonds down to the file, each with its parent."""
    if not mark.repository:
        return
    sure = _certainty(mark)
    for depth, level in enumerate(mark.levels, 1):
        end = max(mark.start + 1, *(other.end for other in mark.levels[:depth])) if level.end else mark.end
        words = _words(mark, end)
        label = ", ".join([mark.repository, *(other.label for other in mark.levels[:depth])])
        fields = {
            "start": source.cite(words, COPY, str(mark.start)),
            "key": source.cite(words, COPY, _path(mark, depth), certainty=sure),
            "label": source.cite(words, COPY, label, certainty=sure),
            "type": source.cite(words, COPY, level.type),
        }
        if depth > 1:
            fields["parent"] = source.cite(words, COPY, _path(mark, depth - 1), certainty=sure)
        if mark.repository_span:
            fields["holder"] = source.cite(mark.repository_span, COPY, mark.repository, certainty=sure, entity="body")
        yield Record(document, source, {name: (passage,) for name, passage in fields.items()})


def _gap(source: SourceText, document: str, words: tuple[int, int]) -> Record:
    fields = {
        "start": source.cite(words, NOT_GIVEN, str(words[0])),
        "reason": source.cite(words, NOT_GIVEN, "not-given"),
        "property": source.cite(words, NOT_GIVEN, "rico:isOrWasIncludedIn"),
    }
    return Record(document, source, {name: (passage,) for name, passage in fields.items()})


_INLINE = compiled(
    r"\s*File\s+(?:Nos?\.?\s*)?(?P<file>[^:\[\]\n]+?)"
    r"(?:\s?:\s?(?:Circular )?(?:[Tt]elegram|Airgram|Despatch|Instruction|Circular|Letter|Memorandum)\b.*)?\s*\.?\s*"
)
_MEDIUM = compiled(
    r"\s*\[(?:Telegram|Extract|Paraphrase|Circular|Translation|Untitled|Telegraphic|Enclosure|Inclosure)[^\]:]*\]\s*|\s*(?:Telegram|Airgram|Extract)\s*"
)


def _file_numbers(source: SourceText, start: int, end: int) -> list[Passage] | None:
    """File numbers of a FRUS note (``File No. 861.51/131``, ``765.84/4601: Telegram``); None for another statement."""
    if _MEDIUM.fullmatch(source.text, start, end):
        return []
    if numbers := file_numbers.stated(source.text, start, end):
        return [source.cite(span, FILE_NUMBER) for span in numbers]
    match = _INLINE.fullmatch(source.text, start, end)
    return None if match is None else [source.cite(match.span("file"), FILE_NUMBER)]
