"""The JSON interface and the pages' headers, over the sample corpus, through the application itself."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.catalogue import page_of
from cablegraph.server import create_app
from cablegraph.server.pages_base import STATIC
from cablegraph.settings import Settings

SEED = "doc:wilson-ct3777"
SENDER = {"s": SEED, "p": "rico:hasSender", "o": "agent:stalin"}


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


def test_a_search_knows_cover_names_of_the_tables_in_other_scripts_and_no_others(client: TestClient) -> None:
    def page(words: str) -> str:
        return client.get("/search", params={"q": words}, headers={"accept": "text/html"}).text

    found = page("Филиппов")
    assert 'is a cover name of <a href="/page/agent/stalin">Joseph Stalin</a>' in found
    assert '<a href="/search?q=Filippov">Filippov</a>' in found
    assert "Feng Xi" not in found
    assert "is a cover name of" not in page("Peking") + page("Красовский")


def test_papers_in_the_network_are_told_apart_by_number_and_date(client: TestClient) -> None:
    page = client.get("/network", params={"by": "document"}, headers={"accept": "text/html"}).text
    data = json.loads(page.partition('id="network-data">')[2].partition("</script>")[0])
    short = {node["id"].partition("/id/doc/")[2]: node["short"] for node in data["nodes"]}
    assert short["1956-harbour-104"] == "No. 104, 1956-03-16"
    assert short["1956-harbour-104/cited/193"] == "No. 103, 1956-03-14"
    assert "short" not in client.get("/api/network.json", params={"by": "document"}).json()["nodes"][0]


def test_why_gives_the_words_with_their_surroundings(client: TestClient) -> None:
    answer = client.get("/why.json", params=SENDER).json()
    assert answer["asserted"] is True
    spans = {(span["start"], span["end"]): span for reading in answer["readings"] for span in reading["spans"]}
    assert set(spans) == {(42, 59), (1352, 1369)}
    assert spans[1352, 1369]["quote"] == "FILIPPOV [Stalin]"
    assert spans[1352, 1369]["layer"] == "editorial"
    assert spans[42, 59]["before"].endswith("No. 3777, ")
    reading = next(item for item in answer["readings"] if item["id"].endswith("/r/471b2c730563497f"))
    assert reading["rule"] == "wilson-center.sender"
    assert reading["certainty"] == 0.99
    assert reading["status"] == "machine"
    assert reading["kind"] == "text"
    assert reading["url"] == "/page/doc/wilson-ct3777?char=1352,1369"


def test_why_of_many_answers_in_order_and_knows_its_limit(client: TestClient) -> None:
    nothing = {"s": SEED, "p": "rico:hasSender", "o": "agent:mao"}
    found = client.post("/why.json", json=[SENDER, nothing]).json()["statements"]
    assert [item["asserted"] for item in found] == [True, False]
    number = {"s": SEED, "p": "cg:telegramNumber", "o": '"3777"'}
    [found] = client.post("/why.json", json={"statements": [number]}).json()["statements"]
    assert found["asserted"]
    assert client.post("/why.json", json=[SENDER] * 501).status_code == 413
    assert client.post("/why.json", content=b"{").status_code == 400
    assert client.post("/why.json", json=[{"s": SEED}]).status_code == 422


def test_a_candidate_is_not_asserted_and_says_why_not(client: TestClient) -> None:
    answer = client.get("/why.json", params={"s": SEED, "p": "cg:sentFrom", "o": "place:moscow"}).json()
    assert answer["asserted"] is False
    assert [reading["status"] for reading in answer["readings"]] == ["candidate"]


@pytest.mark.parametrize("value", ["nope:x", "<a b>", '"unended', "http://a b"])
def test_an_object_that_is_none_is_named(client: TestClient, value: str) -> None:
    reply = client.get("/why.json", params={**SENDER, "o": value})
    assert reply.status_code == 422
    assert reply.json()["detail"].startswith("o is not")


def test_papers_have_the_published_columns_in_every_form(client: TestClient) -> None:
    columns = ["id", "url", "title", "date", "earliest", "latest", "sender", "addressee", "form", "source",
               "repository", "held", "gaps", "composed", "number", "relay", "origin", "destination", "topics", "within",
               "name", "archive"]  # fmt: skip
    objects = client.get("/documents.json", params={"sender": "stalin"}).json()
    assert objects["columns"] == columns
    [row] = objects["rows"]
    assert list(row) == columns
    assert row["earliest"] == "1951-06-24"
    arrays = client.get("/documents.json", params={"sender": "stalin", "_shape": "arrays"}).json()
    assert arrays["rows"] == [list(row.values())]
    rows = list(csv.reader(io.StringIO(client.get("/documents.csv").text)))
    assert rows[0] == columns
    assert len(rows) - 1 == client.get("/documents.json").json()["total"]


def test_next_leads_through_all_rows_once(client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/documents.json?_size=30"
    while address:
        reply = client.get(address).json()
        seen += [row["id"] for row in reply["rows"]]
        address = reply["next"]
    assert len(seen) == len(set(seen)) == reply["total"]


def test_a_search_gives_spans_of_the_stored_text(client: TestClient) -> None:
    found = client.get("/search.json", params={"q": "armistice"}).json()
    seed = next(item for item in found["documents"] if item["id"].endswith("wilson-ct3777"))
    text = client.get("/id/doc/wilson-ct3777/text/cff5080f").text
    assert all(text[match["start"] : match["end"]] == match["quote"] for match in seed["matches"])
    assert any(item["label"] == "armistice" for item in found["things"])


def test_the_stored_text_has_the_hash_in_its_address(client: TestClient) -> None:
    reply = client.get("/id/doc/wilson-ct3777/text/cff5080f")
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert hashlib.sha256(reply.content).hexdigest().startswith("cff5080f")
    assert client.get("/id/doc/wilson-ct3777/text/00000000").status_code == 404


def test_a_canned_query_has_its_faces(client: TestClient) -> None:
    answer = client.get("/q/arms-requests.json", params={"_evidence": "1"}).json()
    row = next(item for item in answer["rows"] if item["number"] == "3777")
    assert row["quantity"] == 60
    assert "arms for 60 divisions" in " ".join(words["quote"] for words in row["evidence"])
    table = list(csv.reader(io.StringIO(client.get("/q/arms-requests.csv").text)))
    assert len(table) - 1 == answer["total"]
    assert client.get("/q/arms-requests.vl.json").json()["$schema"].endswith("/v6.json")
    assert client.get("/q/arms-requests.rq").text.startswith("#+")
    assert client.get("/q/arms-requests.ttl").status_code == 406
    reply = client.get("/q/arms-requests", headers={"accept": "text/html"}, follow_redirects=False)
    assert reply.headers["location"] == "/questions/arms-requests"


@pytest.mark.parametrize(("name", "counted"), [("who-wrote-to-whom", "letters"), ("relays", "papers")])
def test_a_row_that_counts_papers_leads_to_each_and_to_the_words(client: TestClient, name: str, counted: str) -> None:
    rows = client.get(f"/q/{name}.json", params={"_evidence": "1"}).json()["rows"]
    assert rows
    for row in rows:
        papers = row["documents"].split(" ")
        assert len(papers) == row[counted]
        assert {words["s"] for words in row["evidence"] if words["quote"]} == set(papers)
    page = client.get(f"/questions/{name}", headers={"accept": "text/html"}).text
    body = page[page.index("<tbody>") : page.index("</tbody>")].split("<tr>")[1:]
    for html, row in zip(body, rows, strict=False):
        assert all(f'href="{page_of(iri)}"' in html for iri in row["documents"].split(" "))
        assert 'class="why"' in html


def test_an_answer_to_an_answer_shows_the_words_that_lead_there(client: TestClient) -> None:
    parameters = {"document": "doc:frus1918Russiav03-d316/enclosed/174", "_evidence": "1"}
    [row] = client.get("/q/chain-of-replies.json", params=parameters).json()["rows"]
    assert row["earlier"].endswith("/frus1918Russiav03-d316")
    assert any(words["quote"] for words in row["evidence"])


def test_the_numbers_of_the_home_page_are_those_where_they_lead(client: TestClient) -> None:
    home = client.get("/", headers={"accept": "text/html"}).text
    candidates = client.get("/q/candidates.json").json()["total"]
    assert f"<b>{candidates}</b> possible readings</a>" in home
    network = client.get("/network", headers={"accept": "text/html"}).text
    people = re.search(r"<p>(\d+) people and bodies", network)
    assert people is not None
    assert f"<b>{people[1]}</b> people and bodies</a> writing or written to" in home


def test_what_is_proposed_has_one_row_a_reading(client: TestClient) -> None:
    rows = client.get("/q/candidates.json?_size=1000").json()["rows"]
    assert len({row["reading"] for row in rows}) == len(rows) > 100


def test_a_wrong_parameter_is_named_and_the_nearest_given(client: TestClient) -> None:
    reply = client.get("/q/arms-requests.json", params={"form": "1951"})
    assert reply.status_code == 422
    assert reply.json()["hint"] == ["did you mean from?"]
    assert client.get("/q/arms-requests.json", params={"from": "soon"}).status_code == 422
    assert client.get("/q/arms-request.json").json()["closest"][0][1] == "arms-requests"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/q/edges-on-a-passage.json?start=50&end=40", 422),
        ("/q/edges-on-a-passage.json?start=5000", 422),  # the end that is not given is 1300
        ("/q/edges-on-a-passage.json?start=9&end=10", 200),
        ("/q/letters.json?from=1952&to=1951-06", 422),
        ("/q/letters.json?from=1951-06&to=1951", 200),
    ],
)
def test_an_end_before_its_beginning_is_refused_with_what_to_do(client: TestClient, address: str, status: int) -> None:
    reply = client.get(address)
    assert reply.status_code == status
    if status == 422:
        assert reply.headers["content-type"].startswith("application/problem+json")
        assert reply.json()["parameter"] in ("end", "to")
        assert re.search("is before|ends before", reply.json()["detail"])
        assert reply.json()["hint"]


@pytest.mark.parametrize(
    "path", ["/", "/documents", "/page/doc/wilson-ct3777", "/documents.json", "/q/arms-requests.json", "/why.json"]
)
def test_an_unchanged_answer_is_304(client: TestClient, path: str) -> None:
    params = SENDER if path == "/why.json" else {}
    first = client.get(path, params=params)
    assert first.status_code == 200
    assert first.headers["cablegraph-generation"]
    again = client.get(path, params=params, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content


def test_errors_are_pages_for_people_and_problems_for_programs(client: TestClient) -> None:
    shown = client.get("/page/doc/wilson-ct377", headers={"accept": "text/html"})
    assert shown.status_code == 404
    assert "wilson-ct3777" in shown.text
    told = client.get("/page/doc/wilson-ct377", headers={"accept": "application/json"})
    assert told.headers["content-type"] == "application/problem+json"
    assert told.json()["type"] == "/docs/errors#not-found"


@pytest.mark.parametrize(
    "name", ["../pages.py", "..%2fpages.py", "%2e%2e/app.py", "vendor/../../app.py", "nothing.js", "%00"]
)
def test_nothing_outside_the_static_folder_is_given(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_static_files_of_a_version_never_change(client: TestClient) -> None:
    [sheet] = re.findall(r'href="(/static/style.css\?v=\w+)"', client.get("/").text)
    assert "immutable" in client.get(sheet).headers["cache-control"]


def test_a_table_that_is_all_in_sight_has_no_shade_at_its_sides() -> None:
    sheet = (STATIC / "style.css").read_text("utf-8")
    covers = [float(width) for width in re.findall(r"var\(--paper\) ([\d.]+)rem, transparent\)", sheet)]
    shades = [float(width) for width in re.findall(r"([\d.]+)rem 100% no-repeat scroll", sheet)]
    assert len(covers) == len(shades) == 2
    assert min(covers) >= max(shades)


@pytest.mark.parametrize("folder", [STATIC / "vendor", Path(__file__).parents[2] / "e2e" / "vendor"])
def test_vendored_files_are_those_that_were_fetched(folder: Path) -> None:
    listed = tomllib.loads((folder / "VENDOR.toml").read_text("utf-8"))["package"]
    files = {item["path"]: item["sha256"] for package in listed for item in package["files"]}
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"VENDOR.toml"}
    assert held == set(files)
    for name, digest in files.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert all(package["licence"] and package["version"] for package in listed)


def test_our_own_files_load_from_no_other_host() -> None:
    loading = re.compile(
        r"""(?:src|href|url\(|@import|fetch\(|import\s)\s*[=("'`]*\s*(?:https?:)?//[a-z]""", re.IGNORECASE
    )
    own = [path for path in STATIC.iterdir() if path.suffix in (".js", ".css")]
    own += list((STATIC.parent / "templates").glob("*.html"))
    assert len(own) > 20
    assert [path.name for path in own if loading.search(path.read_text("utf-8"))] == []


def test_robots_are_kept_from_what_costs(client: TestClient) -> None:
    assert "Disallow: /sparql" in client.get("/robots.txt").text


def test_a_page_of_a_paper_is_small(client: TestClient) -> None:
    reply = client.get("/page/doc/wilson-ct3777", headers={"accept-encoding": "gzip"})
    assert int(reply.headers["content-length"]) < 150_000


@pytest.mark.parametrize(
    ("address", "named", "hint"),
    [
        ("/documents.json?fom=1951", "fom", "did you mean from?"),
        ("/documents?_size=many", "_size", "a whole number from 1 to 200"),
        ("/documents.csv?gaps=maybe", "gaps", ""),
        ("/documents.json?_shape=arrys", "_shape", "did you mean arrays?"),
        ("/search.json?q=armistice&kid=person", "kid", "did you mean kind?"),
        ("/api/network.json?min_weight=x", "min_weight", "a whole number from 1 to 1000000"),
        ("/api/network.json?byy=agent", "byy", "did you mean by?"),
        ("/network?by=agnt", "by", "did you mean agent?"),
    ],
)
def test_a_parameter_that_is_none_is_refused_by_name(client: TestClient, address: str, named: str, hint: str) -> None:
    reply = client.get(address)
    assert reply.status_code == 422
    assert reply.json()["parameter"] == named
    assert hint in " ".join(reply.json()["hint"])
    assert client.get(address, headers={"accept": "text/html"}).status_code == 422


def test_a_form_that_no_thing_has_is_not_found(client: TestClient) -> None:
    assert client.get("/id/agent/stalin.foo", follow_redirects=False).status_code == 404
    assert client.get("/id/agent/stalin", follow_redirects=False).status_code == 303


def test_a_person_is_shown_as_papers_name_him_not_as_they_speak_of_his_papers(client: TestClient) -> None:
    page = client.get("/page/agent/stalin").text
    written = page[page.index('id="written"') : page.index('id="with"')]
    assert "FILIPPOV [Stalin]" in written
    assert "I will communicate" not in written
    assert "We received your telegram" not in written
    assert "1 cited, not held" in page[page.index('id="with"') :]


@pytest.mark.parametrize(
    ("path", "says", "paper"),
    [
        ("/page/date/1951-06-24", "Papers", "/page/doc/wilson-ct3777"),
        ("/page/kind/ceiling", "kind", "/page/doc/wilson-ct3777"),
        ("/page/agent/david-r-francis", "Possible in", "/page/doc/frus1918Russiav03-d91"),
        ("/page/agent/robert-lansing", "Possible in <b>22</b> papers", "/page/doc/frus1918Russiav03-d1"),
        ("/page/agent/stepan-krasovsky", "Possible in", "/page/doc/wilson-ct3777"),
        ("/page/name/filippov", "A name of", "/page/agent/stalin"),
        ("/page/agent/krasovsky", "It may be", "/page/agent/stepan-krasovsky"),
    ],
)
def test_a_thing_leads_to_its_papers_and_to_who_it_may_be(client: TestClient, path: str, says: str, paper: str) -> None:
    html = client.get(path, headers={"accept": "text/html"}).text
    assert says in html
    assert f'href="{paper}"' in html
    assert "In no paper held here" not in html
    assert "Nobody has said yet who this is" not in html


def rows_of(client: TestClient, path: str) -> list[str]:
    """The rows of an answer's page, without marks."""
    html = client.get(path, headers={"accept": "text/html"}).text
    body = html[html.index("<tbody>") : html.index("</tbody>")]
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in body.split("<tr>")[1:]]


@pytest.mark.parametrize("name", ["arms-letters", "papers-on-a-topic", "mentions?thing=agent:francis-o-lindley"])
def test_a_row_of_one_passage_shows_this_passage_alone(client: TestClient, name: str) -> None:
    path = f"/questions/{name}"
    html = client.get(path, headers={"accept": "text/html"}).text
    rows = html[html.index("<tbody>") : html.index("</tbody>")].split("<tr>")[1:]
    assert len(rows) > 1
    assert all(row.count('class="why"') == 1 for row in rows)
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("path", "shown", "code"),
    [
        ("/questions/requests-and-offers?topic=arms-supply", "at most", "at-most"),
        ("/questions/requests-and-offers?topic=arms-supply", "armament for a division", "division-armament"),
        ("/questions/gaps", "empty field", "empty-field"),
        ("/questions/gaps", "words left out", "editorial ellipsis"),
        ("/questions/gaps", "given elsewhere", "given-elsewhere"),
        ("/questions/editor-alone", "cataloguer", "rico:hasSender"),
        ("/questions/candidates", "David R. Francis", "rico:occupiesOrOccupied"),
        ("/questions/cover-names", "editor", "editorial"),
    ],
)
def test_answers_are_in_plain_words(client: TestClient, path: str, shown: str, code: str) -> None:
    said = " ".join(rows_of(client, path))
    assert shown in said
    assert code not in said


def test_what_is_asked_stands_in_the_list_also_where_no_paper_has_it(client: TestClient) -> None:
    html = client.get("/questions/holdings-of-a-fond?fond=archive:aprf-f45", headers={"accept": "text/html"}).text
    assert '<option value="archive:aprf-f45" selected>' in html
    assert html.count(" selected>") == 1
    assert "The graph knows nothing called" in html
    default = client.get("/questions/chain-of-replies", headers={"accept": "text/html"}).text
    assert "The graph knows nothing called" not in default
    assert "<b>1</b> row" in default


@pytest.mark.parametrize(
    "path",
    ["/questions/letters?from=1953&to=1951", "/documents?from=1953&to=1951", "/q/letters.json?from=1953&to=1951"],
)
def test_a_time_that_ends_before_it_begins_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    assert "ends before it begins" in answer.json()["detail"]


def test_a_table_of_papers_says_number_relay_and_within_what_and_opens_in_excel(client: TestClient) -> None:
    text = client.get("/documents.csv").content.decode()
    rows = {row["id"].rpartition("/doc/")[2]: row for row in csv.DictReader(io.StringIO(text))}
    seed = rows["wilson-ct3777"]
    assert (seed["number"], seed["relay"], seed["within"]) == ("3777", "Krasovsky", "")
    assert seed["url"] == "http://testserver/page/doc/wilson-ct3777"
    inner = next(row for key, row in rows.items() if "/enclosed/" in key)
    assert inner["within"] == inner["id"].partition("/enclosed/")[0]
    assert all(row["name"] for row in rows.values())
    assert not client.get("/documents.csv").text.startswith("\ufeff")
    assert client.get("/q/letters.csv?_excel=1").content.decode().startswith("\ufeffdate,")


def test_the_sheet_for_excel_is_for_people(client: TestClient) -> None:
    text = client.get("/documents.csv?excel=1").content.decode()
    assert text.startswith("\ufeffdate,from,to,")
    rows = {row["identifier"].rpartition("/doc/")[2]: row for row in csv.DictReader(io.StringIO(text[1:]))}
    assert len(rows) == client.get("/documents.json").json()["total"]
    seed = rows["wilson-ct3777"]
    assert (seed["date"], seed["from"], seed["to"], seed["number"]) == (
        "1951-06-24",
        "Joseph Stalin",
        "Mao Zedong",
        "3777",
    )
    assert seed["page"] == "http://testserver/page/doc/wilson-ct3777"
    railway = rows["frus1918Russiav03-d390"]
    assert railway["laid out as"] == "Foreign Relations of the United States, or in its manner"
    facts = client.get("/id/doc/frus1918Russiav03-d390.json").json()["facts"]
    [mark] = [fact["value"] for fact in facts if fact["predicate"].endswith("#fileNumber")]
    assert railway["file number or shelfmark"] == mark
    assert all("%" not in row["date"] and row["title"] for row in rows.values())


@pytest.mark.parametrize(("words", "thing"), [("Peking", "place/beijing"), ("Одесса", "place/odessa")])
def test_a_place_is_found_by_its_other_names(client: TestClient, words: str, thing: str) -> None:
    page = client.get("/search", params={"q": words}, headers={"accept": "text/html"}).text
    assert f'href="/page/{thing}"' in page
    assert any(item["id"].endswith(thing) for item in client.get("/suggest.json", params={"q": words}).json())


def test_a_search_tells_papers_whose_text_has_the_words_from_those_found_by_a_topic(client: TestClient) -> None:
    page = client.get("/search?q=вооружение", headers={"accept": "text/html"}).text
    assert "hold these words" not in page
    assert page.count("not in the words of its text") == page.count('<li class="card') > 0


def test_a_facet_shows_all_its_values_where_asked(client: TestClient) -> None:
    short = client.get("/documents", headers={"accept": "text/html"}).text
    [link] = re.findall(r'href="(/documents\?_facet=sender#sender)"', short)
    assert "Joseph Stalin</span>" not in short
    assert "Joseph Stalin</span>" in client.get(link.partition("#")[0], headers={"accept": "text/html"}).text


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/papers", "/documents"),
        ("/documents/wilson-ct3777", "/page/doc/wilson-ct3777"),
        ("/doc/wilson-ct3777", "/page/doc/wilson-ct3777"),
        ("/agent/stalin", "/page/agent/stalin"),
    ],
)
def test_an_address_that_somebody_guesses_leads_to_the_page(client: TestClient, path: str, leads: str) -> None:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert f'href="{leads}"' in answer.text


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ("s=doc:wilson-ct3777&p=cg:sentFrom&o=place:moscow", "it is only possible"),
        ("s=agent:stalin&p=schema:sameAs&o=wd:Q855", "it was decided so"),
        ("s=doc:wilson-ct3777&p=rico:hasSender&o=agent:stalin", "because of each of these"),
    ],
)
def test_the_page_of_why_says_what_stands_and_what_does_not(client: TestClient, parameters: str, said: str) -> None:
    assert said in client.get(f"/why?{parameters}", headers={"accept": "text/html"}).text


