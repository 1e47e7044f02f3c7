"""What is missing: ``[....]``, ``[illegible]``, ``[2 lines not declassified]``, a label with nothing after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cablegraph.evidence import Rule
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

MARK = Rule("gaps.mark", version="1", certainty="0.98")
EMPTY = Rule("gaps.empty-label", version="1", certainty="0.97")

# "ante, page 246", "see vol. iii, p. 12": where the words stand that an editor does not give again.
_ELSEWHERE = (
    r"\b(?:ante|supra|infra|see)\b|\b(?:post|below|above),|"
    r"\b(?:pages?|pp?\.|vol(?:ume|\.)|documents?(?: nos?\.)?)\s?[\divxlc]+\b"
)
_IN_BRACKETS: tuple[tuple[str, str], ...] = (
    ("editorial-ellipsis", r"(?:\.\s?){2,}|…+|\*(?:\s?\*)+|-{3,}"),
    ("given-elsewhere", r"(?![^\]]*\b(?:not printed|omitted|illegible|unreadable|missing|declassified|withheld)\b)"
     r"(?:Here (?:follow|follows|is|are|was|were)|(?:For )?(?:the )?(?:full |complete )?(?:text|substance)s?)\b"
     rf"[^\]]*(?:{_ELSEWHERE})[^\]]*"),
    ("withheld", r"[^\]]*\b(?:not declassified|declassified in part|withheld|redacted|sanitized|excised|"
     r"classified (?:passage|material)|deleted|deletion|blacked[ -]out|изъято|засекречено)\b[^\]]*"),
    ("illegible", r"[^\]]*\b(?:illegible|unreadable|indecipherable|garbled|garble|garbled groups?|"
    r"corrupt(?:ed)? (?:group|passage|text)|"
     r"undecipherable|undeciphered|unclear|indistinct|inaudible|неразборчиво|нрзб)\b\.?[^\]]*|\?{1,3}"),
    ("editorial-ellipsis", r"[^\]]{0,60}\b(?:omission|omitted|omissions|lacuna|words? missing|passage missing|"
    r"lines? missing|"
     r"pages? missing|missing (?:words?|text|pages?|lines?|passage)|blank in (?:the )?original|пропуск|"
     r"опущено)\b[^\]]{0,60}|"
     r"Here (?:follow|follows|is|are|was|were)\b[^\]]*"),
    ("editorial-ellipsis", r"(?:text|remainder|rest)\b[^\]]{0,80}\b(?:not (?:printed|included|reproduced|"
    r"translated)|omitted)\b[^\]]*"),
)  # fmt: skip
_BRACKET = compiled(r"\[(?P<inside>[^\[\]\n]{1,240})\]|<(?<!\S<)(?P<angle>…|\.{3,})>(?!\S)")
_INSIDE = tuple((reason, compiled(pattern, re.IGNORECASE)) for reason, pattern in _IN_BRACKETS)
# A row of stars or dots with a line to itself is how printed editions mark omitted paragraphs.
_OWN_LINE = compiled(r"(?m)^[ \t]*(?:(?:\*[ \t]*){3,7}|(?:\.[ \t]*){4,}|…(?:[ \t]*…)*)$")
_BEHIND_SIR = compiled(r"(?m)(?<=^SIR:)[ \t]*(?:\*[ \t]*){3,7}$|(?<=^Sir:)[ \t]*(?:\*[ \t]*){3,7}$")
"""``SIR: * * * * * * *``"""
# Dots inside running text: FRUS sets an omission as three or more, after and before a space.
_DOTS = compiled(r"(?<=[\w,;:\"”’)])[ \u00a0](?:\.[ \u00a0]?){2,}\.(?=[\s\"”’\]]|$)|(?<=\s)…(?=\s)")

PROVENANCE: dict[str, str] = {
    "original archive": "rico:isOrWasIncludedIn",
    "archive": "rico:isOrWasIncludedIn",
    "archive reference": "rico:isOrWasIncludedIn",
    "archival reference": "rico:isOrWasIncludedIn",
    "source": "rico:isOrWasIncludedIn",
    "repository": "rico:isOrWasIncludedIn",
    "fond": "rico:isOrWasIncludedIn",
    "collection": "rico:isOrWasIncludedIn",
    "shelfmark": "rico:isOrWasIncludedIn",
    "архив": "rico:isOrWasIncludedIn",
    "источник": "rico:isOrWasIncludedIn",
}
"""Labels whose emptiness is a gap, with the property it leaves empty; the narrowest first where a page has several."""


def extract(
    source: SourceText, document: str, stretches: Sequence[tuple[int, int]], *, has_archive_reference: bool = False
) -> tuple[Record, ...]:
    """Parts ``gaps`` (fields ``start``, ``reason``, ``property``): marks inside ``stretches``, and an empty provenance
    label of the page when nothing else on it names an archive."""
    missing = (mark for start, end in stretches for mark in marks(source.text, start, end))
    found = [_gap(source, document, span, reason, MARK) for *span, reason in missing]
    if not has_archive_reference:
        found.extend(_provenance(source, document))
    return tuple({part.text_of("start"): part for part in sorted(found, key=_start)}.values())


def empty_labels(source: SourceText) -> tuple[str, ...]:
    """Warnings for the other labels of a page with nothing after them: what they leave open is not said anywhere."""
    return tuple(
        f'the label "{label}" has nothing after it'
        for label, _, _ in _without_value(source)
        if label.lower() not in PROVENANCE
    )


def marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Marks of what is missing in ``text[start:end]``, with the reason each gives: ``[illegible]``."""
    first = min((place for mark in "[<" if (place := text.find(mark, start, end)) >= 0), default=end)
    for match in _BRACKET.finditer(text, first, end):
        inside = match["inside"]
        if inside is None:
            yield *match.span(), "editorial-ellipsis"
            continue
        for reason, pattern in _INSIDE:
            if pattern.fullmatch(inside.strip()):
                yield *match.span(), reason
                break
    dotted = "…" in text or text.find(" .", start, end) >= 0 or text.find("\u00a0.", start, end) >= 0
    starred = text.find(": *", start, end) >= 0
    for pattern in (_OWN_LINE, *((_DOTS,) if dotted else ()), *((_BEHIND_SIR,) if starred else ())):
        for match in pattern.finditer(text, start, end):
            words = match[0]
            begin = match.start() + len(words) - len(words.lstrip())
            yield begin, match.end() - (len(words) - len(words.rstrip())), "editorial-ellipsis"


def _gap(
    source: SourceText, document: str, span: Sequence[int], reason: str, rule: Rule, empty_property: str = ""
) -> Record:
    cited = (span[0], span[1])
    fields = {
        "start": (source.cite(cited, rule, str(cited[0])),),
        "reason": (source.cite(cited, rule, reason),),
    }
    if empty_property:
        fields["property"] = (source.cite(cited, rule, empty_property),)
    return Record(document, source, fields)


def _provenance(source: SourceText, document: str) -> Iterator[Record]:
    """The narrowest empty label of each property: "Original Archive" stands under "Source" and is the empty one."""
    empty = {label.lower(): (start, end) for label, start, end in _without_value(source)}
    told: set[str] = set()
    for label, named in PROVENANCE.items():
        if label in empty and named not in told:
            told.add(named)
            yield _gap(source, document, empty[label], "empty-field", EMPTY, named)


def _without_value(source: SourceText) -> Iterator[tuple[str, int, int]]:
    for line in source.lines:
        if line.label.startswith("empty:"):
            yield line.label.removeprefix("empty:").strip(" :"), line.start, line.end


def _start(part: Record) -> int:
    return int(part.text_of("start"))
