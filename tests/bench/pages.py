"""How long every page takes on a large graph: ``python -m tests.bench.pages FOLDER [--rounds N] [--most MS]``.

FOLDER is a corpus folder with its ``cablegraph-data``, or a data folder. A server is started over it; each page is
asked at different addresses, as many readers would, on one connection. Printed are milliseconds from request to last
byte, those of the processor in all processes of the server (which a busy machine does not change much), and the memory
of the front. Ends with 1 where a page's p95 is over the limit.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

from cablegraph.catalogue import FILE, Catalogue, page_of
from cablegraph.iri import shorten
from cablegraph.store.generations import Generations
from tests.conformance.served import Served, serving

WORDS = ("armistice", "divisions", "railway", "loan", "ambassador", "telegram", "grain", "oil", "aircraft", "credits")


class Addresses:
    """Addresses of each page, drawn from what the graph holds: the busiest people and papers at random."""

    def __init__(self, catalogue: Catalogue, rounds: int) -> None:
        self._catalogue, self._rounds, self._chance = catalogue, rounds, random.Random(3777)
        self._cards = catalogue.cards
        self._papers = [self._cards[self._chance.randrange(len(self._cards))] for _ in range(rounds)]
        self._years = [year for year, _ in self._cards.counts("year")]

    def _things(self, role: str) -> list[str]:
        """Half of them the busiest, half at random."""
        every = [iri for iri, _ in self._cards.counts(role)]
        half = self._rounds // 2
        return every[:half] + [self._chance.choice(every) for _ in range(self._rounds - half)] if every else []

    def _with(self, path: str, **choices: list[str]) -> Iterator[str]:
        for values in zip(*choices.values(), strict=False):
            keys = (value.rpartition("/")[2] for value in values)
            yield f"{path}?{urlencode(dict(zip((name.rstrip('_') for name in choices), keys, strict=True)))}"

    def _spans(self) -> list[str]:
        return [self._chance.choice(self._years) for _ in range(self._rounds)] if self._years else []

    def all(self) -> dict[str, list[str]]:
        """Page and addresses."""
        rounds, things = self._rounds, self._things
        senders, topics, spans = things("sender"), things("topic"), self._spans()
        words = [self._chance.choice(WORDS) for _ in range(rounds)]
        pages = ("/documents?_page=", "/documents?sort=title&_page=", "/documents?sort=-date&_page=")
        last = max(1, len(self._cards) // 25)
        whole = {name: [path] * rounds for name, path in WHOLE.items()}
        return whole | {
            "Papers, any page and order": [
                f"{self._chance.choice(pages)}{self._chance.randrange(1, last + 1)}" for _ in range(rounds)
            ],
            "Papers of a sender": list(self._with("/documents", sender=senders)),
            "Papers of a topic": list(self._with("/documents", topic=topics)),
            "Papers of a year": list(self._with("/documents", from_=spans, to=spans)),
            "Papers of a sender, a topic": list(self._with("/documents", sender=senders, topic=topics)),
            "Papers with a word": list(self._with("/documents", q=words)),
            "Search": list(self._with("/search", q=words)),
            "A paper": [card.url for card in self._papers],
            "A person or body": [page_of(iri) for iri in senders],
            "A place": [page_of(iri) for iri in things("origin")],
            "A topic": [page_of(iri) for iri in topics],
            "Why": list(self._whys()),
            "Network of a topic": list(self._with("/network", topic=topics)),
            "Network of a year": list(self._with("/network", from_=spans, to=spans)),
            "Timeline of a year": list(self._with("/timeline", from_=spans, to=spans)),
            "Map of a topic": list(self._with("/map", topic=topics)),
            "Names, as they are typed": [f"/suggest.json?q={quote(word[:2])}" for word in words],
        }

    def _whys(self) -> Iterator[str]:
        for card in self._papers:
            if card.sender:
                form = {"s": shorten(card.iri), "p": "rico:hasSender", "o": shorten(card.sender[0])}
                yield f"/why?{urlencode(form)}"


WHOLE = {
    "Home": "/", "Papers": "/documents", "Network": "/network", "Network of places": "/network?by=place",
    "Network of papers": "/network?by=document", "Network with relays": "/network?kind=letter,relay",
    "Timeline": "/timeline", "Map": "/map", "Questions": "/questions", "Data": "/data", "About": "/about",
}  # fmt: skip


def ask(connection: http.client.HTTPConnection, path: str) -> tuple[float, int]:
    """Milliseconds from request to last byte, and bytes."""
    begun = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html"})
    response = connection.getresponse()
    body = response.read()
    elapsed = 1000 * (time.perf_counter() - begun)
    if response.status != 200:
        raise SystemExit(f"{path}: {response.status} {body[:200]!r}")
    return elapsed, len(body)


def memory(server: Served) -> int:
    """MiB that the front holds now."""
    lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) >> 10


def spent(server: Served) -> float:
    """Milliseconds of processor time that the front and the query processes have taken so far."""
    ticks = 0
    for pid in (server.process.pid, *server.nursery(), *server.children()):
        with contextlib.suppress(OSError):
            ticks += sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return 1000 * ticks / os.sysconf("SC_CLK_TCK")


def measure(server: Served, addresses: dict[str, list[str]], most: float) -> bool:
    """Ask every page and print a row for each; whether all are quick enough."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
    first, _ = ask(connection, "/")
    print(f"first page after the start: {first:.0f} ms; memory of the front {memory(server)} MiB")
    print(f"{'page':<28} {'asked':>5} {'median':>7} {'p95':>7} {'most':>7} {'of limit':>8} {'CPU':>6} {'kB':>6}")
    well = True
    for name, paths in addresses.items():
        if not paths:
            continue
        before = spent(server)
        taken, sizes = zip(*(ask(connection, path) for path in paths), strict=True)
        p95 = statistics.quantiles(taken, n=20, method="inclusive")[-1] if len(taken) > 1 else taken[0]
        well = well and p95 <= most
        figures = f"{statistics.median(taken):>7.1f} {p95:>7.1f} {max(taken):>7.1f} {p95 / most:>8.2f}"
        cpu, size = (spent(server) - before) / len(paths), max(sizes) / 1000
        print(f"{name:<28} {len(paths):>5} {figures} {cpu:>6.0f} {size:>6.0f}", flush=True)
    print(f"memory of the front {memory(server)} MiB")
    return well


def main() -> int:
    """0 when every page is within the limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=40, help="addresses of each page")
    parser.add_argument("--most", type=float, default=150.0, help="milliseconds that a page's p95 may take")
    given = parser.parse_args()
    data = given.folder / "cablegraph-data" if (given.folder / "cablegraph-data").is_dir() else given.folder
    current = Generations(data).current()
    if current is None or not (current.path / FILE).is_file():
        raise SystemExit(f"there is no graph with a catalogue in {data}: cablegraph build")
    catalogue = Catalogue.opened(current.id, current.path / FILE)
    print(f"{catalogue.held:,} papers and {catalogue.inside:,} messages inside them, generation {current.id}")
    addresses = Addresses(catalogue, given.rounds).all()
    with serving(data, log="warning") as server:
        well = measure(server, addresses, given.most)
    server.log.unlink()
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
