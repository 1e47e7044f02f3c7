"""Results as they are sent, and those that are kept for whoever asks the same."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Result:
    """A whole serialised result, in memory or spooled to a file that the sender removes."""

    kind: str
    media_type: str
    data: bytes
    spooled: str = ""
    rows: int | None = None
    """Rows, or triples; None where the form does not show them."""


@dataclass
class Cache:
    """Results by generation, dataset, query and forms, the least used dropped over a limit of bytes."""

    limit: int
    hits: int = 0
    size: int = 0
    kept: OrderedDict[str, Result] = field(default_factory=OrderedDict)

    def get(self, key: str) -> Result | None:
        """A kept result, or None."""
        found = self.kept.get(key)
        if found is not None:
            self.kept.move_to_end(key)
            self.hits += 1
        return found

    def put(self, key: str, result: Result) -> None:
        """Keep a result that is in memory and no tenth of the limit."""
        if result.spooled or len(result.data) > self.limit // 10 or key in self.kept:
            return
        self.kept[key] = result
        self.size += len(result.data)
        while self.size > self.limit:
            _, dropped = self.kept.popitem(last=False)
            self.size -= len(dropped.data)
