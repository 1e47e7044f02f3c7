"""What a paper requests, offers, promises, refuses, accepts, limits, orders, warns of, reports or has fulfilled.

``Our … specialists consider it completely impossible to give arms for more than 10 divisions in the course of 1951``
is a ceiling of at most 10, by the sender, on the authority of others. The phrasings are data (`claims.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from cablegraph.evidence import Passage
from cablegraph.extraction import sentences, topics
from cablegraph.extraction.claim_families import Family, Places, hinted
from cablegraph.extraction.claim_figures import (
    acted_on,
    is_asked_about,
    is_matter,
    is_reported,
    is_told,
    limited,
    others,
)
from cablegraph.extraction.claim_parts import Claim, part
from cablegraph.extraction.claimants import (
    CLAIMANT,
    Reported,
    antecedent,
    by_whom,
    carried,
    group_before,
    is_aside,
    named,
    named_with_row,
    office_before,
    office_between,
    others_beside,
    others_between,
    own_government,
    reported,
    said_by,
    speaker,
    subject,
    subject_of,
)
from cablegraph.extraction.hedges import is_asked, is_hedged
from cablegraph.extraction.measures import (
    TIME_ASKED,
    Figure,
    Stretch,
    bare_figure,
    figures_in,
    numbered,
    times_in,
)
from cablegraph.record import Record, SourceText


@dataclass(frozen=True, slots=True)
class _Match:
    """A family's match in a sentence that begins at ``offset``."""

    family: Family
    offset: int
    match: re.Match[str]

    def span(self, group: str | int = 0) -> Stretch:
        start, end = self.match.span(group)
        return start + self.offset, end + self.offset


