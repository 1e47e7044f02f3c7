"""Who makes a claim that a body makes which is only called by what it is: the sender, the addressee, a party of the paper."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import normalise


def claimants(text: str) -> list[tuple[str, str]]:
    [source] = plain_text.read(normalise(text), "paper.txt")
    claims = extract(source).parts.get("claims", ())
    return [(one.text, one.entity) for claim in claims for one in claim.fields["claimant"]]


def note(by: str, to: str, says: str) -> str:
    return f"NOTE VERBALE\n\nThe {by} presents its compliments to the {to} and has the honour to state that {says}\n\nKabul, October 12, 1956\n"


FOREIGN = "Ministry of Foreign Affairs"


@pytest.mark.parametrize(
    ("by", "to", "says", "claimant"),
    [
        ("British Embassy", FOREIGN, "the Embassy refuses the request of the Ministry for wheat.", "British Embassy"),
        ("Soviet Embassy", FOREIGN, "the Embassy refuses the request of the Ministry for steel.", "Soviet Embassy"),
        (FOREIGN, "British Embassy", "the Ministry refuses the request of the Embassy for visas.", FOREIGN),
        ("Legation of Norway", FOREIGN, "the Legation cannot accept the new tariff.", "Legation of Norway"),
        (
            "Permanent Mission of Poland",
            "Secretariat",
            "the Mission rejects the proposal.",
            "Permanent Mission of Poland",
        ),
        ("Consulate of Italy", FOREIGN, "it protests. The Ministry has refused the request for visas.", FOREIGN),
    ],
)
def test_a_body_called_by_what_it_is_is_the_party_that_the_paper_names(
    by: str, to: str, says: str, claimant: str
) -> None:
    assert (claimant, "body") in claimants(note(by, to, says))


@pytest.mark.parametrize(
    ("says", "party"),
    [
        ("the Ministry has refused the request for visas.", "the Ministry"),
        ("the Council has refused the request for visas.", "the Council"),
        ("the Government refuses the request for visas.", "the Government"),
    ],
)
def test_one_that_no_party_is_stays_in_its_paper(says: str, party: str) -> None:
    assert claimants(note("British Embassy", "Legation of Norway", says)) == [(party, "group")]


def test_of_two_embassies_none_is_guessed() -> None:
    found = claimants(note("British Embassy", "Soviet Embassy", "the Embassy refuses the request for wheat."))
    assert found == [("the Embassy", "group")]


def test_the_department_of_an_american_paper_is_that_of_state() -> None:
    text = "701.6111/25\nThe Secretary of State to the Minister in Norway (Berg)\n\nWashington, May 3, 1921.\n\n25. The Department refused the request of the company for coal in May.\n\nHUGHES\n"
    [source] = frus_text.read(normalise(text), "frus1921v02-d7.txt")
    [claim] = extract(source).parts["claims"]
    assert claim.text_of("claimant") == "Department of State"


@pytest.mark.parametrize(
    "says",
    [
        "France, Italy and Great Britain have accepted the proposal.",
        "Burma and Ceylon have accepted the proposal.",
        "France, Italy and Spain have refused the request for coal.",
        "Poland and Hungary agree to the proposal.",
        "The Senate and the Cabinet have rejected the proposal.",
    ],
)
def test_the_words_of_a_claim_of_several_begin_with_the_first(says: str) -> None:
    [source] = plain_text.read(normalise(f"TELEGRAM No. 7\n\n5 July 1931\n\n{says}\n\nSHTYKOV\n"), "paper.txt")
    [claim] = extract(source).parts["claims"]
    assert len(claim.fields["claimant"]) > 1
    [words] = claim.fields["kind"][0].spans
    assert (
        source.quote(words).removeprefix("The ").startswith(says.removeprefix("The ").split(",")[0].split(" and ")[0])
    )


@pytest.mark.parametrize(
    "regrets",
    ["it is unable to agree to the request for steel", "it cannot accept the proposal", "it can not grant the loan"],
)
def test_what_a_body_regrets_that_it_cannot_do_is_refused_once(regrets: str) -> None:
    first = "the Embassy refuses the request for wheat.\n\nThe Embassy regrets that "
    found = claimants(note("British Embassy", "Ministry of War", f"{first}{regrets}."))
    assert found == [("British Embassy", "body")] * 2
