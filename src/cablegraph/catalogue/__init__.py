"""The catalogue of a generation, beside its store: a card for each paper, and for each person or topic which papers.

An SQLite file written by the build. The front of the server reads from it what a page shows and no more, so that its
memory and its first page are those of a small collection.
"""

from __future__ import annotations

from cablegraph.catalogue.asking import AGENTS, Catalogue, kinds_meant
from cablegraph.catalogue.building import Making, build, followable, update
from cablegraph.catalogue.cards import KINDS, Card, Cited, Link, When, page_of
from cablegraph.catalogue.reading import Entries, entries, named
from cablegraph.catalogue.selection import Selection
from cablegraph.catalogue.writing import Writer

FILE = "catalogue.sqlite"
"""Its name in the directory of a generation."""

__all__ = [
    "AGENTS",
    "FILE",
    "KINDS",
    "Card",
    "Catalogue",
    "Cited",
    "Entries",
    "Link",
    "Making",
    "Selection",
    "When",
    "Writer",
    "build",
    "entries",
    "followable",
    "kinds_meant",
    "named",
    "page_of",
    "update",
]
