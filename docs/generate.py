"""Writes the reference pages that follow from the code: queries, exports, mappings.  ``python docs/generate.py [--check]``"""
# ruff: noqa: E501  (sentences of the pages stand here whole)

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from cablegraph import exports, mapping, queries
from cablegraph.exports.network import EDGE_COLUMNS, NODE_COLUMNS
from cablegraph.iri import shorten
from cablegraph.mapping import functions
from cablegraph.mapping.rules import Call, Object, Reference, Template
from cablegraph.queries import header
from cablegraph.shipped import shipped

REFERENCE = Path(__file__).parent / "reference"
GENERATED = "<!-- written by docs/generate.py -->\n"


TIMES: tuple[tuple[str, str, str], ...] = (
    ("sender, words-of-sender, chain-of-replies, edges-on-a-passage, arms-letters, mentions", "0-1", "< 0.2"),
    ("cover-names, relays, holdings-of-a-fond", "0", "< 0.2"),
    ("candidates", "919", "0.2"),
    ("undated", "2,417", "2.5"),
    ("arms-requests", "4,666", "2.6"),
    ("letters-per-month", "198", "3.0"),
    ("not-held", "1,766", "5.9"),
    ("number-series", "56", "8.6"),
    ("topics-by-year", "119", "9.6"),
    ("requests-and-offers, one topic", "19,794", "12"),
    ("requests-and-offers, all topics, of 29,817 papers", "29,817", "15"),
    ("papers-on-a-topic, all topics", "33,061", "14"),
    ("letters", "99,396", "18"),
    ("gaps", "84,783", "21"),
    ("who-wrote-to-whom", "95,856", "23"),
    ("promised", "118,499", "28"),
    ("editor-alone", "92,529", "97"),
)
"""Measured by ``cablegraph.queries.kept`` on the corpus of ``tests/bench/corpus_generator.py``; CPU, for much else ran."""


SIZES: tuple[tuple[str, ...], ...] = (
    ("network.json", "19.5", "26", "0.7", "282"),
    ("gexf", "27.7", "29", "0.9", "281"),
    ("graphml", "26.4", "23", "1.1", "281"),
    ("nodes.csv", "0.3", "18", "", "264"),
    ("edges.csv", "14.0", "15", "0.9", "264"),
    ("geojson", "0.8", "16", "0.1", "266"),
    ("timeline", "36.4", "133", "0.3", "276"),
    ("cmif", "54.6", "118", "0.5", "267"),
    ("nq, sorted", "6,741", "497", "13.6", "273"),
    ("nt, sorted", "6,741", "670", "10.1", "273"),
    ("ttl", "1,638", "747", "2.2", "273"),
    ("trig", "1,638", "788", "2.1", "273"),
    ("rdf", "3,853", "781", "4.9", "273"),
    ("jsonld", "4,709", "749", "6.3", "272"),
)
"""Measured by ``tests/bench/exports.py``: format, MiB, CPU seconds, MiB a second, peak memory in MiB."""


