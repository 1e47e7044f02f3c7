"""Heads in plain words, whose parties are read whole or not at all."""

# ruff: noqa: E501  (papers keep the lines they have)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.names import parties
from cablegraph.readers import plain_text
from cablegraph.record import Record, normalise


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(("line", "addressees", "copied"), [
    ("To Berg. Copy to Dahl, Lukov.", ["Berg"], ["Dahl", "Lukov"]),
    ("To Comrade Berg. Copies to Comrades Dahl and Lukov.", ["Berg"], ["Dahl", "Lukov"]),
    ("For Berg, copy to Dahl", ["Berg"], ["Dahl"]),
    ("To Berg (copy to Dahl)", ["Berg"], ["Dahl"]),
    ("TO BERG, COPY TO LUKOV.", ["Berg"], ["Lukov"]),
    ("To: Comrade Berg, copies to Dahl, Lukov", ["Berg"], ["Dahl", "Lukov"]),
    ("MOSCOW - Comrade BERG. Copy to Comrade DAHL.", ["Berg"], ["Dahl"]),
    ("To Minister Berg, cc Dahl, Radeva", ["Berg"], ["Dahl", "Radeva"]),
    ("To Comrade Berg - with a copy to Comrade Dahl", ["Berg"], ["Dahl"]),
    ("To the First Secretary of the CC CPSU, Comrade Berg", ["Berg"], []),
])  # fmt: skip
def test_copies_in_the_line_of_the_address(line: str, addressees: list[str], copied: list[str]) -> None:
    record = read(f"TELEGRAM No. 5\n\nOslo, 3 May 1951\n\n{line}\n\nThe trams are running.\n\nSemenov\n")
    assert (names(record, "addressee"), names(record, "copied_to")) == (addressees, copied)


@pytest.mark.parametrize(("line", "addressee", "sender"), [
    ("Eyes only Ambassador Lodge from the Secretary", "Lodge", "Rusk"),
    ("Eyes only for Ambassador McGhee from Secretary", "McGhee", "Rusk"),
    ("EYES ONLY AMBASSADOR KOHLER", "Kohler", "Rusk"),
    ("For Ambassador Lodge only from Hilsman", "Lodge", "Hilsman"),
    ("For Bohlen from Tyler, eyes only", "Bohlen", "Tyler"),
    ("Ambassador Bohlen eyes only from Secretary", "Bohlen", "Rusk"),
    ("Personal for Ambassador from Secretary", "Ambassador", "Rusk"),
    ("Exclusive for Murphy from Hickerson", "Murphy", "Hickerson"),
])  # fmt: skip
def test_who_alone_may_read_a_telegram(line: str, addressee: str, sender: str) -> None:
    record = read(f"TELEGRAM\n\nTo: Amembassy OSLO\n3 September 1963\n\n{line}\n\nThe trams are running.\n\nRUSK\n")
    assert (names(record, "addressee"), names(record, "sender")) == ([addressee], [sender])
    assert names(record, "receiver") == ["Amembassy Oslo"]


@pytest.mark.parametrize("last", [
    "Party line is reflected below. KENNAN",
    "The talks go on. Embassy staff will leave tomorrow. KENNAN",
    "Commission meets again Friday. KENNAN",
    "Ambassador asks that visas be granted. KENNAN",
    "I shall see him. Government here expects a reply. KENNAN",
    "Mission awaits orders. KENNAN",
])  # fmt: skip
def test_a_sentence_before_the_signature_is_no_office(last: str) -> None:
    record = read(f"TELEGRAM\n\nFrom: US Embassy Oslo\nTo: Department of State\n22 February 1946\n\n{last}\n")
    assert (names(record, "sender"), record.parts.get("positions", ())) == (["Kennan"], ())


@pytest.mark.parametrize(("words", "name", "office"), [
    ("Director of Central Intelligence", "Director of Central Intelligence", ""),
    ("Chief of Foreign Operations", "Chief of Foreign Operations", ""),
    ("Minister of State Control", "Minister of State Control", ""),
    ("Director of Soviet Research", "Director of Soviet Research", ""),
    ("Minister of State Farms", "Minister of State Farms", ""),
    ("Assistant Chief of Staff, Intelligence", "Assistant Chief of Staff", ""),
    ("Director of Central Intelligence Allen Dulles", "Allen Dulles", "Director of Central Intelligence"),
    ("Second Secretary Service", "Service", "Second Secretary"),
])  # fmt: skip
def test_what_an_office_is_for_is_no_name(words: str, name: str, office: str) -> None:
    [party] = parties(words, 0, len(words))
    assert (party.name, party.entity, party.office) == (name, "person" if office else "position", office)


