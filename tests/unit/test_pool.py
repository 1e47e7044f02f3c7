"""Batches go to processes and come back; a process that is ended is told of."""

from __future__ import annotations

import os

import pytest

from cablegraph.errors import CablegraphError
from cablegraph.pool import in_pool


def twice(number: int) -> int:
    return 2 * number


def end(number: int) -> int:
    os._exit(number)


def fail(number: int) -> int:
    raise ValueError(f"no {number}")


def test_every_batch_comes_back_once() -> None:
    assert sorted(in_pool(twice, range(20), 2)) == list(range(0, 40, 2))


def test_a_process_that_is_ended_is_told_of_with_the_remedy() -> None:
    with pytest.raises(CablegraphError, match="ended from outside") as raised:
        list(in_pool(end, [9], 1))
    assert "-j 1" in str(raised.value)


def test_an_error_in_a_process_is_raised_here() -> None:
    with pytest.raises(ValueError, match="no 7"):
        list(in_pool(fail, [7], 1))
