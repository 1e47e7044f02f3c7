"""Who writes to whom: titles, headings, signatures, personas, relays, offices, and messages inside messages."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from cablegraph import readers
from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text, wilson_center
from cablegraph.record import Record

TOP = Path(__file__).parents[3]
TAIL = "\nAuthor(s):\nAssociated Places\nThe History and Public Policy Program welcomes reuse of Digital Archive materials."
BODY = "\nThe bridge has been repaired, and the men who did it have had two days of rest.\n"


def page(title: str, body: str, date: str = "June 24, 1951") -> Record:
    [source] = wilson_center.read(f"{date}\n{title}\n{body}{TAIL}", "page.txt")
    return extract(source)


def plain(text: str) -> Record:
    [source] = plain_text.read(text, "paper.txt")
    return extract(source)


def frus(text: str) -> Record:
    [source] = frus_text.read(text, "frus1918v01-d1.txt")
    return extract(source)


def texts(record: Record, name: str) -> list[str]:
    return list(
        dict.fromkeys(passage.text for passage in record.fields.get(name, ()) if float(passage.certainty) >= 0.7)
    )


FIELDS = {
    "cg:sentOn": "date", "rico:hasDocumentaryFormType": "form", "cg:telegramNumber": "number", "rico:title": "title", "rico:hasSender": "sender",
    "cg:relayedBy": "relay", "rico:hasAddressee": "addressee", "cg:sentTo": "destination", "rico:hasReceiver": "receiver",
    "cg:signedAs": "signature", "cg:sentFrom": "origin", "cg:registerNumber": "register_number", "rico:scopeAndContent": "summary",
    "rico:conditionsOfUse": "rights",
}  # fmt: skip


def acceptance() -> list[dict[str, str]]:
    path = TOP / "tests" / "data" / "seed-3777-edges.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["subject"] == "doc:wilson-ct3777" and row["predicate"] in FIELDS]


@pytest.mark.parametrize("row", acceptance(), ids=lambda row: f"{row['predicate']} {row['start']}")
def test_every_heading_fact_of_the_seed_has_its_words_and_layer(row: dict[str, str]) -> None:
    [source] = readers.read(TOP / "examples" / "wilson" / "wilson-ct3777.txt", "wilson-ct3777.txt")
    passages = extract(source).fields[FIELDS[row["predicate"]]]
    start, end = int(row["start"]), int(row["end"])
    hits = [one for one in passages if any(first < end and start < last for first, last in one.spans)]
    assert [one.layer for one in hits] == [row["layer"]]
    key = row["object"].strip('"').rpartition(":")[2]
    assert key.lower() in hits[0].text.lower() or hits[0].text.lower() in key.replace("-", " ")
    assert (float(hits[0].certainty) < 0.7) == (row["asserted"] == "no")


def test_the_seed_names_four_people_in_its_heading_and_no_title() -> None:
    [source] = readers.read(TOP / "examples" / "wilson" / "wilson-ct3777.txt", "wilson-ct3777.txt")
    record = extract(source)
    named = {p.text for name in ("sender", "relay", "receiver", "addressee") for p in record.fields[name]}
    assert named == {"Stalin", "Krasovsky", "Mao Zedong"}
    [persona] = record.parts["personas"]
    name = persona.first("name")
    assert name is not None
    assert (persona.text_of("bearer"), name.text, name.layer) == ("Stalin", "Filippov", "editorial")


@pytest.mark.parametrize(
    ("title", "sender", "addressee", "relay"),
    [
        ("Ciphered telegram, Filippov [Stalin] to Zhou Enlai or Mao Zedong (via Roshchin)", "Stalin", "Zhou Enlai|Mao Zedong", "Roshchin"),
        ("Telegram from Soviet Ambassador to Cuba A.I. Alekseev to USSR Foreign Ministry", "A.I. Alekseev", "USSR Foreign Ministry", ""),
        ("Telegram from Polish Embassy in Moscow (Jaszczuk), 30 October 1962", "Jaszczuk", "", ""),
        ("Telegram, Zhou Enlai to Mao Zedong, Liu Shaoqi and the Central Committee, Concerning the Talks", "Zhou Enlai",
         "Mao Zedong|Liu Shaoqi|Central Committee", ""),
        ("Letter from Filipov (Stalin) to Soviet Ambassador in Prague, conveying message to CSSR leader Klement Gottwald", "Stalin",
         "Klement Gottwald", "Soviet Ambassador in Prague"),
        ("Telegram from Shtykov to Vyshinsky and Stalin", "Shtykov", "Vyshinsky|Stalin", ""),
        ("Letter of Pak Chang-ok, via Shtykov and Vyshinsky, to Stalin", "Pak Chang-ok", "Stalin", "Shtykov|Vyshinsky"),
        ("Report, Kotov to the Second Main Directorate", "Kotov", "Second Main Directorate", ""),
    ],
)  # fmt: skip
def test_parties_come_from_the_title_where_the_page_lost_its_short_lines(
    title: str, sender: str, addressee: str, relay: str
) -> None:
    record = page(title, BODY)
    for name, expected in (("sender", sender), ("addressee", addressee), ("relay", relay)):
        assert "|".join(texts(record, name)) == expected, name


@pytest.mark.parametrize(
    ("lines", "receiver", "relay", "addressee", "destination"),
    [
        ("BEIJING - Comrade KRASOVSKY\nFor Comrade MAO ZEDONG", "Krasovsky", "Krasovsky", "Mao Zedong", "Beijing"),
        ("PYONGYANG, to SHTYKOV\nFor Comrade KIM IL SUNG", "Shtykov", "Shtykov", "Kim Il Sung", "Pyongyang"),
        ("To KRASOVSKY, for transmission to Comrade MAO ZEDONG.", "Krasovsky", "Krasovsky", "Mao Zedong", ""),
        ("To: PEKING\nTo: SOVIET AMBASSADOR\nDeliver at once to Mao Zedong:", "Soviet Ambassador", "Soviet Ambassador", "Mao Zedong", "Peking"),
        ("From: Moscow\nTo: Comrade Stalin (through Shtykov and Vyshinsky)", "", "Shtykov|Vyshinsky", "Stalin", ""),
        ("To Comrade Shtykov, for Comrade Vyshinsky, for Comrade STALIN", "Shtykov", "Vyshinsky|Shtykov", "Stalin", ""),
        ("To: Comrade Peter Hinze, Berlin", "", "", "Peter Hinze", "Berlin"),
        ("To all embassies and consulates", "", "", "all embassies and consulates", ""),
    ],
)  # fmt: skip
def test_receiver_relay_and_addressee_are_three(
    lines: str, receiver: str, relay: str, addressee: str, destination: str
) -> None:
    record = plain(f"TELEGRAM No. 5\n{lines}{BODY}GROMYKO\n")
    expected = {"receiver": receiver, "relay": relay, "addressee": addressee, "destination": destination}
    assert {name: "|".join(texts(record, name)) for name in expected} == expected


@pytest.mark.parametrize(
    ("ending", "signed"),
    [
        ("S H T Y K O V\n", "Shtykov"), ("FILIPPOV [Stalin]\n24 June 1951\nNo. 635177\n", "Filippov"), ("28.X.62 ALEKSEEV\n", "Alekseev"),
        ("Signed: N. Popa\n", "N. Popa"), ("T. Mbeki-Andersen, Chargé d'affaires\n", "T. Mbeki-Andersen"),
        ("With socialist greetings\nGerlach\n", "Gerlach"), ("[signature]\nFerenc Szabó\nambassador\n", "Ferenc Szabó"),
        ("VYSHINSKY\nCopies: Stalin, Molotov\n", "Vyshinsky"), ("毛泽东\n", "毛泽东"), ("Please reply.\n", ""),
    ],
)  # fmt: skip
def test_a_signature_is_read_without_its_surroundings(ending: str, signed: str) -> None:
    assert "|".join(texts(plain(f"TELEGRAM No. 5\n{BODY}{ending}"), "signature")) == signed


def test_a_cover_name_nobody_explains_stays_a_cover_name() -> None:
    record = page("Telegram to Mao Zedong", f"To Comrade MAO ZEDONG{BODY}FILIPPOV")
    assert texts(record, "signature") == texts(record, "sender") == ["Filippov"]
    assert "personas" not in record.parts


def test_a_bare_cover_name_is_no_evidence_for_its_bearer() -> None:
    record = page("Ciphered telegram, Filippov [Stalin] to Mao Zedong", f"{BODY}FILIPPOV")
    assert [passage.layer for passage in record.fields["sender"]] == ["catalogue"]


def test_title_and_heading_that_disagree_are_both_kept_and_told() -> None:
    record = page(
        "Ciphered Telegram No. 2950, Kim Il Sung to Razuvaev",
        f"CIPHERED TELEGRAM No. 3950\nPYONGYANG. To Comrade STALIN.{BODY}KIM IL SUNG",
    )
    assert texts(record, "number") == ["2950", "3950"]
    assert texts(record, "addressee") == ["Razuvaev", "Stalin"]
    assert any("different numbers" in warning for warning in record.warnings)


def test_a_misspelt_surname_is_one_party() -> None:
    record = page(
        "Telegram, Shtykov to Vyshinskyy",
        f"From Pyongyang Received 24.III.50\nTo VYSHINSKY.{BODY}S H T Y K O V",
        "March 24, 1950",
    )
    assert texts(record, "origin") == ["Pyongyang"]
    assert texts(record, "date_received") == ["1950-03-24"]
    assert texts(record, "sender") == ["Shtykov"]


def test_copies_are_neither_addressees_nor_signatures() -> None:
    record = page(
        "Telegram, Vyshinsky to Roshchin", f"{BODY}VYSHINSKY\nCopies sent to:\nStalin\nMolotov\n10th Department"
    )
    assert texts(record, "copied_to") == ["Stalin", "Molotov", "10th Department"]
    assert texts(record, "sender") == ["Vyshinsky"]


def test_participants_of_a_conversation_are_read_by_their_holders_names() -> None:
    title = "The Chancellor's [Helmut Kohl's] Conversation with the President of Ukraine, Leonid Kuchma, in Madrid on 8 July 1997"
    record = page(title, BODY, "July 30, 1997")
    assert texts(record, "participant") == ["Helmut Kohl", "Leonid Kuchma"]
    assert texts(record, "date") == ["1997-07-30"]


@pytest.mark.parametrize(
    ("head", "sender", "addressee"),
    [
        ("The Ambassador in Russia (Francis) to the Secretary of State", "Francis", "Secretary of State"),
        ("The Secretary of State to the Ambassador on Special Mission to Russia (Root)", "Secretary of State", "Root"),
        ("The Minister to the Netherlands (Garrett) to the Secretary of State", "Garrett", "Secretary of State"),
        ("The Ambassador in Great Britain (Page) to the Acting Secretary of State", "Page", "Acting Secretary of State"),
        ("The Diplomatic Agent and Consul General at Tangier (Blake) to the Secretary of State", "Blake", "Secretary of State"),
        ("Mr. Adams to Mr. Seward.", "Adams", "Seward"),
        ("Mr. F. W. Seward, Acting Secretary, to Mr. Pike.", "F. W. Seward", "Pike"),
        ("Messrs. Reid and Day to Mr. Hay.", "Reid|Day", "Hay"),
        ("The Secretary of State to All Diplomatic and Consular Officers", "Secretary of State", "All Diplomatic and Consular Officers"),
        ("The British Embassy to the Department of State", "British Embassy", "Department of State"),
        ("Mr. Burlingame to His Imperial Highness Prince Kung", "Burlingame", "Kung"),
    ],
)  # fmt: skip
def test_heads_of_the_series_give_both_parties(head: str, sender: str, addressee: str) -> None:
    record = frus(f"{head}\n[Telegram]\nParis, May 5, 1900, 4 p.m.\n12. The consul has been told of it.\n")
    assert ("|".join(texts(record, "sender")), "|".join(texts(record, "addressee"))) == (sender, addressee)
    assert (texts(record, "number"), texts(record, "origin"), texts(record, "date")) == (
        ["12"],
        ["Paris"],
        ["1900-05-05"],
    )


def test_an_office_keeps_its_name_and_its_holder_is_told_by_the_signature() -> None:
    record = frus(
        "The Secretary of State to the Minister in China (Reinsch)\nWashington, June 19, 1918.\n5. Release it.\nLansing\n"
    )
    posts = {(part.text_of("holder"), part.text_of("position")) for part in record.parts["positions"]}
    assert posts == {("Lansing", "Secretary of State"), ("Reinsch", "Minister in China")}
    assert [passage.entity for passage in record.fields["sender"]] == ["position"]


def test_a_despatch_of_1864_is_read_with_its_fuller_names() -> None:
    record = frus(
        "Mr. Adams to Mr. Seward.\n[Extract.]\nNo. 683.]\nLEGATION OF THE UNITED STATES, London, May 5, 1864.\n[Received May 19.]\n"
        "Sir: I have the honor to report.\nI have the honor to be, sir, your obedient servant,\nCHARLES FRANCIS ADAMS.\n"
        "Hon. William H. Seward,\nSecretary of State, Washington, D. C.\n"
    )
    assert texts(record, "sender") == ["Charles Francis Adams"]
    assert texts(record, "addressee") == ["William H. Seward"]
    assert texts(record, "form") == ["despatch"]
    assert texts(record, "date_received") == ["1864-05-19"]


@pytest.mark.parametrize(
    "lead",
    [
        "187. For Crosby [from Rathbone]:\n",
        "187. For Crosby, Treasury, from Rathbone: ",
    ],
)
def test_what_the_department_sends_a_post_for_another_is_a_message_inside_that_the_post_passes_on(lead: str) -> None:
    record = frus(
        "The Acting Secretary of State to the Ambassador in France (Sharp)\n[Telegram]\nWashington, January 8, 1919, 6 p.m.\n"
        f"{lead}Treasury will not release the notes. The ships sailed on Monday.\nPolk\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(record, "addressee"), texts(inner, "addressee"), texts(inner, "relay")) == (
        ["Sharp"], ["Crosby"], ["Sharp"],
    )  # fmt: skip


def test_what_a_post_sends_home_for_another_is_a_message_inside_its_telegram() -> None:
    record = frus(
        "The Ambassador in France (Sharp) to the Acting Secretary of State\n[Telegram]\nParis, January 8, 1919, 6 p.m.\n"
        "187. For Rathbone [from Crosby]:\nThe banks will not release the notes.\nSharp\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(inner, "sender"), texts(inner, "addressee")) == (["Crosby"], ["Rathbone"])
    assert texts(record, "addressee") == ["Acting Secretary of State"]


def test_quoted_messages_are_read_three_deep() -> None:
    record = page(
        "Ciphered Telegram No. 20772, Roshchin to Filippov [Stalin]",
        "CIPHERED TELEGRAM No. 20772\nFrom Beijing\nTo Comrade FILIPPOV.\nI transmit the telegram of Mao Zedong:\n"
        "“Comrade FILIPPOV: I received this telegram from Kim Il Sung: ‘Comrade Mao Zedong: Pak writes in his letter: "
        "\"Comrade Kim Il Sung! The stores at Wonsan are empty and the men eat grass. Pak Hon-yong. 9 June\" I ask for rice. "
        "Kim Il Sung. 11 June’ I ask for your opinion. Mao Zedong. 13 June”\nROSHCHIN",
    )  # fmt: skip
    first = record.parts["enclosed"][0]
    second = first.parts["enclosed"][0]
    third = second.parts["enclosed"][0]
    assert [texts(one, "sender") for one in (record, first, second, third)] == [
        ["Roshchin"],
        ["Mao Zedong"],
        ["Kim Il Sung"],
        ["Pak Hon-yong"],
    ]
    assert [texts(one, "date") for one in (first, second, third)] == [["1951-06-13"], ["1951-06-11"], ["1951-06-09"]]
    assert third.id == f"{second.id}/enclosed/{third.text_of('start')}"


def test_enclosures_of_the_series_have_their_own_parties() -> None:
    record = frus(
        "Mr. Adams to Mr. Seward.\nNo. 4.]\nLondon, May 5, 1864.\nSir: I send a letter.\nCHARLES FRANCIS ADAMS.\n[Enclosure.]\n"
        "Earl Russell to Mr. Adams.\nForeign Office, May 3, 1864.\nSir: It cannot be done.\nRUSSELL.\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(inner, "sender"), texts(inner, "addressee"), texts(inner, "date")) == (
        ["Russell"],
        ["Adams"],
        ["1864-05-03"],
    )
    assert texts(record, "date") == ["1864-05-05"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Comrade MAO ZEDONG", "Mao Zedong"), ("Cde. Kim Il Sung", "Kim Il Sung"), ("Foreign Minister P. Verhulst", "P. Verhulst"),
        ("Marshal of the Soviet Union Vasilevsky", "Vasilevsky"), ("[Foreign Minister Adam] RAPACKI1", "Adam Rapacki"),
        ("Hon. William H. Seward", "William H. Seward"), ("Charles Francis Adams, Esq., &c., &c.", "Charles Francis Adams"),
        ("Señor Romero", "Romero"), ("President of the Bureau Slimane Haddad", "Slimane Haddad"), ("Comrade [Liu] Shaoqi", "Liu Shaoqi"),
    ],
)  # fmt: skip
def test_names_carry_no_titles(words: str, name: str) -> None:
    from cablegraph.extraction.names import parties

    assert [(party.name, party.entity) for party in parties(words, 0, len(words))] == [(name, "person")]


@pytest.mark.parametrize(
    "words", ["Comrade", "Secretary of State", "the Ministry of Trade and Industry", "13 June 1951", "Beijing"]
)
def test_what_is_no_person_is_none(words: str) -> None:
    from cablegraph.extraction.names import parties

    assert not [party for party in parties(words, 0, len(words)) if party.entity == "person"]


def test_the_old_summary_of_an_office_in_small_letters_is_an_office() -> None:
    record = plain(
        f"TELEGRAM\nFrom: Gromyko\nRelayed by: the Soviet ambassador in Beijing\nTo: Premier Zhou Enlai\n4 May 1951\n{BODY}Gromyko\n"
    )
    assert [(passage.text, passage.entity) for passage in record.fields["relay"]] == [
        ("Soviet ambassador in Beijing", "position")
    ]


def test_messages_without_quotation_marks_are_told_by_greeting_and_signature() -> None:
    record = page(
        "Ciphered Telegram No. 20772, Roshchin to Filippov [Stalin]",
        "CIPHERED TELEGRAM No. 20772\nFrom BEIJING. Received 13.6.51\nTo Comrade FILIPPOV\nI transmit the telegram of Comrade Mao Zedong:\n"
        "Comrade FILIPPOV!\nI received today from Comrade Kim Il Sung the following telegram:\nComrade Mao Zedong!\n"
        "The enemy has stopped and we have rice for ten days only.\nKIM IL SUNG\n11 June 1951\nI ask you for your opinion on this.\n"
        "MAO ZEDONG\n12 June 1951\nROSHCHIN\nNo. 2974",
        "June 13, 1951",
    )
    first = record.parts["enclosed"][0]
    second = first.parts["enclosed"][0]
    assert [texts(one, "sender") for one in (record, first, second)] == [["Roshchin"], ["Mao Zedong"], ["Kim Il Sung"]]
    assert [texts(one, "date") for one in (record, first, second)] == [["1951-06-13"], ["1951-06-12"], ["1951-06-11"]]
    assert (texts(record, "number"), texts(record, "outgoing_number")) == (["20772"], ["2974"])
    assert texts(second, "addressee") == ["Mao Zedong"]
