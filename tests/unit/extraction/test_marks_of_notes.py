"""Names with the mark of a note at their end."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import wilson_center
from cablegraph.record import normalise

PAGE = """June 20, 1949

Telegram from Shtykov to Vyshinsky

To Comrade Vyshinsky

{words}

Shtykov

1 Minister of Foreign Affairs.

2 Not found.

Author(s):

Rights

The History and Public Policy Program welcomes reuse of Digital Archive materials for research and educational purposes.
"""


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Yesterday Kim Il Sung and Choe Yeonggeon1 informed me of it.", ["Kim Il Sung", "Choe Yeonggeon"]),
        ("The plan was agreed with Comrade Larsen2.", ["Larsen"]),
        ("I spoke with Mr. Margerie⁷⁷ about it.", ["Margerie"]),
        ("I met Ambassador Holm¹, and General Dahl².", ["Holm", "Dahl"]),
        ("I have Lady Astor’s⁵⁹ letter.", ["Astor"]),
    ],
)  # fmt: skip
def test_the_mark_of_a_note_is_no_part_of_a_name(words: str, names: list[str]) -> None:
    [source] = wilson_center.read(normalise(PAGE.format(words=words)), "page.txt")
    found = [one.text for one in extract(source).fields["mentions"] if one.entity == "person" and one.text != "Shtykov"]
    assert found == names


def test_a_figure_without_its_note_belongs_to_its_word() -> None:
    [source] = wilson_center.read(normalise(PAGE.format(words="The craft Luna9 has landed.")), "page.txt")
    assert all(one.text != "Luna" for one in extract(source).fields.get("mentions", ()))