@pytest.mark.parametrize("first", [
    "Your  203, Nov. 6th . The Forcign Minister, M. Dahl,",
    "I saw the Minister for War, General Dahl,",
    "Yesterday came the Prime Minister, M. Dahl,",
    "I called on the Prime Minister, Mr. Dahl,",
    "Today the Foreign Minister, Mr. Dahl,",
])  # fmt: skip
def test_the_first_line_of_a_broken_text_is_no_address(first: str) -> None:
    record = read(
        f"TELEGRAM\n\nFROM : Am. Legation,  Oslo\nTO   : Secretary of State, Washington\nDATE : November 10, 1921\n\n      {first}\n"
        "  spoke  of  the tr-\nams in Oslo.\n\nKAGY\n"
    )
    assert (names(record, "addressee"), names(record, "receiver")) == (["Secretary of State"], [])


def test_a_common_word_misread_by_a_scanner_is_no_name() -> None:
    record = read(
        "NOTE\n\nOslo, 3 May 1951\n\nThe Soviet Govcrnment has trams. Statcment follows. Conferencc begins. Mitchell and Bischoff left. The Ministcr asked.\n"
    )
    assert names(record, "mentions") == ["Mitchell", "Bischoff"]


@pytest.mark.parametrize(("line", "sender", "addressee", "grade"), [
    ("PERSONAL AND SECRET FROM PREMIER J. V. STALIN TO THE PRESIDENT, Mr F. ROOSEVELT", "J. V. Stalin", "F. Roosevelt", ["secret"]),
    ("PERSONAL AND MOST SECRET MESSAGE FROM THE PRIME MINISTER, Mr W. CHURCHILL TO PREMIER STALIN", "W. Churchill", "Stalin", ["strictly-secret"]),
    ("Personal and Secret Message from Premier Berg to the Prime Minister, Mr. Dahl", "Berg", "Dahl", ["secret"]),
    ("MOST SECRET AND PERSONAL MESSAGE FROM MARSHAL BERG TO MR DAHL", "Berg", "Dahl", ["strictly-secret"]),
    ("Strictly Confidential. From Foreign Minister Berg to Ambassador Dahl", "Berg", "Dahl", ["strictly-confidential"]),
    ("TOP SECRET FROM AMBASSADOR DAHL TO MINISTER LUKOV", "Dahl", "Lukov", ["top-secret"]),
    ("FROM PREMIER BERG TO PRESIDENT DAHL", "Berg", "Dahl", []),
])  # fmt: skip
def test_grades_before_from_are_no_office(line: str, sender: str, addressee: str, grade: list[str]) -> None:
    record = read(f"{line}\n\nThe trams in Oslo are running again.\n\nMarch 16, 1943\n")
    assert (names(record, "sender"), names(record, "addressee")) == ([sender], [addressee])
    assert names(record, "classification") == grade
    offices = {part.text_of("position") for part in record.parts.get("positions", ())}
    assert offices <= {"Prime Minister", "Foreign Minister"}


@pytest.mark.parametrize(("words", "office"), [
    ("Comrade Foreign Minister Imre Dahl", "Foreign Minister"),
    ("Comrade Chairman Dahl", "Chairman"),
    ("Mr. President Dahl", "President"),
    ("Genosse Minister Dahl", "Minister"),
    ("Esteemed Comrade Prime Minister Dahl", "Prime Minister"),
    ("Comrade Minister of Marine Dahl", "Minister of Marine"),
    ("Lord Chancellor Dahl", "Lord Chancellor"),
])  # fmt: skip
def test_a_word_of_courtesy_is_no_part_of_an_office(words: str, office: str) -> None:
    [party] = parties(words, 0, len(words))
    assert (party.surname, party.office) == ("dahl", office)


@pytest.mark.parametrize(("line", "addressee", "destination"), [
    ("An: Botschaft Washington, Botschafter Grewe", "Grewe", ["Washington"]),
    ("An: Botschafter Grewe, Washington", "Grewe", ["Washington"]),
    ("An: Auswärtiges Amt, Staatssekretär Carstens", "Carstens", []),
    ("An: Gesandtschaft Bern, Gesandter Holzapfel", "Holzapfel", ["Bern"]),
    ("To: Embassy Havana, Ambassador Dahl", "Dahl", ["Havana"]),
    ("To: Soviet Embassy in Havana, Chargé d'Affaires Lukin", "Lukin", ["Havana"]),
    ("To: Embassy Peking, Czerwiński", "Czerwiński", ["Peking"]),
    ("To: Ministry of Foreign Affairs, Vice-Minister Lukov", "Lukov", []),
    ("To the Embassies in Prague, Budapest, Berlin, Sofia and Moscow", "Embassies in Prague, Budapest, Berlin, Sofia and Moscow", []),
    ("To: Embassies Paris, London, Rome", "Embassies Paris, London, Rome", []),
    ("To Consuls at Kobe, Nagasaki and Yokohama", "Consuls at Kobe, Nagasaki and Yokohama", []),
    ("To: Soviet Embassies in Warsaw and Prague", "Soviet Embassies in Warsaw and Prague", []),
    ("To: AMEMBASSIES PARIS, LONDON", "AMEMBASSIES PARIS, LONDON", []),
])  # fmt: skip
def test_the_man_at_a_mission_and_missions_together(line: str, addressee: str, destination: list[str]) -> None:
    record = read(f"TELEGRAM No. 3\n\nBonn, 3 August 1961\n\n{line}\n\nThe trams are running again.\n\nBerg\n")
    assert (names(record, "addressee"), names(record, "destination")) == ([addressee], destination)


