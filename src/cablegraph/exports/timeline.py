"""Papers in time: a bar where the date is uncertain, a dot where it is not, an arc for a reply."""

from __future__ import annotations

import heapq
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from cablegraph import dates
from cablegraph.exports import naming
from cablegraph.exports.filters import Filter
from cablegraph.exports.source import Paper, Source, chunks
from cablegraph.iri import DOC


def write(source: Source, wanted: Filter) -> Iterator[bytes]:
    """``{"meta", "items"}``; papers cited and not held are items with ``held: false``, unless the filter says held."""
    return chunks(_pieces(source, wanted))


Words = Mapping[str, tuple[str, str]]
"""The words of a paper's date, and on what it rests."""


def written(source: Source, papers: Iterable[str] = ()) -> dict[str, tuple[str, str]]:
    """How the date of each of these (of all) is written, and on what it rests: stated, inferred, of the catalogue."""
    found: dict[str, tuple[str, str]] = {}
    rank = {"stated": 0, "inferred": 1, "catalogue": 2}
    pairs: dict[tuple[str, str], tuple[str, str]] = {}
    for paper, _, word in source.spans("cg:sentOn", papers):
        basis = word["basis"] or ("catalogue" if word["layer"] == "catalogue" else "stated")
        basis = basis if basis in rank else "stated"
        known = found.get(paper)
        if known is None or (rank[basis], word["quote"]) < (rank[known[1]], known[0]):
            pair = (source.same(word["quote"]), basis)
            found[source.same(paper)] = pairs.setdefault(pair, pair)
    return found


_FACTS = ("form", "senders", "addressees", "receivers", "reply_to")


def _pieces(source: Source, wanted: Filter) -> Iterator[str]:
    papers = source.papers(wanted, *_FACTS)
    citing = {} if wanted.held else _citing(source, {paper.iri for paper in papers})
    words = written(source) if source.are_many(papers) else None
    yield '{"meta":' + _dumps(source.meta(wanted, papers)) + ',\n"items":['
    composed = {paper.iri for paper in papers if paper.composed}
    items = heapq.merge(_held(source, papers, words), _cited(source, citing, composed, words), key=_order)
    for index, item in enumerate(items):
        yield (",\n" if index else "\n") + _dumps(item)
    yield "]}\n"


def _order(item: dict[str, Any]) -> tuple[str, str]:
    return item["earliest"] or item["latest"] or "9999", item["id"]


def _citing(source: Source, papers: Container[str]) -> dict[str, str]:
    """Papers cited by these and not held, each with the paper that cites it."""
    found: dict[str, str] = {}
    for paper, node in source.ask("?s cg:cites ?o", "s", "o"):
        if paper in papers and node not in source.resolved and node not in source.repeated:
            found[node] = max(found.get(node, ""), paper)
    return found


def _held(source: Source, papers: list[Paper], every: Words | None) -> Iterator[dict[str, Any]]:
    papers.sort(key=lambda paper: paper.earliest or paper.latest or "9999")  # they come by IRI
    for start in range(0, len(papers), naming.AT_ONCE):
        some = papers[start : start + naming.AT_ONCE]
        iris = [paper.iri for paper in some]
        titles, words = naming.titles(source, iris), written(source, iris) if every is None else every
        for paper in some:
            quote, basis = words.get(paper.iri, ("", ""))
            yield {
                "id": paper.iri, "label": titles[paper.iri],
                "url": "/page/doc/" + paper.iri.removeprefix(DOC),
                "form": source.label(paper.form[0]) if paper.form else None,
                "earliest": paper.earliest or None, "latest": paper.latest or None, "edtf": paper.edtf or None,
                "written": quote or None, "basis": basis or None, "sender": [source.label(i) for i in paper.senders],
                "addressee": [source.label(i) for i in paper.meant_for],
                "reply_to": [source.resolved.get(node, node) for node in paper.reply_to], "held": True,
                "composed": paper.composed,
            }  # fmt: skip


def _cited(
    source: Source, citing: Mapping[str, str], composed: Container[str], every: Words | None
) -> Iterator[dict[str, Any]]:
    """Papers cited, not held, and of a known date; what a composed paper cites is as invented as it is."""
    if not citing:
        return
    words = written(source, citing) if every is None else every
    rows = source.ask("?c a cg:CitedRecord ; cg:sentOn ?d . ?d rico:normalizedDateValue ?v", "c", "v")
    days = {source.same(iri): source.same(value) for iri, value in rows if iri in citing and dates.bounds(value).known}
    ordered = dict(sorted(days.items(), key=lambda item: (str(_begins(item[1])), item[0])))
    for some in naming.batches(ordered):
        known = naming.facts(source, some)
        for node in some:
            edtf, own = ordered[node], known[node]
            day = dates.bounds(edtf)
            earliest, latest = (str(end) if end else None for end in (day.earliest, day.latest))
            quote, basis = words.get(node, ("", ""))
            yield {
                "id": node, "label": naming.cited(own), "url": "/page/doc/" + citing[node].removeprefix(DOC),
                "form": own.form or None, "earliest": earliest, "latest": latest, "edtf": edtf,
                "written": _day_in(quote, edtf) or None, "basis": basis or None, "sender": list(own.sender),
                "addressee": list(own.addressee), "reply_to": [], "held": False,
                "composed": citing[node] in composed,
            }  # fmt: skip


def _begins(edtf: str) -> date | None:
    return dates.bounds(edtf).earliest or dates.bounds(edtf).latest


def _day_in(quote: str, edtf: str) -> str:
    """The words of a date in the words that cite a paper: *14th instant* of "your note of the 14th instant"."""
    found = [value for found in dates.find(quote, context=edtf) for value in found.values if value.edtf == edtf]
    return found[0].written if found else quote


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
