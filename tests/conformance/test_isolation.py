"""Isolation, freshness and Linked Data of endpoint.md, each row by name, on real processes."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cablegraph.store.generations import Generations
from tests.bench.soak_endpoint import soak
from tests.conformance.served import BASE, JSON, Served, make_generation, serving, telegrams
from tests.waiting import paced, until

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SLOW = "SELECT (COUNT(*) AS ?n) {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != <x:{}>) }}"


def test_wall_clock_ends_a_query_with_503_and_says_what_to_do(built: Served) -> None:
    with paced() as pace:
        answer = built.query(ENDLESS)
    assert answer.status == 503
    assert answer.json["type"].endswith("#query-timeout")
    assert "2 s" in answer.json["detail"]
    assert answer.json["hint"]
    assert 1.9 < answer.seconds < 2 + pace.slowness


def test_memory_limit_ends_a_query_with_503_of_another_type(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(2000), "000000000001")
    with serving(tmp_path, memory="400M", timeout="30", log="warning") as server:
        answer = server.query("SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g", timeout=40)
        assert answer.status == 503
        assert answer.json["type"].endswith("#query-memory")
        assert server.query("ASK {}").status == 200


def test_query_process_has_no_network(built: Served) -> None:
    own = _network(os.getpid())
    spaces = until(lambda: {_network(pid) for pid in built.children()})
    if _may_leave_the_network():
        assert own not in spaces
    else:
        pytest.skip("this platform grants no network namespace; the scan alone refuses SERVICE and LOAD")


def test_query_process_runs_at_lower_priority(built: Served) -> None:
    def lower() -> bool:  # each is forked first and lowered then
        return {_priority(pid) >= 2 for pid in built.children()} == {True}

    until(lower, "processes of lower priority")


def test_front_does_no_work_while_a_query_runs(built: Served) -> None:
    before = _cpu(built.process.pid)
    with paced() as pace:
        built.query(ENDLESS)
    assert _cpu(built.process.pid) - before < 0.3 * pace.slowness


def test_client_that_goes_away_takes_its_query_with_it(built: Served) -> None:
    before = _ended(built)
    with socket.create_connection(("127.0.0.1", built.port)) as client:
        path = "/sparql?" + urlencode({"query": ENDLESS + " #away"})
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        until(lambda: _busy(built), "the query")
    until(lambda: not _busy(built), "its end")
    assert _ended(built)["gone"] == before["gone"] + 1


def test_killed_process_is_replaced_and_no_neighbour_notices(built: Served) -> None:
    with ThreadPoolExecutor() as pool:
        before = {pid: _cpu(pid) for pid in built.children()}
        running = pool.submit(built.query, ENDLESS + " #killed")
        busy = until(lambda: [pid for pid in built.children() if _cpu(pid) > before.get(pid, 0) + 0.1], "the query")
        _kill(busy[0])
        assert running.result().status == 503
    assert [built.query(f"ASK {{ doc:t-{i} ?p ?o }}").status for i in range(20)] == [200] * 20


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that lets a query run for a minute, so that a slow machine ends none."""
    data = tmp_path_factory.mktemp("patient")
    make_generation(data, telegrams(200), "000000000001")
    with serving(data, timeout="60", log="warning") as server:
        yield server


def test_idle_process_or_nursery_that_ends_is_replaced_and_nobody_notices(patient: Served) -> None:
    for number in range(6):
        children = until(patient.children, "processes")  # a killed nursery takes a while to end, and they with it
        for pid in children if number % 2 else [*children, *patient.nursery()]:
            _kill(pid)
        answers = [patient.query(f"ASK {{ doc:t-{i} ?p {number} }}").status for i in range(5)]
        assert answers == [200] * 5
        time.sleep(0.1)


