"""Answers for ``query`` and ``demo``: a canned question or SPARQL text, over a graph on disk or at an address."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from pyoxigraph import Literal, NamedNode

from cablegraph import queries
from cablegraph.cli.console import Console
from cablegraph.errors import SettingsError, StoreError
from cablegraph.iri import shorten
from cablegraph.queries.evidence import ROWS_AT_ONCE, evidence_query
from cablegraph.shipped import shipped
from cablegraph.store.run import GRAPH_TYPES, Answer, run

QUOTED = 160
"""Longer words are cut in an answer on the terminal, between two words; `why` and the files have them whole."""
Binding = Mapping[str, Mapping[str, str]]


def library(console: Console) -> queries.Library:
    """The shipped queries and the corpus's own."""
    return queries.load_all((shipped("queries"), *console.corpus.own("queries")))


def run_text(
    console: Console, text: str, form: str, out: Path | None, timeout: float, store: str | None, name: str = ""
) -> None:
    """Run SPARQL text in a killable process and print the result in this form (empty: table or CSV; RDF as Turtle)."""
    wanted = form if form in ("xml", *GRAPH_TYPES) else "json"
    answer = _run(console, text, wanted, timeout, store, name)
    if answer.kind == "graph" or form == "xml":
        console.write(answer.body.decode("utf-8"), out)
        return
    if form in GRAPH_TYPES:
        _no_rdf("an ASK" if answer.kind == "boolean" else "a SELECT", form)
    found = json.loads(answer.body)
    if answer.kind == "boolean":
        console.write(f"{str(found['boolean']).lower()}\n", out)
        return
    columns, bindings = found["head"]["vars"], found["results"]["bindings"]
    if name and out is None and console.shows_table(form):
        hidden = [column for column in columns if _only_iris(bindings, column)]
        if hidden and len(hidden) < len(columns):
            columns = [column for column in columns if column not in hidden]
            console.say(f"(not shown: {', '.join(hidden)}; -f csv has them)")
    rows = [[_shown(row.get(column), form) for column in columns] for row in bindings]
    console.table(columns, rows, form, out)


def _no_rdf(what: str, form: str) -> NoReturn:
    notes = "use -f csv, tsv, json or xml; CONSTRUCT gives RDF"
    raise SettingsError(f"the answer to {what} has no form {form}", notes=notes)


def run_canned(
    console: Console,
    name: str,
    given: Mapping[str, Sequence[str]],
    *,
    form: str = "",
    out: Path | None = None,
    why: bool = False,
    timeout: float = 60.0,
    store: str | None = None,
) -> None:
    """Run a canned query and print its rows; with ``why`` each row has the words it rests on."""
    query = library(console).get(name)
    if form in GRAPH_TYPES and query.form == "SELECT":
        _no_rdf(query.name, form)
    text = queries.bind(query, given, search=_search(console))
    if store is None:
        _named_here(console, query, given)
    if query.form not in ("SELECT",) or not why:
        if not console.as_json and not form:
            console.say(f"{query.summary}")
        run_text(console, text, form, out, timeout, store, query.name)
        return
    if form == "xml":
        raise SettingsError("the words of rows have no form xml", notes="use -f csv, tsv or json, or leave out --why")
    found = json.loads(_run(console, text, "json", timeout, store, query.name).body)
    columns, bindings = list(found["head"]["vars"]), found["results"]["bindings"]
    words = _words(console, query, bindings, timeout, store)
    hidden = {column for column in columns if form == "table" and _only_iris(bindings, column)}
    shown = [column for column in columns if column not in hidden]
    rows = [
        [*(_shown(row.get(column), form) for column in shown), words.get(at, "")] for at, row in enumerate(bindings)
    ]
    console.say(f"{query.summary:<60}    {_relative(query.path)}")
    console.table([*shown, "rests on"], rows, form, out)


def _named_here(console: Console, query: queries.Query, given: Mapping[str, Sequence[str]]) -> None:
    """Whether the graph knows the things that are asked for. Raises SettingsError with what may be meant."""
    from cablegraph import exports
    from cablegraph.cli.export import generation_of, source_of

    asked = [(p, value) for p in query.parameters if p.type == "iri" for value in given.get(p.name, ())]
    if not asked:
        return
    source = source_of(console, generation_of(console))
    for parameter, value in asked:
        exports.asked.known(source, parameter.name, value, [node.value for node in queries.things(parameter, value)])


