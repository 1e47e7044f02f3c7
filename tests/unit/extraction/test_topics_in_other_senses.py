"""Cues of topics that mean something else where they stand, and plain words of any decade that show a topic."""

from __future__ import annotations

import pytest

from cablegraph.extraction import topics
from cablegraph.record import SourceText


def topics_of(text: str) -> set[str]:
    source = SourceText(text)
    return {passage.text for passage in topics.extract(source, [(0, len(text))])}


@pytest.mark.parametrize(
    "text",
    [
        "The Danish Minister has protested against the figure for cattle.",
        "The millers had protested to the Bank against this.",
        "He said that the owners protested strongly against the new quay.",
        "Thirty radio stations have been received at Mukden.",
        "He thanks the Marshal for the radio stations.",
        "Owners decline to allow their steamers to carry munitions.",
        "It would be granted for everything but munitions.",
        "The Italian steamer landed sixty volunteers upon the coast.",
        "The emigrants go to Brazil by way of Havre.",
        "A list of questions and the draft agreement lie upon the table.",
        "I ask for the consent of the fraternal parties to this date.",
        "There are neutral zones upon both sides of the Straits.",
        "I invited him to come to Warsaw.",
        "Cuba would offer to Brazil 90,000 tons of sugar, to be paid in coffee and rice.",
        "The engines are to be paid for in grain, delivered at Odessa.",
        "The engines were offered for payment in wheat at the price of May.",
        "He would send engines to be repaid in flour.",
        "The ships, payable partly in rice, would be sent by May.",
        "Brazil, according to the convention signed at Caracas, alone has the right to judge.",
        "He is entitled to it under the treaty signed at Lima.",
        "In virtue of the convention signed at Berne the letters are carried free.",
        "In accordance with the treaty signed at Paris the court sits at The Hague.",
        "This was done contrary to the convention signed at Havana.",
        "The request should be dealt with by Dr. Roux of the Atomic Energy Board.",
        "The chairman of the Atomic Energy Commission is ill.",
        "He was formerly a clerk at the Atomic Energy Authority.",
        "Dr. Sethna of the Atomic Energy Department came to dinner.",
        "He works at the Atomic Energy Institute in Tashkent.",
    ],
)
def test_cues_that_mean_something_else(text: str) -> None:
    assert topics_of(text) == set()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("We protested against this act at once.", "protest"),
        ("This Government protested strongly.", "protest"),
        ("The export of arms to Ruritania is unlawful.", "arms-supply"),
        ("The decision on special property will be handed over.", "arms-supply"),
        ("The king asks for American officers to drill his troops.", "military-training"),
        ("He wishes for two officers to organize the army.", "military-advisers"),
        ("An ordinance forbids the importation of cattle.", "trade"),
        ("They would concede it in return for the free entry of raw sugar.", "trade"),
        ("The tariff act came into force in August.", "trade"),
        ("The duties levied upon our flour are too high.", "trade"),
        ("We consent to the price of 6.11 cents a pound.", "trade"),
        ("He would not discuss a new immigration treaty.", "treaties"),
        ("We beg them to amend the treaty.", "treaties"),
        ("This is hardly consistent with the Nine-Power Treaty.", "treaties"),
        ("We propose that a conference meet for this at The Hague.", "conferences"),
        ("General conference at San Jose in two months.", "conferences"),
        ("None shall be used within five miles of the boundary.", "borders"),
        ("He agrees to payment in three equal instalments.", "credits"),
        ("They ask us to advance him $60,000 at once.", "credits"),
        ("He asked that helicopters with Soviet crews be sent.", "aircraft-supply"),
        ("The weapons, 12 thousand rifles, left on the 15th.", "arms-supply"),
        ("They beg for a refuge aboard our frigates.", "refugees"),
    ],
)
def test_plain_words_of_any_decade(text: str, topic: str) -> None:
    assert topic in topics_of(text)


def test_arms_that_are_exported_are_no_trade() -> None:
    assert "trade" not in topics_of("The export of arms to Ruritania is unlawful.")
