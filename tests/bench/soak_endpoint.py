"""Mixed load while generations change and processes die: ``python -m tests.bench.soak_endpoint --seconds 1800``.

Every answer is compared with a direct evaluation over the generation it names. Exit 1 for one wrong answer, one lost
connection, an error that no killed process explains, or memory that grows by more than half.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from statistics import median

from pyoxigraph import QueryResultsFormat, QueryTriples, Store

from cablegraph.iri import PREFIXES
from cablegraph.store.generations import Generations
from tests.bench.load import family
from tests.conformance.served import JSON, Served, make_generation, serving, telegrams

QUESTIONS = (
    "SELECT ?n {{ doc:t-{0} cg:telegramNumber ?n }}",
    "SELECT (COUNT(*) AS ?n) {{ ?t a rico:Record }}",
    "SELECT ?t {{ ?t rico:hasSender agent:a{1} }} ORDER BY ?t LIMIT {0}",
    "ASK {{ doc:t-{0} rico:hasAddressee agent:a{1} }}",
    "SELECT ?x (COUNT(?t) AS ?n) {{ ?t rico:hasSender ?x }} GROUP BY ?x ORDER BY ?x LIMIT {1}",
)
SIZES = (300, 400, 500)


@dataclass
class Tally:
    """What happened."""

    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    lost: int = 0
    memory: list[int] = field(default_factory=list)
    """Bytes that all processes held, a median for each tenth of the time."""


class Truth:
    """Direct evaluation over each generation, answers kept."""

    def __init__(self, data: Path) -> None:
        generations = Generations(data).list()
        self._stores = {generation.id: Store.read_only(str(generation.store_path)) for generation in generations}
        self._kept: dict[tuple[str, str], bytes] = {}
        self._lock = threading.Lock()

    def answer(self, generation: str, text: str) -> bytes:
        """The bytes that a server of this generation must send."""
        with self._lock:
            if (generation, text) not in self._kept:
                found = self._stores[generation].query(text, prefixes=PREFIXES)
                assert not isinstance(found, QueryTriples)
                data = found.serialize(format=QueryResultsFormat.JSON)
                assert data is not None
                self._kept[generation, text] = data
            return self._kept[generation, text]


def ask(server: Served, truth: Truth, stop: threading.Event, tally: Tally, seed: int) -> None:
    """Ask questions at random until told to stop; compare every answer."""
    chance = random.Random(seed)
    while not stop.is_set():
        text = chance.choice(QUESTIONS).format(chance.randrange(250), chance.randrange(50))
        try:
            answer = server.query(text, JSON)
        except (OSError, HTTPException) as error:
            tally.lost += 1
            tally.wrong.append(f"lost: {type(error).__name__}: {error}")
            continue
        tally.answers[str(answer.status)] += 1
        if answer.status == 200 and answer.body != truth.answer(answer.headers["cablegraph-generation"], text):
            tally.wrong.append(f"{answer.headers['cablegraph-generation']}: {text}")
        time.sleep(0.002)


def resident(pids: list[int]) -> int:
    """Bytes of memory these processes hold."""
    total = 0
    for pid in pids:
        try:
            total += int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            continue
    return total


def soak(
    data: Path, seconds: float, *, new_every: float, kill_every: float, clients: int = 4
) -> tuple[Tally, int, float]:
    """Run it; gives the tally, how many processes were killed, and how much memory grew (1 is not at all).

    Memory rises and falls with every generation and every process killed: it is looked at ten times a second, and the
    median of the last tenth of the time compared with that of the second, when all generations have been served.
    """
    ids = [make_generation(data, telegrams(size), f"{size:012}", current=False).id for size in SIZES]
    Generations(data).make_current(ids[0])
    truth, tally, stop = Truth(data), Tally(), threading.Event()
    kills, moves = 0, 0
    held: list[int] = []
    with serving(data, log="warning") as server:
        threads = [threading.Thread(target=ask, args=(server, truth, stop, tally, seed)) for seed in range(clients)]
        for thread in threads:
            thread.start()
        begun = time.monotonic()
        while (elapsed := time.monotonic() - begun) < seconds:
            time.sleep(0.1)
            if elapsed > (moves + 1) * new_every:
                moves += 1
                Generations(data).make_current(ids[moves % len(ids)])
            if elapsed > (kills + 1) * kill_every and (children := server.children()):
                kills += 1
                with suppress(ProcessLookupError):  # one that is not needed ends by itself
                    os.kill(random.choice(children), signal.SIGKILL)
            held.append(resident(family(server.process.pid)))
        stop.set()
        for thread in threads:
            thread.join()
    tenth = max(1, len(held) // 10)
    tally.memory = [int(median(held[start : start + tenth])) for start in range(0, len(held), tenth)]
    return tally, kills, median(held[-tenth:]) / median(held[tenth : 2 * tenth] or held)


def main() -> int:
    """Soak and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=float, default=60)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="cablegraph-soak-") as folder:
        tally, kills, growth = soak(Path(folder), given.seconds, new_every=20, kill_every=10)
    errors = sum(number for status, number in tally.answers.items() if status != "200")
    print(f"{sum(tally.answers.values())} answers {dict(tally.answers)} · {len(tally.wrong)} wrong · {tally.lost} lost")
    print(f"{kills} processes killed · memory of the last tenth {growth:.2f} of that of the second")
    print("memory by tenths, MiB:", *(size >> 20 for size in tally.memory))
    for line in tally.wrong[:10]:
        print("  wrong:", line)
    return 0 if not tally.wrong and errors <= kills and growth < 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())