@dataclass(slots=True)
class _Reader:
    """What is known while the sentences of one message are read in order."""

    source: SourceText
    record: Record
    asked: list[Claim] = field(default_factory=list)
    made: list[tuple[Passage, ...]] = field(default_factory=list)
    """Who made claims so far; where it is a body or a group, "they" and "it" can mean it on the same line."""
    counted: str = ""
    """The unit counted last: "the 14 locomotives … we accept 9"."""
    body: int = 0
    """Where the text of the message begins."""
    telling: Reported | None = None
    """Whose words the sentence gives that is being read."""

    def parties(self, *names: str) -> tuple[Passage, ...]:
        """The passages of the first of these fields that is there, one for each name."""
        for name in names:
            if found := self.record.fields.get(name):
                return tuple({passage.text: passage for passage in reversed(found)}.values())
        return ()

    def sentence(self, start: int, end: int) -> list[Claim]:
        text = self.source.text
        words = text[start:end]
        figures = figures_in(text, start, end, self.counted)
        about: tuple[Passage, ...] | None = None
        places = Places(words)
        taken: list[_Taken] = []
        found: list[Claim] = []
        much = any(figure.counts for figure in figures)
        self.telling = reported(words, start)
        bare = bool(self.counted and not figures and bare_figure(text, start, end, self.counted))
        for family in hinted(places, counted=bool(figures) or bare):
            if not much and family.kind == "report" and family.needs == {"quantity"}:
                continue  # a report is made for what counts
            for match in family.matches(words, places):
                about = topics.in_words(self.source, start, end) if about is None else about
                found_at = _Match(family, start, match)
                claim = self._claim(found_at, (start, end), figures, about)
                if claim is None or _taken(claim, found_at.span(), taken, text):
                    continue
                taken.append((*found_at.span(), family, claim.figure))
                if family.by in ("who", "before"):
                    self.made.append(claim.claimants)
                spoken = [figure for _, _, of, figure in taken if of.by != "addressee"]
                free = [figure for figure in figures if figure is claim.figure or figure not in spoken]
                found += [claim, *others(claim, free, text)]
        self.counted = next((item.unit for item in reversed(figures) if item.unit), self.counted)
        ordered = sorted(found, key=lambda claim: claim.start)
        return [self._finish(claim, ordered) for claim in ordered]

    def _claim(
        self, match: _Match, sentence: Stretch, figures: Sequence[Figure], about: Sequence[Passage]
    ) -> Claim | None:
        text, family = self.source.text, match.family
        matched = match.span()
        if is_hedged(text, sentence, matched[0], family):
            return None
        words = _words(text, family, matched, sentence)
        if words is None:
            return None
        inside = match.span("object") if family.words == "object-to-end" else words
        named = tuple(topic for topic in about if _touches(topic, inside))
        within = (inside[0], max(inside[1], matched[1]))
        held = [item for item in figures if within[0] <= item.start and item.end <= within[1]]
        if family.words == "clause" and family.needs == {"quantity"} and family.kind in _OF_TIME:
            held = acted_on(text, held, matched)
        figure = next(iter(held), None)
        if family.kind == "ceiling":
            figure = limited(text, figures, matched[1], words[1])
        asked = match.span("asked")[1] if "asked" in match.match.groupdict() else matched[0] + 25
        if figure and family.kind == "request" and family.needs and is_asked_about(text, matched[0], figure.start):
            figure = None
        if figure and not family.needs and is_told(text, matched[0], min(asked, figure.start), figure.start):
            figure = None  # "Please inform him that three reactors …": told, not asked for
        if family.kind == "report":
            said = (item for item in figures if item.counts and is_reported(item, matched, words))
            figure = next((item for item in said if not is_matter(text, sentence[0], item)), None)
        if figure is None and family.kind != "report":
            if family.kind == "ceiling":
                words_after = (matched[1] - len("more than "), words[1])
                counted = next((item.unit for item in reversed(figures) if item.end <= matched[1]), self.counted)
                counted = numbered(text, sentence[0], matched[1]) or counted
            else:
                words_after = words
                counted = next((item.unit for item in reversed(figures) if item.end <= words[0]), self.counted)
            figure = bare_figure(text, *words_after, counted) if counted else None
        if "time" in family.needs and (figure is None or "quantity" not in family.needs):
            figure = next(iter(times_in(text, matched[1], words[1])), None)
        if figure is None and family.kind in _OF_TIME and (given := TIME_ASKED.search(text, matched[0], words[1])):
            figure = next(iter(times_in(text, given.end(), min(given.end() + 30, words[1]))), None)
        told = {
            "time": figure is not None,
            "quantity": figure is not None,
            "topic": bool(named),
            "reference": "reference" in family.needs and bool(_REFERENCE.search(text, *words)),
        }
        claimants = self._claimants(match) if not family.needs or any(told[need] for need in family.needs) else ()
        if not claimants:
            if family.by == "who" and (subject := self._claimants(match)):
                self.made.append(subject)  # no claim, but whom a following "they" means
            return None
        if family.kind == "report" and figure and is_asked(text, words[0], figure, matched[1]):
            return None
        start, parts = words[0], words
        if family.words in ("object", "object-to-end"):
            parts = _hull(figure, named) or inside
            start = parts[0] if family.words == "object-to-end" else start
        until = inside[1] if family.by == "addressee" else sentence[1]
        return Claim(family, start, words[1], parts, until, claimants, figure, named, said=matched)

    def _answering(self, claim: Claim) -> Claim:
        """A claim that speaks of a request made before: its topic and what it counts carry over."""
        words = (claim.start, claim.end)
        if not claim.family.refers or not _REFERENCE.search(self.source.text, *words):
            return claim
        asked = [item for item in self.asked if item.start < claim.start and item.family.kind == "request"]
        if not asked:
            return claim
        request = asked[-1]
        about = claim.about or tuple(self.source.cite(words, passage.rule, passage.text) for passage in request.about)
        figure = claim.figure
        if figure and request.figure and figure.same_unit(request.figure):
            figure = replace(figure, unit=request.figure.unit)
        return replace(claim, about=about, figure=figure, answers=request.key)

    def _claimants(self, match: _Match) -> tuple[Passage, ...]:
        family = match.family
        if family.by == "addressee":
            return self.parties("addressee", "receiver")
        if family.by == "before":
            return self._named_last(match.span()[0])
        if family.by == "last":
            return self._made_last(match.span()[0])
        if family.by == "told" and (self.telling is None or match.span()[0] < self.telling.end):
            return ()
        if family.by == "relative":
            who = antecedent(self.source.text, match.offset, match.span()[0])
            return named(self.source, *who) if who else ()
        if family.by == "same":
            return self._subject(match.offset, match.span()[0])
        if family.by == "who":
            who = subject_of(self.source.text, match.offset, *match.span("who"))
            return named_with_row(self.source, self.record, match.offset, who) if who else ()
        if self.telling and family.kind != "report" and family.head != "WE" and match.span()[0] >= self.telling.end:
            who = self.telling.who
            return named(self.source, *who) if who else self._named_last(self.telling.end)
        whom = by_whom(self.source.text, *match.span()) if family.refers else None
        if whom and (found := named_with_row(self.source, self.record, match.offset, whom)):
            return found
        told = family.kind in _TOLD_OF and not family.head
        said = said_by(self.source.text, match.offset, match.span()[0]) if told else None
        if said and (found := named(self.source, *said)):
            return found
        return (
            speaker(self.source, self.record, match.span()[0])
            or carried(self.source, self.record, self.body, match.span()[0])
            or self.parties("sender", "author", "signature")
        )

    def _named_last(self, place: int) -> tuple[Passage, ...]:
        """Whom "he" means: the person named last before on the same line; of several in a sentence, its subject."""
        line = sentences.paragraph(self.source.text, place)
        people = [
            passage
            for passage in self.record.fields.get("mentions", ())
            if passage.entity == "person" and line < passage.spans[0].start < place
        ]
        meant = [man for man in people if not is_aside(self.source.text, line, man.spans[0].start)]
        if not meant:
            above = self._named_above(line, place) if people or place - line <= OPENS_LINE else ()
            return office_before(self.source, line + 1, place) or above
        if office := office_between(self.source, meant[-1].spans[0].end, place):
            return office
        people = meant
        begin = self.source.text.rfind(". ", line, people[-1].spans[0].start) + 2
        begin = max(begin, line)
        together = [passage for passage in people if passage.spans[0].start >= begin]
        if len({passage.text.split()[-1].lower() for passage in together}) > 1:
            opens = together[0].spans[0].start - begin <= OPENING
            people = together[:1] if opens else people
        return tuple(replace(man, rule=CLAIMANT, certainty="0.75", basis="inferred") for man in people[-1:])

    def _named_above(self, line: int, place: int) -> tuple[Passage, ...]:
        """Whom a "he" means whom its paragraph does not name: the one person of the paragraph before, or its first."""
        if line <= 0:
            return ()
        above = sentences.paragraph(self.source.text, line - 1)
        people = [
            passage
            for passage in self.record.fields.get("mentions", ())
            if passage.entity == "person" and above < passage.spans[0].start < line
        ]
        alone = len({passage.text.split()[-1].lower() for passage in people}) == 1
        opens = [man for man in people[:1] if man.spans[0].start - above <= OPENING // 2 and place - line > OPENS_LINE]
        found = people[-1:] if alone else opens
        return tuple(replace(man, rule=CLAIMANT, certainty="0.7", basis="inferred") for man in found)

    def _made_last(self, place: int) -> tuple[Passage, ...]:
        line = sentences.paragraph(self.source.text, place)
        before = [made for made in self.made if line < made[0].spans[0].start < place]
        last = max(before, key=lambda made: made[0].spans[0].start, default=())
        known = last and last[0].entity in ("body", "group")
        together = self.source.text[place : place + 4].lower() == "they"
        if known and together and others_between(self.source.text, last[0].spans[0].end, place):
            return ()
        if known:
            return tuple([replace(item, certainty="0.75", basis="inferred") for item in last])
        group = group_before(self.source, line + 1, place) if together and not before else ()
        if group and others_beside(self.source.text, group[0].spans[0], line, place):
            return ()
        if together and not before and not group and place - line < OPENING:
            above = sentences.paragraph(self.source.text, line - 1) + 1
            group = group_before(self.source, above, line)
            if not group and own_government(self.source.text, above, line):
                return self.parties("sender", "author", "signature")
        return tuple([replace(item, certainty="0.75", basis="inferred") for item in group])

    def _subject(self, start: int, place: int) -> tuple[Passage, ...]:
        """Who begins the sentence, or the clause behind a semicolon: whom "… and has asked" means."""
        found = subject(self.source.text, start, place)
        if found is None:
            return ()
        if found.word == "who":
            return named(self.source, found.start, found.end)
        if found.word == "we":
            return self.parties("sender", "author", "signature")
        return (self._named_last if found.word == "he" else self._made_last)(found.start)

    def _finish(self, claim: Claim, others: Sequence[Claim]) -> Claim:
        claim = self._answering(claim)
        following = [other.start for other in others if other.start >= claim.end]
        claim = replace(claim, until=min([claim.until, *following]))
        if claim.figure:
            in_arms = any(passage.text == "arms-supply" for passage in claim.about)
            figure = claim.figure.in_arms() if in_arms else claim.figure
            figure = figure.at_most() if claim.family.kind == "ceiling" else figure
            claim = replace(claim, figure=figure)
        if claim.family.kind == "request":
            self.asked.append(claim)
        return claim


def extract(source: SourceText, record: Record, stretches: Sequence[tuple[int, int]]) -> tuple[Record, ...]:
    """Parts ``claims`` of the body ``stretches``. ``record`` is the message as read so far: its parties say whose "we"
    and "your" are. A claim nobody can be named for is left out."""
    reader = _Reader(source, record, body=stretches[0][0] if stretches else 0)
    made: dict[str, Record] = {}
    for start, end in stretches:
        for first, last in sentences.split(source.text, start, end):
            for claim in reader.sentence(first, last):
                made.setdefault(claim.key, part(source, record.id, claim, record.text_of("date")))
    return tuple(made.values())


OPENING = 40
"""A name that begins within so many characters of its sentence is its subject."""
OPENS_LINE = 8
"""A pronoun within so many characters of its line's beginning, a point's number among them, opens it."""
_OF_TIME = frozenset({"request", "offer", "promise", "refusal", "acceptance"})
"""Kinds of claims whose matter can be a span of time: "a delay of ten days"."""
_TOLD_OF = frozenset({"offer", "promise", "ceiling", "refusal"})
"""Kinds that a paper tells of others in its own words: "the Foreign Office says rubles may be supplied"."""


def _hull(figure: Figure | None, named: Sequence[Passage]) -> Stretch | None:
    """From the first to the last word that says what is asked for and how much."""
    held = [(span.start, span.end) for passage in named for span in passage.spans]
    held += [(figure.start, figure.end)] if figure else []
    return (min(start for start, _ in held), max(end for _, end in held)) if held else None


def _words(text: str, family: Family, matched: Stretch, sentence: Stretch) -> Stretch | None:
    start, end = matched
    if family.words == "sentence":
        return _without_number(text, *sentence)
    if family.words == "clause":
        start, end = _clause(text, start, end, sentence)
        start, _ = _without_number(text, start, end)
    return _trimmed(text, start, end)


def _clause(text: str, start: int, end: int, sentence: Stretch) -> Stretch:
    before = max((text.rfind(mark, sentence[0], start) for mark in ";:"), default=-1)
    after = [found for mark in ";:" if (found := text.find(mark, end, sentence[1])) >= 0]
    return (before + 1 if before >= 0 else sentence[0]), min([sentence[1], *after])


_NUMBER = re.compile(r"\s*[(]?(?:\d{1,4}|[IVX]{1,4}|[a-z])[.)]\s+")


def _without_number(text: str, start: int, end: int) -> Stretch:
    match = _NUMBER.match(text, start, end)
    return (match.end() if match else start), end


def _trimmed(text: str, start: int, end: int) -> Stretch | None:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;:!?"):
        end -= 1
    return (start, end) if start < end else None


# Words that speak of a request or proposal already made.
_REFERENCE = re.compile(
    r"\b(?:this|your|the|that|such|his|their)(?: \w+){0,2} (?:application|request|requisition|demand|proposal|"
    r"appeal|wish|suggestion)"
    r"|\b(?:ваш\w*|эт\w+) (?:просьб|заявк|предложени)\w*",
    re.IGNORECASE,
)
_Taken = tuple[int, int, Family, Figure | None]


def _taken(claim: Claim, span: Stretch, taken: Iterable[_Taken], text: str) -> bool:
    """Words and figures are read once; but one sentence may hold the other side's request and our answer."""
    joined = text.endswith(("and ", "but ", "; "), span[0] - 5, span[0])
    for first, last, family, figure in taken:
        by = family.by
        if figure is not None and figure == claim.figure and by != "addressee":
            return True
        alike = family.kind == claim.family.kind
        if not (span[0] < last and first < span[1]):
            continue
        if not alike and first < span[0] and (joined or claim.family.by == "same"):
            continue  # "I request that it be paid, and I decline …": two clauses
        apart = figure and claim.figure and "ceiling" in (family.kind, claim.family.kind) and figure != claim.figure
        if (by == claim.family.by and not apart) or (
            alike and (claim.family.asks or claim.family.by in ("same", "relative", "told"))
        ):
            return True
    return False


def _touches(passage: Passage, stretch: Stretch) -> bool:
    return any(span.start < stretch[1] and stretch[0] < span.end for span in passage.spans)
