"""The application under another server than its own: whatever runs ASGI factories runs it."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conformance.served import Served, make_generation, ready, telegrams
from tests.waiting import LONG, until

RUNNERS = {
    "uvicorn": "--factory cablegraph.server.asgi:app --log-level warning --fd {handle}",
    "granian": "--interface asgi --factory cablegraph.server.asgi:app --no-ws --port {port}",
}
"""What each is told; it listens on the socket that we hold, or, where it cannot, on the port that we held."""


@pytest.mark.parametrize("runner", ["uvicorn", pytest.param("granian", marks=pytest.mark.extra)])
def test_another_server_runs_the_application(tmp_path: Path, runner: str) -> None:
    if importlib.util.find_spec(runner) is None:
        pytest.skip(f"{runner} is not installed: pip install 'cablegraph[fast]'")
    make_generation(tmp_path, telegrams(20), "000000000001")
    listener = socket.create_server(("127.0.0.1", 0))
    port, handle = listener.getsockname()[1], listener.fileno()
    handles = [handle] if "{handle}" in RUNNERS[runner] else []
    if not handles:
        listener.close()
    environ = {**os.environ, "CABLEGRAPH_DATA": str(tmp_path), "CABLEGRAPH_LOG": "warning", "CABLEGRAPH_TIMEOUT": "1"}
    command = [sys.executable, "-m", runner, *RUNNERS[runner].format(port=port, handle=handle).split()]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environ, stdout=log, stderr=log, pass_fds=handles)
    listener.close()
    server = Served(port, process, tmp_path, tmp_path / "log")
    try:
        until(lambda: ready(server), "the server")
        assert server.query("SELECT (COUNT(*) AS ?n) { ?t a rico:Record }").values("n") == ["20"]
        late = server.query("SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(6)) + " }")
        assert (late.status, late.json["type"].rpartition("#")[2]) == (503, "query-timeout")
        assert server.ask("/sparql", method="HEAD").status == 200
    finally:
        process.terminate()
        process.wait(LONG)
