"""Names completed in brackets, firms, ships behind an article, titles of the East, and words that name nobody."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions
from cablegraph.record import SourceText

REST = " It was said that the rest of it would be of no use to the others and that it is to be left at that."


def names(text: str) -> dict[str, str]:
    source = SourceText(text + REST)
    return {one.text: one.entity for one in mentions.extract(source, [(0, len(source.text))])}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was read by Deng [Xiaoping] and Kang Sheng.", {"Deng Xiaoping": "person", "Kang Sheng": "person"}),
        ("With him came [Mohamed] Yala and no one else.", {"Mohamed Yala": "person"}),
        ("We saw the heirs of Ramon Rivas y Lamar there.", {"Ramon Rivas y Lamar": "person"}),
        ("He will see the Nasr-ul-Mulk there.", {"Nasr-ul-Mulk": "person"}),
        ("It was Lieutenant-Commander Cassel who came.", {"Cassel": "person"}),
        ("It went to Mr. Justice King for a word.", {"King": "person"}),
        ("It was said by Jonkheer Loudon there.", {"Loudon": "person"}),
        ("The books of Messrs. Dahlberg at Oslo are shut.", {"Oslo": "place"}),
        ("It was said by Messrs. Dahlberg and Lund there.", {"Dahlberg": "person", "Lund": "person"}),
        ("They boarded the Edna Wallace Hopper there.", {}),
        ("I ask that the Chicago be not sent home.", {}),
        ("He read it by Rejeb, before Whitsun, with Affidavits.", {}),
        ("Troops were seen in the land of the GDR a week ago.", {"GDR": "place"}),
        ("It was sent by way of Zapotepec to him.", {"Zapotepec": "place"}),
        ("He will come no nearer than Matucanilla.", {"Matucanilla": "place"}),
        ("He says that Dahlberg and Lundvik ask for more.", {"Dahlberg": "person", "Lundvik": "person"}),
        ("There came with him Ulvar R. Fellman of the bank.", {"Ulvar R. Fellman": "person"}),
        ("Ask Lallgren whether he has it.", {"Lallgren": "person"}),
    ],
)
def test_names(text: str, found: dict[str, str]) -> None:
    assert names(text) == found
