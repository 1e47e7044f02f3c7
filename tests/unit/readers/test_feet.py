"""References at the foot of a copied paper and above its head."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.readers import feet
from cablegraph.readers.sheet import rows


def at_foot(last: str) -> list[str]:
    text = f"To Stalin\nThe rice has come.\nMore is wanted.\nMao\n{last}"
    _, found = feet.read(text, list(rows(text)))
    return [text[line.start : line.end] for line, _ in found if line.label == "source"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("NA Praha, ÚV KSČ, Kuba, krab. 12. Translated by Jan Novák", "NA Praha, ÚV KSČ, Kuba, krab. 12"),
        ("SAPMO-BArch, DY 30/35, Bl. 18, and RGANI, f. 52, op. 1, d. 5, l. 14", None),
        ("Riksarkivet, Stockholm, HP 48, vol. 19", None),
        ("[Ana Diaz to Li Bo. The envelope is lost. Riksarkivet, Stockholm, HP 48, vol. 19.]", "Riksarkivet, Stockholm, HP 48, vol. 19"),
        ("IHCAR (no signature given)", "IHCAR"),
        ("NA Praha, ÚV KSČ, krab. 12\n[Translator's note: “krab.” is a box.]", "NA Praha, ÚV KSČ, krab. 12"),
    ],
)  # fmt: skip
def test_foot(line: str, words: str | None) -> None:
    assert at_foot(line) == [words or line]


@pytest.mark.parametrize(
    "line",
    [
        "KGB Moscow (no answer)",
        "NATO (no reply given)",
        "[He left. He came at 5.]",
        "Mao Zedong, 7 May 1950",
        "MFA, Moscow",
    ],
)
def test_other_last_lines(line: str) -> None:
    assert at_foot(line) == []


@pytest.mark.parametrize(
    "line",
    ["ISA HZ-431/1", "AMSZ; 6/77, w-106, t-618", "[AJ, 837 (KPR), I-4-a/2]", "UN ARCHIVES S-0370-0031-02", "Riksarkivet, HP 48, vol. 219"],
)  # fmt: skip
def test_above(line: str) -> None:
    (row,) = rows(line)
    found = feet.above(row)
    assert found is not None
    assert line[found.start : found.end] == line.strip("[]")


@pytest.mark.parametrize(
    "line",
    ["GPS 140", "S 4", "UNEF 611", "TELNO 901 OF 14 DECEMBER", "TOP SECRET 12/3", "MINREX, HAVANA, 19.10.1964", "BERLIN, 4 May 1950, No. 12/3"],
)  # fmt: skip
def test_not_above(line: str) -> None:
    (row,) = rows(line)
    assert feet.above(row) is None
