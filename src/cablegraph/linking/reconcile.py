"""A polite client of any Reconciliation API 0.2 service: ``Mao Zedong``, a person, born in 1893, asked once and kept.

One request at a time; answers are kept on disk, so that an interrupted run goes on where it was. Nothing here runs in a
build, and nothing at all without being asked for.
"""

from __future__ import annotations

import http.client
import json
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from cablegraph.errors import CablegraphError

BATCH: Final = 10
RETRIES: Final = 4
LONGEST_WAIT: Final = 300.0
"""Seconds; a service that asks for more is left for another day."""
_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class ServiceError(CablegraphError):
    """A reconciliation service that does not answer, or answers nonsense, however often it is asked."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question: a name, the type of thing (an id of the service, or nothing), and property values as pairs."""

    name: str
    type: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    limit: int = 5

    def to_json(self) -> dict[str, Any]:
        """As the protocol has it."""
        form: dict[str, Any] = {"query": self.name, "limit": self.limit}
        if self.type:
            form["type"] = self.type
        if self.properties:
            form["properties"] = [{"pid": pid, "v": value} for pid, value in self.properties]
        return form


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the service's id and name for a thing, ids of its types, the service's own score (0..100)."""

    id: str
    name: str
    types: tuple[str, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Service:
    """A service at ``url``. ``contact`` (an address or page) goes into the user agent; ``cache`` keeps the answers."""

    url: str
    contact: str
    cache: Path
    timeout: float = 30.0
    pause: float = 1.0
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    version: str = "0.1"

    def ask(self, queries: Sequence[Query]) -> list[tuple[Found, ...] | ServiceError]:
        """Answers in the order of the questions; an error for one it failed on. What is kept is not asked again."""
        with _Kept(self.cache) as kept:
            answers: dict[int, tuple[Found, ...] | ServiceError] = {}
            keys = [self._key(query.to_json()) for query in queries]
            for place, key in enumerate(keys):
                if (known := kept.get(key)) is not None:
                    answers[place] = _found(known)
            open_ = [place for place in range(len(queries)) if place not in answers]
            for start in range(0, len(open_), BATCH):
                places = open_[start : start + BATCH]
                self._batch(places, queries, keys, kept, answers)
                last = answers[places[-1]]
                if isinstance(last, ServiceError) and not _of_the_question(last):
                    answers.update(dict.fromkeys(open_[start + BATCH :], last))  # it is down: do not go on knocking
                    break
            return [answers[place] for place in range(len(queries))]

    def _batch(
        self,
        places: Sequence[int],
        queries: Sequence[Query],
        keys: Sequence[str],
        kept: _Kept,
        answers: dict[int, tuple[Found, ...] | ServiceError],
    ) -> None:
        """Ask a batch; one that the service cannot take is halved, so that one bad question costs itself only."""
        form = {f"q{place}": queries[place].to_json() for place in places}
        try:
            reply = self._post({"queries": json.dumps(form, ensure_ascii=False)})
            results = {place: _results(reply, f"q{place}") for place in places}
        except ServiceError as error:
            if len(places) == 1 or not _of_the_question(error):
                answers.update(dict.fromkeys(places, error))
                return
            half = len(places) // 2
            self._batch(places[:half], queries, keys, kept, answers)
            self._batch(places[half:], queries, keys, kept, answers)
            return
        for place, result in results.items():
            kept.put(keys[place], result)
            answers[place] = _found(result)

    def extend(self, ids: Sequence[str], properties: Sequence[str]) -> dict[str, dict[str, tuple[str, ...]]]:
        """Property values of things by id and property, as far as the service tells them. Raises ServiceError."""
        told: dict[str, dict[str, tuple[str, ...]]] = {}
        with _Kept(self.cache) as kept:
            keys = {one: self._key({"extend": one, "properties": list(properties)}) for one in ids}
            known = {one: value for one, key in keys.items() if (value := kept.get(key)) is not None}
            left = [one for one in ids if one not in known]
            for start in range(0, len(left), BATCH):
                part = left[start : start + BATCH]
                form = {"ids": part, "properties": [{"id": name} for name in properties]}
                reply = self._post({"extend": json.dumps(form)})
                rows = reply.get("rows")
                for one in part:
                    row = rows.get(one, {}) if isinstance(rows, dict) else {}
                    known[one] = {"row": row if isinstance(row, dict) else {}}
                    kept.put(keys[one], known[one])
        for one, value in known.items():
            told[one] = {name: _values(value["row"].get(name)) for name in properties}
        return told

    def _key(self, form: Mapping[str, Any]) -> str:
        return sha256(f"{self.url}\n{json.dumps(form, sort_keys=True, ensure_ascii=False)}".encode()).hexdigest()

    def _post(self, form: Mapping[str, str]) -> dict[str, Any]:
        """One request, repeated with growing pauses while the service asks for patience. Raises ServiceError."""
        error: Exception | None = None
        for turn in range(RETRIES + 1):
            if turn or self.pause:
                self.sleep(self._wait(turn, error))
            try:
                return self._once(form)
            except HTTPError as failed:
                failed.close()
                error = failed
                if failed.code not in _AGAIN:
                    break
            except (OSError, http.client.HTTPException, ValueError) as failed:
                error = failed
        raise ServiceError(
            f"{self.url} does not answer: {_said(error)}",
            notes=("answers so far are kept; the same command goes on from here",),
        ) from error

    def _once(self, form: Mapping[str, str]) -> dict[str, Any]:
        agent = f"cablegraph/{self.version} (+{self.contact}) Python-urllib"
        headers = {"User-Agent": agent, "Accept": "application/json"}
        request = Request(self.url, urlencode(form).encode(), headers, method="POST")
        with urlopen(request, timeout=self.timeout) as response:
            reply = json.loads(response.read().decode("utf-8"))
        if not isinstance(reply, dict):
            raise ValueError("the answer is no JSON object")
        return reply

    def _wait(self, turn: int, error: Exception | None) -> float:
        if not turn:
            return self.pause
        asked = _retry_after(error) if isinstance(error, HTTPError) else None
        if asked is not None and asked > LONGEST_WAIT:
            raise ServiceError(f"{self.url} asks to come back in {asked:.0f} s") from error
        return asked if asked is not None else self.pause * 2**turn


def _of_the_question(error: ServiceError) -> bool:
    """Whether a question may be at fault (refused, breaking the service, answered by nonsense), not the service."""
    cause = error.__cause__
    if isinstance(cause, HTTPError):
        return cause.code in (400, 413, 414, 422, 500)
    return cause is None or isinstance(cause, ValueError | http.client.HTTPException)


def _retry_after(error: HTTPError) -> float | None:
    """Seconds the service asks to wait: a number, or a date (RFC 9110, 10.2.3)."""
    value = error.headers.get("Retry-After", "") if error.headers else ""
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _said(error: Exception | None) -> str:
    if isinstance(error, HTTPError):
        return f"{error.code} {error.reason}"
    return f"{type(error).__name__}: {error}"


def _results(reply: Mapping[str, Any], name: str) -> dict[str, Any]:
    answer = reply.get(name)
    if not isinstance(answer, dict) or not isinstance(answer.get("result"), list):
        raise ServiceError(f"the service gave no result for {name}")
    return {"result": answer["result"]}


def _found(kept: Mapping[str, Any]) -> tuple[Found, ...]:
    found = []
    for item in kept["result"]:
        if isinstance(item, dict) and item.get("id"):
            types = item.get("type") or item.get("types") or ()
            ids = tuple(str(one["id"]) if isinstance(one, dict) else str(one) for one in types)
            found.append(Found(str(item["id"]), str(item.get("name", "")), ids, float(item.get("score") or 0)))
    return tuple(found)


def _values(cells: Any) -> tuple[str, ...]:
    """Values of a cell of a data extension: ``{"date": …}``, ``{"str": …}``, ``{"id": …}``."""
    if not isinstance(cells, list):
        return ()
    keys = ("date", "str", "id", "float", "int")
    return tuple(str(cell[key]) for cell in cells if isinstance(cell, dict) for key in keys if key in cell)


class _Kept:
    """Answers on disk, each written as soon as it is there."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL) WITHOUT ROWID"
        )

    def __enter__(self) -> _Kept:
        return self

    def __exit__(self, *error: object) -> None:
        self._db.close()

    def get(self, key: str) -> dict[str, Any] | None:
        """The kept answer, or None."""
        row = self._db.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        return dict(json.loads(row[0])) if row else None

    def put(self, key: str, answer: Mapping[str, Any]) -> None:
        """Keep an answer."""
        text = json.dumps(answer, ensure_ascii=False)
        self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, text))
