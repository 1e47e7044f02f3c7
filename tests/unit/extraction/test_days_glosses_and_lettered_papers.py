"""Days of receipt by their figure, footnotes that say who is who, names in capitals, and papers under a letter."""

# ruff: noqa: E501  (a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import capitals, extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record, SourceText, normalise

TEXT = "The dredger works again, and nine days are lost. The harbour master asks for two pumps before the winter."


def values(record: Record, name: str) -> list[str]:
    return [passage.text for passage in record.fields.get(name, ())]


@pytest.mark.parametrize(
    ("day", "received"),
    [
        ("December 1, 1884. (Received 2d.)", ["1884-12-02"]),
        ("December 1, 1884. [Received the 3d.]", ["1884-12-03"]),
        ("December 31, 1884. (Received 2d.)", ["1885-01-02"]),
        ("December 1, 1884. (Received same day.)", ["1884-12-01"]),
        ("December 1, 1884. (Received 2d, 9 a. m.)", ["1884-12-02"]),
        ("December 1, 1884. (Received December 4.)", ["1884-12-04"]),
        ("December 1, 1884.", []),
    ],
)
def test_a_day_of_receipt_by_its_figure_has_the_month_of_sending_or_the_next(day: str, received: list[str]) -> None:
    paper = f"Mr. Berg to Mr. Lund.\n[Telegram.—Cipher.]\nBerlin, {day}\n{TEXT}\nBERG.\n"
    [source] = frus_text.read(normalise(paper), "paper.txt")
    record = extract(source)
    assert (values(record, "date_received"), len(values(record, "date"))) == (received, 1)


def test_a_line_of_two_towns_says_where_the_telegram_goes() -> None:
    paper = f"Telegram from Oslo to Bucharest\nNo. 075.316\n9 July 1969, 20:45\n\n{TEXT}\n\nCorneliu Dahl\n"
    [source] = plain_text.read(normalise(paper), "paper.txt")
    assert values(extract(source), "destination") == ["Bucharest"]


def test_a_footnote_that_says_who_somebody_is_names_him_and_his_office() -> None:
    paper = (
        f"CIPHERED TELEGRAM\nFrom Berlin, 7 July 1953\nNo. 2241\n\n{TEXT} Grotewald1 agrees. Connell2 does not.\n\nV. SEMENOV\n\n"
        "1 Otto Grotewald, Prime Minister of Denmark.\n2 James B. Connell, High Commissioner for Austria.\n\n[Source: AVPRF, fond 06, opis 12a, papka 5, delo 301, list 44.]\n"
    )
    [source] = plain_text.read(normalise(paper), "paper.txt")
    record = extract(source)
    assert {"Otto Grotewald", "James B. Connell", "Denmark", "Austria"} <= set(values(record, "mentions"))
    held = {(part.text_of("holder"), part.text_of("position")) for part in record.parts["positions"]}
    assert ("Otto Grotewald", "Prime Minister of Denmark") in held


@pytest.mark.parametrize(
    ("capital", "shown"),
    [
        ("I SHALL TELL MORO THAT IT IS LATE.", "I shall tell Moro that it is late."),
        ("WE NEED A ROOM IN GENEVA FOR CARBONE AND SNUDERL.", "We need a room in Geneva for Carbone and Snuderl."),
        ("COMMENT FOLLOWS BY SEPTEL.", "Comment follows by septel."),
        ("I MET DOBRYNIN AND HIS DEPUTY.", "I met Dobrynin and his deputy."),
        ("HE WILL SEE THE TEXT AND SIGN.", "He will see the text and sign."),
    ],
)
def test_names_of_a_wire_stand_where_people_are_urged_met_and_joined(capital: str, shown: str) -> None:
    assert capitals.plain(SourceText(capital), [(0, len(capital))]).text == shown


def test_a_letter_of_the_alphabet_over_a_dated_letter_begins_an_enclosure() -> None:
    paper = (
        f"Mr. Berg to Mr. Lund.\nNo. 61.]\nLegation of the United States,\nPeking, May 25, 1867.\nSir: {TEXT} The letter (B) says so.\n"
        "I have the honor to be, sir, your obedient servant,\nS. BERG.\nHon. William Lund, Secretary of State.\n"
        f"*          *          *          *\nB.\nTungchau, May 13, 1867.\nDear Sir: We have been offered a plot. {TEXT}\nYours, respectfully,\nL. D. CHASE.\nISAAC PELL.\nSamuel Berg, Esq.\n"
    )
    [source] = frus_text.read(normalise(paper), "paper.txt")
    [inner] = extract(source).parts["enclosed"]
    assert (values(inner, "signature"), values(inner, "origin"), values(inner, "date")) == (
        ["L. D. Chase", "Isaac Pell"],
        ["Tungchau"],
        ["1867-05-13"],
    )
