"""CMIF 1.1 for correspSearch: sender, addressee, place and date of every letter, the date as written.

The published schema knows ``correspAction`` of type sent and received only; the relay stands in a note.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from cablegraph import called
from cablegraph.errors import SettingsError
from cablegraph.exports import naming
from cablegraph.exports.filters import Filter
from cablegraph.exports.source import Paper, Source, chunks
from cablegraph.exports.timeline import written
from cablegraph.iri import BASE, HOME, WD
from cablegraph.patterns import compiled

MENTIONS_PERSON = "https://lod.academy/cmif/vocab/terms#mentionsPerson"
MENTIONS_PLACE = "https://lod.academy/cmif/vocab/terms#mentionsPlace"
RELAYED_BY = BASE + "ontology#relayedBy"


def edition_id(source: Source) -> str:
    """``xml:id`` of the edition: a UUID from the base IRI and the corpus's title, so that it never changes."""
    return "edition-" + str(uuid.uuid5(uuid.NAMESPACE_URL, HOME + source.title))


def write(source: Source, wanted: Filter) -> Iterator[bytes]:
    """A CMIF file. Composed papers are left out and counted.

    Raises SettingsError when nobody is named as editor, or no licence is given: we cannot grant one for others.
    """
    for name, what, example in (
        ("editor", "who edits the letters", "Your name"),
        ("licence", "under which licence the file may be used", "https://creativecommons.org/licenses/by/4.0/"),
    ):
        if not getattr(source, name):
            raise SettingsError(
                f"CMIF names {what}, and corpus.toml did not say when the graph was built",
                path="corpus.toml",
                notes=(f'add a line to corpus.toml:  {name} = "{example}"', "then: cablegraph build"),
            )
    return chunks(_pieces(source, wanted))


def _pieces(source: Source, wanted: Filter) -> Iterator[str]:
    papers = source.papers(wanted, *_FACTS)
    composed = sum(paper.composed for paper in papers)
    real = [paper for paper in papers if not paper.composed]
    letters = [paper for paper in real if _is_sent(paper)]
    left = len(real) - len(letters)
    edition = edition_id(source)
    title = escape(source.title or "Letters")
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader>\n<fileDesc>\n'
    yield f"<titleStmt>\n<title>{title}</title>\n<editor>{escape(source.editor)}</editor>\n</titleStmt>\n"
    address = f" target={quoteattr(HOME)}" if HOME != BASE else ""  # ours is no publisher's of other people's papers
    publisher = f"<ref{address}>{escape(source.publisher or source.editor)}</ref>"
    yield f"<publicationStmt>\n<publisher>{publisher}</publisher>\n"
    yield f'<idno type="url">{escape(HOME)}cmif/{escape(source.generation)}</idno>\n'
    licence = source.licence
    yield f"<availability><licence target={quoteattr(licence)}>{escape(licence)}</licence></availability>\n"
    yield "</publicationStmt>\n"
    yield f'<sourceDesc>\n<bibl type="online" xml:id="{edition}">{title}. Generation {escape(source.generation)}.'
    yield f" {len(letters)} papers; {composed} composed for teaching are left out"
    yield f", and {left} that nobody sent to anybody (minutes, conversations, decisions, speeches).</bibl>\n"
    yield "</sourceDesc>\n</fileDesc>\n<profileDesc>\n"
    weak = _weak(source)
    every = written(source) if source.are_many(letters) else None
    for start in range(0, len(letters), naming.AT_ONCE):
        some = letters[start : start + naming.AT_ONCE]
        words = written(source, [paper.iri for paper in some]) if every is None else every
        answered = naming.names(source, {source.resolved.get(node, node) for paper in some for node in paper.reply_to})
        for paper in some:
            yield _letter(source, paper, edition, words.get(paper.iri), weak, answered)
    yield "</profileDesc>\n</teiHeader>\n<text><body><p/></body></text>\n</TEI>\n"


def _is_sent(paper: Paper) -> bool:
    """Whether a paper is a letter to somebody; minutes and decisions are where they name to whom they went."""
    return bool(paper.meant_for) or not called.UNSENT.intersection(form.rpartition("/")[2] for form in paper.form)


_FACTS = ("form", "senders", "addressees", "receivers", "relays", "origins", "destinations", "mentions", "reply_to")
_ENDS = ("rico:hasSender", "rico:hasAddressee", "rico:hasReceiver")


def _weak(source: Source) -> set[tuple[str, str]]:
    """Edges that rest on readings below 0.8 alone: paper and party. Few are, so those are found first."""
    weak = {(source.same(paper), source.same(party)) for paper, party in _resting(source, "?c < 0.8")}
    for some in naming.batches(sorted({paper for paper, _ in weak})):
        weak.difference_update(_resting(source, "?c >= 0.8", some))
    return weak


