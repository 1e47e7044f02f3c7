"""What stands between quotation marks in running text is claimed by who is said to have written or spoken it."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise

MEMO = """Telegram from Consul Nuri Osman to Governor Selim

TELEGRAM No. 12
Assiut, 3 May 1919

To: Governor Selim
From: Consul Nuri Osman

I came back from the ford last night and saw the stores.

{body}

Osman
"""


def claims(body: str) -> list[tuple[str, str]]:
    [source] = plain_text.read(normalise(MEMO.format(body=body)), "paper.txt")
    stated = extract(source).parts.get("claims", ())
    return [(one.text_of("kind"), one.text_of("claimant")) for one in stated]


@pytest.mark.parametrize(
    "body",
    [
        'In your letter of 28 July you wrote: "I request 90 spades."',
        'You wrote on 28 July: "I request 90 spades."',
        'I quote from your letter of 3 May: "I request 90 spades."',
        'Your telegram of 2 May reads: "We request 90 spades."',
        '"I request 90 spades," you told me on 2 May.',
        "You have telegraphed to me “We request 90 spades.”",
        'As you wrote, "I request 90 spades," and nothing came of it.',
    ],
)
def test_words_of_who_is_written_to_are_his(body: str) -> None:
    assert claims(body) == [("request", "Selim")]


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ('The Governor of Luxor told me: "I request 70 mules."', "Governor of Luxor"),
        ('Peter Munro says: "We request 6 barges."', "Peter Munro"),
        ('Consul Peter Munro telegraphed yesterday: "We request 6 barges."', "Consul Peter Munro"),
        ('Mr. Munro replied, "I request 60 horses."', "Munro"),
        ('"I request 60 horses," said Mr. Munro.', "Munro"),
        ('"We request 60 horses", the Governor of Luxor wrote.', "Governor of Luxor"),
        ('Peter Munro came to me. He said: "I request 70 mules."', "Peter Munro"),
    ],
)
def test_words_of_others_are_theirs(body: str, whose: str) -> None:
    assert claims(body) == [("request", whose)]


def test_what_follows_a_quotation_is_the_writers() -> None:
    body = "Peter Munro answered me: “We shall send 60 tons of flour. We ask for 12 mules.” I request 14 horses."
    assert claims(body) == [("promise", "Peter Munro"), ("request", "Peter Munro"), ("request", "Nuri Osman")]


@pytest.mark.parametrize(
    "body",
    [
        'A peasant cried: "We request 12 sacks of flour."',
        'His words were: "I request 12 sacks of flour."',
        'Article 3 is as follows: "We request 60 mules."',
        'There stood on the wall "We request 60 mules."',
        'He told me: "I request 70 mules."',
    ],
)
def test_words_of_nobody_who_can_be_told_are_nobodys(body: str) -> None:
    assert claims(body) == []


@pytest.mark.parametrize(
    "body",
    [
        'I told the Governor: "I request 70 mules."',
        'I wrote to him: "We request 6 barges."',
        'My letter of 3 May said: "I request 90 spades."',
        '"We request 6 barges," I answered.',
        'Tell the Governor: "We request 6 barges."',
        'You may say to the Governor: "We request 6 barges."',
        'I shall write to him: "We request 6 barges."',
        'I repeat my request of 1 May: "We request 6 barges."',
    ],
)
def test_a_writer_may_quote_himself(body: str) -> None:
    assert claims(body) == [("request", "Nuri Osman")]


@pytest.mark.parametrize(
    "body",
    [
        "I trust that Peru will accept conciliation.",
        "I am confident that Peru will accept conciliation.",
        "I have no doubt that Peru will accept conciliation.",
        "It is likely that Peru will accept conciliation.",
        "We anticipate that Peru will accept conciliation.",
        "I feel sure Peru will accept conciliation.",
    ],
)
def test_what_is_trusted_that_another_will_accept_is_no_acceptance(body: str) -> None:
    assert claims(body) == []


def test_what_another_will_accept_is_accepted() -> None:
    assert claims("I am informed that Peru will accept conciliation.") == [("acceptance", "Peru")]