def queries_page() -> Iterator[str]:
    """The header's keys, the types, and every shipped question."""
    library = queries.load_all([shipped("queries")])
    yield "# Canned queries\n\n" + GENERATED
    yield (
        "One file a question in `queries/`; its head is YAML behind `#+`. A file of your own in the corpus's `queries/` folder"
        " is read after the shipped ones; one of the same name takes its place. Prefixes of ours need no declaration.\n"
        "A broken file harms itself only: it is listed with its line and the nearest known word.\n\n"
    )
    yield f"Keys of the head: {_code(header.KEYS)}. Ignored with a notice: {_code(header.IGNORED)}.\n\n"
    yield f"Keys of a parameter: {_code(header.PARAM_KEYS)}. Types: {_code(header.TYPES)}.\n\n"
    yield (
        "| in the query | is |\n|---|---|\n| `?_from` | a parameter that must be given or have a default |\n"
        "| `?__who` | an optional one; absent, the variable is left open |\n"
        "| `?_who_iri`, `?_year_integer`, `?_day_xsd_date`, `?_title_en` | typed by its suffix, as in grlc |\n\n"
        "A date may be a year or month and becomes its first day, with `end: true` its last. A `search` binds the papers that"
        f" the text index finds, at most {queries.MAX_VALUES:,}. Values are bound as typed terms by a `VALUES` block at the head"
        " of every group that names the variable; none is ever pasted into the text.\n\n"
    )
    yield (
        "`evidence` names edges by columns of the answer; their words stand behind each row, on the page and with `_evidence=1`. A"
        " column with the IRIs of several papers and spaces between (`GROUP_CONCAT`) means the edge of each of them, of the first"
        f" {queries.PAPERS}. `behind` names the question whose rows a row counts, and the columns that are its parameters.\n\n"
        "Where the collection holds papers composed for teaching, files have a last column `composed`: `true` for a row that rests"
        " on such papers alone. Charts draw it hollow, Vega-Lite pale.\n\n"
    )
    yield f"Charts: {_code(header.CHARTS)}, with the channels {_code(header.CHANNELS)}.\n"
    yield f"`expect`: {_code(header.EXPECT)}.\n\n## Shipped questions\n\n"
    for query in library.queries.values():
        yield f"### {query.name}\n\n{query.summary}"
        yield f" {query.description}\n\n" if query.description else "\n\n"
        if query.parameters:
            yield "| parameter | type | label | default | |\n|---|---|---|---|---|\n"
        for parameter in query.parameters:
            default, optional = " ".join(parameter.default), "optional" if parameter.optional else ""
            yield f"| `{parameter.name}` | {parameter.type} | {parameter.label} | {_ticked(default)} | {optional} |\n"
        yield ("\n" if query.parameters else "") + f"Columns: {_code(query.columns)}"
        patterns = " . ".join(" ".join(pattern) for pattern in query.evidence)
        yield f"; the words rest on `{patterns}`.\n\n" if patterns else ".\n\n"
    yield from times()


def times() -> Iterator[str]:
    """How long the questions take."""
    yield (
        "## How long they take\n\nA question over the whole graph takes as long as the graph is large. From 2,000 papers on a build"
        " works out each of them once, with the defaults of its head and for two minutes at most, and keeps the answer beside the graph (`questions.sqlite`, a"
        " few MB); page, JSON, CSV and chart are then read from it: a page of an answer takes 1 ms, all 160,530 rows of the largest"
        " 0.5 s. Of a graph that followed from a changed paper the server works an answer out in the background, after the first"
        " who asked was told so.\n\nWith parameters the graph itself is asked. What is over the limit of 10 s says what to choose to"
        " make it quick, or is for `cablegraph query --timeout`.\n\nCPU seconds on 99,396 made papers (38.1 million quads), without"
        " a kept answer, with the defaults (`python -m tests.bench.questions STORE` for others):\n\n| question | rows | seconds |\n|---|---|---|\n"
    )
    for name, rows, seconds in TIMES:
        yield f"| {name} | {rows} | {seconds} |\n"
    yield (
        "\nA rare word joined with titles, on the same papers (`python -m tests.bench.searching GENERATION WORD`, CPU): 85 papers by"
        " the text index in 8.3 ms, `CONTAINS` over the titles alone 1,013 ms, 122 times as long; another word with 98 papers 10.0 ms"
        " and 1,032 ms, 103 times.\n"
    )


