"""Requests that schemathesis makes up from /openapi.json: ``python -m tests.bench.fuzz [--seconds N]``.

Any 5xx is a failure. The server stands over the papers of `examples/`, built for it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conformance.served import serving

EXAMPLES = Path(__file__).parents[2] / "examples"
KNOWN = """
[[operations]]
include-path-regex = "^/id/doc/"
parameters = { "path.key" = "wilson-ct3777" }

[[operations]]
include-path-regex = "^/id/.kind"
parameters = { "path.kind" = "doc", "path.key" = "wilson-ct3777" }
"""
"""What is in the sample: made-up keys alone are answered by 404. Without these, a second run makes up its own."""


def main() -> int:
    """Build, serve, run it; its exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seconds", type=int, default=0, help="time for it; 0 is one run through all operations")
    options.add_argument("--examples", type=int, default=30, help="requests made up for each operation")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="cablegraph-fuzz-") as folder:
        build = [
            sys.executable,
            "-m",
            "cablegraph",
            "-q",
            "-C",
            folder,
            "build",
            str(EXAMPLES / "wilson"),
            str(EXAMPLES / "frus"),
        ]
        subprocess.run(build, check=True)
        with serving(Path(folder) / "cablegraph-data", log="warning") as server:
            (Path(folder) / "schemathesis.toml").write_text(KNOWN, "utf-8")
            line: list[str] = [str(Path(sys.executable).with_name("st")), "run", f"{server.url}/openapi.json"]
            line += ["--checks", "not_a_server_error", "--continue-on-failure", "--max-examples", str(given.examples)]
            line += ["--request-timeout", "30", "--no-color"]
            line += ["--max-time", str(given.seconds)] if given.seconds else []
            codes = [subprocess.run(line, cwd=folder, check=False).returncode]
            (Path(folder) / "schemathesis.toml").unlink()
            codes.append(subprocess.run(line, cwd=folder, check=False).returncode)
            print(server.log.read_text()[-4000:])
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
