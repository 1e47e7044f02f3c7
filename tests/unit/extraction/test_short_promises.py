"""Papers announced in passing, and lists of copies by desks."""

from __future__ import annotations

import pytest

from cablegraph.extraction import copylists, short_promises
from cablegraph.extraction.rows import Row


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Cde. Berg will write to Cde. Dahl.", False),
        ("The grain, yes, and Eduard will prepare a note on the airlift.", False),
        ("My delegation will table a working paper before the recess.", False),
        ("Mr. Berg will himself reply on the matter of aid.", False),
        ("We shall report on the arrests tonight.", True),
        ("I shall be in Rome and will see him; I will bring with me the paper on grain.", True),
        ("I am going to write to President Dahl.", True),
    ],
)
def test_announced(sentence: str, own: bool) -> None:
    found = short_promises.find(sentence, 0, len(sentence))
    assert found is not None
    assert found[3] is own


@pytest.mark.parametrize(
    "sentence",
    [
        "If Berg will write to Dahl, all is well.",
        "Berg will not prepare a note.",
        "The radio will report again on the rains.",
        "We shall report to the camp at noon.",
        "It will bring a protest.",
        "Nobody will write to you.",
        "They are going to write history.",
    ],
)
def test_not_announced(sentence: str) -> None:
    assert short_promises.find(sentence, 0, len(sentence)) is None


def copies(text: str) -> list[str]:
    rows, place = [], 0
    for line in text.split("\n"):
        rows.append(Row(place, place + len(line), line))
        place += len(line) + 1
    begin = copylists.begins(rows)
    return [] if begin is None else [one.name for one in copylists.read(text, rows[begin:], lambda _: False)]


@pytest.mark.parametrize(
    ("foot", "names"),
    [
        ("Berg\nPM – FM – DG – Arnon\n/mg", ["PM", "FM", "DG", "Arnon"]),
        ("Berg\nCOPIES TO: S/S, ARA, ACDA\nARA:EBoonstra:hv\n(Drafting office and officer)", ["S/S", "ARA", "ACDA"]),
        ("Berg\n2 copies: LMB; 201", ["LMB", "201"]),
        ("Berg\nSent out 4 cc.:\n1 – Cde. Kozlov ✓\n2 – DVO\n3 – file", ["Kozlov", "DVO"]),
        ("Berg\nCommunicated: Matignon, Europe Orientale", ["Matignon", "Europe Orientale"]),
        ("Berg\nSent: to Comrades Mikoyan, Zorin.", ["Mikoyan", "Zorin"]),
        ("Berg\nDistribution:\nOrig – DCI\n1 – DDP", ["DCI", "DDP"]),
        ("Independence – Freedom – Happiness\nDear Sir,\nThe rice has come.\nBerg", []),
        ("Berg\nSent: 4 May 1961", []),
    ],
)
def test_desks_and_dashes(foot: str, names: list[str]) -> None:
    assert copies(foot) == names
