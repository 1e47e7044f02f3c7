"""Papers in time: a bar where the date is uncertain, a dot where it is not, an arc for a reply."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator, Mapping
from typing import Any

from cablegraph.exports.source import Filter, Paper, Source, chunks
from cablegraph.iri import DOC


def write(source: Source, wanted: Filter) -> Iterator[bytes]:
    """``{"meta", "items"}``; papers cited and not held are items with ``held: false``, unless the filter says held."""
    return chunks(_pieces(source, wanted))


def written(source: Source) -> dict[str, tuple[str, str]]:
    """How a paper's date is written and on what it rests: stated, inferred, or stated by the catalogue alone."""
    found: dict[str, tuple[str, str]] = {}
    same: dict[tuple[str, str], tuple[str, str]] = {}
    rank = {"stated": 0, "inferred": 1, "catalogue": 2}
    for paper, _, word in source.spans("cg:sentOn"):
        basis = word["basis"] or ("catalogue" if word["layer"] == "catalogue" else "stated")
        basis = basis if basis in rank else "stated"
        known = found.get(paper)
        if known is None or (rank[basis], word["quote"]) < (rank[known[1]], known[0]):
            said = (word["quote"], basis)
            found[source.same(paper)] = same.setdefault(said, said)
    return found


_FACTS = ("title", "form", "senders", "addressees", "receivers", "reply_to", "cites")


def _pieces(source: Source, wanted: Filter) -> Iterator[str]:
    papers = source.papers(wanted, *_FACTS)
    words = written(source)
    yield '{"meta":' + _dumps(source.meta(wanted, papers)) + ',\n"items":['
    items = heapq.merge(_held(source, papers, words), _cited(source, wanted, papers, words), key=_order)
    for index, item in enumerate(items):
        yield (",\n" if index else "\n") + _dumps(item)
    yield "]}\n"


def _order(item: dict[str, Any]) -> tuple[str, str]:
    return item["earliest"] or "9999", item["id"]


Written = Mapping[str, tuple[str, str]]


def _held(source: Source, papers: list[Paper], words: Written) -> Iterator[dict[str, Any]]:
    for paper in sorted(papers, key=lambda paper: paper.earliest or "9999"):  # they come by IRI
        quote, basis = words.get(paper.iri, ("", ""))
        yield {
            "id": paper.iri, "label": paper.title or source.label(paper.iri),
            "url": "/page/doc/" + paper.iri.removeprefix(DOC),
            "form": source.label(paper.form[0]) if paper.form else None,
            "earliest": paper.earliest or None, "latest": paper.latest or None, "edtf": paper.edtf or None,
            "written": quote or None, "basis": basis or None, "sender": [source.label(i) for i in paper.senders],
            "addressee": [source.label(i) for i in paper.meant_for],
            "reply_to": [source.resolved.get(node, node) for node in paper.reply_to], "held": True,
        }  # fmt: skip


def _cited(source: Source, wanted: Filter, papers: list[Paper], words: Written) -> Iterator[dict[str, Any]]:
    """Papers cited, not held, and of a known date."""
    if wanted.held:
        return
    citing = {node: paper.iri for paper in papers for node in paper.cites if node not in source.resolved}
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
            "reply_to": [], "held": False,
        }  # fmt: skip


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
