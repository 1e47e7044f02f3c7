"""Heads, feet and enclosures of despatches and notes of the nineteenth century."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import Record

DESPATCH = """Mr. Dale to Mr. Hay.
{note}
No. 12.] Legation of the United States,
Lima, May 4, 1902.
Sir: The road is closed.
I have, etc., John Dale.
"""


def read(text: str) -> Record:
    return extract(next(frus_text.read(text, "paper.txt")))


def of_anybody(text: str) -> Record:
    return extract(next(plain_text.read(text, "paper.txt")))


def names(record: Record, field: str) -> list[str]:
    return list(dict.fromkeys(one.text for one in record.fields.get(field, ())))


@pytest.mark.parametrize(
    ("note", "grade"),
    [
        ("[Confidential.]", ["confidential"]),
        ("[Telegram.—Strictly confidential.]", ["strictly-confidential"]),
        ("[Undated.]", []),
        ("[Cards of ministers inclosed.]", []),
    ],
)
def test_note_of_the_edition_is_no_shelfmark(note: str, grade: list[str]) -> None:
    record = read(DESPATCH.format(note=note))
    assert names(record, "classification") == grade
    assert not record.parts.get("copies")


def test_bracketed_file_stays_a_copy() -> None:
    record = read(DESPATCH.format(note="[Lansing Papers, vol. 3]"))
    assert record.parts.get("copies") or record.fields.get("bibliographic")


def test_telegram_in_the_despatch_is_no_form_of_its_enclosure() -> None:
    record = read(
        "Mr. Dale to Mr. Hay.\nNo. 12.]\nLegation of the United States,\nLima, May 4, 1902.\n"
        "Sir: Confirming my telegram of to-day:\n[Telegram.]\nMay 4, 1902.\nAll quiet.\nDale.\n"
        "I inclose the decree.\nI have, etc.,\nJohn Dale.\n[Inclosure.—Translation.]\nDecree of May 3, 1902.\n"
        "The port of Piura is closed.\n"
    )
    assert names(record.parts["enclosed"][-1], "form") != ["telegram"]


OATH = """Mr. Dale to Lord Berg.
Legation of the United States,
London, May 9, 1863.
My Lord: I submit an affidavit.
I have, etc., John Dale.
[Inclosure.]
Affidavit of Peter Lund.
Peter Lund, being duly sworn, deposes that he saw the ship.
PETER LUND.
{oath}
R. HOLM,
Notary Public.
"""


@pytest.mark.parametrize(
    ("oath", "day", "place"),
    [
        ("Subscribed and sworn to before me this 4th day of May, A. D. 1863.", "1863-05-04", []),
        ("Sworn at the custom-house, Liverpool, the 4th day of May, 1863, before me,", "1863-05-04", ["Liverpool"]),
        ("Affirmed and subscribed before me, at London, May 4, 1863.", "1863-05-04", ["London"]),
    ],
)
def test_oath_dates_an_affidavit_and_its_witness_has_not_written_it(oath: str, day: str, place: list[str]) -> None:
    [affidavit] = read(OATH.format(oath=oath)).parts["enclosed"]
    assert (names(affidavit, "sender"), names(affidavit, "date")) == (["Peter Lund"], [day])
    assert names(affidavit, "origin") == place


def test_house_where_a_message_is_signed_signs_nothing() -> None:
    record = of_anybody(
        "Message of the President.\nTo the Senate of the United States:\nI transmit a report.\nPeter Lund.\n"
        "Executive Mansion, December 2, 1895.\n"
    )
    assert (names(record, "sender"), names(record, "date")) == (["Peter Lund"], ["1895-12-02"])
    assert names(record, "origin") == []


def test_president_who_issues_a_proclamation_carries_nothing() -> None:
    record = read(
        "By the President of the United States of America\nA Proclamation\nWhereas war exists with Spain:\n"
        "Now, therefore, I, Peter Lund, do proclaim it.\nDone at the city of Washington, this second day of May, "
        "in the year of our Lord one thousand eight hundred and ninety-eight.\nPeter Lund\n"
        "By the President:\nAdam Holm\nSecretary of State\n"
    )
    assert (names(record, "relay"), names(record, "sender")) == ([], ["Peter Lund"])


@pytest.mark.parametrize(
    ("head", "signed", "sender", "addressee"),
    [
        ("The Students of the University of Bonn to the American People.", "A. Lund.\nB. Holm.", "Students of the University of Bonn", "American People"),
        ('The Freemasons of the Lodge "Concord" to the President', "The master,\nLUND.\nThe secretary, B. HOLM.", 'Freemasons of the Lodge "Concord"', "President"),
        ("The municipality of Acre to Mr. Hale.", "Peter Lund.\nAdam Holm.", "municipality of Acre", "Hale"),
        ("The prefect of police to Consul Hale.", "Peter Lund.", "Peter Lund", "Hale"),
        ("Consul Hale to the captain of the port of Callao.", "Peter Hale.", "Peter Hale", "captain of the port of Callao"),
        ("The minister of the interior to the governors of the states.—(Circular.)", "LUND.", "Lund", "governors of the states"),
        ("The secretary of the treasury to the collector of customs at New York.", "Peter Lund.", "Peter Lund", "collector of customs at New York"),
    ],
)  # fmt: skip
def test_parties_that_bear_no_name(head: str, signed: str, sender: str, addressee: str) -> None:
    record = read(f"{head}\nParis, May 2, 1865.\nSir: The harvest was a good one, and peace is kept.\n{signed}\n")
    assert (names(record, "sender")[-1:], names(record, "addressee")) == ([sender], [addressee])


def test_circular_is_read_from_round_brackets_behind_a_head() -> None:
    record = read(
        "Mr. Lund to the governors of the provinces.—(Circular.)\nLima, May 2, 1865.\nSir: Keep the peace.\nLund.\n"
    )
    assert (names(record, "form"), names(record, "addressee")) == (["circular"], ["governors of the provinces"])


def test_words_of_a_subject_are_no_party() -> None:
    record = read("Consul Hale to Mr. Fish.\nLima, May 2, 1865.\nSir: The prefect is ill.\nPeter Hale.\n")
    assert names(record, "addressee") == ["Fish"]


CARRIER = """Mr. Dale to Mr. Hay.
No. 12.] Legation of the United States,
Lima, May 4, 1902.
Sir: I inclose what has been written.
I have, etc., JOHN DALE.
{rest}
"""


def test_numbered_paper_below_a_note_is_enclosed() -> None:
    [letter] = read(
        CARRIER.format(
            rest="No. 1.\nGeneral Lund to the minister of war.\nPiura, May 1, 1902.\n"
            "Citizen Minister: I hold the bridge with 200 men.\nPETER LUND."
        )
    ).parts["enclosed"]
    assert (names(letter, "sender")[-1], names(letter, "addressee")) == ("Peter Lund", ["minister of war"])


def test_deposition_behind_a_letter_is_another_paper() -> None:
    record = read(
        CARRIER.format(
            rest="Mr. Dale to Mr. Lund.\nLima, May 1, 1902.\nSir: I ask for the crew.\nJOHN DALE.\nAffidavit of Adam Holm.\n"
            "Adam Holm, being duly sworn, says that the ship had six guns.\nADAM HOLM.\n"
            "Sworn to before me this 2d day of May, 1902.\nR. WEBB,\nConsul."
        )
    )
    assert [names(one, "sender")[-1] for one in record.parts["enclosed"]] == ["John Dale", "Adam Holm"]


def test_reply_printed_with_a_telegram_is_another_paper() -> None:
    record = read(
        "The President to the King of Siam.\n[Telegram.]\nWashington, May 2, 1903.\nI offer my sympathy.\nPeter Lund.\n"
        "[Answer.]\nThe King of Siam to the President.\nBangkok, May 3, 1903.\nI thank you.\nChula.\n"
    )
    [answer] = record.parts["enclosed"]
    assert (names(record, "date"), names(answer, "date")) == (["1903-05-02"], ["1903-05-03"])
    assert (names(record, "signature"), names(answer, "signature")) == (["Peter Lund"], ["Chula"])


def test_statement_of_a_matter_heads_no_paper() -> None:
    record = read(CARRIER.format(rest="[Inclosure.]\nStatement of losses.\nOne house was burned."))
    assert len(record.parts["enclosed"]) == 1


SIGNED = "Mr. Dale to Mr. Hay.\nLima, May 4, 1892.\nSir: {text}\n{foot}\n"


@pytest.mark.parametrize(
    ("foot", "signatures"),
    [
        ("P. T. LUND,\nRear-Admiral, U. S. Navy, Commanding Pacific Station.", ["P. T. Lund"]),
        ("PETER LUND,\nConsul-General United States of America.\nADAM HOLM,\nH. B. M. Acting Consul for Samoa.", ["Peter Lund", "Adam Holm"]),
        ("WM. LUND, Chairman.\nA. B. HOLM, Secretary.", ["Wm. Lund", "A. B. Holm"]),
        ("WILLIAM R. LUND,\nCARL K. HOLM,\nGEO. WEBB.", ["William R. Lund", "Carl K. Holm", "Geo. Webb"]),
        ("PETER LUND.\nA true copy: Lima, May 5, 1892.\nIGNO. WEBB, Secretary.", ["Peter Lund"]),
    ],
)  # fmt: skip
def test_who_signs_with_his_post_below_or_beside_his_name(foot: str, signatures: list[str]) -> None:
    assert names(read(SIGNED.format(text="All is quiet.", foot=foot)), "signature") == signatures


def test_chiefs_of_one_name_each_sign_together() -> None:
    record = read(
        "The chiefs of Atua to Mr. Dale.\nApia, May 4, 1892.\nYour Excellency: We are at war. May you live.\n"
        "MATA.\nLEOTA.\nTUIA.\n"
    )
    assert names(record, "signature") == ["Mata", "Leota", "Tuia"]


def test_placard_posted_at_a_place_has_no_signer() -> None:
    [placard] = read(
        CARRIER.format(rest="[Inclosure.]\nANONYMOUS PLACARD.\nLet all assemble.\nPosted at Wuhu, May 1, 1902.")
    ).parts["enclosed"]
    assert (names(placard, "sender"), names(placard, "date")) == ([], ["1902-05-01"])


def test_line_that_orders_is_no_post() -> None:
    record = read(SIGNED.format(text="We need money.\nInform President.", foot="LUND\nHOLM"))
    assert any(one.text_of("kind") == "request" or one.text_of("kind") == "order" for one in record.parts["claims"])


PROCLAIMED = CARRIER.format(rest="[Inclosure.—Translation.]\nDecree.\n{head}\nThe port is closed.\n{done}\nPEDRO LUND.")


@pytest.mark.parametrize(
    ("head", "addressee"),
    [
        ("Pedro Lund, Constitutional President of the Republic, to the inhabitants thereof:", ["inhabitants"]),
        ("The citizen Pedro Lund, general of brigade and governor of Piura, to the people of the department:", ["people of the department"]),
        ("To all foreigners in Piura.", ["foreigners in Piura"]),
    ],
)  # fmt: skip
def test_proclamation_says_who_issues_it_and_to_whom(head: str, addressee: list[str]) -> None:
    done = "Given in the national palace of Lima, February 4, 1876."
    [decree] = read(PROCLAIMED.format(head=head, done=done)).parts["enclosed"]
    assert (names(decree, "sender"), names(decree, "addressee")) == (["Pedro Lund"], addressee)
    assert (names(decree, "date"), names(decree, "origin")) == (["1876-02-04"], ["Lima"])


def test_sentence_about_despatches_is_no_heading() -> None:
    record = read(
        "Mr. Dale to Mr. Hay.\n[Telegram.]\nLima, May 4, 1898.\n"
        "Despatches from Consul-General Lund report 40 men killed. Advise the Government of our concern.\nDale.\n"
    )
    assert names(record, "form") == ["telegram"]
    assert record.parts["claims"]


def test_aid_to_a_republic_is_addressed_to_nobody() -> None:
    record = of_anybody("Party Politburo Decision on Aid to the People's Republic of Benin\n1. To send 20 lorries.\n")
    assert names(record, "addressee") == []


@pytest.mark.parametrize(
    ("line", "copies"),
    [
        ("Repeated to Paris, Berlin, and Rome.", ["Paris", "Berlin", "Rome"]),
        ("(Same to the legations at Lima and Quito.)", ["legations at Lima", "Quito"]),
        ("(Also sent to the embassy at Paris.)", ["embassy at Paris"]),
    ],
)
def test_copies_below_a_signature(line: str, copies: list[str]) -> None:
    record = read(SIGNED.format(text="Express our desire.", foot=f"PETER LUND.\n{line}"))
    assert (names(record, "copied_to"), names(record, "signature")) == (copies, ["Peter Lund"])


def test_text_that_tells_of_repeating_is_no_foot() -> None:
    text = "The outrages have been reported to all.\nRepeated to them daily, this story has spread among the merchants."
    assert names(read(SIGNED.format(text=text, foot="PETER LUND.")), "copied_to") == []


def test_minister_of_the_united_states_is_an_office() -> None:
    record = read(
        "Communication from the prefect of Piura to the minister of the United States.\nPiura, May 4, 1871.\nWe are well.\n"
    )
    assert (names(record, "sender"), names(record, "addressee")) == (
        ["prefect of Piura"],
        ["minister of the United States"],
    )


def test_day_of_adoption_is_no_place_and_countersigning_no_sending() -> None:
    paper = CARRIER.format(
        rest="[Inclosure.]\nResolution of the council of Lima.\nResolved, That we thank him.\nAdopted May 1, 1902."
    )
    [resolution] = read(paper).parts["enclosed"]
    assert (names(resolution, "origin"), names(resolution, "date")) == ([], ["1902-05-01"])
    rescript = read(CARRIER.format(rest="[Inclosure.]\nRescript.\nWe trust our subjects.\nJune 30, 1899.\n(Countersigned) MARQUIS LUND ARITOMO,\nMinister President."))  # fmt: skip
    assert names(rescript.parts["enclosed"][0], "date") == ["1899-06-30"]
    assert names(rescript.parts["enclosed"][0], "sender") == []


TREATY = """Treaty of amity between Siam and Corea.
Signed at Bangkok May 22, 1882; ratifications exchanged at Seoul May 19, 1883.
His Majesty the King of Siam has appointed, that is to say, the Minister of Marine, Peter Lund, commodore.
The respective plenipotentiaries have signed the same.
[SEAL.] PETER LUND,
Commodore, Royal Navy.
[L. S.] ADAM HOLM.
"""


def test_treaty_is_signed_by_both_and_of_the_day_of_signing() -> None:
    record = of_anybody(TREATY)
    assert names(record, "sender") == ["Peter Lund", "Adam Holm"]
    assert (names(record, "date"), names(record, "origin")) == (["1882-05-22"], ["Bangkok"])


def test_plenipotentiary_does_not_hold_the_office_of_who_appoints_him() -> None:
    held = [part.text_of("position") for part in of_anybody(TREATY).parts.get("positions", ())]
    assert "Minister of Marine" not in held


def test_hour_of_receipt_at_washington_is_of_the_same_day() -> None:
    record = read(
        "Mr. Dale to Mr. Hay.\n[Telegram.]\nLima, January 31, 1894.\nReceived at Washington 4.25 p. m.\nAll quiet.\nDALE.\n"
    )
    assert names(record, "date_received") == ["1894-01-31"]


def test_approval_comes_from_no_place() -> None:
    record = of_anybody(
        "Joint resolution for the recognition of Cuba.\nResolved, That Cuba is free.\nApproved, April 20, 1898.\n"
    )
    assert (names(record, "date"), names(record, "origin")) == (["1898-04-20"], [])


def test_those_present_on_the_part_of_each_power() -> None:
    record = of_anybody(
        "Protocol of a conference held at the Department of State, Washington, on the 4th day of March, 1890.\n"
        "Present: On the part of the United States, Mr. Adam Holm, Secretary of State; on the part of Great Britain, "
        "Sir Peter Lund, Her Majesty's envoy extraordinary and minister plenipotentiary; on the part of Canada, "
        "Mr. Carl Webb, minister of marine.\nMr. Holm laid before the conference a draft.\n"
    )
    assert names(record, "participant") == ["Adam Holm", "Peter Lund", "Carl Webb"]


def test_present_condition_lists_nobody() -> None:
    record = of_anybody("Protocol of a conference held at Lima, March 4, 1890.\nPresent conditions were told of.\n")
    assert names(record, "participant") == []
