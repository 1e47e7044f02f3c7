"""What a paper requests, offers, promises, refuses, limits, orders, reports."""

from __future__ import annotations

import re

import pytest

from cablegraph.evidence import Rule
from cablegraph.extraction import claims
from cablegraph.record import Record, SourceText

HEAD = "Stalin\nMao\n"
RULE = Rule("test.party")


def read(text: str) -> list[Record]:
    source = SourceText(HEAD + text)
    parties = {
        "sender": [source.cite((0, 6), RULE, entity="person")],
        "addressee": [source.cite((7, 10), RULE, entity="person")],
    }
    record = Record("d", source).with_fields(**parties)
    return list(claims.extract(source, record, [(len(HEAD), len(source.text))]))


def facts(part: Record, *names: str) -> tuple[str, ...]:
    return tuple(part.text_of(name) for name in names)


SEED = (
    "2. As concerns arms for 60 divisions then I must say to you directly that to fulfill this application in the "
    "course "
    "of a single year is physically impossible. Our military specialists consider it impossible to give arms for more "
    "than 10 divisions in the course of 1951. The fulfillment of the application for 60 divisions is possible only in "
    "the course of 1951, '52, '53 and the first half of '54, i.e. in the course of three years."
)


def test_request_refusal_ceiling_and_offer_of_one_point_belong_together() -> None:
    request, refusal, ceiling, offer = read(SEED)
    assert facts(request, "kind", "claimant", "quantity", "unit", "topic") == (
        "request",
        "Mao",
        "60",
        "division-armament",
        "arms-supply",
    )
    assert facts(refusal, "kind", "claimant", "duration", "quantity") == ("refusal", "Stalin", "P1Y", "")
    assert facts(ceiling, "kind", "quantity", "bound", "period") == ("ceiling", "10", "at-most", "1951")
    assert facts(offer, "kind", "quantity", "period", "duration") == ("offer", "60", "1951/1954-06", "P3Y")
    key = f"request-{request.text_of('start')}"
    assert [part.text_of("responds_to") for part in (refusal, ceiling, offer)] == [key, "", key]
    assert ceiling.text_of("on_authority_of") == "our military specialists"


def test_a_claim_cites_its_own_words() -> None:
    request, refusal, *_ = read(SEED)
    words = [
        part.source.quote(part.fields["quantity" if part is request else "duration"][0].spans[0])
        for part in (request, refusal)
    ]
    assert words == ["arms for 60 divisions", "in the course of a single year"]


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("We ask you to send 40 trucks.", "request", "Stalin"),
        ("Please send 40 trucks at once.", "request", "Stalin"),
        ("You ask us for 40 trucks.", "request", "Mao"),
        ("Your request for 40 trucks was studied.", "request", "Mao"),
        ("We can send you 40 trucks.", "offer", "Stalin"),
        ("We shall deliver 40 trucks by 1 July.", "promise", "Stalin"),
        ("40 trucks will be sent to you.", "promise", "Stalin"),
        ("We cannot send 40 trucks.", "refusal", "Stalin"),
        ("We are unable to fulfil your request.", "refusal", "Stalin"),
        ("We can give no more than 40 trucks.", "ceiling", "Stalin"),
        ("We agree to your proposal.", "acceptance", "Stalin"),
        ("Our promise has already been kept.", "fulfilment", "Stalin"),
        ("You are instructed to leave at once.", "order", "Stalin"),
        ("I must warn you that there are no wagons.", "warning", "Stalin"),
        ("We have received 40 trucks.", "report", "Stalin"),
        ("Kim Il Sung asks us for 40 trucks.", "request", "Kim Il Sung"),
        ("Мы просим направить 40 танков.", "request", "Stalin"),
    ],
)
def test_families_of_phrasings_give_kind_and_claimant(text: str, kind: str, claimant: str) -> None:
    assert [facts(part, "kind", "claimant") for part in read(text)] == [(kind, claimant)]


