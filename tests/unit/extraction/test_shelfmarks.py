"""Archival references are read in every notation of the sources, and kept whole where none fits."""

# ruff: noqa: E501  (a reference is read best on one line)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.extraction import shelfmarks
from cablegraph.record import SourceText


def read(text: str, repository: str = "") -> shelfmarks.References:
    source = SourceText(text, layers=((0, len(text), "catalogue"),))
    return shelfmarks.extract(source, "paper", [(0, len(text))], repository=repository)


def identifiers(text: str, repository: str = "") -> list[str]:
    return [copy.text_of("identifier") for copy in read(text, repository).copies]


@pytest.mark.parametrize(
    ("written", "identifier", "path"),
    [
        ("APRF, f. 45, op. 1, d. 342, l. 78", "APRF, f. 45, op. 1, d. 342, l. 78", "aprf-f45-op1-d342"),
        ("[Source: APRF, Fond 45, opis 1, delo 335, list 3.]", "APRF, f. 45, op. 1, d. 335, l. 3", "aprf-f45-op1-d335"),
        ("RGASPI, f. 558, op. 11, d. 342, ll. 0078", "RGASPI, f. 558, op. 11, d. 342, l. 78", "rgaspi-f558-op11-d342"),
        ("TsKhSD, per. 34, dok. 4", "TsKhSD, per. 34, dok. 4", "tskhsd-per34-dok4"),
        ("TsDA, f. 1b, op. 6, a.e. 3001, l. 12", "TsDA, f. 1b, op. 6, a.e. 3001, l. 12", "tsda-f1b-op6-d3001"),
        ("TsDAVO, f. 5233, op. 1, spr. 51, ark. 20-22", "TsDAVO, f. 5233, op. 1, spr. 51, ll. 20-22", "tsdavo-f5233-op1-d51"),
        ("“ANEXO Secreto—600—SITUAÇÃO,” Foreign Ministry Archives, Brasilia", "“ANEXO Secreto—600—SITUAÇÃO,” Foreign Ministry Archives, Brasilia", ""),
        ("AMSZ, 6/77 w-82 t-1264", "AMSZ, 6/77 w-82 t-1264", "amsz-z6-77-w82-t1264"),
        ("BArch, B 136/59748, 297-301", "BArch, B 136/59748, 297-301", "barch-b136-59748"),
        ("PRC FMA 206-Y0050", "PRC FMA, 206-Y0050", "prc-fma-206-y0050"),
        ("PRO, FO 371/84083", "PRO, FO 371/84083", "pro-fo371-84083"),
        ("National Archives of Ireland, DFA 305/149/12", "National Archives of Ireland, DFA 305/149/12", ""),
        ("PA AA, MfAA, A 6.801, Bl. 44", "PA AA, MfAA, A 6.801, 44", ""),
        ("CA Files: Lot 59 D 228: Telegram", "CA Files: Lot 59 D 228", ""),
    ],
)  # fmt: skip
def test_reference_gives_one_copy_and_the_path_to_its_file(written: str, identifier: str, path: str) -> None:
    [copy] = read(written).copies
    assert (copy.text_of("identifier"), copy.text_of("set")) == (identifier, path)


def test_papka_stands_above_delo_whatever_the_order() -> None:
    for written in ("Papka 11, Delo 5", "Delo 5, Papka 11"):
        found = read(f"AVPRF, Fond 059a, Opis 5a, {written}, List 80")
        keys = [record.text_of("key") for record in found.record_sets]
        assert keys == [
            "avprf-f059a",
            "avprf-f059a-op5a",
            "avprf-f059a-op5a-p11",
            "avprf-f059a-op5a-p11-d5",
        ]
        assert [record.text_of("parent") for record in found.record_sets] == ["", *keys[:-1]]
        assert found.copies[0].text_of("papka") == "11"


