"""Run the suites against our server and print what passed: ``python -m tests.conformance.w3c [--json] [--forms]``.

A test that fails is asked of the engine alone as well. Exit code 1 when a failure is not in `known.toml`, or one that
is there passes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conformance.served import TOKEN, serving
from tests.conformance.w3c import protocol, runner, suite
from tests.conformance.w3c.results import Solutions, read_file
from tests.conformance.w3c.runner import GRAPH_FORMS, SOLUTION_FORMS, Failure, Verdict
from tests.conformance.w3c.suite import Test
from tests.conformance.w3c.targets import Engine, Oxigraph, Server, oxigraph

ROOT = Path(__file__).parents[3]
PROTOCOLS = ("ProtocolTest", "ServiceDescriptionTest")


@dataclass(frozen=True)
class Outcome:
    """What became of a test: passed, failed or skipped; why; and, of a failure, whether the engine alone fails too."""

    test: Test
    result: str
    note: str = ""
    engine: bool = False
    form: str = ""


def outcomes(tests: Iterable[Test], server: Server, engine: Engine) -> Iterator[Outcome]:
    """Each test against the server, once."""
    for test in tests:
        if skipped := runner.reason_to_skip(test):
            yield Outcome(test, "skipped", skipped)
            continue
        verdict = _verdict(server, test)
        fails = not verdict.passed and test.kind not in PROTOCOLS and not runner.run(engine, test).passed
        yield Outcome(test, "passed" if verdict.passed else "failed", verdict.note, fails)


def _verdict(server: Server, test: Test) -> Verdict:
    if test.kind not in PROTOCOLS:
        return runner.run(server, test)
    try:
        server.clear()
        protocol.check(server, test)
    except Failure as failure:
        return Verdict(False, str(failure))
    return Verdict(True)


def in_forms(tests: Iterable[Test], server: Server, engine: Engine) -> Iterator[Outcome]:
    """Each evaluation test in every form that its answer can have."""
    for test in tests:
        if test.kind not in ("QueryEvaluationTest", "CSVResultFormatTest") or runner.reason_to_skip(test):
            continue
        assert test.result is not None
        of_rows = isinstance(read_file(test.result, test.address), (Solutions, bool))
        for form in SOLUTION_FORMS if of_rows else GRAPH_FORMS:
            verdict = runner.run(server, test, form)
            fails = not verdict.passed and not runner.run(engine, test, form).passed
            yield Outcome(test, "passed" if verdict.passed else "failed", verdict.note, fails, form)


def known() -> dict[str, dict[str, str]]:
    """Failures that are understood, by the id of their test: what they come from, and why."""
    said = tomllib.loads(Path(__file__).with_name("known.toml").read_text("utf-8"))
    return {test: entry for entry in said.get("known", []) for test in entry["tests"]}


def table(found: list[Outcome]) -> Iterator[str]:
    """Passed, failed and skipped by group, as a table of Markdown."""
    yield "| suite | group | passed | by value | failed | skipped |\n|---|---|---|---|---|---|\n"
    for suite_name in suite.SUITES:
        of_suite = [one for one in found if one.test.suite == suite_name]
        groups = list(dict.fromkeys(one.test.group for one in of_suite))
        for group in groups:
            yield _row(suite_name, group, [one for one in of_suite if one.test.group == group])
        yield _row(suite_name, "**all**", of_suite)
    yield _row("**both**", "**all**", found)


def _row(suite_name: str, group: str, some: list[Outcome]) -> str:
    count = Counter(one.result for one in some)
    by_value = sum(one.result == "passed" and one.note == "by value" for one in some)
    cells = [suite_name.removeprefix("data-"), group, count["passed"], by_value, count["failed"], count["skipped"]]
    return "| " + " | ".join(str(cell or "") for cell in cells) + " |\n"


def form_table(found: list[Outcome]) -> Iterator[str]:
    """Passed and failed by form."""
    yield "| form | passed | by value | failed |\n|---|---|---|---|\n"
    for form in (*SOLUTION_FORMS, *GRAPH_FORMS):
        some = [one for one in found if one.form == form]
        passed = [one for one in some if one.result == "passed"]
        by_value = sum(one.note == "by value" for one in passed)
        yield f"| `{form}` | {len(passed)} | {by_value or ''} | {len(some) - len(passed) or ''} |\n"


def failures(found: list[Outcome]) -> Iterator[str]:
    """Every failure with its reason, and every group that was skipped with its own."""
    reasons = known()
    for one in (one for one in found if one.result == "failed"):
        why = reasons.get(one.test.id, {"from": "?", "why": one.note})
        alone = "the engine alone fails too" if one.engine else "the engine alone passes"
        form = f" as {one.form}" if one.form else ""
        yield f"- `{one.test.id}`{form}: {why['from']}: {why['why']} ({alone})\n"
    skipped = Counter(one.note for one in found if one.result == "skipped")
    yield "".join(f"- skipped, {number}: {why}\n" for why, number in skipped.items())


def as_json(found: list[Outcome]) -> str:
    """All outcomes, one object each."""
    reasons = known()
    rows: list[dict[str, Any]] = [
        {"test": one.test.id, "kind": one.test.kind, "result": one.result, "note": one.note, "form": one.form}
        | ({"engine_fails": one.engine, "known": reasons.get(one.test.id)} if one.result == "failed" else {})
        for one in found
    ]
    return json.dumps({"counts": Counter(one.result for one in found), "tests": rows}, ensure_ascii=False, indent=1)


def surprises(found: list[Outcome]) -> list[str]:
    """Failures that nobody has explained, and explained ones that pass."""
    reasons = known()
    failed = {one.test.id for one in found if one.result == "failed"}
    run = {one.test.id for one in found}
    return [
        *(f"not known: {id_}" for id_ in sorted(failed - reasons.keys())),
        *(f"passes now: {id_}" for id_ in sorted((reasons.keys() & run) - failed)),
    ]


@contextmanager
def _server(given: argparse.Namespace, folder: Path) -> Iterator[Server]:
    if given.oxigraph is not None:
        with oxigraph(given.oxigraph, folder) as served:
            yield Oxigraph(served, given.way)
    else:
        with serving(folder, scratch=True, token=TOKEN, log="warning") as served:
            yield Server(served, given.way)


def main() -> int:
    """Fetch, serve, ask, print; the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--json", action="store_true", help="print every test as JSON")
    options.add_argument("--forms", action="store_true", help="ask evaluation tests in every form, and nothing else")
    options.add_argument("--way", choices=("get", "post", "form"), default="post", help="how a query is sent")
    options.add_argument("--oxigraph", type=Path, help="ask this Oxigraph server program instead of ours, to compare")
    options.add_argument("--only", default="", help="groups and tests whose id holds this")
    options.add_argument("--folder", type=Path, default=ROOT / "build" / "w3c", help="where the suites are kept")
    given = options.parse_args()
    tests = [test for test in suite.tests(suite.fetch(given.folder)) if given.only in test.id]
    run = in_forms if given.forms else outcomes
    with tempfile.TemporaryDirectory(prefix="cablegraph-w3c-") as folder, _server(given, Path(folder)) as server:
        found = list(run(tests, server, Engine()))
    if given.json:
        print(as_json(found))
    else:
        sys.stdout.writelines([*(form_table if given.forms else table)(found), "\n", *failures(found)])
    unexplained = [] if given.forms or given.oxigraph else surprises(found)
    print(*unexplained, sep="\n", file=sys.stderr)
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
