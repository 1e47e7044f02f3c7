"""Address lines: who is named, and where each sits, in English, Russian and Chinese; what belongs to the text stays there."""

# ruff: noqa: E501  (a case is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, scripts
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record


def plain(head: str, body: str = "The dredger works again, and nine days are lost.", signed: str = "") -> Record:
    [source] = plain_text.read(f"TELEGRAM No. 9\n\n{head}\n\n{body}\n{signed}", "paper.txt")
    return extract(source)


def said(record: Record, *names: str) -> list[list[str]]:
    return [list(dict.fromkeys(passage.text for passage in record.fields.get(name, ()))) for name in names]


@pytest.mark.parametrize(
    ("line", "sender", "origin"),
    [
        ("From: Inspector Emil Stancu, Split", ["Emil Stancu"], ["Split"]),
        ("From: Consul Dahl, Kapsan", ["Dahl"], ["Kapsan"]),
        ("From: Emil Stancu, Zahony", ["Emil Stancu"], ["Zahony"]),
        ("From: Stationmaster A. Kovacs, Zahony", ["A. Kovacs"], ["Zahony"]),
        ("From: Chief Dispatcher Jan Novak, Nový Bor", ["Jan Novak"], ["Nový Bor"]),
        ("From: Zhou Enlai, Peng Dehuai", ["Zhou Enlai", "Peng Dehuai"], []),
        ("From: Comrade Dahl, Berg", ["Dahl", "Berg"], []),
        ("From: Director Emil Stancu, Molotov", ["Emil Stancu", "Molotov"], []),
        ("From: Harry S. Truman, Washington", ["Harry S. Truman"], ["Washington"]),
    ],
)
def test_a_place_behind_a_name_is_no_party_and_a_second_name_is_one(
    line: str, sender: list[str], origin: list[str]
) -> None:
    assert said(plain(line), "sender", "origin") == [sender, origin]


def test_who_passes_a_message_on_receives_it_and_both_places_are_no_people() -> None:
    record = plain("To: Envoy Tomas Hradil, Belgrade, for transmission to Director Milan Jurisic, Split")
    assert said(record, "receiver", "relay", "addressee", "destination") == [
        ["Tomas Hradil"], ["Tomas Hradil"], ["Milan Jurisic"], ["Belgrade"],
    ]  # fmt: skip


def test_the_minister_for_a_subject_passes_nothing_on() -> None:
    record = plain("To: The Minister for Foreign Affairs, Prague")
    assert said(record, "relay", "addressee", "destination") == [[], ["Minister for Foreign Affairs"], ["Prague"]]


def test_for_whom_a_message_is_may_sit_in_an_unknown_place() -> None:
    record = plain("To: Consul Marek Ostoja, Gdynia\nFor: Captain Henrik Lindahl, Malmo")
    assert said(record, "receiver", "addressee", "destination") == [["Marek Ostoja"], ["Henrik Lindahl"], ["Gdynia"]]


@pytest.mark.parametrize(
    ("words", "names", "place"),
    [
        ("начальник порта П. Л. Завьялов, Одесса", ["П. Л. Завьялов"], "Одесса"),
        ("директору верфи Стояну Миркову, Варна", ["Стоян Мирков"], "Варна"),
        ("Посол СССР в Пекине Н. В. Рощин, Кемь", ["Н. В. Рощин"], "Кемь"),
        ("тов. Сталину, тов. Молотову", ["Сталин", "Молотов"], None),
        ("И. В. Сталину, Молотову", ["И. В. Сталин", "Молотов"], None),
        ("Москва, тов. ВЫШИНСКОМУ", ["Вышинский"], "Москва"),
        ("министру иностранных дел, Прага", ["министру иностранных дел"], "Прага"),
        ("上海 港务局副局长 沈启明", ["沈启明"], "上海"),
        ("大连 造船厂厂长 郭立山", ["郭立山"], "大连"),
        ("沈阳 铁路局局长 马立山", ["马立山"], "沈阳"),
        ("周恩来总理", ["周恩来"], None),
        ("北京 外交部", ["外交部"], "北京"),
        ("毛泽东、周恩来", ["毛泽东", "周恩来"], None),
        ("上海\uff0c沈启明", ["沈启明"], "上海"),
    ],
)
def test_a_russian_or_chinese_line_names_people_and_their_place(
    words: str, names: list[str], place: str | None
) -> None:
    address = scripts.read(words, 0, len(words))
    assert address is not None
    assert ([party.name for party in address.parties], address.place and address.place[2]) == (names, place)


def test_a_line_in_latin_letters_is_read_by_the_other_rules() -> None:
    assert scripts.read("Envoy Dahl, Split", 0, 17) is None


def test_a_chinese_paper_has_its_number_and_no_label_for_a_name() -> None:
    paper = "电报 第88号\n\n日期:1956年4月20日\n发自:上海 港务局副局长 沈启明\n致\uff1a大连 造船厂厂长 郭立山\n\n你4月16日第31号来电收悉。\n\n沈启明"
    [source] = plain_text.read(paper, "paper.txt")
    record = extract(source)
    assert said(record, "number", "date", "sender", "addressee", "origin", "destination") == [
        ["88"], ["1956-04-20"], ["沈启明"], ["郭立山"], ["上海"], ["大连"],
    ]  # fmt: skip
    [span] = record.fields["number"][0].spans
    assert source.text[span.start : span.end] == "电报 第88号"


