"""Papers that a paper announces: ``I will communicate about all this in more detail in a separate telegram``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import promised_by_others, topics
from cablegraph.extraction.promise_cues import Stretch, likely_sentences
from cablegraph.extraction.promise_words import OF_OTHERS, find
from cablegraph.extraction.sentences import split
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

TopicsIn = Callable[[SourceText, int, int], tuple[Passage, ...]]
OF_THIS: Final = Rule("promises.topic-of-what-was-said", certainty="0.85")


def extract(
    source: SourceText,
    record: Record,
    stretches: Sequence[Stretch],
    *,
    topics_in: TopicsIn | None = topics.in_words,
    carried: Record | None = None,
) -> tuple[Record, ...]:
    """Part ``promises`` of a message: one record an announced paper.

    ``record`` is the message as read so far: its sender will write, its addressee will receive; in a message that is
    ``carried`` for others to the end of the text, those who are named there. ``topics_in`` reads the topics of the
    words of the promise, which are the promised paper's.
    """
    found = []
    inner = int(carried.text_of("start")) if carried else len(source.text)
    text = _in_small_letters(source.text, stretches)
    for start, end in stretches:
        for first, last in likely_sentences(text, start, end):
            for promise in _each(text, first, last):
                parties = [carried, record] if carried and promise[0] >= inner else [record]
                at, stop, form, rule = promise
                if _COPY_OF_THIS.match(text, at):
                    continue
                rule = OF_OTHERS if _of_another(text, at, stop) else rule
                found.append(_record(source, parties, at, stop, form, rule, (first, last), topics_in))
    return tuple(found)


_COPY_OF_THIS = compiled(
    r"(?:[Aa]n?\s|[Tt]he\s)?[Cc]op(?:y|ies)\sof\sthis\s(?:letter|note|d[ei]spatch|telegram|memorandum|report|instruction|message|communication|paper)\s(?:is|are|will\sbe)\s(?:being\s|also\s)*(?:sent|furnished|forwarded|transmitted|mailed|given|supplied)\sto\s(?!you\b)"
)
"""``A copy of this letter is being furnished to the Director``: the paper itself, which he gets too."""
_COPY = r"(?:(?:texts?|cop(?:y|ies)|translations?|photostats?|originals?|summary|paraphrase)\sof\s)?"
_THEIR = (
    r"(?:(?:his|her|their|His|Her|Their)|(?:[Tt]he\s)?[A-Z][\w-]+(?:[’']s|s[’']))\s(?:(?!to\b)[\w-]+\s){0,2}?(?:letters?|notes?|telegrams?|cables?|messages?"
    r"|d[ei]spatch(?:es)?|memorand(?:um|a)|aide-m[ée]moires?|repl(?:y|ies)|answers?|statements?|speech(?:es)?)"
    r"(?=$|[,.]|\s(?:will|shall|is|are|follows?|to\sfollow|by|in|on|of|from|with|dated|separately|later)\b)"
)
_THEIRS_COMES = compiled(rf"(?:(?:[Tt]he|[Aa]n?)\s)?(?:(?!of\b)[a-z-]+\s)?(?i:{_COPY}){_THEIR}")
"""``The text of his letter will be sent``: what is sent was written by another."""
_SENDS_THEIRS = compiled(
    rf"\b(?:send|sending|forward|forwarding|transmit|transmitting|mail|mailing)\s(?:(?:to\s)?you\s)?(?:(?:the|an?)\s)?(?:(?!of\b)[a-z-]+\s)?{_COPY}{_THEIR}"
)
_THEY_SEND = compiled(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\s(?:(?:will|shall)\s|(?:intend|hope)s?\sto\s)(?!be\b)")
_OURS = compiled(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")


def _of_another(text: str, start: int, end: int) -> bool:
    """Whether another sends the promised paper, or wrote the letter that the writer only sends on."""
    if _THEIRS_COMES.match(text, start, end) or _SENDS_THEIRS.search(text, start, end):
        return True
    return _THEY_SEND.search(text, start, end) is not None and not _OURS.search(text, start, end)


_JOINT = compiled(r"(?:,\s(?:and|but)|;)\s")


def _each(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, Rule]]:
    """The promises of a sentence: one, and those of the clauses before and behind it."""
    promise = find(text, start, end)
    if promise is None:
        return
    before = [joint for joint in _JOINT.finditer(text, start, promise[0] + 1) if joint.end() <= promise[0]]
    if before and (earlier := find(text, start, before[-1].start())):
        yield earlier
    yield promise
    behind = _JOINT.search(text, promise[1], end)
    if behind and (later := find(text, behind.end(), end)):
        yield later


_I_ALONE = compiled(r"(?<![\w.])i(?![\w.])")
_STOP = compiled(r" stop(?=\s|$)")
_BEGINS = compiled(r"(?:^|(?<=[.!?])\s+|(?<=\d\.)\s+)[a-z]")


def _in_small_letters(text: str, stretches: Sequence[Stretch]) -> str:
    """The text with its lines in capitals in small letters; the word STOP of a telegram is a stop there."""
    pieces, last = [], 0
    for start, end in stretches:
        place = start
        for words in text[start:end].split("\n"):
            first, place = place, place + len(words) + 1
            if not words.isupper() or len(low := words.lower()) != len(words):
                continue
            low = _STOP.sub(".    ", _I_ALONE.sub("I", low))
            low = _BEGINS.sub(lambda letter: letter[0].upper(), low)
            pieces += [text[last:first], low]
            last = first + len(words)
    return "".join((*pieces, text[last:])) if pieces else text


def sentences(promises: Iterable[Record]) -> tuple[Stretch, ...]:
    """The stretches whose topics belong to promised papers: from the promise to the end of its sentence."""
    found = []
    for promise in promises:
        sentence = promise.first("start")
        if sentence is not None:
            start, end = sentence.spans[0]
            stop = promise.source.text.find("\n", end)
            rest = next(
                split(promise.source.text, start, stop if stop > 0 else len(promise.source.text)),
                (start, end),
            )
            goes = _GOES_TO.search(promise.source.text, end, max(end, rest[1]))
            found.append((start, goes.start() if goes else max(end, rest[1])))
    return tuple(found)


_GOES_TO = compiled(r"\sto\s(?:the\s)?[A-Z]")
"""``the draft of the report to the Security Council``: who gets a paper is not what it is about."""


_OF_THIS = compiled(
    r"\b(?:about|on|of|concerning|regarding)\s(?:all\s)?(?:this|these\s(?:matters|questions)|it|that)\b", re.IGNORECASE
)


def _of_this(source: SourceText, words: Stretch, topics_in: TopicsIn) -> tuple[Passage, ...]:
    """ "About all this": the promised paper has the topics of what was just said, in this line or the one before."""
    if not _OF_THIS.search(source.text, *words):
        return ()
    line = source.text.rfind("\n", 0, words[0]) + 1
    if not source.text[line : words[0]].strip():
        above = source.text[:line].rstrip()
        line = above.rfind("\n") + 1
    known = dict.fromkeys(passage.text for passage in topics_in(source, line, words[0]))
    return tuple(source.cite(words, OF_THIS, topic) for topic in known)


def _record(
    source: SourceText,
    messages: Sequence[Record],
    start: int,
    end: int,
    form: str,
    rule: Rule,
    sentence: Stretch,
    topics_in: TopicsIn | None,
) -> Record:
    words = (start, end)
    fields: dict[str, tuple[Passage, ...]] = {"start": (source.cite(words, rule, str(start)),)}
    if form:
        fields["form"] = (source.cite(words, rule, form),)
    others = promised_by_others.read(source, messages[0], words, sentence, OF_OTHERS)
    if others is not None:
        rule = OF_OTHERS
        fields["sender"], fields["addressee"] = others
    parties_of = (("sender", ("sender", "author")), ("addressee", ("addressee",))) if rule is not OF_OTHERS else ()
    for field, names in parties_of:
        known = (message.fields.get(name, ()) for message in messages for name in names)
        parties = next(filter(None, known), ())
        distinct = dict.fromkeys((passage.text, passage.entity) for passage in parties)
        fields[field] = tuple(source.cite(words, rule, name, entity=entity) for name, entity in distinct)
    if topics_in is not None:
        own = topics_in(source, start, max(end, sentence[1]))
        fields["topics"] = (*own, *_of_this(source, words, topics_in))
    return Record(messages[-1].id, source, {name: passages for name, passages in fields.items() if passages})
