"""Seven planted faults, one for each invariant, are each found, and by that invariant alone; a sound graph has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from cablegraph import validation
from cablegraph.errors import StoreError
from cablegraph.evidence import Reading, Rule, Span, reading_lines, rule_lines, span_lines
from cablegraph.iri import CG, DOC, PREFIXES, RICO
from cablegraph.mapping.nodes import date_lines, text_lines
from cablegraph.record import SourceText

TEXT = SourceText("CIPHERED TELEGRAM No. 3777\nFILIPPOV [Stalin]\n24 June 1951", "a.txt", "a")
DOCUMENT = DOC + "a"
NODE = f"{DOCUMENT}/text/{TEXT.sha256[:8]}"
RULE = Rule("test.sender", certainty="0.9")


def reading(predicate: str, value: NamedNode | Literal, words: str, **more: object) -> Reading:
    start = TEXT.text.index(words)
    spans = (Span(start, start + len(words)),)
    return Reading(
        NamedNode(DOCUMENT), NamedNode(predicate), value, spans, "transcript", RULE, "0.9", DOCUMENT, NODE,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


SENDER = reading(RICO + "hasSender", NamedNode(PREFIXES["agent"] + "stalin"), "FILIPPOV [Stalin]")
NUMBER = reading(CG + "telegramNumber", Literal("3777"), "No. 3777")
DATE = reading(CG + "sentOn", NamedNode(PREFIXES["date"] + "1951-06-24"), "24 June 1951")


def sound() -> list[str]:
    record = f"<{DOCUMENT}> <{PREFIXES['rdf']}type> <{RICO}Record> ."
    lines = [record, *text_lines(TEXT), *date_lines(PREFIXES["date"] + "1951-06-24"), *rule_lines([RULE])]
    for item in (SENDER, NUMBER, DATE):
        lines += reading_lines(item)
        lines += [line for span in item.spans for line in span_lines(NODE, span, TEXT.quote(span), "transcript")]
    return lines


def graph(lines: list[str]) -> Store:
    store = Store()
    store.load("\n".join(lines).encode(), format=RdfFormat.N_TRIPLES)
    return store


def without(lines: list[str], part: str) -> list[str]:
    left = [line for line in lines if part not in line]
    assert len(left) < len(lines)
    return left


R, S = f"<{SENDER.iri}>", f"<{NODE}#char=27,44>"
OTHER = f"<{DOC}b/text/00000000>"
FAULTS = {
    "E1": [*sound(), f'<{DOCUMENT}> <{RICO}title> "A telegram"@en .'],
    "E2": without(sound(), f"{R} <{RICO}relationCertainty>"),
    "E3": [line for line in sound() if line != SENDER.edge],
    "E4": [*sound(), f"{R} <{CG}status> <{PREFIXES['kind']}rejected> ."],
    "E5": [*sound(), f"<{DOCUMENT}> <{RICO}hasSender> <{PREFIXES['agent']}mao> .",
           f"{R} <{PREFIXES['rdf']}object> <{PREFIXES['agent']}mao> ."],
    "E6": [line.replace(f"<{NODE}>", OTHER) if line.startswith(S) else line for line in sound()],
    "E7": [line.replace('"FILIPPOV [Stalin]"', '"FILIPPOV"') for line in sound()],
}  # fmt: skip


def test_a_sound_graph_has_no_findings() -> None:
    assert validation.invariants(graph(sound())) == ()
    assert validation.texts(graph(sound()), lambda iri: TEXT.text if iri == NODE else None) == ()


@pytest.mark.parametrize("check", sorted(FAULTS))
def test_a_planted_fault_is_found_by_its_invariant(check: str) -> None:
    assert {finding.check for finding in validation.invariants(graph(FAULTS[check]))} == {check}


def test_a_span_beyond_the_end_of_its_text_is_found() -> None:
    length = f'<{CG}length> "{len(TEXT.text)}"'
    lines = [line.replace(length, f'<{CG}length> "20"') for line in sound()]
    assert {finding.check for finding in validation.invariants(graph(lines))} == {"E7"}


def test_words_cited_from_another_paper_are_found() -> None:
    other = f"<{DOC}b/text/00000000#char=27,44>"
    lines = [line.replace(f"<{CG}evidence> {S}", f"<{CG}evidence> {other}") for line in sound()]
    assert {finding.check for finding in validation.invariants(graph(lines))} == {"E6"}


def test_a_text_that_was_changed_is_found() -> None:
    [finding] = validation.texts(graph(sound()), lambda iri: TEXT.text + "!")
    assert finding.check == "E8"


def test_a_quotation_that_stands_elsewhere_is_found() -> None:
    lines = [line.replace('"FILIPPOV [Stalin]"', '"FILIPPOV [Lenin!]"') for line in sound()]
    assert validation.invariants(graph(lines)) == ()
    [finding] = validation.texts(graph(lines), lambda iri: TEXT.text)
    assert (finding.check, "[Lenin!]" in finding.what) == ("E8", True)


def test_a_finding_names_the_node_briefly() -> None:
    [finding] = validation.invariants(graph(FAULTS["E1"]))
    assert finding.what.startswith("an edge without a reading: doc:a rico:title")
    assert finding.to_json()["severity"] == "violation"


def test_of_many_findings_fifty_are_shown_and_one_says_that_there_are_more() -> None:
    many = [f'<{DOCUMENT}> <{RICO}title> "{number}" .' for number in range(80)]
    found = validation.invariants(graph([*sound(), *many]))
    assert len(found) == validation.SHOWN + 1
    assert found[-1].what.endswith("there are more")


def test_shapes_find_a_string_for_a_sender_in_lines_and_in_a_store() -> None:
    lines = [line.replace(f"<{PREFIXES['agent']}stalin>", '"Stalin"') for line in sound()]
    for given in (lines, graph(lines)):
        found = validation.shapes(given)
        assert any("doc:a rico:hasSender" in item.what and "not a string" in item.what for item in found)


def test_warnings_are_told_only_if_asked_for() -> None:
    lines = without(sound(), "hasSender")
    assert not any(item.severity == "warning" for item in validation.shapes(lines))
    told = validation.shapes(lines, warnings=True)
    assert any("no sender was read" in item.what and item.severity == "warning" for item in told)


def test_a_large_store_is_checked_by_whole_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation, "WHOLE", 5)
    lines = [line.replace(f"<{PREFIXES['agent']}stalin>", '"Stalin"') for line in sound()]
    assert any("doc:a rico:hasSender" in item.what for item in validation.shapes(graph(lines)))


def test_a_store_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        validation.invariants(tmp_path / "nothing")
