"""The families of phrasings in `claims.toml`, compiled: ``{WE}\\b{ADV} ?{CANNOT} …`` is a refusal by the sender."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cablegraph.evidence import Rule


@dataclass(frozen=True, slots=True)
class Family:
    """One family of phrasings; the keys are explained at the head of `claims.toml`."""

    kind: str
    name: str
    by: str
    pattern: re.Pattern[str]
    words: str
    needs: frozenset[str]
    refers: bool
    rule: Rule


@cache
def families() -> tuple[Family, ...]:
    """All families in the order of the file, which is their precedence. Raises KeyError for an unknown fragment."""
    data = tomllib.loads((Path(__file__).with_name("claims.toml")).read_text(encoding="utf-8"))
    return tuple(
        Family(
            entry["kind"],
            entry["name"],
            entry["by"],
            re.compile(_filled(entry["pattern"], data["words"]), re.IGNORECASE),
            entry["words"],
            frozenset(entry["needs"]),
            entry.get("refers", False),
            Rule(f"claims.{entry['name']}", entry.get("version", "1"), entry.get("certainty", "0.85")),
        )
        for entry in data["claim"]
    )


_FRAGMENT = re.compile(r"\{([A-Z]+)\}")


def _filled(pattern: str, words: dict[str, str]) -> str:
    while _FRAGMENT.search(pattern):
        pattern = _FRAGMENT.sub(lambda match: words[match[1]], pattern)
    return pattern if pattern.startswith(" ") else rf"(?<!\w)(?:{pattern})"
