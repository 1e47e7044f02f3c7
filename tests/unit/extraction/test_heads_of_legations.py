"""What legations' papers are and from where: salutations in capitals, the carrier's own word, two calendars, bracketed numbers."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.dates import new_style
from cablegraph.extraction import extract, titles
from cablegraph.readers import frus_text
from cablegraph.record import Record


def paper(text: str) -> Record:
    """A text as read."""
    return extract(next(iter(frus_text.read(text, "paper.txt"))))


def of(record: Record, field: str) -> list[str]:
    """The values of a field, each once."""
    return list(dict.fromkeys(passage.text for passage in record.fields.get(field, ())))


CARRIER = (
    "Mr. Phelps to Mr. Evarts.\nNo. 52.]\nLEGATION OF THE UNITED STATES,\nLima, August 20, 1879. (Received September 16.)\n"
    "SIR: I inclose {said}.\nI am, &c.,\nS. L. PHELPS.\n[Inclosure in No. 52.]\n{head}\nCallao, August 12, 1879.\n{greeting} The bark is held.\n{name}."
)


@pytest.mark.parametrize(
    ("said", "head", "greeting", "name", "form"),
    [
        ("some papers", "Mr. Ruiz to Mr. Phelps.", "MR. MINISTER:", "RUIZ", "note"),
        ("some papers", "Mr. Ruiz to Mr. Phelps.", "YOUR EXCELLENCY:", "RUIZ", "note"),
        ("some papers", "Mr. Cole to Mr. Phelps.", "MY DEAR JUDGE:", "COLE", "letter"),
        ("a note of Mr. Ruiz upon the bark", "Mr. Ruiz to Mr. Phelps.", "SIR:", "RUIZ", "note"),
        ("a letter from Consul Cole", "Mr. Cole to Mr. Phelps.", "SIR:", "COLE", "letter"),
        ("a copy of my note to Mr. Ruiz", "Mr. Phelps to Mr. Ruiz.", "SIR:", "PHELPS", "note"),
        ("notes exchanged with Mr. Ruiz", "Mr. Phelps to Mr. Ruiz.", "SIR:", "PHELPS", "note"),
        ("some papers", "Mr. Phelps to Mr. Ruiz.", "SIR: I beg your excellency to act.", "PHELPS", "note"),
    ],
)
def test_an_inclosure_is_what_greeting_or_carrier_makes_it(
    said: str, head: str, greeting: str, name: str, form: str
) -> None:
    record = paper(CARRIER.format(said=said, head=head, greeting=greeting, name=name))
    assert of(record.parts["enclosed"][0], "form") == [form]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1899-12-18/1899-12-30", "1899-12-30"),
        ("1903-05-01/1903-05-14", "1903-05-14"),
        ("1903-05-01/1903-05-13", "1903-05-01/1903-05-13"),
        ("1931-05-01/1931-05-14", "1931-05-01/1931-05-14"),
        ("1899-12", "1899-12"),
    ],
)
def test_a_dateline_of_two_calendars_is_the_later_day(written: str, day: str) -> None:
    assert new_style(written) == day


def test_the_dateline_goes_before_the_country_of_the_letterhead() -> None:
    record = paper(
        "Mr. Logan to Mr. Fish.\nNo. 12.]\nUNITED STATES LEGATION IN CENTRAL AMERICA,\nGuatemala, May 8, 1875. (Received June 7.)\nSIR: All is quiet.\nC. A. LOGAN."
    )
    assert of(record, "origin") == ["Guatemala"]


def test_a_number_that_the_editors_supply_is_the_telegrams() -> None:
    record = paper(
        "893.00/8499: Telegram\nThe Consul at Amoy (Putnam) to the Secretary of State\nAMOY, May 2, 1927—4 p.m.\n[Received May 2—9 a.m.]\n[41.] My No. 40, May 1, 3 p.m. All Americans safe.\nPUTNAM"
    )
    assert of(record, "number") == ["41"]


def test_a_telegraph_address_below_a_telegram_is_no_sender() -> None:
    record = paper(
        "763.72119/5999: Telegram\nThe Commission to Negotiate Peace to the Acting Secretary of State\nPARIS, July 3, 1919—9 p.m.\n2980. No change here.\nAMMISSION"
    )
    assert of(record, "sender") == ["Commission to Negotiate Peace"]


@pytest.mark.parametrize(
    ("title", "addressee"),
    [
        ("Ito Kinsuke to the minister resident of the United States.", "minister resident of the United States"),
        ("Mr. Mori to the consuls of the United States at Hiogo and Osaka.", "consuls of the United States at Hiogo"),
        ("Nubar Pasha to the representatives of the treaty powers", "representatives of the treaty powers"),
    ],
)
def test_offices_in_small_letters_are_addressed(title: str, addressee: str) -> None:
    assert [one.name for one in titles.read(title, 0, len(title)).addressees] == [addressee]


def test_a_number_alone_begins_an_enclosure_without_a_titled_name() -> None:
    record = paper(
        "Mr. Pruyn to Mr. Seward.\nNo. 23.]\nLEGATION OF THE UNITED STATES IN JAPAN,\nYokohama, March 14, 1865. (Received April 22.)\n"
        "SIR: I transmit No. 1, a translation of a letter, and No. 2, a circular.\nI have the honor to be, sir, your obedient servant,\nROBERT H. PRUYN.\n"
        "No. 1.\n[Translation.]\nIto Kinsuke to the minister resident of the United States.\nOsaka, March 9, 1865.\nThe port will be opened.\nITO KINSUKE.\n"
        "No. 2.\nCIRCULAR.\nMr. Pruyn to the consuls of the United States.\nYOKOHAMA, March 14, 1865.\nSIR: The port will be opened.\nROBERT H. PRUYN."
    )
    first, second = record.parts["enclosed"]
    assert (of(first, "sender"), of(first, "origin")) == (["Ito Kinsuke"], ["Osaka"])
    assert (of(second, "form"), of(second, "date")) == (["circular"], ["1865-03-14"])


def test_a_file_number_may_have_two_strokes() -> None:
    record = paper(
        "890g.6363/T84/12\nThe British Embassy to the Department of State\nMEMORANDUM\nThe matter rests.\nWASHINGTON, July 12, 1922."
    )
    assert of(record, "file_number") == ["890g.6363/T84/12"]


def test_a_town_of_several_words_behind_the_legation() -> None:
    [source] = frus_text.read(
        "Mr. Bell to Mr. Dahl.\nNo. 241.] Legation of the United States, Port au Prince, January 15, 1874. (Received February 2.)\n"
        "Sir: I have the honor to say so.\nA. BELL.\n",
        "paper.txt",
    )
    assert [one.text for one in extract(source).fields["origin"]] == ["Port au Prince"]


def test_letters_numbered_behind_a_note_are_inclosures() -> None:
    [source] = frus_text.read(
        "Señor Romero to Mr. Seward.\nWashington, October 20, 1864.\nMr. Secretary: I enclose copies of the index, from No. 1 to No. 3.\n"
        "M. ROMERO.\nNo. 1.\nGeneral Bazaine to Marshal Randon\nMexico, August 2, 1864.\nMarshal: We hold the town.\nBAZAINE.\n",
        "paper.txt",
    )
    record = extract(source)
    assert [inner.text_of("sender") for inner in record.parts["enclosed"]] == ["Bazaine"]
    assert "citations" not in record.parts or not record.parts["citations"]


@pytest.mark.parametrize(
    ("head", "sender", "office"),
    [
        ("The Commander of the U. S. S. Wheeling (Whitney)", "Whitney", "Commander of the U. S. S. Wheeling"),
        ("The Captain of H. M. S. Alert (Pearson)", "Pearson", "Captain of H. M. S. Alert"),
        ("The Master of the Bark Aquila (Gray)", "Gray", "Master of the Bark Aquila"),
        (
            "The Commander of the Japanese Cruiser Idzumo (Moriyama)",
            "Moriyama",
            "Commander of the Japanese Cruiser Idzumo",
        ),
        ("The Captain of the Steamship City of Para (Lockwood)", "Lockwood", "Captain of the Steamship City of Para"),
    ],
)
def test_officer_of_a_ship_holds_an_office_and_has_no_cover_name(head: str, sender: str, office: str) -> None:
    record = paper(
        f"File No. 812.00/9120\n\n{head} to the Secretary of the Navy\n\nFrontera, October 12, 1913.\n\nAll well."
    )
    assert of(record, "sender") == [sender]
    assert [part.text_of("position") for part in record.parts["positions"]] == [office]
    assert "personas" not in record.parts


def test_officer_named_with_his_ship() -> None:
    record = paper("Captain Ennis of the U. S. S. Tacoma to the Consul at Cape Haitien\n\nMarch 2, 1909.\n\nAll well.")
    assert of(record, "sender") == ["Ennis"]


@pytest.mark.parametrize("line", ["For the Secretary of State:", "By direction of the Secretary of State:"])
def test_who_signs_for_an_office_does_not_hold_it(line: str) -> None:
    text = (
        "711.5914/30\n\nThe Secretary of State to the Danish Minister (Brun)\n\nWashington, June 14, 1928.\n\n"
        "Sir: I have received your note.\n\nAccept [etc.]\n\n{}J. Reuben Clark"
    )
    held = {part.text_of("holder") for part in paper(text.format(f"{line}\n")).parts["positions"]}
    assert held == {"Brun"}
    assert {part.text_of("holder") for part in paper(text.format("")).parts["positions"]} == {"Brun", "J. Reuben Clark"}