CARRIED = "CIPHERED TELEGRAM No. 4412\n\nFrom: Berg, Oslo\nTo: Dahl, Beijing\n14 March 1951\n\n{}\n\nBERG\n"


@pytest.mark.parametrize("words", [
    'Beijing, Soviet Ambassador\n\nVisit Zhou Enlai and tell him the following:\n\n"We refuse your request for 16 tugs."',
    'Soviet Ambassador\n\nTell Zhou Enlai: "Your request for 16 tugs is refused."',
    'BEIJING - SOVIET AMBASSADOR\nFor Zhou Enlai\n\nWe refuse your request for 16 tugs.',
    'Convey to Comrade Zhou Enlai:\n\n"You ask for 16 tugs."',
    'Please hand over to Zhou Enlai the following:\n\n"We refuse your request for 16 tugs."',
    'Transmit immediately to Zhou Enlai:\n\n"You ask for 16 tugs."',
])  # fmt: skip
def test_what_is_asked_in_a_message_to_be_handed_over_its_reader_asks(words: str) -> None:
    record = read(CARRIED.format(words))
    assert (names(record, "sender"), names(record, "addressee")) == (["Berg"], ["Zhou Enlai"])
    assert names(record, "receiver") == ["Dahl"]
    asked = [part for part in record.parts["claims"] if part.text_of("kind") == "request"]
    assert {claimant.text for part in asked for claimant in part.fields["claimant"]} == {"Zhou Enlai"}


def test_the_head_of_a_mission_is_not_named_twice() -> None:
    record = read(CARRIED.format("Beijing, Soviet Ambassador\n\nYour request for 16 tugs is refused."))
    assert (names(record, "addressee"), names(record, "receiver"), names(record, "relay")) == (["Dahl"], [], [])


@pytest.mark.parametrize(("lines", "receiver", "addressee", "destination"), [
    ("Пекин, советскому послу Рощину\nДля Чжоу Эньлая", ["Рощин"], ["Чжоу Эньлая"], ["Пекин"]),
    ("Москва, Громыко", [], ["Громыко"], ["Москва"]),
    ("Пхеньян, послу Штыкову", [], ["Штыков"], ["Пхеньян"]),
    ("Пекин, советскому послу", [], ["советскому послу"], ["Пекин"]),
    ("Москва. Министру иностранных дел Вышинскому", [], ["Вышинский"], ["Москва"]),
    ("Москва, Молотову", [], ["Молотов"], ["Москва"]),
    ("Москва, Кремль", [], [], []),
])  # fmt: skip
def test_russian_lines_say_where_and_to_whom(
    lines: str, receiver: list[str], addressee: list[str], destination: list[str]
) -> None:
    record = read(f"ШИФРТЕЛЕГРАММА № 7\n\n{lines}\n\n7 апреля 1951 г.\n\nТрамваи снова ходят по городу.\n\nБерг\n")
    assert (names(record, "receiver"), names(record, "addressee")) == (receiver, addressee)
    assert names(record, "destination") == destination


@pytest.mark.parametrize(("line", "origin", "destination"), [
    ("From Peking to Foreign Office", ["Peking"], []),
    ("From London to Washington", ["London"], ["Washington"]),
    ("From Foreign Office to Oslo", [], ["Oslo"]),
])  # fmt: skip
def test_posts_in_small_letters(line: str, origin: list[str], destination: list[str]) -> None:
    record = read(f"{line}\n\nMr. Hutchison\nNo. 1187\n2 September 1950\n\nThe trams are running again.\n")
    assert (names(record, "origin"), names(record, "destination")) == (origin, destination)
    assert "Hutchison" in names(record, "sender")


@pytest.mark.parametrize(("place", "origin"), [
    ("Glen Cove, Long Island", ["Glen Cove"]),
    ("Camp David", ["Camp David"]),
    ("Waldorf Hotel, New York", ["New York"]),
    ("The White House", []),
    ("Secretary's Office", []),
    ("Ambassador's residence", []),
])  # fmt: skip
def test_where_a_talk_was_held(place: str, origin: list[str]) -> None:
    record = read(
        f"Memorandum of Conversation\n\nDATE: May 31, 1951\nPLACE: {place}\nPARTICIPANTS: Mr. Berg, Mr. Dahl\n\nMr. Berg asked for trams.\n"
    )
    assert names(record, "origin") == origin


def test_who_signs_a_record_is_the_man_among_those_present() -> None:
    record = read(
        "Record of conversation\nMoscow, 3 May 1950\n\nPresent: Berg, N. T. Lukin (interpreter)\n\nBerg asked for trams.\n\nN. Lukin\n"
    )
    assert names(record, "sender") == ["N. T. Lukin"]
