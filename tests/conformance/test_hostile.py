"""Every hostile input of endpoint.md: survived, ended in time, and nobody called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.hostile import LIMIT, attack, cases, idle_median, listening
from tests.conformance.served import TOKEN, Served, make_generation, serving, telegrams

NAMES = [case.name for case in cases(1)]


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int, list[int], float]]:
    """A server, the port nobody may call, the calls, and what a neighbour sees when all is quiet."""
    data = tmp_path_factory.mktemp("hostile")
    make_generation(data, telegrams(2000), "000000000001")
    with (
        listening() as (port, calls),
        serving(data, timeout=str(LIMIT), memory="1G", token=TOKEN, log="warning") as server,
    ):
        yield server, port, calls, idle_median(server)


@pytest.mark.parametrize("name", NAMES)
def test_survives(target: tuple[Served, int, list[int], float], name: str) -> None:
    server, port, calls, idle = target
    [case] = [case for case in cases(port) if case.name == name]
    outcome = attack(server, case)
    assert outcome.survived, outcome
    assert not calls, "a request went out"
    # Five for a machine that does other things too; `make hostile` prints the figure.
    assert outcome.neighbours < max(5 * idle, 0.05), outcome
