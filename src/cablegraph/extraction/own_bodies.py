"""Bodies that a paper calls by what they are: ``the Embassy`` is its sender or addressee, else a party of it alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from cablegraph.evidence import Passage
from cablegraph.patterns import compiled
from cablegraph.record import Record

_BARE: Final = compiled(
    r"(?i)(?:the )?(?:(?:royal|imperial|federal|provisional|national|local|said|latter) )?"
    r"(?P<noun>embassy|legation|consulate(?:[- ]general)?|mission|ministry|department|government|delegation|commission|"
    r"committee|council|bureau|secretariat|board|company|bank|office|party|command|headquarters|cabinet)"
)
"""What every country or firm has one of."""
_OF_STATE: Final = compiled(r"(?:Acting )?Secretary of State")
"""Whose department the Americans' papers mean by the word alone."""
_PARTIES: Final = (("sender", "author"), ("addressee", "receiver"))


def in_paper(record: Record, family: str, found: Iterable[Passage]) -> tuple[Passage, ...]:
    """The same passages; a body that is only called by what it is becomes the party of the paper that it can mean."""
    return tuple(_in_paper(record, family, one) for one in found)


def _in_paper(record: Record, family: str, one: Passage) -> Passage:
    bare = _BARE.fullmatch(one.text) if one.entity in ("body", "group") else None
    if bare is None:
        return one
    noun = bare["noun"].lower()
    called = [party for names in _PARTIES for party in _called(record, names, noun)]
    if len({party.text for party in called}) == 1:
        return replace(one, text=called[0].text, entity=called[0].entity, certainty="0.8", basis="inferred")
    if noun == "department" and family == "frus" and not called and _of_state(record):
        return replace(one, text="Department of State", entity="body", certainty="0.75", basis="inferred")
    return replace(one, text=f"the {bare[0].removeprefix('the ').removeprefix('The ')}", entity="group")


def _called(record: Record, names: Iterable[str], noun: str) -> list[Passage]:
    """The bodies in these fields whose name says that they are such a thing."""
    parties = (party for name in names for party in record.fields.get(name, ()))
    return [party for party in parties if party.entity == "body" and noun in party.text.lower().split()]


def _of_state(record: Record) -> bool:
    parties = (party for names in _PARTIES for name in names for party in record.fields.get(name, ()))
    return any(_OF_STATE.fullmatch(party.text) for party in parties)


_OURS: Final = compiled(r"[Oo]ur (?:own )?(?:side|government|party|delegation|leadership|command|ministry|people)")


def is_ours(words: str) -> bool:
    """Whether a claimant is the writer's own side: "Our side pledged 10 million forints"."""
    return _OURS.fullmatch(words) is not None
