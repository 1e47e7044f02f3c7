"""Papers in files as the pages call them: ``despatch No. 391 of 18 January 1885 from Bayard, cited``, never ``260``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from cablegraph import called
from cablegraph.dates import plain
from cablegraph.exports.source import Source
from cablegraph.iri import DOC

AT_ONCE = 1000
"""Papers that are looked up together: the names of a large corpus need not be held."""
_CITED = ("/cited/", "/promised/")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a paper's name is made of, in words; ``when`` is a date in EDTF or as it is written."""

    title: str = ""
    form: str = ""
    number: str = ""
    when: str = ""
    sender: tuple[str, ...] = ()
    addressee: tuple[str, ...] = ()


def facts(source: Source, iris: Iterable[str]) -> dict[str, Facts]:
    """What is known of papers held, cited or promised."""
    wanted = list(dict.fromkeys(iris))

    def values(pattern: str) -> dict[str, list[str]]:
        return _values(source, wanted, pattern)

    titles, numbers = values("rico:title"), values("cg:telegramNumber")
    forms = values("rico:hasDocumentaryFormType")
    normal, written = values("cg:sentOn/rico:normalizedDateValue"), values("cg:sentOn/rico:expressedDate")
    senders, authors = values("rico:hasSender"), values("rico:hasAuthor")
    addressees, receivers = values("rico:hasAddressee"), values("rico:hasReceiver")

    def named(iri: str, *found: dict[str, list[str]]) -> tuple[str, ...]:
        return tuple(map(source.label, next((own[iri] for own in found if iri in own), ())))

    return {
        iri: Facts(
            "; ".join(titles.get(iri, ())),
            next(iter(named(iri, forms)), ""),
            "; ".join(numbers.get(iri, ())),
            next((plain.said(edtf) for edtf in normal.get(iri, ())), next(iter(written.get(iri, ())), "")),
            named(iri, senders, authors),
            named(iri, addressees, receivers),
        )
        for iri in wanted
    }


def _values(source: Source, iris: Iterable[str], pattern: str) -> dict[str, list[str]]:
    among = " ".join(f"<{iri}>" for iri in iris)
    found: dict[str, set[str]] = {}
    for iri, value in source.ask(f"VALUES ?s {{ {among} }} ?s {pattern} ?o", "s", "o"):
        found.setdefault(iri, set()).add(value)
    return {iri: sorted(own) for iri, own in found.items()}


def titles(source: Source, iris: Iterable[str]) -> dict[str, str]:
    """The title of each paper held, or what its page calls it; of one cited what is read of it."""
    wanted = list(dict.fromkeys(iris))
    found = {iri: "; ".join(own) for iri, own in _values(source, wanted, "rico:title").items()}
    left = [iri for iri in wanted if iri not in found]
    return found | {iri: title for iri, title, _ in _titled(source, left)}


def names(source: Source, iris: Iterable[str]) -> dict[str, str]:
    """The same, with date and number where a title is one of many alike."""
    return {
        iri: title if _is_cited(iri) else called.dated(title, own.number, own.when or "date unknown")
        for iri, title, own in _titled(source, iris)
    }


def cited(own: Facts) -> str:
    """What a paper is called that is cited or promised."""
    return called.cited(own.form, own.number, own.when, "; ".join(own.sender), "; ".join(own.addressee))


def batches(iris: Collection[str]) -> Iterator[list[str]]:
    """The IRIs in portions that are looked up together."""
    every = list(iris)
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]


def _titled(source: Source, iris: Iterable[str]) -> Iterator[tuple[str, str, Facts]]:
    known = facts(source, iris)
    holders = {_holder(iri) for iri, own in known.items() if not (own.title or _is_cited(iri))} - {""}
    outer = titles(source, holders) if holders else {}
    for iri, own in known.items():
        yield iri, cited(own) if _is_cited(iri) else own.title or _untitled(iri, own, outer.get(_holder(iri))), own


def _untitled(iri: str, own: Facts, holder: str | None) -> str:
    sender, addressee = "; ".join(own.sender), "; ".join(own.addressee)
    return called.untitled(own.form, own.number, sender, addressee, iri.removeprefix(DOC), holder)


def is_paper(iri: str) -> bool:
    """Whether an IRI is a paper held, enclosed, cited or promised, and no other part of one."""
    parts = iri.removeprefix(DOC).split("/")
    return iri.startswith(DOC) and (len(parts) == 1 or parts[-2] in ("cited", "promised", "enclosed"))


def _holder(iri: str) -> str:
    """The paper in which a message is enclosed."""
    outer, inside, _ = iri.partition("/enclosed/")
    return outer if inside else ""


def _is_cited(iri: str) -> bool:
    return any(part in iri for part in _CITED)
