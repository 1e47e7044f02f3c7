"""Tables of rules say the same however they are read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml
from yaml.nodes import Node

from cablegraph import extraction
from cablegraph.mapping import yarrrml
from cablegraph.shipped import shipped
from cablegraph.tables import read_table

TABLES = sorted(Path(extraction.__file__).parent.glob("*.toml"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_what_its_file_says(path: Path) -> None:
    said = tomllib.loads(path.read_text("utf-8"))
    assert read_table(path) == said
    assert list(read_table(path)) == list(said)


def test_no_table(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[a\n", "utf-8")
    with pytest.raises(tomllib.TOMLDecodeError):
        read_table(tmp_path / "bad.toml")


def shown(node: Node) -> object:
    """A node with its places, and all below it."""
    marks = tuple((mark.line, mark.column) for mark in (node.start_mark, node.end_mark))
    if isinstance(node.value, str):
        return node.tag, node.value, marks
    below = [tuple(map(shown, one)) if isinstance(one, tuple) else shown(one) for one in node.value]
    return node.tag, below, marks


def test_a_mapping_has_the_same_nodes_in_the_same_places_by_either_parser() -> None:
    for path in shipped("mappings").glob("*.yml"):
        text = path.read_text("utf-8")
        quick = yarrrml._composed(text)
        slow = yaml.compose(text, Loader=yaml.SafeLoader)
        assert quick is not None
        assert shown(quick) == shown(slow)


def test_faults_are_told_in_the_words_of_the_parser_in_python() -> None:
    with pytest.raises(yaml.YAMLError) as slow:
        yaml.compose("a: [", Loader=yaml.SafeLoader)
    with pytest.raises(yaml.YAMLError) as quick:
        yarrrml._composed("a: [")
    assert str(quick.value) == str(slow.value)