def test_query_whose_process_ends_before_it_begins_is_answered_by_another(patient: Served) -> None:
    with ThreadPoolExecutor() as pool:
        for number in range(50):
            children = until(patient.children, "processes")
            for pid in children:
                _kill(pid, signal.SIGSTOP)  # as one that was killed while others had the processor
            asked = pool.submit(patient.query, f"ASK {{ doc:t-1 ?p 'before {number}' }}")
            held = until(lambda asked=asked: _states(patient)["lengthy"] or asked.done(), "the query")  # type: ignore[misc]
            for pid in children:
                _kill(pid)
            assert asked.result().status == 200
            if held is not True:
                return
    pytest.fail("each time a process answered that had come meanwhile")


def test_full_queue_gets_429_with_retry_after(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(500), "000000000001")
    with serving(tmp_path, queue="2", timeout="3", log="warning") as server, ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda i: server.query(SLOW.format(i)), range(40)))
    refused = [answer for answer in answers if answer.status == 429]
    assert refused
    assert all(int(answer.headers["retry-after"]) > 0 for answer in refused)
    assert {answer.status for answer in answers} <= {429, 503}


def test_queries_of_some_milliseconds_are_not_given_out_ahead(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(20), "000000000001")
    values = f"{{{{ {' '.join(map(str, range(150)))} }}}}"
    query = f"SELECT (COUNT(*) AS ?n) {{{{ VALUES ?a {values} VALUES ?b {values} FILTER(?a + ?b != {{}}) }}}}"
    with serving(tmp_path, workers="2", log="warning") as server, ThreadPoolExecutor(8) as pool:
        for i in range(40):  # a mean is known after a few
            assert server.query(query.format(-i - 1)).status == 200
        running = [pool.submit(server.query, query.format(i + 1_000)) for i in range(200)]
        seen = []
        while not all(item.done() for item in running):
            seen.append(_states(server)["short"])
        assert {item.result().status for item in running} == {200}
    assert max(seen) == 2


def test_ten_slow_queries_leave_ask_under_100_ms(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(2000), "000000000001")
    with serving(tmp_path, timeout="5", log="warning") as server, ThreadPoolExecutor(10) as pool:
        running = [pool.submit(server.query, SLOW.format(f"ten{i}")) for i in range(10)]
        until(lambda: _states(server)["slow"], "slow queries")  # whatever the machine, a query is slow after 2 s
        with paced() as pace:
            took = sorted(server.query(f"ASK {{ <a:{i}> ?p ?o }}").seconds for i in range(9))
        assert took[4] < 0.1 * pace.slowness
        assert all(item.result().status in (429, 503) for item in running)


def test_sigterm_under_a_slow_query_ends_the_server_within_5_s_with_0(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(500), "000000000001")
    with serving(tmp_path, timeout="60", log="warning") as server:
        thread = threading.Thread(target=lambda: _quiet(server, ENDLESS), daemon=True)
        thread.start()
        until(lambda: _busy(server), "the query")
        children = server.children()
        begun = time.monotonic()
        with paced() as pace:
            assert server.stop() == 0
            took = time.monotonic() - begun
        assert took < 5 * pace.slowness
        assert children
        until(lambda: not [pid for pid in children if _runs(pid)], "the end of the processes")


def test_large_result_is_whole_or_an_error(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(20000), "000000000001")
    text = "SELECT * { ?s ?p ?o }"
    with serving(tmp_path, timeout="120", log="warning") as server:
        answer = server.query(text)
        assert len(answer.body) > 4 << 20
        assert len(answer.json["results"]["bindings"]) == 100050
        assert answer.headers["cablegraph-rows"] == "100050"
    with serving(tmp_path, timeout="120", spool="1M", log="warning") as server:
        answer = server.query(text)
        assert (answer.status, answer.json["type"].rpartition("#")[2]) == (503, "result-too-large")


def test_spooled_files_do_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_generation(tmp_path, telegrams(20000), "000000000001")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    with serving(tmp_path, timeout="120", log="warning") as server:
        assert list((tmp_path / "tmp").glob("cablegraph-serve-*"))
        assert server.query("SELECT * { ?s ?p ?o }").status == 200
        until(lambda: not list((tmp_path / "tmp").rglob("result-*")), "the end of the file")
    assert not list((tmp_path / "tmp").glob("cablegraph-serve-*"))


