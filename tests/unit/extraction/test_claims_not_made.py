"""What looks like a claim and is none, and whose a claim is where several names stand beside it."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record, normalise


def claims(text: str) -> tuple[Record, ...]:
    paper = f"Letter, Pavel Horak to Sandor Veres\n5 May 1958\n\nDear Comrade Veres,\n\n{text}\n\nPavel Horak\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    return extract(source).parts.get("claims", ())


def read(text: str) -> list[tuple[str, str]]:
    return [(one.text_of("kind"), one.text_of("claimant")) for one in claims(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The situation in Laos demanded the attention of all.",
        "The money lent to Denmark is asking for trouble.",
        "Moscow's consent to the visit is awaited.",
    ],
)
def test_a_name_behind_a_preposition_asks_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The delegates of Nepal asked for 40 buses.", "delegates of Nepal"),
        ("In Geneva Dobrev asked for 40 buses.", "Dobrev"),
        ("In January Nepal asked for 40 buses.", "Nepal"),
        ("The mill at Varna needs 40 looms.", "mill at Varna"),
        ("The management of the Danube Yards asks for 40 buses.", "management of the Danube Yards"),
        ("Because of the fog in Geneva I request permission to wait.", "Pavel Horak"),
        ("The British Chargé d’Affaires requests that the note be returned.", "British Chargé d’Affaires"),
    ],
)
def test_the_whole_subject_is_who_asks(text: str, claimant: str) -> None:
    assert [one.removeprefix("the ") for _, one in read(text)] == [claimant]


@pytest.mark.parametrize(
    "text",
    [
        "The trucks can go on Monday, provided the Ministry of Trade has no objection.",
        "It has been supposed in Prague that Nepal had asked for buses.",
        "Dobrev spoke of the heat, nor was he asked for more.",
        "Dobrev asked for nothing.",
    ],
)
def test_what_is_supposed_denied_or_a_condition_is_no_claim(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dobrev agrees that the winter is long.",
        "Dobrev writes that you will leave soon.",
        "Do not be discouraged.",
        "The Danube Volunteer Fleet of the States was named on Monday.",
        "3. The cost is to be met from the credit of 1949.",
        "Dobrev is ready to leave for Paris.",
    ],
)
def test_words_in_another_sense_claim_nothing(text: str) -> None:
    assert read(text) == []


def test_who_is_ready_to_agree_accepts() -> None:
    assert read("Nepal is prepared to agree to the arbitration of the frontier.") == [("acceptance", "Nepal")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("60 tanks and 20 guns will be sent in May.", [("promise", "60"), ("promise", "20")]),
        ("Of the 60 beds in Varna 40 can be given to your sick.", [("offer", "40")]),
        ("Dobrev named 60 men, after which the plan can be given to your engineers.", [("report", "60")]),
        ("The plan in three languages will be sent on Monday.", []),
        ("Dobrev will buy grain to the extent of his means, at nine pounds a ton.", []),
        ("Please tell us what came of the order for 500 pumps.", [("request", "")]),
        ("As to the 840 fitters, Dobrev wrote at length.", []),
        ("The buses paid for on Monday were part of 700 buses.", []),
        ("Nepal needs between $300,000 and $400,000.", [("request", "300000")]),
        ("We ask for a quarter of a million tons of coal.", [("request", "250000")]),
    ],
)
def test_a_figure_belongs_to_the_claim_whose_verb_speaks_of_it(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)] == found


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Nepal, Burma and Ceylon have accepted this proposal.", ["Nepal", "Burma", "Ceylon"]),
        ("We spoke of Nepal and Burma. Ceylon has accepted this proposal.", ["Ceylon"]),
        ("Dobrev was here. I told him that Vasil Kolev was ill. He asked that the talk be put off.", ["Dobrev"]),
        ("The Foreign Office says that 40 houses can be built at once.", ["the Foreign Office"]),
        ("The Ministry of Trade gives assurances that 40 buses will be sent.", ["Ministry of Trade"]),
        ("Stevens has agreed to this.", ["Stevens"]),
        ("As a first measure the Red Cross authorizes you to draw up to 500 crowns.", ["the Red Cross"]),
    ],
)
def test_whose_a_claim_is_where_several_are_named(text: str, claimants: list[str]) -> None:
    [claim] = [one for one in claims(text) if one.text_of("kind") != "report"]
    assert [one.text for one in claim.fields["claimant"]] == claimants


def test_a_man_whose_name_ends_as_a_people_does_is_no_group() -> None:
    [claim] = claims("Mr. John Stevens came on Monday. Stevens refused to sign.")
    assert claim.fields["claimant"][0].entity == "person"


def test_they_are_not_the_people_where_others_are_named_beside() -> None:
    assert (
        read("There was a meeting of makers and owners with orders for the Polish government. They agreed to wait.")
        == []
    )
    assert read("Please inform the Polish government. The owners of the yards met. They agreed to wait.")[1:] == []


def test_they_are_not_the_government_where_others_are_named_between() -> None:
    told = "The Polish government asked for 40 buses. The owners of the yards met. They offered 30 buses."
    assert [one.text_of("quantity") for one in claims(told) if one.text_of("kind") == "offer"] == []


def test_what_a_telegram_carries_for_others_is_theirs() -> None:
    paper = (
        "File No. 861.51/9\nThe Minister in China (Reed) to the Secretary of State\n[Telegram]\n"
        "Peking, May 3, 1915, 6 p.m.\n12. For Barlow from Straight:\nPlease consult Stone. I ask for authority.\nReed\n"
    )
    [source] = frus_text.read(normalise(paper), "frus1915v01-d1.txt")
    assert {one.text_of("claimant") for one in extract(source).parts["claims"]} == {"Straight"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By rail 200 tons will be sent and 80 tons left behind.", [("promise", "200")]),
        ("The beams will be built with length 250 feet.", []),
        ("Many arrived yesterday on foot, of whom not over two hundred men.", []),
        ("The goods will be sent from two sources.", []),
        ("The yards are to pay ten millions of dollars to the bank.", [("order", "10000000")]),
        ("Dobrev inquired whether 500 tons of wheat were to be had.", []),
        ("We are ready to let you have 600 lamps.", [("offer", "600")]),
        ("I send a copy of a despatch, numbered 11, from Varna.", []),
    ],
)
def test_amounts_that_are_not_promised_or_reported(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "The Ambassador invited me to dinner.",
        "I beg leave to advise that the boat is small.",
        "The Embassy told Varna that we had consented to the sale of the boat.",
        "I request to be told in May whether my course is approved or not.",
    ],
)
def test_courtesies_and_what_others_say_of_us_are_no_claims_of_ours(text: str) -> None:
    assert [one for one in read(text) if one[0] != "request" or "request" not in text] == []


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Mr. Kolev came with Mr. Dobrev. Kolev and Dobrev refused to sign.", ["Kolev", "Dobrev"]),
        ("It was settled with the Danube Railway, and by Kolev who promised to pay.", ["Kolev"]),
    ],
)
def test_two_men_are_two_and_who_is_the_one_before_it(text: str, claimants: list[str]) -> None:
    *_, claim = claims(text)
    assert [one.text for one in claim.fields["claimant"]] == claimants


def test_the_time_of_a_part_is_not_that_of_the_whole() -> None:
    [claim, *_] = claims("The debt amounts to 900 crowns, of which 40 crowns are due in 1960.")
    assert (claim.text_of("quantity"), claim.text_of("period")) == ("900", "")


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The request for buses was refused by the Allied military council.", ["the Allied military council"]),
        ("The President and the Minister of Trade promised to pay.", ["President", "Minister of Trade"]),
    ],
)
def test_who_refuses_in_the_passive_and_two_offices(text: str, claimants: list[str]) -> None:
    [claim] = claims(text)
    assert [one.text for one in claim.fields["claimant"]] == claimants


@pytest.mark.parametrize(
    "opening",
    ["Following from Stevens:", "Your 9. From Stevens:", "Your 9. Stevens writes:", "War Board from Stevens:"],
)
def test_words_handed_on_are_theirs_who_wrote_them(opening: str) -> None:
    paper = (
        "File No. 861.51/9\nThe Consul at Harbin (Moser) to the Secretary of State\n[Telegram]\n"
        f"Harbin, May 3, 1918, 6 p.m.\n12. {opening} Please send 40 engines.\nMoser\n"
    )
    [source] = frus_text.read(normalise(paper), "frus1918v01-d2.txt")
    assert {one.text_of("claimant") for one in extract(source).parts["claims"]} == {"Stevens"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dobrev asks that you look into the risks concerning the 40 million crowns.", [("request", "")]),
        ("Please cable the advances made from 7,000 crowns.", [("request", "")]),
        ("Of the total of 900 tons nobody speaks.", []),
        ("The plan for 900 houses will be given further consideration.", []),
        ("The 900 tons mentioned in my letter were spoken of.", []),
        ("The memoranda numbered 980 and 981 have been read.", []),
        ("The yards sold 900 pair shoes.", [("report", "900")]),
        ("The 60 tractors that were asked for will be sent by rail.", [("promise", "60")]),
        ("Dobrev begs to inform you that 900 tons of grain were bought.", []),
    ],
)
def test_a_figure_that_is_only_spoken_of(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)] == found


def test_a_report_is_no_order_to_report() -> None:
    assert read("Report from Varna states that the bank is closed.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Of late 275 of the 375 engines were sent.", [("report", "275")]),
        ("Four millions have been sent to the bank.", []),
        ("I cannot agree with your conclusion on the bridge.", []),
        ("The bank proposes to make a public announcement.", []),
        ("It is the desire of all that he will be willing to undertake the work.", []),
    ],
)
def test_a_part_is_counted_and_not_its_whole_and_opinions_promise_nothing(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that we demanded the arrest of Kolev.",
        "It has been intimated here that Nepal is ready to withdraw her troops.",
        "Dobrev asked me whether the debts would be discussed with each bank.",
    ],
)
def test_what_is_denied_hinted_or_only_asked_about_is_no_claim(text: str) -> None:
    assert read(text) == []


def test_he_can_be_the_minister_who_acted_since_a_man_was_named() -> None:
    told = "Kolev said little. For the vehicles the Minister expressed his thanks. He warned that there would be rain."
    assert read(told) == [("warning", "Minister")]


@pytest.mark.parametrize(
    ("text", "kind", "quantity"),
    [
        ("Nepal requests that the vote be put off for three months.", "request", "3"),
        ("I ask that the decree numbered 712 be suspended for ninety days.", "request", "90"),
        ("Of the fifty advisers who still serve, we ask you to recall thirty-two by May.", "request", "32"),
        ("We saw 40 pilots. We had asked for 1,200 of the latter.", "request", "1200"),
        ("We shall give 70 guns. We will not be able to give more than 100.", "ceiling", "100"),
    ],
)
def test_the_amount_that_is_asked_for(text: str, kind: str, quantity: str) -> None:
    *_, claim = claims(text)
    assert (claim.text_of("kind"), claim.text_of("quantity")) == (kind, quantity)


@pytest.mark.parametrize("text", ["Please see also my letter.", "Nepal has objections to the sale of 800 tons."])
def test_references_and_objections_report_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Work begins on the day the Senate consents.",
        "We wait until Nepal agrees to the proposal.",
        "I am not going, nor have I asked Admiral Dewey for a ship.",
        "It is not the case that Nepal has asked us for guns.",
        "The minister denies that 4,000 dollars were paid to him.",
        "I had asked Mr. Dunn to sit in.",
        "The letter that you are to read has four pages.",
    ],
)
def test_what_is_awaited_denied_or_long_past_is_not_claimed(text: str) -> None:
    assert read(text) == []


def test_another_tells_what_was_asked_before() -> None:
    assert [kind for kind, _ in read("He said that Nepal had offered him a treaty.")] == ["offer"]


def test_a_denied_amount_is_no_second_one() -> None:
    [one] = claims("The sum lent was 5,500 pounds and not 4,500 pounds.")
    assert one.text_of("quantity") == "5500"


def test_a_number_behind_what_it_counts() -> None:
    [one] = claims("We ask for the return of our engineers at Zenica, eleven in number.")
    assert (one.text_of("quantity"), one.text_of("unit")) == ("11", "engineer")


@pytest.mark.parametrize(
    ("text", "kind", "bound"),
    [
        ("We consider it possible to release from the reserve not more than 3,000 tons.", "ceiling", "at-most"),
        ("The army in Nepal does not exceed 65,000 men.", "report", "at-most"),
        ("The fee shall in no case exceed 20 rupees.", "ceiling", "at-most"),
    ],
)
def test_a_limit_is_set_and_an_amount_is_told(text: str, kind: str, bound: str) -> None:
    [one] = claims(text)
    assert (one.text_of("kind"), one.text_of("bound")) == (kind, bound)


@pytest.mark.parametrize(
    "text",
    [
        "Admiral Jones wishes me to say that he is in accord with both.",
        "I should be glad to hear that you are well.",
        "We should be glad to have an opportunity of meeting him.",
        "I suggest your letter of May needs no answer.",
        "The minister insisted on the importance of unity.",
        "I could not accept less than a public apology.",
    ],
)
def test_messages_courtesies_and_opinions_are_not_claimed(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I should be glad to have your views on the treaty.",
        "I recommend that you speak to the minister.",
        "The minister insisted on the recall of the consul.",
    ],
)
def test_what_is_wanted_is_claimed(text: str) -> None:
    assert [kind for kind, _ in read(text)] == ["request"]


def test_an_audience_is_no_request() -> None:
    assert read("I sought an audience on Friday.") == []


def test_counted_powers_are_told_of_and_agree_to_nothing() -> None:
    assert read("The minister says that eight of the nine Powers agreed to a conference.") == [("report", "minister")]


def test_what_one_has_is_no_ceiling() -> None:
    assert "ceiling" not in [kind for kind, _ in read("Of trucks we ourselves have no more than 300 trucks.")]


def test_many_metres_are_goods() -> None:
    [one] = claims("I can promise 3 million metres for 1961.")
    assert (one.text_of("quantity"), one.text_of("unit")) == ("3000000", "metre")


@pytest.mark.parametrize(
    "text",
    [
        "I shall send you a separate letter on the frontier as soon as I can.",
        "We shall forward the draft of the trade agreement tomorrow.",
        "You will have the note tomorrow.",
        "Dobrev said that he would send the answer in writing.",
        "I will let you have a joint memorandum on the credit before the end of the week.",
        "We shall supply you with a list of the arms later.",
        "The draft contract for the lease will be handed over on Monday.",
        "A further report on the armistice will be delivered by the courier.",
    ],
)
def test_a_paper_that_is_to_follow_is_announced_and_not_promised(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dobrev asked me to call on 16 June.",
        "Dobrev has asked us to dine on Friday.",
        "Dobrev urges me to go to Hanoi.",
        "I brought the message which Dobrev had asked me to pass on.",
        "Dobrev asks for more, not for less.",
        "We ask for nothing that is not ours.",
        "Dobrev was asking for no advice.",
    ],
)
def test_a_visit_or_nothing_at_all_is_no_request(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Attack on our gate at three in the morning was driven off.",
        "Report on the speech follows by bag.",
        "Offer of the Danube Yards has been withdrawn.",
        "Reply to your note will be late.",
    ],
)
def test_a_noun_that_opens_is_no_order(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("I am told that no more than 120 persons were killed.", "120"),
        ("Nepal has in the whole of the east no more than 3,500 men.", "3500"),
        ("Tamasese not above 700 at Lufilufi.", None),
        ("There are not over 40 trucks in the town.", "40"),
    ],
)
def test_what_there_is_at_most_is_told_and_no_ceiling(text: str, amount: str | None) -> None:
    found = {(one.text_of("kind"), one.text_of("quantity")) for one in claims(text)}
    assert found <= {("report", amount)}


@pytest.mark.parametrize("text", ["We can give no more than 40 trucks.", "We shall take not more than 40 engineers."])
def test_what_can_be_given_at_most_stays_a_ceiling(text: str) -> None:
    assert [kind for kind, _ in read(text)] == ["ceiling"]
