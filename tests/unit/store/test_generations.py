"""Generations on disk: whole or not there, one builder at a time, the pointer moved last."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cablegraph.errors import QueryError, StoreError
from cablegraph.store import embedded
from cablegraph.store.generations import FORMAT, Generation, Generations
from cablegraph.store.run import run

TRIPLE = "<a:s> <a:p> <a:o> .\n"


def make(data: Path, id_: str, lines: str = TRIPLE) -> Generation:
    generations = Generations(data)
    with generations.lock():
        stage = generations.stage()
        part = stage / "graph.nt"
        part.write_text(lines, "utf-8")
        quads = embedded.load([part], stage / "store")
        part.unlink()
        (stage / "void.ttl").write_text("", "utf-8")
        return generations.finish(stage, {"id": id_, "cablegraph": "0", "quads": quads, "documents": 1})


def test_nothing_is_current_before_the_first_build(tmp_path: Path) -> None:
    assert Generations(tmp_path).current() is None
    assert Generations(tmp_path).list() == ()


def test_finished_generation_is_current_only_when_made_so(tmp_path: Path) -> None:
    made = make(tmp_path, "a")
    assert Generations(tmp_path).current() is None
    Generations(tmp_path).make_current(made.id)
    current = Generations(tmp_path).current()
    assert current is not None
    assert (current.id, current.manifest["quads"]) == ("a", 1)
    assert (tmp_path / "current").read_text() == "a\n"
    current.verify()


def test_what_a_killed_build_left_is_removed_by_the_next(tmp_path: Path) -> None:
    left = Generations(tmp_path).stage()
    (left / "half").write_text("x")
    stage = Generations(tmp_path).stage()
    assert not (stage / "half").exists()
    assert [path.name for path in stage.parent.iterdir()] == [stage.name]


def test_second_build_is_refused_naming_the_holder(tmp_path: Path) -> None:
    with (
        Generations(tmp_path).lock(),
        pytest.raises(StoreError, match=f"process {os.getpid()} on") as refused,
        Generations(tmp_path).lock(),
    ):
        raise AssertionError("two builds at once")
    assert refused.value.diagnostic.notes
    with Generations(tmp_path).lock():
        pass


def test_killed_build_holds_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from cablegraph.store.generations import Generations\n"
        "with Generations(Path(sys.argv[1])).lock(): print('held', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    process.kill()
    process.wait()
    process.stdout.close()
    with Generations(tmp_path).lock():
        pass


@pytest.mark.parametrize("harm", ["cut", "gone", "manifest"])
def test_generation_that_is_not_whole_is_refused(tmp_path: Path, harm: str) -> None:
    made = make(tmp_path, "a")
    table = next(made.store_path.glob("*.sst"))
    if harm == "cut":
        table.write_bytes(table.read_bytes()[:-1])
    elif harm == "gone":
        table.unlink()
    else:
        path = made.path / "manifest.json"
        path.write_text(path.read_text().replace('"quads": 1', '"quads": 2'))
    with pytest.raises(StoreError, match="generation a is not whole"):
        Generation(made.path).verify()
    with pytest.raises(StoreError, match="not whole"):
        Generations(tmp_path).use("a")


def test_generation_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    made = make(tmp_path, "a")
    path = made.path / "manifest.json"
    path.write_text(path.read_text().replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}'))
    with pytest.raises(StoreError, match="newer cablegraph"):
        Generation(made.path).verify()


def test_unknown_generation_is_refused_naming_those_there_are(tmp_path: Path) -> None:
    make(tmp_path, "a")
    with pytest.raises(StoreError, match="there is no generation b") as refused:
        Generations(tmp_path).use("b")
    assert refused.value.diagnostic.notes == ("there are: a",)


def test_the_beginning_of_an_id_is_enough_where_only_one_has_it(tmp_path: Path) -> None:
    for id_ in ("c83e", "c90f", "d1"):
        make(tmp_path, id_)
    generations = Generations(tmp_path)
    assert generations.use("c8").id == "c83e"
    with pytest.raises(StoreError, match="2 generations begin with c") as refused:
        generations.use("c")
    assert refused.value.diagnostic.notes == ("there are: c83e, c90f",)


def test_prune_keeps_the_newest_and_the_current(tmp_path: Path) -> None:
    for id_ in "abcd":
        make(tmp_path, id_)
    generations = Generations(tmp_path)
    generations.make_current("a")
    assert list(generations.prune(2)) == ["b"]
    assert [generation.id for generation in generations.list()] == ["a", "c", "d"]


def test_load_names_the_file_and_loads_nothing_of_a_broken_one(tmp_path: Path) -> None:
    broken = tmp_path / "broken.nt"
    broken.write_text(TRIPLE + "<a:s> <a:p .\n")
    with pytest.raises(StoreError, match=r"broken\.nt cannot be loaded") as refused:
        embedded.load([broken], tmp_path / "store")
    assert refused.value.diagnostic.line == 2


def test_query_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    store = make(tmp_path, "a").store_path
    answer = run("SELECT ?s { ?s ?p ?o }", store, form="csv")
    assert (answer.kind, answer.media_type, answer.body) == ("solutions", "text/csv", b"s\r\na:s\r\n")
    assert run("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", store, form="nt").body.decode() == TRIPLE


def test_query_over_time_or_crashing_is_an_error_that_says_so(tmp_path: Path) -> None:
    store = make(tmp_path, "a", "".join(f"<a:{i}> <a:p> <a:o> .\n" for i in range(3000))).store_path
    for seconds, more in ((0.5, 2), (0.2, 1)):
        with pytest.raises(QueryError, match=rf"ran out of time: stopped after {seconds} s") as late:
            run("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", store, timeout=seconds)
        assert f"allow more: --timeout {more}" in late.value.diagnostic.notes
    with pytest.raises(StoreError, match="ended its process"):
        run("SELECT * " + "{" * 4000 + "}" * 4000, store)


def test_syntax_error_has_its_place(tmp_path: Path) -> None:
    store = make(tmp_path, "a").store_path
    with pytest.raises(QueryError) as refused:
        run("SELECT ?s {\n  ?s ?p\n}", store, name="question.rq")
    said = refused.value.diagnostic
    assert (said.path, said.line, said.column, said.source) == ("question.rq", 3, 1, "}")
