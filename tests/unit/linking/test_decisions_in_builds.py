"""Decisions hold through builds: the texts change, rules change, papers go; what people said stays or is told of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode, Store

from cablegraph import pipeline, validation
from cablegraph.corpus import Corpus
from cablegraph.iri import expand, shorten
from cablegraph.linking import decisions, review
from cablegraph.shipped import shipped
from cablegraph.store import readings
from cablegraph.store.generations import Generations

DOC = "doc:wilson-ct3777"
WHEN = "2026-01-02T03:04:05Z"


@dataclass(frozen=True)
class Desk:
    """A corpus folder with the seed telegram, its decisions, and a builder."""

    folder: Path

    @property
    def paper(self) -> Path:
        return self.folder / "documents" / "wilson-ct3777.txt"

    def decide(self, do: str, value: str = "", **on: Any) -> decisions.Decision:
        return decisions.append(self.folder / "curation", do, on, value, "A. Archivist", WHEN, "seen on the original")

    def build(self, **how: Any) -> Built:
        data = self.folder / "cablegraph-data"
        report = pipeline.build(Corpus(self.folder), [self.folder / "documents"], data, jobs=1, **how)
        current = Generations(data).current()
        assert current is not None
        store = Store.read_only(str(current.store_path))
        assert validation.invariants(store) == ()
        assert validation.shapes(store) == ()
        return Built(report, store)


@dataclass(frozen=True)
class Built:
    """A build's report and its store."""

    report: pipeline.Report
    store: Store

    def has(self, subject: str, predicate: str, value: str) -> bool:
        return readings.asserted(self.store, *map(node, (subject, predicate, value)))

    def why(self, subject: str, predicate: str, value: str) -> tuple[readings.FoundReading, ...]:
        return readings.why(self.store, *map(node, (subject, predicate, value)))

    def named(self, subject: str, predicate: str) -> list[str]:
        return sorted(quad.object.value for quad in self.store.quads_for_pattern(node(subject), node(predicate), None))

    def told(self, what: str) -> list[tuple[str, int]]:
        return [(item["do"], item["line"]) for item in self.report.decisions[what]]


def node(name: str) -> NamedNode:
    return NamedNode(expand(name))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    made.paper.parent.mkdir()
    made.paper.write_bytes(shipped("examples", "wilson", "wilson-ct3777.txt").read_bytes())
    return made


def four(desk: Desk) -> Callable[[Built], None]:
    """Reject, correct, merge, split; gives what must hold of every build afterwards."""
    desk.decide("reject", document=DOC, subject=DOC, predicate="cg:sentTo", object="place:beijing", quote="BEIJING")
    desk.decide(
        "correct", "agent:zhou-enlai", document=DOC, subject=DOC, predicate="rico:hasAddressee", object="agent:mao"
    )
    desk.decide("merge", "agent:stepan-krasovsky", entity="agent:krasovsky")
    desk.decide("split", "agent:stalin-the-younger", entity="agent:stalin", document=DOC)

    def hold(built: Built) -> None:
        assert not built.has(DOC, "cg:sentTo", "place:beijing")
        assert built.has(DOC, "rico:hasAddressee", "agent:zhou-enlai")
        assert not built.has(DOC, "rico:hasAddressee", "agent:mao")
        assert built.has(DOC, "cg:relayedBy", "agent:stepan-krasovsky")
        assert not built.has(DOC, "cg:relayedBy", "agent:krasovsky")
        assert built.has(DOC, "rico:hasSender", "agent:stalin-the-younger")
        assert not built.has(DOC, "rico:hasSender", "agent:stalin")

    return hold


def test_reject_correct_merge_and_split_hold_through_builds_from_nothing(desk: Desk) -> None:
    hold = four(desk)
    built = desk.build()
    hold(built)
    assert sorted(built.told("applied")) == [("correct", 2), ("merge", 3), ("reject", 1), ("split", 4)]
    assert built.told("not_applicable") == []
    hold(desk.build(fresh=True))


TELEGRAM = "TELEGRAM\n\nTo Comrade MOLOTOV\n\nWe agree to send {n} divisions.\n\n{who}\n\n{n} July 1951\n"


