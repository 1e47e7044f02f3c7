"""Secrecy and urgency as papers state them: ``STRICTLY SECRET``, ``niact``, ``Very urgent``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from typing import Final, NamedTuple

from cablegraph.patterns import compiled

CLASSIFICATION: Final[tuple[tuple[str, str], ...]] = (
    (
        r"top[ -]secret|absolutely secret|совершенно секретно|сов\.? ?секр(?:етно|\.)|streng geheim|uiters geheim|zeer geheim|szigorúan titkos|přísně tajné|strogo povjerljivo|绝密|ściśle tajne|très secret|ultra ?secreto",
        "top-secret",
    ),
    (r"strictly secret|most secret|very secret|строго секретно", "strictly-secret"),
    (r"strictly confidential|highly confidential|most confidential", "strictly-confidential"),
    (r"secret|секретно|geheim|titkos|tajné|机密|secreto|tajne", "secret"),
    (r"confidential|vertraulich|конфиденциально", "confidential"),
    (r"restricted|limited official use|for official use(?: only)?|internal use", "restricted"),
    (r"unclassified|declassified", "unclassified"),
)
PRECEDENCE: Final[tuple[tuple[str, str], ...]] = (
    (
        r"very urgent|most urgent|extremely urgent|top priority|out of turn|(?:first|highest) priority|вне очереди|urgent[ií]ss?imo|muy urgente|tr[èe]s urgent|bardzo pilne|bardzo pilna|velmi naléhavé|vrlo hitno|foarte urgent|igen sürgős|sehr dringend",
        "most-urgent",
    ),
    (r"flash", "flash"),
    (r"niact", "niact"),
    (r"immediate|for immediate delivery", "immediate"),
    (r"urgente?|срочно|加急|pilne|pilna|pilnie|naléhavé|sürgős|hitno|dringend", "urgent"),
    (r"priority", "priority"),
    (r"regular|routine|ordinary", "routine"),
    (r"eyes only", "personal"),
)
_PATTERN = compiled(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{kind}{index}>{pattern})"
    for kind, table in (("c", CLASSIFICATION), ("p", PRECEDENCE)) for index, (pattern, _) in enumerate(table)) + r")(?![\w-])",
    re.IGNORECASE,
)  # fmt: skip


class Grade(NamedTuple):
    """A grade: ``classification`` or ``precedence``, its slug, and its words."""

    field: str
    slug: str
    start: int
    end: int


def grades(text: str, start: int, end: int) -> list[Grade]:
    """The grades that a stretch of a heading states."""
    found = []
    for match in _PATTERN.finditer(text, start, end):
        kind, index = (match.lastgroup or "c0")[0], int((match.lastgroup or "c0")[1:])
        field, table = ("classification", CLASSIFICATION) if kind == "c" else ("precedence", PRECEDENCE)
        found.append(Grade(field, table[index][1], *match.span()))
    return found
