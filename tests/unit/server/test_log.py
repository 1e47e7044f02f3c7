"""The lines of the log: one JSON object each, with what went wrong where something did."""

import asyncio
import io
import json
import logging
from concurrent.futures import ThreadPoolExecutor

from cablegraph.server.operation import JsonLines, RequestLog
from tests.waiting import LONG


def _logger() -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger = logging.Logger("apart", logging.INFO)
    logger.addHandler(handler)
    return logger, stream


def test_a_failure_says_where_it_happened() -> None:
    logger, stream = _logger()
    try:
        raise KeyError("no such place")
    except KeyError:
        logger.exception("failed", extra={"facts": {"route": "/sparql"}})
    [line] = map(json.loads, stream.getvalue().splitlines())
    assert (line["event"], line["route"]) == ("failed", "/sparql")
    assert "KeyError: 'no such place'" in line["error"]
    assert "test_log.py" in line["error"]


def test_requests_wait_and_are_written_in_their_order() -> None:
    logger, stream = _logger()

    async def three() -> str:
        requests = RequestLog(logger)
        for number in range(3):
            requests.add({"number": number})
        at_once = stream.getvalue()
        async with asyncio.timeout(LONG):
            while not stream.getvalue():
                await asyncio.sleep(0.02)
        return at_once

    with ThreadPoolExecutor(1) as apart:  # another test's loop may run in this thread
        assert apart.submit(lambda: asyncio.run(three())).result() == ""
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["event"], line["number"]) for line in lines] == [("request", 0), ("request", 1), ("request", 2)]
