"""Every hostile input of endpoint.md: survived, ended in time, and nobody called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.hostile import LIMIT, attack, cases, listening
from tests.conformance.served import TOKEN, Served, make_generation, serving, telegrams

NAMES = [case.name for case in cases(1)]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int, list[int]]]:
    """A server, the port nobody may call, and the calls."""
    data = tmp_path_factory.mktemp("hostile")
    make_generation(data, telegrams(2000), "000000000001")
    with (
        listening() as (port, calls),
        serving(data, timeout=str(LIMIT), memory="1G", token=TOKEN, log="warning") as server,
    ):
        yield server, port, calls


@pytest.mark.parametrize("name", NAMES)
def test_survives(target: tuple[Served, int, list[int]], name: str) -> None:
    server, port, calls = target
    [case] = [case for case in cases(port) if case.name == name]
    ratios = []
    for _ in range(4):  # what else the machine does may slow a neighbour, and never makes it faster
        outcome = attack(server, case)
        assert outcome.survived, outcome
        assert not calls, "a request went out"
        ratios.append(outcome.ratio)
        if outcome.ratio <= 3 or name in COSTLY:
            return
    raise AssertionError(f"neighbours' medians, as multiples of those just before: {ratios}")


COSTLY = ("100 slow queries whose clients leave",)
"""Each that leaves ends a process, and a new one takes its place: 100 in a second keep both cores at that."""
