"""How the commands talk: results on stdout as table, CSV or JSON; progress and messages on stderr."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cablegraph import corpus
from cablegraph.cli.plain_progress import PlainProgress
from cablegraph.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cablegraph.pipeline import Progress

SHORT = 40
"""A cell of at most so many characters is never broken or cut."""
LONG = 24
"""Longer ones are folded, into no less than this."""


@dataclass(slots=True)
class Console:
    """What the global options say, the corpus folder, and the ways of saying things."""

    folder: Path
    quiet: bool = False
    verbose: int = 0
    as_json: bool = False
    color: bool = True

    @property
    def corpus(self) -> corpus.Corpus:
        """The corpus of the folder."""
        return corpus.load(self.folder)

    @property
    def data(self) -> Path:
        """The folder of all that can be made again."""
        return Path(os.environ.get("CABLEGRAPH_DATA") or self.folder / "cablegraph-data")

    def say(self, text: str = "") -> None:
        """Talk, for people; nothing under ``--quiet`` or ``--json``."""
        if not self.quiet and not self.as_json:
            click.echo(text, err=True)

    def complain(self, text: str) -> None:
        """Say what went wrong, also under ``--quiet``; under ``--json`` it is an event."""
        if not self.as_json:
            click.echo(text, err=True)

    def event(self, **facts: Any) -> None:
        """Talk, for programs: one JSON line under ``--json``."""
        if self.as_json:
            click.echo(json.dumps(facts, ensure_ascii=False), err=True)

    def result(self, value: Any) -> None:
        """One result as JSON on stdout."""
        click.echo(json.dumps(value, ensure_ascii=False, indent=None if self.as_json else 1))

    def shows_table(self, form: str = "") -> bool:
        """Whether rows in this form are shown as a table."""
        return form == "table" or (form == "" and not self.as_json and sys.stdout.isatty())

    def table(
        self, columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str = "", out: Path | None = None
    ) -> int:
        """Rows as table, CSV, TSV or JSON (empty: a table on a terminal, CSV in a pipe); gives their number."""
        form = form or ("json" if self.as_json else "table" if out is None and self.shows_table() else "csv")
        kept = list(rows)
        text = _FORMS[form](columns, kept, self.color)
        self.write(text, out)
        return len(kept)

    def write(self, text: str, out: Path | None) -> None:
        """Text to stdout, or whole to a file: written beside the target, then renamed."""
        if out is None:
            click.echo(text, nl=not text.endswith("\n"))
            return
        part = beside(out)
        try:
            part.write_text(text, "utf-8", newline="")
            part.replace(out)
        except OSError as error:
            raise click.FileError(str(out), str(error.strerror)) from error
        self.say(f"wrote {out.absolute()}")

    @contextmanager
    def progress(self) -> Iterator[Any]:
        """A function to tell progress to: a bar on a terminal, else one plain line each five seconds, or JSON."""
        if self.quiet:
            yield lambda progress: None
        elif self.as_json:
            yield lambda step: self.event(
                event="progress", stage=step.stage, done=step.done, total=step.total, eta_s=_rounded(step.eta)
            )
        elif sys.stderr.isatty():
            yield from self._bar()
        else:
            with PlainProgress(lambda line: click.echo(line, err=True)) as tell:
                yield tell

    def _bar(self) -> Iterator[Any]:
        from rich.console import Console as Rich
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=Rich(stderr=True, no_color=not self.color), transient=True) as bar:
            tasks: dict[str, Any] = {}

            def tell(step: Progress) -> None:
                if step.stage not in tasks:
                    tasks[step.stage] = bar.add_task(step.stage, total=step.total)
                bar.update(tasks[step.stage], completed=step.done)

            yield tell


class Seconds(click.FloatRange):
    """Some time, no more than a day: nothing waits for less than no time, or for ever."""

    def __init__(self) -> None:
        super().__init__(0, 86_400, min_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        seconds = float(super().convert(value, param, ctx))
        return self.fail(f"{value} is no time.", param, ctx) if isnan(seconds) else seconds


def beside(out: Path) -> Path:
    """Where a file is written until it is whole. Raises SettingsError for what cannot be a file."""
    if not out.name or out.is_dir():
        raise SettingsError(f"{out} is a folder" if out.is_dir() else "no file is named", notes="name a file: -o FILE")
    return out.with_name(out.name + ".part")


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)


def _table(columns: Sequence[str], rows: list[Sequence[Any]], color: bool) -> str:
    """A table no wider than the terminal in which no short cell is cut; what cannot fit is told one record a block."""
    from rich.console import Console as Rich
    from rich.table import Table

    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    widest = [max([len(column), *(len(row[at]) for row in cells)]) for at, column in enumerate(columns)]
    least = [natural if natural <= SHORT else LONG for natural in widest]
    if sum(least) + 2 * len(columns) > _width() and len(columns) > 2:
        return _blocks(columns, cells)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for at, column in enumerate(columns):
        table.add_column(column, overflow="fold", min_width=least[at], no_wrap=widest[at] <= SHORT)
    for row in cells:
        table.add_row(*(cell.replace("[", "\\[") for cell in row))
    out = io.StringIO()
    Rich(file=out, no_color=not color, force_terminal=color, width=_width()).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _blocks(columns: Sequence[str], cells: list[list[str]]) -> str:
    """Records one below the other, empty cells left out, long ones folded under themselves."""
    room = max(20, _width() - max(map(len, columns)) - 2)
    name = max(map(len, columns))
    blocks = []
    for row in cells:
        lines = []
        for column, cell in zip(columns, row, strict=True):
            folded = textwrap.wrap(cell, room, break_on_hyphens=False) if cell else []
            lines += [f"{column if not at else '':<{name}}  {text}" for at, text in enumerate(folded)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n" if blocks else "no rows\n"


def _width() -> int:
    return max(60, shutil.get_terminal_size((120, 24)).columns)


def _separated(columns: Sequence[str], rows: list[Sequence[Any]], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")  # RFC 4180
    writer.writerow(columns)
    writer.writerows([["" if cell is None else cell for cell in row] for row in rows])
    return out.getvalue()


def _json(columns: Sequence[str], rows: list[Sequence[Any]], color: bool) -> str:
    return json.dumps([dict(zip(columns, row, strict=True)) for row in rows], ensure_ascii=False, indent=1)


_FORMS = {
    "table": _table,
    "csv": lambda columns, rows, color: _separated(columns, rows, ","),
    "tsv": lambda columns, rows, color: _separated(columns, rows, "\t"),
    "json": _json,
}
