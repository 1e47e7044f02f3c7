"""Whoever says something stands with a verb of the right number, or as far as the paper lets him be known."""

from __future__ import annotations

import pytest

from cablegraph.iri import AGENT, CG, DOC
from cablegraph.server.pages_document import Fact
from cablegraph.server.pages_graph import Term
from cablegraph.server.pages_speakers import many, somebody


def fact(predicate: str, iri: str, value: str, status: str = "machine") -> Fact:
    return Fact(1, DOC + "a", CG + predicate, Term(iri, True), "", value, "", status, ())


@pytest.mark.parametrize(
    ("label", "plural"),
    [
        ("the Chinese", True), ("the Soviets", True), ("our specialists", True), ("the British", True),
        ("the United States", False), ("the Soviet side", False), ("the Congress", False),
    ],
)  # fmt: skip
def test_a_group_is_spoken_of_as_several(label: str, plural: bool) -> None:
    assert many([fact("claimant", f"{DOC}a/party/x", label)]) is plural
    assert not many([fact("claimant", AGENT + "x", label)])


def test_who_only_signs_under_a_name_is_told_by_it() -> None:
    signed = fact("signedAs", "https://w3id.org/cablegraph/id/name/f", "Filippov")
    maybe = fact("claimant", AGENT + "stalin", "Joseph Stalin", "candidate")
    assert somebody([signed], [maybe]) == "whoever signs as Filippov, perhaps Joseph Stalin,"
    assert somebody([], [maybe]) == "somebody, perhaps Joseph Stalin,"
    assert somebody([signed], []) == "somebody, it is not said who,"
