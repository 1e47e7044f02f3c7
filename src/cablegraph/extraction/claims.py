"""What a paper requests, offers, promises, refuses, accepts, limits, orders, warns of, reports or has fulfilled.

``Our … specialists consider it completely impossible to give arms for more than 10 divisions in the course of 1951``
is a ceiling of at most 10, by the sender, on the authority of others. The phrasings are data (`claims.toml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from cablegraph.evidence import Passage
from cablegraph.extraction import sentences, topics
from cablegraph.extraction.claim_answers import REFERENCE, answered
from cablegraph.extraction.claim_families import Family, Places, hinted, in_older
from cablegraph.extraction.claim_figures import (
    acted_on,
    begins_list,
    in_own_clause,
    is_asked_about,
    is_item,
    is_known,
    is_matter,
    is_reported,
    is_told,
    limited,
    lists_a_thing,
    lists_goods,
    measures,
    nearest,
    others,
    second_that,
    whole_left,
    whole_of,
)
from cablegraph.extraction.claim_further import (
    is_price,
    next_deed,
    not_of_price,
    own_end,
    passes_on,
    touches,
    with_own_topics,
    without_number,
    without_repeated,
)
from cablegraph.extraction.claim_matters import matter
from cablegraph.extraction.claim_parts import Claim, part, with_row
from cablegraph.extraction.claim_speakers import Match, Speakers
from cablegraph.extraction.hedges import is_asked, is_hedged, is_long_past
from cablegraph.extraction.meant_kinds import meant
from cablegraph.extraction.measures import (
    PUT_OFF,
    TIME_ASKED,
    Figure,
    Stretch,
    bare_figure,
    figures_in,
    numbered,
    opened,
    percents_in,
    times_in,
)
from cablegraph.extraction.no_claims import is_other
from cablegraph.extraction.paper_times import is_older
from cablegraph.extraction.speaker_labels import speaker, speech_begins
from cablegraph.extraction.unread_amounts import unread_amount
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText


@dataclass(slots=True)
class _Reader:
    """What is known while the sentences of one message are read in order."""

    source: SourceText
    speakers: Speakers
    asked: list[Claim] = field(default_factory=list)
    counted: str = ""
    """The unit counted last: "the 14 locomotives … we accept 9"."""
    opened: str = ""
    """What the sentence that is being read speaks of: "Of the lorries you may have 50"."""
    before: Stretch = (0, 0)
    """The sentence before, which can name what is measured: "They ask for grain. We can give 300 tons"."""
    older: bool = False
    """Whether the paper is of the times before 1945, when some words meant something else."""
    listing: Claim | None = None
    """The claim whose matter the lines name that follow."""

    def speech(self, start: int, end: int) -> int:
        """Where a sentence begins behind the name of who speaks it: "Le Duan: I accept."."""
        opens = start == 0 or self.source.text[start - 1] == "\n"
        begins = speech_begins(self.source.text, start, end, opens=opens)
        return begins if begins > start and speaker(self.source, self.speakers.record, begins) else start

    def sentence(self, start: int, end: int) -> list[Claim]:
        text = self.source.text
        words = text[start:end]
        near = self.before[0] if not text[self.before[1] : start].strip(" .!?") else start
        self.before = (start, end)
        figures = figures_in(text, start, end, self.counted, near)
        about: tuple[Passage, ...] | None = None
        places = Places(words)
        taken: list[_Taken] = []
        found: list[Claim] = []
        also: list[Claim] = []
        self.speakers.hear(words, start)
        self.opened = opened(words)
        counted = self.opened or self.counted
        bare = bool(counted and not figures and bare_figure(text, start, end, counted))
        for family in self._families(places, figures, bare=bare):
            for match in family.matches(words, places):
                about = topics.in_words(self.source, start, end) if about is None else about
                found_at = Match(family, start, match)
                claim = self._claim(found_at, (start, end), figures, about)
                if claim is None:
                    continue
                if family.by in ("who", "before", "last"):
                    first = found_at.span()[0] if family.by == "last" else claim.claimants[0].spans[0].start
                    self.speakers.made.append((first, claim.claimants))
                again = family.name == "counted" and any(one.figure == claim.figure for one in found)
                if again or _taken(claim, found_at.span(), taken, text):
                    continue
                taken.append((*found_at.span(), family, claim.figure))
                if claim.figure and claim.figure.again and claim.key in {one.key for one in found}:
                    own = (claim.figure.start, claim.end)  # "38 men, of whom four have been missing"
                    claim = replace(claim, start=own[0], parts=own)
                spoken = [figure for _, _, of, figure in taken if of.by != "addressee"]
                free = [figure for figure in figures if figure is claim.figure or figure not in spoken]
                found += with_own_topics([claim, *others(claim, free, text)], text)
                found += whole_of(claim, figures, text, start)
                also += second_that(claim, figures, text, end)
        self.counted = next((item.unit for item in reversed(figures) if item.unit), self.counted)
        found += [one for one in also if not any(one.start <= max(other.start, other.said[0]) for other in found)]
        ordered = sorted(without_repeated(found), key=lambda claim: claim.start)
        if ordered or not is_item(words):
            self.listing = ordered[-1] if ordered and begins_list(text, ordered[-1]) else None
        return [self._finish(claim, ordered) for claim in ordered]

    def _families(self, places: Places, figures: Sequence[Figure], *, bare: bool) -> Iterator[Family]:
        """The families that may speak in a sentence, each of the kind that it has in the paper's time."""
        much = any(figure.several for figure in figures)
        for family in hinted(places, counted=bool(figures) or bare):
            if not much and family.kind == "report" and family.needs == {"quantity"}:
                continue  # a report is made for what counts
            if family.by == "told" and self.speakers.telling is None:
                continue
            if self.older and family.older:
                family = in_older(family)
            if family.kind != "none":
                yield family

    def item(self, start: int, end: int) -> list[Claim]:
        """What an item of a list adds to the claim before the list: "We ask you for: / a) two divisions"."""
        text, claim = self.source.text, self.listing
        figures = figures_in(text, start, end) if claim and lists_a_thing(text[start:end]) else ()
        if claim is None or not figures:
            return []
        words = _trimmed(text, figures[0].words[0], end) or (start, end)
        about = tuple(topics.in_words(self.source, *words))
        first = replace(claim, start=words[0], end=words[1], parts=words, until=end, figure=figures[0], about=about)
        first = replace(first, said=(words[0], figures[0].end))
        return [self._finish(one, ()) for one in with_own_topics([first, *others(first, figures, text)], text)]

    def _claim(
        self, match: Match, sentence: Stretch, figures: Sequence[Figure], about: Sequence[Passage]
    ) -> Claim | None:
        text, family = self.source.text, match.family
        matched = match.span()
        if is_hedged(text, sentence, matched[0], family):
            return None
        if family.kind in _IN_PAPERS and _IN_WHICH.search(text, max(sentence[0], matched[0] - 12), matched[0]):
            return None
        words = _words(text, family, matched, sentence, figures)
        if words is None or is_other(text, sentence[0], matched, family.kind):
            return None
        inside = match.span("object") if family.words == "object-to-end" else words
        named = not_of_price(text, (topic for topic in about if touches(topic, inside)), inside)
        cut = text.startswith(", ", words[1], matched[1])
        figure = self._figure(
            match, words, (inside[0], inside[1] if cut else max(inside[1], matched[1])), sentence, figures
        )
        told = {
            "time": figure is not None,
            "quantity": figure is not None,
            "topic": bool(named),
            "reference": "reference" in family.needs and bool(REFERENCE.search(text, *words)),
        }
        place = figure.start if figure and family.kind == "report" else None
        met = not family.needs or any(told[need] for need in family.needs)
        claimants = self.speakers.of(match, place) if met else ()
        if not claimants:
            if family.by == "who" and (subject := self.speakers.of(match)):
                self.speakers.made.append((subject[0].spans[0].start, subject))  # whom a "they" behind it means
            return None
        words = with_row(words, claimants, sentence[0]) if family.by == "who" else words
        if family.kind == "report" and figure and is_asked(text, words[0], figure, matched[1]):
            return None
        if figure is None and (is_long_past(text, sentence[0], matched) or unread_amount(text, *words, family.kind)):
            return None
        start, parts = words[0], words
        family = meant(family, text, matched, sentence[0], self.speakers.record)
        if family.words in ("object", "object-to-end"):
            parts = _hull(figure, named) or inside
            start = parts[0] if family.words == "object-to-end" else start
        elif figure and figure.end <= words[0]:
            parts = (figure.start, words[1])
        until = inside[1] if cut or family.by == "addressee" else sentence[1]
        return Claim(family, start, words[1], parts, until, claimants, figure, named, said=matched)

    def _figure(
        self, match: Match, words: Stretch, within: Stretch, sentence: Stretch, figures: Sequence[Figure]
    ) -> Figure | None:
        """How much the words of a match ask, give or tell of; a number without a noun and a span of time come last."""
        text, family, matched = self.source.text, match.family, match.span()
        if family.kind == "report":
            told = whole_left(text, sentence[0], figures)
            told = [item for item in told if item not in measures(text, figures)]
            told = [item for item in told if not is_price(text, words[0], item)]
            told = [item for item in told if len(told) == 1 or not text.endswith(" in ", 0, item.start)]
            said = (item for item in told if item.counts or (family.few and item.several))
            said = (item for item in said if is_reported(text, item, matched, words))
            figure = nearest([item for item in said if not is_matter(text, sentence[0], item)], matched)
        else:
            figure = self._said(match, within, figures, words[1])
            figure = figure or self._bare(match, words, sentence[0], figures)
            if figure is None:
                parts = percents_in(text, *within)
                ceiling = family.kind == "ceiling"
                figure = limited(text, parts, matched[1], words[1]) if ceiling else next(iter(parts), None)
        if figure and family.kind == "request" and is_known(text, figure) and (put := PUT_OFF.search(text, *words)):
            figure = next(iter(times_in(text, put.end(), min(put.end() + 30, words[1]))), figure)
        if "time" in family.needs and (figure is None or "quantity" not in family.needs):
            figure = next(iter(times_in(text, matched[1], words[1])), None)
        if figure is None and family.kind in _OF_TIME and (given := TIME_ASKED.search(text, matched[0], words[1])):
            figure = next(iter(times_in(text, given.end(), min(given.end() + 30, words[1]))), None)
        return figure or matter(text, family, sentence[0], (matched[0], words[1]), figures)

    def _said(self, match: Match, within: Stretch, figures: Sequence[Figure], end: int) -> Figure | None:
        """The counted thing that is asked for, given or limited, and not only told of."""
        text, family, matched = self.source.text, match.family, match.span()
        if family.kind == "ceiling":
            return limited(text, figures, matched[1], end)
        held = [item for item in figures if within[0] <= item.start and item.end <= within[1]]
        held = [item for item in held if not is_price(text, within[0], item)]
        if family.kind in _PASSED_ON and (passed := passes_on(text, matched[0])):
            held = [item for item in held if item.end <= passed]
        if family.words == "match":
            held = [item for item in held if not in_own_clause(text, matched[0], item)]
        if family.words == "clause" and family.needs == {"quantity"} and family.kind in _OF_TIME:
            held = acted_on(text, held, matched)
        if family.kind == "request" and family.by != "addressee":
            held = [item for item in held if not (item.unit in _ASKED and is_known(text, item))]
            held = [item for item in held if not is_known(text, item)] or held
        figure = next(iter(held), None)
        if figure and family.kind == "request" and family.needs and is_asked_about(text, matched[0], figure.start):
            return None
        asked = match.span("asked")[1] if "asked" in match.match.groupdict() else matched[0] + 25
        if (
            figure
            and not family.needs
            and family.kind != "opinion"
            and is_told(text, matched[0], min(asked, figure.start), figure.start)
        ):
            return None  # "Please inform him that three reactors …": told, not asked for
        return figure

    def _bare(self, match: Match, words: Stretch, sentence: int, figures: Sequence[Figure]) -> Figure | None:
        """A number without a noun, of what the sentence opens with or was counted before it."""
        text, ceiling = self.source.text, match.family.kind == "ceiling"
        before = match.span()[1] if ceiling else words[0]
        start = match.span()[1] - len("more than ") if ceiling else words[0]
        counted = next((item.unit for item in reversed(figures) if item.end <= before), self.opened or self.counted)
        counted = (numbered(text, sentence, before) if ceiling else "") or counted
        return bare_figure(text, start, words[1], counted) if counted else None

    def _answering(self, claim: Claim) -> Claim:
        """A claim that speaks of a request made before: its topic and what it counts carry over."""
        words, text = (claim.start, claim.end), self.source.text
        request = answered(text, claim, reversed(self.asked), self.speakers.named_last) if claim.family.refers else None
        if request is None:
            return claim
        about = claim.about or tuple(self.source.cite(words, passage.rule, passage.text) for passage in request.about)
        figure = claim.figure
        if figure and request.figure and figure.same_unit(request.figure):
            figure = replace(figure, unit=request.figure.unit)
        return replace(claim, about=about, figure=figure, answers=request.key)

    def _finish(self, claim: Claim, others: Sequence[Claim]) -> Claim:
        claim = self._answering(claim)
        following = [other.start for other in others if other.start >= claim.end]
        amounts = [other.figure.start for other in others if other.figure and claim.figure]
        behind = [place for place in amounts if claim.figure and claim.figure.end <= place]
        following += [place for other in others if (place := next_deed(self.source.text, claim, other))]
        claim = replace(claim, until=min([claim.until, *following]), next_amount=min(behind, default=0))
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
    speakers = Speakers.over(source, record, stretches)
    reader = _Reader(source, speakers, older=is_older(source, record))
    made: dict[str, Record] = {}
    for start, end in stretches:
        for sentence in sentences.split(source.text, start, end):
            for first, last in sentences.pieces(source.text, *sentence):
                for claim in reader.sentence(reader.speech(first, last), last) or reader.item(first, last):
                    made.setdefault(claim.key, part(source, record.id, claim, record.text_of("date")))
    return tuple(made.values())


