"""Who carries a message: a line of its head, in brackets or not, or its title says by whose hand it goes."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text, wilson_center
from cablegraph.record import Record, normalise

LETTER = """Letter from Todor Lund to Karel Berg

Sofia, 12 March 1970

To Comrade Karel Berg
Prime Minister
HAVANA
{line}

Esteemed Comrade Berg,

I received your letter of 18 February about trams.

With fraternal greetings,
Todor Lund
"""


def read(text: str) -> Record:
    [source] = plain_text.read(normalise(text), "paper.txt")
    return extract(source)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(to be handed over in person by Ambassador Stefan Petrov)", ["Stefan Petrov"]),
        ("(To be delivered personally by Comrade Choe Yong-geon)", ["Choe Yong-geon"]),
        ("Handed over by Comrade Hermann Axen on 19 March 1970", ["Hermann Axen"]),
        ("Handed to Prime Minister Berg by Ambassador Nicolae Ionescu on 19 March", ["Nicolae Ionescu"]),
        ("[delivered by Werner Lamberz]", ["Werner Lamberz"]),
        ("The letter was handed over to Comrade Berg by Comrade Beqir Balluku.", ["Beqir Balluku"]),
        ("To be transmitted through Ambassador Ilie Verdet", ["Ilie Verdet"]),
        ("Through the Ambassador of the USSR to the DPRK, T. F. Shtykov", ["T. F. Shtykov"]),
        ("by courtesy of Comrade Averky Aristov, Ambassador of the USSR in Warsaw", ["Averky Aristov"]),
        ("By hand of Commander Raúl Díaz Argüelles", ["Raúl Díaz Argüelles"]),
        ("through Comrade Semyonov, via Ambassador Zorin", ["Semyonov", "Zorin"]),
        ("", []),
    ],
)
def test_a_line_over_the_greeting_names_who_carries_a_letter(line: str, names: list[str]) -> None:
    record = read(LETTER.format(line=line))
    assert list(dict.fromkeys(one.text for one in record.fields.get("relay", ()))) == names
    assert {one.text for one in record.fields["addressee"]} == {"Karel Berg"}


@pytest.mark.parametrize(
    ("title", "relay"),
    [
        ("Message from Indira Lund to Karel Berg, Conveyed by Ambassador D. P. Dhar", "D. P. Dhar"),
        ("Letter from Indira Lund to Karel Berg, Delivered by Ambassador Mićunović", "Mićunović"),
        ("Oral Message from Indira Lund to Karel Berg, transmitted by Georgi Bolshakov", "Georgi Bolshakov"),
        ("Letter from Indira Lund to Karel Berg (handed over by Kenneth Keating)", "Kenneth Keating"),
        ("Verbal Message from Indira Lund to Karel Berg (through Anatoly Dobrynin)", "Anatoly Dobrynin"),
        ("Letter from Indira Lund to Karel Berg", ""),
        ("Letter from Indira Lund to Karel Berg on the Guns Delivered by Poland", ""),
    ],
)
def test_a_title_names_who_carries_a_message(title: str, relay: str) -> None:
    record = read(f"{title}\n\nNew Delhi, July 14, 1971\n\nI have your message of June 29.\n\nIndira Lund\n")
    assert (record.text_of("sender"), record.text_of("addressee")) == ("Indira Lund", "Karel Berg")
    assert record.text_of("relay") == relay


@pytest.mark.parametrize(
    "words", ["By hand of Commander Raúl Díaz", "(to be handed over by Raúl Díaz)", "Through Comrade Raúl Díaz"]
)
def test_who_carries_a_letter_is_found_on_a_page_of_one_line(words: str) -> None:
    text = (
        "July 20, 1975 Letter from Fidel Lund to Karel Berg Total Page:3 File Type:pdf, Size:10Kb Contents: English "
        f"Translation Havana, July 20, 1975 Comrade Karel Berg President Luanda {words} Dear Comrade: I have your "
        "letter. We can send trams. Accept an embrace, Fidel Lund"
    )
    [source] = wilson_center.read(normalise(text), "paper.txt")
    assert extract(source).text_of("relay") == "Raúl Díaz"
