"""Papers with their card above them, and pages whose rights are lost."""

from __future__ import annotations

from cablegraph import readers
from cablegraph.readers import cards, wilson_center
from cablegraph.record import normalise

CARD = """The Prime Minister's Telephone Conversation with President Arias

Date: March 4, 1988
Summary: They speak of the canal.
Original Language: Spanish
Source: BArch, B 136/59736, 118-121. Contributed by Ana Diaz.
Record ID: 990001
Author(s): Weber

For official use
San José, 4 March 1988

Note
The Prime Minister asked for two pilots.
Weber
"""
PAGE = """Search in
Digital Archive
International History Declassified
MAY 2, 1968
MINUTES OF THE MEETING ON THE TARTUS BASE
CITATION
SHARE
DOWNLOAD
Damascus, 2 May 1968
Comrade Atasi: We have no ships.
"""


def test_rows_of_known_labels_below_a_title_are_the_papers_card() -> None:
    assert readers.choose(CARD, "card.txt") == "labelled"
    [source] = cards.read_labelled(normalise(CARD), "card.txt")
    found = {line.label: source.text[line.start : line.end] for line in source.lines}
    assert found["title"] == "The Prime Minister's Telephone Conversation with President Arias"
    assert found["summary"] == "They speak of the canal."
    assert found["source"].startswith("BArch")
    assert found["body"].startswith("For official use")
    assert source.key == "wilson-990001"


def test_a_paper_with_its_own_from_and_to_has_no_card_above() -> None:
    words = "Meeting\n\nFrom: A. Lund\nTo: B. Dahl\nDate: 4 March 1988\nSource: by hand\nNo: 7\n\nThe ship has left.\n"
    assert readers.choose(words, "paper.txt") != "labelled"


def test_a_page_is_known_by_its_frame_where_its_rights_are_lost() -> None:
    assert wilson_center.sniff(PAGE, "page.txt")
    [source] = wilson_center.read(normalise(PAGE), "page.txt")
    found = {line.label: source.text[line.start : line.end] for line in source.lines}
    assert (found["page-date"], found["title"]) == ("MAY 2, 1968", "MINUTES OF THE MEETING ON THE TARTUS BASE")
    assert found["body"].startswith("Damascus")
