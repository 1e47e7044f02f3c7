"""Questions as a stranger reads them: papers told apart, invented ones marked, an example that has rows."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.catalogue import Card, Catalogue, When, Writer
from cablegraph.iri import DOC
from cablegraph.server import create_app
from cablegraph.server.pages_graph import Term
from cablegraph.server.pages_made_up import counts_composed
from cablegraph.server.pages_rows import cut, paper_label
from cablegraph.settings import Settings
from cablegraph.shipped import shipped
from tests.conftest import build_into

FLAG = '<span class="flag">composed for teaching</span>'
OF_PAPERS = ("sender", "words-of-sender", "chain-of-replies", "edges-on-a-passage")


def app_over(data: Path) -> TestClient:
    return TestClient(create_app(Settings(data=data, folder=data.parent)))


@pytest.fixture(scope="module")
def client(sample: Path) -> Iterator[TestClient]:
    with app_over(sample) as made:
        yield made


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Papers that have none of the examples with which questions begin."""
    data = tmp_path_factory.mktemp("foreign") / "cablegraph-data"
    build_into(data, shipped("examples", "frus"))
    # A question of the corpus's own, whose example is of no paper here.
    source = (shipped("queries") / "requests-and-offers.rq").read_text("utf-8").replace("?__topic", "?_topic")
    (data.parent / "queries").mkdir()
    own = data.parent / "queries" / "claims-on-a-topic.rq"
    own.write_text(source.replace("optional: true", 'default: "topic:arms-supply"', 1), "utf-8")
    with app_over(data) as made:
        yield made


def page_of(client: TestClient, address: str) -> str:
    html: str = client.get(address, headers={"accept": "text/html"}).text
    return html


def options(html: str, name: str) -> list[str]:
    [listed] = re.findall(rf'<select name="{name}".*?</select>', html, re.DOTALL)
    return [unescape(label) for label in re.findall(r"<option[^>]*>([^<]*)", listed)]


def rows_of(html: str) -> list[str]:
    return html[html.index("<tbody>") : html.index("</tbody>")].split("<tr>")[1:]


@pytest.mark.parametrize("name", OF_PAPERS)
def test_papers_of_a_pick_list_are_told_apart_by_date_and_number(client: TestClient, name: str) -> None:
    listed = options(page_of(client, f"/questions/{name}"), "document")
    assert len(set(listed)) == len(listed) > 60
    assert "1917-04-21 The Ambassador in Russia (Francis) to the Secretary of State, No. 1211" in listed
    assert "1956-03-05 Telegram No. 101 of Radan Velikov to Jan Dolezal (composed for teaching)" in listed
    assert not [label for label in listed if label.endswith("(1)") or "1956-harbour-101" in label]


@pytest.mark.parametrize("name", ["relays", "who-wrote-to-whom?from=1956", "chain-of-replies", "gaps", "not-held"])
def test_rows_of_invented_papers_alone_are_marked(client: TestClient, name: str) -> None:
    rows = rows_of(page_of(client, f"/questions/{name}"))
    invented = [row for row in rows if FLAG in row]
    assert invented
    assert invented == [row for row in rows if "/page/doc/1956-" in row]


@pytest.mark.parametrize("name", ["letters-per-month", "topics-by-year"])
def test_rows_that_count_invented_papers_alone_are_marked(client: TestClient, name: str) -> None:
    """All papers of 1956 are composed, and no others."""
    rows = rows_of(page_of(client, f"/questions/{name}"))
    invented = [row for row in rows if FLAG in row]
    assert 0 < len(invented) < len(rows)
    assert invented == [row for row in rows if "<bdi>1956" in row]


def test_a_cover_name_that_invented_words_alone_say_is_marked(client: TestClient) -> None:
    rows = rows_of(page_of(client, "/questions/cover-names"))
    assert {("Filippov" in row, FLAG in row) for row in rows} == {(True, False), (False, True)}


@pytest.mark.parametrize(
    "name", ["relays", "requests-and-offers", "letters-per-month", "topics-by-year", "cover-names"]
)
def test_every_file_of_a_question_marks_rows_of_invented_papers_alone(client: TestClient, name: str) -> None:
    marks = [FLAG in row for row in rows_of(page_of(client, f"/questions/{name}?_size=200"))]
    form = client.get(f"/q/{name}.json?_size=1000").json()
    assert form["columns"][-1] == "composed"
    assert [row["composed"] for row in form["rows"]] == marks
    assert set(marks) == {True, False}
    rows = list(csv.DictReader(client.get(f"/q/{name}.csv").text.splitlines(keepends=True)))
    assert [row["composed"] == "true" for row in rows] == marks
    tsv = client.get(f"/q/{name}.tsv").text.splitlines()
    assert tsv[0].endswith("\t?composed")
    spec = client.get(f"/q/{name}.vl.json").json()
    assert {row["composed"] for row in spec["data"]["values"]} == {True, False}


