"""Family names keep the small words with which they begin: ``van Kleffens``, ``al-Bazzaz``, ``d’Hautpoul``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import mentions
from cablegraph.record import SourceText

NAMES = [
    "van Kleffens",
    "van der Velde",
    "von Eckhart",
    "de Beaufort",
    "al-Bazzaz",
    "el-Khatib",
    "d’Hautpoul",
    "ter Horst",
]


def people(text: str, *parties: str) -> list[str]:
    found = mentions.extract(SourceText(text), [(0, len(text))], parties)
    return [passage.text for passage in found if passage.entity == "person"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_of_the_heading_is_found_whole(name: str) -> None:
    assert people(f"We have told {name} that the pumps are here.", f"Joost {name}") == [name]


@pytest.mark.parametrize("name", [name for name in NAMES if " " in name])
def test_behind_a_title(name: str) -> None:
    assert people(f"The pumps were bought by Mr. {name} in the spring.") == [name]


@pytest.mark.parametrize("text", ["a visit to the Al Azhar of Cairo", "the coup de Tolliver", "in ten Tolliver wagons"])
def test_other_small_words_are_no_part(text: str) -> None:
    assert all(not name.startswith(("to", "the", "ten", "coup")) for name in people(text, "Tolliver"))