def list_queries(console: Console, form: str) -> None:
    """All canned queries, with their questions; broken ones on stderr."""
    if form == "xml" or form in GRAPH_TYPES:
        raise SettingsError(f"the list of queries has no form {form}", notes="use -f table, csv, tsv or json")
    found = library(console)
    rows = [
        (name, query.summary, " ".join(f"{parameter.name}=" for parameter in query.parameters))
        for name, query in sorted(found.queries.items())
    ]
    console.table(("name", "question", "parameters"), rows, form)
    for broken in found.broken:
        console.say(str(broken))


def _relative(path: Path | None) -> str:
    return f"{path.parent.name}/{path.name}" if path else ""


def _only_iris(bindings: Sequence[Binding], column: str) -> bool:
    """Whether a column holds identifiers alone, or papers that its rows count: nothing for a terminal."""
    cells = [row.get(column, {}) for row in bindings]
    return bool(cells) and all(c.get("type") == "uri" or queries.several(c.get("value", "")) for c in cells)


def _shown(term: Mapping[str, str] | None, form: str) -> Any:
    if term is None:
        return None
    if form in ("", "table") and term["type"] == "uri":
        return shorten(term["value"])
    integer = term.get("datatype", "").endswith("#integer")
    return int(term["value"]) if integer and form == "json" else term["value"]


def _run(console: Console, text: str, form: str, timeout: float, store: str | None, name: str) -> Answer:
    if store is not None and store.startswith(("http://", "https://")):
        from cablegraph.store import remote

        return remote.query(store, text, form, timeout)
    return run(text, store_path(console, store), form=form, timeout=timeout, name=name)


def store_path(console: Console, given: str | None = None) -> Path:
    """A given store's folder, or the current generation's. Raises StoreError when there is none."""
    from cablegraph.store.generations import Generations

    if given is not None:
        path = Path(given)
        inner = path / "store" if (path / "store").is_dir() else path
        if not inner.is_dir():
            raise StoreError(f"there is no store at {given}")
        return inner
    current = Generations(console.data).current()
    if current is None:
        raise StoreError(f"there is no graph in {console.data}", notes="to build one: cablegraph build FOLDER")
    current.check_base()
    return current.store_path


def _search(console: Console) -> Any:
    def documents(text: str, limit: int) -> list[str]:
        from cablegraph import search

        return list(search.Index(store_path(console).parent / "search.sqlite").documents(text, limit))

    return documents


def _words(
    console: Console, query: queries.Query, bindings: Sequence[Binding], timeout: float, store: str | None
) -> dict[int, str]:
    """For each row the words, the document and the characters."""
    found: dict[int, list[str]] = {}
    terms = [{column: _n_triples(term) for column, term in row.items()} for row in bindings]
    for start in range(0, len(terms), ROWS_AT_ONCE):
        text = evidence_query(query, terms[start : start + ROWS_AT_ONCE])
        if text is None:
            continue
        for row in json.loads(_run(console, text, "json", timeout, store, query.name).body)["results"]["bindings"]:
            quote = textwrap.shorten(row["words"]["value"], QUOTED, placeholder=" …")
            place = ""
            if "start" in row and "document" in row:
                document = shorten(row["document"]["value"]).removeprefix("doc:")
                place = f"   {document} {row['start']['value']}–{row['end']['value']}"
            found.setdefault(start + int(row["row"]["value"]), []).append(f"“{quote}”{place}")
    return {at: "; ".join(said) for at, said in found.items()}


def _n_triples(term: Mapping[str, str]) -> str:
    if term["type"] == "uri":
        return str(NamedNode(term["value"]))
    if "xml:lang" in term:
        return str(Literal(term["value"], language=term["xml:lang"]))
    if "datatype" in term:
        return str(Literal(term["value"], datatype=NamedNode(term["datatype"])))
    return str(Literal(term["value"]))
