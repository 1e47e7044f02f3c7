"""What the text of a message says, once its parties and date are known: topics, mentions, citations, claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from cablegraph.evidence import Passage
from cablegraph.extraction import (
    capitals,
    citations,
    claims,
    gaps,
    handling,
    mentions,
    points,
    positions,
    promises,
    shelfmarks,
    sums,
    topics,
)
from cablegraph.extraction.lexicon import OFFICE
from cablegraph.extraction.messages import Message
from cablegraph.extraction.name_runs import FORM
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

Stretch = tuple[int, int]
LIMIT = 400_000
"""Characters of a text that are searched for topics, mentions, citations and claims."""


def read(
    message: Message,
    record: Record,
    inner: Sequence[Stretch],
    *,
    outer: bool,
    repository: str,
    carried: Record | None = None,
) -> Record:
    """The record with what its text says.

    ``inner`` are the messages quoted in it, whose words are theirs; ``carried`` is one that it passes on to its end.
    """
    source, document = message.source, record.id
    text = _read_part(message, outside(message.text(), inner))
    if outer:
        record = _provenance(message, record, repository)
    summary = _labelled(message, "summary") if outer else []
    whole = _read_part(message, outside(message.whole(), inner))
    marks = gaps.extract(
        source, document, [*whole, *summary], has_archive_reference="copies" in record.parts or not outer
    )
    own = Overlaps(whole)
    loud = text if capitals.in_capitals(source.text, text) else capitals.lines(source.text, text)
    spoken = capitals.plain(source, loud) if loud else capitals.names_alone(source, text)
    record = _named(message, record, text, spoken, summary)
    promised = promises.extract(source, record, text, carried=carried)
    places = (promise.fields["start"][0].spans[0] for promise in promised)
    announced = sorted((span.start, span.end) for span in places)
    record = record.with_parts(
        gaps=[*record.parts.get("gaps", ()), *(gap for gap in marks if outer or own.hold(int(gap.text_of("start"))))],
        points=points.extract(source, document, text),
        citations=[
            cited
            for cited in citations.extract(
                source,
                record,
                whole,
                catalogue=summary,
                notes=_labelled(message, "note") if outer else [],
                around=message.context,
                carried=carried,
            )
            if not _is_promised(cited, announced) and not _is_given(cited, inner)
        ],
        promises=promised,
    )
    theirs = promises.extract(source, record, inner) if inner else ()
    promising = [*promises.sentences(promised), *promises.sentences(theirs)]
    title = [(message.title_line.start, message.title_line.end)] if outer and message.title_line else []
    said = [*title, *_read_part(message, message.text()), *summary]  # messages in it and what they are about included
    record = record.with_fields(topics=topics.extract(source, said, leave_out=promising))
    message.warnings.extend(sums.check(source, text))
    stated = claims.extract(spoken, record, text)
    return record.with_parts(
        claims=[replace(claim, source=source) for claim in stated] if spoken is not source else stated
    )


_PARTIES = ("sender", "author", "addressee", "receiver", "relay", "copied_to", "participant")


def _named(
    message: Message, record: Record, text: Sequence[Stretch], source: SourceText, summary: Sequence[Stretch] = ()
) -> Record:
    """Who and what the text names, and the offices beside the names. A title and a summary give places alone."""
    parties = [
        passage.text
        for part in (record, *record.parts.get("enclosed", ()))
        for name in _PARTIES
        for passage in part.fields.get(name, ())
        if passage.entity == "person"
    ]
    title = [(message.title_line.start, message.title_line.end)] if message.title_line else []
    heading = [(row.start, row.end) for row in message.rows[: message.heading.rows]]
    own = {passage.text for name in ("origin", "destination") for passage in record.fields.get(name, ())}
    own |= {name.split()[-1] for name in parties}  # "the Consul at Vera Cruz (Canada)"
    found = mentions.extract(source, text, parties, titles=[*title, *heading, *handling.offices(message), *summary])
    first = text[0][0] if text else len(source.text)
    kept = [passage for passage in found if passage.spans[0].start >= first or passage.text not in own]
    held = positions.extract(source, record.id, text, found)
    handled = handling.stretches(message)
    if message.heading.present or handled:
        named = {word for name in parties for word in name.split()}
        beside = list(mentions.extract(source, [*message.heading.present, *handled], parties))
        spans = {one.spans[0].start for one in (*beside, *found)}
        beside += [one for one in handling.alone(message, handled) if one.spans[0].start not in spans]
        kept[:0] = [one for one in beside if one.entity != "person" or not named.issuperset(one.text.split())]
    kept += _countersigned(message, record, {passage.text for passage in kept})
    glosses = _glosses(message) if "/enclosed/" not in message.id else []
    if glosses:
        glossed = mentions.extract(source, glosses, parties)
        kept += glossed
        held = (*held, *positions.extract(source, record.id, glosses, glossed))
    record = record.with_fields(mentions=[_in_full(passage, parties) for passage in kept])
    return record.with_parts(positions=[*record.parts.get("positions", ()), *held])


_OFFICER = rf"(?:(?:the|then|[^\W\d_a-z][\w-]+) ){{0,4}}?{OFFICE.pattern}\b"
_GLOSS = compiled(rf"\W*\d{{1,3}}\W{{0,2}}\s*(?:[^\W\d_a-z][\w’'.-]*[ ]){{1,3}}[^\W\d_a-z][\w’'-]+, {_OFFICER}")
"""``1 Otto Grotewohl, Prime Minister of the GDR.``"""


def _glosses(message: Message) -> list[Stretch]:
    """The footnotes that say who somebody in the text is."""
    text = message.source.text
    return [stretch for stretch in _labelled(message, "note") if _GLOSS.match(text, *stretch)]


def _countersigned(message: Message, record: Record, named: set[str]) -> list[Passage]:
    """Who signs the decision of a body is no party of it, and is named by it."""
    decided = any(passage.text == "decision" for passage in record.fields.get("form", ()))
    writers = (passage for name in ("sender", "author") for passage in record.fields.get(name, ()))
    if not decided or any(passage.entity == "person" for passage in writers):
        return []
    return [
        message.source.cite((one.start, one.end), FORM, one.name, entity="person")
        for one in message.closing.signatures
        if one.entity == "person" and one.name not in named
    ]


_INITIALLED = compiled(r"(?P<initial>[^\W\d_])\.(?: ?[^\W\d_]\.)? ?(?P<surname>[^\W\d_][\w’'-]+)")


def _in_full(passage: Passage, parties: Sequence[str]) -> Passage:
    """``N. Berg``, who speaks in a record between Niels Berg and others, is the Niels Berg of its title."""
    short = _INITIALLED.fullmatch(passage.text) if passage.entity == "person" else None
    if short is None:
        return passage
    full = {
        name
        for name in parties
        if name.split()[-1] == short["surname"] and name[0] == short["initial"] and "." not in name and " " in name
    }
    return replace(passage, text=full.pop()) if len(full) == 1 else passage


def _is_promised(cited: Record, announced: Sequence[Stretch]) -> bool:
    """``Our 3815, which follows tomorrow``: the paper that is announced is not one that is there to be pointed to."""
    if cited.text_of("date") and cited.text_of("sender"):
        return False  # "The note of the Minister, dated April 2, will be laid before the Committee": it is there
    start, end = cited.fields["start"][0].spans[0]
    promised = announced[bisect_left(announced, (start, 0)) : bisect_left(announced, (end, 0))]
    return any(end <= last for _, last in promised) and not cited.fields.get("answers")


_GIVEN = compiled(
    r",?\s(?:(?:which|and)\s)?(?:as\sfollows|reads|reading|reads\sas\sfollows|reading\sas\sfollows|in\s(?:these|the\sfollowing)\s(?:words|terms))\s?:\s*[\"“«]?"
)


_GIVING = compiled(r"\b(?:[Cc]onfirm|[Rr]epeat|[Qq]uot|[Ss]ubjoin|[Aa]ppend|[Cc]opy|[Tt]ranscrib)\w*\b[^.;:\n]{0,40}$")


_TODAY = compiled(r"\bof\s(?:this\s(?:date|day|morning|afternoon)|to-?day|even\sdate|the\ssame\s(?:date|day))\b")


def _is_given(cited: Record, inner: Sequence[Stretch]) -> bool:
    """``I confirm my telegram of this date, as follows:``: what stands there in full is no other paper.

    Who confirms a telegram of an earlier day points to it.
    """
    start, end = cited.fields["start"][0].spans[0]
    text = cited.source.text
    if text.endswith(("ollowing ", "ubjoined "), 0, start) and any(end < first < end + 160 for first, _ in inner):
        return text.find(":", end, end + 160) >= 0  # "The following telegram, No. 12, has been received from Berg:"
    giving = _GIVING.search(text, max(0, start - 70), start) if inner else None
    if giving is None or (giving[0].lower().startswith("confirm") and not _TODAY.search(text, start, end)):
        return False
    return any(end < first < end + 60 and _GIVEN.fullmatch(cited.source.text, end, first) for first, _ in inner)


def _read_part(message: Message, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The first `LIMIT` characters of a very long text: a paper of fifty megabytes must not hold up the others."""
    left, found = LIMIT, []
    for start, end in stretches:
        if left > 0:
            found.append((start, min(end, start + left)))
        left -= end - start
    if left < 0:
        warning = f"of its text only the first {LIMIT:,} characters were searched for what it says; all of it is kept"
        if warning not in message.warnings:
            message.warnings.append(warning)
    return found


