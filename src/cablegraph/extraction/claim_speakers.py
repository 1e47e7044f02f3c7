"""Who makes a claim that a phrasing finds: its sender, its addressee, whom its words or those before name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cablegraph.evidence import Passage
from cablegraph.extraction import claim_pronouns, deciding, own_bodies, quoted_speech, sentences, told_to_others
from cablegraph.extraction.claim_families import Family, fragment
from cablegraph.extraction.claimants import (
    CLAIMANT,
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
    subject,
    subject_of,
)
from cablegraph.extraction.courtesies import meant
from cablegraph.extraction.measures import Stretch
from cablegraph.extraction.reported_speech import Reported, reported, said_by, told_within
from cablegraph.extraction.speaker_labels import speaker
from cablegraph.extraction.told_to_others import parties
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText


@dataclass(frozen=True, slots=True)
class Match:
    """A family's match in a sentence that begins at ``offset``."""

    family: Family
    offset: int
    match: re.Match[str]

    def span(self, group: str | int = 0) -> Stretch:
        start, end = self.match.span(group)
        return start + self.offset, end + self.offset


@dataclass(slots=True)
class Speakers:
    """Who can be meant while the sentences of one message are read in order."""

    source: SourceText
    record: Record
    body: int = 0
    """Where the text of the message begins."""
    quotations: Sequence[Stretch] = ()
    """What stands between quotation marks in it."""
    made: list[tuple[int, tuple[Passage, ...]]] = field(default_factory=list)
    """Who made claims so far, and where; a body or a group is whom "they" and "it" can mean on the same line."""
    telling: Reported | None = None
    """Whose words the sentence gives that is being read."""
    teller: tuple[Passage, ...] = ()
    """Who told last."""
    told: tuple[Passage, ...] = ()
    """Who tells in this sentence, or, while its own teller is looked for, in the one before."""
    quoted: tuple[Passage, ...] = ()
    """Whose words a colon opened, behind the sentence at ``quoted_from`` as far as ``quoted_to``; perhaps nobody's."""
    asking: bool = False
    """Whether those words are asked: "The Government asks: / A credit of 25 million"."""
    quoted_from: int = 0
    quoted_to: int = 0

    @classmethod
    def over(cls, source: SourceText, record: Record, stretches: Sequence[Stretch]) -> Speakers:
        """Those of a message whose text these stretches are."""
        body = stretches[0][0] if stretches else 0
        return cls(source, record, body, quoted_speech.spans(source.text, stretches))

    def hear(self, sentence: str, start: int) -> None:
        """Begin a sentence: whose words does it give?"""
        self._quote(sentence, start)
        self.telling = reported(sentence, start)
        self.told = self._teller(self.telling) if self.telling else ()
        self.teller = self.told or self.teller

    def _told_that(self) -> bool:
        """Whether the words are told with a "that": "He replied that …"."""
        return self.telling is not None and self.source.text.endswith("that ", 0, self.telling.end)

    def _quote(self, sentence: str, start: int) -> None:
        """Whether the words go on to be somebody's, to the end of the line: "Military attaché at Vologda reports:"."""
        if start >= self.quoted_to:
            self.quoted, self.quoted_from, self.quoted_to, self.asking = (), 0, 0, False
        opens = fragment("QUOTING").match(sentence) if sentence.endswith(":") else None
        if opens:
            text, begins = self.source.text, start + len(sentence)
            while begins < len(text) and text[begins].isspace():
                begins += 1
            line = text.find("\n", begins)
            self.quoted = self._opens(opens, start)
            self.asking = _ASKING.search(sentence) is not None
            self.quoted_from, self.quoted_to = start, line if line >= 0 else len(text)

    def _opens(self, opens: re.Match[str], start: int) -> tuple[Passage, ...]:
        """Who is said to say what follows a colon; nobody for a "he" that no name stands before."""
        if opens["source"]:
            return named(self.source, opens.start("source") + start, opens.end("source") + start)
        if opens["who"] is None:
            return self.named_last(start + opens.end())
        who = subject_of(self.source.text, start, opens.start("who") + start, opens.end("who") + start)
        return named(self.source, *who) if who else ()

    def of(self, match: Match, figure: int | None = None) -> tuple[Passage, ...]:
        """The claimants of a family's match, for a report of the ``figure`` at a place; none where nothing tells."""
        return own_bodies.in_paper(self.record, self.source.family, self._of(match, figure))

    def _of(self, match: Match, figure: int | None) -> tuple[Passage, ...]:
        family = match.family
        between = self._between_marks(match.span()[0])
        if family.by == "addressee":
            third = told_to_others.told(self.source, self.body, match.span()[0])
            return () if between is not None else third or parties(self.record, "addressee", "receiver")
        if family.by in ("before", "last") and self.telling and self.told and match.span()[0] == self.telling.end:
            return self.told  # "He said that he …", "The Staff considers that it …"
        if family.by == "before":
            she = self.source.text[match.span()[0] : match.span()[0] + 3].lower() == "she"
            return self.named_last(match.span()[0]) or (self._made_last(match.span()[0]) if she else ())
        if family.by == "unsaid":
            return self._unsaid(match.offset)
        if family.by == "last":
            return self._made_last(match.span()[0])
        if family.by == "told" and not (self.telling and self.telling.holds(match.span()[0]) and self._told_that()):
            return ()
        if family.by == "relative":
            who = antecedent(self.source.text, match.offset, match.span()[0])
            return named(self.source, *who) if who else ()
        if family.by == "same":
            passive = _PASSIVE.search(self.source.text, match.offset, match.span()[0])
            return () if passive and _PARTICIPLE.match(match.match[0]) else self._subject(match.offset, match.span()[0])
        if family.by == "who":
            whole = match.span()[0] < match.span("who")[0]  # "have been asked by Admiral Berg for 40 men"
            named_at = match.span("who")
            if whole and named_at[1] == match.span()[1] and self.source.text.endswith(".", *named_at):
                named_at = (named_at[0], named_at[1] - 1)  # "… is not acceptable to Nepal."
            if own_bodies.is_ours(self.source.text[slice(*named_at)]):
                return self._speaking(match.span()[0])
            who = named_at if whole else subject_of(self.source.text, match.offset, *named_at)
            return named_with_row(self.source, self.record, match.offset, who) if who else ()
        place = match.span()[0] if figure is None else figure
        if self.telling and family.head != "WE" and self._holds(self.telling, match, figure):
            return self.told
        if family.head != "WE" and family.kind in _TOLD_WITHIN:
            inner = told_within(self.source.text, match.offset, match.span()[1] if figure is None else figure)
            if inner and (inner.who or family.kind != "report"):
                return named(self.source, *inner.who) if inner.who else ()
        whom = by_whom(self.source.text, *match.span()) if family.refers else None
        if whom and (found := named_with_row(self.source, self.record, match.offset, whom)):
            return found
        told = family.kind in _TOLD_OF and not family.head
        if told and (he := _HE_SAID.search(self.source.text, match.offset, match.span()[0])):
            return self.named_last(he.start("he"))
        said = said_by(self.source.text, match.offset, match.span()[0]) if told else None
        if said and (found := named(self.source, *said)):
            return found
        if between is not None:
            return between
        if place < self.quoted_to and match.offset > self.quoted_from:
            return () if family.kind == "report" and self.asking else self.quoted
        return self._speaking(match.span()[0])

    def _speaking(self, place: int) -> tuple[Passage, ...]:
        """Who says "I" at a place: whose line of the minutes it is, who writes the message inside, or the writer."""
        inner = speaker(self.source, self.record, place) or carried(self.source, self.record, self.body, place)
        return inner or self._writer()

    def _between_marks(self, place: int) -> tuple[Passage, ...] | None:
        """Who says what is quoted at a place, perhaps nobody; None where the writer speaks."""
        said = quoted_speech.said(self.source.text, self.quotations, place)
        if said is None or said.word == "you":
            return parties(self.record, "addressee", "receiver") if said else None
        if said.word == "who":
            return named(self.source, said.start, said.end)
        return self.named_last(said.start) if said.word == "he" else ()

    def _holds(self, telling: Reported, match: Match, figure: int | None) -> bool:
        """Whether a match, or a figure of it, lies in another's words; one that begins before them ends there."""
        start, end = match.span()
        if figure is not None:
            return telling.holds(figure, anywhere=True)
        return telling.holds(start) or (telling.who is not None and start < telling.end < end)

    def _writer(self) -> tuple[Passage, ...]:
        """Who writes: the sender, or the body of whose decision a secretary signs the extract."""
        writers = parties(self.record, "sender", "author", "signature")
        inside = "/enclosed/" in self.record.id
        signed = not inside and all(one.entity in ("person", "name") for one in writers)
        if inside and not writers:
            return deciding.attached(self.source, self.body)
        return (deciding.body(self.source, self.body) if signed else ()) or writers or deciding.speaking(self.source)

    def _teller(self, telling: Reported) -> tuple[Passage, ...]:
        """Who says what a sentence gives as another's words; "he" goes on telling from the sentence before."""
        if telling.who:
            text, (start, end) = self.source.text, telling.who
            line = sentences.paragraph(text, start)
            who = (start, end) if text.endswith("ccording to ", 0, start) else subject_of(text, line + 1, start, end)
            return named(self.source, *who) if who else ()
        if self.told and self.told[0].spans[0].start > sentences.paragraph(self.source.text, telling.end):
            return tuple(replace(one, certainty="0.75", basis="inferred") for one in self.told)
        if telling.unnamed:
            return ()
        return self.named_last(telling.end)

    def named_last(self, place: int) -> tuple[Passage, ...]:
        """Whom "he" means: the person named last before on the same line; of several in a sentence, its subject."""
        line = sentences.paragraph(self.source.text, place)
        if (courteous := meant(self.source, self.record, line, place)) is not None:
            return courteous
        if telling := claim_pronouns.teller(self.source, line, place):
            return tuple(replace(one, certainty="0.75", basis="inferred") for one in telling)
        people, spoken_of = self._people(line, place)
        if spoken_of and not people:
            return ()
        taken_up = [man for man in people if not is_aside(self.source.text, line, man.spans[0].start)]
        if not taken_up:
            above = self._named_above(line, place) if people or place - line <= OPENS_LINE else ()
            office = office_before(self.source, line + 1, place)
            return office or above or (() if people else self._dealt_with(line))
        if office := office_between(self.source, taken_up[-1].spans[0].end, place):
            return office
        people = taken_up
        begin = self.source.text.rfind(". ", line, people[-1].spans[0].start) + 2
        begin = max(begin, line)
        together = [passage for passage in people if passage.spans[0].start >= begin]
        if len({passage.text.split()[-1].lower() for passage in together}) > 1:
            opens = together[0].spans[0].start - begin <= OPENING
            people = together[:1] if opens else people
        return tuple(replace(man, rule=CLAIMANT, certainty="0.75", basis="inferred") for man in people[-1:])

    def _people(self, line: int, place: int) -> tuple[list[Passage], bool]:
        """The people of a line whom a pronoun at a place can mean; and whether others are only spoken of there."""
        text, woman = self.source.text, claim_pronouns.means_woman(self.source.text, place)
        people = [
            passage
            for passage in self.record.fields.get("mentions", ())
            if passage.entity == "person"
            and line < passage.spans[0].start < place
            and claim_pronouns.can_be(self.source, passage, woman=woman)
        ]
        spoken_of = [man for man in people if claim_pronouns.is_spoken_of(text, line, man)]
        others = [man for man in people if man not in spoken_of]
        another = any(claim_pronouns.another_is_meant(text, line, man) for man in spoken_of)
        return (others, bool(spoken_of)) if others or another else (people, False)

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

    def _dealt_with(self, line: int) -> tuple[Passage, ...]:
        """With whom the paper has to do some paragraphs before: who received the writer, or told him something."""
        for _ in range(PARAGRAPHS):
            if line <= 0:
                break
            above = sentences.paragraph(self.source.text, line - 1)
            people = [
                man
                for man in self.record.fields.get("mentions", ())
                if man.entity == "person" and above < man.spans[0].start < line
            ]
            met = [man for man in people if claim_pronouns.is_dealt_with(self.source.text, above, man)]
            if met:
                alone = len({man.text.split()[-1].lower() for man in met}) == 1
                return tuple(replace(m, rule=CLAIMANT, certainty="0.7", basis="inferred") for m in met[-1:] if alone)
            line = above
        return ()

    def _made_last(self, place: int) -> tuple[Passage, ...]:
        line = sentences.paragraph(self.source.text, place)
        before = [made for made in self.made if line < made[0] < place]
        begins, last = max(before, key=lambda made: made[0], default=(0, ()))
        known = last and last[0].entity in ("body", "group")
        together = self.source.text[place : place + 4].lower() == "they"
        if not known and (body := self._opening_body(line, place)):
            return body
        if known and together and others_between(self.source.text, max(last[0].spans[0].end, begins), place):
            return ()
        if known:
            return tuple([replace(item, certainty="0.75", basis="inferred") for item in last])
        if not before and place - line < OPENING and (same := self._made_above(line)):
            return same
        group = group_before(self.source, line + 1, place) if together and not before else ()
        if group and others_beside(self.source.text, group[0].spans[0], line, place):
            return ()
        if together and not before and not group and place - line < OPENING:
            return self._body_above(line)
        return tuple([replace(item, certainty="0.75", basis="inferred") for item in group])

    def _body_above(self, line: int) -> tuple[Passage, ...]:
        """The body that the nearest of some paragraphs before names, alone or as the writer's own government."""
        for _ in range(PARAGRAPHS):
            if line <= 0:
                break
            above = sentences.paragraph(self.source.text, line - 1)
            if own_government(self.source.text, above + 1, line):
                return parties(self.record, "sender", "author", "signature")
            group = group_before(self.source, above + 1, line)
            if group or others_between(self.source.text, above + 1, line):
                return tuple(replace(item, certainty="0.7", basis="inferred") for item in group)
            line = above
        return ()

    def _made_above(self, line: int) -> tuple[Passage, ...]:
        """The body that made the last claim of the paragraph before, whom a "they" that opens the next one means."""
        above = sentences.paragraph(self.source.text, line - 1) if line > 0 else line
        made = [one for one in self.made if above < one[0] < line]
        _, last = max(made, key=lambda one: one[0], default=(0, ()))
        bodies = all(one.entity in ("body", "group") for one in last)
        return tuple(replace(one, rule=CLAIMANT, certainty="0.7", basis="inferred") for one in last) if bodies else ()

    def _unsaid(self, place: int) -> tuple[Passage, ...]:
        """Whom a telegram means that leaves the subject out: who told, claimed or did something the sentence before."""
        text, line = self.source.text, sentences.paragraph(self.source.text, place)
        made = [one for one in self.made if line < one[0] < place]
        _, found = max(made, key=lambda one: one[0], default=(0, ()))
        if not found and self.teller and line < self.teller[0].spans[0].start < place:
            found = self.teller
        if not found and place - line > OPENS_LINE:
            begin = max(text.rfind(". ", line + 1, place - 2) + 2, line + 1)
            before = subject(text, begin, place)
            found = named(self.source, before.start, before.end) if before and before.word == "who" else ()
        return tuple(replace(one, rule=CLAIMANT, certainty="0.7", basis="inferred") for one in found)

    def _opening_body(self, line: int, place: int) -> tuple[Passage, ...]:
        """The body that the sentence before opens with, whom an "it" or "they" that opens the next one means."""
        text = self.source.text
        before = text.rfind(". ", line + 1, place - 2) + 2 if text.endswith((". ", ".\n"), 0, place) else 0
        begin = max(before, line + 1)
        found = subject(text, begin, place) if before else None
        if found and found.word == "we" and text.endswith("overnment", found.start, found.end):
            return tuple(replace(one, certainty="0.75", basis="inferred") for one in self._writer())
        if found and found.word == "they" and text.startswith(("It ", "They "), found.start):
            return self._made_last(found.start)
        body = named(self.source, found.start, found.end) if found and found.word == "who" else ()
        if len(body) != 1 or body[0].entity != "body" or others_between(text, found.end if found else begin, place):
            return ()
        return tuple(replace(item, certainty="0.75", basis="inferred") for item in body)

    def _subject(self, start: int, place: int) -> tuple[Passage, ...]:
        """Who begins the sentence, or the clause behind a semicolon: whom "… and has asked" means."""
        found = subject(self.source.text, start, place)
        if found is None:
            return ()
        if found.word == "who":
            return named(self.source, found.start, found.end)
        if found.word == "we" and _TO_US.match(self.source.text, place):
            return ()  # "I write to the Ministry and Sonnino cables and wishes me to say"
        if found.word == "we":
            return parties(self.record, "sender", "author", "signature")
        return (self.named_last if found.word == "he" else self._made_last)(found.start)


