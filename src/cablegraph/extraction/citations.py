"""Papers a paper points to, as placeholders with what is known: ``We received your telegram of June 21.``

"My" is from the sender to the addressee, "your" the reverse; whoever only passes the paper on is neither. The words
that point are evidence enough for both; who they are, the paper's own edges say (model section 4, rule 4).
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from cablegraph import dates
from cablegraph.evidence import Passage, Rule
from cablegraph.extraction import (
    citing,
    citing_named,
    citing_noted,
    citing_numbered,
    citing_replies,
    citing_writers,
    fulfilling,
    names,
    topics,
)
from cablegraph.extraction.cited import Cited
from cablegraph.extraction.citing_sides import Side, sides, sides_of_carried
from cablegraph.extraction.overlaps import Overlaps
from cablegraph.patterns import compiled
from cablegraph.record import Record, SourceText

Stretch = tuple[int, int]
TopicsIn = Callable[[SourceText, int, int], tuple[Passage, ...]]

_CERTAINTY: Final = {
    "my-paper": "0.97",
    "your-paper": "0.97",
    "office-paper": "0.95",
    "telegraphese": "0.97",
    "number-referred-to": "0.9",
    "named-paper": "0.9",
    "paper-of": "0.85",
    "numbered-paper": "0.85",
    "summary": "0.9",
    "footnote": "0.9",
}
_OF_STATE = compiled(r"\bDep(?:artment|t)|Secretary\sof\sState", re.IGNORECASE)
_KEEPS: Final = Rule("citations.keeps-a-promise", certainty="0.9")
_SUMMARY: Final = Rule("citations.summary", certainty=_CERTAINTY["summary"])


def extract(
    source: SourceText,
    record: Record,
    stretches: Sequence[Stretch],
    catalogue: Sequence[Stretch] = (),
    *,
    notes: Sequence[Stretch] = (),
    order: dates.Order | None = None,
    topics_in: TopicsIn | None = topics.in_words,
    around: dates.DateValue | None = None,
    carried: Record | None = None,
) -> tuple[Record, ...]:
    """Part ``citations`` of a message: one record a paper pointed to, in the order of the text.

    ``record`` is the message as read so far (sender, author, addressee, receiver, relay, date). ``stretches`` are its
    own words, lines such as "To No. 1726" included; ``catalogue`` the summary, whose words are a second reading of a
    citation that the text has; so are the footnotes, ``notes``, which may also name papers of their own by number.
    ``topics_in`` reads the topics of the words about a speech. ``around`` is the date of the page, which gives a
    message without a date the year of what it cites. In a message that is ``carried`` for others to the end of the
    text, "my" and "your" are theirs who are named there.
    """
    mine, theirs = own_sides = sides(record)
    inner_sides = sides_of_carried(carried, own_sides) if carried else own_sides
    inner = int(carried.text_of("start")) if carried else len(source.text)
    context = record.text_of("date") or (around.edtf if around else None)
    found: list[Cited] = []
    for start, end in stretches:
        cited_there = _found(source.text, start, end, context, order)
        found.extend(citing_replies.of_its_month(source.text, one, context) for one in cited_there)
    own = record.text_of("number")
    drafts = _Drafts()
    before: Cited | None = None
    for cited in sorted(found, key=lambda one: (one.start, one.words)):
        cited, before = citing_replies.to_its_writer(source.text, cited, before), cited
        unclaimed = cited.whose in ("nobody", "named") and not cited.by
        if cited.number and cited.number == own and (unclaimed or source.text.endswith(_ADDRESSED, 0, cited.start)):
            continue  # "Addressed to Peking telegram No. 784" is the paper itself
        if cited.whose == "mine" and _PASSED_AS.search(source.text, max(0, cited.start - 160), cited.start):
            continue  # "please pass to Paris as my telegram No. 12" is the paper itself under another number
        instructed = cited.form == "instruction" and not cited.number
        if instructed and _WISHED.search(source.text, max(0, cited.start - 40), cited.start):
            continue
        if cited.whose == "named" and _is_headline(source.text, cited, stretches):
            continue  # "Premier Chou En-lai's letter to Prime Minister Nehru" over that letter
        both = inner_sides if cited.whose in ("mine", "theirs") and cited.start >= inner else own_sides
        if cited.whose == "mine" and cited.form == "note" and record.text_of("form") in _TO_OWN_OFFICE:
            both = (both[0], Side())
        drafts.take(_draft(source, cited, *both, topics_in))
    _join_bare(drafts.all)
    for start, end in catalogue:
        for cited in citing_named.find(source.text, start, end, context=context, order=order):
            _second_reading(source, cited, drafts.all)
    year = f"{context[:4]}-12-31" if context and context[:4].isdigit() else context  # editors say another year
    for start, end in notes:
        first = citing_numbered.of_footnote(source.text, start, end, context=year, order=order)
        for cited in (*first, *_found(source.text, start, end, year, order)):
            if cited.number and cited.form and not _same_number(source, cited, drafts.all):
                drafts.take(_draft(source, cited, mine, theirs, topics_in, note=True))
    return citing_noted.with_days(source, [one.record(record.id, source) for one in drafts.all], notes, year, order)


_PASSED_AS = compiled(
    r"\b(?:(?i:pass|relay|forward|transmit|address)(?:ed)?|(?i:repeat))\b[^.;:]{2,90}?\bas\s(?:(?:my|our)(?:\s(?:telegrams?|Nos?\.?|\d+,?|and))*\s)?$"
)
_TO_OWN_OFFICE: Final = frozenset({"telegram", "ciphered-telegram", "despatch", "instruction"})
"""In these papers "our note of 17 June" went to the government where the mission is, not to who reads them."""
_WISHED = compiled(
    r"\b(?:request|await|ask|beg|solicit|desire|need|require|want)(?:s|ed|ing)?\s(?:for\s)?(?:any\s|further\s|fresh\s)?\Z"
)
"""``I request your instructions until 10 August``: there are none yet."""


def _found(text: str, start: int, end: int, context: str | None, order: dates.Order | None) -> Iterator[Cited]:
    """The papers that a stretch points to: by possessives and telegraphese, and else by names and days."""
    direct = list(citing.find(text, start, end, context=context, order=order))
    for one in direct:
        yield citing_writers.completed(text, one, start, end, context, order)
    taken = Overlaps(other.words for other in direct)
    for one in citing_named.find(text, start, end, context=context, order=order):
        if not taken.touch(*one.words):
            yield citing_writers.completed(text, one, start, end, context, order)


def _same_number(source: SourceText, cited: Cited, drafts: Sequence[_Draft]) -> bool:
    """Whether the text itself cites the paper of this number: ``Telegram 491, September 27`` below adds its day."""
    for draft in drafts:
        if draft.value("number") != cited.number or draft.value("form") not in ("", cited.form):
            continue
        if cited.date and draft.value("date") not in ("", cited.date.edtf):
            continue
        rule = Rule("citations.footnote", certainty=_CERTAINTY["footnote"])
        draft.add("number", source.cite(cited.words, rule, cited.number))
        if cited.date:
            draft.add("date", source.cite(cited.words, rule, cited.date.edtf, basis=cited.date.basis))
        return True
    return False


def _join_bare(drafts: list[_Draft]) -> None:
    """``Reply to No. 2209`` above and ``your No. 2209`` below are one paper: the first says only its number."""
    for bare in [one for one in drafts if _is_bare(one)]:
        alike = [one for one in drafts if one.value("number") == bare.value("number") and one is not bare]
        if len(alike) == 1 and not _is_bare(alike[0]) and bare.value("form") in ("", alike[0].value("form")):
            first, later = (bare, alike[0]) if bare.start < alike[0].start else (alike[0], bare)
            first.join(later)
            drafts.remove(later)


def _is_bare(draft: _Draft) -> bool:
    parties = any(draft.names(field) for field in ("sender", "author", "addressee"))
    return len(draft.value("number")) > 1 and not parties and not draft.value("date")


_ADDRESSED: Final = ("addressed to ", "Addressed to ", "ddressed to the ")
_HEADLINE: Final = 400
"""A paper's own headline stands within so many characters of its beginning."""


