"""The file of decisions: only added to, the latest line on a thing wins, a torn line harms itself only."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cablegraph.errors import DecisionError
from cablegraph.linking import decisions, ledger

SENDER = {"document": "doc:a", "subject": "doc:a", "predicate": "rico:hasSender", "object": "agent:stalin"}
WHEN = "2026-01-02T03:04:05Z"


def decide(folder: Path, do: str, value: str = "", why: str = "", **on: str) -> decisions.Decision:
    return decisions.append(folder, do, {**SENDER, **on}, value, "A. Archivist", WHEN, why)


def test_a_line_is_kept_with_who_when_and_why(tmp_path: Path) -> None:
    decide(tmp_path, "reject", why="another hand")
    [line] = (tmp_path / ledger.FILE).read_text("utf-8").splitlines()
    assert json.loads(line) == {"at": WHEN, "who": "A. Archivist", "why": "another hand", "do": "reject", "on": SENDER}


def test_the_latest_line_on_a_thing_wins_and_both_are_told(tmp_path: Path) -> None:
    decide(tmp_path, "accept")
    decide(tmp_path, "reject")
    loaded = decisions.load(tmp_path)
    assert [item.do for item in loaded.all] == ["reject"]
    [told] = loaded.report(())["contradicted"]
    assert (told["earlier"]["line"], told["later"]["line"]) == (1, 2)


def test_undo_is_a_new_line(tmp_path: Path) -> None:
    decide(tmp_path, "reject")
    decide(tmp_path, "undo")
    assert decisions.load(tmp_path).all == ()
    assert len((tmp_path / ledger.FILE).read_text("utf-8").splitlines()) == 2


def test_a_thing_named_by_prefix_or_in_full_is_the_same_thing(tmp_path: Path) -> None:
    decide(tmp_path, "reject")
    decide(tmp_path, "undo", subject="https://w3id.org/cablegraph/id/doc/a")
    assert decisions.load(tmp_path).all == ()


@pytest.mark.parametrize(
    "torn", ['{"at": "2026', "[]", '{"do":"guess","on":{}}', '{"do":"merge","on":{"entity":"x:y"}}']
)
def test_a_torn_line_is_told_and_the_others_hold(tmp_path: Path, torn: str) -> None:
    decide(tmp_path, "reject")
    with (tmp_path / ledger.FILE).open("a", encoding="utf-8") as stream:
        stream.write(torn)
    loaded = decisions.load(tmp_path)
    assert [item.do for item in loaded.all] == ["reject"]
    [error] = loaded.torn
    assert (error.diagnostic.line, error.diagnostic.source) == (2, torn)
    assert loaded.report(())["torn"][0]["path"].endswith("decisions.jsonl")


def test_a_line_added_after_a_torn_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / ledger.FILE).write_text('{"at": "2026', "utf-8")
    decide(tmp_path, "reject")
    assert [item.number for item in decisions.load(tmp_path).all] == [2]


@pytest.mark.parametrize(
    ("do", "on", "lacks"), [("correct", SENDER, "value"), ("split", {"entity": "agent:a"}, "document")]
)
def test_a_decision_that_lacks_a_part_is_refused(tmp_path: Path, do: str, on: dict[str, str], lacks: str) -> None:
    with pytest.raises(DecisionError, match=lacks):
        decisions.append(tmp_path, do, on, "", "A. Archivist", WHEN, "")
    assert not (tmp_path / ledger.FILE).exists()


def test_one_merge_after_another_is_followed_and_a_circle_ends(tmp_path: Path) -> None:
    for one, other in (("agent:a", "agent:b"), ("agent:b", "agent:c"), ("agent:c", "agent:a")):
        decisions.append(tmp_path, "merge", {"entity": one}, other, "A. Archivist", WHEN, "")
    redirect = decisions.load(tmp_path).redirect
    assert redirect["https://w3id.org/cablegraph/id/agent/a", ""].endswith(("/b", "/c", "/a"))


def test_no_file_is_no_decisions(tmp_path: Path) -> None:
    assert decisions.load(tmp_path).all == ()


def test_both_sides_of_what_no_longer_applies_are_told(tmp_path: Path) -> None:
    decide(tmp_path, "reject", quote="FILIPPOV")
    loaded = decisions.load(tmp_path)
    [told] = loaded.report((), lambda subject, predicate: ["agent:mao"])["not_applicable"]
    assert told["on"]["object"] == "agent:stalin"
    assert told["now"] == ["agent:mao"]


def test_a_decision_moves_to_another_paper_with_its_parts() -> None:
    on = {"document": "doc:a", "subject": "doc:a/claim/request-5", "predicate": "cg:claimant", "object": "agent:mao",
          "quote": "doc:a", "occurrence": 2}  # fmt: skip
    made = ledger.parse(json.dumps({"do": "reject", "on": on}))
    moved = ledger.moved(made, "doc:a", "doc:b")
    assert (moved["document"], moved["subject"], moved["object"]) == ("doc:b", "doc:b/claim/request-5", "agent:mao")
    assert ledger.moved(made, "doc:", "doc:b") == on
