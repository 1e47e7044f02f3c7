"""Patterns from the user's cache are those that `re` compiles, and nothing that befalls the file stops a reading."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cablegraph import patterns

WRITTEN = [
    ("", 0),
    (r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]+)|(\w+)(?<!x)", 0),
    (r"(?i:№|No\.?)\s(?P<number>\d+)", re.IGNORECASE),
    (r"^ a   # a remark\n | [^\W\d_]+ $", re.VERBOSE | re.MULTILINE | re.DOTALL),
    (r"(a(?P<b>b(?P<c>c)?))+\1?(?(c)d|e)", re.ASCII),
    ("[İıſ\U0001f4dc]+", re.IGNORECASE),
]

SHOW = """
import sys
from cablegraph.patterns import compiled
print(compiled(sys.argv[1]).match("telegram 24")["number"])
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    patterns.compiled.cache_clear()
    return tmp_path


@pytest.mark.parametrize(("pattern", "flags"), WRITTEN)
def test_built_from_a_kept_program(pattern: str, flags: int, own_cache: Path) -> None:
    kept = patterns._Kept(own_cache / "programs.sqlite")
    assert kept.get(pattern, flags) is None
    kept.put(pattern, flags, patterns._translated(pattern, flags))
    program = kept.get(pattern, flags)
    assert program is not None
    built, plain = patterns._built(pattern, program), re.compile(pattern, flags)
    assert built == patterns._built(pattern, patterns._translated(pattern, flags))  # code of the engine, flags, pattern
    assert (built.pattern, built.flags) == (plain.pattern, plain.flags)
    assert (built.groups, dict(built.groupindex)) == (plain.groups, dict(plain.groupindex))


def test_a_program_that_the_engine_refuses(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    kept = patterns._Kept(own_cache / "programs.sqlite")
    good = patterns._translated("ab", 0)
    kept.put("ab", 0, patterns._Program(good.flags, good.code[:8], good.groups, good.names))
    monkeypatch.setattr(patterns, "_kept", lambda: kept)
    assert patterns.compiled("ab") == re.compile("ab")


def test_a_pattern_asked_for_again_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    first = patterns.compiled("a(b)c", re.IGNORECASE)
    monkeypatch.setattr(patterns, "_kept", lambda: pytest.fail("looked up again"))
    assert patterns.compiled("a(b)c", re.IGNORECASE) is first


@pytest.mark.parametrize("name", ["Śliwiński", "Édouard", "Øresund", "Þór", "Žižka", "İnönü", "Łódź", "Ürgüp", "Peter"])
def test_a_to_z_is_any_capital(name: str) -> None:
    assert patterns.compiled(r"\b[A-Z]\w+").fullmatch(name)
    assert patterns.compiled(r"[^A-Z]").match(name) is None
    assert not patterns.compiled(r"[A-Z]").search(name[1:].lower())


def test_a_pattern_of_ascii_is_left_as_it_is() -> None:
    assert patterns.compiled("[A-Z]", re.ASCII) == re.compile("[A-Z]", re.ASCII)
    assert patterns.compiled(f"[{patterns.CAPITALS}]") == re.compile(f"[{patterns.CAPITALS}]")


def test_no_pattern() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.compiled("(a")


def read_a_number(cache: Path) -> str:
    shown = subprocess.run(
        [sys.executable, "-c", SHOW, r"telegram (?P<number>\d+)"],
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not shown.stderr
    return shown.stdout.strip()


def test_a_second_process_finds_what_the_first_kept(own_cache: Path) -> None:
    assert read_a_number(own_cache) == "24"
    (path,) = own_cache.rglob("*.sqlite")
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM program WHERE pattern LIKE 'telegram%'").fetchone() == (1,)
        file.execute("DELETE FROM program")
    assert read_a_number(own_cache) == "24"


@pytest.mark.parametrize("damage", ["cut", "noise", "other table", "a file for a folder", "a folder for the file"])
def test_a_damaged_file_is_no_harm(own_cache: Path, damage: str) -> None:
    read_a_number(own_cache)
    (path,) = own_cache.rglob("*.sqlite")
    whole = path.read_bytes()
    if damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "noise":
        path.write_bytes(os.urandom(len(whole)))
    elif damage == "other table":
        path.unlink()
        with sqlite3.connect(path) as file:
            file.execute("CREATE TABLE program (something TEXT)")
    else:
        for item in path.parent.iterdir():
            item.unlink()
        if damage == "a folder for the file":
            path.mkdir()
        else:
            path.parent.rmdir()
            path.parent.write_text("")
    assert read_a_number(own_cache) == "24"


def test_a_file_grown_too_large_is_made_anew(own_cache: Path) -> None:
    path = own_cache / "programs.sqlite"
    with path.open("wb") as file:
        file.truncate(patterns._MOST + 1)
    patterns._Kept(path).put("a", 0, patterns._translated("a", 0))
    assert path.stat().st_size < patterns._MOST
