"""The first page of a paper as the archive prints it: title, then ``Citation:``, ``Summary:``, ``Original Language:``, ``Contents:``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from cablegraph.evidence import Layer
from cablegraph.patterns import compiled
from cablegraph.readers import docslib
from cablegraph.readers.sheet import Row

Mark = Callable[[str, int, int, Layer | None], None]

_LABEL = compiled(r"(?P<name>Citation|Summary|Original Language|Contents|Credits|Subjects|Notes)\s*:\s*")
_NEAR: Final = 5
"""Lines of a title at most, before its citation."""
_FAR: Final = 40
"""Lines within which the labels stand."""


def sniff(head: str) -> bool:
    """Whether a text begins so: a citation of the digital archive, and the label of what the page contains."""
    cited = re.search(r"(?m)^[ \t]*Citation:\s*[“\"](?s:.{5,900}?)Digital\s+Archive\b", head)
    return bool(cited and re.search(r"(?m)^[ \t]*Contents:", head[cited.end() :]))


def read(text: str, lines: Sequence[Row], index: int, mark: Mark) -> int | None:
    """Label these lines from ``index`` on and give the index of the paper's first; None where this is no such page.

    Values may run over several lines, up to the next label; of the last label only what is known of it is taken.
    """
    found = [
        (at, label) for at in range(index, min(len(lines), index + _FAR)) if (label := _LABEL.match(lines[at].text))
    ]
    if len(found) < 2 or found[0][1]["name"] != "Citation" or found[0][0] > index + _NEAR:
        return None
    names = [label["name"] for _, label in found]
    if names[-1] != "Contents":
        return None
    if found[0][0] > index:
        mark("title", lines[index].start, lines[found[0][0] - 1].end, "catalogue")
    for (at, label), (after, _) in pairwise(found):
        begin = lines[at].start + label.end()
        mark("", lines[at].start, lines[at].start + len(label["name"]) + 1, "boilerplate")
        docslib.value(text, label["name"], begin, lines[after - 1].end, mark)
    at, label = found[-1]
    mark("furniture", lines[at].start, lines[at].end, "boilerplate")
    at += 1
    while at < len(lines) and docslib.CONTENTS.fullmatch(lines[at].text):
        mark("furniture", lines[at].start, lines[at].end, "boilerplate")
        at += 1
    return at
