"""Claims in the manner of despatches: asked whether, forbidden, ordered on a day, protested, given notice of."""

from __future__ import annotations

import pytest

from cablegraph.evidence import Rule
from cablegraph.extraction import claims, mentions
from cablegraph.record import Record, SourceText

HEAD = "Harlow\nFish\nMay 4, 1891\n"
RULE = Rule("test.party")


def said(text: str, head: str = HEAD) -> list[tuple[str, str]]:
    source = SourceText(head + text)
    record = Record("d", source).with_fields(
        sender=[source.cite((0, 6), RULE, entity="person")],
        addressee=[source.cite((7, 11), RULE, entity="person")],
        date=[source.cite((12, len(head) - 1), RULE, f"{head[-5:-1]}-05-04")],
    )
    body = [(len(head), len(source.text))]
    record = record.with_fields(mentions=mentions.extract(source, body))
    found = claims.extract(source, record, body)
    return [(one.text_of("kind"), one.text_of("claimant")) for one in found]


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("I asked him whether his Government would not reconsider the fine.", "request", "Harlow"),
        ("The Minister asked me whether the expedition might pass the canal.", "request", "Minister"),
        ("The Minister wondered whether a loan might be considered.", "request", "Minister"),
        ("The Minister inquired whether a second ship could be made ready.", "request", "Minister"),
        ("I asked if it would be possible for the trial to be put off.", "request", "Harlow"),
        ("The Minister suggested that the President receive the students.", "request", "Minister"),
        ("I have suggested that the company pay one-half.", "request", "Harlow"),
        ("The Viceroy Yuan has prohibited meetings at Tientsin.", "order", "the Viceroy Yuan"),
        ("The commissioners have for the present forbidden the landing of any.", "order", "the commissioners"),
        ("The Governor forbade all sale of powder.", "order", "Governor"),
        ("The grand vizier sent an order by telegraph to the vali to protect them.", "order", "grand vizier"),
        ("General Barrios has given orders that no foreigner be enlisted.", "order", "Barrios"),
        ("The consul at Hamilton was instructed on the 20th of June to furnish a list.", "order", "Harlow"),
        ("The Admiral gave notice to the masters that he would take their papers.", "warning", "Admiral"),
        ("The British Minister has protested against the figure for cattle.", "refusal", "British Minister"),
        ("Chinese millers at Shanghai have protested to Soong against this.", "refusal", "Chinese millers"),
        ("German chargé at La Guaira refuses to come to shore.", "refusal", "German chargé"),
        ("The companies have refused to submit tenders.", "refusal", "the companies"),
        ("The Minister promises, besides, that the Porte will pay.", "promise", "Minister"),
        ("I gave notice that I would take away their papers.", "warning", "Harlow"),
        ("I agree with your view.", "acceptance", "Harlow"),
        ("The banks had agreed in Luxembourg to postpone the payment until June.", "acceptance", "the banks"),
        ("Captain Rose begged to be excused.", "refusal", "Captain Rose"),
        ("The President must therefore decline the proposal.", "refusal", "President"),
        ("I can not carry it out.", "refusal", "Harlow"),
        ("The Department could not sponsor it.", "refusal", "the Department"),
        ("Cable names of masters who decline to sign.", "order", "Harlow"),
        ("Repeat last sentence.", "order", "Harlow"),
        ("Print nothing about the negotiations.", "order", "Harlow"),
        ("I have directed our minister at Paris, Mr. Morton, to make known our hope.", "order", "Harlow"),
        ("Mr. Ala, the representative in New York, has been instructed not to accept it.", "order", "Harlow"),
        ("I recommend favorable action.", "request", "Harlow"),
        ("We agree with him.", "acceptance", "Harlow"),
        ("The Koreans have laid 38 mines out of the 150 which they were given.", "fulfilment", "the Koreans"),
        ("We have received 92,000 tons of the 250,000 tons laid down.", "fulfilment", "Harlow"),
    ],
)
def test_despatches_say_it(text: str, kind: str, claimant: str) -> None:
    assert (kind, claimant) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Minister asked whether the fleet would come by way of Malta.",
        "The Minister asked me whether the debts would be discussed.",
        "I asked whether it could be true.",
        "The Minister asked if I knew what might follow.",
        "The Governor has given no orders to the guard.",
        "The sale was forbidden by the governor.",
        "Reply to your telegram of the 29th in separate telegram.",
        "The Minister thought that three were too many.",
        "The report is in print, and a dozen copies shall be sent to you.",
        "The ships, of which two are in harbor, will be sold.",
        "A note on the treaties, together with six maps, will be handed over by the envoy.",
        "The Minister replied that he would give me a written statement.",
        "The Minister said that he would send me a list.",
        "He replied that he would furnish me the text.",
        "The Consul promised me that he would send me a copy.",
        "The Minister said that he would hand me a note.",
        "It should be told, orally, that this Government can take no part in it.",
        "The Minister should be told that we will accept no mediation.",
        "He may be told that we will give nothing.",
        "The envoy must be assured that we would send forty guns.",
        "They should be informed that the President will hear nothing.",
        "The Department would see it with pleasure.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert said(text) == []


