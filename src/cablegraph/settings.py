"""How the program runs: ``CABLEGRAPH_TIMEOUT=20``. Read once, by the commands; a flag wins over the environment."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from cablegraph.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of product section 9. Sizes in bytes, times in seconds."""

    data: Path = Path("cablegraph-data")
    folder: Path = Path()
    host: str = "127.0.0.1"
    port: int = 8000
    root_path: str = ""
    workers: int = 2
    queue: int = 64
    timeout: float = 10.0
    memory: int = 2 << 30
    spool: int = 1 << 30
    cache: int = 64 << 20
    max_query: int = 64 << 10
    max_upload: int = 64 << 20
    token: str = ""
    log: str = "info"
    reload: bool = False
    scratch: bool = False
    store: str = ""

    @classmethod
    def read(cls, environ: Mapping[str, str] | None = None, *, data: Path, folder: Path = Path()) -> Settings:
        """Settings from ``CABLEGRAPH_…`` variables. Raises SettingsError that names the variable."""
        given = os.environ if environ is None else environ
        values: dict[str, object] = {"data": data, "folder": folder}
        for name in _FROM_ENVIRONMENT:
            text = given.get(f"CABLEGRAPH_{name.upper()}", "")
            if text:
                values[name] = _value(name, text)
        return cls(**values)  # type: ignore[arg-type]

    def origins(self, environ: Mapping[str, str] | None = None) -> Iterator[tuple[str, str, str]]:
        """Each setting with its value and where it came from; a token is not shown."""
        given = os.environ if environ is None else environ
        for item in fields(self):
            value = getattr(self, item.name)
            origin = f"CABLEGRAPH_{item.name.upper()}"
            shown = "set" if item.name == "token" and value else str(value)
            yield item.name, shown or "empty", origin if given.get(origin) else "default"


_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
_FROM_ENVIRONMENT = (
    "host", "port", "root_path", "workers", "queue", "timeout", "memory", "spool", "cache", "max_query", "max_upload",
    "token", "log",
)  # fmt: skip


def _value(name: str, text: str) -> str | int | float:
    try:
        if name == "timeout":
            return float(text)
        if name in ("host", "root_path", "token", "log"):
            return text
        number = text.strip().lower().removesuffix("ib").removesuffix("b")
        unit = number[-1:] if number[-1:] in "kmg" else ""
        return int(float(number.removesuffix(unit)) * _UNITS[unit]) if unit else int(number)
    except ValueError as error:
        raise SettingsError(
            f"CABLEGRAPH_{name.upper()} is not a number: {text}", notes="sizes may end in K, M or G: 512M"
        ) from error
