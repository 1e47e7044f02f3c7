"""Several people to whom one word leads: ``To Comrades: Bulganin, Vyshinsky, Vasilevsky``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import plain_text
from cablegraph.record import normalise


@pytest.mark.parametrize(
    "line",
    [
        "To Comrades: Bulganin, Vyshinsky, Vasilevsky",
        "To: Comrades: Bulganin, Vyshinsky, Vasilevsky",
        "TO COMRADES: BULGANIN, VYSHINSKY, VASILEVSKY",
        "To cdes.: Bulganin, Vyshinsky and Vasilevsky",
        "For Comrades – Bulganin, Vyshinsky, Vasilevsky",
        "To Comrades Bulganin, Vyshinsky and Vasilevsky",
        "To Comrades:\nBulganin, Vyshinsky, Vasilevsky",
        "To Comrades: Bulganin, Vyshinsky,\n             Vasilevsky",
    ],
)
def test_each_of_several_is_an_addressee(line: str) -> None:
    text = f"TELEGRAM\n\n{line}\n\nWe agree to send 10 divisions.\n\nSHTYKOV\n\n5 July 1951\n"
    [source] = plain_text.read(normalise(text), "paper.txt")
    found = extract(source).fields["addressee"]
    assert [one.text for one in found] == ["Bulganin", "Vyshinsky", "Vasilevsky"]
    assert all("Bulganin" not in source.quote(span) for one in found[1:] for span in one.spans)