@pytest.mark.parametrize(
    ("wrong", "right", "label"),
    [
        ("SHTYKOFF", "SHTYKOV", "Shtykov"), ("Abakumow", "Zverevich", "Zverevich"), ("KOVACZ", "Kovacs", "Kovacs"),
        ("Brandt", "Aaron Brandt", "Aaron Brandt"),
    ],
)  # fmt: skip
def test_who_is_somebody_else_by_decision_is_called_as_he_is(desk: Desk, wrong: str, right: str, label: str) -> None:
    for number, who in ((3, right), (4, wrong), (5, right)):
        (desk.paper.parent / f"t{number}.txt").write_text(TELEGRAM.format(n=number, who=who), "utf-8")
    before = desk.build()
    false, true = (f"agent:{name.lower().replace(' ', '-')}" for name in (wrong, right))
    assert before.has("doc:t4", "rico:hasSender", false)
    desk.decide("merge", true, entity=false)
    built = desk.build()
    assert built.has("doc:t4", "rico:hasSender", true)
    assert built.named(true, "rdfs:label") == [label]
    assert [name.lower() for name in built.named(true, "skos:altLabel")] == [wrong.lower()]
    for number in (3, 5):  # nobody is left who calls him by it: he still has a name, not the wrong one
        (desk.paper.parent / f"t{number}.txt").unlink()
    last = desk.build()
    assert last.named(true, "rdfs:label") == [label]
    assert desk.build(fresh=True).report.generation == last.report.generation


def test_a_split_leaves_the_name_to_him_who_had_it(desk: Desk) -> None:
    for number in (3, 4):
        (desk.paper.parent / f"t{number}.txt").write_text(TELEGRAM.format(n=number, who="Brandt"), "utf-8")
    desk.decide("split", "agent:aaron-brandt", entity="agent:brandt", document="doc:t4")
    built = desk.build()
    assert built.named("agent:aaron-brandt", "rdfs:label") == ["Aaron Brandt"]
    assert built.named("agent:aaron-brandt", "skos:altLabel") == ["Brandt"]
    assert built.named("agent:brandt", "rdfs:label") == ["Brandt"]


def test_what_is_said_of_a_claim_falls_with_the_claim(desk: Desk) -> None:
    built = desk.build()
    states = NamedNode(expand("cg:states"))
    claims = sorted(shorten(str(quad.object.value)) for quad in built.store.quads_for_pattern(None, states, None))
    desk.decide("reject", document=DOC, subject=DOC, predicate="cg:states", object=claims[0])
    built = desk.build()
    assert not built.has(DOC, "cg:states", claims[0])
    assert list(built.store.quads_for_pattern(node(claims[0]), None, None)) == []
    assert list(built.store.quads_for_pattern(node(claims[1]), None, None)) != []
    assert built.report.findings == ()


def test_an_added_line_moves_the_words_and_the_decisions_follow(desk: Desk) -> None:
    hold = four(desk)
    text = desk.paper.read_text("utf-8")
    desk.paper.write_text(text.replace("We received", "Copy no. 2.\nWe received"), "utf-8")
    hold(desk.build())


def test_a_rule_with_a_new_name_takes_no_decision_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    hold = four(desk)
    from cablegraph import line, mapping

    run = mapping.run

    def renamed(*given: Any) -> mapping.Mapped:
        from dataclasses import replace

        mapped = run(*given)
        new = tuple(replace(r, rule=replace(r.rule, name="other." + r.rule.name, version="9")) for r in mapped.readings)
        return replace(mapped, readings=new)

    monkeypatch.setattr(line.mapping, "run", renamed)
    hold(desk.build(fresh=True))


def test_a_corrected_date_says_who_decided_and_keeps_what_was_read(desk: Desk) -> None:
    made = desk.decide("correct", "1951-06-25", document=DOC, subject=DOC, predicate="cg:sentOn")
    built = desk.build()
    assert built.has(DOC, "cg:sentOn", "date:1951-06-25")
    assert not built.has(DOC, "cg:sentOn", "date:1951-06-24")
    [decided] = built.why(DOC, "cg:sentOn", "date:1951-06-25")
    assert (decided.status, decided.decision, decided.decided_by) == ("corrected", made.iri, "A. Archivist")
    assert decided.reason == "seen on the original"
    assert {reading.status for reading in built.why(DOC, "cg:sentOn", "date:1951-06-24")} == {"rejected"}


