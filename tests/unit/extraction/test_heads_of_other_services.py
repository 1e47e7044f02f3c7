"""Heads of papers of other services and parties: British telegrams, party decisions, records of talks, references."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


BRITISH = """PRO, FO 371/123456
FROM PEKING TO FOREIGN OFFICE
Cypher/OTP
FOREIGN OFFICE AND WHITEHALL DISTRIBUTION
Mr. Trevelyan
No. 512                                   D. 9.20 a.m. April 26, 1955
April 26, 1955                            R. 10.05 a.m. April 27, 1955
IMMEDIATE
Addressed to Foreign Office telegram No. 512 of April 26.
Repeated for information to: Washington, Singapore, and Saving to New Delhi.

Your telegram No. 701.
I saw the Vice-Minister this morning and spoke as instructed.
"""


def test_a_british_telegram_is_from_who_stands_below_the_posts() -> None:
    record = read(BRITISH)
    assert names(record, "sender") == ["Trevelyan"]
    assert names(record, "addressee") == ["Foreign Office"]
    assert (record.text_of("origin"), record.text_of("form"), record.text_of("number")) == ("Peking", "telegram", "512")
    assert (names(record, "date"), names(record, "date_received")) == (["1955-04-26"], ["1955-04-27"])
    assert "Saving" not in names(record, "mentions")


DECISION = """DECISION
of the Politburo of the CC of the Bulgarian Workers' Party (communists)
Protocol No. 142 of 7 June 1947

On item 3: On assistance to the Greek comrades.
1. To allot 30,000 pairs of shoes and 500 tons of flour.

SECRETARY: (signed) V. Chervenkov
TsDA, f. 1B, op. 6, a.e. 318, l. 2.
"""


def test_a_decision_is_of_the_body_below_its_heading_and_of_its_protocols_day() -> None:
    record = read(DECISION)
    assert names(record, "sender") == ["Politburo of the CC of the Bulgarian Workers' Party"]
    assert names(record, "protocol_number") == ["142"]
    assert names(record, "date") == ["1947-06-07"]
    [copy] = record.parts["copies"]
    assert copy.text_of("identifier") == "TsDA, f. 1B, op. 6, a.e. 318, l. 2"


TALKS = """MINUTES OF CONVERSATION BETWEEN COMRADE TODOR ZHIVKOV AND COMRADE LE DUAN
Sofia, 9 October 1975

Present on the Bulgarian side: Comrades Stanko Todorov, Petar Mladenov.
On the Vietnamese side: Comrades Le Thanh Nghi, Xuan Thuy.

Todor Zhivkov: I welcome you once more, Comrade Le Duan.
The Bulgarian side: it will deliver 200 tractors.

TsDA, Fond 1-B, Opis 60, a.e. 195, pp. 1-14. Obtained by Jordan Baev.
Translated by Kalina Bratanova.
"""


def test_sides_of_a_talk_are_its_participants() -> None:
    record = read(TALKS)
    assert record.text_of("form") == "minutes"
    expected = ["Todor Zhivkov", "Le Duan", "Stanko Todorov", "Petar Mladenov", "Le Thanh Nghi", "Xuan Thuy"]
    assert names(record, "participant") == expected
    [copy] = record.parts["copies"]
    assert copy.text_of("identifier") == "TsDA, f. 1-B, op. 60, a.e. 195, ll. 1-14"
    assert "Kalina Bratanova" not in names(record, "mentions")


@pytest.mark.parametrize(
    ("head", "number", "precedence"),
    [
        ("No. 2214-2217. Very urgent. Reserved.", "2214-2217", "most-urgent"),
        ("No. 88. Urgent.", "88", "urgent"),
        ("TELEGRAMA CIFRADO No. 88\nUrgente", "88", "urgent"),
    ],
)
def test_a_number_may_be_followed_by_its_urgency(head: str, number: str, precedence: str) -> None:
    record = read(
        f"Moscow, 3 October 1968\n\n{head}\n\nI was received by the Minister. He said nothing new.\n\nSEYDOUX"
    )
    assert names(record, "number") == [number]
    assert names(record, "precedence") == [precedence]


def test_a_plain_papers_first_line_is_no_reference_for_its_number() -> None:
    record = read("MFA, No. 214\n\nTo the Embassy in Sofia\n\n4 May 1961\n\nThe note was handed over.\n\nPetrov")
    assert "copies" not in record.parts


RUSSIAN = """СОВЕРШЕННО СЕКРЕТНО
ШИФРТЕЛЕГРАММА
Из Пхеньяна № 1184
Получена 14 час. 20 мин. 4 февраля 1951 г.

МОСКВА – товарищу ВЫШИНСКОМУ

Мао Цзэдун сообщил 28 января, что девять дивизий прибудут к 10 февраля.

3.II.51 г.   РАЗУВАЕВ
АП РФ, ф. 45, оп. 1, д. 348, л. 15-16.
"""
CHINESE = """绝密
（一九五一年七月二日）

