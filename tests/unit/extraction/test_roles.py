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


@pytest.mark.parametrize(
    "words", ["By the President:", "By the King:", "By the President of the United States of America"]
)
def test_by_whose_order_a_paper_is_given_carries_nothing(words: str) -> None:
    record = frus(
        "Treaty Series No. 311\nConvention Between the United States of America and Norway for Marking the Boundary\n"
        f"Signed at Washington, May 3, 1916\n{words}\nA Proclamation\nWhereas a convention was concluded between the two countries, now be it known that I, Woodrow Wilson, have made it public.\n"
        "Done at Washington this second day of June, 1916.\nWoodrow Wilson\nBy the President:\nRobert Lansing\nSecretary of State\n"
    )
    assert (texts(record, "relay"), texts(record, "sender")) == ([], ["Woodrow Wilson"])


def test_what_a_mark_over_the_paper_says_is_no_place_where_it_lies() -> None:
    record = frus(
        "File No. 18189/40.\nThe Norwegian Minister to the Secretary of State.\n[Memorandum.]\nLegation of Norway,\n"
        "Washington, March 25, 1909.\nThe line will not be begun before the 1st of June.\n"
    )
    assert (texts(record, "form"), record.parts.get("copies", ())) == (["memorandum"], ())


def test_a_number_may_have_the_letter_of_its_series_and_a_town_no_day() -> None:
    record = frus(
        "462.00 R 294/80\nThe American Unofficial Representative on the Reparation Commission (Dow) to the Secretary of State\n"
        "Paris, undated.\n[Received April 15—11:23 a. m.]\nB–340. With reference to your B–221, April 9. The Commission will meet on Monday.\nDow\n"
    )
    assert (texts(record, "number"), texts(record, "origin")) == (["B–340"], ["Paris"])


@pytest.mark.parametrize("rank", ["1st Lieut., Inf.", "Lt. Col., Field Artillery, U. S. A.", "Rear Admiral, U. S. Navy", "Captain, General Staff", "Ensign, U. S. N. R. F."])  # fmt: skip
def test_rank_and_arm_below_a_name_are_no_second_man(rank: str) -> None:
    record = frus(
        "Paris Peace Conf. 184.01102/90\nMr. P. Q. Dow to the Commission to Negotiate Peace\nVienna, February 11, 1919.\n"
        f"Sirs: I have the honor to report that the line has been accepted by both.\nI have the honor to be, Sirs, your obedient servant,\nP. Q. Dow\n{rank}\n"
    )
    assert (texts(record, "signature"), texts(record, "sender")) == (["P. Q. Dow"], ["P. Q. Dow"])


def test_copies_to_posts_in_a_sentence_leave_the_signature_below_it_alone() -> None:
    record = frus(
        "812.6363/1600 : Telegram\nThe Chargé in Mexico (Dow) to the Secretary of State\nMexico City, December 30, 1926—11 a. m.\n"
        "475. The company told me so. I saw him today.\nCopies to consulates at Tampico and Veracruz.\nDow\n"
    )
    assert (texts(record, "copied_to"), texts(record, "signature")) == (["consulates at Tampico and Veracruz"], ["Dow"])


@pytest.mark.parametrize(("whom", "readers"), [("the Commissioners", ["Commissioners"]), ("the Secretary of State", ["Secretary of State"]), ("General Lund", ["Lund"])])  # fmt: skip
def test_memorandum_by_one_for_others(whom: str, readers: list[str]) -> None:
    record = frus(
        f"Paris Peace Conf. 185.1131/20\nMemorandum by Mr. Peter Dow for {whom}\nThe question was settled on April 30. I regret it.\nPeter Dow\n27 April, 1919.\n"
    )
    assert (texts(record, "sender"), texts(record, "addressee")) == (["Peter Dow"], readers)


