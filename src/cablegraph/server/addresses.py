"""Which thing an address means: ``/id/agent/%D0%BF`` arrives as *п*, while the graph's own IRI may keep the signs."""

from __future__ import annotations

from pyoxigraph import NamedNode

from cablegraph.errors import CablegraphError
from cablegraph.iri import BASE, ID, encoded
from cablegraph.linking import decisions
from cablegraph.server.door import Door
from cablegraph.server.pages_graph import ask_rows

VOCABULARIES = ("topic", "form", "kind", "layer")


def iri_of(kind: str, key: str) -> str:
    """The IRI behind ``/page/{kind}/{key}``, as the key spells it."""
    return f"{BASE}vocab/{kind}/{key}" if kind in VOCABULARIES else f"{ID}{kind}/{key}"


async def meant(door: Door, kind: str, key: str) -> str:
    """The IRI of the thing that an address means: as the address spells it, or with its letters percent-encoded.

    A server is given the letters of an address decoded, so both are the same to a reader. Where the graph knows
    neither, the first is given back.
    """
    spelled = iri_of(kind, key)
    other = iri_of(kind, encoded(key))
    if other == spelled or await _known(door, spelled) or not await _known(door, other):
        return spelled
    return other


def merged_into(door: Door, iri: str) -> str:
    """Whom or what a thing is that the graph no longer knows, by a decision that it is one with another; or nothing."""
    try:
        redirect = decisions.load(door.settings.folder / "curation").redirect
    except (OSError, CablegraphError):
        return ""
    target = redirect.get((iri, ""), "")
    return "" if (target, "") in redirect else target  # two that are each other lead nowhere


async def _known(door: Door, iri: str) -> bool:
    try:
        subject = NamedNode(iri)
    except ValueError:
        return False
    return bool(await ask_rows(door, "facts-of-thing", subject=subject))