def test_an_accepted_candidate_stands_with_its_words_and_its_decision(desk: Desk) -> None:
    desk.decide("accept", document=DOC, subject=DOC, predicate="cg:sentFrom", object="place:moscow")
    found = desk.build().why(DOC, "cg:sentFrom", "place:moscow")
    assert {reading.status for reading in found} == {"confirmed"}
    assert {span.quote for reading in found for span in reading.spans} == {"FILIPPOV [Stalin]"}
    assert {reading.decided_by for reading in found} == {"", "A. Archivist"}


def test_a_rejected_candidate_is_not_proposed_again(desk: Desk) -> None:
    desk.decide("reject", document=DOC, subject=DOC, predicate="cg:sentFrom", object="place:moscow")
    built = desk.build()
    assert {reading.status for reading in built.why(DOC, "cg:sentFrom", "place:moscow")} == {"rejected"}
    assert all(card.predicate != "cg:sentFrom" for card in review.waiting(built.store))


def test_who_a_name_is_accepted_to_be_takes_the_place_of_the_mere_name(desk: Desk) -> None:
    on = {"document": DOC, "subject": DOC, "predicate": "rico:hasReceiver", "object": "agent:stepan-krasovsky"}
    desk.decide("accept", **on)
    built = desk.build()
    assert built.has(DOC, "rico:hasReceiver", "agent:stepan-krasovsky")
    assert not built.has(DOC, "rico:hasReceiver", "agent:krasovsky")
    assert built.has(DOC, "cg:relayedBy", "agent:krasovsky")


def test_a_confirmed_edge_that_no_rule_reads_stands_as_long_as_its_words_do(desk: Desk) -> None:
    desk.decide(
        "accept", document=DOC, subject=DOC, predicate="schema:mentions", object="agent:tass", quote="MAO ZEDONG"
    )
    assert desk.build().has(DOC, "schema:mentions", "agent:tass")
    desk.paper.write_text(desk.paper.read_text("utf-8").replace("MAO ZEDONG", "MAO"), "utf-8")
    built = desk.build()
    assert not built.has(DOC, "schema:mentions", "agent:tass")
    assert built.told("not_applicable") == [("accept", 1)]


def test_a_decision_on_other_words_than_now_stand_is_told_with_both_sides(desk: Desk) -> None:
    desk.decide("reject", document=DOC, subject=DOC, predicate="cg:sentTo", object="place:beijing", quote="PEKING")
    built = desk.build()
    assert built.has(DOC, "cg:sentTo", "place:beijing")
    [told] = built.report.decisions["not_applicable"]
    assert told["on"]["quote"] == "PEKING"
    assert "“PEKING”" in told["found"]
    assert told["now"] == [expand("place:beijing")]


def test_a_paper_that_goes_leaves_its_decisions_told_and_nothing_broken(desk: Desk) -> None:
    four(desk)
    desk.build()
    desk.paper.rename(desk.paper.with_name("another.txt"))
    built = desk.build()
    assert ("reject", 1) in built.told("not_applicable")
    assert ("correct", 2) in built.told("not_applicable")


def test_a_paper_taken_down_is_not_in_the_next_generation(desk: Desk) -> None:
    desk.build()
    desk.decide("remove", document=DOC)
    built = desk.build()
    assert not any(True for _ in built.store.quads_for_pattern(node(DOC), None, None))
    assert built.told("applied") == [("remove", 1)]


def test_undone_is_as_if_never_said(desk: Desk) -> None:
    before = desk.build().report.generation
    on = {"document": DOC, "subject": DOC, "predicate": "cg:sentTo", "object": "place:beijing"}
    desk.decide("reject", **on)
    assert desk.build().report.generation != before
    desk.decide("undo", **on)
    assert desk.build().report.generation == before


def test_of_two_who_disagree_the_later_wins_and_both_are_told(desk: Desk) -> None:
    on = {"document": DOC, "subject": DOC, "predicate": "cg:sentTo", "object": "place:beijing"}
    desk.decide("reject", **on)
    desk.decide("accept", **on)
    built = desk.build()
    assert built.has(DOC, "cg:sentTo", "place:beijing")
    assert [(item["earlier"]["do"], item["later"]["do"]) for item in built.report.decisions["contradicted"]] == [
        ("reject", "accept")
    ]


