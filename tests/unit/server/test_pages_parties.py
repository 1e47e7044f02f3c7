"""Papers that nobody sends to anybody are told by form, title and participants, never by an unknown sender."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from cablegraph.corpus import Corpus
from cablegraph.server import create_app
from cablegraph.server.pages_words import ends_of
from cablegraph.settings import Settings
from tests.conftest import build_into

MINUTES = """PROTOCOL No. 61

Date: 12 March 1956

Present: Radan Velikov, Jan Dolezal.

It was resolved to order 12 travelling cranes.
"""
HALF = """TELEGRAM No. 7

Date: 13 March 1956
From: Radan Velikov

The ice has gone.
"""


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("parties")
    (folder / "documents").mkdir()
    for name, text in (("protocol-61", MINUTES), ("half", HALF)):
        (folder / "documents" / f"{name}.txt").write_text(text, "utf-8")
    build_into(folder / "cablegraph-data", folder / "documents", corpus=Corpus(folder))
    settings = Settings(data=folder / "cablegraph-data", folder=folder)
    with TestClient(create_app(settings), headers={"Accept": "text/html"}) as made:
        yield made


def told(html: str) -> str:
    return re.sub(r"\s+([,.]|$)", r"\1", " ".join(re.sub(r"<[^>]+>", " ", html).split()))


def test_minutes_lack_no_sender_on_their_page_in_lists_and_references(client: TestClient) -> None:
    page = client.get("/page/doc/protocol-61").text
    head = told(page[page.index('<header class="paper">') : page.index('<dl class="record">')])
    assert "Minutes (protocol-61)" in head
    assert "took part: Radan Velikov, Jan Dolezal" in head
    cite = client.get("/id/doc/protocol-61/cite.txt").text
    assert cite.startswith("Minutes (protocol-61). 12 March 1956.")
    [card] = [part for part in client.get("/documents").text.split('<li class="card') if "protocol-61" in part]
    [row] = [part for part in client.get("/timeline").text.split("<tr>")[1:] if "protocol-61" in part]
    assert [text for text in (head, cite, card, row) if "unknown" in told(text)] == []


def test_a_telegram_without_an_addressee_still_says_that_he_is_unknown(client: TestClient) -> None:
    page = client.get("/page/doc/half").text
    assert "→ addressee unknown" in told(page[page.index("<h1") : page.index("</h1>")])
    assert "Radan Velikov → addressee unknown" in told(client.get("/documents").text)


@pytest.mark.parametrize(
    ("form", "known", "told_of"),
    [
        ("minutes", (False, False), (False, False)),
        ("decision", (True, False), (True, False)),
        ("report", (False, False), (False, False)),
        ("report", (True, False), (True, True)),
        ("telegram", (False, False), (True, True)),
        ("", (False, False), (True, True)),
    ],
)
def test_what_a_form_says_of_its_ends(form: str, known: tuple[bool, bool], told_of: tuple[bool, bool]) -> None:
    assert ends_of(f"https://example.org/vocab/form/{form}" if form else "", *known) == told_of
