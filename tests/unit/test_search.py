"""Full text: words are found as people type them, in three scripts, and where they stand is exact."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from cablegraph import search
from cablegraph.errors import QueryError
from cablegraph.iri import CG, DOC, RDF, RDFS, RICO, SKOS
from cablegraph.search import Index
from cablegraph.store.generations import Generations
from tests.conftest import build_into

TEXTS = {
    "en": "We received your telegram about arms for 60 divisions. The armistice may move forward; Malik's speech.",
    "en2": "Divisions need arms. Łódź and café 🙂 are far away.",
    "ru": "Товарищу Филиппову. О перемирии в Корее и поставках вооружения. Сталин сообщил Мао.",
    "ru2": "Филиппов телеграфировал: корейское перемирие подписано, вооружений нет.",
    "zh": "菲利波夫同志：关于朝鲜停战谈判的问题，请告北京。",
    "zh2": "北京来电，停。",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("search")
    lines = []
    for key in TEXTS:
        lines += [f"<{DOC}{key}> <{RDF}type> <{RICO}Record> .", f"<{DOC}{key}> <{CG}sourceText> <{DOC}{key}/text/0> ."]
    lines += [
        f'<{DOC}en> <{RICO}title> "Ciphered Telegram No. 3777"@en .',
        f"<{DOC}en> <{RICO}hasSender> <https://w3id.org/cablegraph/id/agent/stalin> .",
        f'<https://w3id.org/cablegraph/id/agent/stalin> <{RDFS}label> "Joseph Stalin" .',
        f'<https://w3id.org/cablegraph/id/agent/stalin> <{SKOS}altLabel> "Иосиф Сталин"@ru .',
    ]
    store = Store(str(folder / "store"))
    store.load("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES)
    store.flush()
    del store
    with sqlite3.connect(folder / "texts.sqlite") as db:
        db.execute("CREATE TABLE texts (key TEXT PRIMARY KEY, text BLOB NOT NULL)")
        db.executemany(
            "INSERT INTO texts VALUES (?, ?)", [(key, zlib.compress(text.encode())) for key, text in TEXTS.items()]
        )
    search.build(folder / "store", folder / "search.sqlite")
    return Index(folder / "search.sqlite")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("armistice", "en"), ("ARMS divisions", "en en2"),
        ('"arms for 60"', "en"), ('"arms divisions"', ""), ("armist*", "en"),
        ("arms -armistice", "en2"), ("malik", "en"), ("lodz", "en2"), ("Łódź", "en2"), ("cafe", "en2"),
        ("title:3777", "en"),
        ("sender:stalin", "en"), ("sender:сталин", "en"), ("title:armistice", ""),
        ("перемирие", "ru ru2"), ("перемирия", "ru ru2"), ("Филиппов", "ru ru2"), ("вооружение", "ru ru2"),
        ("корейского", "ru2"),
        ("Сталина", "en ru"),
        ("停战", "zh"), ("停战谈判", "zh"), ("北京", "zh zh2"), ("停", "zh zh2"), ("战停", ""), ("菲利波夫", "zh"),
        ("...", ""), ("", ""), ("nothing", ""), ('a"b OR NEAR( *', ""),
    ],
)  # fmt: skip
def test_a_query_finds_its_papers(index: Index, query: str, found: str) -> None:
    assert sorted(index.documents(query)) == sorted(DOC + key for key in found.split())
    assert index.count(query) == len(found.split())


@pytest.mark.parametrize(
    ("query", "key", "quotes"),
    [
        ("armistice", "en", ["armistice"]),
        ('"arms for 60" malik', "en", ["arms for 60", "Malik's"]),
        ("перемирие", "ru", ["перемирии"]),
        ("停战谈判", "zh", ["停战谈判"]),
        ("停", "zh2", ["停"]),
        ("cafe", "en2", ["café"]),
    ],
)
def test_matches_stand_where_they_say_in_code_points(index: Index, query: str, key: str, quotes: list[str]) -> None:
    [hit] = [hit for hit in index.search(query) if hit.document == DOC + key]
    assert [match.quote for match in hit.matches] == quotes
    for match in hit.matches:
        assert TEXTS[key][match.start : match.end] == match.quote
        assert TEXTS[key][: match.start].endswith(match.before)
        assert TEXTS[key][match.end :].startswith(match.after)


def test_an_unknown_field_is_an_error_with_the_known_ones(index: Index) -> None:
    with pytest.raises(QueryError, match="fields: title, sender"):
        index.documents("author:stalin")


def test_a_pick_list_finds_people_by_any_of_their_names(index: Index) -> None:
    [thing] = index.suggest("сталин")
    assert (thing.label, thing.kind, thing.documents) == ("Joseph Stalin", "agent", 1)
    assert index.suggest("jos st", kind="agent")[0] == thing
    assert not index.suggest("jos", kind="place")


@pytest.fixture(scope="module")
def hyphened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Papers of those whose listed names have hyphens."""
    folder = tmp_path_factory.mktemp("hyphened")
    documents, data = folder / "documents", folder / "data"
    documents.mkdir()
    for number, name in enumerate(("Zhou Enlai", "Kim Il Sung", "Syngman Rhee", "Mao Zedong"), 3):
        head = f"TELEGRAM No. {number}\n\nMoscow, {number} May 1951\n\nFrom: {name}\nTo: Joseph Stalin\n\nWe agree.\n"
        (documents / f"{number}.txt").write_text(head, "utf-8")
    build_into(data, documents)
    current = Generations(data).current()
    assert current is not None
    found = Index(current.path / "search.sqlite")
    yield found
    found.close()


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("Chou En-lai", "zhou-enlai"), ("Zhou En-lai", "zhou-enlai"), ("chou en lai", "zhou-enlai"),
        ("Mao Tse-tung", "mao"), ("Kim Il-sung", "kim-il-sung"), ("KIM IL-SUNG", "kim-il-sung"),
        ("Mao, Tse-tung", "mao"), ("Tse-tu", "mao"),
    ],
)  # fmt: skip
def test_a_person_is_found_by_a_listed_name_with_its_hyphen(hyphened: Index, asked: str, key: str) -> None:
    assert [thing.id.rpartition("/")[2] for thing in hyphened.suggest(asked)] == [key]


def test_an_index_that_is_not_there_finds_nothing(tmp_path: Path) -> None:
    assert Index(tmp_path / "gone.sqlite").documents("arms") == []
    (tmp_path / "empty.sqlite").write_bytes(b"")
    assert Index(tmp_path / "empty.sqlite").suggest("arms") == []


def test_a_misspelt_word_is_put_right_and_a_word_that_is_there_is_not(index: Index) -> None:
    assert index.near("armistise")[0] == "armistice"
    assert index.near("armistice") == []
    assert index.near("the armistise")[0] == "the armistice"
    assert index.near("qqqqqq") == []
    assert index.near("перемирье 停战 -12") == []


def test_a_search_for_hundreds_of_words_is_refused_and_no_name_has_so_many(index: Index) -> None:
    assert index.suggest("armistice " * 600) == []
    with pytest.raises(QueryError, match="600 words were asked for, at most 100 are"):
        index.numbers("armistice " * 600)
