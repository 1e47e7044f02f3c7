"""The page of *why* is headed by a sentence, shows the passage a part stands in, and says what words leave open."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.corpus import Corpus
from cablegraph.linking import decisions
from cablegraph.server import create_app, pages_words
from cablegraph.server.pages_base import HERE
from cablegraph.settings import Settings
from cablegraph.shipped import shipped
from tests.conftest import build_into

SEED = "s=doc:wilson-ct3777"


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as made:
        yield made


def page(client: TestClient, address: str) -> str:
    html: str = client.get(address, headers={"accept": "text/html"}).text
    return html


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


@pytest.mark.parametrize(
    ("edge", "heading"),
    [
        (f"{SEED}/claim/request-466&p=cg:claimant&o=agent:mao", "Why: the one who asks is Mao Zedong"),
        (f"{SEED}/claim/request-466&p=cg:claimKind&o=kind:request", "Why: what is said here is a request"),
        (f"{SEED}/claim/refusal-525&p=cg:respondsTo&o=doc:wilson-ct3777/claim/request-466",
         "Why: the refusal answers the request"),
        (f"{SEED}/claim/offer-774&p=cg:duration&o=\"P3Y\"^^xsd:duration",
         "Why: the length of time named in the offer is 3 years"),
        (f"{SEED}/cited/172&p=cg:sentOn&o=date:1951-06-21", "Why: the paper cited is dated 21 June 1951"),
        (f"{SEED}&p=rico:hasSender&o=agent:stalin",
         "Why: the sender of “Ciphered Telegram No. 3777, Filippov [Stalin] to Krasovsky, for Cde. Mao Zedong” is "
         "Joseph Stalin"),
        ("s=agent:stalin&p=schema:sameAs&o=wd:Q855", "Why: Joseph Stalin is Q855 in Wikidata"),
        ("s=agent:robert-lansing&p=rico:occupiesOrOccupied&o=agent:secretary-of-state",
         "Only possible: Robert Lansing held the post Secretary of State"),
        ("s=agent:stalin&p=cg:sentOn&o=date:1951", "Not said: Joseph Stalin is dated 1951"),
    ],
)  # fmt: skip
def test_the_heading_is_a_sentence(client: TestClient, edge: str, heading: str) -> None:
    html = page(client, f"/why?{edge}")
    assert plain(re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[0]) == heading


def test_a_part_of_a_claim_is_shown_with_the_passage_of_the_claim(client: TestClient) -> None:
    told = plain(page(client, f'/why?{SEED}/claim/request-466&p=cg:quantity&o="60"^^xsd:decimal'))
    whole = told[told.index("The request, as the paper words it") :]
    assert "arms for 60 divisions then I must say to you directly that to fulfill this application" in whole
    assert "is physically impossible and altogether unthinkable" in whole


def test_the_passage_of_a_claim_is_not_shown_twice(client: TestClient) -> None:
    html = page(client, f"/why?{SEED}/claim/request-466&p=cg:claimant&o=agent:mao")
    assert html.count("<blockquote") == 1
    assert "as the paper words it" not in html


def test_a_link_to_wikidata_shows_what_to_compare(client: TestClient) -> None:
    told = plain(page(client, "/why?s=agent:stalin&p=schema:sameAs&o=wd:Q855"))
    compare = told[told.index("To compare") :]
    assert "born 18 December 1878, died 5 March 1953" in compare
    assert "Иосиф Сталин" in compare


def test_words_that_leave_the_year_open_say_so(client: TestClient) -> None:
    told = plain(page(client, f"/why?{SEED}/cited/172&p=cg:sentOn&o=date:1951-06-21"))
    assert "The year is not in these words; taken from the date of the paper." in told


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("your telegram of June 21", "year"),
        ("Your telegram of 19 May has been received", "year"),
        ("you may send my letter of the 2nd instant", "month and year"),
        ("Your cable 28th", "month and year"),
        ("ваша телеграмма от 5 марта", "year"),
        ("8月3日来电", "year"),
        ("your telegram of yesterday", "date"),
    ],
)
def test_what_a_date_leaves_open_is_told_by_its_words(words: str, missing: str) -> None:
    assert pages_words.not_said(words) == missing


def test_every_property_that_a_mapping_gives_has_a_name() -> None:
    mapped = "".join(path.read_text("utf-8") for path in shipped("mappings").glob("*.yml"))
    given = set(re.findall(r"(?:\[|p: )((?:cg|rico|schema|dcterms|rdfs|skos):[a-z]\w+), ", mapped))
    assert len(given) > 40
    assert given <= set(tomllib.loads((HERE / "pages_words.toml").read_text("utf-8"))["predicates"])


def test_every_property_with_a_name_has_a_sentence() -> None:
    words = tomllib.loads((HERE / "pages_words.toml").read_text("utf-8"))
    assert set(words["predicates"]) == set(words["sentences"])
    assert set(words["speakers"]) == set(words["claims"])


def test_a_claim_that_was_rejected_is_still_told_by_its_parts_and_the_day_written_out(tmp_path: Path) -> None:
    papers, document = tmp_path / "documents", "doc:wilson-ct3777"
    papers.mkdir()
    shutil.copy(shipped("examples", "wilson", "wilson-ct3777.txt"), papers)
    on = {
        "document": document,
        "subject": document,
        "predicate": "cg:states",
        "object": f"{document}/claim/request-466",
    }
    decisions.append(tmp_path / "curation", "reject", on, "", "A. Archivist", "2026-01-02T03:04:05Z", "no request")
    build_into(tmp_path / "cablegraph-data", papers, corpus=Corpus(tmp_path))
    with TestClient(create_app(Settings(data=tmp_path / "cablegraph-data", folder=tmp_path))) as client:
        paper = plain(page(client, "/page/doc/wilson-ct3777"))
        told = plain(page(client, f"/why?{SEED}&p=cg:states&o={document}/claim/request-466"))
    asked = re.search(r"Mao Zedong asks for armament for 60 divisions \(arms supply\)[^.]*?rejected by a person", paper)
    assert asked is not None
    assert "Decided by A. Archivist, 2 January 2026." in told
    assert told.startswith("Rejected: ")


OFFICE = {"s": "agent:secretary-of-state", "p": "rdfs:label", "o": '"Secretary of State"'}


def test_readings_come_page_by_page_each_once(client: TestClient) -> None:
    whole = client.get("/why.json", params={**OFFICE, "_size": 1000}).json()
    assert whole["total"] == len(whole["readings"]) > 30
    assert whole["next"] is None
    seen: list[str] = []
    address: str | None = str(client.get("/why.json", params={**OFFICE, "_size": 20}).request.url)
    while address:
        part = client.get(address).json()
        assert len(part["readings"]) <= 20
        assert part["total"] == whole["total"]
        seen += [reading["id"] for reading in part["readings"]]
        address = part["next"]
    assert len(seen) == len(set(seen))
    assert set(seen) == {reading["id"] for reading in whole["readings"]}
    assert client.get("/why.json", params={**OFFICE, "_size": "none"}).status_code == 422


def test_a_page_of_many_readings_says_how_many_and_leads_on(client: TestClient) -> None:
    total = client.get("/why.json", params=OFFICE).json()["total"]
    address = "/why?s=agent:secretary-of-state&p=rdfs:label&o=%22Secretary%20of%20State%22&_size=20"
    first = page(client, address)
    assert first.count('class="reading-of') == 20
    assert f"{total} readings; here 1 to 20" in plain(first)
    [further] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = page(client, unescape(further))
    assert f"{total} readings; here 21 to 40" in plain(second)
    assert '<ol class="readings" start="21">' in second
    assert "This stands, because of each of these" in plain(second)
    assert 'rel="next"' not in page(client, f"/why?{SEED}&p=rico:hasSender&o=agent:stalin")


@pytest.mark.parametrize("page_of", ["agent/secretary-of-state", "agent/stalin", "doc/wilson-ct3777"])
def test_a_thing_says_how_many_readings_why_has(client: TestClient, page_of: str) -> None:
    facts = client.get(f"/id/{page_of}.json").json()["facts"]
    told = [fact for fact in facts if fact["why"]]
    assert told
    for fact in told:
        assert fact["readings"] == client.get(fact["why"].replace("/why?", "/why.json?", 1)).json()["total"]


def test_readings_of_a_thing_are_counted_by_the_engine_and_never_fetched() -> None:
    asked = (HERE / "queries" / "readings-counted.rq").read_text("utf-8")
    assert "COUNT(" in asked
    assert "GROUP BY ?predicate ?object" in asked
    everything = [
        file.name for file in (HERE / "queries").glob("*.rq") if "$subject . ?node ?name" in file.read_text("utf-8")
    ]
    assert not everything, "all properties of all readings of a thing: as many as papers that name it"
