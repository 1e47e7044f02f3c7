"""cablegraph: a folder of telegrams in, a knowledge graph out in which every edge shows the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cablegraph.corpus import Corpus as Corpus
    from cablegraph.errors import CablegraphError as CablegraphError
    from cablegraph.evidence import Passage as Passage
    from cablegraph.evidence import Reading as Reading
    from cablegraph.evidence import Span as Span
    from cablegraph.interface import build as build
    from cablegraph.interface import extract as extract
    from cablegraph.interface import link as link
    from cablegraph.interface import open_store as open_store
    from cablegraph.interface import read as read
    from cablegraph.interface import readings_of as readings_of
    from cablegraph.interface import select as select
    from cablegraph.interface import texts as texts
    from cablegraph.interface import why as why
    from cablegraph.record import Record as Record
    from cablegraph.record import SourceText as SourceText

__version__ = "0.1.0"

_HOMES = {
    **dict.fromkeys(
        ("build", "extract", "link", "open_store", "read", "readings_of", "select", "texts", "why"), "interface"
    ),
    **dict.fromkeys(("Passage", "Reading", "Span"), "evidence"),
    **dict.fromkeys(("Record", "SourceText"), "record"),
    "Corpus": "corpus",
    "CablegraphError": "errors",
}
__all__ = ["__version__", *_HOMES]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the commands start fast (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cablegraph' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"cablegraph.{_HOMES[name]}"), name)
