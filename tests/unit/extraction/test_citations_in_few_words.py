"""Papers that few words point to, and the days that only a footnote gives them."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from tests.unit.extraction.test_citations_undated import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Edwards telegraphs from Arica that General Dahl will leave.", [("telegram", "", "")]),
        ("Consul Berg wires me that the port is shut.", [("telegram", "", "")]),
        ("The consul at Callao telegraphs that the ship was seized.", [("telegram", "", "")]),
        ("Mr. Lund reports by telegraph that the bridge is gone.", [("telegram", "", "")]),
        ("Admiral Dale has just cabled that he sails.", [("telegram", "", "")]),
        ("He writes to me in great anger.", [("", "", "")]),
        ("She wrote to me from prison again.", []),
        ("He has since telegraphed me to wait.", [("telegram", "", "")]),
        ("They have written to us of their wish.", [("", "", "")]),
        ("His dispatch, which came yesterday, gives no hope.", [("despatch", "", "")]),
        ("Their answer, just received, is a refusal.", [("", "", "")]),
        ("His reply reached me too late.", [("", "", "")]),
        ("Her letter came this morning by hand.", [("letter", "", "")]),
        ("Its note, received while I write, promises nothing.", [("note", "", "")]),
        ("The Spanish chargé has sent in a protest against this.", [("", "", "")]),
        ("Mr. Berg has presented two notes of protest to the Porte.", [("note", "", "")]),
        ("The German minister has handed in a memorandum upon it.", [("memorandum", "", "")]),
        ("The Governor of Bahia lodged a formal protest.", [("", "", "")]),
        ("The Italian Embassy has submitted a long memorandum.", [("memorandum", "", "")]),
        ("The post has brought me a petition signed by thirty merchants.", [("petition", "", "")]),
        ("He has handed me a letter signed by nine bishops.", [("letter", "", "")]),
        ("I have received a petition from the merchants of the port.", [("petition", "", "")]),
        ("They had sent us a protest in the name of the owners.", [("", "", "")]),
        ("We have received a memorial of the missionaries here.", [("petition", "", "")]),
        ("They stand upon Resolution 242.", [("decision", "242", "")]),
        ("Security Council resolutions 242 and 338 must be kept.", [("decision", "242", ""), ("decision", "338", "")]),
        ("General Assembly Resolution 3379 was read.", [("decision", "3379", "")]),
        ("The resolution 1932 is meant.", []),
        ("The Federal Republic sent to all of us, except Lund, a note on 5 June.", [("note", "", "1932-06-05")]),
        ("Turkey has addressed to the Powers an identical note of June 5.", [("note", "", "1932-06-05")]),
        ("I learn from the report of the Commissioner of Navigation that he has left.", [("report", "", "")]),
        ("The annual report of the Secretary of the Treasury shows it.", [("report", "", "")]),
    ],
)  # fmt: skip
def test_few_words_point_to_one_paper(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said so in telegrams 514, of the 20th, and 521, of the 22nd, to us.", [("telegram", "514", "1932-09-20"), ("telegram", "521", "1932-09-22")]),
        ("I know it from their despatches Nos. 412 of May 7 and 88 of June 2.", [("despatch", "412", "1932-05-07"), ("despatch", "88", "1932-06-02")]),
        ("See despatch 12 of May 7, and 15 of May 9.", [("despatch", "12", "1932-05-07"), ("despatch", "15", "1932-05-09")]),
        ("I answer your note of July 24⁴⁴ on tin.", [("note", "", "1932-07-24")]),
        ("I answer your note of 24 July⁴ on tin.", [("note", "", "1932-07-24")]),
    ],
)  # fmt: skip
def test_pairs_of_number_and_day_and_days_before_a_notes_figure(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cable of July 8 signed Root and Dahl was framed by them.", [("telegram", "", "1932-07-08")]),
        ("The Embassy received cable to-day from Stockholm dated 8th saying so.", [("telegram", "", "1932-10-08")]),
        ("Have received copy of memorandum dated May 21 delivered there.", [("memorandum", "", "1932-05-21")]),
        ("Circular telegram of May 20 asked all peoples to protest.", [("telegram", "", "1932-05-20")]),
        ("Telegram from Consul, Berga, dated May 3, says he is aboard.", [("telegram", "", "1932-05-03")]),
        ("Note from him dated May 14 received yesterday states it.", [("note", "", "1932-05-14")]),
        ("Just received telegram dated May 30 from American Consul.", [("telegram", "", "1932-05-30")]),
        ("Referring to telegram from Consul at Berga, No. 282, dated May 21, 9 a.m., already reported.", [("telegram", "282", "1932-05-21")]),
        ("It is the summary telegraphed under No. 587.", [("", "587", "")]),
        ("[Your] May 2, 3 p.m. All is well.", [("", "", "1932-05-02")]),
        ("[Your] May 2, 3 [4] p.m. All is well.", [("", "", "1932-05-02")]),
        ("Department’s [your] May 3, midnight. All is well.", [("", "", "1932-05-03")]),
        ("Your [my] cable May 29, 7 p.m. It is so.", [("telegram", "", "1932-05-29")]),
        ("I have the memoranda numbered 980 and 1053, dated respectively May 5, 1931, and May 24, 1931.", [("memorandum", "980", "1931-05-05"), ("memorandum", "1053", "1931-05-24")]),
        ("The notes Nos. 12 and 14, of May 3, and May 9, are lost.", [("note", "12", "1932-05-03"), ("note", "14", "1932-05-09")]),
    ],
)  # fmt: skip
def test_wires_and_editors_name_papers_without_an_article(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Letter of credit No. 5 was drawn. Note issue of 12 May 1932 is spent.",
        "Edwards will telegraph from Arica that he goes.",
        "He will have written to me by then. If he writes to me, I go.",
        "I would ask you to show this letter to the Prime Minister only.",
        "A detailed account will be sent to you in telegram No. 79.",
        "It will be reported in despatch 80.",
        "Text of Berg's letter to students forwarded by airgram.",
        "Full text of Dahl's note in Spanish goes by air mail.",
        "The treaty of February 22, 1868, continues to work well.",
        "The convention of May 5, 1901, is in force.",
        "I shall await the report of the Commissioner of Navigation.",
        "The minister said that a resolution of 300 men was needed.",
    ],
)
def test_what_is_to_come_or_in_force_points_to_no_paper(text: str) -> None:
    assert read(text) == []


NOTED = """
228. Telegram From the Embassy in Guinea to the Department of State1

Conakry, December 18, 1961, 1 p.m.

612. Deptel 498.2 President Touré received me Saturday for ninety minutes.

The credit (Embtel 540)3 is not yet used. Deptel 7 is lost.

Attwood

1 Source: Department of State, Central Files, 770B.00/12–1861. Secret; Priority.
2 Dated December 13. (Ibid., 611.70B/12–1361)
3 Telegram dated November 20, not printed.
"""


def test_footnote_gives_the_day_of_the_paper_before_its_figure() -> None:
    [source] = frus_text.read(NOTED.lstrip(), "paper.txt")
    cited = extract(source).parts["citations"]
    assert [(one.text_of("number"), one.text_of("date")) for one in cited] == [
        ("498", "1961-12-13"),
        ("540", "1961-11-20"),
        ("7", ""),
    ]
    assert source.quote(cited[0].fields["date"][0].spans[0]) == "Dated December 13"
