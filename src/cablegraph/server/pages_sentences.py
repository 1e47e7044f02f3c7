"""What a paper tells, an entry for each thing told, in plain words.

Of a claim ``Joseph Stalin sets a limit: armament for not more than 10 divisions``, of a paper it cites ``a telegram
of 21 June 1951 from Mao Zedong to Joseph Stalin``. Every fact belongs to one entry, and its words to the entry's *why*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cablegraph.called import spoken
from cablegraph.iri import CG, DCTERMS, DOC, RDFS, RICO, XSD
from cablegraph.server import pages_words
from cablegraph.server.pages_amounts import amount
from cablegraph.server.pages_document import DocumentView, Fact, Line, lines
from cablegraph.server.pages_speakers import another, many, somebody
from cablegraph.server.pages_text import Words
from cablegraph.server.reading_room import Catalogue, page_of

_REFERRING = frozenset((CG + "cites", CG + "announces", RICO + "isReplyTo"))
_TOPIC = CG + "claimTopic"
_POINT = re.compile(r"\A\(?\w{1,3}[.)]\s+")
QUOTED = 80
"""Letters of a passage that an entry quotes."""
QUOTED_WHOLE = 300
"""Letters of one whose end may say under what condition the rest is meant."""
_TIMES = frozenset((CG + "period", CG + "duration"))
_WITHIN = re.compile(r"(?:with)?in\b", re.IGNORECASE)
_ONLY = re.compile(r"\bonly (?:in|within|over|during)(?: the course of| the)?\s+\Z", re.IGNORECASE)
_SAME = frozenset((RDFS + "label", RICO + "textualValue"))
"""Properties that give a thing its name: where it is called so anyway they tell nothing new."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an entry: what the paper says (``value``), where that leads; our label of it; a word between."""

    text: str
    url: str = ""
    value: bool = False
    label: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An entry: what it says, the facts that it rests on, what is only possible and what is told below it."""

    parts: tuple[Part, ...]
    facts: tuple[Fact, ...]
    possible: tuple[Told, ...] = ()
    inner: tuple[Told, ...] = ()
    anchor: str = ""

    @property
    def first(self) -> Fact:
        """The fact whose status the entry shows."""
        return self.facts[0]

    @property
    def perhaps(self) -> tuple[Fact, ...]:
        """Held papers that may be the one that is cited."""
        return tuple(fact for fact in self.facts if fact.predicate == CG + "resolvedTo" and fact.status == "candidate")

    @property
    def words(self) -> tuple[Words, ...]:
        """All passages, each once, in the order of the text."""
        return tuple(sorted({word for fact in self.facts for word in fact.words}, key=lambda w: (w.start, w.end)))

    @property
    def completed(self) -> str:
        """What its words do not say by themselves: ``year inferred from the date of the paper``.

        Of a day that is stated as one thing and inferred as another it says as which: ``received on: year inferred …``.
        """
        same = [fact for fact in self.facts if fact.object == self.first.object and fact.subject == self.first.subject]
        parted = any(fact.inferred for fact in same) and not all(fact.inferred for fact in same)
        made = (f"{fact.label}: {completed(fact)}" if parted and fact in same else completed(fact)
                for fact in self.facts if fact.inferred)  # fmt: skip
        return ", ".join(dict.fromkeys(made))

    @property
    def said(self) -> str:
        """The entry as text."""
        return "".join(part.text for part in self.parts)


def completed(fact: Fact) -> str:
    """What the words of a fact leave to be completed, in short."""
    said = (word.quote for reading in fact.readings if reading.basis == "inferred" for word in reading.words)
    return pages_words.completed(fact.predicate, " ".join(said), short=True)


def told(shown: DocumentView, catalogue: Catalogue) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """Entries by heading. A name that a paper gives to a thing stands with the first entry about that thing."""
    writer = _Writer(shown, catalogue)
    words = pages_words.words()
    groups = []
    for title, own in shown.groups:
        if title == words["groups"]["names"]:
            # Of a message inside a paper the facts of the paper itself stand last.
            around = [line for line in own if line.first.subject.startswith(DOC)]
            groups.append((title, writer.named(line for line in own if line not in around)))
            groups.append((words["around"], writer.around(around)))
        else:
            groups.append((title, tuple(map(writer.entry, _together(own)))))
    return tuple((title, entries) for title, entries in groups if entries)


def resting(groups: Iterable[tuple[str, Iterable[Told]]], facts: Sequence[Fact]) -> list[Told]:
    """Entries of which one of these facts is a part, in the order of the facts, each once."""
    of = {
        fact.number: entry for _, entries in groups for top in entries for entry in _flat(top) for fact in entry.facts
    }
    found = {id(of[fact.number]): of[fact.number] for fact in facts if fact.number in of}
    return list(found.values())


class _Writer:
    """Writes the entries of one paper."""

    def __init__(self, shown: DocumentView, catalogue: Catalogue) -> None:
        self._shown, self._catalogue = shown, catalogue
        self._of: dict[str, list[Fact]] = {}
        for fact in shown.facts:
            self._of.setdefault(fact.subject, []).append(fact)
        self._spoken_of = {fact.object.value for fact in shown.facts if fact.object.is_iri}
        self._called = self._names()
        self._loose: list[Fact] = []
        """Facts of parts of the paper around, which no entry has yet."""

    def _names(self) -> dict[str, list[Fact]]:
        """By thing, the facts that only give it the name it is called by anyway, where an entry speaks of the thing."""
        found: dict[str, list[Fact]] = {}
        for subject, facts in self._of.items():
            if subject in self._spoken_of and not subject.startswith(self._shown.iri):
                label = self._catalogue.label(subject)
                same = [
                    f for f in facts if f.predicate in _SAME and f.asserted and f.value.casefold() == label.casefold()
                ]
                if same:
                    found[subject] = same
        return found

    def entry(self, line: Line) -> Told:
        """An entry of a line."""
        first = line.first
        anchor = first.object.value.removeprefix(self._shown.iri + "/") if first.children else ""
        whole = self._whole(line)
        parts = whole if whole else self._plain(line)
        below = _deep(first.children) or [fact for fact in self._loose if fact.subject == first.object.value]
        deep = below if whole else []
        self._loose = [fact for fact in self._loose if fact not in deep]
        own = tuple(dict.fromkeys([*line.facts, *deep]))
        facts = [*own, *(name for fact in own for name in self._called.pop(fact.object.value, ()))]
        inner = () if whole else tuple(map(self.entry, line.inner))
        return Told(parts, tuple(facts), tuple(map(self.entry, line.possible)), inner, anchor)

    def _whole(self, line: Line) -> tuple[Part, ...]:
        """What is told in one sentence; nothing where its parts stand below it, each by itself."""
        fact = line.first
        if fact.predicate == CG + "states":
            return tuple(self._claim(fact))
        if fact.predicate in _REFERRING:
            # Whoever answers a paper cites it.
            label = next((item.label for item in line.facts if item.predicate == RICO + "isReplyTo"), fact.label)
            return (Part(f"{label} ", label=True), *self._paper(self._of.get(fact.object.value, ())))
        if fact.predicate == RICO + "hasOrHadInstantiation":
            return tuple(self._copy(fact))
        if fact.predicate == CG + "hasGap":
            return tuple(self._gap(fact))
        if fact.predicate == RICO + "hasOrHadConstituent":
            begins = _POINT.sub("", fact.words[0].quote) if fact.words else ""
            return (Part(fact.value, value=True), *_quotation(begins))
        return ()

    def _plain(self, line: Line) -> tuple[Part, ...]:
        label = Part(f"{_listed(line.labels)} ", label=True)
        return (label,) if line.shown.object.datatype == XSD + "boolean" else (label, _value(line.shown))

    def _claim(self, fact: Fact) -> Iterator[Part]:
        # Of a claim that was rejected everything that was read of it was.
        every = self._of.get(fact.object.value, ())
        own, words = _by_predicate(every, rejected=not fact.asserted), pages_words.words()
        who = own.get(CG + "claimant", [])
        yield from _joined(who, " and ") if who else (Part(somebody(self._of[fact.subject], every)),)
        kind = own.get(CG + "claimKind")
        key = kind[0].object.value.rpartition("/")[2] if kind else ""
        timed = not own.keys().isdisjoint(_TIMES)
        verbs = words["claims-many" if many(who) else "claims"]
        verb, much, topics = str(verbs.get(key, kind[0].value if kind else "says")), self._amount(own), own.get(_TOPIC)
        if key == "offer" and timed and CG + "respondsTo" in own:
            # Whoever says in which time a request could be met has not offered all of it without condition.
            verb = words["conditions"]["fulfilled-many" if many(who) else "fulfilled"]
        said, most = self._said(fact, own), QUOTED_WHOLE if timed else QUOTED
        if much:
            yield Part(f" {verb}")
            yield from much
        elif said or not topics:
            yield Part(f" {verb.rstrip(':').removesuffix(' for')}")
        else:
            yield Part(" ".join(("", verb.rstrip(":"), str(words["claims-open"].get(key, "")))).rstrip())
        if topics:
            yield Part(" (")
            yield from _joined(topics)
            yield Part(")")
        if not much:
            yield from _quotation(said, most)
        for name, before in words["circumstances"].items():
            if facts := own.get(CG + name):
                yield Part(f"; {self._narrower(key, name, facts) or before} ")
                yield from self._answered(facts) if name == "respondsTo" else _joined(facts)
        if much and timed:
            yield from _quotation(said, most)
        if who and another(self._of[fact.subject], who):
            yield Part("; as this paper tells it")

    def _said(self, fact: Fact, own: Mapping[str, Sequence[Fact]]) -> str:
        """The words of a claim, with what follows them up to the time that it names: “… is possible, only in 1951”."""
        if not fact.words:
            return ""
        start, end = fact.words[0].start, fact.words[0].end
        times = (word for name in _TIMES for time in own.get(name, ()) for word in time.words)
        ends = [
            word.end for word in times if word.layer == fact.words[0].layer and end < word.end <= start + QUOTED_WHOLE
        ]
        return self._shown.words(start, max([end, *ends])) if ends else fact.words[0].quote

    def _narrower(self, kind: str, name: str, facts: Sequence[Fact]) -> str:
        """What stands before a time where the words bind it closer than that they name it; else nothing.

        “In the course of a single year is impossible” grants no year, “possible only in the course of 1951” no other.
        """
        conditions, words = pages_words.words()["conditions"], [word for fact in facts for word in fact.words]
        if kind == "refusal" and name == "duration" and any(_WITHIN.match(word.quote) for word in words):
            return str(conditions["refused"])
        before = (self._shown.text[max(0, word.start - QUOTED) : word.start] for word in words)
        return str(conditions["only"]) if name == "period" and any(map(_ONLY.search, before)) else ""

    def _amount(self, own: Mapping[str, Sequence[Fact]]) -> list[Part]:
        number = own.get(CG + "quantity")
        if not number:
            return []
        most, bound, unit, thing = (
            own[CG + name][0] if CG + name in own else None for name in ("quantityMax", "bound", "unit", "measureOf")
        )
        label, of = (fact.value if fact else "" for fact in (unit, thing))
        said = amount(number[0].value, most.value if most else "", _key(bound), _key(unit), label, of)
        return [Part(" "), Part(said, value=True)]

    def _answered(self, facts: Iterable[Fact]) -> Iterator[Part]:
        """The claims that a claim answers: ``the request of Mao Zedong``."""
        for number, fact in enumerate(facts):
            yield Part(", the " if number else "the ")
            yield Part(fact.value, fact.url, value=True)
            if who := _by_predicate(self._of.get(fact.object.value, ())).get(CG + "claimant"):
                yield Part(" of ")
                yield from _joined(who)

    def _paper(self, facts: Iterable[Fact]) -> Iterator[Part]:
        """A paper that another speaks of, by what is read of it."""
        own = _by_predicate(facts)
        form = own.get(RICO + "hasDocumentaryFormType")
        kind = form[0].value if form else "paper"
        yield Part("an " if kind[:1].lower() in "aeiou" else "a ")
        yield Part(kind, value=True)
        for name, before in pages_words.words()["cited"].items():
            prefix, _, local = name.partition(":")
            if found := own.get({"rico": RICO, "cg": CG}[prefix] + local):
                yield Part(before)
                yield from _joined(found)

    def _copy(self, fact: Fact) -> Iterator[Part]:
        """A copy by who holds it and what is written on it; nothing where neither is known."""
        own = _by_predicate(self._of.get(fact.object.value, ()))
        told_of = [(before, found) for name, before in _OF_A_COPY.items() if (found := own.get(name))]
        if told_of:
            yield Part(f"{fact.label} ", label=True)
        for number, (before, found) in enumerate(told_of):
            yield Part(f", {before} " if number else f"{before} ")
            yield from _joined(found)

    def _gap(self, fact: Fact) -> Iterator[Part]:
        own = _by_predicate(self._of.get(fact.object.value, ()))
        reason = own.get(CG + "gapReason")
        yield Part(f"{fact.label} ", label=True)
        yield Part(pages_words.words()["reasons"].get(_key(reason[0]), reason[0].value) if reason else "no reason said",
                   value=True)  # fmt: skip
        if missing := own.get(CG + "gapProperty"):
            yield Part(": ")
            yield from _joined(missing)

    def around(self, told_lines: Iterable[Line]) -> tuple[Told, ...]:
        """Entries of a paper around the message that is shown, its parts within the entries that name them."""
        facts = [fact for line in told_lines for fact in _whole_line(line)]
        parts = {fact.object.value for fact in facts}
        self._loose = [fact for fact in facts if fact.subject in parts]
        entries = [self.entry(line) for line in lines(fact for fact in facts if fact.subject not in parts)]
        done = {fact.number for top in entries for entry in _flat(top) for fact in entry.facts}
        return (*entries, *(self.entry(Line((fact,))) for fact in facts if fact.number not in done))

    def named(self, told_lines: Iterable[Line]) -> tuple[Told, ...]:
        """Names and posts by whose they are, what is only possible apart."""
        found: dict[tuple[str, bool], list[Fact]] = {}
        told_above = {name.number for names in self._names().values() for name in names}
        for fact in (fact for line in told_lines for fact in _whole_line(line)):
            if fact.number not in told_above:
                found.setdefault((fact.subject, fact.asserted), []).append(fact)
        entries = [self._whose(subject, own) for (subject, _), own in found.items()]
        left, self._called = self._called, {}
        return (*entries, *(self._whose(subject, own) for subject, own in left.items()))

    def _whose(self, subject: str, own: Sequence[Fact]) -> Told:
        whose = spoken(self._catalogue.dates[subject].label) if subject in self._catalogue.dates else ""
        parts = [Part(whose or self._catalogue.label(subject), page_of(subject), value=True)]
        for number, fact in enumerate(own):
            parts += [Part("; " if number else ": ")]
            same = fact.predicate in _SAME and fact.value == self._catalogue.label(subject)
            parts += [Part("named so here")] if same else [Part(f"{fact.label} ", label=True), _value(fact)]
        facts = [*own, *(name for fact in own for name in self._called.pop(fact.object.value, ()))]
        return Told(tuple(parts), tuple(facts))


_OF_A_COPY = {
    RICO + "hasOrHadHolder": "held by",
    RICO + "identifier": "shelfmark",
    DCTERMS + "bibliographicCitation": "printed in",
}


def _listed(words: Sequence[str]) -> str:
    """``passed on by and received by``: what runs on into a value is no row of words with commas."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _value(fact: Fact) -> Part:
    text = fact.value if len(fact.value) < 140 else fact.value[:120] + "…"
    return Part(spoken(text) if "/date/" in fact.url else text, fact.url, value=True)


