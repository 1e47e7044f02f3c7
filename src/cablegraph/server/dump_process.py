"""A dump in a process of its own: ``python -m cablegraph.server.dump_process STORE FORM PROFILE FILE``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from cablegraph.exports import rdf


def main(store: str, form: Any, profile: Any, target: str) -> int:
    """Write the whole graph beside the target, then rename: a file that is there is whole."""
    part = Path(f"{target}.part")
    with part.open("wb") as out:
        for piece in rdf.write(Store.read_only(store), form, profile):
            out.write(piece)
    part.replace(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
