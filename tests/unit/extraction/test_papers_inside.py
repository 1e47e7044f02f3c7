"""Papers given in full inside another: quoted, below a colon, or as an enclosure of an enclosure."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

HEAD = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902. (Received June 2.)\nSIR: The road is closed.\n{text}\nI shall write again by the next mail.\nI have, etc.,\nJOHN DALE.\n"


def read(text: str) -> Record:
    return extract(next(frus_text.read(text, "paper.txt")))


def first(record: Record, *fields: str) -> list[str]:
    return [record.text_of(field) for field in fields]


@pytest.mark.parametrize(
    ("text", "sender", "addressee", "form"),
    [
        ("For Webb at Piura: “Your 8, May 2. Nothing leaves tonight, and no ship is here.”", "John Dale", "Webb", ""),
        ("Paris only: Following for General Lund from Marsh: “Your 142. Await orders. The units are two.”", "Marsh", "Lund", ""),
        ("Consul Webb at Piura reports as follows: “May 3, 6 p.m. Have been asked by the Admiral for 1,500 men.”", "Webb", "John Dale", "telegram"),
        ("Your telegram of the 1st was received, and was answered as follows: “Telegram received. Your course is approved.”", "John Dale", "Hay", "telegram"),
        ("Ortiz has handed him a note of which the following is the text: “My Government requests that troops be withdrawn.”", "Ortiz", "", "note"),
        ("I was about to leave when I had this from Lord Berg:\n“FOREIGN OFFICE, Tuesday. MY DEAR MR. DALE: They want two days more. I am sorry. Yours truly, BERG.”", "Berg", "John Dale", ""),
        ("Barker, consular agent at Cadiz, wires me just now: “Six vessels left yesterday, destination unknown.”", "Barker", "John Dale", "telegram"),
        ("The Legation has received from the Consul Webb the following note, dated May 3: “SIR: I ask that the ship be spared. WEBB.”", "Webb", "John Dale", "note"),
        ("Colonel Webb wishes the following sent to Lund, Washington: “Fever falling. We can use forty tons of milk. WEBB.”", "Webb", "Lund", ""),
        ("I am in receipt of the following note from Sir Adam Berg:\n“FOREIGN OFFICE, May 3, 1902. YOUR EXCELLENCY: I regret the delay. I have, etc. A. BERG.”", "Adam Berg", "John Dale", "note"),
        ("He spoke from notes, a copy of which he let me have: “May 3. The Government cannot interfere in these affairs.”", "", "John Dale", ""),
    ],
)  # fmt: skip
def test_quoted_paper_has_the_parties_that_introduce_it(text: str, sender: str, addressee: str, form: str) -> None:
    [inside] = read(HEAD.format(text=text)).parts["enclosed"]
    assert [name.lower() for name in first(inside, "sender", "addressee")] == [sender.lower(), addressee.lower()]
    assert not form or inside.text_of("form") == form


@pytest.mark.parametrize(
    "text",
    [
        "For information: “The road is closed at the bridge and at the mill.”",
        "He said to me as follows: “We shall not yield the customs while I live.”",
        "Mr. Webb reports as follows: “The harvest is a poor one this year.”",
        "The inscription was answered by laughter: “Here lies the road to Lima.”",
        "For the following reasons: “It is dear, it is late, and it is bad.”",
    ],
)
def test_what_is_quoted_is_not_always_a_paper(text: str) -> None:
    assert read(HEAD.format(text=text)).parts.get("enclosed", ()) == ()


def test_two_telegrams_without_quotation_marks() -> None:
    text = (
        "On the 6th instant, late at night, Consul Webb wired from Piura as follows:\nTown bombarded yesterday. Two hundred landed.\nFrom Admiral Berg I had this answer:\n"
        "CALLAO, May 1, 1902.\nDALE, Lima:\nShip wanted here. Can give you the Olga.\nBERG.\nI thanked him."
    )
    one, two = read(HEAD.format(text=text)).parts["enclosed"]
    assert first(one, "form", "sender", "addressee", "origin") == ["telegram", "Webb", "John Dale", "Piura"]
    assert first(two, "form", "sender", "origin", "date") == ["telegram", "Berg", "Callao", "1902-05-01"]


def test_petition_with_its_own_dateline_and_a_message_for_another() -> None:
    text = "I presented a petition of the captain, as follows:\nCALLAO, May 1, 1902.\nTo the MINISTER:\nI request 27,000 dollars for the loss of the ship.\nRICARDO ORTIZ.\nI recommended it."
    [petition] = read(HEAD.format(text=text)).parts["enclosed"]
    assert first(petition, "form", "date", "origin") == ["petition", "1902-05-01", "Callao"]
    text = "Berg asks me to transmit this to Lund at Quito:\nFor Lund from Berg. May 3. Have bought wheat. Berg.\nMarsh has the text also."
    [passed] = read(HEAD.format(text=text)).parts["enclosed"]
    assert first(passed, "sender", "addressee", "date") == ["Berg", "Lund", "1902-05-03"]


WIRE = "File No. 861.77/41\nThe Minister in China (Dale) to the Secretary of State\n[Telegram]\nPEKING, September 6, 1918, 3 p.m.\n{text}\nDALE\n"


@pytest.mark.parametrize(
    ("text", "sender", "addressee", "words"),
    [
        ("177. Following from Berg:\nAbout 18,000 troops disembarked already.", "Berg", "", "About"),
        ("Following for Marsh [from Lund]:\nYour cable 4th. Fifty thousand cabled.", "Lund", "Marsh", "Your"),
        ("Your 1571, July 30. For Marsh [from Lund]:\nThink can furnish men desired.", "Lund", "Marsh", "Think"),
        ("Berg sends following telegram, with which I concur:\nRecommend 171 engines be sent.", "Berg", "Dale", "Recommend"),
        ("In a telegram just received Berg comments as follows:\nSeptember 5, 4 p.m. The plan is weak.\nI regret it.", "Berg", "Dale", "September"),
    ],
)  # fmt: skip
def test_telegram_that_another_passes_on(text: str, sender: str, addressee: str, words: str) -> None:
    [inside] = read(WIRE.format(text=text)).parts["enclosed"]
    assert first(inside, "sender", "addressee") == [sender, addressee]
    assert inside.source.quote(inside.fields["start"][0].spans[0]).startswith(words)


ENCLOSED = "[Inclosure.]\nMr. Webb to Mr. Dale.\nPIURA, May 1, 1902.\nSIR: He left with me the memorandum annexed.\nPETER WEBB.\n{sub}"


@pytest.mark.parametrize(
    ("sub", "words"),
    [
        ("[Subinclosure.]\nMEMORANDUM\nThe Powers are requested to withdraw their men.\n", "The Powers"),
        ("[Extract.]\nUNITED STATES CONSULATE,\nTarma, April 24, 1902.\nThe ship came in on Monday.\nP. LUND.\n", "The ship"),
    ],
)  # fmt: skip
def test_paper_that_an_enclosure_encloses_lies_in_it(sub: str, words: str) -> None:
    record = read(HEAD.format(text="I enclose it.") + ENCLOSED.format(sub=sub))
    [enclosed] = record.parts["enclosed"]
    [within] = enclosed.parts["enclosed"]
    assert words in within.source.quote(within.fields["start"][0].spans[0])
    assert within.id.startswith(f"{enclosed.id}/enclosed/")


def test_list_of_enclosures_is_none_of_them() -> None:
    text = HEAD.format(text="I enclose it.") + (
        "[Inclosures.]\n1. Mr. Ortiz to Mr. Dale, May 1, 1902.\n2. Extract from the Diario of May 2.\n[Translation.]\n"
        "Mr. Ortiz to Mr. Dale.\nFOREIGN OFFICE,\nLima, May 1, 1902.\nSIR: Your letter of the 28th of last month was read.\nJUAN ORTIZ.\n"
    )
    [enclosed] = read(text).parts["enclosed"]
    assert first(enclosed, "sender", "date") == ["Juan Ortiz", "1902-05-01"]


def test_below_an_oath_its_witness_signs() -> None:
    text = HEAD.format(text="An affidavit is inclosed.") + (
        "[Inclosure.]\nI, Adam Berg, on oath depose that I left Callao with a crew of sixteen men.\nADAM BERG.\n"
        "ESSEX, ss: October 13, 1901. Personally appeared Adam Berg and made oath to the truth of the above.\nCARL WEBB, Notary Public.\n"
    )
    [inside] = read(text).parts["enclosed"]
    assert inside.text_of("sender") == "Adam Berg"


def test_numbers_over_a_thousand_and_ministries_stand_in_heads() -> None:
    text = HEAD.format(text="Two papers are inclosed.") + (
        "[Inclosure 1 in No. 12.]\nGeneral Webb to the minister of war.\nNo. 1,604.] MATAMOROS, April 2, 1902.\nI have the honor to report. \nCARL WEBB.\n"
        "[Inclosure 2 in No. 12.]\nCount Lund to Mr. Dale.\nMINISTRY OF FOREIGN AFFAIRS,\nLima, April 3, 1902.\nI have the honor to confirm what I said.\nI renew, etc.,\nCOUNT LUND.\n"
    )
    one, two = read(text).parts["enclosed"]
    assert first(one, "number", "origin") == ["1,604", "Matamoros"]
    assert two.text_of("form") == "note"


@pytest.mark.parametrize(
    "words",
    [
        "I should be obliged if you would cause the following telegram to be sent to Mr. Marsh at London:",
        "Will you be good enough to have the following cable transmitted to Mr. Marsh, London:",
    ],
)
def test_what_one_has_sent_by_another_is_his_own_message(words: str) -> None:
    [inside] = read(
        "The Secretary of the Treasury (Lund) to the Secretary of State\nWashington, October 11, 1917.\n"
        f"My Dear Mr. Secretary: {words}\n“Establish a credit of $5,000,000 in favor of Norway. Await my letter.”\nSincerely yours,\nP. Q. Lund\n"
    ).parts["enclosed"]
    assert first(inside, "sender", "addressee", "destination", "form") == ["P. Q. Lund", "Marsh", "London", "telegram"]


def test_to_whom_and_how_a_message_is_to_be_given_and_who_signs_it_behind_another_name() -> None:
    wire = "File No. 812.00/11520a\nThe Secretary of State to the Brazilian Minister, Mexico City.\n[Telegram.]\nWashington, March 6, 1915, 4 p. m.\n{}\nBRYAN\n"
    [inside] = read(
        wire.format(
            "229. Deliver the following to General Ortiz personally and at once:\n“We have noted the reports. BRYAN.”"
        )
    ).parts["enclosed"]
    assert first(inside, "addressee") == ["Ortiz"]
    [answer] = read(
        WIRE.format(
            text="General Ortiz answers as follows:\n“Mr. Secretary: I have the note which you sent me through Mr. Berg. V. Ortiz.”"
        )
    ).parts["enclosed"]
    assert first(answer, "sender", "signature") == ["V. Ortiz", "V. Ortiz"]


def test_text_of_a_note_that_is_addressed_to_a_third() -> None:
    text = "Department's 1211, September 2. Following is translation of note received from Ortiz at Stockholm, dated September 1, addressed to President Lund:\n“Mr. President: In addition to the offer made before I have informed the ministers.”\nNo answer has been made."
    [inside] = read(WIRE.format(text=text)).parts["enclosed"]
    assert first(inside, "sender", "addressee", "origin", "date", "form") == ["Ortiz", "Lund", "Stockholm", "1918-09-01", "note"]  # fmt: skip


def test_chairman_of_a_committee_on_a_field_is_whom_the_bracket_names() -> None:
    letter = read(
        "The Secretary of State to the Chairman of the Committee on Foreign Relations, United States Senate (Lund)\nWashington, January 23, 1923.\n"
        "My Dear Senator Lund: I am in receipt of your letter of January 20.\nVery sincerely yours,\nCHARLES DALE\n"
    )
    assert first(letter, "addressee") == ["Lund"]