@pytest.mark.parametrize(
    "text",
    [
        "It is possible that the matter of an armistice will move forward.",
        "Such is the final opinion of our specialists.",
        "If we could send 40 trucks, we would tell you.",
        "I will communicate about all this in more detail in a separate telegram.",
        "Have you received 40 trucks?",
        "Two clerks arrived by train.",
    ],
)
def test_opinions_conditions_and_small_news_are_no_claims(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "claimant", "quantity"),
    [
        ("The Syrian government asked whether Hungary could accept 25 students.", "request", "Syrian government", "25"),
        ("Baron Ito inquired if the fleet might take coal at Kiel.", "request", "Ito", ""),
        ("Mr. Dean came round yesterday and asked that we put off the vote.", "request", "Dean", ""),
        ("The Poles would like the Czech side to reduce the price.", "request", "the Poles", ""),
        ("The Mongol comrades lack parts. They want us to mend 30 cars.", "request", "the Mongol comrades", "30"),
        ("The Cubans are asking for 40 engineers.", "request", "the Cubans", "40"),
        ("President Nkrumah renewed his request for 5 million pounds.", "request", "President Nkrumah", "5000000"),
        ("You might enquire whether the traders may take 2,000 mules.", "request", "Stalin", "2000"),
        ("The Ministry of Trade proposes to give us 4,000 tons.", "offer", "Ministry of Trade", "4000"),
        ("The Hungarian side proposes 12 million rubles of credit.", "offer", "Hungarian side", "12000000"),
        ("The Indian side declared itself ready to supply 5,000 tons of jute.", "offer", "Indian side", "5000"),
        ("We can spare half of that.", "offer", "Stalin", ""),
        ("Marshal Zhukov explained that only twenty guns can be spared.", "ceiling", "Zhukov", "20"),
        ("Minister Lall said that no more than 300 workers could be received.", "ceiling", "Minister Lall", "300"),
        ("I cannot be away for more than sixteen days.", "ceiling", "Stalin", "16"),
        ("Our people will not take part in talks.", "refusal", "Stalin", ""),
        ("We do not give a single one.", "refusal", "Stalin", ""),
        ("The offer of the Czech side was not accepted.", "refusal", "Stalin", ""),
        ("I replied that we would examine the proposal.", "promise", "Stalin", ""),
        ("Minister Lall told me that he would look into the matter.", "promise", "Minister Lall", ""),
        ("The Ministry of Transport is to examine the matter.", "order", "Stalin", ""),
        ("He leaves with his pilots, of whom 61 have signed contracts.", "report", "Stalin", "61"),
    ],
)  # fmt: skip
def test_what_is_asked_offered_and_refused_in_other_words(text: str, kind: str, claimant: str, quantity: str) -> None:
    *_, last = read(text)
    assert facts(last, "kind", "claimant", "quantity") == (kind, claimant, quantity)


@pytest.mark.parametrize(
    "text",
    [
        "Nasser asked me whether the Soviet Union would attack Turkey.",
        "I asked him whether he had seen the paper.",
        "Comrade Hoxha asked what the Soviet side could give.",
        "The doctor ordered him to rest.",
        "We would like to remind you of the meeting.",
        "Please accept, Mr. Minister, my best wishes.",
        "They want us to hand over four ships.",
    ],
)
def test_questions_courtesies_and_the_wishes_of_nobody_named_are_no_claims(text: str) -> None:
    assert read(text) == []


def test_one_sentence_holds_an_offer_and_its_ceiling() -> None:
    ceiling, offer = read("Mr. Axen replied that 60 places could be offered this year, and no more than 90 in 1975.")
    assert facts(offer, "kind", "claimant", "quantity") == ("offer", "Axen", "60")
    assert facts(ceiling, "kind", "claimant", "quantity", "unit") == ("ceiling", "Axen", "90", "place")


def test_a_number_alone_counts_what_was_counted_before() -> None:
    *_, acceptance = read("As for the 14 locomotives, we saw the list. We accept 9.")
    assert facts(acceptance, "kind", "quantity", "unit") == ("acceptance", "9", "locomotive")


def test_a_number_alone_counts_what_the_same_sentence_counted() -> None:
    assert [claim.text_of("quantity") for claim in read("Of the 14 locomotives in your list, we accept 9.")] == ["9"]
    assert [claim.text_of("quantity") for claim in read("40,000 men are here. The consul asked for 90,000.")] == [
        "40000",
        "90000",
    ]


