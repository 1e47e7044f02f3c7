"""``export`` into files: a dump has the description of its graph and checksums beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.line.test_commands import run


def test_a_dump_has_void_and_checksums_beside_it(sample: Path, tmp_path: Path) -> None:
    for name in ("graph.nq.gz", "flat.ttl"):
        profile = "flat" if name.startswith("flat") else "rdf11"
        done = run("export", name.split(".")[1], "--profile", profile, "-o", str(tmp_path / name), data=sample)
        assert done.returncode == 0, done.stderr
    lines = (tmp_path / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: sum_ for sum_, name in (line.split("  ") for line in lines)}
    assert list(told) == ["flat.ttl", "graph.nq.gz", "void.ttl"]
    for name, checksum in told.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == checksum
    assert "<http://rdfs.org/ns/void#Dataset>" in (tmp_path / "void.ttl").read_text("utf-8")


def test_a_dump_of_some_papers_has_a_description_of_its_own(sample: Path, tmp_path: Path) -> None:
    done = run("export", "nt", "agent=agent:stalin", "from=1950", "-o", str(tmp_path / "some.nt"), data=sample)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["SHA256SUMS", "some.nt", "some.nt.void.ttl"]
    assert "agent=agent:stalin, from=1950" in (tmp_path / "some.nt.void.ttl").read_text("utf-8")


def test_options_are_called_alike_with_and_without_dashes(seed: Path) -> None:
    for one, other in (
        (("--kind", "letter,relay"), ("kind=letter,relay",)),
        (("--kind", "letter", "--kind", "relay"), ("kind=letter,relay",)),
        (("--min-weight", "2", "--words"), ("min_weight=2", "words=1")),
        (("--from", "1951"), ("from=1951",)),
    ):
        first, second = run("export", "network.json", *one, data=seed), run("export", "network.json", *other, data=seed)
        assert first.returncode == second.returncode == 0, first.stderr + second.stderr
        assert first.stdout == second.stdout