def test_a_collection_without_invented_papers_has_no_mark_in_its_files(foreign: TestClient) -> None:
    assert "composed" not in foreign.get("/q/letters.json").json()["columns"]


def test_bars_of_invented_papers_alone_are_hollow(client: TestClient) -> None:
    """All papers of 1956 are composed, and no others."""
    html = page_of(client, "/questions/letters-per-month")
    bars = re.findall(
        r"<rect( class=\"made-up\")? x=[^>]*><title>(\d{4})-[^<]*?(, composed for teaching)?</title>", html
    )
    assert bars
    assert all(bool(mark) == (year == "1956") == bool(said) for mark, year, said in bars)
    assert "hollow: of papers composed for teaching alone</figcaption>" in html
    assert "hollow" not in page_of(client, "/questions/letters-per-month?to=1919")
    title = client.get("/q/letters-per-month.vl.json").json()["title"]
    assert "pale: of papers composed for teaching alone" in title["subtitle"]


def test_home_says_how_many_papers_are_composed(client: TestClient, foreign: TestClient) -> None:
    composed = [row for row in client.get("/documents.json?composed=1&_size=200").json()["rows"] if not row["within"]]
    assert f"<b>{len(composed)}</b> of the papers are composed for teaching</a>" in page_of(client, "/")
    assert "composed for teaching" not in page_of(foreign, "/")


def test_the_map_marks_places_and_ways_of_invented_papers_alone(client: TestClient) -> None:
    html = page_of(client, "/map")
    drawn = re.findall(r'<circle class="node made-up".*?<title>([^:<]+): \d+ papers?, composed for teaching<', html)
    flag = r'<td><span class="flag">(?:all|only named, in papers) composed for teaching</span></td>'
    listed = re.findall(rf"<td><a[^>]*>([^<]+)</a></td><td class=\"number\">\d+</td>{flag}<td>\d", html)
    assert sorted(drawn) == sorted(listed)
    assert "Prague" in drawn
    assert not {"Washington, D.C.", "London", "Beijing"} & set(drawn)
    assert html.count('stroke-dasharray="') == len(re.findall(r"→ [^<]*, composed for teaching</title>", html)) > 0
    ways = re.findall(
        rf"<tr><td><a[^>]*>([^<]+)</a></td><td><a[^>]*>([^<]+)</a></td><td[^>]*><a[^>]*>\d+</a></td>{flag}</tr>", html
    )
    assert ("Athens", "London") in ways
    assert ("Washington, D.C.", "Vladivostok") not in ways
    without = page_of(client, "/map?composed=0")
    assert "made-up" not in without
    assert "of these papers" not in without


def test_no_number_of_a_telegram_is_cut(client: TestClient) -> None:
    html = page_of(client, "/questions/who-wrote-to-whom?_size=200")
    said = [unescape(text) for text in re.findall(r"<bdi>(\d{4}-\d\d-\d\d [^<]*)</bdi>", html)]
    numbers = {row["number"] for row in client.get("/documents.json?_size=200").json()["rows"]}
    told = [found[1] for text in said if (found := re.search(r"No\. (\d+)$", text))]
    assert len(told) > 30
    assert set(told) <= numbers


def test_what_is_cut_ends_between_two_words_with_an_ellipsis() -> None:
    assert cut("Telegram No. 1211", 17) == "Telegram No. 1211"
    assert cut("Telegram No. 1211", 16) == "Telegram No.…"
    assert cut("1234567890", 5) == "1234…"


def test_a_long_title_is_cut_before_its_number_and_a_day_is_no_number() -> None:
    cards = [Card(DOC + "long", title="word " * 40, number="1211"), Card(DOC + "year", title="Of 1918", number="19")]

    def write(writer: Writer) -> None:
        for card in cards:
            writer.card(card)

    catalogue = Catalogue.made("g", write)
    assert paper_label(DOC + "long", catalogue, 20) == "date unknown word word word word…, No. 1211"
    assert paper_label(DOC + "year", catalogue) == "date unknown Of 1918, No. 19"


def test_a_question_whose_example_has_no_rows_begins_with_a_value_that_has_some(foreign: TestClient) -> None:
    html = page_of(foreign, "/questions/claims-on-a-topic")
    assert "The question’s own example (about: <bdi>arms supply</bdi>) has no rows in these papers" in html
    assert re.search(r"<b>[1-9]\d*</b> row", html)
    assert "arms supply" not in options(html, "topic")
    address = re.search(r'href="(/q/claims-on-a-topic\.csv\?topic=[^"&]+)"', html)
    assert address is not None
    assert len(foreign.get(address[1]).text.splitlines()) > 1


