"""What a paper tells, in plain words: claims as sentences, cited papers by what is read of them, whose a name is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from cablegraph.called import spoken
from cablegraph.server import create_app, pages_words
from cablegraph.server.pages_amounts import amount
from cablegraph.server.pages_speakers import names_several
from cablegraph.settings import Settings
from cablegraph.shipped import shipped

SEED = "/page/doc/wilson-ct3777"


class Panel(HTMLParser):
    """The entries of the panel as text without what stands behind *why*; the links that stand open."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[str] = []
        self.open_links = 0
        self.facts: list[str] = []
        self._behind = self._told = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "div" and given.get("class") == "told":
            self._told = True
            self.entries.append("")
        if tag == "details":
            self._behind = True
        if tag == "a" and self._told and not self._behind:
            self.open_links += 1
        if given.get("class") == "fact":
            self.facts.append(given["data-fact"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self._behind = self._told = False

    def handle_data(self, data: str) -> None:
        if self._told and not self._behind:
            self.entries[-1] += data


@pytest.fixture(scope="module")
def page(seed: Path) -> Iterator[str]:
    with TestClient(create_app(Settings(data=seed, folder=seed.parent))) as client:
        yield client.get(SEED, headers={"accept": "text/html"}).text


@pytest.fixture(scope="module")
def panel(page: str) -> Panel:
    made = Panel()
    made.feed(page)
    made.entries = [re.sub(r"\s+", " ", entry).strip() for entry in made.entries]
    return made


@pytest.mark.parametrize(
    "entry",
    [
        "Joseph Stalin says it was done (armistice): “our promise about raising the question of an armistice has "
        "already "
        "been …”",
        "Mao Zedong asks for armament for 60 divisions (arms supply); as this paper tells it",
        "Joseph Stalin refuses (arms supply): “to fulfill this application in the course of a single year is "
        "physically "
        "impossible and altogether unthinkable”; not within 1 year; in answer to the request of Mao Zedong",
        "Joseph Stalin sets a limit: armament for not more than 10 divisions (arms supply); time named: 1951; on "
        "the word "
        "of our production and military specialists: “Our production and military specialists consider it completely "
        "impossible to give arms for more than 10 divisions in the course of 1951.”",
        "Joseph Stalin says it can be fulfilled: armament for 60 divisions (arms supply); only in the time 1951 to "
        "June "
        "1954; length of time named: 3 years; in answer to the request of Mao Zedong: “The fulfillment of the "
        "application "
        "for 60 divisions is possible, and at that with great difficulty, only in the course of 1951, '52, '53 and the "
        "first half of '54, i.e. in the course of three years”",
        "in reply to a telegram of 21 June 1951 from Mao Zedong to Joseph Stalin (year inferred from the date of the "
        "paper) – not held here",
        "point 1: “You must already know from [Soviet ambassador to the UN Jacob] Malik's speech …”",
        "promises a telegram from Joseph Stalin to Mao Zedong, about arms supply, staffs and organisation of units "
        "– promised, not found here",
        "omission the source has a label for it and nothing behind the label: the archive",
        "Jacob Malik: post Soviet ambassador to the UN",
        "Joseph Stalin: also named Filippov",
        "dated 24 June 1951",
    ],
)
def test_the_telegram_is_told_in_plain_words(panel: Panel, entry: str) -> None:
    assert entry in panel.entries


def entries_of(sample: Path, key: str, parameters: str = "") -> tuple[str, list[str]]:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        html = client.get(f"/page/doc/{key}{parameters}", headers={"accept": "text/html"}).text
    made = Panel()
    made.feed(html)
    return html, [re.sub(r"\s+", " ", entry).strip() for entry in made.entries]


def test_a_paper_that_is_cited_and_answered_is_told_once(panel: Panel) -> None:
    assert sum("21 June 1951" in entry for entry in panel.entries) == 1


def test_a_copy_and_the_levels_of_its_archive_are_in_plain_words(sample: Path) -> None:
    _, entries = entries_of(sample, "1956-two-copies-one-source")
    assert "copy held by AMP, shelfmark AMP, f. 12, op. 3, d. 44, l. 7" in entries
    assert any(entry.startswith("AMP, f. 12, op. 3: ") and "level series" in entry for entry in entries)
    assert "recordSetTypes" not in " ".join(entries)
    assert "sets a limit: not more than 4,000 tons" in " ".join(entries)


def test_a_claim_that_says_no_quantity_and_no_topic_quotes_how_it_begins(sample: Path) -> None:
    _, entries = entries_of(sample, "frus1918Russiav03-d398")
    assert "Horvat promises: “He promised a formal reply soon”" in " ".join(entries)


def test_the_box_above_the_text_speaks_as_the_panel_does(sample: Path) -> None:
    html, _ = entries_of(sample, "wilson-ct3777", "?char=466,487")
    box = html[html.index('id="resting-here"') : html.index('class="reading"')]
    assert "Mao Zedong asks for armament for 60 divisions (arms supply); as this paper tells it" in box
    assert "exactly" not in box


def test_every_fact_has_one_entry_and_every_entry_few_links(page: str, panel: Panel) -> None:
    passages = re.findall(r'"facts":\[([\d,]+)\]', page)
    resting = {number for numbers in passages for number in numbers.split(",")}
    assert resting <= set(panel.facts)
    assert len(panel.facts) == len(set(panel.facts))
    assert panel.open_links < 1.5 * len(panel.entries)


@pytest.mark.parametrize(
    "key", ["1956-harbour-104", "1956-enclosed-message", "1956-enclosed-message/enclosed/283", "frus1918Russiav03-d113"]
)
def test_no_fact_of_any_paper_is_lost_and_none_stands_twice(sample: Path, key: str) -> None:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        html = client.get(f"/page/doc/{key}", headers={"accept": "text/html"}).text
    panel = Panel()
    panel.feed(html)
    resting = {number for numbers in re.findall(r'"facts":\[([\d,]+)\]', html) for number in numbers.split(",")}
    assert len(resting) > 10
    assert sorted(panel.facts) == sorted(resting)


def test_how_each_fact_was_read_stands_behind_the_one_why(page: str, panel: Panel) -> None:
    assert sorted(re.findall(r'class="why" data-of="(\d+)"', page)) == sorted(panel.facts)
    assert page.count("<summary aria-label=") == len(panel.entries)


def test_the_page_says_how_it_is_cited_and_where_it_is(page: str) -> None:
    assert 'class="reference">Ciphered Telegram No. 3777, Filippov [Stalin] to Krasovsky' in page
    assert f'class="address">http://testserver{SEED}<' in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1951-06-21", "21 June 1951"),
        ("1951-06", "June 1951"),
        ("1951 to 1954-06", "1951 to June 1954"),
        ("about 1956-03-12, uncertain", "about 12 March 1956, uncertain"),
        ("1951", "1951"),
        ("1951-13-01", "1951-13-01"),
        ("2026-11-29T14:08:02Z", "29 November 2026"),
    ],
)
def test_dates_are_said_as_historians_write_them(text: str, said: str) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    ("number", "most", "bound", "unit", "label", "said"),
    [
        (
            "10",
            "",
            "at-most",
            "division-armament",
            "armament for a division",
            "armament for not more than 10 divisions",
        ),
        ("5", "7", "between", "ton", "ton", "between 5 and 7 tons"),
        ("60", "", "about", "", "", "about 60"),
        ("1", "", "exactly", "rifle", "rifle", "1 rifle"),
        ("3", "", "at-least", "army", "army", "at least 3 armies"),
        ("12", "", "", "round", "round of ammunition", "12 rounds of ammunition"),
        ("40", "", "", "fighter", "fighter aircraft", "40 fighter aircraft"),
        ("200000", "", "", "", "pound sterling", "200,000 pounds sterling"),
        ("1500", "2000", "between", "ton", "ton", "between 1,500 and 2,000 tons"),
    ],
)
def test_a_quantity_stands_with_its_bound_and_unit(
    number: str, most: str, bound: str, unit: str, label: str, said: str
) -> None:
    assert amount(number, most, bound, unit, label) == said