def test_a_russian_paper_is_sent_by_the_man_and_not_by_the_label() -> None:
    head = "Дата: 11 апреля 1956 г.\nОт кого: начальник порта П. Л. Завьялов, Одесса\nКому: директору верфи Стояну Миркову, Варна"
    record = plain(head, "Получил Вашу телеграмму от 8 апреля.\n\nЗерно погружено.", "ЗАВЬЯЛОВ")
    assert said(record, "date", "sender", "addressee", "origin", "destination", "signature") == [
        ["1956-04-11"], ["П. Л. Завьялов"], ["Стоян Мирков"], ["Одесса"], ["Варна"], ["Завьялов"],
    ]  # fmt: skip


def test_a_name_goes_by_the_form_signed_where_the_heading_sets_a_trade_before_it() -> None:
    record = plain("From: Dragoman A. Kovacs, Pera", signed="A. KOVACS")
    assert said(record, "sender", "origin") == [["A. Kovacs"], ["Pera"]]


def series(text: str) -> Record:
    [source] = frus_text.read(
        f"The Ambassador in Russia (Root) to the Secretary of State\n[Telegram]\nPetrograd, July 8, 1917.\n{text}",
        "frus1917v01-d1.txt",
    )
    return extract(source)


def test_two_men_who_sign_in_one_line_are_not_made_one() -> None:
    record = series("15. Credits are needed. The answer should be received by Francis before July 14.\nRoot Francis")
    assert said(record, "sender", "signature") == [["Root"], ["Root", "Francis"]]


def test_a_whole_name_in_a_signature_stays_one() -> None:
    record = series("15. Credits are needed before July 14.\nElihu Root")
    assert said(record, "signature") == [["Elihu Root"]]
    record = series("15. Credits are needed before July 14.\nRoot Francis")
    assert said(record, "signature") == [["Root Francis"]]


def paper(text: str) -> Record:
    [source] = plain_text.read(text, "paper.txt")
    return extract(source)


def test_a_russian_telegram_is_addressed_without_labels() -> None:
    record = paper(
        "ШИФРТЕЛЕГРАММА № 3410\n\nПЕКИН — Тов. КРАСОВСКОМУ\nДля тов. МАО ЦЗЭДУНА\n\nПолучил Вашу телеграмму от 8 марта.\n\n"
        "Зерно погружено.\n\nФИЛИППОВ [Сталин]\n24 июня 1951 г."
    )
    assert said(record, "destination", "receiver", "relay", "addressee", "signature", "sender", "date") == [
        ["Пекин"], ["Красовский"], ["Красовский"], ["Мао Цзэдуна"], ["Филиппов"], ["Сталин"], ["1951-06-24"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "origin"),
    [("Пекин, 12 марта 1951 г.", "Пекин"), ("北京\uff0c1951年3月12日", "北京"), ("12 марта 1951 г.", "")],
)
def test_a_dateline_in_another_script_says_where_it_was_sent(head: str, origin: str) -> None:
    record = paper(f"ТЕЛЕГРАММА № 9\n\n{head}\nТов. Сталину\n\nЗерно погружено на пароход.\n\nМОЛОТОВ")
    assert said(record, "origin", "addressee", "date") == [[origin] if origin else [], ["Сталин"], ["1951-03-12"]]


def test_a_russian_sentence_about_a_comrade_addresses_nobody() -> None:
    record = paper("ТЕЛЕГРАММА № 9\n\nТоварищ Сталин сказал, что зерно будет.\n\nЗерно погружено.\n\nМОЛОТОВ")
    assert said(record, "addressee", "sender") == [[], ["Молотов"]]


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("TELEGRAM No. 5\n\nTo Comrade Dahl\n\nAll is well.\n\nLUND\n12 May 1951", "Lund"),
        ("Товарищу Сталину\n\nПрошу прислать зерно.\n\nМолотов\n12 мая 1951 года", "Молотов"),
        ("电报 第12号\n\n周恩来同志\uff1a\n\n来电收悉。\n\n毛泽东\n1951年3月12日", "毛泽东"),
    ],
)
def test_a_short_text_is_not_taken_for_the_heading(text: str, signed: str) -> None:
    assert said(paper(text), "signature", "sender") == [[signed], [signed]]


def test_a_quoted_message_says_in_its_first_sentence_to_whom_it_is() -> None:
    record = paper(
        "TELEGRAM No. 209\n\nFrom: Envoy Tomas Hradil, Belgrade\n\nI transmit the text of a message from Director Milan Jurisic:\n\n"
        '"To Deputy Minister Dolezal. Of the three tugs which you ordered, two will be delivered in October. Jurisic. 29 August 1956"\n\nHRADIL'
    )
    [inner] = record.parts["enclosed"]
    assert said(inner, "sender", "addressee", "date") == [["Milan Jurisic"], ["Dolezal"], ["1956-08-29"]]
