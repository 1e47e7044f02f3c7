"""Clients that bring much with them: pandas, R, and Comunica under Node. ``make clients`` runs them, R where it is."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.conformance.served import BASE, Served

PLACE = Path(__file__).parents[2] / "build" / "clients"
PANDAS, COMUNICA = PLACE / "bin" / "python", PLACE / "node_modules" / ".bin" / "comunica-sparql"
pytestmark = pytest.mark.extra
no_pandas = pytest.mark.skipif(not PANDAS.exists(), reason="pandas is not installed: make clients")
no_comunica = pytest.mark.skipif(
    not COMUNICA.exists() or shutil.which("node") is None, reason="Comunica or Node is not installed: make clients"
)
no_r = pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
PREFIXES = f"PREFIX cg: <{BASE}ontology#> PREFIX doc: <{BASE}id/doc/> "


@no_pandas
def test_pandas_reads_our_csv(built: Served) -> None:
    said = 'VALUES (?t ?say) { (doc:t-7 "a \\"b\\", c\\nd") (doc:t-8 "Москва") (doc:t-9 "") (doc:t-10 UNDEF) }'
    text = f"SELECT ?t ?n ?say {{ {said} ?t cg:telegramNumber ?n }} ORDER BY ?n"
    address = f"{built.url}/sparql?" + urlencode({"query": text, "format": "csv"})
    program = (
        "import json, sys, pandas\n"
        "frame = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)\n"
        "print(json.dumps([list(frame.columns), frame.values.tolist()]))"
    )
    done = subprocess.run([PANDAS, "-c", program, address], capture_output=True, text=True, check=True)
    columns, rows = json.loads(done.stdout)
    assert columns == ["t", "n", "say"]
    assert rows == [
        [f"{BASE}id/doc/t-7", "0007", 'a "b", c\nd'],
        [f"{BASE}id/doc/t-8", "0008", "Москва"],
        [f"{BASE}id/doc/t-9", "0009", ""],
        [f"{BASE}id/doc/t-10", "0010", ""],
    ]


@no_r
def test_r_reads_our_csv_as_the_page_on_it_says(sample: Path, tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "pandas.md").read_text("utf-8")
    [block] = re.findall(r"```r\n(.*?)```", page, re.DOTALL)
    asked = [sys.executable, "-m", "cablegraph", "query", "letters", "-f", "csv", "-o", "letters.csv"]
    there = {**os.environ, "CABLEGRAPH_DATA": str(sample)}
    subprocess.run(asked, cwd=tmp_path, env=there, capture_output=True, check=True)
    (tmp_path / "page.r").write_text(block + "stopifnot(is.character(letters$number))\n", "utf-8")
    done = subprocess.run(["Rscript", "page.r"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines() if line.strip()]
    counted = {year: int(n) for years, counts in zip(lines[::2], lines[1::2], strict=True)
               for year, n in zip(years, counts, strict=True)}  # fmt: skip
    with (tmp_path / "letters.csv").open(encoding="utf-8", newline="") as file:
        assert counted == Counter(row["date"][:4] for row in csv.DictReader(file) if row["date"]) != {}


def comunica(built: Served, text: str, form: str) -> str:
    """What Comunica prints of a query over our endpoint, found by its service description."""
    line = [COMUNICA, f"{built.url}/sparql", "-q", PREFIXES + text, "-t", form]
    done = subprocess.run(line, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@no_comunica
@pytest.mark.parametrize("as_", ["sparql@", ""], ids=["told", "found"])
def test_comunica_selects(built: Served, as_: str) -> None:
    line = [COMUNICA, f"{as_}{built.url}/sparql", "-q", PREFIXES + "SELECT ?n { doc:t-7 cg:telegramNumber ?n }"]
    done = subprocess.run([*line, "-t", "application/json"], capture_output=True, text=True, timeout=120, check=False)
    assert json.loads(done.stdout) == [{"n": '"0007"'}], done.stderr


@no_comunica
def test_comunica_joins_counts_asks_and_constructs(built: Served) -> None:
    count = "SELECT (COUNT(*) AS ?c) { ?t cg:telegramNumber ?n ; a ?class }"
    assert "2000" in comunica(built, count, "text/csv")
    assert comunica(built, "ASK { doc:t-7 ?p ?o }", "application/json").strip().startswith("true")
    made = comunica(built, "CONSTRUCT { ?t cg:telegramNumber ?n } { VALUES ?t { doc:t-7 } ?t cg:telegramNumber ?n }",
                    "application/n-triples")  # fmt: skip
    assert made.strip() == f'<{BASE}id/doc/t-7> <{BASE}ontology#telegramNumber> "0007" .'