def test_several_references_in_one_line_are_several_copies() -> None:
    assert identifiers(
        "APRF, f. 45, op. 1, d. 342, l. 78; AVPRF, Fond 059a, Opis 5a, Delo 5, Papka 11, List 80; and RGASPI, f. 558, "
        "op. 11, d. 342, ll. 0078. Translated by Gary Goldberg."
    ) == [
        "APRF, f. 45, op. 1, d. 342, l. 78",
        "AVPRF, f. 059a, op. 5a, papka 11, d. 5, l. 80",
        "RGASPI, f. 558, op. 11, d. 342, l. 78",
    ]
    assert identifiers("AAN, KC PZPR, XI A/130, k. 2 and AMSZ, 6/77 w-30 t-416") == [
        "AAN, KC PZPR, XI A/130, k. 2",
        "AMSZ, 6/77 w-30 t-416",
    ]


def test_reference_may_run_over_the_end_of_a_line() -> None:
    text = (
        "[Source: APRF, Fond 45, Opis 1, Delo 341,\nListy 20-21; and Archive of Foreign Policy of the\n"
        "Russian Federation (AVPRF),\nFond 059a, Opis 5a, Papka 11, Delo 4, List 3.]"
    )
    assert identifiers(text) == [
        "APRF, f. 45, op. 1, d. 341, ll. 20-21",
        "AVPRF, f. 059a, op. 5a, papka 11, d. 4, l. 3",
    ]


def test_pages_do_not_make_an_archives_file_a_book() -> None:
    assert identifiers("PRC FMA 106-00479-03(1), pp. 1-3") == ["PRC FMA, 106-00479-03(1), 1-3"]


def test_reference_that_names_only_leaves_repeats_the_archive_before_it_and_cites_both_words() -> None:
    text = "APRF, f. 45, op. 1, d. 334, l. 5 and l. 8"
    second = read(text).copies[1]
    identifier = second.fields["identifier"][0]
    assert identifier.text == "APRF, f. 45, op. 1, d. 334, l. 8"
    assert [text[start:end] for start, end in identifier.spans] == ["APRF", "l. 8"]


def test_fond_and_opis_not_given_is_a_gap_and_no_record_set() -> None:
    found = read("APRF, Listy 146-147, Fond and Opis not given")
    assert found.record_sets == ()
    assert found.copies[0].text_of("leaves") == "146-147"
    [gap] = found.gaps
    assert (gap.text_of("reason"), gap.text_of("property")) == ("not-given", "rico:isOrWasIncludedIn")


def test_printed_book_is_no_copy() -> None:
    found = read("National Archives of Ireland, DFA 305/149/12; printed in: A Small Legation (Dublin, 1989), p. 212")
    assert len(found.copies) == 1
    assert [passage.text for passage in found.fields["bibliographic"]] == ["A Small Legation (Dublin, 1989), p. 212"]


@pytest.mark.parametrize(
    ("note", "number"),
    [
        ("File No. 861.51/131", "861.51/131"),
        ("765.84/4601: Telegram (part air)", "765.84/4601"),
        ("793B.00/3–2751: Telegram", "793B.00/3–2751"),
        ("National Archives, RG 59, Central Files 1950–54, 611.61/9-2151", "611.61/9-2151"),
        ("File No. 861.61323/–", "861.61323/–"),
    ],
)
def test_file_number_is_kept_as_written(note: str, number: str) -> None:
    assert [passage.text for passage in read(note).fields["file_number"]] == [number]


def test_record_group_and_series_are_record_sets() -> None:
    found = read("National Archives, RG 59, Central Files 1950–54, 611.61/9-2151")
    assert [(record.text_of("key"), record.text_of("type")) for record in found.record_sets] == [
        ("national-archives-rg59", "Fonds"),
        ("national-archives-rg59-central-files-1950-54", "Series"),
    ]


def test_archive_of_the_corpus_completes_a_reference_that_names_none() -> None:
    assert identifiers("f. 45, op. 1, d. 342, l. 78", "APRF") == ["APRF, f. 45, op. 1, d. 342, l. 78"]


def test_medium_alone_is_no_reference() -> None:
    found = read("[Telegram]")
    assert (found.copies, found.fields) == ((), {})