def test_several_amounts_of_one_request_are_several_claims() -> None:
    found = [facts(part, "kind", "quantity", "unit") for part in read("We ask you to send 500 rifles and 20 tanks.")]
    assert found == [("request", "500", "rifle"), ("request", "20", "tank")]


def test_what_others_order_is_their_claim() -> None:
    [order] = read("Marshal Malinovsky ordered Pliev to wait.")
    assert facts(order, "kind", "claimant") == ("order", "Malinovsky")


def test_he_is_the_person_named_last_on_the_line() -> None:
    text = "I met Kim Il Sung. He asked for 40 trucks."
    source = SourceText(HEAD + text)
    record = Record("d", source).with_fields(
        sender=[source.cite((0, 6), RULE, entity="person")],
        mentions=[source.cite((17, 28), RULE, entity="person")],
    )
    [request] = claims.extract(source, record, [(len(HEAD), len(source.text))])
    assert facts(request, "kind", "claimant", "quantity") == ("request", "Kim Il Sung", "40")
    assert request.fields["claimant"][0].basis == "inferred"


@pytest.mark.parametrize(
    ("text", "kind", "quantity"),
    [
        ("We request 364 trucks.", "request", "364"),
        ("We ask in addition for twelve doctors.", "request", "12"),
        ("You are asked to reply by the 15th.", "request", ""),
        ("We should be grateful if the ship could call here.", "request", ""),
        ("The road is closed, therefore request instructions.", "request", ""),
        ("300 tons are urgently needed.", "request", "300"),
        ("The Egyptians would like to receive 100 tanks.", "request", "100"),
        ("The Embassy requests three radio operators.", "request", "3"),
        ("Israel had asked Washington for 100 missiles.", "request", "100"),
        ("It is impossible to satisfy the request for tractors.", "refusal", ""),
        ("Spain is not in a position to sign the treaty.", "refusal", ""),
        ("Poland cannot supply more than 3 million tons.", "ceiling", "3000000"),
        ("The price may not exceed 7 dollars.", "ceiling", "7"),
        ("We propose to send 480 instructors.", "offer", "480"),
        ("We shall take 15 thousand sheep.", "promise", "15000"),
        ("Comrade Hoxha promised that the ship would be released.", "promise", ""),
        ("It has been agreed that 50 houses be built.", "acceptance", "50"),
        ("Comrade Hoxha agreed to this proposal.", "acceptance", ""),
        ("General Bata is ordered to inspect the garrisons.", "order", ""),
        ("Send 300 rifles to the station.", "order", "300"),
        ("In the village 450 families have joined.", "report", "450"),
    ],
)
def test_one_claim_of_one_kind_is_read(text: str, kind: str, quantity: str) -> None:
    [claim] = read(text)
    assert facts(claim, "kind", "quantity") == (kind, quantity)


def test_they_are_the_body_that_claimed_before_on_the_line() -> None:
    request, offer = read("Korea needs 10 boats. In payment they can supply 9 tons of gold.")
    assert facts(offer, "kind", "claimant", "quantity") == ("offer", "Korea", "9")
    assert read("The note is long. They can supply 9 tons of gold.") == []
    assert request.text_of("claimant") == "Korea"


def test_in_minutes_we_are_who_speaks() -> None:
    source = SourceText("Minutes\nAidit: We ask for 300 rifles.\nNote: We ask for 20 rifles.")
    record = Record("d", source).with_fields(participant=[source.cite((8, 13), RULE, entity="person")])
    [claim] = claims.extract(source, record, [(8, len(source.text))])
    assert facts(claim, "claimant", "quantity") == ("Aidit", "300")


