"""The parties behind a word for a paper, each with its role: ``of the Consul at Callao to the Secretary-General of the UN``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Iterator

from cablegraph.extraction.lexicon import BODY, OFFICE
from cablegraph.patterns import compiled

_ROLE = compiled(r",?\s?(?P<role>of|from|by|sent\sby|to|addressed\sto|at)\s")
_OF_OFFICE = compiled(rf"(?:{OFFICE.pattern}|{BODY.pattern.removeprefix('(?i)')})$")
_OF_MAN = compiled(r"(?:the\s)?(?:Mr|Mrs|Dr|M|Comrade|Com|Cde|General|President|King|Ambassador|Minister|Consul)\b")


def pieces(text: str, first: int, last: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each party of ``text[first:last]`` with its role; ``the Consul at Callao`` and ``the Secretary-General of the UN`` are one."""
    roles = list(_ROLE.finditer(text, first, last))
    index = 0
    while index < len(roles):
        role, index = roles[index], index + 1
        while index < len(roles) and _goes_on(text, role.end(), roles[index], last):
            index += 1
        stop = roles[index].start() if index < len(roles) else last
        line = text.find("\n", role.end(), stop)
        stop = line if line >= 0 else stop
        yield role["role"], (role.end(), role.end() + len(text[role.end() : stop].rstrip(" ,")))


def _goes_on(text: str, place: int, following: re.Match[str], last: int) -> bool:
    """Whether what follows belongs to the office or body that is named from ``place`` on."""
    if following[0].startswith(","):
        return False
    if following["role"] == "at":
        return True
    held = (
        following["role"] == "of"
        and "\n" not in text[place : following.end()]
        and _OF_OFFICE.search(text, place, following.start()) is not None
    )
    return held and _OF_MAN.match(text, following.end(), last) is None