def _quotation(words: str, most: int = QUOTED) -> Iterator[Part]:
    """How a passage begins, after a colon; nothing where there is no passage."""
    said = " ".join(words.split())
    if len(said) > most:
        said = said[:most].rpartition(" ")[0].rstrip(" ,;:") + " …"
    if said:
        yield Part(": ")
        yield Part(f"“{said}”", value=True)


def _together(own: Iterable[Line]) -> Iterator[Line]:
    """Lines of a paper that is cited and answered as one."""
    found: dict[object, list[Line]] = {}
    for line in own:
        fact = line.first
        found.setdefault((fact.object, fact.status) if fact.predicate in _REFERRING else fact.number, []).append(line)
    for same in found.values():
        same.sort(key=lambda line: not line.first.children)
        facts = tuple(fact for line in same for fact in line.facts)
        yield replace(same[0], facts=facts, possible=tuple(item for line in same for item in line.possible))


def _joined(facts: Sequence[Fact], last: str = ", ") -> Iterator[Part]:
    for number, fact in enumerate(facts, 1):
        if number > 1:
            yield Part(last if number == len(facts) else ", ")
        part = _value(fact)
        yield Part(spoken(part.text), part.url, value=True)


def _key(fact: Fact | None) -> str:
    return fact.object.value.rpartition("/")[2] if fact is not None and fact.object.is_iri else ""


def _by_predicate(facts: Iterable[Fact], *, rejected: bool = False) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.asserted or rejected:
            found.setdefault(fact.predicate, []).append(fact)
    return found


def _deep(facts: Iterable[Fact]) -> list[Fact]:
    """Facts and those below them."""
    return [item for fact in facts for item in (fact, *_deep(fact.children))]


def _flat(entry: Told) -> Iterator[Told]:
    """An entry and those below it."""
    yield entry
    for below in (*entry.possible, *entry.inner):
        yield from _flat(below)


def _whole_line(line: Line) -> Iterator[Fact]:
    yield from _deep(line.facts)
    for item in line.possible:
        yield from _whole_line(item)
