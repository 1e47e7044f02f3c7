"""What a file is called in the graph: ``documents/sudan/tel-8.txt`` is ``sudan/tel-8.txt``, ``doc:sudan-tel-8``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cablegraph.cli.console import Console
from cablegraph.corpus import Paper


def named(console: Console, papers: Iterable[Paper]) -> Iterator[Paper]:
    """The papers by the names that the graph has for them; before it is built, or elsewhere, by those it would have."""
    from pyoxigraph import Literal, NamedNode, Store

    from cablegraph.iri import RDFS
    from cablegraph.store.generations import Generations

    current = Generations(console.data).current()
    store = Store.read_only(str(current.store_path)) if current is not None else None
    label = NamedNode(RDFS + "label")
    for paper in papers:
        inside = _inside(console.folder.resolve(), Path(paper.location))
        names = ["/".join(inside[at:]) for at in range(len(inside))]
        built = [n for n in names if store and any(store.quads_for_pattern(None, label, Literal(n)))]
        if not built and inside[:1] == ("documents",):
            built = names[1:]
        yield Paper(paper.location, built[0], paper.size, paper.stamp) if built else paper


def _inside(folder: Path, path: Path) -> tuple[str, ...]:
    """The parts of a path below the folder of the corpus; none for a file that lies elsewhere."""
    return path.relative_to(folder).parts if path.is_relative_to(folder) else ()