def _is_headline(text: str, cited: Cited, stretches: Sequence[Stretch]) -> bool:
    """Whether the words fill a line of the heading, which says who wrote this paper to whom."""
    alone = cited.to is None and (cited.form != "speech" or cited.date is not None)
    if cited.by is None or alone or cited.number or cited.start - stretches[0][0] > _HEADLINE:
        return False
    first = text.rfind("\n", 0, cited.start) + 1
    last = text.find("\n", cited.words[1])
    return text[first : last if last >= 0 else len(text)].strip(" .") == text[slice(*cited.words)].strip(" .")


_Parties = tuple[frozenset[str], frozenset[str]]
_Key = tuple[_Parties, str, str, str | None, str]


class _Draft:
    """A citation in the making: its fields, growing with each further reading."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.fields: dict[str, dict[Passage, None]] = {}
        self._by: dict[str, frozenset[str]] = {"sender": frozenset(), "author": frozenset()}

    def add(self, field: str, passage: Passage) -> None:
        """One passage more; the same words are not read twice."""
        self.fields.setdefault(field, {}).setdefault(passage)
        if field in self._by and passage.text not in self._by[field]:
            self._by[field] |= {passage.text}

    def value(self, field: str) -> str:
        passages = self.fields.get(field)
        return next(iter(passages)).text if passages else ""

    def names(self, field: str) -> frozenset[str]:
        return frozenset(passage.text for passage in self.fields.get(field, ()))

    def parties(self) -> _Parties:
        """Who wrote it, as far as it is said."""
        return self._by["sender"], self._by["author"]

    def join(self, other: _Draft) -> None:
        """Take over the readings of the same paper; the node stays where it was named first."""
        for field, passages in other.fields.items():
            if field != "start":
                for passage in passages:
                    self.add(field, passage)

    def record(self, document: str, source: SourceText) -> Record:
        return Record(document, source, {name: tuple(passages) for name, passages in self.fields.items() if passages})


class _Drafts:
    """The drafts of a message in order, found by what the citations of one paper share."""

    def __init__(self) -> None:
        self.all: list[_Draft] = []
        self._forms: dict[str, None] = {}
        self._known: dict[_Key, list[int]] = {}

    def take(self, draft: _Draft) -> None:
        """The draft joins the first that cites the same paper, or is one more."""
        place = min((order for key in self._alike(draft) for order in self._standing(key)), default=None)
        if place is None:
            place = len(self.all)
            self.all.append(draft)
            before: frozenset[_Key] = frozenset()
        else:
            before = frozenset(_keys(self.all[place]))
            self.all[place].join(draft)
        self._forms.setdefault(self.all[place].value("form"))
        for key in _keys(self.all[place]):
            if key not in before:
                insort(self._known.setdefault(key, []), place)

    def _standing(self, key: _Key) -> list[int]:
        """The first draft that has this key; those that have been told more since have others."""
        known = self._known.get(key, [])
        while known and key not in _keys(self.all[known[0]]):
            known.pop(0)
        return known[:1]

    def _alike(self, draft: _Draft) -> Iterator[_Key]:
        """The same paper: sender and author agree, and number or date, and nothing speaks against it."""
        parties, number, day, form = draft.parties(), *(draft.value(field) for field in ("number", "date", "form"))
        for kind in (form, "") if form else tuple(self._forms):
            if number:
                yield from ((parties, "number", number, other, kind) for other in ((day, "") if day else (None,)))
            if day:
                yield from ((parties, "date", day, other, kind) for other in ((number, "") if number else (None,)))


def _keys(draft: _Draft) -> list[_Key]:
    """Under what a draft is looked for: number or date, with the other or whatever the other may be."""
    parties, number, day, form = draft.parties(), *(draft.value(field) for field in ("number", "date", "form"))
    by_number = [(parties, "number", number, other, form) for other in (day, None)] if number else []
    by_date = [(parties, "date", day, other, form) for other in (number, None)] if day else []
    return [*by_number, *by_date]


def _draft(
    source: SourceText, cited: Cited, mine: Side, theirs: Side, topics_in: TopicsIn | None, *, note: bool = False
) -> _Draft:
    rule = Rule(f"citations.{cited.rule}", certainty=_CERTAINTY[cited.rule])
    draft = _Draft(cited.start)
    own = (cited.start, cited.words[1])
    draft.add("start", source.cite(own, rule, str(cited.start)))
    if cited.form:
        draft.add("form", source.cite(cited.words, rule, cited.form))
    if cited.number:
        draft.add("number", source.cite(cited.words, rule, cited.number))
    if cited.date:
        draft.add("date", source.cite(cited.words, rule, cited.date.edtf, basis=cited.date.basis))
    sender, addressee = _parties(source, cited, mine, theirs, note)
    if cited.to and cited.whose != "named":
        named = _named(source, cited.to)
        elsewhere = cited.whose in ("department", "mine") and named and named[0][1] == "place"
        addressee = named if named and named[0][1] in ("person", "position") else () if elsewhere else addressee
    if cited.whom:
        addressee = {"writer": mine.parties, "reader": theirs.parties}.get(cited.whom, addressee if cited.to else ())
    for field, parties in (("author" if cited.form == "speech" else "sender", sender), ("addressee", addressee)):
        for name, entity in parties:
            draft.add(field, source.cite(cited.words, rule, name, entity=entity))
    if cited.answers:
        draft.add("answers", source.cite(cited.words, rule, "true"))
    if cited.whose == "mine" and (said := fulfilling.find(source.text, *cited.words)):
        draft.add("keeps", source.cite((said.start, said.end), _KEEPS, said.kind))
    if topics_in is not None and cited.whose == "named":
        draft.fields["topics"] = dict.fromkeys(topics_in(source, *cited.words))
    return draft


Parties = tuple[tuple[str, str], ...]


def _parties(source: SourceText, cited: Cited, mine: Side, theirs: Side, note: bool) -> tuple[Parties, Parties]:
    """Sender and addressee of the cited paper, which the paper itself speaks of or an editor's ``note``."""
    if cited.whose == "mine":
        return mine.parties, theirs.parties
    if cited.whose == "theirs":
        return theirs.parties, mine.parties
    if cited.whose == "named":
        return _named(source, cited.by), _named(source, cited.to)
    if cited.whose == "nobody":
        return (), ()
    if cited.whose == "post" and mine.post and not note and _ANOTHER_MAN.search(source.text, *cited.words):
        return (), ()
    if cited.whose == "post" and mine.post and theirs.post and not note:
        words = source.text[slice(*cited.words)].lower()
        kind = next((one for one in ("legation", "embassy", "consulate") if one in words), "")
        if (kind in mine.missions) != (kind in theirs.missions):
            writer, reader = (mine, theirs) if kind in mine.missions else (theirs, mine)
            return writer.parties, reader.parties
    department, post = (mine, theirs) if mine.department and not theirs.department else (theirs, mine)
    if not department.department:
        return _of_neither_office(source, cited, mine, theirs)
    pair = department.parties, post.parties
    return pair if cited.whose == "department" else (pair[1], pair[0])


