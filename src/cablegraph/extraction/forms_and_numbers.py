"""The form, the numbers and the grades of a message, from title, heading and closing together: ``TELEGRAM 076.208``."""

from __future__ import annotations

from collections.abc import Iterator

from cablegraph.evidence import Passage
from cablegraph.extraction import letter_forms, messages, number_rows, numbers, wires
from cablegraph.extraction.grades import Grade, grades
from cablegraph.extraction.messages import Message
from cablegraph.extraction.rows import Row
from cablegraph.extraction.rules import rule
from cablegraph.patterns import compiled
from cablegraph.record import Line, SourceText
from cablegraph.sought import sought


def forms_and_numbers(message: Message, fields: dict[str, list[Passage]]) -> None:
    """Put down form, numbers and grades; where title and heading give different numbers, a warning."""
    source, family = message.source, message.family
    found = messages.form_of(message)
    if family == "frus" and not found:
        found = _frus_form(message)
    fields["form"] = [source.cite((start, end), rule(family, "form"), slug) for slug, start, end in found]
    last = len(message.rows) - message.closing.rows
    for name, passages in numbers.extract(
        source,
        title=(message.title_line.start, message.title_line.end) if message.title_line and family != "frus" else None,
        header=[(row.start, row.end) for row in message.rows[: message.heading.rows]],
        closing=[(row.start, row.end) for row in message.rows[max(last, message.heading.rows) :]],
        text=message.text(),
        notes=[(row.start, row.end) for row in _offices_rows(message)] if family != "frus" else (),
        own_below=bool(found) and all(slug in _OWN_BELOW for slug, _, _ in found),
    ).items():
        fields[name] = list(passages)
    if family == "frus" and [slug for slug, _, _ in found] == ["minutes"]:
        fields.pop("number", None)  # "64. The minutes of the eighth meeting were approved." counts what was talked of
    card = next(source.labelled("card.number"), None)
    if "number" not in fields and card and "/enclosed/" not in message.id:
        fields["number"] = [source.cite((card.start, card.end), rule(family, "number"))]
    if "number" not in fields and message.title.number and (family == "frus" or message.title.bare_number):
        by = rule(family, "number")
        fields["number"] = [source.cite(message.title.number_span, by, message.title.number)]
    printed = "第" in _words(source, message) or wires.is_wire(message.rows)
    printed = printed and message.heading.number.isdecimal()
    if "number" not in fields and (printed or _FORM_AND_NUMBER.fullmatch(_words(source, message))):
        by = rule(family, "number")
        fields["number"] = [source.cite(message.heading.number_span, by, message.heading.number)]
    _second_number(message, fields)
    values = {passage.text for passage in fields.get("number", ())}
    if len(values) > 1:
        message.warnings.append(f"title and heading give different numbers: {', '.join(sorted(values))}")
    for grade in (*message.heading.grades, *_noted_grades(message)):
        passage = source.cite((grade.start, grade.end), rule(family, "grade"), grade.slug)
        known = fields.setdefault(grade.field, [])
        if not any(old.text == grade.slug for old in known):
            known.append(passage)


_OWN_BELOW = frozenset(("letter", "memorandum", "petition"))
"""Forms whose own number stands below the signature: ``3 March 1978 / No. 0418/gs``."""
_EDGE = 12
"""Lines of a text at either end among which an office's number may stand."""


def _offices_rows(message: Message) -> list[Row]:
    """Stamps among the text, and lines at either end of it that are an office's number."""
    stamped = list(message.stamps())
    text = message.text_rows()
    edges = [*text[:_EDGE], *text[max(_EDGE, len(text) - _EDGE) :]]
    return stamped + [row for row in edges if number_rows.read(message.source.text, row.start, row.end)]


def _second_number(message: Message, fields: dict[str, list[Passage]]) -> None:
    """Where title and heading agree on the number, a bare ``No. 1204`` in the heading is the office's that sent it."""
    found, line = fields.get("number", []), message.title_line
    if not line or len(found) < 3 or message.family == "frus":
        return
    in_title = {one.text for one in found if line.start <= one.spans[0].start < line.end}
    agreed = {one.text for one in found if one.text in in_title and one.spans[0].start >= line.end}
    others = [one for one in found if one.text not in in_title]
    if agreed and all(message.source.text[one.spans[0].start].upper() in "N№#" for one in others):
        by = rule(message.family, "outgoing-number")
        fields["number"] = [one for one in found if one.text in in_title]
        fields.setdefault("outgoing_number", []).extend(message.source.cite(one.spans, by, one.text) for one in others)


def _words(source: SourceText, message: Message) -> str:
    start, end = message.heading.number_span
    return source.text[start:end]


_FORM_AND_NUMBER = compiled(r"(?i)(?:tele?gram|cable|radiogram|ciphergram|cryptogram)s? \d{2,3}[./]\d{3}")
"""``TELEGRAM 076.208``"""
_MEDIA = sought(
    r"(?i)(?P<telegram>telegram|paraphrase|cablegram|radiogram)|(?P<circular>circular(?! telegram))"
    r"|(?P<note>note verbale)"
    r"|(?P<memorandum>aide[- ]m[ée]moire|memorandum|pro memoria)"
)


def _frus_form(message: Message) -> list[tuple[str, int, int]]:
    """The medium that the edition notes; else what a numbered or saluted letter between these parties is."""
    if message.quoted and (own := letter_forms.letter_form(message)) and own[0][0] == "note":
        return own  # a foreign minister's note in a telegram
    for line in _notes(message):
        match = _MEDIA.search(message.source.text, line.start, line.end)
        if match and match.lastgroup:
            return [(match.lastgroup, match.start(), match.end())]
    return letter_forms.letter_form(message) or _by_the_hour(message)


def _notes(message: Message) -> Iterator[Line]:
    """The edition's notes at the head of a message; ``[Telegram.]`` in the text is over one that the paper quotes."""
    head = message.title_line
    first = next(iter(message.text_rows()), None)
    begins = message.rows[0].start if message.rows else 0
    for line in message.source.labelled("note.source"):
        if first is not None and line.start >= first.end:
            return
        if head is None:
            between = message.source.text.count("\n", line.end, begins)
            near = message.quoted or "/enclosed/" not in message.id or between < _NEAR
        else:
            near = abs(line.start - head.end) < 300 and (not message.rows or line.start < message.rows[-1].end)
        if near:
            yield line


_NEAR = 3
"""So many lines stand at most between a note and the enclosure without a title that it is over."""


def _noted_grades(message: Message) -> Iterator[Grade]:
    """``[Telegram.—Confidential.]`` over a despatch of the series."""
    for line in _notes(message) if message.family == "frus" else ():
        if message.source.text[line.start] in "[(":
            yield from grades(message.source.text, line.start, line.end)


_HOUR = compiled(r"\b(?:\d{1,2}(?:[:.]\d{2})? ?[ap]\. ?m\b|noon\b|midnight\b)")
_TEXT_NUMBER = compiled(r"\[?\d{1,5}[a-z]?\.?\]?\.? \S")


def _by_the_hour(message: Message) -> list[tuple[str, int, int]]:
    """``Washington, January 24, 1919, 4 p.m.`` over ``390. …``: the series prints so what was wired."""
    first = next(iter(message.text_rows()), None)
    if first is None or not _TEXT_NUMBER.match(first.text):
        return []
    for row in message.rows[: message.heading.rows]:
        dated = any(row.start <= start < row.end for _, start, _, _ in message.heading.dates)
        if dated and (hour := _HOUR.search(row.text)):
            return [("telegram", row.start + hour.start(), row.start + hour.end())]
    return []