_ASKED = frozenset({"side", "party", "country", "government", "power", "delegation"})
"""Of whom something is asked, where they are known: "that the two sides keep away from it"."""
_PASSED_ON = frozenset({"order", "request"})
"""Kinds of claims that may only tell somebody to pass on what others say."""
_OF_TIME = frozenset({"request", "offer", "promise", "refusal", "acceptance"})
"""Kinds of claims whose matter can be a span of time: "a delay of ten days"."""


def _hull(figure: Figure | None, named: Sequence[Passage]) -> Stretch | None:
    """From the first to the last word that says what is asked for and how much."""
    held = [(span.start, span.end) for passage in named for span in passage.spans]
    held += [(figure.start, figure.end)] if figure else []
    return (min(start for start, _ in held), max(end for _, end in held)) if held else None


def _words(text: str, family: Family, matched: Stretch, sentence: Stretch, figures: Sequence[Figure]) -> Stretch | None:
    start, end = matched
    if family.words == "sentence":
        return without_number(text, *sentence)
    if family.words == "match" and text.startswith(":", end):
        listed = _LIST_FOLLOWS.search(text, start, end) or lists_goods(end, figures, "quantity" in family.needs)
        end = sentence[1] if listed else end
    if family.words == "match" and family.kind != "ceiling":
        end = own_end(text, sentence[0], (start, end))
    if family.words == "clause":
        start, end = _clause(text, start, end, sentence)
        start, _ = without_number(text, start, end)
    return _trimmed(text, start, end)


