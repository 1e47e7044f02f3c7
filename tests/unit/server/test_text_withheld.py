"""``publish_text = false``: facts and quoted words are shown, the running text nowhere; asked over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cablegraph.corpus import Corpus
from cablegraph.shipped import shipped
from cablegraph.store import texts
from cablegraph.store.generations import Generations
from tests.conformance.served import Served, serving
from tests.conftest import build_into
from tests.waiting import until

SENDER = {"s": "doc:wilson-ct3777", "p": "rico:hasSender", "o": "agent:stalin"}


def build(data: Path, *, publish_text: bool) -> str:
    """A generation of the seed telegram; its id."""
    corpus = Corpus(data.parent, publish_text=publish_text)
    return build_into(data, shipped("examples", "wilson"), corpus=corpus).generation


@pytest.fixture(scope="module")
def withheld(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("withheld") / "cablegraph-data"
    build(data, publish_text=False)
    with serving(data, log="warning") as server:
        yield server


@pytest.fixture(scope="module")
def running_text(withheld: Served) -> str:
    """The whole text of the telegram, which no answer may hold much of beyond what is quoted."""
    current = Generations(withheld.data).current()
    assert current is not None
    kept = texts.get(current.path / "texts.sqlite", "wilson-ct3777")
    assert kept is not None
    return kept.text


def quoted_places(server: Served) -> list[tuple[int, int]]:
    query = "SELECT ?s ?e { ?x oa:exact ?w ; oa:start ?s ; oa:end ?e }"
    answer = server.query(query)
    return [(int(s), int(e)) for s, e in zip(answer.values("s"), answer.values("e"), strict=True)]


def unquoted(server: Served, text: str, length: int = 24) -> list[str]:
    """Stretches of the text, so many characters long, that hold nothing quoted: none of them may be shown."""
    covered = [False] * len(text)
    for start, end in quoted_places(server):
        covered[start:end] = [True] * (end - start)
    found, at = [], 0
    while at + length <= len(text):
        if any(covered[at : at + length]) or "\n" in text[at : at + length]:
            at += 1
        else:
            found.append(text[at : at + length])
            at += length
    return found


PATHS = (
    "/page/doc/wilson-ct3777",
    "/page/doc/wilson-ct3777?char=0,100000",
    "/why?" + urlencode(SENDER),
    "/why.json?" + urlencode(SENDER),
    "/search?q=divisions",
    "/search.json?q=divisions",
    "/documents?q=divisions",
    "/documents.json?q=divisions",
    "/documents.csv",
    "/id/doc/wilson-ct3777.json",
    "/id/doc/wilson-ct3777.ttl",
    "/id/doc/wilson-ct3777/annotations.jsonld",
    "/page/agent/stalin",
    "/questions/arms-requests",
    "/q/arms-requests.json?_evidence=1",
    "/api/network.json?words=1",
    "/api/timeline.json",
    "/dumps/cablegraph.nq",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_answer_holds_a_stretch_of_the_text_that_no_fact_quotes(
    withheld: Served, running_text: str, path: str
) -> None:
    kept = unquoted(withheld, running_text)
    assert len(kept) > 3, "the telegram has stretches that nothing rests on"
    answer = withheld.ask(path)
    assert answer.status == 200, answer.text
    shown = answer.text + (json.dumps(answer.json, ensure_ascii=False) if path.endswith(".json") else "")
    assert [stretch for stretch in kept if stretch in shown] == []


def test_the_text_itself_is_refused_with_what_there_is_instead(withheld: Served, running_text: str) -> None:
    found = withheld.query("SELECT ?t { doc:wilson-ct3777 cg:sourceText ?t }").values("t")[0]
    answer = withheld.ask(found[found.index("/id/") :])
    assert answer.status == 403
    assert answer.json["type"].endswith("#text-withheld")
    assert "/page/doc/wilson-ct3777" in answer.json["hint"][0]
    assert running_text[:40] not in answer.text


def test_a_paper_shows_its_quoted_words_in_their_places_and_says_that_the_text_is_not_published(
    withheld: Served,
) -> None:
    page = withheld.ask("/page/doc/wilson-ct3777").text
    assert "The running text is not published" in page
    assert ">FILIPPOV</a>" in page
    assert 'href="/id/doc/wilson-ct3777/text/' not in page


def test_why_quotes_the_words_without_what_stands_around_them(withheld: Served) -> None:
    spans = withheld.ask("/why.json?" + urlencode(SENDER)).json["readings"][0]["spans"]
    assert spans[0]["quote"]
    assert all(span["before"] == span["after"] == "" for span in spans)


def test_a_search_finds_the_paper_and_shows_no_passage(withheld: Served) -> None:
    [found] = withheld.ask("/search.json?q=divi*").json["documents"]
    assert found["id"].endswith("wilson-ct3777")
    assert found["matches"] == []


def test_withholding_the_text_is_another_generation_and_a_running_server_follows(tmp_path: Path) -> None:
    data = tmp_path / "cablegraph-data"
    first = build(data, publish_text=True)
    with serving(data, log="warning") as server:
        path = "/why.json?" + urlencode(SENDER)
        open_answer = server.ask(path)
        assert open_answer.json["readings"][0]["spans"][0]["before"]
        second = build(data, publish_text=False)
        assert second != first
        tag = {"If-None-Match": open_answer.headers["etag"]}
        until(lambda: server.ask(path, headers=tag).headers["cablegraph-generation"] == second, "the new generation")
        answer = server.ask(path, headers=tag)
        assert answer.status == 200
        assert answer.json["readings"][0]["spans"][0]["before"] == ""
    assert build(data, publish_text=True) == first


def test_an_answer_that_a_switch_overtakes_is_whole_and_says_which_generation_it_is_of(tmp_path: Path) -> None:
    data = tmp_path / "cablegraph-data"
    ids = {build(data, publish_text=True): True, build(data, publish_text=False): False}
    generations = Generations(data)
    many = json.dumps([SENDER] * 60)
    seen: dict[str, set[bool]] = {id_: set() for id_ in ids}
    tags: dict[str, str] = {}

    def is_of(wanted: str) -> bool:
        answer = server.ask("/why.json", method="POST", body=many)
        shown = {
            bool(reading["spans"][0]["before"]) for found in answer.json["statements"] for reading in found["readings"]
        }
        seen[answer.headers["cablegraph-generation"]] |= shown
        assert answer.json["generation"] == answer.headers["cablegraph-generation"]
        one = server.ask("/why.json?" + urlencode(SENDER))
        assert tags.setdefault(one.headers["etag"], one.text) == one.text
        return answer.headers["cablegraph-generation"] == wanted

    with serving(data, log="warning") as server:
        for wanted in [*ids] * 5:
            generations.make_current(wanted)
            for _ in range(5):
                until(partial(is_of, wanted), "the other generation")
    assert seen == {id_: {published} for id_, published in ids.items()}


def test_a_generation_that_does_not_say_follows_corpus_toml(tmp_path: Path) -> None:
    data = tmp_path / "cablegraph-data"
    build(data, publish_text=True)
    current = Generations(data).current()
    assert current is not None
    manifest = {name: value for name, value in current.manifest.items() if name not in ("publish_text", "hash")}
    generations = Generations(data)
    with generations.lock():
        stage = generations.stage()
        for path in current.path.iterdir():
            if path.name != "manifest.json":
                path.rename(stage / path.name)
        generations.finish(stage, {name: manifest[name] for name in ("id", "cablegraph", "quads", "documents")})
    (tmp_path / "corpus.toml").write_text("publish_text = false\n", "utf-8")
    with serving(data, log="warning") as server:
        assert "The running text is not published" in server.ask("/page/doc/wilson-ct3777").text
