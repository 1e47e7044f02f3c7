"""The lists of papers turned round: what each paper has in a role, to count over many papers in milliseconds."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import product

from cablegraph.catalogue import postings

FEW_THINGS = 100
"""The sets of so many things are met one after the other; of more, what each paper has is counted."""


class Things:
    """What papers have in one role, four bytes a paper for the most that one paper has.

    Each of ``layers`` holds, at the number of a paper, the place in ``names`` of one thing that it has; 0 is none.
    """

    def __init__(self, rows: Iterable[tuple[str, bytes]], last: int) -> None:
        """``rows`` are the things in the order of their names with their packed papers, ``last`` the highest number."""
        self.names = [""]
        self.layers: list[array[int]] = []
        for name, packed in rows:
            at = len(self.names)
            self.names.append(name)
            for number in postings.listed(packed):
                for layer in self.layers:
                    if not layer[number]:
                        layer[number] = at
                        break
                else:
                    self.layers.append(array("I", bytes(4 * (last + 1))))
                    self.layers[-1][number] = at

    def marked(self, among: Container[str] | None) -> bytes:
        """For each place in ``names`` whether that thing is among these, or is one at all."""
        return bytes(bool(name) and (among is None or name in among) for name in self.names)

    def counts(self, papers: Sequence[int]) -> list[tuple[str, int]]:
        """The things that these papers have, with how many have each, the commonest first."""
        found: Counter[int] = Counter()
        for layer in self.layers:
            found.update(map(layer.__getitem__, papers))
        found.pop(0, None)
        commonest = sorted(sorted(found), key=found.__getitem__, reverse=True)  # of equals the first by name
        return [(self.names[at], found[at]) for at in commonest]


def met(
    sources: Things, targets: Things, papers: Sequence[int], among: Container[str] | None
) -> Iterator[tuple[str, str, list[int]]]:
    """Every two things, one of each kind, that meet in a paper, with their papers; only ``among`` these names."""
    found: dict[tuple[int, int], list[int]] = {}
    from_, to = (things.marked(among) for things in (sources, targets))
    for ones, others in product(sources.layers, targets.layers):
        pairs = zip(map(ones.__getitem__, papers), map(others.__getitem__, papers), papers, strict=True)
        for source, target, number in pairs:
            if from_[source] and to[target]:
                found.setdefault((source, target), []).append(number)
    for (source, target), numbers in found.items():
        yield sources.names[source], targets.names[target], numbers
