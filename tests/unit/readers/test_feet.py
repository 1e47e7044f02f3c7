"""References at the foot of a copied paper and above its head."""

# ruff: noqa: E501  (a line of a paper is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.readers import feet, shelf_rows
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


def below_title(line: str) -> list[str]:
    text = f"Talk of Dahl and Berg, 30 November 1960\n{line}\nDahl: We need grain.\nBerg: We have none.\n"
    lines = list(rows(text))
    found = shelf_rows.inside(lines)
    return [text[found[1] : found[2]]] if found else []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[Source: AVPRF, f. 0742, op. 6, p. 43, d. 4, ll. 6-9. Translated by Jan Novák.]", "AVPRF, f. 0742, op. 6, p. 43, d. 4, ll. 6-9. Translated by Jan Novák."),
        ("Source: SAPMO-BArch, DY 30/J IV 2/202/130", "SAPMO-BArch, DY 30/J IV 2/202/130"),
    ],
)  # fmt: skip
def test_a_source_below_the_title_is_a_reference(line: str, words: str) -> None:
    assert below_title(line) == [words]


@pytest.mark.parametrize("line", ["Source: a reliable man in the ministry", "Our source: he came on 5 May", "AVPRF"])
def test_a_source_that_is_no_shelfmark_is_none(line: str) -> None:
    assert below_title(line) == []