def _resting(source: Source, sure: str, papers: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """Papers (of these) and the parties that some reading of so much certainty gives them."""
    among = " ".join(f"<{iri}>" for iri in papers)
    for predicate in _ENDS:
        pattern = f"?r rdf:predicate {predicate} ; rdf:subject ?s ; rdf:object ?o ; rico:relationCertainty ?c"
        only = f"VALUES ?s {{ {among} }} " if among else ""
        yield from ((paper, party) for paper, party in source.ask(f"{only}{pattern} FILTER({sure})", "s", "o"))


def _letter(
    source: Source,
    paper: Paper,
    edition: str,
    date: tuple[str, str] | None,
    weak: set[tuple[str, str]],
    answered: Mapping[str, str],
) -> str:
    pieces = [f'<correspDesc ref={quoteattr(paper.iri)} source="#{edition}">\n']
    dated = _date(paper, date)
    pieces.append(_action(source, paper, "sent", paper.senders, paper.origins, dated, weak))
    pieces.append(_action(source, paper, "received", paper.meant_for, paper.destinations, "", weak))
    if paper.reply_to:
        held = [source.resolved.get(node, node) for node in paper.reply_to]
        refs = "".join(f'<ref type="replyTo" target={quoteattr(iri)}>{escape(answered[iri])}</ref>' for iri in held)
        pieces.append(f"<correspContext>{refs}</correspContext>\n")
    pieces.append(_note(source, paper))
    return "".join([*pieces, "</correspDesc>\n"])


def _action(
    source: Source,
    paper: Paper,
    kind: str,
    agents: Iterable[str],
    places: Iterable[str],
    date: str,
    weak: set[tuple[str, str]],
) -> str:
    names = "".join(_agent(source, iri, (paper.iri, iri) in weak) for iri in agents) or "<persName>Unknown</persName>"
    where = "".join(f"<placeName{_ref(source, iri)}>{escape(source.label(iri))}</placeName>" for iri in places)
    return f'<correspAction type="{kind}">{names}{where}{date}</correspAction>\n'


def _agent(source: Source, iri: str, weak: bool) -> str:
    element = "orgName" if _is_body(source, iri) else "persName"
    low = ' cert="low"' if weak else ""
    return f"<{element}{_ref(source, iri)}{low}>{escape(source.label(iri))}</{element}>"


# A party of which only the name is known is a body by its words, where none of them is a person's rank or post.
_BODY = compiled(
    r"(?i)(?<!-)\b(?:ministr(?:y|ies)|embass(?:y|ies)|legation|consulate|(?:foreign|war|colonial|home|india) office|"
    r"department|governments?|cabinet|polit(?:buro|bureau)|presidium|bureau|committee|council|commission|commissariat|"
    r"secretariat|delegation|mission|directorate|headquarters|general staff|admiralty|treasury|senate|parliament|"
    r"assembly|congress|party|union|league|federation|association|society|company|bank|agency|academy|university|"
    r"institute|yamen|UNO?|NKVD|MID)\b"
)
_HOLDER = compiled(
    r"(?i)\b(?:minister|ambassador|chairman|secretary|director|head|chief|member|envoy|consul|president|delegate|"
    r"representative|attach[eé]|comrade|mr|mrs|dr|general(?! staff)|colonel)\b"
)


def _is_body(source: Source, iri: str) -> bool:
    """Whether a party is a body or an office, which libraries count as one, and no person."""
    kind = source.kinds.get(iri)
    if kind != "name":
        return kind in ("body", "position")
    name = source.label(iri)
    return _BODY.search(name) is not None and _HOLDER.search(name) is None


def _ref(source: Source, iri: str) -> str:
    number = source.wikidata.get(iri)
    return f" ref={quoteattr(WD + number if number else iri)}"


def _date(paper: Paper, words: tuple[str, str] | None) -> str:
    if not (paper.earliest or paper.latest):
        return ""  # the schema demands a dating attribute on every date
    if paper.earliest == paper.latest:
        when = f' when="{paper.earliest}"'
    else:
        when = f' notBefore="{paper.earliest}"' if paper.earliest else ""
        when += f' notAfter="{paper.latest}"' if paper.latest else ""
    quote, basis = words or (paper.edtf, "stated")
    low = ' cert="low"' if any(mark in paper.edtf for mark in "?~%") else ""
    evidence = ' evidence="conjecture"' if basis == "inferred" else ""
    return f"<date{when}{evidence}{low}>{escape(quote)}</date>"


def _note(source: Source, paper: Paper) -> str:
    refs = [(RELAYED_BY, iri) for iri in paper.relays]
    for iri in paper.mentions:
        kind = source.kinds.get(iri)
        if kind in ("person", "place"):
            refs.append((MENTIONS_PLACE if kind == "place" else MENTIONS_PERSON, iri))
    if not refs:
        return ""
    inner = "".join(
        f"<ref type={quoteattr(kind)} target={quoteattr(WD + source.wikidata[iri] if iri in source.wikidata else iri)}>"
        f"{escape(source.label(iri))}</ref>"
        for kind, iri in refs
    )
    return f"<note>{inner}</note>\n"