金日成同志：
七月一日来电收悉。我们同意你的意见。
毛泽东
七月二日二十四时
"""
GERMAN = """Botschaft der DDR in der Volksrepublik China
Peking, den 12. August 1964

Lieber Genosse Schneidewind!
Am 8. August hatte ich ein Gespräch mit dem Botschafter der DRV. Er bat um die Lieferung von zwanzig Lastkraftwagen,
die über die Abteilung Ferner Osten des Ministeriums bestellt werden sollen, und um Ersatzteile.

Kohrt
"""


def test_a_russian_telegram_is_signed_beside_its_day_and_kept_where_its_last_line_says() -> None:
    record = read(RUSSIAN)
    assert names(record, "sender") == ["Разуваев"]
    assert names(record, "date") == ["1951-02-03"]
    assert names(record, "date_received") == ["1951-02-04"]
    [copy] = record.parts["copies"]
    assert copy.text_of("identifier") == "APRF, f. 45, op. 1, d. 348, ll. 15-16"


def test_a_chinese_telegram_is_signed_above_its_day_in_chinese_numerals() -> None:
    record = read(CHINESE)
    assert (names(record, "sender"), names(record, "addressee")) == (["毛泽东"], ["金日成"])
    assert names(record, "date") == ["1951-07-02"]


CZECH = """MINISTRY OF FOREIGN AFFAIRS OF THE CZECHOSLOVAK REPUBLIC
Prague, 31 October 1962
Received: 1 Nov 1962   Dept. No.: 4471
Telegram from Havana, File # 11.782 St, arrived 30.10.62 19:20
Distribution: Novotný, Hendrych, David

Professor Jiménez told me yesterday that Fidel did not agree to the inspection by U Thant. Cuba insists on 5 points.

Pavlíček 323
"""


def test_a_signature_bears_a_number_and_a_sentence_with_to_is_no_title() -> None:
    record = read(CZECH)
    assert names(record, "sender") == ["Pavlíček"]
    assert names(record, "copied_to") == ["Novotný", "Hendrych", "David"]
    assert "4471" not in names(record, "number")
    assert not frus_text.sniff(normalise(CZECH), "paper.txt")


INDIAN = """EMBASSY OF INDIA
PEKING
No. 15/57-S                                                 January 12, 1957

My dear Foreign Secretary,
Please refer to your letter No. D.3412-FS dated the 24th December 1956. I met the Vice Minister on the 8th.
Yours sincerely,
R. K. Nehru

Shri Subimal Dutt,
Foreign Secretary,
New Delhi.
"""


def test_a_letter_is_addressed_at_its_foot_and_cites_a_number_with_its_series() -> None:
    record = read(INDIAN)
    assert (names(record, "sender"), names(record, "addressee")) == (["R. K. Nehru"], ["Subimal Dutt"])
    assert [part.text_of("number") for part in record.parts["citations"]] == ["D.3412-FS"]


def test_capitals_of_a_text_that_is_not_english_name_nobody_by_themselves() -> None:
    record = read(GERMAN)
    people = {one.text for one in record.fields.get("mentions", ()) if one.entity == "person"}
    assert people <= {"Schneidewind"}
    assert names(record, "addressee") == ["Schneidewind"]
    assert "China" in names(record, "mentions")


TRANSMITTED = """TELEGRAM No. 209

Date: 30 August 1956
From: Envoy Tomas Hradil, Belgrade
To: Deputy Minister Jan Dolezal, Prague

I transmit the text of a message from Director Milan Jurisic of the shipyard, which he gave me this morning:

"To Deputy Minister Dolezal. Two tugs will be delivered in October. Jurisic. 29 August 1956"

HRADIL
"""


def test_who_transmits_a_message_passes_it_on_and_names_its_author_in_full() -> None:
    [message] = read(TRANSMITTED).parts["enclosed"]
    assert names(message, "sender") == ["Milan Jurisic"]
    assert names(message, "relay") == ["Tomas Hradil"]


PASSED = """The Acting Secretary of State to the Chargé in Great Britain (Laughlin)

Washington, November 22, 1918.

2973. To Crosby from Rathbone, Treasury:
Your 739. The War Trade Board has asked Webster for goods. Webster agrees.
Polk
"""


def test_a_man_and_where_he_sits_are_one_sender() -> None:
    [source] = frus_text.read(normalise(PASSED), "frus1918-d1.txt")
    record = extract(source)
    [message] = record.parts["enclosed"]
    assert (names(message, "sender"), names(message, "addressee")) == (["Rathbone"], ["Crosby"])
    assert "citations" not in message.parts
    [cited] = record.parts["citations"]
    assert [cited.text_of(role) for role in ("sender", "addressee")] == ["Crosby", "Rathbone"]
    assert [part.text_of("number") for part in record.parts["citations"]] == ["739"]


def test_a_russian_message_is_for_whom_it_is_to_be_handed_to() -> None:
    record = read(
        "СОВ. СЕКРЕТНО\nШИФРТЕЛЕГРАММА № 4410\nПЕКИН, СОВПОСОЛ\nТов. РОЩИНУ\n\n"
        "Передайте товарищу Мао Цзэдуну следующее:\n"
        "Ваше решение послать войска считаем правильным.\n\nФИЛИППОВ\n5 октября 1950 г.\n"
    )
    assert names(record, "classification") == ["top-secret"]
    assert (names(record, "relay"), names(record, "addressee")) == (["Рощин"], ["Мао Цзэдуну"])
    assert (names(record, "sender"), names(record, "date")) == (["Филиппов"], ["1950-10-05"])


JOURNAL = """From the journal of
A. M. PUZANOV
No. 27
3 March 1960