def _provenance(message: Message, record: Record, repository: str) -> Record:
    """Shelfmarks of the archival statements, and the file number of the series' source notes."""
    stretches = _labelled(message, "source", "note.source")
    if message.family == "frus":
        stretches = [one for one in stretches if not _REMARK.fullmatch(message.source.text, *one)]
    found = shelfmarks.extract(message.source, record.id, stretches, repository=repository)
    record = record.with_fields(**found.fields)
    return record.with_parts(copies=found.copies, record_sets=found.record_sets, gaps=found.gaps)


_REMARK = compiled(
    r"[\[(](?!.*\b(?:Files?|Lots?|Papers|Archives?|Library|Collection|Records)\b)[^\[\]()\d]{2,80}[\])]\.?|(?:Circular|Telegram|Confidential|Private|Translation|Extracts?|Copy|Personal)\.?"
)
"""``[Confidential.]``, ``[Reply.]``: a note of the edition that names no file."""


def outside(stretches: Sequence[Stretch], inner: Sequence[Stretch]) -> list[Stretch]:
    """The stretches without what lies inside the inner ones."""
    left, cuts = [], sorted(inner)
    for start, end in stretches:
        place = start
        for first, last in cuts:
            if place < min(first, end):
                left.append((place, min(first, end)))
            place = max(place, last)
        if place < end:
            left.append((place, end))
    return left


def _labelled(message: Message, *labels: str) -> list[Stretch]:
    return [(line.start, line.end) for line in message.source.labelled(*labels)]
