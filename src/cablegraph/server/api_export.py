"""An export in a process of its own: ``python -m cablegraph.server.api_export`` reads what to write from its input."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from cablegraph.errors import CablegraphError
from cablegraph.iri import DOC
from cablegraph.store import texts
from cablegraph.store.generations import Generation

_NETWORK = ("by", "kind", "min_weight", "words")


def main() -> int:
    """0 when the whole export was written; 2 when it cannot be asked so, with the reason on stderr."""
    asked = json.loads(sys.stdin.read())
    try:
        for piece in export(Path(asked["path"]), asked["form"], asked["parameters"]):
            sys.stdout.buffer.write(piece)
    except CablegraphError as error:
        sys.stderr.write("\n".join((error.diagnostic.what, *error.diagnostic.notes)))
        return 2
    return 0


def export(path: Path, form: str, parameters: dict[str, str]) -> Iterable[bytes]:
    """The pieces of an export of the generation in this directory."""
    from cablegraph.exports import source

    manifest = Generation(path).manifest
    families = {DOC + key: family for key, family in texts.families(path / "texts.sqlite").items()}
    graph = source.of_store(
        Store.read_only(str(path / "store")),
        generation=manifest["id"],
        title=manifest.get("title", ""),
        licence=manifest.get("licence", ""),
        families=families,
    )
    chosen = {name: value for name, value in parameters.items() if name not in (*_NETWORK, "excel")}
    wanted = source.Filter.of(chosen)
    return _writer(form)(graph, wanted, parameters)


def _writer(form: str) -> Callable[[Any, Any, dict[str, str]], Iterable[bytes]]:
    """The export module of a form, asked when it is needed."""
    modules = {"network.json": ("network", "write_json"), "nodes.csv": ("network", "write_nodes_csv"),
               "edges.csv": ("network", "write_edges_csv"), "gexf": ("gexf", "write"), "graphml": ("graphml", "write"),
               "timeline.json": ("timeline", "write"), "geojson": ("geojson", "write")}  # fmt: skip
    name, function = modules[form]
    write = getattr(importlib.import_module(f"cablegraph.exports.{name}"), function)
    if form in ("timeline.json", "geojson"):
        return lambda graph, wanted, parameters: write(graph, wanted)
    return lambda graph, wanted, parameters: write(graph, wanted, _options(parameters))


def _options(parameters: dict[str, str]) -> Any:
    from cablegraph.exports.network import Options

    kinds = tuple(kind for kind in parameters.get("kind", "").split(",") if kind)
    weight = parameters.get("min_weight", "1")
    return Options(
        by=parameters.get("by", "agent"),
        kinds=kinds,
        min_weight=int(weight) if weight.isdecimal() else 1,
        words=parameters.get("words") in ("1", "true"),
    )


if __name__ == "__main__":
    sys.exit(main())
