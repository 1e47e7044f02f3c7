"""Regular expressions compiled once on a machine, not once a process: two thousand take three seconds to compile.

Python keeps the bytecode of its modules but compiles every regular expression anew in each process. Here the program
that `re` makes of a pattern is kept in a file of the user's cache and given to the same engine the next time. A program
holds for one engine (`_sre.MAGIC`) of one version of Python, so the file is named after both; pattern and flags are the
key, so a changed pattern is another one. Programs are told besides with which characters a match begins (`beginnings`).
Whatever stands in the way (no home, a full or read-only disk, a damaged file, a Python whose engine looks different),
patterns are compiled as always.
"""

from __future__ import annotations

import array
import importlib
import json
import os
import platform
import re
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from cablegraph.beginnings import beginnings

_FORM: Final = 2
"""Raised when another program would be made of the same pattern."""
_MOST: Final = 64 << 20
"""Bytes above which the file is made anew: what older versions left in it is never asked for again."""


CAPITALS: Final = "A-ZÀ-ÖØ-Þ" + "".join(chr(letter) for letter in range(0x100, 0x180) if chr(letter).isupper())
"""The capitals of the languages written in Latin letters, as the inside of a class: ``Śliwiński``, ``Ürgüplü``."""


@lru_cache(512)
def compiled(pattern: str, flags: re.RegexFlag | int = 0) -> re.Pattern[str]:
    """The same as ``re.compile(pattern, flags)``, from the user's cache if it was compiled before.

    ``[A-Z]`` is any capital of `CAPITALS`, unless the pattern is of ASCII alone (``re.ASCII``): names begin with each.

    Like `re` it remembers the last ones. A pattern with a name of one paper in it is left to `re`: the file is for
    those that come again. Raises re.error if the pattern is none.
    """
    flags = int(flags)
    pattern = pattern if flags & re.ASCII else any_capital(pattern)
    kept = _kept()
    if kept is None:
        return re.compile(pattern, flags)
    found = kept.get(pattern, flags)
    if found is None:
        found = _translated(pattern, flags)
        kept.put(pattern, flags, found)
    with suppress(RuntimeError, ValueError, OverflowError):  # the engine checks a program before it takes it
        return _built(pattern, found)
    return re.compile(pattern, flags)


_PLAIN: Final = re.compile("A-Z(?!À)")


def any_capital(pattern: str) -> str:
    """A pattern with `CAPITALS` for each ``A-Z`` of its classes."""
    return _PLAIN.sub(CAPITALS, pattern) if "A-Z" in pattern else pattern


def parsed(pattern: str, flags: int = 0) -> Any:
    """A pattern as `re` parses it; no parts where this Python has another parser."""
    try:
        parser, *_ = _engine()
        return parser.parse(pattern, flags)
    except (ImportError, AttributeError):
        return ()


def noted(kind: str, key: str, find: Callable[[], str]) -> str:
    """What ``find`` finds out about patterns, from the user's cache if it was found out before."""
    kept = _kept()
    known = kept.note(kind, key) if kept is not None else None
    if known is None:
        known = find()
        if kept is not None:
            kept.put_note(kind, key, known)
    return known


class _Program:
    """What the engine needs of a pattern: its flags, its code, how many groups and which names they have."""

    __slots__ = ("code", "flags", "groups", "names")

    def __init__(self, flags: int, code: bytes, groups: int, names: dict[str, int]) -> None:
        self.flags = flags
        self.code = code
        self.groups = groups
        self.names = names


def _translated(pattern: str, flags: int) -> _Program:
    """As `re._compiler.compile` does it, up to the call of the engine."""
    parser, compiler, _ = _engine()
    parts = parser.parse(pattern, flags)
    flags |= parts.state.flags
    code = array.array("I", _told(parts, compiler._code(parts, flags), flags)).tobytes()
    return _Program(flags, code, parts.state.groups - 1, parts.state.groupdict)


