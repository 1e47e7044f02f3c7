"""Where the shipped data lie: ontology, mappings, queries and examples, inside a wheel or at the top of a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def shipped(*parts: str) -> Path:
    """Path of a shipped file or folder, such as ``shipped("ontology", "vocab", "topic.ttl")``."""
    installed = Path(__file__).parent / "_shipped"
    top = installed if installed.is_dir() else Path(__file__).parents[2]
    return top.joinpath(*parts)
