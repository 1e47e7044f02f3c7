"""Who "my" and "your" are in a paper: the parties on either side, and whether an office or a post stands there."""

from __future__ import annotations

from collections.abc import Iterable

from cablegraph.frozen import dataclass
from cablegraph.patterns import compiled
from cablegraph.record import Record

_DEPARTMENT = compiled(
    r"Secretary of State|Under ?Secretary|Department|Foreign (?:Office|Ministry|Minister|Affairs)"
    r"|\b(?:Ministry|MFA|MID)\b"
)
_POST = compiled(
    r"\b(?:(?i:am|us|brit|ind)(?i:emb(?:assy)?|consul(?:ate)?|congen|legation)|Embassy|Legation|Consulate|Mission|Delegation|Ambassador|Minister|Chargé|Consul)\b"
)
_MISSIONS = {
    "legation": compiled(
        r"\b(?:(?<!Foreign )(?<!Prime )Minister(?! (?:of|for) (?:the |Foreign|War))|Legation|Envoy)\b"
    ),
    "embassy": compiled(r"\b(?:Ambassador|Embassy)\b"),
    "consulate": compiled(r"\b(?:Consul(?:ate)?)\b"),
}
"""What kind of post a side is: in a paper of a Consul to the Minister, "the Legation" is the Minister."""


@dataclass(frozen=True, slots=True)
class Side:
    """The parties on one side of a paper: names and kinds; whether the Department or a post stands there, and which."""

    parties: tuple[tuple[str, str], ...] = ()
    department: bool = False
    post: bool = False
    missions: frozenset[str] = frozenset()


def sides(record: Record) -> tuple[Side, Side]:
    relays = {passage.text for passage in record.fields.get("relay", ())}
    mine = _side(record, ("sender", "author"), set())
    theirs = _side(record, ("addressee",), set())
    return mine, theirs if theirs.parties else _side(record, ("receiver",), relays)


def sides_of_carried(carried: Record, carrier: tuple[Side, Side]) -> tuple[Side, Side]:
    """``For Morris:``, ``[From Stevens:]``: whoever is not named there is the carrier's own side."""
    mine, theirs = _side(carried, ("sender", "author"), set()), _side(carried, ("addressee",), set())
    return mine if mine.parties else carrier[0], theirs if theirs.parties else carrier[1]


def _side(record: Record, fields: Iterable[str], without: set[str]) -> Side:
    for field in fields:
        passages = [passage for passage in record.fields.get(field, ()) if passage.text not in without]
        if passages:
            parties = tuple(dict.fromkeys((passage.text, passage.entity) for passage in passages))
            quotes = [record.source.quote(span) for passage in passages for span in passage.spans]
            words = "\n".join((*quotes, *(name for name, _ in parties)))
            kinds = frozenset(kind for kind, pattern in _MISSIONS.items() if pattern.search(words))
            return Side(parties, _DEPARTMENT.search(words) is not None, _POST.search(words) is not None, kinds)
    return Side()