def test_what_a_reader_chose_is_asked_also_without_rows(foreign: TestClient, client: TestClient) -> None:
    html = page_of(foreign, "/questions/requests-and-offers?topic=arms-supply")
    assert "<b>0</b> rows" in html
    assert "own example" not in html
    assert "own example" not in page_of(client, "/questions/requests-and-offers")


@pytest.mark.parametrize(("name", "shown"), [("sender", True), ("chain-of-replies", False)])
def test_a_paper_that_is_not_held_is_no_beginning(foreign: TestClient, name: str, shown: bool) -> None:
    html = page_of(foreign, f"/questions/{name}")
    assert "what has some" in html if shown else "nor has what was tried instead" in html
    assert not [label for label in options(html, "document") if "wilson" in label or "harbour" in label]


def test_candidates_say_how_one_decides_and_in_which_paper_each_was_read(client: TestClient) -> None:
    html = page_of(client, "/questions/candidates")
    assert "<code>cablegraph decide accept doc:wilson-ct3777" in html
    assert "<code>cablegraph review</code>" in html
    assert "1917-04-03 The Secretary of State" in html
    rows = [re.sub(r'href="[^"]*"', "", row) for row in rows_of(html)]
    assert len(set(rows)) == len(rows)
    francis = [row for row in rows_of(html) if ">David R. Francis<" in row and ">Ambassador in Russia<" in row]
    assert len(francis) == 1
    assert francis[0].count('href="/page/doc/') > 10
    assert "What proposes the same stands in one row." in html


def test_questions_have_titles_of_their_own_and_one_word_for_fonds(client: TestClient) -> None:
    html = page_of(client, "/questions")
    assert "Who sent this paper?" in html
    assert "Which words say who sent a paper, and whose words are they?" in html
    assert not re.search(r"\bfond\b", re.sub(r'href="[^"]*"', "", html))
    assert not re.search(r">fond\b", page_of(client, "/questions/holdings-of-a-fond"))


@pytest.mark.parametrize(("year", "alone"), [("1956", True), ("1918", False), ("1951", False)])
def test_a_wide_topic_is_invented_only_where_all_papers_below_it_are(year: str, alone: bool) -> None:
    """In 1918 a paper that is held is on the narrower topic; in 1951 none is on either."""
    cards = [
        Card(DOC + "a", when=When("1956", "1956-01-01", "1956-01-01"), topics=("t:food",), composed=True),
        Card(DOC + "b", when=When("1918", "1918-01-01", "1918-01-01"), topics=("t:economy",), composed=True),
        Card(DOC + "c", when=When("1918", "1918-01-02", "1918-01-02"), topics=("t:food",)),
    ]

    def write(writer: Writer) -> None:
        for card in cards:
            writer.card(card)

    behind = {"question": "papers-on-a-topic", "topic": "topic_id", "from": "year", "to": "year"}
    row = {"year": Term(year), "topic_id": Term("t://economy", True)}
    below = {"t://economy": ["t:economy", "t:food"]}
    assert counts_composed(Catalogue.made("g", write), behind, row, {}, below) == alone


def test_claims_begin_with_all_and_any_topic_can_be_chosen(client: TestClient) -> None:
    html = page_of(client, "/questions/requests-and-offers")
    assert options(html, "topic")[0] == "any"
    [total] = re.findall(r"<b>(\d+)</b> rows", html)
    assert int(total) == client.get("/q/requests-and-offers.json").json()["total"] > 40


def test_the_words_of_a_claim_have_who_makes_it_beside_them(client: TestClient) -> None:
    html = page_of(client, "/questions/requests-and-offers?topic=trade")
    [department] = [row for row in rows_of(html) if "It has no objection" in row]
    assert "“Department”" in department
    html = page_of(client, "/questions/requests-and-offers?topic=credits")
    [italy] = [row for row in rows_of(html) if ">Italy<" in row and "accepted this principle" in row]
    assert italy.count('class="why"') == 1


def test_mentions_wait_for_a_choice_and_hold_places(client: TestClient) -> None:
    html = page_of(client, "/questions/mentions")
    assert "Choose who or what first." in html
    [harbin] = [label for label in options(html, "thing") if label.startswith("Harbin (")]
    found = page_of(client, "/questions/mentions?thing=harbin")
    assert f"<b>{harbin.partition('(')[2].rstrip(')')}</b> rows" in found
    assert "knows nothing called" not in found
    assert len(re.findall(r"<option[^>]* selected>", found)) == 1


def test_what_is_not_known_leads_to_what_is_called_so(client: TestClient) -> None:
    html = page_of(client, "/questions/mentions?thing=vladi")
    assert "knows nothing called <bdi>vladi</bdi>; perhaps" in html
    assert '<a href="?thing=place%3Avladivostok"><bdi>Vladivostok</bdi></a>' in html


