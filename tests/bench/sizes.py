"""What a larger graph costs whoever asks: start to first answer, point queries, pages, questions, as ratios.

python -m tests.bench.sizes SMALL LARGE [LARGER …] [--rounds 5]

Each is a corpus folder that was built. All are served at once and asked in turns, so that what else the machine does
falls on all alike; ratios are to the first. For the start, the files of the graph are first put out of memory as far as
the system lets a reader do that.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

from cablegraph.iri import CG, DOC
from cablegraph.store.generations import Generation, Generations

AIM_POINT = 1.3
STARTS = 3
POINTS = 60
"""Point queries of each round; pages are asked for a tenth as often."""
WORDS = ("armistice", "arms supply", "trade agreement", "перемирие", '"I have to report"')
Accept = dict[str, str]
JSON: Accept = {"Accept": "application/sparql-results+json"}
HTML: Accept = {"Accept": "text/html"}


@dataclass(slots=True)
class Corpus:
    """A built corpus folder, the papers to ask for, and the times of each kind of request in seconds."""

    home: Path
    generation: Generation
    keys: list[str]
    port: int = 0
    times: dict[str, list[float]] = field(default_factory=dict)
    late: set[str] = field(default_factory=set)
    """What was once refused because it took too long."""
    body: bytes = b""

    def get(self, path: str, headers: Accept) -> bool:
        """Ask the server and wait for the whole answer; whether it came in time. Raises SystemExit for other errors."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        self.body = body
        if answer.status not in (200, 503):
            raise SystemExit(f"{path}: {answer.status} {body[:300]!r}")
        return answer.status == 200

    def timed(self, name: str, path: str, headers: Accept) -> None:
        """Ask, and note how long it took."""
        start = time.perf_counter()
        if self.get(path, headers):
            self.times.setdefault(name, []).append(time.perf_counter() - start)
        else:
            self.late.add(name)


def opened(home: Path) -> Corpus:
    """A corpus folder's current generation, and two thousand of its papers drawn at random."""
    generation = Generations(home / "cablegraph-data").current()
    if generation is None:
        raise SystemExit(f"{home} is not built")
    with sqlite3.connect(f"file:{generation.path / 'texts.sqlite'}?mode=ro&immutable=1", uri=True) as db:
        keys = [key for (key,) in db.execute("SELECT key FROM texts")]
    return Corpus(home, generation, random.Random(1951).sample(keys, min(2000, len(keys))))


def point(key: str) -> str:
    """The address of a query for one paper's number, never asked before."""
    text = f"SELECT ?n {{ <{DOC}{key}> <{CG}telegramNumber> ?n }} #{time.time_ns()}"
    return f"/sparql?query={quote(text, safe='')}"


# ------------------------------------------------------------------ start


def forget(folder: Path) -> None:
    """Ask the system to drop a folder's files from memory."""
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)


@contextmanager
def served(corpus: Corpus) -> Iterator[float]:
    """Serve a corpus; gives the seconds from the command to the first answered query."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        corpus.port = free.getsockname()[1]
    command = [sys.executable, "-m", "cablegraph", "-q", "-C", str(corpus.home), "serve", "-p", str(corpus.port)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                if corpus.get(point(corpus.keys[0]), JSON):
                    break
            except OSError:
                if process.poll() is not None or time.perf_counter() - start > 120:
                    raise SystemExit(f"{corpus.home} cannot be served") from None
                time.sleep(0.01)
        yield time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def starts(corpora: list[Corpus]) -> None:
    """Cold starts, in turns."""
    for _ in range(STARTS):
        for corpus in corpora:
            forget(corpus.generation.path)
            with served(corpus) as seconds:
                corpus.times.setdefault("start to first answer", []).append(seconds)


# ------------------------------------------------------------------ asking


def questions(corpus: Corpus) -> dict[str, str]:
    """Addresses of the shipped questions that can be asked as they stand, by name."""
    corpus.get("/q.json", {})
    every = json.loads(corpus.body)["queries"]
    return {
        f"question {query['name']}": f"/q/{query['name']}.json"
        for query in every
        if all(parameter["default"] or parameter["optional"]
               for parameter in query["parameters"])
    }  # fmt: skip


def ask(corpus: Corpus, chance: random.Random, asked: dict[str, str]) -> None:
    """One round of requests."""
    for _ in range(POINTS):
        corpus.timed("point query", point(chance.choice(corpus.keys)), JSON)
    for _ in range(POINTS // 10):
        key = chance.choice(corpus.keys)
        corpus.timed("page of a paper", f"/page/doc/{quote(key)}", HTML)
        corpus.timed("facts of a paper", f"/id/doc/{quote(key)}.json", {})
    for words in WORDS:
        corpus.timed("search", f"/search.json?{urlencode({'q': words})}", {})
    corpus.timed("first page", "/", HTML)
    corpus.timed("list of papers", "/documents.json", {})
    for name, path in asked.items():
        corpus.timed(name, path, {})


def report(corpora: list[Corpus]) -> None:
    """Print medians in milliseconds and their ratios to the first corpus."""
    for corpus in corpora:
        manifest = corpus.generation.manifest
        print(f"{corpus.home.name:<12} {manifest['documents']:,} papers, {manifest['quads']:,} quads")
    for name in dict.fromkeys(name for corpus in corpora for name in (*corpus.times, *sorted(corpus.late))):
        medians = [statistics.median(corpus.times.get(name) or [float("nan")]) for corpus in corpora]
        ratios = ", ".join(f"{median / medians[0]:.2f} ×" for median in medians[1:])
        times = "".join(f"{1000 * median:>11,.1f}" for median in medians)
        aim = f"  (at most {AIM_POINT})" if name == "point query" else ""
        late = "".join(f"  out of time at {corpus.home.name}" for corpus in corpora if name in corpus.late)
        print(f"{name:<34}{times} ms  {ratios}{aim}{late}")


def main() -> None:
    """Serve the folders, ask, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    corpora = [opened(folder.resolve()) for folder in options.folders]
    starts(corpora)
    serve_all(corpora, options.rounds)
    report(corpora)


def serve_all(corpora: list[Corpus], rounds: int) -> None:
    """Serve all folders at once and ask each in turn; the first round is not counted."""
    if any(corpus.port == 0 for corpus in corpora):
        raise SystemExit("no corpus was started")
    chance = random.Random(3777)

    def inside(waiting: list[Corpus]) -> None:
        if waiting:
            with served(waiting[0]):
                inside(waiting[1:])
            return
        asked = questions(corpora[0])
        before = [dict(corpus.times) for corpus in corpora]
        for number in range(rounds + 1):
            for corpus in corpora:
                ask(corpus, chance, asked)
            if number == 0:
                for corpus, kept in zip(corpora, before, strict=True):
                    corpus.times = kept

    inside(corpora)


if __name__ == "__main__":
    main()
