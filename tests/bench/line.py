"""How fast the line is: documents a second on one core over the FRUS texts, stage by stage, evidence included.

python -m tests.bench.line [--repeat N] [--profile]
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cablegraph import corpus, line
from cablegraph.shipped import shipped


def run(repeat: int) -> None:
    """Take every FRUS text through the line ``repeat`` times and print the rates."""
    loaded = line.load(corpus.Corpus(Path("/")))
    found = list(corpus.papers([shipped("examples", "frus")]))
    seconds: Counter[str] = Counter()
    documents = readings = lines = 0

    def timed(stage: str, work: Callable[..., Any], *arguments: Any) -> Any:
        start = time.process_time()
        done = work(*arguments)
        seconds[stage] += time.process_time() - start
        return done

    memory = []
    for turn in range(repeat):
        for paper in found:
            for source in timed("read", lambda: list(line.read(loaded, paper))):  # noqa: B023
                record = timed("extract", line.extract, loaded, source)
                record = timed("link", line.link, loaded, record)
                written = timed("map", line.map_record, loaded, record)
                documents += 1
                readings += len(written.mapped.readings)
                lines += len(written.lines)
        if turn in (0, repeat - 1):
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    total = sum(seconds.values())
    print(f"{documents} documents, {readings / documents:.0f} readings and {lines / documents:.0f} triples each")
    for stage, spent in seconds.items():
        print(f"  {stage:<8} {1000 * spent / documents:6.2f} ms a document  {100 * spent / total:4.0f} %")
    print(f"  {'all':<8} {1000 * total / documents:6.2f} ms a document")
    print(f"rate     {documents / total:.0f} documents a second on one core (at least 300, aim 600)")
    print(f"memory   {memory[0]} MiB after the first turn, {memory[-1]} MiB after the last")


def main() -> None:
    """Run the bench from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=10)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    if not options.profile:
        run(options.repeat)
        return
    profile = cProfile.Profile()
    profile.runcall(run, options.repeat)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
