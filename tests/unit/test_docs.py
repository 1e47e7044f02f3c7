"""The reference pages are what the code gives, and the Python in the how-tos runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Store

from cablegraph import exports, queries
from cablegraph.exports.network import EDGE_COLUMNS
from cablegraph.shipped import shipped

DOCS = Path(__file__).parents[2] / "docs"
HOW_TO = ("gephi", "vega", "qgis", "d3", "pandas", "correspsearch", "notebook")


def test_the_reference_is_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", HOW_TO)
def test_a_how_to_has_a_command_or_a_program_that_can_be_copied(name: str) -> None:
    text = (DOCS / "how-to" / f"{name}.md").read_text("utf-8")
    assert text.startswith("# ")
    assert "```" in text or "`cablegraph export" in text
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        compile(block, name, "exec")


def test_the_notebook_runs(seed_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graph.ttl").write_bytes(b"".join(exports.write("ttl", exports.of_store(seed_store))))
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    blocks = re.findall(r"```python\n(.*?)```", (DOCS / "how-to" / "notebook.md").read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        exec(compile(block, "notebook.md", "exec"), names)
    assert names["count"] == str(len(seed_store))


def test_the_tables_have_the_columns_that_the_page_on_pandas_uses() -> None:
    """pandas is the reader's own and no dependency of ours."""
    text = (DOCS / "how-to" / "pandas.md").read_text("utf-8")
    columns = {*queries.load(shipped("queries", "letters.rq")).columns, *EDGE_COLUMNS}
    used = re.findall(r'\["(\w+)"\]|dtype=\{"(\w+)"|sort_values\("(\w+)"', text)
    names = {name for group in used for name in group if name}
    assert len(names) >= 4
    assert names <= columns


def test_limits_alone_hold_figures_of_what_is_read() -> None:
    """Two tables of the same figures part sooner or later."""
    pages = [path for path in (DOCS / "explanation").glob("*.md") if path.name != "limits.md"]
    assert len(pages) >= 4
    for page in pages:
        assert not re.search(r"^\| \w+ \| 0\.\d\d / 0\.\d\d", page.read_text("utf-8"), re.MULTILINE), page.name


def test_the_first_pages_say_how_to_have_the_command_and_name_commands_that_are_there() -> None:
    from cablegraph.cli import COMMANDS

    for page in (DOCS.parent / "README.md", DOCS / "tutorial.md"):
        text = page.read_text("utf-8")
        typed = re.findall(r"^(?:.* && )?cablegraph (?:-C \w+ )?(\w+)", text, re.MULTILINE)
        assert typed
        assert set(typed) <= set(COMMANDS)
        assert ". .venv/bin/activate" in text.partition("\ncablegraph ")[0], page.name


def test_every_question_that_a_page_asks_on_the_command_line_can_be_asked() -> None:
    library = queries.load_all([shipped("queries")])
    asked = 0
    for page in (DOCS.parent / "README.md", *sorted(DOCS.rglob("*.md"))):
        for name, rest in re.findall(r"cablegraph query ([\w-]+)((?: [\w-]+=[^\s`]+)*)", page.read_text("utf-8")):
            given = dict(word.split("=", 1) for word in rest.split())
            if name in library.queries:
                queries.bind(library.get(name), {key: [value] for key, value in given.items()})
                asked += 1
    assert asked >= 3
