"""What a decision must meet before it is kept: ``agent:roshchin`` (did you mean ``agent:nikolai-roshchin``?)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from cablegraph.cli import leading, meant
from cablegraph.cli.console import Console
from cablegraph.cli.meant import LIKE, NAMED
from cablegraph.errors import SettingsError
from cablegraph.iri import AGENT, BASE, DATE, DOC, EVENT, ID, PLACE, date_iri, expand, is_iri, segment, shorten, slug

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

    from cablegraph.linking import Authority

_NEW = {AGENT: ("people", "person"), PLACE: ("places", "place"), EVENT: ("events", "event")}
GUIDE = "docs/how-to/decide.md"


def known(name: str) -> str:
    """A prefixed name or an IRI in its short form. Raises SettingsError for what is no name."""
    try:
        if not is_iri(iri := expand(name)):
            raise SettingsError(f"{name!r} is no name of a thing", notes=_EXAMPLES)
        return shorten(iri)
    except KeyError as error:
        prefix, colon, _ = name.partition(":")
        what = f'prefix "{prefix}:" is not declared' if colon else f"{name} is no name with a prefix"
        raise SettingsError(what, notes=_EXAMPLES) from error


_EXAMPLES = "for example: doc:wilson-ct3777, agent:stalin, place:moscow"


def term(predicate: str, value: str) -> str:
    """An object as the graph has it: a date for ``…On`` may be given bare. Raises SettingsError for what is no date."""
    if not predicate.endswith("On") or "://" in value.removeprefix(DATE):
        return value
    from cablegraph import dates

    bare = value.removeprefix(DATE).removeprefix("date:")
    edtf = bare.replace("--", "/") if bare != value else value
    if not dates.bounds(edtf).precision:
        raise SettingsError(f"{value} is no date", notes="dates are EDTF: 1951-06-24, 1951-06, 1951, 1951-06/1951-08")
    return shorten(date_iri(edtf))


def predicate(name: str) -> str:
    """A property that the mappings or the link rows use. Raises SettingsError that names the nearest one."""
    from rapidfuzz import process

    from cablegraph.shipped import shipped

    text = "".join(path.read_text("utf-8") for path in shipped("mappings").glob("*.yml"))
    there = {shorten(expand(found)) for found in re.findall(r"\b(?:cg|rico|schema|dcterms|rdfs):[a-z]\w+", text)}
    there |= {"schema:sameAs", "skos:exactMatch"}
    if ":" not in name:
        local = {found.partition(":")[2]: found for found in sorted(there)}
        alike = process.extract(name, local.keys(), limit=NAMED, score_cutoff=LIKE)
        hint = (
            f"did you mean {' or '.join(local[found] for found, *_ in alike)}?" if alike else "for example: cg:sentOn"
        )
        raise SettingsError(f"{name} is no name with a prefix", notes=hint)
    given = known(name)
    if given not in there:
        near = process.extractOne(given, sorted(there), score_cutoff=70)
        hint = f"did you mean {near[0]}?" if near else f"for example: {', '.join(sorted(there)[:6])}"
        raise SettingsError(f"the graph has no property {name}", notes=hint)
    return given


def document_of(subject: str) -> str:
    """The paper whose part a subject is, or nothing."""
    name = known(subject)
    return "doc:" + name.removeprefix("doc:").partition("/")[0] if name.startswith("doc:") else ""


class Desk:
    """What decisions may speak of: the current graph (without one little can be checked) and the authority tables."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @cached_property
    def store(self) -> Store | None:
        """The current graph, or None before the first build."""
        from pyoxigraph import Store

        from cablegraph.store.generations import Generations

        current = Generations(self._console.data).current()
        return Store.read_only(str(current.store_path)) if current is not None else None

    @cached_property
    def _authority(self) -> Authority:
        from cablegraph import linking
        from cablegraph.shipped import shipped

        return linking.load((shipped("ontology", "authorities"), *self._console.corpus.own("authorities")))

    def there(self, *names: str) -> None:
        """Check that the current graph says something of each thing. Raises SettingsError with what may be meant."""
        for name in names:
            known(name)
            if self.store is not None and not self._said(expand(name)):
                notes = (
                    *self._meant(name),
                    "keys stand in the addresses of pages, and in: cablegraph query letters -f csv",
                )
                raise SettingsError(f"the graph says nothing of {name}", notes=notes)

    def value(self, predicate: str, value: str) -> str:
        """A value that a decision puts in, in its short form. Raises SettingsError for a thing that nobody knows."""
        given = term(predicate, value)
        if given != value or given.startswith(("date:", DATE)):
            return given
        try:
            iri = expand(value)
        except KeyError:
            self._words(predicate, value)
            return value
        if predicate:
            leading.check(predicate, value)
        if iri.startswith((ID, BASE)) and not self._known(iri):
            raise SettingsError(f"neither the graph nor a table knows {value}", notes=self._remedies(value, iri))
        return shorten(iri)

    def entity(self, name: str, other: str) -> str:
        """Who or what ``name`` is said to be: ``other``, in its short form. Raises SettingsError for what cannot be."""
        known(other)
        leading.one_kind(name, other)
        return self.value("", other)

    def read(self, do: str, on: dict[str, Any]) -> None:
        """Check that somebody read the edge that is accepted or rejected. Raises SettingsError with what to do."""
        from cablegraph.linking.sssom import PREDICATES
        from cablegraph.store import readings

        subject, predicate = expand(on["subject"]), expand(on["predicate"])
        if self.store is None or predicate in PREDICATES or self._decided(on):
            return
        quote = str(on.get("quote") or "")
        found = [
            reading
            for reading in readings.of(self.store, _node(subject), _node(predicate))
            if not reading.decision
            and on["document"] in ("", shorten(reading.document))
            and reading.value in (on["object"], _expanded(on["object"]))
        ]
        if found and (not quote or any(span.quote == quote for reading in found for span in reading.spans)):
            return
        if do == "accept" and quote and subject.startswith(DOC) and quote in self._text(subject):
            return
        raise SettingsError(self._unread(on, bool(found)), notes=tuple(self._instead(do, on)))

    def replacing(self, on: dict[str, Any], every: bool = False) -> dict[str, Any]:
        """The fingerprint of a correction: of the value it names, or, where it names none, of the one that stands.

        A value that an earlier correction put in is replaced by one with that one's fingerprint, which undoes it.
        Raises SettingsError with all values where the one named is none of them, and, unless ``every`` one is to be
        replaced, where none is named and several stand.
        """
        from cablegraph.linking.sssom import PREDICATES
        from cablegraph.store import readings

        if self.store is None or expand(on["predicate"]) in PREDICATES:
            return on
        found = readings.of(self.store, _node(expand(on["subject"])), _node(expand(on["predicate"])))
        quote, rejected = str(on.get("quote") or ""), self._rejected(on)
        here = [
            reading
            for reading in found
            if on["document"] in ("", shorten(reading.document or on["document"]))
            and (not quote or any(span.quote == quote for span in reading.spans))
        ]
        standing = {
            reading.value
            for reading in here
            if reading.status not in ("candidate", "rejected") and reading.value not in rejected
        }
        if on.get("object"):
            return self._named(on, {reading.value for reading in here if not reading.decision}, standing)
        if len(standing) > 1 and not every:
            there = sorted(map(_shown, standing))
            what = f"{on['subject']} has {len(there)} values of {on['predicate']}; all would be replaced"
            notes = (_there(there), f"say which one: --instead-of {there[0]}", "to replace them all: --all")
            raise SettingsError(what, notes=notes)
        return on

    def _named(self, on: dict[str, Any], read: set[str], standing: set[str]) -> dict[str, Any]:
        """The fingerprint of a correction that names the value it replaces. Raises SettingsError for none of them."""
        from cablegraph.linking import ledger

        named, same = {str(on["object"]).strip('"'), _expanded(on["object"])}, ("document", "subject", "predicate")
        if named & read:
            return on
        for made in ledger.read(self._console.folder / "curation").standing:
            if (
                made.do == "correct"
                and _expanded(made.value) in named
                and all(made.on.get(key) == on.get(key) for key in same)
            ):
                return dict(made.on)
        there = sorted(map(_shown, standing))
        what = f"{on['object']} is none of the values of {on['subject']} {on['predicate']}: nothing would be replaced"
        if there:
            raise SettingsError(what, notes=(_there(there), f"to replace it: --instead-of {there[0]}"))
        raise SettingsError(what, notes="there is none; to put one in, leave out --instead-of")

    # -------------------------------------------------------------- what is there

    def _said(self, iri: str) -> bool:
        if not is_iri(iri):
            return False
        node, store = _node(iri), self.store
        assert store is not None
        return any(
            True for edge in ((node, None), (None, node)) for _ in store.quads_for_pattern(edge[0], None, edge[1])
        )

    def _known(self, iri: str) -> bool:
        from cablegraph.linking import decisions

        if self.store is None or iri in self._authority.entries:
            return True
        return self._said(iri) or iri in decisions.load(self._console.folder / "curation").entities

    def _decided(self, on: dict[str, Any]) -> bool:
        """Whether a decision stands on the same, which this one contradicts or repeats."""
        from cablegraph.linking import ledger

        keys = ("document", "subject", "predicate", "object", "quote")
        standing = ledger.read(self._console.folder / "curation").standing
        return any(all(on.get(key) == made.on.get(key) for key in keys) for made in standing)

    def _rejected(self, on: dict[str, Any]) -> frozenset[str]:
        """Values of an edge's subject and predicate that a decision rejects, whether it was built since or not."""
        from cablegraph.linking import ledger

        made = ledger.read(self._console.folder / "curation").standing
        same = ("document", "subject", "predicate")
        return frozenset(
            _expanded(str(one.on["object"]))
            for one in made
            if one.do == "reject" and all(one.on.get(key) == on.get(key) for key in same)
        )

    def _text(self, document: str) -> str:
        from cablegraph.store import texts
        from cablegraph.store.generations import Generations

        current = Generations(self._console.data).current()
        found = texts.get(current.path / "texts.sqlite", document.removeprefix(DOC)) if current else None
        return found.text if found else ""

    # -------------------------------------------------------------- what to do instead

    def _words(self, predicate: str, value: str) -> None:
        """Check that words may stand where words are given. Raises SettingsError where all values are things."""
        from pyoxigraph import NamedNode

        store, spaces = self.store, leading.spaces(predicate)
        quads = store.quads_for_pattern(None, _node(expand(predicate)), None) if store is not None else ()
        thing = next((quad.object for quad in quads), None)
        if spaces or isinstance(thing, NamedNode):
            notes = self._remedies(value, f"{spaces[0]}{segment(slug(value))}" if spaces else "", spaces)
            example = (f"for example: {shorten(thing.value)}",) if isinstance(thing, NamedNode) else ()
            what = f"{predicate} leads to somebody or something, not to words: {value}"
            raise SettingsError(what, notes=(*notes, *example))

    def _unread(self, on: dict[str, Any], read: bool) -> str:
        edge = f"{on['subject']} {on['predicate']} {on['object']}"
        if read:
            return f"no reading of {edge} rests on “{on['quote']}”"
        return f"nobody read this edge: {edge}"

    def _instead(self, do: str, on: dict[str, Any]) -> Iterator[str]:
        from cablegraph.store import readings

        assert self.store is not None
        found = readings.of(self.store, _node(expand(on["subject"])), _node(expand(on["predicate"])))
        read = sorted({f"{_shown(reading.value)} ({reading.status})" for reading in found})
        yield f"read there: {', '.join(read)}" if read else f"nothing is read there for {on['predicate']}"
        if "://" in (iri := _expanded(on["object"])) and not self._known(iri):
            yield from self._remedies(on["object"], iri)
        elif do == "accept":
            edge = f"{on['subject']} {on['predicate']} {on['object']}"
            yield f"to state it on your own word: cablegraph decide correct {edge} --why …"
            yield "where words of the paper say it: --quote WORDS"
        else:
            yield "to take a decision back: cablegraph decide list, then cablegraph decide undo LINE"

    def _remedies(self, name: str, iri: str, spaces: tuple[str, ...] = ()) -> tuple[str, ...]:
        """What to say instead of a name; a new row for a table only where nothing has this very name."""
        key = unquote(iri.rpartition("/")[2])
        things = self._things(name, spaces)
        if one := meant.exactly(_key(name), things):
            return (f"{_key(name).title() if ':' in name else name} is {one}",)
        told = tuple(self._meant(name, spaces))
        for namespace, (table, kind) in _NEW.items():
            if iri.startswith(namespace) and not self._known(iri):
                row = f"{key},{key.replace('-', ' ').title() if ':' in name else _cell(name)},{kind}"
                new = f"somebody new: in authorities/{table}.csv the row {row} below id,label_en,kind ({GUIDE})"
                return (*told, new if kind == "person" else new.replace("somebody", "something"))
        return told

    def _meant(self, name: str, spaces: tuple[str, ...] = ()) -> Iterator[str]:
        """Things of the graph and of the tables with a name like this one, of its kind if it has one."""
        if found := meant.nearly(_key(name), self._things(name, spaces)):
            yield f"did you mean {' or '.join(found)}?"

    def _things(self, name: str, spaces: tuple[str, ...] = ()) -> list[meant.Called]:
        """What may be called so: of the kind that the name's prefix says, else below these namespaces."""
        prefix, _, _ = name.rpartition("/" if "://" in name else ":")
        kind = expand(f"{prefix}:") if prefix and "://" not in name else f"{prefix}/" if prefix else ""
        return list(meant.known(self._authority, self.store, (kind,) if kind else spaces))


def _key(name: str) -> str:
    """A name without its prefix, in words: ``place:new-york`` is ``new york``."""
    return name.rpartition("/" if "://" in name else ":")[2].replace("-", " ")


def _cell(words: str) -> str:
    """Words as a cell of a table: in quotation marks where a comma would end it."""
    return '"' + words.replace('"', '""') + '"' if {",", '"'} & set(words) else words


def _node(iri: str) -> NamedNode:
    from pyoxigraph import NamedNode

    return NamedNode(iri)


def _expanded(name: str) -> str:
    try:
        return expand(name)
    except KeyError:
        return name


def _there(values: list[str]) -> str:
    more = f" and {len(values) - NAMED} more" if len(values) > NAMED else ""
    return f"there are: {', '.join(values[:NAMED])}{more}"


def _shown(value: str) -> str:
    return shorten(value) if "://" in value else f"“{value}”"
