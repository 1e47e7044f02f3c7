"""Commands with odd values: what is wrong is said with what to do, and nothing ends in a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cablegraph import cli
from cablegraph.linking import ledger
from tests.conftest import build_into

ODD = ("", " ", "<x>", "doc:a b", "doc:<", "http://a b", "-1", "nan", "inf", "1e400", "9" * 20, "/", ".", "\udcff",
       "%zz", "foo:bar", "=", "a\nb")  # fmt: skip
PAPER = "doc:wilson-ct3777"
BY = ("--who", "A", "--why", "x")
COMMANDS = (
    ("export", "gexf", "agent={}"), ("export", "nt", "topic={}"), ("export", "annotations", "document={}"),
    ("export", "record", "document={}"), ("export", "gexf", "min_weight={}"), ("export", "gexf", "kind={}"),
    ("export", "gexf", "-o", "{}"), ("export", "{}"), ("show", "{}"), ("why", "{}", "{}", "{}"), ("why", PAPER, "{}"),
    ("query", "sender", "document={}"), ("query", "mentions", "thing={}"), ("query", "letters", "from={}"),
    ("query", "letters", "--timeout", "{}"), ("query", "letters", "--store", "{}"), ("query", "letters", "-o", "{}"),
    ("extract", "-i", "{}"), ("extract", "-o", "{}"), ("generations", "use", "{}"), ("decide", "export", "{}"),
    ("decide", "remove", "{}", *BY), ("decide", "merge", "agent:stalin", "{}", *BY),
    ("decide", "merge", "{}", "{}", *BY),
    ("decide", "correct", PAPER, "cg:sentOn", "{}", *BY), ("decide", "reject", PAPER, "{}", "{}", *BY),
    ("decide", "reject", PAPER, "cg:sentFrom", "{}", *BY), ("decide", "move", PAPER, "{}", *BY),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_ends_in_a_traceback(
    command: tuple[str, ...], seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CABLEGRAPH_DATA", str(seed))
    for odd in ODD:
        folder = tmp_path / str(ODD.index(odd))
        folder.mkdir()
        monkeypatch.chdir(folder)
        assert cli.run([part.replace("{}", odd) for part in command]) in (0, 1, 2), odd
        assert not list(folder.rglob("*.part"))


@pytest.mark.parametrize("more", [(), ("--why",)])
@pytest.mark.parametrize("form", ["xml", "ttl", "nt"])
@pytest.mark.parametrize("asked", [("letters",), (), ("-e", "ASK {}"), ("-e", "SELECT * { ?s a ?o } LIMIT 1")])
def test_a_form_that_an_answer_does_not_have_is_refused_with_those_it_has(
    asked: tuple[str, ...],
    form: str,
    more: tuple[str, ...],
    seed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CABLEGRAPH_DATA", str(seed))
    code = cli.run(["query", *asked, "-f", form, *more])
    said = capsys.readouterr().err
    assert code == 0 or (code == 2 and "use -f " in said), said
    assert (code == 0) == (form == "xml" and bool(asked) and not (more and asked == ("letters",)))


def test_a_decision_on_what_is_no_name_is_torn_and_stops_no_build(tmp_path: Path) -> None:
    line = '{"do": "remove", "on": {"document": "doc:a b"}, "who": "A", "at": "2024-01-01T00:00:00Z"}\n'
    (tmp_path / ledger.FILE).write_text(line, "utf-8")
    found = ledger.read(tmp_path)
    assert found.standing == ()
    assert "no name of a thing" in str(found.torn[0])


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes")
def test_a_file_whose_name_is_no_utf_8_is_a_paper_all_the_same(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    try:
        (papers / os.fsdecode(b"na\xefve.txt")).write_text("Telegram No. 8\n3 May 1951\n\nWe agree.\n")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    report = build_into(tmp_path / "data", papers)
    assert (report.counts["documents"], report.unread) == (1, 0)
