"""What a sentence is about, where several words together say it, and where a cue means something else."""

from __future__ import annotations

import pytest

from cablegraph.extraction import topics
from cablegraph.record import SourceText


def topics_of(text: str) -> set[str]:
    source = SourceText(text)
    return {passage.text for passage in topics.extract(source, [(0, len(text))])}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The king appealed to us for medicine and for field guns.", "arms-supply"),
        ("Some 400 rifles that came last winter lie at the port.", "arms-supply"),
        ("He asks that the jets be paid, and to replace the aircraft lost in May.", "aircraft-supply"),
        ("They will send 40 instructors to the fleet.", "military-advisers"),
        ("He asked that six pilots be accepted for a course of a month.", "military-training"),
        ("On the modernization of the Ruritanian Second Army.", "armed-forces"),
        ("The number of tanks in a motorized division shall not rise.", "staff-organisation"),
        ("We request you to station in our land units of your army.", "troop-dispatch"),
        ("No foreign brigade is to be there; stationing of foreign troops is refused.", "bases"),
        ("There were shots and violations of the northern border.", "borders"),
        ("He handed me the draft of the new treaty.", "treaties"),
        ("The agenda of our conference is full.", "conferences"),
        ("We have named delegates to Geneva.", "conferences"),
        ("Neither of us wants such a pact now.", "treaties"),
        ("He has an invitation for a rest by the sea.", "visits"),
        ("Payment will be made in tea and soya beans.", "trade"),
        ("The American bankers want a fourth part.", "credits"),
        ("He spoke of the sale of uranium.", "raw-materials"),
        ("Sweden will vote for the draft resolution.", "united-nations-questions"),
        ("Can you make available 300 tons of butter?", "food-aid"),
        ("He did not want a united Germany.", "unification"),
        ("Our fleet has blockaded Callao.", "naval-war"),
        ("The general asked us to withdraw the third battalion by May.", "troop-withdrawal"),
        ("They traded dates for the departure of the foreign forces.", "troop-withdrawal"),
        ("We can give you 300 mines of the new type.", "arms-supply"),
        ("Of the 130 mm guns he can spare 40.", "arms-supply"),
        ("You offered us 12 airplanes of your type.", "aircraft-supply"),
        ("We shall take 90 activists for special training.", "military-training"),
        ("He told me why his Government invited President Berg.", "visits"),
        ("My telegram: change of leadership.", "leadership"),
        ("The new government has been recognized by Brazil.", "recognition"),
        ("Withdrawal of the 30th Army will end in May.", "troop-withdrawal"),
        ("The famine in the province is spreading.", "food-aid"),
        ("The plane violated our air space.", "air-war"),
        ("The summit in Reykjavik failed.", "conferences"),
        ("The repayment of debts will be put off.", "credits"),
        ("We must protest strongly at this.", "protest"),
    ],
)
def test_topic_in_more_words(text: str, topic: str) -> None:
    assert topics_of(text) == {topic}


@pytest.mark.parametrize(
    "text",
    [
        "He withdrew from the room, and the train went on.",
        "The invitation to dinner was declined.",
        "The coal mines gave 300 tons.",
        "He offered me a Tu-104 to take me home.",
        "We want steel beyond the trade agreement.",
        "He presented the draft resolution of the cell.",
        "He said it before the visit of Prime Minister Lund.",
        "We do not ask for missiles.",
        "He said it at the Geneva Conference.",
        "We need coal for the Narvik power station.",
        "The Export-Import Bank is shut.",
        "Press Release\nIssued by the Department of State",
        "The budget of the Joint Command is 20.",
    ],
)
def test_cue_that_means_something_else(text: str) -> None:
    assert topics_of(text) == set()
