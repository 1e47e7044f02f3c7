"""What a search may mean besides its words: a day, a place of several names, one of two alike, a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.server import create_app
from cablegraph.settings import Settings

HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


def searched(client: TestClient, words: str) -> str:
    return unescape(client.get("/search", params={"q": words}, headers=HTML).text)


@pytest.mark.parametrize("words", ["1918-03-23", "23 March 1918", "March 23, 1918"])
def test_a_day_leads_to_the_papers_of_that_day(client: TestClient, words: str) -> None:
    page = searched(client, words)
    assert "Dated 23 March 1918" in page
    [link] = re.findall(r'href="(/documents\?from=1918-03-23&to=1918-03-23)"', page)
    assert client.get(link.replace("/documents", "/documents.json")).json()["total"] == 1


def test_a_bare_number_is_no_day(client: TestClient) -> None:
    assert "Dated" not in searched(client, "3777") + searched(client, "1951")


@pytest.mark.parametrize(
    ("words", "key"), [("Peking", "beijing"), ("Beijing", "beijing"), ("St. Petersburg", "saint-petersburg"),
                       ("Petrograd", "saint-petersburg")]
)  # fmt: skip
def test_each_name_of_a_place_leads_to_the_papers_under_all_its_names(client: TestClient, words: str, key: str) -> None:
    page = searched(client, words)
    assert "Searched are the words as they are written." in page
    [(where, count)] = re.findall(r'href="/documents\?place=([\w-]+)">(\d+) papers?</a>, under any', page)
    assert client.get(f"/documents.json?place={where}").json()["total"] == int(count)
    assert f'href="/page/place/{where}"' in page
    assert key == where


def test_a_person_and_the_name_signed_are_told_apart(client: TestClient) -> None:
    page = searched(client, "Dolezal")
    things = [
        " ".join(re.sub("<[^>]+>", "", text).split())
        for text in re.findall(r'<a href="/page/(?:agent|name)/.*?</a>', page)
    ]
    assert sorted(text for text in things if "Dolezal " in text and text.endswith("papers")) == [
        "Dolezal name as signed, 2 papers", "Jan Dolezal somebody named so, 7 papers"
    ]  # fmt: skip
    missing = unescape(client.get("/page/agent/dolezal", headers=HTML).text)
    assert "Jan Dolezal (somebody named so)" in missing
    assert "Dolezal (name as signed)" in missing


@pytest.mark.parametrize(
    ("words", "name"), [("who refused arms?", "requests-and-offers"), ("cover name", "cover-names")]
)
def test_a_search_in_words_of_a_question_points_to_it(client: TestClient, words: str, name: str) -> None:
    page = searched(client, words)
    assert f'<li><a href="/questions/{name}">' in page
    assert page.count('<ul class="asked"><li>') == 1


def test_a_search_that_finds_papers_points_to_no_question_unless_it_asks(client: TestClient) -> None:
    assert "A question may answer it" not in searched(client, "armistice")


def test_the_line_with_all_the_words_stands_first(client: TestClient) -> None:
    page = searched(client, "arms for 60 divisions")
    first = page[page.index('<ul class="matches">') :]
    assert re.search("<mark>(.*?)</mark>", first)[1] == "arms for 60 divisions"  # type: ignore[index]
    [match, *_] = client.get("/search.json", params={"q": "arms for 60 divisions"}).json()["documents"][0]["matches"]
    assert match["quote"] == "arms for 60 divisions"


def test_a_label_in_place_of_a_key_leads_to_the_list_meant(client: TestClient) -> None:
    page = client.get("/documents?topic=food&from=1956", headers=HTML).text
    [link] = re.findall(
        r'meant may be <a href="([^"]+)"><bdi>food</bdi></a> \(its key is <code>food-aid</code>\)', page
    )
    assert link == "/documents?topic=food-aid&amp;from=1956"
    assert client.get(unescape(link).replace("/documents", "/documents.json")).json()["total"] > 0


@pytest.mark.parametrize(("path", "link"), [("/page/doc/", "/documents"), ("/page/agent/", "/network")])
def test_an_address_without_a_name_leads_to_where_all_are(client: TestClient, path: str, link: str) -> None:
    answer = client.get(path, headers=HTML)
    assert answer.status_code == 404
    assert re.findall(r'<li><a href="([^"]+)">', answer.text) == [link]


def test_a_kind_of_name_has_the_papers_its_words_stand_in(client: TestClient) -> None:
    page = client.get("/page/kind/pseudonym", headers=HTML).text
    assert "In no paper held here" not in page
    assert "Its words stand in <b>2</b> papers" in page
    assert page.count('<li class="card') == 2


@pytest.mark.parametrize("name", ["topics-by-year", "relays", "arms-requests", "requests-and-offers", "candidates"])
def test_no_two_columns_of_an_answer_are_called_alike(client: TestClient, name: str) -> None:
    page = client.get(f"/questions/{name}", headers=HTML).text
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', page)
    assert len(heads) > 2
    assert len(set(heads)) == len(heads)


def test_the_words_of_a_statement_stand_behind_the_begin_of_their_sentence(client: TestClient) -> None:
    page = unescape(client.get("/questions/requests-and-offers?topic=credits", headers=HTML).text)
    assert re.search(r'<span class="around">[^<]*pressing conditions[^<]*</span>[^<]*we recommend', page)
    page = unescape(client.get("/questions/requests-and-offers?who=france", headers=HTML).text)
    assert "“Great Britain, France, and Italy have accepted this principle" in page


def test_arms_are_asked_for_in_the_whole_graph_with_unit_and_answer(client: TestClient) -> None:
    page = client.get("/questions/arms-requests", headers=HTML).text
    assert 'name="from" value=""' in page
    assert "/q/arms-requests.csv'" in unescape(page)
    row = client.get("/q/arms-requests.json").json()["rows"][0]
    assert (row["quantity"], row["unit"], row["answered"]) == (60, "division-armament", "offer of 60, refusal")


def test_a_request_without_a_quantity_is_told_in_its_words(client: TestClient) -> None:
    pages = [client.get(f"/page/doc/{row['document'].rpartition('/doc/')[2]}", headers=HTML).text
             for row in client.get("/q/requests-and-offers.json?topic=credits").json()["rows"]]  # fmt: skip
    assert pages
    assert not [page for page in pages if "asks for something" in page]


@pytest.mark.parametrize("path", ["/map", "/timeline", "/network"])
def test_a_drawing_says_too_what_the_graph_does_not_know(client: TestClient, path: str) -> None:
    page = client.get(f"{path}?topic=food&from=1956", headers=HTML).text
    assert f'meant may be <a href="{path}?topic=food-aid&amp;from=1956"><bdi>food</bdi></a>' in page
    assert "The graph knows nothing called" in client.get(f"{path}?topic=qqq", headers=HTML).text
    assert "has the key" not in client.get(f"{path}?topic=armistice", headers=HTML).text


@pytest.mark.parametrize(("words", "figures"), [
    ("divisions sixty", "divisions 60"), ("Twenty-one ships", "21 ships"), ("eleven tons", "11 tons"),
    ("someone tended", ""),
])  # fmt: skip
def test_a_search_with_a_number_in_words_offers_it_in_figures(client: TestClient, words: str, figures: str) -> None:
    page = client.get("/search", params={"q": words}, headers=HTML).text
    assert ("as they are written" in page) is bool(figures)
    assert f">{figures}</a>?" in page or not figures


def test_a_search_in_some_papers_says_so_and_keeps_to_them(client: TestClient) -> None:
    def page(**more: str) -> str:
        return client.get("/search", params={"q": "telegram", **more}, headers=HTML).text

    later = page(**{"from": "1918", "_size": "5"})
    assert 'aria-label="remove from 1918"' in later
    assert '<input type="hidden" name="from" value="1918">' in later
    assert 'href="/documents?q=telegram&amp;from=1918">narrow' in later
    assert 'href="/search?q=telegram&amp;from=1918&amp;_size=5&amp;_page=2"' in later
    nowhere = page(**{"from": "1990"})
    assert "No paper chosen so holds these words" in nowhere
    assert "try another spelling" not in nowhere
    assert '<a href="/search?q=telegram"><b>' in nowhere
    assert "No sender has the key" in page(sender="stali")
    assert client.get("/search.json?q=telegram&sender=stali").json()["parameter"] == "sender"


@pytest.mark.parametrize("path", ["/documents", "/questions/letters"])
def test_the_next_page_of_a_short_page_begins_where_it_ends(client: TestClient, path: str) -> None:
    page = client.get(path, params={"_size": "5", "from": "1917", "_page": "2"}, headers=HTML).text
    assert re.search(r'rel="next" href="[^"]*from=1917[^"]*&amp;_size=5&amp;_page=3"', page)
