"""``demo``, ``init``, ``build`` and ``check``: from papers to a generation, or to what is wrong with them."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cablegraph.cli.console import Console
from cablegraph.corpus import FILE_NAME, Corpus
from cablegraph.errors import Diagnostic, SettingsError
from cablegraph.iri import shorten
from cablegraph.shipped import shipped

if TYPE_CHECKING:
    from cablegraph.pipeline import Report

SAMPLE = (("wilson", "Wilson Center"), ("frus", "FRUS"), ("composed", "composed for teaching"))
FEW = 5
"""So many decisions that found nothing to be about are printed."""
SHOWN = 12
"""So many messages are printed; all of them stand in report.json."""

NEW_CORPUS = """# Facts about the papers that the papers do not state. Every line may be left out.
title = "{title}"
# base = "https://archive.example.org/telegrams/"   # identifiers of papers, people and places begin with this
# publisher = "Who publishes this edition"
# editor = "Who edits it (needed by the export to CMIF)"
# licence = "https://creativecommons.org/licenses/by/4.0/"
# repository = "APRF"           # the archive of papers that name none
# rights = "What readers may do with the papers"
# publish_text = true           # false: pages, files and the interface show quoted words, never the running text

# [readers]                     # a reader for a file or a pattern
# "search-results.html" = "plain_text"
# [encodings]
# "old/*.txt" = "koi8-r"
"""


@click.command(short_help="Build the sample, answer one question with its words, serve it.")
@click.option("--no-serve", is_flag=True, help="End after the answer and the exports.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
@click.option("--no-composed", is_flag=True, help="Leave out the papers composed for teaching.")
@click.option("-p", "--port", type=int, default=None, help="Port to serve on.")
@click.pass_obj
def demo(console: Console, no_serve: bool, no_open: bool, no_composed: bool, port: int | None) -> int:
    """Build the sample corpus and serve it.

    \b
    Example:  cablegraph demo --no-serve
    """
    folders = [shipped("examples", name) for name, _ in SAMPLE if not (no_composed and name == "composed")]
    sample = Corpus(
        console.folder,
        title="cablegraph sample",
        licence="https://creativecommons.org/publicdomain/zero/1.0/",
        rights="CC0 1.0: no rights reserved",
    )
    report = _build(console, sample, folders)
    _say_counts(console, report)
    _ask(console)
    if no_serve:
        from cablegraph.cli.export import write_all

        for path in write_all(console, console.data / "exports"):
            console.say(f"exported   {path}")
        return _exit_code(report, strict=False)
    from cablegraph.cli.serve import run_server

    return run_server(console, port=port, open_browser=not no_open)


def _ask(console: Console) -> None:
    from cablegraph.cli.ask import run_canned

    console.say()
    run_canned(console, "arms-requests", {}, form="" if console.as_json else "table", why=True)
    console.say()


@click.command(short_help="Begin a corpus: corpus.toml, curation/, documents/.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("."))
@click.option("--force", is_flag=True, help="Write corpus.toml anew if there is one.")
@click.pass_obj
def init(console: Console, folder: Path, force: bool) -> None:
    """Write what a corpus folder needs. Nothing that is there is touched.

    \b
    Example:  cablegraph init ours && cd ours && cp ~/cables/*.txt documents/ && cablegraph build
    """
    path = folder / FILE_NAME
    if path.exists() and not force:
        raise SettingsError(f"{path} is there already", notes="to write it anew: cablegraph init --force")
    for name in ("documents", "curation", "queries", "mappings", "authorities"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    path.write_text(NEW_CORPUS.format(title=folder.resolve().name.replace('"', "'")), "utf-8")
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("cablegraph-data/\n", "utf-8")
    console.say(f"corpus {folder}\n   = put papers into {folder / 'documents'}, then: cablegraph -C {folder} build")


@click.command(short_help="Papers to a new generation of the graph, made current.")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes; 0 is one per core.")
@click.option("--only", metavar="GLOB", help="Only papers of this name; the others stay as they are.")
@click.option("--fresh", is_flag=True, help="Read every paper again.")
@click.option("--strict", is_flag=True, help="An unread paper is a failure (exit 1).")
@click.option("--dry-run", is_flag=True, help="Say what would be built; make no generation.")
@click.option("--report", "report_path", type=click.Path(path_type=Path), help="Write the report here too.")
@click.option("--shard", metavar="I/N", help="Only part I of N, kept in the file of -o, to be joined by load.")
@click.option("-o", "part", type=click.Path(dir_okay=False, path_type=Path), help="File of the part (with --shard).")
@click.pass_obj
def build(
    console: Console,
    sources: tuple[Path, ...],
    jobs: int,
    only: str | None,
    fresh: bool,
    strict: bool,
    dry_run: bool,
    report_path: Path | None,
    shard: str | None,
    part: Path | None,
) -> int:
    """Build the papers below SOURCES (default: documents/) into a new generation and make it current.

    Ends with 0 when all papers are in it, with 3 when some could not be read and were left out (--strict: 1).

    \b
    Example:  cablegraph build documents -j 2
    """
    found = _sources(console, sources)
    if shard is not None or part is not None:
        return _build_shard(console, found, shard or "", part, jobs, strict)
    report = _build(console, console.corpus, found, jobs, only, fresh, dry_run)
    if report_path is not None:
        console.write(json.dumps(report.to_json(), ensure_ascii=False, indent=1) + "\n", report_path)
    return say_built(console, report, found, strict=strict)


def say_built(console: Console, report: Report, sources: list[Path], *, strict: bool = False) -> int:
    """Tell what a build made and what went wrong with papers; gives the exit code."""
    _say_counts(console, report)
    _say_diagnostics(console, report, sources)
    console.event(event="built", generation=report.generation, changed=report.changed, counts=report.counts)
    if not console.as_json:
        click.echo(report.generation)
    return _exit_code(report, strict)


def _build_shard(console: Console, sources: list[Path], shard: str, part: Path | None, jobs: int, strict: bool) -> int:
    number, _, of = shard.partition("/")
    if part is None or not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        notes = "for example: cablegraph build documents --shard 1/4 -o part-1.sqlite"
        raise SettingsError(f'a part needs its number and its file, not --shard "{shard}" -o {part}', notes=notes)
    from cablegraph import pipeline

    with console.progress() as tell:
        made = pipeline.build_shard(console.corpus, sources, (int(number), int(of)), part, jobs=jobs, tell=tell)
    console.say(f"part {shard}   {made.papers} papers, {made.unread} unread, in {part}")
    return 0 if not made.unread else 1 if strict else 3


def _sources(console: Console, sources: tuple[Path, ...]) -> list[Path]:
    if sources:
        return list(sources)
    documents = console.folder / "documents"
    if not documents.is_dir():
        raise SettingsError(
            f"there is no folder {documents}",
            notes=("name the folder of papers: cablegraph build FOLDER", "or begin a corpus: cablegraph init"),
        )
    return [documents]


def _build(
    console: Console,
    corpus: Corpus,
    sources: list[Path],
    jobs: int = 0,
    only: str | None = None,
    fresh: bool = False,
    dry_run: bool = False,
) -> Report:
    from cablegraph import pipeline

    with console.progress() as tell:
        return pipeline.build(
            corpus, sources, console.data, jobs=jobs, only=only, fresh=fresh, dry_run=dry_run, tell=tell
        )


def _say_counts(console: Console, report: Report) -> None:
    counts = report.counts
    read = counts["papers"] - counts["unread"]
    kinds = " · ".join(f"{number} {family}" for family, number in report.readers.items())
    console.say(f"reading    {read}/{counts['papers']}   {kinds}")
    console.say(
        f"linking    {counts['entities']} people, offices, bodies and places · {counts['candidates']} to review"
    )
    console.say(f"mapping    {counts['documents']} papers   {counts['edges']:,} edges, each with its words")
    broken = len(report.findings)
    console.say(
        f"checking   {broken} breaches of evidence · {counts['warnings']} warnings ({console.data / 'report.json'})"
    )
    decided = {name: len(items) for name, items in report.decisions.items() if items}
    if decided:
        told = " · ".join(f"{number} {name.replace('_', ' ')}" for name, number in decided.items())
        console.say(f"decisions  {told}")
    _say_not_applicable(console, report.decisions.get("not_applicable", []))
    console.say(f"generation {report.generation}" + ("" if report.changed else " (nothing changed)"))


def _say_renamed(console: Console, left: list[dict[str, Any]]) -> None:
    """Papers that decisions are about and that have another name now, as far as earlier generations tell."""
    from cablegraph.store import renamed
    from cablegraph.store.generations import Generations

    kept = Generations(console.data)
    for document in dict.fromkeys(str(item["on"]["document"]) for item in left if item["on"].get("document")):
        if new := renamed.now_called(kept, shorten(document).removeprefix("doc:")):
            console.say(f"   the text of {document} is now doc:{new}")
            console.say(f"      = to take its decisions along: cablegraph decide move {document} doc:{new}")


def _say_not_applicable(console: Console, left: list[dict[str, Any]]) -> None:
    """Which decisions found nothing to be about, a few by line and reason."""
    _say_renamed(console, left)
    for item in left[:FEW]:
        on = item["on"]
        about = " ".join(str(on[key]) for key in ("entity", "subject", "predicate", "object") if on.get(key))
        value = f" {item['value']}" if item["value"] else ""
        console.say(f"   line {item['line']}: {item['do']} {about}{value}\n      = not applied: {item['found']}")
        if item.get("now"):
            console.say(f"      = the graph has: {', '.join(map(shorten, item['now']))}")
    if len(left) > FEW:
        console.say(f"   and {len(left) - FEW} more in {console.data / 'report.json'}")


def _say_diagnostics(console: Console, report: Report, sources: list[Path]) -> None:
    """Errors first, then what is said of papers without a date; all else as a count by kind, with one example."""
    told: list[dict[str, Any]] = []
    others: list[dict[str, Any]] = []
    for item in report.diagnostics:
        alone = item.get("severity") == "error" or item.get("code") == "undated"
        (told if alone else others).append(item)
    told.sort(key=lambda item: item.get("severity") != "error")
    for item in told[:SHOWN]:
        shown = {**item, "notes": tuple(item.get("notes", ())), "path": _place(item.get("path"), sources)}
        tell = console.complain if item.get("severity") == "error" else console.say
        tell(Diagnostic(**shown).render())
    if len(told) > SHOWN:
        tell = console.complain if told[SHOWN].get("severity") == "error" else console.say
        tell(f"… and {len(told) - SHOWN} more of these in {console.data / 'report.json'}")
    for code, items in _by_code(others).items():
        more = f" … and {len(items) - 1} more such in {console.data / 'report.json'}" if len(items) > 1 else ""
        console.say(f"{items[0].get('severity')} ({code}): {items[0].get('path', '')}: {items[0]['what']}{more}")
    for item in report.diagnostics if console.as_json else ():
        console.event(event="diagnostic", **item)


def _by_code(items: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        found.setdefault(str(item.get("code", "")), []).append(item)
    return found


def _place(name: str | None, sources: list[Path]) -> str | None:
    """A paper's name as a path from here."""
    for source in sources:
        path = source / name if name and source.is_dir() else source
        if name and path.is_file():
            return os.path.relpath(path)
    return name


def _exit_code(report: Report, strict: bool) -> int:
    if report.findings:
        return 4
    if report.unread:
        return 1 if strict else 3
    return 0


@click.command(short_help="What is wrong with papers, mappings, queries, decisions, graph; writes nothing.")
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Warnings are failures too.")
@click.option("--store", "store_path", type=click.Path(path_type=Path), help="Check this store instead.")
@click.pass_obj
def check(console: Console, sources: tuple[Path, ...], strict: bool, store_path: Path | None) -> int:
    """Check papers, queries, mappings, decisions, shapes and evidence. Exit 4 when a check fails.

    \b
    Example:  cablegraph check documents
    """
    if store_path is not None:
        return _check_store(console, store_path)
    problems = _broken_queries(console)
    with tempfile.TemporaryDirectory(prefix="cablegraph-check-") as scratch:
        console_data = Path(scratch)
        from cablegraph import pipeline

        with console.progress() as tell:
            report = pipeline.build(console.corpus, _sources(console, sources), console_data, tell=tell)
        generation = (console_data / "generations" / report.generation).resolve()
        findings = [*report.findings, *_shapes(console, generation / "store")]
    counted = Counter((item["severity"], item.get("code", "")) for item in report.diagnostics)
    examples: dict[tuple[str, str], dict[str, Any]] = {}
    for item in report.diagnostics:
        examples.setdefault((item["severity"], item.get("code", "")), item)
    rows = [
        (severity, code, number, *_example(examples[severity, code]))
        for (severity, code), number in sorted(counted.items())
    ]
    rows += [("error", "query", 1, what, "", "") for what in problems]
    rows += [("error", str(finding["check"]), 1, str(finding["what"]), "", "") for finding in findings]
    if rows or console.as_json:
        console.table(("severity", "problem", "papers", "for example", "in", "to do"), rows)
    if not rows:
        number = report.counts["documents"]
        console.say(f"nothing is wrong with {number} paper{'s' if number != 1 else ''}")
    if findings or problems or (strict and rows):
        return 4
    return 3 if report.unread else 0


def _example(item: dict[str, Any]) -> tuple[str, str, str]:
    """What was said of a paper, of which, and what to do about it."""
    return str(item["what"]), str(item.get("path", "")), "; ".join(item.get("notes", ()))


def _check_store(console: Console, store_path: Path) -> int:
    from cablegraph import validation

    start = time.monotonic()
    findings = [finding.to_json() for finding in validation.invariants(store_path)] + _shapes(console, store_path)
    if findings or console.as_json:
        console.table(("check", "what"), [(finding["check"], finding["what"]) for finding in findings])
    console.say(f"{len(findings)} findings in {time.monotonic() - start:.1f} s")
    return 4 if findings else 0


def _shapes(console: Console, store_path: Path) -> list[dict[str, Any]]:
    from cablegraph import validation

    if not validation.shapes_installed():
        console.say("shapes left out: pySHACL is not installed (pip install 'cablegraph[check]')")
    return [finding.to_json() for finding in validation.shapes(store_path)]


def _broken_queries(console: Console) -> list[str]:
    from cablegraph import queries

    library = queries.load_all((shipped("queries"), *console.corpus.own("queries")))
    return [str(problem) for problem in library.broken]
