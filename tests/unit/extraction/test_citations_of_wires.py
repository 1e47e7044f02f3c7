"""Papers that only a verb of wiring names, and days and numbers that take some reckoning."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from tests.unit.extraction.test_citations_undated import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Berg, Bergen, telegraphs on 2d that he will bring out 102 women.", [("telegram", "", "1932-10-02")]),
        ("Lund at Aden wires, under date of the 8th, asking for a ship.", [("telegram", "", "1932-10-08")]),
        ("Consul at Callao wires that the port is shut.", [("telegram", "", "")]),
        ("Vice Consul at Aden has cabled Department requesting funds.", [("telegram", "", "")]),
        ("President Berg, in the Legation since the 2d, has wired Dahl at Lund to act.", [("telegram", "", "")]),
        ("Department has telegraphed Embassy Rome recommending a purchase.", [("telegram", "", "")]),
        ("I cabled Department asking about the matter.", [("telegram", "", "")]),
        ("The Department telegraphed Mr. Heid not to allow it.", [("telegram", "", "")]),
        ("The Department has cabled the Ambassador for an urgent decision.", [("telegram", "", "")]),
        ("We have telegraphed the Legation at Lima to protest.", [("telegram", "", "")]),
        ("Wendelin reports by radio food for two weeks.", [("", "", "")]),
        ("Lockhart at Hankow reports through Navy that he was warned.", [("", "", "")]),
        ("Mr. Berg, in the Courrier, writes that I did it.", []),
        ("The British representative at Lund has telegraphed that it is so.", [("telegram", "", "")]),
        (
            "American Ambassador, St. Petersburg, telegraphs me 2d that he has sent cables.",
            [("telegram", "", "1932-10-02")],
        ),
        ("Our Consul at Aden cables these can be arranged.", [("telegram", "", "")]),
        ("Riggs, Moscow, wires Ruggles to urge me to order six units.", [("telegram", "", "")]),
        ("American Consul, Aden, wired Miller left before that.", [("telegram", "", "")]),
        ("All is well. Have recently cabled Berg whether boots could be shipped.", [("telegram", "", "")]),
        ("All is well. Have wired Berg through consuls to send Dahl.", [("telegram", "", "")]),
        ("It will be paid as cabled Emerson October 15.", [("telegram", "", "1932-10-15")]),
        ("The Consul wires money home.", []),
        ("General Berg telegraphed for troops.", []),
        ("Berg wired the money to Dahl.", []),
        ("If Berg wires that he is well, we shall come.", []),
        ("Please have Berg wired to come.", []),
        ("I shall have cabled Department asking for it.", []),
        ("Berg reports through the window that it rains.", []),
        ('Wendelin reports by radio: "Food for two weeks."', []),
        ("Berg at Aden reports 200 tanks.", []),
    ],
)
def test_wires_name_the_papers_of_others(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See the Department’s airgram A–41 of October 6.", [("", "A–41", "1932-10-06")]),
        ("Your letter of two days ago was read.", [("letter", "", "1932-10-15")]),
        ("Your telegram of 21.06 was read.", [("telegram", "", "1932-06-21")]),
        ("Your letter of 8/VI, in which you ask, is here.", [("letter", "", "1932-06-08")]),
        ("Your letter No. 5 dated 23/7 is here.", [("letter", "5", "1932-07-23")]),
        ("Your telegram No. 14/62 is here.", [("telegram", "14/62", "")]),
        ("Your reports of 3.5 million tons are wrong.", []),
        ("I refer to my 401. October 4, 4 p.m., and 403, October 7, 7 p.m., on it.", [("", "401", "1932-10-04"), ("", "403", "1932-10-07")]),
        ("Your 401. October 4 was a holiday.", [("", "401", "")]),
        ("In reference to my 379 [369], 4th, all is well.", [("", "369", "1932-10-04")]),
        ("My 379 [369?], October 4, says so.", [("", "379", "1932-10-04")]),
        ("Your 30th [29th]. I understand the situation.", [("", "", "1932-09-29")]),
        ("My dispatch numbered 104, and bearing date the 2d ultimo, says so.", [("despatch", "104", "1932-09-02")]),
        ("The Legation’s reply thereto No. 391 of the 1st instant is plain.", [("", "391", "1932-10-01")]),
        ("See London’s 2204 to Dept October 3, rptd Ankara 88.", [("", "2204", "1932-10-03")]),
        ("My last upon this subject was No. 199, of July 18.", [("", "199", "1932-07-18")]),
        ("My last to you was of the 8th ultimo.", [("", "", "1932-09-08")]),
        ("I first answered on 4 September.", [("", "", "1932-09-04")]),
        ("Sign the declaration whose draft was distributed on 28 September.", [("", "", "1932-09-28")]),
        ("He named the letter of which a copy was handed to us on October 3.", [("letter", "", "1932-10-03")]),
        ("Telegram No. 1288 of October 2, from the Secretary of State to the Ambassador in Spain, is meant.", [("telegram", "1288", "1932-10-02")]),
        ("Answering your telegram 1577, July 18, 7 [4] p.m., he agrees.", [("telegram", "1577", "1932-07-18")]),
        ("Thanks for Department’s telegram 1800, July 26, 5 p.m., on it.", [("telegram", "1800", "1932-07-26")]),
        ("Your October 3, 5 [4] p.m., is clear.", [("", "", "1932-10-03")]),
        ("Your 250 [260], October 11, 8 p.m., is clear.", [("", "260", "1932-10-11")]),
        ("Department is considering your 364, October 3, 8 p.m. Has received a plan.", [("", "364", "1932-10-03")]),
        ("Referring to my numbers 98 and 101, it is done.", [("", "98", ""), ("", "101", "")]),
        ("Your telegram of the 9th and mail despatch of September 20 are here.", [("telegram", "", "1932-10-09"), ("despatch", "", "1932-09-20")]),
        ("Your telegram of the 9th and letters of credit came.", [("telegram", "", "1932-10-09")]),
        ("See Embassy’s A–144, October 5, on this.", [("", "A–144", "1932-10-05")]),
        ("On the 27th ultimo I addressed to his excellency a note upon it.", [("note", "", "1932-09-27")]),
        ("I sent him a note upon it.", []),
        ("My colleague, Mr. Williams, wrote to me from Peking, on the 10th ultimo, that it was so.", [("", "", "1932-09-10")]),
        ("Spencer’s September 18, 10 p.m., says so.", [("", "", "1932-09-18")]),
        ("Department has your telegram October 6 and Stevens’s October 5. It agrees.", [("telegram", "", "1932-10-06"), ("", "", "1932-10-05")]),
        ("For your information our cable to Heid, No. 1, reads so.", [("telegram", "1", "")]),
        ("Your cable through Consul September 24, 4 p.m., is here.", [("telegram", "", "1932-09-24")]),
        ("Your April 30, 2 p.m., also telegram April 29, 4 p.m., from Harbin, say so.", [("", "", "1932-04-30"), ("telegram", "", "1932-04-29")]),
        ("Spencer’s September 18 speech was long.", [("speech", "", "1932-09-18")]),
        ("Your 575, Embassy 10034, October 3, 6 p.m., says so.", [("", "575", ""), ("", "10034", "1932-10-03")]),
        ("Mission at Paris in its 2011 of October 4 asks that I inquire.", [("", "2011", "1932-10-04")]),
        ("Consul at Bergen reports in his No. 14, October 3, that all is well.", [("", "14", "1932-10-03")]),
        ("Consul-General Berg, in a dispatch (No. 87) dated June 19, states that it is so.", [("despatch", "87", "1932-06-19")]),
        ("In his telegram No. 501 of June 18 Comrade Berg asks for fuel.", [("telegram", "501", "1932-06-18")]),
        ("Reporting on No. 412. The planes arrived.", [("", "412", "")]),
        ("Reur 603, October 2: Berg will interpret.", [("telegram", "603", "1932-10-02")]),
        ("Comply with Department’s B-42, August 6, at once.", [("", "B-42", "1932-08-06")]),
        ("See the Legation's L-12, July 3, noon.", [("", "L-12", "1932-07-03")]),
        ("Two of our B-52 bombers and our T-34 tanks came.", []),
        ("With reference to cipher telegram 3721/sh, I report this.", [("ciphered-telegram", "3721/sh", "")]),
        ("Have just received letter from Minister for Foreign Affairs stating that he agrees.", [("letter", "", "")]),
        ("I have a telegram received from the Consul at Lima inquiring about it.", [("telegram", "", "")]),
        ("M. Pichon writes me at present largely expedient to wait.", [("", "", "")]),
        ("The minutes of the conversation of 16 June are to be burnt.", [("minutes", "", "1932-06-16")]),
        ("The memorandum of our conversation of October 3 was shown to him.", [("memorandum", "", "1932-10-03")]),
        ("The machines are due under the contract of 5 July.", [("", "", "1932-07-05")]),
        ("The treaty of peace was signed at Amapala on the 3d.", []),
        ("I transmit herewith a convention, signed at Berne on October 3.", []),
        ("The Politburo, having heard the report of Comrade Berg on the talks, decides.", []),
        ("Berg sent Dahl the following letter yesterday, of which he gave us a copy.", []),
    ],
)  # fmt: skip
def test_days_and_numbers_of_cited_papers(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


def test_who_wrote_and_to_whom_stands_behind_number_and_day() -> None:
    letter = "Lund, 5 May 1962\n\nDear Berg,\n\nI mean telegram No. 12 of April 2 from the Secretary of State to the Ambassador in Spain.\n\nDahl"
    [source] = plain_text.read(letter, "a.txt")
    [cited] = extract(source).parts["citations"]
    assert (cited.text_of("sender"), cited.text_of("addressee")) == ("Secretary of State", "Ambassador in Spain")


def test_year_of_a_day_in_a_footnote_is_that_of_the_paper() -> None:
    lines = [
        "813.00/1207", "The Minister in Honduras (Berg) to the Secretary of State", "TEGUCIGALPA, July 22, 1922.",
        "SIR: I have asked for the sum of 250 dollars.¹⁷", "FRANKLIN BERG",
        "¹⁷ The Department replied in its telegram No. 35, August 12, 5 p.m. (not printed), that it agreed.",
    ]  # fmt: skip
    [source] = frus_text.read("\n".join(lines), "a.txt")
    [cited] = extract(source).parts["citations"]
    assert (cited.text_of("number"), cited.text_of("date")) == ("35", "1922-08-12")


def test_paper_with_a_day_is_there_though_its_sending_is_announced() -> None:
    letter = "Lund, 5 May 1962\n\nDear Berg,\n\nThe note of the Haitian Minister, dated April 2, will be laid before the Committee.\n\nDahl"
    [source] = plain_text.read(letter, "a.txt")
    record = extract(source)
    assert [cited.text_of("date") for cited in record.parts["citations"]] == ["1962-04-02"]
    assert len(record.parts["promises"]) == 1