def _told(parts: Any, code: list[int], flags: int) -> list[int]:
    """The code of a pattern; if it does not say with which characters a match begins, that is put before it."""
    _, compiler, _ = _engine()
    constants = importlib.import_module("re._constants")
    head, length, says, least, most = code[:5]
    if (head, length, says) != (constants.INFO, 4, 0) or not least:
        return code
    members, _ = compiler._optimize_charset(beginnings(parts, flags))
    if not members:
        return code
    named: list[int] = []
    compiler._compile_charset(members, flags, named)
    return [head, length + len(named), constants.SRE_INFO_CHARSET, least, most, *named, *code[5:]]


def _built(pattern: str, program: _Program) -> re.Pattern[str]:
    *_, engine = _engine()
    code = array.array("I")
    code.frombytes(program.code)
    by_number: list[str | None] = [None] * (program.groups + 1)
    for name, number in program.names.items():
        by_number[number] = name
    built: re.Pattern[str] = engine.compile(
        pattern, program.flags, code.tolist(), program.groups, program.names, tuple(by_number)
    )
    return built


@cache
def _engine() -> tuple[Any, Any, Any]:
    return (
        importlib.import_module("re._parser"),
        importlib.import_module("re._compiler"),
        importlib.import_module("_sre"),
    )


@cache
def _kept() -> _Kept | None:
    """The file of programs; None where there can be none, or where this Python's engine is not as expected here."""
    try:
        if _built("(?P<a>b)c", _translated("(?P<a>b)c", 0)) != re.compile("(?P<a>b)c"):
            return None
        if not _built("(?<!a)(?:b|c)d", _translated("(?<!a)(?:b|c)d", 0)).search("a cd"):
            return None
        return _Kept(_place())
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OSError, sqlite3.Error):
        return None


def _place() -> Path:
    """The file, in the folder that the XDG Base Directory Specification gives to what can be made again."""
    *_, engine = _engine()
    folder = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(folder) / "cablegraph" / f"patterns-{_FORM}-{platform.python_version()}-{engine.MAGIC}.sqlite"


class _Kept:
    """The programs in the file, for one process; once the file fails, nothing is asked of it again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST:
            self._forget()
        self._file: sqlite3.Connection | None = self._opened()

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._begun()
        except sqlite3.OperationalError:  # locked, or not to be opened: nothing is wrong with what is in it
            raise
        except sqlite3.DatabaseError:
            self._forget()
            return self._begun()

    def _begun(self) -> sqlite3.Connection:
        file = sqlite3.connect(self._path, timeout=1, isolation_level=None, check_same_thread=False)
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = NORMAL")
        file.execute(
            "CREATE TABLE IF NOT EXISTS program (pattern TEXT, flags INTEGER, made INTEGER, code BLOB, groups INTEGER,"
            " names TEXT, PRIMARY KEY (pattern, flags))"
        )
        file.execute("CREATE TABLE IF NOT EXISTS note (kind TEXT, key TEXT, found TEXT, PRIMARY KEY (kind, key))")
        return file

    def _forget(self) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def get(self, pattern: str, flags: int) -> _Program | None:
        found = self._asked(
            "SELECT made, code, groups, names FROM program WHERE pattern = ? AND flags = ?", pattern, flags
        )
        if found is None:
            return None
        made, code, groups, names = found
        return _Program(made, code, groups, json.loads(names))

    def put(self, pattern: str, flags: int, program: _Program) -> None:
        made = (program.flags, program.code, program.groups, json.dumps(program.names))
        self._asked("INSERT OR IGNORE INTO program VALUES (?, ?, ?, ?, ?, ?)", pattern, flags, *made)

    def note(self, kind: str, key: str) -> str | None:
        found = self._asked("SELECT found FROM note WHERE kind = ? AND key = ?", kind, key)
        return None if found is None else str(found[0])

    def put_note(self, kind: str, key: str, found: str) -> None:
        self._asked("INSERT OR IGNORE INTO note VALUES (?, ?, ?)", kind, key, found)

    def _asked(self, words: str, *values: object) -> Any:
        with self._guard:
            if self._file is None:
                return None
            try:
                return self._file.execute(words, values).fetchone()
            except (sqlite3.Error, UnicodeEncodeError):
                self._file = None
                return None
