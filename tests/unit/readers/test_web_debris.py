"""Lines that a browser leaves below a paper: they are none of its words, and hide neither signature nor day."""

# ruff: noqa: E501  (a head is read best on one line)

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text, plain_text
from cablegraph.record import normalise

DEBRIS = [
    "Copied from: https://history.state.gov/historicaldocuments/frus1912/d80     Accessed 3/2/2019\n"
    "Share on Facebook | Tweet | Print this page",
    "Retrieved from https://example.org/papers/12 (accessed on 4 May 2020).",
    "https://example.org/papers/12   3/2/2019\nPage 1 of 2",
    "Home | Previous | Next\n© 2021 The Archive. All rights reserved.",
    "Share on Twitter\nE-mail this page\nBack to top",
    "URL: www.example.org/papers/12",
]
HEAD = "The American Minister to the Secretary of State\n\nNo. 427      American Legation,\n             Peking, February 21, 1912.\n\n"
TEXT = "Sir: I have the honor to report that I refused to receive him.\n\nI have [etc.]\nW. J. Calhoun\n\n"


@pytest.mark.parametrize("debris", DEBRIS)
def test_a_despatch_keeps_its_signature_over_what_a_browser_adds(debris: str) -> None:
    [source] = frus_text.read(normalise(HEAD + TEXT + debris + "\n"), "despatch.txt")
    record = extract(source)
    assert record.text_of("signature") == "W. J. Calhoun"
    words = [source.text[line.start : line.end] for line in source.labelled("furniture")]
    assert "\n".join(words) == debris


@pytest.mark.parametrize("debris", DEBRIS)
def test_a_plain_paper_keeps_its_signature_and_day(debris: str) -> None:
    text = f"TELEGRAM No. 7\n\nWe agree to send 10 divisions.\n\nSHTYKOV\n\n5 July 1951\n\n{debris}\n"
    [source] = plain_text.read(normalise(text), "telegram.txt")
    record = extract(source)
    assert (record.text_of("signature"), record.text_of("date")) == ("Shtykov", "1951-07-05")
    assert all(source.quote(span) not in debris for one in record.fields.get("mentions", ()) for span in one.spans)


@pytest.mark.parametrize("last", ["Print 40 copies.", "Copied on 5 May 1951", "Home, 4 May 1951"])
def test_a_papers_own_last_line_is_no_debris(last: str) -> None:
    [source] = plain_text.read(f"TELEGRAM No. 7\n\nWe agree to send 10 divisions.\n\nSHTYKOV\n\n{last}\n", "paper.txt")
    assert not list(source.labelled("furniture"))
