"""A build is the same bytes whatever the order, the folder or what was there before; and it survives being killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from cablegraph import pipeline
from cablegraph.corpus import Corpus
from cablegraph.errors import SettingsError
from cablegraph.shipped import shipped
from cablegraph.store.generations import Generations
from tests.conftest import build_into, store_of
from tests.waiting import LONG, until

CABLEGRAPH = (sys.executable, "-m", "cablegraph")


def some_papers(folder: Path, *, reverse: bool = False) -> Path:
    """The seed, a dozen FRUS papers and the composed ones, copied in this order."""
    paths = [
        *shipped("examples", "wilson").glob("*.txt"),
        *sorted(shipped("examples", "frus").glob("*.txt"))[:12],
        *shipped("examples", "composed").glob("*.txt"),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(paths, reverse=reverse):
        shutil.copyfile(path, folder / path.name)
    return folder


def graph(data: Path) -> list[str]:
    return sorted(str(quad) for quad in store_of(data))


def test_order_and_folder_do_not_matter(tmp_path: Path) -> None:
    first = build_into(tmp_path / "a" / "data", some_papers(tmp_path / "a" / "documents"))
    second = build_into(tmp_path / "b" / "data", some_papers(tmp_path / "b c" / "papers", reverse=True), jobs=2)
    assert first.generation == second.generation
    assert graph(tmp_path / "a" / "data") == graph(tmp_path / "b" / "data")


def test_changed_and_deleted_papers_end_at_the_bytes_of_a_fresh_build(tmp_path: Path) -> None:
    documents, data = some_papers(tmp_path / "documents"), tmp_path / "data"
    before = build_into(data, documents)
    [seed] = documents.glob("wilson*.txt")
    seed.write_text(seed.read_text("utf-8").replace("60 divisions", "61 divisions"), "utf-8")
    sorted(documents.glob("frus*.txt"))[0].unlink()
    after = build_into(data, documents)
    fresh = build_into(tmp_path / "fresh", documents)
    assert before.generation != after.generation == fresh.generation
    assert graph(data) == graph(tmp_path / "fresh")


def test_second_build_reads_nothing_again(tmp_path: Path) -> None:
    documents, data = some_papers(tmp_path / "documents"), tmp_path / "data"
    first = build_into(data, documents)
    second = build_into(data, documents)
    assert not second.changed
    assert first.generation == second.generation
    assert first.counts == second.counts


def test_same_text_twice_is_one_record_with_both_paths(tmp_path: Path, papers: Path) -> None:
    text = next(shipped("examples", "wilson").glob("*.txt"))
    shutil.copyfile(text, papers / "a.txt")
    shutil.copyfile(text, papers / "b.txt")
    report = build_into(tmp_path / "data", papers)
    assert report.counts["documents"] == 1
    labels = {
        row["label"].value
        for row in store_of(tmp_path / "data").query(  # type: ignore[union-attr]
            "SELECT ?label { ?t a <https://w3id.org/cablegraph/ontology#SourceText> ;"
            " <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
        )
    }
    assert labels == {"a.txt", "b.txt"}


def test_two_papers_of_one_key_are_an_error_that_names_both(tmp_path: Path, papers: Path) -> None:
    (papers / "a.txt").write_text("June 1, 1951\nTelegram No. 1\nAlpha to Beta\nOne.\n")
    (papers / "a.md").write_text("June 2, 1951\nTelegram No. 2\nAlpha to Beta\nTwo.\n")
    report = build_into(tmp_path / "data", papers)
    [clash] = [item for item in report.diagnostics if item.get("code") == "clash"]
    assert "a.txt" in clash["what"]
    assert "a.md" in clash["what"]


def test_two_rows_of_one_id_are_told_as_rows(tmp_path: Path, papers: Path) -> None:
    rows = ("b1,Telegram 1,1951-06-01,One.", "b2,Telegram 2,1951-06-02,Two.", "b1,Telegram 3,1951-06-03,Three.")
    (papers / "semi.csv").write_text("\n".join(("id,title,date,body", *rows)))
    report = build_into(tmp_path / "data", papers)
    [clash] = [item for item in report.diagnostics if item.get("code") == "clash"]
    assert "doc:semi-b1: row 1 of semi.csv and row 3 of semi.csv" in clash["what"]
    assert clash["notes"] == (
        "row 1 of semi.csv has it already; give one of the two another id",
        "row 3 of semi.csv is not in the graph",
    )
    assert report.counts["documents"] == 2


def test_a_pattern_that_no_paper_has_is_told_with_names_that_are_there(tmp_path: Path, papers: Path) -> None:
    (papers / "a.txt").write_text("June 1, 1951\nTelegram No. 1\nAlpha to Beta\nOne.\n")
    with pytest.raises(SettingsError, match=r'no paper in .* is called "b\*"') as told:
        pipeline.build(Corpus(tmp_path), [papers], tmp_path / "data", only="b*", jobs=1)
    assert "there are 1, for example: a.txt" in told.value.diagnostic.notes[0]
    (papers / "a.txt").unlink()
    with pytest.raises(SettingsError, match="there are no papers in"):
        pipeline.build(Corpus(tmp_path), [papers], tmp_path / "data", only="b*", jobs=1)


def test_a_guessed_encoding_and_a_name_that_misleads_stand_in_the_report(tmp_path: Path, papers: Path) -> None:
    (papers / "old.txt").write_bytes(
        "Telegramm No. 8\n3. Mai 1951\n\nDer Botschafter übergab die Note.\n".encode("cp1252")
    )
    (papers / "scan.pdf").write_text("Telegram No. 9\n3 May 1951\n\nWe agree.\n")
    report = build_into(tmp_path / "data", papers)
    said = {item["code"]: item["what"] for item in report.diagnostics}
    assert said["encoding-guessed"].startswith("it is no Unicode; read as cp1252, a guess; to say another: [encodings]")
    assert said["misnamed"] == "it is called a PDF file and holds text; read as text"
    assert report.unread == 0


def test_a_second_build_of_the_same_folder_is_refused(tmp_path: Path, papers: Path) -> None:
    (papers / "a.txt").write_text("June 1, 1951\nTelegram No. 1\nAlpha to Beta\nOne.\n")
    data = tmp_path / "cablegraph-data"
    with Generations(data).lock():
        done = run("-C", str(tmp_path), "build", str(papers))
    assert done.returncode == 1
    assert "another build" in done.stderr
    assert str(os.getpid()) in done.stderr


def run(*arguments: str, timeout: float = LONG) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CABLEGRAPH, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False
    )


@pytest.mark.soak
def test_kills_at_random_moments_leave_the_last_generation_and_the_next_build_ends_at_the_same_id(
    tmp_path: Path,
) -> None:
    documents = some_papers(tmp_path / "documents")
    wanted = build_into(tmp_path / "wanted", documents).generation
    small = tmp_path / "small"
    small.mkdir()
    shutil.copyfile(next(documents.glob("wilson*.txt")), small / "wilson-ct3777.txt")
    chance = random.Random(20510624)
    for _ in range(int(os.environ.get("CABLEGRAPH_KILLS", "5"))):
        home = tmp_path / f"killed-{chance.random()}"
        home.mkdir()
        last = build_into(home / "cablegraph-data", small).generation
        started = subprocess.Popen(
            [*CABLEGRAPH, "-C", str(home), "build", str(documents), "-j", "2"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.1, 3.0))
        started.send_signal(signal.SIGKILL)
        started.wait()
        current = Generations(home / "cablegraph-data").current()
        assert current is not None
        current.verify()
        assert current.id in (last, wanted)
        assert len(store_of(home / "cablegraph-data")) == current.manifest["quads"]
        again = run("-C", str(home), "build", str(documents))
        assert again.stdout.strip() == wanted, again.stderr
        shutil.rmtree(home)


def test_interrupt_ends_with_130_and_leaves_the_generation(tmp_path: Path) -> None:
    documents, lock = some_papers(tmp_path / "documents"), tmp_path / "cablegraph-data" / "lock"
    started = begun("-C", str(tmp_path), "build", str(documents))
    until(lambda: started.poll() is not None or lock.exists(), "the build")
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=LONG)
    assert started.returncode in (130, 0), said
    assert b"Traceback" not in said


def test_ctrl_c_that_python_drops_comes_again() -> None:
    """In the clean-up of an object an exception can only be dropped, Ctrl-C too."""
    code = """