WORDS = st.sampled_from(
    ["APRF", "Fond", "f.", "45", ",", ";", "and", "opis", "op.", "1", "d.", "l.", "Listy", "0078", "-", "not given",
     "AMSZ", "w-82", "BArch", "B 136/59748", "RG 59", "(", ")", "[", "\n", "Papka", "Archive of", "Архив", "vol. 3"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_statement_is_read_without_harm_and_names_no_empty_copy(text: str) -> None:
    if not text:
        return
    found = read(text)
    identifiers_found = [copy.text_of("identifier") for copy in found.copies]
    assert all(identifier.strip() for identifier in identifiers_found)
    assert len(set(identifiers_found)) == len(identifiers_found)
    keys = {record.text_of("key") for record in found.record_sets}
    for record in found.record_sets:
        assert record.text_of("parent") in keys | {""}
    for copy in found.copies:
        assert copy.text_of("set") in keys | {""}


@pytest.mark.parametrize(
    ("statement", "identifier", "archive"),
    [
        ("AMSZ, Warsaw, 6/77 w-82 t-1264, obtained by one and translated by another", "AMSZ, 6/77 w-82 t-1264", "AMSZ"),
        ("AMSZ (Polish Foreign Ministry Archive), z. 6/77, w. 82, t. 1264", "AMSZ, 6/77 w-82 t-1264", "AMSZ"),
        ("SAPMO-BArch, DY 30, 2462", "SAPMO-BArch, DY 30/2462", "SAPMO-BArch"),
        (
            "Arhiva MAE, Fond Telegrame, Pyongyang, 1968, f. 90",
            "Arhiva MAE, Fond Telegrame, Pyongyang, 1968, f. 90",
            "Arhiva MAE",
        ),
        (
            "National Archives of Malta, CSG 01/12",
            "National Archives of Malta, CSG 01/12",
            "National Archives of Malta",
        ),
        ("AJ, KPR, I-5-b/99-13", "AJ, KPR, I-5-b/99-13", "AJ"),
        ("NAI TSCH/3/S14291", "NAI TSCH/3/S14291", "NAI"),
        ("NARA, RG 218, JCS 092 Germany (5-4-49)", "NARA, RG 218, JCS 092 Germany (5-4-49)", "NARA"),
        (
            "Nehru Memorial Museum and Library, P. N. Haksar Papers, Subject File 42",
            "Nehru Memorial Museum and Library, P. N. Haksar Papers, Subject File 42",
            "Nehru Memorial Museum and Library",
        ),
        (
            "Shanghai Municipal Archives, B92-2-1465-8",
            "Shanghai Municipal Archives, B92-2-1465-8",
            "Shanghai Municipal Archives",
        ),
        (
            "Library of Congress, Manuscript Division, Volkogonov Papers, box 4",
            "Library of Congress, Manuscript Division, Volkogonov Papers, box 4",
            "Library of Congress",
        ),
        (
            "Mongolian Foreign Ministry Archive, fond 3, dans 1, kh/n 94, khuu. 11-16",
            "Mongolian Foreign Ministry Archive, f. 3, op. 1, d. 94, ll. 11-16",
            "Mongolian Foreign Ministry Archive",
        ),
    ],
)
def test_references_of_other_archives_are_one_and_whole(statement: str, identifier: str, archive: str) -> None:
    found = list(shelfmarks.find(statement, 0, len(statement)))
    assert [(mark.identifier, mark.repository) for mark in found] == [(identifier, archive)]


def test_a_second_fond_in_brackets_is_a_copy_of_its_own_in_the_same_archive() -> None:
    copies = read("APRF, Fond 45, Opis 1, Delo 339, Listy 64-65. [Fond 3, Opis 65, Delo 828, Listy 117]").copies
    assert [copy.text_of("identifier") for copy in copies] == [
        "APRF, f. 45, op. 1, d. 339, ll. 64-65",
        "APRF, f. 3, op. 65, d. 828, l. 117",
    ]
    assert [copy.text_of("holder") for copy in copies] == ["APRF", "APRF"]


@pytest.mark.parametrize(
    ("statement", "second"),
    [
        (
            "APRF, f. 45, op. 1, d. 340, l. 12; PQS, f. 7, op. 2, d. 18, ll. 3-4",
            ("PQS", "PQS, f. 7, op. 2, d. 18, ll. 3-4"),
        ),
        ("QTH, f. 8, op. 1, d. 2, l. 9; PQS, f. 7, op. 2, d. 18", ("PQS", "PQS, f. 7, op. 2, d. 18")),
        ("APRF, f. 45, op. 1, d. 340, l. 12 and PQS, f. 7, op. 2, d. 18", ("PQS", "PQS, f. 7, op. 2, d. 18")),
        ("APRF, f. 45, op. 1, d. 340, l. 12 (PQS, f. 7, op. 2, d. 18)", ("PQS", "PQS, f. 7, op. 2, d. 18")),
        ("АПРФ, ф. 45, оп. 1, д. 340, л. 12; ГАЗН, ф. 7, оп. 2, д. 18", ("ГАЗН", "ГАЗН, f. 7, op. 2, d. 18")),
        ("APRF, f. 45, op. 1, d. 340, l. 12; TsGAZN SSSR, f. 7, op. 2", ("TsGAZN SSSR", "TsGAZN SSSR, f. 7, op. 2")),
    ],
)  # fmt: skip
def test_letters_before_a_fond_are_the_archive_as_written_and_never_the_one_before(
    statement: str, second: tuple[str, str]
) -> None:
    copy = read(statement).copies[1]
    assert (copy.text_of("holder"), copy.text_of("identifier")) == second
    assert {copy.fields[name][0].certainty for name in ("holder", "identifier", "set")} == {"0.99"}


@pytest.mark.parametrize(
    ("behind", "certainty"),
    [
        ("f. 3, op. 65, d. 2", "0.95"),
        ("IBID., f. 3, op. 65, d. 2", "0.95"),
        ("Port Office, f. 3, op. 65, d. 2", "0.75"),
    ],
)
def test_a_reference_without_an_archive_goes_on_with_the_one_before_and_is_less_certain(
    behind: str, certainty: str
) -> None:
    copy = read(f"APRF, f. 45, op. 1, d. 1, l. 4; {behind}").copies[1]
    assert copy.text_of("identifier") == "APRF, f. 3, op. 65, d. 2"
    assert {copy.fields[name][0].certainty for name in ("holder", "identifier", "set")} == {certainty}


@pytest.mark.parametrize(
    ("written", "holder", "identifier"),
    [
        ("Archives nationales (AN), Paris, 72AJ/1", "Archives nationales", "Archives nationales, 72AJ/1"),
        ("Provincial Archives (Buenos Aires), B/12", "Provincial Archives", "Provincial Archives, B/12"),
        ("Naval Archive (XNA), Lisbon, 9/2", "Naval Archive", "Naval Archive, 9/2"),
        ("UN Archives, Geneva, S-1-2", "UN Archives", "UN Archives, S-1-2"),
        (
            "Archive of the Ministry (AMAE), Fund Telegrams, Cairo, Vol. 2",
            "AMAE",
            "AMAE, Fund Telegrams, Cairo, Vol. 2",
        ),
    ],
)
def test_town_and_letters_behind_an_archive_are_no_part_of_the_shelfmark(
    written: str, holder: str, identifier: str
) -> None:
    [copy] = read(written).copies
    assert (copy.text_of("holder"), copy.text_of("identifier")) == (holder, identifier)


def test_town_before_a_semicolon_does_not_part_an_archive_from_its_shelfmark() -> None:
    assert identifiers("AMSZ, Warsaw; 6/77, w-82, t-4") == ["AMSZ, 6/77 w-82 t-4"]


def test_copy_donated_to_another_archive_is_kept_where_it_was() -> None:
    assert identifiers("Family Archive of A. Ivanov, donated to the City Archive. Translated by X.") == [
        "Family Archive of A. Ivanov"
    ]


@pytest.mark.parametrize(
    "behind",
    [
        ". Reprinted in A. Weber, Letters, Vol. 5 (Moscow: Nauka, 2005), pp. 107-108. Translated by Ana Diaz.",
        "; provided by A. Weber; translation by Ana Diaz.",
        "; translation from Russian by Ana Diaz",
        ", obtained and translated by Ana Diaz, Washington",
    ],
)
def test_prints_and_credits_behind_a_reference_are_no_part_of_it(behind: str) -> None:
    found = read(f"APRF: F. 39, Op. 1, D. 31, Ll. 24-25{behind}")
    assert [copy.text_of("identifier") for copy in found.copies] == ["APRF, f. 39, op. 1, d. 31, ll. 24-25"]
    assert len(found.fields.get("bibliographic", ())) == behind.startswith(". Reprinted")


def test_a_file_in_a_box_belongs_to_the_archive_before_it() -> None:
    found = read(
        'National Archive, Archive of the CC CPCz, (Prague); File: "Novotný, Kuba," Box 122. Obtained by Ana Diaz.'
    )
    assert len(found.copies) == 1
    assert "bibliographic" not in found.fields


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("TNA, PREM 19/218 and FCO 28/781 f. 9", ["TNA, PREM 19/218", "TNA, FCO 28/781, f. 9"]),
        ("AMRE, Santiago, Fondo Países, URSS, vol. 3", ["AMRE, Fondo Países, URSS, vol. 3"]),
        ("XYZ, Bern, Fonds Divers, vol. 3", ["XYZ, Fonds Divers, vol. 3"]),
        ("APRF, Fond 45, List 1, Delo 34, Listy 17-18", ["APRF, f. 45, op. 1, d. 34, ll. 17-18"]),
        ("UN ARCHIVES S-0370-0031-02", ["UN ARCHIVES S-0370-0031-02"]),
        ("Reagan Library, NSC, Box 91 (number of the folder not given)", ["Reagan Library, NSC, Box 91"]),
        ("NARA, RG 59, Central File, P79…, frame number cut off", ["NARA, RG 59, Central File"]),
        ("Political Archive, Auswärtiges Amt (PA-AA), B 38, Bd. 19", ["PA AA, B 38, Bd. 19"]),
        (
            "R. K. Rao Papers, Nehru Memorial Museum and Library, New Delhi, File 23",
            ["Nehru Memorial Museum and Library, R. K. Rao Papers, File 23"],
        ),
    ],
)
def test_second_classes_towns_and_what_is_lacking(statement: str, found: list[str]) -> None:
    assert identifiers(statement) == found