@pytest.mark.parametrize(
    ("number", "bound", "unit", "label", "of", "said"),
    [
        ("140", "exactly", "ton", "ton", "gasoline", "140 tons of gasoline"),
        ("1", "about", "carload", "carload", "wheat flour", "about 1 carload of wheat flour"),
        ("200", "at-most", "pound-weight", "pound (weight)", "quinine", "not more than 200 pounds of quinine"),
        ("40", "exactly", "head", "head", "cattle", "40 head of cattle"),
    ],
)
def test_a_measure_is_shown_with_what_it_measures(
    number: str, bound: str, unit: str, label: str, of: str, said: str
) -> None:
    assert amount(number, "", bound, unit, label, of) == said


@pytest.mark.parametrize(
    ("table", "above"),
    [("claims", "claim-kind"), ("claims-many", "claim-kind"), ("reasons", "gap-reason"), ("bounds", "bound")],
)
def test_the_page_has_words_for_every_kind_of_the_vocabulary(table: str, above: str) -> None:
    vocabulary = shipped("ontology", "vocab", "kind.ttl").read_text("utf-8")
    below = rf"kind:([\w-]+) a skos:Concept ;\s+skos:inScheme \S+ ;\s+skos:broader kind:{above} ;"
    kinds = set(re.findall(below, vocabulary))
    assert len(kinds) > 3
    assert kinds - {"between"} == set(pages_words.words()[table])


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/page/doc/frus1918Russiav03-d398", "not named; file number 861.77/465"),
        ("/page/doc/frus1918Russiav03-d398", "(given elsewhere)"),
        ("/page/doc/wilson-ct3777", "(the source has this label, and nothing behind it)"),
        ("/page/agent/amp", "Nobody has said yet which archive or collection this is"),
    ],
)
def test_what_is_not_known_of_an_archive_is_said_in_words(sample: Path, path: str, said: str) -> None:
    with TestClient(create_app(Settings(data=sample, folder=sample.parent))) as client:
        assert said in client.get(path, headers={"accept": "text/html"}).text


def test_papers_of_one_year_are_of_that_year(seed: Path) -> None:
    with TestClient(create_app(Settings(data=seed, folder=seed.parent))) as client:
        assert 'href="/timeline"><b>1951</b>' in client.get("/", headers={"accept": "text/html"}).text


@pytest.mark.parametrize(("unit", "said"), [("mig-15", "36 MiG-15 aircraft"), ("il-28", "36 Il-28 aircraft")])
def test_a_make_of_aircraft_is_named_as_one(unit: str, said: str) -> None:
    assert amount("36", "", "exactly", unit, unit.replace("-", " ")) == said


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("the Chinese", True),
        ("the Soviets", True),
        ("both sides", True),
        ("our comrades", True),
        ("the delegates of France", True),
        ("the French", True),
        ("the Soviet side", False),
        ("Soviet Government", False),
        ("the congress", False),
        ("United States", False),
        ("Dobrev", False),
        ("the Executive Committee of the Warsaw Pact", False),
    ],
)
def test_a_name_of_several_has_a_verb_of_several(name: str, many: bool) -> None:
    assert names_several(name) is many
