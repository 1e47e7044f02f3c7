"""What is missing from a paper."""

from __future__ import annotations

import pytest

from cablegraph.extraction import gaps
from cablegraph.record import Line, SourceText


def read(text: str) -> list[tuple[str, str]]:
    source = SourceText(text)
    found = gaps.extract(source, "d", [(0, len(text))])
    return [(source.quote(part.fields["start"][0].spans[0]), part.text_of("reason")) for part in found]


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("[....]", "editorial-ellipsis"),
        ("[...]", "editorial-ellipsis"),
        ("[…]", "editorial-ellipsis"),
        ("[Omission]", "editorial-ellipsis"),
        ("[Here follows a list of property damaged.]", "editorial-ellipsis"),
        ("[Here follows discussion of matters printed on pages 3–5; not printed.]", "editorial-ellipsis"),
        ("[Here follows, mutatis mutandis, the text of the telegram, September 11, 4 p.m., ante, page 246.]",
         "given-elsewhere"),
        ("[For text of the note, see vol. iii, p. 12.]", "given-elsewhere"),
        ("[Here follows the text of the protocol printed as document No. 41.]", "given-elsewhere"),
        ("[text illegible, see page 3]", "illegible"),
        ("[Here follows the speech of the Minister in the House.]", "editorial-ellipsis"),
        ("[illegible]", "illegible"),
        ("[garbled]", "illegible"),
        ("[2 lines not declassified]", "withheld"),
        ("[name not declassified]", "withheld"),
        ("[неразборчиво]", "illegible"),
    ],
)  # fmt: skip
def test_marks_of_omission_are_gaps_with_their_reason(mark: str, reason: str) -> None:
    assert read(f"They came {mark} and left.") == [(mark, reason)]


@pytest.mark.parametrize(
    "text",
    ["[See page 4.] He left.", "[Stalin] wrote.", "[Received July 9, 11.15 p.m.]", "He waited... and left.", "[sic]"],
)
def test_other_brackets_and_hesitation_are_no_gaps(text: str) -> None:
    assert read(text) == []


def test_spaced_dots_in_running_text_are_an_omission() -> None:
    assert read("accompanied . . . by him") == [(". . .", "editorial-ellipsis")]


def test_stars_behind_the_salutation_are_an_omission() -> None:
    assert read("SIR: * * * * * * *\nThe conferences came to an end.") == [("* * * * * * *", "editorial-ellipsis")]


def _page(*labels: str) -> SourceText:
    text = "\n".join(labels)
    lines, at = [], 0
    for label in labels:
        lines.append(Line(f"empty:{label}", at, at + len(label)))
        at += len(label) + 1
    return SourceText(text, lines=tuple(lines))


def test_of_empty_provenance_labels_the_narrowest_is_the_gap() -> None:
    [part] = gaps.extract(_page("Source", "Original Archive"), "d", [])
    assert part.text_of("start") == "7"
    assert part.text_of("property") == "rico:isOrWasIncludedIn"


def test_a_page_that_names_an_archive_elsewhere_has_no_gap() -> None:
    assert gaps.extract(_page("Original Archive"), "d", [], has_archive_reference=True) == ()


def test_other_empty_labels_are_warnings() -> None:
    assert gaps.empty_labels(_page("Associated Places", "Source")) == (
        'the label "Associated Places" has nothing after it',
    )
