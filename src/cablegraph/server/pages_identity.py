"""Who a name may be, and the papers that stand under a thing by a date, a claim or a proposal alone."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from cablegraph.iri import DOC
from cablegraph.server.door import Door
from cablegraph.server.pages_graph import ask_rows
from cablegraph.server.reading_room import Card, Catalogue


async def bearers(door: Door, name: NamedNode) -> list[str]:
    """IRIs of those who bear a name: *Filippov* is a name of Stalin's."""
    return sorted(row["who"].value for row in await ask_rows(door, "bearers-of-name", subject=name))


async def may_be(door: Door, party: NamedNode) -> list[tuple[str, int]]:
    """Who is proposed for a party whom the papers only name, and in how many papers."""
    rows = await ask_rows(door, "may-be", subject=party)
    return [(row["who"].value, int(row["papers"].value)) for row in rows if "who" in row]


SIGNED = 300
"""Papers of an office that are looked at to see who signs them (queries/signatures.rq)."""


async def in_office(door: Door, post: NamedNode) -> tuple[list[str], list[tuple[str, int]]]:
    """Who held a post, as the papers say; and with which names its papers are signed, and how many."""
    holders = sorted(row["who"].value for row in await ask_rows(door, "holders-of-post", subject=post))
    rows = await ask_rows(door, "signatures", subject=post)
    return holders, [(row["name"].value, int(row["papers"].value)) for row in rows if "name" in row]


async def other_papers(door: Door, catalogue: Catalogue, thing: NamedNode) -> tuple[list[Card], list[Card]]:
    """Papers that name a thing in any part of theirs, a date or a claim; and papers for which it is only proposed."""
    rows = await ask_rows(door, "papers-of-thing", subject=thing)
    said = papers_of(catalogue, (row["part"].value for row in rows if "possible" not in row))
    possible = papers_of(catalogue, (row["part"].value for row in rows if "possible" in row))
    return said, [card for card in possible if card not in said]


def papers_of(catalogue: Catalogue, parts: Iterable[str]) -> list[Card]:
    """The papers of parts, each once, in the order of time; a message inside a paper is a paper of its own."""
    found = {_paper(catalogue, part) for part in parts if part.startswith(DOC)}
    cards = [card for iri in found if (card := catalogue.by_iri.get(iri)) is not None]
    return sorted(cards, key=lambda card: (card.when.earliest or "9999", card.iri))


def _paper(catalogue: Catalogue, part: str) -> str:
    """The innermost paper that holds a part: ``…/doc/a/enclosed/4/claim/offer-9`` is in ``…/doc/a/enclosed/4``."""
    while part not in catalogue.by_iri and "/" in part.removeprefix(DOC):
        part = part.rpartition("/")[0]
    return part
