"""Pages, lists, questions, drawings and files keep the same papers of a time, whatever kind of date the papers have."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from cablegraph.dates.within import possibly
from cablegraph.iri import DOC
from cablegraph.server import create_app
from cablegraph.settings import Settings
from tests.conftest import build_into

PAPER = """Telegram No. {}
From the Embassy in Peru to the Department of State
Date: {}

The armistice was signed today.
"""
DAYS = {
    "exact": ("7 July 1957", "1957-07-07", "1957-07-07"),
    "month": ("July 1957", "1957-07-01", "1957-07-31"),
    "year": ("1957", "1957-01-01", "1957-12-31"),
    "interval": ("28 June-2 July 1957", "1957-06-28", "1957-07-02"),
    "season": ("winter 1956", "1956-12-01", "1957-02-28"),
    "decade": ("the 1950s", "1950-01-01", "1959-12-31"),
    "either": ("27 or 28 October 1962", "1962-10-27", "1962-10-28"),
    "before": ("not after 7 July 1957", "", "1957-07-07"),
    "after": ("not before 7 July 1957", "1957-07-07", ""),
    "both": ("not before 7 July 1957 and not after 9 July 1957", "1957-07-07", "1957-07-09"),
    "yearless": ("7 July", "", ""),
    "unordered": ("05/06/1957", "", ""),
    "none": ("31/02/1957", "", ""),
}
DATED = [name for name, (_, earliest, latest) in DAYS.items() if earliest or latest]
TIMES = ("", "from=1957&to=1957", "from=1957-07&to=1957-07", "from=1957-07-07&to=1957-07-07", "from=1990&to=1990",
         "from=1900&to=1900", "from=1957-07-08", "to=1957-06-30", "from=1962-10-28&to=1962")  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("times")
    papers = folder / "papers"
    papers.mkdir()
    for number, (name, (day, _, _)) in enumerate(DAYS.items(), 1):
        (papers / f"{name}.txt").write_text(PAPER.format(number, day))
    build_into(folder / "cablegraph-data", papers)
    with TestClient(create_app(Settings(data=folder / "cablegraph-data", folder=folder))) as made:
        yield made


def meant(time: str) -> set[str]:
    """The papers that may be of a time, by their names; without a time all."""
    given = dict(part.split("=") for part in time.split("&") if part)
    bounds = {name: (earliest, latest) for name, (_, earliest, latest) in DAYS.items()}
    return {name for name in DAYS if possibly(*bounds[name], given.get("from", ""), given.get("to", ""))}


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))


def names(iris: list[str]) -> set[str]:
    return {iri.removeprefix(DOC) for iri in iris}


@pytest.mark.parametrize("time", TIMES)
def test_lists_questions_and_files_keep_the_same_papers(client: TestClient, time: str) -> None:
    wanted = meant(time)
    assert names([item["id"] for item in client.get(f"/documents.json?{time}").json()["rows"]]) == wanted
    assert {row["id"].removeprefix(DOC) for row in rows(client, f"/documents.csv?{time}")} == wanted
    for question in ("letters", "papers-on-a-topic"):
        assert names([row["document"] for row in rows(client, f"/q/{question}.csv?{time}")]) == wanted, question
    items = client.get(f"/api/timeline.json?{time}").json()["items"]
    assert names([item["id"] for item in items if item["held"]]) == wanted
    seen = client.get(f"/api/timeline.json?{time}&view=1").json()["items"]
    assert names([item["id"] for item in seen if item["held"]]) == wanted


@pytest.mark.parametrize("time", TIMES)
def test_drawings_and_counts_have_as_many(client: TestClient, time: str) -> None:
    dated = len(meant(time) & set(DATED))
    page = client.get(f"/timeline?{time}", headers={"Accept": "text/html"}).text
    drawn = re.search(r"<p>(\d+) dated papers?", page)
    assert int(drawn[1]) if drawn else dated == 0
    for question in ("letters-per-month", "who-wrote-to-whom"):
        assert sum(int(row["letters"]) for row in rows(client, f"/q/{question}.csv?{time}")) == dated, question
    for view in ("", "&view=1"):
        links = client.get(f"/api/network.json?{time}{view}").json()["links"]
        assert sum(link["weight"] for link in links) == len(meant(time))


def test_undated_are_the_same_everywhere(client: TestClient) -> None:
    undated = set(DAYS) - set(DATED)
    home = client.get("/", headers={"Accept": "text/html"}).text
    assert re.search(rf">{len(undated)} without a date", home)
    assert names([item["id"] for item in client.get("/documents.json?undated=1").json()["rows"]]) == undated
    assert names([row["document"] for row in rows(client, "/q/undated.csv")]) == undated
    timeline = client.get("/timeline", headers={"Accept": "text/html"}).text
    assert re.search(rf">{len(undated)} [^<]*without a date", timeline) or f">{len(undated)} without a date" in timeline
    assert client.get("/api/network.json").json()["meta"]["coverage"]["undated"] == len(undated)


def test_one_bound_alone_is_drawn_with_a_point_to_the_open_side(client: TestClient) -> None:
    page = client.get("/timeline?from=1990&to=1990", headers={"Accept": "text/html"}).text
    assert len(re.findall(r'<path class="dot[^"]*" d="M[\d.]+ [\d.]+v10l8 -5z"', page)) == 2  # on both sheets
