"""Plain words for predicates, layers and statuses: ``rico:hasSender`` is "sender" and stands under *Who*."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from cablegraph.iri import shorten


@cache
def words() -> dict[str, Any]:
    """The tables of ``pages_words.toml``."""
    return tomllib.loads((Path(__file__).parent / "pages_words.toml").read_text("utf-8"))


def predicate(iri: str) -> str:
    """What a property is called on a page."""
    short = shorten(iri)
    found = words()["predicates"].get(short)
    return str(found[0]) if found else short.rpartition(":")[2]


def group(iri: str) -> str:
    """Under which heading of a document's page a property stands."""
    found = words()["predicates"].get(shorten(iri))
    return str(found[1]) if found else "names"


def order(iri: str) -> int:
    """Where a property stands within its heading."""
    names = list(words()["predicates"])
    short = shorten(iri)
    return names.index(short) if short in names else len(names)


def layer(name: str) -> str:
    """Whose words a layer holds."""
    found = words()["layers"].get(name)
    return str(found[0]) if found else name


_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")


def duration(text: str) -> str:
    """``P3Y`` as *3 years*; what is no such duration stays as it is."""
    found = _DURATION.fullmatch(text)
    if found is None or not any(found.groups()):
        return text
    named = zip(found.groups(), ("year", "month", "day"), strict=True)
    return ", ".join(f"{number} {unit}{'s' if number != '1' else ''}" for number, unit in named if number)


def status(name: str) -> str:
    """A status in words."""
    return str(words()["statuses"].get(name, name))