def test_letters_with_a_volume_and_no_town_are_still_a_printed_source() -> None:
    assert not identifiers("FRUS, 1951, vol. VII, p. 3")


@pytest.mark.parametrize(
    ("written", "holder"),
    [
        ("National Archives, RG 59, Box 2", "National Archives"),
        ("National Archives Center 3, Hanoi, folder 9057", "National Archives Center"),
        ("Vietnam National Archives Centre III, file 18", "Vietnam National Archives Centre III"),
        ("National Archives Department, Kathmandu, box 3", "National Archives Department"),
        ("National Archives of Malta, file 7", "National Archives of Malta"),
    ],
)
def test_national_archives_of_others_are_not_those_of_the_united_states(written: str, holder: str) -> None:
    [copy] = read(written).copies
    assert copy.text_of("holder") == holder


@pytest.mark.parametrize(
    ("written", "identifier", "holder"),
    [
        ("The National Archives (United Kingdom), FCO 28/5240", "The National Archives (United Kingdom), FCO 28/5240", "The National Archives (United Kingdom)"),
        ("National Archives (Ireland), DFA 305/149/12", "National Archives (Ireland), DFA 305/149/12", "National Archives (Ireland)"),
        ("National Archives (Malta), OPM 12/4", "National Archives (Malta), OPM 12/4", "National Archives (Malta)"),
        ("South African National Defence Force Documentation Centre, Group 4, Box 171", "South African National Defence Force Documentation Centre, Group 4, Box 171", "South African National Defence Force Documentation Centre"),
        ("Centro de Documentación Histórica (CDH), Lima, Carpeta 12", "Centro de Documentación Histórica, Carpeta 12", "Centro de Documentación Histórica"),
        ("Defence Documentation Center, Box 4", "Defence Documentation Center, Box 4", "Defence Documentation Center"),
    ],
)  # fmt: skip
def test_archive_of_a_country_in_brackets_and_centres_of_documents_are_archives(
    written: str, identifier: str, holder: str
) -> None:
    [copy] = read(written).copies
    assert (copy.text_of("identifier"), copy.text_of("holder")) == (identifier, holder)


def test_working_paper_is_no_copy() -> None:
    assert identifiers("CWIHP Working Paper 22, “Conversations.”") == []
