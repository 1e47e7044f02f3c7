"""Threats, messages that are only to be passed on, and which request is answered."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n3 May 1951\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If the Americans agree to stop, we would be willing to withdraw 3 armies.", ("offer", "3")),
        ("Should Nepal agree, we are prepared to give 40 trucks.", ("offer", "40")),
        ("Nepal will send 40 doctors if the sickness crosses the border.", ("offer", "40")),
        (
            "Panikkar stated that the Chinese would send 200,000 men if UN forces crossed the Yalu.",
            ("warning", "200000"),
        ),
        ("Dobrev said that China would send 20 divisions if the parallel was crossed.", ("warning", "20")),
        ("Unless the troops are withdrawn, we shall send 40,000 men.", ("warning", "40000")),
        ("We shall send two regiments if you advance beyond the river.", ("warning", "2")),
        ("If the Greeks march on Lom, we shall send 40 battalions.", ("warning", "40")),
        ("We shall send two regiments unless you instruct me otherwise.", ("promise", "2")),
        ("We shall withdraw 3 regiments unless Nepal pays.", ("warning", "3")),
        ("Nepal would send 20 warships should the island be invaded.", ("warning", "20")),
    ],
)
def test_forces_sent_should_another_move_are_a_threat(text: str, found: tuple[str, str]) -> None:
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tell Dobrev that we will suspend 18 million dollars of aid unless he leaves.", [("order", "")]),
        ("You should inform the Minister that we expect 20 ships.", [("order", "")]),
        ("Tell him that 40 men have died and that he must leave.", [("order", "")]),
        ("Tell the Government that 40 ships are lost.", [("order", "")]),
        ("Tell Dobrev to send 40 trucks.", [("order", "40")]),
        ("Tell Dobrev that he must send 40 trucks.", [("order", "40")]),
        ("Please tell Dobrev that we need 40 tons of lead.", [("request", "40")]),
        ("I have asked Dr. Hoffmann to send you the 200 roubles that I promised.", []),
        ("I have asked the bank to pay you the 40 dollars we owe you.", []),
        ("We have requested Mr. Dunn to hand you the 40 dollars due to you.", []),
        ("We have asked Dobrev to send you 40 trucks.", [("request", "40")]),
    ],
)
def test_what_is_only_passed_on_is_not_ordered_or_asked(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)] == found


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Secretary Rusk recommends that you tell Dobrynin that we cannot agree to his request for 3 inspectors.",
            False,
        ),
        ("Nepal asks for 40 trucks. We decline the request of Dobrev for 40 trucks.", False),
        ("Nepal asks for 40 trucks. We cannot satisfy the Polish request for 40 trucks.", False),
        ("Poland asks for 40 trucks. We cannot satisfy this request for 20 tons of rice.", False),
        ("Poland asks for 40 trucks. I saw Comrade Dobrev. We cannot agree to his request.", False),
        ("Poland asks for 40 trucks. We cannot satisfy the Polish request for 40 trucks.", True),
        ("Comrade Dobrev asked for 40 tanks. We cannot agree to his request.", True),
        ("Nepal asks for 40 trucks. We cannot satisfy this request.", True),
    ],
)
def test_a_claim_answers_whose_request_it_speaks_of(text: str, answers: bool) -> None:
    assert bool(claims(text)[-1].text_of("responds_to")) is answers
