"""Builds killed at random moments: the last generation serves each time, and the next build ends at the same id.

python -m tests.bench.soak [--kills 50]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time


def main() -> None:
    """Run the kill test with many kills and say how long it took; the exit code is pytest's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    start = time.monotonic()
    environment = {**os.environ, "CABLEGRAPH_KILLS": str(options.kills)}
    command = [sys.executable, "-m", "pytest", "-m", "soak", "tests/line/test_build.py"]
    done = subprocess.run(command, env=environment, check=False)
    print(
        f"{options.kills} kills in {time.monotonic() - start:.0f} s: {'all well' if not done.returncode else 'FAILED'}"
    )
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
