"""The reconcile client against a service on this machine that is slow, refuses, breaks off or talks nonsense."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from cablegraph import linking
from cablegraph.linking import proposals, sssom
from cablegraph.linking.reconcile import Found, Query, Service, ServiceError
from cablegraph.shipped import shipped
from tests.waiting import LONG

AUTHORITY = linking.load()
ITEMS = {
    "Zhou Enlai": [{"id": "Q1000001", "name": "Zhou Enlai", "type": [{"id": "Q5", "name": "human"}], "score": 100}],
    "Lindley": [],
}
FACTS = {"Q1000001": {"P569": [{"date": "1898-03-05"}], "P570": [{"date": "1976-01-08"}]}}


@dataclass
class Told:
    """What the service was asked, and the faults it is to make first: a status, or the name of a way to fail."""

    faults: list[tuple[int | str, str]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    breaks_on: str = ""
    over: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """A reconciliation service of a few items."""

    told: Told

    def do_POST(self) -> None:
        told = self.told
        told.at_once += 1
        told.most_at_once = max(told.most_at_once, told.at_once)
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        told.agents.append(self.headers["User-Agent"])
        told.asked.append({name: json.loads(values[0]) for name, values in form.items()})
        self._reply(told)

    def _reply(self, told: Told) -> None:
        if told.faults:
            fault, after = told.faults.pop(0)
            return self._fail(fault, after)
        if told.breaks_on and told.breaks_on in json.dumps(told.asked[-1]):
            return self._fail(500, "")
        asked = told.asked[-1]
        if "extend" in asked:
            rows = {one: FACTS.get(one, {}) for one in asked["extend"]["ids"]}
            return self._send(json.dumps({"meta": [], "rows": rows}).encode())
        found = {name: {"result": ITEMS.get(query["query"], [])} for name, query in asked["queries"].items()}
        return self._send(json.dumps(found).encode())

    def _fail(self, fault: int | str, after: str) -> None:
        self.told.at_once -= 1
        if isinstance(fault, int):
            self.send_response(fault)
            if after:
                self.send_header("Retry-After", after)
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif fault == "closed half-way":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"q0": {"res')
            self.close_connection = True
        elif fault == "slow":
            self.told.over.wait(LONG)
        else:
            self._write(fault.encode())

    def _send(self, body: bytes) -> None:
        self.told.at_once -= 1  # before the client can know: the next request comes at once
        self._write(body)

    def _write(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@dataclass
class Bench:
    """A running service, a client of it, and how long the client waited."""

    told: Told
    service: Service
    waits: list[float]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    told, waits = Told(), []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"told": told}))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}/reconcile"
    yield Bench(told, Service(url, "archivist@example.org", tmp_path / "kept.sqlite", LONG, 1.0, waits.append), waits)
    told.over.set()
    server.shutdown()
    server.server_close()


def names(answers: list[tuple[Found, ...] | ServiceError]) -> list[list[str] | str]:
    return ["failed" if isinstance(item, ServiceError) else [found.name for found in item] for item in answers]


def test_questions_go_in_batches_one_at_a_time_under_our_own_name(bench: Bench) -> None:
    answers = bench.service.ask([Query("Zhou Enlai", "Q5", (("P569", "1898-03-05"),)), *[Query("Lindley")] * 1] * 11)
    assert names(answers)[:2] == [["Zhou Enlai"], []]
    assert len(bench.told.asked) == 3
    assert bench.told.most_at_once == 1
    assert all("cablegraph/" in agent and "archivist@example.org" in agent for agent in bench.told.agents)
    first = bench.told.asked[0]["queries"]["q0"]
    assert first == {
        "query": "Zhou Enlai",
        "limit": 5,
        "type": "Q5",
        "properties": [{"pid": "P569", "v": "1898-03-05"}],
    }


def test_a_kept_answer_is_not_asked_again(bench: Bench) -> None:
    first = bench.service.ask([Query("Zhou Enlai")])
    assert bench.service.ask([Query("Zhou Enlai")]) == first
    assert len(bench.told.asked) == 1


@pytest.mark.parametrize(
    "fault", [(429, ""), (500, ""), (503, ""), ("closed half-way", ""), ("slow", ""), ("{not json", ""), ("[1]", "")]
)
def test_a_passing_fault_costs_a_pause_and_no_answer(bench: Bench, fault: tuple[int | str, str]) -> None:
    bench.told.faults.append(fault)
    service = replace(bench.service, timeout=2.0) if fault[0] == "slow" else bench.service
    assert names(service.ask([Query("Zhou Enlai")])) == [["Zhou Enlai"]]
    assert bench.waits == [1.0, 2.0]


def test_pauses_grow_and_end(bench: Bench) -> None:
    bench.told.faults.extend([(503, "")] * 9)
    [answer] = bench.service.ask([Query("Zhou Enlai")])
    assert isinstance(answer, ServiceError)
    assert "503" in str(answer)
    assert bench.waits == [1.0, 2.0, 4.0, 8.0, 16.0]


@pytest.mark.parametrize(
    "after", [lambda: "7", lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=7.5), usegmt=True)]
)
def test_the_service_says_how_long_to_wait(bench: Bench, after: Callable[[], str]) -> None:
    begun = time.monotonic()
    bench.told.faults.append((429, after()))
    bench.service.ask([Query("Zhou Enlai")])
    assert 6 - (time.monotonic() - begun) <= bench.waits[1] <= 8


def test_a_service_that_asks_for_a_day_is_left_alone(bench: Bench) -> None:
    bench.told.faults.append((429, "86400"))
    [answer] = bench.service.ask([Query("Zhou Enlai")])
    assert "86400 s" in str(answer)
    assert len(bench.told.asked) == 1


def test_a_question_that_breaks_the_service_costs_only_itself(bench: Bench) -> None:
    bench.told.breaks_on = "Lindley"
    answers = bench.service.ask([Query("Zhou Enlai"), Query("Lindley"), Query("Nobody"), Query("Zhou Enlai", "Q5")])
    assert names(answers) == [["Zhou Enlai"], "failed", [], ["Zhou Enlai"]]


def test_a_service_that_is_down_is_not_asked_on_and_the_next_run_goes_on(bench: Bench) -> None:
    queries = [Query("Zhou Enlai", str(number)) for number in range(30)]
    bench.service.ask(queries[:10])
    bench.told.faults.extend([(503, "")] * 5)
    answers = names(bench.service.ask(queries))
    assert answers.count("failed") == 20
    asked = len(bench.told.asked)
    assert names(bench.service.ask(queries)).count("failed") == 0
    assert len(bench.told.asked) == asked + 2


def test_nobody_at_the_address_is_an_error_and_no_crash(bench: Bench) -> None:
    [answer] = replace(bench.service, url="http://127.0.0.1:9/").ask([Query("Zhou Enlai")])
    assert isinstance(answer, ServiceError)


# ------------------------------------------------------------------ proposals


def reviewed() -> tuple[sssom.LinkRow, ...]:
    return sssom.link_rows(shipped("ontology", "authorities", "wikidata.sssom.tsv"))


def one(outcomes: Iterator[proposals.Outcome], entry: str) -> proposals.Outcome:
    return next(outcome for outcome in outcomes if outcome.entry.id == entry)


def test_a_proposal_shows_its_parts(bench: Bench) -> None:
    outcome = one(proposals.online(AUTHORITY, reviewed(), bench.service, "person"), "zhou-enlai")
    [proposal] = outcome.proposals
    assert (proposal.qid, proposal.score) == ("Q1000001", 1.0)
    assert proposal.reason == (
        "name 0.60 of 0.6 (100% alike); kind 0.15 of 0.15 (a person); agreement 0.25 of 0.25 (born 1898, died 1976)"
    )


def test_a_name_alone_proposes_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FACTS, "Q1000001", {})
    outcome = one(proposals.online(AUTHORITY, reviewed(), bench.service, "person"), "zhou-enlai")
    assert outcome.proposals == ()
    assert "above 0.7" in outcome.told
    assert "nothing to compare" in outcome.told


def test_two_of_one_score_name_no_winner(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    [item] = ITEMS["Zhou Enlai"]
    monkeypatch.setitem(ITEMS, "Zhou Enlai", [item, {**item, "id": "Q1000002"}])
    monkeypatch.setitem(FACTS, "Q1000002", FACTS["Q1000001"])
    outcome = one(proposals.online(AUTHORITY, reviewed(), bench.service, "person"), "zhou-enlai")
    assert len(outcome.proposals) == 2
    assert "no winner" in outcome.told


def test_nothing_found_says_why(bench: Bench) -> None:
    outcome = one(proposals.online(AUTHORITY, reviewed(), bench.service, "person"), "liu-shaoqi")
    assert outcome.told == "0 candidates for “Liu Shaoqi” above 0.7; 0 found, none like it"


def test_a_rejected_link_is_never_proposed_again(bench: Bench) -> None:
    row = proposals.Proposal(
        AUTHORITY.entries["https://w3id.org/cablegraph/id/agent/zhou-enlai"], "Q1000001", "", 1, ""
    ).row
    said = (*reviewed(), replace(row, rejected=True))
    assert one(proposals.online(AUTHORITY, said, bench.service, "person"), "zhou-enlai").proposals == ()


def test_offline_asks_nobody_and_proposes_unreviewed_numbers_only(bench: Bench, tmp_path: Path) -> None:
    outcomes = list(proposals.offline(AUTHORITY, reviewed()))
    proposed = {proposal.entry.id: proposal.qid for outcome in outcomes for proposal in outcome.proposals}
    assert proposed["henry-kissinger"] == "Q66107"
    assert not {"stalin", "mao", "malik"} & proposed.keys()
    assert bench.told.asked == []
    assert proposals.write(tmp_path, outcomes) == len(proposed)
    rows = sssom.link_rows(tmp_path / proposals.FILE)
    assert {row.confidence for row in rows} == {"0.5"}
    assert {row.justification for row in rows} == {sssom.PROPOSED}
