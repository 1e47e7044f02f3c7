"""A score shows its parts; two close ones name no winner; where nothing is found, it is said why."""

from __future__ import annotations

import pytest

from cablegraph import linking
from cablegraph.linking import ranking

AUTHORITY = linking.load()
PEOPLE = ("person",)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Mao Tse-tung", "mao"), ("Zedong Mao", "mao"), ("A. Gromyko", "andrei-gromyko"), ("Gromyco", "andrei-gromyko"),
        ("Krasovsky", "stepan-krasovsky"), ("Roschin", "nikolai-roshchin"), ("Чжоу Эньлай", "zhou-enlai"),
        ("Peng Teh-huai", "peng-dehuai"), ("Malenkov, G. M.", "georgy-malenkov"),
    ],
)  # fmt: skip
def test_aliases_transliterations_initials_order_and_slips_lead_to_the_entry(name: str, entry: str) -> None:
    assert ranking.rank(name, AUTHORITY, PEOPLE, "1951")[0].entry.id == entry


def test_a_score_is_the_sum_of_its_parts_and_says_them() -> None:
    [first, *_] = ranking.rank("Krasovsky", AUTHORITY, PEOPLE, "1951-06-24")
    assert [(part.name, part.value) for part in first.parts] == [("name", 0.35), ("kind", 0.1), ("dates", 0.2)]
    assert first.score == 0.65
    assert first.reason == "surname only; alive in 1951; row stepan-krasovsky of the authority table"


def test_a_paper_after_death_counts_against_the_dead() -> None:
    [alive, *_] = ranking.rank("Stalin", AUTHORITY, PEOPLE, "1951")
    [dead, *_] = ranking.rank("Stalin", AUTHORITY, PEOPLE, "1961")
    assert alive.score - dead.score == pytest.approx(0.2)
    assert "not alive in 1961" in dead.reason


def test_two_within_a_tenth_name_no_winner() -> None:
    ranked = ranking.rank("Malik", AUTHORITY, PEOPLE, "1951")
    assert {item.entry.id for item in ranked[:2]} == {"malik", "charles-malik"}
    assert ranking.winner(ranked) is None
    assert ranking.winner(ranked[:1]) is ranked[0]
    assert ranking.winner([]) is None


def test_nothing_found_says_how_many_are_known_and_who_is_closest() -> None:
    people = sum(1 for entry in AUTHORITY.entries.values() if entry.kind == "person")
    said = ranking.nothing_found("Krasovsky", AUTHORITY, PEOPLE, "", 0.7)
    assert said == (
        f"0 candidates for “Krasovsky” above 0.7; {people} people known, closest Stepan Krasovsky 0.55 (surname only)"
    )
    assert ranking.nothing_found("Xqzw", AUTHORITY, PEOPLE).endswith("people known, none like it")


def test_a_place_is_not_looked_for_among_people() -> None:
    assert all(item.entry.kind == "place" for item in ranking.rank("Peking", AUTHORITY, ("place",)))
