"""The commands as a stranger types them: exit codes, messages that say what to do, results on stdout."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cablegraph.cli.serve import free_port
from cablegraph.linking import decisions
from cablegraph.shipped import shipped
from tests.waiting import LONG

SEED = shipped("examples", "wilson", "wilson-ct3777.txt")


def run(*arguments: str, data: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_COLOR": "1", "CABLEGRAPH_WHO": "A"}  # git may know nobody here
    if data is not None:
        environment["CABLEGRAPH_DATA"] = str(data)
    return subprocess.run(
        [sys.executable, "-m", "cablegraph", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONG,
        check=False,
        env=environment,
        input=stdin,
    )


UNDATED = """\
warning: no date we can read in 1951-06-24.txt
  --> {place}:1
   |  Junne 24, 1951
   |  ^^^^^ not a month (did you mean "June"?)
   = the paper is in the graph without a date; questions by date will not find it
   = to supply one: cablegraph decide correct doc:1951-06-24 cg:sentOn 1951-06-24 --why "misprint"
"""


def test_undated_paper_is_told_with_the_misspelt_month_and_the_remedy(tmp_path: Path, papers: Path) -> None:
    path = papers / "1951-06-24.txt"
    path.write_text("Junne 24, 1951\nTelegram No. 8, Alpha to Beta\nWe agree.\n")
    done = run("-C", str(tmp_path), "build", "documents")
    assert done.returncode == 0
    assert UNDATED.format(place="documents/1951-06-24.txt") in done.stderr


def test_words_that_are_no_date_are_shown_with_the_reason_also_where_a_paper_cites_a_dated_one(
    tmp_path: Path, papers: Path
) -> None:
    (papers / "list.csv").write_text("Record ID;Date;Title\nA-1;31.2.1951;A letter\nA-2;5 Feb 1951;A note\n")
    (papers / "scan.txt").write_text(
        "T E L E G R A M\n\nNo. 2l7\n\nTO   : Secretary of Statc, Washlngton\nDATE : Novembcr 1Oth, 192l\n\n"
        "Your  203, Nov. 6th . The Forcign Minister informs me.\n\nK A G Y\n"
    )
    said = run("-C", str(tmp_path), "build", "documents").stderr
    assert "  --> documents/list.csv\n   |  Date: 31.2.1951\n   |        ^^^^^^^^^ no day of the calendar\n" in said
    assert "no date we can read in list-a-1 of list.csv" in said
    assert "  --> documents/scan.txt:6\n   |  DATE : Novembcr 1Oth, 192l\n" in said
    assert said.count("no date we can read in") == 2


def test_port_in_use_names_the_next_free_one(seed: Path) -> None:
    with socket.socket() as taken, socket.socket() as neighbour:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with suppress(OSError):  # somebody else's, then
            neighbour.bind(("127.0.0.1", port + 1))
            neighbour.listen()
        free = free_port("127.0.0.1", port + 1)
        assert free > port + 1
        done = run("serve", "--port", str(port), data=seed)
        elsewhere = run("-C", "/", "serve", "--port", str(port), data=seed)
    assert done.returncode == 1
    said = f"error: port {port} is in use by another program\n   = try: cablegraph "
    assert done.stderr == f"{said}serve --port {free}\n"
    assert elsewhere.stderr == f"{said}-C / serve --port {free}\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("biuld",), 'Did you mean "build"?'),
        (("build", "--job", "2"), "No such option"),
        (("build", "nowhere"), "there is no file or folder nowhere"),
        (("-C", "nowhere", "build"), "there is no folder nowhere"),
        (("show", "nowhere.txt"), "there is no file nowhere.txt"),
        (("show", "."), ". is a folder"),
        (("show", "doc:nowhere"), "the graph has no paper doc:nowhere"),
        (("show", "README.md"), "README.md is not read as a paper, by its name"),
        (("why", "doc:a", "foo:b", "agent:c"), 'prefix "foo:" is not declared'),
        (("query", "letters", "from"), '"from" is not key=value'),
        (("query", "requests-and-offers", "topic=armistices"), "did you mean topic:armistice (armistice)"),
        (("export", "timeline", "from=abc"), "from: “abc” is no date that we can read"),
        (("export", "timeline", "from=1960", "to=1950"), "to: the time ends before it begins"),
        (("export", "network.json", "topic=weapons"), "topic: nothing here is called “topic:weapons”"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_to_do(arguments: tuple[str, ...], says: str, seed: Path) -> None:
    done = run(*arguments, data=seed)
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_built_is_told_with_the_command_that_builds(tmp_path: Path) -> None:
    done = run("serve", data=tmp_path / "none")
    assert done.returncode == 1
    assert "there is no graph in" in done.stderr
    assert "cablegraph build FOLDER" in done.stderr


def test_why_shows_the_words_of_both_places(seed: Path) -> None:
    done = run("why", "doc:wilson-ct3777", "rico:hasSender", "agent:stalin", data=seed)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {(row["words"], row["characters"], row["layer"]) for row in rows} == {
        ("Filippov [Stalin]", "42–59", "catalogue"),
        ("FILIPPOV [Stalin]", "1352–1369", "editorial"),
    }


def test_stages_in_a_pipe_give_the_lines_of_the_build(tmp_path: Path) -> None:
    read = run("read", str(SEED))
    extracted = run("extract", stdin=read.stdout)
    linked = run("link", stdin=extracted.stdout)
    mapped = run("map", stdin=linked.stdout)
    assert mapped.returncode == 0, mapped.stderr
    edge = (
        "<https://w3id.org/cablegraph/id/doc/wilson-ct3777> <https://www.ica.org/standards/RiC/ontology#hasSender>"
        " <https://w3id.org/cablegraph/id/agent/stalin> ."
    )
    assert edge in mapped.stdout.splitlines()
    graph = tmp_path / "graph.nt"
    graph.write_text(mapped.stdout, "utf-8")
    loaded = run("load", str(graph), "--store", str(tmp_path / "store"))
    assert loaded.returncode == 0, loaded.stderr
    assert f"{len(mapped.stdout.splitlines())} quads" in loaded.stderr


def test_garbage_between_the_stages_names_its_line() -> None:
    done = run("map", stdin='{"id": "a"}\n')
    assert done.returncode == 2
    assert "<stdin>:1" in done.stderr


def test_init_writes_a_corpus_and_touches_nothing_that_is_there(tmp_path: Path) -> None:
    assert run("init", str(tmp_path / "ours")).returncode == 0
    assert (tmp_path / "ours" / "corpus.toml").is_file()
    assert (tmp_path / "ours" / "documents").is_dir()
    again = run("init", str(tmp_path / "ours"))
    assert again.returncode == 2
    assert "--force" in again.stderr


def test_check_writes_nothing_and_lists_problems_by_kind(tmp_path: Path, papers: Path) -> None:
    (papers / "undated.txt").write_text("Telegram No. 3\nAlpha to Beta\nWe shall write again.\n")
    (papers / "empty.txt").write_text("")
    before = sorted(path for path in tmp_path.rglob("*"))
    done = run("-C", str(tmp_path), "check")
    problems = {row["problem"] for row in csv.DictReader(io.StringIO(done.stdout))}
    assert done.returncode == 3, done.stderr
    assert {"undated", "empty"} <= problems
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_check_of_papers_with_nothing_wrong_says_so_and_lists_nothing(tmp_path: Path, papers: Path) -> None:
    shutil.copy(shipped("examples", "frus", "frus1918Russiav03-d1.txt"), papers)
    done = run("-C", str(tmp_path), "check")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "nothing is wrong with 1 paper" in done.stderr
    assert json.loads(run("-C", str(tmp_path), "check", "--json").stdout.splitlines()[-1]) == []


def test_review_names_the_next_step_only_where_something_was_decided(tmp_path: Path, seed: Path) -> None:
    left = run("-C", str(tmp_path), "review", data=seed, stdin="s\nq\n")
    assert "1 skipped" in left.stderr
    assert "to apply" not in left.stderr
    decided = run("-C", str(tmp_path), "review", data=seed, stdin="a\nq\n")
    assert "1 accepted" in decided.stderr
    assert "to apply: cablegraph build" in decided.stderr


def test_a_planted_edge_without_words_is_caught(tmp_path: Path, seed_store: object) -> None:
    from pyoxigraph import Store

    assert isinstance(seed_store, Store)
    graph = tmp_path / "graph.nt"
    planted = (
        "<https://w3id.org/cablegraph/id/doc/wilson-ct3777> <https://www.ica.org/standards/RiC/ontology#hasSender>"
        " <https://w3id.org/cablegraph/id/agent/mao> .\n"
    )
    graph.write_text("".join(f"{quad.triple} .\n" for quad in seed_store) + planted, "utf-8")
    assert run("load", str(graph), "--store", str(tmp_path / "store")).returncode == 0
    done = run("check", "--store", str(tmp_path / "store"))
    assert done.returncode == 4, done.stdout
    assert "E1" in done.stdout


def test_doctor_finds_this_machine_fit(seed: Path) -> None:
    done = run("doctor", "--json", data=seed)
    states = {row["check"]: row["state"] for row in json.loads(done.stdout)}
    assert done.returncode == 0, done.stdout
    assert states["full text"] == states["graph"] == "ok"


def test_help_of_every_command_has_an_example() -> None:
    from cablegraph.cli import COMMANDS

    for command in COMMANDS:
        done = run(command, "--help")
        assert done.returncode == 0, done.stderr
        assert "Example:" in done.stdout, command


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("correct", "doc:wilson-ct3777", "cg:sentOn", "1951-13-44"), "1951-13-44 is no date"),
        (("correct", "doc:wilson-ct3777", "cg:sentON", "1951-06-24"), "did you mean cg:sentOn?"),
        (("correct", "doc:wilson-ct3777", "sender", "agent:mao"), "did you mean rico:hasSender"),
        (
            ("correct", "doc:wilson-ct3777", "rico:hasOrHadSubject", "topic:armistice"),
            "has 2 values of rico:hasOrHadSubject; all would be replaced",
        ),
        (("correct", "doc:nope", "cg:sentOn", "1951"), "the graph says nothing of doc:nope"),
        (("merge", "agent:nobody", "agent:stalin"), "the graph says nothing of agent:nobody"),
        (("merge", "agent:krasovsky", "agent:stalinn"), "did you mean agent:stalin (Joseph Stalin)?"),
        (
            ("correct", "doc:wilson-ct3777", "cg:relayedBy", "agent:roshchin"),
            "authorities/people.csv the row roshchin,Roshchin,person below id,label_en,kind",
        ),
        (("correct", "doc:wilson-ct3777", "rico:hasSender", "Stalin"), "did you mean agent:stalin (Joseph Stalin)?"),
        (
            ("accept", "doc:wilson-ct3777", "rico:hasSender", "agent:vyacheslav-molotov"),
            "read there: agent:stalin (machine)",
        ),
        (
            ("accept", "doc:wilson-ct3777", "rico:hasSender", "agent:vyacheslav-molotov"),
            "cablegraph decide correct doc:wilson-ct3777 rico:hasSender agent:vyacheslav-molotov --why",
        ),
        (("accept", "doc:wilson-ct3777", "cg:sentFrom", "place:moskow"), "did you mean place:moscow (Moscow)"),
        (("reject", "doc:wilson-ct3777", "cg:sentTo", "place:beijing", "--quote", "PEKING"), "rests on “PEKING”"),
        (("correct", "doc:wilson-ct3777", "rico:hasAddressee", "place:moscow"), "leads to a person or body (agent:…)"),
        (
            ("correct", "doc:wilson-ct3777", "cg:sentFrom", "agent:stalin"),
            "leads to a place (place:…), not to agent:st",
        ),
        (
            ("correct", "doc:wilson-ct3777", "rico:hasSender", "agent:mao", "--instead-of", "agent:krasovsky"),
            "there are: agent:stalin\n",
        ),
        (
            ("correct", "doc:wilson-ct3777", "cg:telegramNumber", "3778", "--instead-of", "3779"),
            "3779 is none of the values of doc:wilson-ct3777 cg:telegramNumber: nothing would be replaced",
        ),
        (
            ("correct", "doc:wilson-ct3777", "cg:copiedTo", "agent:mao", "--instead-of", "agent:stalin"),
            "to put one in, leave out --instead-of",
        ),
        (("correct", "doc:wilson-ct3777", "cg:sentFrom", "place:peking"), "= Peking is place:beijing (Beijing)\n"),
        (("correct", "doc:wilson-ct3777", "cg:sentFrom", "Pekin"), "= Pekin is place:beijing (Beijing)\n"),
        (("correct", "doc:wilson-ct3777", "cg:sentTo", "place:st-petersburg"), "place:"),
        (("correct", "doc:wilson-ct3777", "rico:hasSender", "Chou En-lai"), "= Chou En-lai is agent:zhou-enlai"),
        (("correct", "doc:wilson-ct3777", "rico:hasSender", "agent:zhou-en-lai"), "= Zhou En Lai is agent:zhou-enlai"),
        (("merge", "agent:krasovsky", "agent:chou-en-lai"), "= Chou En Lai is agent:zhou-enlai"),
        (("correct", "doc:wilson-ct3777", "rico:hasSender", "Krasovskij"), " or agent:krasovsky (Krasovsky)?"),
        (
            ("correct", "doc:wilson-ct3777", "cg:relayedBy", "Hutchison"),
            "the row hutchison,Hutchison,person below id,label_en,kind",
        ),
        (("correct", "doc:wilson-ct3777", "cg:relayedBy", "Émile Zola"), "the row emile-zola,Émile Zola,person"),
        (("correct", "doc:wilson-ct3777", "cg:relayedBy", "أحمد بن بلة"), "the row احمد-بن-بلة,أحمد بن بلة,person"),
        (("correct", "doc:wilson-ct3777", "cg:relayedBy", "Zola, Émile"), 'the row zola-emile,"Zola, Émile",person'),
        (("merge", "agent:krasovsky", "agent:krasovsky"), "is agent:krasovsky already"),
        (("merge", "agent:krasovsky", "place:moscow"), "they cannot be one"),
    ],
)
def test_a_decision_that_cannot_hold_is_refused_and_not_kept(
    tmp_path: Path, seed: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = run("-C", str(tmp_path), "decide", *arguments, "--who", "A", data=seed)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (tmp_path / "curation").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("accept", "doc:wilson-ct3777", "cg:sentFrom", "place:moscow"),
        ("accept", "doc:wilson-ct3777", "cg:sentOn", "1951-06-24"),
        ("accept", "doc:wilson-ct3777", "schema:mentions", "agent:tass", "--quote", "MAO ZEDONG"),
        ("reject", "doc:wilson-ct3777", "cg:sentTo", "place:beijing", "--quote", "BEIJING"),
        ("correct", "doc:wilson-ct3777", "cg:relayedBy", "agent:vyacheslav-molotov"),
        ("correct", "doc:wilson-ct3777", "cg:telegramNumber", "3778", "--instead-of", "3777"),
        ("correct", "doc:wilson-ct3777", "cg:sentOn", "1951-06-25", "--instead-of", "1951-06-24"),
        ("split", "agent:krasovsky", "agent:roshchin", "--document", "doc:wilson-ct3777"),
    ],
)
def test_a_decision_that_is_kept_is_applied_by_the_next_build(tmp_path: Path, seed: Path, arguments: list[str]) -> None:
    (tmp_path / "authorities").mkdir()
    (tmp_path / "authorities" / "people.csv").write_text("id,label_en,kind\nroshchin,Nikolai Roshchin,person\n")
    done = run("-C", str(tmp_path), "decide", *arguments, "--who", "A", data=seed)
    assert done.returncode == 0, done.stderr
    built = run("-C", str(tmp_path), "build", str(SEED), data=tmp_path / "data")
    assert "decisions  1 applied\n" in built.stderr


def test_of_two_addressees_one_rejected_the_other_is_corrected_without_naming_it(tmp_path: Path) -> None:
    paper = tmp_path / "documents" / "a.txt"
    paper.parent.mkdir()
    paper.write_text(
        "TELEGRAM No. 5\n\nMoscow, 3 May 1951\n\nFrom: Ivan Petrov\nTo: Anna Sokolova, Jan Berg\n\nWe agree.\n"
    )
    here = ("-C", str(tmp_path))
    assert run(*here, "build").returncode == 0
    edge = ("doc:a", "rico:hasAddressee")
    asked = run(*here, "decide", "correct", *edge, "agent:stalin", "--who", "A")
    assert "--instead-of agent:anna-sokolova" in asked.stderr
    assert run(*here, "decide", "reject", *edge, "agent:anna-sokolova", "--who", "A").returncode == 0
    assert run(*here, "decide", "correct", *edge, "agent:stalin", "--who", "A").returncode == 0


def test_what_may_be_meant_is_of_the_kind_that_is_wanted_and_no_row_is_advised_for_what_there_is(
    tmp_path: Path, seed: Path
) -> None:
    here = ("-C", str(tmp_path), "decide", "correct", "doc:wilson-ct3777")
    assert "place:" not in run(*here, "rico:hasSender", "Hutchison", "--who", "A", data=seed).stderr
    assert "place:" not in run(*here, "rico:hasSender", "Beijing", "--who", "A", data=seed).stderr
    assert "agent:" not in run(*here, "cg:sentFrom", "Stalin", "--who", "A", data=seed).stderr
    assert ".csv" not in run(*here, "cg:sentFrom", "place:peking", "--who", "A", data=seed).stderr


def test_a_value_that_a_correction_put_in_is_replaced_by_name(tmp_path: Path, papers: Path) -> None:
    (papers / "a.txt").write_text(
        "TELEGRAM No. 5\n\nMoscow, 3 May 1951\n\nFrom: Ivan Petrov\nTo: Anna Berg\n\nWe agree.\n"
    )
    here, edge = ("-C", str(tmp_path)), ("decide", "correct", "doc:a", "rico:hasAddressee")
    assert run(*here, "build").returncode == 0
    assert run(*here, *edge, "agent:stalin", "--who", "A").returncode == 0
    assert run(*here, *edge, "agent:mao", "--instead-of", "agent:stalin", "--who", "A").returncode == 0
    run(*here, "build")
    assert (
        run(*here, *edge, "agent:molotov", "--instead-of", "agent:mao", "--who", "A").returncode == 2
    )  # no key of his
    assert run(*here, *edge, "agent:zhou-enlai", "--instead-of", "agent:mao", "--who", "A").returncode == 0
    run(*here, "build")
    asked = run(*here, "query", "-e", "SELECT ?who { doc:a rico:hasAddressee ?who }", "-f", "csv")
    assert asked.stdout.splitlines()[1:] == ["https://w3id.org/cablegraph/id/agent/zhou-enlai"]


def test_the_decisions_on_a_renamed_paper_are_found_and_taken_along(tmp_path: Path, papers: Path) -> None:
    here, paper = ("-C", str(tmp_path)), papers / "a.txt"
    paper.write_text("TELEGRAM No. 5\n\nMoscow, 3 May 1951\n\nFrom: Ivan Petrov\nTo: Anna Sokolova\n\nWe agree.\n")
    assert run(*here, "build").returncode == 0
    run(*here, "decide", "reject", "doc:a", "rico:hasAddressee", "agent:anna-sokolova", "--who", "A")
    paper.rename(papers / "b.txt")
    assert "cablegraph decide move doc:a doc:b" in run(*here, "build").stderr
    assert run(*here, "decide", "move", "doc:a", "doc:b", "--who", "A").returncode == 0
    again = run(*here, "build").stderr
    assert "1 applied\n" in again
    assert "not applicable" not in again
    assert "no decision is on doc:a" in run(*here, "decide", "move", "doc:a", "doc:b", "--who", "A").stderr


def test_a_build_says_which_decision_did_not_apply_and_why(tmp_path: Path) -> None:
    for document in ("doc:wilson-ct3777", "doc:gone"):
        on = {
            "document": document,
            "subject": document,
            "predicate": "rico:hasSender",
            "object": "agent:vyacheslav-molotov",
        }
        decisions.append(tmp_path / "curation", "accept", on, "", "A", "2026-01-02T03:04:05Z", "")
    built = run("-C", str(tmp_path), "build", str(SEED), data=tmp_path / "data")
    assert (
        "decisions  2 not applicable\n"
        "   line 1: accept doc:wilson-ct3777 rico:hasSender agent:vyacheslav-molotov\n"
        "      = not applied: no rule reads this edge; to state it on your own word: cablegraph decide correct\n"
        "      = the graph has: agent:stalin\n"
        "   line 2: accept doc:gone rico:hasSender agent:vyacheslav-molotov\n"
        "      = not applied: doc:gone is not among the papers\n"
    ) in built.stderr


def test_a_date_supplied_by_a_decision_stands_on_the_decision(tmp_path: Path, papers: Path) -> None:
    (papers / "undated.txt").write_text("Telegram No. 3\nAlpha to Beta\nWe shall write again.\n")
    home = ("-C", str(tmp_path))
    assert run(*home, "build").returncode == 0
    decided = run(*home, "decide", "correct", "doc:undated", "cg:sentOn", "1951-06-24", "--who", "A", "--why", "diary")
    assert decided.returncode == 0, decided.stderr
    built = run(*home, "build")
    assert "1 applied" in built.stderr
    why = json.loads(run(*home, "why", "doc:undated", "cg:sentOn", "date:1951-06-24", "--json").stdout)
    assert why["asserted"]
    [reading] = why["readings"]
    assert (reading["status"], reading["decided_by"], reading["kind"]) == ("corrected", "A", "decision")


def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("build", str(SEED), data=tmp_path / "file" / "data")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "CABLEGRAPH_DATA" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_with_the_file_and_nothing_half_written_stays(tmp_path: Path, seed: Path) -> None:
    (tmp_path / "curation").mkdir()
    (tmp_path / "curation" / "decisions.jsonl").symlink_to("/dev/full")
    edge = ("doc:wilson-ct3777", "cg:sentFrom", "place:moscow", "--who", "A")
    kept = run("-C", str(tmp_path), "decide", "accept", *edge, data=seed)
    (tmp_path / "t.json.part").symlink_to("/dev/full")
    written = run("-C", str(tmp_path), "export", "timeline", "-o", "t.json", data=seed)
    for done, name in ((kept, "curation/decisions.jsonl"), (written, "t.json")):
        assert done.returncode == 1
        assert f"error: no space left on device: {tmp_path / name}\n" in done.stderr
        assert "make room there" in done.stderr
        assert "CABLEGRAPH_DATA" not in done.stderr
    assert not (tmp_path / "t.json.part").is_symlink()


def test_why_without_an_object_shows_all_and_a_date_may_be_bare(seed: Path) -> None:
    done = run("why", "doc:wilson-ct3777", "cg:relayedBy", data=seed)
    objects = {(row["object"], row["status"]) for row in csv.DictReader(io.StringIO(done.stdout))}
    assert {("agent:krasovsky", "machine"), ("agent:stepan-krasovsky", "candidate")} <= objects
    bare = run("why", "doc:wilson-ct3777", "cg:sentOn", "1951-06-24", data=seed)
    assert bare.stdout == run("why", "doc:wilson-ct3777", "cg:sentOn", "date:1951-06-24", data=seed).stdout != ""
    other = run("why", "doc:wilson-ct3777", "cg:sentOn", "1950", data=seed)
    assert other.returncode == 1
    assert "read there: date:1951-06-24" in other.stderr


def test_show_tells_what_was_decided_on_the_paper(tmp_path: Path) -> None:
    on = {"document": "doc:wilson-ct3777", "subject": "doc:wilson-ct3777", "predicate": "cg:sentOn"}
    decisions.append(tmp_path / "curation", "correct", on, "date:1951-06-25", "A", "2026-01-02T03:04:05Z", "diary")
    done = run("-C", str(tmp_path), "show", str(SEED))
    assert "decided: correct doc:wilson-ct3777 cg:sentOn date:1951-06-25\n    line 1, A: diary" in done.stdout


def test_global_options_stand_behind_a_command_too_and_quiet_still_tells_errors(tmp_path: Path, papers: Path) -> None:
    (papers / "a.txt").write_text("Telegram No. 3\n24 June 1951\nAlpha to Beta\nWe agree.\n")
    (papers / "empty.txt").write_text("")
    done = run("-C", str(tmp_path), "build", "-q")
    assert done.returncode == 3
    assert done.stderr == (
        "error: empty.txt is empty\n  --> documents/empty.txt\n   = left out\n"
        "   = put the paper's text in, or delete the file\n"
    )
    events = run("-C", str(tmp_path), "build", "--json")
    assert {json.loads(line)["event"] for line in events.stderr.splitlines()} >= {"diagnostic", "built"}
    assert "3 finished but some papers were left out" in " ".join(run("--help").stdout.split())


def test_a_file_that_is_written_or_missed_is_told_with_the_folder_it_is_taken_from(tmp_path: Path, seed: Path) -> None:
    home = ("-C", str(tmp_path))
    done = run(*home, "query", "letters", "-f", "csv", "-o", "letters.csv", data=seed)
    assert f"wrote {tmp_path / 'letters.csv'}" in done.stderr
    missed = run(*home, "show", f"{tmp_path.name}/documents/a.txt", data=seed)
    assert f"paths are taken from {tmp_path}" in missed.stderr


def test_of_two_files_of_one_name_the_papers_own_is_shown(tmp_path: Path, papers: Path) -> None:
    for folder in ("a", "b"):
        (papers / folder).mkdir()
        (papers / folder / "note.txt").write_text(f"Telegram No. 8, Alpha to Beta\n\nFolder {folder}.\n")
    assert run("-C", str(tmp_path), "build").returncode == 0
    listed = run("-C", str(tmp_path), "query", "SELECT ?s WHERE { ?s cg:sourceText ?t . ?t rdfs:label 'b/note.txt' }")
    shown = run("-C", str(tmp_path), "show", listed.stdout.splitlines()[1])
    assert "Folder b." in shown.stdout


def test_query_takes_sparql_text_as_its_help_says(sample: Path) -> None:
    asked = run("query", "SELECT ?s WHERE { ?s a rico:Record } LIMIT 2", data=sample)
    assert asked.returncode == 0, asked.stderr
    assert len(asked.stdout.splitlines()) == 3
    unknown = run("query", "selecting", data=sample)
    assert 'there is no query "selecting"' in unknown.stderr


def test_an_export_says_of_the_collection_what_its_graph_says_until_it_is_built_again(
    tmp_path: Path, papers: Path
) -> None:
    (papers / "a.txt").write_text("June 24, 1951\nTelegram No. 8, Alpha to Beta\nWe agree.\n", "utf-8")
    (tmp_path / "corpus.toml").write_text('title = "Cables"\n', "utf-8")
    home = ("-C", str(tmp_path))
    assert run(*home, "build", "documents").returncode == 0
    (tmp_path / "corpus.toml").write_text('title = "Cables"\neditor = "A. Archivist"\nlicence = "CC0"\n', "utf-8")
    early = run(*home, "export", "cmif")
    assert early.returncode != 0
    assert "corpus.toml says another licence and editor than this graph" in early.stderr
    assert "then: cablegraph build" in early.stderr
    assert "(nothing changed)" not in run(*home, "build", "documents").stderr
    late = run(*home, "export", "cmif")
    assert "<editor>A. Archivist</editor>" in late.stdout
    assert "corpus.toml" not in late.stderr


@pytest.mark.parametrize("when", ["abc", "19xx", "31 June 1951", "7 July"])
def test_a_date_that_is_none_is_refused_before_names_are_looked_for(tmp_path: Path, when: str) -> None:
    done = run("-C", str(tmp_path), "reconcile", "Mao Tse-tung", "--when", when)
    assert (done.returncode != 0, done.stdout) == (True, "")
    assert f"error: --when: “{when}”" in done.stderr
    assert "24 June 1951, June 1951, 1951, 1951-06-24" in done.stderr


def test_a_date_in_words_ranks_as_its_figures_do(tmp_path: Path) -> None:
    said = [
        run("-C", str(tmp_path), "reconcile", "Mao Tse-tung", "--when", when) for when in ("1951-06-24", "24 June 1951")
    ]
    assert said[0].returncode == 0
    assert said[0].stdout == said[1].stdout


@pytest.mark.parametrize("timeout", ["0", "-1"])
def test_no_time_at_all_is_refused(tmp_path: Path, timeout: str) -> None:
    done = run("-C", str(tmp_path), "query", "letters", "--timeout", timeout)
    assert done.returncode == 2
    assert "--timeout" in done.stderr
    assert "is not in the range 0<x" in done.stderr


def test_a_paper_in_a_folder_of_the_corpus_has_the_key_that_the_graph_has(tmp_path: Path, papers: Path) -> None:
    (papers / "sudan").mkdir()
    (papers / "sudan" / "tel-8.txt").write_text("Telegram No. 8\nJune 24, 1951\nAlpha to Beta\nWe agree.\n", "utf-8")
    home = ("-C", str(tmp_path))

    def keys() -> set[str]:
        shown = run(*home, "show", "documents/sudan/tel-8.txt", "--json")
        laid_out = [run(*home, "read", f"documents/{path}") for path in ("sudan", "sudan/tel-8.txt", "")]
        return {json.loads(done.stdout)["id"] for done in (shown, *laid_out)}

    assert keys() == {"sudan-tel-8"}
    assert run(*home, "build").returncode == 0
    assert keys() == {json.loads(run(*home, "show", "doc:sudan-tel-8", "--json").stdout)["id"]} == {"sudan-tel-8"}
    assert run(*home, "build", "documents/sudan").returncode == 0  # by another way, under another name
    assert keys() == {"tel-8"}
