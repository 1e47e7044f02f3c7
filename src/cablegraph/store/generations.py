"""Generations: each build is a whole directory, made elsewhere, verified, and made current by moving one pointer."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from cablegraph.errors import StoreError
from cablegraph.iri import BASE, BASE_VARIABLE, HOME

FORMAT = 1
"""Form of a generation directory; a newer one is refused by an older program."""


@dataclass(frozen=True)
class Generation:
    """One finished graph: ``store/``, ``manifest.json``, ``void.ttl``, ``answers.json``, ``search.sqlite``."""

    path: Path

    @property
    def id(self) -> str:
        """The first 12 hex digits of the hash of its content."""
        return self.path.name

    @property
    def store_path(self) -> Path:
        """The Oxigraph directory, to be opened read-only."""
        return self.path / "store"

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What was written when it was finished. Raises StoreError when it is missing or torn."""
        path = self.path / "manifest.json"
        try:
            manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(
                f"generation {self.id} is not whole: no readable manifest",
                path=str(path),
                notes="build again, or use another: cablegraph generations list",
            ) from error
        return manifest

    @property
    def publishes_text(self) -> bool | None:
        """Whether readers may have the papers' running text; None where an older program did not write it down."""
        said = self.manifest.get("publish_text")
        return said if isinstance(said, bool) else None

    def check_base(self) -> None:
        """Check that its identifiers begin as this process has them. Raises StoreError with what to do."""
        if (base := self.manifest.get("base", BASE)) != HOME:
            raise StoreError(
                f"generation {self.id} has its identifiers under {base}, not under {HOME}",
                path=str(self.path),
                notes=("build again", f'or say base = "{base}" in corpus.toml (in a program: {BASE_VARIABLE}={base})'),
            )

    def verify(self) -> None:
        """Check that it is whole and of a form this program knows. Raises StoreError with what to do."""
        manifest = self.manifest
        if manifest.get("format", 0) > FORMAT:
            raise StoreError(
                f"generation {self.id} was made by a newer cablegraph ({manifest.get('cablegraph')})",
                path=str(self.path),
                notes="update cablegraph, or use an older one: cablegraph generations list",
            )
        self.check_base()
        for name, size in manifest["files"].items():
            path = self.path / name
            if not path.is_file() or path.stat().st_size != size:
                raise StoreError(
                    f"generation {self.id} is not whole: {name} is missing or cut",
                    path=str(path),
                    notes="build again, or use another: cablegraph generations list",
                )
        if manifest["hash"] != _hash(manifest):
            raise StoreError(f"generation {self.id} is not whole: its manifest was changed", path=str(self.path))


class Generations:
    """The data folder: its generations, which one is current, and who is building."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._folder = data / "generations"

    @property
    def pointer(self) -> Path:
        """The file that names the current generation."""
        return self.data / "current"

    @property
    def named_graphs_path(self) -> Path:
        """Named graphs written by users, as N-Quads; every build carries them over."""
        return self.data / "named-graphs.nq"

    def current(self) -> Generation | None:
        """The generation that is served, or None before the first build."""
        try:
            id_ = self.pointer.read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        return Generation(self._folder / id_) if id_ else None

    def list(self) -> tuple[Generation, ...]:
        """All generations with a manifest that can be read, the oldest first."""
        if not self._folder.is_dir():
            return ()
        found = []
        for path in self._folder.iterdir():
            generation = Generation(path)
            with suppress(StoreError):
                if generation.manifest:
                    found.append(generation)
        return tuple(sorted(found, key=lambda generation: (str(generation.manifest.get("built_at")), generation.id)))

    def usable(self) -> Generation | None:
        """The newest generation that is whole, to go back to when the current one is not."""
        for generation in reversed(self.list()):
            with suppress(StoreError):
                generation.verify()
                return generation
        return None

    def use(self, id_: str) -> Generation:
        """Make an earlier generation current and give it. Raises StoreError when it is not there or not whole.

        The beginning of an id is enough where only one has it.
        """
        there = [generation.id for generation in self.list()]
        meant = [known for known in there if known.startswith(id_)]
        if len(meant) != 1:
            what = f"{len(meant)} generations begin with {id_}" if meant else f"there is no generation {id_}"
            known = ", ".join(meant or there) or "none"
            raise StoreError(f"{what} in {self.data}", notes=f"there are: {known}")
        generation = Generation(self._folder / meant[0])
        generation.verify()
        self.make_current(generation.id)
        return generation

    def make_current(self, id_: str) -> None:
        """Move the pointer; readers follow within a second."""
        part = self.data / f"current.{os.getpid()}.part"
        _write_synced(part, f"{id_}\n".encode())
        part.replace(self.pointer)
        _sync_folder(self.data)

    def prune(self, keep: int) -> Iterator[str]:
        """Remove all but the ``keep`` newest generations, never the current one; gives the ids removed."""
        current = self.current()
        for generation in self.list()[:-keep]:
            if current is None or generation.id != current.id:
                shutil.rmtree(generation.path)
                yield generation.id

    def stage(self) -> Path:
        """A fresh directory to make a generation in. What killed builds left is removed. Call under `lock`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for left in self._folder.glob(".stage-*"):
            shutil.rmtree(left)
        stage = self._folder / f".stage-{os.getpid()}"
        stage.mkdir()
        return stage

    def finish(self, stage: Path, manifest: dict[str, Any]) -> Generation:
        """Seal a staged directory: manifest with file sizes and hash, synced to disk, moved to its place."""
        id_ = str(manifest["id"])
        files = {path.relative_to(stage).as_posix(): path.stat().st_size for path in _files(stage)}
        built_at = datetime.now(UTC).isoformat(timespec="microseconds")
        made = {"format": FORMAT, "base": HOME, "built_at": built_at}
        sealed = {**made, **manifest, "files": dict(sorted(files.items()))}
        sealed["hash"] = _hash(sealed)
        _write_synced(stage / "manifest.json", json.dumps(sealed, indent=1).encode())
        _sync_folder(stage)
        final = self._folder / id_
        if final.exists():
            shutil.rmtree(final)
        stage.rename(final)
        _sync_folder(self._folder)
        return Generation(final)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the folder for one build. Raises StoreError that names the holder."""
        self.data.mkdir(parents=True, exist_ok=True)
        with (self.data / "lock").open("a+", encoding="utf-8") as stream:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                stream.seek(0)
                holder = stream.read().strip() or "unknown"
                raise StoreError(
                    f"another build holds {self.data}: {holder}",
                    notes="wait for it, or end it; a killed build holds nothing",
                ) from error
            stream.seek(0)
            stream.truncate()
            now = datetime.now(UTC).isoformat(timespec="seconds")
            stream.write(f"process {os.getpid()} on {socket.gethostname()} since {now}\n")
            stream.flush()
            yield
            stream.seek(0)
            stream.truncate()


def _hash(manifest: dict[str, Any]) -> str:
    rest = {key: value for key, value in manifest.items() if key != "hash"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Files that never change once made: RocksDB rewrites its logs and identity when it is opened."""
    for path in sorted(folder.rglob("*")):
        fixed = path.suffix == ".sst" or path.parent == folder
        if path.is_file() and fixed and path.name != "manifest.json":
            yield path


def _write_synced(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
