"""Lists of copies below a paper: ``Copies: Stalin (2), Molotov``, ``1x Far East Department``, ``4 - to file``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cablegraph.extraction import references
from cablegraph.extraction.addresses import copies
from cablegraph.extraction.names import Party, parse
from cablegraph.extraction.rows import Row

_COPIES = re.compile(
    r"(?:Copies|Copy|Copied|COPIES|(?:Excerpts?|Extracts?)(?: sent)?(?: to)?|Distribution(?: list)?|DISTRIBUTION(?: LIST)?|For information|[Cc]\.?[Cc]\.?|Sent to|Forwarded to|Passed to|Distributed to|Circulated to|Received by|For)\s*(?:\(?s?ent\)?)?(?: to)?\s*:\s*(?P<who>.*)|(?:(?:Copies|Copy) to|[Cc]\.\s?[Cc]\.|cc)\s+(?P<to>.*)"
)
_COUNT = re.compile(
    r"(?i)(?:typed in |printed in |made in )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) cop(?:y|ies)\b.{0,30}"
)
_ITEM = re.compile(
    r"(?:Cop(?:ied|ies|y)(?: sent)?(?: to)?|Sent to|CC|cc)\s*:\s*|\d+\s?(?:x|×|cop(?:y|ies))\s+(?:to\s+)?|\d+\s?[.)–—-]+\s*(?:(?:to|for)\s+)?|[•*–—-]\s+"
)
"""What stands before a name in a list of copies: ``1x``, ``2 - to``, ``Copied to:``."""
_FILES = re.compile(r"FILES|(?:STANDARD|LIMITED|FULL|ADVANCE) DISTRIBUTION|DISTRIBUTION|ADDITIONAL DISTRIBUTION")
"""What heads the list of desks below a ministry's telegram."""
_DESK = re.compile(r"[A-Z][A-Z /&.'-]{1,40}")
_FILED = re.compile(r"(?i)(?:(?:in|to|for) )?(?:the )?(?:files?|archives?|dossier|case|delo|a/a|ad acta)\W*")


def begins(tail: Sequence[Row]) -> int | None:
    """Index of the line at which a list of copies begins, if these lines end with one."""
    for index in range(len(tail) - 1, max(len(tail) - 14, -1), -1):
        match = _COPIES.fullmatch(tail[index].text)
        if match and len(tail[index].text) < 200 and all(len(row.text) < 90 for row in tail[index + 1 :]):
            while index and len(tail[index - 1].text) < 200 and _COPIES.fullmatch(tail[index - 1].text):
                index -= 1
            return index
        if re.fullmatch(r"(?i)copies\W*|c\.?c\W*|distribution\W*", tail[index].text):
            return index
        if _FILES.fullmatch(tail[index].text) and all(_DESK.fullmatch(row.text) for row in tail[index + 1 :]):
            return index
        if _COUNT.fullmatch(tail[index].text) and any(_ITEM.match(row.text) for row in tail[index + 1 : index + 2]):
            return index
    return None


def _desk(text: str, row: Row) -> Party:
    """``EESD`` is a desk; ``PS/DR OWEN`` sits before the man's door."""
    door = re.match(r"(?:A?PS|PPS|PUS)/(?=(?:MR|DR|MRS|MISS|LORD|SIR|LADY) )", row.text)
    man = parse(text, row.start + door.end(), row.end) if door else None
    return man or Party(row.text, "body", row.start, row.end)


def read(text: str, rows: Sequence[Row], is_other: Callable[[str], bool]) -> list[Party]:
    """Who gets a copy; ``is_other`` knows lines among them that are none of the list: dates, numbers, end marks."""
    found: list[Party] = []
    if _FILES.fullmatch(rows[0].text):
        return [_desk(text, row) for row in rows[1:]]
    match = _COPIES.fullmatch(rows[0].text)
    if match:
        start = rows[0].start + match.start("who" if match["who"] is not None else "to")
        if start < rows[0].end and references.is_list(text, start, rows[0].end):
            return []  # "Copies: RGASPI, f. 558, op. 11, d. 3; GARF, f. 9401": archives keep them
        found.extend(_counted(text, start, rows[0].end))
    for row in rows[1:]:
        if is_other(row.text):
            continue
        item = _ITEM.match(row.text)
        start = row.start + (item.end() if item else 0)
        whole = parse(text, start, row.end) if item and item[0][0].isdigit() and "," in row.text else None
        if whole and whole.entity == "body":
            found.append(whole)  # "1x Central Committee, Department of International Relations"
        elif not _FILED.fullmatch(text[start : row.end]):
            found.extend(_counted(text, start, row.end))
    return found


_COPIES_OF = re.compile(r"[,;]?\s*\b\d{1,2}\s?[x×]\s+(?=[A-Z])")


def _counted(text: str, start: int, end: int) -> list[Party]:
    """``1x Comrade Ulbricht, 2x Department for Arab States``: each with the number of copies it gets; others as they are."""
    counts = list(_COPIES_OF.finditer(text, start, end))
    if len(counts) < 2:
        return copies(text, start, end)
    found: list[Party] = []
    for count, after in zip(counts, [*counts[1:], None], strict=True):
        stop = after.start() if after else end
        whole = parse(text, count.end(), stop)
        if whole and whole.entity == "body":
            found.append(whole)
        else:
            found.extend(copies(text, count.end(), stop))
    return found