@pytest.mark.parametrize("path", ["/network", "/timeline", "/map"])
def test_a_drawing_can_leave_invented_papers_out(client: TestClient, foreign: TestClient, path: str) -> None:
    box = '<input type="checkbox" name="composed" value="0"'
    assert f"{box}>" in page_of(client, path)
    chosen = page_of(client, f"{path}?composed=0")
    assert f"{box} checked>" in chosen
    assert '<input type="hidden" name="composed"' not in chosen
    assert box not in page_of(foreign, path)


def test_a_person_leads_to_what_he_asked_and_refused(client: TestClient) -> None:
    html = page_of(client, "/page/agent/stalin")
    [count] = re.findall(r'href="/questions/requests-and-offers\?who=stalin">[^<]*</a>: (\d+) statements', html)
    assert f"<b>{count}</b> rows" in page_of(client, "/questions/requests-and-offers?who=stalin")


def test_a_person_shows_some_of_what_he_asked_and_refused_in_its_words(client: TestClient) -> None:
    html = page_of(client, "/page/agent/stalin")
    shown = re.findall(
        r'<li>([a-z]+): <a href="(/page/doc/[^?"]+)\?char=(\d+),(\d+)#[^"]*"><bdi>“([^<]+)”</bdi></a></li>', html
    )
    assert 1 < len(shown) <= 5
    assert len(set(shown)) == len(shown)
    for _, url, start, end, words in shown:
        marked = page_of(client, f"{url}?char={start},{end}")
        assert unescape(words)[:20] in unescape(re.sub(r"<[^>]+>", "", marked))


def test_a_place_shows_the_lines_that_name_it_and_in_which_role(client: TestClient) -> None:
    html = page_of(client, "/page/place/harbin")
    cards = html[html.index('<ol class="cards">') :].split('<li class="card')[1:]
    assert len(cards) == 12
    assert sum("<mark>Harbin</mark>" in card for card in cards) >= 9
    assert all(re.search(r'<p class="note">(sent from here|sent to here|spoken of)', card) for card in cards)
    assert 'href="/questions/mentions?thing=place%3Aharbin"' in html


def test_a_list_of_papers_says_what_they_are_about_and_not_twice_whose_they_are(client: TestClient) -> None:
    html = page_of(client, "/documents?from=1918&to=1918")
    cards = html[html.index('<ol class="cards">') :].split('<li class="card')[1:]
    assert any('<p class="note">about <a href="/page/topic/' in card for card in cards)
    telegram = page_of(client, "/documents?q=3777")
    assert 'href="/page/agent/krasovsky"' in telegram
    for card in cards:
        title = unescape(re.findall(r"<h3><a[^>]*><bdi>([^<]*)", card)[0])
        said = re.findall(r'<p class="who"><a[^>]*>([^<]*)</a> → <a[^>]*>([^<]*)</a></p>', card)
        assert not [ends for ends in said if all(unescape(end) in title for end in ends)]


def test_papers_are_narrowed_by_place_and_only_by_states_that_some_have(client: TestClient) -> None:
    html = page_of(client, "/documents")
    assert re.search(r'href="/documents\?place=harbin"><span>Harbin</span><span class="number">1\d</span>', html)
    assert '<span>Foreign Relations of the United States, or in its manner</span><span class="number">' in html
    assert re.search(r'<span>with omissions</span><span class="number">[1-9]', html)
    count = client.get("/documents.json?undated=1").json()["total"]
    assert (f'<span>undated</span><span class="number">{count}</span>' in html) == (count > 0)
    chosen = page_of(client, "/documents?q=armistice&composed=0")
    assert "words: armistice ✕" in chosen
    assert "papers: without composed ones ✕" in chosen


def test_a_topic_that_nobody_knows_is_told(client: TestClient) -> None:
    assert "knows nothing called <bdi>zzz</bdi> (topic)" in page_of(client, "/documents?topic=zzz")
    assert "knows nothing" not in page_of(client, "/documents?topic=armistice")
    hint = client.get("/documents.json?colour=red").json()["hint"][0]
    assert "_page" not in hint
    assert "sender" in hint


@pytest.mark.parametrize(
    ("name", "said", "codes"),
    [
        ("gaps", ("what is missing", "the archive"), (">property<", ">in<", "not said")),
        ("cover-names", ("whose words",), (">layer<",)),
        ("requests-and-offers", ("who says it", "length of time"), (">claimant<", ">term<")),
    ],
)
def test_columns_are_called_as_people_call_them(
    client: TestClient, name: str, said: tuple[str, ...], codes: tuple[str, ...]
) -> None:
    html = page_of(client, f"/questions/{name}")
    table = html[html.index("<thead>") : html.index("</tbody>")]
    assert all(words in table for words in said)
    assert not [code for code in codes if code in table]
