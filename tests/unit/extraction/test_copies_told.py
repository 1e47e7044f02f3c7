"""Who has a copy, where a despatch or a telegram says it in a sentence, and desks among the names of a list."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text

DESPATCH = "Mr. Dale to Mr. Hay.\nNo. 12.]\nLEGATION OF THE UNITED STATES,\nLima, May 4, 1902. (Received June 2.)\nSIR: The road is closed.\n{text}\nI have, etc.,\nJOHN DALE.\n"


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("Copies of this despatch have been furnished to the Legation at Managua and to Captain Simpson of the Tacoma.", ["Legation at Managua", "Simpson"]),
        ("Mr. Bigelow, at Paris, and Mr. King, at Rome, have been furnished with copies of this instruction.", ["Bigelow", "King"]),
        ("The Legation at Managua has been furnished with a copy of this dispatch.", ["Legation at Managua"]),
        ("Copies of this note have been sent to the Governor-General of Canada and to Admiral Patey.", ["Governor-General of Canada", "Patey"]),
        ("Please inform Navy Department and furnish copy to Senator Williams.", ["Williams"]),
        ("All is well. Copy to Shanghai for Commander in Chief.", ["Commander in Chief"]),
        ("I have sent a copy of this dispatch to Mr. Lowell, at Madrid, and another to Mr. Welsh.", ["Lowell", "Welsh"]),
        ("A copy of this instruction goes to Minister Rockhill.", ["Rockhill"]),
        ("I have furnished Consul Berg with a copy of this despatch.", ["Berg"]),
        ("Copies to Legation at Peking, Admiral Knight and Consul General at Shanghai.", ["Legation at Peking", "Knight", "Consul General at Shanghai"]),
        ("Copies of the treaty have been furnished to the Senate.", []),
        ("He was furnished with copies of the law.", []),
        ("The Minister has been furnished with a copy of the note of May 4.", []),
        ("A copy of this report goes to the legation at Brussels.", ["legation at Brussels"]),
        ("I have sent a copy of this dispatch to the consul at Beirut.", ["consul at Beirut"]),
        ("A copy of this instruction has been sent to the embassy at Tokyo.", ["embassy at Tokyo"]),
        ("Copies have been sent to the Embassy at Paris and to the Legation at Bern.", ["Embassy at Paris", "Legation at Bern"]),
        ("Copies of this memorandum went to Mr. Grew and to the Legation at Tegucigalpa.", ["Grew", "Legation at Tegucigalpa"]),
        ("All is well. Copies by mail to Consulates General at Nanking and Shanghai.", ["Consulates General at Nanking and Shanghai"]),
        ("Copy to Page, London, by pouch. A list of the cargo will be cabled later.", ["Page"]),
        ("All is well. Copies went to London and Rome.", []),
        ("All is well. Mail copy to Embassy at Santiago.", ["Embassy at Santiago"]),
        ("Copy of this telegram mailed to Consul at Harbin.", ["Consul at Harbin"]),
        ("Copy to Francis at Archangel by courier.", ["Francis"]),
        ("Copy by messenger to Admiral Knight.", ["Knight"]),
        ("Deliver also copy to Admiral Sims.", ["Sims"]),
        ("Please send a copy also to General Berg.", ["Berg"]),
        ("A copy of this telegram should be given to Ambassador Sharp when he passes through Madrid.", ["Sharp"]),
        ("A copy of this instruction is to be handed to Mr. Berg on his arrival.", ["Berg"]),
        ("I have informed Consul Owen, at Messina, of what has been done, and have sent him a copy of this dispatch.", ["Owen"]),
        ("I have written to Mr. Berg and sent him a copy of this despatch.", ["Berg"]),
        ("I have informed Mr. Berg of the law and have sent him a copy of it.", []),
        ("Copies have been sent to the press.", []),
        ("Copies of the law were sent to the governor.", []),
        ("Copy to France and Italy of the treaty.", []),
    ],
)  # fmt: skip
def test_copies_of_a_despatch(text: str, copied: list[str]) -> None:
    [source] = frus_text.read(DESPATCH.format(text=text), "paper.txt")
    record = extract(source)
    assert [passage.text for passage in record.fields.get("copied_to", ())] == copied
    assert {passage.text for passage in record.fields["sender"]} == {"John Dale"}


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        ("Copies to: Com. A. A. Gromyko, Com. G. M. Pushkin, SEAD", ["A. A. Gromyko", "G. M. Pushkin", "SEAD"]),
        ("Copies: Com. A. A. Gromyko, Com. G. M. Pushkin, FILE", ["A. A. Gromyko", "G. M. Pushkin"]),
    ],
)
def test_desk_by_its_letters_among_names(line: str, copied: list[str]) -> None:
    letter = (
        f"Lund, 5 May 1962\n\nDear Comrade Berg,\n\nThe harvest is in and the mills are at work.\n\nDahl\n\n{line}\n"
    )
    [source] = plain_text.read(letter, "a.txt")
    assert [passage.text for passage in extract(source).fields.get("copied_to", ())] == copied


WIRE = "File No. 893.00/123\nThe Minister in China (Reinsch) to the Secretary of State\n[Telegram]\nPeking, May 3, 1918, 4 p.m.\n[Received May 4, 1.20 a.m.]\nAll is quiet.\n{text}\nReinsch\n"


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("Copy to Legation at Copenhagen.", ["Legation at Copenhagen"]),
        ("Copies to Legations at Tokyo and Bangkok.", ["Legations at Tokyo and Bangkok"]),
        ("Copies by mail to Shanghai, Hankow.", []),
        ("Copy to London.", []),
        ("Copy by pouch to Consul at Harbin.", ["Consul at Harbin"]),
        ("Copies to Admiral Knight and Consul General at Shanghai.", ["Knight", "Consul General at Shanghai"]),
    ],
)
def test_who_signs_below_such_a_sentence_has_no_copy(text: str, copied: list[str]) -> None:
    [source] = frus_text.read(WIRE.format(text=text), "paper.txt")
    record = extract(source)
    assert [passage.text for passage in record.fields.get("copied_to", ())] == copied
    assert {passage.text for passage in record.fields["sender"]} == {"Reinsch"}


LETTER = "Lund, 5 May 1962\n\nDear Comrade Berg,\n\nThe harvest is in and the mills are at work.\n\nDahl\n\n{}\n"


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        ("Sent: Comrade Stalin – 2 copies, Molotov, Malenkov, Beria", ["Stalin", "Molotov", "Malenkov", "Beria"]),
        ("Sent: Molotov, Malenkov, Beria", ["Molotov", "Malenkov", "Beria"]),
        ("[Distribution: Gomułka, Cyrankiewicz, Ochab]", ["Gomułka", "Cyrankiewicz", "Ochab"]),
        ("[Copies to: Gromyko, Kuznetsov]", ["Gromyko", "Kuznetsov"]),
        ("[Sent to: Brezhnev, Kosygin]", ["Brezhnev", "Kosygin"]),
        ("Sent: 6 May 1962", []),
        ("Sent: Moscow, 6 May", []),
    ],
)
def test_lists_of_copies_in_other_manners(line: str, copied: list[str]) -> None:
    [source] = plain_text.read(LETTER.format(line), "a.txt")
    assert [passage.text for passage in extract(source).fields.get("copied_to", ())] == copied


@pytest.mark.parametrize(
    ("line", "copied"),
    [
        ("copies to Comrades Stoph, Axen, Mielke", ["Stoph", "Axen", "Mielke"]),
        ("copy to Comrade Axen", ["Axen"]),
        ("with copies to Comrades Gromyko and Suslov", ["Gromyko", "Suslov"]),
        ("Copy for Comrade Axen", ["Axen"]),
        ("cc Mr. Lund, Mr. Berg", ["Lund", "Berg"]),
        ("copy to file", []),
    ],
)
def test_copies_in_the_line_below_to_whom_a_telegram_goes(line: str, copied: list[str]) -> None:
    text = f"Telegram\n\nWarsaw, 30 March 1981, 22:10\nNo. 318\nflash\nComrade Honecker\n{line}\n\nThe strike which had been announced for tomorrow has been called off.\n\nNeubauer\n"
    [source] = plain_text.read(text, "a.txt")
    record = extract(source)
    assert [passage.text for passage in record.fields.get("copied_to", ())] == copied
    assert [passage.text for passage in record.fields["addressee"]] == ["Honecker"]


@pytest.mark.parametrize("label", ["Delivered to", "Distribution", "Sent to", "Copied to", "Copies"])
def test_copies_at_the_end_of_a_page_whose_lines_were_run_together(label: str) -> None:
    text = f"TELEGRAM Moscow, No. 831 6 November 1956 Strictly confidential For Comrade Berg I was with the Premier tonight. He looked as if he had not slept. I request instructions tonight. Dahl {label}: Tito, Kardelj, Koča Popović [...]"
    [source] = plain_text.read(text, "a.txt")
    found = [passage.text for passage in extract(source).fields.get("copied_to", ())]
    assert found == ["Tito", "Kardelj", "Koča Popović"]
