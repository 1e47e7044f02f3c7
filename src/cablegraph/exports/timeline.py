"""Papers in time: a bar where the date is uncertain, a dot where it is not, an arc for a reply."""

from __future__ import annotations

import heapq
import json
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from cablegraph.exports.source import Filter, Paper, Source, chunks
from cablegraph.iri import DOC


def write(source: Source, wanted: Filter) -> Iterator[bytes]:
    """``{"meta", "items"}``; papers cited and not held are items with ``held: false``, unless the filter says held."""
    return chunks(_pieces(source, wanted))


def written(source: Source, papers: Iterable[str]) -> dict[str, tuple[str, str]]:
    """How the date of each of these is written, and on what it rests: stated, inferred, of the catalogue alone."""
    found: dict[str, tuple[str, str]] = {}
    rank = {"stated": 0, "inferred": 1, "catalogue": 2}
    for paper, _, word in source.spans("cg:sentOn", papers):
        basis = word["basis"] or ("catalogue" if word["layer"] == "catalogue" else "stated")
        basis = basis if basis in rank else "stated"
        known = found.get(paper)
        if known is None or (rank[basis], word["quote"]) < (rank[known[1]], known[0]):
            found[paper] = (word["quote"], basis)
    return found


_FACTS = ("form", "senders", "addressees", "receivers", "reply_to")


def _pieces(source: Source, wanted: Filter) -> Iterator[str]:
    papers = source.papers(wanted, *_FACTS)
    citing = {} if wanted.held else _citing(source, {paper.iri for paper in papers})
    yield '{"meta":' + _dumps(source.meta(wanted, papers)) + ',\n"items":['
    composed = {paper.iri for paper in papers if paper.composed}
    items = heapq.merge(_held(source, papers), _cited(source, citing, composed), key=_order)
    for index, item in enumerate(items):
        yield (",\n" if index else "\n") + _dumps(item)
    yield "]}\n"


def _order(item: dict[str, Any]) -> tuple[str, str]:
    return item["earliest"] or "9999", item["id"]


def _citing(source: Source, papers: Container[str]) -> dict[str, str]:
    """Papers cited by these and not held, each with the paper that cites it."""
    found: dict[str, str] = {}
    for paper, node in source.ask("?s cg:cites ?o", "s", "o"):
        if paper in papers and node not in source.resolved and node not in source.repeated:
            found[node] = max(found.get(node, ""), paper)
    return found


def _held(source: Source, papers: list[Paper]) -> Iterator[dict[str, Any]]:
    papers.sort(key=lambda paper: paper.earliest or "9999")  # they come by IRI
    for start in range(0, len(papers), AT_ONCE):
        some = papers[start : start + AT_ONCE]
        titles, words = _titles(source, some), written(source, [paper.iri for paper in some])
        for paper in some:
            quote, basis = words.get(paper.iri, ("", ""))
            yield {
                "id": paper.iri, "label": titles.get(paper.iri) or source.label(paper.iri),
                "url": "/page/doc/" + paper.iri.removeprefix(DOC),
                "form": source.label(paper.form[0]) if paper.form else None,
                "earliest": paper.earliest or None, "latest": paper.latest or None, "edtf": paper.edtf or None,
                "written": quote or None, "basis": basis or None, "sender": [source.label(i) for i in paper.senders],
                "addressee": [source.label(i) for i in paper.meant_for],
                "reply_to": [source.resolved.get(node, node) for node in paper.reply_to], "held": True,
                "composed": paper.composed,
            }  # fmt: skip


AT_ONCE = 1000
"""Papers whose titles and words are looked up together: those of a large corpus need not be held."""


def _titles(source: Source, papers: list[Paper]) -> dict[str, str]:
    found: dict[str, str] = {}
    values = " ".join(f"<{paper.iri}>" for paper in papers)
    for iri, title in source.ask(f"VALUES ?s {{ {values} }} ?s rico:title ?o", "s", "o"):
        found[iri] = min(title, found.get(iri, title))
    return found


def _cited(source: Source, citing: Mapping[str, str], composed: Container[str]) -> Iterator[dict[str, Any]]:
    """Papers cited, not held, and of a known date; what a composed paper cites is as invented as it is."""
    if not citing:
        return
    words = written(source, citing)
    dated = "?c a cg:CitedRecord ; cg:sentOn ?d . ?d cg:earliest ?e ; cg:latest ?l ; rico:normalizedDateValue ?v"
    same = source.same
    rows = source.ask(dated, "c", "e", "l", "v")
    dates = {same(iri): (same(e), same(late), same(value)) for iri, e, late, value in rows if iri in citing}
    authors = source.cited_authors
    for node, (earliest, latest, edtf) in sorted(dates.items(), key=lambda item: (item[1][0], item[0])):
        quote, basis = words.get(node, ("", ""))
        yield {
            "id": node, "label": quote or source.label(node), "url": "/page/doc/" + citing[node].removeprefix(DOC),
            "form": None, "earliest": earliest, "latest": latest, "edtf": edtf, "written": quote or None,
            "basis": basis or None, "sender": [source.label(i) for i in authors.get(node, ())], "addressee": [],
            "reply_to": [], "held": False, "composed": citing[node] in composed,
        }  # fmt: skip


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
