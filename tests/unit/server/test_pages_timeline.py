"""The timeline of more papers than it draws: it says so, and each year is a way to see them."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.catalogue import Card, Catalogue, When, Writer
from cablegraph.iri import DOC
from cablegraph.server import create_app, pages_timeline
from cablegraph.server.pages_choice import Choice, choose
from cablegraph.server.pages_timeline import SHEETS, _drawing, _item, _narrower
from cablegraph.settings import Settings


def catalogue(*days: str) -> Catalogue:
    def write(writer: Writer) -> None:
        for number, day in enumerate(days):
            writer.card(Card(f"{DOC}{number:04}", when=When(day, day, day)))

    return Catalogue.made("g", write)


def test_a_sheet_draws_its_number_of_papers_within_its_width() -> None:
    made = catalogue(*(f"19{year}-{month:02}-01" for year in range(17, 57) for month in range(1, 13)))
    papers = [_item(card, made) for card in made.cards.having("state", "drawn")[:400]]
    for sheet in SHEETS:
        drawing = _drawing(made, papers, sheet)
        assert len(drawing["items"]) == sheet.most
        assert all(sheet.edge <= item["x"] <= item["right"] <= sheet.width - sheet.edge for item in drawing["items"])


def test_years_lead_to_the_papers_left_out_and_of_one_year_its_months() -> None:
    made = catalogue("1917-03-31", "1917-04-01", "1951-06-24")
    choice = Choice(topic="armistice")
    assert _narrower(choice, made.cards) == [
        ("1917", 2, "?topic=armistice&from=1917&to=1917"),
        ("1951", 1, "?topic=armistice&from=1951&to=1951"),
    ]
    year = Choice(from_="1917", to="1917")
    assert _narrower(year, choose(made, year))[3] == ("1917-04", 0, "?from=1917-04&to=1917-04")


def test_what_is_not_drawn_is_said_on_both_sheets(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = tuple(replace(sheet, most=most) for sheet, most in zip(SHEETS, (20, 10), strict=True))
    monkeypatch.setattr(pages_timeline, "SHEETS", small)
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        page = client.get("/timeline?composed=0", headers={"accept": "text/html"}).text
    for sheet in small:
        assert f'<p class="left-out on-{sheet.name}"><b>{sheet.most} of ' in page
    assert 'href="/timeline?from=1951&amp;to=1951&amp;composed=0"' in page


def test_a_title_that_is_cut_says_so(sample: Path) -> None:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        page = client.get("/timeline", headers={"accept": "text/html"}).text
        titles = {row["title"] or "" for row in client.get("/documents.json?_size=200").json()["rows"]}
    told = re.findall(r'data-label="paper"><a[^>]*><bdi>(.*?)</bdi>', page)
    short = {unescape(re.sub("<[^>]+>", "", title)) for title in told} - titles
    assert short
    assert all(title.endswith("…") for title in short if any(whole.startswith(title[:60]) for whole in titles))


def test_a_date_that_its_paper_calls_uncertain_is_drawn_so() -> None:
    def write(writer: Writer) -> None:
        writer.card(Card(f"{DOC}sure", when=When("1956-03-12", "1956-03-12", "1956-03-12")))
        writer.card(Card(f"{DOC}unsure", when=When("1956-03-13%", "1956-03-13", "1956-03-13")))

    made = Catalogue.made("g", write)
    items = _drawing(made, [_item(card, made) for card in made.cards], SHEETS[0])["items"]
    assert [(item["unsure"], item["label"]) for item in items] == [
        (False, "1956-03-12"),
        (True, "about 1956-03-13, uncertain"),
    ]
