"""The Data page reads the build's report as far as it shows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.corpus import Corpus
from cablegraph.server import create_app
from cablegraph.server.pages_themselves import MESSAGES, _read
from cablegraph.settings import Settings
from cablegraph.shipped import shipped
from tests.conftest import build_into


def messages(number: int) -> list[dict[str, str]]:
    return [{"what": f'message {n}, "quoted"', "severity": "warning", "path": f"{n}.txt"} for n in range(number)]


@pytest.mark.parametrize("number", [0, 3, MESSAGES, MESSAGES + 50])
@pytest.mark.parametrize("lines", [True, False])
def test_the_report_is_read_alike_however_it_is_laid_out(tmp_path: Path, number: int, lines: bool) -> None:
    whole = {"generation": "g", "counts": {"papers": number}, "decisions": {"applied": []}}
    path = tmp_path / "report.json"
    if lines:
        items = ",\n".join(json.dumps(item) for item in messages(number))
        path.write_text(json.dumps(whole, indent=1)[:-2] + f',\n "diagnostics": [\n{items}\n ]\n}}\n')
    else:
        path.write_text(json.dumps(whole | {"diagnostics": messages(number)}))
    assert _read(path, 0) == whole | {"diagnostics": messages(number)[:MESSAGES], "messages": number}
    _read.cache_clear()


def test_the_report_of_a_build_is_of_that_form(sample: Path) -> None:
    text = (sample / "report.json").read_text("utf-8")
    assert '\n "diagnostics": [\n{' in text
    read = _read(sample / "report.json", -1)
    assert read["messages"] == len(json.loads(text)["diagnostics"])
    assert read["counts"] == json.loads(text)["counts"]


def test_the_first_page_says_which_collection_it_is_of(tmp_path: Path) -> None:
    data = tmp_path / "cablegraph-data"
    build_into(data, shipped("examples", "wilson"), corpus=Corpus(tmp_path, title="Papers of Tabriz & Ahar"))
    with TestClient(create_app(Settings(data=data, folder=tmp_path))) as client:
        page = client.get("/", headers={"accept": "text/html"}).text
    assert "<title>Papers of Tabriz &amp; Ahar · cablegraph</title>" in page
    assert "Here, in <b><bdi>Papers of Tabriz &amp; Ahar</bdi></b>: " in page
