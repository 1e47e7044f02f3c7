"""Papers as the archive prints them: lines broken, a citation, a summary and a language before the text."""

from __future__ import annotations

import pytest

from cablegraph import readers
from cablegraph.extraction import extract
from cablegraph.readers import wilson_center
from cablegraph.record import Record, normalise

PRINTED = """digitalarchive.wilsoncenter.org

November 30, 1956
Notes from a Conversation between the Hungarian Ambassador and the Chinese
Deputy Foreign Minister Wu Lan

Citation:
“Notes from a Conversation between the Hungarian Ambassador and the Chinese Deputy
Foreign Minister Wu Lan,” November 30, 1956, Wilson Center Digital Archive, PRC FMA
109-01041-99, 46-49. Obtained by Ana Diaz and translated by Li Bo.

Summary:
The ambassador asks China for a loan of
200 million rubles.

Original Language:
Chinese

Contents:
English Translation

Time: 30 November 1956, 3:00 p.m.
Wu: We shall think of the grain.
"""
IN_LINE = """May 17, 1978
Telegram 084.999 from the Romanian Embassy in Beijing to the Romanian Ministry of Foreign Affairs
Citation: “Telegram 084.999 from the Romanian Embassy in Beijing to the Romanian Ministry of Foreign Affairs,” May 17, 1978, History and Public Policy Program Digital Archive, AMAE, Folder 784/1978, p. 12-13. Obtained by Ana Diaz.
Summary: The ambassador reports.
Original Language: Romanian
Contents: English Translation
Top Secret
To: The Ministry of Foreign Affairs
17.05.1978, 12:00
The guests have left.
N. Popa
"""  # noqa: E501


def read(text: str) -> Record:
    assert readers.choose(text, "paper.txt") == "wilson_center"
    [source] = wilson_center.read(normalise(text), "paper.txt")
    return extract(source)


def first(record: Record, name: str) -> str:
    return " ".join(record.fields[name][0].text.split())


def test_values_run_over_lines_up_to_the_next_label() -> None:
    record = read(PRINTED)
    assert first(record, "title").endswith("the Chinese Deputy Foreign Minister Wu Lan")
    assert first(record, "summary") == "The ambassador asks China for a loan of 200 million rubles."
    assert [copy.text_of("identifier") for copy in record.parts["copies"]] == ["PRC FMA, 109-01041-99, 46-49"]
    assert [passage.text for passage in record.fields["language"]] == ["zh"]
    assert {passage.text for passage in record.fields["mentions"]} == {"China"}  # and nobody of the credits


def test_values_may_stand_beside_their_labels() -> None:
    record = read(IN_LINE)
    assert first(record, "classification") == "top-secret"
    assert [copy.text_of("repository") for copy in record.parts["copies"]] == ["AMAE"]
    assert first(record, "number") == "084.999"
    assert first(record, "summary") == "The ambassador reports."


@pytest.mark.parametrize(("archive", "copies"), [("Polish Foreign Ministry", 1), ("BArch, DY 30/3500", 2)])
def test_the_archive_alone_below_its_source_is_no_second_copy(archive: str, copies: int) -> None:
    page = f"""May 17, 1978
Letter, Rapacki to Winiewicz
Dear Comrade,
The boats are ready.
Rapacki
Source
AMSZ, 6/77 w-82 t-1264
Original Archive
{archive}
Rights
The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes.
"""
    assert len(read(page).parts["copies"]) == copies


def test_a_summary_may_be_no_sentence() -> None:
    page = """October 31, 1962
Telegram from the Brazilian Embassy in Havana
337 - The minister received me.
Luiz Pinto
Telegram from the Brazilian Embassy in Havana, describing a visit to the minister.
Author(s)
Rights
The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes.
"""
    assert first(read(page), "summary").startswith("Telegram from the Brazilian Embassy in Havana, describing")
