"""Where in ``A to B`` the sender ends: ``the Chairman of the Commission to Russia (Stevens) to the Secretary of State``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from functools import lru_cache

from cablegraph.extraction import title_groups
from cablegraph.extraction.lexicon import BODY, GROUP, OFFICE, OFFICE_IN_PROSE
from cablegraph.extraction.names import parties
from cablegraph.patterns import compiled

_TO = compiled(r"\s+(?:to|TO)\s+")


_QUOTED = compiled(r",\s*['\"“‘](?=[A-Z])")


_SUBJECT = compiled(r",?\s(?:[Cc]oncerning|[Rr]egarding|[Aa]bout)\s")


def best_split(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The ``to`` between the two parties of ``the Chairman of the Commission to Russia (Stevens) to the Secretary``."""
    best: tuple[float, int, int] | None = None
    if subject := _QUOTED.search(text, start, end):  # "…, 'Report on the Visit to Kiev'"
        end = subject.start()
    for subject in _SUBJECT.finditer(text, start, end):
        if _TO.search(text, start, subject.start()):
            end = subject.start()
            break
    for match in _TO.finditer(text, start, end):
        left, right = text[start : match.start()], text[match.end() : end]
        if left.count("(") > left.count(")") or left.count("[") > left.count("]"):
            continue
        if best and left.endswith(
            (" and", ", and")
        ):  # "to the Ambassadors in France and Italy, and to the Minister in Belgium"
            continue
        score = _left_score(left) + _right_score(right)
        if " to " in right and _ACCREDITED.search(left):
            score -= 1.5  # "Permanent Mission of Hungary to the Agency to the Foreign Ministry"
        if best is None or score > best[0]:
            best = (score, match.start(), match.end())
    if best is None or best[0] < 1:
        return None
    return best[1], best[2]


_HEADS = compiled(r"(?:the )?(?:Heads|Chiefs|Sovereigns|Rulers|Presidents) of (?=[A-Zact])")
_ACCREDITED = compiled(r"\b(?:Mission|Delegation|Representation|Representative|Observer) of (?:the )?[\w’' ]{3,40}$")
_HONORIFIC = compiled(
    r"(?:Mr|Messrs|Mrs|Dr|Sir|Count|Baron|Earl|Lord|General|Gen|Admiral|Captain|Colonel|Comrade|Cde|President|Prince|Señor|Chairman|Premier|Marshal|M\.|Ambassador|Secretary|Minister|Consul|Chargé)\b"
)


@lru_cache(maxsize=4096)
def _left_score(left: str) -> float:
    left = left.strip()
    if not left:
        return -3
    score = 1.0 if re.search(r"[)\]]$", left) else 0.0
    named = parties(left, 0, len(left)) if len(left) < 160 else None
    if named:
        score += 1
    if (
        re.search(
            r"(?:Minister|Ambassador|Envoy|Chargé|Consul|Mission|Delegate|Commissioner|Representative)$",
            left,
            re.IGNORECASE,
        )
        and not left.isupper()
    ):
        score -= 1.5  # "the Minister to" the Netherlands
    return score


@lru_cache(maxsize=4096)
def _right_score(right: str) -> float:
    head = re.split(
        r",|\s+(?:for|on|via|concerning|regarding|with|conveying|containing|passing|relaying)\s", right, maxsplit=1
    )[0][:90]
    if re.match(r"(?:the|The) (?:Marquis|Count|Baron|Duke|Prince|Earl|Viscount|Chevalier)\b", head):
        return 3.0
    if GROUP.search(head.split(" of ")[0]) or _HEADS.match(head):
        return 3.0  # "certain diplomatic officers of the United States"
    if re.match(r"(?:the|The|all|certain|American)\s", head):
        before_paren = head.split("(")[0]
        first_to = re.split(r"\s(?:to|in|at|of|for)\s", before_paren)[0]
        office = OFFICE.search(first_to) or BODY.search(first_to) or OFFICE_IN_PROSE.fullmatch(first_to)
        return 3.0 if office or title_groups.read(head, 0, len(head)) else -1.0
    if _HONORIFIC.match(head):
        return 3.0
    before_to = head.split(" to ")[0]
    named = parties(before_to, 0, len(before_to))
    if not named:
        return -2.0
    return {"person": 2.0, "position": 2.5, "body": 2.5, "group": 2.5, "place": 0.8}[named[0].entity]