def test_what_is_suggested_since_1945_is_proposed() -> None:
    assert said("I suggested that the second round be held here.", "Harlow\nFish\nMay 4, 1971\n") == [
        ("offer", "Harlow")
    ]


def test_what_a_body_decides_to_give_is_promised() -> None:
    assert said("1. To grant the Front 500 rifles free of charge.") == [("promise", "Harlow")]


def test_what_is_to_be_offered_or_asked_about_is_no_offer() -> None:
    assert "offer" not in {kind for kind, _ in said("Please ask the Red Cross whether 10,000 sets can be sent.")}
    assert said("I have suggested that Mr. Peters offer one-half.") == [("request", "Harlow")]


def test_the_next_verb_has_amounts_of_its_own() -> None:
    assert said("He will be paid five dollars, and more than 10,000 dollars will be wanted.") == [("promise", "Harlow")]


def test_how_many_did_it_at_most_is_told() -> None:
    found = said("Of 10,400 carcasses inspected not more than two per cent showed the parasite.")
    assert "ceiling" not in {kind for kind, _ in found}


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("To transfer 2,300 freight cars before this time limit is not possible.", "refusal", "Harlow"),
        ("To send 40 tons of rice this year is impossible.", "refusal", "Harlow"),
        ("2. To grant the credit of 3 million rubles is at present not possible.", "refusal", "Harlow"),
        ("To meet this request in full would be impossible.", "refusal", "Harlow"),
        ("To accept these terms is out of the question.", "refusal", "Harlow"),
        (
            "Mr. Cantilo's suggestion that the work be confined to four committees is acceptable.",
            "acceptance",
            "Harlow",
        ),
        ("Your proposal to meet at Lima is acceptable to us.", "acceptance", "Harlow"),
        ("The date is acceptable.", "acceptance", "Harlow"),
        ("The terms of the loan are quite acceptable.", "acceptance", "Harlow"),
        ("His draft of the note is agreeable to me.", "acceptance", "Harlow"),
        ("We have decided to provide without payment 250 trucks.", "promise", "Harlow"),
        ("China has decided to grant Romania a credit of 244 million dollars.", "promise", "China"),
        ("The Politburo decided to send 40 wagons of flour.", "promise", "Politburo"),
        ("I have decided to lend 30 trucks.", "promise", "Harlow"),
        ("The Government of Nepal had resolved to give 500 rifles.", "promise", "Government of Nepal"),
        ("I consider it necessary to deliver 40 tons of paper.", "opinion", "Harlow"),
        ("We would consider it expedient to wait until May.", "opinion", "Harlow"),
        ("In the opinion of the Soviet comrades the campaign will fail.", "opinion", "the Soviet comrades"),
        ("In the view of the Minister, the talks will fail.", "opinion", "Minister"),
        ("In the judgment of the Soviet specialists the line will hold.", "opinion", "the Soviet specialists"),
        ("It seems to us that mines should not be laid.", "opinion", "Harlow"),
        ("It appears to me that they are afraid.", "opinion", "Harlow"),
        ("But it seems to us that the bridge is lost.", "opinion", "Harlow"),
        ("The Chinese comrades consider it necessary to wait.", "opinion", "the Chinese comrades"),
    ],
)
def test_later_telegrams_say_it(text: str, kind: str, claimant: str) -> None:
    assert {(kind, claimant)} == set(said(text, "Harlow\nFish\nMay 4, 1958\n"))


def test_opinions_are_none_before_1945() -> None:
    assert said("It seems to us that mines should not be laid.") == []