def test_half_written_results_of_ended_queries_do_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_generation(tmp_path, telegrams(2000), "000000000001")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    with serving(tmp_path, log="warning", timeout="4", spool="8G") as server:
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?{urlencode({'query': text})} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            until(lambda: list((tmp_path / "tmp").rglob("result-*")), "a result that is being written")
        assert server.query(text + " LIMIT 90000000").status == 503
        until(lambda: not list((tmp_path / "tmp").rglob("result-*")), "the end of the files")


def test_results_that_are_being_written_when_the_server_ends_do_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_generation(tmp_path, telegrams(2000), "000000000001")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    with serving(tmp_path, log="warning", timeout="60", spool="8G") as server:
        for number in range(3):
            text = f"SELECT * {{ ?a ?b ?c . ?d ?e ?f }} #{number}"
            threading.Thread(target=_quiet, args=(server, text), daemon=True).start()
        until(lambda: len(list((tmp_path / "tmp").rglob("result-*"))) > 1, "results that are being written")
        assert server.stop() == 0
    assert not list((tmp_path / "tmp").iterdir())


# ------------------------------------------------------------------ freshness


def test_new_generation_is_seen_within_a_second_without_a_failed_request(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(10), "00000000000a")
    make_generation(tmp_path, telegrams(20), "00000000000b", current=False)
    seen: list[tuple[float, int, str]] = []  # when it was asked for, what came, from which generation
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            asked = time.monotonic()
            answer = server.query("SELECT (COUNT(*) AS ?n) { ?s a rico:Record }")
            seen.append((asked, answer.status, answer.headers.get("cablegraph-generation", "")))

    with serving(tmp_path, log="warning") as server:
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        until(lambda: len(seen) > 20, "answers")
        with paced() as pace:
            Generations(tmp_path).make_current("00000000000b")
            moved = time.monotonic()
            until(lambda: {generation for *_, generation in seen[-20:]} == {"00000000000b"}, "the new generation")
        until(lambda: seen[-1][0] > moved + pace.slowness, "answers a second later")
        assert list(Generations(tmp_path).prune(1)) == ["00000000000a"]
        later = len(seen)
        until(lambda: len(seen) > later + 20, "answers without the old one")
        stop.set()
        for thread in threads:
            thread.join()
        assert server.query("SELECT (COUNT(*) AS ?n) { ?s a rico:Record }").values("n") == ["20"]
    assert {status for _, status, _ in seen} == {200}
    assert all(generation == "00000000000b" for moment, _, generation in seen if moment > moved + pace.slowness)


def test_torn_generation_is_not_followed(tmp_path: Path) -> None:
    make_generation(tmp_path, telegrams(10), "00000000000a")
    torn = make_generation(tmp_path, telegrams(20), "00000000000b", current=False)
    with serving(tmp_path, log="warning") as server:
        (torn.path / "void.ttl").unlink()
        Generations(tmp_path).make_current("00000000000b")
        time.sleep(0.8)
        assert server.query("ASK {}").headers["cablegraph-generation"] == "00000000000a"