def test_a_paper_of_foreign_relations_leads_to_where_it_is_published(client: TestClient) -> None:
    page = client.get("/page/doc/frus1918Russiav03-d91", headers={"accept": "text/html"}).text
    assert 'href="https://history.state.gov/historicaldocuments/frus1918Russiav03/d91"' in page


def test_what_was_asked_and_refused_stands_as_the_telegram_has_it(client: TestClient) -> None:
    rows = client.get("/q/requests-and-offers.json?topic=arms-supply").json()["rows"]
    seed = [row for row in rows if row["document"].endswith("/wilson-ct3777")]
    assert [row["kind"] for row in seed] == ["request", "refusal", "ceiling", "offer"]
    assert seed[1]["answers"] == "request of 60"


@pytest.mark.parametrize("name", ["letters-per-month", "topics-by-year", "number-series"])
def test_a_row_that_only_counts_leads_to_the_question_with_its_papers(client: TestClient, name: str) -> None:
    html = client.get(f"/questions/{name}?", headers={"accept": "text/html"}).text
    links = re.findall(r'<td class="short" data-label="behind it"><a href="([^"]+)"', html)
    assert links
    behind = client.get(unescape(links[0]), headers={"accept": "text/html"}).text
    assert 'class="why"' in behind
    assert "The graph knows nothing called" not in behind


def test_a_chart_says_in_what_its_values_are_measured(client: TestClient) -> None:
    html = client.get("/questions/requests-and-offers", headers={"accept": "text/html"}).text
    assert "quantity (armament for a division) by date" in html


def test_home_has_one_search_box(client: TestClient) -> None:
    assert client.get("/", headers={"accept": "text/html"}).text.count('type="search"') == 1
    assert client.get("/network", headers={"accept": "text/html"}).text.count('type="search"') == 1
