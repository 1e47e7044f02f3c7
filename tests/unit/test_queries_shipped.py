"""Every shipped question keeps on the sample corpus what its head promises, and its words can be had."""

from __future__ import annotations

import re
import time

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from cablegraph import queries, vocabulary
from cablegraph.iri import AGENT, CG, DOC, PREFIXES, RICO, encoded
from cablegraph.queries.binding import things
from cablegraph.queries.header import Parameter
from cablegraph.server.pages_ask import COUNTED
from cablegraph.shipped import shipped
from tests.bench import synthetic

LIBRARY = queries.load_all([shipped("queries")])
LISTS = queries.load_all([shipped("queries", "lists")])
NAMES = (
    "arms-letters sender words-of-sender letters letters-per-month who-wrote-to-whom relays cover-names"
    " papers-on-a-topic mentions chain-of-replies not-held promised requests-and-offers arms-requests"
    " holdings-of-a-fond editor-alone edges-on-a-passage candidates undated gaps number-series topics-by-year"
)


def test_all_questions_are_there_and_whole() -> None:
    assert not LIBRARY.broken
    assert not LISTS.broken
    assert set(LIBRARY.queries) == set(NAMES.split(" "))
    assert all(query.expect and query.summary.endswith("?") for query in LIBRARY.queries.values())
    assert set(LISTS.queries) == {
        *("agents", "senders", "addressees", "asking-for-arms", "places", "topics", "claim-topics", "forms", "kinds"),
        *("documents", "archives", "mentioned", "claimants"),
    }


@pytest.mark.parametrize("name", NAMES.split(" "))
def test_a_shipped_question_keeps_its_promise(name: str, sample_store: Store) -> None:
    query = LIBRARY.get(name)
    given = {key: [str(value)] for key, value in query.expect.get("params", {}).items()}
    found = sample_store.query(queries.bind(query, given))
    assert isinstance(found, QuerySolutions)
    solutions = list(found)
    plain = [{c: row[c].value if row[c] is not None else None for c in query.columns} for row in solutions]
    assert queries.unmet(query, plain) == []
    if query.evidence and solutions:
        terms = [
            {c: str(row[c]) for c in query.columns if row[c] is not None} for row in solutions[: queries.ROWS_AT_ONCE]
        ]
        text = queries.evidence_query(query, terms)
        assert text is not None
        words = sample_store.query(text)
        assert isinstance(words, QuerySolutions)
        assert {int(row["row"].value) for row in words} == set(range(len(terms)))


@pytest.mark.parametrize(
    ("name", "link", "part"), [("promised", "announces", "promised"), ("not-held", "cites", "cited")]
)
def test_what_carrier_and_message_say_with_the_same_words_counts_once(name: str, link: str, part: str) -> None:
    """At 9 both; at 30 both, and the carrier's is held; at 50 both, and the message's is; at 70 the carrier alone."""
    message = "a/enclosed/5"
    said = [("a", "9"), (message, "9"), ("a", "30"), (message, "30"), ("a", "50"), (message, "50"), ("a", "70")]
    lines = ["".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())]
    lines += [f"<{DOC}a> cg:encloses <{DOC}{message}> .", f"<{DOC}a/{part}/30> cg:resolvedTo <{DOC}b> ."]
    lines += [f"<{DOC}{message}/{part}/50> cg:resolvedTo <{DOC}b> ."]
    for number, (paper, start) in enumerate(said):
        node, reading = f"<{DOC}{paper}/{part}/{start}>", f"<urn:reading:{number}>"
        lines.append(f"<{DOC}{paper}> cg:{link} {node} . {node} a cg:CitedRecord .")
        lines.append(f"{reading} rdf:subject <{DOC}{paper}> ; rdf:predicate cg:{link} ; rdf:object {node} .")
        lines.append(f'{reading} cg:evidence <urn:span:{number}> . <urn:span:{number}> oa:exact "your letter" .')
    store = Store()
    store.load("\n".join(lines).encode(), RdfFormat.TURTLE)
    found = store.query(queries.bind(LIBRARY.get(name)))
    assert isinstance(found, QuerySolutions)
    assert sorted(str(row["document"]) for row in found) == [f"<{DOC}a/enclosed/5>", f"<{DOC}a>"]