def test_not_modified_by_etag(built: Served) -> None:
    first = built.query("ASK { doc:t-1 ?p ?o }")
    again = built.query("ASK { doc:t-1 ?p ?o }", JSON, {"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert built.query("ASK { doc:t-2 ?p ?o }").headers["etag"] != first.headers["etag"]
    assert built.query("ASK { doc:t-1 ?p ?o }", "text/csv").headers["etag"] != first.headers["etag"]


def test_repeated_query_is_answered_from_the_cache(built: Served) -> None:
    text = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?s ?q ?r }"
    first, hits = built.query(text), cache_hits(built)
    again = built.query(text)
    assert (first.status, first.body) == (200, again.body)
    assert cache_hits(built) == hits + 1


def cache_hits(server: Served) -> int:
    """How many answers came from the cache so far, as the server counts them."""
    counted = re.search(r"^cablegraph_cache_hits_total ([\d.]+)$", server.ask("/metrics").text, re.MULTILINE)
    assert counted is not None
    return int(float(counted[1]))


@pytest.mark.parametrize("call", ["NOW()", "RAND()", "STRUUID()"])
def test_what_changes_each_time_is_not_cached(built: Served, call: str) -> None:
    first, again = (built.query(f"SELECT ({call} AS ?x) {{}}") for _ in range(2))
    assert first.values("x") != again.values("x")
    assert "etag" not in first.headers
    assert first.headers["cache-control"] == "no-store"


def test_answers_are_right_while_generations_change_and_processes_die(tmp_path: Path) -> None:
    with paced() as pace:
        tally, kills, growth = soak(tmp_path, 6, new_every=0.7, kill_every=1, clients=3)
    assert not tally.wrong
    assert tally.answers["200"] > 100 / pace.slowness
    assert sum(number for status, number in tally.answers.items() if status != "200") <= kills
    assert growth < 1.5


# ------------------------------------------------------------------ what it says of itself


def test_service_description_is_rdf_at_the_endpoint(built: Served) -> None:
    answer = built.ask("/sparql", headers={"Accept": "text/turtle"})
    assert answer.headers["content-type"].startswith("text/turtle")
    for fact in ("sd:Service", f"sd:endpoint <{built.url}/sparql>", "sd:SPARQL11Query", "sd:resultFormat"):
        assert fact in answer.text


def test_service_description_in_each_rdf_form(built: Served) -> None:
    from pyoxigraph import RdfFormat, parse

    sizes = set()
    for media in ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"):
        answer = built.ask("/sparql", headers={"Accept": media})
        form = RdfFormat.from_media_type(answer.headers["content-type"])
        assert form is not None
        sizes.add(len(list(parse(answer.body, form))))
    assert len(sizes) == 1


def test_void_has_partitions_by_class_and_property(built: Served) -> None:
    answer = built.ask("/.well-known/void", headers={"Accept": "text/turtle"})
    assert f"void:sparqlEndpoint <{built.url}/sparql>" in answer.text
    assert "void:entities 2000" in answer.text
    assert "void:classPartition" in answer.text
    assert "void:propertyPartition" in answer.text


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/turtle", "/id/agent/a1.ttl"),
        ("application/ld+json", "/id/agent/a1.jsonld"),
        ("application/n-triples", "/id/agent/a1.nt"),
        ("text/html,*/*;q=0.5", "/page/agent/a1"),
    ],
)
def test_thing_answers_with_303_by_accept(built: Served, accept: str, place: str) -> None:
    answer = built.ask("/id/agent/a1", headers={"Accept": accept})
    assert (answer.status, answer.headers["location"]) == (303, place)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("suffix", [".ttl", ".jsonld", ".nt", ".rdf", ".csv"])
def test_data_of_a_thing_by_suffix(built: Served, suffix: str) -> None:
    answer = built.ask(f"/id/agent/a1{suffix}")
    assert answer.status == 200
    assert "Agent 1" in answer.text
    assert answer.headers["cablegraph-generation"]


def test_part_of_a_paper_goes_to_its_page_at_the_words(tmp_path: Path) -> None:
    cg, doc = f"{BASE}ontology#", f"{BASE}id/doc/x"
    span = f"<{doc}/text/00000000#char=172,209>"
    make_generation(
        tmp_path,
        f"<{doc}> <{cg}cites> <{doc}/cited/172> .\n"
        f"<{doc}/r/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <{doc}/cited/172> .\n"
        f"<{doc}/r/1> <{cg}evidence> {span} .\n"
        f'{span} <http://www.w3.org/ns/oa#start> "172"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
        f'{span} <http://www.w3.org/ns/oa#end> "209"^^<http://www.w3.org/2001/XMLSchema#integer> .\n',
        "000000000001",
    )
    with serving(tmp_path, log="warning") as server:
        for part in ("cited/172", "r/1"):
            answer = server.ask(f"/id/doc/x/{part}", headers={"Accept": "text/html"})
            assert (answer.status, answer.headers["location"]) == (303, "/page/doc/x?char=172,209")


