"""Who has a copy, where a despatch or a telegram says it in a sentence, and desks among the names of a list."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text

DESPATCH = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902. (Received June 2.)\nSIR: The road is closed.\n{text}\nI have, etc.,\nJOHN DALE.\n"


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("Copies of this despatch have been furnished to the Legation at Managua and to Captain Simpson of the Tacoma.", ["Legation at Managua", "Simpson"]),
        ("Mr. Bigelow, at Paris, and Mr. King, at Rome, have been furnished with copies of this instruction.", ["Bigelow", "King"]),
        ("The Legation at Managua has been furnished with a copy of this dispatch.", ["Legation at Managua"]),
        ("Copies of this note have been sent to the Governor-General of Canada and to Admiral Patey.", ["Governor-General of Canada", "Patey"]),
        ("Please inform Navy Department and furnish copy to Senator Williams.", ["Williams"]),
        ("All is well. Copy to Shanghai for Commander in Chief.", ["Commander in Chief"]),
        ("I have sent a copy of this dispatch to Mr. Lowell, at Madrid, and another to Mr. Welsh.", ["Lowell", "Welsh"]),
        ("A copy of this instruction goes to Minister Rockhill.", ["Rockhill"]),
        ("I have furnished Consul Berg with a copy of this despatch.", ["Berg"]),
        ("Copies to Legation at Peking, Admiral Knight and Consul General at Shanghai.", ["Legation at Peking", "Knight", "Consul General at Shanghai"]),
        ("Copies of the treaty have been furnished to the Senate.", []),
        ("He was furnished with copies of the law.", []),
        ("The Minister has been furnished with a copy of the note of May 4.", []),
    ],
)  # fmt: skip
def test_copies_of_a_despatch(text: str, copied: list[str]) -> None:
    [source] = frus_text.read(DESPATCH.format(text=text), "paper.txt")
    record = extract(source)
    assert [passage.text for passage in record.fields.get("copied_to", ())] == copied
    assert {passage.text for passage in record.fields["sender"]} == {"John Dale"}


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        ("Copies to: Com. A. A. Gromyko, Com. G. M. Pushkin, SEAD", ["A. A. Gromyko", "G. M. Pushkin", "SEAD"]),
        ("Copies: Com. A. A. Gromyko, Com. G. M. Pushkin, FILE", ["A. A. Gromyko", "G. M. Pushkin"]),
    ],
)
def test_desk_by_its_letters_among_names(line: str, copied: list[str]) -> None:
    letter = (
        f"Lund, 5 May 1962\n\nDear Comrade Berg,\n\nThe harvest is in and the mills are at work.\n\nDahl\n\n{line}\n"
    )
    [source] = plain_text.read(letter, "a.txt")
    assert [passage.text for passage in extract(source).fields.get("copied_to", ())] == copied
