"""Who brings a letter and who has a copy, where its own words say so."""

from __future__ import annotations

import pytest

from cablegraph.extraction import bearers


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("This letter is brought to you by General Mohamed Sadek, who has my confidence.", ["Mohamed Sadek"]),
        ("I am sending you this letter by Comrade Karel Kurka.", ["Karel Kurka"]),
        ("I have asked Ambassador Lall to deliver this message to you.", ["Lall"]),
        ("The bearer of this note, Mr. Ito, will tell you more.", ["Ito"]),
        ("This letter was written in haste. It was brought up by the Poles that grain is short.", []),
    ],
)
def test_who_brings_a_letter(text: str, names: list[str]) -> None:
    assert [party.name for party in bearers.carried(text, [(0, len(text))])] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A copy of this goes to Aiken in Paris.", ["Aiken"]),
        ("I am sending a copy of this letter to Mr. Lall and Mr. Pillai.", ["Lall", "Pillai"]),
        ("We have sent copies of the treaty to all.", []),
        ("I am sending a copy of my letter to Mr. Lall.", []),
        ("A copy of our note is being sent to Mr. Lall.", ["Lall"]),
        ("A copy of this letter is being furnished to Mr. Lall.", ["Lall"]),
        ("Copies of this despatch have been forwarded to General Berg and Mr. Lall.", ["Berg", "Lall"]),
        ("He will not go. Copy to Sharp, London, by pouch. A list follows.", ["Sharp"]),
        ("All is well. Copies mailed to Mr. Lall and Mr. Dahl.", ["Lall", "Dahl"]),
        ("A copy of this memorandum was also handed to Mr. Lall.", ["Lall"]),
        ("He asked for a copy to give to Mr. Lall.", []),
    ],
)
def test_who_has_a_copy(text: str, names: list[str]) -> None:
    assert [party.name for party in bearers.copied(text, [(0, len(text))])] == names
