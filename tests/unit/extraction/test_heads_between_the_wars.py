"""Heads and feet of the series between 1906 and 1936: treaties, ranks, copies, memoranda handed over, messages for others."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import Record


def frus(text: str) -> Record:
    [source] = frus_text.read(text, "frus1918v01-d1.txt")
    return extract(source)


def texts(record: Record, name: str) -> list[str]:
    return list(
        dict.fromkeys(passage.text for passage in record.fields.get(name, ()) if float(passage.certainty) >= 0.7)
    )


@pytest.mark.parametrize(
    "words", ["By the President:", "By the King:", "By the President of the United States of America"]
)
def test_by_whose_order_a_paper_is_given_carries_nothing(words: str) -> None:
    record = frus(
        "Treaty Series No. 311\nConvention Between the United States of America and Norway for Marking the Boundary\n"
        f"Signed at Washington, May 3, 1916\n{words}\nA Proclamation\nWhereas a convention was concluded between the two countries, now be it known that I, Woodrow Wilson, have made it public.\n"
        "Done at Washington this second day of June, 1916.\nWoodrow Wilson\nBy the President:\nRobert Lansing\nSecretary of State\n"
    )
    assert (texts(record, "relay"), texts(record, "sender")) == ([], ["Woodrow Wilson"])


def test_what_a_mark_over_the_paper_says_is_no_place_where_it_lies() -> None:
    record = frus(
        "File No. 18189/40.\nThe Norwegian Minister to the Secretary of State.\n[Memorandum.]\nLegation of Norway,\n"
        "Washington, March 25, 1909.\nThe line will not be begun before the 1st of June.\n"
    )
    assert (texts(record, "form"), record.parts.get("copies", ())) == (["memorandum"], ())


def test_a_number_may_have_the_letter_of_its_series_and_a_town_no_day() -> None:
    record = frus(
        "462.00 R 294/80\nThe American Unofficial Representative on the Reparation Commission (Dow) to the Secretary of State\n"
        "Paris, undated.\n[Received April 15—11:23 a. m.]\nB–340. With reference to your B–221, April 9. The Commission will meet on Monday.\nDow\n"
    )
    assert (texts(record, "number"), texts(record, "origin")) == (["B–340"], ["Paris"])


@pytest.mark.parametrize("rank", ["1st Lieut., Inf.", "Lt. Col., Field Artillery, U. S. A.", "Rear Admiral, U. S. Navy", "Captain, General Staff", "Ensign, U. S. N. R. F."])  # fmt: skip
def test_rank_and_arm_below_a_name_are_no_second_man(rank: str) -> None:
    record = frus(
        "Paris Peace Conf. 184.01102/90\nMr. P. Q. Dow to the Commission to Negotiate Peace\nVienna, February 11, 1919.\n"
        f"Sirs: I have the honor to report that the line has been accepted by both.\nI have the honor to be, Sirs, your obedient servant,\nP. Q. Dow\n{rank}\n"
    )
    assert (texts(record, "signature"), texts(record, "sender")) == (["P. Q. Dow"], ["P. Q. Dow"])


def test_copies_to_posts_in_a_sentence_leave_the_signature_below_it_alone() -> None:
    record = frus(
        "812.6363/1600 : Telegram\nThe Chargé in Mexico (Dow) to the Secretary of State\nMexico City, December 30, 1926—11 a. m.\n"
        "475. The company told me so. I saw him today.\nCopies to consulates at Tampico and Veracruz.\nDow\n"
    )
    assert (texts(record, "copied_to"), texts(record, "signature")) == (["consulates at Tampico and Veracruz"], ["Dow"])


@pytest.mark.parametrize(("whom", "readers"), [("the Commissioners", ["Commissioners"]), ("the Secretary of State", ["Secretary of State"]), ("General Lund", ["Lund"])])  # fmt: skip
def test_memorandum_by_one_for_others(whom: str, readers: list[str]) -> None:
    record = frus(
        f"Paris Peace Conf. 185.1131/20\nMemorandum by Mr. Peter Dow for {whom}\nThe question was settled on April 30. I regret it.\nPeter Dow\n27 April, 1919.\n"
    )
    assert (texts(record, "sender"), texts(record, "addressee")) == (["Peter Dow"], readers)


def test_telegram_of_an_admiral_for_his_department_through_a_cable() -> None:
    record = frus(
        "File No. 861.00/2170\nThe Ambassador in Japan (Dow) to the Secretary of State\n[Telegram]\nTokyo, June 29, 1918, 10 p. m.\n"
        "Your June 27, 5 p. m. Following from Admiral Lund, Vladivostok, for Navy Department, June 28, through Japanese cable:\n"
        "“They took possession of the city this morning. No disorder. Lund.”\nRepeated to Peking.\nDow\n"
    )
    [inner] = record.parts["enclosed"]
    assert [texts(inner, one) for one in ("sender", "addressee", "origin", "date", "relay")] == [
        ["Lund"], ["Navy Department"], ["Vladivostok"], ["1918-06-28"], ["Dow"],
    ]  # fmt: skip


def test_witnesses_of_a_treaty_sign_nothing_and_its_head_tells_the_day() -> None:
    record = frus(
        "893.102 S/1350\nThe Consul General at Shanghai (Dow) to the Minister in China (Lund)\nNo. 12\nShanghai, May 7, 1932.\n"
        "Sir: I have the honor to enclose a copy of the agreement.\nRespectfully yours,\nPeter Dow\n[Enclosure]\n"
        "Agreement for the Cessation of Hostilities, Signed at Shanghai, May 6, 1932\nArticle I. The cease fire is definite as from today and the troops will go back.\n"
        "[Signed by:]\nWang Tai-chi\nIn the presence of:\nMiles Vane\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(inner, "signature"), texts(inner, "date")) == (["Wang Tai-chi"], ["1932-05-06"])


def test_message_to_the_heads_of_governments() -> None:
    record = frus(
        "500.A15A5/440\nMessage From President Roosevelt to the Heads of Certain Governments, May 16, 1933\n"
        "A profound hope of the people of my country impels me to address you.\nFranklin D. Roosevelt\n"
    )
    assert texts(record, "sender") == ["Franklin D. Roosevelt"]
    assert texts(record, "addressee") == ["Heads of Certain Governments"]


def test_memorandum_handed_to_one_by_another_as_titles_print_it() -> None:
    record = frus(
        "033.6011/30\nMemorandum Handed to the Ambassador in Italy (Dow) by the Italian Foreign Minister (Berti), July 9, 1931\n"
        "The Italian Government accepts the proposal in principle.\n"
    )
    assert (texts(record, "sender"), texts(record, "addressee")) == (["Berti"], ["Dow"])


def test_for_some_posts_a_circular_says_more_and_cablegrams_are_telegrams() -> None:
    record = frus(
        "File No. 763.72111/3600a\nThe Secretary of State to the American Ambassadors and Ministers in Europe\n[Cablegram]\nWashington, April 2, 1916, 1 p. m.\n"
        "Following for your information:\nFor Paris, London, Petrograd: Inform Foreign Office orally.\nLansing\n"
    )
    assert texts(record, "addressee") == ["American Ambassadors and Ministers in Europe"]
    assert texts(record, "form") == ["telegram"]


def test_who_signs_a_message_passed_on_has_written_it() -> None:
    record = frus(
        "File No. 763.72/10400\nThe Ambassador in France (Dow) to the Secretary of State\n[Telegram]\nParis, June 15, 1918, 7 p. m.\n"
        "4107. Following for Mr. Lund:\n“Number 121. The Treasury requests $100,000,000 for July. I recommend it. Vane.”\nThere is no other news.\nDow\n"
    )
    [inner] = record.parts["enclosed"]
    assert (texts(inner, "sender"), texts(inner, "addressee")) == (["Vane"], ["Lund"])


def test_for_whom_a_company_is_signed() -> None:
    record = frus(
        "File No. 422.11G93/960\nThe Northern Railway Company to the Secretary of State\nNew York, November 29, 1915.\n"
        "Sir: Referring to our letter of the 12th instant, we beg to say that the road is closed.\nWe are, Sir, very respectfully,\nNorthern Railway Co.\nBy Peter Dow, President\n"
    )
    assert texts(record, "signature")[-1:] == ["Peter Dow"]


def test_message_from_a_consul_aboard_a_ship_and_the_hour_as_navies_write_it() -> None:
    record = frus(
        "893.00/8820 : Telegram\nThe Minister in China (Dow) to the Secretary of State\nPeking, March 27, 1927—midnight.\n"
        "375. The following is from the American Consul at Nanking, dated March 25, 10 a. m., aboard U. S. S. Isabel:\n“All Americans but twelve are safe. Vane.”\n"
        "The following from Commander Lund, March 26, 1730:\n“The ships remain at Nanking. No statement should be given to the press.”\nDow\n"
    )
    inner = record.parts["enclosed"]
    assert [texts(one, "sender") for one in inner] == [["Vane"], ["Lund"]]
    assert [texts(one, "date") for one in inner] == [["1927-03-25"], ["1927-03-26"]]


def test_a_town_of_three_words_names_no_man() -> None:
    record = frus(
        "File No. 838.51/400\nThe Chargé d’Affaires at Port au Prince to the Secretary of State.\n[Telegram.]\nAmerican Legation,\n"
        "Port au Prince, December 8, 1914.\nThe contract has been left with me. Shall it be sent by mail?\nVane.\n"
    )
    assert texts(record, "sender") == ["Chargé d’Affaires at Port au Prince"]


def test_part_of_a_note_that_came_has_its_writer_and_its_day() -> None:
    record = frus(
        "File No. 763.72/8920\nThe Ambassador in Great Britain (Dow) to the Secretary of State\n[Telegram]\nLondon, February 13, 1918, 5 p. m.\n"
        "8630. I have received a note from the Board of Trade, dated February 11, the second paragraph of which reads as follows:\n"
        "“The Board regret that no ships can be given before the summer.”\nDow\n"
    )
    [inner] = record.parts["enclosed"]
    assert [texts(inner, one) for one in ("sender", "addressee", "date", "form")] == [
        ["Board of Trade"], ["Dow"], ["1918-02-11"], ["note"],
    ]  # fmt: skip


def test_all_who_sign_an_agreement_have_made_it_and_nobody_counts_one_another() -> None:
    record = frus(
        "762.94/80\nThe Ambassador in Germany (Dow) to the Secretary of State\nBerlin, December 3, 1936.\nNo. 31\n"
        "The Ambassador has the honor to transmit a translation of the agreement.\n[Enclosure—Translation]\n"
        "Agreement Between Norway and Japan Respecting Whales, Signed November 25, 1936\nThe two Governments have agreed as follows:\n"
        "Article I\nThe High Contracting States agree to inform one another of the catch.\nJoachim von Berg\nK. Mori\n"
    )
    [inner] = record.parts["enclosed"]
    assert texts(inner, "sender") == ["Joachim von Berg", "K. Mori"]
    assert not any(claim.text_of("quantity") for claim in inner.parts.get("claims", ()))


def test_several_who_hold_an_office_together_are_named_in_one_bracket() -> None:
    record = frus(
        "411.12/1790\nThe Special Commissioners on Mexico (Lund, Vane) to the Secretary of State\nMexico City, May 16, 1923.\n"
        "Sir: We have the honor to report that the second conference was held on the 15th.\nWe have [etc.]\nCharles Lund\nJohn Barton Vane\n"
    )
    assert texts(record, "sender") == ["Charles Lund", "John Barton Vane"]
    memorandum = frus(
        "Paris Peace Conf. 184.01302/30\nMemorandum by the Technical Advisers (Lund, Vane) for the American Commissioners\nParis, March 6, 1919.\n"
        "We recommend that the port be given to Poland.\nC. Lund\nJ. B. Vane\n"
    )
    assert texts(memorandum, "sender") == ["C. Lund", "J. B. Vane"]
    assert texts(memorandum, "addressee") == ["American Commissioners"]
