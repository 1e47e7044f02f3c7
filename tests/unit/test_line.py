"""The line's own small parts: which of a paper's lines other papers may write too."""

from __future__ import annotations

from cablegraph.iri import DOC
from cablegraph.line import is_own, not_own


def test_what_is_not_the_papers_own_is_found_in_sorted_lines() -> None:
    subjects = ("frus-d1", "frus-d1/claim/5", "frus-d1/text/ab#char=1,2", "frus-d12", "frus-d1-a", "frus-d", "a", "z")
    lines = sorted([*(f"<{DOC}{one}> <p> <o> ." for one in subjects), "<https://w3id.org/x> <p> <o> ."])
    for key in ("frus-d1", "frus-d12", "nowhere"):
        assert not_own(lines, key) == [text for text in lines if not is_own(text, key)]
    assert len(not_own(lines, "frus-d1")) == len(lines) - 3
