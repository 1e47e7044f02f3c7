"""An export in a process of its own: ``python -m cablegraph.server.api_export`` reads what to write from its input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Store

from cablegraph import exports
from cablegraph.errors import CablegraphError
from cablegraph.iri import DOC
from cablegraph.store import texts
from cablegraph.store.generations import Generation

_NETWORK = ("by", "kind", "min_weight", "words")


def main() -> int:
    """0 when the whole export was written; 2 when it cannot be asked so, with the reason on stderr."""
    asked = json.loads(sys.stdin.read())
    try:
        for piece in export(Path(asked["path"]), asked["form"], asked["parameters"], asked.get("papers")):
            sys.stdout.buffer.write(piece)
    except CablegraphError as error:
        sys.stderr.write("\n".join((error.diagnostic.what, *error.diagnostic.notes)))
        return 2
    return 0


def export(path: Path, form: str, parameters: dict[str, str], papers: Iterable[str] | None = None) -> Iterable[bytes]:
    """The pieces of an export of the generation in this directory; of ``papers``, where they were chosen already."""
    manifest = Generation(path).manifest

    def families() -> dict[str, str]:
        return {DOC + key: family for key, family in texts.families(path / "texts.sqlite").items()}

    source = exports.of_store(
        Store.read_only(str(path / "store")),
        generation=manifest["id"],
        title=manifest.get("title", ""),
        licence=manifest.get("licence", ""),
        editor=manifest.get("editor", ""),
        publisher=manifest.get("publisher", ""),
        families=families,
    )
    chosen = {name: value for name, value in parameters.items() if name not in (*_NETWORK, "excel", "view")}
    excel = parameters.get("excel") in ("1", "true")
    held = exports.Filter.of({name: chosen[name] for name in ("held",) if name in chosen}).held
    by = {name: value for name, value in chosen.items() if name != "held"}
    these = exports.Filter.of(chosen) if papers is None else exports.These(held=held, papers=frozenset(papers), by=by)
    request = exports.Request(these, _options(parameters), excel=excel)
    return exports.write(form, source, request)


def _options(parameters: dict[str, str]) -> exports.Options:
    weight = parameters.get("min_weight", "1")
    return exports.Options(
        by=parameters.get("by", "agent"),
        kinds=tuple(kind for kind in parameters.get("kind", "").split(",") if kind),
        min_weight=int(weight) if weight.isdecimal() else 1,
        words=parameters.get("words") in ("1", "true"),
    )


if __name__ == "__main__":
    sys.exit(main())
