"""Papers given in full below a line, passed on in a paragraph, or enclosed without a word: who wrote them, to whom, when."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record

DESPATCH = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902. (Received June 2.)\nSIR: The road is closed.\n{text}\nI shall write again by the next mail.\nI have, etc.,\nJOHN DALE.\n"
TELEGRAM = "File No. 861.00/2571\nThe Minister in Sweden (Dale) to the Secretary of State\n[Telegram]\nStockholm, May 4, 1918, 4 p. m.\n[Received May 5, 8.17 a. m.]\n2711. The road to the frontier has been closed since this morning by order of the governor.\n{text}\nThe text will be mailed.\nDALE\n"


def read(text: str) -> Record:
    return extract(next(frus_text.read(text, "paper.txt")))


def first(record: Record, *fields: str) -> list[str]:
    return [record.text_of(field) for field in fields]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Following radio from commanding officer Lund, at Smyrna, May 3, 9 p.m.:\n“Fires burning in one quarter only. I need 25 tons of bread daily.”", ["telegram", "1918-05-03", "Lund", "Dale", "Smyrna"]),
        ("Following wireless relayed by Vesta, for you, from Marsh at Tampico:\n“May 3. Citizens taken off by two steamers. Refineries are idle.”", ["telegram", "1918-05-03", "Marsh", "Secretary of State", "Tampico"]),
        ("From Vice Consul at Valencia:\n“May 3, 5 p.m. The governor assures me that nothing will be taken. Davis.”", ["telegram", "1918-05-03", "Davis", "Dale", "Valencia"]),
        ("The following letter, dated yesterday, has been received from Count Berg:\n“You ask for safe-conducts for 14 men. They will be delivered to you on Tuesday. J. M. Berg.”", ["letter", "1918-05-03", "Berg", "Dale", ""]),
        ("Ludden at Samara reports, through an officer who walked in last night:\n“April 27. Government here asks for six airplanes and for quinine.”", ["telegram", "1918-04-27", "Ludden", "Dale", "Samara"]),
        ("Ortiz sent me yesterday note number 307, of which the material part is as follows:\n“My Government cannot regard as a friend those who have landed here.”", ["note", "1918-05-03", "Ortiz", "Dale", ""]),
        ("For Marsh, Madrid: your message by telephone was not understood. Repeat it by radio. Dale.", ["telegram", "", "Dale", "Marsh", ""]),
        ("He had a telegram from Tokyo, No. 504, of which he had made a translation, and he handed it to me:\n“May 2. The General will leave one regiment there for two weeks.”", ["telegram", "1918-05-02", "", "", "Tokyo"]),
    ],
)  # fmt: skip
def test_telegram_inside_a_telegram(text: str, said: list[str]) -> None:
    [inside] = read(TELEGRAM.format(text=text)).parts["enclosed"]
    assert first(inside, "form", "date", "sender", "addressee", "origin") == said


@pytest.mark.parametrize(
    "text",
    [
        "For Marsh, this will be hard: he has nobody there and no money of his own.",
        "From Valencia I hear nothing: the wires were cut two days ago by the rebels.",
        "For instance: ten men were taken last night. Nobody knows where they are now.",
        "He spoke of a telegram from Tokyo, which he had not with him, and read to me his own notes.",
    ],
)
def test_sentence_that_passes_nothing_on(text: str) -> None:
    assert not read(TELEGRAM.format(text=text)).parts.get("enclosed")


def test_telegram_of_many_paragraphs_ends_with_its_writers_name() -> None:
    text = "Following from Poole at Moscow by courier of the consulate, much delayed:\n16, April 14, noon. Reference my 12.\n(1) I answered that I could not treat.\n(2) Please inform Department that all is burned. Poole.\nI asked the Minister for trains."
    record = read(TELEGRAM.format(text=text))
    [inside] = record.parts["enclosed"]
    assert first(inside, "form", "number", "date", "sender", "origin") == ["telegram", "16", "1918-04-14", "Poole", "Moscow"]  # fmt: skip
    assert "burned" in inside.fields["start"][0].text or inside.fields["start"][0].spans[0].end > record.source.text.index("burned")  # fmt: skip
    assert [one.text_of("number") for one in inside.parts["citations"]] == ["12"]


def test_telegrams_that_were_exchanged_stand_one_below_another() -> None:
    text = "I beg to confirm the following telegrams exchanged between us:\n(1) [From Washington.]\nMAY 1, 1902.\nDALE, Minister, Lima:\nPress states road closed. Is it so? Demand passage.\nHAY.\n(2) [From Lima.]\nMAY 2, 1902.\nSECRETARY OF STATE, Washington:\nClosed since Tuesday. Passage promised for Monday.\nDALE."
    one, two = read(DESPATCH.format(text=text)).parts["enclosed"]
    assert first(one, "form", "date", "sender", "addressee", "origin", "destination") == ["telegram", "1902-05-01", "Hay", "Dale", "Washington", "Lima"]  # fmt: skip
    assert first(two, "form", "date", "sender", "addressee", "origin", "destination") == ["telegram", "1902-05-02", "Dale", "Secretary of State", "Lima", "Washington"]  # fmt: skip


def test_confirmed_telegram_of_the_same_day_is_not_cited_besides() -> None:
    text = 'I have the honor to confirm my telegram of this date, as follows:\n"HAY, Washington: The road is closed. Nobody passes it without leave."'
    record = read(DESPATCH.format(text=text))
    [inside] = record.parts["enclosed"]
    assert first(inside, "date", "destination") == ["1902-05-04", "Washington"]
    assert not record.parts.get("citations")


def test_confirmed_telegram_of_an_earlier_day_is_cited() -> None:
    text = 'I beg to confirm my telegram of the 2d instant, as follows:\n"HAY, Washington: The road is closed. Nobody passes it without leave."'
    record = read(DESPATCH.format(text=text))
    assert [first(one, "form", "date") for one in record.parts["citations"]] == [["telegram", "1902-05-02"]]


def test_note_that_is_quoted_names_its_addressee() -> None:
    text = 'Following is text received this afternoon:\n"BERLIN, May 3, 1918. The undersigned has the honor to inform His Excellency the Ambassador of the United States of America, Mr. James W. Dale, that the commander has been heard. It was dusk.\nBerg"'
    [inside] = read(TELEGRAM.format(text=text)).parts["enclosed"]
    assert first(inside, "form", "sender", "addressee") == ["note", "Berg", "James W. Dale"]


ENCLOSED = "\nMr. Lund to Mr. Dale.\nUNITED STATES CONSULATE,\nCanea, April 8, 1902.\nSIR: The ship was chased ashore on the 2d near the cape, and burned.\nW. J. LUND.\n"


def test_bracketed_heading_begins_the_next_enclosure() -> None:
    text = DESPATCH.format(text="I inclose two papers.") + ENCLOSED + "\n[Memorandum.]\nThe Government has seen with pain that the consuls encourage departures. It asks them to abstain.\nApril 17, 1902.\n"  # fmt: skip
    letter, memorandum = read(text).parts["enclosed"]
    assert first(letter, "sender", "date") == ["W. J. Lund", "1902-04-08"]
    assert first(memorandum, "form", "date") == ["memorandum", "1902-04-17"]


def test_the_same_to_the_same_over_an_enclosure() -> None:
    text = DESPATCH.format(text="I inclose two papers.") + "(a)" + ENCLOSED + "(b)\nThe same to the same.\n[Telegram.]\nCANEA, April 9, 1902.\nThe master refuses to pay, and has gone home with his crew.\nLUND.\n"  # fmt: skip
    _, telegram = read(text).parts["enclosed"]
    assert first(telegram, "form", "date", "sender", "addressee") == ["telegram", "1902-04-09", "Lund", "Dale"]


def test_letter_below_a_numbered_inclosure_is_enclosed_by_it() -> None:
    text = DESPATCH.format(text="I inclose a letter.") + "[Inclosure 1.]" + ENCLOSED + "[A.]\nPlacard.\nThe boats cannot come up when the ice is thick. Let every street provide forty men.\n"  # fmt: skip
    [letter] = read(text).parts["enclosed"]
    [placard] = letter.parts["enclosed"]
    assert not placard.fields.get("sender")
