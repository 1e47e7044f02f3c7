"""Messages that a paper gives in its text: by their own place and day, by what stands before their colon, by their names."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract, seals, titles
from cablegraph.extraction.names import parse
from cablegraph.extraction.rows import Row
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record

HEAD = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902. (Received June 2.)\nSIR: The road is closed.\n{text}\nI shall write again by the next mail.\nI have, etc.,\nJOHN DALE.\n"


def read(text: str) -> Record:
    return extract(next(frus_text.read(text, "paper.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("text", "sender", "addressee", "origin", "date"),
    [
        ("I have had the following, which I copy:\n“CALLAO, May 1.—Commandant has taken two of the band near the bridge. No money on them.—LANE.”", "LANE", "John Dale", "Callao", "1902-05-01"),
        ("I communicate the following message, which Consul Webb sends me from Piura:\n“PIURA, May 2.—Some forty men of the band are again about the bridge and the mill.”", "Webb", "John Dale", "Piura", "1902-05-02"),
        ("He sent the President this paper:\n“Tarma, May 3. I invite you to hand over the town within two days. Juan Ortiz.”", "Juan Ortiz", "", "Tarma", "1902-05-03"),
        ("The President yesterday had this by the wire from Tarma:\nOrtiz to Prado.—Four hundred men beaten at the bridge. I want shoes.", "Ortiz", "Prado", "Tarma", ""),
    ],
)  # fmt: skip
def test_message_in_a_despatch_shows_itself(text: str, sender: str, addressee: str, origin: str, date: str) -> None:
    [inside] = read(HEAD.format(text=text)).parts["enclosed"]
    assert [name.lower() for name in names(inside, "sender")] == [sender.lower()]
    assert names(inside, "addressee") == ([addressee] if addressee else [])
    assert (inside.text_of("origin"), inside.text_of("date")) == (origin, date)


def test_letter_that_is_answered_by_a_note_is_a_note_and_a_consuls_to_his_minister_a_letter() -> None:
    text = (
        "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nTokei, May 4, 1874. (Received June 2.)\nSIR: The correspondence is inclosed.\nI have, &c.,\nJOHN DALE.\n"
        "[Inclosure 1 in No. 12.]\nMr. Dale to Mr. Iwakura Tomomi.\nTOKEI, April 18, 1874.\nSIR: It is stated in the papers that a ship carries men.\nJOHN DALE.\n"
        "[Inclosure 2 in No. 12.—Translation.]\nMr. Iwakura to Mr. Dale.\nFOREIGN OFFICE,\nThe 19th day, 4th month, 7th year of Meiji.\nSIR: Your letter came to hand. The men are sent to ask redress.\nIWAKURA TOMOMI.\n"
        "[Inclosure 3 in No. 12.]\nMr. Webb to Mr. Dale.\nNo. 7.]\nUNITED STATES CONSULATE,\nNagasaki, April 20, 1874.\nSIR: I give the losses proved before me in the quarter.\nPETER WEBB.\n"
    )
    enclosed = read(text).parts["enclosed"]
    assert [names(part, "form") for part in enclosed] == [["note"], ["note"], ["letter"]]
    assert names(enclosed[1], "date") == ["1874-04-19"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("The 19th day, 4th month, 7th year of Meiji.", "1874-04-19"),
        ("Meiji, 8th year, 1st month, 5th day", "1875-01-05"),
        ("The 19th day, 4th month, 4th year of Meiji.", ""),
    ],
)
def test_day_of_meiji_is_ours_from_the_sixth_year_on(line: str, day: str) -> None:
    found = seals.foreign_day(line, Row(0, len(line), line))
    assert (found[2] if found else "") == day


@pytest.mark.parametrize(
    ("words", "name", "entity"),
    [
        ("Mr. King", "King", "person"),
        ("RUFUS KING", "Rufus King", "person"),
        ("The Prince of Kung", "Prince of Kung", "person"),
        ("King of Siam", "King of Siam", "position"),
        ("Danish King", "Danish King", "position"),
    ],
)
def test_surname_that_is_a_title_and_a_prince_by_his_seat(words: str, name: str, entity: str) -> None:
    party = parse(words, 0, len(words))
    assert party is not None
    assert (party.name, party.entity) == (name, entity)


@pytest.mark.parametrize(
    ("title", "addressees"),
    [
        ("Memorandum for Rear-Admiral Lane.", ["Lane"]),
        ("Memorandum for the Files", []),
        ("Report for the year 1902", []),
    ],
)
def test_memorandum_for_somebody_is_to_him(title: str, addressees: list[str]) -> None:
    assert [party.name for party in titles.read(title, 0, len(title)).addressees] == addressees


@pytest.mark.parametrize(
    ("head", "form", "number"),
    [
        ("Mr. Dale to Mr. Hay.\nLEGATION OF SPAIN,\nWashington, May 4, 1886.\nThe undersigned, envoy extraordinary of Her Catholic Majesty, has received the order.\nJ. DALE.", "note", ""),
        ("The Secretary of State to all Consular Officers\nGENERAL INSTRUCTION\nCONSULAR NO. 99\nWASHINGTON, May 4, 1917.\nGENTLEMEN: Consuls issue no licenses.\nJ. DALE", "instruction", "99"),
        ("Mr. Dale to Mr. Hay.\nNo. 11,204.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902.\nSIR: The road is closed.\nJ. DALE.", "despatch", "11,204"),
    ],
)  # fmt: skip
def test_form_and_number_by_what_the_head_prints(head: str, form: str, number: str) -> None:
    record = read(head)
    assert (record.text_of("form"), record.text_of("number")) == (form, number)


@pytest.mark.parametrize(("mark", "note"), [("82", "82 Telegram in four sections."), ("a", "a Not printed.")])
def test_footnote_is_the_editors_wherever_its_count_begins(mark: str, note: str) -> None:
    record = read(HEAD.format(text=f"Mr. Webb has written from Piura.{mark} He has undertaken to go.") + note + "\n")
    place = record.source.text.index(note)
    assert record.source.layer_of(place, place + len(note)) == "editorial"


def test_letter_of_the_alphabet_that_no_word_bears_is_no_footnotes_mark() -> None:
    record = read(HEAD.format(text="Mr. Webb has written from Piura.") + "a Not printed.\n")
    place = record.source.text.index("a Not printed.")
    assert record.source.layer_of(place, place + 5) == "transcript"


def test_labelled_paper_that_was_received_within_the_day_is_a_telegram() -> None:
    text = "From: Havana\nNo.: 9.117\nTime: 27.X.62, 23:40\nReceived: 28/X/62, 06:15\nTo: Ministry of Foreign Affairs\n\nI spoke this evening with the Minister in the hills. He asked for carts.\n\nNovák\n"
    [source] = plain_text.read(text, "paper.txt")
    assert extract(source).text_of("form") == "telegram"


def test_a_letter_in_quotation_marks_with_two_signers_and_a_full_stop_behind_its_greeting() -> None:
    [source] = plain_text.read(
        "Ciphered telegram from Berg to Dahl\nWe give the text of the letter:\n\n“Moscow.\nDEEPLY RESPECTED Iosif Dahl.\n"
        "We thank you for the help that you give us. The harvest was good.\nWith respect,\nLars Berg, Nils Lund\n29 September 1950”\n\nSHTYKOV\n",
        "paper.txt",
    )
    [inner] = extract(source).parts["enclosed"]
    assert [one.text for one in inner.fields["sender"]] == ["Lars Berg", "Nils Lund"]
    assert [one.text for one in inner.fields["addressee"]] == ["Iosif Dahl"]
    assert inner.text_of("date") == "1950-09-29"


def test_comrade_and_a_name_in_capitals_with_a_full_stop_greet() -> None:
    [source] = plain_text.read(
        "Ciphered telegram from Berg to Dahl\nI send you the telegram of Comrade LUND:\n“Comrade BERG.\n"
        "We thank you for the help that you give us. The harvest was good.\nLUND\n1 July 1951”\nBERG\n",
        "paper.txt",
    )
    [inner] = extract(source).parts["enclosed"]
    assert [one.text for one in inner.fields["addressee"]] == ["Berg"]


def test_a_paper_is_also_about_what_the_message_in_its_text_is_about() -> None:
    quoted = "“Tarma, May 3. The refugees number 4,000. I shall telegraph separately on the armistice. Juan Ortiz.”"
    text = f"He asks for a loan of 40,000 dollars. He sent the President this paper:\n{quoted}"
    paper = read(HEAD.format(text=text))
    [inside] = paper.parts["enclosed"]
    assert set(names(paper, "topics")) == {"credits", "refugees"}
    assert names(inside, "topics") == ["refugees"]


def test_a_mere_cover_is_about_what_it_encloses() -> None:
    letter = "SIR: The refugees number 4,000.\nYour obedient servant,\nJUAN ORTIZ."
    paper = read(
        f"{HEAD.format(text='I inclose a letter.')}[Inclosure.]\nMr. Ortiz to Mr. Dale.\nTARMA, May 3, 1902.\n{letter}\n"
    )
    assert names(paper, "topics") == ["refugees"]
