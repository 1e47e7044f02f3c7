"""Offices and states that few papers have: ``the Postmaster General``, ``the Political Resident``, ``Dahomey``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise

HEAD = "793.94/1889: Telegram\n\n{head}\n\nAPIA, September 22, 1931—6 p. m.\n\n614. The pumps are here.\n\nTOLLIVER\n"


def paper(head: str) -> Record:
    [source] = plain_text.read(normalise(HEAD.format(head=head)), "paper.txt")
    return extract(source)


def parties(record: Record, field: str) -> list[tuple[str, str]]:
    return [(passage.text, passage.entity) for passage in record.fields.get(field, ())]


@pytest.mark.parametrize(
    "office", ["Postmaster General", "Acting Postmaster General", "Attorney General", "Quartermaster General"]
)
def test_a_general_is_an_office_too(office: str) -> None:
    assert parties(paper(f"The Consul at Apia (Tolliver) to the {office}"), "addressee")[0][1] == "position"


@pytest.mark.parametrize("office", ["Political Resident in Persia", "Resident at Apia", "Resident General in Annam"])
def test_residents_hold_an_office(office: str) -> None:
    record = paper(f"The {office} (Tolliver) to the Secretary of State")
    assert parties(record, "sender")[0] == ("Tolliver", "person")
    assert [part.text_of("position") for part in record.parts["positions"]] == [office]


@pytest.mark.parametrize("state", ["Dahomey", "Uganda", "Jamaica", "Hayti", "Abyssinia", "Roumania", "Upper Volta"])
def test_where_a_minister_is_accredited_is_no_destination(state: str) -> None:
    record = paper(f"The Secretary of State to the Minister in {state} (Hathersage)")
    assert parties(record, "addressee") == [("Hathersage", "person")]
    assert "destination" not in record.fields


@pytest.mark.parametrize("nation", ["Dahomean", "Jamaican", "Haytian", "Roumanian", "Abyssinian", "Hellenic", "Tuscan"])
def test_the_minister_of_a_state(nation: str) -> None:
    record = paper(f"The {nation} Minister (Hathersage) to the Secretary of State")
    assert parties(record, "sender") == [("Hathersage", "person")]
    assert not [passage for passage in record.fields.get("mentions", ()) if passage.text == nation]