_IN_WHICH = compiled(r"\b(?:in|with|to) which $")
"""``An identical telegram, in which I could not join``: said of the paper, and refused to nobody."""
_IN_PAPERS = frozenset({"refusal", "promise"})
"""Kinds that a paper which is spoken of may hold."""
_LIST_FOLLOWS = compiled(r"\b(?:following|as follows|namely|these|this)$")


def _clause(text: str, start: int, end: int, sentence: Stretch) -> Stretch:
    before = max((text.rfind(mark, sentence[0], start) for mark in ";:"), default=-1)
    after = [found for mark in ";:" if (found := text.find(mark, end, sentence[1])) >= 0]
    return (before + 1 if before >= 0 else sentence[0]), min([sentence[1], *after])


def _trimmed(text: str, start: int, end: int) -> Stretch | None:
    while start < end and (text[start].isspace() or text[start] in ",;"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ".,;:!?"):
        end -= 1
    return (start, end) if start < end else None


_Taken = tuple[int, int, Family, Figure | None]


def _taken(claim: Claim, span: Stretch, taken: Iterable[_Taken], text: str) -> bool:
    """Words and figures are read once; but one sentence may hold the other side's request and our answer."""
    joined = text.endswith(("and ", "but ", "; "), span[0] - 5, span[0])
    for first, last, family, figure in taken:
        by = family.by
        told = claim.family.kind == "report"
        if figure is not None and figure == claim.figure and (by != "addressee" or told):
            return True
        alike = family.kind == claim.family.kind
        if not (span[0] < last and first < span[1]):
            continue
        if not alike and first < span[0] and (joined or claim.family.by == "same"):
            continue  # "I request that it be paid, and I decline …": two clauses
        apart = figure and claim.figure and "ceiling" in (family.kind, claim.family.kind) and figure != claim.figure
        if (by == claim.family.by and not apart) or (
            alike
            and (claim.family.asks or claim.family.by in _AGAIN or _REGRETS.search(text, *sorted((first, span[0]))))
        ):
            return True
    return False


_AGAIN = ("same", "relative", "told")
_REGRETS = compiled(r"\bregret(?:s|ted)?\b[^.;:,]{0,30} that $")
"""``The Embassy regrets that`` it is unable to agree: said once."""