@pytest.mark.parametrize("name", sorted(LISTS.queries))
def test_a_pick_list_gives_identifiers_and_labels(name: str, sample_store: Store) -> None:
    query = LISTS.get(name)
    assert query.columns[:2] == ("id", "label")
    assert set(query.columns[2:]) < set(COUNTED)
    assert len(query.columns) == 3
    found = sample_store.query(queries.bind(query))
    assert isinstance(found, QuerySolutions)
    ids = [row["id"].value for row in found]
    assert len(ids) == len(set(ids))


def rows(store: Store, name: str, **given: str) -> list[dict[str, str]]:
    """The rows of a question's answer, unbound values left out."""
    query = LIBRARY.get(name)
    found = store.query(queries.bind(query, {key: [value] for key, value in given.items()}))
    assert isinstance(found, QuerySolutions)
    return [{c: row[c].value for c in query.columns if row[c] is not None} for row in found]


def test_figures_beside_what_is_mentioned_are_those_of_its_rows(sample_store: Store) -> None:
    found = sample_store.query(queries.bind(LISTS.get("mentioned")))
    assert isinstance(found, QuerySolutions)
    listed = {row["id"].value: int(row["passages"].value) for row in found}
    assert PREFIXES["place"] + "harbin" in listed
    assert PREFIXES["agent"] + "malik" in listed
    assert {iri: len(rows(sample_store, "mentions", thing=iri)) for iri in listed} == listed


def test_a_bare_key_finds_a_place_as_well_as_a_person(sample_store: Store) -> None:
    for key, name in (("harbin", "place:harbin"), ("malik", "agent:malik")):
        assert rows(sample_store, "mentions", thing=key) == rows(sample_store, "mentions", thing=name) != []


def test_all_claims_are_asked_for_unless_a_topic_is_chosen(sample_store: Store) -> None:
    every, arms = (
        rows(sample_store, "requests-and-offers"),
        rows(sample_store, "requests-and-offers", topic="arms-supply"),
    )
    stated = sample_store.query(f"SELECT DISTINCT ?claim WHERE {{ ?paper <{CG}states> ?claim }}")
    assert isinstance(stated, QuerySolutions)
    assert {row["claim"] for row in every} == {row["claim"].value for row in stated} - TWICE
    topics = f"SELECT ?claim WHERE {{ ?claim <{CG}claimTopic> <{PREFIXES['topic']}arms-supply> }}"
    about = sample_store.query(topics)
    assert isinstance(about, QuerySolutions)
    assert {row["claim"] for row in arms} == {row["claim"].value for row in about} < {row["claim"] for row in every}
    assert all(row in every for row in arms)


TWICE = {f"{DOC}frus1918Russiav03-d350/claim/request-134"}
"""What a paper says with the words of a message inside it."""


def test_what_a_paper_and_its_message_say_with_the_same_words_stands_once(sample_store: Store) -> None:
    found = [row for row in rows(sample_store, "requests-and-offers") if "to send six" in row["words"]]
    assert [row["document"] for row in found] == [f"{DOC}frus1918Russiav03-d350/enclosed/134"]


@pytest.mark.parametrize(
    ("name", "question", "parameter"),
    [
        ("claimants", "requests-and-offers", "who"),
        ("claim-topics", "requests-and-offers", "topic"),
        ("asking-for-arms", "arms-requests", "who"),
    ],
)
def test_figures_in_a_list_are_the_statements_of_its_rows(
    sample_store: Store, name: str, question: str, parameter: str
) -> None:
    found = sample_store.query(queries.bind(LISTS.get(name)))
    assert isinstance(found, QuerySolutions)
    listed = {row["id"].value: int(row["statements"].value) for row in found}
    assert listed
    answers = {iri: rows(sample_store, question, **{parameter: iri}) for iri in listed}
    assert {iri: len({row["claim"] for row in answer}) for iri, answer in answers.items()} == listed