@pytest.mark.parametrize(
    ("text", "kind", "claimant"),
    [
        ("I have instructed Mr. Hope to call.", "order", "Stalin"),
        ("Comrade Kadar refused to discuss figures.", "refusal", "Kadar"),
        ("GOP requests that observers be sent.", "request", "GOP"),
        ("The Embassy of Peru rejected the note.", "refusal", "Embassy of Peru"),
        ("Yesterday the minister refused to extend the date.", "refusal", "minister"),
        ("I beg the Department to speak to him.", "request", "Stalin"),
        ("Department would appreciate an early reply.", "request", "the Department"),
        ("The Treasury has no objection to this.", "acceptance", "Treasury"),
        ("You must not sign the paper.", "order", "Stalin"),
        ("We should like to be informed of this.", "request", "Stalin"),
    ],
)
def test_whose_claim_it_is(text: str, kind: str, claimant: str) -> None:
    [claim] = read(text)
    assert facts(claim, "kind", "claimant") == (kind, claimant)


@pytest.mark.parametrize(
    "text", ["Russian orders placed in America are many.", "Admiral Skerrett commands the fleet.", "You must be tired."]
)
def test_orders_placed_and_commands_held_are_no_orders(text: str) -> None:
    assert not [claim for claim in read(text) if claim.text_of("kind") == "order"]


def test_a_figure_is_claimed_once() -> None:
    [claim] = read("It is necessary to ship shoes, for which 500 tons can be supplied and are needed.")
    assert claim.text_of("quantity") == "500"


def test_what_is_said_to_be_or_asked_for_later_is_no_report() -> None:
    assert read("It is said that 400 men were arrested.") == []
    [report] = read("Romania has closed forty mines and would close more.")
    assert facts(report, "kind", "quantity", "unit") == ("report", "40", "mine")


def test_a_paper_without_known_sender_states_nothing() -> None:
    source = SourceText("We ask you to send 40 trucks.")
    assert claims.extract(source, Record("d", source), [(0, len(source.text))]) == ()


def test_a_date_of_the_answered_paper_is_no_period() -> None:
    [request] = read("Your request of 21 June 1951 for 40 trucks was studied.") or [None]
    assert request is None or request.text_of("period") == ""


@pytest.mark.parametrize(
    ("text", "kind", "claimant", "quantity"),
    [
        ("我们要求苏方提供三十架飞机。", "request", "Stalin", "30"),
        ("我们不能提供更多的武器。", "refusal", "Stalin", ""),
        ("我们将提供二百五十辆卡车。", "promise", "Stalin", "250"),
        ("苏联政府决定给予中国三亿美元贷款。", "promise", "苏联政府", "300000000"),
        ("Мы не можем направить вам 40 самолетов.", "refusal", "Stalin", "40"),
        ("Мы направили вам 60 дивизий.", "report", "Stalin", "60"),
    ],
)
def test_claims_in_chinese_and_russian_carry_their_amounts(text: str, kind: str, claimant: str, quantity: str) -> None:
    [claim] = read(text)
    assert facts(claim, "kind", "claimant", "quantity") == (kind, claimant, quantity)


@pytest.mark.parametrize(
    ("sentence", "words", "layer"),
    [
        ("We ask you to send 40 cranes [illegible].", "We ask you to send 40 cranes", "transcript"),
        ("We ask you to send 40 cranes [illegible] now.", "We ask you to send 40 cranes [illegible] now", "editorial"),
        ("We ask for artillery [....].", "We ask for artillery", "transcript"),
        ("I promise to deliver 70 tons of rice [sic].", "I promise to deliver 70 tons of rice", "transcript"),
        ("We ask you to send [illegible] 40 cranes.", "We ask you to send [illegible] 40 cranes", "editorial"),
        ("We ask you to send 40 [harbour] cranes [sic].", "We ask you to send 40 [harbour] cranes", "editorial"),
    ],
)
def test_an_editors_mark_beside_a_claim_makes_its_words_none_of_the_editors(
    sentence: str, words: str, layer: str
) -> None:
    text = HEAD + sentence
    brackets = [match.span() for match in re.finditer(r"\[[^\]]*\]", text)]
    source = SourceText(text, layers=tuple((start, end, "editorial") for start, end in brackets))
    parties = {"sender": [source.cite((0, 6), RULE, entity="person")]}
    [claim] = claims.extract(source, Record("d", source).with_fields(**parties), [(len(HEAD), len(text))])
    [kind] = claim.fields["kind"]
    assert [text[start:end] for start, end in kind.spans] == [words]
    assert kind.layer == layer
