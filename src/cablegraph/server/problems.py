"""Errors as the server says them: ``application/problem+json`` (RFC 9457), with what to do about it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

TITLES = {
    "query-timeout": "The query ran out of time",
    "query-memory": "The query ran out of memory",
    "query-crash": "The query ended its process",
    "query-syntax": "This is not SPARQL",
    "query-missing": "No query was given",
    "service-refused": "SERVICE is refused",
    "load-refused": "LOAD is refused",
    "update-refused": "Updates are refused here",
    "not-acceptable": "No form of the answer fits the Accept header",
    "busy": "Too many queries are waiting",
    "not-found": "There is no such thing here",
    "no-token": "A token is needed",
    "no-right": "This is not allowed",
    "text-withheld": "The text is not published",
    "result-too-large": "The result is too large",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Status, code (the anchor in /docs/errors), detail and hints; ``extra`` holds further members."""

    status: int
    code: str
    detail: str
    hint: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    headers: tuple[tuple[str, str], ...] = ()

    def body(self, instance: str) -> bytes:
        """The JSON document; ``instance`` is the path that was asked."""
        form = {
            "type": f"/docs/errors#{self.code}",
            "title": TITLES.get(self.code, self.code.replace("-", " ").capitalize()),
            "status": self.status,
            "detail": self.detail,
            "hint": list(self.hint),
            "errors": [],
            "instance": instance,
            **self.extra,
        }
        return json.dumps(form, ensure_ascii=False).encode()