def test_a_link_rejected_is_withdrawn_and_a_link_accepted_stands(desk: Desk) -> None:
    assert desk.build().has("agent:stalin", "schema:sameAs", "wd:Q855")
    desk.decide("reject", subject="agent:stalin", predicate="schema:sameAs", object="wd:Q855")
    desk.decide("accept", subject="place:beijing", predicate="schema:sameAs", object="wd:Q956")
    built = desk.build()
    assert not built.has("agent:stalin", "schema:sameAs", "wd:Q855")
    [rejected] = built.why("agent:stalin", "schema:sameAs", "wd:Q855")
    assert (rejected.status, rejected.decided_by, rejected.kind) == ("rejected", "A. Archivist", "decision")
    assert built.has("place:beijing", "schema:sameAs", "wd:Q956")


def test_the_seeds_identities_are_the_reviewed_ones_only(desk: Desk) -> None:
    built = desk.build()
    linked = {
        (quad.subject.value.rpartition("/")[2], quad.object.value.rpartition("/")[2])
        for quad in built.store.quads_for_pattern(None, node("schema:sameAs"), None)
    }
    assert {("stalin", "Q855"), ("mao", "Q5816"), ("beijing", "Q956")} <= linked
    assert not any(name in ("krasovsky", "malik", "stepan-krasovsky") for name, _ in linked)
    assert not any(True for _ in built.store.quads_for_pattern(node("topic:armistice"), node("skos:exactMatch"), None))
    [ceasefire] = built.why("topic:armistice", "skos:exactMatch", "wd:Q208383")
    assert ceasefire.status == "rejected"
    assert {reading.status for reading in built.why(DOC, "cg:relayedBy", "agent:stepan-krasovsky")} == {"candidate"}


def test_claims_and_cited_papers_of_a_corrected_sender_follow_where_their_words_do_not_name_him(desk: Desk) -> None:
    before = desk.build()
    claimed = {
        shorten(str(q.subject.value))
        for q in before.store.quads_for_pattern(None, node("cg:claimant"), node("agent:stalin"))
    }
    on = {"document": DOC, "subject": DOC, "predicate": "rico:hasSender"}
    desk.decide("correct", "agent:zhou-enlai", **on)
    built = desk.build()
    assert len(claimed) >= 4
    for claim in claimed:
        assert built.has(claim, "cg:claimant", "agent:zhou-enlai"), claim
        assert not built.has(claim, "cg:claimant", "agent:stalin"), claim
    [moved] = built.why(min(claimed), "cg:claimant", "agent:zhou-enlai")
    assert (moved.status, moved.rule) == ("corrected", "decided.follows")
    assert moved.spans
    assert "seen on the original" in moved.reason
    assert {found.status for found in built.why(min(claimed), "cg:claimant", "agent:stalin")} == {"rejected"}
    desk.decide("undo", **on)
    assert desk.build().report.generation == before.report.generation


def test_a_later_decision_on_a_claim_that_followed_wins(desk: Desk) -> None:
    before = desk.build()
    claims = before.store.quads_for_pattern(None, node("cg:claimant"), node("agent:stalin"))
    claim = min(shorten(str(quad.subject.value)) for quad in claims)
    desk.decide("correct", "agent:zhou-enlai", document=DOC, subject=DOC, predicate="rico:hasSender")
    on = {"document": DOC, "subject": claim, "predicate": "cg:claimant"}
    desk.decide("correct", "agent:molotov", **on, object="agent:zhou-enlai")
    built = desk.build()
    assert built.has(claim, "cg:claimant", "agent:molotov")
    assert not built.has(claim, "cg:claimant", "agent:zhou-enlai")
    assert not built.has(claim, "cg:claimant", "agent:stalin")
    assert built.has(DOC, "rico:hasSender", "agent:zhou-enlai")