def exports_page() -> Iterator[str]:
    """Formats, filters and options."""
    yield "# Exports\n\n" + GENERATED
    yield (
        "`cablegraph export FORMAT -o FILE`, or the routes of the server. Every export names its generation, licence and"
        " filter, carries no clock, and is the same bytes for the same generation.\n\n| format | media type | is |\n|---|---|---|\n"
    )
    for item in exports.FORMATS.values():
        yield f"| `{item.name}` | `{item.media_type}` | {item.meaning} |\n"
    yield (
        "\n## Filters\n\n| filter | keeps papers |\n|---|---|\n| `from`, `to` | that possibly lie between these days, months or years |\n"
        "| `sender`, `addressee` | of these people or bodies; an addressee is the receiver where none is named |\n"
        "| `agent`, `place` | with it at either end |\n| `topic` | on it or a narrower topic |\n| `form` | of this document form |\n"
        "| `source` | read by this family of readers, `frus` |\n| `held` | `1`: only what is held, in networks by document and the timeline |\n"
        "| `composed` | `0`: without papers composed for teaching |\n\n"
        "A dump of some papers (`cablegraph export nt agent=agent:stalin from=1950`) holds each of them whole: its parts, the messages inside"
        " it, its readings, their words, the decisions on it; and of the people, places, topics and rules that it names what is not said by"
        " other papers alone. Papers that it cites or answers are named and not described. `held` is not for dumps. What a format does not"
        " heed (`document` with a network, filters with `record`) is refused.\n\n"
        "The routes of the server (`/api/network.json` and the others) take the filters of the pages besides: `q`, `relay`, `origin`, `destination`,"
        " `repository`, `archive`, `surely`, `gaps`, `undated`. With one of them, or with `view=1`, the papers are those that the pages show for"
        " the same parameters: `agent` and `place` also where they are only spoken of, `topic` itself alone, `composed=1` only those."
        " Links below a drawing have `view=1`, so that a file holds what is drawn, and the rest of it where the drawing has no room.\n\n"
    )
    yield (
        "## Networks\n\n`by` is agent, place, document or topic; `kind` letter, relay, cites (several, with commas, also behind `--kind`),"
        " for topics also about: from a sender to what the papers are about;"
        " `min_weight` the least number of papers (what is asked of both stands in `meta.filter`); `words=1` adds the words from which the start of a link is read.\n\n"
        f"CSV of nodes: `{','.join(NODE_COLUMNS)}`. CSV of links: `{','.join(EDGE_COLUMNS)}`. `excel=1` adds a BOM and"
        " disarms cells that begin with `= + - @`.\n\n"
        "Papers are called as on the pages: by date, title and number, without a title by form and ends; one that is cited and not"
        " held by what is read of it, `despatch No. 391 of 18 January 1885 from Bayard, cited`. The timeline leaves the date out.\n\n"
        "## RDF profiles\n\n| profile | is |\n|---|---|\n| `rdf11` | the store as it is: edges, readings, vocabularies |\n"
        "| `flat` | edges, labels and vocabularies; no readings, no spans: every triple in it is asserted |\n"
        "| `full12` | RDF 1.2: `<reading> rdf:reifies <<( s p o )>>` in place of three triples; nq, nt, ttl, trig |\n\n"
        "Sorted N-Quads is the canonical file; the other forms are written from it.\n\n"
        "## CMIF\n\nSender, addressee, places and date of every letter, the date as written. `corpus.toml` must name an editor."
        ' Inferred dates bear `evidence="conjecture"`, uncertain values `cert="low"`; the relay and what is mentioned stand in'
        " `note`. Composed papers are left out and counted, and so are minutes and the like that went to nobody.\n\n"
        "No package carries the published RelaxNG. In its place a test checks what it asks of our files: title, editor, publisher,"
        " `idno` and licence; one `bibl` with an `xml:id`, named by the `source` of every `correspDesc`; in each `correspDesc` one"
        " `correspAction` of type sent and one received, in this order, with a name at least, and names, places and dates alone;"
        " on every `date` a dating attribute, and no others than `when notBefore notAfter cert evidence`.\n\n"
        "## What they take\n\nOn 99,396 made papers (34.7 million quads, 38.1 million for RDF), CPU seconds, every file read again by a parser afterwards"
        " (`python -m tests.bench.exports GENERATION`):\n\n| format | MiB | seconds | MiB a second | memory, MiB |\n|---|---|---|---|---|\n"
    )
    for row in SIZES:
        yield "| " + " | ".join(row) + " |\n"
    yield (
        "\nSince the words of the dates of many papers are read in one pass, and not for a thousand papers at a time, a timeline of 10,000 papers takes 4.8 s and 164 MiB, before 7.1 s and 161 MiB,"
        " and CMIF, which now asks only for low certainties, 5.1 s, before 9.6 to 11 s.\n\n"
        "At 3,000 papers (1.06 million quads) sorted N-Quads take 9.7 s, 19 MiB a second, and 140 MiB: they are sorted on disk.\n\n"
        "A dump that is written with `-o` has `void.ttl`, the description of its graph, and `SHA256SUMS` beside it; one of some papers `FILE.void.ttl`, which says of which generation and by what they are chosen.\n"
    )