import signal, sys, time
from cablegraph import cli

signal.signal(signal.SIGINT, signal.default_int_handler)  # tests run in the background begin without it

class Cleaned:
    def __del__(self):
        raise KeyboardInterrupt

def command(*given, **named):
    Cleaned()
    time.sleep(20)

cli.main_group.main = command
cli.main([])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=LONG)
    assert done.returncode == 130, done.stderr
    assert b"Exception ignored" not in done.stderr


HEARS = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.executable, sys.argv[1:])"


def begun(*arguments: str) -> subprocess.Popen[bytes]:
    """A command as a terminal begins it: in a group of its own, and hearing Ctrl-C also where we do not."""
    return subprocess.Popen(
        [sys.executable, "-c", HEARS, *CABLEGRAPH, *arguments],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )


def workers_of(pid: int) -> list[str]:
    """The processes that work for another, by their command lines."""
    commands = []
    with suppress(OSError):  # any of them may end while we look
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            commands.append(Path(f"/proc/{child}/cmdline").read_bytes().decode())
    return [command for command in commands if "spawn_main" in command]


@pytest.mark.parametrize("after", [0.05, 0.3, 0.6, 1.2])
def test_ctrl_c_in_a_terminal_goes_to_all_processes_and_says_one_line(tmp_path: Path, after: float) -> None:
    documents = shipped("examples", "frus")
    started = begun("-C", str(tmp_path), "build", str(documents), "-j", "2")
    until(lambda: workers_of(started.pid), "processes")
    time.sleep(after)
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=LONG)
    assert started.returncode in (130, 0, -signal.SIGINT), said
    assert b"Traceback" not in said
    assert run("-C", str(tmp_path), "build", str(documents)).returncode == 0


def test_bad_files_harm_only_themselves(tmp_path: Path, papers: Path) -> None:
    seed = next(shipped("examples", "wilson").glob("*.txt"))
    shutil.copyfile(seed, papers / "good.txt")
    (papers / "empty.txt").write_text("")
    (papers / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (papers / "utf16.txt").write_text("June 2, 1951\nTelegram No. 2\nAlpha to Beta\nЗдравствуйте.\n", "utf-16")
    (papers / "undated.txt").write_text("Telegram No. 3\nAlpha to Beta\nWe shall write again.\n")
    shutil.copyfile(Path(__file__).parent / "listing.html", papers / "search-results.html")
    done = run("-C", str(tmp_path), "build", str(papers), "--report", str(tmp_path / "report.json"))
    assert done.returncode == 3, done.stderr
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    errors = {item["path"]: item.get("code") for item in report["diagnostics"] if item["severity"] == "error"}
    assert errors == {"empty.txt": "empty", "binary.txt": "binary", "search-results.html": "listing"}
    undated = {item["path"] for item in report["diagnostics"] if item.get("code") == "undated"}
    assert undated == {"undated.txt"}
    assert report["counts"]["documents"] == 3