def test_claims_follow_when_the_name_of_their_papers_sender_is_accepted_to_be_somebody(desk: Desk) -> None:
    desk.paper.write_text(
        "CIPHERED TELEGRAM No. 512\n\nBEIJING\n\nTo Comrade FILIPPOV\n\n12 May 1951\n\n"
        "We ask you to deliver 300 trucks in June.\n\nKRASOVSKY\n",
        "utf-8",
    )
    built = desk.build()
    [claim] = [shorten(str(q.subject.value)) for q in built.store.quads_for_pattern(None, node("cg:claimant"), None)]
    assert built.has(claim, "cg:claimant", "agent:krasovsky")
    on = {"document": DOC, "subject": DOC, "predicate": "rico:hasSender", "object": "agent:stepan-krasovsky"}
    desk.decide("accept", **on)
    built = desk.build()
    assert built.has(DOC, "rico:hasSender", "agent:stepan-krasovsky")
    assert built.has(claim, "cg:claimant", "agent:stepan-krasovsky")
    assert not built.has(claim, "cg:claimant", "agent:krasovsky")
    [said] = built.why(claim, "cg:claimant", "agent:stepan-krasovsky")
    assert (said.status, said.rule) == ("confirmed", "decided.follows")
    assert said.reason.startswith("follows from who a party of this paper was confirmed to be")


def test_claims_and_cited_papers_lose_a_rejected_party_whom_their_words_do_not_name(desk: Desk) -> None:
    desk.paper.write_text(
        "CIPHERED TELEGRAM No. 512\n\nFrom: Jan Berg, Moscow\nTo: Anna Sokolova, Beijing\n12 May 1951\n\n"
        "We have received your telegram No. 1207 of 11 May. We cannot satisfy your request for 16 divisions.\n\nBERG\n",
        "utf-8",
    )
    before = desk.build()
    whose = (node("cg:claimant"), node("rico:hasSender"))
    parts = [q.subject for p in whose for q in before.store.quads_for_pattern(None, p, node("agent:anna-sokolova"))]
    assert len(parts) >= 2
    desk.decide("reject", document=DOC, subject=DOC, predicate="rico:hasAddressee", object="agent:anna-sokolova")
    built = desk.build()
    assert not any(True for p in whose for _ in built.store.quads_for_pattern(None, p, node("agent:anna-sokolova")))
    assert any(True for _ in built.store.quads_for_pattern(None, node("cg:claimant"), node("agent:jan-berg")))


@pytest.mark.parametrize(("signed", "who"), [("L. Beria", "agent:lavrentiy-beria"), ("FILIPPOV", "agent:stalin")])
def test_initials_and_cover_names_go_too_when_it_is_decided_whose_they_are(desk: Desk, signed: str, who: str) -> None:
    desk.paper.write_text(
        f"CIPHERED TELEGRAM No. 512\n\nMOSCOW\n\n12 May 1945\n\nTo Comrade Jan Berg\n\nSend 300 trucks.\n\n{signed}\n"
    )
    desk.build()
    desk.decide("accept", document=DOC, subject=DOC, predicate="rico:hasSender", object=who)
    sent = desk.build().store.quads_for_pattern(node(DOC), node("rico:hasSender"), None)
    assert [shorten(str(quad.object.value)) for quad in sent] == [who]


def test_who_the_secretary_is_in_one_paper_leaves_its_number_with_the_office(desk: Desk) -> None:
    desk.paper.write_text(
        "The Secretary of State to the Embassy in the United Kingdom\n\nWASHINGTON, July 3, 1951—7 p.m.\n\n"
        "68. Please inform Foreign Secretary Morrison.\n\nACHESON\n"
    )
    (desk.paper.parent / "answer.txt").write_text(
        "The Ambassador in the United Kingdom (Gifford) to the Secretary of State\n\nLONDON, July 5, 1951—noon.\n\n"
        "112. Reurtel 68, July 3. Saw Morrison this morning.\n\nGIFFORD\n"
    )
    [cited] = [q.subject for q in desk.build().store.quads_for_pattern(None, node("cg:resolvedTo"), node(DOC))]
    desk.decide("split", "agent:dean-acheson", entity="agent:secretary-of-state", document=DOC)
    built = desk.build()
    assert built.has(DOC, "rico:hasSender", "agent:dean-acheson")
    assert readings.asserted(built.store, cited, node("cg:resolvedTo"), node(DOC))
    assert built.has("agent:acheson", "rico:occupiesOrOccupied", "agent:secretary-of-state")
