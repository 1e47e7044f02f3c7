"""What a stranger installs: a wheel that works outside the checkout, a core that stays light, a README that is true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from tests.waiting import LONG

ROOT = Path(__file__).parents[2]
LIMIT = 120 * 1024 * 1024


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [path] = folder.glob("*.whl")
    return path


def test_wheel_builds_the_sample_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("CABLEGRAPH_")},
        "PYTHONPATH": str(tmp_path / "site"),
        "NO_COLOR": "1",
    }
    code = "import cablegraph as c, sys; from cablegraph.cli import run; print(c.__file__); sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "demo", "--no-serve"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONG,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "site") in done.stdout
    assert "3777" in done.stdout
    assert "arms for 60 divisions" in done.stdout


def test_wheel_carries_the_shipped_data_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for name in ("ontology/cablegraph.ttl", "mappings/record.yarrrml.yml", "queries/letters.rq", "examples/README.md"):
        assert f"cablegraph/_shipped/{name}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any("tests/" in name or name.endswith(".pyc") for name in names)


def _requirements(name: str) -> set[str]:
    required = metadata.requires(name) or []
    return {
        re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()
        for requirement in required
        if "extra ==" not in requirement and not _for_elsewhere(requirement)
    }


def _for_elsewhere(requirement: str) -> bool:
    return any(mark in requirement for mark in ('sys_platform == "win32"', 'python_version < "3.11"', "Windows"))


def test_core_stays_under_its_size() -> None:
    seen: set[str] = set()
    waiting = {"cablegraph"}
    while waiting:
        name = waiting.pop()
        try:
            metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        seen.add(name)
        waiting |= _requirements(name) - seen
    size = sum(
        Path(str(file.locate())).stat().st_size
        for name in seen - {"cablegraph"}
        for file in metadata.files(name) or ()
        if Path(str(file.locate())).is_file() and file.suffix != ".pyc"
    )
    assert {"pyoxigraph", "fastapi", "lxml", "rdflib"} <= seen
    assert size < LIMIT, f"{size >> 20} MiB"


def test_versions_are_pinned_without_a_registry_address() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").split()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._]+", line) for line in lines), lines
    assert "://" not in (ROOT / "pyproject.toml").read_text("utf-8").replace("https://w3id.org/cablegraph/", "")


def test_python_block_of_the_readme_runs() -> None:
    [block] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "→" in done.stdout


def test_extras_are_not_imported_at_start() -> None:
    code = "import sys, cablegraph.cli, cablegraph.cli.build; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"pyshacl", "rdflib", "zstandard", "granian", "orjson", "fastapi", "uvicorn", "pypdf"}


def test_public_names_are_about_fifteen_and_all_there() -> None:
    import cablegraph

    assert 12 <= len(cablegraph.__all__) <= 18
    for name in cablegraph.__all__:
        assert getattr(cablegraph, name) is not None