RECORD OF CONVERSATION
with the Minister of Foreign Affairs of the DPRK
Pak Seong-cheol
29 February 1960

I received Pak Seong-cheol at his request. He said that the Korean side asks for the delivery of 40 locomotives above
the plan, and that the visit, of which we spoke in January and again last week, can be in May.

Ambassador of the USSR to the DPRK
/A. Puzanov/
"""


def test_a_record_of_conversation_names_below_it_with_whom_and_an_office_below_the_text_is_no_title() -> None:
    assert not frus_text.sniff(normalise(JOURNAL), "paper.txt")
    record = read(JOURNAL)
    assert names(record, "sender") == ["A. M. Puzanov"]
    assert names(record, "participant") == ["Pak Seong-cheol"]
    assert "relay" not in record.fields


def test_vietnamese_names_in_capitals_keep_their_van() -> None:
    record = read(
        "To Comrade TSEDENBAL\n\nWe thank you for your help to our people.\n\nPHAM VAN DONG\nHanoi, 3 May 1965\n"
    )
    assert names(record, "sender") == ["Pham Van Dong"]


def test_signers_in_columns_are_as_many_people() -> None:
    record = read(
        "CPSU CC\n12.IX.1967\n\nWe consider it advisable to satisfy this request.\n\nA. Grechko      S. Skachkov\n"
    )
    assert names(record, "signature") == ["A. Grechko", "S. Skachkov"]


DEPARTMENT = """OUTGOING TELEGRAM
INDICATE: COLLECT / CHARGE TO
FROM: Department of State, Washington
ACTION: Amembassy BANGKOK PRIORITY 1021
Info: SS, EUR, SP
June 28, 1951, 7 p.m.
Repeated to: Amembassy London, Amembassy Paris

ReEmbtel 2180 June 27. You should inform him that we cannot provide more than 20 helicopters.

ACHESON
"""


def test_a_telegram_of_the_department_goes_to_a_mission_where_it_sits_and_names_no_offices_symbols() -> None:
    record = read(DEPARTMENT)
    assert record.text_of("form") == "telegram"
    assert (names(record, "addressee"), names(record, "destination")) == (["Amembassy Bangkok"], ["Bangkok"])
    assert names(record, "copied_to") == ["Amembassy London", "Amembassy Paris"]
    [cited] = record.parts["citations"]
    assert (cited.text_of("sender"), cited.text_of("addressee")) == ("Amembassy Bangkok", "Acheson")


def test_a_polish_cyfrogram_says_from_where_and_on_which_day() -> None:
    record = read(
        "CYFROGRAM Nr 8812\nZ: Hanoi\nDnia 14.VII.1965\nDo: Naszkowski\n\n"
        "The Ambassador told me this in confidence.\n\nSiedlecki\n"
    )
    assert (record.text_of("form"), record.text_of("number")) == ("ciphered-telegram", "8812")
    assert (names(record, "origin"), names(record, "date")) == (["Hanoi"], ["1965-07-14"])
    assert (names(record, "sender"), names(record, "addressee")) == (["Siedlecki"], ["Naszkowski"])


def test_the_label_of_receipt_is_no_place() -> None:
    record = read(
        "INCOMING TELEGRAM\n\nRec'd: June 8, 1950\n\nFROM: Seoul\nTO: Secretary of State\n\nAll is well.\n\nDAHL\n"
    )
    assert names(record, "origin") == ["Seoul"]
    assert names(record, "date_received") == ["1950-06-08"]


def test_a_country_before_a_colon_begins_the_text() -> None:
    record = read(
        "TELEGRAM No. 12\nVientiane, 3 May 1962\nTo Comrade Bell\nLAOS: Souvanna asked for 300 trucks.\nDAHL\n"
    )
    assert [claim.text_of("quantity") for claim in record.parts["claims"]] == ["300"]


def test_a_word_of_endless_letters_is_looked_at_once() -> None:
    assert names(read(f"Sofia, 3 May 1950\nTo Comrade Bell\n{'Aa-ul-' * 10_000}\nDAHL\n"), "addressee") == ["Bell"]


def test_the_body_to_which_a_man_reports_is_named_alone() -> None:
    record = read(
        "TELEGRAM\nBern, 1 May 1954\n\nComrade Liu Shaoqi and report to the Central Committee:\n\nAll well.\n\nDAHL\n"
    )
    assert names(record, "addressee") == ["Liu Shaoqi", "Central Committee"]
