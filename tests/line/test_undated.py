"""What `build` and `check` say of papers without a date agrees with the question `undated`."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from cablegraph import queries
from cablegraph.iri import DOC
from cablegraph.report import Report
from cablegraph.shipped import shipped
from tests.conftest import build_into, store_of

DAYS = {
    "day": "7 July 1957", "short": "7 July 57", "month": "July 1957", "after": "not before 7 July 1957",
    "before": "not after 7 July 1957", "either": "05/06/1957", "none": "31/02/1957", "yearless": "7 July",
}  # fmt: skip
PAPER = "Telegram No. 12\nFrom the Embassy in Peru to the Department of State\nDate: {}\n\nThe Minister agrees.\n"
REASONS = {
    "either": "1957-06-05 or 1957-05-06: nothing in the paper says whether day or month stands first",
    "none": "no day of the calendar",
    "yearless": "no year",
}


@pytest.fixture
def built(tmp_path: Path, papers: Path) -> Report:
    for name, day in DAYS.items():
        (papers / f"{name}.txt").write_text(PAPER.format(day))
    return build_into(tmp_path / "cablegraph-data", papers)


def test_each_undated_paper_is_named_with_the_reason(built: Report) -> None:
    said = {item["path"]: item["label"] for item in built.diagnostics if item["code"] == "undated"}
    assert said == {f"{name}.txt": reason for name, reason in REASONS.items()}


def test_a_table_is_told_the_same_of_its_rows(tmp_path: Path, papers: Path) -> None:
    rows = "".join(f"{name};{DAYS[name]};A note\n" for name in REASONS)
    (papers / "list.csv").write_text(f"Record ID;Date;Title\n{rows}")
    report = build_into(tmp_path / "cablegraph-data", papers)
    assert [item["label"] for item in report.diagnostics if item["code"] == "undated"] == list(REASONS.values())


def test_the_question_names_the_same_papers(built: Report, tmp_path: Path) -> None:
    question = queries.load_all([shipped("queries")]).get("undated")
    rows = store_of(tmp_path / "cablegraph-data").query(queries.bind(question))
    assert isinstance(rows, QuerySolutions)
    assert {row["document"].value.removeprefix(DOC) for row in rows} == set(REASONS)


def test_two_ways_to_read_a_day_can_be_chosen_from(built: Report) -> None:
    [notes] = [item["notes"] for item in built.diagnostics if item["path"] == "either.txt"]
    assert "cablegraph decide accept doc:either cg:sentOn date:1957-06-05" in notes[1]
