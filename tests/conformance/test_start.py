"""What ``serve`` says when it cannot start, and that what it says helps."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from cablegraph.store.generations import Generations
from tests.conformance.served import make_generation, telegrams
from tests.waiting import LONG


def command(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "cablegraph", "-C", str(folder), *words]
    return subprocess.run(line, capture_output=True, text=True, timeout=LONG, check=False)


def test_generation_that_is_not_whole_is_refused_and_one_that_is_named(tmp_path: Path) -> None:
    data = tmp_path / "cablegraph-data"
    make_generation(data, telegrams(3), "00000000000a")
    make_generation(data, telegrams(4), "00000000000b")
    broken = make_generation(data, telegrams(5), "00000000000c")
    (Generations(data).list()[1].path / "manifest.json").write_text('{"torn')
    (broken.path / "void.ttl").unlink()

    refused = command(tmp_path, "serve", "-p", "0")
    assert refused.returncode == 1
    assert "00000000000c is not whole" in refused.stderr
    assert "00000000000a is whole" in refused.stderr

    named = re.search(r"cablegraph (generations use \w+)", refused.stderr)
    assert named is not None
    assert command(tmp_path, *named[1].split()).returncode == 0
    current = Generations(data).current()
    assert current is not None
    assert current.id == "00000000000a"


def test_where_no_generation_is_whole_none_is_named(tmp_path: Path) -> None:
    data = tmp_path / "cablegraph-data"
    (make_generation(data, telegrams(3), "00000000000a").path / "manifest.json").unlink()
    refused = command(tmp_path, "serve", "-p", "0")
    assert refused.returncode == 1
    assert "build again" in refused.stderr
    assert "is whole" not in refused.stderr
