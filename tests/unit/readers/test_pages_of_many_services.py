"""Pages of many services: sentences over a citation, cataloguers' summaries, footnotes, shelfmarks with long names."""

# ruff: noqa: E501  (papers keep the lines they have)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.extraction.references import find
from cablegraph.readers import bulletin, frus_text, wilson_center
from cablegraph.record import Record, normalise

RIGHTS = "The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes."


def page(text: str) -> Record:
    return extract(next(wilson_center.read(normalise(text), "page.txt")))


def names(record: Record, field: str) -> list[str]:
    return sorted({passage.text for passage in record.fields.get(field, ())})


def test_a_sentence_over_the_citation_is_the_summary_and_no_title() -> None:
    record = page(
        "Digital Archive\nMay 3, 1957\nCitation\nget citation\nThe consul in Oslo tells Berg that the trams are running.\n"
        '"Telegram, Consulate in Oslo to Berg, on Trams," May 3, 1957, History and Public Policy Program Digital Archive, City Archive, HZ 43/22.\n'
        "From: Oslo\nTo: Berg\nNo. 264\nThe trams are running.\nDahl\n"
    )
    assert names(record, "title") == ["Telegram, Consulate in Oslo to Berg, on Trams"]
    assert names(record, "summary") == ["The consul in Oslo tells Berg that the trams are running."]


def test_a_cataloguers_sentence_needs_no_signature_above_it() -> None:
    record = page(
        "May 3, 1957\nTelegram from Oslo to Bucharest, No. 76.247\nThe ships came in.\nThe harbour is open.\nThe trams have been running again since the last days of the month of April.\n"
        f"The Romanian embassy reports on trams and on an invitation.\nRights\n{RIGHTS}\n"
    )
    assert names(record, "summary") == ["The Romanian embassy reports on trams and on an invitation."]


def test_a_footnote_may_be_glued_to_any_letter() -> None:
    record = page(
        "April 30, 1975\nCryptogram No. 52, Consulate in Oslo to Warsaw\nFrom Oslo, dated 30.04.1975, hour 14.20\nReceived 30.04, hour 11.05\nBIEŃ1\n"
        f"The trams are running.\n/-/ RANG\n[1] Adam Bień, Director of Trams.\nAuthor(s):\nRights\n{RIGHTS}\n"
    )
    assert names(record, "date_received") == ["1975-04-30"]
    [note] = record.source.labelled("note")
    assert record.source.text[note.start : note.end].startswith("[1]")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "Document 2: Telegram, Berg to Dahl\n(via Lund), 18 June 1949",
            "Telegram, Berg to Dahl (via Lund), 18 June 1949",
        ),
        (
            "Document 2: Telegram, Berg to Lund, for Dahl, 11\nNovember 1949",
            "Telegram, Berg to Lund, for Dahl, 11 November 1949",
        ),
        ("Document 2: Telegram, Berg to Dahl, November\n11, 1949", "Telegram, Berg to Dahl, November 11, 1949"),
        ("Document 2: Telegram, Berg to Dahl, November 11,\n1949", "Telegram, Berg to Dahl, November 11, 1949"),
        ("Document 2: Telegram, Berg\nto Dahl, 18 June 1949", "Telegram, Berg to Dahl, 18 June 1949"),
        ("Document 2: Telegram, Berg to Dahl\nTo Comrade Dahl", "Telegram, Berg to Dahl"),
    ],
)
def test_a_bulletins_head_goes_on_in_the_next_line(lines: str, title: str) -> None:
    text = f"{lines}\n\nThe ships have come into the harbour and are being unloaded there by the crews.\n\nBERG\n\n[Source: APRF, f. 45, op. 1, d. 3.]\n"
    [source] = bulletin.read(text, "bulletin.txt")
    assert [source.text[line.start : line.end] for line in source.labelled("title")] == [title]


def test_a_bulletins_page_number_and_notes_of_its_page_are_no_text() -> None:
    text = (
        "Document 2: Telegram, Berg to Dahl, 18 June 1949\n\nThe ships have come into the harbour and are unloaded.\n\nBERG\n\n"
        "[Source: APRF, f. 45, op. 1, d. 3.]\n\n172\n\nCOLD WAR INTERNATIONAL HISTORY PROJECT BULLETIN\n\n1 In Lund's own report there are 28 days.\n"
    )
    [source] = bulletin.read(text, "bulletin.txt")
    [body] = source.labelled("body")
    assert source.text[body.start : body.end].endswith("BERG")
    assert [source.text[line.start : line.end] for line in source.labelled("note")] == [
        "1 In Lund's own report there are 28 days."
    ]


def test_a_bulletins_footnote_below_the_source_is_no_text() -> None:
    papers = list(
        bulletin.read(
            "Document 1: Telegram, Lund to Dahl via Berg, 1 May 1950\n\nBEIJING to BERG\nTo Comrade DAHL.\n\nThe engineers left on 14 April.2\n\nLUND\n\n"
            "[Source: AVPRF, Fond 59, Opis 5, Delo 3, List 88.]\n\n2 They were joined by a tenth man.\n\n"
            "Document 2: Telegram from Lund to Dahl, 11 September 1950\n\nThe trams are running.\n\nLUND\n11 September\n\n[Source: AVPRF, Fond 59, Opis 5, Delo 3, List 88.]\n",
            "bulletin.txt",
        )
    )
    assert [passage.text for passage in extract(papers[1]).fields["date"]] == ["1950-09-11"]
    [note] = papers[0].labelled("note")
    assert papers[0].text[note.start : note.end] == "2 They were joined by a tenth man."
    record = extract(papers[0])
    assert (names(record, "destination"), names(record, "addressee")) == (["Beijing"], ["Dahl"])


def test_what_editors_say_of_a_text_is_theirs() -> None:
    text = "Mr. Dale to Mr. Lund.\n[Extract.]\nNo. 12.] LEGATION OF THE UNITED STATES,\nOslo, May 3, 1865.\nSIR: The ships have come.\n"
    [source] = frus_text.read(text, "paper.txt")
    at = text.index("[Extract.]")
    assert [layer for start, end, layer in source.layers if start <= at < end] == ["editorial"]


@pytest.mark.parametrize(("words", "identifiers"), [
    ("South African Department of International Relations and Cooperation Archives (DIRCO), 1/39/3, vol. 6",
     ["South African Department of International Relations and Cooperation Archives, 1/39/3, vol. 6"]),
    ("Bundesarchiv, SAPMO-BArch, DY 30/2462, Bl. 140-147", ["SAPMO-BArch, DY 30/2462, 140-147"]),
    ("Archive of the Romanian Ministry of Foreign Affairs (AMAE), fond Telegrams, Oslo, 1967, Top Secret, file 77, pp. 50-51",
     ["Archive of the Romanian Ministry of Foreign Affairs, fond Telegrams, Oslo, 1967, Top Secret, file 77, pp. 50-51"]),
])  # fmt: skip
def test_names_of_archives_keep_their_and_their_grades_and_their_letters(words: str, identifiers: list[str]) -> None:
    assert [mark.identifier for mark in find(words, 0, len(words))] == identifiers
