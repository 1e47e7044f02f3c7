"""The application under another server than its own: whatever runs ASGI factories runs it."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conformance.served import Served, make_generation, telegrams

RUNNERS = {
    "uvicorn": ["--factory", "cablegraph.server.asgi:app", "--log-level", "warning"],
    "granian": ["--interface", "asgi", "--factory", "cablegraph.server.asgi:app", "--no-ws"],
}


@pytest.mark.parametrize("runner", ["uvicorn", pytest.param("granian", marks=pytest.mark.extra)])
def test_another_server_runs_the_application(tmp_path: Path, runner: str) -> None:
    if importlib.util.find_spec(runner) is None:
        pytest.skip(f"{runner} is not installed: pip install 'cablegraph[fast]'")
    make_generation(tmp_path, telegrams(20), "000000000001")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {**os.environ, "CABLEGRAPH_DATA": str(tmp_path), "CABLEGRAPH_LOG": "warning", "CABLEGRAPH_TIMEOUT": "1"}
    command = [sys.executable, "-m", runner, *RUNNERS[runner], "--port", str(port)]
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
    server = Served(port, process, tmp_path, tmp_path / "log")
    try:
        for _ in range(200):
            try:
                if server.ask("/readyz").status == 200:
                    break
            except OSError:
                time.sleep(0.1)
        assert server.query("SELECT (COUNT(*) AS ?n) { ?t a rico:Record }").values("n") == ["20"]
        late = server.query("SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " }")
        assert (late.status, late.json["type"].rpartition("#")[2]) == (503, "query-timeout")
        assert server.ask("/sparql", method="HEAD").status == 200
    finally:
        process.terminate()
        process.wait(15)