_ANOTHER_MAN = compiled(r"\b(?i:minister|ambassador|consul|consul general|commissioner|chargé)[’']s\b")
"""``the Minister's reply``, in a Minister's own paper: nobody speaks of himself so."""


def _of_neither_office(source: SourceText, cited: Cited, mine: Side, theirs: Side) -> tuple[Parties, Parties]:
    """Two posts write to each other of a third party, the Department; an Embassy is whoever of the two is one."""
    if mine.post != theirs.post:
        post, other = (mine, theirs) if mine.post else (theirs, mine)
        if cited.whose == "post":
            return post.parties, other.parties
        if cited.rule == "telegraphese" and theirs.post:  # a Secretary signs by his name: "ReDeptel" is his side's
            return other.parties, post.parties
    american = cited.rule == "telegraphese" or source.family.startswith("frus")
    if american or (cited.whose == "department" and _OF_STATE.search(source.text, *cited.words)):
        if cited.whose == "post" and not mine.post:
            return (), ()  # "the Embassy's note" in an official's memorandum: whose embassy, it does not say
        named = (("Department of State", "body"),)
        return (named, mine.parties) if cited.whose == "department" else (mine.parties, named)
    return (), ()


def _named(source: SourceText, words: Stretch | None) -> Parties:
    if words is None:
        return ()
    party = names.parse(source.text, *words)
    if party is not None and party.entity == "position" and "," in party.name:  # "Governor of Kiangsu, Han Kuo-chun"
        holders = names.parties(source.text, *words)
        party = holders[0] if len(holders) == 1 else party
    if party is not None and party.entity == "body" and " and the " in party.name:
        both = names.parties(source.text, *words)
        if len(both) > 1 and all(one.entity == "body" for one in both):
            return tuple((one.name, one.entity) for one in both)
    if party is None and source.text.find(",", *words) >= 0:  # "comrades Andropov Yu. V., Gromyko A. A."
        several = names.parties(source.text, *words)
        if several and all(one.entity == "person" and one.name for one in several):
            return tuple((one.name, one.entity) for one in several)
    if party is None or not party.name:
        return ()
    return ((party.name, party.entity),)


