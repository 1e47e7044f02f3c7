"""What an amount's own clause says: no price, no amount, time or topic of the clause beside it or of another amount."""

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
    ("text", "kinds"),
    [
        ("The Soviet Government agrees to the exchange of 600 prisoners and requests that 2 ships be sent by 1 June.",
         [("acceptance", "600", ""), ("request", "2", "../1951-06-01")]),
        ("Nepal offers 40 tons of rice and asks for 20 trucks by 1 June.",
         [("offer", "40", ""), ("request", "20", "../1951-06-01")]),
        ("Nepal accepts 40 tons of rice and promises to send 20 trucks by 1 June.",
         [("acceptance", "40", ""), ("promise", "20", "../1951-06-01")]),
        ("We can send 40 engineers and request that 20 houses be ready by 1 June.",
         [("offer", "40", ""), ("request", "20", "../1951-06-01")]),
        ("We promise 40 engineers by 1 June and ask you for 20 houses.",
         [("promise", "40", "../1951-06-01"), ("request", "20", "")]),
        ("We ask for 40 trucks and shall pay 20,000 dollars by 1 June.",
         [("request", "40", ""), ("promise", "20000", "../1951-06-01")]),
        ("We shall send 40 tanks and 20 guns by 1 June.",
         [("promise", "40", "../1951-06-01"), ("promise", "20", "../1951-06-01")]),
    ],
)  # fmt: skip
def test_a_clause_keeps_its_amount_and_its_time(text: str, kinds: list[tuple[str, str, str]]) -> None:
    found = [(one.text_of("kind"), one.text_of("quantity"), one.text_of("period")) for one in claims(text)]
    assert found == kinds


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        (
            "The Soviet Government agrees to grant him 3 divisions' worth of arms in exchange for 25,000 tons of lead.",
            "3",
        ),
        ("We can give them arms in exchange for 25,000 tons of lead.", ""),
        ("Nepal offers 40 trucks against payment of 20,000 dollars.", "40"),
        ("Nepal agreed to deliver rifles at a price of 20,000 dollars.", ""),
        ("Nepal agreed to deliver rifles in return for a credit of 20,000 dollars.", ""),
        ("In exchange for 25,000 tons of lead we shall send 40 trucks.", "40"),
        ("Nepal offers 25,000 tons of lead in exchange for arms.", "25000"),
    ],
)
def test_a_price_is_not_what_is_given(text: str, amount: str) -> None:
    assert [one.text_of("quantity") for one in claims(text)] == [amount]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("We can send 36 MiG-15 aircraft and 120 trucks.", ["aircraft-supply", ""]),
        ("We can send 120 trucks and 36 MiG-15 aircraft.", ["", "aircraft-supply"]),
        ("We can send 36 MiG-15 aircraft, 120 trucks and 40 tons of rice.", ["aircraft-supply", "", "food-aid"]),
        ("We request 40 tanks and 300 tons of wheat.", ["arms-supply", "food-aid"]),
        ("We shall send 300 tons of rice and 40 doctors.", ["food-aid", ""]),
        ("We ask for arms for 10 divisions and 40 brigades.", ["arms-supply", "arms-supply"]),
        ("We ask for 36 tanks in exchange for 20,000 tons of rice.", ["arms-supply"]),
    ],
)
def test_an_amount_has_its_own_topics(text: str, topics: list[str]) -> None:
    assert [one.text_of("topic") for one in claims(text)] == topics
