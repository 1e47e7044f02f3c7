"""A dump in a process of its own: ``python -m cablegraph.server.dump_process STORE FORM PROFILE FILE``."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from cablegraph.exports import rdf


def main(store: str, form: Any, profile: Any, target: str) -> int:
    """Write the whole graph beside the target, then rename: a file that is there is whole; its SHA-256 lies beside."""
    part = Path(f"{target}.part")
    digest = hashlib.sha256()
    with part.open("wb") as out:
        for piece in rdf.write(Store.read_only(store), form, profile):
            out.write(piece)
            digest.update(piece)
    Path(f"{target}.sha256").write_text(digest.hexdigest(), "ascii")
    part.replace(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
