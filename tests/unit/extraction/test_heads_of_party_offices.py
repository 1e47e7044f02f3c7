"""Sessions, talks and lists of receivers as party offices write them."""

from __future__ import annotations

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


SESSION = """CPSU CC Politburo Session, 17 March 1979
TOP SECRET
WORKING NOTES
17 March 1979
Chaired by Comrade L. I. BREZHNEV.
Also taking part: Y. V. Andropov, K. U. Chernenko.
ANDROPOV. The boats have left the harbour and the pilots are ready.
"""
TALK = """MAIN CONTENTS OF A CONVERSATION
held by the first secretary, V. Nemchin, with the chargé d'affaires of Romania on 8 March 1967.

Popa told me of the grain that was sold.

DISTRIBUTED TO:
1 – Far East Department
2 – CC CPSU Department
3 – To file
9 March 1967
V. Nemchin
"""
SENT = """Telegram
To: Rapacki
cc. Comrades: Gomułka, Naszkowski
From: Siedlecki
The ships wait off the coast.
Siedlecki
Distributed: to Comrade A. Gromyko – 2 copies; V. Zimyanin; to file.
"""


def test_who_leads_a_session_and_who_takes_part() -> None:
    record = read(SESSION)
    assert names(record, "form") == ["minutes"]
    assert names(record, "participant") == ["L. I. Brezhnev", "Y. V. Andropov", "K. U. Chernenko"]
    assert names(record, "number") == []


def test_day_and_name_below_counted_receivers_are_the_papers_own() -> None:
    record = read(TALK)
    assert names(record, "form") == ["memorandum-of-conversation"]
    assert names(record, "copied_to") == ["Far East Department", "CC CPSU Department"]
    assert names(record, "signature") == ["V. Nemchin"]


def test_copies_to_comrades_with_how_many() -> None:
    copied = names(read(SENT), "copied_to")
    assert copied == ["Gomułka", "Naszkowski", "A. Gromyko", "V. Zimyanin"]


def test_the_address_below_a_title_says_its_people_again_by_office() -> None:
    record = read(
        "Report, Zhou Enlai to Mao Zedong and the CCP Central Committee\nTo the Chairman and the Central Committee:\n"
        "The guests have come.\nZhou Enlai\n"
    )
    assert names(record, "addressee") == ["Mao Zedong", "CCP Central Committee"]
