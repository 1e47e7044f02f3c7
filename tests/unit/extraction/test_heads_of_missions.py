"""Letters of missions and ministries: from the place above the date, to the town below the addressee."""

from __future__ import annotations

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


INDIAN = """No. 88-PMO/55
Colombo
3rd May, 1955

My dear Menon,
The reply of the Burmese has come. A copy of this goes to Mr. Lall in New York.
Yours sincerely,
John Kotelawala

Shri K. P. S. Menon,
Ambassador of India,
Moscow.
"""
IRISH = """PERMANENT MISSION TO THE UNITED NATIONS
Confidential
2nd November, 1961
C.C. Cremin, Esq.,
Secretary,
Department of External Affairs,
Dublin.

Dear Cremin,
This letter is brought to you by Captain Sean Daly, who knows the matter.
Yours sincerely,
F.H. Boland
"""


def test_a_letter_of_a_ministry_is_from_the_place_above_its_date_to_the_town_below_the_addressee() -> None:
    record = read(INDIAN)
    assert (record.text_of("origin"), record.text_of("destination")) == ("Colombo", "Moscow")
    assert names(record, "copied_to") == ["Lall"]


def test_a_mission_to_a_body_is_a_letterhead_and_an_esquire_below_the_date_is_written_to() -> None:
    record = read(IRISH)
    assert names(record, "addressee") == ["C.C. Cremin"]
    assert record.text_of("destination") == "Dublin"
    assert names(record, "relay") == ["Sean Daly"]


def test_a_resolution_on_a_country_goes_to_nobody_there() -> None:
    record = read("Presidium Resolution on Aid to Chile\n6 March 1971\n\n1. Agrees to send 300 tents.\n\nL. Strougal\n")
    assert record.text_of("destination") == ""


def test_a_clerks_number_below_the_signature_is_no_text() -> None:
    words = "From: Havana\nNo.: 9.201\nTo: Ministry of Foreign Affairs\n\nThe ships have not come in.\n\nDvořák\n309\n"
    assert names(read(words), "sender") == ["Dvořák"]