_ASKING = compiled(r"\b(?:asks?|asked|requests?|requested)\b[^,;:]{0,40}:$")
OPENING = 40
"""A name that begins within so many characters of its sentence is its subject."""
PARAGRAPHS = 5
"""So many paragraphs before one that opens with "they" are searched for whom it means."""
OPENS_LINE = 8
"""A pronoun within so many characters of its line's beginning, a point's number among them, opens it."""

_TOLD_OF = frozenset({"offer", "promise", "ceiling", "refusal"})
"""Kinds that a paper tells of others in its own words: "the Foreign Office says rubles may be supplied"."""

_TOLD_WITHIN = _TOLD_OF | {"report"}
"""Kinds whose words the middle of a sentence may give as another's; of a report nobody else is guessed."""

_HE_SAID = compiled(
    r"\b(?P<he>he|she) (?:suggests?|suggested|proposes?|proposed|says?|said|states?|stated|thinks|thought|recommends?|"
    r"recommended|estimates|estimated|believes|believed)\b"
)
_TO_US = compiled(r"(?:and|but) (?:[a-z]+ ){1,3}(?:me|us)\b")
_PASSIVE = compiled(r"\b(?:been|was|were|is|are|be) [a-z]+(?:ed|en)\b[^,;:]{0,60} $")
_PARTICIPLE = compiled(r"(?:and|but) (?:\w+ly )?[a-z]+ed\b")
"""What was done goes on: "proof had been offered and declined", which says nobody who declined."""