def test_each_of_several_who_say_something_together_has_a_row(sample_store: Store) -> None:
    accepted = [row for row in rows(sample_store, "requests-and-offers") if "accepted this principle" in row["words"]]
    assert [row["claimant"] for row in accepted] == ["France", "Great Britain", "Italy"]


@pytest.mark.parametrize(
    ("name", "predicate"),
    [
        ("senders", "hasSender"),
        ("addressees", "hasAddressee"),
        ("asking-for-arms", "claimant"),
        ("claimants", "claimant"),
    ],
)
def test_a_pick_list_of_a_role_holds_those_alone_who_have_it(name: str, predicate: str, sample_store: Store) -> None:
    found = sample_store.query(queries.bind(LISTS.get(name)))
    assert isinstance(found, QuerySolutions)
    listed = {row["id"].value for row in found}
    edge = f"<{CG if predicate == 'claimant' else RICO}{predicate}>"
    having = sample_store.query(f"SELECT DISTINCT ?who WHERE {{ ?part {edge} ?who }}")
    assert isinstance(having, QuerySolutions)
    assert listed
    assert listed <= {row["who"].value for row in having}


@pytest.mark.parametrize("name", sorted(LISTS.queries))
def test_a_key_of_a_pick_list_may_be_given_bare(name: str, sample_store: Store) -> None:
    """``topic=arms-supply``, as addresses and the README have it."""
    found = sample_store.query(queries.bind(LISTS.get(name)))
    assert isinstance(found, QuerySolutions)
    for row in list(found)[:20]:
        iri = row["id"].value
        prefix = max((start for start in PREFIXES.values() if iri.startswith(start)), key=len)
        assert iri in [node.value for node in things(Parameter("x", "iri", values=name), iri.removeprefix(prefix))]


def test_a_paper_is_meant_by_its_key_in_any_script() -> None:
    papers = Parameter("document", "iri", values="documents")
    assert [node.value for node in things(papers, "מברק-7")] == [DOC + encoded("מברק-7"), DOC + "מברק-7"]
    assert [node.value for node in things(papers, "wilson-ct3777")] == [DOC + "wilson-ct3777"]
    agents = Parameter("who", "iri", values="agents")
    assert [node.value for node in things(agents, "котов")] == [AGENT + encoded("котов")]


@pytest.mark.parametrize("query", [*LIBRARY.queries.values(), *LISTS.queries.values()], ids=lambda query: query.name)
def test_no_question_uses_an_idiom_that_is_a_trap(query: queries.Query) -> None:
    text = re.sub(r"^#\+.*$", "", query.source, flags=re.MULTILINE)
    assert "SAMPLE(" not in text
    assert not re.search(r"NOT\s+EXISTS", text)
    for reading in re.findall(r"\?reading\b[^.]*rdf:predicate[^.]*", text):
        assert "rdf:subject" in reading
        assert "rdf:object" in reading


