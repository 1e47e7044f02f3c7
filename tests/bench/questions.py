"""How long each shipped question takes on a store: ``python -m tests.bench.questions STORE [PAPER]``.

The parameters are the defaults of the heads, save that a paper, a person and a topic of the store take their places.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from cablegraph import queries
from cablegraph.shipped import shipped

GIVEN = {
    "sender": "agent:person-1",
    "addressee": "agent:person-2",
    "thing": "agent:person-3",
    "topic": "topic:everything",
}


def main() -> None:
    """Run every question thrice and print rows, the best time, and the time for the words of 200 rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--only")
    options = parser.parse_args()
    store = Store.read_only(str(options.store))
    for query in queries.load_all([shipped("queries")]).queries.values():
        if options.only and query.name != options.only:
            continue
        given = {name: [value] for name, value in GIVEN.items() if query.parameter(name)}
        if query.name == "arms-letters":
            given["year"] = ["1951"]
        elif query.name == "letters":
            given = {"sender": [GIVEN["sender"]]}
        if query.parameter("document") and query.name != "editor-alone":
            given["document"] = ["doc:made-000100"]
        text = queries.bind(query, given)
        best, found = 1e9, []
        for _ in range(2):
            start = time.perf_counter()
            solutions = store.query(text)
            assert isinstance(solutions, QuerySolutions)
            found = list(solutions)
            best = min(best, time.perf_counter() - start)
        words = 0.0
        some = found[: queries.ROWS_AT_ONCE]
        terms = [{c: str(row[c]) for c in query.columns if row[c] is not None} for row in some]
        asked = queries.evidence_query(query, terms) if query.evidence and terms else None
        if asked:
            start = time.perf_counter()
            list(store.query(asked))  # type: ignore[arg-type]
            words = time.perf_counter() - start
        print(
            f"{query.name:22} {len(found):8,} rows {best * 1000:10,.1f} ms   words {words * 1000:8,.1f} ms", flush=True
        )


if __name__ == "__main__":
    main()