def _second_reading(source: SourceText, cited: Cited, drafts: Sequence[_Draft]) -> None:
    """What the summary says of a paper that the text cites too: "Stalin's response to Mao's 21 June telegram"."""
    writer = _named(source, cited.by)
    if not writer or cited.date is None:
        return
    for draft in drafts:
        senders = draft.names("sender") | draft.names("author")
        if draft.value("date") == cited.date.edtf and any(_alike(writer[0][0], name) for name in senders):
            words, answers = _with_subject(source.text, cited.words)
            for passage in tuple(draft.fields.get("sender", ())):
                draft.add("sender", source.cite(words, _SUMMARY, passage.text, entity=passage.entity))
            draft.add("date", source.cite(words, _SUMMARY, cited.date.edtf, basis=cited.date.basis))
            if answers or cited.answers:
                draft.add("answers", source.cite(words, _SUMMARY, "true"))
            return


_SUBJECT = compiled(r"(?:[A-ZÀ-Ž][\w. -]{1,40}[’']s?\s)?(?:reply|response|answer)\sto\s(?:the\s)?$", re.IGNORECASE)


def _with_subject(text: str, words: Stretch) -> tuple[Stretch, bool]:
    """``Mao's 21 June telegram`` with ``Stalin's response to`` before it, and whether that stands there."""
    begin = max(0, words[0] - 60)
    match = _SUBJECT.search(text[begin : words[0]])
    return ((begin + match.start(), words[1]), True) if match else (words, False)


def _alike(one: str, other: str) -> bool:
    """Whether two spellings may be one person's: ``Mao`` and ``Mao Zedong``."""
    return bool(set(one.lower().split()) & set(other.lower().split()))