@pytest.mark.parametrize(
    ("fonds", "rows"),
    [
        ("qth-f8", [("QTH, f. 8, op. 1, d. 2, l. 9", "QTH, f. 8, op. 1, d. 2")]),
        ("pqs-f7", [("PQS, f. 7, op. 2, l. 3", "PQS, f. 7, op. 2"), ("PQS, f. 7, op. 2, d. 22",) * 2]),
        ("amsz-z6-77", [("AMSZ, 6/77 w-82 t-1264", "AMSZ, 6/77, w-82, t-1264")]),
        ("an-rg59", [("AN, Record Group 59, Box 4", "AN, RG 59, Box 4")]),
    ],
)  # fmt: skip
def test_each_copy_of_a_paper_stands_under_its_own_file(fonds: str, rows: list[tuple[str, str]]) -> None:
    """One paper in three archives, with two copies in one of them; another in one file, which is written otherwise."""
    sets = {
        "qth-f8": ("QTH, f. 8", ""), "qth-f8-op1-d2": ("QTH, f. 8, op. 1, d. 2", "qth-f8"),
        "pqs-f7": ("PQS, f. 7", ""), "pqs-f7-op2": ("PQS, f. 7, op. 2", "pqs-f7"),
        "pqs-f7-op2-d22": ("PQS, f. 7, op. 2, d. 22", "pqs-f7-op2"),
        "pqs-f7-op2-d2": ("PQS, f. 7, op. 2, d. 2", "pqs-f7-op2"),
        "amsz-z6-77": ("AMSZ, 6/77", ""), "amsz-z6-77-t1264": ("AMSZ, 6/77, w-82, t-1264", "amsz-z6-77"),
        "an-rg59": ("AN, RG 59", ""), "an-rg59-box-4": ("AN, RG 59, Box 4", "an-rg59"),
    }  # fmt: skip
    held = {
        "a": (
            ("qth-f8-op1-d2", "pqs-f7-op2", "pqs-f7-op2-d22", "pqs-f7-op2-d2", "amsz-z6-77-t1264"),
            (
                *("QTH, f. 8, op. 1, d. 2, l. 9", "PQS, f. 7, op. 2, l. 3", "PQS, f. 7, op. 2, d. 22"),
                "AMSZ, 6/77 w-82 t-1264",
            ),
        ),
        "b": (("an-rg59-box-4",), ("AN, Record Group 59, Box 4",)),
    }  # fmt: skip
    lines = ["".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())]
    for key, (label, parent) in sets.items():
        lines.append(f'archive:{key} rdfs:label "{label}" .')
        lines.extend([f"archive:{key} rico:isOrWasIncludedIn archive:{parent} ."] if parent else [])
    for paper, (places, marks) in held.items():
        lines.extend(f"doc:{paper} rico:isOrWasIncludedIn archive:{place} ." for place in places)
        for number, mark in enumerate(marks):
            copy = f"<{DOC}{paper}/copy/{number}>"
            lines.append(f'doc:{paper} rico:hasOrHadInstantiation {copy} . {copy} rico:identifier "{mark}" .')
    store = Store()
    store.load("\n".join(lines).encode(), RdfFormat.TURTLE)
    found = store.query(queries.bind(LIBRARY.get("holdings-of-a-fond"), {"fond": [f"archive:{fonds}"]}))
    assert isinstance(found, QuerySolutions)
    assert [(row["shelfmark"].value, row["file"].value) for row in found] == rows


def test_the_composed_paper_in_two_archives_is_in_each_fonds_once(sample_store: Store) -> None:
    for fonds, mark in (("amp-f12", "AMP, f. 12, op. 3, d. 44, l. 7"), ("gac-f2", "GAC, f. 2, op. 1, d. 9, ll. 15-16")):
        found = sample_store.query(queries.bind(LIBRARY.get("holdings-of-a-fond"), {"fond": [f"archive:{fonds}"]}))
        assert isinstance(found, QuerySolutions)
        assert [row["shelfmark"].value for row in found] == [mark]


@pytest.fixture(scope="module")
def hundreds(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Four hundred made-up papers beside the vocabularies that every store holds."""
    store = Store(str(tmp_path_factory.mktemp("hundreds") / "store"))
    synthetic.fill(store, 400)
    store.bulk_load("\n".join(vocabulary.lines()).encode(), format=RdfFormat.N_TRIPLES)
    return store


@pytest.mark.parametrize(
    "name", sorted(one.name for one in LIBRARY.queries.values() if all(p.optional or p.default for p in one.parameters))
)
def test_no_question_takes_as_long_as_reading_every_triple_one_by_one(name: str, hundreds: Store) -> None:
    """The order in which its patterns are written can make a question a hundred times slower; none takes a third."""

    def spent(text: str) -> float:
        taken = []
        for _ in range(3):
            start = time.thread_time()
            found = hundreds.query(text)
            assert isinstance(found, QuerySolutions)
            for _ in found:
                pass
            taken.append(time.thread_time() - start)
        return min(taken)

    every = spent("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
    assert spent(queries.bind(LIBRARY.get(name))) < every
