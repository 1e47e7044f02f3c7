"""The embedded Oxigraph: N-Triples and N-Quads text in by bulk load, a directory out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from cablegraph.errors import StoreError

_FORMATS = {".nt": RdfFormat.N_TRIPLES, ".nq": RdfFormat.N_QUADS, ".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}


def load(parts: Iterable[Path], into: Path) -> int:
    """Load files into a new store at ``into``; gives the number of quads. Raises StoreError naming file and line."""
    into.mkdir(parents=True, exist_ok=True)
    if any(into.iterdir()):
        raise StoreError(f"{into} is not empty", notes="give the name of a new folder")
    store = Store(str(into))
    for part in parts:
        form = _FORMATS.get(part.suffix)
        if form is None:
            raise StoreError(f"{part.name} has no known RDF suffix", notes=f"known: {' '.join(_FORMATS)}")
        try:
            store.bulk_load(path=str(part), format=form)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None)
            raise StoreError(f"{part.name} cannot be loaded: {error}", path=str(part), line=line) from error
    store.flush()
    return len(store)
