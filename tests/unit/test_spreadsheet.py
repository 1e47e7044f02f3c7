"""Tables are read as spreadsheet programs save them, and one without its columns says which it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablegraph import linking, spreadsheet
from cablegraph.errors import SettingsError
from cablegraph.iri import AGENT

TABLE = "id,label_en,label_ru,kind\nkadar,János Kádár,Янош Кадар,person\n"
WESTERN = "id,label_en,kind\nkadar,János Kádár,person\nlund,Ève Genève Lund,person\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_an_authority_table_is_read_as_it_was_saved(tmp_path: Path, encoding: str, delimiter: str) -> None:
    (tmp_path / "people.csv").write_bytes(TABLE.replace(",", delimiter).encode(encoding))
    entry = linking.load((tmp_path,)).entries[AGENT + "kadar"]
    assert (entry.label, entry.label_ru) == ("János Kádár", "Янош Кадар")


def test_a_table_of_a_western_office_keeps_its_accents(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(WESTERN.encode("cp1252"))
    entries = linking.load((tmp_path,)).entries
    assert [entries[AGENT + key].label for key in ("kadar", "lund")] == ["János Kádár", "Ève Genève Lund"]


def test_a_table_of_a_russian_office_is_read(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes("id,label_en,label_ru,kind\nkadar,Kadar,Янош Кадар,person\n".encode("cp1251"))
    assert linking.load((tmp_path,)).entries[AGENT + "kadar"].label_ru == "Янош Кадар"


def test_a_table_without_its_columns_names_those_it_has(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("key|label_en|kind\nada|Ada Brandt|person\n", "utf-8")
    with pytest.raises(SettingsError) as caught:
        linking.load((tmp_path,))
    assert caught.value.diagnostic.line == 1
    assert "columns here: key|label_en|kind" in caught.value.diagnostic.notes


def test_a_workbook_is_no_table_of_words(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"PK\x03\x04" + bytes(60))
    with pytest.raises(SettingsError, match="save as, CSV UTF-8"):
        linking.load((tmp_path,))


def test_a_row_ends_where_its_quotation_marks_do() -> None:
    [row] = spreadsheet.rows('a,b\n"one\ntwo",3\n', "t.csv", ("a",))
    assert row == (3, {"a": "one\ntwo", "b": "3"})
