"""Hours by which services stamp a telegram's sending and receipt: ``DTG. 281015 Recd. 281730``, ``D.T.O. 28/1015``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph import dates
from cablegraph.extraction.datelines import by_figure
from cablegraph.extraction.heading import Heading
from cablegraph.extraction.rows import Row
from cablegraph.patterns import compiled

_GROUP: Final = r"(?:\d{2}[/ ]?\d{4}Z?)"
_SENT: Final = rf"(?i:D\.?T\.?G\.?|D\.?T\.?O\.?|T\.?O\.?O\.?|D\.?T\.?D\.?|time of (?:origin|despatch|dispatch)|desp(?:atched)?\.?|dispatched|sent)\s?:?\s?{_GROUP}"
_CAME: Final = r"(?i:rec[’']?d\.?|received|D\.?T\.?R\.?|T\.?O\.?R\.?|time of receipt)\s?:?\s?(?P<group>(?P<day>\d{2})[/ ]?\d{4}Z?)(?: (?:hrs|hours|IST|GMT)\.?)?"
GROUP: Final = compiled(r"(?P<day>\d{2})[/ ]?\d{4}Z?")
_LINE: Final = compiled(rf"(?:(?i:no\.?|tel\. no\.?) ?\d{{1,5}}[.,;]?\s+(?=\D))?(?:{_SENT}[.,;]?)?(?:\s*{_CAME})?\.?")


def grouped(heading: Heading, text: str, row: Row, order: dates.Order | None, titled: bool) -> bool:
    """A line of such groups; the day of receipt is put down, in the month of sending or the next.

    Where no line above has the day of sending, the page has it, and the month is found later.
    """
    match = _LINE.fullmatch(row.text) if len(row.text) < 80 and row.text[-1].isalnum() | (row.text[-1] == ".") else None
    if match is None or not any(char.isdigit() for char in row.text):
        return False
    if match["day"]:
        first, last = match.span("group")
        known = any(kind in ("sent", "received") for kind, *_ in heading.dates)
        alone = [] if known else [("received", row.start + first, row.start + last, "")]
        heading.dates.extend(by_figure(match, row.start, heading.dates) or alone)
    return True
