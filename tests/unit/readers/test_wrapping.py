"""Lines that a margin broke are joined, others are left: lists, letterheads, signatures, columns, tables."""

from __future__ import annotations

import pytest

from cablegraph.readers import type_marks, wrapping

BODY = """\
The Minister said that his Government had considered the proposal
which the Embassy made on the third of this month, and that it
could not accept the delivery of wagons before the harvest was in
the barns. He would, however, send an answer in writing soon.
"""
WHOLE = " ".join(BODY.split())


@pytest.mark.parametrize(
    ("below", "apart"),
    [
        ("KOVALEV\n", ["KOVALEV"]),
        ("Ambassador of the USSR in Hungary\nE. Kiselev\n", ["Ambassador of the USSR in Hungary", "E. Kiselev"]),
        ("[Stamp: Secretariat]\n", ["[Stamp: Secretariat]"]),
        ("1. Wheat, 300 tons.\n2. Rye, 40 tons.\n", ["1. Wheat, 300 tons.", "2. Rye, 40 tons."]),
        ("Copies: Molotov, Mikoyan\n", ["Copies: Molotov, Mikoyan"]),
        ("\nNew talks begin\n", ["", "New talks begin"]),
    ],
)
def test_what_follows_a_paragraph_stays_a_line(below: str, apart: list[str]) -> None:
    assert wrapping.undone(BODY + below).splitlines() == [WHOLE, *apart]


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("the Govern-\nment of", "the Government of"),
        ("their self-\ngovernment in", "their self-government in"),
        ("some twenty-\nfive wagons", "some twenty-five wagons"),
        ("the Franco-\nSoviet pact", "the Franco- Soviet pact"),
    ],
)
def test_a_word_broken_at_the_margin_is_whole_again(broken: str, joined: str) -> None:
    first, second = broken.split("\n")
    text = f"{BODY}\nWe were told this morning in the Ministry of War that {first}\n{second} which he spoke to us.\n"
    assert joined in wrapping.undone(text)


@pytest.mark.parametrize(
    "text",
    [
        "TELEGRAM No. 8\nFrom: Beijing\nTo: Moscow\n3 May 1951\nWe agree to all of it.\nMAO ZEDONG\n",
        "To the Minister of Foreign Affairs\nof the Republic\nBudapest\n\n" + WHOLE + "\n" + WHOLE + "\n",
        "\n".join(f"{left:<40}{right}" for left, right in zip(BODY.splitlines(), BODY.splitlines(), strict=True)),
        "We need:\nwheat, 300 tons\nrye, 40 tons\noats, 5 tons\nand whatever else can be had\n",
        "Sofia, 25 October 1956\nWe request 300 trucks.\nYours, very truly,\nKOSTADINOV\n",
        "The Embassy in Poland to the Department of State\nWarsaw, June 28, 1956, 6 p.m. Received 3 p.m.\n"
        "Strikes have broken out in Poznan; tanks are out.\nWe ask for instructions for the consulate.\nJACOBS\n",
    ],
    ids=["short lines", "long paragraphs", "two columns", "a list", "a short paper", "a short paper of longer lines"],
)
def test_lines_that_no_margin_broke_stay(text: str) -> None:
    assert wrapping.undone(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Mao\u00a0Zedong", "Mao Zedong"),
        ("2\u00a0500 tons", "2\u00a0500 tons"),  # a figure of thousands keeps its blank
        ("MiG\u201115", "MiG-15"),
        ("Khrush\u00adchev", "Khrushchev"),
        ("T´an and ''Pravda'' 1950―1951\uff1a", "T´an and ''Pravda'' 1950―1951\uff1a"),  # whatever is seen stays
        ("Товарищу ФИЛИППОВУ", "Товарищу ФИЛИППОВУ"),
    ],
)
def test_characters_that_only_look_otherwise_are_made_plain(text: str, plain: str) -> None:
    assert type_marks.plain(text) == plain


def test_wide_gaps_within_a_line_stay() -> None:
    assert (
        type_marks.even("  TO: PRETORIA     FROM: SALEG  \n\tDATE:\t3 May\n\nWe  agree.\nHold on.\n")
        == "TO: PRETORIA     FROM: SALEG\nDATE:\t3 May\n\nWe agree.\nHold on.\n"
    )