def test_nothing_known_of_a_thing_is_404(built: Served) -> None:
    answer = built.ask("/id/agent/nobody.ttl")
    assert (answer.status, answer.headers["content-type"]) == (404, "application/problem+json")


def test_dump_is_whole_and_honours_ranges(built: Served) -> None:
    whole = built.ask("/dumps/cablegraph.nq")
    assert (whole.status, whole.body.count(b"\n")) == (200, 10050)
    part = built.ask("/dumps/cablegraph.nq", headers={"Range": "bytes=10-19"})
    assert (part.status, part.body) == (206, whole.body[10:20])
    summed = built.ask("/dumps/cablegraph.nq.sha256")
    assert summed.text.split()[0] == hashlib.sha256(whole.body).hexdigest()
    assert built.ask("/dumps/cablegraph.exe").status == 404
    assert built.ask("/dumps/cablegraph.nq.md5").status == 404
    assert built.ask("/dumps/").text.count("dcat:downloadURL") == 6


@pytest.mark.parametrize("path", ["/", "/healthz", "/.well-known/void", "/id/agent/a1.ttl", "/dumps/cablegraph.nt"])
def test_every_get_route_answers_head(built: Served, path: str) -> None:
    got, head = built.ask(path), built.ask(path, method="HEAD")
    assert (head.status, head.body) == (got.status, b"")
    assert head.headers["content-length"] == got.headers["content-length"]


def test_health_readiness_metrics(built: Served) -> None:
    assert built.ask("/healthz").status == 200
    assert built.ask("/readyz").json["generation"] == "000000000001"
    built.query("ASK {}")
    metrics = built.ask("/metrics").text
    for name in ("queries_total{", "query_seconds", "workers{", "queue_depth", "cache_hits_total", "generation_info{"):
        assert f"cablegraph_{name}" in metrics


def test_five_hundred_idle_connections_leave_room(built: Served) -> None:
    idle = [socket.create_connection(("127.0.0.1", built.port)) for _ in range(500)]
    try:
        with paced() as pace:
            assert built.query("ASK {}").seconds < pace.slowness
    finally:
        for client in idle:
            client.close()


def test_body_that_stops_half_way_holds_nobody_up(built: Served) -> None:
    with socket.create_connection(("127.0.0.1", built.port)) as client:
        head = (
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99"
        )
        client.sendall(f"{head}\r\n\r\nASK".encode())
        assert built.query("ASK {}").status == 200


# ------------------------------------------------------------------ helpers


def _may_leave_the_network() -> bool:
    child = os.fork()
    if child == 0:
        import ctypes

        leave = ctypes.CDLL(None).unshare
        os._exit(0 if leave(0x50000000) == 0 or leave(0x40000000) == 0 else 1)
    return os.waitpid(child, 0)[1] == 0


def _network(pid: int) -> int:
    """The network that a process sees; 0 when it has ended."""
    with suppress(OSError):
        return os.stat(f"/proc/{pid}/ns/net").st_ino
    return 0


def _priority(pid: int) -> int:
    """That of a process; the lowest when it has ended."""
    with suppress(ProcessLookupError):
        return os.getpriority(os.PRIO_PROCESS, pid)
    return 19


def _kill(pid: int, number: int = signal.SIGKILL) -> None:
    """End or stop a process, which may have ended by itself."""
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def _ended(server: Served) -> Counter[str]:
    """How many processes the server ended so far, by what for."""
    lines = server.ask("/metrics").text.splitlines()
    kills = (line for line in lines if line.startswith("cablegraph_worker_kills_total{"))
    return Counter({line.split('"')[1]: int(float(line.split()[-1])) for line in kills})


def _cpu(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _busy(server: Served) -> bool:
    return sum(number for state, number in _states(server).items() if state != "idle") > 0


def _states(server: Served) -> dict[str, float]:
    lines = server.ask("/metrics").text.splitlines()
    return {line.split('"')[1]: float(line.split()[-1]) for line in lines if line.startswith("cablegraph_workers{")}


def _quiet(server: Served, text: str) -> None:
    try:
        server.query(text)
    except (OSError, json.JSONDecodeError):
        return
