"""Charts: each shipped question's specification is drawn whole, on axes that keep the gaps of time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyoxigraph import Literal, QuerySolutions, Store

from cablegraph import queries
from cablegraph.exports import vega
from cablegraph.iri import XSD
from cablegraph.shipped import shipped

vl_convert = pytest.importorskip("vl_convert")
LIBRARY = queries.load_all([shipped("queries")])
NUMBERS = (XSD + "integer", XSD + "decimal")


def spec_of(name: str, store: Store) -> dict[str, Any]:
    query = LIBRARY.get(name)
    given = {key: [str(value)] for key, value in query.expect.get("params", {}).items()}
    found = store.query(queries.bind(query, given))
    assert isinstance(found, QuerySolutions)
    rows = [{column: plain(row[column]) for column in query.columns} for row in found]
    return vega.spec(query.summary, query.chart, query.columns, rows)


def plain(term: Any) -> Any:
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        return float(term.value) if "." in term.value else int(term.value)
    return None if term is None else term.value


def drawn(spec: dict[str, Any]) -> str:
    """The drawing as SVG, by Vega-Lite itself."""
    return str(vl_convert.vegalite_to_svg(json.dumps(spec), vl_version="6.4"))


@pytest.mark.parametrize("name", sorted(LIBRARY.queries))
def test_the_chart_of_each_question_is_drawn(name: str, sample_store: Store) -> None:
    spec = spec_of(name, sample_store)
    picture = drawn(spec)
    assert spec["title"]["text"].split()[0] in picture
    if spec["data"]["values"]:
        assert picture.count('aria-roledescription="') > 2, "nothing but a frame"


def test_months_without_papers_keep_their_place(sample_store: Store) -> None:
    spec = spec_of("letters-per-month", sample_store)
    spec["data"]["values"] = [{"month": month, "letters": 1} for month in ("1950-01", "1950-02", "1950-12")]
    x = spec["encoding"]["x"]
    assert (x["type"], x["timeUnit"], x["scale"]["type"]) == ("temporal", "utcyearmonth", "utc")
    bars = vl_convert.vegalite_to_vega(json.dumps(spec), vl_version="6.4")
    [scale] = [scale for scale in bars["scales"] if scale["name"] == "x"]
    assert scale["type"] == "utc"


def test_topics_are_lines_of_their_own_colour_and_a_year_without_is_nought(sample_store: Store) -> None:
    spec = spec_of("topics-by-year", sample_store)
    line = spec["layer"][0]
    assert line["mark"]["type"] == "line"
    assert line["encoding"]["color"]["field"] == "topic"
    assert line["encoding"]["x"]["type"] == "quantitative"
    assert line["encoding"]["y"]["impute"]["value"] == 0
    assert spec["title"]["subtitle"].startswith("the 10 most frequent of ")


def test_amounts_of_one_day_are_not_added_up_and_each_unit_has_its_measure(sample_store: Store) -> None:
    spec = spec_of("requests-and-offers", sample_store)
    assert spec["facet"]["row"]["field"] == "unit"
    assert spec["resolve"] == {"scale": {"y": "independent"}}
    assert [layer["mark"]["type"] for layer in spec["spec"]["layer"]] == ["rule", "point"]


def test_what_a_drawing_leaves_out_is_said_and_stays_in_the_data(sample_store: Store) -> None:
    query = LIBRARY.get("who-wrote-to-whom")
    rows = [{"month": "1951-06", "sender": f"S{n}", "addressee": f"A{n}", "letters": 1} for n in range(40)]
    spec = vega.spec(query.summary, query.chart, query.columns, rows)
    assert spec["title"]["subtitle"] == "the 30 busiest of 80"
    assert len(spec["data"]["values"]) == 40
