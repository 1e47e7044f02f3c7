"""Messages given inside a paper, whichever way their dateline writes the day: ``9 March``, ``9th of March``."""

from __future__ import annotations

import pytest

from cablegraph.extraction import extract
from cablegraph.readers import frus_text
from cablegraph.record import normalise

DAYS = ["March 9", "9 March", "9th March", "9th of March", "March 9th", "MARCH 9", "9 MARCH", "Mar. 9"]
TELEGRAM = """Mr. Dahl to Mr. Berg.
No. 40.]
LEGATION OF THE UNITED STATES,
Lima, March 20, 1889.
SIR: I received from Consul Munro, through Callao, the following telegram, in which two words seem to be wrong:
TACNA, {day}{comma} 1889.
DAHL, Lima:
Pay pilots not over fifty dollars each. Turn accounts to Navy.
MUNRO.
I have acted on it.
I have, etc.,
PETER DAHL.
"""
NOTE = """The Secretary of State to the Minister in Peru (Dahl)
[Telegram]
Washington, March 20, 1914, 5 p.m.
The Department has received from the Chilean Minister the following note, dated {day}:
“SIR: My Government promises to spare every hospital ship. MUNRO.”
Communicate the foregoing.
Berg
"""


@pytest.mark.parametrize("day", DAYS)
def test_telegram_below_its_dateline(day: str) -> None:
    text = TELEGRAM.format(day=day, comma="," if day[0].isalpha() else "")
    [source] = frus_text.read(normalise(text), "paper.txt")
    [inner] = extract(source).parts["enclosed"]
    found = [inner.text_of(name) for name in ("date", "origin", "sender", "form")]
    assert found == ["1889-03-09", "Tacna", "Munro", "telegram"]


@pytest.mark.parametrize("day", [*DAYS, "the 9th of March", "the 9th"])
def test_note_of_a_day(day: str) -> None:
    [source] = frus_text.read(normalise(NOTE.format(day=day)), "paper.txt")
    [inner] = extract(source).parts["enclosed"]
    assert (inner.text_of("date"), inner.text_of("form")) == ("1914-03-09", "note")
