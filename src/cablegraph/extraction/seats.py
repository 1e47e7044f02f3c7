"""Where heads of governments and ministries write from, for papers that do not say: Stalin from Moscow, as a guess."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def seats() -> dict[str, str]:
    """Seats by folded name, from ``seats.csv`` beside this module."""
    with (Path(__file__).parent / "seats.csv").open(encoding="utf-8", newline="") as stream:
        return {row["name"].lower(): row["seat"] for row in csv.DictReader(stream)}


def seat(name: str) -> str:
    """The seat of a person, or the empty string."""
    return seats().get(name.lower(), "")