def test_telegram_of_an_admiral_for_his_department_through_a_cable() -> None:
    record = frus(
        "File No. 861.00/2170\nThe Ambassador in Japan (Dow) to the Secretary of State\n[Telegram]\nTokyo, June 29, 1918, 10 p. m.\n"
        "Your June 27, 5 p. m. Following from Admiral Lund, Vladivostok, for Navy Department, June 28, through Japanese cable:\n"
        "“They took possession of the city this morning. No disorder. Lund.”\nRepeated to Peking.\nDow\n"
    )
    [inner] = record.parts["enclosed"]
    assert [texts(inner, one) for one in ("sender", "addressee", "origin", "date", "relay")] == [
        ["Lund"], ["Navy Department"], ["Vladivostok"], ["1918-06-28"], ["Dow"],
    ]  # fmt: skip


def test_witnesses_of_a_treaty_sign_nothing_and_its_head_tells_the_day() -> None:
    record = frus(
        "893.102 S/1350\nThe Consul General at Shanghai (Dow) to the Minister in China (Lund)\nNo. 12\nShanghai, May 7, 1932.\n"
        "Sir: I have the honor to enclose a copy of the agreement.\nRespectfully yours,\nPeter Dow\n[Enclosure]\n"
        "Agreement for the Cessation of Hostilities, Signed at Shanghai, May 6, 1932\nArticle I. The cease fire is definite as from today and the troops will go back.\n"
        "[Signed by:]\nWang Tai-chi\nIn the presence of:\nMiles Vane\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(inner, "signature"), texts(inner, "date")) == (["Wang Tai-chi"], ["1932-05-06"])


def test_message_to_the_heads_of_governments() -> None:
    record = frus(
        "500.A15A5/440\nMessage From President Roosevelt to the Heads of Certain Governments, May 16, 1933\n"
        "A profound hope of the people of my country impels me to address you.\nFranklin D. Roosevelt\n"
    )
    assert texts(record, "sender") == ["Franklin D. Roosevelt"]
    assert texts(record, "addressee") == ["Heads of Certain Governments"]


def test_memorandum_handed_to_one_by_another_as_titles_print_it() -> None:
    record = frus(
        "033.6011/30\nMemorandum Handed to the Ambassador in Italy (Dow) by the Italian Foreign Minister (Berti), July 9, 1931\n"
        "The Italian Government accepts the proposal in principle.\n"
    )
    assert (texts(record, "sender"), texts(record, "addressee")) == (["Berti"], ["Dow"])


def test_for_some_posts_a_circular_says_more_and_cablegrams_are_telegrams() -> None:
    record = frus(
        "File No. 763.72111/3600a\nThe Secretary of State to the American Ambassadors and Ministers in Europe\n[Cablegram]\nWashington, April 2, 1916, 1 p. m.\n"
        "Following for your information:\nFor Paris, London, Petrograd: Inform Foreign Office orally.\nLansing\n"
    )
    assert texts(record, "addressee") == ["American Ambassadors and Ministers in Europe"]
    assert texts(record, "form") == ["telegram"]


def test_who_signs_a_message_passed_on_has_written_it() -> None:
    record = frus(
        "File No. 763.72/10400\nThe Ambassador in France (Dow) to the Secretary of State\n[Telegram]\nParis, June 15, 1918, 7 p. m.\n"
        "4107. Following for Mr. Lund:\n“Number 121. The Treasury requests $100,000,000 for July. I recommend it. Vane.”\nThere is no other news.\nDow\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(inner, "sender"), texts(inner, "addressee")) == (["Vane"], ["Lund"])


def test_for_whom_a_company_is_signed() -> None:
    record = frus(
        "File No. 422.11G93/960\nThe Northern Railway Company to the Secretary of State\nNew York, November 29, 1915.\n"
        "Sir: Referring to our letter of the 12th instant, we beg to say that the road is closed.\nWe are, Sir, very respectfully,\nNorthern Railway Co.\nBy Peter Dow, President\n"
    )
    assert texts(record, "signature")[-1:] == ["Peter Dow"]


def test_message_from_a_consul_aboard_a_ship_and_the_hour_as_navies_write_it() -> None:
    record = frus(
        "893.00/8820 : Telegram\nThe Minister in China (Dow) to the Secretary of State\nPeking, March 27, 1927—midnight.\n"
        "375. The following is from the American Consul at Nanking, dated March 25, 10 a. m., aboard U. S. S. Isabel:\n“All Americans but twelve are safe. Vane.”\n"
        "The following from Commander Lund, March 26, 1730:\n“The ships remain at Nanking. No statement should be given to the press.”\nDow\n"
    )
    inner = record.parts["enclosed"]
    assert [texts(one, "sender") for one in inner] == [["Vane"], ["Lund"]]
    assert [texts(one, "date") for one in inner] == [["1927-03-25"], ["1927-03-26"]]


def test_a_town_of_three_words_names_no_man() -> None:
    record = frus(
        "File No. 838.51/400\nThe Chargé d’Affaires at Port au Prince to the Secretary of State.\n[Telegram.]\nAmerican Legation,\n"
        "Port au Prince, December 8, 1914.\nThe contract has been left with me. Shall it be sent by mail?\nVane.\n"
    )
    assert texts(record, "sender") == ["Chargé d’Affaires at Port au Prince"]


def test_part_of_a_note_that_came_has_its_writer_and_its_day() -> None:
    record = frus(
        "File No. 763.72/8920\nThe Ambassador in Great Britain (Dow) to the Secretary of State\n[Telegram]\nLondon, February 13, 1918, 5 p. m.\n"
        "8630. I have received a note from the Board of Trade, dated February 11, the second paragraph of which reads as follows:\n"
        "“The Board regret that no ships can be given before the summer.”\nDow\n"
    )
    [inner] = record.parts["enclosed"]
    assert [texts(inner, one) for one in ("sender", "addressee", "date", "form")] == [
        ["Board of Trade"], ["Dow"], ["1918-02-11"], ["note"],
    ]  # fmt: skip


def test_all_who_sign_an_agreement_have_made_it_and_nobody_counts_one_another() -> None:
    record = frus(
        "762.94/80\nThe Ambassador in Germany (Dow) to the Secretary of State\nBerlin, December 3, 1936.\nNo. 31\n"
        "The Ambassador has the honor to transmit a translation of the agreement.\n[Enclosure—Translation]\n"
        "Agreement Between Norway and Japan Respecting Whales, Signed November 25, 1936\nThe two Governments have agreed as follows:\n"
        "Article I\nThe High Contracting States agree to inform one another of the catch.\nJoachim von Berg\nK. Mori\n"
    )
    [inner] = record.parts["enclosed"]
    assert texts(inner, "sender") == ["Joachim von Berg", "K. Mori"]
    assert not any(claim.text_of("quantity") for claim in inner.parts.get("claims", ()))


def test_several_who_hold_an_office_together_are_named_in_one_bracket() -> None:
    record = frus(
        "411.12/1790\nThe Special Commissioners on Mexico (Lund, Vane) to the Secretary of State\nMexico City, May 16, 1923.\n"
        "Sir: We have the honor to report that the second conference was held on the 15th.\nWe have [etc.]\nCharles Lund\nJohn Barton Vane\n"
    )
    assert texts(record, "sender") == ["Charles Lund", "John Barton Vane"]
    memorandum = frus(
        "Paris Peace Conf. 184.01302/30\nMemorandum by the Technical Advisers (Lund, Vane) for the American Commissioners\nParis, March 6, 1919.\n"
        "We recommend that the port be given to Poland.\nC. Lund\nJ. B. Vane\n"
    )
    assert texts(memorandum, "sender") == ["C. Lund", "J. B. Vane"]
    assert texts(memorandum, "addressee") == ["American Commissioners"]
