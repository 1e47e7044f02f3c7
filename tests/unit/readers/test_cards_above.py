"""Papers with their card above them, and pages whose rights are lost."""

from __future__ import annotations

import pytest

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


LABELLED = """Title: Cable from Foreign Minister Lund to the Embassy in Rome
Date: 11/03/1962
Repository: Archive of the Ministry of Foreign Relations
Description: Lund tells Berg what he may
say to the Pope.
Contributor: National Archive
Rights: For educational use only.

MINISTRY OF FOREIGN RELATIONS
No. 1477
DATE: November 3, 1962
For Berg

Your 206 of yesterday received.
LUND
"""


def _found(words: str) -> dict[str, str]:
    [source] = cards.read_labelled(normalise(words), "card.txt")
    return {line.label: source.text[line.start : line.end] for line in source.lines}


@pytest.mark.parametrize(
    "words",
    [
        LABELLED,
        LABELLED.replace("\nDate", "\n\nDate").replace("\nRepository", "\n\nRepository"),
        LABELLED.replace("Title:", "Document Title:").replace("Date: 11", "Document Date: 11"),
        LABELLED.replace("Contributor", "Catalogue number"),
        LABELLED.replace("Repository", "Creator: Lund, A.\nType: Telegram\nSource"),
    ],
)
def test_a_paper_below_a_card_whose_title_has_its_label_is_no_part_of_the_card(words: str) -> None:
    assert readers.choose(words, "card.txt") == "labelled"
    found = _found(words)
    assert found["title"] == "Cable from Foreign Minister Lund to the Embassy in Rome"
    assert found["page-date"] == "11/03/1962"
    assert found["summary"] == "Lund tells Berg what he may\nsay to the Pope."
    assert found["body"].startswith("MINISTRY OF FOREIGN RELATIONS\nNo. 1477\nDATE:")


def test_a_card_that_goes_on_below_a_paragraph_of_its_summary_has_no_paper() -> None:
    words = "Title: A card\nDate: 1 June 1950\nSummary: It is long.\n\nIt goes on.\nAnd on.\nSource: RGANI, f. 5\n"
    assert "body" not in _found(words)
