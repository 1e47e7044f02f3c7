"""Speakers whose label in a record of conversation shortens their office: ``PM Chou:`` is the participant."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise

HEAD = "MEMORANDUM OF CONVERSATION\n\nPARTICIPANTS: {}\n              Dr. Henry A. Kissinger\n\nDATE: June 21, 1972\n\n"


@pytest.mark.parametrize(
    ("participant", "label", "claimant"),
    [
        ("Prime Minister Chou En-lai", "PM Chou", "Chou En-lai"),
        ("Vice Foreign Minister Ch'iao Kuan-hua", "VFM Ch'iao", "Ch'iao Kuan-hua"),
        ("Ambassador Huang Hua", "Amb. Huang", "Huang"),
        ("General Yeh Chien-ying", "Gen. Yeh", "Yeh"),
        ("Vice Premier Teng Hsiao-p'ing", "VP Teng", "Teng Hsiao-p'ing"),
        ("President Park Chung Hee", "Pres. Park", "Park Chung Hee"),
        ("Prime Minister Chou En-lai", "Prime Minister Chou", "Chou"),
    ],
)
def test_the_label_of_a_speaker_names_the_participant(participant: str, label: str, claimant: str) -> None:
    text = (
        HEAD.format(participant)
        + f"Dr. Kissinger: Very well.\n\n{label}: We refuse to negotiate on behalf of others.\n"
    )
    [source] = plain_text.read(normalise(text), "paper.txt")
    [claim] = extract(source).parts["claims"]
    assert (claim.text_of("kind"), claim.text_of("claimant")) == ("refusal", claimant)


def test_of_two_participants_with_one_name_none_is_taken() -> None:
    text = HEAD.format("Minister Kim Il Sung\n              Minister Kim Chaek") + "PM Kim: We refuse to negotiate.\n"
    [source] = plain_text.read(normalise(text), "paper.txt")
    assert "Kim Il Sung" not in [claim.text_of("claimant") for claim in extract(source).parts.get("claims", ())]