def mappings_page() -> Iterator[str]:
    """Keys, functions, and what every field of a record becomes."""
    rules = mapping.load(shipped("mappings", "record.yarrrml.yml")).files[0].rules
    yield "# Mappings\n\n" + GENERATED
    yield (
        "`mappings/record.yarrrml.yml` says what the fields and parts of a [record](record.md) become. A file named after a"
        " family of readers (`frus.yarrrml.yml`) adds rules for its records; a file of the same name in the corpus's own"
        " `mappings/` folder takes the shipped one's place. A file that is wrong stops the build, with its line.\n\n"
        "The words behind a value are the evidence of the edge. A constant, or a node named by `$(id)` alone, needs a"
        " `condition` whose fields bring words; without one the file is refused. Where a condition brings words and the object"
        " is a constant or a template, each passage of the condition is a reading of its own.\n\n"
        "| event | outcome |\n|---|---|\n| field absent or empty | no edge |\n| function gives nothing | no edge; counted as not read |\n"
        "| certainty below 0.7, or a candidate of linking | a candidate: a reading without an edge |\n"
        "| value is no IRI, or does not fit its datatype | error of that document alone |\n\n"
        "`cablegraph map FILE -o OUT` runs plain YARRRML over the CSV and JSON files that the mapping itself names, without"
        " evidence, to compare with other engines. Compared with morph-kgc 2.10 on a table and a JSON file, 29 of 35 triples are equal"
        " to the letter; the other six follow the specifications where that engine does not: booleans of JSON are `true`,"
        " letters outside ASCII stay in IRIs, a template without `~iri` is a literal, `$(list[*])` in a template gives a triple an item.\n\n"
        "## Functions\n\n| function | parameters | gives |\n|---|---|---|\n"
    )
    for item in functions.describe():
        name = item["name"] if "cablegraph" not in item["name"] else "cgf:" + item["name"].rpartition("#")[2]
        yield f"| `{name}` | {_code(item['parameters'])} | {item['meaning'].replace('``', '`')} |\n"
    yield "\n`document` may be left out; it then is `$(id)`.\n\n## What becomes what\n\n| in | field | becomes |\n|---|---|---|\n"
    for rule in rules:
        where = ", ".join(sorted({source.iterator for source in rule.sources}))
        for edge in rule.edges:
            for target in edge.objects:
                predicates = ", ".join(f"`{shorten(iri)}`" for iri in edge.predicates)
                yield f"| `{where}` | {_read(target)} | {predicates} |\n"


def _read(target: Object) -> str:
    value = target.value
    if isinstance(value, Template) and value.constant is not None:
        return f"`{shorten(value.constant)}`"
    if isinstance(value, Call):
        inner = ", ".join(f"`{reference.name}`" for reference in value.references)
        return f"{inner} by `cgf:{value.function.rpartition('#')[2]}`"
    names = "".join(part if isinstance(part, str) else f"$({part.name})" for part in value.parts)
    return (
        f"`{shorten(names) if isinstance(value.parts[0], str) else names}`"
        if value.alone is None
        else _field(value.parts[0])
    )


def _field(part: str | Reference) -> str:
    return f"`{part.name}`" if isinstance(part, Reference) else f"`{part}`"


def _code(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _ticked(text: str) -> str:
    return f"`{text}`" if text else ""


PAGES = {"queries.md": queries_page, "exports.md": exports_page, "mappings.md": mappings_page}


def main() -> int:
    """Write the pages, or with ``--check`` say which are not what the code gives."""
    stale = []
    for name, page in PAGES.items():
        text, path = "".join(page()), REFERENCE / name
        if not path.is_file() or path.read_text("utf-8") != text:
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, "utf-8")
    if "--check" in sys.argv and stale:
        print("not up to date:", ", ".join(stale), "- run python docs/generate.py")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
